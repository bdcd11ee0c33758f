import { readFileSync } from 'node:fs';
import { clip } from '../lib/clip.js';
import { coverageFile, fontSubsets } from '../lib/font-files.js';

/** Stands for a run of letters the font has no shapes for. */
const LACKING = '…';

const LETTER = /[\p{L}\p{M}\p{N}]/u;

let ranges: readonly (readonly [first: number, last: number])[] | undefined;

/**
 * One line with only what the charts' font has shapes for. Emoji and signs it lacks go; of a script
 * it lacks (Korean, Arabic, …) an ellipsis stays. Empty if nothing is left.
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
  return ranges.some(([first, last]) => code >= first && code <= last) || isInJapaneseFont(code);
}

/** Kana, and signs that stand among them, each as its first and last code point. */
const KANA = [
  [0x3000, 0x3003],
  [0x3005, 0x3015],
  [0x301c, 0x301d],
  [0x3041, 0x3093],
  [0x309b, 0x309e],
  [0x30a1, 0x30f6],
  [0x30fb, 0x30fe],
  [0xff01, 0xff5d],
] as const;

/** The rows of JIS X 0208 in which its kanji stand: the Japanese font has those, and hardly another. */
const KANJI_ROWS = { first: 16, last: 84 };

let kanji: ReadonlySet<number> | undefined;

function isInJapaneseFont(code: number): boolean {
  if (KANA.some(([first, last]) => code >= first && code <= last)) return true;
  if (code < 0x4e00 || code > 0x9fff) return false;
  kanji ??= readKanji();
  return kanji.has(code);
}

function readKanji(): ReadonlySet<number> {
  const decoder = new TextDecoder('euc-jp');
  const found = new Set<number>();
  for (let row = KANJI_ROWS.first; row <= KANJI_ROWS.last; row += 1) {
    const places = Array.from({ length: 94 }, (_, place) => [0xa0 + row, 0xa1 + place]);
    for (const character of decoder.decode(new Uint8Array(places.flat()))) {
      found.add(character.codePointAt(0) ?? 0);
    }
  }
  return found;
}

/** What the subsets that are loaded cover, as the font's package says: `U+0000-00FF,U+0131,…`. */
function readRanges() {
  const covered: Record<string, string> = JSON.parse(readFileSync(coverageFile, 'utf8'));
  return fontSubsets
    .flatMap((subset) => (covered[subset] ?? '').split(','))
    .map((range) => {
      const [first = '', last = first] = range.replace('U+', '').split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
    });
}
