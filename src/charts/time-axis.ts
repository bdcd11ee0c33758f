import { LETTERS } from './spec.js';
import { widthOf } from './words.js';

const DAY = 86_400_000;

/** From this distance of first and last on, the axis tells months and years instead of days. */
const LONG = 300 * DAY;

/** At least so many days are on the axis, so that there is always a date to read. */
const LEAST = 3 * DAY;

/** Room between two dates, in Discord's pixels. */
const APART = 18;

/** Where a time axis begins and ends, and which moments are written on it. */
export interface TimeAxis {
  readonly first: number;
  readonly last: number;
  readonly ticks: readonly number[];
  readonly tell: (at: number) => string;
}

/**
 * The axis for some moments: whole days or the beginnings of months, in UTC as everything that is
 * stored, as many as can be read beside each other.
 *
 * @param width of the axis, in Discord's pixels.
 */
export function timeAxis(times: readonly number[], width: number, locales: string[]): TimeAxis {
  const now = times.length === 0 ? [0] : times;
  const earliest = now.reduce((a, b) => Math.min(a, b));
  const latest = now.reduce((a, b) => Math.max(a, b));
  const span = latest - earliest;
  const room = Math.max(span * 0.04, (LEAST - span) / 2);
  const first = earliest - room;
  const last = latest + room;
  const isLong = last - first >= LONG;
  const format = new Intl.DateTimeFormat(locales, {
    ...(isLong ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' }),
    timeZone: 'UTC',
  });
  const tell = (at: number) => format.format(at);
  const widest = Math.max(
    ...[first, (first + last) / 2, last].map((at) => widthOf(tell(at), LETTERS.small)),
  );
  const most = Math.max(2, Math.floor(width / (widest + APART)));
  return { first, last, tell, ticks: isLong ? months(first, last, most) : days(first, last, most) };
}

function days(first: number, last: number, most: number): number[] {
  const step = DAY * Math.max(1, Math.ceil((last - first) / DAY / most));
  const ticks: number[] = [];
  for (let at = Math.ceil(first / DAY) * DAY; at <= last; at += step) ticks.push(at);
  return ticks;
}

/** The beginnings of months, evenly apart. */
function months(first: number, last: number, most: number): number[] {
  const begin = new Date(first);
  const month = begin.getUTCFullYear() * 12 + begin.getUTCMonth() + 1;
  const step = Math.max(1, Math.ceil((last - first) / DAY / 30.4 / most));
  const startOf = (n: number) => Date.UTC(Math.floor(n / 12), n % 12, 1);
  const ticks: number[] = [];
  for (let n = month; startOf(n) <= last; n += step) ticks.push(startOf(n));
  return ticks;
}
