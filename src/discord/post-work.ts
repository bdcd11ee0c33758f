import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { MessageView } from '../commands/answer.js';
import type { ClaimedPost, MayBeThere, PostQueue } from '../services/posting/queue.js';
import { isUnavailable } from '../services/unavailable.js';
import type { DiscordTime } from './discord-time.js';
import type { Failure } from './failure.js';
import { FreshDoubts, type Moment } from './fresh-doubts.js';
import type { Found, PostName, PostSender } from './post-sender.js';
import { timeLeft } from './time-left.js';

/** Whatever is posted is sent with these. */
export interface PostContext {
  readonly sender: Pick<PostSender, 'send' | 'find' | 'ask'>;
  readonly discordTime: Pick<DiscordTime, 'atLeast'>;
  /** What an error of the sender means; null for one that isn't Discord's. */
  readonly failureOf: (error: unknown) => Failure | null;
  readonly log: Logger;
  readonly clock: () => Date;
}

/** A post that can go. */
export interface Made {
  readonly view: MessageView;
  /** Fixes what is sent; false where it mustn't go any more. */
  begin(): Promise<boolean>;
}

/** What becomes of a post that isn't sent now. */
export type Standing<R> =
  | { readonly skip: R }
  | { readonly park: R; readonly trouble?: string }
  /** It goes later, as nothing is wrong with it. */
  | { readonly waitUntil: Date };

/** Why a post of any kind waits, or is left out. */
export const USUAL_REASONS = {
  failing: { kind: 'discord failing' },
  fault: { kind: 'fault' },
  'in doubt': { kind: 'in doubt' },
  'too late': { kind: 'too late' },
} as const;

/** A post while this process holds it. */
type Post = MayBeThere<ClaimedPost>;

/** One kind of posts: what it says, and where it stands. How it is sent once is the same for all. */
export interface PostKind<P extends Post, R> {
  /** What the log calls one. */
  readonly word: string;
  /** Milliseconds after it was due for which it is still posted. */
  readonly catchUp: number;
  readonly queue: PostQueue<P, R> & {
    wait?(post: P, until: Date): Promise<unknown>;
  };
  /** Why it waits, or is left out, whatever it is. */
  readonly reasons: Readonly<Record<keyof typeof USUAL_REASONS, R>>;
  /** How the log names one. */
  named(post: P): Readonly<Record<string, string>>;
  nameOf(post: P): PostName;
  channelOf(post: P): bigint;
  dueAt(post: P): Date;
  /** Why it was parked; null for one that wasn't. */
  reasonOf(post: P): R | null;
  /** Since when it may be in its channel though nobody is in doubt; null if it can't be. */
  mayBeThereSince(post: P): Date | null;
  /** Whether nobody wants it any more. */
  turnedOff(post: P): R | null;
  /** What was fixed of it before it was sent. @throws where that can't be read. */
  read(content: unknown): unknown;
  /** What keeps it from being sent, as far as is stored. */
  standing(post: P): Standing<R> | null;
  /** What keeps the bot from posting where it goes, as far as Discord says; null if nothing does. */
  obstacle(post: P): Promise<R | null>;
  /** What it means where Discord doesn't let the bot post; null where `obstacle` finds that out. */
  barred(failure: Extract<Failure, { kind: 'barred' }>): R | null;
  /** What it means where Discord doesn't take the post as it is. */
  refused(code: number): R;
  isGone(reason: R): boolean;
  /** Its channel is gone. @returns false if it waits. */
  gone(post: P, trouble: string | null): Promise<boolean>;
  /** The post, or why it isn't needed. */
  make(post: P, rest: (ms: number) => Promise<void>): Promise<Made | { readonly skip: R }>;
}

/** Takes one post as far as it goes: posted, left out, or waiting with a reason. */
export class PostWork<P extends Post, R> {
  readonly #context: PostContext;
  readonly #kind: PostKind<P, R>;
  readonly #stopped: AbortSignal;
  readonly #fresh: FreshDoubts;

  /** @param stopped ends every pause. */
  constructor(context: PostContext, kind: PostKind<P, R>, stopped: AbortSignal) {
    this.#context = context;
    this.#kind = kind;
    this.#stopped = stopped;
    this.#fresh = new FreshDoubts(context.clock, () => context.discordTime.atLeast());
  }

  /** To be called often: looks whether the clock was put back. */
  look(): void {
    this.#fresh.look();
  }

