import { DiscordAPIError, type REST } from 'discord.js';
import {
  InteractionResponseType,
  MessageFlags,
  type RESTPostAPIInteractionCallbackJSONBody,
  Routes,
} from 'discord-api-types/v10';
import type { Afterwards, Answer, Choice, MessageView } from '../commands/define.js';

/** Discord's code for an interaction that has an answer already. */
const ALREADY_ANSWERED = 40_060;

/** Nobody is ever pinged. */
const NO_PINGS = { parse: [] };

/**
 * The answers to one interaction: the only place that sends any. It knows what was sent so far, so
 * an answer always goes the way that is still open.
 */
export class Responder {
  readonly #rest: REST;
  readonly #bot: REST;
  readonly #id: string;
  readonly #token: string;
  readonly #applicationId: string;
  #state: 'open' | 'deferred message' | 'deferred update' | 'answered' = 'open';
  #deferredEphemeral = false;
  /** Sending in order: a deferral under way must not be overtaken by the answer. */
  #sending: Promise<unknown> = Promise.resolve();

  /**
   * @param rest sends answers to interactions, which need no token of the bot.
   * @param bot sends as the bot, for messages that aren't part of this interaction.
   */
  constructor(
    rest: REST,
    bot: REST,
    interaction: { id: string; token: string; applicationId: string },
  ) {
    this.#rest = rest;
    this.#bot = bot;
    this.#id = interaction.id;
    this.#token = interaction.token;
    this.#applicationId = interaction.applicationId;
  }

  /** Whether somebody has seen an outcome, or "thinking…" at least. */
  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Shows "thinking…" (or nothing yet, for an update) until the answer comes. */
  defer(late: 'message' | 'update', ephemeral: boolean): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#state !== 'open') return;
      this.#state = late === 'message' ? 'deferred message' : 'deferred update';
      this.#deferredEphemeral = ephemeral;
      await this.#callback(
        late === 'message'
          ? {
              type: InteractionResponseType.DeferredChannelMessageWithSource,
              data: { flags: flags(ephemeral) },
            }
          : { type: InteractionResponseType.DeferredMessageUpdate },
      );
    });
  }

  /** Sends the outcome. */
  answer(answer: Answer): Promise<void> {
    return this.#inOrder(async () => {
      const before = this.#state;
      this.#state = 'answered';
      switch (answer.kind) {
        case 'message':
          await this.#message(before, answer.view, answer.ephemeral);
          break;
        case 'update':
          await this.#update(before, answer.view);
          if (answer.next !== undefined) await this.#afterwards(answer.next);
          break;
        case 'modal':
          await this.#callback({ type: InteractionResponseType.Modal, data: answer.modal });
          break;
        default:
          answer satisfies never;
      }
    });
  }

  /** Sends what an autocomplete offers. */
  async choices(choices: readonly Choice[]): Promise<void> {
    this.#state = 'answered';
    await this.#callback({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: [...choices] },
    });
  }

  async #message(before: string, view: MessageView, ephemeral: boolean): Promise<void> {
    if (before === 'open') {
      await this.#callback({
        type: InteractionResponseType.ChannelMessageWithSource,
        data: { ...body(view), flags: flags(ephemeral) },
      });
    } else if (before === 'deferred message' && this.#deferredEphemeral === ephemeral) {
      await this.#editOriginal(view);
    } else {
      // What was announced as public can't become private any more: a new message can.
      if (before === 'deferred message') {
        await this.#rest.delete(this.#webhook('@original'), { auth: false });
      }
      await this.#followUp(view, ephemeral);
    }
  }

  async #update(before: string, view: MessageView): Promise<void> {
    if (before === 'open') {
      await this.#callback({ type: InteractionResponseType.UpdateMessage, data: body(view) });
    } else {
      await this.#editOriginal(view);
    }
  }

  async #afterwards(next: Afterwards): Promise<void> {
    if (next.kind === 'follow-up') {
      await this.#followUp(next.view, next.ephemeral);
      return;
    }
    try {
      await this.#bot.patch(Routes.channelMessage(next.channelId, next.messageId), {
        body: body(next.view),
      });
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      await this.#followUp(next.view, true);
    }
  }

  async #callback(response: RESTPostAPIInteractionCallbackJSONBody): Promise<void> {
    try {
      await this.#rest.post(Routes.interactionCallback(this.#id, this.#token), {
        auth: false,
        body: response,
      });
    } catch (error) {
      // A first try whose confirmation got lost on the way has done it.
      if (error instanceof DiscordAPIError && error.code === ALREADY_ANSWERED) return;
      throw error;
    }
  }

  async #editOriginal(view: MessageView): Promise<void> {
    await this.#rest.patch(this.#webhook('@original'), { auth: false, body: body(view) });
  }

  async #followUp(view: MessageView, ephemeral: boolean): Promise<void> {
    await this.#rest.post(Routes.webhook(this.#applicationId, this.#token), {
      auth: false,
      body: { ...body(view), flags: flags(ephemeral) },
    });
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

function flags(ephemeral: boolean): MessageFlags.Ephemeral | undefined {
  return ephemeral ? MessageFlags.Ephemeral : undefined;
}

/** An update replaces: what the view leaves out goes from the message. */
function body(view: MessageView) {
  return {
    content: view.content ?? '',
    embeds: [...(view.embeds ?? [])],
    components: [...(view.components ?? [])],
    allowed_mentions: NO_PINGS,
  };
}
