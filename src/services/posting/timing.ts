const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What holds for everything that is posted by itself. All in milliseconds. */
export const POSTING_TIMING = {
  /** For how long a post belongs to whoever claimed it; each step is well inside. */
  lease: MINUTE,
  /**
   * For how long after a sending in doubt the process that sent it trusts the same nonce to keep
   * Discord from posting twice. Discord speaks of "a few minutes"; later, and in any other process,
   * the channel is looked through first.
   */
  nonceTrusted: 90 * SECOND,
  /** When one is composed anew of which somebody took something back meanwhile. */
  anew: 2 * SECOND,
  /**
   * How long nobody may have seen to what is due until posts are held possible of which no row
   * knows. Posts of that time are kept from being doubled by their nonces.
   */
  unseen: MINUTE,
  /** How often it is noted that somebody sees to what is due. */
  seen: 20 * SECOND,
  /** By how much the clocks of several machines, or of one that was put right, may differ. */
  clocksApart: HOUR,
  /** How often what is parked is looked at again, if nothing told of a change before. */
  parkedPause: HOUR,
} as const;

/** The pauses between tries, growing; after the last one the post is parked. */
const PAUSES = [
  5 * SECOND,
  15 * SECOND,
  40 * SECOND,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  20 * MINUTE,
  40 * MINUTE,
];

/** Milliseconds until the next try after so many in vain; null when it is time to park. */
export function pauseAfter(attempts: number): number | null {
  return PAUSES[attempts - 1] ?? null;
}
