import { createCanvas } from '@napi-rs/canvas';
import { fontFamilies } from './fonts.js';
import { printable } from './printable.js';

type Weight = 'normal' | 'bold';

/** A font as Chart.js takes it; sizes are in Discord's pixels. */
export function font(size: number, weight: Weight = 'normal') {
  return { family: fontFamilies, size, weight };
}

/** The same as the canvas takes it. */
export function cssFont(size: number, weight: Weight = 'normal'): string {
  return `${weight} ${size}px ${fontFamilies}`;
}

/** Longer ones aren't read, and would take long to measure. */
const LONGEST = 200;

/** What is put in place of words that don't fit. */
const CUT = '…';

/** How wide a text is, in Discord's pixels. */
export function widthOf(text: string, size: number, weight: Weight = 'normal'): number {
  const context = createCanvas(1, 1).getContext('2d');
  context.font = cssFont(size, weight);
  return context.measureText(text).width;
}

/**
 * A text in lines that fit into a width; what is beyond the last line is cut. Only what the font has
 * shapes for is left of it.
 *
 * @param o.width in Discord's pixels.
 */
export function fitted(
  text: string,
  o: { size: number; weight?: Weight; width: number; lines: number },
): string[] {
  const context = createCanvas(1, 1).getContext('2d');
  context.font = cssFont(o.size, o.weight);
  const fits = (line: string) => context.measureText(line).width <= o.width;
  const lines: string[] = [];
  for (const word of printable(text, LONGEST).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, o.lines);
  const last = shown.at(-1);
  if (last === undefined) return [];
  return [...shown.slice(0, -1), cut(last, lines.length > o.lines, fits)];
}

function cut(line: string, goesOn: boolean, fits: (line: string) => boolean): string {
  if (!goesOn && fits(line)) return line;
  let left = line;
  while (left !== '' && !fits(left + CUT)) left = left.slice(0, -1).trimEnd();
  return left.endsWith(CUT) ? left : left + CUT;
}
