import type { Prisma } from '../../db/generated/sqlite/client.js';
import { readEach, readOrUndefined } from '../../db/readable.js';
import type { ClaimedPost, MayBeThere } from '../posting/queue.js';
import type { DigestRequest } from './content-port.js';
import { type DigestReason, readReason, UNREADABLE } from './reason.js';

/** A digest that this process holds for now, as it stands in its row. */
export interface ReadDigest extends ClaimedPost {
  readonly request: DigestRequest;
  readonly channelId: bigint;
  readonly quietWeeks: 'skip' | 'post';
  /** Why it was parked; null for one that wasn't. */
  readonly reason: DigestReason | null;
  /** Whether the bot isn't in the server, as far as it has heard. */
  readonly isAway: boolean;
  readonly isTurnedOff: boolean;
}

/** The same, with whether it may be in its channel already. */
export type ClaimedDigest = MayBeThere<ReadDigest>;

const OF_SERVER = {
  guild: { select: { leftAt: true, schedule: { select: { nextDueAt: true } } } },
} as const;

/** What is read of each by itself where some of them can't be read. */
const PLAIN = {
  ...{ id: true, guildId: true, week: true, weekFrom: true, dueAt: true, timezone: true },
  ...{ locale: true, channelId: true, quietWeeks: true, attempts: true, doubtSince: true },
  ...OF_SERVER,
} as const;

type Plain = Prisma.DigestGetPayload<{ select: typeof PLAIN }>;
type Stored = Plain & { readonly reason: unknown; readonly content: unknown };

/**
 * The digests of one claim, those due first before the others.
 *
 * @param word the word of the claim.
 * @param until its end, as the rows have it.
 */
export async function readClaimed(
  prisma: Pick<Prisma.TransactionClient, 'digest'>,
  word: string,
  until: Date,
) {
  // The word alone would be looked for in every digest there ever was.
  const where = { claim: word, nextTryAt: until };
  const { rows, unreadable } = await readEach<Pick<Plain, 'id' | 'guildId'>, Stored>({
    all: () => prisma.digest.findMany({ where, include: OF_SERVER, orderBy: { dueAt: 'asc' } }),
    keys: () => prisma.digest.findMany({ where, select: { id: true, guildId: true } }),
    one: (key) => readOne(prisma, key.id),
  });
  return { unreadable, rows: rows.flatMap((row) => asClaimed(row, word)) };
}

/** What can be read of one digest. @throws where nothing can be made of the rest. */
async function readOne(
  { digest }: Pick<Prisma.TransactionClient, 'digest'>,
  id: bigint,
): Promise<Stored | null> {
  const plain = await digest.findUnique({ where: { id }, select: PLAIN });
  if (plain === null) return null;
  const reason = await readOrUndefined(() =>
    digest.findUnique({ where: { id }, select: { reason: true } }),
  );
  const content = await readOrUndefined(() =>
    digest.findUnique({ where: { id }, select: { content: true } }),
  );
  return {
    ...plain,
    reason: reason === undefined ? UNREADABLE : (reason?.reason ?? null),
    content: content?.content,
  };
}

/** Nothing of a server that was forgotten in between: it is read in a statement of its own. */
function asClaimed(row: Stored, claim: string): ReadDigest[] {
  const { guildId, week, weekFrom, dueAt, timezone, locale, guild } = row;
  if (guild === null) return [];
  const one = {
    id: row.id,
    claim,
    request: { guildId, week: { from: weekFrom, to: dueAt, label: week }, timezone, locale },
    channelId: row.channelId,
    quietWeeks: row.quietWeeks,
    reason: readReason(row.reason),
    attempts: row.attempts,
    content: row.content,
    doubtSince: row.doubtSince,
    isAway: guild.leftAt !== null,
    isTurnedOff: (guild.schedule?.nextDueAt ?? null) === null,
  };
  return [one];
}
