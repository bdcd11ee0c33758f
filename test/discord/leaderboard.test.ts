import type { Channel, Message, Person, Shown } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weekOf, weeksLater } from '../../src/lib/weeks.js';
import { Stage, videoIdOf, words } from '../support/bot.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true });
  await toNextWeek();
});
afterAll(() => stage.close());

/** Better and better numbers for a video of one size; the estimate rises with them. */
const WEAK = 'views:100000 likes:3000 comments:100 shares:100';
const GOOD = 'views:100000 likes:9000 comments:300 shares:900';
const BEST = 'views:100000 likes:14000 comments:400 shares:3000';

const thisWeek = () => weekOf(new Date(stage.discord.now()));
const lastWeek = () => weeksLater(thisWeek(), -1);

/** To Monday noon of the next week, so that no test sees a week end under it. */
async function toNextWeek(): Promise<void> {
  const noon = thisWeek().to.getTime() + 12 * HOUR;
  await stage.letTimePass(noon - stage.discord.now());
}

let made = 0;
/** Sends new videos with these numbers. */
async function send(who: Person, ...lines: string[]): Promise<void> {
  for (const line of lines) {
    made += 1;
    const id = videoIdOf(new Date('2026-01-05T12:00:00Z'), made);
    const shown = await who.command(
      `/score ${line} link:https://www.tiktok.com/@maker/video/${id}`,
    );
    expect((await shown.settled()).field('Save Proxy')).toBeDefined();
  }
}

/** A server of its own for one test, with three members who are in no other. */
function newServer(): { channel: Channel; ana: Person; ben: Person; cleo: Person } {
  const channel = stage.discord.addGuild({ name: 'Others' }).addChannel('talk');
  const person = (name: string) => stage.person(name, { in: channel });
  return { channel, ana: person('ana'), ben: person('ben'), cleo: person('cleo') };
}

async function joinAll(...people: Person[]): Promise<void> {
  for (const who of people) await who.command('/leaderboard join');
}

/** A board's lines as place and the id of whoever has it. */
function placesOn(shown: Shown | Message, board: string): [number, string][] {
  const message = 'message' in shown ? shown.message : shown;
  const text = message?.field(board) ?? message?.embeds[0]?.description ?? '';
  return [...text.matchAll(/\*\*(\d+)\.\*\* <@(\d+)>/g)].map(([, place, id]) => [
    Number(place),
    String(id),
  ]);
}

/** The ids of everybody who is named. */
function named({ message }: Shown): string[] {
  return [...JSON.stringify(message?.embeds).matchAll(/<@(\d+)>/g)].map(([, id]) => String(id));
}

const idOf = ({ member }: Person) => member.id;

describe('/leaderboard join', () => {
  it('says in words what is agreed to and how it ends, only to the caller', async () => {
    const ana = stage.person('ana');
    const shown = await ana.command('/leaderboard join');
    expect(shown.visibleTo).toBe(idOf(ana));
    expect(words(shown)).toContain('You have joined');
    const agreed = shown.field('you agree to this') ?? '';
    expect(agreed).toMatch(/Boards.*\n.*Digests.*name you and your videos.*\n.*\/history list/);
    const never = shown.field('What stays yours') ?? '';
    expect(never).toContain('private:True');
    expect(never).toContain('another server');
    expect(never).toContain('/leaderboard leave');
    expect(words(await ana.command('/leaderboard join'))).toContain('You had joined already');
    expect(stage.rows('SELECT 1 FROM "Consent" WHERE "creatorId" = ?', BigInt(idOf(ana)))).toEqual([
      { 1: 1n },
    ]);
  });

  it('belongs to a server: it isn’t offered in a direct message', () => {
    const ana = stage.discord.directMessage(stage.person('ana').member);
    expect(ana.commands().map(({ name }) => name)).not.toContain('leaderboard');
  });
});

