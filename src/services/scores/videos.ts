import type { Database } from '../../db/database.js';
import type { PostKind } from '../../db/generated/sqlite/enums.js';
import type { Count } from '../../lib/counts.js';
import { titleKey } from '../../lib/normalise.js';
import {
  type CommunityTruth,
  communityTruth,
  type KnownTruth,
  MAX_COMMUNITY_TRUTHS,
  MAX_TRUTHS,
} from '../estimate/estimate.js';
import type { LastTip } from '../tips/turns.js';
import type { FourCounts } from './count-input.js';
import { identityOf, numbersOf, type Submission, type Submitter } from './submission.js';
import { NOTHING_TOLD, sharedIn, type Told, toldInServer } from './told-in-server.js';

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

/**
 * The video a submission speaks of, if the creator has told of it before: the same id in the link,
 * the same short link, what an entry was known by that was merged into it, or the same title and
 * posting date where no id says otherwise.
 */
export async function findVideo(
  db: Database,
  { creatorId, guildId, interactionId: readingId }: Submitter,
  submission: Submission,
): Promise<Known> {
  const { identity, titleKey: key } = identityOf(submission, readingId);
  const server = sharedIn({ guildId, private: submission.private });
  // One statement, with a row also where no video is found: this is on the way of every `/score`.
  const rows = await db.prisma.$queryRaw<LookedUp[]>`
    SELECT EXISTS (SELECT 1 FROM "TrueSave" t WHERE t."creatorId" = ${creatorId})
             OR EXISTS (SELECT 1 FROM "TrueSave" t WHERE t."guildId" = ${guildId}) AS "hasTruths",
           v."id", v."identity", v."titleKey", v."tiktokId", v."handle", v."kind", v."link",
           v."title", v."posted", v."category", v."duration", v."toldInPrivate",
           a."videoId" IS NOT NULL AS "isMerged",
           (SELECT h."title" FROM "Reading" h
            WHERE h."videoId" = v."id" AND h."guildId" = ${server} AND h."private" = FALSE
              AND h."title" IS NOT NULL AND h."id" < ${readingId}
            ORDER BY h."takenAt" DESC, h."id" DESC LIMIT 1) AS "titleHere",
           (SELECT h."link" FROM "Reading" h
            WHERE h."videoId" = v."id" AND h."guildId" = ${server} AND h."private" = FALSE
              AND h."link" IS NOT NULL AND h."id" < ${readingId}
            ORDER BY h."takenAt" DESC, h."id" DESC LIMIT 1) AS "linkHere",
           (SELECT h."category" FROM "Reading" h
            WHERE h."videoId" = v."id" AND h."guildId" = ${server} AND h."private" = FALSE
              AND h."category" IS NOT NULL AND h."id" < ${readingId}
            ORDER BY h."takenAt" DESC, h."id" DESC LIMIT 1) AS "categoryHere",
           r."takenAt" AS "lastTakenAt", r."views" AS "lastViews",
           t."tip" AS "lastTip", t."tipTurn" AS "lastTurn",
           (SELECT MIN(w."handle") FROM "Video" w WHERE w."creatorId" = ${creatorId})
             AS "firstAccount",
           (SELECT MAX(w."handle") FROM "Video" w WHERE w."creatorId" = ${creatorId})
             AS "lastAccount"
    FROM (SELECT 1) AS "always"
    LEFT JOIN "Reading" t ON t."creatorId" = ${creatorId} AND t."tipTurn" = (
      SELECT MAX(m."tipTurn") FROM "Reading" m WHERE m."creatorId" = ${creatorId}
    )
    LEFT JOIN (
      SELECT "id" FROM "Video" WHERE "creatorId" = ${creatorId} AND "identity" = ${identity}
      UNION
      SELECT "id" FROM "Video" WHERE "creatorId" = ${creatorId} AND "titleKey" = ${key}
      UNION
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
    ORDER BY v."id" DESC`;
  const known = {
    mayHaveTruths: rows.some(({ hasTruths }) => Boolean(hasTruths)),
    lastTip: lastTipIn(rows),
    accounts: { first: rows[0]?.firstAccount ?? null, last: rows[0]?.lastAccount ?? null },
  };
  const id = submission.link?.id ?? null;
  const found =
    rows.find((row) => row.identity === identity) ??
    rows.find((row) => Boolean(row.isMerged)) ??
    rows.find((row) => row.id !== null && (id === null || row.tiktokId === null));
  if (found?.id == null) return { ...known, video: null };
  const { lastTakenAt, lastViews, hasTruths: _, lastTip: __, lastTurn: ___, ...others } = found;
  const { firstAccount: ____, lastAccount: _____, ...rest } = others;
  const { isMerged: ______, titleHere, linkHere, categoryHere, ...video } = rest;
  const last =
    lastTakenAt === null || lastViews === null ? null : { takenAt: lastTakenAt, views: lastViews };
  const { title, link, category } = video;
  const told =
    server === null
      ? { title, link, category }
      : { title: titleHere, link: linkHere, category: categoryHere };
  return { ...known, video: { ...video, id: found.id, last, told } };
}

