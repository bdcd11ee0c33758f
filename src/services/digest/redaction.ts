import type { Database } from '../../db/database.js';
import { Prisma } from '../../db/generated/sqlite/client.js';
import { readEach, readOrUndefined } from '../../db/readable.js';
import type { DigestRequest } from './content-port.js';
import { partsOf, readWeekContent, redact, type WeekContent } from './parts.js';

/**
 * Notes who is going to be shown in a server's digest of a week, before the digest is kept: by this
 * they are found again when something has to be taken out. Of whoever takes the agreement back in
 * the same moment no note is left.
 */
export async function noteShown(
  db: Database,
  { guildId, week }: Pick<DigestRequest, 'guildId' | 'week'>,
  members: readonly bigint[],
): Promise<void> {
  if (members.length === 0) return;
  await db.writeTogether(
    members.map((creatorId) => ({
      into: 'DigestShown',
      row: { guildId, week: week.label, creatorId },
      unlessThere: true,
    })),
  );
  const others = await notAgreeing(db.prisma, guildId, members);
  if (others.length > 0) await forgetNotes(db.prisma, { guildId, week }, others);
}

/** Of these those who don't agree to be shown in the server. */
export async function notAgreeing(
  prisma: Pick<Prisma.TransactionClient, 'consent'>,
  guildId: bigint,
  members: readonly bigint[],
): Promise<bigint[]> {
  const agreeing = await prisma.consent.findMany({
    where: { guildId, creatorId: { in: [...members] } },
    select: { creatorId: true },
  });
  return members.filter((id) => !agreeing.some(({ creatorId }) => creatorId === id));
}

/**
 * Notes again who is shown in a digest that is kept now: somebody may have taken the agreement back
 * and given it anew since it was composed, and lost the note with that.
 */
export async function noteAgain(
  tx: Prisma.TransactionClient,
  { guildId, week }: Pick<DigestRequest, 'guildId' | 'week'>,
  members: readonly bigint[],
): Promise<void> {
  const where = { guildId, week: week.label };
  const noted = await tx.digestShown.findMany({ where, select: { creatorId: true } });
  const known = new Set(noted.map(({ creatorId }) => creatorId));
  const lost = members.filter((creatorId) => !known.has(creatorId));
  if (lost.length === 0) return;
  await tx.digestShown.createMany({ data: lost.map((creatorId) => ({ ...where, creatorId })) });
}

/** For a digest that isn't kept: nobody has to be found in it. */
export async function forgetNotes(
  prisma: Pick<Prisma.TransactionClient, 'digestShown'>,
  { guildId, week }: Pick<DigestRequest, 'guildId' | 'week'>,
  members: readonly bigint[],
): Promise<void> {
  await prisma.digestShown.deleteMany({
    where: { guildId, week: week.label, creatorId: { in: [...members] } },
  });
}

type Note = Prisma.DigestShownGetPayload<object>;

/** Each note of who is shown, with the parts that the kept digest shows of them. */
export async function withParts(
  prisma: Pick<Prisma.TransactionClient, 'digest'>,
  notes: readonly Note[],
): Promise<(Note & ReturnType<typeof partsOf>)[]> {
  const where = {
    guildId: { in: [...new Set(notes.map(({ guildId }) => guildId))] },
    week: { in: [...new Set(notes.map(({ week }) => week))] },
  };
  const kept = { guildId: true, week: true, content: true };
  const { rows } = await readEach({
    all: () => prisma.digest.findMany({ where, select: kept }),
    keys: () => prisma.digest.findMany({ where, select: { id: true } }),
    one: (key) => prisma.digest.findUnique({ where: key, select: kept }),
  });
  const keyOf = ({ guildId, week }: { guildId: bigint; week: string }) => `${guildId} ${week}`;
  const contents = new Map(rows.map((digest) => [keyOf(digest), readable(digest.content)]));
  return notes.map((note) => {
    const content = contents.get(keyOf(note)) ?? null;
    const parts =
      content === null ? { videos: [], improved: [] } : partsOf(content, note.creatorId);
    return { ...note, ...parts };
  });
}

/** What was kept of a digest; null where there is nothing, or nothing that can be read. */
function readable(kept: unknown): WeekContent | null {
  try {
    return readWeekContent(kept);
  } catch {
    return null;
  }
}

/**
 * Takes a creator's parts out of every kept digest, or of those of one server: when their data is
 * deleted, when they take back their agreement, when they have left. Totals stay; they rest on
 * three creators or more and name nobody. What stands in Discord's channels isn't changed. Of what
 * can't be read nobody can say what it shows of them: that is deleted as a whole.
 *
 * @returns how many digests were changed.
 */
export async function takeOutOfDigests(
  db: Database,
  creatorId: bigint,
  guildId?: bigint,
): Promise<number> {
  const where = { creatorId, ...(guildId !== undefined && { guildId }) };
  const noted = await db.prisma.digestShown.findMany({ where });
  let changed = 0;
  for (const { guildId: server, week } of noted) {
    if (await takeOutOf(db, { guildId: server, week }, creatorId)) changed += 1;
  }
  return changed;
}

/** In one step with the note, so that none is lost by which parts can still be found. */
async function takeOutOf(
  db: Database,
  place: { readonly guildId: bigint; readonly week: string },
  creatorId: bigint,
): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    // Holds the row, so that of two who are taken out at once neither comes back.
    await tx.digest.updateMany({ where: place, data: { attempts: { increment: 0 } } });
    const kept = await readOrUndefined(() =>
      tx.digest.findUnique({ where: { guildId_week: place }, select: { content: true } }),
    );
    await tx.digestShown.deleteMany({ where: { ...place, creatorId } });
    if (kept === null || kept?.content === null) return false;
    const content = readable(kept?.content);
    const without = content && redact(content, creatorId);
    if (content !== null && without === content) return false;
    await tx.digest.updateMany({
      where: place,
      data: { content: without === null ? Prisma.DbNull : asJson(without) },
    });
    return true;
  });
}

/** Plain JSON already; Prisma's type knows no read-only arrays. */
function asJson(content: WeekContent): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(content)) as Prisma.InputJsonValue; // JSON by its making
}
