import { Prisma } from '../db/generated/sqlite/client.js';
import type { ServiceContext } from './context.js';
import { claimSaying } from './said-once.js';

export type Invitations = ReturnType<typeof createInvitations>;

/** Who is invited to a server's boards: each member once, unless the server wants nobody invited. */
export function createInvitations({ db, clock }: ServiceContext) {
  /**
   * Takes it upon itself to invite a member.
   *
   * @returns whether they may be, and nobody has invited them before.
   */
  function claim(guildId: bigint, creatorId: bigint): Promise<boolean> {
    const mayBe = Prisma.sql`
      EXISTS (SELECT 1 FROM "Creator" m WHERE m."id" = ${creatorId})
      AND NOT EXISTS (SELECT 1 FROM "Consent" c WHERE c."guildId" = ${guildId}
        AND c."creatorId" = ${creatorId})
      AND NOT EXISTS (SELECT 1 FROM "Setting" s WHERE s."guildId" = ${guildId}
        AND s."key" = 'invitations' AND CAST(s."value" AS TEXT) = 'false')`;
    return claimSaying(db, { what: 'invitation', guildId, creatorId, mayBe }, clock());
  }

  return { claim };
}