/** What is known of a submission's video and its creator. */
export interface Known {
  /** Null for a video that is new. */
  readonly video: KnownVideo | null;
  /** False where neither the creator nor anybody in the server has ever told a true count. */
  readonly mayHaveTruths: boolean;
  /** Null where the creator was never shown one. */
  readonly lastTip: LastTip | null;
  readonly accounts: Accounts;
}

/** The first and the last of a creator's TikTok handles that are known: two, one twice, or none. */
interface Accounts {
  readonly first: string | null;
  readonly last: string | null;
}

/** What `Known` has of them, where nothing else is looked up. */
export async function accountsOf(db: Database, creatorId: bigint): Promise<Accounts> {
  const { _min, _max } = await db.prisma.video.aggregate({
    where: { creatorId },
    _min: { handle: true },
    _max: { handle: true },
  });
  return { first: _min.handle, last: _max.handle };
}

/**
 * Which of a creator's true counts teach an estimate: all of them as long as only one account is
 * known, then those of the video's own; none where it isn't known which that is.
 */
export type Pool =
  | { readonly of: 'all' | 'unknown' }
  | { readonly of: 'account'; readonly handle: string };

/** @param handle the video's own account; null where it isn't known. */
export function poolOf({ first, last }: Accounts, handle: string | null): Pool {
  const known = new Set([first, last, handle].filter((one) => one !== null));
  if (known.size <= 1) return { of: 'all' };
  return handle === null ? { of: 'unknown' } : { of: 'account', handle };
}

/** A row of the look-up: everything but the first is null where no video was found. */
type LookedUp = Omit<KnownVideo, 'id' | 'last' | 'told'> & {
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
  readonly firstAccount: string | null;
  readonly lastAccount: string | null;
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

/** The true counts an estimate learns from. */
export interface KnownTruths {
  /** The creator's own of the pool that was asked for, newest first; at most MAX_TRUTHS. */
  readonly own: readonly KnownTruth[];
  /** Of the server's other members, from readings that aren't private; at most MAX_COMMUNITY_TRUTHS. */
  readonly community: readonly CommunityTruth[];
}

/**
 * Reads them in one statement; both parts are bounded and found by an index. What was told after
 * the reading that is to be estimated, or of itself, is no help to be had: only a corrected reading
 * has any.
 *
 * @param o.interactionId the id of the reading.
 * @param at when it was taken.
 */
export async function knownTruths(
  db: Database,
  { creatorId, guildId, pool, interactionId }: Submitter & { pool: Pool },
  at: Date,
): Promise<KnownTruths> {
  const handle = pool.of === 'account' ? pool.handle : null;
  const rows = await db.prisma.$queryRaw<TruthRow[]>`
    SELECT t."creatorId", t."isOwn", t."saves", r."views", r."viewsStep", r."likes", r."likesStep",
           r."comments", r."commentsStep", r."shares", r."sharesStep", r."newFollowers",
           r."watchTime", v."duration", v."kind"
    FROM (
      SELECT * FROM (
        SELECT s."readingId", s."creatorId", s."saves", s."toldAt", TRUE AS "isOwn"
        FROM "TrueSave" s
        JOIN "Reading" q ON q."id" = s."readingId"
        JOIN "Video" w ON w."id" = q."videoId"
        WHERE s."creatorId" = ${creatorId} AND (${pool.of === 'all'} OR w."handle" = ${handle})
          AND s."toldAt" <= ${at} AND s."readingId" <> ${interactionId}
        ORDER BY s."toldAt" DESC
        LIMIT ${MAX_TRUTHS}
      ) AS "own"
      UNION ALL
      SELECT * FROM (
        SELECT "readingId", "creatorId", "saves", "toldAt", FALSE AS "isOwn" FROM "TrueSave"
        WHERE "guildId" = ${guildId} AND "creatorId" <> ${creatorId}
          AND "toldAt" <= ${at}
        ORDER BY "toldAt" DESC
        LIMIT ${MAX_COMMUNITY_TRUTHS}
      ) AS "others"
    ) AS t
    JOIN "Reading" r ON r."id" = t."readingId"
    JOIN "Video" v ON v."id" = r."videoId"
    ORDER BY t."toldAt" DESC`;
  const told = rows.map(({ isOwn, creatorId: member, saves, ...row }) => ({
    isOwn: Boolean(isOwn),
    member: String(member),
    truth: { saves: Number(saves), numbers: numbersOf(countsOf(row), row) },
  }));
  return {
    own: told.filter(({ isOwn }) => isOwn).map(({ truth }) => truth),
    community: told
      .filter(({ isOwn }) => !isOwn)
      .map(({ member, truth }) => communityTruth(member, truth)),
  };
}

type TruthRow = CountColumns & {
  /** SQLite has no truth values of its own. */
  readonly isOwn: boolean | bigint | number;
  readonly creatorId: bigint;
  readonly saves: bigint;
  readonly newFollowers: bigint | null;
  readonly watchTime: number | null;
  readonly duration: number | null;
  readonly kind: PostKind;
};

/** The columns of a reading that hold its four counts. */
type CountColumns = Readonly<
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
