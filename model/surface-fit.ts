import { at } from '../src/lib/at.js';
import { heightOf } from '../src/services/estimate/curve.js';
import type { Surface } from '../src/services/estimate/model.js';
import { logsOf, placeIn, type Rates, ratesOf } from '../src/services/estimate/surface.js';
import { quantileOfSorted } from './statistics.js';
import type { Row } from './table.js';

const CURVES = [
  'views',
  'likesPerView',
  'commentsPerLike',
  'sharesPerLike',
  'sharesPerView',
] as const;
/** Knots a curve has, and the table along each of its axes. */
const CURVE_KNOTS = 14;
const TABLE_KNOTS = { views: 10, likesPerView: 9, commentsPerLike: 7, sharesPerLike: 10 };
/** How strongly bends of a curve, steps between neighbours in the table, and entries are held down. */
const CURVE_STIFFNESS = 5;
const TABLE_STIFFNESS = 0.5;
const TABLE_RIDGE = 0.02;
const CURVE_RIDGE = 1e-3;
/** What an entry of the table without videos weighs, in videos, where the table is made to rise. */
const UNSEEN_WEIGHT = 0.05;
/** Degrees of freedom of Student's t: a video that fits nothing pulls little. */
const TAILS = 2;
const REWEIGHTINGS = 6;
const DESCENTS = 60;

/** The knots of all curves and of the table: from the rows, the same for every surface. */
export interface Frame {
  curves: Record<(typeof CURVES)[number], number[]>;
  table: Surface['together']['knots'];
}

export function frameOf(rows: readonly Row[]): Frame {
  const sorted = (rate: keyof Rates) =>
    Float64Array.from(rows, (row) => ratesOf(logsOf(row))[rate]).sort();
  const curve = (rate: keyof Rates) => {
    const values = [...sorted(rate)];
    const inner = Array.from(
      { length: CURVE_KNOTS - 2 },
      (_, i) => 0.02 + (0.96 * i) / (CURVE_KNOTS - 3),
    );
    const knots = [0.002, ...inner, 0.998].map((p) => quantileOfSorted(values, p));
    return [...new Set(knots)];
  };
  const axis = (rate: keyof typeof TABLE_KNOTS) => {
    const values = [...sorted(rate)];
    const [from, to] = [quantileOfSorted(values, 0.005), quantileOfSorted(values, 0.995)];
    const last = TABLE_KNOTS[rate] - 1;
    return Array.from({ length: last + 1 }, (_, i) => from + ((to - from) * i) / last);
  };
  return {
    curves: {
      views: curve('views'),
      likesPerView: curve('likesPerView'),
      commentsPerLike: curve('commentsPerLike'),
      sharesPerLike: curve('sharesPerLike'),
      sharesPerView: curve('sharesPerView'),
    },
    table: {
      views: axis('views'),
      likesPerView: axis('likesPerView'),
      commentsPerLike: axis('commentsPerLike'),
      sharesPerLike: axis('sharesPerLike'),
    },
  };
}

const AXES = ['views', 'likesPerView', 'commentsPerLike', 'sharesPerLike'] as const;

/** Tells `visit` which entries of the table surround a point, and each one's share in the blend. */
function forCorners(
  knots: Frame['table'],
  rates: Rates,
  visit: (corner: number, weight: number) => void,
): void {
  const descend = (axis: number, corner: number, weight: number) => {
    const name = AXES[axis];
    if (name === undefined) return visit(corner, weight);
    const own = knots[name];
    const { left, share } = placeIn(own, rates[name]);
    if (share < 1) descend(axis + 1, corner * own.length + left, weight * (1 - share));
    if (share > 0) descend(axis + 1, corner * own.length + left + 1, weight * share);
  };
  descend(0, 0, 1);
}

/** Entries of a row in the design: 16 corners of the table, two knots a curve, the intercept. */
const WIDTH = 16 + 2 * CURVES.length + 1;

/** The rows as a sparse matrix: WIDTH places and weights each. */
interface Design {
  length: number;
  unknowns: number;
  places: Int32Array;
  weights: Float64Array;
}

