import { at } from '../../lib/at.js';
import { Cholesky } from './cholesky.js';
import type { Model } from './model.js';
import { type Logs, ratesOf, surfaceAt } from './surface.js';

/** What one creator's truths taught; made by `learnFrom`. */
export interface Learned {
  /** ln(saves + 1) of another reading of this creator's. */
  predict(logs: Logs): number;
  /** Variance of that, before the noise of a single video. */
  uncertainty(logs: Logs): number;
  /** Factor on the variance: above 1 where the creator's videos scatter more than most. */
  spread: number;
}

/** A video with its truth, as logs; `rounding` is the variance that coarse counts add. */
export interface Known {
  logs: Logs;
  saved: number;
  rounding: number;
  /** Whether it is an earlier reading of the very video that is estimated. */
  sameVideo: boolean;
}

/** Rates are taken as no further from the typical than so many standard deviations. */
const FURTHEST = 3;
const REWEIGHTINGS = 3;
/** Rounds in which the variance of the creator's level settles. */
const LEVEL_ROUNDS = 8;

/**
 * A Gaussian process over one creator's truths, solved in closed form.
 *
 * What all creators' videos have in common *within* one creator is `model.withinCreator`; what it
 * leaves out compared with `model.everybody` tells creators apart, and is averaged over all videos
 * known of this one (the new one included). On top comes the creator's own deviation: a level,
 * slopes, and a part shared by similar videos. Most creators' levels lie close together and a few
 * lie far off, as Student's t has it: truths that agree are believed however far they lie, while
 * one that fits none of the others counts little, so that one mistyped number spoils nothing. Two
 * readings of one video share most of what is special about it. The order of the truths makes no
 * difference.
 *
 * @param expected how much higher ln(saves + 1) is expected for videos of this category and
 *   community
 */
export function learnFrom(model: Model, known: readonly Known[], expected: number): Learned {
  const { learning } = model;
  const n = known.length;
  const points = known.map(({ logs }) => pointOf(model, logs));
  const within = known.map(({ logs }) => surfaceAt(model.withinCreator, logs));
  const betweenSum = known.reduce(
    (total, { logs }, i) => total + surfaceAt(model.everybody, logs) - at(within, i),
    0,
  );
  const residuals = known.map(({ saved }, i) => saved - at(within, i) - expected);
  const centred = residuals.map((residual) => residual - betweenSum / n);
  const noise = known.map(
    ({ rounding }, i) => noiseAt(model, at(within, i) + betweenSum / n + expected) + rounding,
  );
  const covariance = points.map((a, i) => points.slice(0, i + 1).map((b) => kernel(model, a, b)));

  const trust = new Array<number>(n).fill(1);
  const solved = () =>
    new Levelled(
      model,
      new Cholesky(
        n,
        (i, j) => covariance[i]?.[j] ?? 0,
        (i) => at(noise, i) / at(trust, i),
      ),
      centred,
    );
  let solver = solved();
  for (let round = 0; round < REWEIGHTINGS; round += 1) {
    for (const [i, weight] of solver.solve(centred).entries()) {
      const miss = (weight * at(noise, i)) / at(trust, i);
      trust[i] = (learning.tails + 1) / (learning.tails + miss ** 2 / at(noise, i));
    }
    solver = solved();
  }

  const fromResiduals = solver.solve(residuals);
  const fromOnes = solver.solve(new Array<number>(n).fill(1));
  /** What the video to be estimated shares with each known one, however unlike their rates. */
  const shared = known.map(
    ({ sameVideo }, i) => solver.level + (sameVideo ? learning.sameVideo * at(noise, i) : 0),
  );
  return {
    predict(logs) {
      const own = surfaceAt(model.withinCreator, logs);
      const group = (betweenSum + surfaceAt(model.everybody, logs) - own) / (n + 1);
      const point = pointOf(model, logs);
      let deviation = 0;
      for (let i = 0; i < n; i += 1) {
        const weight = at(fromResiduals, i) - group * at(fromOnes, i);
        deviation += weight * (at(shared, i) + kernel(model, point, points[i] ?? point));
      }
      return own + group + expected + deviation;
    },
    uncertainty(logs) {
      const point = pointOf(model, logs);
      const covaries = points.map((other, i) => at(shared, i) + kernel(model, point, other));
      const explained = inner(covaries, solver.solve(covaries));
      return solver.level + kernel(model, point, point) - explained;
    },
    spread: spreadOf(model, solver, centred),
  };
}

