import { SHOWN_COUNTS, type ShownCount } from '../lib/count-names.js';
import { type FoundScreen, middle, type Place, type PlacedText } from './found.js';
import { countNamed } from './words.js';

/** So many different names have to be found, with so many counts among them; a profile has one. */
const LEAST_NAMES = 3;
const LEAST_COUNTS = 3;
/** Fewer counts are enough where nearly all names are there: the others may be single digits. */
const MANY_NAMES = { names: 4, counts: 2 };

/** How far a count may be from its name, in heights of the name. */
const FAR = 4;

/** How wide the place of a count is that wasn't seen, in heights: a digit or two. */
const WIDE = 1;

/** Where a screen puts counts: beside, under or above their names. */
const SIDES = ['right', 'below', 'above'] as const;
type Side = (typeof SIDES)[number];

/** A name, and the count at its side. */
interface Pair {
  readonly count: ShownCount;
  readonly name: PlacedText;
  readonly box: PlacedText;
}

/** A name as it was found. */
interface Named {
  readonly count: ShownCount;
  readonly text: PlacedText;
}

/**
 * A page with names and counts, such as a post's analytics: in a list the count stands at the
 * right, in cards under its name or above it. One side holds for the whole page.
 */
export function analyticsIn(texts: readonly PlacedText[]): FoundScreen | null {
  const named = texts.flatMap((text): Named[] => {
    const count = countNamed(text.text);
    return count === null ? [] : [{ count, text }];
  });
  const bySide = SIDES.map((side) => pairsAt(side, named, texts));
  const pairs = bySide.sort((a, b) => b.length - a.length)[0] ?? [];
  const names = new Set(named.map(({ count }) => count));
  const isPage =
    (names.size >= LEAST_NAMES && pairs.length >= LEAST_COUNTS) ||
    (names.size >= MANY_NAMES.names && pairs.length >= MANY_NAMES.counts);
  if (!isPage || !names.has('likes')) return null;
  const found = pairs.map(({ count, box }) => ({ count, box }));
  return { screen: 'analytics', places: [...found, ...unseen(named, pairs)] };
}

function pairsAt(side: Side, named: readonly Named[], texts: readonly PlacedText[]): Pair[] {
  const counts = texts.filter(({ count }) => count !== null);
  return SHOWN_COUNTS.flatMap((count): Pair[] => {
    // The same name twice, as in a chart's legend: the one with a count at its side is meant.
    const found = named.flatMap(({ count: is, text: name }) => {
      if (is !== count) return [];
      const box = nearest(side, name, counts);
      return box === null ? [] : [{ count, name, box }];
    });
    const [first, ...others] = found;
    const isOne = first !== undefined && others.every(({ box }) => box.count === first.box.count);
    return isOne ? [first] : [];
  });
}

/**
 * Where the counts stand whose names alone were found: as the other counts stand to theirs. Single
 * digits are often not found.
 */
function unseen(named: readonly Named[], pairs: readonly Pair[]): Place[] {
  const mean = (of: (pair: Pair) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const tall = mean(({ box }) => box.bottom - box.top);
  const down = mean(({ box, name }) => middle(box).y - middle(name).y);
  // Counts of a page have one edge in common with their names, or their middles.
  const edges = [
    { of: ({ box, name }: Pair) => box.left - name.left, from: 0 },
    { of: ({ box, name }: Pair) => middle(box).x - middle(name).x, from: 0.5 },
    { of: ({ box }: Pair) => box.right, from: 1 },
  ] as const;
  const spread = (of: (pair: Pair) => number) => {
    const values = pairs.map(of);
    return Math.max(...values) - Math.min(...values);
  };
  const [edge] = [...edges].sort((a, b) => spread(a.of) - spread(b.of));
  if (edge === undefined) return [];
  return SHOWN_COUNTS.flatMap((count): Place[] => {
    const [only, ...others] = named.filter(({ count: is }) => is === count);
    if (only === undefined || others.length > 0) return [];
    if (pairs.some(({ count: is }) => is === count)) return [];
    const name = only.text;
    const at = mean(edge.of);
    const beside = { 0: name.left + at, 0.5: middle(name).x + at, 1: at }[edge.from];
    const left = beside - edge.from * WIDE * tall;
    const y = middle(name).y + down;
    return [
      { count, box: { left, right: left + WIDE * tall, top: y - tall / 2, bottom: y + tall / 2 } },
    ];
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
