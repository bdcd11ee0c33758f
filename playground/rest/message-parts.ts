import {
  type APIAllowedMentions,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord-api-types/v10';
import { walk } from '../components.js';
import { DiscordError, invalidForm } from '../errors.js';
import { attachmentLimit } from '../interactions.js';
import type { MessageParts, StoredAttachment } from '../message.js';
import { messageErrors } from '../rules.js';
import type { World } from '../state.js';
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

interface AttachmentBody {
  readonly id: string | number;
  readonly filename?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly title?: string | null | undefined;
}

const requestLimit = 25 * 1024 * 1024;
const filesPerMessage = 10;

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
  const { before } = o;
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
    const prefix = o.prefix ?? [];
    throw invalidForm(errors.map((error) => ({ ...error, path: [...prefix, ...error.path] })));
  }
  const attachments = attachmentsOf(world, body, files, o.channelId, before);
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
  return {
    content,
    embeds: body.embeds === undefined ? embeds : embeds.map((e) => shown(world, e, attachments)),
    components: body.components === undefined ? components : numbered(components),
    attachments,
    flags: o.flags,
  };
}

function attachmentsOf(
  world: World,
  body: MessageBody,
  files: readonly UploadedFile[],
  channelId: string,
  before: MessageParts | undefined,
): StoredAttachment[] {
  const size = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (size > requestLimit || files.some((file) => file.bytes.length > attachmentLimit)) {
    throw new DiscordError(
      413,
      RESTJSONErrorCodes.RequestEntityTooLarge,
      'Request entity too large',
      { rule: 'attachment size' },
    );
  }
  const described = body.attachments ?? [];
  const kept =
    body.attachments === undefined || body.attachments === null
      ? (before?.attachments ?? [])
      : (before?.attachments ?? []).filter((a) => described.some((d) => String(d.id) === a.id));
  const added = files.map((file): StoredAttachment => {
    const index = /^files\[(\d+)\]$/.exec(file.field)?.[1];
    const entry = described.find((d) => String(d.id) === index);
    const id = world.snowflakes.next();
    const filename = (entry?.filename ?? file.name).replaceAll(/[^\w.-]/g, '_');
    const url = `${world.origin}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
    return {
      id,
      filename,
      ...(typeof entry?.description === 'string' ? { description: entry.description } : {}),
      ...(typeof entry?.title === 'string' ? { title: entry.title } : {}),
      content_type: file.contentType,
      size: file.bytes.length,
      url,
      proxy_url: url,
      bytes: file.bytes,
    };
  });
  const all = [...kept, ...added];
  if (all.length > filesPerMessage) {
    throw invalidForm([
      {
        path: ['attachments'],
        code: 'BASE_TYPE_MAX_LENGTH',
        message: `Must be ${filesPerMessage} or fewer in length.`,
      },
    ]);
  }
  return all;
}

// Discord replaces attachment://name by the file's address; a name without a file shows nothing.
function shown(world: World, embed: APIEmbed, attachments: readonly StoredAttachment[]): APIEmbed {
  const resolve = <T extends { url: string }>(media: T): T => {
    if (!media.url.startsWith('attachment://')) return media;
    const name = media.url.slice('attachment://'.length);
    const attached = attachments.find((attachment) => attachment.filename === name);
    if (attached === undefined) {
      world.violation('embed image', `no file named ${name} is attached`, 'message body');
      return media;
    }
    return { ...media, url: attached.url };
  };
  return {
    ...embed,
    ...(embed.image === undefined ? {} : { image: resolve(embed.image) }),
    ...(embed.thumbnail === undefined ? {} : { thumbnail: resolve(embed.thumbnail) }),
  };
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
