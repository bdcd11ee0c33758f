import type { Database } from '../../db/database.js';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import { COUNT_NAMES, type CountName } from '../../lib/count-names.js';
import {
  type Drop,
  type ImportedDay,
  type ImportedHour,
  type ImportedVideo,
  METRICS,
  type Metric,
} from './drop.js';
import { isNewer, mergeDays, mergeHours } from './merge.js';

/** Keys looked for in one statement. */
const AT_ONCE = 500;

/** What a drop tells that isn't known yet. */
export interface News {
  /** The newest import of the creator when it was looked: another one since makes all this stale. */
  readonly lastImport: bigint | null;
  /** Readings that aren't there yet, in the order of the drop. */
  readonly readings: readonly NewReading[];
  /** Readings of an earlier import of the same day whose counts were smaller. */
  readonly raised: readonly Raised[];
  /** Days with nothing but the numbers that come from a later export than what is known. */
  readonly days: readonly ImportedDay[];
  /** How many of them say something else than what is known. */
  readonly newDays: number;
  readonly hours: readonly ImportedHour[];
  /** How many different videos the drop tells of, and how many of them are known. */
  readonly videos: number;
  readonly known: number;
}

export interface NewReading {
  readonly video: ImportedVideo;
  /** Its video, where that is known; then with all its readings. */
  readonly stored: StoredVideo | null;
}

export interface Raised extends NewReading {
  readonly stored: StoredVideo;
  readonly reading: StoredReading;
}

export type StoredVideo = Prisma.VideoGetPayload<{ select: typeof VIDEO }>;
type StoredReading = StoredVideo['readings'][number];

const VIDEO = {
  ...{ id: true, identity: true, titleKey: true, tiktokId: true, handle: true, kind: true },
  ...{ link: true, title: true, posted: true, category: true, duration: true },
  toldInPrivate: true,
  readings: { include: { trueSaves: true } },
} as const satisfies Prisma.VideoSelect;

