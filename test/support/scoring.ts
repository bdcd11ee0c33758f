import { beforeEach, expect } from 'vitest';
import type { Provider } from '../../src/db/provider.js';
import { createDraftAnswers } from '../../src/services/drafts/draft-answers.js';
import { createGuilds } from '../../src/services/guilds.js';
import { type Reason, Refusal } from '../../src/services/refusal.js';
import type { Outcome } from '../../src/services/scores/outcome.js';
import type { Score } from '../../src/services/scores/score.js';
import { createScores } from '../../src/services/scores/scores.js';
import type { TypedScore } from '../../src/services/scores/typed-score.js';
import { useDatabase } from './databases.js';

const START = new Date('2026-11-23T12:00:00.000Z');
const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Two members and two servers. */
export const ada = 300_000_000_000_000_001n;
export const ben = 300_000_000_000_000_002n;
export const here = 800_000_000_000_000_001n;
export const elsewhere = 800_000_000_000_000_002n;

/** A video of ordinary numbers, as TikTok shows them. */
export const ordinary = {
  views: '541.2K',
  likes: '41.3K',
  comments: '812',
  shares: '2104',
} as const satisfies TypedScore;

/** A link to the n-th video posted so many days before the start of a test. */
export function linkTo(n: number, { days = 30, handle = 'ada.films', kind = 'video' } = {}) {
  return `https://www.tiktok.com/@${handle}/${kind}/${idOf(n, days)}`;
}

/** The id that TikTok would give such a video: its upper half is the second of the upload. */
export function idOf(n: number, days = 30): bigint {
  return (BigInt(START.getTime() / 1000 - days * 86_400) << 32n) + BigInt(n);
}

/** The scores of one database, at a time that stands still until a test moves it. */
export function useScoring(provider: Provider) {
  const database = useDatabase(provider);
  let now = START;
  let made = 0n;
  beforeEach(() => {
    now = START;
  });
  const clock = () => now;
  /** Discord's next id: they grow with time. */
  const nextId = () => {
    made += 1n;
    return (BigInt(now.getTime() - 1_420_070_400_000) << 22n) + made;
  };
  const scores = () => createScores({ db: database.db, clock });
  return {
    get prisma() {
      return database.db.prisma;
    },
    get db() {
      return database.db;
    },
    get url() {
      return database.url;
    },
    get scores() {
      return scores();
    },
    get drafts() {
      return createDraftAnswers({ db: database.db, clock }, scores());
    },
    get guilds() {
      return createGuilds({ db: database.db, clock });
    },
    get now() {
      return now;
    },
    /** Milliseconds since the start. */
    get passed() {
      return now.getTime() - START.getTime();
    },
    pass(milliseconds: number) {
      now = new Date(now.getTime() + milliseconds);
    },
    nextId,
    /** `/score` by Ada in her server, unless said otherwise. */
    submit(
      typed: Partial<TypedScore> = {},
      who: { creatorId?: bigint; guildId?: bigint | null; interactionId?: bigint } = {},
    ): Promise<Outcome> {
      return scores().submit(
        { ...ordinary, ...typed },
        { interactionId: nextId(), creatorId: ada, guildId: here, ...who },
      );
    },
    /** How many rows each table has; what a test expects to be stored, and nothing else. */
    async rows() {
      const { prisma } = database.db;
      return {
        creators: await prisma.creator.count(),
        guilds: await prisma.guild.count(),
        videos: await prisma.video.count(),
        readings: await prisma.reading.count(),
        estimates: await prisma.estimate.count(),
        truths: await prisma.trueSave.count(),
        drafts: await prisma.draft.count(),
      };
    },
  };
}

export const nothing = {
  creators: 0,
  guilds: 0,
  videos: 0,
  readings: 0,
  estimates: 0,
  truths: 0,
  drafts: 0,
};

/** The score of an outcome that has to be one. */
export async function scoreOf(outcome: Promise<Outcome>): Promise<Score> {
  const found = await outcome;
  if (found.kind !== 'score') throw new Error(`A draft: ${JSON.stringify(found.improbable)}`);
  return found.score;
}

/** The id of the draft that an outcome has to be. */
export async function draftOf(outcome: Promise<Outcome>): Promise<bigint> {
  const found = await outcome;
  if (found.kind !== 'draft') throw new Error('It was stored at once.');
  return found.draftId;
}

/** Why a member is told no. */
export async function refusalOf(work: Promise<unknown>): Promise<Reason> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refusal)) throw error ?? new Error('It was not refused.');
  return error.reason;
}

/** The parts of a score that a member sees, whichever way it was come by. */
export function shown({ estimate: { saves, low, high }, ...rest }: Score): object {
  return { ...rest, estimate: { saves, low, high } };
}

/** A score found again has to be the one that was shown. */
export async function expectSame(found: Promise<Score>, score: Score): Promise<void> {
  expect(shown(await found)).toEqual(shown(score));
}

/** A number of saves that nobody doubts. */
export function likely({ estimate }: Score): string {
  return String(Math.round(estimate.saves));
}

/** A number of saves far above the range, but below the views. */
export function unlikely({ estimate }: Score): string {
  return String(Math.round(estimate.high * 5 + 100));
}
