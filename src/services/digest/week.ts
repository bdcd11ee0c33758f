import { type Occurrence, weekUntil } from '../../lib/weekly.js';
import type { DigestWeek } from './content-port.js';

/** What a digest due at a time the rule means tells about. */
export function weekOf({ at, from, week }: Occurrence): DigestWeek {
  return { from, to: at, label: week };
}

/** What a digest would tell about if it were due at this moment. */
export function weekEnding(at: Date, timezone: string): DigestWeek {
  return weekOf(weekUntil(at, timezone));
}
