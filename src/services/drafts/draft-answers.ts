import type { ShownCount } from '../../lib/count-names.js';
import type { ServiceContext } from '../context.js';
import { correctReading } from '../history/corrections.js';
import { Refusal } from '../refusal.js';
import { DRAFT_LIFE, type DraftInput, draftInput } from '../scores/draft-input.js';
import { forgetDraft, keepDraft, waitingDraft } from '../scores/drafts.js';
import type { MessagePlace, Outcome, Stored } from '../scores/outcome.js';
import type { Scores } from '../scores/scores.js';
import {
  type CorrectedCounts,
  withCorrected,
  withCorrectedTruth,
  withoutKnown,
} from '../scores/shown.js';
import { loadScore } from '../scores/stored-score.js';
import type { Submitter } from '../scores/submission.js';
import type { TypedTruth } from '../scores/truth.js';
import type { TypedScore } from '../scores/typed-score.js';
import { countsOf } from '../scores/videos.js';

export type DraftAnswers = ReturnType<typeof createDraftAnswers>;

/** Nothing is asked of what pictures show before its author has looked at it. */
const NO_QUESTIONS = { improbable: [], doubts: [], choices: [] };

/** What pictures show of a video, as it waits for its author's look; a count that isn't told is missing. */
export interface ShownDraft extends Readonly<Partial<Record<ShownCount, string>>> {
  readonly kind: 'score' | 'truth';
}

