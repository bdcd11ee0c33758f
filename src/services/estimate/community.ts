import { at } from '../../lib/at.js';
import type { Category } from './category.js';
import { expectedFor } from './expected.js';
import type { Model } from './model.js';

/** What one true count told by another member of a community says of the whole. */
export interface CommunityTruth {
  /** Who told it: members count alike, however many counts each of them told. */
  readonly member: string;
  /** ln(saves + 1) told, less what was estimated from the counts of the video alone. */
  readonly miss: number;
  /** Photo posts tell nothing here: videos learn from videos. */
  readonly kind: 'video' | 'photo';
  readonly category?: Category;
}

/** What the true counts of a community's other members taught. */
export interface Community {
  /** How much higher ln(saves + 1) is here than elsewhere for videos of the same category. */
  readonly level: number;
  /** How sure that is: the variance that is left. */
  readonly variance: number;
  /** How many true counts it was learned from. */
  readonly truths: number;
}

/** From fewer members' counts nothing is learned: what one of them told must not show through. */
export const MIN_MEMBERS = 3;

/** At most so many members are looked at: those who told a count last. */
export const MAX_COMMUNITY_MEMBERS = 12;

/** Of each member so many of the newest counts are looked at: who tells more changes nothing. */
export const MAX_MEMBER_TRUTHS = 3;

/** A member counts as no further than this from the middle one, in log units: a factor of 2.7. */
const FURTHEST = 1;

/**
 * The level of a community, between that of a category and that of a creator: the mean of its
 * members' mean misses, drawn towards zero by how little is known. Two variances decide: how much
 * communities differ, and how much members of one do. The order of a member's truths matters only
 * where there are more than are looked at.
 *
 * Where the video's category is known, a truth is held against what its own category leads to
 * expect, or, where that isn't known, the video's: so nothing is counted twice.
 *
 * @param truths of the other members, newest first
 */
export function learnFromCommunity(
  model: Model,
  truths: readonly CommunityTruth[],
  video: { readonly kind: 'video' | 'photo'; readonly category?: Category | undefined },
): Community | undefined {
  // Photo posts learn from their creator's own alone: what a community says of them isn't measured.
  if (video.kind === 'photo') return undefined;
  const members = new Map<string, number[]>();
  for (const { member, miss, kind, category } of truths) {
    if (kind !== video.kind) continue;
    const misses = members.get(member) ?? [];
    if (misses.length >= MAX_MEMBER_TRUTHS) continue;
    if (misses.length === 0 && members.size >= MAX_COMMUNITY_MEMBERS) continue;
    const expected =
      video.category === undefined ? 0 : expectedFor(model, category ?? video.category).level;
    misses.push(miss - expected);
    members.set(member, misses);
  }
  if (members.size < MIN_MEMBERS) return undefined;
  const { member, video: single } = model.learning.community;
  const told = [...members.values()].map((misses) => ({
    mean: misses.reduce((total, miss) => total + miss, 0) / misses.length,
    truths: misses.length,
  }));
  const middle = middleOf(told.map(({ mean }) => mean));
  let certainty = 1 / expectedFor(model, video.category).variance;
  let sum = 0;
  let used = 0;
  for (const { mean, truths: count } of told) {
    const weight = 1 / (member + single / count);
    certainty += weight;
    sum += weight * Math.min(middle + FURTHEST, Math.max(middle - FURTHEST, mean));
    used += count;
  }
  return { level: sum / certainty, variance: 1 / certainty, truths: used };
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return (at(sorted, Math.floor(half)) + at(sorted, Math.ceil(half))) / 2;
}
