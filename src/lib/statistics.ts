import {
  binomialDistribution,
  errorFunction,
  medianSorted,
  sampleRankCorrelation,
} from 'simple-statistics';
import { at } from './at.js';
import { ascending, doubledRanks, rankSumVariance, total, waysToReach } from './ranks.js';

/**
 * Rank statistics for few and unruly numbers: nothing is assumed of how they are distributed. Why
 * each was chosen, from how many values on it says something, and its source stand in
 * docs/statistics.md. Every interval is for 95 %, every p is two-sided.
 */

/** An interval that holds the true value in 95 of 100 cases. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What would come about by accident in fewer than 5 of 100 cases is called more than chance. */
export const CHANCE = 0.05;

/** The normal distribution's 0.975 quantile. */
const Z = 1.959963984540054;

/** Half of what is left outside an interval. */
const TAIL = CHANCE / 2;

/** Fewer values have no 95 % interval for their median: 2 · ½⁵ is more than 0.05. */
export const FEWEST_FOR_MEDIAN = 6;

/** Fewer pairs say nothing of a correlation: its interval would reach nearly from −1 to 1. */
export const FEWEST_FOR_CORRELATION = 10;

/** Fewer values in either group can't stand out from chance once several are looked at. */
export const FEWEST_IN_GROUP = 5;

/** Values in both groups together up to which p is counted out; above, it is approximated. */
const COUNTED_OUT_UP_TO = 40;

/** The middle value, and how sure it is. */
export interface MedianFound {
  readonly median: number;
  /** Null below FEWEST_FOR_MEDIAN values. */
  readonly interval: Interval | null;
  readonly n: number;
}

/**
 * The median with its distribution-free interval: the k-th smallest and the k-th largest value,
 * with the largest k for which either end is missed in at most 2.5 of 100 cases, by the binomial
 * distribution (Conover, Practical Nonparametric Statistics, 3rd ed., section 3.2).
 *
 * @throws where there are no values.
 */
export function medianOf(values: readonly number[]): MedianFound {
  const sorted = ascending(values);
  const n = sorted.length;
  let [k, below] = [0, 0];
  for (const share of binomialDistribution(n, 0.5) ?? []) {
    below += share;
    if (below > TAIL) break;
    k += 1;
  }
  return {
    median: medianSorted(sorted),
    interval: k === 0 ? null : { low: at(sorted, k - 1), high: at(sorted, n - k) },
    n,
  };
}

/** How two columns of numbers go together, by their ranks. */
export interface CorrelationFound {
  /** Spearman's rho: 1 where both always rise together, −1 where one falls as the other rises. */
  readonly rho: number;
  readonly interval: Interval;
  readonly p: number;
  readonly n: number;
}

/**
 * Spearman's rank correlation, ties sharing their middle rank, with Fisher's interval and the
 * standard error √((1 + ρ²/2) / (n − 3)) of Bonett and Wright (Psychometrika 65, 2000, 23–28).
 * p is of the same normal distribution, so that both always agree. Where the order is the same
 * without exception, the interval is that of one exception between neighbours.
 *
 * @param inflationOf how many times the variance is that of pairs which know nothing of each other,
 *   by the ranks of `xs` in their order.
 * @returns null below FEWEST_FOR_CORRELATION pairs, and where a column has but one value.
 */
export function rankCorrelation(
  xs: readonly number[],
  ys: readonly number[],
  inflationOf: (ranks: readonly number[]) => number = () => 1,
): CorrelationFound | null {
  const n = xs.length;
  if (n < FEWEST_FOR_CORRELATION) return null;
  const rho = sampleRankCorrelation([...xs], [...ys]);
  if (Number.isNaN(rho)) return null;
  const nearlyOne = 1 - 12 / (n * (n * n - 1));
  const bounded = Math.max(-nearlyOne, Math.min(nearlyOne, rho));
  const z = Math.atanh(bounded);
  const inflation = inflationOf(doubledRanks(xs));
  const error = Math.sqrt((inflation * (1 + bounded ** 2 / 2)) / (n - 3));
  const [low, high] = [Math.tanh(z - Z * error), Math.tanh(z + Z * error)];
  const interval = { low: Math.min(low, rho), high: Math.max(high, rho) };
  return { rho, interval, p: twoSided(z / error), n };
}

