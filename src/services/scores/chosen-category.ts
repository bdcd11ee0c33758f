import type { Category } from '../../db/generated/sqlite/enums.js';
import type { ServiceContext } from '../context.js';
import { changeOwn, estimateAnew } from './estimate-anew.js';
import type { Score } from './score.js';
import { loadScore } from './stored-score.js';

/**
 * Says of a stored reading what its video is for, and estimates and judges it anew, as of when it
 * was taken and with what was known then. The account's next videos start from it.
 *
 * @throws Refusal if the reading has gone or is another member's.
 */
export async function chooseCategory(
  { db, clock }: ServiceContext,
  category: Category,
  readingId: bigint,
  callerId: bigint,
): Promise<Score> {
  await changeOwn(db, readingId, callerId, async (seen) => ({
    anew: await estimateAnew(db, seen, { category }),
    at: clock(),
    async write(tx) {
      // One after the other: a transaction has one connection.
      await tx.reading.update({ where: { id: readingId }, data: { category } });
      await tx.video.update({
        where: { id: seen.videoId },
        data: { category, ...(seen.private && { toldInPrivate: true }) },
      });
    },
  }));
  return loadScore(db, readingId);
}
