import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { MessageView } from '../commands/answer.js';
import { isKnownZone } from '../lib/time-zones.js';
import { createTurns } from '../lib/turns.js';
import type { Channels } from '../services/context.js';
import type { DigestComposer, DigestContent } from '../services/digest/content-port.js';
import type { ClaimedDigest, DigestQueue } from '../services/digest/queue.js';
import type { DigestReason, Obstacle } from '../services/digest/reason.js';
import { DIGEST_TIMING } from '../services/digest/timing.js';
import { isUnavailable } from '../services/unavailable.js';
import { type DigestName, markerOf } from './digest-marker.js';
import type { DigestSender, Found } from './digest-sender.js';
import type { DiscordTime } from './discord-time.js';
import type { Failure } from './failure.js';
import { FreshDoubts, type Moment } from './fresh-doubts.js';
import { timeLeft } from './time-left.js';

/**
 * Digests composed at once, and milliseconds from the beginning of one to that of the next: hardly
 * faster than Discord takes them, so that whoever uses a command meanwhile never waits for many.
 */
const COMPOSED_AT_ONCE = 4;
const COMPOSED_EVERY = 15;

/** At its third try, whatever became of the others, a digest goes without a chart that can't be drawn. */
const CHART_TRIES = 3;

/** What becomes of digests is decided with these. */
export interface DigestWorkContext<C extends DigestContent> {
  readonly queue: DigestQueue;
  readonly composer: DigestComposer<C>;
  /** The post. */
  readonly view: (content: C, frame: { markerId: string; chart: Uint8Array | null }) => MessageView;
  readonly sender: Pick<DigestSender, 'send' | 'find' | 'ask'>;
  readonly discordTime: Pick<DiscordTime, 'atLeast'>;
  readonly channels: Channels;
  /** What an error of the sender or of the channels means; null for one that isn't Discord's. */
  readonly failureOf: (error: unknown) => Failure | null;
  readonly log: Logger;
  readonly clock: () => Date;
}

/** Takes one digest as far as it goes: posted, left out, or waiting with a reason. */
export class DigestWork<C extends DigestContent> {
  readonly #context: DigestWorkContext<C>;
  readonly #stopped: AbortSignal;
  readonly #compose = createTurns(COMPOSED_AT_ONCE);
  /** When the next one may be composed, by the steady clock. */
  #nextComposed = 0;
  readonly #fresh: FreshDoubts;

  /** @param stopped ends every pause. */
  constructor(context: DigestWorkContext<C>, stopped: AbortSignal) {
    this.#context = context;
    this.#stopped = stopped;
    this.#fresh = new FreshDoubts(context.clock, () => context.discordTime.atLeast());
  }

  /** To be called often: looks whether the clock was put back. */
  look(): void {
    this.#fresh.look();
  }

