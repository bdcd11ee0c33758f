import { mean, median } from 'simple-statistics';
import type { Board } from '../../db/generated/sqlite/enums.js';
import { type Week, weeksLater } from '../../lib/weeks.js';

/*
 * What the boards compare. Every figure is made of scores: percentiles among videos of the same
 * number of views, so that size alone wins nothing. All of it is a heuristic; docs/boards.md tells
 * it to people.
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
  /** 0 to 100, from the true count where it is known, else from the estimate. */
  readonly score: number;
  /** Whether the true count is known. */
  readonly told: boolean;
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
  /** How many videos it is made of, and how many of them have true counts. */
  readonly videos: number;
  readonly told: number;
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

/** What every creator reached on every board, the best of each board first. */
export function resultsOf({ ofWeek, before }: Counting, week: Week): Result[] {
  const steadySince = weeksLater(week, 1 - STEADY_WEEKS).from;
  const earlier = byCreator(before);
  const results: Result[] = [];
  for (const [creatorId, now] of byCreator(ofWeek)) {
    const past = earlier.get(creatorId) ?? [];
    const add = (
      board: Board,
      value: number,
      of: readonly JudgedReading[],
      own: number | null = null,
    ) =>
      results.push({
        board,
        creatorId,
        value,
        before: own,
        videos: of.length,
        told: of.filter(({ told }) => told).length,
      });
    if (now.length >= FEWEST_THIS_WEEK) {
      const level = median(scores(now));
      add('saved', level, now);
      if (past.length >= FEWEST_BEFORE) {
        const own = median(scores(past));
        // A board praises: who is below their own median is nobody else's business.
        if (level > own) add('improvement', level - own, now, own);
      }
    }
    const steady = [...past.filter(({ takenAt }) => takenAt >= steadySince), ...now];
    if (steady.length >= FEWEST_STEADY) {
      add('consistency', distance(scores(steady)), steady);
    }
  }
  return results.toSorted((a, b) => goodness(b) - goodness(a) || byId(a.creatorId, b.creatorId));
}

/** Gives places to results of one board, best first. */
export function placed<T extends Result>(results: readonly T[]): Placed<T>[] {
  return withPlaces(results, goodness);
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

function scores(readings: readonly JudgedReading[]): number[] {
  return readings.map(({ score }) => score);
}

function byCreator(readings: readonly JudgedReading[]): Map<bigint, JudgedReading[]> {
  const groups = new Map<bigint, JudgedReading[]>();
  for (const reading of readings) {
    const group = groups.get(reading.creatorId);
    if (group === undefined) groups.set(reading.creatorId, [reading]);
    else group.push(reading);
  }
  return groups;
}
