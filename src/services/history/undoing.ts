import type { Prisma } from '../../db/generated/sqlite/client.js';
import type { Transaction } from '../../db/transaction.js';
import { undoImport } from '../import/undo-import.js';
import { missOf } from '../readings/report-card.js';
import { Refusal } from '../refusal.js';
import { type Payloads, readPayload, type Undone } from './undo-payload.js';

type UndoRow = Prisma.UndoGetPayload<object>;

/**
 * Puts back what a change took, beside whatever came since.
 *
 * @throws Refusal where what came since leaves no place for it, or what was kept can't be read.
 */
export async function undoChange(tx: Transaction, { kind, payload }: UndoRow): Promise<Undone> {
  switch (kind) {
    case 'removed':
      return putBack(tx, readable(readPayload(kind, payload)));
    case 'corrected':
      return correctBack(tx, readable(readPayload(kind, payload)));
    case 'merged':
      return partAgain(tx, readable(readPayload(kind, payload)));
    case 'imported':
      await undoImport(tx, readable(readPayload(kind, payload)));
      return { title: null, videoId: null };
  }
}

/** @throws Refusal for what can't be read. */
function readable<T>(payload: T | null): T {
  if (payload === null) throw new Refusal({ kind: 'undo gone' });
  return payload;
}

async function putBack(
  tx: Transaction,
  { title, video, aliases, reading, estimates, truth }: Payloads['removed'],
): Promise<Undone> {
  const there = await entryOf(tx, video);
  const videoId = there ?? video.id;
  if (there === null) {
    await tx.video.create({ data: video });
    for (const alias of aliases) {
      const { creatorId, identity } = alias;
      const where = { creatorId_identity: { creatorId, identity } };
      if ((await tx.videoAlias.findUnique({ where })) === null) {
        await tx.videoAlias.create({ data: alias });
      }
    }
  }
  // A server that was forgotten meanwhile isn't known any more.
  const { guildId = null, tipTurn = null, creatorId } = reading;
  const isKnown =
    guildId === null || (await tx.guild.findUnique({ where: { id: BigInt(guildId) } })) !== null;
  const isTaken =
    tipTurn !== null && (await tx.reading.findFirst({ where: { creatorId, tipTurn } })) !== null;
  const place = isKnown ? guildId : null;
  await tx.reading.create({
    data: { ...reading, videoId, guildId: place, tipTurn: isTaken ? null : tipTurn },
  });
  await tx.estimate.createMany({ data: estimates });
  if (truth !== null) {
    await tx.trueSave.create({
      data: { ...truth, guildId: isKnown ? (truth.guildId ?? null) : null },
    });
  }
  return { videoId: BigInt(videoId), title };
}

/** The entry a reading belongs to now: its own, or one that is the same video. */
async function entryOf(
  tx: Transaction,
  { id, creatorId, identity }: Prisma.VideoCreateManyInput,
): Promise<bigint | null> {
  const own = await tx.video.findUnique({ where: { id }, select: { id: true } });
  if (own !== null) return own.id;
  const creatorId_identity = { creatorId, identity };
  const same = await tx.video.findUnique({ where: { creatorId_identity }, select: { id: true } });
  if (same !== null) return same.id;
  return (await tx.videoAlias.findUnique({ where: { creatorId_identity } }))?.videoId ?? null;
}

async function correctBack(
  tx: Transaction,
  { title, reading, estimates }: Payloads['corrected'],
): Promise<Undone> {
  const { id } = reading;
  const now = await tx.reading.findUnique({ where: { id }, include: { trueSaves: true } });
  if (now === null) throw new Refusal({ kind: 'undo gone' });
  const { views, viewsStep, likes, likesStep } = reading;
  const { comments, commentsStep, shares, sharesStep, shown = false } = reading;
  const counts = { views, viewsStep, likes, likesStep, comments, commentsStep, shares, sharesStep };
  await tx.reading.update({ where: { id }, data: { ...counts, shown } });
  await tx.estimate.deleteMany({ where: { readingId: id } });
  await tx.estimate.createMany({ data: estimates });
  // A truth may have been told since: it is held against what was estimated first.
  const [first] = estimates.toSorted(
    (a, b) => new Date(a.createdAt).getTime() - new Date(b.createdAt).getTime(),
  );
  if (now.trueSaves !== null && first !== undefined) {
    await tx.trueSave.update({
      where: { readingId: id },
      data: missOf(first, Number(now.trueSaves.saves)),
    });
  }
  return { videoId: now.videoId, title };
}

async function partAgain(
  tx: Transaction,
  { title, video, intoId, readingIds, ...kept }: Payloads['merged'],
): Promise<Undone> {
  const { id, creatorId, identity } = video;
  const creatorId_identity = { creatorId, identity };
  if ((await tx.video.findUnique({ where: { creatorId_identity } })) !== null) {
    throw new Refusal({ kind: 'undo gone' });
  }
  await tx.videoAlias.deleteMany({ where: { creatorId, identity: { in: [...kept.newAliases] } } });
  await tx.video.create({ data: video });
  const { count } = await tx.reading.updateMany({
    where: { id: { in: [...readingIds] }, creatorId },
    data: { videoId: id },
  });
  // All of its readings were removed since, and come back with their own undo.
  if (count === 0) throw new Refusal({ kind: 'undo gone' });
  await tx.videoAlias.updateMany({
    where: { creatorId, identity: { in: [...kept.movedAliases] } },
    data: { videoId: id },
  });
  const into = await tx.video.findUnique({ where: { id: intoId } });
  if (into === null) return { videoId: BigInt(id), title };
  if ((await tx.reading.findFirst({ where: { videoId: intoId } })) === null) {
    await tx.video.delete({ where: { id: intoId } });
    return { videoId: BigInt(id), title };
  }
  const columns = Object.keys(kept.after) as (keyof typeof into & keyof typeof kept.after)[]; // of `Video`
  const asTaken = columns.filter((column) => into[column] === kept.after[column]);
  await tx.video.update({
    where: { id: intoId },
    data: Object.fromEntries(asTaken.map((column) => [column, kept.before[column]])),
  });
  return { videoId: intoId, title };
}
