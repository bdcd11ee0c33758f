import { inOneStep } from '../../db/transaction.js';
import type { ServiceContext } from '../context.js';
import { Refusal, type Unreadable } from '../refusal.js';
import { type FourCounts, readFourCounts } from '../scores/count-input.js';
import { type Drafted, keepDraft } from '../scores/drafts.js';
import { estimateReading, estimateRow, storedSubmission } from '../scores/readings.js';
import { missOf } from '../scores/report-card.js';
import { improbabilities, isMoreThanShown, type Submission } from '../scores/submission.js';
import type { TypedScore } from '../scores/typed-score.js';
import { accountsOf, countsOf, shownBefore } from '../scores/videos.js';
import { type Changed, type Changer, estimatesOf, keepUndo } from './undo.js';

/** The counts of a reading as its creator types them anew. */
export interface TypedCorrection
  extends Pick<TypedScore, 'views' | 'likes' | 'comments' | 'shares'> {
  /** Whether its author has said that they are right although they are hardly true. */
  readonly confirmed: boolean;
}

/** A correction that was made, that changed nothing, or that waits for a second look. */
export type Correction =
  | (Changed & { readonly kind: 'corrected'; readonly readingId: bigint })
  | { readonly kind: 'unchanged'; readonly readingId: bigint }
  | Drafted;

/** Somebody else changed the same reading meanwhile; it is looked at again. */
const ATTEMPTS = 3;

/**
 * Puts other counts in the place of a reading's, estimates and judges them as of when the reading
 * was taken, and keeps what undoes it. A truth that stands beside them stays.
 *
 * @throws Refusal if the reading has gone, is another member's, or the counts can't be true.
 */
export async function correctReading(
  { db, clock }: ServiceContext,
  typed: TypedCorrection,
  readingId: bigint,
  who: Changer,
): Promise<Correction> {
  for (let attempt = 1; ; attempt += 1) {
    const done = await tryCorrection();
    if (done !== 'changed meanwhile') return done;
    if (attempt === ATTEMPTS) throw new Refusal({ kind: 'reading gone' });
  }

  async function tryCorrection(): Promise<Correction | 'changed meanwhile'> {
    const row = await db.prisma.reading.findUnique({
      where: { id: readingId },
      include: { video: true, trueSaves: true },
    });
    if (row === null) throw new Refusal({ kind: 'reading gone' });
    if (row.creatorId !== who.callerId) throw new Refusal({ kind: 'only the author' });
    const truth = row.trueSaves;
    const counts = readCorrection(typed, truth?.saves ?? null);
    if (isSame(counts, countsOf(row))) return { kind: 'unchanged', readingId };
    const submission: Submission = { ...storedSubmission(row), counts };
    const anew = await estimateReading(
      db,
      submission,
      {
        video: { ...row.video, ...(await shownBefore(db, row, row.video)) },
        mayHaveTruths: true,
        lastTip: null,
        accounts: await accountsOf(db, row.creatorId),
      },
      { interactionId: readingId, creatorId: who.callerId, guildId: row.guildId },
      row.takenAt,
    );
    const at = clock();
    if (!typed.confirmed) {
      const improbable = improbabilities(typed, submission, anew.estimate);
      if (improbable.length > 0) {
        const { confirmed: _, ...input } = typed;
        return keepDraft(
          db,
          { kind: 'correction', readingId: String(readingId), typed: input },
          improbable,
          { interactionId: who.interactionId, creatorId: who.callerId },
          at,
        );
      }
    }
    const changed = await inOneStep(db, async (tx) => {
      const reading = await tx.reading.findUnique({ where: { id: readingId } });
      if (reading === null) throw new Refusal({ kind: 'reading gone' });
      // One after the other: a transaction has one connection.
      const trueSaves = await tx.trueSave.findUnique({ where: { readingId } });
      const estimates = await estimatesOf(tx, readingId);
      const isAsSeen =
        isSame(countsOf(reading), countsOf(row)) &&
        reading.videoId === row.videoId &&
        trueSaves?.saves === truth?.saves;
      if (!isAsSeen) return null;
      await tx.reading.update({ where: { id: readingId }, data: columnsOf(counts) });
      await tx.estimate.deleteMany({ where: { readingId } });
      await tx.estimate.create({ data: estimateRow(anew, at) });
      if (trueSaves !== null) {
        await tx.trueSave.update({
          where: { readingId },
          data: missOf(anew.estimate, Number(trueSaves.saves)),
        });
      }
      const title = reading.title ?? row.video.title;
      return keepUndo(tx, 'corrected', { title, reading, estimates }, who, at);
    });
    if (changed === null) return 'changed meanwhile';
    return { ...changed, kind: 'corrected', readingId };
  }
}

/** The columns of a reading that hold its counts. */
function columnsOf({ views, likes, comments, shares }: FourCounts) {
  return {
    views: views.value,
    viewsStep: views.step,
    likes: likes.value,
    likesStep: likes.step,
    comments: comments.value,
    commentsStep: comments.step,
    shares: shares.value,
    sharesStep: shares.step,
  };
}

function readCorrection(typed: TypedCorrection, truth: bigint | null): FourCounts {
  const unreadable: Unreadable[] = [];
  const counts = readFourCounts(typed, unreadable);
  const tooMany =
    unreadable.length === 0 &&
    truth !== null &&
    isMoreThanShown({ value: truth, step: 1n }, counts.views);
  if (unreadable.length > 0 || tooMany) {
    throw new Refusal({
      kind: 'input',
      unreadable,
      impossible: tooMany
        ? [{ what: 'more saves than views', saves: String(truth), views: typed.views }]
        : [],
      corrected: null,
    });
  }
  return counts;
}

function isSame(a: FourCounts, b: FourCounts): boolean {
  return (['views', 'likes', 'comments', 'shares'] as const).every(
    (name) => a[name].value === b[name].value && a[name].step === b[name].step,
  );
}
