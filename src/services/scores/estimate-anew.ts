import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../db/database.js';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import { inOneStep, type Transaction } from '../../db/transaction.js';
import { missOf } from '../readings/report-card.js';
import { Refusal } from '../refusal.js';
import { NOTHING_WANTED } from '../settings.js';
import { accountsOf } from './pool.js';
import { estimateReading, estimateRow, type NewReading } from './readings.js';
import { categoryFromLastVideo, storedSubmission } from './stored-score.js';
import type { Submission } from './submission.js';
import { shownBefore } from './videos.js';
import { withVideos } from './with-videos.js';

/** A stored reading with what its estimate hangs on, as it was looked at. */
export type SeenReading = Prisma.ReadingGetPayload<{ include: typeof WITH_ALL }>;

const WITH_ALL = { video: true, trueSaves: true } as const;

/** How often a reading is looked at again that was changed meanwhile. */
const ATTEMPTS = 3;

/** What is changed of a reading, and the estimate that comes of it. */
interface Change {
  readonly anew: NewReading;
  /** When the estimate is said to be made. */
  readonly at: Date;
  write(tx: Transaction): Promise<void>;
}

/**
 * Changes what the estimate of a creator's own reading hangs on, and puts the one that comes of it in
 * its place: both of what stands there in that moment.
 *
 * @param change null where there is nothing to change.
 * @throws Refusal if the reading has gone or is another member's.
 */
export async function changeOwn(
  db: Database,
  readingId: bigint,
  callerId: bigint,
  change: (seen: SeenReading) => Promise<Change | null>,
): Promise<void> {
  await untilAsSeen(async () => {
    const seen = await lookAt(db, readingId);
    if (seen === undefined) throw new Refusal({ kind: 'reading gone' });
    if (seen.creatorId !== callerId) throw new Refusal({ kind: 'only the author' });
    const changed = await change(seen);
    if (changed === null) return 'done';
    return inOneStep(db, async (tx) => {
      if (!(await isAsSeen(tx, seen))) return 'changed meanwhile';
      await changed.write(tx);
      await putEstimate(tx, seen, changed.anew, changed.at);
      return 'done';
    });
  });
}

/** Looks at a stored reading; undefined where it has gone. */
export async function lookAt(db: Database, readingId: bigint): Promise<SeenReading | undefined> {
  const [row] = await withVideos(() =>
    db.prisma.reading.findMany({ where: { id: readingId }, include: WITH_ALL }),
  );
  return row;
}

/**
 * Estimates a stored reading anew, as of when it was taken and with what was known then.
 *
 * @param told what is told of it otherwise than it stands there.
 * @param handle its video's account, where that becomes another one.
 */
export async function estimateAnew(
  db: Database,
  seen: SeenReading,
  told: Partial<Submission>,
  handle = seen.video.handle,
): Promise<NewReading> {
  const { id, creatorId, guildId, video, takenAt } = seen;
  return estimateReading(
    db,
    { ...storedSubmission(seen), ...told },
    {
      video: { ...video, handle, ...(await shownBefore(db, seen, video)) },
      mayHaveTruths: true,
      lastTip: null,
      lastCategory: await categoryFromLastVideo(db, id),
      accounts: await accountsOf(db, creatorId),
      // What is shown of it is read when it is written.
      wanted: NOTHING_WANTED,
    },
    { interactionId: id, creatorId, guildId },
    takenAt,
  );
}

/**
 * Does again what looked at a reading and, in the step that was to change it, found it otherwise.
 *
 * @throws where somebody else changed it each time.
 */
export async function untilAsSeen<T>(work: () => Promise<T | 'changed meanwhile'>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const done = await work();
    if (done !== 'changed meanwhile') return done;
    if (attempt === ATTEMPTS)
      throw new Error('The reading was changed each time it was looked at.');
  }
}

/** Whether a reading, its video and its truth are still what an estimate was made of. */
export async function isAsSeen(tx: Transaction, seen: SeenReading): Promise<boolean> {
  const now = await tx.reading.findUnique({ where: { id: seen.id }, include: WITH_ALL });
  return isDeepStrictEqual(now, seen);
}

/**
 * Puts an estimate in the place of a reading's, and holds its truth against it: in one step with
 * `isAsSeen`.
 */
export async function putEstimate(
  tx: Transaction,
  { id: readingId, trueSaves }: SeenReading,
  anew: NewReading,
  at: Date,
): Promise<void> {
  // One after the other: a transaction has one connection.
  await tx.estimate.deleteMany({ where: { readingId } });
  await tx.estimate.create({ data: estimateRow(anew, at) });
  if (trueSaves === null) return;
  await tx.trueSave.update({
    where: { readingId },
    data: missOf(anew.estimate, Number(trueSaves.saves)),
  });
}