describe('/leaderboard show', () => {
  it('says what to do first where nobody is on a board, with an example that works', async () => {
    const { ana } = newServer();
    const shown = await ana.command('/leaderboard show');
    expect(shown.visibleTo).toBeUndefined();
    const first = shown.field('To be on them') ?? '';
    expect(first).toContain('/leaderboard join');
    const example = /```\n([\s\S]*?)\n```/.exec(first)?.[1] ?? '';
    expect((await ana.command(example)).field('Save Proxy')).toBeDefined();
  });

  it('has nobody on it who didn’t join, who sent too little, or only in private', async () => {
    const { ana, ben, cleo } = newServer();
    await joinAll(ana, ben);
    await send(ana, BEST, `${BEST} private:True`, `${BEST} private:True`);
    await send(ben, GOOD, GOOD);
    await send(cleo, BEST, BEST);
    const shown = await ana.command('/leaderboard show');
    expect(placesOn(shown, 'Saved most')).toEqual([[1, idOf(ben)]]);
    const how = await ana.press(shown, 'How?');
    expect(how.visibleTo).toBe(idOf(ana));
    expect(words(how)).toContain('From 2 videos in the week');
    expect(words(how)).toContain('(heuristic)');
    expect(named(shown)).not.toContain(idOf(cleo));
  });

  it('shares a place among equals, leaves the next one empty, and pings nobody', async () => {
    const { ana, ben, cleo } = newServer();
    await joinAll(ana, ben, cleo);
    await send(ana, BEST, BEST);
    await send(ben, BEST, BEST);
    await send(cleo, WEAK, WEAK);
    const shown = await cleo.command('/leaderboard show board:Saved most for their size');
    expect(placesOn(shown, 'Saved most')).toEqual([
      [1, idOf(ana)],
      [1, idOf(ben)],
      [3, idOf(cleo)],
    ]);
    expect(shown.pinged).toEqual([]);
  });

  it('holds true counts against true counts, and estimates against estimates', async () => {
    const { ana, ben } = newServer();
    await joinAll(ana, ben);
    await send(ana, BEST, BEST);
    const told = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:';
    await send(ben, `${told}1,700`, `${told}1,700`);
    const shown = await ana.command('/leaderboard show');
    expect(placesOn(shown, 'Saved most')).toEqual([
      [1, idOf(ben)],
      [1, idOf(ana)],
    ]);
    const lines = (shown.field('Saved most for their size') ?? '').split('\n');
    expect(lines.map((line) => line.replace(/<@\d+>/, '@'))).toEqual([
      '*Counted ✓*',
      expect.stringMatching(/^\*\*1\.\*\* @ · \*\*\d+\*\* \/ 100 · 2 videos$/),
      '*Estimated*',
      expect.stringMatching(/^\*\*1\.\*\* @ · \*\*\d+\*\* \/ 100 · 2 videos$/),
    ]);
    const videos = (name: string) =>
      (shown.field(`Videos saved most for their size, ${name}`) ?? '').split('\n');
    expect(videos('counted').map((line) => / 1,700 saves ✓$/.test(line))).toEqual([true, true]);
    expect(
      videos('estimated').map((line) => /about [\d,]+ saves \([\d,]+ to [\d,]+\)$/.test(line)),
    ).toEqual([true, true]);
  });

  it('closes a week that is over, though nobody asks for it', async () => {
    const { ana, channel } = newServer();
    await joinAll(ana);
    await send(ana, BEST, BEST);
    await toNextWeek();
    const kept = () =>
      stage.rows('SELECT "week" FROM "BoardWeek" WHERE "guildId" = ?', BigInt(channel.guild.id));
    await expect.poll(kept, { timeout: 15_000 }).toEqual([{ week: lastWeek().name }]);
  });

  it('names the best videos with their saves, and sums up the week of three creators', async () => {
    const { ana, ben, cleo } = newServer();
    await joinAll(ana, ben);
    await send(ana, `${BEST} title:Knots`);
    await send(ben, `${WEAK} title:Ropes`);
    expect(words(await ana.command('/leaderboard show'))).not.toContain('this week');
    await send(cleo, `${GOOD} title:Secret`);
    await send(cleo, `${GOOD} private:True`);
    // The sum of three would tell what Cleo sent to whoever knows the two others.
    expect(words(await ana.command('/leaderboard show'))).not.toContain('this week');
    await joinAll(cleo);
    const shown = await ana.command('/leaderboard show');
    expect(words(shown)).toMatch(
      /3 creators told of 3 videos this week: about [\d,]+ saves \(80 % range: [\d,]+ to [\d,]+\)\. All 3 with my best estimate\./,
    );
    const [first, second, third] = (
      shown.field('Videos saved most for their size, estimated') ?? ''
    ).split('\n');
    expect(first).toMatch(
      /^\*\*1\.\*\* \*\*Knots\*\* by <@\d+> · \*\*\d+\*\* \/ 100 \(\d+ to \d+\), about [\d,]+ saves \([\d,]+ to [\d,]+\)$/,
    );
    expect(second).toContain('Secret');
    expect(third).toContain('Ropes');
    await cleo.command('/leaderboard leave');
    const after = await ana.command('/leaderboard show');
    expect(after.text()).not.toContain('Secret');
    expect(words(after)).not.toContain('this week');
  });

  it('can’t be won by size, and shows no views', async () => {
    const { ana: big, ben: small } = newServer();
    await joinAll(big, small);
    const huge = 'views:54.3M likes:1.9M comments:2K shares:3K';
    await send(big, huge, huge);
    const little = 'views:4321 likes:600 comments:20 shares:90';
    await send(small, little, little);
    const shown = await big.command('/leaderboard show');
    expect(placesOn(shown, 'Saved most').map(([, id]) => id)).toEqual([idOf(small), idOf(big)]);
    expect(shown.text()).not.toMatch(/54[.,]3|4[.,]?321/);
  });

  it('shows improvement over one’s own median and steadiness, with what they are made of', async () => {
    const { ana, ben } = newServer();
    await joinAll(ana, ben);
    await toNextWeek();
    await send(ana, WEAK, WEAK, WEAK, WEAK, WEAK);
    await send(ben, GOOD, GOOD, GOOD, GOOD, BEST);
    await toNextWeek();
    await send(ana, GOOD, BEST);
    await send(ben, WEAK, WEAK);
    const shown = await ana.command('/leaderboard show');
    expect(placesOn(shown, 'Most improved')).toEqual([[1, idOf(ana)]]);
    expect(shown.field('Most improved')).toMatch(
      /score \*\*\+\d+(\.5)?\*\*, from a usual \d+(\.5)? \/ 100 · 2 videos/,
    );
    expect(placesOn(shown, 'Steadiest').map(([, id]) => id)).toContain(idOf(ben));
    expect(shown.field('Steadiest')).toMatch(
      /on average \*\*\d+(\.\d)?\*\* of 100 points off their usual · 7 videos in 4 weeks/,
    );
  });

  it('keeps a week as it was, and finds it again by its name and after a new start', async () => {
    const { ana, ben } = newServer();
    await joinAll(ana, ben);
    await toNextWeek();
    await send(ana, GOOD, GOOD);
    const scored = await ana.command(`/score ${GOOD} title:Knots`);
    await toNextWeek();
    const { name } = lastWeek();
    const running = await ben.command('/leaderboard show');
    expect(words(running)).toContain(`/leaderboard show week:${name}`);
    const kept = await ben.command(`/leaderboard show week:${name}`);
    expect(words(kept)).toContain('Over and kept');
    expect(placesOn(kept, 'Saved most')).toEqual([[1, idOf(ana)]]);

    const modal = await ana.press(scored, 'Add real saves');
    await ana.submit(modal, {
      'Saves now': '9000',
      'Views now': '100000',
      'Likes now': '9000',
      'Comments now': '300',
      'Shares now': '900',
    });
    await toNextWeek();
    await stage.bot.stop();
    await stage.start();
    const offered = await ben.autocomplete('/leaderboard show', 'week', '');
    expect(offered.map(({ value }) => value)).toContain(name);
    expect(offered[0]?.name).toContain('(running)');
    const again = await ben.command(`/leaderboard show week:${name}`);
    expect(again.text()).toBe(kept.text());
    expect(stage.discord.now() - Date.parse(kept.message?.createdAt ?? '')).toBeGreaterThan(
      6 * DAY,
    );
  });

  it('knows nothing of another server', async () => {
    const { ana } = newServer();
    const { ben, channel } = newServer();
    const anaThere = stage.person('ana', { in: channel, userId: idOf(ana) });
    await joinAll(ana, ben, anaThere);
    await send(ana, BEST, BEST);
    await send(ben, GOOD, GOOD);
    expect(placesOn(await ben.command('/leaderboard show'), 'Saved most')).toEqual([
      [1, idOf(ben)],
    ]);
    expect(placesOn(await ana.command('/leaderboard show'), 'Saved most')).toEqual([
      [1, idOf(ana)],
    ]);
  });

  it('stops showing a member who left the server, and doesn’t bring them back with them', async () => {
    const { ana, ben } = newServer();
    await joinAll(ana, ben);
    await toNextWeek();
    await send(ana, BEST, BEST);
    await send(ben, GOOD, GOOD);
    await toNextWeek();
    const line = `/leaderboard show week:${lastWeek().name}`;
    expect(placesOn(await ben.command(line), 'Saved most')).toHaveLength(2);
    ana.member.leave();
    await stage.letTimePass(1.5 * DAY);
    expect(placesOn(await (await ben.command(line)).settled(), 'Saved most')).toEqual([
      [1, idOf(ben)],
    ]);
    const back = stage.person('ana', { in: ben.channel, userId: idOf(ana) });
    expect(placesOn(await back.command(line), 'Saved most')).toEqual([[1, idOf(ben)]]);
  });

  it('stays whole with titles of markdown, mentions, emoji and another direction', async () => {
    const { ana } = newServer();
    await joinAll(ana);
    const titles = ['@everyone **x** [y](https://evil.example)', '‮olleh‬ مرحبا', '🧶'.repeat(200)];
    await send(ana, ...titles.map((title) => `${GOOD} title:${title}`));
    await send(ana, `${GOOD} title:${'long '.repeat(780)}`);
    const shown = await ana.command('/leaderboard show');
    expect(placesOn(shown, 'Saved most')).toEqual([[1, idOf(ana)]]);
    const videos = shown.field('Videos saved most for their size, estimated') ?? '';
    expect(videos.split('\n')).toHaveLength(3);
    expect(videos.length).toBeLessThanOrEqual(1024);
    expect(videos).toContain('＠everyone \\*\\*x\\*\\*');
    expect(videos).toContain('olleh مرحبا');
    expect(videos).not.toMatch(/@everyone|(?<!\\)\]\(https|\u202e/);
    expect(shown.pinged).toEqual([]);
  });

  it.each([
    ['week:last', 'isn’t a week I can read'],
    ['week:2026-11-16', 'isn’t a week I can read'],
    ['week:2999-W01', 'is still to come'],
    ['week:2019-W01', 'was over before I came'],
    ['week:`@everyone`', 'isn’t a week I can read'],
  ])('answers %s with what to type instead', async (option, said) => {
    const shown = await stage.person('ana').command(`/leaderboard show ${option}`);
    expect(words(shown)).toContain(said);
    expect(words(shown)).toMatch(/Leave week out|Without week|Leave `week` out|Without `week`/);
    expect(shown.pinged).toEqual([]);
  });
});

