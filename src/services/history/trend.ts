import { median } from 'simple-statistics';
import { ofOneAccount } from '../insights/one-account.js';
import { countedElseLast, publicAt } from '../insights/videos.js';
import { alike } from '../saves/alike.js';
import { withoutDoubles } from '../saves/doubles.js';
import {
  type Basis,
  measured,
  medianRate,
  type Ranged,
  rangedRateOf,
  rateOf,
} from '../saves/saves.js';
import { type HistoryReading, type HistoryRow, historyReading } from './readings.js';

/** Readings a trend looks at, and videos it shows: the newest. */
export const TREND_READINGS = 500;
const TREND_VIDEOS = 60;

/** Fewer videos make no line. */
export const FEWEST_IN_TREND = 3;

/** A video of a trend, as of one of its readings. */
export interface TrendPoint extends HistoryReading {
  /** When it went public, as exactly as is known; else when it was first read in these days. */
  readonly at: Date;
}

/** The videos that were read in some days. */
export interface Trend {
  readonly days: number;
  /** Oldest first, by when they went public. */
  readonly points: readonly TrendPoint[];
  /** Null where there are fewer than FEWEST_IN_TREND. */
  readonly summary: {
    /** How the saves of the videos below are known, and how many they are. */
    readonly basis: Basis;
    readonly videos: number;
    /** The one with the highest save rate, and that rate: saves a view, as all rates here. */
    readonly best: HistoryReading;
    readonly bestRate: Ranged;
    /** Medians of the save rate: of all, of the older half and of the newer one. */
    readonly rate: Ranged;
    readonly olderRate: Ranged;
    readonly newerRate: Ranged;
    readonly score: { readonly low: number; readonly median: number; readonly high: number };
  } | null;
  /** Videos that are too early or too small to judge, */
  readonly waiting: number;
  /** of another TikTok account than the one that was read last, */
  readonly ofOthers: number;
  /** of which it isn't known which account they are of, where there are several, */
  readonly ofUnknown: number;
  /** and photo posts, for which the estimate wasn't fitted. */
  readonly photos: number;
  /** Whether there are more than the newest, which are shown. */
  readonly isCut: boolean;
}

/**
 * How a creator's videos did. Each is there once, as of its last judged reading with a true count,
 * else as of its last judged one.
 *
 * @param rows at most TREND_READINGS, newest first.
 */
export function trendOf(rows: readonly HistoryRow[], days: number, now: Date): Trend {
  const videos = rows.filter(({ video }) => video.kind === 'video');
  const byVideo = byVideoOf(
    withoutDoubles(
      videos.map((row) => ({
        ...historyReading(row, row.video),
        identity: row.video.identity,
        ...{ likes: row.likes, comments: row.comments, shares: row.shares, views: row.views },
        at: publicAt(row.video, now),
      })),
      'name',
    ),
  );
  const judged = byVideo.flatMap((readings) => {
    const scored = readings.filter(({ verdict }) => verdict === 'scored');
    const chosen = countedElseLast(scored);
    const first = readings.at(-1) ?? chosen;
    return chosen === undefined || first === undefined
      ? []
      : [{ ...chosen, at: chosen.at ?? first.takenAt }];
  });
  const { videos: own, ofOthers, ofUnknown } = ofOneAccount(judged);
  const points = own
    .toSorted(
      (a, b) => a.at.getTime() - b.at.getTime() || a.takenAt.getTime() - b.takenAt.getTime(),
    )
    .slice(-TREND_VIDEOS);
  return {
    days,
    points,
    summary: summaryOf(points),
    waiting: byVideo.length - judged.length,
    ofOthers,
    ofUnknown,
    photos: byVideoOf(rows.filter(({ video }) => video.kind === 'photo')).length,
    isCut: own.length > TREND_VIDEOS || rows.length === TREND_READINGS,
  };
}

/** In the order given: of each video its readings. */
function byVideoOf<T extends { readonly videoId: bigint }>(readings: readonly T[]): T[][] {
  const byVideo = new Map<bigint, T[]>();
  for (const one of readings) {
    byVideo.set(one.videoId, [...(byVideo.get(one.videoId) ?? []), one]);
  }
  return [...byVideo.values()];
}

/** By true counts where both halves have enough of them, else all by estimates. */
function summaryOf(points: readonly HistoryReading[]): Trend['summary'] {
  const half = Math.floor(points.length / 2);
  const halves = [points.slice(0, half), points.slice(half)];
  const { basis } = alike(halves, FEWEST_IN_TREND);
  const all = basis === 'counted' ? points.filter(({ saves }) => saves.counted !== null) : points;
  const [best] = all.toSorted((a, b) => rateOf(b.saves, basis) - rateOf(a.saves, basis));
  if (best === undefined || all.length < FEWEST_IN_TREND) return null;
  const scores = all.flatMap(({ saves }) => measured(saves, basis).score?.value ?? []);
  const middle = Math.floor(all.length / 2);
  return {
    basis,
    videos: all.length,
    best,
    bestRate: rangedRateOf(best.saves, basis),
    rate: medianRate(all, basis),
    olderRate: medianRate(all.slice(0, middle), basis),
    newerRate: medianRate(all.slice(-middle), basis),
    score: { low: Math.min(...scores), median: median(scores), high: Math.max(...scores) },
  };
}
