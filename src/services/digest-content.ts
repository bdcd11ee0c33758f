import * as z from 'zod';
import type { ServiceContext } from './context.js';
import type { DigestComposer } from './digest-content-port.js';

const weekContent = z.object({
  version: z.literal(1),
  quiet: z.boolean(),
  /** ISO week of the day it was due on. */
  week: z.string(),
  /** Videos told of in the server during the week, and the creators who told of them. */
  videos: z.number(),
  creators: z.number(),
  locale: z.string(),
});

/** What a digest shows. */
export type WeekContent = z.infer<typeof weekContent>;

/** Composes digests from what was submitted in a server. */
export function createDigestComposer({ db }: ServiceContext): DigestComposer<WeekContent> {
  return {
    async compose({ guildId, week, locale }) {
      const where = { guildId, private: false, takenAt: { gte: week.from, lt: week.to } };
      const [videos, creators] = await Promise.all([
        db.prisma.reading.groupBy({ by: ['videoId'], where }),
        db.prisma.reading.groupBy({ by: ['creatorId'], where }),
      ]);
      return {
        version: 1,
        quiet: videos.length === 0,
        week: week.label,
        videos: videos.length,
        creators: creators.length,
        locale,
      };
    },
    read: (stored) => weekContent.parse(stored),
    chartKey: () => null,
    drawChart: async () => {
      throw new Error('This content has no chart.');
    },
  };
}
