import { medianSorted } from 'simple-statistics';
import type { PostedWindow } from '../estimate/estimate.js';
import { ofOneAccount } from '../insights/one-account.js';
import { type InsightReading, toldTo } from '../insights/videos.js';
import { FEWEST_SAME_AGE, type Growth, viewsAt, YOUNGEST } from '../readings/same-age.js';
import { alike } from '../saves/alike.js';
import {
  type Basis,
  logRateOf,
  medianRate,
  rangedRateOf,
  type Saves,
  savesOf,
} from '../saves/saves.js';
import { postedWindow } from './submission.js';

/** How a reading stands beside the creator's other videos at the same age. A heuristic. */
export interface AtSameAge {
  /** Milliseconds since the video went public. */
  readonly age: number;
  /** By which factor it has the usual views. */
  readonly times: number;
  /** Of how many other videos. */
  readonly others: number;
  /** How much is saved of a view, beside the others; null where that can't be compared. */
  readonly saves: 'more' | 'usual' | 'fewer' | null;
  /** How the saves of both sides are known; null where they aren't compared. */
  readonly basis: Basis | null;
}

/** A reading whose age is within this factor of the age tells how much is saved then. */
const SAVES_NEAR = 2;

/** Save rates that differ by less than this factor are the same. */
const USUAL = 1.25;

/** The reading that is looked at. */
export interface Looked {
  readonly id: bigint;
  /** When its video went public, as far as that may be shown with it. */
  readonly posted: PostedWindow | undefined;
  /** Where a whole server sees it, only what was told there counts; null for all. */
  readonly server: bigint | null;
}

/** A reading with its age. */
interface Aged extends Growth {
  readonly reading: InsightReading;
}

/**
 * How a reading stands beside the creator's other videos of the same account at its age; null where
 * it is the video's first, is younger than a day, or fewer than five others tell of that age.
 *
 * @param readings the creator's last ones, newest first.
 */
export function atSameAge(
  readings: readonly InsightReading[],
  { id: readingId, posted, server }: Looked,
  now: Date,
): AtSameAge | null {
  const told = toldTo(readings, server);
  const own = told.find(({ id }) => id === readingId);
  if (own === undefined) return null;
  const isSecond = told.some(({ id, videoId }) => videoId === own.videoId && id < own.id);
  const age = posted === undefined ? null : since(posted, own.takenAt);
  if (!isSecond || age === null || age < YOUNGEST || own.views <= 0n) return null;
  const byVideo = new Map<bigint, Aged[]>();
  for (const reading of ofOneAccount(told, own.handle).videos) {
    const one = ageOf(reading, now);
    if (one === null || reading.videoId === own.videoId) continue;
    const aged = { age: one, views: Number(reading.views), reading };
    byVideo.set(reading.videoId, [...(byVideo.get(reading.videoId) ?? []), aged]);
  }
  const others = [...byVideo.values()].flatMap((aged) => {
    const views = viewsAt(aged, age);
    return views === null || views <= 0 ? [] : [{ views, saves: savesNear(aged, age) }];
  });
  if (others.length < FEWEST_SAME_AGE) return null;
  const usual = medianSorted(others.map(({ views }) => views).toSorted((a, b) => a - b));
  const near = others.flatMap(({ saves }) => (saves === null ? [] : [{ saves }]));
  return {
    ...{ age, times: Number(own.views) / usual, others: others.length },
    ...besideOthers(savesOf(own), near),
  };
}

function besideOthers(
  saves: Saves,
  near: readonly { readonly saves: Saves }[],
): Pick<AtSameAge, 'saves' | 'basis'> {
  const unknown = { saves: null, basis: null };
  if (!saves.isJudged || near.length < FEWEST_SAME_AGE) return unknown;
  const { basis, groups } = alike([[{ saves }], near], [1, FEWEST_SAME_AGE]);
  const [own = [], others = []] = groups;
  const rates = others.map((one) => logRateOf(one.saves, basis)).toSorted((a, b) => a - b);
  const [one] = own;
  if (one === undefined || rates.length === 0) return unknown;
  const difference = logRateOf(one.saves, basis) - medianSorted(rates);
  const isUsual = Math.abs(difference) < Math.log(USUAL) || overlaps(one.saves, others, basis);
  return { saves: isUsual ? 'usual' : difference > 0 ? 'more' : 'fewer', basis };
}

/** Whether the ranges leave open which save rate is higher; counts have none. */
function overlaps(one: Saves, others: readonly { readonly saves: Saves }[], basis: Basis): boolean {
  const own = rangedRateOf(one, basis);
  const theirs = medianRate(others, basis);
  return basis === 'estimated' && own.low <= theirs.high && theirs.low <= own.high;
}

/** The saves of the judged reading that is nearest to an age; null where none is near. */
function savesNear(aged: readonly Aged[], age: number): Saves | null {
  let best: { readonly saves: Saves; readonly far: number } | null = null;
  for (const { age: one, reading } of aged) {
    if (one <= 0 || reading.views <= 0n) continue;
    const far = Math.abs(Math.log(one / age));
    if (far > Math.log(SAVES_NEAR) || (best !== null && far >= best.far)) continue;
    const saves = savesOf(reading);
    if (saves.isJudged) best = { saves, far };
  }
  return best?.saves ?? null;
}

/** The age of a reading by what its video is known by; null where that isn't known. */
export function ageOf({ tiktokId, posted, takenAt }: InsightReading, now: Date): number | null {
  const window = postedWindow(tiktokId, posted, now);
  return window === undefined ? null : since(window, takenAt);
}

/** Milliseconds since it went public: for a date since the middle of all that it can mean. */
export function since({ earliest, latest }: PostedWindow, at: Date): number {
  return at.getTime() - (earliest.getTime() + latest.getTime()) / 2;
}
