import { randomBytes } from 'node:crypto';
import { Prisma } from '../../db/generated/sqlite/client.js';
import type { Transaction } from '../../db/transaction.js';
import { createGathering } from '../../lib/gather.js';
import type { ServiceContext } from '../context.js';
import { isAnyDue } from './any-due.js';
import { POSTING_TIMING, pauseAfter } from './timing.js';
import { createPostingWatch, type PostingWatch } from './watch.js';

/** Milliseconds in which changes are gathered: several posts on their way share one wait for the disk. */
const GATHERED_FOR = 100;

/** What the queues of one process have in common. */
export interface Posting {
  readonly watch?: PostingWatch;
  /** Milliseconds in which changes are gathered. */
  readonly gatheredFor?: number;
}

/** Milliseconds for those changes: for their turn to begin, and for all of them. */
const PATIENCE = { maxWait: 5_000, timeout: 10_000 };

/** A post that this process holds for now. */
export interface ClaimedPost {
  readonly id: bigint;
  /** The word of this claim. */
  readonly claim: string;
  readonly attempts: number;
  /** As stored; null until it was composed, undefined if what is stored can't be read. */
  readonly content: unknown;
  /** When the first sending began that may have reached Discord; null if none may. */
  readonly doubtSince: Date | null;
}

/** What stands of a post's way in its row, whichever table that is in. */
export interface PostChange {
  readonly state?: 'due' | 'sending' | 'posted' | 'skipped' | 'parked';
  readonly nextTryAt?: Date | null;
  readonly claim?: null;
  readonly attempts?: number;
  readonly doubtSince?: Date | null;
  readonly reason?: Prisma.InputJsonObject | typeof Prisma.DbNull;
  readonly lastError?: string | null;
  readonly content?: Prisma.InputJsonObject | typeof Prisma.DbNull;
  readonly messageId?: bigint;
  readonly postedAt?: Date;
}

/** Which posts a change is for: of a claim, or of none. */
export interface PostKey {
  readonly id: bigint;
  readonly claim?: string;
}

/** A table of posts: what differs between them. */
export interface PostTable<P extends ClaimedPost, K extends { readonly id: bigint }> {
  readonly name: 'Digest' | 'Letter' | 'Notice';
  /** What stands in for a reason that can't be read. */
  readonly unreadable: Prisma.InputJsonObject;
  dueAt(post: P): Date;
  /**
   * The posts of one claim, those due first before the others.
   *
   * @param until its end, as the rows have it.
   */
  readClaimed(
    word: string,
    until: Date,
  ): Promise<{
    readonly rows: readonly P[];
    readonly unreadable: readonly { readonly key: K; readonly error: unknown }[];
  }>;
  /** @returns how many rows that were. */
  change(tx: Transaction, key: PostKey, data: PostChange): Promise<number>;
  /** What goes with posts that nobody has to take up any more. */
  settled(tx: Transaction, posts: readonly P[]): Promise<unknown>;
}

/** Whether it may be with Discord though no row says so: from before a backup was restored. */
export type MayBeThere<P> = P & { readonly mayBeThere: boolean };

/** What the runner does with claimed posts; what it is told of each is its own. */
export interface PostQueue<P extends ClaimedPost, R> {
  isOurs(post: P): Promise<boolean>;
  posted(post: P, messageId: bigint, at: Date): Promise<boolean>;
  skip(post: P, reason: R): Promise<boolean>;
  park(post: P, reason: R, doubtSince: Date | null, trouble?: string | null): Promise<boolean>;
  tryAgain(
    post: P,
    reason: R,
    doubtSince: Date | null,
    trouble: string,
    atLeast?: number,
  ): Promise<'again' | 'parked'>;
}

/**
 * Posts that are due, as rows that several processes take from. Whoever claims one holds it for a
 * minute; every later write says which claim it comes from, and does nothing if another has been
 * made since.
 */
export function createPostQueue<
  P extends ClaimedPost,
  K extends { readonly id: bigint },
  R extends Prisma.InputJsonObject,
