const discordEpoch = 1_420_070_400_000n;

/** Hands out Discord's ids: time in the upper bits, a counter below, never twice the same. */
export class Snowflakes {
  readonly #now: () => number;
  #last = 0n;
  #guilds = 0n;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A new id of this moment; ids rise even within one millisecond and when the clock goes back. */
  next(): string {
    const atNow = (BigInt(Math.floor(this.#now())) - discordEpoch) << 22n;
    this.#last = atNow > this.#last ? atNow : this.#last + 1n;
    return String(this.#last);
  }

  /**
   * A guild's id. A guild belongs to shard `(id >> 22) % shards`, so guilds made in one
   * millisecond would all share a shard; each gets a millisecond of its own instead.
   */
  nextGuild(): string {
    this.#guilds += 1n;
    const madeAt = 1_600_000_000_000n + this.#guilds;
    return String((madeAt - discordEpoch) << 22n);
  }
}
