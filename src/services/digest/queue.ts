import { randomBytes } from 'node:crypto';
import { Prisma } from '../../db/generated/sqlite/client.js';
import type { DigestModel } from '../../db/generated/sqlite/models.js';
import { createGathering } from '../../lib/gather.js';
import { nextOccurrence } from '../../lib/weekly.js';
import type { ServiceContext } from '../context.js';
import type { DigestContent, DigestRequest } from './content-port.js';
import { newDigestId } from './ids.js';
import { type DigestReason, readReason } from './reason.js';
import { forgetNotes, notAgreeing, noteAgain } from './redaction.js';
import { DIGEST_TIMING, pauseAfter } from './timing.js';
import { weekOf } from './week.js';

/** A digest that this process holds for now. */
export interface ClaimedDigest {
  readonly id: bigint;
  /** The word of this claim. */
  readonly claim: string;
  readonly request: DigestRequest;
  readonly channelId: bigint;
  readonly quietWeeks: 'skip' | 'post';
  /** Why it was parked; null for one that wasn't. */
  readonly reason: DigestReason | null;
  readonly attempts: number;
  /** As stored; null until it was composed. */
  readonly content: unknown;
  /** When the first sending began that may have reached Discord; null if none may. */
  readonly doubtSince: Date | null;
  /** Whether the bot isn't in the server, as far as it has heard. */
  readonly isAway: boolean;
  readonly isTurnedOff: boolean;
}

/** Milliseconds in which changes are gathered: several digests on their way share one wait for the disk. */
const GATHERED_FOR = 100;

/** Milliseconds for those changes: for their turn to begin, and for all of them. */
const PATIENCE = { maxWait: 5_000, timeout: 10_000 };

/** What is done ahead of the hour: the column that says for which, and how long before. */
const AHEAD = {
  ask: ['askedFor', DIGEST_TIMING.askAhead],
  draw: ['drawnFor', DIGEST_TIMING.drawAhead],
} as const;

export type DigestQueue = ReturnType<typeof createDigestQueue>;

/**
 * The digests that are due, as rows that several processes take from. Whoever claims one holds it
 * for a minute; every later write says which claim it comes from, and does nothing if another has
 * been made since.
 */
