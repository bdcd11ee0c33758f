/*
 * A creator's videos that follow each other are more alike than any two of theirs. Whoever compares
 * ten videos with the ten before them therefore finds a difference more often than the number of
 * videos would say; whoever takes turns doesn't.
 */

/**
 * How alike the save rates of two videos of one creator are, beyond what all of theirs have in
 * common: LIKENESS for neighbours, fading over so many videos between. Measured on 631 creators of
 * the public data with 20 videos and more; docs/statistics.md has the figures.
 */
const LIKENESS = 0.18;
const FADES_OVER = 20;

/**
 * How many times the variance of a rank sum is that of videos that know nothing of each other, by
 * how two groups lie in time; 1 or more. Turns give 1, ten before ten 1.4, forty before forty 4.
 *
 * @param isFirst whether each video is of the first group, oldest first.
 */
export function inflationOf(isFirst: readonly boolean[]): number {
  return inflationAlong(isFirst.map(Number));
}

/**
 * The same of a correlation of save rates with other values, by how these change along the videos:
 * values that wander as slowly as the rates do seem to go with them more often than others.
 *
 * @param values oldest first.
 */
export function inflationAlong(values: readonly number[]): number {
  const n = values.length;
  const mean = sumOf(values) / n;
  const centred = values.map((value) => value - mean);
  const [own, between, among] = [
    sumOf(centred.map((value) => value ** 2)),
    2 * overPairs(n, (i, j) => (centred[i] ?? 0) * (centred[j] ?? 0) * likenessAt(j - i)),
    (2 * overPairs(n, (i, j) => likenessAt(j - i))) / (n * (n - 1)),
  ];
  return own === 0 ? 1 : Math.max(1, (own + between) / own / (1 - among));
}

function likenessAt(distance: number): number {
  return LIKENESS * Math.exp(-distance / FADES_OVER);
}

function overPairs(n: number, value: (i: number, j: number) => number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) sum += value(i, j);
  }
  return sum;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
