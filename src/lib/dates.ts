import { plainTyping } from './characters.js';

/**
 * Why a text is no posting date.
 * - `empty`: nothing visible was typed.
 * - `no such day`: 2026-02-30.
 * - `before TikTok`: before 2014.
 * - `unreadable`: nothing like a date.
 *
 * A date in another order (01.11.2026, 11/1/2026, 2026年11月1日) comes with every day it may mean,
 * as `YYYY-MM-DD`, at least one and days to come included: it isn't guessed, but an answer can offer
 * them.
 */
export type DateResult =
  | { readonly ok: true; readonly date: string }
  | {
      readonly ok: false;
      readonly problem: 'another order';
      readonly candidates: readonly string[];
    }
  | {
      readonly ok: false;
      readonly problem: 'empty' | 'no such day' | 'before TikTok' | 'unreadable';
    };

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
 * phone makes of `-` are fine; another order or a missing zero is not (see `DateResult`). A date in
 * the future is read: see `isBeyondTomorrowAnywhere`. Never throws.
 */
export function parseDate(text: string): DateResult {
  const typed = plainTyping(text);
  if (typed === '') return { ok: false, problem: 'empty' };
  const exact = /^\d{4}-\d{2}-\d{2}$/.test(typed);
  const readings = exact ? [typed] : otherOrders(typed);
  if (readings.length === 0) return { ok: false, problem: 'unreadable' };
  const days = readings.filter(isDay);
  if (days.length === 0) return { ok: false, problem: 'no such day' };
  const candidates = days.filter((day) => Number(day.slice(0, 4)) >= FIRST_YEAR);
  const [date] = candidates;
  if (date === undefined) return { ok: false, problem: 'before TikTok' };
  return exact ? { ok: true, date } : { ok: false, problem: 'another order', candidates };
}

/** Every `YYYY-MM-DD` that three numbers in another order may mean, days that don't exist included. */
function otherOrders(typed: string): string[] {
  const parts =
    /^(\d{1,4})[-./年, ]{1,3}(\d{1,2})[-./月, ]{1,3}(\d{1,4})[日.]?$/u.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  if (parts === null) return [];
  const [, a = '', b = '', c = ''] = parts;
  const orders: [year: string, month: string, day: string][] = [];
  if (a.length === 4 && c.length <= 2) orders.push([a, b, c]);
  if (a.length <= 2 && c.length === 4) orders.push([c, b, a], [c, a, b]);
  if (a.length <= 2 && c.length === 2) orders.push([`20${c}`, b, a], [`20${c}`, a, b]);
  if (a.length === 2 && c.length <= 2) orders.push([`20${a}`, b, c]);
  const days = orders.map(
    ([year, month, day]) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  return [...new Set(days)];
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

function midnightUtc(date: string): number {
  if (!isDay(date)) throw new RangeError(`Not a calendar date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}
