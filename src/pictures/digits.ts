import { islandsIn } from './boxes.js';
import type { Picture } from './canvas.js';
import { middle, type PlacedText } from './found.js';
import { VIDEO_COLUMN } from './layouts.js';
import type { Box } from './spec.js';

/** Where single digits may stand, in parts of the picture's height. */
const PART = { from: 0.25, to: 0.97 };

/** From this on red, green and blue are white. */
const WHITE = 185;

/** How tall a digit is, in heights of a count's box, and how wide, in its own heights. */
const TALL = { least: 0.38, most: 0.8 };
const WIDE = { least: 0.2, most: 0.85 };

/** What stands around a digit in the box of a text, in its heights. */
const AROUND = 0.3;

/**
 * White shapes as large as digits, one under the other with the counts that were found: the detector
 * misses digits that stand alone.
 */
export function digitsLike(counts: readonly PlacedText[], picture: Picture): Box[] {
  const { width, height } = picture;
  return counts.flatMap((count) => {
    const [x, tall] = [middle(count).x, count.bottom - count.top];
    const wide = VIDEO_COLUMN.aslant * width + tall / 2;
    const part = {
      left: Math.max(0, Math.round(x - wide)),
      right: Math.min(width, Math.round(x + wide)),
      top: Math.round(height * PART.from),
      bottom: Math.round(height * PART.to),
    };
    const [across, down] = [part.right - part.left, part.bottom - part.top];
    const { data } = picture.dots(part, across, down);
    const white = new Float32Array(across * down);
    for (let at = 0; at < white.length; at += 1) {
      const least = Math.min(data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0);
      white[at] = least >= WHITE ? 1 : 0;
    }
    return islandsIn(white, across, down).flatMap((island) => {
      const [w, h] = [island.right - island.left, island.bottom - island.top];
      const isTall = h >= TALL.least * tall && h <= TALL.most * tall;
      if (!isTall || w < WIDE.least * h || w > WIDE.most * h) return [];
      const more = h * AROUND;
      return [
        {
          left: part.left + island.left - more,
          right: part.left + island.right + more,
          top: part.top + island.top - more,
          bottom: part.top + island.bottom + more,
        },
      ];
    });
  });
}
