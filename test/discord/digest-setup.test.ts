import type { Channel, Person } from 'local-discord';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Stage, words } from '../support/bot.js';
import {
  digestsIn,
  dueAt,
  MINUTE,
  manager,
  minuteAfter,
  SECOND,
  untilState,
} from '../support/digest.js';

let stage: Stage;
let mia: Person;
let digestChannel: Channel;
/** Set up for a day and an hour that are far away. */
const RULE = 'day:Monday time:18:00 timezone:Europe/Berlin';

beforeAll(async () => {
  stage = await Stage.open();
  mia = manager(stage);
});
afterAll(() => stage.close());
beforeEach(() => {
  digestChannel = stage.guild.addChannel(`digest-${stage.guild.channels.size}`);
});

const schedules = () => stage.rows<{ time: string }>('SELECT * FROM "DigestSchedule"');
const setUp = (more = RULE) => mia.command(`/digest setup channel:#${digestChannel.name} ${more}`);

describe('/digest setup', () => {
  it('says when the next one goes, in the reader’s time and there, to the manager alone', async () => {
    const shown = await setUp();
    expect(shown.ephemeral).toBe(true);
    expect(words(shown)).toContain('Every Monday at 18:00 (Europe/Berlin)');
    expect(words(shown)).toContain('That is 18:00 in Europe/Berlin.');
    expect(words(shown)).toContain('Quiet weeks are left out.');
    const seen = JSON.stringify(shown.message?.embeds);
    const [, unix] = /<t:(\d+):F>/.exec(seen) ?? [];
    const next = new Date(Number(unix) * 1000);
    expect(next.getTime()).toBeGreaterThan(stage.discord.now());
    expect(next.getTime()).toBeLessThan(stage.discord.now() + 8 * 24 * 60 * MINUTE);
    const there = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Berlin',
      ...{ weekday: 'long', hour: '2-digit', minute: '2-digit' },
    }).format(next);
    expect(there).toBe('Monday 18:00');
  });

  it('keeps what was set about quiet weeks until something else is said', async () => {
    expect(words(await setUp(`${RULE} quiet_weeks:post`))).toContain('a short post');
    expect(words(await setUp())).toContain('a short post');
    expect(words(await setUp(`${RULE} quiet_weeks:skip`))).toContain('are left out');
  });

  it.each([
    ['time:25:00 timezone:Europe/Berlin', ['time: `25:00`', '18:00']],
    ['time:18:00 timezone:Berln', ['timezone: `Berln`', 'Hanoi']],
    ['time:66 timezone:Mars', ['time: `66`', 'timezone: `Mars`', 'Nothing was stored']],
  ])('%s: says what was typed and how it is typed, and stores nothing', async (typed, said) => {
    await mia.command('/digest off');
    const before = JSON.stringify(schedules(), (_, v) => String(v));
    const shown = await setUp(`day:Monday ${typed}`);
    for (const text of said) expect(words(shown)).toContain(text);
    expect(JSON.stringify(schedules(), (_, v) => String(v))).toBe(before);
  });

  it.each([
    ['ViewChannel', 'View Channel'],
    ['ReadMessageHistory', 'Read Message History'],
    ['SendMessages', 'Send Messages'],
    ['EmbedLinks', 'Embed Links'],
    ['AttachFiles', 'Attach Files'],
  ] as const)(
    'without %s in the channel: names it and what to do, and stores nothing',
    async (permission, name) => {
      digestChannel.deny(stage.guild.botRole, permission);
      const before = schedules().length;
      const shown = await setUp();
      expect(words(shown)).toContain(`I lack the permission ${name}.`);
      expect(words(shown)).toContain('settings → Permissions');
      expect(words(shown)).toContain('Nothing was stored');
      expect(schedules()).toHaveLength(before);
      digestChannel.reset(stage.guild.botRole);
      expect(words(await setUp())).toContain('The weekly digest is on');
    },
  );

  it('names several missing permissions at once, whatever took them away', async () => {
    digestChannel.deny(stage.guild.everyone, 'EmbedLinks');
    digestChannel.deny(stage.guild.bot, 'AttachFiles');
    expect(words(await setUp())).toContain('permissions Embed Links, Attach Files');
    // An overwrite for the bot itself is the last word.
    digestChannel.allow(stage.guild.bot, 'EmbedLinks', 'AttachFiles');
    expect(words(await setUp())).toContain('The weekly digest is on');
  });

  it('says so where Discord doesn’t tell what the bot may do, and stores nothing', async () => {
    const before = schedules().length;
    const fault = stage.discord.faults.rest(
      { kind: 'status', status: 500 },
      { match: /^GET \/guilds\/\d+$/ },
    );
    const shown = await (await setUp()).settled();
    expect(words(shown)).toContain('Discord didn’t tell me whether I can post in the channel');
    expect(words(shown)).toContain('Nothing was stored');
    expect(schedules()).toHaveLength(before);
    fault.stop();
    // Once is no trouble.
    stage.discord.faults.rest(
      { kind: 'status', status: 500 },
      { match: /^GET \/guilds\/\d+$/, times: 1 },
    );
    expect(words(await (await setUp()).settled())).toContain('The weekly digest is on');
  });

  it('offers zones with the time that it is there', async () => {
    const offered = await mia.autocomplete(
      `/digest setup channel:#general day:Monday time:18:00`,
      'timezone',
      'troll',
    );
    expect(offered[0]?.value).toBe('Antarctica/Troll');
    expect(offered[0]?.name).toMatch(/^Antarctica\/Troll · \d\d:\d\d now$/);
  });

  it('is for managers alone', async () => {
    const ben = stage.person('ben');
    await expect(ben.command('/digest status')).rejects.toThrow();
    const member = stage.guild.addMember({ name: 'Nora' });
    const shown = await stage.discord.dispatch(member, stage.general, {
      name: 'digest',
      options: [{ type: 1, name: 'status' }],
    });
    expect(shown.message?.text()).toContain('Manage Server');
  });
});

