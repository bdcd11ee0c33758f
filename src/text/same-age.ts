import type { AtSameAge } from '../services/scores/at-same-age.js';

const SAVES: Readonly<Record<NonNullable<AtSameAge['saves']>, string>> = {
  more: ', saved more than your usual',
  usual: ', saves usual',
  fewer: ', saved less than your usual',
};

/** How a video stands beside the same member's others at the same age. */
export const sameAgeText = {
  line: (age: string, times: string, saves: AtSameAge['saves']) =>
    `**At ${age}: ${times} times your usual views${saves === null ? '' : SAVES[saves]}**`,
  usual: (age: string, saves: AtSameAge['saves']) =>
    `**At ${age}: your usual views${saves === null ? '' : SAVES[saves]}**`,
  field: 'Over time',
  seven: (middle: string, low: string, high: string) =>
    `By its seventh day about ${middle} views, 8 in 10 times between ${low} and ${high} (a heuristic: it held 78 % of the time on creators of the places it was fitted on, and far less elsewhere).`,
  notYet:
    'How many views it will have on its seventh day I can’t tell: that takes five other videos of the same account with two readings each, and a reading of this one between its first and its sixth day.',
  record: (held: number, videos: number) =>
    videos === 0
      ? 'How often that holds on your own videos I can’t tell yet.'
      : `On your own videos it held ${held} of ${videos} times${2 * held < videos ? ': don’t build on it' : ''}.`,
  how: (others: number) =>
    `The first line compares with the middle one of your ${others} other videos of that age; between two readings I take views to grow evenly. What is saved of a view is usual within a quarter of the others’. Both are heuristics.`,
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
};
