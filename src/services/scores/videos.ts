import type { Database } from '../../db/database.js';
import { Prisma } from '../../db/generated/sqlite/client.js';
import type { PostKind } from '../../db/generated/sqlite/enums.js';
import type { Count } from '../../lib/counts.js';
import { titleKey } from '../../lib/normalise.js';
import { FEWEST_SAME_AGE } from '../readings/same-age.js';
import { NOTHING_TOLD, sharedIn, type Told, toldInServer } from '../readings/told-in-server.js';
import { NOTHING_WANTED, type Wanted, wantedAs } from '../settings.js';
import type { LastTip } from '../tips/turns.js';
import type { FourCounts } from './count-input.js';
import type { Accounts } from './pool.js';
import { identityOf, type Submission, type Submitter, shortIdentity } from './submission.js';
import { type UsualColumns, type UsualCounts, usualCountsSql, usualIn } from './usual-counts.js';

/** A video the creator has told of before, and its last reading. */
export interface KnownVideo {
  readonly id: bigint;
  readonly identity: string;
  readonly titleKey: string | null;
  readonly tiktokId: bigint | null;
  readonly handle: string | null;
  readonly kind: PostKind;
  readonly link: string | null;
  readonly title: string | null;
  readonly posted: string | null;
  readonly category: Submission['category'];
  readonly duration: number | null;
  /** Whether a private reading told something of the above. */
  readonly toldInPrivate: boolean;
  /** The reading before; for one that a whole server sees, the one before that it saw. */
  readonly last: { readonly takenAt: Date; readonly views: bigint } | null;
  /** What may be shown of it: to a server what was told there, to its creator alone everything. */
  readonly told: Told;
}

/** So many of a creator's last readings are looked through for a category they chose. */
const MAX_CATEGORY_READINGS = 20;

/**
 * The video a submission speaks of, if the creator has told of it before: the same id in the link,
 * the same short link, what an entry was known by that was merged into it, or the same title and
 * posting date where no id says otherwise. With it comes between what the creator's last readings
 * were; null where there is none.
 *
 * @param meant the video that its creator said it is.
 */
