import { formatBrief, formatCount } from '../lib/format.js';
import { MIN_VIEWS } from '../services/estimate/estimate.js';
import type { Score } from '../services/scores/score.js';
import { scoreText } from '../text/score.js';
import { comparedWithin } from './category.js';
import { colours } from './colours.js';
import { lessonOf } from './why.js';

/** Scores from which on a video counts as usual, good and great. */
const USUAL = 30;
const GOOD = 60;
const GREAT = 85;

/** From here on an estimate stands in short, 120K: the whole number is in its field. */
const BRIEF_FROM = 100_000;

/** A percentile never says that something is better than itself and all others. */
const HIGHEST = 99;

type Grade = keyof typeof scoreText.grades;

/** What a score comes to, in two lines of a phone: the saves, their range, and how good that is. */
export function verdictOf(score: Score, locale: string): string {
  const { verdict, value, trueSaves, estimate, counts, kind } = score;
  const words = scoreText.verdict;
  if (counts.views.value === 0n) return words.noViews;
  const about = (value: number) => formatBrief(value, BRIEF_FROM, locale);
  const saves =
    trueSaves === null
      ? words.estimated(about(estimate.saves), about(estimate.low), about(estimate.high))
      : words.counted(formatCount(trueSaves, locale));
  switch (verdict) {
    case 'too_early':
      return words.tooEarly(saves);
    case 'too_small':
      return words.tooSmall(saves, formatCount(MIN_VIEWS, locale));
    case 'scored': {
      const lesson = lessonOf(score);
      return words.scored(
        saves,
        // Fitted on videos alone, it can't grade anything else.
        kind === 'photo' ? null : scoreText.grades[gradeOf(score)],
        standing(value ?? 0, score),
        lesson && scoreText.lessons[lesson],
      );
    }
  }
}

/** Among which videos it does better or worse than how many, whichever says more. */
function standing(value: number, score: Score): string {
  const words = scoreText.verdict;
  const others = comparedWithin(score) === undefined ? words.others : words.othersOfItsKind;
  const percent = Math.min(Math.max(value, 100 - HIGHEST), HIGHEST);
  return percent < 50 ? words.below(100 - percent, others) : words.above(percent, others);
}

/** The colour of the word; green only where the low end of the range is good, too, as for a tip. */
export function colourOf(score: Score): number {
  const { value, range, kind } = score;
  if (value === null || kind === 'photo') return colours.neutral;
  if ((range?.low ?? value) >= GOOD) return colours.good;
  if (value >= GOOD) return colours.fair;
  return value >= USUAL ? colours.middling : colours.low;
}

/** Whether a score is called good or great. */
export function isGood({ verdict, value, kind }: Score): boolean {
  return verdict === 'scored' && kind === 'video' && value !== null && value >= GOOD;
}

/** Great is only what is surely good. */
function gradeOf({ value, range }: Score): Grade {
  const score = value ?? 0;
  if (score >= GREAT && (range?.low ?? score) >= GOOD) return 'great';
  if (score >= GOOD) return 'good';
  return score >= USUAL ? 'usual' : 'low';
}
