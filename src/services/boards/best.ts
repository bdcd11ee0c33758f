import { type Basis, measured } from '../saves/saves.js';
import { BASES, byId, type JudgedReading } from './ranking.js';

/** A video of the week, as it was when the result was made. */
export interface WeekVideo {
  readonly readingId: bigint;
  readonly creatorId: bigint;
  /** As typed: it may hold anything. Null where none was told in public in the server. */
  readonly title: string | null;
  /** 0 to 100: among videos of the same number of views. */
  readonly score: number;
  /** Saves: the true count, else the estimate that all are compared by, and its 80 % range. */
  readonly saves: number;
  readonly low: number;
  readonly high: number;
  /** Whether it is the true count: those are compared with each other, and estimates too. */
  readonly told: boolean;
}

/** How many videos of a week are kept, by counts and by estimates each. */
export const MOST_VIDEOS = 10;

/** The best videos of a week, by counts and by estimates each, as far as they say it themselves. */
export function bestVideos(ofWeek: readonly JudgedReading[]) {
  return BASES.flatMap((basis) =>
    ofWeek
      .flatMap((reading) => inBasis(reading, basis) ?? [])
      .toSorted(highestFirst)
      .slice(0, MOST_VIDEOS),
  );
}

/** Counted ones first, then the best score first; equals in the order they came. */
export function highestFirst(
  a: { score: number; told: boolean; readingId: bigint },
  b: { score: number; told: boolean; readingId: bigint },
): number {
  return Number(b.told) - Number(a.told) || b.score - a.score || byId(a.readingId, b.readingId);
}

/** A video among those whose saves are known like its own: a counted one isn't estimated as well. */
function inBasis({ readingId, videoId, creatorId, saves }: JudgedReading, basis: Basis) {
  if ((saves.counted !== null) !== (basis === 'counted')) return null;
  const { saves: ranged, score } = measured(saves, basis);
  if (score === null) return null;
  const { value, low, high } = ranged;
  const told = basis === 'counted';
  return { readingId, videoId, creatorId, score: score.value, saves: value, low, high, told };
}
