import type { IconKind } from './layouts.js';
import type { Box } from './spec.js';

/** Where the outline is looked at, in parts of the width. */
const COLUMNS = [0.1, 0.25, 0.5, 0.75, 0.9];

/** A map of dots that belong to a shape or don't. */
export interface ShapeMap {
  readonly width: number;
  readonly dots: Float32Array;
}

/** An icon's outline: where it begins and ends in each of `COLUMNS`, in parts of its height. */
interface Outline {
  /** Width by height. */
  readonly wide: number;
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
}

/**
 * What an icon is of, by its outline alone: whether it is filled or drawn with a line makes no
 * difference.
 *
 * @param isMirrored whether it stands on a page that is read from right to left: arrows and play
 * buttons point the other way there, or the same.
 */
export function isIconOf(kind: IconKind, map: ShapeMap, box: Box, isMirrored: boolean): boolean {
  const seen = outlineOf(map, box);
  if (seen === null) return false;
  const outlines = isMirrored ? [seen, turned(seen)] : [seen];
  return outlines.some((outline) => TESTS[kind](outline));
}

const TESTS: Readonly<Record<IconKind, (outline: Outline) => boolean>> = {
  // Tall where it begins, and a point where it ends.
  play: ({ wide, tops, bottoms }) => {
    const [, from = 0, half = 0, , to = 1] = tops.map((top, n) => (bottoms[n] ?? 0) - top);
    return wide > 0.6 && wide < 1.3 && from > 0.7 && half > 0.3 && half < 0.88 && to < 0.45;
  },
  // Two bows above, a point below.
  heart: ({ wide, tops, bottoms }) => {
    const [, left = 1, middle = 0, right = 1] = tops;
    const [outer = 1, , point = 0, , other = 1] = bottoms;
    const isBowed = middle - left > 0.04 && middle - right > 0.04 && Math.max(left, right) < 0.2;
    return wide > 0.9 && wide < 1.5 && isBowed && point > 0.85 && outer < 0.8 && other < 0.8;
  },
  // Round above; where its tail is, differs.
  bubble: ({ wide, tops }) => {
    const [left = 0, , middle = 1, , right = 0] = tops;
    return wide > 0.75 && wide < 1.4 && middle < 0.12 && left > 0.02 && right > 0.02;
  },
  // Its head stands above its tail; a paper plane is wide above, at both ends.
  arrow: ({ wide, tops }) => {
    const [tail = 0, , , , head = 0] = tops;
    return wide > 0.85 && wide < 1.7 && tail > 0.25 && head > 0.08;
  },
  // Straight above and at its sides, cut in below.
  bookmark: ({ wide, tops, bottoms }) => {
    const [, left = 1, middle = 1, right = 1] = tops;
    const [outer = 0, , cut = 1, , other = 0] = bottoms;
    const isStraight = Math.max(left, middle, right) < 0.12;
    return wide > 0.5 && wide < 0.95 && isStraight && Math.min(outer, other) - cut > 0.05;
  },
};

function outlineOf({ width, dots }: ShapeMap, { left, top, right, bottom }: Box): Outline | null {
  const [wide, tall] = [right - left, bottom - top];
  const ends = COLUMNS.map((part) => {
    const x = Math.min(right - 1, left + Math.floor(part * wide));
    let [first, last] = [-1, -1];
    for (let y = top; y < bottom; y += 1) {
      if ((dots[y * width + x] ?? 0) === 0) continue;
      if (first < 0) first = y;
      last = y + 1;
    }
    return { first, last };
  });
  if (ends.some(({ first }) => first < 0)) return null;
  return {
    wide: wide / tall,
    tops: ends.map(({ first }) => (first - top) / tall),
    bottoms: ends.map(({ last }) => (last - top) / tall),
  };
}

function turned({ wide, tops, bottoms }: Outline): Outline {
  return { wide, tops: tops.toReversed(), bottoms: bottoms.toReversed() };
}
