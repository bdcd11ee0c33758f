import { describe, expect, test } from 'vitest';
import { rankTest } from '../../src/lib/statistics.js';
import { createInsights } from '../../src/services/insights/insights.js';
import type { TypedScore } from '../../src/services/scores/typed-score.js';
import { providers } from '../support/databases.js';
import { ada, ben, DAY, here, idOf, linkTo, scoreOf, useScoring } from '../support/scoring.js';

const usual = { views: '100000', likes: '8000', comments: '300', shares: '700' } as const;

/** In no order that has to do with the number of a video. */
const mixed = [7, 2, 11, 5, 13, 1, 9, 4, 14, 6, 12, 3, 10, 8];
const place = (n: number) => mixed[(n - 1) % mixed.length] ?? 0;

/** Spearman's rho without ties, from the squared differences of ranks that are counted. */
function rhoOf(pairs: readonly (readonly [number, number])[]): number {
  const rank = (values: readonly number[], value: number) =>
    values.filter((other) => other <= value).length;
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  const squares = pairs.reduce((sum, [x, y]) => sum + (rank(xs, x) - rank(ys, y)) ** 2, 0);
  const n = pairs.length;
  return 1 - (6 * squares) / (n * (n * n - 1));
}

describe.each(providers)('insights in %s', (provider) => {
  const at = useScoring(provider);
  const insights = () => createInsights({ db: at.db, clock: () => at.now });

  async function store(typed: Partial<TypedScore>, who = {}): Promise<void> {
    const outcome = await at.submit({ ...usual, ...typed }, who);
    if (outcome.kind === 'draft') await at.scores.confirmDraft(outcome.draftId, ada);
  }

  /** Each video is a day older than the one before: a higher number is an earlier video. */
  async function score(n: number, typed: Partial<TypedScore> = {}, who = {}): Promise<void> {
    await store({ link: linkTo(n, { days: 10 + n }), ...typed }, who);
  }

  async function signalsOf(days?: number) {
    const { signals } = await insights().signals(ada, days);
    if (signals.kind !== 'signals') throw new Error(`Too little: ${signals.judged}`);
    return signals;
  }

  const found = (signals: Awaited<ReturnType<typeof signalsOf>>, name: string) =>
    signals.signals.find(({ signal }) => signal === name);

  test('hold every signal against the saves that the creator counted', async () => {
    const videos = Array.from({ length: 12 }, (_, i) => {
      const n = i + 1;
      return {
        likes: 6_000 + 100 * place(n),
        comments: 300 - 5 * n,
        shares: 500 + 30 * ((n * 5) % 13),
        watch: 5 + ((n * 7) % 12),
        followers: 20 + ((n * 4) % 13),
        duration: 20 + ((n * 3) % 13),
        saves: 800 + 25 * n + (n % 2) * 60,
      };
    });
    for (const [i, video] of videos.entries()) {
      await score(i + 1, {
        likes: String(video.likes),
        comments: String(video.comments),
        shares: String(video.shares),
        watch_time: video.watch,
        new_followers: String(video.followers),
        duration: video.duration,
        saves: String(video.saves),
      });
    }
    const signals = await signalsOf();
    expect(signals).toMatchObject({ basis: 'told', videos: 12, told: 12 });
    for (const [name, value] of [
      ['likes', (video: (typeof videos)[number]) => video.likes],
      ['comments', ({ comments }) => comments],
      ['shares', ({ shares }) => shares],
      ['watched', ({ watch, duration }) => watch / duration],
      ['followers', ({ followers }) => followers],
      ['duration', ({ duration }) => duration],
    ] satisfies [string, (video: (typeof videos)[number]) => number][]) {
      const one = found(signals, name);
      if (one?.kind !== 'correlation') throw new Error(`${name} is ${one?.kind}.`);
      const rho = rhoOf(videos.map((video) => [value(video), video.saves]));
      expect(one.rho).toBeCloseTo(rho, 9);
      expect(one.n).toBe(12);
      expect(one.interval.low).toBeLessThanOrEqual(rho);
      expect(one.interval.high).toBeGreaterThanOrEqual(rho);
    }
    expect(found(signals, 'comments')).toMatchObject({ moreThanChance: true });
    expect(found(signals, 'watched')).toMatchObject({ moreThanChance: false });
  });

  test('compare weekends with weekdays by the day that was typed', async () => {
    const videos = Array.from({ length: 14 }, (_, i) => {
      const day = new Date(Date.UTC(2026, 9, 1 + i));
      return { day, saves: ([0, 6].includes(day.getUTCDay()) ? 2_000 : 900) + 10 * place(i + 1) };
    });
    // Two weeks have four days of weekend; the fifth comes with another Sunday.
    const sunday = { day: new Date(Date.UTC(2026, 9, 18)), saves: 2_200 };
    for (const [n, { day, saves }] of [...videos, sunday].entries()) {
      await store({
        title: `Video ${n}`,
        posted: day.toISOString().slice(0, 10),
        saves: String(saves),
      });
    }
    const one = found(await signalsOf(), 'weekend');
    expect(one).toMatchObject({ kind: 'weekend', weekends: 5, weekdays: 10, moreThanChance: true });
    if (one?.kind !== 'weekend') throw new Error('It was not compared.');
    expect(one.times).toBeGreaterThan(1.9);
    expect(one.times).toBeLessThan(2.4);
    expect(one.interval?.low).toBeGreaterThan(1);
  });

  test('take of each video its last reading with a real count, once', async () => {
    for (let n = 1; n <= 12; n += 1) await score(n, { saves: String(800 + 20 * n) });
    at.pass(2 * DAY);
    for (let n = 1; n <= 12; n += 1) await score(n, { likes: String(7_000 + 50 * place(n)) });
    const signals = await signalsOf();
    expect(signals).toMatchObject({ basis: 'told', videos: 12 });
    // As of the readings with the counts all likes are the same.
    expect(found(signals, 'likes')).toEqual({ kind: 'constant', signal: 'likes', n: 12 });
  });

  test('fall back on estimates, of the version shown first, without what these are made of', async () => {
    for (let n = 1; n <= 11; n += 1) {
      await score(n, {
        likes: String(6_000 + 200 * n),
        duration: 10 + n,
        ...(n < 4 && { saves: '900' }),
      });
    }
    const signals = await signalsOf();
    expect(signals).toMatchObject({ basis: 'estimated', videos: 11, told: 3 });
    expect(signals.signals.map(({ signal }) => signal)).toEqual(['duration', 'weekend']);
    // A later model would turn the order of the estimates round; it was not what was shown.
    const before = found(signals, 'duration');
    const first = await at.prisma.estimate.findMany();
    await at.prisma.estimate.createMany({
      data: first.map((row) => ({
        ...row,
        parts: [],
        modelVersion: 'later',
        saves: 10_000 - row.saves,
        createdAt: new Date(row.createdAt.getTime() + 1_000),
      })),
    });
    expect(found(await signalsOf(), 'duration')).toEqual(before);
  });

  test('are the creator’s own, private ones too, of one account, without photos and what is too early', async () => {
    for (let n = 1; n <= 10; n += 1) {
      await score(n, { saves: String(800 + 20 * n), private: n % 2 === 0 });
    }
    await score(20, { saves: '900' }, { creatorId: ben });
    await score(21, { link: linkTo(21, { kind: 'photo', days: 40 }) });
    await score(22, { link: linkTo(22, { days: 0 }) });
    await score(23, { views: '500', likes: '20', comments: '1', shares: '1' });
    expect(await signalsOf()).toMatchObject({ videos: 10 });
    expect((await insights().signals(ada)).waiting).toBe(2);
    expect((await insights().signals(ben)).signals).toEqual({ kind: 'too little', judged: 1 });
    expect((await insights().signals(77n)).signals).toEqual({ kind: 'too little', judged: 0 });
    // Now another account is the newest.
    at.pass(DAY);
    await score(30, { link: linkTo(30, { handle: 'another', days: 40 }) });
    expect((await insights().signals(ada)).signals).toEqual({ kind: 'too little', judged: 1 });
  });

  test('of some days leave out what was scored before', async () => {
    for (let n = 1; n <= 10; n += 1) await score(n, { saves: String(800 + 20 * n) });
    at.pass(10 * DAY);
    for (let n = 11; n <= 13; n += 1) await score(n, { saves: String(800 + 20 * n) });
    expect(await signalsOf()).toMatchObject({ videos: 13 });
    expect((await insights().signals(ada, 7)).signals).toEqual({ kind: 'too little', judged: 3 });
    expect(await signalsOf(11)).toMatchObject({ videos: 13 });
  });

  test('compare categories with all others, and say nothing of small ones', async () => {
    const saves = (n: number) => 700 + 20 * place(n) + (n > 7 ? 900 : 0);
    for (let n = 1; n <= 14; n += 1) {
      await score(n, {
        category: n > 7 ? 'educational' : 'entertaining',
        saves: String(saves(n)),
      });
    }
    await score(15, { category: 'aesthetic', saves: '1200' });
    await score(16, { saves: '1200' });
    const { basis, categories, without, estimated } = await insights().categories(ada);
    expect({ basis, without, estimated }).toEqual({ basis: 'told', without: 1, estimated: 0 });
    expect(categories.map(({ category, n }) => [category, n])).toEqual([
      ['educational', 7],
      ['entertaining', 7],
      ['aesthetic', 1],
    ]);
    const sorted = [8, 9, 10, 11, 12, 13, 14].map(saves).toSorted((a, b) => a - b);
    const [educational, entertaining, aesthetic] = categories;
    expect(educational?.median).toBeCloseTo((sorted[3] ?? 0) / 100_000, 12);
    expect(educational?.interval?.low).toBeCloseTo((sorted[0] ?? 0) / 100_000, 12);
    expect(educational?.comparison).toMatchObject({ moreThanChance: true });
    expect(educational?.comparison?.times).toBeGreaterThan(1.5);
    expect(entertaining?.comparison?.times).toBeLessThan(0.7);
    expect(aesthetic).toMatchObject({ interval: null, comparison: null });
  });

  test('use estimates for categories where too few real counts are known', async () => {
    for (let n = 1; n <= 12; n += 1) {
      await score(n, {
        category: n % 2 ? 'valuable' : 'aesthetic',
        ...(n <= 5 && { saves: '900' }),
      });
    }
    expect(await insights().categories(ada)).toMatchObject({
      basis: 'told or estimated',
      estimated: 7,
      categories: [{ n: 6 }, { n: 6 }],
    });
  });

  test('hold an experiment against as many videos before it, by the day they went public', async () => {
    const trying = 'Hook first';
    // Video 10 is the first with it; 11 to 30 went public before, 1 to 9 after.
    for (const n of [10, 8, 6, 4, 2]) {
      await score(n, { trying: n === 6 ? 'HOOK FIRST' : trying, saves: String(1_500 + 10 * n) });
    }
    await score(9, { saves: '3000' });
    // Told later, but published before: these are before.
    for (let n = 11; n <= 30; n += 1) await score(n, { saves: String(n < 16 ? 700 + n : 1_500) });
    // A second reading of a video is no second video.
    await score(10, { trying, saves: '1600' });
    const [one, ...others] = (await insights().signals(ada)).experiments;
    expect(others).toEqual([]);
    expect(one).toMatchObject({ during: 5, before: 5, estimated: 0 });
    // The five nearest before, all below every one with it: p = 2 / C(10, 5).
    expect(rankTest([6, 7, 8, 9, 10], [1, 2, 3, 4, 5]).p).toBeCloseTo(2 / 252, 12);
    expect(one?.comparison).toMatchObject({ moreThanChance: true });
    expect(one?.comparison?.times).toBeGreaterThan(2);
    expect(one?.comparison?.times).toBeLessThan(2.4);
  });

  test('say nothing of an experiment with four videos, and count estimates', async () => {
    for (let n = 1; n <= 4; n += 1) await score(n, { trying: 'music' });
    for (let n = 5; n <= 9; n += 1) await score(n, { saves: '900' });
    expect((await insights().signals(ada)).experiments).toEqual([
      { name: 'music', during: 4, before: 5, estimated: 4, comparison: null },
    ]);
  });

  test('show the last four experiments, each name once', async () => {
    for (let n = 1; n <= 6; n += 1) await score(n, { trying: `change ${n}` });
    const { experiments } = await insights().signals(ada);
    expect(experiments.map(({ name }) => name)).toEqual([1, 2, 3, 4].map((n) => `change ${n}`));
  });

  test('hold each first truth against the estimate that was shown', async () => {
    for (let n = 1; n <= 12; n += 1) {
      at.pass(60_000);
      await score(n, { saves: String(500 + 150 * place(n)), title: `Video ${n}` });
    }
    at.pass(DAY);
    // A second truth of the first video: listed, but not counted again.
    await score(1, { saves: '2000', title: 'Video 1' });
    const result = await insights().accuracy(ada);
    if (result === null) throw new Error('There are truths.');
    const rows = await at.prisma.trueSave.findMany({ orderBy: { toldAt: 'asc' } });
    const firsts = rows.slice(0, 12);
    expect(result).toMatchObject({ videos: 12, truths: 13 });
    expect(result.latest).toHaveLength(10);
    expect(result.latest[0]).toMatchObject({ title: 'Video 1', saves: 2_000 });
    expect(result.inside.hits).toBe(firsts.filter(({ inside }) => inside).length);
    const distances = firsts.map(({ miss }) => Math.abs(miss));
    const sorted = distances.toSorted((a, b) => a - b);
    const middle = ((sorted[5] ?? 0) + (sorted[6] ?? 0)) / 2;
    expect(result.off.median).toBeCloseTo(Math.exp(middle), 9);
    // The third and the tenth of twelve: Gardner and Altman's table.
    expect(result.off.interval?.low).toBeCloseTo(Math.exp(sorted[2] ?? 0), 9);
    expect(result.off.interval?.high).toBeCloseTo(Math.exp(sorted[9] ?? 0), 9);
    const middleOf = (values: readonly number[]) => {
      const ordered = values.toSorted((a, b) => a - b);
      return Math.exp(((ordered[2] ?? 0) + (ordered[3] ?? 0)) / 2);
    };
    expect(result.trend?.first).toBeCloseTo(middleOf(distances.slice(0, 6)), 9);
    expect(result.trend?.last).toBeCloseTo(middleOf(distances.slice(6)), 9);
  });

  test('judge neither range nor trend by nine truths, and nothing by none', async () => {
    expect(await insights().accuracy(ada)).toBeNull();
    for (let n = 1; n <= 9; n += 1) await score(n, { saves: '900' });
    expect(await insights().accuracy(ada)).toMatchObject({
      videos: 9,
      trend: null,
      inside: { holds: null },
    });
    expect(await insights().accuracy(ben)).toBeNull();
  });

  test('look at the last 200 videos and truths of a creator with thousands', async () => {
    await score(1, { saves: '900' });
    const [video, reading, estimate, truth] = await Promise.all([
      at.prisma.video.findFirstOrThrow(),
      at.prisma.reading.findFirstOrThrow(),
      at.prisma.estimate.findFirstOrThrow(),
      at.prisma.trueSave.findFirstOrThrow(),
    ]);
    const ids = Array.from({ length: 1_200 }, (_, n) => idOf(n, 5_000));
    const later = (n: number) => new Date(at.now.getTime() + 1_000 * n);
    await at.prisma.video.createMany({
      data: ids.map((id) => ({ ...video, id, identity: `reading:${id}`, titleKey: null })),
    });
    await at.prisma.reading.createMany({
      data: ids.map((id, n) => ({ ...reading, id, videoId: id, takenAt: later(n), tipTurn: null })),
    });
    await at.prisma.estimate.createMany({
      data: ids.map((readingId) => ({ ...estimate, readingId, parts: [] })),
    });
    await at.prisma.trueSave.createMany({
      data: ids.map((readingId, n) => ({
        ...truth,
        readingId,
        toldAt: later(n),
        toldBy: readingId,
      })),
    });
    expect(await signalsOf()).toMatchObject({ videos: 200, told: 200 });
    expect(await insights().accuracy(ada)).toMatchObject({ videos: 200, truths: 200 });
    expect((await insights().accuracy(ada))?.latest[0]?.readingId).toBe(ids.at(-1));
  });

  test('under a score count the experiment as of its reading', async () => {
    const outcomes = [];
    for (let n = 5; n >= 1; n -= 1) {
      outcomes.push(await at.submit({ ...usual, link: linkTo(n, { days: 10 + n }), trying: 'x' }));
    }
    const scores = outcomes.flatMap((one) => (one.kind === 'score' ? [one.score] : []));
    expect(scores.map(({ experiment }) => experiment?.videos)).toEqual([1, 2, 3, 4, 5]);
    for (const one of scores) {
      const again = await at.scores.find(one.readingId, { id: ada, guildId: here });
      expect(again.experiment).toEqual(one.experiment);
    }
    const photo = { ...usual, link: linkTo(8, { kind: 'photo' }), trying: 'x' };
    expect((await scoreOf(at.submit(photo))).experiment?.videos).toBe(5);
    const plain = await at.submit({ ...usual, link: linkTo(9) });
    expect(plain.kind === 'score' && plain.score.experiment).toBeNull();
  });
});
