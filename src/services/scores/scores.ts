import { isOvertaken } from '../../db/errors.js';
import type { ShownCount } from '../../lib/count-names.js';
import type { ServiceContext } from '../context.js';
import type { Category } from '../estimate/estimate.js';
import { type NamedTurn, namedTurns } from '../insights/named-turns.js';
import { sharedIn } from '../readings/told-in-server.js';
import { Refusal } from '../refusal.js';
import { wantedIn } from '../settings.js';
import { lastTip } from '../tips/turns.js';
import { knownAccounts, tellAccount } from './accounts.js';
import { chooseCategory } from './chosen-category.js';
import { doubtsAsUnreadable } from './count-input.js';
import { type Described, describeReading, type TypedDescription } from './describe.js';
import { askedFirst, type Chosen, type Doubt } from './doubts.js';
import { type DraftInput, draftInput } from './draft-input.js';
import { type Drafted, keepDraft } from './drafts.js';
import { improbabilities, questionsOf } from './improbable.js';
import { namesakesOf } from './namesakes.js';
import type { MessagePlace, Outcome, TruthTeller } from './outcome.js';
import { overTime } from './over-time.js';
import { accountsOf } from './pool.js';
import { estimateReading, rowsOf } from './readings.js';
import type { Score } from './score.js';
import type { ShortLinks } from './short-links.js';
import { isShown } from './shown.js';
import { categoryFromLastVideo, linkOf, loadScore } from './stored-score.js';
import { readSubmission, type Submission, type Submitter } from './submission.js';
import { keepTruth } from './tell-truth.js';
import { type ToldAsTyped, toldAsTyped } from './told.js';
import { readTruth, type TypedTruth } from './truth.js';
import type { TypedScore } from './typed-score.js';
import { usualCounts } from './usual-counts.js';
import { countsOf, findVideo, type KnownVideo, shownBefore } from './videos.js';
import { setPrivate } from './visibility.js';
import { withVideos } from './with-videos.js';
import { writeOnce } from './write-once.js';

/** A truth told later than this after its reading comes with new counts, in milliseconds. */
export const COUNTS_FRESH_FOR = 24 * 3_600_000;

/** Two submissions of one creator in the same moment: one has to look again. */
const ATTEMPTS = 3;

/** With `shortLinks` TikTok is asked where short links lead; without they stay what they are. */
export interface ScoresContext extends ServiceContext {
  readonly shortLinks?: ShortLinks | undefined;
}

export type Scores = ReturnType<typeof createScores>;

/** As of when a submission is stored, and what is known of how it came. */
interface HowStored {
  readonly at: Date;
  /** Whether its author has said that it is right although it is hardly true. */
  readonly confirmed: boolean;
  readonly chosen?: Chosen | undefined;
  /** What of it a picture shows. */
  readonly shown?: readonly ShownCount[] | undefined;
}

