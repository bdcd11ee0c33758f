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

    /**
     * Brings the rows in line with the servers the bot finds itself in, for what it missed.
     *
     * @param isIn whether the bot is in a server; undefined for one this process doesn't hear of. It
     *   is asked just before each write, since servers come and go meanwhile.
     */
    async reconcile(isIn: (id: bigint) => boolean | undefined): Promise<void> {
      const rows = await db.prisma.guild.findMany({ select: { id: true, leftAt: true } });
      for (const { id, leftAt } of rows) {
        const present = isIn(id);
        if (present === undefined || present === (leftAt === null)) continue;
        await db.prisma.guild.updateMany({
          where: { id },
          data: { leftAt: present ? null : clock() },
        });
      }
    },

    /** The bot was removed from a server; what was submitted there stays for its creators. */
    async left(id: bigint): Promise<void> {
      await db.prisma.guild.updateMany({ where: { id }, data: { leftAt: clock() } });
    },
  };
}
