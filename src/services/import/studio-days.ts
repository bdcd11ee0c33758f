import { readCell } from './cells.js';
import type {
  Assumed,
  DayPart,
  ImportedDay,
  ImportedHour,
  LeftOut,
  Metric,
  RawTable,
} from './drop.js';
import type { Header, StudioColumn } from './headers.js';
import { type MonthDay, readMonthDay } from './month-days.js';
import { type Day, daysInOrder } from './years.js';

/** What a table of days tells; whose it is is found out later. */
export interface ReadDays {
  readonly days: readonly Omit<ImportedDay, 'handle'>[];
  readonly hours: readonly Omit<ImportedHour, 'handle'>[];
  readonly left: readonly LeftOut[];
  readonly assumed: readonly Assumed[];
}

/** Which columns of a table become which numbers. */
const COLUMNS: Readonly<Record<DayPart, Readonly<Partial<Record<StudioColumn, Metric>>>>> = {
  overview: {
    videoViews: 'views',
    profileViews: 'profileViews',
    likes: 'likes',
    comments: 'comments',
    shares: 'shares',
  },
  viewers: {
    viewers: 'viewers',
    newViewers: 'newViewers',
    returningViewers: 'returningViewers',
  },
  // The difference stands a day off in newer exports: growth is worked out from the followers.
  followers: { followers: 'followers' },
};

const HOURS = 24;

/** Reads Overview, Viewers or FollowerHistory: a day a row, in order, without years. */
export function readDayTable(part: DayPart, table: RawTable, header: Header, now: Date): ReadDays {
  const rows = table.rows.slice(1);
  const left: LeftOut[] = [];
  const found = rows.map((row) => monthDayIn(row.cells, header));
  const days = daysInOrder(found, now, startIn(table.file));
  const last = days.findLast((day) => day !== null) ?? null;
  const known: Omit<ImportedDay, 'handle'>[] = [];
  let notAvailable = 0;
  for (const [place, row] of rows.entries()) {
    const day = days[place] ?? null;
    if (day === null || last === null) {
      const cell = row.cells[header.columns.get('date') ?? 0] ?? '';
      left.push({ file: table.file, line: row.line, why: { why: 'no day', cell } });
      continue;
    }
    const read = valuesOf(part, row.cells, header);
    if ('wrong' in read) {
      const why = { why: 'not a count', cell: read.wrong } as const;
      left.push({ file: table.file, line: row.line, why });
      continue;
    }
    if (Object.keys(read.values).length === 0) notAvailable += 1;
    else known.push({ part, day, asOf: last, values: read.values });
  }
  const first = days.find((day) => day !== null) ?? null;
  const { file } = table;
  return {
    days: known,
    hours: [],
    left,
    assumed: [
      ...(first !== null && last !== null
        ? [{ what: 'days', file, from: min(first, last), to: max(first, last) } as const]
        : []),
      ...(notAvailable > 0 ? [{ what: 'not available', file, days: notAvailable } as const] : []),
    ],
  };
}

/** Reads FollowerActivity: 24 rows a day, of seven days; the hours after the export are zeros. */
export function readActivity(table: RawTable, header: Header, now: Date): ReadDays {
  const rows = table.rows.slice(1);
  const { file } = table;
  const left: LeftOut[] = [];
  const found = rows.map((row) => monthDayIn(row.cells, header));
  // A day stands there once for each hour.
  const changes: MonthDay[] = [];
  const turns = found.map((one) => {
    const before = changes.at(-1);
    if (one !== null && !(before !== undefined && isSame(one, before))) changes.push(one);
    return one === null ? null : changes.length - 1;
  });
  const distinct = daysInOrder(changes, now);
  const days = turns.map((turn) => (turn === null ? null : (distinct[turn] ?? null)));
  const last = days.findLast((day) => day !== null) ?? null;
  const hours: Omit<ImportedHour, 'handle'>[] = [];
  for (const [place, row] of rows.entries()) {
    const day = days[place] ?? null;
    const hour = hourIn(row.cells[header.columns.get('hour') ?? 1]);
    const active = row.cells[header.columns.get('active') ?? 2];
    const cell = readCell(active);
    const leave = (why: LeftOut['why']) => left.push({ file, line: row.line, why });
    if (day === null || last === null) {
      leave({ why: 'no day', cell: row.cells[header.columns.get('date') ?? 0] ?? '' });
    } else if (hour === null) leave({ why: 'no hour' });
    else if (cell.is === 'wrong') leave({ why: 'not a count', cell: active ?? '' });
    else if (cell.is === 'known' && !cell.isNegative) {
      hours.push({ day, hour, active: cell.count.value, asOf: last });
    }
  }
  const lived = withoutTheLastZeros(hours, last);
  return {
    days: [],
    hours: lived,
    left,
    assumed:
      last !== null && lived.length < hours.length ? [{ what: 'last hours', file, day: last }] : [],
  };
}

/** What is zero at the end of the last day hadn't been yet. */
function withoutTheLastZeros<T extends Omit<ImportedHour, 'handle'>>(
  hours: readonly T[],
  last: Day | null,
): T[] {
  const ofLast = hours.filter(({ day }) => day === last);
  const until = Math.max(-1, ...ofLast.filter(({ active }) => active > 0n).map(({ hour }) => hour));
  return hours.filter(({ day, hour }) => day !== last || hour <= until);
}

/** The numbers of a row; none where the account's own isn't known, for the others are false zeros. */
function valuesOf(
  part: DayPart,
  cells: readonly string[],
  { columns }: Header,
): { readonly values: ImportedDay['values'] } | { readonly wrong: string } {
  const values: Partial<Record<Metric, bigint>> = {};
  let hasUnknown = false;
  let hasMore = false;
  for (const [column, metric] of Object.entries(COLUMNS[part])) {
    // The keys are those above.
    const place = columns.get(column as StudioColumn);
    if (place === undefined) continue;
    const cell = readCell(cells[place]);
    if (cell.is === 'wrong') return { wrong: cells[place] ?? '' };
    if (cell.is === 'not known') {
      hasUnknown = true;
      continue;
    }
    const { value } = cell.count;
    if (value !== 0n) hasMore = true;
    values[metric] = cell.isNegative ? -value : value;
  }
  const isBlank = hasUnknown && (!hasMore || (part === 'viewers' && values.viewers === undefined));
  return { values: isBlank ? {} : values };
}

function monthDayIn(cells: readonly string[], { columns }: Header): MonthDay | null {
  return readMonthDay(cells[columns.get('date') ?? 0] ?? '');
}

function hourIn(text: string | undefined): number | null {
  const [, digits, half] = /^(\d{1,2})(?::00)?\s?([ap]m)?$/i.exec((text ?? '').trim()) ?? [];
  if (digits === undefined) return null;
  const hour = (Number(digits) % (half ? 12 : HOURS)) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  return Number(digits) < HOURS ? hour : null;
}

/** TikTok writes into the name of the archive when a range begins. */
function startIn(file: string): Day | null {
  return /_(20\d{2}-\d{2}-\d{2})_\d{9,11}/.exec(file)?.[1] ?? null;
}

function isSame(one: MonthDay, other: MonthDay): boolean {
  return one.month === other.month && one.day === other.day;
}

function min(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function max(a: Day, b: Day): Day {
  return a > b ? a : b;
}