describe('/leaderboard leave', () => {
  it('takes a member off every board at once, past and present, and keeps their numbers', async () => {
    const { ana, ben } = newServer();
    await joinAll(ana, ben);
    await toNextWeek();
    await send(ana, BEST, BEST);
    await send(ben, GOOD, GOOD);
    await toNextWeek();
    await send(ana, BEST, BEST);
    const past = `/leaderboard show week:${lastWeek().name}`;
    expect(placesOn(await ben.command(past), 'Saved most')).toHaveLength(2);

    const left = await ana.command('/leaderboard leave');
    expect(left.visibleTo).toBe(idOf(ana));
    expect(words(left)).toContain('past weeks included');
    expect(placesOn(await ben.command(past), 'Saved most')).toEqual([[1, idOf(ben)]]);
    expect(named(await ben.command('/leaderboard show'))).not.toContain(idOf(ana));
    expect(stage.stored(ana)).toMatchObject({ readings: 4 });
    expect(
      stage.rows('SELECT 1 FROM "BoardEntry" WHERE "creatorId" = ?', BigInt(idOf(ana))),
    ).toEqual([]);

    await joinAll(ana);
    expect(placesOn(await ben.command(past), 'Saved most')).toEqual([[1, idOf(ben)]]);
    expect(placesOn(await ben.command('/leaderboard show'), 'Saved most')).toEqual([
      [1, idOf(ana)],
    ]);
  });

  it('says so where there was nothing to leave', async () => {
    const shown = await newServer().ana.command('/leaderboard leave');
    expect(words(shown)).toContain('You are not on the boards');
  });
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});
