import { at } from '../../lib/at.js';
import { Cholesky } from './cholesky.js';
import type { Model } from './model.js';
import { type Logs, ratesOf, surfaceAt } from './surface.js';

/** What one creator's truths taught; made by `learnFrom`. */
export interface Learned {
  /** ln(saves + 1) of another video of this creator. */
  predict(logs: Logs): number;
  /** Variance of the creator's own curve at that video, before the noise of a single video. */
  uncertainty(logs: Logs): number;
  /** Factor on the variance: above 1 where the creator's videos scatter more than most. */
  spread: number;
}

/** A video with its truth, as logs; `rounding` is the variance that coarse counts add. */
export interface Known {
  logs: Logs;
  saved: number;
  rounding: number;
}

/** Rates are taken as no further from the typical than so many standard deviations. */
const FURTHEST = 3;
const REWEIGHTINGS = 3;

/**
 * A Gaussian process over one creator's truths, solved in closed form.
 *
 * What all creators' videos have in common *within* one creator is `model.withinCreator`; what it
 * leaves out compared with `model.everybody` tells creators apart, and is averaged over all videos
 * known of this one (the new one included). On top comes the creator's own deviation: a level,
 * slopes, and a part shared by similar videos. Truths that fit nothing else count little
 * (reweighting as for Student's t), so that one mistyped number spoils nothing. The order of the
 * truths makes no difference.
 *
 * @param communityLevel how much higher ln(saves + 1) is expected for this creator's community
 */
export function learnFrom(model: Model, known: readonly Known[], communityLevel: number): Learned {
  const { learning } = model;
  const n = known.length;
  const points = known.map(({ logs }) => pointOf(model, logs));
  const within = known.map(({ logs }) => surfaceAt(model.withinCreator, logs));
  const betweenSum = known.reduce(
    (total, { logs }, i) => total + surfaceAt(model.everybody, logs) - at(within, i),
    0,
  );
  const residuals = known.map(({ saved }, i) => saved - at(within, i) - communityLevel);
  const centred = residuals.map((residual) => residual - betweenSum / n);
  const noise = known.map(
    ({ rounding }, i) => noiseAt(model, at(within, i) + betweenSum / n + communityLevel) + rounding,
  );
  const covariance = points.map((a, i) => points.slice(0, i + 1).map((b) => kernel(model, a, b)));

  const trust = new Array<number>(n).fill(1);
  const factored = () =>
    new Cholesky(
      n,
      (i, j) => covariance[i]?.[j] ?? 0,
      (i) => at(noise, i) / at(trust, i),
    );
  let factors = factored();
  for (let round = 0; round < REWEIGHTINGS; round += 1) {
    for (const [i, weight] of factors.solve(centred).entries()) {
      const miss = (weight * at(noise, i)) / at(trust, i);
      trust[i] = (learning.tails + 1) / (learning.tails + miss ** 2 / at(noise, i));
    }
    factors = factored();
  }

  const fromResiduals = factors.solve(residuals);
  const fromOnes = factors.solve(new Array<number>(n).fill(1));
  return {
    predict(logs) {
      const own = surfaceAt(model.withinCreator, logs);
      const group = (betweenSum + surfaceAt(model.everybody, logs) - own) / (n + 1);
      const point = pointOf(model, logs);
      let deviation = 0;
      for (let i = 0; i < n; i += 1) {
        const weight = at(fromResiduals, i) - group * at(fromOnes, i);
        deviation += weight * kernel(model, point, points[i] ?? point);
      }
      return own + group + communityLevel + deviation;
    },
    uncertainty(logs) {
      const point = pointOf(model, logs);
      const near = points.map((other) => kernel(model, point, other));
      const explained = factors.forward(near).reduce((total, value) => total + value ** 2, 0);
      return Math.max(0, kernel(model, point, point) - explained);
    },
    spread: spreadOf(model, factors, centred),
  };
}

/** Variance of one video's log saves around its creator's curve: small counts are noisier. */
export function noiseAt({ learning }: Model, estimate: number): number {
  const { noise, smallNoise, smallDecay } = learning;
  return noise + smallNoise * Math.exp(-smallDecay * Math.max(0, estimate));
}

/** Prior variance of a creator's deviation at one video: all there is to say without truths. */
export function priorVariance(model: Model, logs: Logs): number {
  const point = pointOf(model, logs);
  return kernel(model, point, point);
}

/** How large the miss of each truth is by the light of the others, drawn towards 1. */
function spreadOf({ learning }: Model, factors: Cholesky, centred: readonly number[]): number {
  const weights = factors.solve(centred);
  const certainty = factors.inverseDiagonal();
  const sum = weights.reduce(
    (total, weight, i) => total + Math.min(FURTHEST ** 2, weight ** 2 / at(certainty, i)),
    0,
  );
  return (learning.spreadBelief + sum) / (learning.spreadBelief + weights.length);
}

/** The rates that deviations depend on, in standard deviations from the typical. */
function pointOf({ learning }: Model, logs: Logs): number[] {
  const rates = ratesOf(logs);
  return learning.rates.map(({ rate, centre, scale }) =>
    Math.min(FURTHEST, Math.max(-FURTHEST, (rates[rate] - centre) / scale)),
  );
}

/** Prior covariance of a creator's deviations at two videos. */
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
  return learning.level + slopes + learning.similar * Math.exp(-distance);
}
