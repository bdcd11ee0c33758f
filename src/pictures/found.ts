import type { ShownCount } from '../lib/count-names.js';
import type { Box, LookedAt, Screen } from './spec.js';

/** A text on a picture, and where it stands. */
export interface PlacedText extends Box {
  readonly text: string;
  /** As a count; null where it is none. */
  readonly count: string | null;
  /** Where the middle of each of its characters stands, in the picture's dots. */
  readonly at: readonly number[];
}

/** Where a screen shows which count. */
export interface Place {
  readonly count: ShownCount;
  readonly box: LookedAt;
  /** Where it may stand as well: looked at where nothing was read for sure in its box. */
  readonly otherwise?: LookedAt;
  /** What is cut out to be checked, where that isn't the same for every screen: with its icon. */
  readonly shown?: Box;
}

/** A screen that was recognised. */
export interface FoundScreen {
  readonly screen: Screen;
  readonly places: readonly Place[];
}

/** The middle of a box. */
export function middle({ left, right, top, bottom }: Box): { x: number; y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
