import { describe, expect, test } from 'vitest';
import { improvementOf } from '../../src/services/boards/ranking.js';
import { standOut } from '../../src/services/digest/improved.js';
import type { WeekVideo } from '../../src/services/digest/readings.js';
import { workedHere } from '../../src/services/digest/worked.js';
import { categoriesInsight } from '../../src/services/insights/categories.js';
import { experimentsOf } from '../../src/services/insights/experiments.js';
import { signalsInsight } from '../../src/services/insights/signals.js';
import { inflationOf } from '../../src/services/saves/in-time.js';
import { compareGroups, SHOWN_FACTOR } from '../../src/services/saves/two-groups.js';
import { byLot, randomFrom, savesAt, sequence, videoAt } from '../support/sequences.js';

/** Of so many invented creators the share for whom something is found. */
function share(tries: number, seed: number, find: (random: () => number) => boolean): number {
  const random = randomFrom(seed);
  let found = 0;
  for (let n = 0; n < tries; n += 1) if (find(random)) found += 1;
  return found / tries;
}

const VIEWS = 1e9;
const TRIES = 600;

/** How the saves are known: all counted; all estimated; or of each kind half of them counted. */
const knowledge = {
  counted: () => true,
  estimated: () => false,
  mixed: (n: number) => n % 4 < 2,
} as const;
type Knowledge = keyof typeof knowledge;

/**
 * A creator's videos whose counts are 2.5 times what is estimated: who mixes the two finds that.
 *
 * @param factor how many times the saves those of the first group have.
 */
function videosOf(
  isFirst: readonly boolean[],
  how: Knowledge,
  factor: number,
  random: () => number,
) {
  const rates = sequence(isFirst.length, random);
  return rates.map((rate, n) => {
    const saves = VIEWS * Math.exp(rate) * (isFirst[n] === true ? factor : 1);
    const counted = knowledge[how](n) ? { counted: saves } : {};
    return savesAt(saves / 2.5, { ...counted, views: VIEWS, score: 0 });
  });
}

function experimentFound(each: number, how: Knowledge, factor: number, random: () => number) {
  const isFirst = Array.from({ length: 2 * each }, (_, n) => n % 2 === 1);
  const videos = videosOf(isFirst, how, factor, random).map((saves, n) =>
    videoAt(n, saves, { trying: isFirst[n] === true ? 'new outro' : null }),
  );
  return experimentsOf(videos)[0]?.comparison?.moreThanChance === true;
}

function categoryFound(each: number, how: Knowledge, factor: number, random: () => number) {
  const isFirst = byLot(2 * each, each, random);
  const videos = videosOf(isFirst, how, factor, random).map((saves, n) =>
    videoAt(n, saves, { category: isFirst[n] === true ? 'educational' : 'entertaining' }),
  );
  return categoriesInsight(videos).categories.some(
    ({ comparison }) => comparison?.moreThanChance === true,
  );
}

/** Scores as percentiles would be: the order of the save rates. */
function scored(saves: ReturnType<typeof videosOf>, n: number) {
  const scoreOf = (value: number) => 50 + 15 * Math.log(value / (VIEWS * Math.exp(-5)));
  const of = (measure: { saves: { value: number; low: number; high: number } } | null) => {
    if (measure === null) return null;
    const value = scoreOf(measure.saves.value);
    return { saves: measure.saves, score: { value, low: value, high: value } };
  };
  const one = saves[n];
  if (one === undefined) throw new Error('There are not so many.');
  const estimated = of(one.estimated);
  if (estimated === null) throw new Error('Everything is estimated.');
  return { ...one, counted: of(one.counted), estimated };
}

function improvementFound(each: number, how: Knowledge, factor: number, random: () => number) {
  const isOfWeek = Array.from({ length: 2 * each }, (_, n) => n >= each);
  const saves = videosOf(isOfWeek, how, factor, random);
  const readings = isOfWeek.map((_, n) => ({
    ...{ readingId: BigInt(n), videoId: BigInt(n), creatorId: 1n },
    ...{ takenAt: new Date(n * 86_400_000), saves: scored(saves, n) },
  }));
  const found = improvementOf(readings.slice(each), readings.slice(0, each));
  return found !== null && standOut([found]).length > 0;
}

