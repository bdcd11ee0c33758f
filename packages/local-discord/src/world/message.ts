import {
  type APIEmbed,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIMessageTopLevelComponent,
  type APIUser,
  EmbedType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { renderMessage } from '../people/render.js';
import { buttonsOf } from '../rules/components.js';
import { type StoredAttachment, shownInside, toApi } from './attachments.js';
import type { Channel } from './channel.js';
import { nobody, type Pings } from './pings.js';

/** The parts of a message that a bot writes. */
export interface MessageParts {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly attachments: readonly StoredAttachment[];
  readonly flags: number;
}

/** A message as it stands now; it changes when the bot edits it. */
export class Message {
  readonly id: string;
  readonly channel: Channel;
  readonly author: APIUser;
  /** The only person who sees it, or undefined for everybody in the channel. */
  readonly visibleTo: string | undefined;
  readonly interaction: APIMessageInteractionMetadata | undefined;
  readonly webhookId: string | undefined;
  readonly nonce: string | number | undefined;
  readonly createdAt: string;
  editedAt: string | null = null;
  content: string;
  embeds: readonly APIEmbed[];
  components: readonly APIMessageTopLevelComponent[];
  /** Every file of it, also those that an embed or a component shows. */
  attachments: readonly StoredAttachment[];
  flags: number;
  /** Who was really pinged when it was posted. */
  pings: Pings = nobody;
  deleted = false;
  readonly #watchers = new Set<() => void>();

  constructor(
    channel: Channel,
    parts: MessageParts,
    o: {
      id: string;
      author: APIUser;
      createdAt: string;
      visibleTo?: string | undefined;
      interaction?: APIMessageInteractionMetadata | undefined;
      webhookId?: string | undefined;
      nonce?: string | number | undefined;
    },
  ) {
    this.channel = channel;
    this.id = o.id;
    this.author = o.author;
    this.createdAt = o.createdAt;
    this.visibleTo = o.visibleTo;
    this.interaction = o.interaction;
    this.webhookId = o.webhookId;
    this.nonce = o.nonce;
    this.content = parts.content;
    this.embeds = parts.embeds;
    this.components = parts.components;
    this.attachments = parts.attachments;
    this.flags = parts.flags;
  }

  get ephemeral(): boolean {
    return (this.flags & MessageFlags.Ephemeral) !== 0;
  }

  /** "… is thinking": deferred and not yet written. */
  get loading(): boolean {
    return (this.flags & MessageFlags.Loading) !== 0;
  }

  /** The words on its buttons, in order. */
  get buttons(): string[] {
    return buttonsOf(this.components).map((button) => button.label);
  }

  /** The files below the message: those that no embed and no component shows. */
  get filesBelow(): StoredAttachment[] {
    const inside = shownInside(this.embeds, this.components);
    return this.attachments.filter(({ url }) => !inside.has(url));
  }

  /** The value of the first embed field whose name holds this, without regard to case. */
  field(name: string): string | undefined {
    const wanted = name.toLowerCase();
    for (const embed of this.embeds) {
      const found = embed.fields?.find((field) => field.name.toLowerCase().includes(wanted));
      if (found !== undefined) return found.value;
    }
    return undefined;
  }

  /** The message as plain text, as a terminal would show it. */
  text(): string {
    return renderMessage(this);
  }

  /** Replaces the given parts and tells whoever waits for a change. */
  change(parts: Partial<MessageParts>, editedAt: string | null): void {
    this.content = parts.content ?? this.content;
    this.embeds = parts.embeds ?? this.embeds;
    this.components = parts.components ?? this.components;
    this.attachments = parts.attachments ?? this.attachments;
    this.flags = parts.flags ?? this.flags;
    this.editedAt = editedAt;
    this.#changed('changed');
  }

  /** The message is gone for everybody. */
  delete(): void {
    this.deleted = true;
    this.channel.messages.delete(this.id);
    this.#changed('deleted');
  }

  /** Resolves true once the condition holds, false if it doesn't within `ms`. */
  until(condition: () => boolean, ms: number): Promise<boolean> {
    if (condition()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const look = (): void => {
        if (condition()) finish(true);
      };
      const timer = setTimeout(() => finish(false), ms);
      const finish = (held: boolean): void => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve(held);
      };
      this.#watchers.add(look);
    });
  }

  #changed(what: 'changed' | 'deleted'): void {
    this.channel.guild.world.changed({ kind: 'message', what, message: this });
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** The message as Discord's API gives it. */
  toApi(): APIMessage {
    return {
      id: this.id,
      channel_id: this.channel.id,
      type: this.interaction === undefined ? MessageType.Default : MessageType.ChatInputCommand,
      author: this.author,
      content: this.content,
      timestamp: this.createdAt,
      edited_timestamp: this.editedAt,
      tts: false,
      mention_everyone: this.pings.everyone,
      mentions: [...this.pings.mentioned],
      mention_roles: [...this.pings.roles],
      attachments: this.filesBelow.map(toApi),
      embeds: this.embeds.map((embed) => ({ ...embed, type: EmbedType.Rich })),
      components: [...this.components],
      pinned: false,
      flags: this.flags,
      ...(this.nonce === undefined ? {} : { nonce: this.nonce }),
      ...(this.interaction === undefined ? {} : { interaction_metadata: this.interaction }),
      ...(this.webhookId === undefined
        ? {}
        : { webhook_id: this.webhookId, application_id: this.webhookId }),
    };
  }
}
