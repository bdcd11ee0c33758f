import { plainTyping } from './characters.js';

/**
 * Why a text is no day.
 * - `empty`: nothing visible was typed.
 * - `no such day`: 2026-02-30.
 * - `before TikTok`: before 2014.
 * - `unreadable`: nothing like a day.
 */
export type DateProblem = 'empty' | 'no such day' | 'before TikTok' | 'unreadable';

export type DateResult =
  | { readonly ok: true; readonly date: string }
  | { readonly ok: false; readonly problem: DateProblem };

/**
 * musical.ly, whose posts became TikTok's, opened in August 2014. The whole year is let through:
 * the check is there to catch slips of the finger.
 */
const FIRST_YEAR = 2014;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Where the calendar is furthest ahead of UTC, and where furthest behind, in milliseconds. */
const FURTHEST_AHEAD = 14 * HOUR;
const FURTHEST_BEHIND = 12 * HOUR;

/**
 * Reads a calendar date `YYYY-MM-DD`. Other scripts' digits, full-width characters and any dash a
 * phone makes of `-` are fine; another order or a missing zero is not: see `parsePostedDay`. A date
 * in the future is read: see `isBeyondTomorrowAnywhere`. Never throws.
 */
export function parseDate(text: string): DateResult {
  const typed = plainTyping(text);
  if (typed === '') return { ok: false, problem: 'empty' };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return { ok: false, problem: 'unreadable' };
  if (!isDay(typed)) return { ok: false, problem: 'no such day' };
  if (Number(typed.slice(0, 4)) < FIRST_YEAR) return { ok: false, problem: 'before TikTok' };
  return { ok: true, date: typed };
}

function isDay(date: string): boolean {
  const midnight = new Date(`${date}T00:00:00Z`);
  // JavaScript takes 30 February for 2 March.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
}

/**
 * Whether a day is later than tomorrow even where the calendar is furthest ahead (UTC+14), so that
 * nobody's clock can make it right. One day of grace is for posts scheduled for tomorrow.
 *
 * @param date `YYYY-MM-DD` as from `parseDate`; anything else throws a RangeError.
 */
export function isBeyondTomorrowAnywhere(date: string, now: Date): boolean {
  const tomorrow = new Date(now.getTime() + FURTHEST_AHEAD + DAY);
  return midnightUtc(date) > Date.parse(tomorrow.toISOString().slice(0, 10));
}

/** Whether a UTC day, `YYYY-MM-DD`, is over. */
export function isOver(day: string, now: Date): boolean {
  return now.toISOString().slice(0, 10) > day;
}

/**
 * When a calendar day begins and ends anywhere on earth: from its midnight at UTC+14 (included) to
 * the next midnight at UTC−12 (not included), 50 hours. A date without a zone may mean any of them.
 *
 * @param date `YYYY-MM-DD` as from `parseDate`; anything else throws a RangeError.
 */
export function instantRange(date: string): { earliest: Date; latest: Date } {
  const midnight = midnightUtc(date);
  return {
    earliest: new Date(midnight - FURTHEST_AHEAD),
    latest: new Date(midnight + DAY + FURTHEST_BEHIND),
  };
}

/**
 * The calendar day whose range this is, `YYYY-MM-DD`; null for a moment, which is a day of its own
 * in every zone.
 */
export function dayOfRange({ earliest, latest }: { earliest: Date; latest: Date }): string | null {
  if (earliest.getTime() === latest.getTime()) return null;
  return new Date(earliest.getTime() + FURTHEST_AHEAD).toISOString().slice(0, 10);
}

function midnightUtc(date: string): number {
  if (!isDay(date)) throw new RangeError(`Not a calendar date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}
