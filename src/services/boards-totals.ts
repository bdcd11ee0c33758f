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

/**
 * Sums that give nobody away who didn't agree to be shown. What the others sent can be known, and be
 * taken off a sum: so those who didn't agree are in it only where they are three or more themselves,
 * or none.
 */
export function totalsOf(videos: readonly MeasuredVideo[]): Totals | null {
  const creators = (some: readonly MeasuredVideo[]) =>
    new Set(some.map(({ creatorId }) => creatorId)).size;
  const hidden = creators(videos.filter(({ joined }) => !joined));
  const everybody = hidden === 0 || hidden >= FEWEST_IN_TOTALS;
  const covered = everybody ? videos : videos.filter(({ joined }) => joined);
  if (creators(covered) < FEWEST_IN_TOTALS) return null;
  const sum = (of: (video: MeasuredVideo) => number) =>
    covered.reduce((total, video) => total + of(video), 0);
  return {
    creators: creators(covered),
    everybody,
    videos: covered.length,
    told: covered.filter(({ told }) => told).length,
    saves: sum(({ saves }) => saves),
    low: sum(({ low }) => low),
    high: sum(({ high }) => high),
  };
}
