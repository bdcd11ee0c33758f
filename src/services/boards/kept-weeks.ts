import type { Database } from '../../db/database.js';
import type { Write } from '../../db/write.js';
import type { Week } from '../../lib/weeks.js';
import { highestFirst, type WeekVideo } from './best.js';
import { bestFirst, type Result } from './ranking.js';
import type { Totals } from './totals.js';

/** A result with everybody in it who agreed, whether a member still or not. */
export interface Made {
  readonly results: readonly Result[];
  readonly videos: readonly WeekVideo[];
  readonly totals: Totals | null;
}

/** What is kept of a week of a server; null where nothing is yet. */
export async function keptWeek(
  db: Database,
  guildId: bigint,
  { name: week }: Week,
): Promise<Made | null> {
  const row = await db.prisma.boardWeek.findUnique({
    where: { guildId_week: { guildId, week } },
    include: { entries: true, bestVideos: true },
  });
  if (row === null) return null;
  const { creators, everybody, videos, told, saves, low, high } = row;
  const totals = { creators, everybody, videos, told, saves, low, high };
  return {
    results: row.entries.toSorted(bestFirst),
    videos: row.bestVideos.toSorted(highestFirst),
    totals: creators === 0 ? null : totals,
  };
}

/** The rows that keep a week: all or none, so that there is one result. */
export function rowsOfWeek(
  guildId: bigint,
  { name: week }: Week,
  made: Made,
  keptAt: Date,
): Write[] {
  const nothing = { creators: 0, everybody: false, videos: 0, told: 0, saves: 0, low: 0, high: 0 };
  return [
    { into: 'BoardWeek', row: { guildId, week, keptAt, ...(made.totals ?? nothing) } },
    ...made.results.map(
      (result): Write => ({ into: 'BoardEntry', row: { guildId, week, ...result } }),
    ),
    ...made.videos.map(
      (video): Write => ({ into: 'BoardVideo', row: { guildId, week, ...video } }),
    ),
  ];
}
