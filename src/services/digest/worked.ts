import { binomialDistribution, median } from 'simple-statistics';
import { CATEGORIES } from '../tips/content.js';
import { judgedOf } from './figures.js';
import type { Worked } from './parts.js';
import type { ServerWeek, WeekVideo } from './readings.js';

/** What is tried, each against all else of the same creators. */
const CANDIDATES = [...CATEGORIES, 'weekend', 'weekdays'] as const;

/**
 * How likely chance alone may be to bring any candidate over the bar. Shared among all of them
 * (Bonferroni), so that seven tries don't find something where nothing is.
 */
const CHANCE = 0.05;

/** Sunday and Saturday, as JavaScript counts the days of a week. */
const WEEKEND = [0, 6];

/** Of fewer creators nothing is told, however they stand: seven of seven may still be chance. */
export const FEWEST_COMPARED = 8;

/**
 * What did better here in the last weeks than the same creators' other videos, if anything clears
 * the bar: a sign test across creators. Every creator with judged videos of both kinds is one
 * vote, by the medians of their scores, so that one busy creator decides nothing and nobody is
 * compared with anybody else. A heuristic: it says what went together, not what was the cause.
 */
export function workedHere(weeks: readonly ServerWeek[]): Worked | null {
  const videos = judgedOf(lastOfEach(weeks)).map((video) => ({
    ...video,
    isWeekend: isWeekend(video.posted),
  }));
  const found = CANDIDATES.flatMap((what) => {
    const inside = scoresByCreator(videos.filter((video) => isOf(what, video) === true));
    const outside = scoresByCreator(videos.filter((video) => isOf(what, video) === false));
    const gains = [...inside].flatMap(([creatorId, scores]) => {
      const others = outside.get(creatorId);
      return others === undefined ? [] : [median(scores) - median(others)];
    });
    // Who is level votes for neither.
    const votes = gains.filter((gain) => gain !== 0);
    const better = votes.filter((gain) => gain > 0).length;
    if (votes.length < FEWEST_COMPARED) return [];
    const chance = chanceOfAtLeast(better, votes.length);
    if (chance > CHANCE / CANDIDATES.length) return [];
    return { what, better, creators: votes.length, points: median(votes), chance };
  });
  const [best] = found.sort((a, b) => a.chance - b.chance);
  if (best === undefined) return null;
  const { what, better, creators, points } = best;
  return { what, better, creators, points };
}

/** How likely a fair coin shows heads so often or more. */
function chanceOfAtLeast(heads: number, throws: number): number {
  const chances = binomialDistribution(throws, 0.5) ?? [];
  // The library leaves out the last ten-thousandth of the far end.
  return 1 - chances.slice(0, heads).reduce((sum, chance) => sum + chance, 0);
}

/** Whether a video is one of these; null where what was told doesn't say. */
function isOf(
  what: Worked['what'],
  { category, isWeekend: onWeekend }: Pick<WeekVideo, 'category'> & { isWeekend: boolean | null },
): boolean | null {
  if (what !== 'weekend' && what !== 'weekdays') return category && category === what;
  return onWeekend === null ? null : onWeekend === (what === 'weekend');
}

/** @param posted `YYYY-MM-DD`; null where it isn't known. */
function isWeekend(posted: string | null): boolean | null {
  if (posted === null) return null;
  return WEEKEND.includes(new Date(`${posted}T00:00:00Z`).getUTCDay());
}

/** The last reading of each video. */
function lastOfEach(weeks: readonly ServerWeek[]): WeekVideo[] {
  const last = new Map(weeks.flatMap(({ videos }) => videos).map((one) => [one.videoId, one]));
  return [...last.values()];
}

function scoresByCreator(
  videos: readonly { readonly creatorId: bigint; readonly score: number }[],
): Map<bigint, number[]> {
  const scores = new Map<bigint, number[]>();
  for (const { creatorId, score } of videos) {
    const known = scores.get(creatorId);
    if (known === undefined) scores.set(creatorId, [score]);
    else known.push(score);
  }
  return scores;
}
