import type { Database } from '../../db/database.js';
import { Prisma } from '../../db/generated/sqlite/client.js';
import type { Category } from '../../db/generated/sqlite/enums.js';
import { postedAt } from '../../lib/tiktok-link.js';
import { sharedIn } from '../readings/told-in-server.js';
import { withoutDoubles } from '../saves/doubles.js';
import { type Saves, type SavesRow, savesColumns, savesJoins, savesOf } from '../saves/saves.js';
import { ofOneAccount } from './one-account.js';

/** At most so many of a creator's last readings are read, so that the work stays bounded, */
const MOST_READINGS = 1_000;

/** and at most so many of their videos looked at. */
export const MOST_INSIGHT_VIDEOS = 200;

const DAY = 24 * 3_600_000;

/** A video that could be judged, as of one of its readings. */
export interface InsightVideo {
  readonly id: bigint;
  /** As typed: it may hold anything. */
  readonly title: string | null;
  /** When the reading was taken that is looked at. */
  readonly takenAt: Date;
  /** When it went public, as exactly as is known; else when it was first told of. Unix milliseconds. */
  readonly at: number;
  /** The day it went public, `YYYY-MM-DD`: as typed, else in UTC by the id in the link. */
  readonly postedOn: string | null;
  readonly category: Category | null;
  /** Seconds. */
  readonly duration: number | null;
  readonly views: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
  readonly saves: Saves;
  /** Average time watched and length, in seconds; of the last reading that told it. */
  readonly watched: { readonly seconds: number; readonly length: number } | null;
  /** New followers and the views they are of; of the last reading that told them. */
  readonly followers: { readonly gained: number; readonly views: number } | null;
  /** The experiment that the last reading to name one named. */
  readonly trying: string | null;
}

/** A creator's videos, and those of which nothing can be said yet. */
export interface InsightVideos {
  /** Newest first. */
  readonly videos: readonly InsightVideo[];
  /** Videos that are too small, or were too early when they were typed. */
  readonly waiting: number;
  /** Judged videos of other accounts than the one that was read last, */
  readonly ofOthers: number;
  /** and those of which it isn't known which of several they are of. */
  readonly ofUnknown: number;
}

/** A reading of a creator, with what belongs to it. */
export interface InsightReading extends SavesRow {
  readonly id: bigint;
  readonly creatorId: bigint;
  readonly videoId: bigint;
  readonly guildId: bigint | null;
  /** SQLite has no truth values of its own. */
  readonly private: boolean | bigint | number;
  readonly trying: string | null;
  readonly tip: string | null;
  readonly title: string | null;
  readonly videoTitle: string | null;
  readonly identity: string;
  readonly tiktokId: bigint | null;
  readonly handle: string | null;
  readonly posted: string | null;
  readonly category: Category | null;
  readonly duration: number | null;
}

/**
 * A creator's last readings of videos, newest first, with the estimate shown first and the true
 * count: one statement, bounded, along an index. Photo posts are left out, for the estimate wasn't
 * fitted on them.
 */
export async function lastReadings(
  db: Database,
  creatorId: bigint,
  most = MOST_READINGS,
): Promise<InsightReading[]> {
  return db.rows<InsightReading>(Prisma.sql`
    SELECT r."id", r."creatorId", r."videoId", r."guildId", r."private", r."trying", r."tip",
           r."title", v."title" AS "videoTitle", v."identity", v."tiktokId", v."handle", v."posted",
           v."category", v."duration", ${savesColumns}
    FROM (
      SELECT * FROM "Reading" WHERE "creatorId" = ${creatorId}
      ORDER BY "takenAt" DESC
      LIMIT ${most}
    ) AS r
    JOIN "Video" v ON v."id" = r."videoId"
    ${savesJoins()}
    WHERE v."kind" = 'video'
    ORDER BY r."takenAt" DESC, r."id" DESC`);
}

/** What was told to a whole server, and not in private; null for all, as its creator sees it. */
export function toldTo(
  readings: readonly InsightReading[],
  server: bigint | null,
): readonly InsightReading[] {
  if (server === null) return readings;
  return readings.filter((one) => sharedIn({ ...one, private: Boolean(one.private) }) === server);
}

/**
 * The videos of some readings, each once and as of its last judged reading with a true count, else
 * as of its last judged one; of one TikTok account only, as `ofOneAccount` has it. The same counts
 * told within a day as several videos are one.
 *
 * @param readings newest first.
 * @param now no post is later.
 */