/** Holds a drop against what is stored of its creator. */
export async function newsIn(
  db: Database,
  creatorId: bigint,
  { videos, days, hours }: Pick<Drop, 'videos' | 'days' | 'hours'>,
): Promise<News> {
  const last = await db.prisma.import.findFirst({
    where: { creatorId },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  const stored = await storedVideos(db, creatorId, videos);
  const readings: NewReading[] = [];
  const raised: Raised[] = [];
  for (const video of videos) {
    const known = stored.get(video.identity) ?? null;
    const reading = known === null ? null : sameReading(known, video);
    if (known === null || reading === null) readings.push({ video, stored: known });
    else if (video.readOn !== null && hasMore(video, reading)) {
      raised.push({ video, stored: known, reading });
    }
  }
  const identities = new Set(videos.map(({ identity }) => identity));
  return {
    lastImport: last?.id ?? null,
    readings,
    raised,
    ...(await newDays(db, creatorId, days)),
    hours: await newHours(db, creatorId, hours),
    videos: identities.size,
    known: [...identities].filter((identity) => stored.has(identity)).length,
  };
}

/** By the identity that the drop has of them, also where that is one of a merged entry. */
async function storedVideos(
  db: Database,
  creatorId: bigint,
  videos: readonly ImportedVideo[],
): Promise<Map<string, StoredVideo>> {
  const found = new Map<string, StoredVideo>();
  for (const identities of pieces([...new Set(videos.map(({ identity }) => identity))])) {
    const where = { creatorId, identity: { in: identities } };
    const own = await db.prisma.video.findMany({ where, select: VIDEO });
    const aliases = await db.prisma.videoAlias.findMany({
      where,
      select: { identity: true, video: { select: VIDEO } },
    });
    for (const { identity, video } of aliases) found.set(identity, video);
    for (const video of own) found.set(video.identity, video);
  }
  return found;
}

/**
 * The reading that says already what a row says: of the same export's day, or where the table tells
 * none, one without a day with the same counts and, if it tells any, the same real saves.
 */
function sameReading({ readings }: StoredVideo, video: ImportedVideo): StoredReading | null {
  const { readOn, counts, saves } = video;
  if (readOn !== null) return readings.find((one) => one.readOn === readOn) ?? null;
  const isSame = (one: StoredReading) =>
    one.readOn === null &&
    COUNT_NAMES.every((name) => one[name] === counts[name].value) &&
    (saves === null || one.trueSaves?.saves === saves.value);
  return readings.find(isSame) ?? null;
}

function hasMore({ counts }: ImportedVideo, reading: Record<CountName, bigint>): boolean {
  return COUNT_NAMES.some((name) => counts[name].value > reading[name]);
}

async function newDays(
  db: Database,
  creatorId: bigint,
  days: readonly ImportedDay[],
): Promise<Pick<News, 'days' | 'newDays'>> {
  const known = new Map<string, ReadonlyMap<Metric, { value: bigint; asOf: string }>>();
  const range = rangeOf(days);
  if (range === null) return { days: [], newDays: 0 };
  const rows = await storedDays(db, creatorId, range);
  for (const row of rows) {
    const key = keyOf(row);
    const values = new Map(known.get(key));
    for (const [name, value] of Object.entries(row.values)) {
      const metric = name as Metric; // a key of `values`
      const before = values.get(metric);
      if (before === undefined || isNewer(row.asOf, value, before.asOf, before.value)) {
        values.set(metric, { value, asOf: row.asOf });
      }
    }
    known.set(key, values);
  }
  let changed = 0;
  const later = days.flatMap((day) => {
    const there = known.get(keyOf(day));
    const kept = Object.entries(day.values).filter(([name, value]) => {
      const before = there?.get(name as Metric); // a key of `values`
      return before === undefined || isNewer(day.asOf, value, before.asOf, before.value);
    });
    // What a later export says again is kept, too: it holds against what lies between.
    if (kept.some(([name, value]) => there?.get(name as Metric)?.value !== value)) changed += 1;
    return kept.length === 0 ? [] : [{ ...day, values: Object.fromEntries(kept) }];
  });
  return { days: later, newDays: changed };
}

async function newHours(
  db: Database,
  creatorId: bigint,
  hours: readonly ImportedHour[],
): Promise<ImportedHour[]> {
  const range = rangeOf(hours);
  if (range === null) return [];
  const rows = mergeHours(await storedHours(db, creatorId, range));
  const known = new Map(rows.map((row) => [`${row.handle} ${row.day} ${row.hour}`, row]));
  return hours.filter((hour) => {
    const before = known.get(`${hour.handle} ${hour.day} ${hour.hour}`);
    return before === undefined || isNewer(hour.asOf, hour.active, before.asOf, before.active);
  });
}

/** Of which accounts and days something is looked for. */
export interface DayRange {
  readonly handles: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** What imports told of some days; several may tell of the same. */
export async function storedDays(
  db: Database,
  creatorId: bigint,
  { handles, from, to }: DayRange,
): Promise<ImportedDay[]> {
  const rows = await db.prisma.accountDay.findMany({
    where: { creatorId, handle: { in: [...handles] }, day: { gte: from, lte: to } },
  });
  return rows.map(({ handle, part, day, asOf, ...row }) => ({
    ...{ handle, part, day, asOf },
    values: Object.fromEntries(
      METRICS[part].flatMap((metric) => {
        const value = row[metric];
        return value === null ? [] : [[metric, value] as const];
      }),
    ),
  }));
}

/** The same for hours. */
export async function storedHours(
  db: Database,
  creatorId: bigint,
  { handles, from, to }: DayRange,
): Promise<ImportedHour[]> {
  return db.prisma.accountHour.findMany({
    where: { creatorId, handle: { in: [...handles] }, day: { gte: from, lte: to } },
    select: { handle: true, day: true, hour: true, active: true, asOf: true },
  });
}

/** What is known of some days: of each number the one that was exported last. */
export async function knownDays(
  db: Database,
  creatorId: bigint,
  range: DayRange,
): Promise<ImportedDay[]> {
  return mergeDays(await storedDays(db, creatorId, range));
}

function rangeOf(rows: readonly { readonly handle: string; readonly day: string }[]) {
  const days = rows.map(({ day }) => day).sort();
  const [from, to] = [days.at(0), days.at(-1)];
  if (from === undefined || to === undefined) return null;
  return { handles: [...new Set(rows.map(({ handle }) => handle))], from, to };
}

function keyOf({ handle, part, day }: ImportedDay): string {
  return `${handle} ${part} ${day}`;
}

function pieces<T>(list: readonly T[]): T[][] {
  const found: T[][] = [];
  for (let at = 0; at < list.length; at += AT_ONCE) found.push(list.slice(at, at + AT_ONCE));
  return found;
}