/** How two groups of numbers differ, by their ranks. */
export interface RankTestFound {
  readonly p: number;
  /** How often a value of the first group is above one of the second; half of the ties count. */
  readonly above: number;
}

/**
 * The Wilcoxon rank-sum test (Mann–Whitney), ties sharing their middle rank. Up to 40 values p is
 * counted out over all ways to deal these very ranks to the two groups; above, it comes from the
 * normal distribution with corrections for ties and continuity (Hollander, Wolfe and Chicken,
 * Nonparametric Statistical Methods, 3rd ed., section 4.1).
 *
 * @param inflation how many times the variance of the rank sum is that of values which know nothing
 *   of each other; above 1 p is always approximated.
 * @throws where a group is empty.
 */
export function rankTest(
  first: readonly number[],
  second: readonly number[],
  inflation = 1,
): RankTestFound {
  const [m, n] = [first.length, second.length];
  if (m === 0 || n === 0) throw new Error('An empty group can’t be compared.');
  const doubled = doubledRanks([...first, ...second]);
  const sum = total(doubled.slice(0, m));
  const above = (sum / 2 - (m * (m + 1)) / 2) / (m * n);
  if (m + n > COUNTED_OUT_UP_TO || inflation > 1) {
    return { p: approximateP(doubled, m, sum, inflation), above };
  }
  const [size, observed] = m <= n ? [m, sum] : [n, total(doubled) - sum];
  const ways = waysToReach(doubled, size);
  const expected = size * (m + n + 1);
  const distance = Math.abs(observed - expected);
  const asFar = ways.filter((_, reached) => Math.abs(reached - expected) >= distance);
  return { p: total(asFar) / total(ways), above };
}

/**
 * By how many standard deviations the rank sum of the first group lies above what chance brings on
 * average; 0 where all values are the same. Of several such figures that know nothing of each other
 * the sum by the root of their number is again of that kind.
 *
 * @param inflation as of `rankTest`.
 * @throws where a group is empty.
 */
export function rankDeviation(
  first: readonly number[],
  second: readonly number[],
  inflation = 1,
): number {
  const [m, n] = [first.length, second.length];
  if (m === 0 || n === 0) throw new Error('An empty group can’t be compared.');
  const doubled = doubledRanks([...first, ...second]);
  const variance = rankSumVariance(doubled, m) * inflation;
  const distance = total(doubled.slice(0, m)) / 2 - (m * (m + n + 1)) / 2;
  return variance > 0 ? distance / Math.sqrt(variance) : 0;
}

/** How far apart two groups lie. */
export interface ShiftFound {
  readonly shift: number;
  /** Null where the groups are too small for one. */
  readonly interval: Interval | null;
}

/**
 * The Hodges–Lehmann shift: the median of all differences between a value of the first group and
 * one of the second, with the interval that belongs to the rank-sum test (Moses; the same book,
 * sections 4.2 and 4.3).
 *
 * @param inflation as of `rankTest`.
 * @throws where a group is empty.
 */
export function shiftBetween(
  first: readonly number[],
  second: readonly number[],
  inflation = 1,
): ShiftFound {
  const differences = ascending(first.flatMap((a) => second.map((b) => a - b)));
  const k = Math.max(0, fewestInversions(first.length, second.length, inflation));
  return {
    shift: medianSorted(differences),
    interval:
      k === 0
        ? null
        : { low: at(differences, k - 1), high: at(differences, differences.length - k) },
  };
}

