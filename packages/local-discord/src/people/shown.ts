import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { StoredAttachment } from '../world/attachments.js';
import type { FirstAnswer, Interaction, Outcome } from '../world/interactions.js';
import type { Message } from '../world/message.js';
import { renderModal } from './render.js';

/** What a person sees after doing something; a message in it changes as the bot edits it. */
export class Shown {
  readonly outcome: Outcome;
  readonly interaction: Interaction;
  readonly message: Message | undefined;
  readonly modal: APIModalInteractionResponseCallbackData | undefined;
  readonly choices: readonly APIApplicationCommandOptionChoice[];
  /** From the person's act to the bot's first answer, in milliseconds. */
  readonly ms: number;
  readonly #editedAt: string | null;

  constructor(answer: FirstAnswer) {
    this.outcome = answer.outcome;
    this.interaction = answer.interaction;
    this.message = answer.message;
    this.modal = answer.modal;
    this.choices = answer.choices ?? [];
    this.ms = answer.ms;
    this.#editedAt = answer.message?.editedAt ?? null;
  }

  /** What is on the screen, as plain text. */
  text(): string {
    if (this.outcome === 'no response') return 'The application did not respond';
    if (this.modal !== undefined) return renderModal(this.modal);
    if (this.message !== undefined) {
      return this.message.deleted ? '(deleted)' : this.message.text();
    }
    return this.choices.map((choice) => choice.name).join('\n');
  }

  /** The value of the first embed field whose name holds this, without regard to case. */
  field(name: string): string | undefined {
    return this.message?.field(name);
  }

  /** The words on the message's buttons, in order. */
  get buttons(): string[] {
    return this.message?.buttons ?? [];
  }

  /** Every file of the message, those inside embeds and components too, with their alt text. */
  get files(): readonly StoredAttachment[] {
    return this.message?.attachments ?? [];
  }

  /** Whether only one person sees it. */
  get ephemeral(): boolean {
    return this.message?.ephemeral ?? false;
  }

  /** That person's user id, or undefined if everybody sees it. */
  get visibleTo(): string | undefined {
    return this.message?.visibleTo;
  }

  /** Who was really pinged: `@everyone`, `@here`, names of roles and people. */
  get pinged(): string[] {
    const { message } = this;
    if (message === undefined) return [];
    const { pings } = message;
    const { guild } = message.channel;
    return [
      ...(pings.everyone ? ['@everyone'] : []),
      ...(pings.here ? ['@here'] : []),
      ...pings.roles.map((id) => `@${guild.roles.get(id)?.name ?? id}`),
      ...pings.users.map((id) => `@${guild.members.get(id)?.name ?? id}`),
    ];
  }

  /** The further messages the bot sent for this act. */
  get followUps(): readonly Message[] {
    return this.interaction.followUps;
  }

  /**
   * Resolves with this once nothing is "thinking" any more: at once, unless the answer was
   * deferred. Throws after `ms` milliseconds.
   */
  async settled(ms = 15_000): Promise<this> {
    const { message } = this;
    if (this.outcome !== 'deferred' || message === undefined) return this;
    const held = await message.until(
      () =>
        message.deleted ||
        this.followUps.length > 0 ||
        (message === this.interaction.source
          ? message.editedAt !== this.#editedAt
          : !message.loading),
      ms,
    );
    if (!held) throw new Error(`${this.interaction.name} was still thinking after ${ms} ms`);
    return this;
  }
}