describe('/digest off and status', () => {
  it('say that nothing is set up, what is, and that it is off', async () => {
    const other = stage.discord.addGuild({ name: 'Others' });
    const leo = manager(stage, other.addChannel('lobby'));
    expect(words(await leo.command('/digest status'))).toContain('No digest is set up here');
    expect(words(await leo.command('/digest off'))).toContain('is off already');
    await leo.command(`/digest setup channel:#lobby ${RULE}`);
    const shown = words(await leo.command('/digest status'));
    expect(shown).toContain('Every Monday at 18:00');
    expect(shown).toContain('None was due yet');
    expect(words(await leo.command('/digest off'))).toContain('is off');
    expect(words(await leo.command('/digest status'))).toContain('It is turned off');
    await leo.command(`/digest setup channel:#lobby ${RULE}`);
    expect(words(await leo.command('/digest status'))).toContain('Every Monday at 18:00');
  });

  it('tell of a permission that went after the setup', async () => {
    await setUp();
    digestChannel.deny(stage.guild.botRole, 'SendMessages');
    expect(words(await mia.command('/digest status'))).toContain('Send Messages');
    digestChannel.delete();
    expect(words(await mia.command('/digest status'))).toContain('The channel is gone');
  });
});

it('posts at the minute that was set, without a clock being moved, and never pings', async () => {
  // The clocks begin three seconds before a full minute, and run as they do.
  const now = Date.now();
  const clockShift = minuteAfter(now, 10 * SECOND) - 4 * SECOND - now;
  const real = await Stage.open({ discord: { clockShift }, timeMoves: true });
  try {
    const nina = manager(real);
    const at = minuteAfter(real.discord.now(), 0);
    const shown = await nina.command(
      `/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`,
    );
    expect(words(shown)).toContain('The weekly digest is on');
    await expect.poll(() => digestsIn(real.general).length, { timeout: 90_000 }).toBe(1);
    const [post] = digestsIn(real.general);
    const postedAt = Date.parse(post?.createdAt ?? '');
    expect(postedAt).toBeGreaterThanOrEqual(at);
    expect(post?.pings).toMatchObject({ everyone: false });
    // The post is seen a moment before it is recorded.
    const { messageId } = await untilState(real, 'posted');
    expect(messageId).toBe(BigInt(post?.id ?? 0));
    const status = words(await nina.command('/digest status'));
    expect(status).toContain('posted');
    expect(JSON.stringify((await nina.command('/digest status')).message?.embeds)).toContain(
      `https://discord.com/channels/${real.guild.id}/${real.general.id}/${post?.id}`,
    );
    // Its button answers, also after a restart.
    await real.bot.stop();
    await real.start();
    if (post === undefined) throw new Error('no post');
    const how = await nina.press(post, 'How?');
    expect(how.ephemeral).toBe(true);
    expect(words(how)).toContain('How this digest is made');
    expect(real.discord.violations).toEqual([]);
  } finally {
    await real.close();
  }
  // Where the bot takes longer to start than it had, the minute is the next one.
}, 180_000);

it('breaks no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});
