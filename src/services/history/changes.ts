import type { Prisma } from '../../db/generated/sqlite/client.js';
import { inOneStep, type Transaction } from '../../db/transaction.js';
import { pack } from '../../lib/packed.js';
import type { ServiceContext } from '../context.js';
import { Refusal } from '../refusal.js';
import { titleKeyOf } from '../scores/videos.js';
import { correctReading, type TypedCorrection } from './corrections.js';
import {
  type Changed,
  type Changer,
  doneAlready,
  estimatesOf,
  keepUndo,
  UNDO_LIFE,
} from './undo.js';
import { readUndone, type Undone } from './undo-payload.js';
import { undoChange } from './undoing.js';

/** A change that was made, and the entry that it left, if any is left. */
export interface Done extends Changed {
  readonly videoId: bigint | null;
}

export type Changes = ReturnType<typeof createChanges>;

/**
 * What creators change in their own history. Each change is made whole or not at all, and what
 * undoes it is kept in the same step.
 */
export function createChanges(context: ServiceContext) {
  const { db, clock } = context;

  /** Corrects the counts of a reading: see `correctReading`. */
  function correct(typed: TypedCorrection, readingId: bigint, who: Changer) {
    return correctReading(context, typed, readingId, who);
  }

  /**
   * Takes a reading out, with its estimates and its truth, and its video with the last reading.
   *
   * @returns the same again where it was taken out already, and can still be put back.
   * @throws Refusal if it has gone or is another member's.
   */
  async function remove(readingId: bigint, who: Changer): Promise<Done> {
    const at = clock();
    return inOneStep(db, async (tx) => {
      const reading = await tx.reading.findUnique({ where: { id: readingId } });
      if (reading === null) return removedAlready(tx, readingId, who, at);
      if (reading.creatorId !== who.callerId) throw new Refusal({ kind: 'only the author' });
      // One after the other: a transaction has one connection.
      const video = await tx.video.findUniqueOrThrow({ where: { id: reading.videoId } });
      const aliases = await tx.videoAlias.findMany({ where: { videoId: video.id } });
      const estimates = await estimatesOf(tx, readingId);
      const truth = await tx.trueSave.findUnique({ where: { readingId } });
      await tx.reading.delete({ where: { id: readingId } });
      const isLeft = await hasReadings(tx, video.id);
      if (!isLeft) await tx.video.delete({ where: { id: video.id } });
      const title = reading.title ?? video.title;
      const payload = { title, video, aliases, reading, estimates, truth };
      const changed = await keepUndo(tx, 'removed', payload, who, at);
      return { ...changed, videoId: isLeft ? video.id : null };
    });
  }

  /**
   * Makes two entries one: the one that is known better stays, with the readings of both.
   *
   * @returns the same again where they are one already, and can still be parted.
   * @throws Refusal if one has gone or is another member's, or if they are two posts for sure.
   */
  async function merge(oneId: bigint, otherId: bigint, who: Changer): Promise<Done> {
    const at = clock();
    return inOneStep(db, async (tx) => {
      const videos = await tx.video.findMany({
        where: { id: { in: [oneId, otherId] }, creatorId: who.callerId },
        orderBy: { id: 'asc' },
      });
      const [into, from] = videos.sort((a, b) => rankOf(a) - rankOf(b));
      if (into === undefined || from === undefined) {
        return mergedAlready(tx, [oneId, otherId], who, at);
      }
      if (into.tiktokId !== null && from.tiktokId !== null && into.tiktokId !== from.tiktokId) {
        throw new Refusal({ kind: 'two posts' });
      }
      const readingIds = (
        await tx.reading.findMany({ where: { videoId: from.id }, select: { id: true } })
      ).map(({ id }) => id);
      const movedAliases = (await tx.videoAlias.findMany({ where: { videoId: from.id } })).map(
        ({ identity }) => identity,
      );
      await tx.reading.updateMany({ where: { videoId: from.id }, data: { videoId: into.id } });
      await tx.videoAlias.updateMany({ where: { videoId: from.id }, data: { videoId: into.id } });
      await tx.reminder.updateMany({ where: { videoId: from.id }, data: { videoId: into.id } });
      await tx.video.delete({ where: { id: from.id } });
      const after = takenOver(into, from);
      await tx.video.update({ where: { id: into.id }, data: after });
      const newAliases = await addAliases(tx, into, from, after.titleKey ?? into.titleKey);
      const before = Object.fromEntries(
        Object.entries(into).filter(([column]) => column in after),
      ) as Prisma.VideoUncheckedUpdateManyInput; // the same columns as `after`
      const title = after.title ?? into.title;
      const intoId = into.id;
      const moved = { intoId, readingIds, movedAliases, newAliases };
      const payload = { title, video: from, ...moved, before, after };
      return { ...(await keepUndo(tx, 'merged', payload, who, at)), videoId: intoId };
    });
  }

  /**
   * Undoes a change, once.
   *
   * @returns the same again where it was undone already, until its day is over.
   * @throws Refusal if it can't be undone (any more), or is another member's.
   */
  async function undo(changeId: bigint, callerId: bigint): Promise<Done> {
    const at = clock();
    return inOneStep(db, async (tx) => {
      const row = await tx.undo.findUnique({ where: { id: changeId } });
      if (row === null || row.expiresAt < at) throw new Refusal({ kind: 'undo gone' });
      if (row.creatorId !== callerId) throw new Refusal({ kind: 'only the author' });
      const undone = await (row.undoneAt === null
        ? undoOnce(tx, row, at)
        : undoneBefore(tx, row, row.undoneAt));
      return { kind: row.kind, changeId, until: row.expiresAt, ...undone };
    });
  }

  /** The newest of a creator's changes that can still be undone. */
  async function newest(creatorId: bigint): Promise<Pick<Changed, 'kind' | 'changeId'> | null> {
    const row = await db.prisma.undo.findFirst({
      where: { creatorId, undoneAt: null, expiresAt: { gte: clock() } },
      orderBy: { id: 'desc' },
      select: { id: true, kind: true },
    });
    return row && { kind: row.kind, changeId: row.id };
  }

  return { correct, remove, merge, undo, newest };
}

