import { SHOWN_COUNTS, type ShownCount } from '../lib/count-names.js';
import { type FoundScreen, middle, type Place, type PlacedText } from './found.js';
import { countNamed } from './words.js';

/** So many different names have to be found with a count each; a profile has one of them. */
const LEAST_NAMES = 3;

/** How far a count may be from its name, in heights of the name. */
const FAR = 4;

/** Where a screen puts counts: beside, under or above their names. */
const SIDES = ['right', 'below', 'above'] as const;
type Side = (typeof SIDES)[number];

/**
 * A page with names and counts, such as a post's analytics: in a list the count stands at the
 * right, in cards under its name or above it. One side holds for the whole page.
 */
export function analyticsIn(texts: readonly PlacedText[]): FoundScreen | null {
  const named = texts.flatMap((text) => {
    const count = countNamed(text.text);
    return count === null ? [] : [{ count, text }];
  });
  const bySide = SIDES.map((side) => placesAt(side, named, texts));
  const best = bySide.sort((a, b) => b.length - a.length)[0] ?? [];
  if (best.length < LEAST_NAMES || !best.some(({ count }) => count === 'likes')) return null;
  return { screen: 'analytics', places: best };
}

function placesAt(
  side: Side,
  named: readonly { count: ShownCount; text: PlacedText }[],
  texts: readonly PlacedText[],
): Place[] {
  const counts = texts.filter(({ count }) => count !== null);
  return SHOWN_COUNTS.flatMap((count): Place[] => {
    // The same name twice, as in a chart's legend: the one with a count at its side is meant.
    const found = named.flatMap(({ count: is, text }) => {
      if (is !== count) return [];
      const box = nearest(side, text, counts);
      return box === null ? [] : [box];
    });
    const [first, ...others] = found;
    const isOne = first !== undefined && others.every(({ count: other }) => other === first.count);
    return isOne ? [{ count, box: first }] : [];
  });
}

function nearest(side: Side, name: PlacedText, counts: readonly PlacedText[]): PlacedText | null {
  const tall = name.bottom - name.top;
  const from = middle(name);
  const distance = (one: PlacedText): number | null => {
    const at = middle(one);
    if (side === 'right') {
      const isInRow = Math.abs(at.y - from.y) < tall * 0.6;
      return isInRow && one.left > name.right - tall ? one.left - name.right : null;
    }
    const isInColumn =
      Math.abs(one.left - name.left) < tall * 1.5 ||
      Math.abs(at.x - from.x) < tall * 1.5 ||
      Math.abs(one.right - name.right) < tall;
    const gap = side === 'below' ? one.top - name.bottom : name.top - one.bottom;
    return isInColumn && gap > -tall * 0.5 && gap < FAR * tall ? gap : null;
  };
  const near = counts.flatMap((one) => {
    const far = distance(one);
    return far === null ? [] : [{ one, far }];
  });
  return near.sort((a, b) => a.far - b.far)[0]?.one ?? null;
}
