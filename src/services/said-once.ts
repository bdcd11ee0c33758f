import type { Database } from '../db/database.js';
import { databaseFailure } from '../db/errors.js';
import { Prisma } from '../db/generated/sqlite/client.js';
import type { Once } from '../db/generated/sqlite/enums.js';

/** Something that is said to a member of a server one time. */
interface Saying {
  readonly what: Once;
  readonly guildId: bigint;
  readonly creatorId: bigint;
  /** Whether it may be said, beside that it wasn't before. */
  readonly mayBe: Prisma.Sql;
}

/**
 * Takes it upon itself to say something.
 *
 * @returns whether it may be said, and nobody has said it before: of several at once one alone.
 */
export async function claimSaying(
  db: Pick<Database, 'rows' | 'writeTogether'>,
  { what, guildId, creatorId, mayBe }: Saying,
  at: Date,
): Promise<boolean> {
  // Mostly it was said or mayn't be: a look holds nobody up.
  const open = await db.rows<unknown>(Prisma.sql`
    SELECT 1 AS "open" WHERE ${mayBe} AND NOT EXISTS (
      SELECT 1 FROM "SaidOnce" o WHERE o."guildId" = ${guildId} AND o."creatorId" = ${creatorId}
        AND CAST(o."what" AS TEXT) = ${what})`);
  if (open.length === 0) return false;
  try {
    await db.writeTogether([
      { into: 'Creator', row: { id: creatorId, createdAt: at }, unlessThere: true },
      { into: 'SaidOnce', row: { guildId, creatorId, what, at } },
    ]);
    return true;
  } catch (error) {
    // Another was faster; or the member has deleted everything, or the server is forgotten.
    const failure = databaseFailure(error);
    if (failure === 'conflict' || failure === 'parent gone') return false;
    throw error;
  }
}
