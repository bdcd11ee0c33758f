import { formatBrief, formatCount } from '../lib/format.js';
import { MIN_VIEWS } from '../services/estimate/estimate.js';
import type { Score } from '../services/scores/score.js';
import type { Words } from '../words/words.js';
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

type Grade = keyof Words['score']['grades'];

/** What a score comes to, in two lines of a phone: the saves, their range, and how good that is. */
export function verdictOf(score: Score, words: Words): string {
  const { verdict, value, trueSaves, estimate, counts, kind } = score;
  const phrases = words.score.verdict;
  if (counts.views.value === 0n) return phrases.noViews;
  const about = (value: number) => formatBrief(value, BRIEF_FROM, words.locale);
  const saves =
    trueSaves === null
      ? phrases.estimated(
          about(estimate.saves),
          Math.round(estimate.saves),
          about(estimate.low),
          about(estimate.high),
        )
      : phrases.counted(formatCount(trueSaves, words.locale), Number(trueSaves));
  switch (verdict) {
    case 'too_early':
      return phrases.tooEarly(saves);
    case 'too_small':
      return phrases.tooSmall(saves, formatCount(MIN_VIEWS, words.locale));
    case 'scored': {
      const lesson = lessonOf(score);
      return phrases.scored(
        saves,
        // Fitted on videos alone, it can't grade anything else.
        kind === 'photo' ? null : words.score.grades[gradeOf(score)],
        standing(value ?? 0, score, words),
        lesson && words.score.lessons[lesson],
      );
    }
  }
}

/** Among which videos it does better or worse than how many, whichever says more. */
function standing(value: number, score: Score, words: Words): string {
  const phrases = words.score.verdict;
  const others = comparedWithin(score) === undefined ? phrases.others : phrases.othersOfItsKind;
  const percent = Math.min(Math.max(value, 100 - HIGHEST), HIGHEST);
  return percent < 50 ? phrases.below(100 - percent, others) : phrases.above(percent, others);
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
