import { DiscordAPIError, HTTPError, type RawFile, type REST } from 'discord.js';
import {
  InteractionResponseType,
  MessageFlags,
  type RESTPostAPIInteractionCallbackJSONBody,
  Routes,
} from 'discord-api-types/v10';
import type { Answer, MessageEdit, MessageView } from '../commands/answer.js';
import type { Choice } from '../commands/options.js';
import { persist } from '../lib/persist.js';
import type { Words } from '../words/words.js';
import type { Answers } from './client.js';
import type { CommandLinks } from './command-links.js';
import { filesOf, messageBody } from './message-body.js';

/** Discord's code for an interaction that has an answer already. */
const ALREADY_ANSWERED = 40_060;

/**
 * Milliseconds for which an answer is tried again when Discord can't be reached or is broken. The
 * first one has to be there within three seconds. What is owed after a deferral has as long as
 * Discord takes it, fifteen minutes from the beginning: until then somebody sees "thinking…". What
 * comes beside an answer isn't waited for that long.
 */
const PATIENCE = { first: 2_800, owed: 14 * 60_000, beside: 20_000 };

/** Milliseconds until the first further try; doubled each time, up to the longest. */
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = { first: 500, later: 10_000 };

/**
 * Milliseconds for one try of a later answer: one that hangs is noticed while there is time for
 * others, also when the process is to end. Files take their time on a slow line, of so many bytes
 * a millisecond.
 */
const ONE_TRY = 4_000;
const SLOW_LINE = 125;

/** Another process of the bot has answered this interaction: during a restart both may hear of it. */
export class AnsweredElsewhere extends Error {
  override readonly name = 'AnsweredElsewhere';

  constructor(cause: unknown) {
    super('Another process has answered.', { cause });
  }
}

/** What was sent so far. */
type State = 'open' | 'deferred message' | 'deferred update' | 'answered';

/**
 * The answers to one interaction: the only place that sends any. It knows what was sent so far, so
 * an answer always goes the way that is still open.
 */
export class Responder {
  readonly #answers: Answers;
  readonly #bot: REST;
  readonly #links: CommandLinks;
  readonly #id: string;
  readonly #token: string;
  readonly #applicationId: string;
  readonly #words: Words;
  readonly #began = performance.now();
  #state: State = 'open';
  /** What Discord may have taken without anybody here hearing of it. */
  #maybe: State | null = null;
  #deferredEphemeral = false;
  /** Sending in order: a deferral under way must not be overtaken by the answer. */
  #sending: Promise<unknown> = Promise.resolve();

  /**
   * @param bot sends as the bot, for messages that aren't part of this interaction.
   */
  constructor(
    answers: Answers,
    bot: REST,
    links: CommandLinks,
    interaction: { id: string; token: string; applicationId: string },
    words: Words,
  ) {
    this.#words = words;
    this.#answers = answers;
    this.#bot = bot;
    this.#links = links;
    this.#id = interaction.id;
    this.#token = interaction.token;
    this.#applicationId = interaction.applicationId;
  }

  /** Whether Discord has an answer, or the promise of one: from then on nobody is in a hurry. */
  get isAcknowledged(): boolean {
    return this.#state !== 'open';
  }

