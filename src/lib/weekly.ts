import { Temporal } from 'temporal-polyfill';

/** The days of a week, in their order. */
const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** The number of a day: 1 is Monday, 7 is Sunday. */
export function weekdayNumber(day: Weekday): number {
  return WEEKDAYS.indexOf(day) + 1;
}

/** The day of a number; undefined for what is none. */
export function weekdayOf(weekday: number): Weekday | undefined {
  return WEEKDAYS[weekday - 1];
}

/** Once a week at a time on the wall clock of a zone. */
export interface WeeklyRule {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `HH:MM` on a clock of 24 hours. */
  readonly time: string;
  /** IANA name. */
  readonly timezone: string;
}

/** One time the rule means. */
export interface Occurrence {
  readonly at: Date;
  /** The same time on the wall clock seven days before. */
  readonly from: Date;
  /** The ISO week of its day in the zone: `2026-W48`. Exactly one occurrence has each. */
  readonly week: string;
}

/**
 * The first time after a moment that the rule means. Where the clock is put forward over it, it is
 * as much later as the clock jumped (02:30 becomes 03:30); where the clock is put back over it, it
 * is the first of the two. It belongs to the day the rule names, even where that day was left out
 * of the calendar and the moment falls on the next.
 *
 * @throws RangeError for a zone or a time that isn't one.
 */
export function nextOccurrence(rule: WeeklyRule, after: Date): Occurrence {
  const today = Temporal.Instant.fromEpochMilliseconds(after.getTime())
    .toZonedDateTimeISO(rule.timezone)
    .toPlainDate();
  // From the day before: a day that was left out may have moved its time into the present one.
  let day = today.subtract({ days: 1 });
  day = day.add({ days: (rule.weekday - day.dayOfWeek + 7) % 7 });
  for (;;) {
    const at = momentOn(day, rule);
    if (at.getTime() > after.getTime()) {
      return { at, from: momentOn(day.subtract({ days: 7 }), rule), week: isoWeek(day) };
    }
    day = day.add({ days: 7 });
  }
}

/** The same, or null for a rule of a zone or a time that isn't one. */
export function nextIfReadable(rule: WeeklyRule, after: Date): Occurrence | null {
  try {
    return nextOccurrence(rule, after);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The seven days before a moment, by the wall clock of a zone, with the ISO week it lies in. */
export function weekUntil(to: Date, timezone: string): Occurrence {
  const local = Temporal.Instant.fromEpochMilliseconds(to.getTime()).toZonedDateTimeISO(timezone);
  const from = local.subtract({ days: 7 });
  return { at: to, from: new Date(from.epochMilliseconds), week: isoWeek(local.toPlainDate()) };
}

/** `HH:MM` on the wall clock of a zone. */
export function wallClock(at: Date, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timezone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

function momentOn(day: Temporal.PlainDate, { time, timezone }: WeeklyRule): Date {
  const moment = day
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(timezone, { disambiguation: 'compatible' });
  return new Date(moment.epochMilliseconds);
}

function isoWeek(day: Temporal.PlainDate): string {
  const { yearOfWeek, weekOfYear } = day;
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
}
