import { randomInt } from 'node:crypto';
import type { Database } from '../../db/database.js';
import { isOvertaken } from '../../db/errors.js';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import { insertRows } from '../../db/insert.js';
import { inOneStep, type Transaction } from '../../db/transaction.js';
import { pack } from '../../lib/packed.js';
import { snowflakeAt } from '../../lib/snowflake.js';
import { Refusal } from '../refusal.js';
import { titleKeyOf } from '../scores/videos.js';
import { type Drop, type ImportedVideo, METRICS } from './drop.js';
import { type Estimated, estimateAll, type Importer, type ToEstimate } from './estimates.js';
import { largerCounts } from './merge.js';
import { type News, newsIn, type Raised } from './news.js';
import { type Filled, filledBy, isLater, takenAtOf, toldLater } from './told-more.js';

/** Milliseconds for writing all rows of an import: a real one takes a tenth of that. */
const PATIENCE = { maxWait: 2_000, timeout: 8_000 };

/** All numbers of a day: those that a table doesn't tell aren't known. */
const NOT_KNOWN = Object.fromEntries(
  Object.values(METRICS)
    .flat()
    .map((metric) => [metric, null]),
);

/** How often it is looked again where something else was stored meanwhile. */
const ATTEMPTS = 3;

/** Milliseconds for which an import can be undone: as any change of a history. */
const UNDO_LIFE = 24 * 3_600_000;

/** What undoes an import, beside what is known by its id. */
export interface Imported {
  readonly title: null;
  readonly importId: bigint;
  /** Videos that came with it. */
  readonly videoIds: readonly bigint[];
  /** Readings whose counts it raised, as they were, */
  readonly raised: readonly {
    readonly readingId: bigint;
    readonly before: Prisma.ReadingUncheckedUpdateManyInput;
    readonly estimates: Prisma.EstimateCreateManyInput[];
  }[];
  /** and videos of which it told more: their columns before and after. */
  readonly filled: readonly Filled[];
}

/** What an import has stored. */
export interface StoredImport {
  readonly importId: bigint;
  readonly until: Date;
  readonly news: News;
}

/**
 * Stores what a drop tells that isn't known, all of it or nothing, and what undoes it.
 *
 * @param draftId of the draft that is stored by this: it goes in the same step.
 * @throws Refusal if the draft has gone meanwhile.
 */
