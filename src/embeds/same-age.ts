import { formatTenths } from '../lib/format.js';
import type { AtSameAge } from '../services/scores/at-same-age.js';
import type { Words } from '../words/words.js';

const DAY = 86_400_000;

/** Views within this share of the usual ones are usual. */
const USUAL = 0.1;

/** How a video stands beside the same member's others at the same age, in one line. */
export function sameAgeLine(
  { age, times, ...rates }: Pick<AtSameAge, 'age' | 'times' | 'saves' | 'basis'>,
  words: Words,
): string {
  const days = words.sameAge.days(Math.max(1, Math.round(age / DAY)));
  return Math.abs(times - 1) < USUAL
    ? words.sameAge.usual(days, rates)
    : words.sameAge.line(days, formatTenths(times, words.locale), rates);
}
