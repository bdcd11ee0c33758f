import type { Message, Person } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoSession, openDemo } from '../../playground/demo-session.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** A Monday, in the morning. */
const BEGIN = Date.UTC(2026, 10, 23, 9);

let session: DemoSession;
let sam: Person;
beforeAll(async () => {
  session = await openDemo({ beginsAt: BEGIN });
  sam = who('Sam');
});
afterAll(async () => {
  await session?.close();
  expect(session?.discord.violations).toEqual([]);
});

function who(name: string, channelName = 'saves'): Person {
  const [guild] = session.guilds;
  const member = [...(guild?.members.values() ?? [])].find((one) => one.name === name);
  const channel = [...(guild?.channels.values() ?? [])].find((one) => one.name === channelName);
  return session.person(member?.id ?? '', channel?.id ?? '');
}

/** What the bot posted by itself. */
function digests(): Message[] {
  return sam
    .sees()
    .filter(({ interaction, author }) => interaction === undefined && author.bot === true);
}

const pass = async (ms: number) => session.passTime?.(ms);

it('begins when it is told to', () => {
  expect(Math.abs(session.now() - BEGIN)).toBeLessThan(HOUR);
});

it('posts a digest that was set up for the week that is let pass, at its hour', async () => {
  const set = await sam.command(
    '/digest setup channel:#saves day:Wednesday time:18:00 timezone:UTC quiet_weeks:post',
  );
  expect((await set.settled()).text()).toContain('Wednesday');
  await pass(WEEK);
  const [first, ...others] = digests();
  expect(others).toEqual([]);
  const due = Date.UTC(2026, 10, 25, 18);
  const at = Date.parse(first?.createdAt ?? '');
  expect(at).toBeGreaterThanOrEqual(due);
  expect(at).toBeLessThan(due + HOUR);
  const status = await (await sam.command('/digest status')).settled();
  expect(status.text()).not.toContain('48 hours');
});

it('posts each of several weeks that are let pass at once', async () => {
  const before = digests().length;
  await pass(3 * WEEK);
  expect(digests().length - before).toBe(3);
});

it('lets no time pass over a digest that the bot has in its hands', async () => {
  const { faults } = session.discord;
  const POST = /^POST \/channels\/\d+\/messages$/;
  const before = digests().length;
  const slow = faults.rest({ kind: 'hang after', ms: 1_000 }, { match: POST });
  await pass(2 * WEEK);
  slow.stop();
  expect(slow.hits).toBe(2);
  expect(digests().length - before).toBe(2);
}, 120_000);

it('lets the sample community go on while time passes, and tells of it in the digest', async () => {
  const told: string[] = [];
  await session.fillSample?.((text) => told.push(text));
  expect(told.at(-1)).toMatch(/more come in as time passes/);
  const scores = () => sam.sees().filter((one) => one.field('Save Proxy') !== undefined);
  const before = { scores: scores().length, digests: digests().length };
  await pass(WEEK);
  expect(scores().length - before.scores).toBeGreaterThan(6);
  const [digest] = digests().slice(before.digests);
  expect(digest?.text()).toContain('Sample: ');
}, 240_000);

it('lets time pass while Discord is in trouble, and nobody types meanwhile', async () => {
  session.faults.switch('server error', 'always');
  const before = session.now();
  const seen = sam.sees().length;
  await pass(2 * DAY);
  session.faults.switch('server error', 'off');
  expect(session.now() - before).toBeGreaterThanOrEqual(2 * DAY);
  expect(sam.sees().length).toBe(seen);
});

it('has a thread and a post in a forum, in which commands work', async () => {
  for (const place of ['first lines', 'where is the bookmark']) {
    const shown = await who('Mia', place).command('/help');
    expect(shown.message?.channel.name).toBe(place);
    expect(shown.text()).not.toBe('');
  }
});
