import { createHash } from 'node:crypto';
import { stripInvisible } from './characters.js';

/** A longer title is kept as its hash: PostgreSQL indexes no value above 2704 bytes. */
const LONGEST_TITLE = 200;

/**
 * What makes two titles of the same day the same video: `<title>|<YYYY-MM-DD>`, null where the
 * title holds nothing visible.
 *
 * People type a title again or copy it with other quotes, without the hash signs, in capitals. So
 * compatibility forms (NFKC), letter case, accents' encoding, white space, invisible characters and
 * punctuation make no difference; letters, digits, symbols and emoji do ("Part 1" is not "Part 2",
 * 🔥 is not 😂). A title of nothing but punctuation is compared as it is.
 *
 * The key is stored: a change to it needs a migration of every stored key.
 *
 * @param posted `YYYY-MM-DD`.
 */
export function titleKey(title: string, posted: string): string | null {
  const key = titleWords(title);
  if (key === '') return null;
  const short = key.length <= LONGEST_TITLE ? key : createHash('sha256').update(key).digest('hex');
  return `${short}|${posted}`;
}

/** Whether two titles are the same but for what makes no difference in `titleKey`. */
export function sameTitle(one: string, other: string): boolean {
  const words = titleWords(one);
  return words !== '' && words === titleWords(other);
}

function titleWords(title: string): string {
  const folded = fold(title);
  const words = collapse(folded.replace(/\p{P}+/gu, ' '));
  return words === '' ? collapse(folded) : words;
}

/** There and back, so that ẞ, ß and ss meet, Turkish ı becomes i, and every sigma is one. */
function fold(text: string): string {
  const composed = stripInvisible(text).normalize('NFKC');
  const lower = composed.toLowerCase().toUpperCase().toLowerCase();
  return lower.replace(/ς/g, 'σ').normalize('NFKC');
}

function collapse(text: string): string {
  return text.replace(/[\p{Z}\p{C}]+/gu, ' ').trim();
}
