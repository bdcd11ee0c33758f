import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { Prisma } from '../../src/db/generated/sqlite/client.js';
import { createConsents } from '../../src/services/consent.js';
import { createDigestComposer, type WeekContent } from '../../src/services/digest/content.js';
import type { FullWeek } from '../../src/services/digest/parts.js';
import { type ClaimedDigest, createDigestQueue } from '../../src/services/digest/queue.js';
import { readWeeks } from '../../src/services/digest/readings.js';
import { noteShown, takeOutOfDigests } from '../../src/services/digest/redaction.js';
import { loadContent } from '../../src/services/knowledge/content.js';
import { communityIn } from '../support/community.js';
import { providers } from '../support/databases.js';
import { DAY, elsewhere, HOUR, here, linkTo, useScoring } from '../support/scoring.js';

const { knowledge } = loadContent();

/** Eight members; the first ones agree where a test says so. */
const members = Array.from({ length: 9 }, (_, n) => 300_000_000_000_000_001n + BigInt(n));
const [ada, ben, cleo, dan, eva] = members as [bigint, bigint, bigint, bigint, bigint];

const until = new Date('2026-11-22T18:00:00.000Z');
const ago = (days: number) => new Date(until.getTime() - days * DAY);
const request = {
  guildId: here,
  week: { from: ago(7), to: until, label: '2026-W47' },
  timezone: 'UTC',
  locale: 'en-US',
};

