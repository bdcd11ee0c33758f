/**
 * Milliseconds an interaction may have waited before its work begins, by how much else is under
 * work. Discord grants three seconds; what can't be done in them is told at once to try again, so
 * that nobody waits in vain. What waited for a reconnection is old, but finds a free bot.
 */
const OLDEST = { free: 1_500, occupied: 500 };

/** Interactions under work from which on the bot counts as occupied. */
const OCCUPIED = 24;

/** Milliseconds after which no answer can arrive in time: sending one would only delay others. */
const HOPELESS = 2_900;

/** Interactions under work at once. More would only wait for each other's answers to be sent. */
const MOST_AT_ONCE = 64;

/** Lists of suggestions under work at once: however much is typed, it takes no place of an answer. */
const MOST_SUGGESTIONS = 16;

/** Milliseconds over which the difference of Discord's clock and ours is remembered. */
const CLOCK_MEMORY = 60_000;

/**
 * What becomes of an interaction, and the milliseconds it has waited; whoever was admitted says when
 * its work is done.
 */
export type Admitted =
  | { readonly verdict: 'admitted'; readonly waited: number; readonly done: () => void }
  | { readonly verdict: 'busy' | 'hopeless'; readonly waited: number };

/** Decides which interactions are taken and which are told that the bot is busy. */
export class Admission {
  readonly #now: () => number;
  #underWork = { answer: 0, suggestions: 0 };
  #thisMinute = Number.POSITIVE_INFINITY;
  #lastMinute = Number.POSITIVE_INFINITY;
  #minuteBegan = 0;

  /** @param now milliseconds of a clock that never jumps; where it begins doesn't matter. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * Takes an interaction in, if it can still be served in time.
   *
   * @param createdAt when Discord made it, in Discord's milliseconds.
   * @param wanted what it asks for.
   */
  admit(createdAt: number, wanted: 'answer' | 'suggestions' = 'answer'): Admitted {
    const waited = this.#waited(createdAt);
    if (waited > HOPELESS) return { verdict: 'hopeless', waited };
    const { answer, suggestions } = this.#underWork;
    const oldest = answer < OCCUPIED ? OLDEST.free : OLDEST.occupied;
    const isFull =
      answer >= MOST_AT_ONCE || (wanted === 'suggestions' && suggestions >= MOST_SUGGESTIONS);
    if (waited > oldest || isFull) return { verdict: 'busy', waited };
    this.#underWork[wanted] += 1;
    let isDone = false;
    return {
      verdict: 'admitted',
      waited,
      done: () => {
        if (!isDone) this.#underWork[wanted] -= 1;
        isDone = true;
      },
    };
  }

  /** The two clocks differ by an unknown amount: the quickest arrival of late counts as no wait. */
  #waited(createdAt: number): number {
    const now = this.#now();
    if (now - this.#minuteBegan > CLOCK_MEMORY) {
      // What was measured before a long quiet says nothing any more: clocks drift.
      const isRecent = now - this.#minuteBegan < 2 * CLOCK_MEMORY;
      this.#lastMinute = isRecent ? this.#thisMinute : Number.POSITIVE_INFINITY;
      this.#thisMinute = Number.POSITIVE_INFINITY;
      this.#minuteBegan = now;
    }
    const behind = now - createdAt;
    this.#thisMinute = Math.min(this.#thisMinute, behind);
    return behind - Math.min(this.#thisMinute, this.#lastMinute);
  }
}
