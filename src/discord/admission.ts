/**
 * Milliseconds an interaction may have waited before its work begins. Discord grants three
 * seconds; what is older is told at once to try again, so that nobody waits in vain.
 */
const OLDEST = 1_000;

/** Interactions under work at once. More would only wait for each other's answers to be sent. */
const MOST_AT_ONCE = 256;

/** Milliseconds over which the difference of Discord's clock and ours is remembered. */
const CLOCK_MEMORY = 60_000;

/** Decides which interactions are taken and which are told that the bot is busy. */
export class Admission {
  readonly #now: () => number;
  #underWork = 0;
  #thisMinute = Number.POSITIVE_INFINITY;
  #lastMinute = Number.POSITIVE_INFINITY;
  #minuteBegan = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /**
   * Takes an interaction in, if it can still be served in time.
   *
   * @param createdAt when Discord made it, in Discord's milliseconds.
   * @returns to be called when its work is done; null if there is no room.
   */
  admit(createdAt: number): (() => void) | null {
    const waited = this.#waited(createdAt);
    if (waited > OLDEST || this.#underWork >= MOST_AT_ONCE) return null;
    this.#underWork += 1;
    return () => {
      this.#underWork -= 1;
    };
  }

  /** The two clocks differ by an unknown amount: the quickest arrival of late counts as no wait. */
  #waited(createdAt: number): number {
    const now = this.#now();
    if (now - this.#minuteBegan > CLOCK_MEMORY) {
      this.#lastMinute = this.#thisMinute;
      this.#thisMinute = Number.POSITIVE_INFINITY;
      this.#minuteBegan = now;
    }
    const behind = now - createdAt;
    this.#thisMinute = Math.min(this.#thisMinute, behind);
    return behind - Math.min(this.#thisMinute, this.#lastMinute);
  }
}
