import type { Database } from '../../db/database.js';
import type { ImportedDay, ImportedHour, Metric } from '../import/drop.js';
import { mergeHours } from '../import/merge.js';
import { knownDays, storedHours } from '../import/news.js';

const DAY = 86_400_000;

/** Days that are looked back over where nothing is said. */
export const ACCOUNT_DAYS = 90;

/** So many hours of a day are named as the best. */
const BEST_HOURS = 3;

/** Fewer days tell nothing of the hours of a day. */
const FEWEST_DAYS_OF_HOURS = 3;

/** Days before any account: what is known at all is looked for from there. */
const FIRST = '2014-01-01';

/** A number of one day. */
export interface DayValue {
  readonly day: string;
  readonly value: bigint;
}

/** An account by day. */
export interface AccountHistory {
  readonly handle: string;
  /** Other accounts of which days are known. */
  readonly others: readonly string[];
  readonly days: number;
  readonly series: Readonly<Record<'followers' | 'viewers' | 'views', readonly DayValue[]>>;
  /** Days between the first and the last of which nothing is known. */
  readonly missing: number;
  /** The hours in which most followers were online, the best first, and over how many days. */
  readonly hours: { readonly best: readonly number[]; readonly days: number } | null;
  /** The last day that is known at all. */
  readonly last: string;
}

export type AccountFound =
  | { readonly kind: 'account'; readonly account: AccountHistory }
  /** No days of that account, or of any. */
  | { readonly kind: 'none'; readonly known: readonly string[] };

/** The accounts of which days are known, the one that was exported last first. */
export async function accountsByDay(db: Database, creatorId: bigint): Promise<string[]> {
  const [days, hours] = await Promise.all([
    db.prisma.accountDay.groupBy({ by: ['handle'], where: { creatorId }, _max: { asOf: true } }),
    db.prisma.accountHour.groupBy({ by: ['handle'], where: { creatorId }, _max: { asOf: true } }),
  ]);
  const last = new Map<string, string>();
  for (const { handle, _max } of [...days, ...hours]) {
    const asOf = _max.asOf ?? '';
    if (asOf > (last.get(handle) ?? '')) last.set(handle, asOf);
  }
  return [...last]
    .sort(([a, one], [b, other]) => compare(other, one) || compare(a, b))
    .map(([handle]) => handle);
}

/** What is known of an account by day: one of the creator's own imports only. */
export async function accountHistory(
  db: Database,
  creatorId: bigint,
  handle: string | null,
  days: number,
  now: Date,
): Promise<AccountFound> {
  const known = await accountsByDay(db, creatorId);
  const chosen = handle === null ? known[0] : known.find((one) => one === handle);
  if (chosen === undefined) return { kind: 'none', known };
  const to = new Date(now.getTime() + DAY).toISOString().slice(0, 10);
  const from = new Date(now.getTime() - days * DAY).toISOString().slice(0, 10);
  const range = { handles: [chosen], from: FIRST, to };
  const [all, hours] = await Promise.all([
    knownDays(db, creatorId, range),
    storedHours(db, creatorId, range),
  ]);
  const shown = all.filter(({ day }) => day >= from);
  const series = {
    followers: valuesOf(shown, 'followers'),
    viewers: valuesOf(shown, 'viewers'),
    views: valuesOf(shown, 'views'),
  };
  return {
    kind: 'account',
    account: {
      handle: chosen,
      others: known.filter((one) => one !== chosen),
      days,
      series,
      missing: missingIn(Object.values(series).flat()),
      hours: bestHours(mergeHours(hours).filter(({ day }) => day >= from)),
      last: [...all.map(({ day }) => day), ...hours.map(({ day }) => day)].sort().at(-1) ?? to,
    },
  };
}

function valuesOf(days: readonly ImportedDay[], metric: Metric): DayValue[] {
  return days
    .flatMap(({ day, values }) => {
      const value = values[metric];
      return value === undefined ? [] : [{ day, value }];
    })
    .sort((a, b) => compare(a.day, b.day));
}

function missingIn(values: readonly DayValue[]): number {
  const days = [...new Set(values.map(({ day }) => day))].sort();
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return 0;
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1 - days.length;
}

/** By the mean over the days on which the hour is known. */
function bestHours(hours: readonly ImportedHour[]): AccountHistory['hours'] {
  const days = new Set(hours.map(({ day }) => day)).size;
  if (days < FEWEST_DAYS_OF_HOURS) return null;
  const byHour = new Map<number, bigint[]>();
  for (const { hour, active } of hours) byHour.set(hour, [...(byHour.get(hour) ?? []), active]);
  const means = [...byHour].map(([hour, values]) => ({
    hour,
    mean: values.reduce((sum, value) => sum + Number(value), 0) / values.length,
  }));
  if (means.every(({ mean }) => mean === 0)) return null;
  const best = means.sort((a, b) => b.mean - a.mean || a.hour - b.hour).slice(0, BEST_HOURS);
  return { best: best.map(({ hour }) => hour), days };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
