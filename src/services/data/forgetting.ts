import { setImmediate } from 'node:timers/promises';
import { holdingARow, type Transaction, untilDone } from '../../db/transaction.js';
import type { ServiceContext } from '../context.js';
import { breakOff, eachServer, type OnServerFailure } from '../each-server.js';

const DAY = 24 * 3_600_000;

/** Days for which it is known that a message went to a member: as long as its buttons are of use. */
const LETTERS_KEPT = 14;

/** Readings that let go of their server at once: more is no work for one statement. */
const BATCH = 1_000;

export type Forgetting = ReturnType<typeof createForgetting>;

/**
 * What is forgotten without a creator asking for it: servers that removed the bot, and what was
 * kept for a while: drafts, and what undoes a change. It goes by what stands in the rows, so a
 * restart loses none of it, and several processes may do it at once.
 *
 * @param serversAfterDays how long a server that removed the bot is remembered; 0 for not at all.
 */
export function createForgetting({ db, clock }: ServiceContext, serversAfterDays: number) {
  // Whoever was killed after a deletion may have left something to overwrite.
  let unshredded = true;

  /**
   * Forgets what is due.
   *
   * @param onFailure hears of a server that can't be forgotten: it is tried again the next time.
   * @param isGone whether a server that is due really hasn't the bot: a row says so until it can be
   *   written that the bot is back.
   * @returns how many servers were forgotten.
   */
  async function tidy(
    onFailure: OnServerFailure = breakOff,
    isGone: (guildId: bigint) => boolean = () => true,
  ): Promise<number> {
    const now = clock();
    const isOver = { expiresAt: { lt: now } };
    const drafts = await db.prisma.draft.deleteMany({ where: isOver });
    unshredded ||= drafts.count > 0;
    const undos = await db.prisma.undo.deleteMany({ where: isOver });
    unshredded ||= undos.count > 0;
    const longAgo = new Date(now.getTime() - LETTERS_KEPT * DAY);
    const letters = await db.prisma.letter.deleteMany({
      where: { nextTryAt: null, dueAt: { lt: longAgo } },
    });
    unshredded ||= letters.count > 0;
    await db.prisma.notice.deleteMany({
      where: { about: null, nextTryAt: null, dueAt: { lt: longAgo } },
    });
    const leftBy = new Date(now.getTime() - serversAfterDays * DAY);
    const due = await db.prisma.guild.findMany({
      where: { leftAt: { lte: leftBy } },
      select: { id: true },
    });
    let forgotten = 0;
    await eachServer(
      due.filter(({ id }) => isGone(id)),
      async (id) => {
        // One that has taken the bot back in the meantime is left alone.
        if (!(await forgetWhere({ id, leftAt: { lte: leftBy } }))) return;
        forgotten += 1;
        unshredded = true;
      },
      onFailure,
    );
    if (unshredded) await shred();
    return forgotten;
  }

  /**
   * Forgets a server at once, whether the bot is still in it or not: its settings, its members'
   * agreements and what was kept of its digests. Readings stay with their creators, who alone see them.
   *
   * @returns whether there was anything to forget.
   */
  async function forgetServer(id: bigint): Promise<boolean> {
    const wasThere = await forgetWhere({ id });
    await shred();
    return wasThere;
  }

  /** Overwrites what was deleted, now or, where another process reads, with the next `tidy`. */
  async function shred(): Promise<void> {
    unshredded = true;
    try {
      await db.shred();
      unshredded = false;
    } catch {
      // The rows are gone; what the files still hold of them goes later.
    }
  }

  /** Whether the files hold nothing of what was deleted. */
  function isShredded(): boolean {
    return !unshredded;
  }

  return { tidy, forgetServer, shred, isShredded };

  async function forgetWhere(guild: GuildToForget): Promise<boolean> {
    for (;;) {
      const found = await untilDone(() => holdingARow(db, (tx) => forgetSome(tx, guild)));
      if (found !== 'more') return found === 'forgotten';
      await setImmediate();
    }
  }
}

interface GuildToForget {
  readonly id: bigint;
  readonly leftAt?: { readonly lte: Date };
}

/**
 * Lets go of some readings, and of the server with the last of them: one that takes the bot back
 * meanwhile keeps what it still has.
 */
async function forgetSome(
  tx: Transaction,
  guild: GuildToForget,
): Promise<'more' | 'forgotten' | 'kept'> {
  await tx.$executeRaw`UPDATE "Guild" SET "leftAt" = "leftAt" WHERE "id" = ${guild.id}`;
  if ((await tx.guild.findFirst({ where: guild, select: { id: true } })) === null) return 'kept';
  const readings = await tx.reading.findMany({
    where: { guildId: guild.id },
    select: { id: true },
    // As the index has them: else all that are left are put in order for each batch.
    orderBy: { takenAt: 'asc' },
    take: BATCH,
  });
  const ids = readings.map(({ id }) => id);
  const toNobody = { guildId: null };
  await tx.trueSave.updateMany({ where: { readingId: { in: ids } }, data: toNobody });
  await tx.reading.updateMany({ where: { id: { in: ids } }, data: toNobody });
  if (ids.length === BATCH) return 'more';
  return (await tx.guild.deleteMany({ where: guild })).count > 0 ? 'forgotten' : 'kept';
}