export function createDigestQueue({ db, clock }: ServiceContext, gatheredFor = GATHERED_FOR) {
  const { prisma } = db;
  const change = createGathering(gatheredFor, changeAll);
  // PostgreSQL's processes take different rows instead of waiting for each other.
  const skipLocked =
    db.provider === 'postgresql' ? Prisma.sql`FOR UPDATE SKIP LOCKED` : Prisma.empty;

  /**
   * Makes digests of schedules whose time has come, and gives each schedule its next time; both or
   * neither, and only if the schedule is still as it was read.
   *
   * @param most how many schedules at once.
   * @returns how many schedules there were.
   */
  async function takeDue(most: number): Promise<number> {
    const schedules = await prisma.digestSchedule.findMany({
      where: { nextDueAt: { lte: clock() } },
      orderBy: [{ nextDueAt: 'asc' }, { guildId: 'asc' }],
      take: most,
    });
    if (schedules.length === 0) return 0;
    await prisma.$transaction(async (tx) => {
      const taken: Prisma.DigestCreateManyInput[] = [];
      for (const schedule of schedules) {
        const { guildId, channelId, timezone, locale, quietWeeks, version, nextDueAt } = schedule;
        if (nextDueAt === null) continue;
        const beforeDue = new Date(nextDueAt.getTime() - 1);
        const { from, week } = nextOccurrence(schedule, beforeDue);
        const { count } = await tx.digestSchedule.updateMany({
          where: { guildId, version, nextDueAt },
          data: { nextDueAt: nextOccurrence(schedule, nextDueAt).at },
        });
        if (count === 0) continue;
        taken.push({
          id: newDigestId(clock()),
          ...{ guildId, week, weekFrom: from, dueAt: nextDueAt, timezone, locale, quietWeeks },
          ...{ channelId, state: 'due', nextTryAt: nextDueAt, attempts: 0 },
        });
      }
      const there = await tx.digest.findMany({
        where: {
          guildId: { in: schedules.map(({ guildId }) => guildId) },
          week: { in: [...new Set(taken.map(({ week }) => week))] },
        },
        select: { guildId: true, week: true },
      });
      const isThere = (one: { guildId: bigint | number; week: string }) =>
        there.some(({ guildId, week }) => guildId === one.guildId && week === one.week);
      await tx.digest.createMany({ data: taken.filter((one) => !isThere(one)) });
    });
    return schedules.length;
  }

  /** Takes up to so many digests that nobody holds and whose time has come. */
  async function claim(most: number): Promise<ClaimedDigest[]> {
    const now = clock();
    const waiting = { nextTryAt: { lte: now } };
    // Looking costs nothing; an UPDATE holds the embedded database even if there is nothing to do.
    if ((await prisma.digest.findFirst({ where: waiting, select: { id: true } })) === null)
      return [];
    const word = randomBytes(9).toString('base64url');
    const until = new Date(now.getTime() + DIGEST_TIMING.lease);
    await prisma.$executeRaw`
      UPDATE "Digest" SET "claim" = ${word}, "nextTryAt" = ${until}
      WHERE "id" IN (
        SELECT "id" FROM "Digest" WHERE "nextTryAt" <= ${now}
        ORDER BY "nextTryAt" LIMIT ${most} ${skipLocked}
      )`;
    const rows = await prisma.digest.findMany({
      // The word alone would be looked for in every digest there ever was.
      where: { claim: word, nextTryAt: until },
      include: {
        guild: { select: { leftAt: true, schedule: { select: { nextDueAt: true } } } },
      },
      orderBy: { dueAt: 'asc' },
    });
    return rows.flatMap(({ guild, ...row }) => {
      // It comes in a statement of its own: one that is forgotten in between has no digests any more.
      if (guild === null) return [];
      const isTurnedOff = (guild.schedule?.nextDueAt ?? null) === null;
      return [{ ...asClaimed(row, word), isAway: guild.leftAt !== null, isTurnedOff }];
    });
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
    return write(digest, {
      claim: null,
      state: 'parked',
      reason,
      doubtSince,
      lastError: trouble,
      nextTryAt: new Date(clock().getTime() + DIGEST_TIMING.parkedPause),
    });
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
   * Takes up to so many digests that something can be done for ahead of the hour: `draw` their
   * charts, `ask` Discord for their members. Each is taken once for each; whoever dies over it
   * leaves it to be done at the hour.
   */
  async function takeAhead(what: 'ask' | 'draw', most: number): Promise<DigestRequest[]> {
    const now = clock();
    const [column, ahead] = AHEAD[what];
    const schedules = await prisma.digestSchedule.findMany({
      where: {
        nextDueAt: { gt: now, lte: new Date(now.getTime() + ahead) },
        // In a server that removed the bot nobody can be asked for, and nothing will be posted.
        guild: { leftAt: null },
        OR: [{ [column]: null }, { [column]: { lte: now } }],
      },
      orderBy: { nextDueAt: 'asc' },
      take: most,
    });
    const taken: DigestRequest[] = [];
    for (const schedule of schedules) {
      const { guildId, version, nextDueAt, timezone, locale } = schedule;
      if (nextDueAt === null) continue;
      const { count } = await prisma.digestSchedule.updateMany({
        where: { guildId, version, nextDueAt, [column]: schedule[column] },
        data: { [column]: nextDueAt },
      });
      if (count === 0) continue;
      const week = weekOf(nextOccurrence(schedule, new Date(nextDueAt.getTime() - 1)));
      taken.push({ guildId, week, timezone, locale });
    }
    return taken;
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
    ...{ takeDue, claim, beginSending, posted, skip, park, tryAgain },
    ...{ takeAhead, keepChart, chartAhead },
  };

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

function asClaimed(row: DigestModel, claim: string): Omit<ClaimedDigest, 'isAway' | 'isTurnedOff'> {
  const { guildId, week, weekFrom, dueAt, timezone, locale } = row;
  return {
    id: row.id,
    claim,
    request: { guildId, week: { from: weekFrom, to: dueAt, label: week }, timezone, locale },
    channelId: row.channelId,
    quietWeeks: row.quietWeeks,
    reason: readReason(row.reason),
    attempts: row.attempts,
    content: row.content,
    doubtSince: row.doubtSince,
  };
}

/** Plain JSON by contract, which an interface can't say. */
function asJson(content: DigestContent): Prisma.InputJsonObject {
  return content as DigestContent & Prisma.InputJsonObject;
}
