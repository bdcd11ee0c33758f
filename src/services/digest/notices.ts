import * as z from 'zod';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import { readOrUndefined } from '../../db/readable.js';
import type { Transaction } from '../../db/transaction.js';
import type { PostingContext } from '../context.js';
import { newPostId } from '../posting/ids.js';
import { Refusal } from '../refusal.js';
import { settingsOf, settingsWithin } from '../settings.js';
import { type DigestPermission, type DigestReason, digestReason, type Obstacle } from './reason.js';

/** What the bot needs in a channel for notices, by Discord's names: it looks before it sends again. */
export const NOTICE_PERMISSIONS = [
  'View Channel',
  'Read Message History',
  'Send Messages',
  'Embed Links',
] as const satisfies readonly DigestPermission[];

/** What a notice tells a server's managers. */
export const noticeContent = z.object({
  reason: digestReason,
  /** Where the digest goes. */
  channelId: z.string(),
  /** The week whose digest waits; null where the next one would. */
  week: z.string().nullable(),
  /** The digest's language, as a BCP 47 tag. */
  locale: z.string(),
});

export type NoticeContent = z.infer<typeof noticeContent>;

/** What can be looked at before a digest is due. */
const SEEN_AHEAD = ['missing permissions', 'no such channel'] as const satisfies Obstacle['kind'][];

/**
 * Of what nobody is told: where the bot isn't, or is in a time-out, it can't write; and what was left
 * out waits for nobody.
 */
const UNTOLD: ReadonlySet<DigestReason['kind']> = new Set([
  ...(['not in the server', 'timed out'] as const),
  ...(['in doubt', 'too late', 'quiet', 'turned off'] as const),
]);

export type Notices = ReturnType<typeof createNotices>;

/** Notices to a server's managers: where they go, and what they hear of beside a digest that waits. */
export function createNotices({ db, clock, channels }: PostingContext) {
  const { prisma } = db;

  /** @throws Refusal where the bot can't write notices. */
  async function check(guildId: bigint, channelId: bigint): Promise<void> {
    const obstacle = await channels
      .obstacle(guildId, channelId, NOTICE_PERMISSIONS)
      .catch(() => 'unknown' as const);
    if (obstacle !== null) throw new Refusal({ kind: 'cannot notify', channelId, obstacle });
  }

  /**
   * Notices go to another channel than before, or to one at all: those that haven't arrived go there
   * now, and it is told there what is wrong already.
   */
  async function moved(guildId: bigint, channelId: bigint): Promise<void> {
    const now = clock();
    await prisma.$transaction(async (tx) => {
      await tx.notice.updateMany({
        where: { guildId, about: { not: null }, ...UNSENT },
        data: { channelId, state: 'due', nextTryAt: now, attempts: 0, claim: null },
      });
      const parked = await readOrUndefined(() =>
        tx.digest.findMany({
          where: { guildId, state: 'parked' },
          select: { id: true, reason: true },
          orderBy: { dueAt: 'asc' },
        }),
      );
      for (const { id, reason } of parked ?? []) await noteParked(tx, id, reason, now);
    });
    await lookAhead(guildId);
  }

  /** Nobody is to be told any more; what is on its way to Discord still comes. */
  async function stop(guildId: bigint): Promise<void> {
    await mended(prisma, guildId);
  }

  /**
   * Looks whether the next digest could be posted, and tells of what it lacks, or that it lacks
   * nothing any more. For after something changed in the server.
   */
  async function lookAhead(guildId: bigint): Promise<void> {
    const schedule = await readOrUndefined(() =>
      prisma.digestSchedule.findFirst({
        where: { guildId, nextDueAt: { not: null } },
        select: { channelId: true, locale: true },
      }),
    );
    if (schedule === null || schedule === undefined) return;
    // Discord is asked only where somebody would hear of it.
    if ((await settingsOf(db, guildId)).notices === null) return;
    const { channelId, locale } = schedule;
    const found = await channels.obstacle(guildId, channelId).catch(() => 'unknown' as const);
    if (found === 'unknown') return;
    if (found === null) return mendedAhead(prisma, guildId);
    const now = clock();
    const content = { reason: found, channelId: String(channelId), week: null, locale };
    await note(prisma, guildId, content, now, now);
  }

  return { check, moved, stop, lookAhead };
}

/** Notices that can't be with Discord yet. */
const UNSENT = { state: { in: ['due', 'parked'] as ('due' | 'parked')[] }, doubtSince: null };

/**
 * Notes that a digest waits, in the step in which it is parked: its managers are told once, unless
 * they were told of the same before and it isn't mended yet.
 */
export async function noteParked(
  tx: Transaction,
  digestId: bigint,
  stored: unknown,
  now: Date,
): Promise<void> {
  const reason = digestReason.safeParse(stored);
  if (!reason.success) return;
  const digest = await readOrUndefined(() =>
    tx.digest.findUnique({
      where: { id: digestId },
      select: { guildId: true, channelId: true, week: true, dueAt: true, locale: true },
    }),
  );
  if (digest === null || digest === undefined) return;
  const { guildId, channelId, week, dueAt, locale } = digest;
  const content = { reason: reason.data, channelId: String(channelId), week, locale };
  await note(tx, guildId, content, dueAt, now);
}

/**
 * What a server's managers were told of is mended: told again is only what comes up later.
 *
 * @param kinds all, where it is left out.
 */
export async function mended(
  { notice }: Pick<Transaction, 'notice'>,
  guildId: bigint,
  kinds?: readonly DigestReason['kind'][],
): Promise<void> {
  const about = kinds === undefined ? { not: null } : { in: [...kinds] };
  await notice.updateMany({ where: { guildId, about }, data: { about: null } });
}

/** What can be looked at before a digest is due is as it should be. */
export function mendedAhead(prisma: Pick<Transaction, 'notice'>, guildId: bigint): Promise<void> {
  return mended(prisma, guildId, SEEN_AHEAD);
}

/** The same for the servers of these digests that are posted, in one statement: it is on their way. */
export async function mendedByPosts(tx: Transaction, ids: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Notice" SET "about" = NULL WHERE "about" IS NOT NULL AND "guildId" IN (
      SELECT d."guildId" FROM "Digest" d WHERE d."id" IN (${ids}) AND d."state" = 'posted'
    )`;
}

/** Notes a notice, unless its server has one of the same already. */
async function note(
  tx: Pick<Transaction, '$queryRaw' | '$executeRaw'>,
  guildId: bigint,
  content: NoticeContent,
  since: Date,
  now: Date,
): Promise<void> {
  if (UNTOLD.has(content.reason.kind)) return;
  const { notices: channelId } = await settingsWithin(tx, guildId);
  if (channelId === null) return;
  await tx.$executeRaw`
    INSERT INTO "Notice"
      ("id", "guildId", "about", "dueAt", "channelId", "state", "nextTryAt", "attempts", "content")
    VALUES (${newPostId(now)}, ${guildId}, ${content.reason.kind}, ${since}, ${channelId}, 'due',
      ${now}, 0, ${JSON.stringify(content)})
    ON CONFLICT DO NOTHING`;
}
