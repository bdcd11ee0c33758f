import { at } from '../../lib/at.js';
import { type CommunityTruth, learnFromCommunity } from './community.js';
import { type Known, learnFrom, noiseAt, priorVariance } from './learning.js';
import { heightOf, type Model } from './model.js';
import {
  type Counts,
  type Logs,
  logsOf,
  placeIn,
  ratesOf,
  risingWithShares,
  surfaceAt,
} from './surface.js';

/**
 * What a creator reads from the screen for one post. Counts are whole and at least zero; up to
 * 2^53 nothing is lost.
 */
export interface Numbers {
  views: number;
  likes: number;
  comments: number;
  shares: number;
  /** Width of each count's last shown digit: 100 for "541.2K"; 1 everywhere when left out. */
  steps?: Counts;
  /** Average seconds watched a view. */
  watchTime?: number;
  /** Length in seconds. Not read by this model: what it says holds for no other kind of content. */
  duration?: number;
  newFollowers?: number;
  kind: 'video' | 'photo';
}

/** A video whose true saves its creator told, read at the same moment as the other counts. */
export interface KnownTruth {
  numbers: Numbers;
  saves: number;
}

/** What an estimate is made of. `limit`: saves are never below zero nor above the views. */
export type Signal =
  | 'level'
  | 'views'
  | 'likes'
  | 'comments'
  | 'shares'
  | 'watch time'
  | 'follower growth'
  | 'your community'
  | 'your own videos'
  | 'limit';

