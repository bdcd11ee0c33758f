import type { Category } from './category.js';
import { heightOf } from './curve.js';
import type { Model } from './model.js';
import type { Numbers } from './numbers.js';
import { type Logs, risingWithShares, surfaceAt } from './surface.js';

/** What an estimate is made of. `limit`: saves are never below zero nor above the views. */
export type Signal =
  | 'level'
  | 'views'
  | 'likes'
  | 'comments'
  | 'shares'
  | 'watch time'
  | 'follower growth'
  | 'category'
  | 'your community'
  | 'your own videos'
  | 'limit';

export interface Part {
  signal: Signal;
  /** The category that `category` speaks of. */
  category?: Category;
  /** Whether it was told of the account's last video, and not of this one. */
  fromLastVideo?: boolean;
  /**
   * Signed, in natural-log units: e^effect is the factor by which this signal moves saves + 1.
   * `level` is a typical video of 10,000 views and `views` what the size of this one changes;
   * likes, comments and shares are relative to a typical video of this size, and `category` to
   * a video of which the category isn't known. All parts of an estimate add up to ln(saves + 1).
   */
  effect: number;
}

/** The size that `level` speaks of. */
const REFERENCE_VIEWS = 10_000;

/**
 * Splits the cold estimate: what a typical video of this size would get, and what each count of
 * this one changes. Curves on rates read two counts at once, so each count's share is averaged
 * over the orders in which typical counts can be exchanged for real ones (Shapley's division).
 */
export function signalParts(model: Model, logs: Logs): Part[] {
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
export function assumedParts(model: Model, numbers: Numbers): Part[] {
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

/** ln(saves + 1) by the four counts alone, as a function of the log shares. */
export function coldAlongShares(model: Model, logs: Omit<Logs, 's'>): (s: number) => number {
  return risingWithShares(model, logs, (there) => surfaceAt(model.everybody, there));
}
