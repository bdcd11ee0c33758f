import type { Database } from '../../db/database.js';
import { Prisma } from '../../db/generated/sqlite/client.js';
import type { PostKind } from '../../db/generated/sqlite/enums.js';
import {
  type CommunityTruth,
  communityTruth,
  type KnownTruth,
  MAX_COMMUNITY_MEMBERS,
  MAX_MEMBER_TRUTHS,
  MAX_TRUTHS,
  type Numbers,
} from '../estimate/estimate.js';
import { firstOfEachVideo, type OfVideo } from '../saves/doubles.js';
import type { Pool } from './pool.js';
import { numbersOf, type Submission, type Submitter } from './submission.js';
import { type CountColumns, countsOf } from './videos.js';

/** So many members of a server are looked at for who told a real count last. */
const MAX_SERVER_MEMBERS = 250;

/** Among so many of their newest real counts a creator's different videos are looked for. */
const OWN_WINDOW = 16 * MAX_TRUTHS;

/** The same for each other member. */
const MEMBER_WINDOW = 16 * MAX_MEMBER_TRUTHS;

/** So many times as many as are learned from are read: one video may have been told as several. */
const SPARE = 2;

/** The true counts an estimate learns from, about posts of the same kind. */
export interface KnownTruths {
  /**
   * The creator's own of the pool that was asked for, newest first; of each video the newest, and at
   * most MAX_TRUTHS.
   */
  readonly own: readonly KnownTruth[];
  /**
   * Of the server's other members, from readings that aren't private, newest first: of the
   * MAX_COMMUNITY_MEMBERS who told one last the newest ones, MAX_MEMBER_TRUTHS or more where there
   * are, each of another video.
   */
  readonly community: readonly CommunityTruth[];
}

/**
 * Reads them in one statement; both parts are bounded and found by an index, however much one
 * member tells: videos are looked for among the newest counts only. What was told after the reading
 * that is to be estimated, or of itself, is no help to be had: only a corrected reading has any. The
 * same four counts told within a day without names are one video.
 *
 * @param o.interactionId the id of the reading.
 * @param at when it was taken.
 */
