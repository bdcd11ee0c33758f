import { median } from 'simple-statistics';
import { rankDeviation, twoSided } from '../../lib/statistics.js';
import { byCreator } from '../boards/ranking.js';
import { alike } from '../saves/alike.js';
import { inflationOf } from '../saves/in-time.js';
import { type Basis, measured } from '../saves/saves.js';
import { CATEGORIES } from '../tips/content.js';
import { judgedOf } from './figures.js';
import type { Worked } from './parts.js';
import type { ServerWeek, WeekVideo } from './readings.js';

/** What is tried, each against all else of the same creators. */
const CANDIDATES = [...CATEGORIES, 'weekend', 'weekdays'] as const;

/**
 * How likely chance alone may be to bring any candidate over the bar in any digest of a year. Shared
 * among all of them (Bonferroni), since every week is another look.
 */
const CHANCE = 0.05;
const LOOKS_A_YEAR = 52;

/** Sunday and Saturday, as JavaScript counts the days of a week. */
const WEEKEND = [0, 6];

/** Of fewer creators nothing is told, however they stand: it would tell of these few. */
export const FEWEST_COMPARED = 8;

/**
 * What did better here in the last weeks than the same creators' other videos, if anything clears
 * the bar: each creator with judged videos of both kinds counts the same, by how far the ranks of
 * these among their own lie from what chance brings, so that one busy creator decides nothing and
 * nobody is compared with anybody else. A creator's saves are all counted or all estimated alike. A
 * heuristic: it says what went together, not what was the cause.
 */
export function workedHere(weeks: readonly ServerWeek[]): Worked | null {
  const oldestFirst = lastOfEach(weeks).toSorted(
    (a, b) => a.takenAt.getTime() - b.takenAt.getTime(),
  );
  const creators = [...byCreator(oldestFirst).values()];
  const found = CANDIDATES.flatMap((what) => {
    const gains = creators.flatMap((videos) => gainOf(what, videos) ?? []);
    if (gains.length < FEWEST_COMPARED) return [];
    const sum = gains.reduce((total, { deviation }) => total + deviation, 0);
    const deviation = sum / Math.sqrt(gains.length);
    const chance = deviation > 0 ? twoSided(deviation) / 2 : 1;
    const better = gains.filter(({ points }) => points > 0).length;
    const isMost = better > gains.length / 2;
    if (!isMost || chance > CHANCE / (CANDIDATES.length * LOOKS_A_YEAR)) return [];
    return { what, better, creators: gains.length, chance };
  });
  const [best] = found.sort((a, b) => a.chance - b.chance);
  if (best === undefined) return null;
  const { what, better, creators: compared } = best;
  return { what, better, creators: compared };
}

/**
 * How a creator's videos of one kind stand among their own; null without both kinds.
 *
 * @param videos oldest first.
 */
function gainOf(
  what: Worked['what'],
  videos: readonly WeekVideo[],
): { deviation: number; points: number } | null {
  const kindOf = new Map(videos.map((video) => [video, isOf(what, video)]));
  const sides = [true, false].map((kind) => videos.filter((video) => kindOf.get(video) === kind));
  const { basis, groups } = alike(
    sides,
    Math.min(...sides.map(({ length }) => length), MOST_NEEDED),
  );
  const [inside = [], outside = []] = groups.map((group) => scoresOf(group, basis));
  if (inside.length === 0 || outside.length === 0) return null;
  const looked = new Set(groups.flat());
  const inOrder = videos.filter((video) => looked.has(video));
  const inflation = inflationOf(inOrder.map((video) => kindOf.get(video) === true));
  const deviation = rankDeviation(inside, outside, inflation);
  return {
    deviation: Math.max(-FURTHEST, Math.min(FURTHEST, deviation)),
    points: median(inside) - median(outside),
  };
}

/** A creator with many videos could lie further from chance than all others together. */
const FURTHEST = 2;

/** Counted videos of each kind from which on a creator's counts stand alone; fewer where all are. */
const MOST_NEEDED = 5;

function scoresOf(videos: readonly WeekVideo[], basis: Basis): number[] {
  return videos.flatMap(({ saves }) => measured(saves, basis).score?.value ?? []);
}

/** Whether a video is one of these; null where what was told doesn't say. */
function isOf(what: Worked['what'], { category, posted }: WeekVideo): boolean | null {
  if (what !== 'weekend' && what !== 'weekdays') return category && category === what;
  const onWeekend = isWeekend(posted);
  return onWeekend === null ? null : onWeekend === (what === 'weekend');
}

/** @param posted `YYYY-MM-DD`; null where it isn't known. */
function isWeekend(posted: string | null): boolean | null {
  if (posted === null) return null;
  return WEEKEND.includes(new Date(`${posted}T00:00:00Z`).getUTCDay());
}

/** The last reading of each video that can be judged and of which it is known which it is. */
function lastOfEach(weeks: readonly ServerWeek[]): WeekVideo[] {
  const last = new Map(weeks.flatMap(({ videos }) => videos).map((one) => [one.videoId, one]));
  return judgedOf([...last.values()]).filter(({ isKnown }) => isKnown);
}
