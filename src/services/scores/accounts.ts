import type { Database } from '../../db/database.js';
import { inOneStep } from '../../db/transaction.js';
import { Refusal } from '../refusal.js';
import { accountsOf } from './pool.js';
import { estimateReading, estimateRow } from './readings.js';
import { missOf } from './report-card.js';
import type { Score } from './score.js';
import { categoryFromLastVideo, loadScore, storedSubmission } from './stored-score.js';
import { shownBefore } from './videos.js';
import { withVideos } from './with-videos.js';

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
  const [row] = await withVideos(() =>
    db.prisma.reading.findMany({
      where: { id: readingId },
      include: { video: true, trueSaves: true },
    }),
  );
  if (row === undefined) throw new Refusal({ kind: 'reading gone' });
  if (row.creatorId !== callerId) throw new Refusal({ kind: 'only the author' });
  const accounts = await accountsOf(db, callerId);
  if (!(await knownAccounts(db, callerId)).includes(handle)) {
    throw new Refusal({ kind: 'video gone' });
  }
  const video = { ...row.video, handle, ...(await shownBefore(db, row, row.video)) };
  const anew = await estimateReading(
    db,
    storedSubmission(row),
    {
      ...{ video, accounts, mayHaveTruths: true, lastTip: null },
      lastCategory: await categoryFromLastVideo(db, readingId),
    },
    { interactionId: readingId, creatorId: callerId, guildId: row.guildId },
    row.takenAt,
  );
  await inOneStep(db, async (tx) => {
    const told = await tx.video.updateMany({
      where: { id: row.videoId, OR: [{ handle: null }, { handle }] },
      data: { handle },
    });
    // Somebody else's press, or a link, was faster.
    if (told.count === 0) return;
    await tx.estimate.deleteMany({ where: { readingId } });
    await tx.estimate.create({ data: estimateRow(anew, row.takenAt) });
    const truth = await tx.trueSave.findUnique({ where: { readingId } });
    if (truth !== null) {
      const data = missOf(anew.estimate, Number(truth.saves));
      await tx.trueSave.update({ where: { readingId }, data });
    }
  });
  return loadScore(db, readingId);
}
