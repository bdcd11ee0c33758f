import { setTimeout } from 'node:timers/promises';
import { databaseFailure, isOvertaken, Unconfirmed, wasSent } from '../../db/errors.js';
import type { Write } from '../../db/write.js';
import type { ServiceContext } from '../context.js';
import { correctReading } from '../history/corrections.js';
import { type NamedTurn, namedTurns } from '../insights/named-turns.js';
import { Refusal } from '../refusal.js';
import { lastTip } from '../tips/turns.js';
import { knownAccounts, tellAccount } from './accounts.js';
import { DRAFT_LIFE, type DraftInput, draftInput } from './draft-input.js';
import { type Drafted, forgetDraft, keepDraft } from './drafts.js';
import { estimateReading, linkOf, loadScore, rowsOf } from './readings.js';
import { missOf } from './report-card.js';
import type { Score } from './score.js';
import {
  improbabilities,
  improbableTruth,
  readSubmission,
  type Submission,
  type Submitter,
} from './submission.js';
import { readTruth, type TypedTruth } from './truth.js';
import type { TypedScore } from './typed-score.js';
import { accountsOf, countsOf, findVideo, type KnownVideo, shownBefore } from './videos.js';

/** A stored score. */
export interface Stored {
  readonly kind: 'score';
  readonly score: Score;
  /** The message that shows it already, if there is one. */
  readonly message: MessagePlace | null;
}

/** Either the score, or improbable input kept as a draft until its author says that it is right. */
export type Outcome = Stored | Drafted;

/** Where a score stands in Discord, so that a late truth can be written into it. */
export interface MessagePlace {
  readonly channelId: string;
  readonly messageId: string;
}

/** Who tells a truth, when, and where the score stands that it belongs to. */
interface TruthTeller {
  readonly interactionId: bigint;
  readonly callerId: bigint;
  readonly message: MessagePlace | null;
  readonly at: Date;
  /** Whether its author has said that it is right although it is hardly true. */
  readonly confirmed: boolean;
}

/** A truth told later than this after its reading comes with new counts, in milliseconds. */
export const COUNTS_FRESH_FOR = 24 * 3_600_000;

/**
 * Milliseconds for which a write whose confirmation got lost is sent again, and the pause between.
 * The member sees "thinking…" meanwhile.
 */
const CONFIRMATION_PATIENCE = 8_000;
const CONFIRMATION_PAUSE = 250;

/** Two submissions of one creator in the same moment: one has to look again. */
const ATTEMPTS = 3;

export type Scores = ReturnType<typeof createScores>;

