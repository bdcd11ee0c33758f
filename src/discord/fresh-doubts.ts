import { POSTING_TIMING } from '../services/posting/timing.js';

/** Milliseconds by which the clock on the wall may fall behind the steady one between two looks. */
const TOLERANCE = 2_000;

/** A moment by all clocks, in milliseconds. */
export interface Moment {
  readonly wall: Date;
  readonly steady: number;
  /** By Discord's clock at least; null where its answers don't say. */
  readonly discord: number | null;
}

/**
 * The sendings in doubt that are certainly so fresh that Discord still knows their nonces: they
 * began in this process, and the clock on the wall wasn't put back since. A moment that another
 * process or an earlier clock wrote down says nothing of how long ago it was; nor do this machine's
 * own clocks where it was stopped with them, so Discord's is asked, too.
 */
export class FreshDoubts {
  readonly #clock: () => Date;
  readonly #discord: () => number | null;
  readonly #steady: () => number;
  /** When each began; oldest first. */
  readonly #begun = new Map<bigint, Moment>();
  /** Milliseconds by which the clock on the wall was ahead of the steady one at the last look. */
  #ahead = Number.NEGATIVE_INFINITY;

  /**
   * @param clock the clock on the wall.
   * @param discord what time it is at Discord at least; null where that isn't known.
   * @param steady milliseconds of a clock that never jumps; where it begins doesn't matter.
   */
  constructor(
    clock: () => Date,
    discord: () => number | null,
    steady: () => number = () => performance.now(),
  ) {
    this.#clock = clock;
    this.#discord = discord;
    this.#steady = steady;
  }

  /** Looks whether the clock was put back. To be called often: later steps could hide it. */
  look(): void {
    const ahead = this.#clock().getTime() - this.#steady();
    if (ahead < this.#ahead - TOLERANCE) this.#begun.clear();
    this.#ahead = ahead;
  }

  now(): Moment {
    return { wall: this.#clock(), steady: this.#steady(), discord: this.#discord() };
  }

  /** A digest is in doubt since its sending began. */
  begin(id: bigint, moment: Moment): void {
    for (const [one, { steady }] of this.#begun) {
      if (moment.steady - steady <= POSTING_TIMING.nonceTrusted) break;
      this.#begun.delete(one);
    }
    this.#begun.set(id, moment);
  }

  /**
   * Whether the nonce of a digest can be trusted, as far as is known here: by Discord's clock it may
   * be older than it seems until Discord has answered something.
   *
   * @param since when its doubt began, by the clock on the wall: it goes on while the machine sleeps.
   */
  has(id: bigint, since: Date): boolean {
    this.look();
    const begun = this.#begun.get(id);
    const now = this.now();
    if (begun === undefined || begun.discord === null || now.discord === null) return false;
    const ages = [
      now.steady - begun.steady,
      now.wall.getTime() - since.getTime(),
      now.discord - begun.discord,
    ];
    return Math.max(...ages) <= POSTING_TIMING.nonceTrusted;
  }
}
