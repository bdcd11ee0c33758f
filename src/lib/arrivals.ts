/**
 * Milliseconds for which a request counts from its arrival: a second, and what two clocks may differ
 * by in one.
 */
const COUNTS_FOR = 1_010;

/**
 * Milliseconds for which one counts that isn't answered: what takes longer has arrived by then as a
 * rule, and is slow at the other end. Whoever waits behind it would wait as long.
 */
const UNDER_WAY_FOR = 3_000;

/** So many answers are waited for before the shortest time is trusted: the first few may all be held up. */
const TRUSTED_AFTER = 100;

/** A request whose turn came too late. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** What a request waits for. */
export interface Turn {
  /** It goes when it is among the first so many that can arrive within one second. */
  readonly most: number;
  /** When it is too late to go, by the steady clock. */
  readonly until: number;
}

/** A request that was sent, and when, by the steady clock. */
interface Sent {
  readonly at: number;
}

interface Waiting extends Turn {
  readonly go: (sent: Sent) => void;
  readonly fail: (error: TooLate) => void;
}

/**
 * Keeps the number of requests that arrive at the other end within any second below a bound, also
 * where some of them are held up on their way.
 *
 * When one arrives isn't known, only when it was sent and answered. Of the time between, a part lies
 * before the arrival and the rest behind it; the shortest of all such times is taken for what two
 * requests need on their ways at least, the later one there and the earlier one back. So a request
 * counts from its sending until a second after its answer, less that shortest time. The bound can be
 * passed where the ways there and back vary each for itself.
 */
export class Arrivals {
  /** Those that aren't answered. */
  readonly #underWay = new Set<Sent>();
  /** When those of the last second were answered, by the steady clock; in order. */
  #answered: number[] = [];
  /** The shortest time from a sending to its answer, of so many. */
  #shortest = Number.POSITIVE_INFINITY;
  #measured = 0;
  readonly #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  /**
   * Sends a request when its turn has come. They go in the order in which they came.
   *
   * @throws TooLate instead of sending it.
   */
  async send<T>(turn: Turn, request: () => Promise<T>): Promise<T> {
    const sent = await new Promise<Sent>((go, fail) => {
      this.#waiting.push({ ...turn, go, fail });
      this.#letGo();
    });
    try {
      const answer = await request();
      this.#shortest = Math.min(this.#shortest, performance.now() - sent.at);
      this.#measured += 1;
      return answer;
    } finally {
      this.#underWay.delete(sent);
      this.#answered.push(performance.now());
      this.#letGo();
    }
  }

  #letGo(): void {
    const now = performance.now();
    const answeredFor = COUNTS_FOR - (this.#measured < TRUSTED_AFTER ? 0 : this.#shortest);
    this.#answered = this.#answered.filter((at) => now - at < answeredFor);
    const sent = [...this.#underWay].filter(({ at }) => now - at < UNDER_WAY_FOR);
    for (let [next] = this.#waiting; next !== undefined; [next] = this.#waiting) {
      if (now > next.until) {
        this.#waiting.shift();
        next.fail(new TooLate());
        continue;
      }
      if (this.#answered.length + sent.length >= next.most) break;
      this.#waiting.shift();
      const going = { at: now };
      this.#underWay.add(going);
      sent.push(going);
      next.go(going);
    }
    clearTimeout(this.#timer);
    if (this.#waiting.length === 0) return;
    const ends = [
      ...this.#answered.slice(0, 1).map((at) => at + answeredFor),
      ...sent.slice(0, 1).map(({ at }) => at + UNDER_WAY_FOR),
    ];
    this.#timer = setTimeout(() => this.#letGo(), Math.min(...ends) - now);
  }
}
