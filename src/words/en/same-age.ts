import type { AtSameAge } from '../../services/scores/at-same-age.js';
import { say } from './say.js';

type SaveRates = Pick<AtSameAge, 'saves' | 'basis'>;

/** The save rate beside the middle one of the others, and how both are known. */
const RATES: Readonly<
  Record<NonNullable<AtSameAge['basis']>, Readonly<Record<NonNullable<AtSameAge['saves']>, string>>>
> = {
  counted: {
    more: 'Save rate: above theirs (counted)',
    usual: 'Save rate: about theirs (counted)',
    fewer: 'Save rate: below theirs (counted)',
  },
  estimated: {
    more: 'Save rate: above theirs (estimated)',
    usual: 'Save rate: too close to tell (estimated)',
    fewer: 'Save rate: below theirs (estimated)',
  },
};

/** How save rates are compared, behind `How?`. */
const saveRates =
  'The save rate is saves per view: all counted, or all estimated alike. It is about theirs within a quarter of the middle one; estimates are too close to tell there, and wherever their ranges overlap. Both are heuristics.';

/** How a video stands beside the same member's others at the same age. */
export const sameAgeText = {
  line: (age: string, times: string, rates: SaveRates) =>
    `**At ${age}: ${times} times the views of your others**${ratesOf(rates)}`,
  usual: (age: string, rates: SaveRates) =>
    `**At ${age}: about the views of your others**${ratesOf(rates)}`,
  field: 'Over time',
  seven: (middle: string, low: string, high: string) =>
    `By its seventh day about ${middle} views, 8 in 10 times between ${low} and ${high} (a heuristic: it held 78 % of the time on creators of the places it was fitted on, and far less elsewhere).`,
  notYet:
    'How many views it will have on its seventh day I can’t tell: that takes five other videos of the same account with two readings each, and a reading of this one between its first and its sixth day.',
  record: (held: number, videos: number) =>
    say(
      '{videos, plural, =0 {How often that holds on your own videos I can’t tell yet.} other {On your own videos it held {held} of {videos} times{mostly, select, held {} other {: don’t build on it}}.}}',
      { held, videos, mostly: 2 * held < videos ? 'missed' : 'held' },
    ),
  how: (others: number) => `${comparison(`${others} other videos`)} ${saveRates}`,
  /** The same where each line has a number of others of its own. */
  howOfAll: `${comparison('other videos')} ${saveRates}`,
  days: (days: number) => say('{days, plural, one {{days} day} other {{days} days}}', { days }),
};

function comparison(others: string): string {
  return `Views are set beside the middle one of your ${others} of that age; between two readings I take them to grow evenly.`;
}

function ratesOf({ saves, basis }: SaveRates): string {
  return saves === null || basis === null ? '' : `. ${RATES[basis][saves]}`;
}
