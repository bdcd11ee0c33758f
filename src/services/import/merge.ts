import { COUNT_NAMES } from '../../lib/count-names.js';
import type { Count } from '../../lib/counts.js';
import type { ImportedDay, ImportedHour, ImportedVideo, Metric } from './drop.js';

/**
 * Two tables that tell of one video on one day of export, as a download of 7 days and one of 60:
 * the larger counts, for the smaller ones are older. Which comes first makes no difference.
 */
export function mergeVideos(videos: readonly ImportedVideo[]): ImportedVideo[] {
  const merged = new Map<string, ImportedVideo>();
  for (const video of videos) {
    const key = JSON.stringify([video.identity, video.readOn]);
    const before = merged.get(key);
    merged.set(key, before === undefined ? video : joined(before, video));
  }
  return [...merged.values()].sort(inOrder);
}

/** The larger of each count. */
export function largerCounts(
  a: ImportedVideo['counts'],
  b: ImportedVideo['counts'],
): ImportedVideo['counts'] {
  const pairs = COUNT_NAMES.map((name) => [name, larger(a[name], b[name])] as const);
  return Object.fromEntries(pairs) as ImportedVideo['counts']; // one entry a name
}

/** Values of one day from several tables: those of the newest, and of two as new the larger. */
export function mergeDays(days: readonly ImportedDay[]): ImportedDay[] {
  const newest = new Map<string, { day: ImportedDay; asOf: Map<Metric, string> }>();
  for (const day of days) {
    const key = `${day.handle} ${day.part} ${day.day}`;
    const before = newest.get(key);
    if (before === undefined) {
      const metrics = Object.keys(day.values) as Metric[]; // the keys of `values`
      newest.set(key, { day, asOf: new Map(metrics.map((metric) => [metric, day.asOf])) });
      continue;
    }
    const values = { ...before.day.values };
    for (const [name, value] of Object.entries(day.values)) {
      const metric = name as Metric; // a key of `values`
      const since = before.asOf.get(metric);
      const known = values[metric];
      if (since !== undefined && known !== undefined && !isNewer(day.asOf, value, since, known)) {
        continue;
      }
      values[metric] = value;
      before.asOf.set(metric, day.asOf);
    }
    const asOf = before.day.asOf > day.asOf ? before.day.asOf : day.asOf;
    newest.set(key, { day: { ...before.day, values, asOf }, asOf: before.asOf });
  }
  return [...newest.values()]
    .map(({ day }) => day)
    .sort(
      (a, b) => compare(a.handle, b.handle) || compare(a.part, b.part) || compare(a.day, b.day),
    );
}

/** As `mergeDays`, for hours. */
export function mergeHours(hours: readonly ImportedHour[]): ImportedHour[] {
  const newest = new Map<string, ImportedHour>();
  for (const hour of hours) {
    const key = `${hour.handle} ${hour.day} ${hour.hour}`;
    const before = newest.get(key);
    if (before === undefined || isNewer(hour.asOf, hour.active, before.asOf, before.active)) {
      newest.set(key, hour);
    }
  }
  return [...newest.values()].sort(
    (a, b) => compare(a.handle, b.handle) || compare(a.day, b.day) || a.hour - b.hour,
  );
}

/** Whether a value takes the place of another: a later export's does, of two as late the larger. */
export function isNewer(asOf: string, value: bigint, since: string, known: bigint): boolean {
  return asOf > since || (asOf === since && value > known);
}

function joined(a: ImportedVideo, b: ImportedVideo): ImportedVideo {
  // Whatever order they come in: the one with more views tells the rest, where it does.
  const [one, other] = rank(a) >= rank(b) ? [a, b] : [b, a];
  return {
    ...one,
    handle: one.handle ?? other.handle,
    title: one.title ?? other.title,
    posted: one.posted ?? other.posted,
    category: one.category ?? other.category,
    duration: one.duration ?? other.duration,
    watchTime: one.watchTime ?? other.watchTime,
    newFollowers: one.newFollowers ?? other.newFollowers,
    counts: largerCounts(one.counts, other.counts),
    saves:
      one.saves === null || other.saves === null
        ? (one.saves ?? other.saves)
        : larger(one.saves, other.saves),
  };
}

/** Something that tells two rows of one video and day apart, whichever comes first. */
function rank(video: ImportedVideo): string {
  const { counts, title, category, duration, saves, handle } = video;
  const digits = COUNT_NAMES.map((name) => String(counts[name].value).padStart(16, '0'));
  const rest = [String(saves?.value ?? ''), title, category, duration, handle];
  return [...digits, ...rest.map((one) => one ?? '')].join(' ');
}

function larger(a: Count, b: Count): Count {
  if (a.value !== b.value) return a.value > b.value ? a : b;
  return a.step <= b.step ? a : b;
}

/** The order in which videos are estimated: by when they were read, then posted. */
function inOrder(a: ImportedVideo, b: ImportedVideo): number {
  return (
    compare(a.readOn ?? '9', b.readOn ?? '9') ||
    compare(a.posted ?? '', b.posted ?? '') ||
    compare(a.identity, b.identity)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
