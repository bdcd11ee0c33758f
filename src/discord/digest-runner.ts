import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { MessageView } from '../commands/define.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { createTurns } from '../lib/turns.js';
import type { Channels } from '../services/context.js';
import type { DigestComposer, DigestContent } from '../services/digest/content-port.js';
import type { ClaimedDigest, DigestQueue } from '../services/digest/queue.js';
import type { DigestReason } from '../services/digest/reason.js';
import { DIGEST_TIMING } from '../services/digest/timing.js';
import type { DigestSender, Found } from './digest-sender.js';
import { type Failure, failureOf } from './failure.js';
import { FreshDoubts } from './fresh-doubts.js';

/**
 * Digests under work at once. At Discord's 50 requests a second more would only wait, unless each
 * takes longer than a second.
 */
const MOST_AT_ONCE = 64;

/** New ones are looked for when so many can be taken: a look for each would cost more than its work. */
const FEWEST_TAKEN = 8;

/**
 * Digests composed at once, and milliseconds from the beginning of one to that of the next: hardly
 * faster than Discord takes them, so that whoever uses a command meanwhile never waits for many.
 */
const COMPOSED_AT_ONCE = 4;
const COMPOSED_EVERY = 15;

/**
 * What is asked ahead takes a fourth of the time at most: Discord's requests are for whoever waits
 * for an answer, and for what is due.
 */
const PAUSES_TO_ASKING = 3;

/** Charts drawn ahead at once. */
const DRAWN_AT_ONCE = 4;

/** At its third try, whatever became of the others, a digest goes without a chart that can't be drawn. */
const CHART_TRIES = 3;

/**
 * Milliseconds between two looks for what is due, by a short timer and the clock on the wall: a
 * long timer would oversleep with the machine.
 */
const PAUSE = 1_000;

/** What the runner works with. */
export interface DigestRunnerContext<C extends DigestContent> {
  readonly queue: DigestQueue;
  readonly composer: DigestComposer<C>;
  /** The post. */
  readonly view: (content: C, frame: { markerId: string; chart: Uint8Array | null }) => MessageView;
  readonly sender: DigestSender;
  readonly channels: Channels;
  readonly log: Logger;
  readonly clock: () => Date;
}

/** The marker by which a digest is found again in its channel: the custom id of its button. */
export function markerOf(id: bigint): string {
  return encodeCustomId({ name: 'digest', version: 1, fields: [String(id)] });
}

/** Posts what is due: once each, or with a reason why not. Several processes may do so together. */
export class DigestRunner<C extends DigestContent> {
  readonly #context: DigestRunnerContext<C>;
  readonly #underWork = new Set<Promise<void>>();
  readonly #compose = createTurns(COMPOSED_AT_ONCE);
  /** When the next one may be composed, by the steady clock. */
  #nextComposed = 0;
  #drawing: Promise<void> | null = null;
  #asking: Promise<void> | null = null;
  readonly #stopped = new AbortController();
  #stopping = false;
  #running: Promise<void> = Promise.resolve();
  /** Ends the present pause. */
  #wake: () => void = () => undefined;
  #isFailing = false;
  readonly #fresh: FreshDoubts;

