/** The local Discord's clock: another clock, moved by what was let pass. Whoever waits, waits in real time. */
export class Clock {
  readonly #base: () => number;
  #shift: number;

  /**
   * @param base milliseconds since 1970.
   * @param shift milliseconds by which it begins ahead of `base`; below zero in the past.
   */
  constructor(base: () => number = Date.now, shift = 0) {
    this.#base = base;
    this.#shift = shift;
  }

  /** Milliseconds since 1970. */
  readonly now = (): number => this.#base() + this.#shift;

  /** Milliseconds by which it is ahead of the clock it began with. */
  get shift(): number {
    return this.#shift;
  }

  /** Lets time pass. Throws a `RangeError` below zero: Discord's clock never goes back. */
  pass(ms: number): void {
    this.#shift = later(this.#shift, ms);
  }
}

/** A shift moved on by whole milliseconds; throws a `RangeError` for anything else. */
export function later(shift: number, ms: number): number {
  if (!Number.isSafeInteger(ms) || ms < 0) {
    throw new RangeError(`Time passes in whole milliseconds and forwards, not by ${ms}.`);
  }
  return shift + ms;
}