/** Scoring videos, keeping their readings, and learning how many people really saved them. */
export function createScores({ db, clock }: ServiceContext) {
  /**
   * Scores one video and stores the reading.
   *
   * @throws Refusal if something typed can't be read or can't be true; then nothing is stored.
   */
  async function submit(typed: TypedScore, who: Submitter): Promise<Outcome> {
    return store(typed, who, { at: clock(), confirmed: false });
  }

  /**
   * Stores the draft its author says is right, as of when it was typed.
   *
   * @throws Refusal if the draft has gone or is another member's.
   */
  async function confirmDraft(draftId: bigint, callerId: bigint): Promise<Stored> {
    const draft = await db.prisma.draft.findUnique({ where: { id: draftId } });
    if (draft === null) {
      throw new Refusal({ kind: (await isStored(draftId)) ? 'stored already' : 'draft gone' });
    }
    if (draft.creatorId !== callerId) throw new Refusal({ kind: 'only the author' });
    if (draft.expiresAt < clock()) throw new Refusal({ kind: 'draft gone' });
    const input = draftInput.parse(draft.input);
    const at = new Date(draft.expiresAt.getTime() - DRAFT_LIFE);
    const outcome = await storeDraft(input, draftId, callerId, at);
    await forgetDraft(db, draftId);
    if (outcome.kind === 'draft') throw new Error('What was confirmed is asked about again.');
    return outcome;
  }

  /**
   * Tells how many people really saved a video, and counts again where the reading is old.
   *
   * @throws Refusal if the reading has gone, is another member's, or the truth can't be true.
   */
  async function addTruth(
    typed: TypedTruth,
    readingId: bigint,
    who: { interactionId: bigint; callerId: bigint; message: MessagePlace | null },
  ): Promise<Outcome> {
    return storeTruth(typed, readingId, { ...who, at: clock(), confirmed: false });
  }

  /**
   * A stored score, for the server it was submitted in.
   *
   * @throws Refusal if there is none, or none that may be shown here to this viewer.
   */
  async function find(
    readingId: bigint,
    viewer: { id: bigint; guildId: bigint | null },
  ): Promise<Score> {
    const score = await loadScore(db, readingId);
    const ownerLooks = score.creatorId === viewer.id;
    const isShared = score.guildId !== null && !score.private;
    const mayBeShown = score.guildId === viewer.guildId && (isShared || ownerLooks);
    if (!mayBeShown) throw new Refusal({ kind: 'reading gone' });
    return score;
  }

  /** The caller's own experiments that fit what was typed: see `namedTurns`. */
  function experiments(creatorId: bigint, typed: string): Promise<NamedTurn[]> {
    return namedTurns(db, creatorId, typed);
  }

  /** The caller's TikTok accounts that are known by a link. */
  function accounts(creatorId: bigint): Promise<string[]> {
    return knownAccounts(db, creatorId);
  }

  /** Says of which account a reading's video is: see `tellAccount`. */
  function nameAccount(readingId: bigint, handle: string, callerId: bigint): Promise<Score> {
    return tellAccount(db, readingId, handle, callerId);
  }

  return { submit, confirmDraft, addTruth, find, experiments, accounts, nameAccount };

  /** What was typed then, stored as of then; for a correction there is no earlier. */
  async function storeDraft(
    input: DraftInput,
    draftId: bigint,
    callerId: bigint,
    at: Date,
  ): Promise<Outcome> {
    switch (input.kind) {
      case 'score':
        return store(
          input.typed,
          { interactionId: draftId, creatorId: callerId, guildId: snowflake(input.guildId) },
          { at, confirmed: true },
        );
      case 'truth':
        return storeTruth(input.typed, BigInt(input.readingId), {
          interactionId: draftId,
          callerId,
          message: input.message,
          at,
          confirmed: true,
        });
      case 'correction': {
        const who = { interactionId: draftId, callerId };
        const typed = { ...input.typed, confirmed: true };
        const done = await correctReading({ db, clock }, typed, BigInt(input.readingId), who);
        if (done.kind === 'draft') return done;
        return { kind: 'score', score: await loadScore(db, done.readingId), message: null };
      }
    }
  }

  async function store(
    typed: TypedScore,
    who: Submitter,
    { at, confirmed }: { at: Date; confirmed: boolean },
  ): Promise<Outcome> {
    const submission = readSubmission(typed, at);
    return lookingAgain(async (isLast) => {
      const known = await findVideo(db, who, submission);
      const reading = await estimateReading(db, submission, known, who, at);
      if (!confirmed) {
        const improbable = improbabilities(typed, submission, reading.estimate);
        if (improbable.length > 0) {
          const guildId = who.guildId === null ? null : String(who.guildId);
          return keepDraft(db, { kind: 'score', typed, guildId }, improbable, who, at);
        }
      }
      const kept = isLast ? { ...reading, tipTurn: null } : reading;
      await writeOnce(rowsOf(submission, known.video, who, at, kept), who.interactionId);
      return { kind: 'score', score: reading.score, message: null };
    });
  }

  /**
   * Does it again where another submission of the creator's was faster, with the same video or the
   * same turn for a tip. The last time goes without a turn: the reading is worth more than that.
   */
  async function lookingAgain<T>(work: (isLast: boolean) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === ATTEMPTS;
      try {
        return await work(isLast);
      } catch (error) {
        if (!isOvertaken(error) || isLast) throw error;
      }
    }
  }

  /**
   * Writes a reading. Its id makes it safe to send again what was never confirmed.
   *
   * @throws Refusal if another interaction's work has stored it already.
   */
  async function writeOnce(rows: readonly Write[], readingId: bigint): Promise<void> {
    const until = performance.now() + CONFIRMATION_PATIENCE;
    for (let unconfirmed = false; ; unconfirmed = true) {
      try {
        await db.writeTogether(rows);
        return;
      } catch (error) {
        if (databaseFailure(error) === 'conflict') {
          const isThere = await isStored(readingId).catch((lost: unknown) => {
            throw unconfirmed ? new Unconfirmed(lost) : lost;
          });
          if (isThere && unconfirmed) return;
          if (isThere) throw new Refusal({ kind: 'stored already' });
        }
        const again = unconfirmed
          ? databaseFailure(error) === 'unavailable'
          : error instanceof Unconfirmed;
        if (!again) throw error;
        if (performance.now() > until) throw new Unconfirmed(error);
      }
      await setTimeout(CONFIRMATION_PAUSE);
    }
  }

  async function storeTruth(
    typed: TypedTruth,
    readingId: bigint,
    who: TruthTeller,
  ): Promise<Outcome> {
    return lookingAgain((isLast) => tryTruth(typed, readingId, who, isLast));
  }

  async function tryTruth(
    typed: TypedTruth,
    readingId: bigint,
    who: TruthTeller,
    isLast: boolean,
  ): Promise<Outcome> {
    const row = await db.prisma.reading.findUnique({
      where: { id: readingId },
      include: { video: true },
    });
    if (row === null) throw new Refusal({ kind: 'reading gone' });
    if (row.creatorId !== who.callerId) throw new Refusal({ kind: 'only the author' });
    const isOld = who.at.getTime() - row.takenAt.getTime() > COUNTS_FRESH_FOR;
    const { saves, counts } = readTruth(typed, countsOf(row), isOld);

    const { video } = row;
    const submission: Submission = {
      counts,
      saves,
      newFollowers: null,
      link: linkOf(row.link),
      title: row.title,
      posted: row.posted,
      category: row.category,
      duration: null,
      watchTime: typed.counts === null ? row.watchTime : null,
      trying: typed.counts === null ? row.trying : null,
      private: row.private,
    };
    const submitter: Submitter = {
      interactionId: who.interactionId,
      creatorId: who.callerId,
      guildId: row.guildId,
    };
    const known: KnownVideo = {
      ...video,
      ...(await shownBefore(db, { ...row, id: who.interactionId }, video)),
    };
    const anew =
      typed.counts === null
        ? null
        : await estimateReading(
            db,
            submission,
            {
              video: known,
              mayHaveTruths: true,
              lastTip: await lastTip(db, who.callerId),
              accounts: await accountsOf(db, who.callerId),
            },
            submitter,
            who.at,
          );
    const estimate = anew?.estimate ?? (await loadScore(db, readingId)).estimate;
    if (!who.confirmed) {
      const improbable =
        anew === null || typed.counts === null
          ? improbableTruth(saves.value, estimate)
          : improbabilities(typed.counts, submission, anew.estimate);
      if (improbable.length > 0) {
        const input = { kind: 'truth', readingId: String(readingId), typed, message: who.message };
        return keepDraft(db, draftInput.parse(input), improbable, submitter, who.at);
      }
    }
    if (anew !== null) {
      const kept = isLast ? { ...anew, tipTurn: null } : anew;
      await writeOnce(rowsOf(submission, known, submitter, who.at, kept), who.interactionId);
      return { kind: 'score', score: anew.score, message: who.message };
    }
    const told = {
      guildId: row.private ? null : row.guildId,
      saves: saves.value,
      savesStep: saves.step,
      ...missOf(estimate, Number(saves.value)),
      toldAt: who.at,
      toldBy: who.interactionId,
    };
    try {
      await db.prisma.trueSave.upsert({
        where: { readingId },
        create: { readingId, creatorId: who.callerId, handle: video.handle ?? '', ...told },
        update: told,
      });
    } catch (error) {
      throw db.provider === 'postgresql' && wasSent(error) ? new Unconfirmed(error) : error;
    }
    return { kind: 'score', score: await loadScore(db, readingId), message: who.message };
  }

  /** Whether an interaction has stored something: a reading of its own, or a truth of another. */
  async function isStored(interactionId: bigint): Promise<boolean> {
    const reading = await db.prisma.reading.count({ where: { id: interactionId } });
    return (
      reading > 0 || (await db.prisma.trueSave.count({ where: { toldBy: interactionId } })) > 0
    );
  }
}

function snowflake(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
