import { at } from './at.js';

/** The same values, the smallest first. */
export function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

/** The sum of all. */
export function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Twice the rank of each value, so that the middle ranks of ties are whole numbers. */
export function doubledRanks(values: readonly number[]): number[] {
  const sorted = ascending(values);
  const ranks = new Map<number, number>();
  for (let from = 0; from < sorted.length; ) {
    const value = at(sorted, from);
    let to = from;
    while (sorted[to + 1] === value) to += 1;
    ranks.set(value, from + to + 2);
    from = to + 1;
  }
  return values.map((value) => ranks.get(value) ?? 0);
}

/**
 * In how many ways so many of the ranks come to each sum: by the index, the sum. Exact, for all
 * numbers stay below 2⁵³ up to 50 ranks.
 */
export function waysToReach(ranks: readonly number[], size: number): Float64Array {
  const largest = total(ascending(ranks).slice(ranks.length - size));
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(largest + 1));
  ways[0]?.fill(1, 0, 1);
  for (const rank of ranks) {
    for (let taken = size; taken >= 1; taken -= 1) {
      const [into, from] = [ways[taken], ways[taken - 1]];
      if (into === undefined || from === undefined) continue;
      for (let sum = largest; sum >= rank; sum -= 1) {
        into[sum] = (into[sum] ?? 0) + (from[sum - rank] ?? 0);
      }
    }
  }
  return ways[size] ?? new Float64Array(0);
}

/**
 * The variance of the rank sum of `m` of these, by doubled ranks, where all ways to deal them are alike.
 */
export function rankSumVariance(doubled: readonly number[], m: number): number {
  const all = doubled.length;
  const tied = new Map<number, number>();
  for (const rank of doubled) tied.set(rank, (tied.get(rank) ?? 0) + 1);
  const ties = total([...tied.values()].map((t) => t ** 3 - t));
  return ((m * (all - m)) / 12) * (all + 1 - ties / (all * (all - 1)));
}
