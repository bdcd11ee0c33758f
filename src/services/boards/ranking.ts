import { mean, median } from 'simple-statistics';
import type { Board } from '../../db/generated/sqlite/enums.js';
import { type Week, weeksLater } from '../../lib/weeks.js';
import { alike } from '../saves/alike.js';
import { type Basis, measured, type Saves } from '../saves/saves.js';

/*
 * What the boards compare. Every figure is made of scores: percentiles among videos of the same
 * number of views, so that size alone wins nothing; and of one kind of saves, all counted or all
 * estimated alike. All of it is a heuristic; docs/boards.md tells it to people.
 */

export const BOARDS = ['improvement', 'saved', 'consistency'] as const satisfies readonly Board[];

/** Videos of the week that a median of it needs. */
export const FEWEST_THIS_WEEK = 2;
/** Videos before the week that one's own median needs. */
export const FEWEST_BEFORE = 5;
/** Weeks before it that one's own median looks at. */
export const WEEKS_BEFORE = 12;
/** Weeks that consistency looks at, the week itself included, and the videos it needs in them. */
export const STEADY_WEEKS = 4;
export const FEWEST_STEADY = 5;

/** A reading that could be judged, of a creator who agreed to be shown. */
export interface JudgedReading {
  readonly readingId: bigint;
  readonly videoId: bigint;
  readonly creatorId: bigint;
  readonly takenAt: Date;
  readonly saves: Saves;
}

/** What one creator reached on one board. */
export interface Result {
  readonly board: Board;
  readonly creatorId: bigint;
  /**
   * Points of the score. `improvement`: the median of the week above one's own median before, more
   * is better; `saved`: the median of the week, more is better; `consistency`: the mean distance
   * from one's own median, less is better.
   */
  readonly value: number;
  /** One's own median before, where the board compares with it. */
  readonly before: number | null;
  /** How many videos it is made of, and how many of them by true counts: all or none. */
  readonly videos: number;
  readonly told: number;
}

/** How the saves behind a result are known. Results are held against those of their kind alone. */
export function basisOf({ videos, told }: Pick<Result, 'videos' | 'told'>): Basis {
  return told === videos ? 'counted' : 'estimated';
}

/** Something with a place: equals share it, and the places they take up stay empty (1, 1, 3). */
export type Placed<T> = T & { readonly place: number };

/** The readings that count in a week, and those that one's own median and consistency look back at. */
export interface Counting {
  readonly ofWeek: readonly JudgedReading[];
  readonly before: readonly JudgedReading[];
}

/**
 * Each video counts once: in the week in which it could be judged first, with its last reading of
 * that week. So no video can be sent again each week, and all are about as old.
 *
 * @param readings in any order, of `week` and WEEKS_BEFORE weeks before it.
 */
export function countingReadings(
  readings: readonly JudgedReading[],
  week: Week,
  weekOf: (moment: Date) => Week,
): Counting {
  const counting = new Map<bigint, { readonly week: string; reading: JudgedReading }>();
  for (const reading of readings.toSorted(byTime)) {
    const { name } = weekOf(reading.takenAt);
    const known = counting.get(reading.videoId);
    if (known === undefined) counting.set(reading.videoId, { week: name, reading });
    else if (known.week === name) known.reading = reading;
  }
  const all = [...counting.values()];
  return {
    ofWeek: all.filter((one) => one.week === week.name).map(({ reading }) => reading),
    before: all.filter((one) => one.week < week.name).map(({ reading }) => reading),
  };
}

/**
 * What every creator reached on every board: by true counts where there are enough of them, else by
 * estimates. Those by counts first, the best of each board first.
 */
export function resultsOf({ ofWeek, before }: Counting, week: Week): Result[] {
  const steadySince = weeksLater(week, 1 - STEADY_WEEKS).from;
  const earlier = byCreator(before);
  const results: Result[] = [];
  for (const [creatorId, now] of byCreator(ofWeek)) {
    const past = earlier.get(creatorId) ?? [];
    const add = (
      board: Board,
      value: number,
      { videos, basis }: Scored,
      own: number | null = null,
    ) => {
      const told = basis === 'counted' ? videos : 0;
      results.push({ board, creatorId, value, before: own, videos, told });
    };
    const [level] = scored([now], [FEWEST_THIS_WEEK]) ?? [];
    if (level !== undefined) add('saved', median([...level.scores]), level);
    const improved = improvementOf(now, past);
    // A board praises: who is below their own median is nobody else's business.
    if (improved !== null && improved.now > improved.before) {
      add('improvement', improved.now - improved.before, improved, improved.before);
    }
    const steady = [...past.filter(({ takenAt }) => takenAt >= steadySince), ...now];
    const [all] = scored([steady], [FEWEST_STEADY]) ?? [];
    if (all !== undefined) add('consistency', distance(all.scores), all);
  }
  return results.toSorted(bestFirst);
}