async function removedAlready(
  tx: Transaction,
  readingId: bigint,
  who: Changer,
  at: Date,
): Promise<Done> {
  const done = await doneAlready(
    tx,
    'removed',
    who,
    at,
    ({ reading }) => BigInt(reading.id) === readingId,
  );
  if (done === null) throw new Refusal({ kind: 'reading gone' });
  const { payload, ...changed } = done;
  const videoId = BigInt(payload.video.id);
  return { ...changed, videoId: (await hasReadings(tx, videoId)) ? videoId : null };
}

async function mergedAlready(
  tx: Transaction,
  two: readonly bigint[],
  who: Changer,
  at: Date,
): Promise<Done> {
  const done = await doneAlready(
    tx,
    'merged',
    who,
    at,
    ({ video, intoId }) => two.includes(BigInt(video.id)) && two.includes(intoId),
  );
  if (done === null || !(await hasReadings(tx, done.payload.intoId))) {
    throw new Refusal({ kind: 'video gone' });
  }
  const { payload, ...changed } = done;
  return { ...changed, videoId: payload.intoId };
}

/** Its rows go back to where they were, so nothing of them stays here. */
async function undoOnce(tx: Transaction, row: UndoRow, at: Date): Promise<Undone> {
  const { title, videoId } = await undoChange(tx, row);
  const undone: Undone = { title, videoId };
  await tx.undo.update({
    where: { id: row.id },
    // Nothing but an object comes of an object.
    data: { undoneAt: at, payload: pack(undone) as Prisma.InputJsonObject },
  });
  return undone;
}

/** What it was told the first time, as long as nothing else was changed since. */
async function undoneBefore(
  tx: Transaction,
  { creatorId, payload }: UndoRow,
  undoneAt: Date,
): Promise<Undone> {
  const since = new Date(undoneAt.getTime() + UNDO_LIFE);
  const later = await tx.undo.findFirst({ where: { creatorId, expiresAt: { gt: since } } });
  if (later !== null) throw new Refusal({ kind: 'undo gone' });
  const undone = readUndone(payload);
  if (undone === null) throw new Refusal({ kind: 'undo gone' });
  return undone;
}

type UndoRow = Prisma.UndoGetPayload<object>;

async function hasReadings(tx: Transaction, videoId: bigint): Promise<boolean> {
  return (await tx.reading.findFirst({ where: { videoId }, select: { id: true } })) !== null;
}

type VideoRow = Prisma.VideoGetPayload<object>;

/** How surely an entry is known: by TikTok's id, a short link, title and date, or nothing. */
function rankOf({ identity }: VideoRow): number {
  return ['tiktok', 'short', 'title', 'reading'].indexOf(identity.split(':')[0] ?? '');
}

/** What the entry that stays doesn't know and the other does. */
function takenOver(into: VideoRow, from: VideoRow) {
  const after: Partial<VideoRow> = {};
  after.handle = into.handle ?? from.handle;
  after.link = into.link ?? from.link;
  after.title = into.title ?? from.title;
  after.posted = into.posted ?? from.posted;
  after.category = into.category ?? from.category;
  after.duration = into.duration ?? from.duration;
  after.toldInPrivate = into.toldInPrivate || from.toldInPrivate;
  after.titleKey =
    into.titleKey ??
    (after.title !== null && after.posted !== null ? titleKeyOf(after.title, after.posted) : null);
  return Object.fromEntries(
    Object.entries(after).filter(([column, value]) => into[column as keyof VideoRow] !== value), // keys of `after` alone
  ) as Partial<typeof after>;
}

/** Whoever tells of the entry that went shall find the one that stayed. */
async function addAliases(
  tx: Transaction,
  into: VideoRow,
  from: VideoRow,
  titleKey: string | null,
): Promise<string[]> {
  const wanted = new Set<string>();
  if (!from.identity.startsWith('reading:')) wanted.add(from.identity);
  if (from.titleKey !== null && from.titleKey !== titleKey) wanted.add(`title:${from.titleKey}`);
  const added: string[] = [];
  for (const identity of wanted) {
    const creatorId_identity = { creatorId: into.creatorId, identity };
    if ((await tx.videoAlias.findUnique({ where: { creatorId_identity } })) !== null) continue;
    await tx.videoAlias.create({ data: { ...creatorId_identity, videoId: into.id } });
    added.push(identity);
  }
  return added;
}
