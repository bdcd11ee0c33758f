import type { Category } from './category.js';
import type { Counts } from './surface.js';

/**
 * What a creator reads from the screen for one post. Counts are whole and at least zero; up to
 * 2^53 nothing is lost.
 */
export interface Numbers {
  views: number;
  likes: number;
  comments: number;
  shares: number;
  /** Width of each count's last shown digit: 100 for "541.2K"; 1 everywhere when left out. */
  steps?: Counts;
  /** Average seconds watched a view. */
  watchTime?: number;
  /** Length in seconds. Not read by this model: what it says holds for no other kind of content. */
  duration?: number;
  newFollowers?: number;
  kind: 'video' | 'photo';
  category?: Category;
}