describe.each(providers)('a digest’s content in %s', (provider) => {
  const at = useScoring(provider);
  const { tell, tellMany, agree } = communityIn(() => at.db);
  let gone: Set<bigint>;
  let asked: number;
  beforeEach(() => {
    gone = new Set();
    asked = 0;
  });
  const consents = () =>
    createConsents({
      db: at.db,
      clock: () => until,
      members: {
        isMember(_, memberId) {
          asked += 1;
          return Promise.resolve(!gone.has(memberId));
        },
      },
    });
  const composer = () =>
    createDigestComposer({
      db: at.db,
      consents: consents(),
      knowledge,
      draw: () => Promise.reject(new Error('Nothing is drawn here.')),
    });
  const content = async (over: Partial<typeof request> = {}): Promise<WeekContent> =>
    (await composer().preview({ ...request, ...over })).content;
  const week = async (over: Partial<typeof request> = {}): Promise<FullWeek> => {
    const made = await content(over);
    if (made.quiet) throw new Error('It was a quiet week.');
    return made;
  };
  /** Keeps a digest as the sender does. */
  const keep = async (made: WeekContent, over: Partial<typeof request> = {}) => {
    const { guildId, week: about, timezone, locale } = { ...request, ...over };
    return at.prisma.digest.create({
      data: {
        ...{ id: at.nextId(), guildId, week: about.label, weekFrom: about.from, dueAt: about.to },
        ...{ timezone, locale, quietWeeks: 'post', channelId: 1n, state: 'posted', attempts: 0 },
        ...{ messageId: 2n, postedAt: about.to },
        content: JSON.parse(JSON.stringify(made)),
      },
    });
  };

  test('counts the week beside the week before, each video once, by its last reading', async () => {
    await tell(
      { by: ada, at: ago(10), estimate: { saves: 400, low: 200, high: 800 } },
      { by: ben, at: ago(9), estimate: { saves: 500, low: 250, high: 1000 } },
      { by: cleo, at: ago(8), estimate: { saves: 900, low: 600, high: 1500 } },
      { by: ada, at: ago(6), video: 'knots', estimate: { saves: 1, low: 0, high: 2 } },
      { by: ada, at: ago(2), video: 'knots', estimate: { saves: 600, low: 300, high: 1200 } },
      { by: ben, at: ago(3), saves: 700 },
      { by: cleo, at: ago(1), estimate: { saves: 800, low: 500, high: 1300 } },
      { by: cleo, at: ago(1), verdict: 'too_small' },
    );
    const { now, before } = await week();
    expect(now).toMatchObject({ videos: 4, creators: 3, everybody: true, isCut: false });
    expect(now?.rate).toEqual({
      // All as estimated, Ben's too, who counted: else it would be counts beside estimates.
      ...{ value: 0.006, low: 0.003, high: 0.012 },
      ...{ videos: 3, estimated: 3, everybody: true },
    });
    expect(before).toMatchObject({ videos: 3, creators: 3 });
    expect(before?.rate).toMatchObject({ value: 0.005, low: 0.0025, high: 0.001 * 10 });
  });

  test('goes by counts where all of every week were counted', async () => {
    await tell(
      ...[ada, ben, cleo].flatMap((by, n) => [
        { by, at: ago(10), saves: 500 + n },
        { by, at: ago(2), saves: 700 + n },
      ]),
    );
    const { now, before } = await week();
    expect(now?.rate).toMatchObject({ value: 0.00701, low: 0.00701, estimated: 0 });
    expect(before?.rate).toMatchObject({ value: 0.00501, high: 0.00501, estimated: 0 });
    // One estimate among them, and all are estimated: two of five are no "all counted".
    await tell({ by: ada, at: ago(1) });
    const mixed = await week();
    expect(mixed.now?.rate).toMatchObject({ value: 0.006, low: 0.003, estimated: 4 });
    expect(mixed.before?.rate).toMatchObject({ value: 0.006, estimated: 3 });
    expect(mixed.chart.map(({ rate }) => rate.value)).toEqual([0.006, 0.006]);
  });

  test('holds this week against the same people’s week before, or against none', async () => {
    await agree(here, ago(60), ada, ben, cleo);
    const three = [ada, ben, cleo];
    await tell(
      ...three.map((by) => ({ by, at: ago(10) })),
      ...[dan, eva, dan + 100n].map((by) => ({ by, at: ago(10), score: 90 })),
      ...three.map((by) => ({ by, at: ago(2) })),
      { by: dan, at: ago(2) },
    );
    // This week one hasn't joined: totals are of those who have, and so is the week before.
    const { now, before } = await week();
    expect(now).toMatchObject({ videos: 3, everybody: false });
    expect(before).toMatchObject({ videos: 3, everybody: false });
    await at.prisma.reading.deleteMany({ where: { creatorId: ada, takenAt: { lt: ago(7) } } });
    const alone = await week();
    expect(alone).toMatchObject({
      now: { videos: 3 },
      before: null,
      missing: { before: 'others' },
    });
  });

  test('begins with the first moment of its week and ends before the moment it is due', async () => {
    await tell(
      { by: ada, at: request.week.from, title: 'first' },
      { by: ben, at: new Date(until.getTime() - 1), title: 'last' },
      { by: cleo, at: ago(3) },
      { by: dan, at: until, title: 'too late' },
      { by: eva, at: new Date(request.week.from.getTime() - 1), title: 'too soon' },
    );
    expect((await week()).now).toMatchObject({ videos: 3, creators: 3 });
  });

  test('weeks go by the wall clock of the server, across a change of the clock', async () => {
    // New York goes back on 1 November 2026: that week has an hour more.
    const to = new Date('2026-11-05T23:00:00.000Z');
    const from = new Date('2026-10-29T22:00:00.000Z');
    const over = { timezone: 'America/New_York', week: { from, to, label: '2026-W45' } };
    await tell(
      { by: ada, at: from },
      { by: ben, at: new Date(from.getTime() + HOUR / 2) },
      { by: cleo, at: new Date(to.getTime() - 1) },
      { by: dan, at: new Date(from.getTime() - 1) },
    );
    expect((await week(over)).now).toMatchObject({ videos: 3, creators: 3 });
  });

  test('shows no totals of fewer than three creators', async () => {
    await agree(here, ago(60), ada);
    await tell({ by: ada, at: ago(1), title: 'knots' }, { by: ben, at: ago(1), saves: 5 });
    const made = await week();
    expect(made.now).toBeNull();
    expect(made.chart).toEqual([]);
    expect(made.reportCard).toBeNull();
    expect(made.videos.map(({ title }) => title)).toEqual(['knots']);
  });

  test('totals don’t tell of one who didn’t agree by what is left when the others are taken off', async () => {
    await agree(here, ago(60), ada, ben, cleo);
    await tell(
      { by: ada, at: ago(1) },
      { by: ben, at: ago(1) },
      { by: cleo, at: ago(1) },
      { by: dan, at: ago(1), saves: 99_000, toldAt: ago(1) },
    );
    const { now, reportCard } = await week();
    expect(now).toMatchObject({ videos: 3, creators: 3, everybody: false });
    expect(now?.rate).toMatchObject({ videos: 3, estimated: 3, everybody: false });
    expect(reportCard).toBeNull();
  });

  test('says why there is no report card, though five told a real count', async () => {
    await agree(here, ago(60), ada, ben);
    await tell({ by: ada, at: ago(1), saves: 600 }, { by: ben, at: ago(1), saves: 600 });
    expect((await week()).missing).toMatchObject({ card: 'too few', now: 'too few' });
    for (const by of [cleo, dan]) await tell({ by, at: ago(1), saves: 600 });
    expect(await week()).toMatchObject({
      now: null,
      reportCard: null,
      missing: { card: 'few hidden', now: 'few hidden', rate: 'few hidden' },
    });
  });

  test('knows nothing of another server, and nothing private', async () => {
    await agree(here, ago(60), ada);
    await agree(elsewhere, ago(60), ben);
    await tell(
      { by: ada, at: ago(1), isPrivate: true, title: 'a secret', saves: 900 },
      { by: ben, at: ago(1), guildId: elsewhere, title: 'elsewhere' },
    );
    const made = await content();
    expect(made.quiet).toBe(true);
    expect(JSON.stringify(made)).not.toMatch(/a secret|elsewhere/);
  });

  test('calls a video by what was told of it here, not elsewhere or in private', async () => {
    await agree(here, ago(60), ada);
    await tell(
      { by: ada, at: ago(5), video: 'v', title: 'told elsewhere', guildId: elsewhere },
      { by: ada, at: ago(4), video: 'v', title: 'told in private', isPrivate: true },
      { by: ada, at: ago(1), video: 'v' },
    );
    expect((await week()).videos[0]?.title).toBeNull();
    await tell({ by: ada, at: ago(20), video: 'w', title: 'told here', verdict: 'too_early' });
    await tell({ by: ada, at: ago(1), video: 'w', score: 99 });
    expect((await week()).videos[0]?.title).toBe('told here');
  });

  test('names the three videos saved most for their size, of members who agreed', async () => {
    await agree(here, ago(60), ada, ben, cleo);
    await agree(elsewhere, ago(60), dan);
    gone.add(ben);
    await tell(
      { by: ada, at: ago(1), title: 'second', score: 80 },
      { by: ada, at: ago(1), title: 'fourth', score: 60 },
      { by: ben, at: ago(1), title: 'of one who left', score: 99 },
      { by: cleo, at: ago(1), title: 'third', score: 70 },
      { by: cleo, at: ago(1), title: 'many saves, few for its size', score: 10, views: 9_000_000 },
      { by: cleo, at: ago(1), title: 'first', score: 90 },
      { by: dan, at: ago(1), title: 'of one who agreed elsewhere', score: 99 },
      { by: eva, at: ago(1), title: 'of one who never agreed', score: 99 },
      { by: cleo, at: ago(1), title: 'a photo post', score: 99, kind: 'photo' },
      { by: cleo, at: ago(1), title: 'too small', verdict: 'too_small' },
    );
    const made = await week();
    expect(made.videos.map(({ title, score }) => [title, score])).toEqual([
      ['first', 90],
      ['second', 80],
      ['third', 70],
    ]);
    expect(made.videos.map(({ creatorId }) => creatorId)).toEqual([
      String(cleo),
      String(ada),
      String(cleo),
    ]);
    expect(JSON.stringify(made)).not.toContain(String(ben));
    expect(asked).toBeLessThanOrEqual(4);
  });

  test('names a video in the week alone in which it could be judged first', async () => {
    await agree(here, ago(60), ada);
    await tell(
      { by: ada, at: ago(9), video: 'judged before' },
      { by: ada, at: ago(1), video: 'judged before', title: 'judged before' },
      { by: ada, at: ago(9), video: 'too early', verdict: 'too_early' },
      { by: ada, at: ago(1), video: 'too early', title: 'too early before' },
    );
    expect((await week()).videos.map(({ title }) => title)).toEqual(['too early before']);
  });

  test('names three of each kind at most, and the three who gained most', async () => {
    const four = [ada, ben, cleo, dan];
    await agree(here, ago(200), ...four);
    await tell(
      ...four.flatMap((by, n) => [
        ...[0, 1, 2, 3, 4, 5, 6].map((i) => ({ by, at: ago(10 + 10 * i), saves: 300 + i })),
        ...[0, 1, 2, 3, 4, 5].map((i) => ({ by, at: ago(1), saves: 500 + 200 * n + i })),
        { by, at: ago(1) },
      ]),
    );
    const { videos, improved } = await week();
    expect(videos.map(({ told }) => told)).toEqual([true, true, true, false, false, false]);
    expect(improved.map(({ creatorId }) => creatorId)).toEqual([dan, cleo, ben].map(String));
  });

  test('goes by the day that was told, else by the id’s in the server’s zone', async () => {
    // Half past ten in the evening in London is the next morning in Kolkata.
    const link = linkTo(1, { days: 8.5625 });
    await tell({ by: ada, at: ago(1), link }, { by: ben, at: ago(1), link, posted: '2026-11-09' });
    for (const [timezone, day] of [
      ['Europe/London', '2026-11-14'],
      ['Asia/Kolkata', '2026-11-15'],
    ] as const) {
      const weeks = await readWeeks(at.db, { guildId: here, until, timezone });
      const days = weeks.at(-1)?.videos.map(({ posted }) => posted);
      expect(days?.sort()).toEqual(['2026-11-09', day]);
      expect(weeks).toHaveLength(13);
    }
  });

  test('a real count decides the score, and is shown as counted', async () => {
    await agree(here, ago(60), ada);
    await tell(
      { by: ada, at: ago(1), title: 'estimated', score: 70 },
      { by: ada, at: ago(1), title: 'nameless', score: 99, isUnknown: true },
      { by: ada, at: ago(1), title: 'counted', score: 5, saves: 20_000 },
      { by: ada, at: ago(1), title: 'told after', score: 5, saves: 20_000, toldAt: until },
    );
    const [first, second, third] = (await week()).videos;
    expect(first).toMatchObject({
      title: 'counted',
      told: true,
      saves: { value: 20_000, low: 20_000, high: 20_000 },
    });
    expect(first?.score).toBeGreaterThan(90);
    expect(second?.title).toBe('estimated');
    expect(third).toMatchObject({ title: 'told after', told: false, score: 5 });
  });

  test('names who gained most beside their own twelve weeks before', async () => {
    await agree(here, ago(200), ada, ben, cleo);
    const scores = (by: bigint, before: readonly number[], now: readonly number[]) => [
      ...before.map((score, n) => ({ by, at: ago(10 + 10 * n), score })),
      ...now.map((score) => ({ by, at: ago(1), score })),
    ];
    await tell(
      ...scores(ada, [40, 42, 44, 46, 48, 43, 45], [60, 61, 70, 71, 72, 73]),
      // One video above is no week, and a little above may be chance.
      ...scores(ben, [40, 42, 44, 46, 48], [90]),
      ...scores(cleo, [70, 80, 60, 75, 65], [72, 71, 76]),
      ...scores(dan, [10, 11, 12, 13, 14, 15, 16], [90, 91, 92, 93, 94]),
    );
    expect((await week()).improved).toEqual([
      { creatorId: String(ada), before: 44, now: 70.5, videos: 6, basis: 'estimated' },
    ]);
  });

  test('calls nobody improved whose estimates alone have learned', async () => {
    await agree(here, ago(200), ada);
    // Alike videos: the estimates of now know one count more, and are shown with more saves.
    const more = { score: 90, estimate: { saves: 1_500, low: 1_000, high: 2_000 } };
    const all = Array.from({ length: 10 }, (_, n) => n);
    await tell(
      ...all.map((n) => ({ by: ada, at: ago(10 + 5 * n), learnedFrom: 1, score: 50 + n })),
      ...all.map(() => ({ by: ada, at: ago(1), learnedFrom: 2, ...more })),
    );
    expect((await week()).improved).toEqual([]);
  });

  test('tells how good the estimates were, by the truths that were told in the week', async () => {
    await tell(
      { by: ada, at: ago(30), saves: 1200, toldAt: ago(1), inside: true },
      { by: ben, at: ago(2), saves: 300, inside: false },
      { by: cleo, at: ago(2), saves: 600, inside: true },
      { by: cleo, at: ago(9), saves: 999_999, inside: false },
      { by: dan, at: ago(2), saves: 9, inside: false, isPrivate: true },
      { by: dan, at: ago(2), saves: 90_000, inside: false, kind: 'photo' },
      // Told again it is the same video; below ten saves whole numbers alone decide.
      { by: cleo, at: ago(1), video: 'again', saves: 600, inside: true, toldAt: ago(1.5) },
      { by: cleo, at: ago(1), video: 'again', saves: 999_999, inside: false },
      { by: cleo, at: ago(2), estimate: { saves: 3, low: 1, high: 7 }, saves: 3, inside: true },
    );
    const { reportCard } = await week();
    expect(reportCard).toMatchObject({ truths: 5, inside: 3, judged: 4, everybody: true });
    expect(reportCard?.factor).toBeCloseTo(1, 2);
    // Counted before the week its estimate had learned of the very video; and one video told as
    // several is one.
    const same = { by: ada, likes: 7_777n, isUnknown: true, saves: 99_999, inside: false };
    await tell(
      { by: dan, at: ago(20), video: 'known', saves: 1, inside: false },
      { by: dan, at: ago(1), video: 'known', saves: 1, inside: false },
      ...[3, 2, 1].map((hours) => ({ ...same, at: ago(hours / 24) })),
    );
    expect((await week()).reportCard).toMatchObject({ truths: 6, inside: 3, judged: 5 });
  });

  test('draws only weeks that may be shown, oldest first', async () => {
    await tell(
      ...[ada, ben, cleo].flatMap((by) => [
        { by, at: ago(1) },
        { by, at: ago(15) },
        { by, at: ago(80) },
      ]),
      { by: ada, at: ago(8) },
    );
    const { chart } = await week();
    expect(chart.map((bar) => bar.until)).toEqual([ago(14).toISOString(), until.toISOString()]);
    expect(chart[0]?.rate).toEqual({ value: 0.006, low: 0.003, high: 0.012 });
  });

  test('draws all weeks of everybody, or all of those who agreed', async () => {
    await agree(here, ago(60), ada, ben, cleo);
    const low = { estimate: { saves: 60, low: 30, high: 120 } };
    const others = members.slice(3, 9);
    await tell(
      ...[1, 15].flatMap((days) => [ada, ben, cleo].map((by) => ({ by, at: ago(days) }))),
      ...others.map((by) => ({ by, at: ago(1), ...low })),
    );
    const rates = async () => (await week()).chart.map(({ rate }) => rate.value);
    expect(await rates()).toEqual([0.006, 0.0006]);
    // One of those who didn't agree would be told of by that week's bar.
    await tell({ by: dan, at: ago(15), ...low });
    expect(await rates()).toEqual([0.006, 0.006]);
  });

  test('is the same for the same data and moment, and its tip and question move on each week', async () => {
    await agree(here, ago(60), ada, ben);
    await tell(...[ada, ben, cleo].map((by) => ({ by, at: ago(1), score: 50 })));
    expect(await content()).toEqual(await content());
    const next = await content({
      week: { from: until, to: new Date(until.getTime() + 7 * DAY), label: '2026-W48' },
    });
    const now = await content();
    expect(next.tip.id).not.toBe(now.tip.id);
    expect(next.question.id).not.toBe(now.question.id);
    expect(now.question).toMatchObject({
      checked: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      source: { title: expect.any(String) },
    });
  });

  test('of a quiet week is quiet, and whether it would go out is as the server chose', async () => {
    await tell({ by: ada, at: ago(8) });
    const { content: made, isSkipped } = await composer().preview(request);
    expect(made).toMatchObject({ quiet: true, week: '2026-W47' });
    expect(composer().chartKey(made)).toBeNull();
    expect(isSkipped).toBe(true);
    await at.prisma.digestSchedule.create({
      data: {
        ...{ guildId: here, channelId: 1n, weekday: 7, time: '18:00', timezone: 'UTC' },
        ...{ quietWeeks: 'post', locale: 'en-US', version: 1 },
      },
    });
    expect((await composer().preview(request)).isSkipped).toBe(false);
  });

  test('comes back from the database as it was kept, though the data changed since', async () => {
    await agree(here, ago(60), ada);
    await tell(...[ada, ben, cleo].map((by) => ({ by, at: ago(1), score: 50, title: 'knots' })));
    const made = await composer().compose(request);
    await keep(made);
    await tell({ by: ada, at: ago(1), score: 99, title: 'later' });
    const row = await at.prisma.digest.findFirstOrThrow();
    expect(composer().read(row.content)).toEqual(made);
    expect(composer().chartKey(composer().read(row.content))).toBe(composer().chartKey(made));
  });

  test('loses a member’s parts in every server when their data is deleted', async () => {
    for (const guildId of [here, elsewhere]) {
      await agree(guildId, ago(60), ada, ben);
      await tell(
        {
          ...{ by: ada, at: ago(1), guildId, score: 90, title: 'Ada’s own knots' },
          link: 'https://www.tiktok.com/@ada.films/video/7300000000000000001',
        },
        { by: ben, at: ago(1), guildId, score: 80, title: 'Ben’s boat' },
      );
      const made = await composer().compose({ ...request, guildId });
      expect(JSON.stringify(made)).toContain('ada.films');
      await keep(made, { guildId });
    }
    expect(await takeOutOfDigests(at.db, ada)).toBe(2);
    for (const { content: kept } of await at.prisma.digest.findMany()) {
      const text = JSON.stringify(kept);
      for (const trace of [String(ada), 'ada.films', 'knots']) expect(text).not.toContain(trace);
      expect(text).toContain('Ben’s boat');
      expect(composer().read(kept)).toMatchObject({ isRedacted: true });
    }
    expect(await at.prisma.digestShown.count({ where: { creatorId: ada } })).toBe(0);
    expect(await takeOutOfDigests(at.db, ada)).toBe(0);
  });

  test('loses them in the one server where the member takes back the agreement or leaves', async () => {
    for (const guildId of [here, elsewhere]) {
      await agree(guildId, ago(60), ada, ben);
      await tell(
        { by: ada, at: ago(1), guildId, title: 'Ada’s knots' },
        { by: ben, at: ago(1), guildId, title: 'Ben’s boat' },
      );
      await keep(await composer().compose({ ...request, guildId }), { guildId });
    }
    await consents().leave(here, ada);
    gone.add(ben);
    await at.prisma.consent.updateMany({ data: { memberAt: ago(60) } });
    await consents().shownIn(here);
    const kept = async (guildId: bigint) =>
      JSON.stringify((await at.prisma.digest.findFirstOrThrow({ where: { guildId } })).content);
    expect(await kept(here)).not.toMatch(/knots|boat/);
    expect(await kept(elsewhere)).toMatch(/knots/);
  });

  test('loses all of those who are taken out in the same moment', async () => {
    await agree(here, ago(60), ada, ben, cleo);
    await tell(...[ada, ben, cleo].map((by) => ({ by, at: ago(1), title: `by ${by}` })));
    await keep(await composer().compose(request));
    await Promise.all([ada, ben, cleo].map((id) => takeOutOfDigests(at.db, id)));
    const { content: kept } = await at.prisma.digest.findFirstOrThrow();
    expect(composer().read(kept)).toMatchObject({ videos: [], improved: [], isRedacted: true });
  });

  describe('of a digest under way', () => {
    const queue = () => createDigestQueue({ db: at.db, clock: () => until });
    /** A digest that is claimed, and nothing of it is with Discord yet. */
    const claimed = async (): Promise<ClaimedDigest> => {
      const { id } = await keep(await content());
      await at.prisma.digest.update({
        where: { id },
        data: { state: 'due', nextTryAt: until, content: Prisma.DbNull, messageId: null },
      });
      const [digest] = await queue().claim(1);
      if (digest === undefined) throw new Error('There was none.');
      return digest;
    };
    const begin = (digest: ClaimedDigest, made: WeekContent) =>
      queue().beginSending(digest, made, composer().shown(made));
    const row = () => at.prisma.digest.findFirstOrThrow();
    beforeEach(async () => {
      await agree(here, ago(60), ada, ben);
      await tell({ by: ada, at: ago(1), title: 'Ada’s knots' });
      await tell({ by: ben, at: ago(1), title: 'Ben’s boat' });
    });

    test('taken back before it is sent: it is put back, and composed anew without them', async () => {
      const digest = await claimed();
      const made = await composer().compose(request);
      await consents().leave(here, ada);
      expect(await begin(digest, made)).toBe(false);
      expect(await row()).toMatchObject({
        state: 'due',
        content: null,
        claim: null,
        doubtSince: null,
      });
      const anew = await composer().compose(request);
      await at.prisma.digest.updateMany({ data: { nextTryAt: until } });
      const [again] = await queue().claim(1);
      if (again === undefined) throw new Error('It was not put back.');
      expect(await begin(again, anew)).toBe(true);
      expect(JSON.stringify((await row()).content)).toMatch(/boat/);
      expect(JSON.stringify((await row()).content)).not.toMatch(/knots/);
    });

    test('taken back when it may be with Discord: what is kept stays without them', async () => {
      const digest = await claimed();
      const made = await composer().compose(request);
      expect(await begin(digest, made)).toBe(true);
      await consents().leave(here, ada);
      // Taken up again, by somebody who had read it just before.
      const doubtful = { ...digest, doubtSince: until };
      expect(await begin(doubtful, made)).toBe(false);
      expect(await row()).toMatchObject({ state: 'sending', claim: null, doubtSince: until });
      expect(JSON.stringify((await row()).content)).not.toMatch(/knots/);
    });

    test('while it is taken back: what may be with Discord loses them all the same', async () => {
      const digest = await claimed();
      const made = await composer().compose(request);
      expect(await begin(digest, made)).toBe(true);
      // Between the two steps of taking it back.
      await at.prisma.consent.deleteMany({ where: { guildId: here, creatorId: ada } });
      expect(await begin({ ...digest, doubtSince: until }, made)).toBe(false);
      await takeOutOfDigests(at.db, ada, here);
      expect(JSON.stringify((await row()).content)).not.toMatch(/knots/);
    });

    test.each([
      ['new', null],
      ['in doubt', until],
    ])('at any moment of a sending that is %s: nothing of them is kept', async (_, doubtSince) => {
      for (let pause = 80; pause < 140; pause += 4) {
        const digest = await claimed();
        const made = await composer().compose(request);
        if (doubtSince !== null) expect(await begin(digest, made)).toBe(true);
        // What is stored is gathered for a tenth of a second before.
        const sending = begin({ ...digest, doubtSince }, made);
        const leaving = sleep(pause).then(() => consents().leave(here, ada));
        await Promise.all([sending, leaving]);
        expect(JSON.stringify((await row()).content)).not.toMatch(/knots/);
        expect(await at.prisma.digestShown.count({ where: { creatorId: ada } })).toBe(0);
        await at.prisma.digest.deleteMany();
        await consents().join(here, ada);
      }
    });

    test('taken back while it is composed: no note of them is left', async () => {
      const { videos } = await week();
      expect(videos.map(({ creatorId }) => creatorId)).toContain(String(ada));
      await at.prisma.consent.deleteMany({ where: { guildId: here, creatorId: ada } });
      await noteShown(at.db, request, [ada, ben]);
      const noted = await at.prisma.digestShown.findMany();
      expect(noted.map(({ creatorId }) => creatorId)).toEqual([ben]);
    });
  });

  test('looked at before it is due, leaves no trace', async () => {
    await agree(here, ago(60), ada);
    await tell({ by: ada, at: ago(1) });
    await composer().preview(request);
    expect(await at.prisma.digestShown.count()).toBe(0);
    await composer().compose(request);
    await composer().compose(request);
    expect(await at.prisma.digestShown.count()).toBe(1);
  });

  test('of a server with more readings than are looked at says that there are more', async () => {
    const many = Array.from({ length: 21_000 }, (_, n) => ({
      by: members[n % members.length] ?? ada,
      at: new Date(until.getTime() - 1 - n * 20_000),
    }));
    await tellMany(many);
    const { now, before, chart } = await week();
    expect(now).toMatchObject({ videos: 20_000, isCut: true });
    expect(before).toBeNull();
    expect(chart).toEqual([]);
  }, 120_000);
});
