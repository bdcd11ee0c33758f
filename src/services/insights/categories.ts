import type { Category } from '../../db/generated/sqlite/enums.js';
import {
  FEWEST_FOR_MEDIAN,
  FEWEST_IN_GROUP,
  type Interval,
  medianOf,
  moreThanChance,
} from '../../lib/statistics.js';
import { type Basis, rateOf } from '../saves/saves.js';
import { compareGroups, type TwoGroups } from '../saves/two-groups.js';
import { byTime, type InsightVideo } from './videos.js';

/** Videos of one kind. */
export interface CategoryFound {
  readonly category: Category;
  readonly n: number;
  /** Saves a view. */
  readonly median: number;
  /** Null below FEWEST_IN_CATEGORY videos, as is the comparison. */
  readonly interval: Interval | null;
  /** With all other videos that have a category; null also where these are too few. */
  readonly comparison: CategoryCompared | null;
}

export interface CategoryCompared extends Pick<TwoGroups, 'times' | 'interval' | 'concludedAt'> {
  /** After the correction for all categories of the answer. False for estimates. */
  readonly moreThanChance: boolean;
}

export interface CategoriesInsight {
  /** How the saves of all these videos are known. */
  readonly basis: Basis;
  /** Those with most videos first. */
  readonly categories: readonly CategoryFound[];
  /** How many comparisons were concluded: two categories are one. */
  readonly looked: number;
  /** How many more true counts two categories need to be compared by counts; 0 where they are. */
  readonly missing: number;
  /** Videos that could be judged and have no category. */
  readonly without: number;
}

/** A category of fewer videos has no interval, and isn't compared. */
export const FEWEST_IN_CATEGORY = FEWEST_FOR_MEDIAN;

/**
 * Compares the save rates of a creator's categories: by true counts alone where two categories
 * have enough of them, else all by estimates. Only counts prove anything: an estimate is made of
 * likes and shares.
 */
export function categoriesInsight(videos: readonly InsightVideo[]): CategoriesInsight {
  const all = videos.flatMap((video) =>
    video.category === null ? [] : [{ ...video, category: video.category }],
  );
  const counted = all.filter(({ saves }) => saves.counted !== null);
  const byCounts = largestFirst(counted);
  const isAll = counted.length === all.length;
  const two = [0, 1].map((place) => byCounts[place]?.[1] ?? []);
  const missing = isAll
    ? 0
    : two.reduce((sum, { length }) => sum + Math.max(0, FEWEST_IN_CATEGORY - length), 0);
  const basis: Basis = missing === 0 ? 'counted' : 'estimated';
  const groups = basis === 'counted' ? byCounts : largestFirst(all);
  const looked = groups.flatMap(([, group]) => group).toSorted(byTime);

  const compared = groups.map(([category, group]) => {
    const members = looked.map((video) => ({ ...video, isFirst: video.category === category }));
    const others = looked.length - group.length;
    const isComparable = group.length >= FEWEST_IN_CATEGORY && others >= FEWEST_IN_GROUP;
    return { category, group, result: isComparable ? compareGroups(members, basis) : null };
  });
  const ps = compared.map(({ result }) =>
    basis === 'counted' && result !== null ? result.p : null,
  );
  // Of two categories each is held against the other: that is one test, shown twice.
  const isOneTest = groups.length === 2;
  const family = isOneTest ? ps.filter((p) => p !== null).slice(0, 1) : ps;
  const found = moreThanChance(family);
  return {
    basis,
    missing,
    categories: compared.map(({ category, group, result }, place) => ({
      category,
      ...medianOf(group.map(({ saves }) => rateOf(saves, basis))),
      comparison: result && {
        times: result.times,
        interval: result.interval,
        concludedAt: result.concludedAt,
        moreThanChance: ps[place] != null && (found[isOneTest ? 0 : place] ?? false),
      },
    })),
    looked: family.filter((p) => p !== null).length,
    without: videos.length - all.length,
  };
}

type WithCategory = InsightVideo & { readonly category: Category };

function largestFirst(videos: readonly WithCategory[]): [Category, WithCategory[]][] {
  const groups = new Map<Category, WithCategory[]>();
  for (const video of videos) {
    const group = groups.get(video.category);
    if (group === undefined) groups.set(video.category, [video]);
    else group.push(video);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
