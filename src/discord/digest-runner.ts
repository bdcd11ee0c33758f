import type { DigestContent } from '../services/digest/content-port.js';
import type { ClaimedDigest } from '../services/digest/queue.js';
import { DigestAhead } from './digest-ahead.js';
import { DigestWork, type DigestWorkContext, named } from './digest-work.js';

/**
 * Digests under work at once. At Discord's 50 requests a second more would only wait, unless each
 * takes longer than a second.
 */
const MOST_AT_ONCE = 64;

/** New ones are looked for when so many can be taken: a look for each would cost more than its work. */
const FEWEST_TAKEN = 8;

/**
 * Milliseconds between two looks for what is due, by a short timer and the clock on the wall: a
 * long timer would oversleep with the machine.
 */
const PAUSE = 1_000;

/** Posts what is due: once each, or with a reason why not. Several processes may do so together. */
export class DigestRunner<C extends DigestContent> {
  readonly #context: DigestWorkContext<C>;
  readonly #underWork = new Set<Promise<void>>();
  readonly #stopped = new AbortController();
  readonly #digests: DigestWork<C>;
  readonly #ahead: DigestAhead<C>;
  #running: Promise<void> = Promise.resolve();
  /** Ends the present pause. */
  #wake: () => void = () => undefined;
  #looks: 'not yet' | 'well' | 'in vain' = 'not yet';

  constructor(context: DigestWorkContext<C>) {
    this.#context = context;
    const stopped = this.#stopped.signal;
    this.#digests = new DigestWork(context, stopped);
    const isBusy = () => stopped.aborted || this.#underWork.size > 0;
    this.#ahead = new DigestAhead({ ...context, isBusy, stopped });
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Takes up nothing new; resolves when what is under work is done. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#wake();
    await this.#running;
    await Promise.all([...this.#underWork, this.#ahead.ended()]);
  }

  async #run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      const tookAny = await this.#takeUp();
      if (!tookAny && !this.#stopped.signal.aborted) await this.#pause();
    }
  }

  /** Whether there was anything to take up. */
  async #takeUp(): Promise<boolean> {
    const { queue, log } = this.#context;
    this.#digests.look();
    const free = MOST_AT_ONCE - this.#underWork.size;
    if (free < FEWEST_TAKEN) return false;
    try {
      await queue.takeDue(free, this.#onUnreadable);
      const digests = await queue.claim(free, this.#onUnreadable);
      if (this.#looks !== 'well') log.info('digests are looked for');
      this.#looks = 'well';
      for (const digest of digests) this.#begin(digest);
      if (digests.length === 0) this.#ahead.goOn();
      return digests.length > 0;
    } catch (error) {
      // Told once: the next look is a second away.
      if (this.#looks !== 'in vain') log.error({ err: error }, 'digests can’t be looked for');
      this.#looks = 'in vain';
      return false;
    }
  }

  #begin(digest: ClaimedDigest): void {
    const { log } = this.#context;
    const work = this.#digests
      .goOn(digest)
      .catch((error: unknown) => {
        // The claim runs out, and the digest is taken up again.
        log.error({ err: error, ...named(digest) }, 'digest left half-way');
      })
      .finally(() => {
        this.#underWork.delete(work);
        this.#wake();
      });
    this.#underWork.add(work);
  }

  readonly #onUnreadable = ({ guildId }: { readonly guildId: bigint }, error: unknown) => {
    const mend = 'A row of this server’s digest holds what can’t be. /digest setup writes it anew.';
    this.#context.log.error(
      { err: error, guild: String(guildId), mend },
      'digest put off, since what is stored of it can’t be read',
    );
  };

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PAUSE);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
