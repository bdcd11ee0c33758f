import type { Database } from '../../db/database.js';
import { FEWEST_IN_GROUP, moreThanChance, neededInGroup } from '../../lib/statistics.js';
import { sharedIn } from '../scores/told-in-server.js';
import { compareRates, type RatesCompared } from './compare-rates.js';
import { type InsightVideo, insightVideos, lastReadings, MOST_INSIGHT_VIDEOS } from './videos.js';

/** A change that a creator tries on their videos. */
export interface ExperimentFound {
  /** As it was typed last. */
  readonly name: string;
  /** Videos with it that could be judged, */
  readonly during: number;
  /** and videos before the first of them. */
  readonly before: number;
  /** How many of all these have estimated saves. */
  readonly estimated: number;
  /** Null below FEWEST_IN_EXPERIMENT videos on either side. */
  readonly comparison:
    | (Pick<RatesCompared, 'times' | 'interval'> & {
        /** After the correction for all experiments of the answer. */
        readonly moreThanChance: boolean;
        /** Videos on each side that would show such a difference; null where that is hopeless. */
        readonly needed: number | null;
      })
    | null;
}

/** Videos with the change, and as many before it, from which on they are compared. */
export const FEWEST_IN_EXPERIMENT = FEWEST_IN_GROUP;

/** So many experiments are shown, the last ones. */
export const MOST_EXPERIMENTS_SHOWN = 4;

/**
 * Compares the videos of each experiment with those before it: as many as the experiment has,
 * FEWEST_IN_EXPERIMENT at least, the nearest ones before the first video with it, by the day they
 * went public. True counts alone where both sides have enough of them, else with estimates in
 * place of those missing. The last experiments first.
 */
export function experimentsOf(videos: readonly InsightVideo[]): ExperimentFound[] {
  const newestFirst = videos.toSorted(byTime).reverse();
  const named = new Map<string, { name: string; videos: InsightVideo[] }>();
  for (const video of newestFirst) {
    if (video.trying === null) continue;
    const known = named.get(keyOf(video.trying));
    if (known === undefined)
      named.set(keyOf(video.trying), { name: video.trying, videos: [video] });
    else known.videos.push(video);
  }
  const compared = [...named.values()]
    .slice(0, MOST_EXPERIMENTS_SHOWN)
    .map((experiment) => compareWithBefore(experiment, newestFirst));
  const standingOut = moreThanChance(compared.map(({ result }) => result?.p ?? null));
  return compared.map(({ result, ...experiment }, index) => ({
    ...experiment,
    comparison: result && {
      times: result.times,
      interval: result.interval,
      moreThanChance: standingOut[index] ?? false,
      needed: hopeful(neededInGroup(result.above)),
    },
  }));
}

/** How far an experiment is, as of one reading with it. */
export interface ExperimentProgress {
  readonly name: string;
  /** Videos with it that could be judged, this one included. */
  readonly videos: number;
  /** From how many on it is compared with what was before. */
  readonly needed: number;
}

/** The reading whose experiment is asked about. */
interface ReadingInExperiment {
  readonly readingId: bigint;
  readonly creatorId: bigint;
  /** Null for a video that is new. */
  readonly videoId: bigint | null;
  readonly handle: string | null;
  readonly trying: string | null;
  readonly guildId: bigint | null;
  readonly private: boolean;
  /** Whether this reading could be judged, and is of a video: of photo posts nothing is compared. */
  readonly counts: boolean;
  readonly takenAt: Date;
}

/**
 * How many videos of an experiment there are with a reading; null for a reading without one. For a
 * reading that a whole server sees, only what was told there counts, and nothing that was told in
 * private. Bounded, and one statement if any.
 */
export async function experimentProgress(
  db: Database,
  reading: ReadingInExperiment,
): Promise<ExperimentProgress | null> {
  const { trying, readingId, videoId } = reading;
  if (trying === null) return null;
  const server = sharedIn(reading);
  const before = (await lastReadings(db, reading.creatorId)).filter(
    (one) =>
      one.id < readingId &&
      (server === null || sharedIn({ ...one, private: Boolean(one.private) }) === server),
  );
  const others = insightVideos(before, reading.takenAt, reading.handle).videos.filter(
    (video) =>
      video.id !== videoId && video.trying !== null && keyOf(video.trying) === keyOf(trying),
  );
  const videos = others.length + (reading.counts ? 1 : 0);
  return { name: trying, videos, needed: FEWEST_IN_EXPERIMENT };
}

function compareWithBefore(
  { name, videos }: { name: string; videos: readonly InsightVideo[] },
  newestFirst: readonly InsightVideo[],
) {
  const first = videos.at(-1);
  const earlier = newestFirst.filter((video) => first !== undefined && byTime(video, first) < 0);
  const told = (some: readonly InsightVideo[]) => some.filter(({ savesTold }) => savesTold);
  const sides = (during: readonly InsightVideo[], pool: readonly InsightVideo[]) => ({
    during,
    before: pool.slice(0, Math.max(during.length, FEWEST_IN_EXPERIMENT)),
  });
  const isEnough = ({ during, before }: ReturnType<typeof sides>) =>
    Math.min(during.length, before.length) >= FEWEST_IN_EXPERIMENT;
  const certain = sides(told(videos), told(earlier));
  const { during, before } = isEnough(certain) ? certain : sides(videos, earlier);
  const both = [...during, ...before];
  return {
    name,
    during: during.length,
    before: before.length,
    estimated: both.length - told(both).length,
    result: isEnough({ during, before }) ? compareRates(during, before) : null,
  };
}

function hopeful(needed: number): number | null {
  return 2 * needed > MOST_INSIGHT_VIDEOS ? null : needed;
}

/** Videos of the same day in the order in which they were told. */
function byTime(a: InsightVideo, b: InsightVideo): number {
  return a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** The same name, however it is typed. */
function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