/** What authors answer to the questions about their drafts. */
export function createDraftAnswers(
  { db, clock }: ServiceContext,
  { store, storeTruth }: Pick<Scores, 'store' | 'storeTruth'>,
) {
  /**
   * Stores the draft its author says is right, as of when it was typed.
   *
   * @throws Refusal if the draft has gone, was stored already, or is another member's.
   */
  async function confirmDraft(draftId: bigint, callerId: bigint): Promise<Stored> {
    const { input, at } = await draftOf(draftId, callerId);
    const outcome = await storeDraft(input, draftId, callerId, { at, confirmed: true });
    // What can mean several things can't be right as it is: no button said so.
    if (outcome.kind === 'draft') throw new Refusal({ kind: 'draft gone' });
    await forgetDraft(db, draftId);
    return outcome;
  }

  /**
   * Takes one of the readings that a draft offers, and stores it as of when it was typed, unless
   * something else of it is to be asked.
   *
   * @param place of the reading among those that were offered.
   * @throws Refusal if the draft has gone, was stored already, or is another member's.
   */
  async function chooseReading(draftId: bigint, callerId: bigint, place: number): Promise<Outcome> {
    const { input, at } = await draftOf(draftId, callerId);
    const choice = input.choices?.[place];
    if (choice === undefined) throw new Refusal({ kind: 'draft gone' });
    const chosen = { ...input.chosen, ...choice };
    const outcome = await storeDraft({ ...input, chosen }, draftId, callerId, {
      at,
      confirmed: false,
    });
    if (outcome.kind !== 'draft') await forgetDraft(db, draftId);
    return outcome;
  }

  /** @throws Refusal if the draft has gone, was stored already, or is another member's. */
  async function draftOf(
    draftId: bigint,
    callerId: bigint,
  ): Promise<{ input: DraftInput; at: Date }> {
    const draft = await waitingDraft(db, draftId, callerId, clock());
    const at = new Date(draft.expiresAt.getTime() - DRAFT_LIFE);
    const read = draftInput.safeParse(draft.input);
    // Kept by another version, or damaged: it has to be typed again.
    if (!read.success) throw new Refusal({ kind: 'draft gone' });
    return { input: read.data, at };
  }

  /**
   * Keeps what pictures show until its author has looked at it: a draft like any other.
   *
   * @throws Refusal if the same interaction has stored something.
   */
  async function keepShown(
    typed: TypedScore,
    shown: readonly ShownCount[],
    who: Submitter,
  ): Promise<bigint> {
    const guildId = who.guildId === null ? null : String(who.guildId);
    const input = draftInput.parse({
      ...{ kind: 'score', typed, guildId, shown },
      ...(who.language !== undefined && { language: who.language }),
    });
    const kept = await keepDraft(db, input, NO_QUESTIONS, who, clock());
    return kept.draftId;
  }

  /**
   * As `keepShown`, for the saves of a video that is known.
   *
   * @returns what is kept: without the counts where they are those of the reading.
   * @throws Refusal if the reading has gone or is another member's, or the same interaction has
   *   stored something.
   */
  async function keepShownTruth(
    told: TypedTruth,
    shown: readonly ShownCount[],
    readingId: bigint,
    who: Omit<Submitter, 'guildId'> & { readonly message: MessagePlace | null },
  ): Promise<{ draftId: bigint; typed: TypedTruth }> {
    const row = await db.prisma.reading.findUnique({ where: { id: readingId } });
    if (row === null) throw new Refusal({ kind: 'reading gone' });
    if (row.creatorId !== who.creatorId) throw new Refusal({ kind: 'only the author' });
    const typed = withoutKnown(told, countsOf(row), who.language);
    const input = draftInput.parse({
      ...{ kind: 'truth', readingId: String(readingId), typed, shown, message: who.message },
      ...(who.language !== undefined && { language: who.language }),
    });
    const kept = await keepDraft(db, input, NO_QUESTIONS, who, clock());
    return { draftId: kept.draftId, typed };
  }

  /**
   * What waits for its author's look.
   *
   * @throws Refusal if the draft has gone, was stored already, or is another member's.
   */
  async function shownDraft(draftId: bigint, callerId: bigint): Promise<ShownDraft> {
    const { input } = await draftOf(draftId, callerId);
    switch (input.kind) {
      case 'score':
        return { ...input.typed, kind: input.kind };
      case 'truth':
        return { ...input.typed.counts, saves: input.typed.saves, kind: input.kind };
      case 'correction':
        throw new Refusal({ kind: 'draft gone' });
    }
  }

  /**
   * Stores what pictures show, once its author has looked at it, as if it had been typed.
   *
   * @param corrected what its author typed over it; null where it is right.
   * @throws Refusal if the draft has gone, was stored already or is another member's, or something
   *   can't be true.
   */
  async function storeShown(
    draftId: bigint,
    callerId: bigint,
    corrected: CorrectedCounts | null,
  ): Promise<Outcome> {
    const { input, at } = await draftOf(draftId, callerId);
    const now = corrected === null ? input : typedOver(input, corrected);
    const outcome = await storeDraft(now, draftId, callerId, { at, confirmed: false });
    if (outcome.kind !== 'draft') await forgetDraft(db, draftId);
    return outcome;
  }

  return { confirmDraft, chooseReading, keepShown, keepShownTruth, shownDraft, storeShown };

  /** What was typed then, stored as of then; for a correction there is no earlier. */
  async function storeDraft(
    input: DraftInput,
    draftId: bigint,
    callerId: bigint,
    { at, confirmed }: { at: Date; confirmed: boolean },
  ): Promise<Outcome> {
    const { language, chosen } = input;
    switch (input.kind) {
      case 'score':
        return store(
          input.typed,
          {
            interactionId: draftId,
            creatorId: callerId,
            guildId: snowflake(input.guildId),
            ...(language !== undefined && { language }),
          },
          { at, confirmed, chosen, shown: input.shown },
        );
      case 'truth':
        return storeTruth(input.typed, BigInt(input.readingId), {
          interactionId: draftId,
          callerId,
          message: input.message,
          at,
          confirmed,
          language,
          chosen,
          shown: input.shown,
        });
      case 'correction': {
        const who = { interactionId: draftId, callerId };
        const message = input.message ?? null;
        const typed = { ...input.typed, confirmed, language, chosen, message };
        const done = await correctReading({ db, clock }, typed, BigInt(input.readingId), who);
        if (done.kind === 'draft') return done;
        return { kind: 'score', score: await loadScore(db, done.readingId), message };
      }
    }
  }
}

function typedOver(input: DraftInput, corrected: CorrectedCounts): DraftInput {
  switch (input.kind) {
    case 'score':
      return { ...input, ...withCorrected(input, corrected) };
    case 'truth':
      return { ...input, ...withCorrectedTruth(input, corrected) };
    case 'correction':
      throw new Refusal({ kind: 'draft gone' });
  }
}

function snowflake(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
