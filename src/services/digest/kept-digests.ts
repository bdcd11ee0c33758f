import { readEach, readOrUndefined } from '../../db/readable.js';
import { isKnownZone } from '../../lib/time-zones.js';
import type { ServiceContext } from '../context.js';
import type { DigestRequest, KeptDigests } from './content-port.js';
import { languageOf } from './language.js';
import { weekEnding } from './week.js';

/** The digests that a server has had, and what the next one would be asked for. */
export function createKeptDigests({ db: { prisma } }: ServiceContext): KeptDigests {
  return {
    postedWeeks: async (guildId, most) => {
      const posted = {
        where: { guildId, state: 'posted' as const },
        orderBy: { dueAt: 'desc' as const },
        take: most,
      };
      const when = { week: true, postedAt: true, dueAt: true };
      const { rows } = await readEach({
        all: () => prisma.digest.findMany({ ...posted, select: when }),
        keys: () => prisma.digest.findMany({ ...posted, select: { id: true } }),
        one: (where) => prisma.digest.findUnique({ where, select: when }),
      });
      return rows.map(({ week, postedAt, dueAt }) => ({ week, postedAt: postedAt ?? dueAt }));
    },
    posted: async (guildId, week) => {
      const where = { guildId_week: { guildId, week } };
      const row = await readOrUndefined(() =>
        prisma.digest.findUnique({ where, omit: { content: true, reason: true } }),
      );
      if (row === undefined || row === null) return null;
      if (row.state !== 'posted' || row.messageId === null) return null;
      const kept = await readOrUndefined(() =>
        prisma.digest.findUnique({ where, select: { content: true } }),
      );
      const { id, postedAt, dueAt, channelId, messageId } = row;
      const content = kept === undefined ? undefined : (kept?.content ?? null);
      return { id, week, postedAt: postedAt ?? dueAt, channelId, messageId, content };
    },
    requestFor: async (guildId, at, locale): Promise<DigestRequest> => {
      const row = await prisma.digestSchedule.findUnique({
        where: { guildId },
        select: { timezone: true, locale: true },
      });
      const timezone = row !== null && isKnownZone(row.timezone) ? row.timezone : 'UTC';
      const spoken = row?.locale ?? (await languageOf(prisma, { guildId, locale }));
      return { guildId, week: weekEnding(at, timezone), timezone, locale: spoken };
    },
  };
}
