import { at } from '../../lib/at.js';
import type { Curve } from './model.js';

/** The curve's height at `x`: straight between knots, the outermost slope carried on outside. */
export function heightOf(curve: Curve, x: number): number {
  const { knots, values } = curve;
  let right = 1;
  while (right < knots.length - 1 && x > at(knots, right)) right += 1;
  const [x0, x1] = [at(knots, right - 1), at(knots, right)];
  const [y0, y1] = [at(values, right - 1), at(values, right)];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
