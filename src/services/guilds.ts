import type { ServiceContext } from './context.js';

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

    /** The bot was removed from a server; what was submitted there stays for its creators. */
    async left(id: bigint): Promise<void> {
      await db.prisma.guild.updateMany({ where: { id }, data: { leftAt: clock() } });
    },
  };
}
