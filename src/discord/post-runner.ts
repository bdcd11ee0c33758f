import type { ClaimedPost, MayBeThere } from '../services/posting/queue.js';
import { type PostContext, type PostKind, PostWork } from './post-work.js';

/**
 * Posts under work at once. At Discord's 50 requests a second more would only wait, unless each
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

/** Where posts come from. */
export interface PostSource<P> {
  /** Makes posts of what has become due. */
  takeDue(most: number): Promise<unknown>;
  claim(most: number): Promise<readonly P[]>;
  /** Nothing is due: there is time for what comes later. */
  idle?(): void;
  /** Resolves when what was begun then is done. */
  ended?(): Promise<void>;
}

/** Posts what is due: once each, or with a reason why not. Several processes may do so together. */
export class PostRunner<P extends MayBeThere<ClaimedPost>, R> {
  readonly #context: PostContext;
  readonly #kind: PostKind<P, R>;
  readonly #source: PostSource<P>;
  readonly #underWork = new Set<Promise<void>>();
  readonly #stopped = new AbortController();
  readonly #work: PostWork<P, R>;
  #running: Promise<void> = Promise.resolve();
  /** Ends the present pause. */
  #wake: () => void = () => undefined;
  #looks: 'not yet' | 'well' | 'in vain' = 'not yet';

  constructor(
    context: PostContext,
    kind: PostKind<P, R>,
    /** Made with what it may ask of the runner. */
    source: (runner: {
      readonly isBusy: () => boolean;
      readonly stopped: AbortSignal;
    }) => PostSource<P>,
  ) {
    this.#context = context;
    this.#kind = kind;
    const stopped = this.#stopped.signal;
    this.#work = new PostWork(context, kind, stopped);
    this.#source = source({
      isBusy: () => stopped.aborted || this.#underWork.size > 0,
      stopped,
    });
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Takes up nothing new; resolves when what is under work is done. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#wake();
    await this.#running;
    await Promise.all([...this.#underWork, this.#source.ended?.()]);
  }

  async #run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      const tookAny = await this.#takeUp();
      if (!tookAny && !this.#stopped.signal.aborted) await this.#pause();
    }
  }

  /** Whether there was anything to take up. */
  async #takeUp(): Promise<boolean> {
    const { log } = this.#context;
    const { word } = this.#kind;
    this.#work.look();
    const free = MOST_AT_ONCE - this.#underWork.size;
    if (free < FEWEST_TAKEN) return false;
    try {
      await this.#source.takeDue(free);
      const posts = await this.#source.claim(free);
      if (this.#looks !== 'well') log.info(`${word}s are looked for`);
      this.#looks = 'well';
      for (const post of posts) this.#begin(post);
      log.trace({ underWork: this.#underWork.size }, `${word}s looked for once more`);
      if (posts.length === 0) this.#source.idle?.();
      return posts.length > 0;
    } catch (error) {
      // Told once: the next look is a second away.
      if (this.#looks !== 'in vain') log.error({ err: error }, `${word}s can’t be looked for`);
      this.#looks = 'in vain';
      return false;
    }
  }

  #begin(post: P): void {
    const { named, word } = this.#kind;
    const work = this.#work
      .goOn(post)
      .catch((error: unknown) => {
        // The claim runs out, and the post is taken up again.
        this.#context.log.error({ err: error, ...named(post) }, `${word} left half-way`);
      })
      .finally(() => {
        this.#underWork.delete(work);
        this.#wake();
      });
    this.#underWork.add(work);
  }

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
