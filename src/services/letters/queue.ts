import { Prisma } from '../../db/generated/sqlite/client.js';
import { readEach } from '../../db/readable.js';
import type { DailyHours } from '../../lib/daily-hours.js';
import type { ServiceContext } from '../context.js';
import {
  type ClaimedPost,
  createPostQueue,
  type MayBeThere,
  type Posting,
  type PostTable,
} from '../posting/queue.js';
import type { LetterContent } from './content.js';
import { createDueLetters } from './due.js';
import { hoursOf } from './mailbox.js';
import { type LetterReason, readLetterReason, UNREADABLE_LETTER } from './reason.js';

/** A letter that this process holds for now, as it stands in its row. */
export interface ReadLetter extends ClaimedPost {
  readonly creatorId: bigint;
  /** Its day on the member's calendar. */
  readonly day: string;
  readonly dueAt: Date;
  readonly weeklyTo: Date | null;
  readonly channelId: bigint;
  readonly reason: LetterReason | null;
  readonly hours: DailyHours;
  readonly locale: string;
}

/** The same, with whether it may be with the member already. */
export type ClaimedLetter = MayBeThere<ReadLetter>;

export type LetterQueue = ReturnType<typeof createLetterQueue>;

/** The letters that are due, in the rows of their table: see `createPostQueue`. */
export function createLetterQueue(context: ServiceContext, posting?: Posting) {
  const { prisma } = context.db;
  const posts = createPostQueue<ReadLetter, LetterKey, LetterReason>(
    context,
    letterTable(context),
    posting,
  );

  /** Fixes what is sent; it may not go where something in it was called off since it was composed. */
  function beginSending(letter: ClaimedLetter, content: LetterContent): Promise<boolean> {
    const ids = content.reminders.map(({ id }) => BigInt(id));
    const isWeekly = content.weekly !== null;
    return posts.beginSending(letter, asJson(content), async (tx) => {
      const where = { id: { in: ids }, letterId: letter.id };
      if ((await tx.reminder.count({ where })) < ids.length) return false;
      if (!isWeekly) return true;
      const wanted = { id: letter.id, weeklyTo: { not: null } };
      return (await tx.letter.count({ where: wanted })) > 0;
    });
  }

  /** It goes later, as nothing is wrong with it. */
  function wait(letter: ClaimedLetter, until: Date): Promise<boolean> {
    return posts.write(letter, { claim: null, state: 'due', nextTryAt: until, doubtSince: null });
  }

  /** It waits for something to change: for the member, where they take no messages. */
  async function park(
    letter: ReadLetter,
    reason: LetterReason,
    doubtSince: Date | null,
    trouble: string | null = null,
  ): Promise<boolean> {
    const isOurs = await posts.park(letter, reason, doubtSince, trouble);
    const { creatorId } = letter;
    if (isOurs && reason.kind === 'closed') {
      const where = { creatorId, closedAt: null };
      await prisma.mailbox.updateMany({ where, data: { closedAt: context.clock() } });
    }
    return isOurs;
  }

  const { claim, isOurs, posted, skip, tryAgain } = posts;
  return {
    ...createDueLetters(context),
    ...{ claim, isOurs, beginSending, posted, skip, park, tryAgain, wait },
  };
}

type LetterKey = Pick<Prisma.LetterGetPayload<object>, 'id' | 'creatorId'>;

function letterTable({ db: { prisma } }: ServiceContext): PostTable<ReadLetter, LetterKey> {
  return {
    name: 'Letter',
    unreadable: UNREADABLE_LETTER,
    dueAt: ({ dueAt }) => dueAt,
    readClaimed: async (word, until) => {
      // The word alone would be looked for in every letter there is.
      const where = { claim: word, nextTryAt: until };
      const include = { mailbox: true } as const;
      const { rows, unreadable } = await readEach({
        all: () => prisma.letter.findMany({ where, include, orderBy: { dueAt: 'asc' } }),
        keys: () => prisma.letter.findMany({ where, select: { id: true, creatorId: true } }),
        one: ({ id }) => prisma.letter.findUnique({ where: { id }, include }),
      });
      return { unreadable, rows: rows.flatMap((row) => asRead(row, word)) };
    },
    change: async (tx, where, data) => (await tx.letter.updateMany({ where, data })).count,
    // What it said stands with the member; nobody needs it here.
    settled: async (tx, letters) => {
      const ids = letters.map(({ id }) => id);
      await tx.letter.updateMany({
        where: { id: { in: ids }, nextTryAt: null },
        data: { content: Prisma.DbNull },
      });
      const sent = { id: { in: ids }, state: 'posted' as const };
      const creators = await tx.letter.findMany({ where: sent, select: { creatorId: true } });
      const creatorId = { in: creators.map((one) => one.creatorId) };
      // Whoever gets one takes messages.
      const where = { creatorId, closedAt: { not: null } };
      await tx.mailbox.updateMany({ where, data: { closedAt: null } });
    },
  };
}

/** Nothing of a member who was forgotten in between: the mailbox comes in a statement of its own. */
function asRead(
  row: Prisma.LetterGetPayload<{ include: { mailbox: true } }>,
  claim: string,
): ReadLetter[] {
  // Prisma's types say that it is always there.
  const mailbox: typeof row.mailbox | null = row.mailbox;
  if (mailbox === null) return [];
  const { id, creatorId, day, dueAt, weeklyTo, channelId, attempts, content, doubtSince } = row;
  return [
    {
      ...{ id, claim, creatorId, day, dueAt, weeklyTo, channelId, attempts, content, doubtSince },
      reason: readLetterReason(row.reason),
      hours: hoursOf(mailbox),
      locale: mailbox.locale,
    },
  ];
}

/** Plain JSON by contract, which an interface can't say. */
function asJson(content: LetterContent): Prisma.InputJsonObject {
  return content as LetterContent & Prisma.InputJsonObject;
}
