/** An age, and how views grow from there. */
interface Knot {
  readonly days: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/**
 * By age in days: views grow as age to the power of these; for 10, 50 and 90 of 100 videos. Fitted
 * by `model/growth.ts`; `model/growth.md` says on what, and how well it holds.
 */
const knots: readonly Knot[] = [
  { days: 2, low: 0.0416, middle: 0.1837, high: 0.4935 },
  { days: 3, low: 0.0381, middle: 0.1577, high: 0.4334 },
  { days: 5, low: 0.076, middle: 0.2325, high: 0.5495 },
];

/** Ages in days from which on, and until when, views of the seventh day can be told. */
export const GROWTH_AGES = { from: 1, until: 6 } as const;

const SEVENTH = 7;

/** Views and their 80 % range. */
export interface ExpectedViews {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/**
 * Views on the seventh day of a video that had so many at an age: see `model/growth.md`. Never fewer
 * than it has.
 *
 * @param days since it went public, within `GROWTH_AGES`.
 */
export function viewsOnDaySeven(views: number, days: number): ExpectedViews {
  let right = 1;
  while (right < knots.length - 1 && days > knotAt(right).days) right += 1;
  const [before, after] = [knotAt(right - 1), knotAt(right)];
  const share = Math.log(days / before.days) / Math.log(after.days / before.days);
  const within = Math.min(1, Math.max(0, share));
  const grown = (name: 'low' | 'middle' | 'high') => {
    const exponent = before[name] + within * (after[name] - before[name]);
    return views * (SEVENTH / days) ** Math.max(0, exponent);
  };
  return { low: grown('low'), middle: grown('middle'), high: grown('high') };
}

function knotAt(place: number): Knot {
  const knot = knots[place];
  if (knot === undefined) throw new Error(`There is no knot ${place}.`);
  return knot;
}
