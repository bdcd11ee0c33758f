import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../db/database.js';
import type { Category } from '../../db/generated/sqlite/enums.js';
import { postedAt } from '../../lib/tiktok-link.js';
import type { Week } from '../../lib/weeks.js';
import { WEEKS_BEFORE } from '../boards/ranking.js';
import { newestOfEach } from '../readings/told-in-server.js';
import { withoutDoubles } from '../saves/doubles.js';
import { type Saves, type SavesRow, savesColumns, savesJoins, savesOf } from '../saves/saves.js';
import { linkOf } from '../scores/stored-score.js';

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
  readonly saves: Saves;
  /** Whether a picture showed its counts. */
  readonly pictured?: boolean;
  /** Whether it is known of which video it is: by a link, or a title and a date. */
  readonly isKnown: boolean;
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
    SELECT r."id", r."videoId", r."creatorId", v."identity", r."title", r."link", r."category", r."posted",
           r."shown" AS "pictured",
           (c."creatorId" IS NOT NULL) AS "agreed", ${savesColumns}
    FROM "Reading" r
    JOIN "Video" v ON v."id" = r."videoId"
    ${savesJoins(until)}
    LEFT JOIN "Consent" c ON c."guildId" = r."guildId" AND c."creatorId" = r."creatorId"
      AND c."since" < ${until}
    WHERE r."guildId" = ${guildId} AND r."takenAt" >= ${from} AND r."takenAt" < ${until}
      AND r."private" = FALSE AND v."kind" = 'video'
    ORDER BY r."takenAt" DESC, r."id" DESC
    LIMIT ${MOST_READINGS + 1}`;
  const looked = rows.slice(0, MOST_READINGS);
  const oldest = rows.length > MOST_READINGS ? looked.at(-1)?.takenAt : undefined;
  // The video's own row won't do: it also holds what was told in another server or in private.
  const told = newestOfEach(looked, ['title', 'link', 'category', 'posted']);
  // Newest first: the first row of a video in a week is its last reading there.
  const last = bounds.slice(1).map(() => new Map<bigint, Row>());
  let index = last.length - 1;
  for (const row of withoutDoubles(looked, 'link')) {
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

interface Row extends SavesRow {
  readonly id: bigint;
  readonly videoId: bigint;
  readonly creatorId: bigint;
  readonly identity: string;
  readonly title: string | null;
  readonly link: string | null;
  readonly category: Category | null;
  readonly posted: string | null;
  /** SQLite has no truth values of its own. */
  readonly agreed: boolean | bigint | number;
  readonly pictured: boolean | bigint | number;
}

type Told = Pick<Row, 'title' | 'link' | 'category' | 'posted'>;

function weekVideo(row: Row, told: Told | undefined, timezone: string): WeekVideo {
  return {
    videoId: row.videoId,
    creatorId: row.creatorId,
    joined: Boolean(row.agreed),
    readingId: row.id,
    takenAt: row.takenAt,
    saves: savesOf(row),
    pictured: Boolean(row.pictured),
    isKnown: !row.identity.startsWith('reading:'),
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
