import * as z from 'zod';
import type { ServiceContext } from './context.js';

/** What a server wants, as long as nobody has said anything else. */
const USUAL: ServerSettings = { answers: 'public' };

const answers = z.enum(['public', 'private']);

/** What a server wants. */
export interface ServerSettings {
  /** Where the answers to `/score` go: to everybody in the channel, or to who asked. */
  readonly answers: z.infer<typeof answers>;
}

export type Settings = ReturnType<typeof createSettings>;

/** What servers want, a row for each thing that was ever said. */
export function createSettings({ db }: ServiceContext) {
  const { prisma } = db;

  /** A row that can't be read is as if nothing had been said. */
  async function of(guildId: bigint): Promise<ServerSettings> {
    const row = await prisma.setting.findUnique({
      where: { guildId_key: { guildId, key: 'answers' } },
    });
    const read = answers.safeParse(row?.value);
    return { ...USUAL, ...(read.success && { answers: read.data }) };
  }

  /** Changes what is named; the rest stays. */
  async function change(
    guildId: bigint,
    changes: Partial<ServerSettings>,
  ): Promise<ServerSettings> {
    await prisma.guild.upsert({ where: { id: guildId }, create: { id: guildId }, update: {} });
    for (const [key, value] of Object.entries(changes)) {
      await prisma.setting.upsert({
        where: { guildId_key: { guildId, key } },
        create: { guildId, key, value },
        update: { value },
      });
    }
    return of(guildId);
  }

  return { of, change };
}