export interface Part {
  signal: Signal;
  /**
   * Signed, in natural-log units: e^effect is the factor by which this signal moves saves + 1.
   * `level` is a typical video of 10,000 views and `views` what the size of this one changes;
   * likes, comments and shares are relative to a typical video of this size. All parts of an
   * estimate add up to ln(saves + 1).
   */
  effect: number;
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

/** The size that `level` speaks of. */
const REFERENCE_VIEWS = 10_000;

/** How much wider, in log units, a range gets for each log unit that a rate is unfamiliar. */
const WIDENING_OUTSIDE = 0.25;

/** How much wider the range of a photo post is, in log units: an assumption, as none was fitted. */
const WIDENING_PHOTO = 0.25;

/**
 * Estimates the saves of one post from its counts and its creator's own truths.
 * @param truths newest first; at most MAX_TRUTHS are used.
 * @param others true counts of other members of the creator's community
 */
export function estimateWith(
  model: Model,
  numbers: Numbers,
  truths: readonly KnownTruth[],
  others: readonly CommunityTruth[],
): Estimate {
  const community = learnFromCommunity(model, others);
  const level = community?.level ?? 0;
  const found = forecast(model, numbers, truths, level);
  const { cold, total } = found;
  const parts = [...signalParts(model, logsOf(numbers)), ...assumedParts(model, numbers)];
  if (community) parts.push({ signal: 'your community', effect: level });
  if (truths.length > 0) parts.push({ signal: 'your own videos', effect: total.free - cold });
  if (total.free !== total.bounded) {
    parts.push({ signal: 'limit', effect: total.bounded - total.free });
  }
  const truthsUsed = Math.min(MAX_TRUTHS, truths.length);
  return {
    modelVersion: model.version,
    ...withRange(model, numbers.views, truthsUsed, found),
    parts,
    truthsUsed,
    communityUsed: community?.truths ?? 0,
  };
}

/** Estimated saves and the bounds of the 80 % range. */
export type SavesInRange = Pick<Estimate, 'saves' | 'low' | 'high'>;

/** What is estimated by the counts alone, whatever true counts are known. */
export function coldWith(model: Model, numbers: Numbers): SavesInRange {
  return withRange(model, numbers.views, 0, forecast(model, numbers, [], 0));
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

/** How far above what is estimated without true counts a told one is, in natural-log units. */
export function missOf(model: Model, { numbers, saves }: KnownTruth): number {
  return Math.log1p(saves) - forecast(model, numbers, [], 0).total.bounded;
}

interface Forecast {
  /** ln(saves + 1) without the creator's own truths, at the community's level. */
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
  communityLevel: number,
): Forecast {
  const logs = logsOf(numbers);
  const known = truths.slice(0, MAX_TRUTHS).map(knownOf);
  const learned = known.length > 0 ? learnFrom(model, known, communityLevel) : undefined;
  const assumed = assumedParts(model, numbers);
  const shift = sum(assumed);
  const cold = shift + communityLevel + coldAlongShares(model, logs)(logs.s);
  const free = learned ? shift + risingWithShares(model, logs, learned.predict)(logs.s) : cold;
  const bounded = Math.min(logs.v, Math.max(0, free));
  const noise = noiseAt(model, bounded) + roundingOf(numbers);
  const variance = learned
    ? (learned.uncertainty(logs) + noise) * learned.spread
    : priorVariance(model, logs) + noise;
  const unseen = numbers.kind === 'photo' ? WIDENING_PHOTO : 0;
  const extra = assumed.reduce((width, { effect }) => width + Math.abs(effect), 0);
  return {
    cold,
    total: { free, bounded },
    deviation: Math.sqrt(variance),
    outside: unfamiliarity(model, logs) * WIDENING_OUTSIDE + unseen + extra,
  };
}

function knownOf({ numbers, saves }: KnownTruth): Known {
  return { logs: logsOf(numbers), saved: Math.log1p(saves), rounding: roundingOf(numbers) };
}

/** ln(saves + 1) by the four counts alone, as a function of the log shares. */
function coldAlongShares(model: Model, logs: Omit<Logs, 's'>): (s: number) => number {
  return risingWithShares(model, logs, (there) => surfaceAt(model.everybody, there));
}

/** How many standard deviations down and up the 80 % range reaches. */
function rangeFactors(
  { range }: Model,
  truths: number,
  total: number,
): [low: number, high: number] {
  const row = placeIn(range.truths, truths);
  const column = placeIn(range.estimates, total);
  const blend = (table: readonly (readonly number[])[]) => {
    const along = (line: readonly number[] = []) =>
      at(line, column.left) * (1 - column.share) + at(line, column.left + 1) * column.share;
    return along(table[row.left]) * (1 - row.share) + along(table[row.left + 1]) * row.share;
  };
  return [Math.min(0, blend(range.low)), Math.max(0, blend(range.high))];
}

/**
 * Splits the cold estimate: what a typical video of this size would get, and what each count of
 * this one changes. Curves on rates read two counts at once, so each count's share is averaged
 * over the orders in which typical counts can be exchanged for real ones (Shapley's division).
 */
function signalParts(model: Model, logs: Logs): Part[] {
  const { v } = logs;
  const typical = typicalLogs(model, v);
  const reference = typicalLogs(model, Math.log1p(REFERENCE_VIEWS));
  const level = coldAlongShares(model, reference)(reference.s);
  const along = (l: number, c: number) => coldAlongShares(model, { v, l, c });
  const [plain, withL, withC, withBoth] = [
    along(typical.l, typical.c),
    along(logs.l, typical.c),
    along(typical.l, logs.c),
    along(logs.l, logs.c),
  ];
  const [none, onlyS] = [plain(typical.s), plain(logs.s)];
  const [onlyL, noC] = [withL(typical.s), withL(logs.s)];
  const [onlyC, noL] = [withC(typical.s), withC(logs.s)];
  const [noS, all] = [withBoth(typical.s), withBoth(logs.s)];
  const likes = (2 * (onlyL - none) + (noC - onlyS) + (noS - onlyC) + 2 * (all - noL)) / 6;
  const comments = (2 * (onlyC - none) + (noL - onlyS) + (noS - onlyL) + 2 * (all - noC)) / 6;
  const shares = (2 * (onlyS - none) + (noL - onlyC) + (noC - onlyL) + 2 * (all - noS)) / 6;
  return [
    { signal: 'level', effect: level },
    { signal: 'views', effect: none - level },
    { signal: 'likes', effect: likes },
    { signal: 'comments', effect: comments },
    { signal: 'shares', effect: shares },
  ];
}

/** The counts of a typical video of that size; never more likes, comments or shares than views. */
function typicalLogs(model: Model, v: number): Logs {
  const within = (log: number) => Math.min(v, Math.max(0, log));
  return {
    v,
    l: within(heightOf(model.typical.likes, v)),
    c: within(heightOf(model.typical.comments, v)),
    s: within(heightOf(model.typical.shares, v)),
  };
}

/**
 * Watch time and new followers: assumed, not fitted; one creator's videos are all the evidence there
 * is. They move the estimate a little, within bounds, and widen the range by as much.
 */
function assumedParts(model: Model, numbers: Numbers): Part[] {
  const { watchTime, followerGrowth } = model.assumptions;
  const parts: Part[] = [];
  const add = (signal: Signal, { slope, typical, bound }: typeof watchTime, log: number) => {
    const effect = Math.min(bound, Math.max(-bound, slope * (log - typical)));
    parts.push({ signal, effect });
  };
  if (numbers.watchTime !== undefined && numbers.watchTime > 0) {
    add('watch time', watchTime, Math.log(numbers.watchTime));
  }
  if (numbers.newFollowers !== undefined && numbers.views > 0) {
    const log = Math.log1p(numbers.newFollowers) - Math.log1p(numbers.views);
    add('follower growth', followerGrowth, log);
  }
  return parts;
}

/** How far, in log units, the rates lie outside what the fit has seen. */
function unfamiliarity(model: Model, logs: Logs): number {
  const rates: Record<string, number> = ratesOf(logs);
  return Object.entries(model.familiar).reduce((far, [name, [from, to]]) => {
    const rate = rates[name];
    return rate === undefined ? far : far + Math.max(0, from - rate, rate - to);
  }, 0);
}

/** Variance of an estimate's log that coarse rounding of likes and shares adds. */
function roundingOf({ steps, ...counts }: Numbers): number {
  if (!steps) return 0;
  // A count rounded to a step lies anywhere within it: variance step²/12, at half the weight.
  const variance = (step: number, count: number) =>
    step <= 1 ? 0 : (step / Math.max(step, count)) ** 2 / 12 / 4;
  return variance(steps.likes, counts.likes) + variance(steps.shares, counts.shares);
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, { effect }) => total + effect, 0);
}
