import {
  FEWEST_FOR_CORRELATION,
  FEWEST_IN_GROUP,
  type Interval,
  moreThanChance,
  rankCorrelation,
} from '../../lib/statistics.js';
import { alike } from '../saves/alike.js';
import { inflationAlong } from '../saves/in-time.js';
import { type Basis, rateOf } from '../saves/saves.js';
import { compareGroups } from '../saves/two-groups.js';
import { byTime, type InsightVideo } from './videos.js';

/** What can be held against saves, of a creator's own videos. */
const SIGNALS = [
  'likes',
  'comments',
  'shares',
  'watched',
  'followers',
  'duration',
  'weekend',
] as const;
export type InsightSignal = (typeof SIGNALS)[number];

/** What is known of one signal and the saves of some videos. */
export type SignalFound =
  | {
      readonly kind: 'correlation';
      readonly signal: InsightSignal;
      readonly rho: number;
      readonly interval: Interval;
      readonly n: number;
      /** After the correction for all signals of the answer. */
      readonly moreThanChance: boolean;
    }
  | {
      readonly kind: 'weekend';
      readonly signal: 'weekend';
      /** How many times the saves of weekdays. */
      readonly times: number;
      readonly interval: Interval | null;
      readonly weekends: number;
      readonly weekdays: number;
      readonly moreThanChance: boolean;
    }
  /** The signal is the same in all of so many videos, or all have the same save rate. */
  | { readonly kind: 'constant'; readonly signal: InsightSignal; readonly n: number }
  | { readonly kind: 'too few'; readonly signal: InsightSignal; readonly n: number }
  | {
      readonly kind: 'too few days';
      readonly signal: 'weekend';
      readonly weekends: number;
      readonly weekdays: number;
    };

/** What moves with a creator's saves. */
export type SignalsInsight =
  | {
      readonly kind: 'too little';
      /** Videos that could be judged. */
      readonly judged: number;
    }
  | {
      readonly kind: 'signals';
      /** How the saves of all these videos are known. */
      readonly basis: Basis;
      readonly videos: number;
      /** Videos with a true count. */
      readonly told: number;
      /** In the order of `SIGNALS`; of estimates, without those these are made of. */
      readonly signals: readonly SignalFound[];
    };

/** Videos that a comparison needs. */
export const FEWEST_INSIGHT_VIDEOS = FEWEST_FOR_CORRELATION;

/** Every input of the estimate's formula: held against an estimate, it would show the formula. */
const IN_THE_ESTIMATE: readonly InsightSignal[] = [
  'likes',
  'comments',
  'shares',
  'watched',
  'followers',
];

const valueIn: Record<Exclude<InsightSignal, 'weekend'>, (video: InsightVideo) => number | null> = {
  likes: ({ likes, views }) => likes / views,
  comments: ({ comments, views }) => comments / views,
  shares: ({ shares, views }) => shares / views,
  watched: ({ watched }) => watched && watched.seconds / watched.length,
  followers: ({ followers }) => followers && followers.gained / followers.views,
  duration: ({ duration }) => duration,
};

/**
 * Holds each signal against the saves a view: over the videos with true counts, and where these
 * are fewer than `FEWEST_INSIGHT_VIDEOS`, over all with the estimates, without what these are made
 * of. Neighbouring videos are alike in both, which the correlations know.
 */
export function signalsInsight(videos: readonly InsightVideo[]): SignalsInsight {
  const told = videos.filter(({ saves }) => saves.counted !== null).length;
  const { basis, groups } = alike([videos], FEWEST_INSIGHT_VIDEOS);
  const [looked = []] = groups;
  if (looked.length < FEWEST_INSIGHT_VIDEOS) return { kind: 'too little', judged: looked.length };
  return compared(looked, basis, told);
}

function compared(videos: readonly InsightVideo[], basis: Basis, told: number): SignalsInsight {
  const leftOut = basis === 'counted' ? [] : IN_THE_ESTIMATE;
  const looked = SIGNALS.filter((signal) => !leftOut.includes(signal)).map((signal) =>
    signal === 'weekend' ? weekend(videos, basis) : correlation(signal, videos, basis),
  );
  const standingOut = moreThanChance(looked.map(({ p }) => p));
  const signals = looked.map(({ found }, index) =>
    'moreThanChance' in found ? { ...found, moreThanChance: standingOut[index] ?? false } : found,
  );
  return { kind: 'signals', basis, videos: videos.length, told, signals };
}

/** What was found before the correction; `p` is null where nothing was compared. */
interface Looked {
  readonly p: number | null;
  readonly found: SignalFound;
}

function correlation(
  signal: Exclude<InsightSignal, 'weekend'>,
  videos: readonly InsightVideo[],
  basis: Basis,
): Looked {
  const pairs = videos.toSorted(byTime).flatMap((video) => {
    const value = valueIn[signal](video);
    return value === null ? [] : [[value, rateOf(video.saves, basis)] as const];
  });
  const n = pairs.length;
  if (n < FEWEST_FOR_CORRELATION) return { p: null, found: { kind: 'too few', signal, n } };
  const result = rankCorrelation(
    pairs.map(([value]) => value),
    pairs.map(([, rate]) => rate),
    inflationAlong,
  );
  if (result === null) return { p: null, found: { kind: 'constant', signal, n } };
  const { rho, interval, p } = result;
  return { p, found: { kind: 'correlation', signal, rho, interval, n, moreThanChance: false } };
}

function weekend(videos: readonly InsightVideo[], basis: Basis): Looked {
  const members = videos.toSorted(byTime).flatMap((video) => {
    const isFirst = isWeekend(video.postedOn);
    return isFirst === null ? [] : [{ ...video, isFirst }];
  });
  const weekends = members.filter(({ isFirst }) => isFirst).length;
  const weekdays = members.length - weekends;
  const days = { signal: 'weekend', weekends, weekdays } as const;
  if (Math.min(weekends, weekdays) < FEWEST_IN_GROUP) {
    return { p: null, found: { kind: 'too few days', ...days } };
  }
  const { pOnce, times, interval } = compareGroups(members, basis);
  return { p: pOnce, found: { kind: 'weekend', ...days, times, interval, moreThanChance: false } };
}

function isWeekend(day: string | null): boolean | null {
  if (day === null) return null;
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
