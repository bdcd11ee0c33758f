import { randomInt } from 'node:crypto';
import { snowflakeAt } from '../../lib/snowflake.js';

/** Tells processes apart that make ids in the same millisecond. */
const maker = BigInt(randomInt(1 << 10));
let made = 0n;

/**
 * A new id for a post, in the form of Discord's: time, maker, counter. It stands in the post for
 * ever, so it is never used again, not even after a backup was restored.
 */
export function newPostId(at: Date): bigint {
  made = (made + 1n) % (1n << 12n);
  return snowflakeAt(at, (maker << 12n) | made);
}
