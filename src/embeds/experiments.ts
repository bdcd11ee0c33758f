import { plain } from '../lib/clip.js';
import { formatRate } from '../lib/format.js';
import type { ExperimentFound } from '../services/insights/experiments.js';
import type { Words } from '../words/words.js';
import type { InsightBounds } from './insight-bounds.js';

/** Long enough to know an experiment again. */
const EXPERIMENT_MAX = 60;

/** What came of a change: what was seen, how sure that is, what would show more, whose turn it is. */
export function experimentLines(
  found: ExperimentFound,
  bounds: InsightBounds,
  words: Words,
): string {
  const phrases = words.insights.experiments;
  const { design, during, without, basis, missing, next, comparison } = found;
  const name = phrases.name(plain(found.name, EXPERIMENT_MAX));
  if (comparison === null) {
    return `${name}: ${phrases.waiting(during, without, bounds.experiment)} ${phrases.next[next]}`;
  }
  const { times, interval, moreThanChance, concludedAt, nextAt, needed } = comparison;
  const shown = (value: number) => formatRate(value, words.locale);
  const possible =
    interval === null
      ? phrases.anything
      : phrases.possible(shown(interval.low), shown(interval.high));
  const factor = shown(bounds.shownFactor);
  return [
    `${name}: ${phrases.found(shown(times), design)} ${possible} ${phrases.behind(during, without, design, basis)}`,
    verdictOfExperiment(),
    ...(moreThanChance ? [] : [wouldShow()]),
    phrases.next[next],
  ].join('\n');

  function wouldShow(): string {
    if (needed === null) return phrases.hopeless(bounds.concluded.at(-1) ?? 0, factor);
    return needed <= (concludedAt ?? 0)
      ? phrases.wouldHaveShown(factor)
      : phrases.needed(needed, factor);
  }

  function verdictOfExperiment(): string {
    if (moreThanChance) return phrases.more(concludedAt ?? 0);
    if (design === 'before and after') return phrases.beforeAfter;
    if (basis === 'estimated') return phrases.countMore(missing);
    return concludedAt === null
      ? phrases.notYet(bounds.concluded[0] ?? 0)
      : phrases.chance(concludedAt, nextAt);
  }
}
