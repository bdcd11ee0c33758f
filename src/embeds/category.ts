import { type Category, hasOwnReference } from '../services/estimate/estimate.js';
import type { Score } from '../services/scores/score.js';

/** What a video is for, as the estimate took it: as told, or from the creator's last video. */
export function categoryOf({ parts }: Pick<Score, 'parts'>): Category | undefined {
  return parts.find(({ signal }) => signal === 'category')?.category;
}

/** The category among whose videos a score compares; undefined where it compares with every kind. */
export function comparedWithin(score: Pick<Score, 'parts'>): Category | undefined {
  const category = categoryOf(score);
  return category !== undefined && hasOwnReference(category) ? category : undefined;
}
