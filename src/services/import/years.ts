import { isInYear, type MonthDay } from './month-days.js';

const DAY = 86_400_000;

/** Where the calendar is furthest ahead of UTC, in milliseconds. */
const FURTHEST_AHEAD = 14 * 3_600_000;

/** Days by which a post may have been published after, or by its zone before, its id was made. */
const NEAR_ITS_ID = 45;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** The last day that has begun anywhere on earth. */
export function lastDay(now: Date): Day {
  return new Date(now.getTime() + FURTHEST_AHEAD).toISOString().slice(0, 10);
}

/** The latest day of that name that isn't to come; the day itself where its year is told. */
export function latestSuchDay(found: MonthDay, now: Date): Day | null {
  const last = lastDay(now);
  if (found.year !== null)
    return dayOf(found, found.year) <= last ? dayOf(found, found.year) : null;
  return latestNotAfter(found, last);
}

/**
 * The days of a table without years, which are in order and none of which is to come: the last is
 * taken as late as it can be, and each other one as the latest before the next.
 *
 * @param rows null for a day that can't be read, which stays null.
 * @param firstDay when the table begins, where something else tells it.
 */
export function daysInOrder(
  rows: readonly (MonthDay | null)[],
  now: Date,
  firstDay: Day | null = null,
): (Day | null)[] {
  const isBackwards = steps(rows) < 0;
  const ordered = isBackwards ? rows.toReversed() : [...rows];
  const first = ordered.find((one) => one !== null);
  const isTold =
    firstDay !== null && first != null && first.year === null && firstDay.endsWith(suffix(first));
  const days = isTold ? forwards(ordered, firstDay) : backwards(ordered, lastDay(now));
  return isBackwards ? days.toReversed() : days;
}

/** The day of a post near the moment of its id; null where it is far from it in every year. */
export function dayNear(found: MonthDay, uploaded: Date): Day | null {
  const at = uploaded.getTime();
  const year = uploaded.getUTCFullYear();
  const candidates = (found.year === null ? [year - 1, year, year + 1] : [found.year]).filter(
    (one) => isInYear(found, one),
  );
  const far = (one: number) => Math.abs(Date.parse(`${dayOf(found, one)}T12:00:00Z`) - at);
  const [nearest] = candidates.toSorted((a, b) => far(a) - far(b));
  return nearest === undefined || far(nearest) > NEAR_ITS_ID * DAY ? null : dayOf(found, nearest);
}

function backwards(rows: readonly (MonthDay | null)[], last: Day): (Day | null)[] {
  const days: (Day | null)[] = [];
  let before = last;
  let isFirst = true;
  for (const row of rows.toReversed()) {
    const limit = isFirst ? before : dayBefore(before);
    const day =
      row === null ? null : row.year === null ? latestNotAfter(row, limit) : dayOf(row, row.year);
    if (day !== null) {
      before = day;
      isFirst = false;
    }
    days.push(day);
  }
  return days.toReversed();
}

function forwards(rows: readonly (MonthDay | null)[], first: Day): (Day | null)[] {
  let before = dayBefore(first);
  return rows.map((row) => {
    if (row === null) return null;
    const day = row.year === null ? earliestAfter(row, before) : dayOf(row, row.year);
    before = day;
    return day;
  });
}

/** More than 0 where the days go up, as far as neighbours tell. */
function steps(rows: readonly (MonthDay | null)[]): number {
  const found = rows.filter((row) => row !== null);
  let up = 0;
  for (const [place, { month, day }] of found.entries()) {
    const next = found[place + 1];
    if (next === undefined || next.month !== month || next.day === day) continue;
    up += Math.sign(next.day - day);
  }
  return up;
}

function latestNotAfter(found: MonthDay, last: Day): Day {
  let year = Number(last.slice(0, 4));
  while (!isInYear(found, year) || dayOf(found, year) > last) year -= 1;
  return dayOf(found, year);
}

function earliestAfter(found: MonthDay, before: Day): Day {
  let year = Number(before.slice(0, 4));
  while (!isInYear(found, year) || dayOf(found, year) <= before) year += 1;
  return dayOf(found, year);
}

function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
}

function dayOf(found: MonthDay, year: number): Day {
  return `${year}${suffix(found)}`;
}

function suffix({ month, day }: MonthDay): string {
  return `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
