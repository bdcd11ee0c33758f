/** The counts that every reading has, in TikTok's order. */
export const COUNT_NAMES = ['views', 'likes', 'comments', 'shares'] as const;
export type CountName = (typeof COUNT_NAMES)[number];

/** The counts that a screen of TikTok shows of a video: views, then as they stand beside it. */
export const SHOWN_COUNTS = ['views', 'likes', 'comments', 'saves', 'shares'] as const;
export type ShownCount = (typeof SHOWN_COUNTS)[number];
