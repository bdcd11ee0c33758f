import { POSTING_TIMING } from '../services/posting/timing.js';

/**
 * Milliseconds that are left of half a lease from now on, by the clock that has gone further: one
 * may stand still while the machine sleeps, the other may be put right.
 */
export function timeLeft(clock: () => Date): () => number {
  const began = clock().getTime();
  const steadily = performance.now();
  return () =>
    POSTING_TIMING.lease / 2 - Math.max(clock().getTime() - began, performance.now() - steadily);
}
