import { type Interval, rankTest, shiftBetween } from '../../lib/statistics.js';
import { type InsightVideo, logSaveRate, saveRate } from './videos.js';

/** How the save rates of two groups of videos differ. */
export interface RatesCompared {
  /** Two-sided, before any correction. */
  readonly p: number;
  /** How often a video of the first group has the higher rate; half of the ties count. */
  readonly above: number;
  /** How many times the rate of the second group, by the Hodges–Lehmann shift of logarithms. */
  readonly times: number;
  readonly interval: Interval | null;
}

/** Compares the save rates of two groups of videos, neither of them empty, by their ranks. */
export function compareRates(
  first: readonly InsightVideo[],
  second: readonly InsightVideo[],
): RatesCompared {
  const { shift, interval } = shiftBetween(first.map(logSaveRate), second.map(logSaveRate));
  return {
    ...rankTest(first.map(saveRate), second.map(saveRate)),
    times: Math.exp(shift),
    interval: interval && { low: Math.exp(interval.low), high: Math.exp(interval.high) },
  };
}
