import type { Database } from '../../db/database.js';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import type { Category } from '../../db/generated/sqlite/enums.js';

/** What a video is called, where it is found, and what it is for. */
export interface Told {
  readonly title: string | null;
  readonly link: string | null;
  readonly category: Category | null;
}

/** A video of which nothing was told where it is shown. */
export const NOTHING_TOLD: Told = { title: null, link: null, category: null };

/** Readings that are looked through for what was told with them: the newest. */
const MOST_LOOKED_THROUGH = 2_000;

/** The server whose members all see a reading; null where its creator alone does. */
export function sharedIn(reading: {
  readonly guildId: bigint | null;
  readonly private: boolean;
}): bigint | null {
  return reading.private ? null : reading.guildId;
}

/**
 * What was told of videos in a server, and not in private: of each thing the newest. A video's own
 * row won't do where others look, since it also holds what was told elsewhere.
 *
 * @param where narrows the readings down, by time as a rule.
 */
export async function toldInServer(
  db: Database,
  guildId: bigint,
  videoIds: readonly bigint[],
  where: Prisma.ReadingWhereInput = {},
): Promise<Map<bigint, Told>> {
  const rows = await db.prisma.reading.findMany({
    where: { ...where, videoId: { in: [...videoIds] }, guildId, private: false },
    orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
    take: MOST_LOOKED_THROUGH,
    select: { videoId: true, title: true, link: true, category: true },
  });
  return newestOfEach(rows, ['title', 'link', 'category']);
}

/**
 * What was told of each video: of each thing the newest.
 *
 * @param rows newest first.
 */
export function newestOfEach<
  Row extends { readonly videoId: bigint },
  Thing extends Exclude<keyof Row, 'videoId'>,
>(rows: readonly Row[], things: readonly Thing[]): Map<bigint, Pick<Row, Thing>> {
  const told = new Map<bigint, Pick<Row, Thing>>();
  for (const row of rows) {
    const all: Partial<Pick<Row, Thing>> = { ...told.get(row.videoId) };
    for (const thing of things) all[thing] ??= row[thing];
    told.set(row.videoId, all as Pick<Row, Thing>); // every thing was just set
  }
  return told;
}
