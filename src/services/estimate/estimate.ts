import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../lib/paths.js';
import type { CommunityTruth } from './community.js';
import {
  coldWith,
  type Estimate,
  estimateWith,
  type KnownTruth,
  missOf,
  type Numbers,
  type SavesInRange,
} from './formula.js';
import { type Judgement, judgeWith, type PostedWindow } from './judge.js';
import { type Model, modelSchema } from './model.js';

export { type CommunityTruth, MAX_COMMUNITY_TRUTHS } from './community.js';
export {
  type Estimate,
  type KnownTruth,
  MAX_TRUTHS,
  type Numbers,
  type Part,
  type Signal,
} from './formula.js';
export { type Judgement, MIN_VIEWS, type PostedWindow } from './judge.js';
export type { Counts } from './surface.js';

/** The fitted numbers, read once. Reading fails only when the installation is incomplete. */
const model: Model = modelSchema.parse(
  JSON.parse(readFileSync(join(projectRoot, 'model', 'keepsake-model.json'), 'utf8')),
);

/** The version every estimate is stored with. The same input gives the same answer per version. */
export const MODEL_VERSION: string = model.version;

/** What the model was fitted on, and how far off it was on creators it had not seen. */
export const MODEL_PROVENANCE: Model['provenance'] = model.provenance;

/**
 * How many people saved a post, with the 80 % range and what it is made of.
 * @param truths the creator's own known truths, newest first; at most MAX_TRUTHS are used.
 * @param community what other members of the creator's community told, if there is one
 */
export function estimateSaves(
  numbers: Numbers,
  truths: readonly KnownTruth[],
  community: readonly CommunityTruth[] = [],
): Estimate {
  return estimateWith(model, numbers, truths, community);
}

/**
 * How many people saved a video by its counts alone: the same for everybody, whatever true counts
 * were told before or after.
 */
export function estimateCold(numbers: Numbers): SavesInRange {
  return coldWith(model, numbers);
}

/** What a true count says of the community of the member who told it. */
export function communityTruth(member: string, truth: KnownTruth): CommunityTruth {
  return { member, miss: missOf(model, truth) };
}

/**
 * The score of a post, or why it cannot be judged yet and when to come back; the rules stand at
 * `judgeWith`.
 * @param post `saves` may be an estimate or the truth
 * @param now the moment at which the counts were read
 */
export function judge(
  post: { views: number; saves: number; posted?: PostedWindow },
  now: Date,
): Judgement {
  return judgeWith(model, post, now);
}