export function insightVideos(
  readings: readonly InsightReading[],
  now: Date,
  handle?: string | null,
): InsightVideos {
  const byVideo = new Map<bigint, InsightReading[]>();
  for (const reading of withoutDoubles(readings, 'name')) {
    const sameVideo = byVideo.get(reading.videoId);
    if (sameVideo !== undefined) sameVideo.push(reading);
    else if (byVideo.size < MOST_INSIGHT_VIDEOS) byVideo.set(reading.videoId, [reading]);
  }
  const judged = [...byVideo.values()].flatMap((ofVideo) => {
    const video = insightVideo(ofVideo, now);
    return video === null ? [] : [video];
  });
  return { ...ofOneAccount(judged, handle), waiting: byVideo.size - judged.length };
}

/**
 * The experiment of a creator's newest video, by when it went public, judged or not: whose turn it
 * is goes by that. Reading an older video again makes no difference.
 *
 * @param readings newest first.
 */
export function newestTrying(readings: readonly InsightReading[], now: Date): string | null {
  const byVideo = new Map<bigint, InsightReading[]>();
  for (const reading of readings) {
    byVideo.set(reading.videoId, [...(byVideo.get(reading.videoId) ?? []), reading]);
  }
  const videos = [...byVideo.values()].flatMap((ofVideo) => {
    const [last, first] = [ofVideo[0], ofVideo.at(-1)];
    if (last === undefined || first === undefined) return [];
    const { videoId: id, handle } = last;
    const at = (publicAt(last, now) ?? first.takenAt).getTime();
    return [{ id, handle, at, trying: firstOf(ofVideo, ({ trying }) => trying) }];
  });
  return ofOneAccount(videos).videos.toSorted(byTime).at(-1)?.trying ?? null;
}

/** The readings of the last so many days; all of them where no number is given. */
export function withinDays(
  readings: readonly InsightReading[],
  days: number | undefined,
  now: Date,
): readonly InsightReading[] {
  if (days === undefined) return readings;
  const since = now.getTime() - days * DAY;
  return readings.filter(({ takenAt }) => takenAt.getTime() >= since);
}

type Timed = Pick<InsightVideo, 'id' | 'at'>;

/** Videos of the same day in the order in which they were told. */
export function byTime(a: Timed, b: Timed): number {
  return a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** @param readings of one video, newest first. */
function insightVideo(
  readings: readonly InsightReading[],
  now: Date,
): (InsightVideo & { readonly handle: string | null }) | null {
  const judged = readings.filter(({ verdict, views }) => verdict === 'scored' && views > 0n);
  const chosen = countedElseLast(judged);
  if (chosen === undefined) return null;
  const { posted, duration } = chosen;
  const uploaded = uploadedAt(chosen, now);
  const firstTold = readings.at(-1)?.takenAt ?? chosen.takenAt;
  return {
    id: chosen.videoId,
    title: chosen.title ?? chosen.videoTitle,
    takenAt: chosen.takenAt,
    handle: chosen.handle,
    at: (publicAt(chosen, now) ?? firstTold).getTime(),
    postedOn: posted ?? uploaded?.toISOString().slice(0, 10) ?? null,
    category: chosen.category,
    duration,
    views: Number(chosen.views),
    likes: Number(chosen.likes),
    comments: Number(chosen.comments),
    shares: Number(chosen.shares),
    saves: savesOf(chosen),
    watched: firstOf(readings, ({ watchTime }) =>
      watchTime === null || duration === null || duration <= 0
        ? null
        : { seconds: watchTime, length: duration },
    ),
    followers: firstOf(judged, ({ newFollowers, views }) =>
      newFollowers === null ? null : { gained: Number(newFollowers), views: Number(views) },
    ),
    trying: firstOf(readings, ({ trying }) => trying),
  };
}

/** Of a video's judged readings, newest first, the last with a true count, else the last. */
export function countedElseLast<T extends { readonly told: bigint | null }>(
  judged: readonly T[],
): T | undefined {
  return judged.find(({ told }) => told !== null) ?? judged[0];
}

/** What says when a video went public. */
interface Dated {
  readonly tiktokId: bigint | null;
  readonly posted: string | null;
}

/**
 * When a video went public, as exactly as is known; null where nothing was told of it.
 *
 * @param now no post is later.
 */
export function publicAt(video: Dated, now: Date): Date | null {
  return uploadedAt(video, now) ?? noonOf(video.posted);
}

function uploadedAt({ tiktokId }: Dated, now: Date): Date | null {
  return tiktokId === null ? null : postedAt(tiktokId, now);
}

/** Midday in UTC: the day is that of the creator, wherever that is. */
function noonOf(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T12:00:00Z`);
}

function firstOf<T, V>(list: readonly T[], value: (one: T) => V | null): V | null {
  for (const one of list) {
    const found = value(one);
    if (found !== null) return found;
  }
  return null;
}
