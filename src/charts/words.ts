import { createCanvas } from '@napi-rs/canvas';
import { isJapanese } from '../lib/characters.js';
import { fontFamilies } from '../lib/font-files.js';
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
  for (const { piece, blank } of piecesOf(printable(text, LONGEST))) {
    const last = lines.at(-1);
    const longer = last === undefined ? undefined : `${last}${blank}${piece}`;
    if (longer !== undefined && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  const shown = lines.slice(0, o.lines);
  const last = shown.at(-1);
  if (last === undefined) return [];
  return [...shown.slice(0, -1), cut(last, lines.length > o.lines, fits)];
}

/** Where a line may end: behind a word, and in Japanese between any two letters that aren't of one number. */
function piecesOf(text: string): { piece: string; blank: string }[] {
  return text.split(' ').flatMap((word) =>
    (isJapanese(word) ? word.split(JAPANESE_BREAK) : [word]).map((piece, place) => ({
      piece,
      blank: place === 0 ? ' ' : '',
    })),
  );
}

/** Behind a letter that is no number, but not before what no line begins with. */
const JAPANESE_BREAK = /(?<=[^\d.,A-Za-z「（])(?=[^、。」）％%ー・])/u;

function cut(line: string, goesOn: boolean, fits: (line: string) => boolean): string {
  if (!goesOn && fits(line)) return line;
  let left = line;
  while (left !== '' && !fits(left + CUT)) left = left.slice(0, -1).trimEnd();
  return left.endsWith(CUT) ? left : left + CUT;
}
