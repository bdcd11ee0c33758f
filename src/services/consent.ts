import type { ConsentModel } from '../db/generated/sqlite/models.js';
import type { ShowingContext } from './context.js';
import { takeOutOfDigests } from './digest/redaction.js';

/** Milliseconds for which Discord's word that somebody is a member is good. */
const MEMBERSHIP_GOOD_FOR = 24 * 3_600_000;

/** Memberships asked for at once: Discord grants a bot 50 requests a second for everything. */
const ASKED_AT_ONCE = 10;

export type Consents = ReturnType<typeof createConsents>;

/**
 * The one agreement of a creator with a server: to be shown on its boards, named in its digests,
 * and found by others with `/history list`. It ends at once when it is taken back, and when the
 * creator is no longer a member of the server.
 */
export function createConsents({ db, clock, members }: ShowingContext) {
  /** The creator agrees. Says whether that is new. */
  async function join(guildId: bigint, creatorId: bigint): Promise<boolean> {
    if (await hasJoined(guildId, creatorId)) return false;
    const at = clock();
    await db.writeTogether([
      { into: 'Creator', row: { id: creatorId, createdAt: at }, unlessThere: true },
      { into: 'Guild', row: { id: guildId, createdAt: at }, unlessThere: true },
      // Whoever agrees has just used a command there.
      {
        into: 'Consent',
        row: { guildId, creatorId, since: at, memberAt: at },
        unlessThere: true,
      },
    ]);
    return true;
  }

  /**
   * The creator takes it back; digests that were kept lose their parts. Says whether there was
   * anything to take back.
   */
  function leave(guildId: bigint, creatorId: bigint): Promise<boolean> {
    return end({ guildId, creatorId });
  }

  /** Whether the creator agreed, whether a member still or not. */
  async function hasJoined(guildId: bigint, creatorId: bigint): Promise<boolean> {
    const where = { guildId_creatorId: { guildId, creatorId } };
    return (await db.prisma.consent.findUnique({ where })) !== null;
  }

  /**
   * Of these creators those who may be shown in the server now: they agreed and are members. Who
   * has left the server is forgotten as agreeing; where Discord can't be asked, as in a server that
   * removed the bot, nobody is shown whose membership isn't certain, and nobody is forgotten.
   *
   * @param creatorIds everybody who agreed, where it is left out.
   * @param at a later moment that Discord's word has to be good for; now, where it is left out.
   */
  async function shownIn(
    guildId: bigint,
    creatorIds?: readonly bigint[],
    at: Date = clock(),
  ): Promise<Set<bigint>> {
    const rows = await db.prisma.consent.findMany({
      where: { guildId, ...(creatorIds && { creatorId: { in: [...creatorIds] } }) },
    });
    const certainSince = certainSinceFor(at);
    const isCertain = ({ memberAt }: ConsentModel) => memberAt > certainSince;
    const shown = new Set(rows.filter(isCertain).map(({ creatorId }) => creatorId));
    const uncertain = rows.filter((row) => !isCertain(row));
    if (uncertain.length === 0 || (await wasLeft(guildId))) return shown;
    for (let from = 0; from < uncertain.length; from += ASKED_AT_ONCE) {
      const some = uncertain.slice(from, from + ASKED_AT_ONCE);
      const answers = await Promise.all(some.map(stillMember));
      some.forEach(({ creatorId }, index) => {
        if (answers[index] === true) shown.add(creatorId);
      });
    }
    return shown;
  }

  /** Whether nobody of those who agreed would have to be asked for at a moment from now on. */
  async function areCertain(guildId: bigint, at: Date): Promise<boolean> {
    const where = { guildId, memberAt: { lte: certainSinceFor(at) } };
    return (await db.prisma.consent.findFirst({ where, select: { guildId: true } })) === null;
  }

  return { join, leave, hasJoined, shownIn, areCertain };

  /** What Discord said since then is good at the moment, and now. */
  function certainSinceFor(at: Date): Date {
    return new Date(Math.max(at.getTime(), clock().getTime()) - MEMBERSHIP_GOOD_FOR);
  }

  /** Whether the bot isn't in the server any more, where it can't ask for anybody. */
  async function wasLeft(guildId: bigint): Promise<boolean> {
    const where = { id: guildId, leftAt: { not: null } };
    return (await db.prisma.guild.findFirst({ where, select: { id: true } })) !== null;
  }

  async function stillMember({ guildId, creatorId, memberAt }: ConsentModel): Promise<boolean> {
    const isMember = await members.isMember(guildId, creatorId).catch(() => null);
    if (isMember === null) return false;
    // Whoever came back and agreed while Discord was asked isn't who it was asked about.
    const where = { guildId, creatorId, memberAt };
    if (isMember) await db.prisma.consent.updateMany({ where, data: { memberAt: clock() } });
    else await end(where);
    return isMember;
  }

  /** Ends agreements; digests that were kept lose the parts of a creator who has none any more. */
  async function end(where: {
    guildId: bigint;
    creatorId: bigint;
    memberAt?: Date;
  }): Promise<boolean> {
    const { count } = await db.prisma.consent.deleteMany({ where });
    if (count > 0 || where.memberAt === undefined) {
      await takeOutOfDigests(db, where.creatorId, where.guildId);
    }
    return count > 0;
  }
}
