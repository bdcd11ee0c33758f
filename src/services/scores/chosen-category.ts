import type { Category } from '../../db/generated/sqlite/enums.js';
import { inOneStep } from '../../db/transaction.js';
import type { ServiceContext } from '../context.js';
import { Refusal } from '../refusal.js';
import { estimateAnew, isAsSeen, lookAt, putEstimate, untilAsSeen } from './estimate-anew.js';
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
  await untilAsSeen(async () => {
    const seen = await lookAt(db, readingId);
    if (seen === undefined) throw new Refusal({ kind: 'reading gone' });
    if (seen.creatorId !== callerId) throw new Refusal({ kind: 'only the author' });
    const anew = await estimateAnew(db, seen, { category });
    return inOneStep(db, async (tx) => {
      if (!(await isAsSeen(tx, seen))) return 'changed meanwhile';
      // One after the other: a transaction has one connection.
      await tx.reading.update({ where: { id: readingId }, data: { category } });
      await tx.video.update({
        where: { id: seen.videoId },
        data: { category, ...(seen.private && { toldInPrivate: true }) },
      });
      await putEstimate(tx, seen, anew, clock());
      return 'done';
    });
  });
  return loadScore(db, readingId);
}