function workedFound(each: number, how: Knowledge, factor: number, random: () => number) {
  const videos = Array.from({ length: 8 }, (_, creator) => {
    const isFirst = byLot(2 * each, each, random);
    const saves = videosOf(isFirst, how, factor, random);
    return isFirst.map((first, n): WeekVideo => {
      const id = BigInt(1_000 * creator + n);
      return {
        ...{ videoId: id, readingId: id, creatorId: BigInt(creator), joined: true, isKnown: true },
        ...{ takenAt: new Date(n * 86_400_000), saves: scored(saves, n), title: null, url: null },
        ...{ category: first ? 'educational' : 'entertaining', posted: null },
      };
    });
  }).flat();
  const week = { name: '00', from: new Date(0), to: new Date(1), isCut: false, videos };
  return workedHere([week]) !== null;
}

const finders = {
  experiments: { find: experimentFound, tries: TRIES },
  categories: { find: categoryFound, tries: TRIES },
  'most improved': { find: improvementFound, tries: TRIES },
  'what worked here': { find: workedFound, tries: TRIES / 5 },
} as const;

describe.each(Object.entries(finders))('%s', (_, { find, tries }) => {
  const cases = [
    ...([5, 10, 20] as const).flatMap((each) =>
      (['counted', 'estimated', 'mixed'] as const).map((how) => ({ each, how })),
    ),
    { each: 30, how: 'mixed' } as const,
  ];
  test.each(cases)('find nothing where nothing is: $each beside $each, $how', ({ each, how }) => {
    expect(share(tries, 7 * each, (random) => find(each, how, 1, random))).toBeLessThanOrEqual(
      0.06,
    );
  });

  test('find twice the saves among ten beside ten that were counted', () => {
    expect(share(tries, 3, (random) => find(10, 'counted', 2, random))).toBeGreaterThanOrEqual(0.6);
  });

  test('find it also where half of thirty beside thirty were counted', () => {
    expect(share(tries, 5, (random) => find(30, 'mixed', 2, random))).toBeGreaterThanOrEqual(0.6);
  });
});

describe('signals', () => {
  /** A creator's videos whose rates, lengths and saves wander, none because of another. */
  function signalFound(many: number, factor: number, random: () => number) {
    const [likes, comments, shares, duration] = [0, 0, 0, 0].map(() => sequence(many, random));
    const videos = sequence(many, random).map((rate, n) => {
      const of = (rates: readonly number[] | undefined) => Math.exp(rates?.[n] ?? 0);
      const saves = VIEWS * Math.exp(rate) * of(likes) ** factor;
      return videoAt(n, savesAt(saves / 2.5, { counted: saves, views: VIEWS }), {
        ...{ likes: VIEWS * of(likes), comments: VIEWS * of(comments) },
        ...{ shares: VIEWS * of(shares), duration: 1e4 * of(duration) },
      });
    });
    const found = signalsInsight(videos);
    if (found.kind !== 'signals') throw new Error('There are enough.');
    return found.signals.some((one) => 'moreThanChance' in one && one.moreThanChance);
  }

  test.each([10, 20, 40, 100, 200])('find nothing where nothing is, among %i videos', (many) => {
    const tries = many > 40 ? 300 : 1_000;
    const found = share(tries, 29 + many, (random) => signalFound(many, 0, random));
    expect(found).toBeLessThanOrEqual(0.06);
  });

  test('find one that moves the saves, among forty', () => {
    expect(share(100, 31, (random) => signalFound(40, 1, random))).toBeGreaterThan(0.8);
  });
});

test('neighbours are known to be alike: turns and lots give 1, blocks the more the longer', () => {
  const blocks = [5, 10, 20, 40].map((each) =>
    inflationOf(Array.from({ length: 2 * each }, (_, n) => n >= each)),
  );
  expect(blocks.map((one) => Number(one.toFixed(1)))).toEqual([1.1, 1.4, 2.3, 3.8]);
  const random = randomFrom(5);
  for (const each of [5, 10, 20, 40]) {
    expect(inflationOf(Array.from({ length: 2 * each }, (_, n) => n % 2 === 1))).toBe(1);
    const lots = Array.from({ length: 300 }, () => inflationOf(byLot(2 * each, each, random)));
    expect(Math.min(...lots)).toBe(1);
    expect(lots.reduce((sum, one) => sum + one) / lots.length).toBeLessThan(1.05);
  }
});

