import { databaseFailure } from '../db/errors.js';
import { Prisma } from '../db/generated/sqlite/client.js';
import type { ServiceContext } from './context.js';

/** The setting that says when the bot has greeted a server. */
const GREETED = 'greeted';

export type Guilds = ReturnType<typeof createGuilds>;

/** Which servers the bot is in. */
export function createGuilds({ db, clock }: ServiceContext) {
  return {
    /** The bot was added to a server, for the first time or again. */
    async joined(id: bigint): Promise<void> {
      await db.prisma.guild.upsert({
        where: { id },
        create: { id, createdAt: clock() },
        update: { leftAt: null },
      });
    },

    /**
     * Takes it upon itself to greet a server.
     *
     * @returns whether nobody has done so before.
     */
    async claimGreeting(guildId: bigint): Promise<boolean> {
      const row = { guildId, key: GREETED, value: clock().toISOString() };
      try {
        await db.prisma.setting.create({ data: row });
        return true;
      } catch (error) {
        if (databaseFailure(error) === 'conflict') return false;
        throw error;
      }
    },

    /**
     * The servers whose rows say something else than where the bot finds itself, after whatever it
     * missed.
     *
     * @param isIn whether the bot is in a server; undefined for one this process doesn't hear of.
     */
    async outOfLine(isIn: (id: bigint) => boolean | undefined): Promise<bigint[]> {
      // Not since when: a day that can't be read would hold up all.
      const rows = await db.rows<{ id: bigint; left: bigint | number }>(
        Prisma.sql`SELECT "id", CASE WHEN "leftAt" IS NULL THEN 0 ELSE 1 END AS "left" FROM "Guild"`,
      );
      return rows.filter(({ id, left }) => isIn(id) === (Number(left) === 1)).map(({ id }) => id);
    },

    /**
     * The bot was removed from a server; what was submitted there stays for its creators. Told of
     * again, it is as long ago as it was.
     */
    async left(id: bigint): Promise<void> {
      await db.prisma.guild.updateMany({ where: { id, leftAt: null }, data: { leftAt: clock() } });
    },
  };
}
