import type { Category } from '../../db/generated/sqlite/enums.js';
import {
  FEWEST_FOR_MEDIAN,
  FEWEST_IN_GROUP,
  type Interval,
  medianOf,
  moreThanChance,
} from '../../lib/statistics.js';
import { compareRates, type RatesCompared } from './compare-rates.js';
import { type InsightVideo, saveRate } from './videos.js';

/** Videos of one kind. */
export interface CategoryFound {
  readonly category: Category;
  readonly n: number;
  /** Saves a view. */
  readonly median: number;
  /** Null below FEWEST_IN_CATEGORY videos, as is the comparison. */
  readonly interval: Interval | null;
  /** With all other videos that have a category; null also where these are too few. */
  readonly comparison:
    | (Pick<RatesCompared, 'times' | 'interval'> & {
        /** After the correction for all categories of the answer. */
        readonly moreThanChance: boolean;
      })
    | null;
}

export interface CategoriesInsight {
  /** Whether the saves are the creator's own counts in all of these videos. */
  readonly basis: 'told' | 'told or estimated';
  /** Those with most videos first. */
  readonly categories: readonly CategoryFound[];
  /** Of the videos with a category, how many have estimated saves. */
  readonly estimated: number;
  /** Videos that could be judged and have no category. */
  readonly without: number;
}

/** A category of fewer videos has no interval, and isn't compared. */
export const FEWEST_IN_CATEGORY = FEWEST_FOR_MEDIAN;

/**
 * Compares the save rates of a creator's categories: by true counts alone where two categories
 * have enough of them, else with estimates in place of those missing.
 */
export function categoriesInsight(videos: readonly InsightVideo[]): CategoriesInsight {
  const all = videos.flatMap((video) =>
    video.category === null ? [] : [{ ...video, category: video.category }],
  );
  const told = all.filter(({ savesTold }) => savesTold);
  const enoughTold = [...groupsOf(told).values()].filter(isEnough).length >= 2;
  const looked = enoughTold ? told : all;

  const groups = [...groupsOf(looked)].sort(([, a], [, b]) => b.length - a.length);
  const compared = groups.map(([category, group]) => {
    const others = looked.filter((video) => video.category !== category);
    const isComparable = isEnough(group) && others.length >= FEWEST_IN_GROUP;
    return { category, group, result: isComparable ? compareRates(group, others) : null };
  });
  const standingOut = moreThanChance(compared.map(({ result }) => result?.p ?? null));
  return {
    basis: looked.every(({ savesTold }) => savesTold) ? 'told' : 'told or estimated',
    categories: compared.map(({ category, group, result }, index) => ({
      category,
      ...medianOf(group.map(saveRate)),
      comparison: result && {
        times: result.times,
        interval: result.interval,
        moreThanChance: standingOut[index] ?? false,
      },
    })),
    estimated: looked.filter(({ savesTold }) => !savesTold).length,
    without: videos.length - all.length,
  };
}

type WithCategory = InsightVideo & { readonly category: Category };

function isEnough(group: readonly InsightVideo[]): boolean {
  return group.length >= FEWEST_IN_CATEGORY;
}

function groupsOf(videos: readonly WithCategory[]): Map<Category, WithCategory[]> {
  const groups = new Map<Category, WithCategory[]>();
  for (const video of videos) {
    const group = groups.get(video.category);
    if (group === undefined) groups.set(video.category, [video]);
    else group.push(video);
  }
  return groups;
}
