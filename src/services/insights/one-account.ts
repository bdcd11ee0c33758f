/**
 * Of a creator's videos, newest first, those of one TikTok account, and those of which no account is
 * known: a creator may score several, and other people's.
 *
 * @param handle the newest video's, unless it is given.
 */
export function ofOneAccount<T extends { readonly handle: string | null }>(
  videos: readonly T[],
  handle: string | null = videos[0]?.handle ?? null,
): T[] {
  return videos.filter((one) => one.handle === null || handle === null || one.handle === handle);
}
