/** A creator's videos of one TikTok account. */
export interface OneAccount<T> {
  readonly videos: readonly T[];
  /** How many are of other accounts, */
  readonly ofOthers: number;
  /** and of how many the account isn't known, where that matters. */
  readonly ofUnknown: number;
}

/**
 * Of a creator's videos, newest first, those of one TikTok account: a creator may score several, and
 * other people's. As long as only one account is known all of them are of that one; then those of
 * which none is known are left out.
 *
 * @param handle the account, where it is given; else that of the newest video of which it is known.
 */
export function ofOneAccount<T extends { readonly handle: string | null }>(
  videos: readonly T[],
  handle: string | null = null,
): OneAccount<T> {
  const known = videos.flatMap((one) => (one.handle === null ? [] : [one.handle]));
  const account = handle ?? known[0] ?? null;
  if (known.every((one) => one === account)) return { videos, ofOthers: 0, ofUnknown: 0 };
  const own = videos.filter((one) => one.handle === account);
  const ofUnknown = videos.length - known.length;
  return { videos: own, ofOthers: videos.length - own.length - ofUnknown, ofUnknown };
}
