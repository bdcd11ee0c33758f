import { formatTenths } from '../lib/format.js';
import type { AtSameAge } from '../services/scores/at-same-age.js';
import { sameAgeText } from '../text/same-age.js';

const DAY = 86_400_000;

/** Views within this share of the usual ones are usual. */
const USUAL = 0.1;

/** How a video stands beside the same member's others at the same age, in one line. */
export function sameAgeLine(
  { age, times, ...rates }: Pick<AtSameAge, 'age' | 'times' | 'saves' | 'basis'>,
  locale: string,
): string {
  const days = sameAgeText.days(Math.max(1, Math.round(age / DAY)));
  return Math.abs(times - 1) < USUAL
    ? sameAgeText.usual(days, rates)
    : sameAgeText.line(days, formatTenths(times, locale), rates);
}
