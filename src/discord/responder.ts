import { DiscordAPIError, HTTPError, type RawFile, type REST } from 'discord.js';
import {
  InteractionResponseType,
  MessageFlags,
  type RESTPostAPIInteractionCallbackJSONBody,
  Routes,
} from 'discord-api-types/v10';
import type { Answer, Choice, MessageEdit, MessageView } from '../commands/define.js';
import { persist } from '../lib/persist.js';
import type { Answers } from './client.js';
import { filesOf, messageBody } from './message-body.js';

/** Discord's code for an interaction that has an answer already. */
const ALREADY_ANSWERED = 40_060;

/**
 * Milliseconds for which an answer is tried again when Discord can't be reached or is broken. The
 * first one has to be there within three seconds; what comes after a deferral has minutes.
 */
const PATIENCE = { first: 2_800, later: 20_000 };

/** Milliseconds until the first further try; doubled each time, up to the longest. */
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 500;

/** Another process of the bot has answered this interaction: during a restart both may hear of it. */
export class AnsweredElsewhere extends Error {
  override readonly name = 'AnsweredElsewhere';

  constructor(cause: unknown) {
    super('Another process has answered.', { cause });
  }
}

/**
 * The answers to one interaction: the only place that sends any. It knows what was sent so far, so
 * an answer always goes the way that is still open.
 */
export class Responder {
  readonly #answers: Answers;
  readonly #bot: REST;
  readonly #id: string;
  readonly #token: string;
  readonly #applicationId: string;
  readonly #began = performance.now();
  #state: 'open' | 'deferred message' | 'deferred update' | 'answered' = 'open';
  #deferredEphemeral = false;
  /** Sending in order: a deferral under way must not be overtaken by the answer. */
  #sending: Promise<unknown> = Promise.resolve();

  /**
   * @param bot sends as the bot, for messages that aren't part of this interaction.
   */
  constructor(
    answers: Answers,
    bot: REST,
    interaction: { id: string; token: string; applicationId: string },
  ) {
    this.#answers = answers;
    this.#bot = bot;
    this.#id = interaction.id;
    this.#token = interaction.token;
    this.#applicationId = interaction.applicationId;
  }

  /** Shows "thinking…" (or nothing yet, for an update) until the answer comes. */
  defer(late: 'message' | 'update', ephemeral: boolean): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#state !== 'open') return;
      await this.#callback(
        late === 'message'
          ? {
              type: InteractionResponseType.DeferredChannelMessageWithSource,
              data: { flags: flags(ephemeral) },
            }
          : { type: InteractionResponseType.DeferredMessageUpdate },
      );
      this.#state = late === 'message' ? 'deferred message' : 'deferred update';
      this.#deferredEphemeral = ephemeral;
    });
  }

  /** Sends the outcome. */
  answer(answer: Answer): Promise<void> {
    return this.#inOrder(async () => {
      const before = this.#state;
      switch (answer.kind) {
        case 'message':
          await this.#message(before, answer.view, answer.ephemeral);
          break;
        case 'update':
          await this.#update(before, answer.view);
          if (answer.also !== undefined) await this.#edit(answer.also);
          break;
        case 'modal':
          if (before !== 'open') throw new Error('A modal came too late to be shown.');
          await this.#callback({ type: InteractionResponseType.Modal, data: answer.modal });
          break;
        default:
          answer satisfies never;
      }
      this.#state = 'answered';
    });
  }

  /** Sends what an autocomplete offers. */
  async choices(choices: readonly Choice[]): Promise<void> {
    await this.#callback({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: [...choices] },
    });
  }

  async #message(before: string, view: MessageView, ephemeral: boolean): Promise<void> {
    if (before === 'open') {
      await this.#callback(
        {
          type: InteractionResponseType.ChannelMessageWithSource,
          data: { ...messageBody(view), flags: flags(ephemeral) },
        },
        filesOf(view),
      );
    } else if (before === 'deferred message' && this.#deferredEphemeral === ephemeral) {
      await this.#editOriginal(view);
    } else {
      // What was announced as public can't become private any more: a new message can.
      if (before === 'deferred message') await this.#deleteOriginal();
      await this.#followUp(view, ephemeral);
    }
  }

  async #update(before: string, view: MessageView): Promise<void> {
    if (before === 'open') {
      await this.#callback(
        { type: InteractionResponseType.UpdateMessage, data: messageBody(view) },
        filesOf(view),
      );
    } else {
      await this.#editOriginal(view);
    }
  }

  /** Changes another message of the bot; where that can't be done, the caller alone sees it. */
  async #edit({ channelId, messageId, view }: MessageEdit): Promise<void> {
    const route = Routes.channelMessage(channelId, messageId);
    try {
      await insist(this.#laterEnd, () => this.#bot.patch(route, sent(view)));
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      await this.#followUp(view, true);
    }
  }

  async #callback(
    response: RESTPostAPIInteractionCallbackJSONBody,
    files: RawFile[] = [],
  ): Promise<void> {
    const route = Routes.interactionCallback(this.#id, this.#token);
    let tries = 0;
    try {
      await insist(this.#began + PATIENCE.first, () => {
        tries += 1;
        return this.#answers.first.post(route, { auth: false, body: response, files });
      });
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.code !== ALREADY_ANSWERED) throw error;
      // A first try whose confirmation got lost on the way has done it; else somebody else has.
      if (tries === 1) throw new AnsweredElsewhere(error);
    }
  }

  async #deleteOriginal(): Promise<void> {
    const remove = () => this.#answers.later.delete(this.#webhook('@original'), { auth: false });
    try {
      await insist(this.#laterEnd, remove);
    } catch (error) {
      // A first try whose confirmation got lost on the way has done it.
      if (!(error instanceof DiscordAPIError)) throw error;
    }
  }

  async #editOriginal(view: MessageView): Promise<void> {
    await insist(this.#laterEnd, () =>
      this.#answers.later.patch(this.#webhook('@original'), { auth: false, ...sent(view) }),
    );
  }

  /**
   * Again only when Discord says that it failed: after a lost connection a second try could show
   * the message twice, and Discord has no sign to tell by.
   */
  async #followUp(view: MessageView, ephemeral: boolean): Promise<void> {
    const route = Routes.webhook(this.#applicationId, this.#token);
    const send = () =>
      this.#answers.later.post(route, {
        auth: false,
        body: { ...messageBody(view), flags: flags(ephemeral) },
        files: filesOf(view),
      });
    await insist(this.#laterEnd, send, (error) => error instanceof HTTPError);
  }

  get #laterEnd(): number {
    return performance.now() + PATIENCE.later;
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
  await persist(send, { until, pause: FIRST_PAUSE, longestPause: LONGEST_PAUSE, again });
}

function flags(ephemeral: boolean): MessageFlags.Ephemeral | undefined {
  return ephemeral ? MessageFlags.Ephemeral : undefined;
}

function sent(view: MessageView) {
  return { body: messageBody(view), files: filesOf(view) };
}
