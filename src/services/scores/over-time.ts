import type { Database } from '../../db/database.js';
import { type InsightReading, lastReadings } from '../insights/videos.js';
import { type AtSameAge, atSameAge, type Looked } from './at-same-age.js';
import { type DaySeven, daySeven } from './day-seven.js';

/** What a second reading tells that a first one can't. */
export interface OverTime {
  /** How it stands beside the creator's other videos at the same age; null where that can't be told. */
  readonly sameAge: AtSameAge | null;
  /** What it may have on its seventh day; null where that can't be told. */
  readonly daySeven: DaySeven | null;
}

/** Of a video's first reading nothing can be told. */
export const NOT_YET: OverTime = { sameAge: null, daySeven: null };

/** What a stored reading tells beside all that its creator has told. */
export async function overTime(
  db: Database,
  reading: Looked & { readonly creatorId: bigint },
  now: Date,
): Promise<OverTime> {
  const readings: readonly InsightReading[] = await lastReadings(db, reading.creatorId);
  return {
    sameAge: atSameAge(readings, reading, now),
    daySeven: daySeven(readings, reading, now),
  };
}