export async function storeDrop(
  db: Database,
  drop: Pick<Drop, 'videos' | 'days' | 'hours'>,
  who: Importer,
): Promise<StoredImport> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const stored = await tryStoring(db, drop, who);
      if (stored !== 'changed meanwhile') return stored;
      if (attempt === ATTEMPTS) throw new Error('Something was imported each time it was looked.');
    } catch (error) {
      if (!isOvertaken(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function tryStoring(
  db: Database,
  drop: Pick<Drop, 'videos' | 'days' | 'hours'>,
  who: Importer,
): Promise<StoredImport | 'changed meanwhile'> {
  const news = await newsIn(db, who.creatorId, drop);
  const rows = await rowsOf(db, news, who);
  const until = new Date(who.at.getTime() + UNDO_LIFE);
  const { importId, creatorId, at } = who;
  return inOneStep(
    db,
    async (tx) => {
      // One after the other: a transaction has one connection.
      const last = await tx.import.findFirst({
        where: { creatorId },
        orderBy: { id: 'desc' },
        select: { id: true },
      });
      if ((last?.id ?? null) !== news.lastImport) return 'changed meanwhile';
      const gone = await tx.draft.deleteMany({ where: { id: importId, creatorId } });
      if (gone.count === 0) throw new Refusal({ kind: 'draft gone' });
      if (who.guildId !== null) {
        const guild = { id: who.guildId, createdAt: at };
        await tx.guild.upsert({ where: { id: who.guildId }, create: guild, update: {} });
      }
      await tx.import.create({ data: { id: importId, creatorId, storedAt: at } });
      await insertRows(db, tx, 'Video', rows.videos);
      await insertRows(db, tx, 'Reading', rows.readings);
      await insertRows(db, tx, 'Estimate', rows.estimates);
      await insertRows(db, tx, 'TrueSave', rows.truths);
      for (const { videoId, after } of rows.filled) {
        await tx.video.update({ where: { id: videoId }, data: after });
      }
      for (const one of rows.raised) await raise(tx, one);
      const { days, hours } = news;
      const came = { importId, creatorId };
      await insertRows(
        ...([db, tx, 'AccountDay'] as const),
        days.map(({ values, ...day }) => ({ ...came, ...day, ...NOT_KNOWN, ...values })),
      );
      await insertRows(
        ...([db, tx, 'AccountHour'] as const),
        hours.map(({ handle, day, hour, active, asOf }) => ({
          ...came,
          ...{ handle, day, hour, active, asOf },
        })),
      );
      const undo: Imported = {
        ...{ title: null, importId },
        videoIds: rows.videos.map(({ id }) => BigInt(id)),
        raised: rows.raised.map(({ readingId, before, estimates }) => ({
          ...{ readingId, before, estimates },
        })),
        filled: rows.filled,
      };
      await tx.undo.create({
        data: {
          ...{ id: importId, creatorId, kind: 'imported', expiresAt: until },
          // Nothing but an object comes of an object.
          payload: pack(undo) as Prisma.InputJsonObject,
        },
      });
      return { importId, until, news };
    },
    PATIENCE,
  );
}

interface RaisedRows {
  readonly readingId: bigint;
  readonly before: Prisma.ReadingUncheckedUpdateManyInput;
  readonly after: Prisma.ReadingUncheckedUpdateManyInput;
  /** Those of before. */
  readonly estimates: Prisma.EstimateCreateManyInput[];
  readonly estimated: Estimated;
}

interface Rows {
  readonly videos: Prisma.VideoCreateManyInput[];
  readonly readings: Prisma.ReadingCreateManyInput[];
  readonly estimates: Prisma.EstimateCreateManyInput[];
  readonly truths: Prisma.TrueSaveCreateManyInput[];
  readonly raised: RaisedRows[];
  readonly filled: Filled[];
}

async function rowsOf(db: Database, news: News, who: Importer): Promise<Rows> {
  const videos = new Map<string, Prisma.VideoCreateManyInput>();
  const toEstimate: ToEstimate[] = news.readings.map(({ video, stored }) => {
    const takenAt = takenAtOf(video, who.at);
    const there = stored?.id ?? videos.get(video.identity)?.id;
    const videoId = there === undefined ? idAt(takenAt, video) : BigInt(there);
    const before = videos.get(video.identity);
    if (before !== undefined)
      videos.set(video.identity, { ...before, ...toldLater(before, video) });
    else if (stored === null) videos.set(video.identity, videoRow(video, videoId, who));
    return { video, stored, readingId: idAt(takenAt, video), videoId, takenAt };
  });
  const raised: ToEstimate[] = news.raised.map((one) => raisedReading(one));
  const estimated = await estimateAll(db, [...toEstimate, ...raised], who);
  const ofNew = estimated.slice(0, toEstimate.length);
  return {
    videos: [...videos.values()],
    readings: toEstimate.map((one) => readingRow(one, who)),
    estimates: ofNew.map(({ estimate }) => estimate),
    truths: ofNew.flatMap(({ truth }) => truth ?? []),
    raised: await Promise.all(
      news.raised.map(async ({ reading }, place) => {
        const [one, result] = [raised[place], estimated[toEstimate.length + place]];
        if (one === undefined || result === undefined) throw new Error('One estimate a reading.');
        const before = await db.prisma.estimate.findMany({ where: { readingId: reading.id } });
        return {
          readingId: reading.id,
          before: {
            ...countColumns({
              views: { value: reading.views, step: reading.viewsStep },
              likes: { value: reading.likes, step: reading.likesStep },
              comments: { value: reading.comments, step: reading.commentsStep },
              shares: { value: reading.shares, step: reading.sharesStep },
            }),
            title: reading.title,
          },
          after: {
            ...countColumns(one.video.counts),
            title: isLater(news.raised[place]) ? (one.video.title ?? reading.title) : reading.title,
          },
          // Parts are a list; the type of any JSON would let them be none.
          estimates: before.map((row) => ({ ...row, parts: row.parts ?? [] })),
          estimated: result,
        };
      }),
    ),
    filled: filledBy(news, who),
  };
}

/** A reading of the same day with the larger of each count. */
function raisedReading({ video, stored, reading }: Raised): ToEstimate {
  const counts = largerCounts(video.counts, {
    views: { value: reading.views, step: reading.viewsStep },
    likes: { value: reading.likes, step: reading.likesStep },
    comments: { value: reading.comments, step: reading.commentsStep },
    shares: { value: reading.shares, step: reading.sharesStep },
  });
  return {
    // Real saves that were told stay as they were told.
    video: { ...video, counts, saves: null },
    stored,
    readingId: reading.id,
    videoId: stored.id,
    takenAt: reading.takenAt,
  };
}

async function raise(tx: Transaction, { readingId, after, estimated }: RaisedRows): Promise<void> {
  await tx.reading.update({ where: { id: readingId }, data: after });
  await tx.estimate.deleteMany({ where: { readingId } });
  await tx.estimate.create({ data: estimated.estimate });
}

function videoRow(video: ImportedVideo, id: bigint, who: Importer): Prisma.VideoCreateManyInput {
  const { identity, tiktokId, handle, kind, link, title, posted, category, duration } = video;
  return {
    ...{ id, identity, tiktokId, handle, kind, link, title, posted, category, duration },
    creatorId: who.creatorId,
    titleKey: titleKeyOf(title, posted),
    toldInPrivate: who.private,
    createdAt: who.at,
  };
}

function readingRow(
  { video, readingId, videoId, takenAt }: ToEstimate,
  who: Importer,
): Prisma.ReadingCreateManyInput {
  const { newFollowers, watchTime, title, link, posted, category, kind, readOn } = video;
  return {
    ...{ id: readingId, videoId, creatorId: who.creatorId, guildId: who.guildId, takenAt },
    ...countColumns(video.counts),
    newFollowers: newFollowers?.value ?? null,
    newFollowersStep: newFollowers?.step ?? null,
    ...{ watchTime, title, link, posted, category, kind },
    private: who.private,
    importId: who.importId,
    readOn,
  };
}

function countColumns({ views, likes, comments, shares }: ImportedVideo['counts']) {
  return {
    ...{ views: views.value, viewsStep: views.step, likes: likes.value, likesStep: likes.step },
    ...{ comments: comments.value, commentsStep: comments.step },
    ...{ shares: shares.value, sharesStep: shares.step },
  };
}

/** Milliseconds over which the ids of one moment are spread: many exports are of one day. */
const SPREAD = { day: 1_800_000, now: 1_000 };
const IDS_OF_A_MILLISECOND = 2 ** 22;

/**
 * An id in Discord's form, near the moment it belongs to, so that the newer of two readings has the
 * larger one.
 */
function idAt(moment: Date, { readOn }: ImportedVideo): bigint {
  const before = moment.getTime() - randomInt(readOn === null ? SPREAD.now : SPREAD.day);
  return snowflakeAt(new Date(before), BigInt(randomInt(IDS_OF_A_MILLISECOND)));
}
