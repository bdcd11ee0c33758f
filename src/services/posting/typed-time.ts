import { parseClockTime } from '../../lib/clock-time.js';
import { findTimeZone } from '../../lib/time-zones.js';
import { Refusal, type UnreadableSchedule } from '../refusal.js';

/**
 * The time of day and the place of something that comes each week, as they were typed.
 *
 * @returns `HH:MM`, and an IANA name.
 * @throws Refusal naming everything that can't be read.
 */
export function readTypedTime(typed: { readonly time: string; readonly timezone: string }): {
  time: string;
  timezone: string;
} {
  const [time, timezone] = [parseClockTime(typed.time), findTimeZone(typed.timezone)];
  if (time !== null && timezone !== null) return { time, timezone };
  const unreadable: UnreadableSchedule[] = [];
  if (time === null) unreadable.push({ option: 'time', typed: typed.time });
  if (timezone === null) unreadable.push({ option: 'timezone', typed: typed.timezone });
  throw new Refusal({ kind: 'schedule', unreadable });
}
