import type { InsightVideo } from '../../src/services/insights/videos.js';
import type { Measure, Saves } from '../../src/services/saves/saves.js';

const DAY = 86_400_000;

/** Numbers from 0 to 1 that are the same in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function normalFrom(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * Log save rates of one creator's videos in their order, as alike as those of real creators: a part
 * that wanders over twenty videos, a little that stays for a few, and each video's own, with tails
 * heavier than a normal distribution's.
 */
export function sequence(length: number, random: () => number): number[] {
  const spread = 0.51 * Math.exp(0.35 * normalFrom(random));
  let slow = normalFrom(random);
  return Array.from({ length }, () => {
    const keeps = Math.exp(-1 / 20);
    slow = keeps * slow + Math.sqrt(1 - keeps ** 2) * normalFrom(random);
    const heavy = random() < 0.1 ? 2 : 1;
    return -5 + spread * (Math.sqrt(0.18) * slow + Math.sqrt(0.82) * heavy * normalFrom(random));
  });
}

/** Deals `first` of so many places by lot. */
export function byLot(length: number, first: number, random: () => number): boolean[] {
  const places = Array.from({ length }, (_, place) => ({ place, lot: random() }));
  const chosen = new Set(
    places
      .toSorted((a, b) => a.lot - b.lot)
      .slice(0, first)
      .map(({ place }) => place),
  );
  return places.map(({ place }) => chosen.has(place));
}

/** Saves known in both ways, or estimated alone. */
export function savesAt(
  estimated: number,
  {
    counted,
    score = null,
    views = 100_000,
  }: { counted?: number; score?: number | null; views?: number } = {},
): Saves {
  const measure = (saves: number): Measure => ({
    saves: { value: saves, low: saves, high: saves },
    score: score === null ? null : { value: score, low: score, high: score },
  });
  return {
    views,
    isJudged: true,
    counted: counted === undefined ? null : measure(counted),
    estimated: measure(estimated),
  };
}

/** A creator's n-th video: a day after the one before. */
export function videoAt(n: number, saves: Saves, more: Partial<InsightVideo> = {}): InsightVideo {
  return {
    ...{ id: BigInt(n + 1), at: n * DAY, takenAt: new Date(n * DAY), title: null, postedOn: null },
    ...{ category: null, duration: null, views: saves.views, likes: 8_000, comments: 300 },
    ...{ shares: 700, saves, watched: null, followers: null, trying: null, ...more },
  };
}