/**
 * Solves with `matrix + level` (the level in every place), where the variance `level` of a creator's
 * own level is judged by their truths: Student's t as a mixture of normal levels, by expectation
 * and maximisation.
 */
class Levelled {
  readonly level: number;
  readonly #factors: Cholesky;
  /** The solution for ones alone, and its sum. */
  readonly #ones: number[];
  readonly #certainty: number;

  constructor({ learning }: Model, factors: Cholesky, centred: readonly number[]) {
    this.#factors = factors;
    this.#ones = factors.solve(new Array<number>(centred.length).fill(1));
    this.#certainty = sum(this.#ones);
    const seen = inner(this.#ones, centred) / this.#certainty;
    let level = learning.level;
    for (let round = 0; round < LEVEL_ROUNDS; round += 1) {
      const share = (level * this.#certainty) / (1 + level * this.#certainty);
      const squared = (share * seen) ** 2 + share / this.#certainty;
      level = (learning.levelTails * learning.level + squared) / (learning.levelTails + 1);
    }
    this.level = level;
  }

  /** The solution x of `(matrix + level) · x = right`. */
  solve(right: readonly number[]): number[] {
    const plain = this.#factors.solve(right);
    const less = (this.level * sum(plain)) / (1 + this.level * this.#certainty);
    return plain.map((value, i) => value - less * at(this.#ones, i));
  }

  /** The diagonal of the inverse of `matrix + level`. */
  inverseDiagonal(): number[] {
    const less = this.level / (1 + this.level * this.#certainty);
    return this.#factors.inverseDiagonal().map((value, i) => value - less * at(this.#ones, i) ** 2);
  }
}

/** Variance of one video's log saves around its creator's curve: small counts are noisier. */
export function noiseAt({ learning }: Model, estimate: number): number {
  const { noise, smallNoise, smallDecay } = learning;
  return noise + smallNoise * Math.exp(-smallDecay * Math.max(0, estimate));
}

/** Prior variance of a creator's deviation at one video: all there is to say without truths. */
export function priorVariance(model: Model, logs: Logs): number {
  const point = pointOf(model, logs);
  return model.learning.level + kernel(model, point, point);
}

/** How large the miss of each truth is by the light of the others, drawn towards 1. */
function spreadOf({ learning }: Model, solver: Levelled, centred: readonly number[]): number {
  const weights = solver.solve(centred);
  const certainty = solver.inverseDiagonal();
  const misses = weights.reduce(
    (total, weight, i) => total + Math.min(FURTHEST ** 2, weight ** 2 / at(certainty, i)),
    0,
  );
  return (learning.spreadBelief + misses) / (learning.spreadBelief + weights.length);
}

/** The rates that deviations depend on, in standard deviations from the typical. */
function pointOf({ learning }: Model, logs: Logs): number[] {
  const rates = ratesOf(logs);
  return learning.rates.map(({ rate, centre, scale }) =>
    Math.min(FURTHEST, Math.max(-FURTHEST, (rates[rate] - centre) / scale)),
  );
}

/** Prior covariance of a creator's deviations at two videos, their level left out. */
function kernel({ learning }: Model, a: readonly number[], b: readonly number[]): number {
  const { rates } = learning;
  let slopes = 0;
  let distance = 0;
  for (let k = 0; k < rates.length; k += 1) {
    const [x, y, rate] = [a[k], b[k], rates[k]];
    if (x === undefined || y === undefined || rate === undefined) continue;
    slopes += rate.slope * x * y;
    distance += rate.similarity * (x - y) ** 2;
  }
  return slopes + learning.similar * Math.exp(-distance);
}

function inner(a: readonly number[], b: readonly number[]): number {
  return a.reduce((total, value, i) => total + value * at(b, i), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
