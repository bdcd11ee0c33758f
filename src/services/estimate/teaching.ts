import { coldWith, type KnownTruth, knownOf, MAX_TRUTHS } from './formula.js';
import { type Known, learnFrom, noiseAt, priorVariance } from './learning.js';
import type { Model } from './model.js';
import type { Numbers } from './numbers.js';
import { rangeFactors } from './range.js';
import { type Logs, logsOf } from './surface.js';

/** A video whose true saves would help, and how much narrower the others' ranges are with it. */
export interface Telling {
  /** Its place among those that were asked about. */
  readonly place: number;
  /** By how much, as a share of their width: 0.2 is a fifth narrower; it and those before it. */
  readonly narrower: number;
}

/** More videos aren't weighed against each other: the work grows with their square. */
export const MOST_WEIGHED = 40;

/** A video, and what is estimated of it without any true saves. */
interface Weighed {
  readonly logs: Logs;
  /** ln(saves + 1). */
  readonly cold: number;
  readonly noise: number;
}

/**
 * Which videos' true saves would make the ranges of all the others narrowest: what a true count
 * teaches is already known before it is told, for the model's variance hangs on the counts of a video
 * alone. One after the other, each with those before it.
 *
 * @param videos of one creator, newest first; MOST_WEIGHED at most are looked at.
 * @param most how many are wanted.
 */
export function mostTellingWith(
  model: Model,
  videos: readonly Numbers[],
  truths: readonly KnownTruth[],
  most: number,
): Telling[] {
  const weighed = videos.slice(0, MOST_WEIGHED).map((numbers) => weigh(model, numbers));
  const known = truths.slice(0, MAX_TRUTHS).map((truth) => knownOf(truth, undefined));
  const chosen: Telling[] = [];
  const places = new Set<number>();
  while (chosen.length < most && places.size < weighed.length - 1) {
    const told = [...known, ...[...places].flatMap((place) => asTold(weighed[place]))];
    const found = weighed.flatMap((one, place) => {
      if (places.has(place)) return [];
      const others = weighed.filter((_, other) => other !== place && !places.has(other));
      const before = widths(model, others, known);
      const after = widths(model, others, [...told, ...asTold(one)]);
      return [{ place, narrower: narrowing(before, after) }];
    });
    const [best] = found.toSorted((a, b) => b.narrower - a.narrower || a.place - b.place);
    if (best === undefined) break;
    places.add(best.place);
    chosen.push(best);
  }
  return chosen;
}

/**
 * How much narrower some videos' ranges are by one set of true saves than by another, as a share of
 * their width; below 0 where they are wider.
 */
export function narrowerWith(
  model: Model,
  videos: readonly Numbers[],
  before: readonly KnownTruth[],
  after: readonly KnownTruth[],
): number {
  const weighed = videos.slice(0, MOST_WEIGHED).map((numbers) => weigh(model, numbers));
  const of = (truths: readonly KnownTruth[]) =>
    widths(
      model,
      weighed,
      truths.slice(0, MAX_TRUTHS).map((truth) => knownOf(truth, undefined)),
    );
  return narrowing(of(before), of(after));
}

function weigh(model: Model, numbers: Numbers): Weighed {
  const cold = Math.log1p(coldWith(model, numbers).saves);
  return { logs: logsOf(numbers), cold, noise: noiseAt(model, cold) };
}

/** As if it had been told to be what is estimated. */
function asTold(one: Weighed | undefined): Known[] {
  return one === undefined
    ? []
    : [{ logs: one.logs, saved: one.cold, rounding: 0, sameVideo: false }];
}

/** Widths of ranges, in log units. */
function widths(model: Model, videos: readonly Weighed[], known: readonly Known[]): number[] {
  const learned = known.length > 0 ? learnFrom(model, known, 0) : undefined;
  const { place, between } = model.categories;
  return videos.map(({ logs, cold, noise }) => {
    const variance = learned
      ? learned.uncertainty(logs) + noise
      : priorVariance(model, logs) + place + between + noise;
    const [low, high] = rangeFactors(model, known.length, cold);
    return (high - low) * Math.sqrt(Math.max(0, variance));
  });
}

function narrowing(before: readonly number[], after: readonly number[]): number {
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  const wide = sum(before);
  return wide === 0 ? 0 : 1 - sum(after) / wide;
}
