import { Prisma } from '../db/generated/sqlite/client.js';
import type { ServiceContext } from './context.js';
import { claimSaying } from './said-once.js';

export type Newcomers = ReturnType<typeof createNewcomers>;

/** A command as it was used. */
export interface FirstCommand {
  readonly guildId: bigint;
  readonly memberId: bigint;
  readonly interactionId: bigint;
  /** When it came. */
  readonly at: Date;
}

/**
 * Who is greeted in a server that wants it. The bot isn't told who joins: whoever uses a command there
 * for the first time, as far as is known, is a newcomer.
 */
export function createNewcomers({ db, clock }: ServiceContext) {
  /**
   * Takes it upon itself to greet a member.
   *
   * @returns whether the server wants it, and nobody has done so before.
   */
  function claim({ guildId, memberId, interactionId, at }: FirstCommand): Promise<boolean> {
    const mayBe = Prisma.sql`
      EXISTS (SELECT 1 FROM "Setting" s WHERE s."guildId" = ${guildId}
        AND s."key" = 'greeting' AND CAST(s."value" AS TEXT) = 'true')
      AND NOT EXISTS (SELECT 1 FROM "Reading" r WHERE r."creatorId" = ${memberId}
        AND r."guildId" = ${guildId} AND r."id" < ${interactionId})
      AND NOT EXISTS (SELECT 1 FROM "Consent" c WHERE c."guildId" = ${guildId}
        AND c."creatorId" = ${memberId} AND c."since" < ${at})`;
    const saying = { what: 'greeting', guildId, creatorId: memberId, mayBe } as const;
    return claimSaying(db, saying, clock());
  }

  return { claim };
}