  /** @throws what the database fails with: then the claim runs out, and it is taken up again. */
  async goOn(claimed: ClaimedDigest): Promise<void> {
    this.#step(claimed, 'claimed');
    const { isTurnedOff } = claimed;
    const isLate =
      this.#context.clock().getTime() - claimed.request.week.to.getTime() > DIGEST_TIMING.catchUp;
    const looked = await this.#looked(claimed, isLate);
    if (looked === 'settled') return;
    const { digest, wasLookedAt } = looked;
    if (isTurnedOff) return this.#skip(digest, { kind: 'turned off' });
    if (isLate) {
      // Whoever tried it was running.
      const missed = digest.attempts > 0 ? FAILING : ({ kind: 'too late' } as const);
      return this.#skip(digest, digest.reason ?? missed);
    }
    if (digest.isAway) return this.#park(digest, { kind: 'not in the server' });
    if (!isKnownZone(digest.request.timezone)) {
      const trouble = `unknown time zone ${digest.request.timezone}: /digest setup takes another, a newer Node may know it`;
      return this.#park(digest, { kind: 'fault', of: 'time zone' }, trouble);
    }
    if (!wasLookedAt && digest.reason !== null && (await this.#isBarred(digest, isLate))) return;
    const made = await this.#compose(() => this.#made(digest));
    if (made === null) return;
    if (made === 'quiet') return this.#skip(digest, { kind: 'quiet' });
    this.#step(digest, 'composed');
    await this.#send(digest, made.content, made.view);
  }

  /**
   * Finds out what became of a sending of which nobody knows, where there may be one.
   *
   * @returns the digest without doubt; `settled` where all is said and done with it.
   */
  async #looked(
    digest: ClaimedDigest,
    isLate: boolean,
  ): Promise<'settled' | { digest: ClaimedDigest; wasLookedAt: boolean }> {
    const { sender, log } = this.#context;
    const since = this.#mayBeThereSince(digest);
    if (since === null || (await this.#isFresh(digest, isLate)))
      return { digest, wasLookedAt: false };
    // Without its permissions Discord would show an empty channel.
    if (await this.#isBarred(digest, isLate)) return 'settled';
    const found = await this.#ask(() => sender.find(digest.channelId, nameOf(digest), since));
    if ('failure' in found) {
      const { error, failure } = found;
      log.warn({ err: error, failure, ...named(digest) }, 'channel can’t be looked through');
      await this.#again(digest, FAILING, String(error), waitOf(failure));
      return 'settled';
    }
    if (found.answer === null) {
      return { digest: { ...digest, doubtSince: null }, wasLookedAt: true };
    }
    if (found.answer === 'unknown') await this.#skip(digest, { kind: 'in doubt' });
    else await this.#posted(digest, found.answer);
    return 'settled';
  }

  /** Whether its nonce keeps it from being posted twice: by Discord's clock, too, as it is now. */
  async #isFresh(digest: ClaimedDigest, isLate: boolean): Promise<boolean> {
    const { id, doubtSince, isTurnedOff } = digest;
    if (doubtSince === null || isLate || isTurnedOff) return false;
    if (!this.#fresh.has(id, doubtSince) || this.#keptContent(digest) === null) return false;
    const asked = await this.#ask(() => this.#context.sender.ask());
    return 'answer' in asked && this.#fresh.has(id, doubtSince);
  }

  /** Since when it may be in its channel; null if it isn't. */
  #mayBeThereSince(digest: ClaimedDigest): Date | null {
    const { doubtSince, mayBeThere, isTurnedOff, reason, request } = digest;
    if (doubtSince !== null) return doubtSince;
    // A channel that Discord didn't know, and knows again, may have the post it had then.
    const isBack = reason?.kind === 'no such channel';
    return (mayBeThere || isBack) && !isTurnedOff ? request.week.to : null;
  }

  /** What is kept of the post; null where that can't be read. */
  #keptContent({ content }: ClaimedDigest): C | null {
    try {
      return this.#context.composer.read(content);
    } catch {
      return null;
    }
  }

  /** The post; null where it failed and is tried again. */
  async #made(digest: ClaimedDigest): Promise<{ content: C; view: MessageView } | 'quiet' | null> {
    try {
      const now = performance.now();
      this.#nextComposed = Math.max(now, this.#nextComposed + COMPOSED_EVERY);
      await this.#rest(this.#nextComposed - now);
      const content = await this.#contentOf(digest);
      if (content.quiet && digest.quietWeeks === 'skip') return 'quiet';
      await setImmediate(); // whoever came meanwhile has their turn
      return { content, view: await this.#viewOf(digest, content) };
    } catch (error) {
      // That is no fault of the digest's.
      if (isUnavailable(error)) throw error;
      this.#context.log.error({ err: error, ...named(digest) }, 'digest could not be composed');
      await this.#again(digest, { kind: 'fault' }, String(error));
      return null;
    }
  }

  /** What may be with Discord stays as it is; everything else is composed of what is true now. */
  async #contentOf(digest: ClaimedDigest): Promise<C> {
    const { composer } = this.#context;
    return digest.doubtSince === null
      ? composer.compose(digest.request)
      : composer.read(digest.content);
  }

  async #viewOf(digest: ClaimedDigest, content: C): Promise<MessageView> {
    const { composer, queue, view } = this.#context;
    const key = composer.chartKey(content);
    const chart =
      key === null
        ? null
        : ((await queue.chartAhead(digest.request.guildId, key)) ??
          (await this.#drawn(digest, content)));
    return view(content, { markerId: markerOf(nameOf(digest)), chart });
  }

  /** The chart; null where it fails time and again: the week is told in words, too. */
  async #drawn(digest: ClaimedDigest, content: C): Promise<Uint8Array | null> {
    try {
      return await this.#context.composer.drawChart(content);
    } catch (error) {
      if (digest.attempts + 1 < CHART_TRIES) throw error;
      this.#context.log.error({ err: error, ...named(digest) }, 'digest goes without its chart');
      return null;
    }
  }

  async #send(digest: ClaimedDigest, content: C, view: MessageView): Promise<void> {
    const { queue, composer, sender, log, clock } = this.#context;
    const begun = this.#fresh.now();
    const left = timeLeft(clock);
    // Somebody else holds it by now, or it was changed or turned off: they go on with it.
    if (!(await queue.beginSending(digest, content, composer.shown(content)))) return;
    this.#step(digest, 'sending');
    const sent = await this.#ask(() =>
      sender.send(digest.channelId, nameOf(digest), view, {
        patience: Math.max(1, Math.ceil(left())),
        isStillOurs: () => queue.isOurs(digest),
        isInTime: () => left() > 0,
      }),
    );
    if ('answer' in sent) {
      this.#step(digest, 'sent');
      return this.#posted(digest, sent.answer);
    }
    const { error, failure } = sent;
    const said = failure.kind === 'held up' ? 'digest held up' : 'digest not taken by Discord';
    log.warn({ err: error, failure, ...named(digest) }, said);
    await this.#failed(digest, failure, String(error), begun);
  }

  async #failed(
    digest: ClaimedDigest,
    failure: Failure,
    trouble: string,
    begun: Moment,
  ): Promise<void> {
    const { doubtSince } = digest;
    switch (failure.kind) {
      case 'held up':
        return; // whoever takes it up next looks first
      case 'unclear':
        if (doubtSince === null) this.#fresh.begin(digest.id, begun);
        return this.#again({ ...digest, doubtSince: doubtSince ?? begun.wall }, FAILING, trouble);
      case 'not reached':
      case 'wait':
        return this.#again(digest, FAILING, trouble, waitOf(failure));
      case 'refused':
        return this.#park(digest, { kind: 'refused', code: failure.code }, trouble);
      case 'gone':
        return this.#gone(digest, trouble);
      case 'barred':
        if (await this.#isBarred(digest, false)) return;
        return this.#again(digest, FAILING, trouble);
      default:
        failure satisfies never;
    }
  }

  /** Parks it if the bot can't post in the channel; where Discord can't say, it is tried again. */
  async #isBarred(digest: ClaimedDigest, isLate: boolean): Promise<boolean> {
    const { channels } = this.#context;
    const found = await this.#ask(() =>
      channels.obstacle(digest.request.guildId, digest.channelId),
    );
    if ('failure' in found) {
      await this.#again(digest, FAILING, String(found.error), waitOf(found.failure));
      return true;
    }
    const obstacle = found.answer;
    if (obstacle === null) return false;
    if (isLate) await this.#skip(digest, obstacle);
    else if (isGone(obstacle)) await this.#gone(digest, null);
    else await this.#park(digest, obstacle);
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

  async #posted(digest: ClaimedDigest, { messageId, at }: Found): Promise<void> {
    const { queue, log } = this.#context;
    await queue.posted(digest, messageId, at);
    log.info({ ...named(digest), attempts: digest.attempts + 1 }, 'digest posted');
  }

  async #skip(digest: ClaimedDigest, reason: DigestReason): Promise<void> {
    const { queue, log } = this.#context;
    await queue.skip(digest, reason);
    log.info({ ...named(digest), reason }, 'digest skipped');
  }

  async #park(
    digest: ClaimedDigest,
    reason: DigestReason,
    trouble: string | null = null,
  ): Promise<void> {
    const { queue, log } = this.#context;
    await queue.park(digest, reason, digest.doubtSince, trouble);
    log.warn({ ...named(digest), reason, ...(trouble !== null && { trouble }) }, 'digest parked');
  }

  async #gone(digest: ClaimedDigest, trouble: string | null): Promise<void> {
    const { queue, log } = this.#context;
    if (digest.isTurnedOff) return this.#skip(digest, { kind: 'turned off' });
    const goesElsewhere = await queue.channelGone(digest, trouble);
    if (goesElsewhere) log.info(named(digest), 'digest goes to another channel');
    else log.warn({ ...named(digest), reason: { kind: 'no such channel' } }, 'digest parked');
  }

  async #again(
    digest: ClaimedDigest,
    reason: Extract<DigestReason, { kind: 'discord failing' | 'fault' }>,
    trouble: string,
    atLeast = 0,
  ): Promise<void> {
    const { queue, log } = this.#context;
    const next = await queue.tryAgain(digest, reason, digest.doubtSince, trouble, atLeast);
    if (next === 'parked') log.warn({ ...named(digest), reason }, 'digest parked');
  }

  /** Where a digest stands, for whoever looks closely. */
  #step(digest: ClaimedDigest, step: string): void {
    this.#context.log.debug({ ...named(digest), step }, 'digest step');
  }

  /** For so many milliseconds, or until it is to stop. */
  async #rest(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stopped }).catch(() => undefined);
  }
}

const FAILING = { kind: 'discord failing' } as const;

/** Milliseconds that Discord wants to be left alone. */
function waitOf(failure: Failure): number {
  return failure.kind === 'wait' ? failure.ms : 0;
}

function isGone({ kind }: Obstacle): boolean {
  return kind === 'no such channel';
}

function nameOf({ id, request }: ClaimedDigest): DigestName {
  return { id, guildId: request.guildId, week: request.week.label };
}

/** How the log names a digest. */
export function named({ id, request }: ClaimedDigest) {
  return { digest: String(id), guild: String(request.guildId), week: request.week.label };
}
