import { medianSorted } from 'simple-statistics';

/** What is known of a video's views at one moment. */
export interface Growth {
  /** Milliseconds since the video went public. */
  readonly age: number;
  readonly views: number;
}

/** How a video's views stand beside those of the creator's other videos at the same age. */
export type SameAge =
  | {
      readonly kind: 'compared';
      /** Milliseconds since the video went public. */
      readonly age: number;
      readonly views: number;
      /** The median of the other videos at that age, and the least and most of them. */
      readonly usual: number;
      readonly least: number;
      readonly most: number;
      /** Of how many other videos. */
      readonly others: number;
    }
  | {
      readonly kind: 'too few';
      /** The most others that could be compared at any age of this video's readings. */
      readonly others: number;
      /** How many are needed. */
      readonly needed: number;
    }
  /** When the video went public isn't known, or no reading is a day old. */
  | { readonly kind: 'no age' };

/** A median of fewer videos says nothing: half of five may lie anywhere. */
export const FEWEST_SAME_AGE = 5;

/** Younger, a few hours of doubt about the posting decide everything: an age in milliseconds. */
export const YOUNGEST = 86_400_000;

/** Readings further apart than this (older age by younger age) say nothing of what lies between. */
const WIDEST_GAP = 4;

/** A reading this near (a tenth of the age) stands for that age by itself. */
const NEAR = 1.1;

/**
 * Compares a video with the creator's others at the same age: at the newest of its readings at
 * which enough others can be compared. A heuristic: between two readings, views are taken to grow
 * evenly on logarithmic scales of views and of age; nothing is guessed beyond a video's readings.
 *
 * @param readings of the video.
 * @param others the readings of each of the others.
 */
export function compareAtSameAge(
  readings: readonly Growth[],
  others: readonly (readonly Growth[])[],
): SameAge {
  const usable = readings
    .filter(({ age, views }) => age >= YOUNGEST && views > 0)
    .toSorted((a, b) => b.age - a.age);
  if (usable.length === 0) return { kind: 'no age' };
  let best = 0;
  for (const { age, views } of usable) {
    const theirs = others
      .map((one) => viewsAt(one, age))
      .filter((one) => one !== null)
      .toSorted((a, b) => a - b);
    best = Math.max(best, theirs.length);
    const [least, most] = [theirs.at(0), theirs.at(-1)];
    if (theirs.length < FEWEST_SAME_AGE || least === undefined || most === undefined) continue;
    const usual = medianSorted(theirs);
    return { kind: 'compared', age, views, usual, least, most, others: theirs.length };
  }
  return { kind: 'too few', others: best, needed: FEWEST_SAME_AGE };
}

/** The views of a video at an age, from the readings before and after it; null where they say nothing. */
export function viewsAt(readings: readonly Growth[], age: number): number | null {
  let before: Growth | null = null;
  let after: Growth | null = null;
  for (const one of readings) {
    if (one.age <= 0) continue;
    if (one.age <= age && (before === null || one.age > before.age)) before = one;
    if (one.age >= age && (after === null || one.age < after.age)) after = one;
  }
  if (before !== null && after !== null && after.age <= before.age * WIDEST_GAP) {
    if (after.age === before.age) return before.views;
    const share = Math.log(age / before.age) / Math.log(after.age / before.age);
    const [low, high] = [Math.log1p(before.views), Math.log1p(after.views)];
    return Math.expm1(low + share * (high - low));
  }
  if (before !== null && age <= before.age * NEAR) return before.views;
  if (after !== null && after.age <= age * NEAR) return after.views;
  return null;
}