  /**
   * Shows "thinking…" (or nothing yet, for an update) until the answer comes.
   *
   * @param says what a message says meanwhile, in place of "thinking…".
   */
  defer(late: 'message' | 'update', ephemeral: boolean, says?: string): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#state !== 'open') return;
      this.#deferredEphemeral = ephemeral;
      const message =
        says === undefined
          ? {
              type: InteractionResponseType.DeferredChannelMessageWithSource as const,
              data: { flags: flags(ephemeral) },
            }
          : {
              type: InteractionResponseType.ChannelMessageWithSource as const,
              data: { ...messageBody({ content: says }), flags: flags(ephemeral) },
            };
      await this.#callback(
        late === 'message' ? message : { type: InteractionResponseType.DeferredMessageUpdate },
        late === 'message' ? 'deferred message' : 'deferred update',
      );
    });
  }

  /** Sends the outcome. */
  answer(untapped: Answer): Promise<void> {
    const answer = this.#tappable(untapped);
    return this.#inOrder(async () => {
      if (this.#state !== 'open') return this.#late(answer);
      try {
        await this.#first(answer);
      } catch (error) {
        // The deferral may have arrived, though nobody heard of it: "thinking…" would stay.
        if (error instanceof DiscordAPIError || !this.#mayBeDeferred()) throw error;
        await this.#late(answer);
      }
    });
  }

  /** Answers beside the one that is there: what else changes with it. */
  async also(edit: MessageEdit): Promise<void> {
    await this.#inOrder(() => this.#edit({ ...edit, view: this.#links.in(edit.view) }));
  }

  /** Tells the caller something more, beside an answer that is there. */
  async more(view: MessageView): Promise<void> {
    await this.#inOrder(() => this.#followUp(this.#links.in(view), true, 'beside'));
  }

  /** Sends what an autocomplete offers. */
  async choices(choices: readonly Choice[]): Promise<void> {
    await this.#callback(
      {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: [...choices] },
      },
      'answered',
    );
  }

  #tappable(answer: Answer): Answer {
    return answer.kind === 'modal' ? answer : { ...answer, view: this.#links.in(answer.view) };
  }

  async #first(answer: Answer): Promise<void> {
    switch (answer.kind) {
      case 'message': {
        const data = { ...messageBody(answer.view), flags: flags(answer.ephemeral) };
        const type = InteractionResponseType.ChannelMessageWithSource;
        return this.#callback({ type, data }, 'answered', filesOf(answer.view));
      }
      case 'update': {
        const data = messageBody(answer.view);
        const type = InteractionResponseType.UpdateMessage;
        return this.#callback({ type, data }, 'answered', filesOf(answer.view));
      }
      case 'modal':
        return this.#callback(
          { type: InteractionResponseType.Modal, data: answer.modal },
          'answered',
        );
      default:
        answer satisfies never;
    }
  }

  /** The answer in place of what was promised. */
  async #late(answer: Answer): Promise<void> {
    switch (answer.kind) {
      case 'message':
        await this.#lateMessage(answer.view, answer.ephemeral);
        break;
      case 'update':
        await this.#change(answer.view);
        break;
      case 'modal':
        // Discord opens a form as the first answer only.
        await this.#lateMessage({ content: this.#words.errors.formTooLate }, true);
        break;
      default:
        answer satisfies never;
    }
    this.#state = 'answered';
  }

  #mayBeDeferred(): boolean {
    if (this.#maybe !== 'deferred message' && this.#maybe !== 'deferred update') return false;
    this.#state = this.#maybe;
    return true;
  }

  async #lateMessage(view: MessageView, ephemeral: boolean): Promise<void> {
    if (this.#state !== 'deferred message') return this.#followUp(view, ephemeral, 'owed');
    if (this.#deferredEphemeral === ephemeral) return this.#change(view);
    // What was announced as public can't become private any more: a new message can.
    await this.#deleteOriginal();
    await this.#followUp(view, ephemeral, 'owed');
  }

  /** Changes the message that was promised, or that the button is on; if it is gone, sends another. */
  async #change(view: MessageView): Promise<void> {
    try {
      await insist(this.#owedUntil, () =>
        this.#answers.later.patch(this.#webhook('@original'), { auth: false, ...oneTry(view) }),
      );
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.status !== 404) throw error;
      await this.#followUp(view, true, 'owed');
    }
  }

  /** Changes another message of the bot; where that can't be done, the caller alone sees it. */
  async #edit({ channelId, messageId, view }: MessageEdit): Promise<void> {
    const route = Routes.channelMessage(channelId, messageId);
    try {
      await insist(performance.now() + PATIENCE.beside, () => this.#bot.patch(route, oneTry(view)));
    } catch {
      await this.#followUp(view, true, 'beside');
    }
  }

  async #callback(
    response: RESTPostAPIInteractionCallbackJSONBody,
    then: State,
    files: RawFile[] = [],
  ): Promise<void> {
    const route = Routes.interactionCallback(this.#id, this.#token);
    let tries = 0;
    const send = () => {
      tries += 1;
      return this.#answers.first.post(route, { auth: false, body: response, files });
    };
    try {
      await persist(send, {
        until: this.#began + PATIENCE.first,
        ...{ pause: FIRST_PAUSE, longestPause: LONGEST_PAUSE.first },
        again: (error) => !(error instanceof DiscordAPIError),
      });
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) {
        this.#maybe ??= then;
        throw error;
      }
      if (error.code !== ALREADY_ANSWERED) throw error;
      // A first try whose confirmation got lost on the way has done it; else somebody else has.
      if (tries === 1) throw new AnsweredElsewhere(error);
    }
    this.#state = then;
  }

  async #deleteOriginal(): Promise<void> {
    const remove = () =>
      this.#answers.later.delete(this.#webhook('@original'), {
        auth: false,
        signal: AbortSignal.timeout(ONE_TRY),
      });
    try {
      await insist(this.#owedUntil, remove);
    } catch (error) {
      // A first try whose confirmation got lost on the way has done it.
      if (!(error instanceof DiscordAPIError)) throw error;
    }
  }

  /**
   * Discord has no sign by which a message that was sent twice can be told. Where it is all that is
   * seen of the outcome, twice is better than never; beside an answer it is tried again only when
   * Discord says that it failed.
   */
  async #followUp(view: MessageView, ephemeral: boolean, what: 'owed' | 'beside'): Promise<void> {
    const route = Routes.webhook(this.#applicationId, this.#token);
    const send = () =>
      this.#answers.later.post(route, {
        auth: false,
        body: { ...messageBody(view), flags: flags(ephemeral) },
        files: filesOf(view),
        // One that hangs may have been done: as long as it can be, it is waited for.
        ...(what === 'owed' && { signal: tryOf(view) }),
      });
    if (what === 'owed') await insist(this.#owedUntil, send);
    else {
      const until = performance.now() + PATIENCE.beside;
      await insist(until, send, (error) => error instanceof HTTPError);
    }
  }

  get #owedUntil(): number {
    return this.#began + PATIENCE.owed;
  }

  #webhook(messageId: string) {
    return Routes.webhookMessage(this.#applicationId, this.#token, messageId);
  }

  #inOrder(send: () => Promise<void>): Promise<void> {
    const sent = this.#sending.then(send);
    this.#sending = sent.catch(() => undefined);
    return sent;
  }
}

/**
 * Sends until Discord takes it or says no. Without `again` only for what does no harm when it is
 * done twice.
 */
async function insist(
  until: number,
  send: () => Promise<unknown>,
  again: (error: unknown) => boolean = (error) => !(error instanceof DiscordAPIError),
): Promise<void> {
  const longestPause = LONGEST_PAUSE.later;
  await persist(send, { until, pause: FIRST_PAUSE, longestPause, again });
}

function flags(ephemeral: boolean): MessageFlags.Ephemeral | undefined {
  return ephemeral ? MessageFlags.Ephemeral : undefined;
}

/** What one try of a later answer sends, and when it is given up. */
function oneTry(view: MessageView) {
  return { body: messageBody(view), files: filesOf(view), signal: tryOf(view) };
}

/** Ends a try of a view that hangs. */
function tryOf({ files = [] }: MessageView): AbortSignal {
  const bytes = files.reduce((sum, { data }) => sum + data.length, 0);
  return AbortSignal.timeout(ONE_TRY + Math.round(bytes / SLOW_LINE));
}
