import {
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
} from 'discord-api-spec/zod';
import { MessageFlags } from 'discord-api-types/v10';
import { checkBody } from '../rules/schema.js';
import type { Interaction } from '../world/interactions.js';
import { Message, type MessageParts } from '../world/message.js';
import { nobody, type Pings, pingsOf } from '../world/pings.js';
import { messageParts, settableFlags } from './message-parts.js';
import { editedFlags, tellIgnored } from './messages.js';
import type { RestRequest, Services } from './route.js';

/** An answer or a follow-up: a new message from an interaction. */
export function postAnswer(
  body: unknown,
  request: RestRequest,
  services: Services,
  interaction: Interaction,
  prefix: readonly string[],
): Message {
  const { world } = services;
  const { data, ignored } = checkBody(IncomingWebhookInteractionRequestSchema, body, prefix);
  tellIgnored(world, ignored, `POST ${request.path}`);
  const wanted = (data.flags ?? 0) & (settableFlags | MessageFlags.Ephemeral);
  const parts = messageParts(world, data, request.files, {
    channelId: interaction.channel.id,
    flags: wanted,
    prefix,
  });
  const ephemeral = (parts.flags & MessageFlags.Ephemeral) !== 0;
  const pings = ephemeral ? nobody : pingsOf(interaction.channel, parts, data.allowed_mentions);
  return post(services, interaction, parts, pings);
}

/** Posts what an interaction has made. */
export function post(
  services: Services,
  interaction: Interaction,
  parts: MessageParts,
  pings: Pings = nobody,
): Message {
  const { world, desk } = services;
  const message = new Message(interaction.channel, parts, {
    id: world.snowflakes.next(),
    author: world.botUser,
    createdAt: new Date(world.now()).toISOString(),
    visibleTo: (parts.flags & MessageFlags.Ephemeral) === 0 ? undefined : interaction.member.id,
    interaction: desk.metadata(interaction),
    webhookId: world.applicationId,
  });
  message.pings = pings;
  world.post(message);
  return message;
}

/** Changes a message of an interaction; what was still loading has its first words by that. */
export function changeMessage(
  message: Message,
  body: unknown,
  request: RestRequest,
  services: Services,
  prefix: readonly string[],
): void {
  const { world } = services;
  const { data, ignored } = checkBody(
    IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
    body,
    prefix,
  );
  tellIgnored(world, ignored, `${request.method} ${request.path}`);
  if (
    typeof data.flags === 'number' &&
    (data.flags & MessageFlags.Ephemeral) !== 0 &&
    !message.ephemeral
  ) {
    world.violation(
      'ephemeral',
      'a message everybody sees cannot become ephemeral later',
      `${request.method} ${request.path}`,
    );
  }
  const wasLoading = message.loading;
  const parts = messageParts(world, data, request.files, {
    channelId: message.channel.id,
    flags: editedFlags(message.flags, data.flags) & ~MessageFlags.Loading,
    before: message,
    prefix,
  });
  // The first words of a deferred answer ring like a new message; later edits never do.
  if (wasLoading && !message.ephemeral) {
    message.pings = pingsOf(message.channel, parts, data.allowed_mentions);
  }
  message.change(parts, wasLoading ? null : new Date(world.now()).toISOString());
}
