import { randomBytes } from 'node:crypto';
import { Prisma } from '../../db/generated/sqlite/client.js';
import { createGathering } from '../../lib/gather.js';
import type { ServiceContext } from '../context.js';
import { type ClaimedDigest, readClaimed } from './claimed.js';
import type { DigestContent, DigestRequest } from './content-port.js';
import { createDueDigests, type OnUnreadable } from './due.js';
import { type DigestReason, UNREADABLE } from './reason.js';
import { forgetNotes, notAgreeing, noteAgain } from './redaction.js';
import { DIGEST_TIMING, pauseAfter } from './timing.js';
import { createDigestWatch } from './watch.js';

export type { ClaimedDigest } from './claimed.js';

/** Milliseconds in which changes are gathered: several digests on their way share one wait for the disk. */
const GATHERED_FOR = 100;

/** Milliseconds for those changes: for their turn to begin, and for all of them. */
const PATIENCE = { maxWait: 5_000, timeout: 10_000 };

export type DigestQueue = ReturnType<typeof createDigestQueue>;

/**
 * The digests that are due, as rows that several processes take from. Whoever claims one holds it
 * for a minute; every later write says which claim it comes from, and does nothing if another has
 * been made since.
 */
export function createDigestQueue({ db, clock }: ServiceContext, gatheredFor = GATHERED_FOR) {
  const { prisma } = db;
  const watch = createDigestWatch({ db, clock });
  const change = createGathering(gatheredFor, changeAll);
  // PostgreSQL's processes take different rows instead of waiting for each other.
  const skipLocked =
    db.provider === 'postgresql' ? Prisma.sql`FOR UPDATE SKIP LOCKED` : Prisma.empty;

  /** Takes up to so many digests that nobody holds and whose time has come. */
  async function claim(
    most: number,
    onUnreadable: OnUnreadable = () => undefined,
  ): Promise<ClaimedDigest[]> {
    const now = clock();
    const waiting = { nextTryAt: { lte: now } };
    // Looking costs nothing; an UPDATE holds the embedded database even if there is nothing to do.
    if ((await prisma.digest.findFirst({ where: waiting, select: { id: true } })) === null) {
      await watch.look();
      return [];
    }
    const word = randomBytes(9).toString('base64url');
    const until = new Date(now.getTime() + DIGEST_TIMING.lease);
    await prisma.$executeRaw`
      UPDATE "Digest" SET "claim" = ${word}, "nextTryAt" = ${until}
      WHERE "id" IN (
        SELECT "id" FROM "Digest" WHERE "nextTryAt" <= ${now}
        ORDER BY "nextTryAt" LIMIT ${most} ${skipLocked}
      )`;
    const { rows, unreadable } = await readClaimed(prisma, word, until);
    for (const { key, error } of unreadable) {
      onUnreadable(key, error);
      await prisma.digest.updateMany({ where: { id: key.id }, data: parked(UNREADABLE, error) });
    }
    // After the claim: what is brought back from a backup later is nobody's.
    const lookUntil = await watch.look();
    return rows.map((row) => ({ ...row, mayBeThere: row.request.week.to <= lookUntil }));
  }

  /** Whether a digest is still this process's: asked of the database, where no clock is wrong. */
  async function isOurs({ id, claim: word }: ClaimedDigest): Promise<boolean> {
    const where = { id, claim: word, state: 'sending' as const };
    return (await prisma.digest.findFirst({ where, select: { id: true } })) !== null;
  }

  /**
   * Fixes what is sent and that it may be with Discord from now on, and prolongs the claim. False if
   * nothing must be sent: the claim is no longer good, or somebody who is shown took the agreement
   * back since it was composed; then it is put back, and soon composed anew.
   *
   * @param shown who is shown by name.
   */
  function beginSending(
    digest: ClaimedDigest,
    content: DigestContent,
    shown: readonly bigint[],
  ): Promise<boolean> {
    const now = clock();
    const { doubtSince } = digest;
    return change({
      digest,
      data: {
        state: 'sending',
        // What may be with Discord is kept already, and may have lost somebody's parts meanwhile.
        ...(doubtSince === null && { content: asJson(content) }),
        doubtSince: doubtSince ?? now,
        nextTryAt: new Date(now.getTime() + DIGEST_TIMING.lease),
      },
      isSettled: false,
      shows: {
        members: shown,
        otherwise: {
          ...(doubtSince === null && { state: 'due', content: Prisma.DbNull }),
          ...{ claim: null, doubtSince, nextTryAt: new Date(now.getTime() + DIGEST_TIMING.anew) },
        },
      },
    });
  }

  /** It is in its channel. */
  function posted(digest: ClaimedDigest, messageId: bigint, at: Date): Promise<boolean> {
    return settle(digest, {
      state: 'posted',
      messageId,
      postedAt: at,
      doubtSince: null,
      reason: Prisma.DbNull,
      lastError: null,
    });
  }

  /** It won't be posted. */
  function skip(digest: ClaimedDigest, reason: DigestReason): Promise<boolean> {
    return settle(digest, { state: 'skipped', reason, doubtSince: null });
  }

  /**
   * It waits for somebody to mend something, and is looked at again every hour.
   *
   * @param doubtSince as it stands now.
   */
  function park(
    digest: ClaimedDigest,
    reason: DigestReason,
    doubtSince: Date | null,
    trouble: string | null = null,
  ): Promise<boolean> {
    return write(digest, { ...parked(reason, trouble), doubtSince });
  }

  /**
   * Its channel is gone, and with it whatever may have been posted there. It goes to the channel that
   * the schedule names by now; where that is the same one, it waits until another is named.
   *
   * @returns whether there is another one.
   */
  async function channelGone(digest: ClaimedDigest, trouble: string | null): Promise<boolean> {
    const reason: DigestReason = { kind: 'no such channel' };
    // Settled first: a change of the schedule that comes after this takes the digest along.
    const isOurs = await write(digest, {
      ...parked(reason, trouble),
      ...{ doubtSince: null, content: Prisma.DbNull },
    });
    if (!isOurs) return false;
    const { guildId } = digest.request;
    const schedule = await prisma.digestSchedule.findFirst({
      where: { guildId, nextDueAt: { not: null } },
      select: { channelId: true },
    });
    if (schedule === null || schedule.channelId === digest.channelId) return false;
    const { count } = await prisma.digest.updateMany({
      where: { id: digest.id, state: 'parked', claim: null, channelId: digest.channelId },
      data: {
        ...{ channelId: schedule.channelId, state: 'due', nextTryAt: clock() },
        ...{ attempts: 0, reason: Prisma.DbNull, lastError: null },
      },
    });
    return count > 0;
  }

  /**
   * It is tried again after a pause that grows with every try; after the last one it is parked.
   *
   * @param doubtSince as it stands now.
   * @param atLeast milliseconds that Discord wants to be left alone.
   */
  async function tryAgain(
    digest: ClaimedDigest,
    reason: Extract<DigestReason, { kind: 'discord failing' | 'fault' }>,
    doubtSince: Date | null,
    trouble: string,
    atLeast = 0,
  ): Promise<'again' | 'parked'> {
    const attempts = digest.attempts + 1;
    const pause = pauseAfter(attempts);
    if (pause === null) {
      await park(digest, reason, doubtSince, trouble);
      return 'parked';
    }
    await write(digest, {
      claim: null,
      state: doubtSince === null ? 'due' : 'sending',
      doubtSince,
      attempts,
      lastError: trouble,
      nextTryAt: new Date(clock().getTime() + Math.max(pause, atLeast)),
    });
    return 'again';
  }

  /**
   * Keeps a chart that was drawn ahead until its digest is settled; not if the digest was taken up,
   * changed or turned off meanwhile, since then nobody would come to delete it.
   */
  async function keepChart(
    { guildId, week }: DigestRequest,
    key: string,
    chart: Uint8Array,
  ): Promise<void> {
    const image = new Uint8Array(chart);
    await prisma.$transaction(async (tx) => {
      // Holds the row: whoever takes the digest up comes before or after.
      const { count } = await tx.digestSchedule.updateMany({
        where: { guildId, nextDueAt: week.to },
        data: { version: { increment: 0 } },
      });
      if (count === 0) return;
      await tx.digestChart.upsert({
        where: { guildId },
        create: { guildId, key, image },
        update: { key, image },
      });
    });
  }

  /** The chart drawn ahead for a server's next digest, if it was drawn from the same. */
  async function chartAhead(guildId: bigint, key: string): Promise<Uint8Array | null> {
    const row = await prisma.digestChart.findUnique({ where: { guildId, key } });
    return row?.image ?? null;
  }

  return {
    ...createDueDigests({ db, clock }),
    ...{ claim, isOurs, beginSending, posted, skip, park, channelGone, tryAgain },
    ...{ keepChart, chartAhead },
  };

  function parked(reason: DigestReason, trouble: unknown) {
    return {
      ...{ claim: null, state: 'parked' as const, reason },
      lastError: trouble === null ? null : String(trouble),
      nextTryAt: new Date(clock().getTime() + DIGEST_TIMING.parkedPause),
    };
  }

  /** Nobody has to take it up any more, and its chart, which shows what members did, isn't kept. */
  function settle(
    digest: ClaimedDigest,
    data: Prisma.DigestUpdateManyMutationInput,
  ): Promise<boolean> {
    return change({ digest, data: { ...data, claim: null, nextTryAt: null }, isSettled: true });
  }

  function write(
    digest: ClaimedDigest,
    data: Prisma.DigestUpdateManyMutationInput,
  ): Promise<boolean> {
    return change({ digest, data, isSettled: false });
  }

  /**
   * In one transaction: making it durable is what a write costs. Statement by statement: Prisma keeps
   * a plan for each list of statements that it hasn't seen before. Says of each whether it was ours.
   */
  async function changeAll(changes: readonly Change[]): Promise<boolean[]> {
    const settled = changes.flatMap(({ digest, isSettled }) =>
      isSettled ? [digest.request.guildId] : [],
    );
    return prisma.$transaction(async (tx) => {
      const were: boolean[] = [];
      for (const { digest, data, shows } of changes) {
        const where = { id: digest.id, claim: digest.claim };
        const { count } = await tx.digest.updateMany({ where, data });
        const isOurs = count > 0;
        // Asked while the row is held: whoever takes it back later finds what to take out of.
        const goesBack =
          isOurs && shows !== undefined && !(await mayShow(tx, digest, shows.members));
        if (goesBack) await tx.digest.updateMany({ where, data: shows.otherwise });
        were.push(isOurs && !goesBack);
      }
      if (settled.length > 0)
        await tx.digestChart.deleteMany({ where: { guildId: { in: settled } } });
      return were;
    }, PATIENCE);
  }
}

/** Whether all of these agree to be shown in the digest's server; then each of them is noted. */
async function mayShow(
  tx: Prisma.TransactionClient,
  { request, doubtSince }: ClaimedDigest,
  members: readonly bigint[],
): Promise<boolean> {
  if (members.length === 0) return true;
  const others = await notAgreeing(tx, request.guildId, members);
  // What is kept already still has their parts: by these notes they are taken out.
  if (doubtSince === null) {
    if (others.length > 0) await forgetNotes(tx, request, others);
    else await noteAgain(tx, request, members);
  }
  return others.length === 0;
}

/** What becomes of a digest, if the claim is still good. */
interface Change {
  readonly digest: ClaimedDigest;
  readonly data: Prisma.DigestUpdateManyMutationInput;
  /** Who has to agree to it still, and what becomes of it where somebody doesn't. */
  readonly shows?: {
    readonly members: readonly bigint[];
    readonly otherwise: Prisma.DigestUpdateManyMutationInput;
  };
  /** Whether its chart isn't needed any more. */
  readonly isSettled: boolean;
}

/** Plain JSON by contract, which an interface can't say. */
function asJson(content: DigestContent): Prisma.InputJsonObject {
  return content as DigestContent & Prisma.InputJsonObject;
}
