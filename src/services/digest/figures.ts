import { median } from 'simple-statistics';
import { highestFirst } from '../boards/best.js';
import { BASES, byCreator, countingReadings, improvementOf } from '../boards/ranking.js';
import { coveredAlike, coveredByTotals, whyNoTotals } from '../boards/totals.js';
import { FEWEST_SAVES_TO_JUDGE } from '../readings/report-card.js';
import { type Basis, measured, medianRate } from '../saves/saves.js';
import { standOut } from './improved.js';
import type {
  DigestBar,
  DigestVideo,
  FullWeek,
  Improvement,
  ReportCard,
  WeekNumbers,
} from './parts.js';
import type { ServerWeek, WeekVideo } from './readings.js';

/** How many videos of each kind, and how many creators, are shown by name. */
export const MOST_SHOWN = 3;

/** How many weeks the chart shows. */
const WEEKS_DRAWN = 8;

/** The totals of the last week beside the one before, and why some of it isn't there. */
interface Totals {
  readonly now: WeekNumbers | null;
  readonly before: WeekNumbers | null;
  readonly missing: Omit<NonNullable<FullWeek['missing']>, 'card'>;
}

type Covered = ReturnType<typeof coveredByTotals<WeekVideo>>;

/**
 * The totals of the last week beside the one before: of the same people in both, and by saves known
 * in the same way as in the chart.
 *
 * @param weeks oldest first.
 */
export function numbersOfWeeks(weeks: readonly ServerWeek[]): Totals {
  const [week, last] = [weeks.at(-1), weeks.at(-2)];
  const basis = basisOf(weeks);
  const videos = [week, last].map((one) => one?.videos ?? []);
  const judged = videos.map(judgedOf);
  const [now, before] = besideEachOther(videos);
  const [rated, ratedBefore] = besideEachOther(judged);
  const isComparable = last !== undefined && !last.isCut;
  const numbers = (total: Covered, rate: Covered, isCut: boolean) =>
    total && {
      videos: total.covered.length,
      creators: total.creators,
      everybody: total.everybody,
      isCut,
      rate: rate && {
        ...medianRate(rate.covered, basis),
        videos: rate.covered.length,
        estimated: basis === 'counted' ? 0 : rate.covered.length,
        everybody: rate.everybody,
      },
    };
  const shownBefore = isComparable ? numbers(before, ratedBefore, false) : null;
  return {
    now: numbers(now, rated, week?.isCut ?? false),
    before: shownBefore,
    missing: {
      now: now === null ? whyNoTotals(videos[0] ?? []) : null,
      rate: rated === null ? whyNoTotals(judged[0] ?? []) : null,
      before: shownBefore === null ? whyNotBefore(videos[1] ?? []) : null,
    },
  };
}

/** This week's totals, and those of the week before where they cover the same people. */
function besideEachOther([now = [], before = []]: readonly (readonly WeekVideo[])[]): [
  Covered,
  Covered,
] {
  const [alike, alikeBefore] = coveredAlike([now, before]);
  return alike == null || alikeBefore == null ? [coveredByTotals(now), null] : [alike, alikeBefore];
}

function whyNotBefore(videos: readonly WeekVideo[]): 'nobody' | 'too few' | 'others' {
  if (videos.length === 0) return 'nobody';
  return coveredByTotals(videos) === null ? 'too few' : 'others';
}

/** By counts only where every video that may be shown in these weeks was counted. */
function basisOf(weeks: readonly ServerWeek[]): Basis {
  const videos = weeks.slice(-WEEKS_DRAWN).flatMap((week) => judgedOf(week.videos));
  return videos.every(({ saves }) => saves.counted !== null) ? 'counted' : 'estimated';
}

/**
 * A bar for each week that may be shown, all of the same people and by saves known in the same way.
 * A week of which readings are missing has none.
 */
export function chartBars(weeks: readonly ServerWeek[]): DigestBar[] {
  const basis = basisOf(weeks);
  const drawn = weeks.slice(-WEEKS_DRAWN);
  const covered = coveredAlike(drawn.map((week) => (week.isCut ? [] : judgedOf(week.videos))));
  return drawn.flatMap((week, place) => {
    const total = covered[place] ?? null;
    return total === null
      ? []
      : [{ until: week.to.toISOString(), rate: medianRate(total.covered, basis) }];
  });
}

