import type { Database } from '../../db/database.js';
import { Prisma } from '../../db/generated/sqlite/client.js';
import type { FourCounts } from './count-input.js';

/** Between what a creator's last readings were. */
export type UsualCounts = Readonly<
  Record<keyof FourCounts, { readonly least: bigint; readonly most: bigint }>
>;

/** So many of a creator's readings are looked at. */
const LAST = 10;

/** Columns of the look-up; null where there is no reading before. */
export type UsualColumns = Readonly<
  Record<`${'least' | 'most'}${'Views' | 'Likes' | 'Comments' | 'Shares'}`, bigint | number | null>
> & {
  /** How many of the last readings there are. */
  readonly lastReadings: bigint | number;
};

/** One row, for a statement that has other things to look up too. */
export function usualCountsSql(creatorId: bigint, readingId: bigint): Prisma.Sql {
  return Prisma.sql`
    SELECT MIN(u."views") AS "leastViews", MAX(u."views") AS "mostViews",
           MIN(u."likes") AS "leastLikes", MAX(u."likes") AS "mostLikes",
           MIN(u."comments") AS "leastComments", MAX(u."comments") AS "mostComments",
           MIN(u."shares") AS "leastShares", MAX(u."shares") AS "mostShares",
           COUNT(*) AS "lastReadings"
    FROM (
      SELECT "views", "likes", "comments", "shares" FROM "Reading"
      WHERE "creatorId" = ${creatorId} AND "id" <> ${readingId}
      ORDER BY "takenAt" DESC
      LIMIT ${LAST}
    ) AS u`;
}

/** What the columns say; null where there is no other reading. */
export function usualIn(row: UsualColumns | undefined): UsualCounts | null {
  const between = (least: bigint | number | null, most: bigint | number | null) =>
    least === null || most === null ? null : { least: BigInt(least), most: BigInt(most) };
  if (row === undefined) return null;
  const views = between(row.leastViews, row.mostViews);
  const likes = between(row.leastLikes, row.mostLikes);
  const comments = between(row.leastComments, row.mostComments);
  const shares = between(row.leastShares, row.mostShares);
  if (views === null || likes === null || comments === null || shares === null) return null;
  return { views, likes, comments, shares };
}

/**
 * Between what a creator's last readings were, other than the one that is looked at; null where
 * there is none.
 */
export async function usualCounts(
  db: Database,
  creatorId: bigint,
  readingId: bigint,
): Promise<UsualCounts | null> {
  const [row] = await db.rows<UsualColumns>(usualCountsSql(creatorId, readingId));
  return usualIn(row);
}
