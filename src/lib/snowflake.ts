/** The first moment of Discord's ids, in Unix milliseconds: 1 January 2015. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/** When Discord made an id: its upper bits count milliseconds since the start of 2015. */
export function timeOfSnowflake(id: bigint): Date {
  return new Date(Number((id >> 22n) + DISCORD_EPOCH));
}