function designOf(rows: readonly Row[], frame: Frame): Design {
  const sizes = Object.values(frame.table).map((knots) => knots.length);
  const starts: number[] = [];
  let next = sizes.reduce((product, size) => product * size, 1);
  for (const name of CURVES) {
    starts.push(next);
    next += frame.curves[name].length;
  }
  const places = new Int32Array(rows.length * WIDTH);
  const weights = new Float64Array(rows.length * WIDTH);
  for (const [r, row] of rows.entries()) {
    const rates = ratesOf(logsOf(row));
    let k = r * WIDTH;
    const add = (place: number, weight: number) => {
      places[k] = place;
      weights[k] = weight;
      k += 1;
    };
    forCorners(frame.table, rates, add);
    for (const [i, name] of CURVES.entries()) {
      const { left, share } = placeIn(frame.curves[name], rates[name]);
      add(at(starts, i) + left, 1 - share);
      add(at(starts, i) + left + 1, share);
    }
    add(next, 1);
  }
  return { length: rows.length, unknowns: next + 1, places, weights };
}

/**
 * Fits one surface to the log saves of `rows`: Student-t errors, smooth, by reweighted conjugate
 * gradients. With `creatorWeight` 0 all videos stand for themselves; above, what a creator's videos
 * have in common is taken out (generalised least squares with a random level whose variance is
 * `creatorWeight` times that of one video), so that the surface tells how videos of one creator differ.
 *
 * @param weights what each row counts, 1 on average
 */
export function fitSurface(
  rows: readonly Row[],
  frame: Frame,
  creatorWeight: number,
  weights: ArrayLike<number> = new Float64Array(rows.length).fill(1),
): Surface {
  const design = designOf(rows, frame);
  const creators = creatorsOf(rows);
  const level = levelRemover(creators, creatorWeight);
  const target = Float64Array.from(rows, (row) => Math.log1p(row.saves));
  level.remove(target);

  const weight = Float64Array.from(weights);
  const solution = new Float64Array(design.unknowns);
  const diagonal = diagonalOf(design, frame);
  let variance = 0.25;
  for (let round = 0; round < REWEIGHTINGS; round += 1) {
    descend(design, frame, level, weight, target, diagonal, solution);
    const misses = forward(design, solution);
    level.remove(misses);
    for (const [i, value] of misses.entries()) misses[i] = (target[i] ?? 0) - value;
    for (let k = 0; k < 3; k += 1) {
      let total = 0;
      for (const [i, miss] of misses.entries()) {
        weight[i] = ((weights[i] ?? 0) * (TAILS + 1)) / (TAILS + miss ** 2 / variance);
        total += (weight[i] ?? 0) * miss ** 2;
      }
      variance = total / design.length;
    }
  }
  holdRising(solution, frame, design);
  return surfaceFrom(solution, frame);
}

/** Conjugate gradients on the weighted, penalised normal equations, from the last solution on. */
function descend(
  design: Design,
  frame: Frame,
  level: LevelRemover,
  weight: Float64Array,
  target: Float64Array,
  diagonal: Float64Array,
  solution: Float64Array,
): void {
  const apply = (x: Float64Array) => {
    const values = forward(design, x);
    level.remove(values);
    for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) * (weight[i] ?? 0);
    level.removeTransposed(values);
    const result = backward(design, values);
    addPenalty(frame, x, result);
    return result;
  };
  const weighted = target.map((value, i) => value * (weight[i] ?? 0));
  level.removeTransposed(weighted);
  const rest = backward(design, weighted);
  for (const [i, value] of apply(solution).entries()) rest[i] = (rest[i] ?? 0) - value;
  let scaled = rest.map((value, i) => value / (diagonal[i] ?? 1));
  let product = inner(rest, scaled);
  const direction = scaled.slice();
  for (let step = 0; step < DESCENTS && product > 1e-10; step += 1) {
    const image = apply(direction);
    const length = product / inner(direction, image);
    for (let i = 0; i < solution.length; i += 1) {
      solution[i] = (solution[i] ?? 0) + length * (direction[i] ?? 0);
      rest[i] = (rest[i] ?? 0) - length * (image[i] ?? 0);
    }
    scaled = rest.map((value, i) => value / (diagonal[i] ?? 1));
    const next = inner(rest, scaled);
    const keep = next / product;
    for (let i = 0; i < direction.length; i += 1) {
      direction[i] = (scaled[i] ?? 0) + keep * (direction[i] ?? 0);
    }
    product = next;
  }
}

