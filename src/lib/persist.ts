import { setTimeout } from 'node:timers/promises';

/** How long, how often and after what something is tried again. Times are in milliseconds. */
export interface Patience {
  /** The time, as `performance.now` tells it, after which no further try begins. */
  readonly until: number;
  /** The pause after the first try. */
  readonly pause: number;
  /** Pauses are doubled up to this one; without it they stay as the first. */
  readonly longestPause?: number;
  /** Whether a failure is one that may pass. */
  readonly again: (error: unknown) => boolean;
}

/** Does something again until it succeeds, fails for good, or patience ends. */
export async function persist<T>(
  work: () => Promise<T>,
  { until, pause: first, longestPause = first, again }: Patience,
): Promise<T> {
  for (let pause = first; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      return await work();
    } catch (error) {
      if (!again(error) || performance.now() + pause > until) throw error;
    }
    await setTimeout(pause);
  }
}