>(
  { db, clock }: ServiceContext,
  table: PostTable<P, K>,
  { gatheredFor = GATHERED_FOR, watch = createPostingWatch({ db, clock }) }: Posting = {},
) {
  const { prisma } = db;
  const change = createGathering(gatheredFor, changeAll);
  const rows = Prisma.raw(`"${table.name}"`);
  // PostgreSQL's processes take different rows instead of waiting for each other.
  const skipLocked =
    db.provider === 'postgresql' ? Prisma.sql`FOR UPDATE SKIP LOCKED` : Prisma.empty;

  /**
   * Takes up to so many posts that nobody holds and whose time has come.
   *
   * @param onUnreadable hears of rows that hold what can't be, and are parked so that nobody waits.
   */
  async function claim(
    most: number,
    onUnreadable: (key: K, error: unknown) => void = () => undefined,
  ): Promise<MayBeThere<P>[]> {
    const now = clock();
    // Looking costs nothing; an UPDATE holds the embedded database even if there is nothing to do.
    if (!(await isAnyDue(db, [table.name, 'nextTryAt'], now))) {
      await watch.look();
      return [];
    }
    const word = randomBytes(9).toString('base64url');
    const until = new Date(now.getTime() + POSTING_TIMING.lease);
    await prisma.$executeRaw`
      UPDATE ${rows} SET "claim" = ${word}, "nextTryAt" = ${until}
      WHERE "id" IN (
        SELECT "id" FROM ${rows} WHERE "nextTryAt" <= ${now}
        ORDER BY "nextTryAt" LIMIT ${most} ${skipLocked}
      )`;
    const read = await table.readClaimed(word, until);
    for (const { key, error } of read.unreadable) {
      onUnreadable(key, error);
      await table.change(prisma, { id: key.id }, parked(table.unreadable, error));
    }
    // After the claim: what is brought back from a backup later is nobody's.
    const lookUntil = await watch.look();
    return read.rows.map((row) => ({ ...row, mayBeThere: table.dueAt(row) <= lookUntil }));
  }

  /** Whether a post is still this process's: asked of the database, where no clock is wrong. */
  async function isOurs({ id, claim: word }: P): Promise<boolean> {
    const found = await prisma.$queryRaw<unknown[]>`
      SELECT "id" FROM ${rows}
      WHERE "id" = ${id} AND "claim" = ${word} AND CAST("state" AS TEXT) = 'sending'`;
    return found.length > 0;
  }

  /**
   * Fixes what is sent and that it may be with Discord from now on, and prolongs the claim. False if
   * nothing must be sent: the claim is no longer good, or it may not go as it is any more; then it is
   * put back, and soon composed anew.
   *
   * @param mayGo asked while the row is held: whoever takes something back later comes after it.
   */
  function beginSending(
    post: P,
    content: Prisma.InputJsonObject,
    mayGo: (tx: Transaction) => Promise<boolean>,
  ): Promise<boolean> {
    const now = clock();
    const { doubtSince } = post;
    return change({
      post,
      data: {
        state: 'sending',
        // What may be with Discord is kept already, and may have lost somebody's parts meanwhile.
        ...(doubtSince === null && { content }),
        doubtSince: doubtSince ?? now,
        nextTryAt: new Date(now.getTime() + POSTING_TIMING.lease),
      },
      isSettled: false,
      unless: {
        mayGo,
        otherwise: {
          ...(doubtSince === null && { state: 'due' as const, content: Prisma.DbNull }),
          ...{ claim: null, doubtSince },
          nextTryAt: new Date(now.getTime() + POSTING_TIMING.anew),
        },
      },
    });
  }

  /** It is where it belongs. */
  function posted(post: P, messageId: bigint, at: Date): Promise<boolean> {
    return settle(post, {
      ...{ state: 'posted', messageId, postedAt: at, doubtSince: null },
      ...{ reason: Prisma.DbNull, lastError: null },
    });
  }

  /** It won't be posted. */
  function skip(post: P, reason: R): Promise<boolean> {
    return settle(post, { state: 'skipped', reason, doubtSince: null });
  }

  /**
   * It waits for somebody to mend something, and is looked at again every hour.
   *
   * @param doubtSince as it stands now.
   */
  function park(
    post: P,
    reason: R,
    doubtSince: Date | null,
    trouble: string | null = null,
  ): Promise<boolean> {
    return write(post, { ...parked(reason, trouble), doubtSince });
  }

  /**
   * It is tried again after a pause that grows with every try; after the last one it is parked.
   *
   * @param doubtSince as it stands now.
   * @param atLeast milliseconds that Discord wants to be left alone.
   */
  async function tryAgain(
    post: P,
    reason: R,
    doubtSince: Date | null,
    trouble: string,
    atLeast = 0,
  ): Promise<'again' | 'parked'> {
    const attempts = post.attempts + 1;
    const pause = pauseAfter(attempts);
    if (pause === null) {
      await park(post, reason, doubtSince, trouble);
      return 'parked';
    }
    await write(post, {
      claim: null,
      state: doubtSince === null ? 'due' : 'sending',
      doubtSince,
      attempts,
      lastError: trouble,
      nextTryAt: new Date(clock().getTime() + Math.max(pause, atLeast)),
    });
    return 'again';
  }

  return { claim, isOurs, beginSending, posted, skip, park, tryAgain, write, parked };

  /** What is written of one that waits. */
  function parked(reason: Prisma.InputJsonObject, trouble: unknown) {
    return {
      ...{ claim: null, state: 'parked' as const, reason },
      lastError: trouble === null ? null : String(trouble),
      nextTryAt: new Date(clock().getTime() + POSTING_TIMING.parkedPause),
    };
  }

  /** Nobody has to take it up any more. */
  function settle(post: P, data: PostChange): Promise<boolean> {
    return change({ post, data: { ...data, claim: null, nextTryAt: null }, isSettled: true });
  }

  /** Changes one that is still this claim's; says whether it was. */
  function write(post: P, data: PostChange): Promise<boolean> {
    return change({ post, data, isSettled: false });
  }

  /**
   * In one transaction: making it durable is what a write costs. Statement by statement: Prisma keeps
   * a plan for each list of statements that it hasn't seen before. Says of each whether it was ours.
   */
  async function changeAll(changes: readonly Change<P>[]): Promise<boolean[]> {
    return prisma.$transaction(async (tx) => {
      const were: boolean[] = [];
      const settled: P[] = [];
      for (const { post, data, unless, isSettled } of changes) {
        const key = { id: post.id, claim: post.claim };
        const isOurs = (await table.change(tx, key, data)) > 0;
        const goesBack = isOurs && unless !== undefined && !(await unless.mayGo(tx));
        if (goesBack) await table.change(tx, key, unless.otherwise);
        if (isSettled) settled.push(post);
        were.push(isOurs && !goesBack);
      }
      if (settled.length > 0) await table.settled(tx, settled);
      return were;
    }, PATIENCE);
  }
}

/** What becomes of a post, if the claim is still good. */
interface Change<P extends ClaimedPost> {
  readonly post: P;
  readonly data: PostChange;
  /** Whether nobody has to take it up any more. */
  readonly isSettled: boolean;
  /** What becomes of it instead where it may not go. */
  readonly unless?: {
    readonly mayGo: (tx: Transaction) => Promise<boolean>;
    readonly otherwise: PostChange;
  };
}
