import { type Community, type CommunityTruth, learnFromCommunity } from './community.js';
import { expectedFor } from './expected.js';
import { type Known, learnFrom, noiseAt, priorVariance } from './learning.js';
import type { Model } from './model.js';
import type { Numbers } from './numbers.js';
import { assumedParts, coldAlongShares, type Part, signalParts } from './parts.js';
import { rangeFactors, widening } from './range.js';
import { logsOf, risingWithShares } from './surface.js';

/** A video whose true saves its creator told, read at the same moment as the other counts. */
export interface KnownTruth {
  numbers: Numbers;
  saves: number;
  /** Tells readings of one video apart from those of others; where it is left out, it is another. */
  video?: string;
}

export interface Estimate {
  modelVersion: string;
  /** Estimated saves, not rounded. Never above the views. */
  saves: number;
  /** The 80 % range around `saves`, not rounded: in 8 of 10 cases the truth lies inside. */
  low: number;
  high: number;
  /** In the order in which they are shown. Signals that say nothing here are left out. */
  parts: Part[];
  /** How many of the creator's own truths stand behind `your own videos`. */
  truthsUsed: number;
  /** How many true counts of other members stand behind `your community`. */
  communityUsed: number;
}

/** At most so many of a creator's newest truths are looked at, so that the work stays bounded. */
export const MAX_TRUTHS = 32;

/** The share of its variance that a single video has at least, however well it is known. */
const LEAST_NOISE = 0.05;

/**
 * Estimates the saves of one post from its counts, its category and its creator's own truths.
 *
 * @param truths newest first. Of each video only the newest counts, photo posts tell of photo posts
 *   and videos of videos, and at most MAX_TRUTHS are used.
 * @param others true counts of other members of the creator's community, newest first
 * @param video which video it is, as in the truths
 */
export function estimateWith(
  model: Model,
  numbers: Numbers,
  truths: readonly KnownTruth[],
  others: readonly CommunityTruth[],
  video?: string,
): Estimate {
  const community = learnFromCommunity(model, others, numbers);
  const own = truthsFor(numbers.kind, truths);
  const found = forecast(model, numbers, own, community, video);
  const { cold, total } = found;
  const parts = [...signalParts(model, logsOf(numbers)), ...assumedParts(model, numbers)];
  const { category } = numbers;
  if (category !== undefined) {
    parts.push({ signal: 'category', category, effect: expectedFor(model, category).level });
  }
  if (community) parts.push({ signal: 'your community', effect: community.level });
  if (own.length > 0) parts.push({ signal: 'your own videos', effect: total.free - cold });
  if (total.free !== total.bounded) {
    parts.push({ signal: 'limit', effect: total.bounded - total.free });
  }
  return {
    modelVersion: model.version,
    ...withRange(model, numbers.views, own.length, found),
    parts,
    truthsUsed: own.length,
    communityUsed: community?.truths ?? 0,
  };
}

/** Estimated saves and the bounds of the 80 % range. */
export type SavesInRange = Pick<Estimate, 'saves' | 'low' | 'high'>;

/** What is estimated by the counts alone, whatever true counts and category are known. */
export function coldWith(model: Model, numbers: Numbers): SavesInRange {
  return withRange(model, numbers.views, 0, coldForecast(model, numbers));
}

function coldForecast(model: Model, { category: _, ...counts }: Numbers): Forecast {
  return forecast(model, counts, [], undefined);
}

function withRange(
  model: Model,
  views: number,
  truthsUsed: number,
  { total, deviation, outside }: Forecast,
): SavesInRange {
  const [low, high] = rangeFactors(model, truthsUsed, total.bounded);
  const within = (log: number) => Math.min(views, Math.max(0, Math.expm1(log)));
  const saves = within(total.bounded);
  return {
    saves,
    low: Math.min(saves, within(total.bounded + low * deviation - outside)),
    high: Math.max(saves, within(total.bounded + high * deviation + outside)),
  };
}

/** The truths that tell of posts of this kind: of each video the newest, MAX_TRUTHS at most. */
function truthsFor(kind: Numbers['kind'], truths: readonly KnownTruth[]): KnownTruth[] {
  const seen = new Set<string>();
  const used: KnownTruth[] = [];
  for (const truth of truths) {
    if (truth.numbers.kind !== kind) continue;
    if (truth.video !== undefined && seen.has(truth.video)) continue;
    if (truth.video !== undefined) seen.add(truth.video);
    used.push(truth);
    if (used.length === MAX_TRUTHS) break;
  }
  return used;
}

/** How far above what the counts of its video alone say a told count is, in natural-log units. */
export function missOf(model: Model, { numbers, saves }: KnownTruth): number {
  return Math.log1p(saves) - coldForecast(model, numbers).total.bounded;
}

interface Forecast {
  /** ln(saves + 1) without the creator's own truths, at the level of category and community. */
  cold: number;
  /** ln(saves + 1) with them, free and held between 0 and the views. */
  total: { free: number; bounded: number };
  /** The standard deviation that the model expects of the total's error. */
  deviation: number;
  /** How much further the range reaches, in log units, for what the model has not seen. */
  outside: number;
}

/** An estimate before its parts and its range: all that the fit of the range needs. */
export function forecast(
  model: Model,
  numbers: Numbers,
  truths: readonly KnownTruth[],
  community: Community | undefined,
  video?: string,
): Forecast {
  const logs = logsOf(numbers);
  const expected = expectedFor(model, numbers.category);
  const level = expected.level + (community?.level ?? 0);
  const known = truths.map((truth) => knownOf(truth, video));
  const learned = known.length > 0 ? learnFrom(model, known, level) : undefined;
  const assumed = assumedParts(model, numbers);
  const shift = assumed.reduce((total, { effect }) => total + effect, 0);
  const cold = shift + level + coldAlongShares(model, logs)(logs.s);
  const free = learned ? shift + risingWithShares(model, logs, learned.predict)(logs.s) : cold;
  const bounded = Math.min(logs.v, Math.max(0, free));
  const noise = noiseAt(model, bounded) + roundingOf(numbers);
  const place = community?.variance ?? expected.variance;
  const variance = learned
    ? Math.max(LEAST_NOISE * noise, learned.uncertainty(logs) + noise) * learned.spread
    : priorVariance(model, logs) + place + noise;
  const extra = assumed.reduce((width, { effect }) => width + Math.abs(effect), 0);
  return {
    cold,
    total: { free, bounded },
    deviation: Math.sqrt(variance),
    outside: widening(model, logs, numbers.kind) + extra,
  };
}

/** A truth as it is learned from. @param video the one that is estimated. */
export function knownOf(truth: KnownTruth, video: string | undefined): Known {
  return {
    logs: logsOf(truth.numbers),
    saved: Math.log1p(truth.saves),
    rounding: roundingOf(truth.numbers),
    sameVideo: video !== undefined && truth.video === video,
  };
}

/** Variance of an estimate's log that coarse rounding of likes and shares adds. */
function roundingOf({ steps, ...counts }: Numbers): number {
  if (!steps) return 0;
  // A count rounded to a step lies anywhere within it: variance step²/12, at half the weight.
  const variance = (step: number, count: number) =>
    step <= 1 ? 0 : (step / Math.max(step, count)) ** 2 / 12 / 4;
  return variance(steps.likes, counts.likes) + variance(steps.shares, counts.shares);
}
