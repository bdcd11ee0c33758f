import type { Database } from '../../db/database.js';

/** The first and the last of a creator's TikTok handles that are known: two, one twice, or none. */
export interface Accounts {
  readonly first: string | null;
  readonly last: string | null;
}

/** What `Known` has of them, where nothing else is looked up. */
export async function accountsOf(db: Database, creatorId: bigint): Promise<Accounts> {
  const { _min, _max } = await db.prisma.video.aggregate({
    where: { creatorId },
    _min: { handle: true },
    _max: { handle: true },
  });
  return { first: _min.handle, last: _max.handle };
}

/**
 * Which of a creator's true counts teach an estimate: all of them as long as only one account is
 * known, then those of the video's own; none where it isn't known which that is.
 */
export type Pool =
  | { readonly of: 'all' | 'unknown' }
  | { readonly of: 'account'; readonly handle: string };

/** @param handle the video's own account; null where it isn't known. */
export function poolOf({ first, last }: Accounts, handle: string | null): Pool {
  const known = new Set([first, last, handle].filter((one) => one !== null));
  if (known.size <= 1) return { of: 'all' };
  return handle === null ? { of: 'unknown' } : { of: 'account', handle };
}
