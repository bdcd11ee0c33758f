import { inOneStep } from '../../db/transaction.js';
import type { ServiceContext } from '../context.js';
import { Refusal } from '../refusal.js';
import {
  doubtsAsUnreadable,
  type FourCounts,
  isMoreThanShown,
  noFindings,
  readFourCounts,
  type Typing,
} from '../scores/count-input.js';
import { askedFirst, choicesOf, type Doubt } from '../scores/doubts.js';
import { draftInput } from '../scores/draft-input.js';
import { type Drafted, keepDraft } from '../scores/drafts.js';
import { improbabilities } from '../scores/improbable.js';
import { accountsOf } from '../scores/pool.js';
import { estimateReading, estimateRow } from '../scores/readings.js';
import { missOf } from '../scores/report-card.js';
import { categoryFromLastVideo, storedSubmission } from '../scores/stored-score.js';
import type { Submission } from '../scores/submission.js';
import type { TypedScore } from '../scores/typed-score.js';
import { usualCounts } from '../scores/usual-counts.js';
import { countsOf, shownBefore } from '../scores/videos.js';
import { withVideos } from '../scores/with-videos.js';
import { type Changed, type Changer, doneAlready, estimatesOf, keepUndo } from './undo.js';

/** The counts of a reading as its creator types them anew. */
export interface TypedCorrection
  extends Pick<TypedScore, 'views' | 'likes' | 'comments' | 'shares'>,
    Typing {
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
    if (attempt === ATTEMPTS)
      throw new Error('The reading was changed each time it was looked at.');
  }

  async function tryCorrection(): Promise<Correction | 'changed meanwhile'> {
    const [row] = await withVideos(() =>
      db.prisma.reading.findMany({
        where: { id: readingId },
        include: { video: true, trueSaves: true },
      }),
    );
    if (row === undefined) {
      const done = await correctedAlready();
      if (done === null) throw new Refusal({ kind: 'reading gone' });
      return done;
    }
    if (row.creatorId !== who.callerId) throw new Refusal({ kind: 'only the author' });
    const truth = row.trueSaves;
    const { confirmed, language, chosen, ...numbers } = typed;
    const at = clock();
    const input = draftInput.parse({
      ...{ kind: 'correction', readingId: String(readingId), typed: numbers, language, chosen },
    });
    const asker = { interactionId: who.interactionId, creatorId: who.callerId };
    const read = readCorrection(typed, truth?.saves ?? null);
    if (read.doubts !== null) {
      const { doubts } = read;
      return keepDraft(db, input, { improbable: [], ...askedFirst(doubts) }, asker, at);
    }
    const { counts } = read;
    if (isSame(counts, countsOf(row))) {
      return (await correctedAlready()) ?? { kind: 'unchanged', readingId };
    }
    const submission: Submission = { ...storedSubmission(row), counts };
    const anew = await estimateReading(
      db,
      submission,
      {
        video: { ...row.video, ...(await shownBefore(db, row, row.video)) },
        mayHaveTruths: true,
        lastTip: null,
        lastCategory: await categoryFromLastVideo(db, readingId),
        accounts: await accountsOf(db, row.creatorId),
      },
      { interactionId: readingId, creatorId: who.callerId, guildId: row.guildId },
      row.takenAt,
    );
    if (!confirmed) {
      const context = {
        ...{ estimate: anew.estimate, usual: await usualCounts(db, who.callerId, readingId) },
        ...{ isYoung: anew.score.verdict === 'too_early', language },
      };
      const questions = improbabilities(typed, submission, context, chosen);
      if (questions !== null) return keepDraft(db, input, questions, asker, at);
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

  /** What another process made of the same interaction. */
  async function correctedAlready(): Promise<Correction | null> {
    const isIt = (_: unknown, changeId: bigint) => changeId === who.interactionId;
    const done = await doneAlready(db.prisma, 'corrected', who, clock(), isIt);
    if (done === null) return null;
    const { payload: _, ...changed } = done;
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

/** @returns what may mean several things, if anything does. */
function readCorrection(
  typed: TypedCorrection,
  truth: bigint | null,
): { doubts: readonly Doubt[] } | { doubts: null; counts: FourCounts } {
  const { unreadable, doubts } = noFindings();
  const counts = readFourCounts(typed, typed, { unreadable, doubts });
  const isRead = unreadable.length + doubts.length === 0;
  const tooMany =
    isRead && truth !== null && isMoreThanShown({ value: truth, step: 1n }, counts.views);
  const manyWays = doubts.length > 0 && choicesOf(doubts).length === 0;
  if (unreadable.length > 0 || tooMany || manyWays) {
    unreadable.push(...doubtsAsUnreadable(doubts));
    throw new Refusal({
      kind: 'input',
      unreadable,
      impossible: tooMany
        ? [{ what: 'more saves than views', saves: String(truth), views: typed.views }]
        : [],
      corrected: null,
    });
  }
  return doubts.length > 0 ? { doubts } : { doubts: null, counts };
}

function isSame(a: FourCounts, b: FourCounts): boolean {
  return (['views', 'likes', 'comments', 'shares'] as const).every(
    (name) => a[name].value === b[name].value && a[name].step === b[name].step,
  );
}
