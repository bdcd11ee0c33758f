import { at } from '../../lib/at.js';
import { heightOf } from './curve.js';
import type { Curve, Model, Surface } from './model.js';

/** The four counts that every estimate starts from. */
export interface Counts {
  views: number;
  likes: number;
  comments: number;
  shares: number;
}

/** Natural logs of the four counts + 1: all that the surfaces read of them. */
export interface Logs {
  v: number;
  l: number;
  c: number;
  s: number;
}

export type Rates = Record<keyof Surface['curves'], number>;

export function logsOf(counts: Counts): Logs {
  return {
    v: Math.log1p(counts.views),
    l: Math.log1p(counts.likes),
    c: Math.log1p(counts.comments),
    s: Math.log1p(counts.shares),
  };
}

/** The log rates that the curves stand on. */
export function ratesOf({ v, l, c, s }: Logs): Rates {
  return {
    views: v,
    likesPerView: l - v,
    commentsPerLike: c - l,
    sharesPerLike: s - l,
    sharesPerView: s - v,
  };
}

/** ln(saves + 1) by one surface: the sum of its curves and of its table of how rates act together. */
export function surfaceAt(surface: Surface, logs: Logs): number {
  const rates = ratesOf(logs);
  const { curves, together } = surface;
  return (
    surface.intercept +
    heightOf(curves.views, rates.views) +
    heightOf(curves.likesPerView, rates.likesPerView) +
    heightOf(curves.commentsPerLike, rates.commentsPerLike) +
    heightOf(curves.sharesPerLike, rates.sharesPerLike) +
    heightOf(curves.sharesPerView, rates.sharesPerView) +
    tableAt(together, rates)
  );
}

/** The table's blend of the 16 corners around a point; level beyond its edges. */
function tableAt({ knots, values }: Surface['together'], rates: Rates): number {
  const views = leftOf(knots.views, rates.views);
  const likes = leftOf(knots.likesPerView, rates.likesPerView);
  const comments = leftOf(knots.commentsPerLike, rates.commentsPerLike);
  const shares = leftOf(knots.sharesPerLike, rates.sharesPerLike);
  const alongViews = shareOf(knots.views, views, rates.views);
  const alongLikes = shareOf(knots.likesPerView, likes, rates.likesPerView);
  const alongComments = shareOf(knots.commentsPerLike, comments, rates.commentsPerLike);
  const alongShares = shareOf(knots.sharesPerLike, shares, rates.sharesPerLike);
  const [perComments, perLikes] = [
    knots.sharesPerLike.length,
    knots.sharesPerLike.length * knots.commentsPerLike.length,
  ];
  const perViews = perLikes * knots.likesPerView.length;
  const start = views * perViews + likes * perLikes + comments * perComments + shares;

  let total = 0;
  for (let v = 0; v <= 1; v += 1) {
    for (let l = 0; l <= 1; l += 1) {
      for (let c = 0; c <= 1; c += 1) {
        const corner = start + v * perViews + l * perLikes + c * perComments;
        const weight =
          (v ? alongViews : 1 - alongViews) *
          (l ? alongLikes : 1 - alongLikes) *
          (c ? alongComments : 1 - alongComments);
        const [from, to] = [at(values, corner), at(values, corner + 1)];
        total += weight * (from + alongShares * (to - from));
      }
    }
  }
  return total;
}

/** The interval of `knots` around `x` and how far along it `x` lies, 0 to 1; ends hold beyond. */
export function placeIn(knots: readonly number[], x: number): { left: number; share: number } {
  const left = leftOf(knots, x);
  return { left, share: shareOf(knots, left, x) };
}

function leftOf(knots: readonly number[], x: number): number {
  let left = 0;
  while (left < knots.length - 2 && x > at(knots, left + 1)) left += 1;
  return left;
}

function shareOf(knots: readonly number[], left: number, x: number): number {
  const [from, to] = [at(knots, left), at(knots, left + 1)];
  return Math.min(1, Math.max(0, (x - from) / (to - from)));
}

/**
 * `raw` as a function of the log shares alone, mended so that more shares never lower it: it is
 * looked at in fixed steps of shares per like, falling stretches are levelled, and the result runs
 * straight between the steps.
 */
export function risingWithShares(
  model: Model,
  logs: Omit<Logs, 's'>,
  raw: (logs: Logs) => number,
): (s: number) => number {
  const steps = [0];
  for (const knot of model.shareSteps) if (logs.l + knot > 0) steps.push(logs.l + knot);
  const heights = rising(steps.map((s) => raw({ v: logs.v, l: logs.l, c: logs.c, s })));
  const last = steps.length - 1;
  return (s) => {
    const beyond = s - at(steps, last);
    if (beyond < 0) return heightOf({ knots: steps, values: heights }, s);
    const { sharesPerLike, sharesPerView } = model.everybody.curves;
    const slope = Math.max(0, endSlope(sharesPerLike) + endSlope(sharesPerView));
    return at(heights, last) + beyond * slope;
  };
}

/** Between the highest so far and the lowest to come: never falls, and equals what never fell. */
function rising(values: readonly number[]): number[] {
  const lowestToCome = [...values];
  for (let i = values.length - 2; i >= 0; i -= 1) {
    lowestToCome[i] = Math.min(at(values, i), at(lowestToCome, i + 1));
  }
  let highest = -Infinity;
  return values.map((value, i) => {
    highest = Math.max(highest, value);
    return (highest + at(lowestToCome, i)) / 2;
  });
}

function endSlope({ knots, values }: Curve): number {
  const last = knots.length - 1;
  return (at(values, last) - at(values, last - 1)) / (at(knots, last) - at(knots, last - 1));
}
