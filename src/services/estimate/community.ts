import type { Model } from './model.js';

/** What one true count told by another member of a community says of the whole. */
export interface CommunityTruth {
  /** Who told it: members count alike, however many counts each of them told. */
  readonly member: string;
  /** ln(saves + 1) told, less what was estimated without any true count. */
  readonly miss: number;
}

/** What the true counts of a community's other members taught. */
export interface Community {
  /** How much higher ln(saves + 1) is here than for everybody. */
  readonly level: number;
  /** How many true counts it was learned from. */
  readonly truths: number;
}

/** From fewer members' counts nothing is learned: what one of them told must not show through. */
export const MIN_MEMBERS = 3;

/** At most so many of the newest counts of a community's other members are looked at. */
export const MAX_COMMUNITY_TRUTHS = 32;

/** A member's mean miss counts as no larger than this, in log units: a factor of 3.3. */
const FURTHEST = 1.2;

/**
 * The level of a community, between that of everybody and that of a creator: the mean of its
 * members' mean misses, drawn towards zero by how little is known. Two variances decide: how much
 * communities differ, and how much members of one do. The order of the truths makes no difference.
 *
 * @param truths of the other members, at most MAX_COMMUNITY_TRUTHS
 */
export function learnFromCommunity(
  { learning }: Model,
  truths: readonly CommunityTruth[],
): Community | undefined {
  const members = new Map<string, number[]>();
  for (const { member, miss } of truths) {
    const misses = members.get(member);
    if (misses) misses.push(miss);
    else members.set(member, [miss]);
  }
  if (members.size < MIN_MEMBERS) return undefined;
  const { level, member, video } = learning.community;
  let certainty = 1 / level;
  let sum = 0;
  for (const misses of members.values()) {
    const mean = misses.reduce((total, miss) => total + miss, 0) / misses.length;
    const weight = 1 / (member + video / misses.length);
    certainty += weight;
    sum += weight * Math.min(FURTHEST, Math.max(-FURTHEST, mean));
  }
  return { level: sum / certainty, truths: truths.length };
}
