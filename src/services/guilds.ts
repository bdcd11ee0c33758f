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
     * Brings the rows in line with the servers the bot finds itself in, for what happened while it
     * was away.
     *
     * @param isOurs whether a server is one of those this process hears of.
     */
    async reconcile(present: readonly bigint[], isOurs: (id: bigint) => boolean): Promise<void> {
      const rows = await db.prisma.guild.findMany({ select: { id: true, leftAt: true } });
      const here = new Set(present);
      for (const { id, leftAt } of rows) {
        if (!isOurs(id) || here.has(id) === (leftAt === null)) continue;
        await db.prisma.guild.update({
          where: { id },
          data: { leftAt: here.has(id) ? null : clock() },
        });
      }
    },

    /** The bot was removed from a server; what was submitted there stays for its creators. */
    async left(id: bigint): Promise<void> {
      await db.prisma.guild.updateMany({ where: { id }, data: { leftAt: clock() } });
    },
  };
}
