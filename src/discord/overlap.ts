/**
 * Milliseconds from the beginning of an interaction before a process turns it away for reasons of its
 * own (it stops, has its hands full, can't reach the database) where another may serve it. In a rolling
 * restart Discord tells both processes of the same interaction, and whoever answers first is seen.
 */
const OTHERS_FIRST = 1_500;

/**
 * Milliseconds after its start, and after an answer that another process gave, in which a process may
 * have a predecessor or a successor that answers, too.
 */
const OVERLAP = 60_000;

/** Whether another process of the bot may be answering the same interactions. */
export class Overlap {
  readonly #isAlone: boolean;
  readonly #now: () => number;
  #metAt = Number.NEGATIVE_INFINITY;

  /**
   * @param isAlone whether nobody else can serve the database meanwhile: then a successor begins only
   *   once this process has ended.
   * @param now milliseconds since this process started.
   */
  constructor(isAlone: boolean, now: () => number = () => performance.now()) {
    this.#isAlone = isAlone;
    this.#now = now;
  }

  /** Another process was found to have answered. */
  met(): void {
    this.#metAt = this.#now();
  }

  /** Whether another has answered within the last minute. */
  get isMet(): boolean {
    return this.#now() - this.#metAt < OVERLAP;
  }

  /** Whether there may be a predecessor or a successor by what is known. */
  get isLikely(): boolean {
    return this.#now() < OVERLAP || this.isMet;
  }

  /** Whether there may be one at all: of a successor nothing is known when it takes its first. */
  get isPossible(): boolean {
    return !this.#isAlone || this.isLikely;
  }

  /**
   * Milliseconds for which an interaction is left to the others, before it is turned away.
   *
   * @param waited milliseconds since Discord made it.
   */
  othersFirst(waited: number): number {
    return Math.max(0, OTHERS_FIRST - waited);
  }
}
