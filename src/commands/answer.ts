import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Said } from './localizations.js';

/** A file shown with a message. */
export interface MessageFile {
  /** What an embed refers to as `attachment://<name>`. */
  readonly name: string;
  readonly data: Uint8Array;
  /** What the picture shows, for whoever can't see it; at most 1024 characters. */
  readonly description: string;
}

/** What a message shows. */
export interface MessageView {
  readonly content?: string;
  readonly files?: readonly MessageFile[];
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
}

/** The one visible outcome of an interaction. */
export type Answer =
  | { readonly kind: 'message'; readonly view: MessageView; readonly ephemeral: boolean }
  /** Changes the message that the pressed button or the sent modal belongs to. */
  | { readonly kind: 'update'; readonly view: MessageView; readonly also?: MessageEdit }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData };

/** Another message of the bot that changes too; where it can't, the caller alone sees the view. */
export interface MessageEdit {
  readonly channelId: string;
  readonly messageId: string;
  readonly view: MessageView;
}

/** A late answer begins as a new message, or as a change of the one with the button. */
export interface Late {
  readonly as: 'message' | 'update';
  readonly ephemeral: boolean;
  /** Whether every answer counts as late; a text is shown meanwhile in place of "thinking…". */
  readonly always?: boolean | Said;
}
