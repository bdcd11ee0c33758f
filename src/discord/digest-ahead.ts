import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DigestComposer, DigestContent } from '../services/digest/content-port.js';
import type { DigestQueue } from '../services/digest/queue.js';

/**
 * What is asked ahead takes a fourth of the time at most: Discord's requests are for whoever waits
 * for an answer, and for what is due.
 */
const PAUSES_TO_ASKING = 3;

/** Charts drawn ahead at once. */
const DRAWN_AT_ONCE = 4;

/** What looking ahead works with. */
interface AheadContext<C extends DigestContent> {
  readonly queue: Pick<DigestQueue, 'takeAhead' | 'keepChart'>;
  readonly composer: DigestComposer<C>;
  readonly log: Logger;
  /** Whether something else comes first: what is due, or the end. */
  readonly isBusy: () => boolean;
  /** Ends every pause. */
  readonly stopped: AbortSignal;
}

/** What is done before the hour, while nothing is due, so that the hour itself is left to posts. */
export class DigestAhead<C extends DigestContent> {
  readonly #context: AheadContext<C>;
  #drawing: Promise<void> | null = null;
  #asking: Promise<void> | null = null;

  constructor(context: AheadContext<C>) {
    this.#context = context;
  }

  /** Goes on with it, unless it is on already. */
  goOn(): void {
    const { isBusy, log } = this.#context;
    if (isBusy()) return;
    this.#drawing ??= this.#drawSome()
      .catch((error: unknown) => log.warn({ err: error }, 'charts can’t be drawn ahead'))
      .finally(() => {
        this.#drawing = null;
      });
    this.#asking ??= this.#askSome()
      .catch((error: unknown) => log.warn({ err: error }, 'Discord can’t be asked ahead'))
      .finally(() => {
        this.#asking = null;
      });
  }

  /** Resolves when what is under work is done. */
  async ended(): Promise<void> {
    await Promise.all([this.#drawing, this.#asking]);
  }

  /** The charts of what is due soon. */
  async #drawSome(): Promise<void> {
    const { queue, isBusy } = this.#context;
    for (;;) {
      const requests = await queue.takeAhead('draw', DRAWN_AT_ONCE, this.#onUnreadable);
      if (requests.length === 0) return;
      await Promise.all(requests.map((request) => this.#draw(request)));
      if (isBusy()) return;
    }
  }

  async #draw(request: Parameters<DigestComposer<C>['compose']>[0]): Promise<void> {
    const { queue, composer, log } = this.#context;
    const guild = String(request.guildId);
    try {
      const content = await composer.compose(request);
      const key = composer.chartKey(content);
      if (key === null) return;
      await queue.keepChart(request, key, await composer.drawChart(content));
      log.debug({ guild }, 'chart drawn ahead');
    } catch (error) {
      log.warn({ err: error, guild }, 'a chart can’t be drawn ahead');
    }
  }

  /** Who of those that would be shown in some hours is still a member. */
  async #askSome(): Promise<void> {
    const { queue, composer, log, isBusy } = this.#context;
    for (;;) {
      const began = performance.now();
      const [request] = await queue.takeAhead('ask', 1, this.#onUnreadable);
      if (request === undefined) return;
      await composer.askAhead(request).catch((error: unknown) => {
        log.warn({ err: error, guild: String(request.guildId) }, 'Discord can’t be asked ahead');
      });
      await this.#rest(PAUSES_TO_ASKING * (performance.now() - began));
      if (isBusy()) return;
    }
  }

  readonly #onUnreadable = ({ guildId }: { readonly guildId: bigint }, error: unknown) => {
    this.#context.log.error({ err: error, guild: String(guildId) }, 'digest’s schedule unreadable');
  };

  async #rest(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#context.stopped }).catch(() => undefined);
  }
}
