const total = 1000;
/** The session starts are counted for so long, in milliseconds. */
const periodMs = 86_400_000;

/** How often bots may still start a session today. */
export class SessionStarts {
  readonly total = total;
  readonly #now: () => number;
  #remaining = total;
  #resetsAt: number;

  /** @param now the local Discord's clock, in milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
    this.#resetsAt = now() + periodMs;
  }

  /** How many are left, of the day that it is now, and in how many milliseconds there are all again. */
  left(): { remaining: number; resetAfterMs: number } {
    const now = this.#now();
    if (now >= this.#resetsAt) {
      this.#remaining = total;
      this.#resetsAt = now + periodMs;
    }
    return { remaining: this.#remaining, resetAfterMs: this.#resetsAt - now };
  }

  /** Leaves only so many, for so many milliseconds. */
  limit({ remaining, resetAfterMs }: { remaining: number; resetAfterMs: number }): void {
    this.#remaining = remaining;
    this.#resetsAt = this.#now() + resetAfterMs;
  }

  /** Takes one; false where none is left. */
  take(): boolean {
    if (this.left().remaining < 1) return false;
    this.#remaining -= 1;
    return true;
  }
}
