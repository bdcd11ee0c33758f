import { readFileSync } from 'node:fs';
import { clip } from '../lib/clip.js';
import { fontFile, fontSubsets } from './fonts.js';

/** Stands for a run of letters the font has no shapes for. */
const LACKING = '…';

const LETTER = /[\p{L}\p{M}\p{N}]/u;

let ranges: readonly (readonly [first: number, last: number])[] | undefined;

/**
 * One line with only what the charts' font has shapes for. Emoji and signs it lacks go; of a script
 * it lacks (Chinese, Arabic, …) an ellipsis stays. Empty if nothing is left.
 *
 * @param maxChars the most UTF-16 units.
 */
export function printable(text: string, maxChars: number): string {
  let shown = '';
  for (const character of text.normalize('NFC')) {
    if (hasShape(character)) shown += character;
    else if (LETTER.test(character)) shown += shown.endsWith(LACKING) ? '' : LACKING;
    else shown += ' ';
  }
  return clip(
    shown
      .replace(/… (?=…)/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
    maxChars,
  );
}

function hasShape(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  // Controls, and what turns the direction of a text, take no room but change what is around them.
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character)) return false;
  ranges ??= readRanges();
  return ranges.some(([first, last]) => code >= first && code <= last);
}

/** What the subsets that are loaded cover, as the font's package says: `U+0000-00FF,U+0131,…`. */
function readRanges() {
  const covered: Record<string, string> = JSON.parse(
    readFileSync(fontFile('unicode.json'), 'utf8'),
  );
  return fontSubsets
    .flatMap((subset) => (covered[subset] ?? '').split(','))
    .map((range) => {
      const [first = '', last = first] = range.replace('U+', '').split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
    });
}
