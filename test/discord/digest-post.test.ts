import type { Channel, Message, Person, Shown } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stage, videoIdOf, words } from '../support/bot.js';
import {
  DAY,
  digestsIn,
  dueAt,
  HOUR,
  MINUTE,
  manager,
  minuteAfter,
  untilState,
} from '../support/digest.js';

const HOSTILE = '@everyone **[free](https://evil.example)** <@1>\\';

let stage: Stage;
let lastId: bigint;

/** A link to a video that was posted two days ago. */
function newLink(name: string): string {
  lastId += 1n;
  return `https://www.tiktok.com/@${name}/video/${lastId}`;
}

async function score(who: Person, title: string, options = ''): Promise<void> {
  const counts = 'views:100000 likes:8000 comments:300 shares:700';
  const link = newLink(who.member.name);
  const line = `/score ${counts} title:${title} link:${link} ${options}`;
  const shown = await (await who.command(line)).settled();
  expect(shown.field('Save Proxy')).toBeTruthy();
}

/** What everybody would see of a message: all but the ids that Discord gives it. */
function seen(message: Message | undefined) {
  const bytes = message?.attachments.map((file) => file.bytes.toString('base64'));
  const alts = message?.attachments.map((file) => file.description);
  const embeds = JSON.stringify(message?.embeds)
    // Discord puts the file's own address in its place.
    .replaceAll(/"(attachment:|http:)[^"]*digest\.png"/g, '"digest.png"');
  return { content: message?.content, embeds, bytes, alts, buttons: message?.buttons };
}

/** What stands under a name in the first of an answer's embeds that has it. */
function fieldOf(shown: Shown, name: string): string {
  const fields = shown.message?.embeds.flatMap((embed) => embed.fields ?? []) ?? [];
  return fields.find((one) => one.name === name)?.value ?? '';
}

beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true });
  // At the same hour of the day in every run: a post that is a minute later is of the same day.
  const now = stage.discord.now();
  const noon = Math.ceil(now / DAY) * DAY + DAY / 2;
  await stage.letTimePass(noon - now);
  lastId = videoIdOf(new Date(stage.discord.now() - 2 * DAY));
});
afterAll(() => stage.close());

