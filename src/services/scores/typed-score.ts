import type { Category } from '../../db/generated/sqlite/enums.js';

/** The options of `/score` that are counts, typed as TikTok shows them. */
export type CountOption = 'views' | 'likes' | 'comments' | 'shares' | 'saves' | 'new_followers';

/** The options of `/score` as typed: what a draft keeps and a corrected command repeats. */
export interface TypedScore {
  readonly views: string;
  readonly likes: string;
  readonly comments: string;
  readonly shares: string;
  readonly saves?: string;
  readonly link?: string;
  readonly title?: string;
  readonly posted?: string;
  readonly category?: Category;
  readonly duration?: number;
  readonly watch_time?: number;
  readonly new_followers?: string;
  readonly trying?: string;
  readonly private?: boolean;
}
