import { median } from 'simple-statistics';
import { countingReadings, resultsOf } from '../boards/ranking.js';
import { coveredByTotals } from '../boards/totals.js';
import type {
  DigestBar,
  DigestVideo,
  Improvement,
  Ranged,
  ReportCard,
  WeekNumbers,
} from './parts.js';
import type { ServerWeek, WeekVideo } from './readings.js';

/** How many videos, and how many creators, are shown by name. */
export const MOST_SHOWN = 3;

/** How many weeks the chart shows. */
const WEEKS_DRAWN = 8;

/** The totals of a week; null where they may not be shown. */
export function numbersOfWeek({ videos, isCut }: ServerWeek): WeekNumbers | null {
  const total = coveredByTotals(videos);
  if (total === null) return null;
  const judged = coveredByTotals(judgedOf(videos));
  return {
    videos: total.covered.length,
    creators: total.creators,
    everybody: total.everybody,
    isCut,
    rate: judged && {
      ...medianRate(judged.covered),
      videos: judged.covered.length,
      estimated: judged.covered.filter(({ told }) => !told).length,
      everybody: judged.everybody,
    },
  };
}

/**
 * Saves a view of the middle video. The range goes from the middle of all lower bounds to the
 * middle of all upper ones: that is the 80 % range of the median if all estimates are off together,
 * and wider than it if they are off independently of each other.
 */
function medianRate(videos: readonly WeekVideo[]): Ranged {
  const middle = (bound: keyof Ranged) =>
    median(videos.map(({ saves, views }) => Math.min(1, saves[bound] / views)));
  return { value: middle('value'), low: middle('low'), high: middle('high') };
}

/** A bar for each week that may be shown. A week of which readings are missing has none. */
export function chartBars(weeks: readonly ServerWeek[]): DigestBar[] {
  return weeks.slice(-WEEKS_DRAWN).flatMap((week) => {
    const rate = week.isCut ? null : (numbersOfWeek(week)?.rate ?? null);
    if (rate === null) return [];
    const { value, low, high } = rate;
    return [{ until: week.to.toISOString(), rate: { value, low, high } }];
  });
}

/** Who and what a digest may show by name, best first. */
interface Best {
  readonly videos: readonly DigestVideo[];
  readonly improved: readonly Improvement[];
}

/**
 * The videos of the last week that were saved most for their size, and the creators who gained
 * most; both as the boards compare them, in the digest's own weeks.
 *
 * @param weeks oldest first, with those alone who agreed to be shown.
 */
export function bestOf(weeks: readonly ServerWeek[]): Best {
  const week = weeks.at(-1);
  if (week === undefined) return { videos: [], improved: [] };
  const all = weeks.flatMap(({ videos }) => judgedOf(videos));
  // Every reading lies in one of the weeks.
  const weekOf = (moment: Date) => weeks.findLast(({ from }) => moment >= from) ?? week;
  const counting = countingReadings(all, week, weekOf);
  const counted = new Set(counting.ofWeek.map(({ readingId }) => readingId));
  const videos = judgedOf(week.videos)
    .filter(({ readingId }) => counted.has(readingId))
    .sort((a, b) => b.score - a.score || (a.readingId < b.readingId ? -1 : 1));
  return {
    videos: videos.map(({ creatorId, title, url, score, views, saves, told }) => ({
      creatorId: String(creatorId),
      title,
      url,
      score,
      views,
      saves,
      told,
    })),
    improved: resultsOf(counting, week).flatMap(({ board, creatorId, value, before, videos: n }) =>
      board === 'improvement' && before !== null
        ? [{ creatorId: String(creatorId), before, now: before + value, videos: n }]
        : [],
    ),
  };
}

/** A true count that was told, held against the estimate that was shown first. */
export interface ToldTruth {
  readonly creatorId: bigint;
  readonly joined: boolean;
  /** ln((saves + 1) / (estimate + 1)) */
  readonly miss: number;
  readonly inside: boolean;
}

/** How good the estimates were; null where that may not be shown. */
export function reportCardOf(truths: readonly ToldTruth[]): ReportCard | null {
  const total = coveredByTotals(truths);
  if (total === null) return null;
  return {
    truths: total.covered.length,
    inside: total.covered.filter(({ inside }) => inside).length,
    factor: Math.exp(median(total.covered.map(({ miss }) => Math.abs(miss)))),
    everybody: total.everybody,
  };
}

interface Judged extends WeekVideo {
  readonly score: number;
}

/** The videos that have a score. */
export function judgedOf(videos: readonly WeekVideo[]): Judged[] {
  return videos.flatMap((video) =>
    video.score === null ? [] : [{ ...video, score: video.score }],
  );
}