export async function knownTruths(
  db: Database,
  {
    creatorId,
    guildId,
    pool,
    kind,
    interactionId,
  }: Submitter & { pool: Pool; kind: Numbers['kind'] },
  at: Date,
): Promise<KnownTruths> {
  const handle = pool.of === 'account' ? pool.handle : null;
  // The members are found by jumping from one to the next along the index; CROSS JOIN keeps SQLite
  // from going through the whole server's counts first.
  const rows = await db.rows<TruthRow>(Prisma.sql`
    WITH RECURSIVE "member" AS (
      SELECT (SELECT MIN(f."creatorId") FROM "TrueSave" f WHERE f."guildId" = ${guildId}) AS "id",
             1 AS "place"
      UNION ALL
      SELECT (SELECT MIN(n."creatorId") FROM "TrueSave" n
              WHERE n."guildId" = ${guildId} AND n."creatorId" > m."id"),
             m."place" + 1
      FROM "member" m WHERE m."id" IS NOT NULL AND m."place" < ${MAX_SERVER_MEMBERS}
    ),
    "other" AS (
      SELECT m."id", (SELECT MAX(l."toldAt") FROM "TrueSave" l
                      WHERE l."guildId" = ${guildId} AND l."creatorId" = m."id"
                        AND l."toldAt" <= ${at}) AS "lastToldAt"
      FROM "member" m WHERE m."id" IS NOT NULL AND m."id" <> ${creatorId}
      ORDER BY 2 DESC NULLS LAST
      LIMIT ${MAX_COMMUNITY_MEMBERS}
    ),
    "told" AS (
      SELECT o."readingId", o."creatorId", o."saves", o."toldAt", o."videoId", TRUE AS "isOwn"
      FROM (
        SELECT t."readingId", t."creatorId", t."saves", t."toldAt", r."videoId"
        FROM "TrueSave" t
        JOIN "Reading" r ON r."id" = t."readingId"
        JOIN "Video" v ON v."id" = r."videoId"
        WHERE t."creatorId" = ${creatorId} AND (${pool.of === 'all'} OR v."handle" = ${handle})
          AND t."toldAt" <= ${at} AND t."readingId" <> ${interactionId}
          AND CAST(r."kind" AS TEXT) = ${kind}
        ORDER BY t."toldAt" DESC
        LIMIT ${OWN_WINDOW}
      ) AS o
      UNION ALL
      SELECT t."readingId", t."creatorId", t."saves", t."toldAt", r."videoId", FALSE AS "isOwn"
      FROM (
        SELECT "other"."id", COALESCE(
          (SELECT w."toldAt" FROM "TrueSave" w JOIN "Reading" x ON x."id" = w."readingId"
           WHERE w."guildId" = ${guildId} AND w."creatorId" = "other"."id"
             AND w."toldAt" <= ${at} AND CAST(x."kind" AS TEXT) = ${kind}
           ORDER BY w."toldAt" DESC
           LIMIT 1 OFFSET ${MEMBER_WINDOW - 1}),
          (SELECT MIN(f."toldAt") FROM "TrueSave" f
           WHERE f."guildId" = ${guildId} AND f."creatorId" = "other"."id")
        ) AS "since"
        FROM "other"
      ) AS m
      CROSS JOIN "TrueSave" t
      CROSS JOIN "Reading" r
      WHERE t."guildId" = ${guildId} AND t."creatorId" = m."id"
        AND t."toldAt" >= m."since" AND t."toldAt" <= ${at}
        AND r."id" = t."readingId" AND CAST(r."kind" AS TEXT) = ${kind}
    ),
    "newest" AS (
      SELECT v.*, ROW_NUMBER() OVER (
               PARTITION BY v."creatorId" ORDER BY v."toldAt" DESC, v."readingId" DESC
             ) AS "turn"
      FROM (
        SELECT "told".*, ROW_NUMBER() OVER (
                 PARTITION BY "told"."videoId"
                 ORDER BY "told"."toldAt" DESC, "told"."readingId" DESC
               ) AS "ofVideo"
        FROM "told"
      ) AS v
      WHERE v."ofVideo" = 1
    )
    SELECT t."creatorId", t."isOwn", t."saves" AS "told", v."identity", r."takenAt", r."views",
           r."viewsStep", r."likes", r."likesStep", r."comments", r."commentsStep", r."shares",
           r."sharesStep", r."newFollowers", r."watchTime", r."category", r."kind", r."videoId", v."duration"
    FROM "newest" t
    JOIN "Reading" r ON r."id" = t."readingId"
    JOIN "Video" v ON v."id" = r."videoId"
    WHERE CAST(v."kind" AS TEXT) = ${kind}
      AND ((t."isOwn" AND t."turn" <= ${SPARE * MAX_TRUTHS})
        OR (NOT t."isOwn" AND t."turn" <= ${SPARE * MAX_MEMBER_TRUTHS}))
    ORDER BY t."toldAt" DESC, t."readingId" DESC`);
  const told = firstOfEachVideo(rows, 'name').map((row) => ({
    isOwn: Boolean(row.isOwn),
    member: String(row.creatorId),
    truth: {
      saves: Number(row.told),
      numbers: numbersOf(countsOf(row), row),
      video: String(row.videoId),
    },
  }));
  return {
    own: told
      .filter(({ isOwn }) => isOwn)
      .slice(0, MAX_TRUTHS)
      .map(({ truth }) => truth),
    // The estimate takes no more than MAX_MEMBER_TRUTHS of each.
    community: told
      .filter(({ isOwn }) => !isOwn)
      .map(({ member, truth }) => communityTruth(member, truth)),
  };
}

type TruthRow = CountColumns &
  OfVideo & {
    /** SQLite has no truth values of its own. */
    readonly isOwn: boolean | bigint | number;
    readonly told: bigint;
    readonly newFollowers: bigint | null;
    readonly watchTime: number | null;
    readonly duration: number | null;
    readonly kind: PostKind;
    readonly category: Submission['category'];
  };