/** A creator's week beside the weeks before it. Scores are medians. */
export interface Improved extends Scored {
  readonly now: number;
  readonly before: number;
  /** Those of the weeks before, and of the week, as they were told. */
  readonly scoresBefore: readonly number[];
}

/** The week beside those before it, alike; null where either has too few videos. */
export function improvementOf(
  now: readonly JudgedReading[],
  past: readonly JudgedReading[],
): Improved | null {
  const [week, before] = scored([now, past], [FEWEST_THIS_WEEK, FEWEST_BEFORE]) ?? [];
  if (week === undefined || before === undefined) return null;
  return {
    ...week,
    now: median([...week.scores]),
    before: median([...before.scores]),
    scoresBefore: before.scores,
  };
}

/** Scores of a creator's videos, all known in one way. */
interface Scored {
  readonly basis: Basis;
  readonly scores: readonly number[];
  readonly videos: number;
}

/** The scores of some groups, alike; null where one has too few videos. */
function scored(
  groups: readonly (readonly JudgedReading[])[],
  fewest: readonly number[],
): Scored[] | null {
  const found = alike(groups, fewest);
  const all = found.groups.map((group) => ({
    basis: found.basis,
    scores: group
      .toSorted(byTime)
      .flatMap(({ saves }) => measured(saves, found.basis).score?.value ?? []),
    videos: group.length,
  }));
  return all.every(({ videos }, place) => videos >= (fewest[place] ?? 0)) ? all : null;
}

/** Gives places to results of one board, best first: those by counts, then those by estimates. */
export function placed<T extends Result>(results: readonly T[]): Placed<T>[] {
  return BASES.flatMap((basis) =>
    withPlaces(
      results.filter((one) => basisOf(one) === basis),
      goodness,
    ),
  );
}

/** Counts come first. */
export const BASES = ['counted', 'estimated'] as const satisfies readonly Basis[];

/** The order in which results are kept: those by counts first, then the best first. */
export function bestFirst(a: Result, b: Result): number {
  return (
    BASES.indexOf(basisOf(a)) - BASES.indexOf(basisOf(b)) ||
    goodness(b) - goodness(a) ||
    byId(a.creatorId, b.creatorId)
  );
}

/**
 * Gives places to anything, best first.
 *
 * @param goodness more is better; equal ones share their place.
 */
export function withPlaces<T>(sorted: readonly T[], goodness: (one: T) => number): Placed<T>[] {
  let place = 0;
  let last: number | null = null;
  return sorted.map((one, index) => {
    const value = goodness(one);
    if (value !== last) place = index + 1;
    last = value;
    return { ...one, place };
  });
}

/** The order of a board: more is better. */
export function goodness({ board, value }: Pick<Result, 'board' | 'value'>): number {
  return board === 'consistency' ? -value : value;
}

/** The mean distance of numbers from their median, in tenths as it is shown: what looks alike is a tie. */
function distance(numbers: readonly number[]): number {
  const middle = median([...numbers]);
  return Math.round(10 * mean(numbers.map((one) => Math.abs(one - middle)))) / 10;
}

/** Oldest first; readings of one moment in the order of their ids. */
function byTime(a: JudgedReading, b: JudgedReading): number {
  return a.takenAt.getTime() - b.takenAt.getTime() || byId(a.readingId, b.readingId);
}

export function byId(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}

/** What belongs to each creator, in the order given. */
export function byCreator<T extends { readonly creatorId: bigint }>(
  all: readonly T[],
): Map<bigint, T[]> {
  const groups = new Map<bigint, T[]>();
  for (const one of all) {
    const group = groups.get(one.creatorId);
    if (group === undefined) groups.set(one.creatorId, [one]);
    else group.push(one);
  }
  return groups;
}
