import { plain } from '../lib/clip.js';
import { formatRate } from '../lib/format.js';
import type { ExperimentFound } from '../services/insights/experiments.js';
import { insightsText } from '../text/insights.js';
import type { InsightBounds } from './insight-bounds.js';

/** Long enough to know an experiment again. */
const EXPERIMENT_MAX = 60;

/** What came of a change: what was seen, how sure that is, what would show more, whose turn it is. */
export function experimentLines(
  found: ExperimentFound,
  bounds: InsightBounds,
  locale: string,
): string {
  const words = insightsText.experiments;
  const { design, during, without, basis, missing, next, comparison } = found;
  const name = words.name(plain(found.name, EXPERIMENT_MAX));
  if (comparison === null) {
    return `${name}: ${words.waiting(during, without, bounds.experiment)} ${words.next[next]}`;
  }
  const { times, interval, moreThanChance, concludedAt, nextAt, needed } = comparison;
  const shown = (value: number) => formatRate(value, locale);
  const possible =
    interval === null ? words.anything : words.possible(shown(interval.low), shown(interval.high));
  const factor = shown(bounds.shownFactor);
  return [
    `${name}: ${words.found(shown(times), design)} ${possible} ${words.behind(during, without, design, basis)}`,
    verdictOfExperiment(),
    ...(moreThanChance ? [] : [wouldShow()]),
    words.next[next],
  ].join('\n');

  function wouldShow(): string {
    if (needed === null) return words.hopeless(bounds.concluded.at(-1) ?? 0, factor);
    return needed <= (concludedAt ?? 0)
      ? words.wouldHaveShown(factor)
      : words.needed(needed, factor);
  }

  function verdictOfExperiment(): string {
    if (moreThanChance) return words.more(concludedAt ?? 0);
    if (design === 'before and after') return words.beforeAfter;
    if (basis === 'estimated') return words.countMore(missing);
    return concludedAt === null
      ? words.notYet(bounds.concluded[0] ?? 0)
      : words.chance(concludedAt, nextAt);
  }
}
