import { moreThanChance, rankTest } from '../../lib/statistics.js';
import type { Improved } from '../boards/ranking.js';
import { inflationOf } from '../saves/in-time.js';
import type { Basis } from '../saves/saves.js';

/**
 * How often chance alone may bring a creator's week so far above the weeks before. The ranges of a
 * creator's save rates wander, and those of estimates wander upwards more often than those of
 * counts: with these bounds each is called an improvement in at most 6 of 100 real sequences in which
 * nothing was changed (docs/statistics.md).
 */
const CHANCE: Readonly<Record<Basis, number>> = { counted: 0.04, estimated: 0.02 };

/** What `isMoreThanChance` takes for the bound. */
const COMMON = 0.05;

/**
 * Of the creators of one server's week those whose week stands out from the weeks before: by a
 * one-sided rank test that knows how alike neighbouring videos are, corrected for all of them.
 */
export function standOut<T extends Improved>(creators: readonly T[]): T[] {
  const found = moreThanChance(creators.map(pOf));
  return creators.filter((_, place) => found[place]);
}

function pOf({ scores, scoresBefore, basis }: Improved): number {
  const isOfWeek = [...scoresBefore.map(() => false), ...scores.map(() => true)];
  const { p, above } = rankTest(scores, scoresBefore, inflationOf(isOfWeek));
  const upwards = above > 0.5 ? p / 2 : 1;
  return Math.min(1, (upwards * COMMON) / CHANCE[basis]);
}