export async function findVideo(
  db: Database,
  { creatorId, guildId, interactionId: readingId }: Submitter,
  submission: Submission,
  meant: bigint | null = null,
): Promise<Looked> {
  const { identity, titleKey: key } = identityOf(submission, readingId);
  const { shortLink } = submission;
  const asShort = shortLink === undefined ? null : shortIdentity(shortLink);
  const server = sharedIn({ guildId, private: submission.private });
  const handle = submission.link?.handle ?? null;
  // Begun for a video that is found alone: SQLite's sorting costs before its first row.
  const lastHere = (name: 'title' | 'link' | 'category') => {
    const column = Prisma.raw(`h."${name}"`);
    return Prisma.sql`CASE WHEN v."id" IS NULL THEN NULL ELSE (
      SELECT ${column} FROM "Reading" h
      WHERE h."videoId" = v."id" AND h."guildId" = ${server} AND h."private" = FALSE
        AND ${column} IS NOT NULL AND h."id" < ${readingId}
      ORDER BY h."takenAt" DESC, h."id" DESC LIMIT 1
    ) END`;
  };
  // One statement, with a row also where no video is found: this is on the way of every `/score`.
  const rows = await db.rows<LookedUp>(Prisma.sql`
    SELECT EXISTS (SELECT 1 FROM "TrueSave" t WHERE t."creatorId" = ${creatorId})
             OR EXISTS (SELECT 1 FROM "TrueSave" t WHERE t."guildId" = ${guildId}) AS "hasTruths",
           v."id", v."identity", v."titleKey", v."tiktokId", v."handle", v."kind", v."link",
           v."title", v."posted", v."category", v."duration", v."toldInPrivate",
           a."videoId" IS NOT NULL AS "isMerged",
           ${lastHere('title')} AS "titleHere",
           ${lastHere('link')} AS "linkHere",
           ${lastHere('category')} AS "categoryHere",
           r."takenAt" AS "lastTakenAt", r."views" AS "lastViews",
           t."tip" AS "lastTip", t."tipTurn" AS "lastTurn",
           (SELECT c."category" FROM (
              SELECT h."id", h."takenAt", h."videoId", h."category" FROM "Reading" h
              WHERE h."creatorId" = ${creatorId} AND h."id" < ${readingId}
                AND (${server === null} OR (h."guildId" = ${server} AND h."private" = FALSE))
              ORDER BY h."takenAt" DESC
              LIMIT ${MAX_CATEGORY_READINGS}
            ) AS c
            JOIN "Video" w ON w."id" = c."videoId"
            WHERE c."category" IS NOT NULL
              AND (${handle === null} OR w."handle" IS NULL OR w."handle" = ${handle})
            ORDER BY c."takenAt" DESC, c."id" DESC
            LIMIT 1) AS "lastCategory",
           (SELECT MIN(w."handle") FROM "Video" w WHERE w."creatorId" = ${creatorId})
             AS "firstAccount",
           (SELECT MAX(w."handle") FROM "Video" w WHERE w."creatorId" = ${creatorId})
             AS "lastAccount",
           (SELECT CAST(s."value" AS TEXT) FROM "Setting" s
            WHERE s."guildId" = ${server} AND s."key" = 'answers') AS "answers",
           (SELECT CAST(s."value" AS TEXT) FROM "Setting" s
            WHERE s."guildId" = ${server} AND s."key" = 'language') AS "language", "usual".*
    FROM (${usualCountsSql(creatorId, readingId)}) AS "usual"
    LEFT JOIN "Reading" t ON t."creatorId" = ${creatorId} AND t."tipTurn" = (
      SELECT MAX(m."tipTurn") FROM "Reading" m WHERE m."creatorId" = ${creatorId}
    )
    LEFT JOIN (
      SELECT "id" FROM "Video" WHERE "creatorId" = ${creatorId} AND "identity" = ${identity}
      UNION ALL
      SELECT "id" FROM "Video" WHERE "creatorId" = ${creatorId} AND "identity" = ${asShort}
      UNION ALL
      SELECT "id" FROM "Video" WHERE "creatorId" = ${creatorId} AND "titleKey" = ${key}
      UNION ALL
      SELECT "id" FROM "Video" WHERE "creatorId" = ${creatorId} AND "id" = ${meant}
      UNION ALL
      SELECT "videoId" FROM "VideoAlias"
      WHERE "creatorId" = ${creatorId} AND "identity" = ${identity}
    ) AS "candidate" ON TRUE
    LEFT JOIN "Video" v ON v."id" = "candidate"."id"
    LEFT JOIN "VideoAlias" a
      ON a."creatorId" = ${creatorId} AND a."identity" = ${identity} AND a."videoId" = v."id"
    LEFT JOIN "Reading" r ON r."id" = (
      SELECT MAX(l."id") FROM "Reading" l
      WHERE l."videoId" = v."id" AND l."id" < ${readingId}
        AND (${server === null} OR (l."guildId" = ${server} AND l."private" = FALSE))
    )
    ORDER BY v."id" DESC`);
  const known = {
    mayHaveTruths: rows.some(({ hasTruths }) => Boolean(hasTruths)),
    lastTip: lastTipIn(rows),
    usual: usualIn(rows[0]),
    mayCompare: Number(rows[0]?.lastReadings ?? 0) > FEWEST_SAME_AGE,
    lastCategory: rows[0]?.lastCategory ?? null,
    accounts: { first: rows[0]?.firstAccount ?? null, last: rows[0]?.lastAccount ?? null },
    wanted: rows[0] === undefined ? NOTHING_WANTED : wantedAs(rows[0]),
  };
  const id = submission.link?.id ?? null;
  const found =
    rows.find((row) => meant !== null && row.id === meant) ??
    rows.find((row) => row.identity === identity) ??
    rows.find((row) => Boolean(row.isMerged)) ??
    rows.find((row) => row.id !== null && (id === null || row.tiktokId === null));
  if (found?.id == null) return { ...known, video: null };
  const { lastTakenAt, lastViews, hasTruths: _, lastTip: __, lastTurn: ___, ...others } = found;
  const { firstAccount: ____, lastAccount: _____, lastCategory: ______, ...rest } = others;
  const { isMerged: _______, answers: ________, language: _________, ...seen } = rest;
  const { titleHere, linkHere, categoryHere, ...video } = seen;
  const last =
    lastTakenAt === null || lastViews === null ? null : { takenAt: lastTakenAt, views: lastViews };
  const { title, link, category } = video;
  const told =
    server === null
      ? { title, link, category }
      : { title: titleHere, link: linkHere, category: categoryHere };
  return { ...known, video: { ...video, id: found.id, last, told } };
}

/** What one look finds: what is known, and what is asked about. */
interface Looked extends Known {
  readonly usual: UsualCounts | null;
  /** False where the creator has told of too little else to compare a second reading with. */
  readonly mayCompare: boolean;
}

/** What is known of a submission's video and its creator. */
export interface Known {
  /** Null for a video that is new. */
  readonly video: KnownVideo | null;
  /** False where neither the creator nor anybody in the server has ever told a true count. */
  readonly mayHaveTruths: boolean;
  /** Null where the creator was never shown one. */
  readonly lastTip: LastTip | null;
  /**
   * The category that was told last of a video of this account, among the creator's last readings;
   * for a reading that a whole server sees, among those it saw. Null where none was.
   */
  readonly lastCategory: Submission['category'];
  readonly accounts: Accounts;
  readonly wanted: Wanted;
}

