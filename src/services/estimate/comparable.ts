import { at } from '../../lib/at.js';
import { heightOf } from './curve.js';
import type { Model } from './model.js';
import { placeIn } from './surface.js';

/** Rates of the middle video among those of one size that the model was fitted on. */
export interface TypicalRates {
  readonly likesPerView: number;
  readonly sharesPerLike: number;
  readonly savesPerView: number;
}

/** What videos of so many views have, of those a model was fitted on. */
export function typicalRatesWith({ typical, references }: Model, views: number): TypicalRates {
  const reference = references.all;
  const size = Math.log1p(views);
  const count = (curve: Model['typical']['likes']) =>
    Math.min(views, Math.max(0, Math.expm1(heightOf(curve, size))));
  const [likes, shares] = [count(typical.likes), count(typical.shares)];
  const { left, share } = placeIn(reference.knots, size);
  const middle = (row: number) => at(reference.quantiles[row] ?? [], MIDDLE);
  return {
    likesPerView: likes / views,
    sharesPerLike: shares / likes,
    savesPerView: Math.exp(middle(left) * (1 - share) + middle(left + 1) * share),
  };
}

/** The place of the median in a table of 101 values at 0, 1, … 100 %. */
const MIDDLE = 50;
