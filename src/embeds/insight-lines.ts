import { formatRate } from '../lib/format.js';
import type { Interval } from '../lib/statistics.js';
import type { Words } from '../words/words.js';

/** An interval, in words, also where there are too few values for one. */
export function rangeOf(interval: Interval | null, words: Words): string {
  return interval === null
    ? words.insights.noRange
    : words.insights.range(
        formatRate(interval.low, words.locale),
        formatRate(interval.high, words.locale),
      );
}

/** What is said, and below it, whatever it is, who sees it. */
export function paragraphs(words: Words, ...parts: readonly string[]): string {
  return lines([...parts, words.insights.onlyYou]);
}

/** Each on a line of its own; what is empty is left out. */
export function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
