import { setTimeout as sleep } from 'node:timers/promises';
import { LockedOut } from '../lib/locked-out.js';

/** What Discord says of the token when it is asked for nothing else. */
export type Verdict = 'accepted' | 'refused' | 'unknown';

/** What becomes of the token, in the order in which it may happen. */
export type TokenNews =
  /** A request was refused for it, and it is good all the same. */
  | 'survived'
  /** Requests are refused for it, and Discord hasn't said for certain that it is bad. */
  | 'doubted'
  /** It is good again. */
  | 'restored'
  /** Discord means it. */
  | 'refused';

/**
 * Milliseconds between refusals until they are believed. A token that never worked is believed to
 * be wrong at once; one that did may meet a Discord that refuses everybody for a moment.
 */
const PAUSES = [1_000, 2_000];

/** Milliseconds until Discord is asked again where it couldn't say; doubled up to the longest. */
const ASK_AGAIN = { first: 5_000, longest: 60_000 };

/** In doubt one request in so many milliseconds is sent all the same: each refusal counts at Discord. */
const TRIAL_EVERY = 1_000;

/**
 * Whether Discord takes the bot's token. One refusal says little: Discord has answered 401 to good
 * tokens, and whoever believes it stays silent until the next start.
 */
export class TokenWatch {
  readonly #ask: () => Promise<Verdict>;
  readonly #listeners: ((news: TokenNews) => void)[] = [];
  #state: 'unproven' | 'accepted' | 'doubted' | 'refused' = 'unproven';
  #checking: Promise<Verdict> | undefined;
  /** How often a request has worked: one that works while Discord is asked ends the doubt. */
  #worked = 0;
  #nextTrial = 0;
  #pause = ASK_AGAIN.first;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param ask asks Discord who the bot is; never rejects. */
  constructor(ask: () => Promise<Verdict>) {
    this.#ask = ask;
  }

  /** False from the first refusal that isn't explained until Discord takes the token again. */
  get isAccepted(): boolean {
    return this.#state === 'unproven' || this.#state === 'accepted';
  }

  onNews(listener: (news: TokenNews) => void): void {
    this.#listeners.push(listener);
  }

  /** @throws LockedOut if a request with the token isn't to be sent now. */
  admit(): void {
    if (this.isAccepted) return;
    const now = performance.now();
    if (this.#state === 'refused' || now < this.#nextTrial) throw this.lockedOut();
    this.#nextTrial = now + TRIAL_EVERY;
  }

  /** A request with the token was answered as if it is good. */
  worked(): void {
    this.#worked += 1;
    if (this.#state === 'refused') return;
    const isNews = this.#state === 'doubted';
    this.#state = 'accepted';
    this.#pause = ASK_AGAIN.first;
    clearTimeout(this.#timer);
    if (isNews) this.#tell('restored');
  }

  /** A request was refused: asks Discord what it means. Whoever asks meanwhile shares the answer. */
  check(): Promise<Verdict> {
    this.#checking ??= this.#check().finally(() => {
      this.#checking = undefined;
    });
    return this.#checking;
  }

  lockedOut(): LockedOut {
    return new LockedOut(this.#state === 'refused');
  }

  /** Asks no more. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  async #check(): Promise<Verdict> {
    clearTimeout(this.#timer);
    const pauses = this.#state === 'unproven' ? [] : [...PAUSES];
    for (;;) {
      const worked = this.#worked;
      const verdict = await this.#ask();
      if (verdict === 'accepted' || this.#worked > worked) {
        if (this.#state !== 'doubted') this.#tell('survived');
        this.worked();
        return 'accepted';
      }
      const pause = verdict === 'refused' ? pauses.shift() : undefined;
      if (verdict === 'refused' && pause === undefined) return this.#refused();
      this.#doubt();
      if (pause === undefined) {
        this.#askLater();
        return 'unknown';
      }
      await sleep(pause, undefined, { ref: false });
    }
  }

  #refused(): Verdict {
    const isNews = this.#state !== 'refused';
    this.#state = 'refused';
    if (isNews) this.#tell('refused');
    return 'refused';
  }

  #doubt(): void {
    const isNews = this.#state !== 'doubted';
    this.#state = 'doubted';
    if (isNews) this.#tell('doubted');
  }

  #askLater(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => void this.check(), this.#pause).unref();
    this.#pause = Math.min(2 * this.#pause, ASK_AGAIN.longest);
  }

  #tell(news: TokenNews): void {
    for (const listener of this.#listeners) listener(news);
  }
}
