/**
 * Discord's time, by the `Date` of its answers: the one clock that goes on while this machine, whose
 * own may stand still with it, is stopped.
 */
export class DiscordTime {
  readonly #steady: () => number;
  /** Milliseconds by which Discord's clock is ahead of the steady one at least; null if unknown. */
  #ahead: number | null = null;

  /** @param steady milliseconds of a clock that never jumps, and may stand still. */
  constructor(steady: () => number = () => performance.now()) {
    this.#steady = steady;
  }

  /**
   * What an answer says. One that says nothing leaves the time unknown until another does; one that
   * was long on its way moves it less.
   */
  hear(date: string | null): void {
    const told = Date.parse(date ?? '');
    if (Number.isNaN(told)) this.#ahead = null;
    else this.#ahead = Math.max(this.#ahead ?? Number.NEGATIVE_INFINITY, told - this.#steady());
  }

  /**
   * What time it is at Discord at least, in Unix milliseconds: it is later where this machine was
   * stopped since the last answer. Null where its answers don't say.
   */
  atLeast(): number | null {
    return this.#ahead === null ? null : this.#steady() + this.#ahead;
  }
}
