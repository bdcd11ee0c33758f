import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../../lib/at.js';
import { projectRoot } from '../../lib/paths.js';
import { heightOf, type Model, modelSchema } from './model.js';
import { placeIn } from './surface.js';

/** Rates of the middle video among those of one size that the model was fitted on. */
export interface TypicalRates {
  readonly likesPerView: number;
  readonly sharesPerLike: number;
  readonly savesPerView: number;
}

let read: Pick<Model, 'typical' | 'references'> | undefined;

/** What comparable videos have; read from the model's file when first asked for. */
export function typicalRates(views: number): TypicalRates {
  read ??= modelSchema
    .pick({ typical: true, references: true })
    .parse(JSON.parse(readFileSync(join(projectRoot, 'model', 'keepsake-model.json'), 'utf8')));
  const { typical, references } = read;
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
