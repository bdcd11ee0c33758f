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
 * @returns whether it may be said, and nobody has said it before: decided in one step.
 */
export async function claimSaying(
  { prisma }: Pick<Database, 'prisma'>,
  { what, guildId, creatorId, mayBe }: Saying,
  at: Date,
): Promise<boolean> {
  const isOpen = Prisma.sql`${mayBe} AND NOT EXISTS (
    SELECT 1 FROM "SaidOnce" o WHERE o."guildId" = ${guildId} AND o."creatorId" = ${creatorId}
      AND CAST(o."what" AS TEXT) = ${what})`;
  // Mostly it was said or mayn't be: a look holds nobody up.
  const open = await prisma.$queryRaw<unknown[]>`SELECT 1 AS "open" WHERE ${isOpen}`;
  if (open.length === 0) return false;
  try {
    await prisma.$executeRaw`
      INSERT INTO "Creator" ("id", "createdAt") VALUES (${creatorId}, ${at}) ON CONFLICT DO NOTHING`;
    const count = await prisma.$executeRaw`
      INSERT INTO "SaidOnce" ("guildId", "creatorId", "what", "at")
      SELECT ${guildId}, ${creatorId}, ${Prisma.raw(`'${what}'`)}, ${at} WHERE ${isOpen}
      ON CONFLICT DO NOTHING`;
    return count > 0;
  } catch (error) {
    // The member has deleted everything in this moment, or the server is forgotten.
    if (databaseFailure(error) === 'parent gone') return false;
    throw error;
  }
}
