/** A video measured in a week, by its last reading of it, of anybody in the server. */
export interface MeasuredVideo {
  readonly creatorId: bigint;
  /** Whether its creator agreed to be shown. */
  readonly joined: boolean;
  /** Saves: the true count, else the estimate and its 80 % range. */
  readonly saves: number;
  readonly low: number;
  readonly high: number;
  readonly told: boolean;
}

/** Sums over a server's week. */
export interface Totals {
  /** How many creators they cover: three or more. */
  readonly creators: number;
  /** Whether that is everybody who sent numbers, or those who agreed to be shown. */
  readonly everybody: boolean;
  readonly videos: number;
  /** How many of the videos have true counts. */
  readonly told: number;
  /**
   * The saves of all videos, and their range: the bounds added up. It holds the truth in 80 of 100
   * cases where all estimates are off the same way, and more often else.
   */
  readonly saves: number;
  readonly low: number;
  readonly high: number;
}

/** Fewer creators could be told apart in a sum. */
export const FEWEST_IN_TOTALS = 3;

/** What totals may cover of a server's week. */
interface Covered<T> {
  readonly covered: readonly T[];
  readonly creators: number;
  /** Whether that is everybody, or those who agreed to be shown. */
  readonly everybody: boolean;
}

/**
 * What totals may cover without giving anybody away who didn't agree to be shown. What the others
 * sent can be known, and be taken off a total: so those who didn't agree are in it only where they
 * are three or more themselves, or none. Null where fewer than three creators are left.
 */
export function coveredByTotals<T extends Pick<MeasuredVideo, 'creatorId' | 'joined'>>(
  all: readonly T[],
): Covered<T> | null {
  const creatorsOf = (some: readonly T[]) => new Set(some.map(({ creatorId }) => creatorId)).size;
  const hidden = creatorsOf(all.filter(({ joined }) => !joined));
  const everybody = hidden === 0 || hidden >= FEWEST_IN_TOTALS;
  const covered = everybody ? all : all.filter(({ joined }) => joined);
  const creators = creatorsOf(covered);
  return creators < FEWEST_IN_TOTALS ? null : { covered, creators, everybody };
}

/**
 * What totals of several weeks may cover so that they can be compared: in each everybody, or in each
 * those who agreed to be shown. Null for a week of which then too few are left.
 */
export function coveredAlike<T extends Pick<MeasuredVideo, 'creatorId' | 'joined'>>(
  weeks: readonly (readonly T[])[],
): (Covered<T> | null)[] {
  const each = weeks.map((week) => coveredByTotals(week));
  const kinds = new Set(each.flatMap((one) => (one === null ? [] : [one.everybody])));
  if (kinds.size <= 1) return each;
  return weeks.map((week) => {
    const joined = coveredByTotals(week.filter((one) => one.joined));
    return joined && { ...joined, everybody: false };
  });
}

/** Why totals cover nobody: too few creators, or too few of those who didn't agree to be shown. */
export function whyNoTotals(
  all: readonly Pick<MeasuredVideo, 'creatorId' | 'joined'>[],
): 'too few' | 'few hidden' {
  const creators = new Set(all.map(({ creatorId }) => creatorId)).size;
  return creators < FEWEST_IN_TOTALS ? 'too few' : 'few hidden';
}

/** Sums that give nobody away who didn't agree to be shown; null where nothing may be summed. */
export function totalsOf(videos: readonly MeasuredVideo[]): Totals | null {
  const found = coveredByTotals(videos);
  if (found === null) return null;
  const { covered, creators, everybody } = found;
  const sum = (of: (video: MeasuredVideo) => number) =>
    covered.reduce((total, video) => total + of(video), 0);
  return {
    creators,
    everybody,
    videos: covered.length,
    told: covered.filter(({ told }) => told).length,
    saves: sum(({ saves }) => saves),
    low: sum(({ low }) => low),
    high: sum(({ high }) => high),
  };
}
