import type { Database } from '../../db/database.js';
import {
  FEWEST_IN_GROUP,
  type Interval,
  type MedianFound,
  medianOf,
  shareInterval,
} from '../../lib/statistics.js';
import { FEWEST_SAVES_TO_JUDGE } from '../readings/report-card.js';
import { firstOfEachVideo, type OfVideo } from '../saves/doubles.js';

/** A true count beside the estimate that was shown first. */
export interface TruthBeside {
  readonly readingId: bigint;
  readonly title: string | null;
  readonly views: number;
  readonly saves: number;
  readonly estimate: { readonly saves: number; readonly low: number; readonly high: number };
  readonly inside: boolean;
}

/** The estimate's report card for one creator. Factors are of the truth by the estimate. */
export interface AccuracyInsight {
  /** The last ones, newest first. */
  readonly latest: readonly TruthBeside[];
  /** Videos looked at, each with the first truth that was told of it. */
  readonly videos: number;
  /** Truths looked at, later ones of the same video included. */
  readonly truths: number;
  /**
   * Of the videos whose estimate is FEWEST_SAVES_TO_JUDGE or more: below, whole numbers alone make
   * the range wider than promised. Null where there is none.
   */
  readonly inside: {
    readonly videos: number;
    readonly hits: number;
    readonly interval: Interval;
    /** Null below FEWEST_TO_JUDGE videos. */
    readonly holds: 'as promised' | 'less' | 'more' | null;
  } | null;
  /** By which factor half of the estimates were off at most, either way; 1 or more. */
  readonly off: MedianFound;
  /** The middle factor: above 1 where the estimates are rather too low. */
  readonly lean: MedianFound;
  /**
   * How far off half of the estimates were at most, in the first half of the videos and in the last:
   * it describes, for one after the other proves nothing. Null below FEWEST_TO_JUDGE videos.
   */
  readonly trend: { readonly first: number; readonly last: number } | null;
}

/** At most so many of a creator's last truths are looked at, so that the work stays bounded. */
export const MOST_TRUTHS_JUDGED = 200;

/** Of fewer videos it isn't said whether the range holds, or whether it gets better. */
export const FEWEST_TO_JUDGE = 2 * FEWEST_IN_GROUP;

const LATEST_SHOWN = 10;

/** The share of truths that a range is made to hold. */
const PROMISED = 0.8;

/** A truth as it is stored, with what belongs to it. */
export interface TruthRow extends OfVideo {
  readonly readingId: bigint;
  readonly title: string | null;
  readonly videoTitle: string | null;
  readonly told: bigint;
  readonly miss: number;
  /** SQLite has no truth values of its own. */
  readonly inside: boolean | bigint | number;
  readonly estimated: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A creator's last truths of videos, newest first, each beside the estimate shown first: one
 * statement. Photo posts are left out, for the estimate wasn't fitted on them.
 */
export async function lastTruths(db: Database, creatorId: bigint): Promise<TruthRow[]> {
  return db.prisma.$queryRaw<TruthRow[]>`
    SELECT t."readingId", t."creatorId", r."videoId", v."identity", r."takenAt", r."title",
           v."title" AS "videoTitle", r."views", r."likes", r."comments", r."shares",
           t."saves" AS "told", t."miss", t."inside", e."saves" AS "estimated", e."low", e."high"
    FROM (
      SELECT s.* FROM "TrueSave" s JOIN "Reading" k ON k."id" = s."readingId"
      JOIN "Video" p ON p."id" = k."videoId"
      WHERE s."creatorId" = ${creatorId} AND p."kind" = 'video'
      ORDER BY s."toldAt" DESC, s."readingId" DESC
      LIMIT ${MOST_TRUTHS_JUDGED}
    ) AS t
    JOIN "Reading" r ON r."id" = t."readingId"
    JOIN "Video" v ON v."id" = r."videoId"
    JOIN "Estimate" e ON e."readingId" = t."readingId" AND e."createdAt" = (
      SELECT MIN(f."createdAt") FROM "Estimate" f WHERE f."readingId" = t."readingId"
    )
    ORDER BY t."toldAt" DESC, t."readingId" DESC`;
}

/**
 * What the truths say of the estimates: null where there are none. A video counts once, with its
 * first truth, since what was told of it later met an estimate that had learned from that.
 *
 * @param rows newest first.
 */
export function accuracyInsight(rows: readonly TruthRow[]): AccuracyInsight | null {
  const judged = firstOfEachVideo(rows.toReversed(), 'name');
  if (judged.length === 0) return null;
  const misses = judged.map(({ miss }) => miss);
  return {
    latest: rows.slice(0, LATEST_SHOWN).map((row) => ({
      readingId: row.readingId,
      title: row.title ?? row.videoTitle,
      views: Number(row.views),
      saves: Number(row.told),
      estimate: { saves: row.estimated, low: row.low, high: row.high },
      inside: Boolean(row.inside),
    })),
    videos: judged.length,
    truths: rows.length,
    inside: insideOf(judged.filter(({ estimated }) => estimated >= FEWEST_SAVES_TO_JUDGE)),
    off: asFactors(medianOf(misses.map(Math.abs))),
    lean: asFactors(medianOf(misses)),
    trend: judged.length < FEWEST_TO_JUDGE ? null : trendOf(misses.map(Math.abs)),
  };
}

function insideOf(judged: readonly TruthRow[]): AccuracyInsight['inside'] {
  const videos = judged.length;
  if (videos === 0) return null;
  const hits = judged.filter(({ inside }) => Boolean(inside)).length;
  const interval = shareInterval(hits, videos);
  return { videos, hits, interval, holds: videos < FEWEST_TO_JUDGE ? null : holds(interval) };
}

function holds({ low, high }: Interval): 'as promised' | 'less' | 'more' {
  if (high < PROMISED) return 'less';
  return low > PROMISED ? 'more' : 'as promised';
}

/** @param distances in the order in which they were told; the one in the middle is in neither half. */
function trendOf(distances: readonly number[]): NonNullable<AccuracyInsight['trend']> {
  const half = Math.floor(distances.length / 2);
  const [first, last] = [distances.slice(0, half), distances.slice(-half)];
  return {
    first: Math.exp(medianOf(first).median),
    last: Math.exp(medianOf(last).median),
  };
}

function asFactors({ median, interval, n }: MedianFound): MedianFound {
  return {
    median: Math.exp(median),
    interval: interval && { low: Math.exp(interval.low), high: Math.exp(interval.high) },
    n,
  };
}