/** Who and what a digest may show by name, best first. */
interface Best {
  /** Those that were counted, then those that were estimated. */
  readonly videos: readonly DigestVideo[];
  /** The same. */
  readonly improved: readonly Improvement[];
}

/**
 * The videos of the last week that were saved most for their size, and the creators whose week
 * stands out from the weeks before; both as the boards compare them, in the digest's own weeks.
 *
 * @param weeks oldest first, with those alone who agreed to be shown.
 */
export function bestOf(weeks: readonly ServerWeek[]): Best {
  const week = weeks.at(-1);
  if (week === undefined) return { videos: [], improved: [] };
  const all = weeks.flatMap(({ videos }) => judgedOf(videos).filter(({ isKnown }) => isKnown));
  // Every reading lies in one of the weeks.
  const weekOf = (moment: Date) => weeks.findLast(({ from }) => moment >= from) ?? week;
  const counting = countingReadings(all, week, weekOf);
  const counted = new Set(counting.ofWeek.map(({ readingId }) => readingId));
  const videos = all
    .filter(({ readingId }) => counted.has(readingId))
    .flatMap((video) => shownVideo(video) ?? [])
    .sort((a, b) =>
      highestFirst({ ...a.video, readingId: a.readingId }, { ...b.video, readingId: b.readingId }),
    );
  const earlier = byCreator(counting.before);
  const tested = [...byCreator(counting.ofWeek)].flatMap(([creatorId, now]) => {
    const found = improvementOf(now, earlier.get(creatorId) ?? []);
    return found === null ? [] : [{ ...found, creatorId }];
  });
  return {
    videos: videos.map(({ video }) => video),
    improved: standOut(tested)
      .sort(
        (a, b) =>
          BASES.indexOf(a.basis) - BASES.indexOf(b.basis) ||
          b.now - b.before - (a.now - a.before) ||
          (a.creatorId < b.creatorId ? -1 : 1),
      )
      .map(({ creatorId, before, now, videos: n, basis }) => ({
        creatorId: String(creatorId),
        before,
        now,
        videos: n,
        basis,
      })),
  };
}

/** At most so many of each kind: counted ones are held against counted ones. */
export function topOf({ videos, improved }: Best): Best {
  return {
    videos: [true, false].flatMap((isCounted) =>
      videos.filter(({ told }) => told === isCounted).slice(0, MOST_SHOWN),
    ),
    improved: BASES.flatMap((basis) =>
      improved.filter((one) => one.basis === basis).slice(0, MOST_SHOWN),
    ),
  };
}

function shownVideo(video: WeekVideo): { video: DigestVideo; readingId: bigint } | null {
  const { creatorId, title, url, readingId, pictured = false } = video;
  const basis: Basis = video.saves.counted === null ? 'estimated' : 'counted';
  const { saves, score } = measured(video.saves, basis);
  if (score === null) return null;
  return {
    readingId,
    video: {
      creatorId: String(creatorId),
      title,
      url,
      score: score.value,
      ...(basis === 'estimated' && { scoreRange: [score.low, score.high] as const }),
      views: video.saves.views,
      saves,
      told: basis === 'counted',
      ...(pictured && { pictured }),
    },
  };
}

/** A true count of a video that was told, held against the estimate that was shown first. */
export interface ToldTruth {
  readonly creatorId: bigint;
  readonly joined: boolean;
  /** ln((saves + 1) / (estimate + 1)) */
  readonly miss: number;
  readonly inside: boolean;
  /** Estimated saves. */
  readonly estimated: number;
}

/** How good the estimates were; where that may not be shown, why. */
export function reportCardOf(
  truths: readonly ToldTruth[],
): { card: ReportCard; missing: null } | { card: null; missing: ReturnType<typeof whyNoTotals> } {
  const total = coveredByTotals(truths);
  if (total === null) return { card: null, missing: whyNoTotals(truths) };
  const judged = total.covered.filter(({ estimated }) => estimated >= FEWEST_SAVES_TO_JUDGE);
  return {
    missing: null,
    card: {
      truths: total.covered.length,
      inside: judged.filter(({ inside }) => inside).length,
      judged: judged.length,
      factor: Math.exp(median(total.covered.map(({ miss }) => Math.abs(miss)))),
      everybody: total.everybody,
    },
  };
}

/** The videos that have a score. */
export function judgedOf(videos: readonly WeekVideo[]): WeekVideo[] {
  return videos.filter(({ saves }) => saves.isJudged);
}
