import type { Database } from '../../db/database.js';
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
import { numbersOf, type Submission, type Submitter } from './submission.js';
import { type CountColumns, countsOf } from './videos.js';

/** So many members of a server are looked at for who told a real count last. */
const MAX_SERVER_MEMBERS = 250;

/** The true counts an estimate learns from, about posts of the same kind. */
export interface KnownTruths {
  /**
   * The creator's own about one TikTok account, newest first; of each video the newest, and at most
   * MAX_TRUTHS.
   */
  readonly own: readonly KnownTruth[];
  /**
   * Of the server's other members, from readings that aren't private, newest first: of the
   * MAX_COMMUNITY_MEMBERS who told one last the newest MAX_MEMBER_TRUTHS, each of another video.
   */
  readonly community: readonly CommunityTruth[];
}

/**
 * Reads them in one statement; both parts are bounded and found by an index, however much one
 * member tells. What was told after the reading that is to be estimated, or of itself, is no help
 * to be had: only a corrected reading has any.
 *
 * @param o.interactionId the id of the reading.
 * @param at when it was taken.
 */
export async function knownTruths(
  db: Database,
  {
    creatorId,
    guildId,
    handle,
    kind,
    interactionId,
  }: Submitter & { handle: string; kind: Numbers['kind'] },
  at: Date,
): Promise<KnownTruths> {
  // The members are found by jumping from one to the next along the index.
  const rows = await db.prisma.$queryRaw<TruthRow[]>`
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
    )
    SELECT t."creatorId", t."isOwn", t."saves", r."views", r."viewsStep", r."likes", r."likesStep",
           r."comments", r."commentsStep", r."shares", r."sharesStep", r."newFollowers",
           r."watchTime", r."category", r."kind", r."videoId", v."duration"
    FROM (
      SELECT * FROM (
        SELECT o."readingId", o."creatorId", o."saves", o."toldAt", TRUE AS "isOwn"
        FROM "TrueSave" o JOIN "Reading" p ON p."id" = o."readingId"
        WHERE o."creatorId" = ${creatorId} AND o."handle" = ${handle}
          AND o."toldAt" <= ${at} AND o."readingId" <> ${interactionId}
          AND CAST(p."kind" AS TEXT) = ${kind}
          AND NOT EXISTS (
            SELECT 1 FROM "Reading" q JOIN "TrueSave" n ON n."readingId" = q."id"
            WHERE q."videoId" = p."videoId" AND n."toldAt" <= ${at}
              AND n."readingId" <> ${interactionId}
              AND (n."toldAt" > o."toldAt"
                   OR (n."toldAt" = o."toldAt" AND n."readingId" > o."readingId"))
          )
        ORDER BY o."toldAt" DESC
        LIMIT ${MAX_TRUTHS}
      ) AS "own"
      UNION ALL
      SELECT c."readingId", c."creatorId", c."saves", c."toldAt", FALSE AS "isOwn"
      FROM "other" JOIN "TrueSave" c
        ON c."guildId" = ${guildId} AND c."creatorId" = "other"."id"
      WHERE c."readingId" IN (
        SELECT k."readingId" FROM "TrueSave" k JOIN "Reading" p ON p."id" = k."readingId"
        WHERE k."guildId" = ${guildId} AND k."creatorId" = "other"."id" AND k."toldAt" <= ${at}
          AND CAST(p."kind" AS TEXT) = ${kind}
          AND NOT EXISTS (
            SELECT 1 FROM "Reading" q JOIN "TrueSave" n ON n."readingId" = q."id"
            WHERE q."videoId" = p."videoId" AND n."guildId" = ${guildId} AND n."toldAt" <= ${at}
              AND (n."toldAt" > k."toldAt"
                   OR (n."toldAt" = k."toldAt" AND n."readingId" > k."readingId"))
          )
        ORDER BY k."toldAt" DESC
        LIMIT ${MAX_MEMBER_TRUTHS}
      )
    ) AS t
    JOIN "Reading" r ON r."id" = t."readingId"
    JOIN "Video" v ON v."id" = r."videoId"
    ORDER BY t."toldAt" DESC, t."readingId" DESC`;
  const told = rows.map(({ isOwn, creatorId: member, saves, videoId, ...row }) => ({
    isOwn: Boolean(isOwn),
    member: String(member),
    truth: {
      saves: Number(saves),
      numbers: numbersOf(countsOf(row), row),
      video: String(videoId),
    },
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
  readonly category: Submission['category'];
  readonly videoId: bigint;
};
