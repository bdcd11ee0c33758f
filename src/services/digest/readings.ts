import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../db/database.js';
import type { Category } from '../../db/generated/sqlite/enums.js';
import { postedAt } from '../../lib/tiktok-link.js';
import type { Week } from '../../lib/weeks.js';
import { WEEKS_BEFORE } from '../boards/ranking.js';
import { judge } from '../estimate/estimate.js';
import { linkOf } from '../scores/stored-score.js';
import { newestOfEach } from '../scores/told-in-server.js';
import type { Ranged } from './parts.js';

/** Weeks that are looked at, the digest's own included: as many as the boards look at. */
export const WEEKS_LOOKED_AT = WEEKS_BEFORE + 1;

/** Readings that are looked at, newest first, so that the work stays bounded in any server. */
export const MOST_READINGS = 20_000;

/** The last reading of a video within a week. */
export interface WeekVideo {
  readonly videoId: bigint;
  readonly creatorId: bigint;
  /** Whether the creator agreed to be shown in this server; not whether they are still a member. */
  readonly joined: boolean;
  readonly readingId: bigint;
  readonly takenAt: Date;
  readonly views: number;
  /** By the creator's own count where it was told, else estimated with its 80 % range. */
  readonly saves: Ranged;
  readonly told: boolean;
  /** Percentile among comparable videos, 0 to 100; null for what can't be judged. */
  readonly score: number | null;
  /** What was last told of the video in this server in these weeks, and not in private. */
  readonly title: string | null;
  readonly url: string | null;
  readonly category: Category | null;
  /** The day it was posted, `YYYY-MM-DD`: as it was told, else as its id says in the server's zone. */
  readonly posted: string | null;
}

/** Seven days of a server, up to the hour of its digest. Its name sorts as the weeks run. */
export interface ServerWeek extends Week {
  readonly videos: readonly WeekVideo[];
  /** Whether some readings of the week are beyond those that are looked at. */
  readonly isCut: boolean;
}

/**
 * The videos that were scored in a server in the last weeks, oldest week first; the last one ends at
 * `until`. Private readings, photo posts and what was told after `until` are left out.
 */
export async function readWeeks(
  db: Database,
  { guildId, until, timezone }: { guildId: bigint; until: Date; timezone: string },
): Promise<readonly ServerWeek[]> {
  const bounds = weekBounds(until, timezone);
  const from = bounds[0] ?? until;
  const rows = await db.prisma.$queryRaw<Row[]>`
    SELECT r."id", r."videoId", r."creatorId", r."takenAt", r."views", r."title",
           r."link", r."category", r."posted", e."saves", e."low", e."high", e."score",
           e."verdict", t."saves" AS "told", (c."creatorId" IS NOT NULL) AS "agreed"
    FROM "Reading" r
    JOIN "Estimate" e ON e."readingId" = r."id" AND e."createdAt" = (
      SELECT MIN(f."createdAt") FROM "Estimate" f WHERE f."readingId" = r."id"
    )
    LEFT JOIN "TrueSave" t ON t."readingId" = r."id" AND t."toldAt" < ${until}
    LEFT JOIN "Consent" c ON c."guildId" = r."guildId" AND c."creatorId" = r."creatorId"
    WHERE r."guildId" = ${guildId} AND r."takenAt" >= ${from} AND r."takenAt" < ${until}
      AND r."private" = FALSE AND r."kind" = 'video'
    ORDER BY r."takenAt" DESC, r."id" DESC
    LIMIT ${MOST_READINGS + 1}`;
  const looked = rows.slice(0, MOST_READINGS);
  const oldest = rows.length > MOST_READINGS ? looked.at(-1)?.takenAt : undefined;
  // The video's own row won't do: it also holds what was told in another server or in private.
  const told = newestOfEach(looked, ['title', 'link', 'category', 'posted']);
  // Newest first: the first row of a video in a week is its last reading there.
  const last = bounds.slice(1).map(() => new Map<bigint, Row>());
  let index = last.length - 1;
  for (const row of looked) {
    while (index > 0 && row.takenAt < (bounds[index] ?? from)) index -= 1;
    const week = last[index];
    if (week?.has(row.videoId) === false) week.set(row.videoId, row);
  }
  return last.map((week, place) => {
    const start = bounds[place] ?? from;
    return {
      name: String(place).padStart(2, '0'),
      from: start,
      to: bounds[place + 1] ?? until,
      videos: [...week.values()].map((row) => weekVideo(row, told.get(row.videoId), timezone)),
      isCut: oldest !== undefined && oldest >= start,
    };
  });
}

/** Where the weeks begin and end, oldest first: the same time on the wall clock, seven days apart. */
function weekBounds(until: Date, timezone: string): Date[] {
  const end = zoned(until, timezone);
  return Array.from(
    { length: WEEKS_LOOKED_AT + 1 },
    (_, index) => new Date(end.subtract({ weeks: WEEKS_LOOKED_AT - index }).epochMilliseconds),
  );
}

interface Row {
  readonly id: bigint;
  readonly videoId: bigint;
  readonly creatorId: bigint;
  readonly takenAt: Date;
  readonly views: bigint;
  readonly title: string | null;
  readonly link: string | null;
  readonly category: Category | null;
  readonly posted: string | null;
  readonly saves: number;
  readonly low: number;
  readonly high: number;
  readonly score: number | null;
  readonly verdict: 'scored' | 'too_early' | 'too_small';
  readonly told: bigint | null;
  /** SQLite has no truth values of its own. */
  readonly agreed: boolean | bigint | number;
}

type Told = Pick<Row, 'title' | 'link' | 'category' | 'posted'>;

function weekVideo(row: Row, told: Told | undefined, timezone: string): WeekVideo {
  const views = Number(row.views);
  const saves =
    row.told === null
      ? { value: row.saves, low: row.low, high: row.high }
      : { value: Number(row.told), low: Number(row.told), high: Number(row.told) };
  const canBeJudged = row.verdict === 'scored';
  return {
    videoId: row.videoId,
    creatorId: row.creatorId,
    joined: Boolean(row.agreed),
    readingId: row.id,
    takenAt: row.takenAt,
    views,
    saves,
    told: row.told !== null,
    score: !canBeJudged
      ? null
      : row.told === null
        ? row.score
        : judge({ views, saves: saves.value }, row.takenAt).score,
    title: told?.title ?? null,
    url: told?.link ?? null,
    category: told?.category ?? null,
    posted: told?.posted ?? uploadDay(told?.link ?? null, row.takenAt, timezone),
  };
}

function uploadDay(link: string | null, now: Date, timezone: string): string | null {
  const id = linkOf(link)?.id ?? null;
  const at = id === null ? null : postedAt(id, now);
  return at === null ? null : zoned(at, timezone).toPlainDate().toString();
}

function zoned(at: Date, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timezone);
}
