import type { Database } from '../../db/database.js';
import { Refusal } from '../refusal.js';
import { changeOwn, estimateAnew } from './estimate-anew.js';
import type { Score } from './score.js';
import { loadScore } from './stored-score.js';

/** Accounts that can be chosen from: as many as fit a menu of Discord's. */
const MOST_ACCOUNTS = 25;

/** The creator's TikTok accounts that are known by a link, in the order of their handles. */
export async function knownAccounts(db: Database, creatorId: bigint): Promise<string[]> {
  const rows = await db.prisma.video.groupBy({
    by: ['handle'],
    where: { creatorId, handle: { not: null } },
    orderBy: { handle: 'asc' },
    take: MOST_ACCOUNTS,
  });
  return rows.flatMap(({ handle }) => handle ?? []);
}

/**
 * Says of which account a reading's video is, and estimates the reading anew with what that
 * account's true counts had taught when it was taken.
 *
 * @throws Refusal if the reading has gone or is another member's, or the account isn't known.
 */
export async function tellAccount(
  db: Database,
  readingId: bigint,
  handle: string,
  callerId: bigint,
): Promise<Score> {
  await changeOwn(db, readingId, callerId, async (seen) => {
    if (!(await knownAccounts(db, callerId)).includes(handle)) {
      throw new Refusal({ kind: 'video gone' });
    }
    // Another press, or a link, was faster.
    if (seen.video.handle !== null && seen.video.handle !== handle) return null;
    return {
      anew: await estimateAnew(db, seen, {}, handle),
      at: seen.takenAt,
      async write(tx) {
        await tx.video.update({ where: { id: seen.videoId }, data: { handle } });
      },
    };
  });
  return loadScore(db, readingId);
}