describe('the digest of a server', () => {
  let mia: Person;
  let ada: Person;
  let ben: Person;
  let cleo: Person;
  let channel: Channel;
  let posted: Message;
  const preview = async () => (await mia.command('/digest preview')).settled();
  const past = async (options = '') => (await mia.command(`/digest past ${options}`)).settled();

  beforeAll(async () => {
    mia = manager(stage);
    [ada, ben, cleo] = [stage.person('ada'), stage.person('ben'), stage.person('cleo')];
    channel = stage.guild.addChannel('digest');
    for (const who of [ada, ben]) await who.command('/leaderboard join');
    await score(ada, 'Three knots', 'saves:1510 category:educational');
    await score(ada, 'A secret', 'private:True saves:1777');
    await score(ben, HOSTILE, 'saves:300');
    await score(cleo, 'Nobody may know', 'saves:1999');
  });

  it('is for those who may manage the server', async () => {
    expect(ada.commands().map(({ name }) => name)).not.toContain('digest');
  });

  it('names only who agreed; the others count in its totals, and private readings nowhere', async () => {
    const shown = await preview();
    const [embed] = shown.message?.embeds ?? [];
    // One who didn't agree could be told from totals of all three.
    expect(shown.field('The week in numbers')).toBeUndefined();
    await score(stage.person('dan'), 'Nobody’s business');
    await score(stage.person('eva'), 'Nobody’s business either');
    const now = await preview();
    expect(now.field('The week in numbers')).toContain('**5** videos by **5** creators');
    const videos = now.field('Saved most for their size') ?? '';
    expect(videos).toContain(`**1. Three knots**\n<@${ada.member.id}>`);
    expect(videos).toContain('1,510 saves, counted');
    expect(videos).toContain('[watch](https://www.tiktok.com/@ada/video/');
    expect(videos).toContain(`<@${ben.member.id}>`);
    const all = JSON.stringify([embed, now.message?.embeds]);
    for (const hidden of ['A secret', 'Nobody may', 'Nobody’s', '1,777', '1,999', cleo.member.id]) {
      expect(all).not.toContain(hidden);
    }
  });

  it('is shown ahead to the caller alone, with its chart in words too', async () => {
    const shown = await preview();
    expect(shown.visibleTo).toBe(mia.member.id);
    expect(shown.message?.content).toBe('');
    const [file, ...others] = shown.files;
    expect(others).toEqual([]);
    expect([...(file?.bytes.subarray(0, 4) ?? [])]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(file?.description).toMatch(
      /^[\d.]+ % of views were saves, .* Bars: .* Week to .*80 % range/,
    );
    expect(shown.message?.embeds[0]?.image?.url).toBeTruthy();
  });

  it('tells how good the estimates were once three have told a real count', async () => {
    const behind = async () => mia.press(await preview(), 'How?');
    expect(fieldOf(await behind(), 'How good the estimates were')).not.toContain('real counts');
    const fay = stage.person('fay');
    await fay.command('/leaderboard join');
    await score(fay, 'A boat', 'saves:600');
    const told = fieldOf(await behind(), 'How good the estimates were');
    expect(told).toMatch(/\*\*3\*\* real counts among those who agreed.*the range held/);
  });

  it('shows hostile titles as they were typed, and pings nobody', async () => {
    const shown = await preview();
    const videos = shown.field('Saved most for their size') ?? '';
    expect(videos).not.toMatch(/@everyone|<@1>|\]\(https:\/\/evil/);
    expect(videos).toContain('＠everyone');
    expect(shown.pinged).toEqual([]);
  });

  it('has one tip with its basis, and one question with verdict, source and day', async () => {
    const shown = await preview();
    expect(shown.field('One thing to try')).toMatch(
      /\*\((heuristic|TikTok docs|TikTok signal|large study)/,
    );
    const question = /^\*\*(.*)\*\* Press/.exec(shown.field('One question') ?? '')?.[1] ?? '';
    const how = await mia.press(shown, 'How?');
    expect(fieldOf(how, question)).toMatch(
      /\*(True|False now|Disputed|Unproven|Changed) — [\s\S]*· .*\n.*Checked 2\d{3}-\d{2}-\d{2}/,
    );
    expect(fieldOf(how, 'One thing to try, in full')).toMatch(
      /\*\((heuristic|documented|a signal TikTok names|large study)/,
    );
    expect(words(how)).toContain('Add real saves');
    expect(shown.field('What worked here')).toBeUndefined();
  });

  it('goes out exactly as it was shown ahead', async () => {
    const due = minuteAfter(stage.discord.now(), MINUTE);
    await mia.command(`/digest setup channel:#digest ${dueAt(due)}`);
    const ahead = seen((await preview()).message);
    await stage.letTimePass(due - stage.discord.now());
    await expect.poll(() => digestsIn(channel).length, { timeout: 15_000 }).toBe(1);
    const [message] = digestsIn(channel);
    if (message === undefined) throw new Error('It was there.');
    posted = message;
    expect(seen(posted)).toEqual(ahead);
    expect(posted.pings).toMatchObject({ everyone: false, here: false, roles: [], users: [] });
  });

  it('is kept as it was posted, though the data changed since', async () => {
    // A post is seen a moment before it is recorded.
    await untilState(stage, 'posted');
    await stage.letTimePass(HOUR);
    await score(ben, 'Much later', 'saves:1500');
    const shown = await past();
    expect(shown.visibleTo).toBe(mia.member.id);
    expect(seen(shown.message)).toEqual(seen(posted));
    expect(seen((await preview()).message)).not.toEqual(seen(posted));
    const [choice, ...others] = await mia.autocomplete('/digest past', 'week', '');
    expect(others).toEqual([]);
    expect(choice?.name).toMatch(/^Week of \w+ \d+ · posted /);
    expect(seen((await past(`week:${choice?.value}`)).message)).toEqual(seen(posted));
    expect(words(await past('week:1999-W01'))).toContain('No digest of 1999-W01 was posted');
  });

  it('explains to anybody who asks how it is made', async () => {
    const dan = stage.discord.person(stage.guild.addMember({ name: 'dora' }), channel);
    const shown = await dan.press(posted, 'How?');
    expect(shown.visibleTo).toBe(dan.member.id);
    expect(words(shown)).toMatch(
      /More of this week.*How good the estimates were.*How this digest/s,
    );
    expect(words(shown)).toMatch(/middle save rate of all videos.*\(heuristic\)/);
  });

  it('knows nothing of another server, and shows nothing of its own there', async () => {
    const elsewhere = stage.discord.addGuild({ name: 'Elsewhere', locale: 'it' });
    const general = elsewhere.addChannel('general');
    const boss = stage.discord.person(
      elsewhere.addMember({ name: 'boss', permissions: ['ManageGuild'] }),
      general,
    );
    const [choice] = await mia.autocomplete('/digest past', 'week', '');
    expect(await boss.autocomplete('/digest past', 'week', '')).toEqual([]);
    expect(
      words(await (await boss.command(`/digest past week:${choice?.value}`)).settled()),
    ).toContain('No digest of');
    const quiet = await (await boss.command('/digest preview')).settled();
    expect(words(quiet)).toContain('quiet weeks are skipped: nothing would go out now');
    expect(quiet.message?.embeds[0]?.title).toMatch(/\d{4}$/);
    expect(quiet.message?.embeds[0]?.description).toContain('A quiet week');
    expect(JSON.stringify(quiet.message?.embeds)).not.toMatch(/Three knots|creators/);
  });

  it('loses a member’s parts, kept ones too, as soon as the member takes the agreement back', async () => {
    await ada.command('/leaderboard leave');
    const shown = await past();
    expect(JSON.stringify(shown.message?.embeds)).not.toMatch(/Three knots|@ada/);
    expect(JSON.stringify(shown.message?.embeds)).not.toContain(ada.member.id);
    expect(words(shown)).toContain('took back');
    expect(words(await preview())).not.toContain('Three knots');
    expect(words(await mia.press(posted, 'How?'))).not.toMatch(/Three knots|@ada/);
  });
});