/**
 * Each p as it counts when all are looked at at once: Holm's step-down correction (Scandinavian
 * Journal of Statistics 6, 1979, 65–70). Where one of the results is below 0.05, the chance that
 * any of those below it is a mere accident is at most 5 in 100. In the order of `ps`.
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length).fill(1);
  let largest = 0;
  const order = [...ps.keys()].sort((i, j) => at(ps, i) - at(ps, j));
  for (const [rank, index] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (ps.length - rank) * at(ps, index)));
    adjusted[index] = largest;
  }
  return adjusted;
}

/** Whether a p of one comparison alone is more than chance. */
export function isMoreThanChance(p: number): boolean {
  return p < CHANCE;
}

/** Which of several that are looked at at once are more than chance; null was not compared. */
export function moreThanChance(ps: readonly (number | null)[]): boolean[] {
  const compared = ps.filter((p) => p !== null);
  const adjusted = holm(compared);
  return ps.map((p) => p !== null && isMoreThanChance(adjusted[compared.indexOf(p)] ?? 1));
}

/**
 * The interval of a share: Wilson's score interval (Journal of the American Statistical
 * Association 22, 1927, 209–212), which also holds for few cases and for shares near 0 and 1.
 *
 * @param n above 0.
 */
export function shareInterval(hits: number, n: number): Interval {
  const middle = (hits + Z ** 2 / 2) / (n + Z ** 2);
  const half = (Z / (n + Z ** 2)) * Math.sqrt((hits * (n - hits)) / n + Z ** 2 / 4);
  // Rounding must not push an end past a share that was seen.
  return { low: Math.min(middle - half, hits / n), high: Math.max(middle + half, hits / n) };
}

/**
 * How many values each of two equal groups needs for the rank-sum test to find a difference of
 * this size in 8 of 10 cases (Noether, Journal of the American Statistical Association 82, 1987,
 * 645–647).
 *
 * @param above how often a value of one group is above one of the other: `RankTestFound.above`.
 * @param level how small p has to be, two-sided.
 * @returns infinity where there is no difference.
 */
export function neededInGroup(above: number, level = CHANCE): number {
  /** The normal distribution's 0.8 quantile. */
  const power = 0.8416212335729143;
  return Math.ceil((boundOf(level) + power) ** 2 / (6 * (above - 0.5) ** 2));
}

/** How far from 0 a normal value lies in so few cases, either way: `twoSided` the other way round. */
function boundOf(level: number): number {
  let [low, high] = [0, 40];
  for (let halvings = 0; halvings < 60; halvings += 1) {
    const middle = (low + high) / 2;
    if (twoSided(middle) > level) low = middle;
    else high = middle;
  }
  return high;
}

/** The chance of a normal value at least so far from 0, either way. */
export function twoSided(z: number): number {
  return 1 - errorFunction(Math.abs(z) / Math.SQRT2);
}

/** @param sum the doubled rank sum of a group of `m`. */
function approximateP(
  doubled: readonly number[],
  m: number,
  sum: number,
  inflation: number,
): number {
  const all = doubled.length;
  const variance = rankSumVariance(doubled, m) * inflation;
  const distance = Math.abs(sum / 2 - (m * (all + 1)) / 2);
  return variance > 0 ? twoSided(Math.max(0, distance - 0.5) / Math.sqrt(variance)) : 1;
}

/** The largest k for which the k-th smallest of all differences is too large in at most 2.5 %. */
function fewestInversions(m: number, n: number, inflation: number): number {
  if (m + n > COUNTED_OUT_UP_TO || inflation > 1) {
    return Math.floor((m * n) / 2 - Z * Math.sqrt((inflation * m * n * (m + n + 1)) / 12));
  }
  const ranks = Array.from({ length: m + n }, (_, index) => index + 1);
  const size = Math.min(m, n);
  const ways = waysToReach(ranks, size).slice((size * (size + 1)) / 2);
  const all = total(ways);
  let [k, below] = [0, 0];
  for (const count of ways) {
    below += count / all;
    if (below > TAIL) break;
    k += 1;
  }
  return k;
}
