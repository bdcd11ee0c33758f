import { weekdayOf } from '../lib/weekly.js';
import type { Words } from '../words/words.js';

/** How a day of the week is called; nothing for what is none. @param weekday 1 is Monday. */
export function weekdayWords(weekday: number, { weekdays }: Words): string {
  const day = weekdayOf(weekday);
  return day === undefined ? '' : weekdays[day];
}
