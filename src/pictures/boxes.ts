import type { Box } from './spec.js';

/** Probability from which a dot counts as text, and what a whole box needs in the mean. */
const TEXT = 0.3;
const BOX = 0.5;

/** The model marks the middle of a line; what it leaves out around it, for each of its dots. */
const UNCLIP = 1.6;

/** Fewer dots are noise. */
const LEAST_DOTS = 8;

/** A box of text with how sure the model is of it. */
export interface TextBox extends Box {
  readonly sure: number;
}

/** Dots of a map that hang together. */
export interface Island extends Box {
  readonly dots: number;
  /** The mean of its dots. */
  readonly mean: number;
}

/**
 * What hangs together with a box in its line, as one box.
 *
 * @param inLine what may belong to it.
 * @param between how far one may be from the next.
 */
export function grownAlong(first: Box, inLine: readonly Box[], between: number): Box {
  let row = first;
  for (let isGrowing = true; isGrowing; ) {
    const next = inLine.find(
      ({ left, right }) =>
        (left < row.left || right > row.right) &&
        left < row.right + between &&
        right > row.left - between,
    );
    isGrowing = next !== undefined;
    if (next === undefined) continue;
    row = {
      left: Math.min(row.left, next.left),
      right: Math.max(row.right, next.right),
      top: Math.min(row.top, next.top),
      bottom: Math.max(row.bottom, next.bottom),
    };
  }
  return row;
}

/**
 * The boxes of text in a map of probabilities, as the detector gives it: dots that hang together,
 * as one upright box, made larger by what the model leaves out. Text on a screen is never aslant.
 */
export function boxesIn(map: Float32Array, width: number, height: number): TextBox[] {
  return islandsIn(map, width, height).flatMap(({ left, top, right, bottom, dots, mean }) => {
    if (dots < LEAST_DOTS || mean < BOX) return [];
    const [w, h] = [right - left, bottom - top];
    const more = (w * h * UNCLIP) / (2 * (w + h));
    return [
      {
        left: Math.max(0, left - more),
        top: Math.max(0, top - more),
        right: Math.min(width, right + more),
        bottom: Math.min(height, bottom + more),
        sure: mean,
      },
    ];
  });
}

/** All dots above the bound that hang together, also over corners. */
export function islandsIn(map: Float32Array, width: number, height: number): Island[] {
  const seen = new Uint8Array(map.length);
  const islands: Island[] = [];
  const stack: number[] = [];
  for (let start = 0; start < map.length; start += 1) {
    if (seen[start] === 1 || (map[start] ?? 0) <= TEXT) continue;
    let [left, right, top, bottom] = [width, 0, height, 0];
    let [dots, sum] = [0, 0];
    seen[start] = 1;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      dots += 1;
      sum += map[at] ?? 0;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const [nx, ny] = [x + dx, y + dy];
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
          const next = ny * width + nx;
          if (seen[next] === 1 || (map[next] ?? 0) <= TEXT) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    islands.push({ left, top, right, bottom, dots, mean: sum / dots });
  }
  return islands;
}
