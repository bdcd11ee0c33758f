import { heightOf, levelledHeightOf, type Model } from './estimate-model.js';

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
  /** Length in seconds. */
  duration?: number;
  newFollowers?: number;
  kind: 'video' | 'photo';
}

/** The four counts that every estimate starts from. */
export interface Counts {
  views: number;
  likes: number;
  comments: number;
  shares: number;
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
}

/** At most so many of a creator's newest truths are looked at, so that the work stays bounded. */
export const MAX_TRUTHS = 32;

/** The size that `level` speaks of. */
const REFERENCE_VIEWS = 10_000;

/** How much wider, in log units, a range gets for each log unit that a rate is unfamiliar. */
const WIDENING_OUTSIDE = 0.25;

/** Natural logs of the four counts + 1: all the model reads of them. */
export interface Logs {
  v: number;
  l: number;
  c: number;
  s: number;
}

/**
 * Estimates the saves of one post from its counts and its creator's own truths.
 * @param truths newest first; at most MAX_TRUTHS are used.
 */
export function estimateWith(
  model: Model,
  numbers: Numbers,
  truths: readonly KnownTruth[],
): Estimate {
  const logs = logsOf(numbers);
  const used = truths.slice(0, MAX_TRUTHS);
  const parts = [
    ...signalParts(model, logs),
    ...assumedParts(model, numbers),
    ...ownVideosPart(model, used),
  ];
  const free = sum(parts);
  const bounded = Math.min(logs.v, Math.max(0, free));
  if (bounded !== free) parts.push({ signal: 'limit', effect: bounded - free });
  const total = sum(parts);

  const [below, above] = rangeAround(model, numbers, logs, total);
  const extra = assumedParts(model, numbers).reduce((w, part) => w + Math.abs(part.effect), 0);
  const saves = Math.min(numbers.views, Math.max(0, Math.expm1(total)));
  return {
    modelVersion: model.version,
    saves,
    low: Math.min(saves, Math.max(0, Math.expm1(total - below - extra))),
    high: Math.max(saves, Math.min(numbers.views, Math.expm1(total + above + extra))),
    parts,
    truthsUsed: used.length,
  };
}

export function logsOf(counts: Counts): Logs {
  return {
    v: Math.log1p(counts.views),
    l: Math.log1p(counts.likes),
    c: Math.log1p(counts.comments),
    s: Math.log1p(counts.shares),
  };
}

/** The part of the model that knows nothing of the creator. */
export type ColdModel = Pick<Model, 'intercept' | 'curves'>;

/** ln(saves + 1) by the four counts alone. */
export function coldLog(model: ColdModel, { v, l, c, s }: Logs): number {
  const { curves } = model;
  return (
    model.intercept +
    heightOf(curves.likesPerView, l - v) +
    heightOf(curves.commentsPerLike, c - l) +
    heightOf(curves.sharesPerLike, s - l) +
    heightOf(curves.sharesPerView, s - v) +
    heightOf(curves.views, v)
  );
}

/**
 * Splits the cold estimate: what a typical video of this size would get, and what each count of
 * this one changes. Curves on rates read two counts at once, so each count's share is averaged
 * over the orders in which typical counts can be exchanged for real ones (Shapley's division).
 */
function signalParts(model: Model, logs: Logs): Part[] {
  const { v } = logs;
  const typical = typicalLogs(model, v);
  const level = coldLog(model, typicalLogs(model, Math.log1p(REFERENCE_VIEWS)));
  const value = (likes: boolean, comments: boolean, shares: boolean) =>
    coldLog(model, {
      v,
      l: likes ? logs.l : typical.l,
      c: comments ? logs.c : typical.c,
      s: shares ? logs.s : typical.s,
    });
  const [none, all] = [value(false, false, false), value(true, true, true)];
  const [onlyL, onlyC, onlyS] = [
    value(true, false, false),
    value(false, true, false),
    value(false, false, true),
  ];
  const [noL, noC, noS] = [
    value(false, true, true),
    value(true, false, true),
    value(true, true, false),
  ];
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
 * Watch time and new followers: assumptions from one creator's videos at half the slope seen
 * there, bounded. They move the estimate a little and widen the range by as much.
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

/** The creator's own level: the middle miss of earlier estimates, believed the more there are. */
function ownVideosPart(model: Model, truths: readonly KnownTruth[]): Part[] {
  if (truths.length === 0) return [];
  const misses = truths.map(
    ({ numbers, saves }) => Math.log1p(saves) - coldLog(model, logsOf(numbers)),
  );
  const { betweenCreators, withinCreator } = model.learning;
  const belief = betweenCreators / (betweenCreators + withinCreator / truths.length);
  return [{ signal: 'your own videos', effect: belief * middleOf(misses) }];
}

/** Log distances from the estimate down and up to the ends of the 80 % range. */
function rangeAround(
  model: Model,
  numbers: Numbers,
  logs: Logs,
  total: number,
): [below: number, above: number] {
  const outside = unfamiliarity(model, logs) * WIDENING_OUTSIDE;
  const rounding = roundingOf(numbers);
  const widen = (distance: number) => Math.hypot(Math.max(0, distance), rounding) + outside;
  return [
    widen(-levelledHeightOf(model.range.low, total)),
    widen(levelledHeightOf(model.range.high, total)),
  ];
}

/** How far, in log units, the rates lie outside what the fit has seen. */
function unfamiliarity(model: Model, logs: Logs): number {
  const rates: Record<string, number> = ratesOf(logs);
  return Object.entries(model.familiar).reduce((far, [name, [from, to]]) => {
    const rate = rates[name];
    return rate === undefined ? far : far + Math.max(0, from - rate, rate - to);
  }, 0);
}

export function ratesOf({ v, l, c, s }: Logs): Record<keyof Model['curves'], number> {
  return {
    likesPerView: l - v,
    commentsPerLike: c - l,
    sharesPerLike: s - l,
    sharesPerView: s - v,
    views: v,
  };
}

/** Log error that coarse rounding of likes and shares can add to an estimate. */
function roundingOf({ steps, ...counts }: Numbers): number {
  if (!steps) return 0;
  const share = (step: number, count: number) => (step <= 1 ? 0 : step / Math.max(step, count));
  return (share(steps.likes, counts.likes) + share(steps.shares, counts.shares)) / 2;
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return middle.reduce((a, b) => a + b, 0) / middle.length;
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, { effect }) => total + effect, 0);
}
