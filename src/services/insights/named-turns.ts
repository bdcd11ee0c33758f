import type { Database } from '../../db/database.js';
import { type Turn, turnAfter } from './experiments.js';
import { lastReadings, newestTrying } from './videos.js';

/** Names of experiments offered while typing: Discord shows at most 25. */
const MOST_EXPERIMENTS = 25;

/** Names that are looked through. */
const MOST_LOOKED_THROUGH = 200;

/** Readings among which the newest video is looked for. */
const MOST_READINGS = 100;

/** An experiment and whose turn it is. */
export interface NamedTurn {
  readonly name: string;
  readonly turn: Turn;
}

/**
 * A creator's own experiments, last used first, whose names contain what was typed, and whose turn it
 * is: after a video with it one without, and the other way round, as `/insights` has it.
 */
export async function namedTurns(
  db: Database,
  creatorId: bigint,
  typed: string,
  now: Date,
): Promise<NamedTurn[]> {
  const wanted = typed.trim().toLowerCase();
  const [rows, readings] = await Promise.all([
    db.prisma.reading.groupBy({
      by: ['trying'],
      where: { creatorId, trying: { not: null } },
      _max: { takenAt: true },
      orderBy: { _max: { takenAt: 'desc' } },
      take: MOST_LOOKED_THROUGH,
    }),
    lastReadings(db, creatorId, MOST_READINGS),
  ]);
  const newest = newestTrying(readings, now);
  return rows
    .flatMap(({ trying }) => (trying === null ? [] : [trying]))
    .filter((name) => name.toLowerCase().includes(wanted))
    .slice(0, MOST_EXPERIMENTS)
    .map((name) => ({ name, turn: turnAfter(newest, name) }));
}