/** Scoring videos, keeping their readings, and learning how many people really saved them. */
export function createScores(context: ScoresContext) {
  const { db, clock, shortLinks } = context;
  /**
   * Scores one video and stores the reading.
   *
   * @throws Refusal if something typed can't be read or can't be true; then nothing is stored.
   */
  async function submit(typed: TypedScore, who: Submitter): Promise<Outcome> {
    return store(typed, who, { at: clock(), confirmed: false });
  }

  /**
   * Tells how many people really saved a video, and counts again where the reading is old.
   *
   * @throws Refusal if the reading has gone, is another member's, or the truth can't be true.
   */
  async function addTruth(
    typed: TypedTruth,
    readingId: bigint,
    who: {
      interactionId: bigint;
      callerId: bigint;
      message: MessagePlace | null;
      language?: string;
    },
  ): Promise<Outcome> {
    const { language } = who;
    return storeTruth(typed, readingId, { ...who, language, at: clock(), confirmed: false });
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
    const isHere = score.guildId === viewer.guildId;
    // In the bot's conversation with somebody nobody else looks.
    const mayBeShown = ownerLooks ? isHere || viewer.guildId === null : isHere && isShared;
    if (!mayBeShown) throw new Refusal({ kind: 'reading gone' });
    return score;
  }

  /** The caller's own experiments that fit what was typed: see `namedTurns`. */
  function experiments(creatorId: bigint, typed: string): Promise<NamedTurn[]> {
    return namedTurns(db, creatorId, typed, clock());
  }

  /** Says what a stored reading's video is for: see `chooseCategory`. */
  function categorise(category: Category, readingId: bigint, callerId: bigint): Promise<Score> {
    return chooseCategory(context, category, readingId, callerId);
  }

  /** The caller's TikTok accounts that are known by a link. */
  function accounts(creatorId: bigint): Promise<string[]> {
    return knownAccounts(db, creatorId);
  }

  /** Says of which account a reading's video is: see `tellAccount`. */
  function nameAccount(readingId: bigint, handle: string, callerId: bigint): Promise<Score> {
    return tellAccount(db, readingId, handle, callerId);
  }

  /** Tells of a stored reading what was left out or wrong: see `describeReading`. */
  function describe(
    typed: TypedDescription,
    readingId: bigint,
    who: { interactionId: bigint; callerId: bigint; language?: string },
  ): Promise<Described> {
    return describeReading(context, typed, readingId, who);
  }

  /** What the caller told of a stored reading: see `toldAsTyped`. */
  function told(readingId: bigint, callerId: bigint, language: string): Promise<ToldAsTyped> {
    return toldAsTyped(db, readingId, callerId, language);
  }

  /** Says who sees a stored reading: see `setPrivate`. */
  function show(isPrivate: boolean, readingId: bigint, callerId: bigint): Promise<Score> {
    return setPrivate(context, isPrivate, readingId, callerId);
  }

  return {
    ...{ submit, addTruth, find, store, storeTruth },
    ...{ categorise, experiments, accounts, nameAccount, told, describe, show },
  };

  /** Stores what was typed, at another moment than now, or although it is doubtful: a draft's way in. */
  async function store(
    typed: TypedScore,
    who: Submitter,
    { at, confirmed, chosen, shown }: HowStored,
  ): Promise<Outcome> {
    const { language } = who;
    const read = readSubmission(typed, at, { language, chosen });
    const guildId = who.guildId === null ? null : String(who.guildId);
    const input = draftInput.parse({ kind: 'score', typed, guildId, language, chosen, shown });
    if (read.doubts !== null) return askWhich(read.doubts, input, who, at);
    const full = await withFullLink(read.submission);
    const submission = { ...full, shown: isShown(shown) };
    return lookingAgain(async (isLast) => {
      const known = await findVideo(db, who, submission, meantBy(chosen));
      if (known.video === null && chosen?.title === undefined) {
        const namesakes = await namesakesOf(db, who.creatorId, submission);
        if (namesakes.length > 0) {
          const doubt: Doubt = { option: 'title', typed: typed.title ?? '', namesakes };
          return askWhich([doubt], input, who, at);
        }
      }
      const reading = await estimateReading(db, submission, known, who, at);
      if (!confirmed) {
        const context = {
          ...{ estimate: reading.estimate, usual: known.usual, language },
          isYoung: reading.score.verdict === 'too_early',
        };
        const questions = improbabilities(typed, submission, context, chosen);
        if (questions !== null) return keepDraft(db, input, questions, who, at);
      }
      const kept = isLast ? { ...reading, tipTurn: null } : reading;
      await writeOnce(db, rowsOf(submission, known.video, who, at, kept), who.interactionId);
      const score = known.mayCompare ? await besideOthers(reading.score) : reading.score;
      return { kind: 'score', score, message: null };
    });
  }

  /** Where the link is a short one: the post it leads to, if TikTok is asked and says so. */
  async function withFullLink(submission: Submission): Promise<Submission> {
    const { link } = submission;
    if (link?.shortCode == null || shortLinks === undefined) return submission;
    const full = await shortLinks.resolve(link);
    return full === null ? submission : { ...submission, link: full, shortLink: link };
  }

  /** @throws Refusal where there are more ways to read it than can be offered. */
  async function askWhich(
    doubts: readonly Doubt[],
    input: DraftInput,
    who: Submitter,
    at: Date,
  ): Promise<Drafted> {
    const asked = askedFirst(doubts);
    if (asked.choices.length === 0) {
      const corrected = input.kind === 'score' ? input.typed : null;
      const unreadable = doubtsAsUnreadable(doubts);
      throw new Refusal({ kind: 'input', unreadable, impossible: [], corrected });
    }
    return keepDraft(db, input, { improbable: [], ...asked }, who, at);
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

  /** A second reading says how the video stands at its age. */
  async function besideOthers(score: Score): Promise<Score> {
    const { readingId: id, creatorId, posted, previous, takenAt } = score;
    const reading = { id, creatorId, posted, previous, server: sharedIn(score) };
    return { ...score, ...(await overTime(db, reading, takenAt)) };
  }

  /** As `store`, for a true count. */
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
    const [row] = await withVideos(() =>
      db.prisma.reading.findMany({ where: { id: readingId }, include: { video: true } }),
    );
    if (row === undefined) throw new Refusal({ kind: 'reading gone' });
    if (row.creatorId !== who.callerId) throw new Refusal({ kind: 'only the author' });
    const isOld = who.at.getTime() - row.takenAt.getTime() > COUNTS_FRESH_FOR;
    const { language, chosen, shown } = who;
    const input = draftInput.parse({
      ...{ kind: 'truth', readingId: String(readingId), typed, message: who.message },
      ...{ language, chosen, shown },
    });
    const submitter: Submitter = {
      interactionId: who.interactionId,
      creatorId: who.callerId,
      guildId: row.guildId,
    };
    const corrected = sentAgain(typed, row);
    const read = readTruth(typed, countsOf(row), isOld, { language, chosen }, corrected);
    if (read.doubts !== null) return askWhich(read.doubts, input, submitter, who.at);
    const { saves, counts } = read;

    if (typed.counts === null) {
      const questions = questionsOf(await keepTruth(db, typed, readingId, who));
      if (questions !== null) return keepDraft(db, input, questions, submitter, who.at);
      return { kind: 'score', score: await loadScore(db, readingId), message: who.message };
    }
    const submission: Submission = {
      counts,
      saves,
      newFollowers: null,
      link: linkOf(row.link),
      title: row.title,
      posted: row.posted,
      category: row.category,
      duration: null,
      watchTime: null,
      trying: null,
      private: row.private,
      shown: isShown(shown),
    };
    const video: KnownVideo = {
      ...row.video,
      ...(await shownBefore(db, { ...row, id: who.interactionId }, row.video)),
    };
    const known = {
      video,
      mayHaveTruths: true,
      lastTip: await lastTip(db, who.callerId),
      lastCategory: await categoryFromLastVideo(db, readingId),
      accounts: await accountsOf(db, who.callerId),
      wanted: await wantedIn(db, sharedIn(row)),
    };
    const anew = await estimateReading(db, submission, known, submitter, who.at);
    if (!who.confirmed) {
      const context = {
        estimate: anew.estimate,
        usual: await usualCounts(db, who.callerId, who.interactionId),
        isYoung: anew.score.verdict === 'too_early',
        language,
      };
      const questions = improbabilities(typed.counts, submission, context, chosen);
      if (questions !== null) return keepDraft(db, input, questions, submitter, who.at);
    }
    const kept = isLast ? { ...anew, tipTurn: null } : anew;
    await writeOnce(db, rowsOf(submission, video, submitter, who.at, kept), who.interactionId);
    return { kind: 'score', score: await besideOthers(anew.score), message: who.message };
  }
}

/** The known video that its creator said it is; null where they didn't, or said that it is new. */
function meantBy(chosen: Chosen | undefined): bigint | null {
  const said = chosen?.title;
  return said === undefined || !/^\d{1,19}$/.test(said) ? null : BigInt(said);
}

/**
 * Refused counts of a video as a command: a form has closed, and whoever opens it again finds the
 * counts of before. Null where no link would tell which video it is.
 */
function sentAgain(
  { counts, saves }: TypedTruth,
  row: { readonly link: string | null; readonly private: boolean },
): TypedScore | null {
  if (counts === null || row.link === null) return null;
  return {
    ...counts,
    ...(saves.trim() !== '' && { saves }),
    link: row.link,
    ...(row.private && { private: true }),
  };
}
