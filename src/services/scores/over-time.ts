import type { Database } from '../../db/database.js';
import { type InsightReading, lastReadings } from '../insights/videos.js';
import { YOUNGEST } from '../readings/same-age.js';
import { type AtSameAge, atSameAge, type Looked, since } from './at-same-age.js';
import { type DaySeven, daySeven } from './day-seven.js';

/** What a second reading tells that a first one can't. */
export interface OverTime {
  /** How it stands beside the creator's other videos at the same age; null where that can't be told. */
  readonly sameAge: AtSameAge | null;
  /** What it may have on its seventh day; null where that can't be told. */
  readonly daySeven: DaySeven | null;
}

/** Nothing can be told yet. */
export const NOT_YET: OverTime = { sameAge: null, daySeven: null };

/**
 * What a stored reading tells beside all that its creator has told: nothing where it is its video's
 * first, or isn't known to be a day old.
 *
 * @param at when it was taken.
 */
export async function overTime(
  db: Database,
  reading: Looked & { readonly creatorId: bigint; readonly previous: object | null },
  at: Date,
): Promise<OverTime> {
  const { posted, previous } = reading;
  // Both look again; here it spares a first reading all of its creator's others.
  if (previous === null || posted === undefined || since(posted, at) < YOUNGEST) return NOT_YET;
  const readings: readonly InsightReading[] = await lastReadings(db, reading.creatorId);
  return {
    sameAge: atSameAge(readings, reading, at),
    daySeven: daySeven(readings, reading, at),
  };
}
