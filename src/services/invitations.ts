import { databaseFailure } from '../db/errors.js';
import { Prisma } from '../db/generated/sqlite/client.js';
import type { ServiceContext } from './context.js';

export type Invitations = ReturnType<typeof createInvitations>;

/** Who is invited to a server's boards: each member once, unless the server wants nobody invited. */
export function createInvitations({ db: { prisma }, clock }: ServiceContext) {
  /**
   * Takes it upon itself to invite a member.
   *
   * @returns whether they may be, and nobody has invited them before; decided in one step.
   */
  async function claim(guildId: bigint, creatorId: bigint): Promise<boolean> {
    const isOpen = isOpenFor(guildId, creatorId);
    // Most were invited or have joined: a look holds nobody up.
    const open = await prisma.$queryRaw<unknown[]>`SELECT 1 AS "open" WHERE ${isOpen}`;
    if (open.length === 0) return false;
    try {
      const count = await prisma.$executeRaw`
        INSERT INTO "SaidOnce" ("guildId", "creatorId", "what", "at")
        SELECT ${guildId}, ${creatorId}, 'invitation', ${clock()} WHERE ${isOpen}
        ON CONFLICT DO NOTHING`;
      return count > 0;
    } catch (error) {
      // The member has deleted everything in this moment.
      if (databaseFailure(error) === 'parent gone') return false;
      throw error;
    }
  }

  return { claim };
}

function isOpenFor(guildId: bigint, creatorId: bigint): Prisma.Sql {
  return Prisma.sql`
    NOT EXISTS (SELECT 1 FROM "SaidOnce" o WHERE o."guildId" = ${guildId}
      AND o."creatorId" = ${creatorId} AND o."what" = 'invitation')
    AND NOT EXISTS (SELECT 1 FROM "Consent" c WHERE c."guildId" = ${guildId}
      AND c."creatorId" = ${creatorId})
    AND NOT EXISTS (SELECT 1 FROM "Setting" s WHERE s."guildId" = ${guildId}
      AND s."key" = 'invitations' AND CAST(s."value" AS TEXT) = 'false')`;
}
