import type { Category } from '../../db/generated/sqlite/enums.js';
import { inOneStep } from '../../db/transaction.js';
import type { ServiceContext } from '../context.js';
import { Refusal } from '../refusal.js';
import { accountsOf } from './pool.js';
import { estimateReading, estimateRow } from './readings.js';
import { missOf } from './report-card.js';
import type { Score } from './score.js';
import { loadScore, storedSubmission } from './stored-score.js';
import { shownBefore } from './videos.js';
import { withVideos } from './with-videos.js';

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
  const [row] = await withVideos(() =>
    db.prisma.reading.findMany({
      where: { id: readingId },
      include: { video: true, trueSaves: true },
    }),
  );
  if (row === undefined) throw new Refusal({ kind: 'reading gone' });
  if (row.creatorId !== callerId) throw new Refusal({ kind: 'only the author' });
  const { video, trueSaves } = row;
  const anew = await estimateReading(
    db,
    { ...storedSubmission(row), category },
    {
      video: { ...video, ...(await shownBefore(db, row, video)) },
      mayHaveTruths: true,
      lastTip: null,
      lastCategory: null,
      accounts: await accountsOf(db, callerId),
    },
    { interactionId: readingId, creatorId: callerId, guildId: row.guildId },
    row.takenAt,
  );
  await inOneStep(db, async (tx) => {
    // One after the other: a transaction has one connection.
    const there = await tx.reading.updateMany({ where: { id: readingId }, data: { category } });
    if (there.count === 0) throw new Refusal({ kind: 'reading gone' });
    await tx.video.update({
      where: { id: row.videoId },
      data: { category, ...(row.private && { toldInPrivate: true }) },
    });
    await tx.estimate.deleteMany({ where: { readingId } });
    await tx.estimate.create({ data: estimateRow(anew, clock()) });
    if (trueSaves !== null) {
      await tx.trueSave.updateMany({
        where: { readingId },
        data: missOf(anew.estimate, Number(trueSaves.saves)),
      });
    }
  });
  return loadScore(db, readingId);
}
