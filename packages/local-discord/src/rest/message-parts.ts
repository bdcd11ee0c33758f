import {
  type APIAllowedMentions,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord-api-types/v10';
import { walk } from '../rules/components.js';
import { DiscordError, invalidForm } from '../rules/errors.js';
import { messageErrors } from '../rules/message-rules.js';
import { shownInside } from '../world/attachments.js';
import type { MessageParts } from '../world/message.js';
import type { World } from '../world/world.js';
import {
  type AttachmentBody,
  attachmentsOf,
  componentsWithFiles,
  embedWithFiles,
} from './attached.js';
import type { UploadedFile } from './route.js';

/** The fields of a message body, whichever route it came by. */
export interface MessageBody {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly APIEmbed[] | null | undefined;
  readonly components?: readonly APIMessageTopLevelComponent[] | null | undefined;
  readonly flags?: number | null | undefined;
  readonly allowed_mentions?: APIAllowedMentions | null | undefined;
  readonly attachments?: readonly AttachmentBody[] | null | undefined;
}

/** The flags a bot may set on a message. */
export const settableFlags =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2 |
  MessageFlags.IsVoiceMessage;

/**
 * The parts of a new or edited message, checked as Discord checks them. `before` is the message
 * being edited: what the body doesn't name stays. `prefix` is where the body sits in the request.
 * Throws 50035 (with each wrong field), 50006 for an empty message, 40005 for too large a file.
 */
export function messageParts(
  world: World,
  body: MessageBody,
  files: readonly UploadedFile[],
  o: {
    readonly channelId: string;
    readonly flags: number;
    readonly before?: MessageParts | undefined;
    readonly prefix?: readonly (string | number)[];
  },
): MessageParts {
  const { before, prefix = [] } = o;
  const v2 = (o.flags & MessageFlags.IsComponentsV2) !== 0;
  const content =
    body.content === undefined ? (before?.content ?? '') : (body.content ?? '').trim();
  const embeds =
    body.embeds === undefined ? (before?.embeds ?? []) : (body.embeds ?? []).map(withoutNulls);
  const components =
    body.components === undefined ? (before?.components ?? []) : (body.components ?? []);
  const errors = messageErrors(
    {
      content,
      embeds: body.embeds === undefined ? [] : embeds,
      components: body.components === undefined ? [] : components,
      allowedMentions: body.allowed_mentions,
    },
    v2,
  );
  if (errors.length > 0) {
    throw invalidForm(errors.map((error) => ({ ...error, path: [...prefix, ...error.path] })));
  }
  const named = attachmentsOf(world, body.attachments ?? undefined, files, {
    channelId: o.channelId,
    before: before?.attachments ?? [],
    prefix,
  });
  const parts = {
    content,
    embeds:
      body.embeds === undefined
        ? embeds
        : embeds.map((embed) => embedWithFiles(world, embed, named)),
    components:
      body.components === undefined
        ? components
        : componentsWithFiles(numbered(components), named, prefix),
  };
  const inside = shownInside(parts.embeds, parts.components);
  // What an embed goes on showing stays, though the list of files need not name it.
  const silent = (before?.attachments ?? []).filter(
    ({ id, url }) => inside.has(url) && !named.some((one) => one.id === id),
  );
  const attachments = [...silent, ...named];
  const unseen = v2 ? attachments.filter(({ url }) => !inside.has(url)) : [];
  for (const { filename } of unseen) {
    world.violation(
      'attachment',
      `no component shows ${filename}, so nobody sees it`,
      'message body',
    );
  }
  const empty =
    content === '' && embeds.length === 0 && attachments.length === 0 && components.length === 0;
  if (empty) {
    throw new DiscordError(
      400,
      RESTJSONErrorCodes.CannotSendAnEmptyMessage,
      'Cannot send an empty message',
      { rule: 'empty message' },
    );
  }
  return { ...parts, attachments, flags: o.flags };
}

// Bots may send null for "not there"; Discord's answers leave such fields out.
function withoutNulls(embed: APIEmbed): APIEmbed {
  const copy: APIEmbed = { ...embed };
  for (const key of Object.keys(copy)) {
    if (Reflect.get(copy, key) === null) Reflect.deleteProperty(copy, key);
  }
  return copy;
}

// Every component gets a number, as at Discord: the bot's own or the next one free.
function numbered(
  components: readonly APIMessageTopLevelComponent[],
): readonly APIMessageTopLevelComponent[] {
  const copy = structuredClone(components);
  let next = 1;
  for (const { component } of walk(copy)) {
    const own = component['id'];
    if (typeof own !== 'number' || own === 0) Reflect.set(component, 'id', next++);
  }
  return copy;
}
