import { Temporal } from 'temporal-polyfill';
import { isKnownZone } from './time-zones.js';

/** The hours of a day in which somebody wants to hear of something. */
export interface DailyHours {
  /** `HH:MM` on a clock of 24 hours; `to` isn't included, and may lie after midnight. */
  readonly from: string;
  readonly to: string;
  /** IANA name; null where it isn't known: then every hour will do. Days are then those of UTC, as
   * for a zone that this program doesn't know. */
  readonly timezone: string | null;
}

/** The day of a moment on the calendar of a zone, `YYYY-MM-DD`. */
export function calendarDay(at: Date, timezone: string | null): string {
  return zoned(at, timezone).toPlainDate().toString();
}

/**
 * The first moment from the given one on that lies within the hours, and on a later day than the
 * last one. Where the clock is put forward over the beginning, it is as much later.
 *
 * @param lastDay `YYYY-MM-DD`; null where there was none.
 */
export function nextWithin(at: Date, hours: DailyHours, lastDay: string | null): Date {
  const { timezone } = hours;
  const local = zoned(at, timezone);
  const last = lastDay === null ? null : Temporal.PlainDate.from(lastDay);
  let day = local.toPlainDate();
  if (last !== null && Temporal.PlainDate.compare(day, last) <= 0) {
    day = last.add({ days: 1 });
    if (timezone === null) return momentOn(day, local.toPlainTime(), timezone);
    return momentOn(day, earliestOf(hours), timezone);
  }
  if (timezone === null || isWithin(local.toPlainTime(), hours)) return at;
  const from = Temporal.PlainTime.from(hours.from);
  if (Temporal.PlainTime.compare(local.toPlainTime(), from) >= 0) day = day.add({ days: 1 });
  return momentOn(day, from, timezone);
}

/** When on a new day it begins: at once where the hours of the night belong to it. */
function earliestOf({ from, to }: DailyHours): Temporal.PlainTime {
  const [begins, ends] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)];
  // Hours over midnight: who wants to hear of it in the evening isn't woken after it.
  return Temporal.PlainTime.compare(begins, ends) === 0 ? new Temporal.PlainTime() : begins;
}

function isWithin(time: Temporal.PlainTime, hours: DailyHours): boolean {
  const [from, to] = [Temporal.PlainTime.from(hours.from), Temporal.PlainTime.from(hours.to)];
  const isAfter = Temporal.PlainTime.compare(time, from) >= 0;
  const isBefore = Temporal.PlainTime.compare(time, to) < 0;
  switch (Temporal.PlainTime.compare(from, to)) {
    case 0:
      return true;
    case -1:
      return isAfter && isBefore;
    default:
      return isAfter || isBefore;
  }
}

function zoned(at: Date, timezone: string | null): Temporal.ZonedDateTime {
  const zone = timezone !== null && isKnownZone(timezone) ? timezone : 'UTC';
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}

function momentOn(
  day: Temporal.PlainDate,
  time: Temporal.PlainTime,
  timezone: string | null,
): Date {
  const zone = timezone !== null && isKnownZone(timezone) ? timezone : 'UTC';
  const moment = day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' });
  return new Date(moment.epochMilliseconds);
}
