import type { Database } from '../../db/database.js';
import { FEWEST_IN_GROUP, moreThanChance } from '../../lib/statistics.js';
import { sharedIn } from '../readings/told-in-server.js';
import { alike } from '../saves/alike.js';
import type { Basis } from '../saves/saves.js';
import { compareGroups, FIRST_LOOK, TAKES_TURNS, type TwoGroups } from '../saves/two-groups.js';
import { byTime, type InsightVideo, insightVideos, lastReadings, toldTo } from './videos.js';

/** A change that a creator tries on their videos. */
export interface ExperimentFound {
  /** As it was typed last. */
  readonly name: string;
  /** Whether the videos with it are held against those without it in between, or before it. */
  readonly design: 'turns' | 'before and after';
  /** Videos with it that are compared, and those without. */
  readonly during: number;
  readonly without: number;
  /** How the saves of all these are known. */
  readonly basis: Basis;
  /** How many more true counts would let counts be compared; 0 where they are. */
  readonly missing: number;
  /** Whose turn it is, by the newest video. */
  readonly next: Turn;
  /** Null below FEWEST_IN_EXPERIMENT videos on either side. */
  readonly comparison: ExperimentCompared | null;
}

export interface ExperimentCompared extends Omit<TwoGroups, 'p' | 'pOnce' | 'inflation'> {
  /** After the correction for all experiments of the answer. False unless counts took turns. */
  readonly moreThanChance: boolean;
}

export type Turn = 'with it' | 'without it';

/** Videos with the change, and as many without, from which on they are compared. */
export const FEWEST_IN_EXPERIMENT = FEWEST_IN_GROUP;

/** Videos on each side from which on it is concluded. */
export const CONCLUDED_FROM = FIRST_LOOK;

/** So many experiments are shown, the last ones. */
export const MOST_EXPERIMENTS_SHOWN = 4;

/**
 * Holds the videos with each change against those without it since it began, by the day they went
 * public. Where they took turns, and the saves are counted, it is concluded at fixed numbers of
 * videos; where one simply came after the other it is described, for whatever else changed
 * meanwhile counts too. The last experiments first.
 *
 * @param newest the experiment of the newest video, also one that can't be judged yet: see
 *   `newestTrying`.
 */
export function experimentsOf(
  videos: readonly InsightVideo[],
  newest: string | null = videos.toSorted(byTime).at(-1)?.trying ?? null,
): ExperimentFound[] {
  const oldestFirst = videos.toSorted(byTime);
  const named = new Map<string, string>();
  for (const { trying } of oldestFirst.toReversed()) {
    if (trying !== null && !named.has(keyOf(trying))) named.set(keyOf(trying), trying);
  }
  const compared = [...named.values()]
    .slice(0, MOST_EXPERIMENTS_SHOWN)
    .map((name) => ({ ...compareTurns(name, oldestFirst), next: turnAfter(newest, name) }));
  const found = moreThanChance(compared.map(({ p }) => p));
  return compared.map(({ p: _, comparison, ...experiment }, place) => ({
    ...experiment,
    comparison: comparison && { ...comparison, moreThanChance: found[place] ?? false },
  }));
}

/** How far an experiment is, as of one reading with it. */
export interface ExperimentProgress {
  readonly name: string;
  /** Videos with it that could be judged, this one included, and those without it since. */
  readonly videos: number;
  readonly without: number;
  /** From how many of each on it is concluded. */
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
  const told = toldTo(await lastReadings(db, reading.creatorId), server);
  const before = told.filter(({ id }) => id < readingId);
  const others = insightVideos(before, reading.takenAt, reading.handle)
    .videos.filter(({ id }) => id !== videoId)
    .toSorted(byTime);
  const { during, without } = sidesOf(trying, others);
  return {
    name: trying,
    videos: during.length + (reading.counts ? 1 : 0),
    without: without.length,
    needed: CONCLUDED_FROM,
  };
}

/**
 * The videos with a change and those without any since the one before it began.
 *
 * @param videos oldest first, as are both sides.
 */
function sidesOf(name: string, videos: readonly InsightVideo[]) {
  const isWith = ({ trying }: InsightVideo) => trying !== null && keyOf(trying) === keyOf(name);
  const isPlain = ({ trying }: InsightVideo) => trying === null;
  const begins = videos.findIndex(isWith);
  const since = begins < 0 ? [] : videos.slice(begins);
  const earlier = begins < 0 ? videos : videos.slice(0, begins);
  const before = earlier.filter(isPlain);
  return {
    during: since.filter(isWith),
    without: [...before.slice(-1), ...since.filter(isPlain)],
    before: earlier,
  };
}

function compareTurns(name: string, videos: readonly InsightVideo[]) {
  const { during, without, before } = sidesOf(name, videos);
  const inTurns = heldAgainst(during, without);
  const takesTurns =
    without.length >= FEWEST_IN_EXPERIMENT && (inTurns.found?.inflation ?? 1) <= TAKES_TURNS;
  const nearest = before.slice(-Math.max(during.length, FEWEST_IN_EXPERIMENT));
  const beforeAfter = heldAgainst(during, nearest);
  // As long as neither can be compared it counts what is needed for turns.
  const isTurns = takesTurns || beforeAfter.found === null;
  const { found, basis, missing, sides } = isTurns ? inTurns : beforeAfter;
  return {
    name,
    design: isTurns ? ('turns' as const) : ('before and after' as const),
    during: sides.during.length,
    without: sides.without.length,
    basis,
    missing,
    p: takesTurns && basis === 'counted' ? (found?.p ?? null) : null,
    comparison: found && {
      times: found.times,
      interval: found.interval,
      concludedAt: takesTurns && basis === 'counted' ? found.concludedAt : null,
      nextAt: found.nextAt,
      needed: found.needed,
    },
  };
}

/** Compares two sides alike; nothing is found where either is too small. */
function heldAgainst(during: readonly InsightVideo[], without: readonly InsightVideo[]) {
  const { basis, groups, missing } = alike([during, without], FEWEST_IN_EXPERIMENT);
  const sides = { during: groups[0] ?? [], without: groups[1] ?? [] };
  const isEnough = groups.every((group) => group.length >= FEWEST_IN_EXPERIMENT);
  const members = [
    ...sides.during.map((video) => ({ ...video, isFirst: true })),
    ...sides.without.map((video) => ({ ...video, isFirst: false })),
  ].toSorted(byTime);
  return { basis, missing, sides, found: isEnough ? compareGroups(members, basis) : null };
}

/** Whose turn it is after a video: whether the next one should have the change. */
export function turnAfter(trying: string | null, name: string): Turn {
  return trying !== null && keyOf(trying) === keyOf(name) ? 'without it' : 'with it';
}

/** The same name, however it is typed. */
function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
