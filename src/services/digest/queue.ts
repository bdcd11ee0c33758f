import { Prisma } from '../../db/generated/sqlite/client.js';
import type { Transaction } from '../../db/transaction.js';
import type { ServiceContext } from '../context.js';
import { createPostQueue, type Posting, type PostTable } from '../posting/queue.js';
import { type ClaimedDigest, type ReadDigest, readClaimed } from './claimed.js';
import type { DigestContent, DigestRequest } from './content-port.js';
import { createDueDigests, type OnUnreadable } from './due.js';
import { mended, mendedByPosts, noteParked } from './notices.js';
import { type DigestReason, UNREADABLE } from './reason.js';
import { forgetNotes, notAgreeing, noteAgain } from './redaction.js';

export type { ClaimedDigest } from './claimed.js';

export type DigestQueue = ReturnType<typeof createDigestQueue>;

/** The digests that are due, in the rows of their table: see `createPostQueue`. */
export function createDigestQueue(context: ServiceContext, posting?: Posting) {
  const { db, clock } = context;
  const { prisma } = db;
  const posts = createPostQueue<ReadDigest, DigestKey, DigestReason>(
    context,
    digestTable(context),
    posting,
  );

  /** Takes up to so many digests that nobody holds and whose time has come. */
  function claim(most: number, onUnreadable?: OnUnreadable): Promise<ClaimedDigest[]> {
    return posts.claim(most, onUnreadable);
  }

  /**
   * Fixes what is sent: see `createPostQueue`. It may not go where somebody who is shown took the
   * agreement back since it was composed.
   *
   * @param shown who is shown by name.
   */
  function beginSending(
    digest: ClaimedDigest,
    content: DigestContent,
    shown: readonly bigint[],
  ): Promise<boolean> {
    return posts.beginSending(digest, asJson(content), (tx) => mayShow(tx, digest, shown));
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
    const isOurs = await posts.write(digest, {
      ...posts.parked(reason, trouble),
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
    // It isn't what it was told of.
    if (count > 0) await mended(prisma, guildId, [reason.kind]);
    return count > 0;
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

  const { isOurs, posted, skip, park, tryAgain } = posts;
  return {
    ...createDueDigests({ db, clock }),
    ...{ claim, isOurs, beginSending, posted, skip, park, channelGone, tryAgain },
    ...{ keepChart, chartAhead },
  };
}

type DigestKey = Pick<Prisma.DigestGetPayload<object>, 'id' | 'guildId'>;

function digestTable({ db: { prisma }, clock }: ServiceContext): PostTable<ReadDigest, DigestKey> {
  return {
    name: 'Digest',
    unreadable: UNREADABLE,
    dueAt: ({ request }) => request.week.to,
    readClaimed: (word, until) => readClaimed(prisma, word, until),
    change: async (tx, where, data) => {
      const { count } = await tx.digest.updateMany({ where, data });
      if (count > 0 && data.state === 'parked')
        await noteParked(tx, where.id, data.reason, clock());
      return count;
    },
    settled: async (tx, digests) => {
      // Charts show what members did: they aren't kept longer than they are needed.
      await tx.digestChart.deleteMany({
        where: { guildId: { in: digests.map(({ request }) => request.guildId) } },
      });
      await mendedByPosts(tx, Prisma.join(digests.map(({ id }) => id)));
    },
  };
}

/** Whether all of these agree to be shown in the digest's server; then each of them is noted. */
async function mayShow(
  tx: Transaction,
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

/** Plain JSON by contract, which an interface can't say. */
function asJson(content: DigestContent): Prisma.InputJsonObject {
  return content as DigestContent & Prisma.InputJsonObject;
}
