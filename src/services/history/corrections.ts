import { inOneStep } from '../../db/transaction.js';
import { COUNT_NAMES } from '../../lib/count-names.js';
import type { ServiceContext } from '../context.js';
import { isMoreThanShown } from '../estimate/plausible.js';
import { Refusal } from '../refusal.js';
import {
  doubtsAsUnreadable,
  type FourCounts,
  noFindings,
  readFourCounts,
  type Typing,
} from '../scores/count-input.js';
import { askedFirst, choicesOf, type Doubt } from '../scores/doubts.js';
import { draftInput } from '../scores/draft-input.js';
import { type Drafted, keepDraft } from '../scores/drafts.js';
import {
  estimateAnew,
  isAsSeen,
  lookAt,
  putEstimate,
  untilAsSeen,
} from '../scores/estimate-anew.js';
import { improbabilities } from '../scores/improbable.js';
import type { MessagePlace } from '../scores/outcome.js';
import { storedSubmission } from '../scores/stored-score.js';
import type { Submission } from '../scores/submission.js';
import type { TypedScore } from '../scores/typed-score.js';
import { usualCounts } from '../scores/usual-counts.js';
import { countsOf } from '../scores/videos.js';
import { type Changed, type Changer, doneAlready, estimatesOf, keepUndo } from './undo.js';

/** The counts of a reading as its creator types them anew. */
export interface TypedCorrection
  extends Pick<TypedScore, 'views' | 'likes' | 'comments' | 'shares'>,
    Typing {
  /** Whether its author has said that they are right although they are hardly true. */
  readonly confirmed: boolean;
  /** The message that shows it, which changes with it; none where it is left out. */
  readonly message?: MessagePlace | null;
}

/** A correction that was made, that changed nothing, or that waits for a second look. */
export type Correction =
  | (Changed & { readonly kind: 'corrected'; readonly readingId: bigint })
  | { readonly kind: 'unchanged'; readonly readingId: bigint }
  | Drafted;

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
  return untilAsSeen(tryCorrection);

  async function tryCorrection(): Promise<Correction | 'changed meanwhile'> {
    const row = await lookAt(db, readingId);
    if (row === undefined) {
      const done = await correctedAlready();
      if (done === null) throw new Refusal({ kind: 'reading gone' });
      return done;
    }
    if (row.creatorId !== who.callerId) throw new Refusal({ kind: 'only the author' });
    const truth = row.trueSaves;
    const { confirmed, language, chosen, message = null, ...numbers } = typed;
    const at = clock();
    const input = draftInput.parse({
      ...{
        kind: 'correction',
        readingId: String(readingId),
        typed: numbers,
        message,
        language,
        chosen,
      },
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
    const anew = await estimateAnew(db, row, { counts });
    if (!confirmed) {
      const context = {
        ...{ estimate: anew.estimate, usual: await usualCounts(db, who.callerId, readingId) },
        ...{ isYoung: anew.score.verdict === 'too_early', language },
      };
      const submission: Submission = { ...storedSubmission(row), counts };
      const questions = improbabilities(typed, submission, context, chosen);
      if (questions !== null) return keepDraft(db, input, questions, asker, at);
    }
    const changed = await inOneStep(db, async (tx) => {
      if (!(await isAsSeen(tx, row))) return null;
      // One after the other: a transaction has one connection.
      const estimates = await estimatesOf(tx, readingId);
      // What was typed over is no longer what a picture showed.
      const data = { ...columnsOf(counts), shown: false };
      await tx.reading.update({ where: { id: readingId }, data });
      await putEstimate(tx, row, anew, at);
      const { video, trueSaves: _, ...reading } = row;
      const title = reading.title ?? video.title;
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
  return COUNT_NAMES.every(
    (name) => a[name].value === b[name].value && a[name].step === b[name].step,
  );
}
