import { formatAbout, formatCount } from '../lib/format.js';
import { MIN_VIEWS } from '../services/estimate/estimate.js';
import type { Score } from '../services/scores/score.js';
import { scoreText } from '../text/score.js';
import { colours } from './colours.js';
import { lessonOf } from './why.js';

/** Scores from which on a video counts as usual, good and great. */
const USUAL = 30;
const GOOD = 60;
const GREAT = 85;

/** A percentile never says that something is better than itself and all others. */
const HIGHEST = 99;

type Grade = keyof typeof scoreText.grades;

/** What a score comes to, in one line: the saves, their range, and how good that is. */
export function verdictOf(score: Score, locale: string): string {
  const { verdict, value, trueSaves, estimate, counts } = score;
  const words = scoreText.verdict;
  if (counts.views.value === 0n) return words.noViews;
  const saves =
    trueSaves === null
      ? words.estimated(
          formatAbout(estimate.saves, locale),
          formatAbout(estimate.low, locale),
          formatAbout(estimate.high, locale),
        )
      : words.counted(formatCount(trueSaves, locale));
  switch (verdict) {
    case 'too_early':
      return words.tooEarly(saves);
    case 'too_small':
      return words.tooSmall(saves, formatCount(MIN_VIEWS, locale));
    case 'scored': {
      const percent = Math.min(value ?? 0, HIGHEST);
      const than = percent === 0 ? words.fewerThanMost : words.moreThan(percent);
      const lesson = lessonOf(score);
      return words.scored(
        saves,
        scoreText.grades[gradeOf(score)],
        than,
        lesson && scoreText.lessons[lesson],
      );
    }
  }
}

/** The colour of the word; green only where the low end of the range is good, too, as for a tip. */
export function colourOf(score: Score): number {
  const { value, range } = score;
  if (value === null) return colours.neutral;
  if ((range?.low ?? value) >= GOOD) return colours.good;
  return { great: colours.fair, good: colours.fair, usual: colours.middling, low: colours.low }[
    gradeOf(score)
  ];
}

/** Great is only what is surely good. */
function gradeOf({ value, range }: Score): Grade {
  const score = value ?? 0;
  if (score >= GREAT && (range?.low ?? score) >= GOOD) return 'great';
  if (score >= GOOD) return 'good';
  return score >= USUAL ? 'usual' : 'low';
}
