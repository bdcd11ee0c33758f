import { describe, expect, test } from 'vitest';
import { improvementOf } from '../../src/services/boards/ranking.js';
import { standOut } from '../../src/services/digest/improved.js';
import type { WeekVideo } from '../../src/services/digest/readings.js';
import { workedHere } from '../../src/services/digest/worked.js';
import { categoriesInsight } from '../../src/services/insights/categories.js';
import { experimentsOf } from '../../src/services/insights/experiments.js';
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

/** How the saves are known: all counted; all estimated; or here one, there the other. */
const knowledge = {
  counted: () => true,
  estimated: () => false,
  mixed: (n: number) => n % 3 === 0,
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
  const cases = ([5, 10, 20] as const).flatMap((each) =>
    (['counted', 'estimated', 'mixed'] as const).map((how) => ({ each, how })),
  );
  test.each(cases)('find nothing where nothing is: $each beside $each, $how', ({ each, how }) => {
    expect(share(tries, 7 * each, (random) => find(each, how, 1, random))).toBeLessThanOrEqual(
      0.06,
    );
  });

  test('find twice the saves among ten beside ten that were counted', () => {
    expect(share(tries, 3, (random) => find(10, 'counted', 2, random))).toBeGreaterThanOrEqual(0.6);
  });
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
