import { at } from '../../lib/at.js';
import type { Model } from './model.js';
import { type Logs, placeIn, ratesOf } from './surface.js';

/** How much wider, in log units, a range gets for each log unit that a rate is unfamiliar. */
const WIDENING_OUTSIDE = 0.25;

/** How much wider the range of a photo post is, in log units: an assumption, as none was fitted. */
const WIDENING_PHOTO = 0.25;

/** How many standard deviations down and up the 80 % range reaches. */
export function rangeFactors(
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

/** How much further the range reaches, in log units, for what the fit has not seen. */
export function widening(model: Model, logs: Logs, kind: 'video' | 'photo'): number {
  return unfamiliarity(model, logs) * WIDENING_OUTSIDE + (kind === 'photo' ? WIDENING_PHOTO : 0);
}

/** How far, in log units, the rates lie outside what the fit has seen. */
function unfamiliarity(model: Model, logs: Logs): number {
  const rates: Record<string, number> = ratesOf(logs);
  return Object.entries(model.familiar).reduce((far, [name, [from, to]]) => {
    const rate = rates[name];
    return rate === undefined ? far : far + Math.max(0, from - rate, rate - to);
  }, 0);
}
