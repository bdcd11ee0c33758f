import { DIGEST_TIMING } from '../services/digest/timing.js';

/** Milliseconds by which the clock on the wall may fall behind the steady one between two looks. */
const TOLERANCE = 2_000;

/**
 * The sendings in doubt that are certainly so fresh that Discord still knows their nonces: they
 * began in this process, and the clock on the wall wasn't put back since. A moment that another
 * process or an earlier clock wrote down says nothing of how long ago it was.
 */
export class FreshDoubts {
  readonly #clock: () => Date;
  readonly #steady: () => number;
  /** When each began, by the steady clock; oldest first. */
  readonly #begun = new Map<bigint, number>();
  /** Milliseconds by which the clock on the wall was ahead of the steady one at the last look. */
  #ahead = Number.NEGATIVE_INFINITY;

  /**
   * @param clock the clock on the wall.
   * @param steady milliseconds of a clock that never jumps; where it begins doesn't matter.
   */
  constructor(clock: () => Date, steady: () => number = () => performance.now()) {
    this.#clock = clock;
    this.#steady = steady;
  }

  /** Looks whether the clock was put back. To be called often: later steps could hide it. */
  look(): void {
    const ahead = this.#clock().getTime() - this.#steady();
    if (ahead < this.#ahead - TOLERANCE) this.#begun.clear();
    this.#ahead = ahead;
  }

  /** A digest is in doubt since now. */
  begin(id: bigint): void {
    const now = this.#steady();
    for (const [one, begun] of this.#begun) {
      if (now - begun <= DIGEST_TIMING.nonceTrusted) break;
      this.#begun.delete(one);
    }
    this.#begun.set(id, now);
  }

  /**
   * Whether the nonce of a digest can be trusted.
   *
   * @param since when its doubt began, by the clock on the wall: it goes on while the machine sleeps.
   */
  has(id: bigint, since: Date): boolean {
    this.look();
    const begun = this.#begun.get(id) ?? Number.NEGATIVE_INFINITY;
    const age = Math.max(this.#steady() - begun, this.#clock().getTime() - since.getTime());
    return age <= DIGEST_TIMING.nonceTrusted;
  }
}
