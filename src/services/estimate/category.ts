/** What a video is for, as its creator says. */
export const CATEGORIES = [
  'educational',
  'entertaining',
  'inspirational',
  'aesthetic',
  'valuable',
] as const;

export type Category = (typeof CATEGORIES)[number];
