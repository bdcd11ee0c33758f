import * as z from 'zod';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import { readEach } from '../../db/readable.js';
import type { ServiceContext } from '../context.js';
import {
  type ClaimedPost,
  createPostQueue,
  type MayBeThere,
  type Posting,
  type PostTable,
} from '../posting/queue.js';
import { type NoticeContent, noticeContent } from './notices.js';
import { digestReason, UNREADABLE } from './reason.js';

const reason = z.union([digestReason, z.object({ kind: z.literal('mended') })]);

/** Why a notice waits, or wasn't sent. */
export type NoticeReason = z.infer<typeof reason>;

/** A notice that this process holds for now, as it stands in its row. */
export interface ReadNotice extends ClaimedPost {
  readonly guildId: bigint;
  /** Null once what it tells of is mended. */
  readonly about: string | null;
  /** Since when it is so. */
  readonly dueAt: Date;
  readonly channelId: bigint;
  readonly reason: NoticeReason | null;
  /** The server's other notices that are known: one that is found in the channel may be theirs. */
  readonly others: ReadonlySet<string>;
}

/** The same, with whether it may be in its channel already. */
export type ClaimedNotice = MayBeThere<ReadNotice>;

export type NoticeQueue = ReturnType<typeof createNoticeQueue>;

/** The notices that are due, in the rows of their table: see `createPostQueue`. */
export function createNoticeQueue(context: ServiceContext, posting?: Posting) {
  const posts = createPostQueue<ReadNotice, NoticeKey, NoticeReason>(
    context,
    noticeTable(context),
    posting,
  );

  /** Fixes what is sent; it may not go where it was mended since. */
  function beginSending(notice: ClaimedNotice, content: NoticeContent): Promise<boolean> {
    const where = { id: notice.id, about: { not: null } };
    return posts.beginSending(
      notice,
      content,
      async (tx) => (await tx.notice.count({ where })) > 0,
    );
  }

  const { claim, isOurs, posted, skip, park, tryAgain } = posts;
  return { claim, isOurs, beginSending, posted, skip, park, tryAgain };
}

/** What a notice says. @throws where that can't be read. */
export function readNotice(content: unknown): NoticeContent {
  return noticeContent.parse(content);
}

type NoticeKey = Pick<Prisma.NoticeGetPayload<object>, 'id' | 'guildId'>;

function noticeTable({ db: { prisma } }: ServiceContext): PostTable<ReadNotice, NoticeKey> {
  return {
    name: 'Notice',
    unreadable: UNREADABLE,
    dueAt: ({ dueAt }) => dueAt,
    readClaimed: async (word, until) => {
      // The word alone would be looked for in every notice there is.
      const where = { claim: word, nextTryAt: until };
      const { rows, unreadable } = await readEach({
        all: () => prisma.notice.findMany({ where, orderBy: { dueAt: 'asc' } }),
        keys: () => prisma.notice.findMany({ where, select: { id: true, guildId: true } }),
        one: ({ id }) => prisma.notice.findUnique({ where: { id } }),
      });
      const known = await prisma.notice.findMany({
        where: { guildId: { in: rows.map(({ guildId }) => guildId) } },
        select: { id: true, guildId: true },
      });
      const othersOf = ({ id, guildId }: NoticeKey) =>
        new Set(
          known
            .filter((one) => one.guildId === guildId && one.id !== id)
            .map((one) => String(one.id)),
        );
      return { unreadable, rows: rows.map((row) => asRead(row, word, othersOf(row))) };
    },
    change: async (tx, where, data) => (await tx.notice.updateMany({ where, data })).count,
    settled: () => Promise.resolve(),
  };
}

function asRead(
  row: Prisma.NoticeGetPayload<object>,
  claim: string,
  others: ReadonlySet<string>,
): ReadNotice {
  const { id, guildId, about, dueAt, channelId, attempts, content, doubtSince } = row;
  const why = row.reason === null ? null : reason.safeParse(row.reason);
  return {
    ...{ id, claim, guildId, about, dueAt, channelId, attempts, content, doubtSince, others },
    reason: why === null ? null : why.success ? why.data : UNREADABLE,
  };
}
