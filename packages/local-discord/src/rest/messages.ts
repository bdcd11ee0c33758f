import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from 'discord-api-spec/zod';
import { GatewayDispatchEvents, MessageFlags, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { DiscordError, forbidden, takesNoMessages, unknown } from '../rules/errors.js';
import { checkBody } from '../rules/schema.js';
import type { Channel } from '../world/channel.js';
import { DirectMessage } from '../world/direct-message.js';
import { Message } from '../world/message.js';
import { may, type PermissionName } from '../world/permissions.js';
import { pingsOf } from '../world/pings.js';
import type { World } from '../world/world.js';
import { messageParts, settableFlags } from './message-parts.js';
import {
  noContent,
  ok,
  param,
  type RestAnswer,
  type RestRequest,
  type Route,
  route,
  type Services,
} from './route.js';

const perChannel = { requests: 5, windowMs: 5000 };
const reads = { requests: 10, windowMs: 5000 };
const deletes = { requests: 5, windowMs: 1000 };
/** How long a nonce is remembered, in milliseconds ("a few minutes" in Discord's words). */
const nonceMs = 3 * 60_000;

/** Channels and the messages in them. */
export const messageRoutes: readonly Route[] = [
  route('GET', '/channels/:channel', (request, services) =>
    ok(visibleChannel(request, services).toApi()),
  ),
  route('GET', '/channels/:channel/messages', list, { limit: reads }),
  route('GET', '/channels/:channel/messages/:message', (r, s) => ok(found(r, s).toApi()), {
    limit: reads,
  }),
  route('POST', '/channels/:channel/messages', create, { limit: perChannel }),
  route('PATCH', '/channels/:channel/messages/:message', edit, { limit: perChannel }),
  route('DELETE', '/channels/:channel/messages/:message', remove, { limit: deletes }),
  route('POST', '/channels/:channel/typing', (request, services) => {
    visibleChannel(request, services);
    return noContent;
  }),
];

function visibleChannel(request: RestRequest, { world }: Services): Channel {
  const id = param(request, 'channel');
  if (world.outOfReach.has(id)) throw forbidden('Missing Access');
  const channel = world.channels.get(id);
  if (channel === undefined) throw unknown('Channel');
  if (!may(channel.guild.bot, ['ViewChannel'], channel)) throw forbidden('Missing Access');
  return channel;
}

function needs(channel: Channel, ...names: PermissionName[]): void {
  if (!may(channel.guild.bot, names, channel)) throw forbidden('Missing Permissions');
}

function found(request: RestRequest, services: Services): Message {
  const channel = visibleChannel(request, services);
  if (!may(channel.guild.bot, ['ReadMessageHistory'], channel)) throw forbidden('Missing Access');
  return messageIn(channel, request);
}

// A message that one person sees can't be reached by its channel.
function messageIn(channel: Channel, request: RestRequest): Message {
  const message = channel.messages.get(param(request, 'message'));
  if (message === undefined || message.visibleTo !== undefined) throw unknown('Message');
  return message;
}

function list(request: RestRequest, services: Services): RestAnswer {
  const channel = visibleChannel(request, services);
  // Without Read Message History Discord answers an empty list.
  if (!may(channel.guild.bot, ['ReadMessageHistory'], channel)) return ok([]);
  const limit = Math.min(100, Math.max(1, Number(request.query.get('limit') ?? 50)));
  const before = request.query.get('before');
  const after = request.query.get('after');
  const newestFirst = [...channel.messages.values()]
    .filter((message) => message.visibleTo === undefined)
    .filter((message) => before === null || BigInt(message.id) < BigInt(before))
    .filter((message) => after === null || BigInt(message.id) > BigInt(after))
    .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  const page = after === null ? newestFirst.slice(0, limit) : newestFirst.slice(-limit);
  return ok(page.map((message) => message.toApi()));
}

function create(request: RestRequest, services: Services): RestAnswer {
  const { world } = services;
  const channel = visibleChannel(request, services);
  if (channel instanceof DirectMessage && (channel.closed || !channel.reachable)) {
    throw takesNoMessages();
  }
  if (channel.kind === 'forum') {
    const { CannotSendMessagesInNonTextChannel: code } = RESTJSONErrorCodes;
    throw new DiscordError(400, code, 'Cannot send messages in a non-text channel');
  }
  needs(channel, channel.kind === 'thread' ? 'SendMessagesInThreads' : 'SendMessages');
  const { data, ignored } = checkBody(MessageCreateRequestSchema, request.body);
  tellIgnored(world, ignored, `POST ${request.path}`);
  if (request.files.length > 0) needs(channel, 'AttachFiles');
  const nonce = data.nonce ?? undefined;
  const parts = messageParts(world, data, request.files, {
    channelId: channel.id,
    flags: (data.flags ?? 0) & settableFlags,
  });
  if (data.enforce_nonce === true) {
    if (nonce === undefined) {
      world.violation(
        'nonce',
        'enforce_nonce without a nonce does nothing',
        `POST ${request.path}`,
      );
    }
    const known = rememberedNonce(world, channel, nonce);
    if (known !== undefined) return ok(known.toApi());
  }
  // Without Embed Links Discord takes the message and drops its embeds.
  const embeds = may(channel.guild.bot, ['EmbedLinks'], channel) ? parts.embeds : [];
  if (parts.embeds.length > 0 && embeds.length === 0 && parts.content === '') {
    throw forbidden('Missing Permissions');
  }
  const message = new Message(
    channel,
    { ...parts, embeds },
    {
      id: world.snowflakes.next(),
      author: world.botUser,
      createdAt: new Date(world.now()).toISOString(),
      nonce,
    },
  );
  message.pings = pingsOf(channel, parts, data.allowed_mentions);
  world.post(message);
  return ok(message.toApi());
}

function rememberedNonce(
  world: World,
  channel: Channel,
  nonce: string | number | undefined,
): Message | undefined {
  if (nonce === undefined) return undefined;
  for (const message of [...channel.messages.values()].reverse()) {
    if (world.now() - Date.parse(message.createdAt) > nonceMs) return undefined;
    if (String(message.nonce) === String(nonce)) return message;
  }
  return undefined;
}

function edit(request: RestRequest, services: Services): RestAnswer {
  const { world } = services;
  const channel = visibleChannel(request, services);
  const message = messageIn(channel, request);
  const { data, ignored } = checkBody(MessageEditRequestPartialSchema, request.body);
  tellIgnored(world, ignored, `PATCH ${request.path}`);
  if (message.author.id !== world.botUser.id) {
    throw new DiscordError(
      403,
      RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
      'Cannot edit a message authored by another user',
    );
  }
  const parts = messageParts(world, data, request.files, {
    channelId: channel.id,
    flags: editedFlags(message.flags, data.flags),
    before: message,
  });
  message.change(parts, new Date(world.now()).toISOString());
  channel.tell(GatewayDispatchEvents.MessageUpdate, message.toApi());
  return ok(message.toApi());
}

function remove(request: RestRequest, services: Services): RestAnswer {
  const { world } = services;
  const channel = visibleChannel(request, services);
  const message = messageIn(channel, request);
  if (message.author.id !== world.botUser.id) needs(channel, 'ManageMessages');
  message.delete();
  channel.tell(GatewayDispatchEvents.MessageDelete, { id: message.id, channel_id: channel.id });
  return noContent;
}

/**
 * The flags of a message after an edit: embeds may be suppressed or shown, Components V2 may be
 * added but not taken away, everything else stays.
 */
export function editedFlags(before: number, wanted: number | null | undefined): number {
  if (wanted === null || wanted === undefined) return before;
  const kept = before & ~MessageFlags.SuppressEmbeds;
  return kept | (wanted & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2));
}

/** Writes down fields that Discord would silently ignore: the bot believes they do something. */
export function tellIgnored(world: World, ignored: readonly string[], request: string): void {
  for (const field of ignored) {
    world.violation('unknown field', `${field} is ignored by Discord`, request);
  }
}