  constructor(context: DigestRunnerContext<C>) {
    this.#context = context;
    this.#fresh = new FreshDoubts(context.clock);
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Takes up nothing new; resolves when what is under work is done. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#stopped.abort();
    this.#wake();
    await this.#running;
    await Promise.all([...this.#underWork, this.#drawing, this.#asking]);
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      const tookAny = await this.#takeUp();
      if (!tookAny && !this.#stopping) await this.#pause();
    }
  }

  /** Whether there was anything to take up. */
  async #takeUp(): Promise<boolean> {
    const { queue, log } = this.#context;
    this.#fresh.look();
    const free = MOST_AT_ONCE - this.#underWork.size;
    if (free < FEWEST_TAKEN) return false;
    try {
      await queue.takeDue(free);
      const digests = await queue.claim(free);
      this.#isFailing = false;
      for (const digest of digests) this.#begin(digest);
      if (digests.length === 0) {
        this.#drawAhead();
        this.#askAhead();
      }
      return digests.length > 0;
    } catch (error) {
      // Told once: the next look is a second away.
      if (!this.#isFailing) log.error({ err: error }, 'digests can’t be looked for');
      this.#isFailing = true;
      return false;
    }
  }

  /** While nothing is due: charts of what is due soon, so that the hour itself needs none. */
  #drawAhead(): void {
    if (this.#drawing !== null || this.#underWork.size > 0) return;
    const { log } = this.#context;
    this.#drawing = this.#drawSome()
      .catch((error: unknown) => log.warn({ err: error }, 'charts can’t be drawn ahead'))
      .finally(() => {
        this.#drawing = null;
      });
  }

  async #drawSome(): Promise<void> {
    const { queue, composer, log } = this.#context;
    for (;;) {
      const requests = await queue.takeAhead('draw', DRAWN_AT_ONCE);
      if (requests.length === 0) return;
      const work = requests.map(async (request) => {
        const content = await composer.compose(request);
        const key = composer.chartKey(content);
        if (key === null) return;
        await queue.keepChart(request.guildId, key, await composer.drawChart(content));
        log.debug({ guild: String(request.guildId) }, 'chart drawn ahead');
      });
      await Promise.all(work);
      // What is due comes first.
      if (this.#stopping || this.#underWork.size > 0) return;
    }
  }

  /** While nothing is due: who of those that would be shown in some hours is still a member. */
  #askAhead(): void {
    if (this.#asking !== null || this.#underWork.size > 0) return;
    const { log } = this.#context;
    this.#asking = this.#askSome()
      .catch((error: unknown) => log.warn({ err: error }, 'Discord can’t be asked ahead'))
      .finally(() => {
        this.#asking = null;
      });
  }

  async #askSome(): Promise<void> {
    const { queue, composer } = this.#context;
    for (;;) {
      const began = performance.now();
      const [request] = await queue.takeAhead('ask', 1);
      if (request === undefined) return;
      await composer.askAhead(request);
      await this.#rest(PAUSES_TO_ASKING * (performance.now() - began));
      if (this.#stopping || this.#underWork.size > 0) return;
    }
  }

  #begin(digest: ClaimedDigest): void {
    const { log } = this.#context;
    const work = this.#work(digest)
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

  async #work(digest: ClaimedDigest): Promise<void> {
    this.#step(digest, 'claimed');
    const { isTurnedOff } = digest;
    const isLate =
      this.#context.clock().getTime() - digest.request.week.to.getTime() > DIGEST_TIMING.catchUp;
    let { doubtSince } = digest;
    if (doubtSince !== null && (isLate || isTurnedOff || !this.#fresh.has(digest.id, doubtSince))) {
      const found = await this.#lookFor(digest, doubtSince, isLate);
      if (found === 'settled') return;
      doubtSince = null;
    }
    if (isTurnedOff) return this.#skip(digest, { kind: 'turned off' });
    if (isLate) {
      // Whoever tried it was running.
      const missed = digest.attempts > 0 ? FAILING : ({ kind: 'too late' } as const);
      return this.#skip(digest, digest.reason ?? missed);
    }
    if (digest.isAway) return this.#park(digest, { kind: 'not in the server' }, doubtSince);
    if (digest.reason !== null && (await this.#isBarred(digest, doubtSince, isLate))) return;
    const made = await this.#compose(() => this.#made(digest, doubtSince));
    if (made === null) return;
    if (made === 'quiet') return this.#skip(digest, { kind: 'quiet' });
    this.#step(digest, 'composed');
    await this.#send({ ...digest, doubtSince }, made.content, made.view);
  }

  /** The post; null where it failed and is tried again. */
  async #made(
    digest: ClaimedDigest,
    doubtSince: Date | null,
  ): Promise<{ content: C; view: MessageView } | 'quiet' | null> {
    try {
      const now = performance.now();
      this.#nextComposed = Math.max(now, this.#nextComposed + COMPOSED_EVERY);
      await this.#rest(this.#nextComposed - now);
      const content = await this.#contentOf(digest, doubtSince);
      if (content.quiet && digest.quietWeeks === 'skip') return 'quiet';
      await setImmediate(); // whoever came meanwhile has their turn
      return { content, view: await this.#viewOf(digest, content) };
    } catch (error) {
      this.#context.log.error({ err: error, ...named(digest) }, 'digest could not be composed');
      await this.#again(digest, { kind: 'fault' }, doubtSince, String(error));
      return null;
    }
  }

  /** What may be with Discord stays as it is; everything else is composed of what is true now. */
  async #contentOf(digest: ClaimedDigest, doubtSince: Date | null): Promise<C> {
    const { composer } = this.#context;
    return doubtSince === null ? composer.compose(digest.request) : composer.read(digest.content);
  }

  async #viewOf(digest: ClaimedDigest, content: C): Promise<MessageView> {
    const { composer, queue, view } = this.#context;
    const key = composer.chartKey(content);
    const chart =
      key === null
        ? null
        : ((await queue.chartAhead(digest.request.guildId, key)) ??
          (await this.#drawn(digest, content)));
    return view(content, { markerId: markerOf(digest.id), chart });
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
    const begun = clock().getTime();
    // Somebody else holds it by now, or it was changed or turned off: they go on with it.
    if (!(await queue.beginSending(digest, content, composer.shown(content)))) return;
    this.#step(digest, 'sending');
    try {
      const left = begun + DIGEST_TIMING.lease / 2 - clock().getTime();
      if (left <= 0) return; // the machine slept in between; what was claimed is taken up again
      const found = await sender.send(digest.channelId, digest.id, view, left);
      this.#step(digest, 'sent');
      await this.#posted(digest, found);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      log.warn({ err: error, failure, ...named(digest) }, 'digest not taken by Discord');
      await this.#failed(digest, failure, String(error), new Date(begun));
    }
  }

  /** @param begun when this try began. */
  async #failed(
    digest: ClaimedDigest,
    failure: Failure,
    trouble: string,
    begun: Date,
  ): Promise<void> {
    const { doubtSince } = digest;
    switch (failure.kind) {
      case 'unclear':
        if (doubtSince === null) this.#fresh.begin(digest.id);
        return this.#again(digest, FAILING, doubtSince ?? begun, trouble);
      case 'not reached':
        return this.#again(digest, FAILING, doubtSince, trouble);
      case 'wait':
        return this.#again(digest, FAILING, doubtSince, trouble, failure.ms);
      case 'refused':
        return this.#park(digest, { kind: 'refused', code: failure.code }, doubtSince, trouble);
      case 'gone':
        return this.#park(digest, { kind: 'no such channel' }, doubtSince, trouble);
      case 'barred':
        if (await this.#isBarred(digest, doubtSince, false)) return;
        return this.#again(digest, FAILING, doubtSince, trouble);
      default:
        failure satisfies never;
    }
  }

  /**
   * Finds out what became of a sending of which nobody knows.
   *
   * @returns whether all is said and done with it; `absent` where it is certainly not there.
   */
  async #lookFor(
    digest: ClaimedDigest,
    since: Date,
    isLate: boolean,
  ): Promise<'settled' | 'absent'> {
    const { sender, log } = this.#context;
    try {
      // Without its permissions Discord would show an empty channel.
      if (await this.#isBarred(digest, since, isLate)) return 'settled';
      const found = await sender.find(digest.channelId, markerOf(digest.id), since);
      if (found === null) return 'absent';
      if (found === 'unknown') await this.#skip(digest, { kind: 'in doubt' });
      else await this.#posted(digest, found);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      log.warn({ err: error, failure, ...named(digest) }, 'channel can’t be looked through');
      const wait = failure.kind === 'wait' ? failure.ms : 0;
      await this.#again(digest, FAILING, since, String(error), wait);
    }
    return 'settled';
  }

  /** Parks it if the bot can't post in the channel; where Discord can't say, it is tried again. */
  async #isBarred(
    digest: ClaimedDigest,
    doubtSince: Date | null,
    isLate: boolean,
  ): Promise<boolean> {
    const { channels } = this.#context;
    try {
      const obstacle = await channels.obstacle(digest.request.guildId, digest.channelId);
      if (obstacle === null) return false;
      if (isLate) await this.#skip(digest, obstacle);
      else await this.#park(digest, obstacle, doubtSince);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      const wait = failure.kind === 'wait' ? failure.ms : 0;
      await this.#again(digest, FAILING, doubtSince, String(error), wait);
    }
    return true;
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
    doubtSince: Date | null,
    trouble: string | null = null,
  ): Promise<void> {
    const { queue, log } = this.#context;
    await queue.park(digest, reason, doubtSince, trouble);
    log.warn({ ...named(digest), reason }, 'digest parked');
  }

  async #again(
    digest: ClaimedDigest,
    reason: Extract<DigestReason, { kind: 'discord failing' | 'fault' }>,
    doubtSince: Date | null,
    trouble: string,
    atLeast = 0,
  ): Promise<void> {
    const { queue, log } = this.#context;
    const next = await queue.tryAgain(digest, reason, doubtSince, trouble, atLeast);
    if (next === 'parked') log.warn({ ...named(digest), reason }, 'digest parked');
  }

  /** Where a digest stands, for whoever looks closely. */
  #step(digest: ClaimedDigest, step: string): void {
    this.#context.log.debug({ ...named(digest), step }, 'digest step');
  }

  /** For so many milliseconds, or until it is to stop. */
  async #rest(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
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

const FAILING = { kind: 'discord failing' } as const;

/** How the log names a digest. */
function named({ id, request }: ClaimedDigest) {
  return { digest: String(id), guild: String(request.guildId), week: request.week.label };
}
