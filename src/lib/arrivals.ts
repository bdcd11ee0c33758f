/**
 * Milliseconds for which a request counts from its arrival: a second, and what two clocks may differ
 * by in one.
 */
const COUNTS_FOR = 1_010;

/** So many answers are waited for before the shortest time is trusted: the first few may all be held up. */
const TRUSTED_AFTER = 100;

/** A request that waits until it may go. */
interface Waiting {
  readonly most: number;
  readonly go: () => void;
}

/**
 * Keeps the number of requests that arrive at the other end within any second below a bound,
 * however long some of them are held up on their way.
 *
 * When one arrives isn't known, only when it was sent and answered. Of the shortest time that any took
 * from the one to the other, a part lies before the arrival and the rest behind it. So if a request
 * is sent a second after the answer to another, less that shortest time, it arrives no less than a
 * second after it. (The line has to have shown how fast it can be: the bound is exact from then on.)
 */
export class Arrivals {
  #underWay = 0;
  /** When those of the last second were answered, by the steady clock; in order. */
  #answered: number[] = [];
  /** The shortest time from a sending to its answer, of so many. */
  #shortest = Number.POSITIVE_INFINITY;
  #measured = 0;
  readonly #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  /**
   * Sends a request as soon as it is among the first `most` that can arrive within one second. They
   * go in the order in which they came.
   */
  async send<T>(most: number, request: () => Promise<T>): Promise<T> {
    await new Promise<void>((go) => {
      this.#waiting.push({ most, go });
      this.#letGo();
    });
    const began = performance.now();
    try {
      const answer = await request();
      this.#shortest = Math.min(this.#shortest, performance.now() - began);
      this.#measured += 1;
      return answer;
    } finally {
      this.#answered.push(performance.now());
      this.#underWay -= 1;
      this.#letGo();
    }
  }

  #letGo(): void {
    const now = performance.now();
    const countsFor = COUNTS_FOR - (this.#measured < TRUSTED_AFTER ? 0 : this.#shortest);
    this.#answered = this.#answered.filter((at) => now - at < countsFor);
    for (;;) {
      const [next] = this.#waiting;
      if (next === undefined || this.#underWay + this.#answered.length >= next.most) break;
      this.#waiting.shift();
      this.#underWay += 1;
      next.go();
    }
    clearTimeout(this.#timer);
    const [first] = this.#answered;
    if (this.#waiting.length === 0 || first === undefined) return;
    this.#timer = setTimeout(() => this.#letGo(), first + countsFor - now);
  }
}
