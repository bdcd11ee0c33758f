import type { Channel, Message } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bringSampleCommunity, type SampleCommunity } from '../../playground/sample-community.js';
import { sampleMs, samplePlan } from '../../playground/sample-plan.js';
import { weekOf, weeksLater } from '../../src/lib/weeks.js';
import { NOTHING, Stage } from '../support/bot.js';

const WEEK = 7 * 86_400_000;

let stage: Stage;
let elsewhere: Channel;
let community: SampleCommunity;
const progress: string[] = [];
beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true, discord: { clockShift: -sampleMs } });
  elsewhere = stage.discord.addGuild({ name: 'Elsewhere' }).addChannel('general');
  community = await bringSampleCommunity({
    ...stage,
    channel: stage.general,
    onProgress: (done, of) => progress.push(`${done}/${of}`),
  });
});
afterAll(() => stage.close());

const proxies = (messages: readonly Message[]) => messages.map((one) => one.field('Save Proxy'));

it('submits what was planned, and nothing is refused or asked about', () => {
  const { people, readings } = community;
  const rows = people.map((person) => stage.stored(person));
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((all, row) => all + of(row), 0);
  expect(people).toHaveLength(8);
  expect(readings).toBeGreaterThan(60);
  expect(sum((row) => row.readings)).toBe(readings);
  expect(sum((row) => row.estimates)).toBe(readings);
  expect(sum((row) => row.drafts)).toBe(0);
  // About a third comes with the real count, and some videos come a second time.
  expect(sum((row) => row.truths) / readings).toBeGreaterThan(0.2);
  expect(sum((row) => row.truths) / readings).toBeLessThan(0.5);
  expect(readings - sum((row) => row.videos)).toBeGreaterThan(8);
  expect(progress.at(-1)).toBe(`${readings}/${readings}`);
  expect(progress).toHaveLength(readings);
});

it('shows everybody the scores, and those in private to their author alone', () => {
  const { people, readings, inPrivate } = community;
  expect(inPrivate).toBeGreaterThan(2);
  const open = stage.person('bob').sees();
  expect(open).toHaveLength(readings - inPrivate);
  const judged = proxies(open).filter((text) =>
    /^\d+ \/ 100( \(heuristic\), \d+ to \d+ \/ 100)?$/.test(text ?? ''),
  );
  expect(proxies(open)).not.toContain(undefined);
  // The others are too early, and say when to come back.
  expect(judged.length / open.length).toBeGreaterThan(0.85);
  expect(proxies(open).some((text) => text?.startsWith('too early'))).toBe(true);
  const hidden = people.flatMap((person) =>
    person
      .sees()
      .filter((one) => one.visibleTo === person.member.id && one.field('Save Proxy') !== undefined),
  );
  expect(hidden).toHaveLength(inPrivate);
  expect(open.some((message) => hidden.includes(message))).toBe(false);
});

it('names its people and videos as samples', () => {
  for (const message of stage.person('bob').sees()) {
    const [embed] = message.embeds;
    expect(embed?.title).toMatch(/^Sample: /);
    expect(embed?.url).toMatch(/^https:\/\/www\.tiktok\.com\/@sample\./);
  }
  expect(community.people.every(({ member }) => member.name.startsWith('Sample: '))).toBe(true);
});

it('is on the boards by name, but for who keeps out', async () => {
  // Of the week that is over: in the first hours of a week nobody is on the one that runs.
  const { name } = weeksLater(weekOf(new Date(stage.discord.now())), -1);
  const carl = stage.person('carl');
  const shown = await (await carl.command(`/leaderboard show week:${name}`)).settled();
  const named = community.people.filter(({ member }) => shown.text().includes(member.name));
  expect(named.length).toBeGreaterThan(2);
  expect(named.map(({ member }) => member.name)).not.toContain('Sample: Luca');
});

it('follows some videos over weeks', () => {
  const longest = stage.rows<{ days: number }>(
    'SELECT (MAX(julianday("takenAt")) - MIN(julianday("takenAt"))) AS "days" FROM "Reading" GROUP BY "videoId"',
  );
  expect(longest.filter(({ days }) => days > 20).length).toBeGreaterThan(3);
});

it('spreads over six weeks and ends at the present', () => {
  const times = stage
    .person('bob')
    .sees()
    .map((message) => Date.parse(message.createdAt));
  const weeks = times.map((at) => Math.floor((at - (Date.now() - sampleMs)) / WEEK));
  expect([...new Set(weeks)]).toEqual([0, 1, 2, 3, 4, 5]);
  expect(stage.discord.clockShift).toBe(0);
  const taken = stage
    .rows<{ takenAt: string }>('SELECT "takenAt" FROM "Reading" ORDER BY "id"')
    .map(({ takenAt }) => Date.parse(takenAt));
  expect(taken).toEqual(taken.toSorted((a, b) => a - b));
  expect((taken.at(-1) ?? 0) - (taken[0] ?? 0)).toBeGreaterThan(5 * WEEK);
});

it('holds creators of every size', () => {
  const views = community.people.map((person) => {
    const [row] = stage.rows<{ views: bigint }>(
      'SELECT MAX("views") AS "views" FROM "Reading" WHERE "creatorId" = ?',
      BigInt(person.member.id),
    );
    return Number(row?.views);
  });
  expect(Math.min(...views)).toBeLessThan(10_000);
  expect(Math.max(...views)).toBeGreaterThan(2_000_000);
});

it('goes on when time passes, each at its time', async () => {
  const before = stage.discord.now();
  const times = () =>
    community.people.flatMap((one) => one.sees().map(({ createdAt }) => Date.parse(createdAt)));
  const had = times().length;
  while (community.nextAt < before + WEEK) {
    await stage.letTimePass(Math.max(0, community.nextAt + 1_000 - stage.discord.now()));
    await community.goOn();
  }
  const came = times().filter((at) => at > before);
  expect(times().length - had).toBe(came.length);
  expect(new Set(came.map((at) => Math.floor((at - before) / (WEEK / 7)))).size).toBeGreaterThan(2);
});

it('leaves other servers and other members alone', async () => {
  const away = stage.person('cleo', { in: elsewhere });
  expect(away.sees()).toEqual([]);
  expect(stage.stored(away)).toEqual(NOTHING);
  expect((await away.command('/help')).text()).not.toContain('Sample');
});

it('is the same whenever it begins at the same moment', () => {
  const begin = Date.UTC(2026, 9, 1);
  expect(samplePlan(begin)).toEqual(samplePlan(begin));
  const withoutDates = (at: number) =>
    samplePlan(at).map(({ line }) => line.replace(/(posted|link):\S+/g, ''));
  expect(withoutDates(begin)).toEqual(withoutDates(begin + 5 * WEEK));
});

it('broke no rule of Discord', () => {
  expect(stage.discord.violations).toEqual([]);
});
