import { POSTING_TIMING } from '../posting/timing.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** All in milliseconds. */
export const DIGEST_TIMING = {
  ...POSTING_TIMING,
  /** For how long after it was due a digest is still posted; later it is left out, with a note. */
  catchUp: 48 * HOUR,
  /**
   * How long before it is due Discord is asked who of those it would show are still members. That
   * is slow on purpose, so it begins early; what it says is good for a day.
   */
  askAhead: 6 * HOUR,
  /** How long before it is due a digest's chart is drawn. */
  drawAhead: 30 * MINUTE,
} as const;