test.each([
  ['experiments', experimentFound],
  ['categories', categoryFound],
])('%s conclude nothing from estimates, and nothing below ten of each', (_, find) => {
  expect(share(50, 17, (random) => find(20, 'counted', 5, random))).toBeGreaterThan(0.9);
  expect(share(50, 17, (random) => find(20, 'estimated', 5, random))).toBe(0);
  expect(share(50, 19, (random) => find(9, 'counted', 5, random))).toBe(0);
});

test('two groups are concluded at 10, 20 and 40 of each, by the oldest, and at no number between', () => {
  // The change shows from the twentieth video on, and more with each.
  const members = sequence(90, randomFrom(23)).map((rate, n) => {
    const saves = VIEWS * Math.exp(rate + (n % 2 === 1 ? Math.max(0, n - 20) / 12 : 0));
    return { saves: savesAt(saves, { counted: saves, views: VIEWS }), isFirst: n % 2 === 1 };
  });
  const looks = [9, 10, 19, 20, 39, 40, 45].map((each) =>
    compareGroups(members.slice(0, 2 * each), 'counted'),
  );
  expect(looks.map(({ concludedAt }) => concludedAt)).toEqual([null, 10, 10, 20, 20, 40, 40]);
  expect(looks.map(({ nextAt }) => nextAt)).toEqual([10, 20, 20, 40, 40, null, null]);
  const [before, ten, nineteen, twenty, more, forty, last] = looks.map(({ p }) => p);
  expect([before, nineteen, more, last]).toEqual([null, ten, twenty, forty]);
  expect(ten).toBeGreaterThan(twenty ?? 1);
  expect(twenty).toBeGreaterThan(forty ?? 1);
});

test('what would show a factor is the first look that does in 8 of 10 cases, or none', () => {
  const needed = (spread: number) => {
    const videos = Array.from({ length: 20 }, (_, n) => {
      const saves = 1_000 * Math.exp((spread * ((n * 7) % 20)) / 2);
      return videoAt(n, savesAt(saves, { counted: saves, views: VIEWS }), {
        trying: n % 2 === 1 ? 'new outro' : null,
      });
    });
    return experimentsOf(videos)[0]?.comparison?.needed;
  };
  expect([0.05, 0.09, 0.12, 1].map(needed)).toEqual([10, 20, 40, null]);
  // Nor is it said of an earlier look than the one at which it does show.
  const random = randomFrom(37);
  const shows = (spread: number, each: number) =>
    share(400, 41, () => {
      const members = Array.from({ length: 2 * each }, (_, n) => {
        const isFirst = n % 2 === 1;
        const differs = spread * 10 * random();
        const saves = 1_000 * Math.exp(differs) * (isFirst ? SHOWN_FACTOR : 1);
        return { isFirst, saves: savesAt(saves, { counted: saves, views: VIEWS }) };
      });
      return (compareGroups(members, 'counted').p ?? 1) < 0.05;
    });
  for (const spread of [0.05, 0.09, 0.12]) {
    const look = needed(spread) ?? 0;
    expect(shows(spread, look)).toBeGreaterThan(0.78);
    if (look > 10) expect(shows(spread, look / 2)).toBeLessThan(0.8);
  }
});

describe('experiments looked at after each video', () => {
  test('find nothing where nothing is', () => {
    const found = share(100, 11, (random) => {
      const isFirst = Array.from({ length: 60 }, (_, n) => n % 2 === 1);
      const videos = videosOf(isFirst, 'counted', 1, random).map((saves, n) =>
        videoAt(n, saves, { trying: isFirst[n] === true ? 'new outro' : null }),
      );
      return videos.some(
        (__, n) => experimentsOf(videos.slice(0, n))[0]?.comparison?.moreThanChance === true,
      );
    });
    expect(found).toBeLessThanOrEqual(0.06);
  });

  test('describe what came after something else, and prove nothing with it', () => {
    const found = share(200, 13, (random) => {
      const isFirst = Array.from({ length: 40 }, (_, n) => n >= 20);
      const videos = videosOf(isFirst, 'counted', 5, random).map((saves, n) =>
        videoAt(n, saves, { trying: isFirst[n] === true ? 'new outro' : null }),
      );
      const [one] = experimentsOf(videos);
      expect(one).toMatchObject({ design: 'before and after', next: 'without it' });
      return one?.comparison?.moreThanChance === true;
    });
    expect(found).toBe(0);
  });
});
