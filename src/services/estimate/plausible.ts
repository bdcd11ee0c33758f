import type { Count } from '../../lib/counts.js';

/** Fewer than one video in a hundred thousand has had as many views. */
export const SELDOM_AS_MANY = 100_000_000n;

/** A view of four times the length is more than replays explain. */
export const MOST_REPLAYS = 4;

/** More, even if both numbers were rounded as far as rounding goes. */
export function isMoreThanShown(count: Count, than: Count): boolean {
  return count.value - count.step > than.value + than.step;
}
