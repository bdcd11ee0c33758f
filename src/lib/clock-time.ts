import { plainTyping } from './characters.js';

/**
 * Reads a time of day as people type it: `18:00`, `9:30`, `18.00`, `6 pm`, `6:30pm`. Null for what
 * can't be one.
 *
 * @returns `HH:MM` on a clock of 24 hours.
 */
export function parseClockTime(text: string): string | null {
  const typed = plainTyping(text).toLowerCase();
  const match = /^(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm|a\.m\.|p\.m\.)?$/.exec(typed);
  if (match === null) return null;
  const [, hours = '', minutes, half] = match;
  // A bare number may be an hour or a slip.
  if (minutes === undefined && half === undefined) return null;
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half.startsWith('p'));
  const minute = Number(minutes ?? 0);
  if (hour === null || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function hourOf(hour: number, afternoon: boolean): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (afternoon ? 12 : 0);
}