  /** @throws what the database fails with: then the claim runs out, and it is taken up again. */
  async goOn(claimed: P): Promise<void> {
    const kind = this.#kind;
    this.#step(claimed, 'claimed');
    const isLate = this.#context.clock().getTime() - kind.dueAt(claimed).getTime() > kind.catchUp;
    const looked = await this.#looked(claimed, isLate);
    if (looked === 'settled') return;
    const { post, wasLookedAt } = looked;
    const turnedOff = kind.turnedOff(post);
    if (turnedOff !== null) return this.#skip(post, turnedOff);
    if (isLate) {
      // Whoever tried it was running.
      const missed = kind.reasons[post.attempts > 0 ? 'failing' : 'too late'];
      return this.#skip(post, kind.reasonOf(post) ?? missed);
    }
    const standing = kind.standing(post);
    if (standing !== null) return this.#stand(post, standing);
    const wasBarred = kind.reasonOf(post) !== null;
    if (!wasLookedAt && wasBarred && (await this.#isBarred(post, isLate))) return;
    const made = await this.#made(post);
    if (made === null) return;
    if ('skip' in made) return this.#skip(post, made.skip);
    this.#step(post, 'composed');
    await this.#send(post, made);
  }

  async #stand(post: P, standing: Standing<R>): Promise<void> {
    if ('skip' in standing) return this.#skip(post, standing.skip);
    if ('park' in standing) return this.#park(post, standing.park, standing.trouble ?? null);
    await this.#kind.queue.wait?.(post, standing.waitUntil);
  }

  /**
   * Finds out what became of a sending of which nobody knows, where there may be one.
   *
   * @returns the post without doubt; `settled` where all is said and done with it.
   */
  async #looked(post: P, isLate: boolean): Promise<'settled' | { post: P; wasLookedAt: boolean }> {
    const { sender, log } = this.#context;
    const kind = this.#kind;
    const since = post.doubtSince ?? kind.mayBeThereSince(post);
    if (since === null || (await this.#isFresh(post, isLate))) return { post, wasLookedAt: false };
    // Without its permissions Discord would show an empty channel.
    if (await this.#isBarred(post, isLate)) return 'settled';
    const found = await this.#ask(() =>
      sender.find(kind.channelOf(post), kind.nameOf(post), since),
    );
    if ('failure' in found) {
      const { error, failure } = found;
      log.warn({ err: error, failure, ...kind.named(post) }, 'channel can’t be looked through');
      await this.#again(post, kind.reasons.failing, String(error), waitOf(failure));
      return 'settled';
    }
    if (found.answer === null) return { post: { ...post, doubtSince: null }, wasLookedAt: true };
    if (found.answer === 'unknown') await this.#skip(post, kind.reasons['in doubt']);
    else await this.#posted(post, found.answer);
    return 'settled';
  }

  /** Whether its nonce keeps it from being posted twice: by Discord's clock, too, as it is now. */
  async #isFresh(post: P, isLate: boolean): Promise<boolean> {
    const { id, doubtSince } = post;
    if (doubtSince === null || isLate || this.#kind.turnedOff(post) !== null) return false;
    if (!this.#fresh.has(id, doubtSince) || !this.#isKept(post)) return false;
    const asked = await this.#ask(() => this.#context.sender.ask());
    return 'answer' in asked && this.#fresh.has(id, doubtSince);
  }

  /** Whether what was fixed of it can be sent again. */
  #isKept({ content }: P): boolean {
    try {
      this.#kind.read(content);
      return true;
    } catch {
      return false;
    }
  }

  /** The post; null where it failed and is tried again. */
  async #made(post: P): Promise<Made | { readonly skip: R } | null> {
    try {
      return await this.#kind.make(post, (ms) => this.#rest(ms));
    } catch (error) {
      // That is no fault of the post's.
      if (isUnavailable(error)) throw error;
      const { named, word, reasons } = this.#kind;
      this.#context.log.error({ err: error, ...named(post) }, `${word} could not be composed`);
      await this.#again(post, reasons.fault, String(error));
      return null;
    }
  }

  async #send(post: P, made: Made): Promise<void> {
    const { sender, log, clock } = this.#context;
    const kind = this.#kind;
    const begun = this.#fresh.now();
    const left = timeLeft(clock);
    // Somebody else holds it by now, or it was changed or turned off: they go on with it.
    if (!(await made.begin())) return;
    this.#step(post, 'sending');
    const sent = await this.#ask(() =>
      sender.send(kind.channelOf(post), kind.nameOf(post), made.view, {
        patience: Math.max(1, Math.ceil(left())),
        isStillOurs: () => kind.queue.isOurs(post),
        isInTime: () => left() > 0,
      }),
    );
    if ('answer' in sent) {
      this.#step(post, 'sent');
      return this.#posted(post, sent.answer);
    }
    const { error, failure } = sent;
    const said = failure.kind === 'held up' ? 'held up' : 'not taken by Discord';
    log.warn({ err: error, failure, ...kind.named(post) }, `${kind.word} ${said}`);
    await this.#failed(post, failure, String(error), begun);
  }

  async #failed(post: P, failure: Failure, trouble: string, begun: Moment): Promise<void> {
    const { doubtSince } = post;
    const kind = this.#kind;
    const { failing } = kind.reasons;
    switch (failure.kind) {
      case 'held up':
        return; // whoever takes it up next looks first
      case 'unclear':
        if (doubtSince === null) this.#fresh.begin(post.id, begun);
        return this.#again({ ...post, doubtSince: doubtSince ?? begun.wall }, failing, trouble);
      case 'not reached':
      case 'wait':
        return this.#again(post, failing, trouble, waitOf(failure));
      case 'refused':
        return this.#park(post, kind.refused(failure.code), trouble);
      case 'gone':
        return this.#gone(post, trouble);
      case 'barred': {
        const reason = kind.barred(failure);
        if (reason !== null) return this.#park(post, reason, trouble);
        if (await this.#isBarred(post, false)) return;
        return this.#again(post, failing, trouble);
      }
      default:
        failure satisfies never;
    }
  }

  /** Parks it if the bot can't post where it goes; where Discord can't say, it is tried again. */
  async #isBarred(post: P, isLate: boolean): Promise<boolean> {
    const kind = this.#kind;
    const found = await this.#ask(() => kind.obstacle(post));
    if ('failure' in found) {
      await this.#again(post, kind.reasons.failing, String(found.error), waitOf(found.failure));
      return true;
    }
    const obstacle = found.answer;
    if (obstacle === null) return false;
    if (isLate) await this.#skip(post, obstacle);
    else if (kind.isGone(obstacle)) await this.#gone(post, null);
    else await this.#park(post, obstacle);
    return true;
  }

  /** What Discord answers, or what its failure means; whatever else fails is thrown on. */
  async #ask<T>(
    request: () => Promise<T>,
  ): Promise<{ readonly answer: T } | { readonly failure: Failure; readonly error: unknown }> {
    try {
      return { answer: await request() };
    } catch (error) {
      const failure = this.#context.failureOf(error);
      if (failure === null) throw error;
      return { failure, error };
    }
  }

  async #posted(post: P, { messageId, at }: Found): Promise<void> {
    const { queue, named, word } = this.#kind;
    await queue.posted(post, messageId, at);
    this.#context.log.info({ ...named(post), attempts: post.attempts + 1 }, `${word} posted`);
  }

  async #skip(post: P, reason: R): Promise<void> {
    const { queue, named, word } = this.#kind;
    await queue.skip(post, reason);
    this.#context.log.info({ ...named(post), reason }, `${word} skipped`);
  }

  async #park(post: P, reason: R, trouble: string | null = null): Promise<void> {
    const { queue, named, word } = this.#kind;
    await queue.park(post, reason, post.doubtSince, trouble);
    const why = { reason, ...(trouble !== null && { trouble }) };
    this.#context.log.warn({ ...named(post), ...why }, `${word} parked`);
  }

  async #gone(post: P, trouble: string | null): Promise<void> {
    const kind = this.#kind;
    const turnedOff = kind.turnedOff(post);
    if (turnedOff !== null) return this.#skip(post, turnedOff);
    const { log } = this.#context;
    if (await kind.gone(post, trouble))
      log.info(kind.named(post), `${kind.word} goes to another channel`);
    else log.warn({ ...kind.named(post), trouble }, `${kind.word} parked`);
  }

  async #again(post: P, reason: R, trouble: string, atLeast = 0): Promise<void> {
    const { queue, named, word } = this.#kind;
    const next = await queue.tryAgain(post, reason, post.doubtSince, trouble, atLeast);
    if (next === 'parked') this.#context.log.warn({ ...named(post), reason }, `${word} parked`);
  }

  /** Where a post stands, for whoever looks closely. */
  #step(post: P, step: string): void {
    const { named, word } = this.#kind;
    this.#context.log.debug({ ...named(post), step }, `${word} step`);
  }

  /** For so many milliseconds, or until it is to stop. */
  async #rest(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stopped }).catch(() => undefined);
  }
}

/** Milliseconds that Discord wants to be left alone. */
function waitOf(failure: Failure): number {
  return failure.kind === 'wait' ? failure.ms : 0;
}
