import { brightness, type Picture } from './canvas.js';
import type { Box } from './spec.js';

/** Dots of a place that is looked at, across and down. */
const ACROSS = 48;
const DOWN = 48;

/** Parts of its height that hang together in the middle of a filled icon, and beside it in no icon. */
const FILLED = 0.3;

/** The least that is white, and how much less than the lightest it may be. */
const WHITE = 190;
const NEARLY = 14;

/**
 * Whether the icon in a place is filled, as TikTok's are, or an outline. `unclear` where what is
 * behind it is as bright.
 */
export function iconIn(picture: Picture, place: Box): 'filled' | 'hollow' | 'unclear' {
  const { data } = picture.dots(place, ACROSS, DOWN);
  const whites = Array.from({ length: data.length / 4 }, (_, n) =>
    Math.min(...data.subarray(n * 4, n * 4 + 3)),
  ).sort((a, b) => a - b);
  // What is behind an outline may be nearly as light.
  const white = Math.max(WHITE, (whites[Math.floor(whites.length * 0.98)] ?? 0) - NEARLY);
  const run = (x: number) => {
    let [longest, now] = [0, 0];
    for (let y = 0; y < DOWN; y += 1) {
      const at = (y * ACROSS + x) * 4;
      now = isIcon(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, white) ? now + 1 : 0;
      longest = Math.max(longest, now);
    }
    return longest / DOWN;
  };
  const inside = Math.max(run(ACROSS / 2 - 2), run(ACROSS / 2), run(ACROSS / 2 + 2));
  const outside = Math.min(run(1), run(ACROSS - 2));
  if (outside >= FILLED) return 'unclear';
  return inside >= FILLED ? 'filled' : 'hollow';
}

/**
 * Whether a text is lighter than what it stands on, as everything over a video is: digits cover less
 * than half of their box.
 */
export function isLightText(picture: Picture, box: Box): boolean {
  const { data } = picture.dots(box, ACROSS, DOWN / 2);
  const light = Array.from({ length: data.length / 4 }, (_, n) => brightness(data, n * 4));
  const between = (Math.min(...light) + Math.max(...light)) / 2;
  return light.filter((one) => one > between).length < light.length / 2;
}

/** White, or the red and the yellow that a like and a save turn to. */
export function isIcon(red: number, green: number, blue: number, white: number): boolean {
  const liked = red > 200 && green < 120 && blue < 140;
  const saved = red > 200 && green > 150 && blue < 110;
  return Math.min(red, green, blue) > white || liked || saved;
}