/** A row of the look-up: everything but the first is null where no video was found. */
type LookedUp = Omit<KnownVideo, 'id' | 'last' | 'told'> &
  UsualColumns & {
    /** SQLite has no truth values of its own. */
    readonly hasTruths: boolean | bigint | number;
    readonly id: bigint | null;
    /** Whether it is known by this from an entry merged into it; as `hasTruths`. */
    readonly isMerged: boolean | bigint | number | null;
    readonly titleHere: string | null;
    readonly linkHere: string | null;
    readonly categoryHere: Submission['category'];
    readonly lastTakenAt: Date | null;
    readonly lastViews: bigint | null;
    readonly lastTip: string | null;
    readonly lastTurn: bigint | number | null;
    readonly lastCategory: Submission['category'];
    readonly firstAccount: string | null;
    readonly lastAccount: string | null;
    /** JSON; null where the server has said nothing of it. */
    readonly answers: string | null;
    readonly language: string | null;
  };

/** The same in every row. */
function lastTipIn([row]: readonly LookedUp[]): LastTip | null {
  return row === undefined || row.lastTurn === null
    ? null
    : { id: row.lastTip, turn: Number(row.lastTurn) };
}

/**
 * What of a video's readings before another one may be shown with that one: to a server what was
 * told there, to its creator alone everything.
 */
export async function shownBefore(
  db: Database,
  reading: {
    readonly id: bigint;
    readonly videoId: bigint;
    readonly guildId: bigint | null;
    readonly private: boolean;
  },
  { title, link, category }: Told,
): Promise<Pick<KnownVideo, 'last' | 'told'>> {
  const { videoId } = reading;
  const server = sharedIn(reading);
  const id = { lt: reading.id };
  const [last, told] = await Promise.all([
    db.prisma.reading.findFirst({
      where: { videoId, id, ...(server !== null && { guildId: server, private: false }) },
      orderBy: { id: 'desc' },
      select: { takenAt: true, views: true },
    }),
    server === null ? null : toldInServer(db, server, [videoId], { id }),
  ]);
  return {
    last,
    told: told === null ? { title, link, category } : (told.get(videoId) ?? NOTHING_TOLD),
  };
}

/** What a submission adds to what is known of its video; null if nothing. */
export function videoChanges(
  video: KnownVideo,
  { link, title, posted, category, duration, private: inPrivate }: Submission,
): VideoChanges | null {
  const told: VideoChanges = {};
  // An id is worth more than what the video was known by so far.
  if (link?.id != null && video.tiktokId === null) {
    told.identity = `tiktok:${link.id}`;
    told.tiktokId = link.id;
    told.link = link.url;
  }
  if (link?.handle != null) told.handle = link.handle;
  if (link !== null && link.kind !== 'unknown') told.kind = link.kind;
  if (title !== null) told.title = title;
  if (posted !== null) told.posted = posted;
  if (category !== null) told.category = category;
  if (duration !== null) told.duration = duration;
  const key = titleKeyOf(told.title ?? video.title, told.posted ?? video.posted);
  if (key !== null) told.titleKey = key;
  const changed = Object.entries(told).filter(
    ([column, value]) => video[column as keyof VideoChanges] !== value, // keys of `told` alone
  );
  if (changed.length === 0) return null;
  const secret = inPrivate && !video.toldInPrivate ? { toldInPrivate: true } : {};
  return { ...Object.fromEntries(changed), ...secret };
}

type VideoChanges = {
  -readonly [K in keyof Omit<KnownVideo, 'id' | 'last' | 'told'>]?: KnownVideo[K];
};

export function titleKeyOf(title: string | null, posted: string | null): string | null {
  return title === null || posted === null ? null : titleKey(title, posted);
}

/** The columns of a reading that hold its four counts. */
export type CountColumns = Readonly<
  Record<
    | 'views'
    | 'viewsStep'
    | 'likes'
    | 'likesStep'
    | 'comments'
    | 'commentsStep'
    | 'shares'
    | 'sharesStep',
    bigint
  >
>;

/** The four counts of a stored reading. */
export function countsOf(row: CountColumns): FourCounts {
  const count = (value: bigint, step: bigint): Count => ({ value, step });
  return {
    views: count(row.views, row.viewsStep),
    likes: count(row.likes, row.likesStep),
    comments: count(row.comments, row.commentsStep),
    shares: count(row.shares, row.sharesStep),
  };
}
