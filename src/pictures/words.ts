import leven from 'leven';
import { SHOWN_COUNTS, type ShownCount } from '../lib/count-names.js';
import { ELSEWHERE, NAMES } from './layouts.js';

/** Of so many letters of a name one may be misread. */
const LETTERS_A_SLIP = 5;

/** Letters without their marks, which the recogniser hardly knows, and single spaces between words. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

/** The count that a text is the name of, in any language; null for any other text. */
export function countNamed(text: string): ShownCount | null {
  const words = plainWords(text);
  return SHOWN_COUNTS.find((count) => NAMES[count].some((name) => isMeant(words, name))) ?? null;
}

/** Whether a text stands on screens of other networks alone. */
export function isFromElsewhere(text: string): boolean {
  const words = plainWords(text);
  return ELSEWHERE.includes(words);
}

function isMeant(words: string, name: string): boolean {
  // The recogniser often drops the space between two words.
  const [is, wanted] = [words.replaceAll(' ', ''), name.replaceAll(' ', '')];
  const slips = Math.floor(wanted.length / LETTERS_A_SLIP);
  // It writes the horn of a Vietnamese letter as one of its own: "lurot luru".
  return [is, is.replaceAll('ur', 'u')].some(
    (one) => one === wanted || (slips > 0 && leven(one, wanted) <= Math.min(slips, 2)),
  );
}
