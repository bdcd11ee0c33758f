/** The first moment of Discord's ids, in Unix milliseconds: 1 January 2015. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/** When Discord made an id: its upper bits count milliseconds since the start of 2015. */
export function timeOfSnowflake(id: bigint): Date {
  return new Date(Number((id >> 22n) + DISCORD_EPOCH));
}

/** An id of that moment in Discord's form. @param low what tells ids of one millisecond apart, below 2^22. */
export function snowflakeAt(at: Date, low: bigint): bigint {
  return ((BigInt(at.getTime()) - DISCORD_EPOCH) << 22n) | low;
}
