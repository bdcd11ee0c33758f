import { at } from '../src/lib/at.js';

/** The value below which the share `p` of `values` lies, between neighbours in proportion. */
export function quantile(values: readonly number[], p: number): number {
  return quantileOfSorted(
    values.toSorted((a, b) => a - b),
    p,
  );
}

export function quantileOfSorted(sorted: readonly number[], p: number): number {
  const place = p * (sorted.length - 1);
  const left = Math.floor(place);
  const right = Math.min(sorted.length - 1, left + 1);
  return at(sorted, left) + (place - left) * (at(sorted, right) - at(sorted, left));
}

export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** The values with the same key, in order, groups by first appearance. */
export function groupBy<T>(values: readonly T[], key: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return [...groups.values()];
}

/** Rank correlation, ties sharing their middle rank. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [i, value] of x.entries()) {
    const other = at(y, i) - my;
    xy += (value - mx) * other;
    xx += (value - mx) ** 2;
    yy += other ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((i, j) => at(values, i) - at(values, j));
  const result = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    const value = at(values, at(order, from));
    while (to + 1 < order.length && at(values, at(order, to + 1)) === value) to += 1;
    for (let k = from; k <= to; k += 1) result[at(order, k)] = (from + to) / 2;
    from = to + 1;
  }
  return result;
}

/** Solves the least squares of `rows · x = targets` with weights and a ridge on each unknown. */
export function leastSquares(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  ridge: readonly number[],
): number[] {
  const n = ridge.length;
  const matrix = Array.from({ length: n }, (_, i) => {
    const line = new Array<number>(n).fill(0);
    line[i] = at(ridge, i);
    return line;
  });
  const right = new Array<number>(n).fill(0);
  for (const [r, row] of rows.entries()) {
    for (const [i, a] of row.entries()) {
      if (a === 0) continue;
      right[i] = at(right, i) + a * at(targets, r);
      const line = matrix[i];
      if (!line) continue;
      for (const [j, b] of row.entries()) line[j] = at(line, j) + a * b;
    }
  }
  return solve(matrix, right);
}

/** Gaussian elimination with row exchange; both arguments are used up. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  for (let column = 0; column < n; column += 1) {
    let pivot = column;
    for (let r = column + 1; r < n; r += 1) {
      if (Math.abs(cell(matrix, r, column)) > Math.abs(cell(matrix, pivot, column))) pivot = r;
    }
    exchange(matrix, pivot, column);
    exchange(right, pivot, column);
    for (let r = column + 1; r < n; r += 1) {
      const factor = cell(matrix, r, column) / cell(matrix, column, column);
      const [line, upper] = [matrix[r], matrix[column]];
      if (!line || !upper || factor === 0) continue;
      for (let k = column; k < n; k += 1) line[k] = at(line, k) - factor * at(upper, k);
      right[r] = at(right, r) - factor * at(right, column);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r -= 1) {
    let rest = at(right, r);
    for (let k = r + 1; k < n; k += 1) rest -= cell(matrix, r, k) * at(x, k);
    x[r] = rest / cell(matrix, r, r);
  }
  return x;
}

function cell(matrix: readonly (readonly number[])[], row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

function exchange<T>(list: T[], i: number, j: number): void {
  const [a, b] = [list[i], list[j]];
  if (a === undefined || b === undefined) return;
  list[i] = b;
  list[j] = a;
}

/** The value below which the share `p` of the weight lies, between neighbours in proportion. */
export function weightedQuantile(
  values: readonly { readonly value: number; readonly weight: number }[],
  p: number,
): number {
  const sorted = values.toSorted((a, b) => a.value - b.value);
  const wanted = p * sorted.reduce((total, { weight }) => total + weight, 0);
  let passed = 0;
  let [before, place] = [sorted[0]?.value ?? Number.NaN, 0];
  for (const { value, weight } of sorted) {
    const middle = passed + weight / 2;
    if (middle >= wanted) {
      const share = middle === place ? 1 : (wanted - place) / (middle - place);
      return before + Math.max(0, share) * (value - before);
    }
    passed += weight;
    [before, place] = [value, middle];
  }
  return before;
}
