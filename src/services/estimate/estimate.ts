import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../lib/paths.js';
import type { Category } from './category.js';
import type { CommunityTruth } from './community.js';
import { type TypicalRates, typicalRatesWith } from './comparable.js';
import {
  coldWith,
  type Estimate,
  estimateWith,
  type KnownTruth,
  missOf,
  type SavesInRange,
} from './formula.js';
import { type Judgement, judgeWith, type Post } from './judge.js';
import type { Model, Reference } from './model.js';
import type { Numbers } from './numbers.js';
import { mostTellingWith, narrowerWith, type Telling } from './teaching.js';

export { CATEGORIES, type Category } from './category.js';
export {
  type CommunityTruth,
  MAX_COMMUNITY_MEMBERS,
  MAX_MEMBER_TRUTHS,
} from './community.js';
export { type Estimate, type KnownTruth, MAX_TRUTHS } from './formula.js';
export { type Judgement, MIN_VIEWS, type PostedWindow } from './judge.js';
export type { Numbers } from './numbers.js';
export type { Part, Signal } from './parts.js';
export type { Counts } from './surface.js';
export { MOST_WEIGHED } from './teaching.js';

/**
 * The fitted numbers, read once. Reading fails only when the installation is incomplete; that the file is
 * as its schema says is checked by `npm test`, and where it is written, rather than by each start.
 */
const model = fileOf('keepsake-model.json') as Model;

/** The version every estimate is stored with. The same input gives the same answer per version. */
export const MODEL_VERSION: string = model.version;

/** What the model was fitted on, and how far off it was on creators it had not seen. */
export const MODEL_PROVENANCE: Model['provenance'] = model.provenance;

/** The share of the videos it was fitted on that are Vietnamese, in whole per cent. */
export const VIETNAMESE_PERCENT = Math.round(
  (100 *
    model.provenance.sources
      .filter(({ what }) => what.includes('Vietnam'))
      .reduce((sum, { rows }) => sum + rows, 0)) /
    model.provenance.rows,
);

/**
 * How many people saved a post, with the 80 % range and what it is made of.
 *
 * @param truths the creator's own known truths, newest first. Of each video the newest counts, and
 *   at most MAX_TRUTHS are used.
 * @param community what other members of the creator's community told, newest first
 * @param video which video it is, where the truths say theirs: an earlier truth of the very same
 *   video tells more than one of another
 */
export function estimateSaves(
  numbers: Numbers,
  truths: readonly KnownTruth[],
  community: readonly CommunityTruth[] = [],
  video?: string,
): Estimate {
  return estimateWith(model, numbers, truths, community, video);
}

/**
 * How many people saved a video by its counts alone: the same for everybody, whatever true counts
 * were told before or after.
 */
export function estimateCold(numbers: Numbers): SavesInRange {
  return coldWith(model, numbers);
}

/** Whose true saves would make the ranges of a creator's other videos narrowest: see `mostTellingWith`. */
export function mostTelling(
  videos: readonly Numbers[],
  truths: readonly KnownTruth[],
  most: number,
): Telling[] {
  return mostTellingWith(model, videos, truths, most);
}

/** How much narrower ranges are with some true saves than with others: see `narrowerWith`. */
export function narrowerBy(
  videos: readonly Numbers[],
  before: readonly KnownTruth[],
  after: readonly KnownTruth[],
): number {
  return narrowerWith(model, videos, before, after);
}

/** What comparable videos of so many views have. */
export function typicalRates(views: number): TypicalRates {
  return typicalRatesWith(model, views);
}

/** What a true count says of the community of the member who told it. */
export function communityTruth(member: string, truth: KnownTruth): CommunityTruth {
  const { kind, category } = truth.numbers;
  return { member, miss: knownMiss(truth), kind, ...(category && { category }) };
}

/** A server's newest truths are asked for with every score there, and their misses never change. */
const misses = new Map<string, number>();
const MOST_MISSES = 5_000;

function knownMiss(truth: KnownTruth): number {
  const key = JSON.stringify([truth.saves, truth.numbers]);
  const before = misses.get(key);
  if (before !== undefined) return before;
  if (misses.size >= MOST_MISSES) misses.clear();
  const miss = missOf(model, truth);
  misses.set(key, miss);
  return miss;
}

/**
 * The score of a post with its range, or why it cannot be judged yet and when to come back; the
 * rules stand at `judgeWith`.
 *
 * @param post `saves` may be an estimate with its 80 % range, or the truth
 * @param now the moment at which the counts were read
 * @param by the category it is compared within, where there are enough videos of it, and the
 *   version of the model whose reference is used: an old reading keeps the one it was judged by
 */
export function judge(
  post: Post,
  now: Date,
  by: { category?: Category | undefined; modelVersion?: string } = {},
): Judgement {
  return judgeWith(referenceFor(by.category, by.modelVersion ?? MODEL_VERSION), post, now);
}

/** Whether a category has a reference of its own, or is compared with videos of every kind. */
export function hasOwnReference(category: Category): boolean {
  return model.references.categories[category] !== undefined;
}

/** What versions 1 and 2 of the model compared with; read when first asked for. */
let before: Reference | undefined;

function referenceFor(category: Category | undefined, modelVersion: string): Reference {
  if (Number.parseInt(modelVersion, 10) < FIRST_WITH_CATEGORIES) {
    before ??= fileOf('reference-2.json') as Reference; // as above
    return before;
  }
  const { all, categories } = model.references;
  return (category && categories[category]) ?? all;
}

/** The version of the model that first compared within categories. */
const FIRST_WITH_CATEGORIES = 3;

function fileOf(name: string): unknown {
  return JSON.parse(readFileSync(join(projectRoot, 'model', name), 'utf8'));
}