function forward(design: Design, x: Float64Array): Float64Array {
  const result = new Float64Array(design.length);
  const { places, weights } = design;
  for (let r = 0, k = 0; r < design.length; r += 1) {
    let total = 0;
    for (let i = 0; i < WIDTH; i += 1, k += 1) {
      total += (weights[k] ?? 0) * (x[places[k] ?? 0] ?? 0);
    }
    result[r] = total;
  }
  return result;
}

function backward(design: Design, values: Float64Array): Float64Array {
  const result = new Float64Array(design.unknowns);
  const { places, weights } = design;
  for (let r = 0, k = 0; r < design.length; r += 1) {
    const value = values[r] ?? 0;
    for (let i = 0; i < WIDTH; i += 1, k += 1) {
      const place = places[k] ?? 0;
      result[place] = (result[place] ?? 0) + (weights[k] ?? 0) * value;
    }
  }
  return result;
}

/** Adds the gradient of what holds the unknowns down: steps and entries of the table, bends of curves. */
function addPenalty(frame: Frame, x: Float64Array, result: Float64Array): void {
  const add = (i: number, value: number) => {
    result[i] = (result[i] ?? 0) + value;
  };
  const sizes = Object.values(frame.table).map((knots) => knots.length);
  const entries = sizes.reduce((product, size) => product * size, 1);
  let stride = entries;
  for (const size of sizes) {
    stride /= size;
    for (let i = 0; i < entries; i += 1) {
      if (Math.floor(i / stride) % size === size - 1) continue;
      const step = TABLE_STIFFNESS * ((x[i + stride] ?? 0) - (x[i] ?? 0));
      add(i + stride, step);
      add(i, -step);
    }
  }
  for (let i = 0; i < entries; i += 1) add(i, TABLE_RIDGE * (x[i] ?? 0));
  let start = entries;
  for (const name of CURVES) {
    const size = frame.curves[name].length;
    for (let i = start; i < start + size; i += 1) add(i, CURVE_RIDGE * (x[i] ?? 0));
    for (let i = start; i + 2 < start + size; i += 1) {
      const bend = CURVE_STIFFNESS * ((x[i] ?? 0) - 2 * (x[i + 1] ?? 0) + (x[i + 2] ?? 0));
      add(i, bend);
      add(i + 1, -2 * bend);
      add(i + 2, bend);
    }
    start += size;
  }
}

/**
 * Levels, in place, where the table and the curves together fall with more shares: along each line
 * of the table the nearest rising heights, weighted by how many videos stand behind each.
 */
function holdRising(solution: Float64Array, frame: Frame, design: Design): void {
  const { views, likesPerView, commentsPerLike, sharesPerLike } = frame.table;
  const entries =
    views.length * likesPerView.length * commentsPerLike.length * sharesPerLike.length;
  const behind = new Float64Array(entries);
  for (const [k, place] of design.places.entries()) {
    if (place < entries) behind[place] = (behind[place] ?? 0) + (design.weights[k] ?? 0);
  }
  const { curves } = surfaceFrom(solution, frame);
  for (let start = 0; start < entries; start += sharesPerLike.length) {
    const line = Math.floor(start / sharesPerLike.length / commentsPerLike.length);
    const likes = at(likesPerView, line % likesPerView.length);
    const curve = sharesPerLike.map(
      (rate) => heightOf(curves.sharesPerLike, rate) + heightOf(curves.sharesPerView, rate + likes),
    );
    const heights = curve.map((height, i) => height + (solution[start + i] ?? 0));
    const weights = curve.map((_, i) => (behind[start + i] ?? 0) + UNSEEN_WEIGHT);
    for (const [i, height] of nearestRising(heights, weights).entries()) {
      solution[start + i] = height - at(curve, i);
    }
  }
}

