import { describe, expect, test } from 'vitest';
import { createInsights } from '../../src/services/insights/insights.js';
import type { TypedScore } from '../../src/services/scores/typed-score.js';
import { providers } from '../support/databases.js';
import {
  ada,
  ben,
  DAY,
  HOUR,
  here,
  idOf,
  linkTo,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

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
    if (outcome.kind === 'draft') await at.drafts.confirmDraft(outcome.draftId, ada);
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
    expect(signals).toMatchObject({ basis: 'counted', videos: 12, told: 12 });
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
    expect(signals).toMatchObject({ basis: 'counted', videos: 12 });
    // As of the readings with the counts all likes are the same.
    expect(found(signals, 'likes')).toEqual({ kind: 'constant', signal: 'likes', n: 12 });
  });

  test('fall back on estimates, of the version that runs, without what these are made of', async () => {
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
    // Those that were counted would break the order.
    const before = found(signals, 'duration');
    expect(before).toMatchObject({ kind: 'correlation', rho: 1, n: 11 });
    // Another model turned the order of the estimates round, and one before it knew no order.
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
    await at.prisma.estimate.updateMany({
      where: { modelVersion: { not: 'later' } },
      data: { modelVersion: 'earlier', saves: 7, learnedFrom: 0 },
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
    const saves = (n: number) => 700 + 20 * place(n) + (n % 2 ? 900 : 0);
    for (let n = 1; n <= 22; n += 1) {
      await score(n, {
        category: n % 2 ? 'educational' : 'entertaining',
        saves: String(saves(n)),
      });
    }
    await score(23, { category: 'aesthetic', saves: '1200' });
    await score(24, { saves: '1200' });
    const { basis, categories, without, missing, looked } = await insights().categories(ada);
    // Three kinds, of which one is too small to be compared.
    expect(looked).toBe(2);
    expect({ basis, without, missing }).toEqual({ basis: 'counted', without: 1, missing: 0 });
    expect(categories.map(({ category, n }) => [category, n])).toEqual(
      expect.arrayContaining([
        ['educational', 11],
        ['entertaining', 11],
        ['aesthetic', 1],
      ]),
    );
    const odd = Array.from({ length: 11 }, (_, i) => saves(2 * i + 1));
    const sorted = odd.toSorted((a, b) => a - b);
    const of = (name: string) => categories.find(({ category }) => category === name);
    const [educational, entertaining] = [of('educational'), of('entertaining')];
    const aesthetic = of('aesthetic');
    expect(educational?.median).toBeCloseTo((sorted[5] ?? 0) / 100_000, 12);
    // The second and the tenth of eleven.
    expect(educational?.interval?.low).toBeCloseTo((sorted[1] ?? 0) / 100_000, 12);
    expect(educational?.comparison).toMatchObject({ moreThanChance: true, concludedAt: 10 });
    expect(educational?.comparison?.times).toBeGreaterThan(1.5);
    expect(entertaining?.comparison?.times).toBeLessThan(0.7);
    expect(aesthetic).toMatchObject({ interval: null, comparison: null });
  });

  test('hold two categories against each other once: that is one test', async () => {
    for (let n = 1; n <= 20; n += 1) {
      const category = n % 2 ? 'educational' : 'entertaining';
      await score(n, { category, saves: String(900 + 10 * place(n) + (n % 2 ? 900 : 0)) });
    }
    const { categories, looked } = await insights().categories(ada);
    expect(looked).toBe(1);
    expect(categories.map(({ comparison }) => comparison?.moreThanChance)).toEqual([true, true]);
  });

  test('know whose turn it is by the newest video, as the names while typing do', async () => {
    const turns = async () => {
      const [one] = (await insights().signals(ada)).experiments;
      const [named] = await at.scores.experiments(ada, '');
      return [one?.next, named?.turn];
    };
    for (let n = 8; n >= 3; n -= 1) await score(n, n % 2 ? { trying: 'music' } : {});
    expect(await turns()).toEqual(['without it', 'without it']);
    // Read again, or an older one: nothing changes.
    at.pass(DAY);
    await score(3);
    await score(8);
    expect(await turns()).toEqual(['without it', 'without it']);
    // Nor does one of another account, and one that can't be judged yet counts.
    await score(2, { link: linkTo(2, { handle: 'another', days: 5 }) });
    await score(3, { likes: '8200' });
    expect(await turns()).toEqual(['without it', 'without it']);
    await score(1, { link: linkTo(1, { days: 0 }) });
    expect(await turns()).toEqual(['with it', 'with it']);
  });

  test('use estimates for categories where too few real counts are known', async () => {
    for (let n = 1; n <= 12; n += 1) {
      await score(n, {
        category: n % 2 ? 'valuable' : 'aesthetic',
        ...(n <= 5 && { saves: '900' }),
      });
    }
    expect(await insights().categories(ada)).toMatchObject({
      basis: 'estimated',
      // Three and two were counted; six of each are needed.
      missing: 7,
      categories: [{ n: 6 }, { n: 6 }],
    });
  });

  test('hold an experiment that takes turns against those without it, at ten of each', async () => {
    const trying = 'Hook first';
    // A lower number is a newer video: 20 is the first with it.
    for (let n = 20; n >= 1; n -= 1) {
      const name = n === 6 ? 'HOOK FIRST' : trying;
      await score(n, {
        ...(n % 2 === 0 && { trying: name }),
        saves: String((n % 2 ? 700 : 1_500) + 10 * place(n)),
      });
    }
    const before = (await insights().signals(ada)).experiments[0];
    expect(before).toMatchObject({ name: trying, design: 'turns', during: 10, without: 10 });
    expect(before).toMatchObject({ basis: 'counted', missing: 0, next: 'with it' });
    expect(before?.comparison).toMatchObject({
      moreThanChance: true,
      concludedAt: 10,
      nextAt: 20,
    });
    expect(before?.comparison?.times).toBeGreaterThan(1.8);
    expect(before?.comparison?.times).toBeLessThan(2.3);
    // A second reading of a video is no second video.
    await score(20, { trying, saves: '1600' });
    expect((await insights().signals(ada)).experiments).toMatchObject([
      { during: 10, without: 10 },
    ]);
  });

  test('describe an experiment that came after something else, and find nothing in it', async () => {
    // Of those before it the nearest ten; the three before them did as well as those with it.
    for (let n = 23; n >= 1; n -= 1) {
      await score(n, {
        ...(n <= 10 && { trying: 'music' }),
        saves: String((n <= 10 || n > 20 ? 3_000 : 700) + 10 * place(n)),
      });
    }
    const [one] = (await insights().signals(ada)).experiments;
    expect(one).toMatchObject({
      design: 'before and after',
      during: 10,
      without: 10,
      next: 'without it',
      comparison: { moreThanChance: false, concludedAt: null },
    });
    expect(one?.comparison?.times).toBeGreaterThan(3);
  });

  test('see no change where one side was counted, or estimated with more knowledge', async () => {
    // Real saves a constant 2.5 times the estimate; with the change they are told, before not.
    const told = new Map<number, number>();
    for (let n = 12; n >= 1; n -= 1) {
      const likes = String(7_500 + 100 * (n % 6));
      const { estimate } = await scoreOf(
        at.submit({
          ...usual,
          likes,
          link: linkTo(n, { days: 10 + n }),
          ...(n <= 6 && { trying: 'outro' }),
        }),
      );
      told.set(n, estimate.saves);
      if (n === 6) {
        const reading = await at.prisma.reading.findFirstOrThrow({ orderBy: { id: 'desc' } });
        const typed = { saves: String(Math.round(2.5 * estimate.saves)), counts: null };
        const who = { interactionId: at.nextId(), callerId: ada, message: null };
        const outcome = await at.scores.addTruth(typed, reading.id, who);
        if (outcome.kind === 'draft') await at.drafts.confirmDraft(outcome.draftId, ada);
      }
    }
    // The estimates have learned, which is no change of the videos.
    expect(told.get(1)).toBeGreaterThan(1.3 * (told.get(7) ?? 0));
    const [one] = (await insights().signals(ada)).experiments;
    expect(one).toMatchObject({ during: 6, without: 6, basis: 'estimated', missing: 9 });
    expect(one?.comparison?.times).toBeCloseTo(1, 1);
    expect(one?.comparison).toMatchObject({ moreThanChance: false });
  });

  test('hold categories against each other alike, some counted and some not', async () => {
    for (let n = 1; n <= 16; n += 1) {
      const isCounted = n % 2 === 0;
      const likes = String(7_500 + 100 * (n % 5));
      await score(n, {
        likes,
        category: isCounted ? 'educational' : 'aesthetic',
        ...(isCounted && { saves: '1600' }),
      });
    }
    const { basis, categories } = await insights().categories(ada);
    expect(basis).toBe('estimated');
    expect(categories[0]?.comparison?.times).toBeCloseTo(1, 1);
    expect(categories.some(({ comparison }) => comparison?.moreThanChance)).toBe(false);
  });

  test('hold categories against each other by estimates that don’t know them', async () => {
    const shown: number[] = [];
    for (let n = 1; n <= 12; n += 1) {
      const category = n % 2 ? 'educational' : 'entertaining';
      const likes = String(7_500 + 100 * Math.ceil(n / 2));
      const typed = { ...usual, likes, category, link: linkTo(n, { days: 10 + n }) } as const;
      shown.push((await scoreOf(at.submit(typed))).estimate.saves);
    }
    expect((shown[0] ?? 0) / (shown[1] ?? 1)).toBeGreaterThan(1.2);
    const { basis, categories } = await insights().categories(ada);
    expect(basis).toBe('estimated');
    expect(categories.map(({ comparison }) => comparison?.times)).toEqual([
      expect.closeTo(1, 2),
      expect.closeTo(1, 2),
    ]);
  });

  test('say nothing of an experiment with four videos', async () => {
    for (let n = 4; n >= 1; n -= 1) await score(n, { trying: 'music' });
    for (let n = 5; n <= 9; n += 1) await score(n, { saves: '900' });
    expect((await insights().signals(ada)).experiments).toEqual([
      {
        name: 'music',
        design: 'turns',
        during: 4,
        without: 1,
        basis: 'estimated',
        missing: 9,
        next: 'without it',
        comparison: null,
      },
    ]);
  });

  test('don’t mix accounts where newest videos name none', async () => {
    for (let n = 1; n <= 10; n += 1) await score(n, { saves: String(800 + 20 * n) });
    // One account is known: what names none is of that one.
    await store({ title: 'No link', posted: '2026-11-20', saves: '900' });
    expect(await signalsOf()).toMatchObject({ videos: 11 });
    await score(30, { link: linkTo(30, { handle: 'another', days: 60 }), saves: '900' });
    at.pass(DAY);
    await store({ title: 'No link either', posted: '2026-11-21', saves: '900' });
    const { signals, ofUnknown } = await insights().signals(ada);
    expect({ signals, ofUnknown }).toEqual({
      signals: { kind: 'too little', judged: 1 },
      ofUnknown: 2,
    });
  });

  test('take equal counts told within a day for one video, where a name tells not two', async () => {
    const judged = async () => {
      const { signals } = await insights().signals(ada);
      return signals.kind === 'too little' ? signals.judged : Number.NaN;
    };
    for (let n = 0; n < 3; n += 1) {
      await store({});
      at.pass(HOUR);
    }
    expect(await judged()).toBe(1);
    // The one that was counted, or says which it is, stands for the others; they keep what they
    // told at another moment.
    await store({ saves: '900' });
    const counts = async () => (await insights().accuracy(ada))?.videos;
    expect(await counts()).toBe(1);
    expect(await judged()).toBe(1);
    await store({ likes: '8001' });
    at.pass(DAY);
    await store({});
    expect(await judged()).toBe(3);
    at.pass(2 * DAY);
    for (const n of [1, 2]) await score(n);
    for (const title of ['One', 'Two']) await store({ title, posted: '2026-11-02' });
    expect(await judged()).toBe(7);
  });

  test('leave photo posts out, also where only a later link told that it is one', async () => {
    const photo = { title: 'A walk', posted: '2026-10-24' } as const;
    await store({ ...photo, saves: '900' });
    await store({ ...photo, link: linkTo(1, { kind: 'photo' }) });
    expect(await at.prisma.video.findMany()).toMatchObject([{ kind: 'photo' }]);
    expect(await at.prisma.reading.count({ where: { kind: 'video' } })).toBe(1);
    expect((await insights().signals(ada)).signals).toEqual({ kind: 'too little', judged: 0 });
    expect(await insights().accuracy(ada)).toBeNull();
  });

  test('show the last four experiments, each name once', async () => {
    for (let n = 1; n <= 6; n += 1) await score(n, { trying: `change ${n}` });
    const { experiments } = await insights().signals(ada);
    expect(experiments.map(({ name }) => name)).toEqual([1, 2, 3, 4].map((n) => `change ${n}`));
    // A video is of the one that its last reading with a name named.
    await score(4, { trying: 'change 1' });
    await score(4);
    const again = (await insights().signals(ada)).experiments;
    expect(again.map(({ name, during }) => [name, during])).toEqual([
      ['change 1', 2],
      ['change 2', 1],
      ['change 3', 1],
      ['change 5', 1],
    ]);
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
    expect(result.inside?.hits).toBe(firsts.filter(({ inside }) => inside).length);
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

  test('hold a video told again and again without a link against its first estimate alone', async () => {
    for (let n = 0; n < 4; n += 1) {
      await store({ saves: String(900 + n) });
      at.pass(HOUR);
    }
    const first = await at.prisma.trueSave.findFirstOrThrow({ orderBy: { toldAt: 'asc' } });
    const found = await insights().accuracy(ada);
    expect(found).toMatchObject({ videos: 1, truths: 4 });
    expect(found?.off.median).toBeCloseTo(Math.exp(Math.abs(first.miss)), 9);
  });

  test('judge neither range nor trend by nine truths, and nothing by none', async () => {
    expect(await insights().accuracy(ada)).toBeNull();
    for (let n = 1; n <= 9; n += 1) await score(n, { saves: '900' });
    await score(30, { saves: '900', link: linkTo(30, { kind: 'photo' }) });
    expect(await insights().accuracy(ada)).toMatchObject({
      videos: 9,
      trend: null,
      inside: { holds: null },
    });
    expect(await insights().accuracy(ben)).toBeNull();
    // Where fewer than ten saves were estimated, whole numbers alone decide.
    await score(10, { views: '1500', likes: '30', comments: '1', shares: '1', saves: '1' });
    const small = await insights().accuracy(ada);
    expect(small?.latest[0]?.estimate.saves).toBeLessThan(10);
    expect(small).toMatchObject({ videos: 10, inside: { videos: 9, holds: null } });
    expect(small?.trend).not.toBeNull();
    await score(11, { saves: '900' });
    expect(await insights().accuracy(ada)).toMatchObject({
      videos: 11,
      inside: { videos: 10, holds: expect.any(String) },
    });
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
      data: ids.map((id, n) => ({
        ...{ ...reading, id, videoId: id, takenAt: later(n), tipTurn: null },
        likes: reading.likes + BigInt(n),
      })),
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