/** The rising sequence nearest to `values` by weighted squares (pooling adjacent violators). */
function nearestRising(values: readonly number[], weights: readonly number[]): number[] {
  const pools: { height: number; weight: number; size: number }[] = [];
  for (const [i, value] of values.entries()) {
    let pool = { height: value, weight: at(weights, i), size: 1 };
    for (let last = pools.at(-1); last && last.height > pool.height; last = pools.at(-1)) {
      pools.pop();
      const weight = last.weight + pool.weight;
      const height = (last.height * last.weight + pool.height * pool.weight) / weight;
      pool = { height, weight, size: last.size + pool.size };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ height, size }) => new Array<number>(size).fill(height));
}

/** About the diagonal of the equations, by which the descent is scaled. */
function diagonalOf(design: Design, frame: Frame): Float64Array {
  const result = new Float64Array(design.unknowns).fill(CURVE_RIDGE);
  for (const [k, place] of design.places.entries()) {
    result[place] = (result[place] ?? 0) + (design.weights[k] ?? 0) ** 2;
  }
  const entries = Object.values(frame.table).reduce((product, knots) => product * knots.length, 1);
  for (let i = 0; i < result.length - 1; i += 1) {
    result[i] =
      (result[i] ?? 0) + (i < entries ? 8 * TABLE_STIFFNESS + TABLE_RIDGE : 6 * CURVE_STIFFNESS);
  }
  return result;
}

interface LevelRemover {
  remove(values: Float64Array): void;
  removeTransposed(values: Float64Array): void;
}

/** Takes the creator's share of the mean out of each value, in place. */
function levelRemover(creators: Int32Array, creatorWeight: number): LevelRemover {
  const count = creators.reduce((most, creator) => Math.max(most, creator), 0) + 1;
  const sizes = new Float64Array(count);
  for (const creator of creators) sizes[creator] = (sizes[creator] ?? 0) + 1;
  const shares = sizes.map((size) => 1 - 1 / Math.sqrt(1 + creatorWeight * size));
  const remove = (values: Float64Array) => {
    if (creatorWeight === 0) return;
    const sums = new Float64Array(count);
    for (let i = 0; i < values.length; i += 1) {
      const creator = creators[i] ?? 0;
      sums[creator] = (sums[creator] ?? 0) + (values[i] ?? 0);
    }
    for (let i = 0; i < values.length; i += 1) {
      const creator = creators[i] ?? 0;
      const mean = (sums[creator] ?? 0) / (sizes[creator] ?? 1);
      values[i] = (values[i] ?? 0) - (shares[creator] ?? 0) * mean;
    }
  };
  // Every video of a creator is treated alike, so the operation is its own transpose.
  return { remove, removeTransposed: remove };
}

function creatorsOf(rows: readonly Row[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(rows, ({ author }) => {
    const known = numbers.get(author) ?? numbers.size;
    numbers.set(author, known);
    return known;
  });
}

function surfaceFrom(solution: Float64Array, frame: Frame): Surface {
  const entries = Object.values(frame.table).reduce((product, knots) => product * knots.length, 1);
  const short = (value: number) => Number(value.toFixed(4));
  let start = entries;
  const curve = (name: (typeof CURVES)[number]) => {
    const knots = frame.curves[name];
    const values = [...solution.slice(start, start + knots.length)].map(short);
    start += knots.length;
    return { knots, values };
  };
  const curves = {
    views: curve('views'),
    likesPerView: curve('likesPerView'),
    commentsPerLike: curve('commentsPerLike'),
    sharesPerLike: curve('sharesPerLike'),
    sharesPerView: curve('sharesPerView'),
  };
  return {
    intercept: solution.at(-1) ?? 0,
    curves,
    together: { knots: frame.table, values: [...solution.slice(0, entries)].map(short) },
  };
}

function inner(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}
