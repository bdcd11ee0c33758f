import {
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema,
  InteractionApplicationCommandAutocompleteCallbackNumberDataSchema,
  InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
  ModalInteractionCallbackRequestDataSchema,
} from 'discord-api-spec/zod';
import {
  type APIApplicationCommandOptionChoice,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord-api-types/v10';
import * as z from 'zod';
import { DiscordError, invalidForm, unknown } from '../rules/errors.js';
import { modalErrors } from '../rules/modal-rules.js';
import { checkBody } from '../rules/schema.js';
import { type Interaction, isForOneAlone } from '../world/interactions.js';
import { Message, type MessageParts } from '../world/message.js';
import { nobody, type Pings, pingsOf } from '../world/pings.js';
import { messageParts, settableFlags } from './message-parts.js';
import { editedFlags, tellIgnored } from './messages.js';
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

const free = { needsToken: false, countsGlobally: false } as const;
const perToken = { requests: 5, windowMs: 2000 };
const callback = z.object({ type: z.number().int(), data: z.unknown().optional() });
const choiceList = z.array(
  z.object({ name: z.string(), value: z.union([z.string(), z.number()]) }),
);

/** Answers to interactions, and the messages made by them. */
export const interactionRoutes: readonly Route[] = [
  route('POST', '/interactions/:interaction/:token/callback', answer, {
    ...free,
    limit: { requests: 1000, windowMs: 1000 },
  }),
  route('POST', '/webhooks/:application/:token', followUp, { ...free, limit: perToken }),
  route(
    'GET',
    '/webhooks/:application/:token/messages/:message',
    (r, s) => ok(found(r, s).toApi()),
    {
      ...free,
      limit: perToken,
    },
  ),
  route('PATCH', '/webhooks/:application/:token/messages/:message', edit, {
    ...free,
    limit: perToken,
  }),
  route('DELETE', '/webhooks/:application/:token/messages/:message', remove, {
    ...free,
    limit: perToken,
  }),
];

/** Which answers each kind of interaction allows. */
const allowedAnswers: Readonly<Record<number, readonly InteractionResponseType[]>> = {
  [InteractionType.ApplicationCommand]: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.Modal,
  ],
  [InteractionType.ApplicationCommandAutocomplete]: [
    InteractionResponseType.ApplicationCommandAutocompleteResult,
  ],
  [InteractionType.MessageComponent]: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.DeferredMessageUpdate,
    InteractionResponseType.UpdateMessage,
    InteractionResponseType.Modal,
  ],
  [InteractionType.ModalSubmit]: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.DeferredMessageUpdate,
    InteractionResponseType.UpdateMessage,
  ],
};

function answer(request: RestRequest, services: Services): RestAnswer {
  const { world, desk } = services;
  const interaction = desk.byIdAndToken(param(request, 'interaction'), param(request, 'token'));
  if (interaction === undefined) throw unknown('Interaction');
  if (interaction.acknowledged !== undefined) {
    throw new DiscordError(
      400,
      RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
      'Interaction has already been acknowledged.',
      // Whoever never heard that an answer was taken can only send it again.
      interaction.hindered ? {} : { rule: 'one acknowledgement' },
    );
  }
  if (desk.tooLate(interaction)) {
    throw new DiscordError(404, RESTJSONErrorCodes.UnknownInteraction, 'Unknown interaction', {
      // What a bot missed while disconnected and got by a resume may be too old already.
      ...(interaction.delivered && !interaction.hindered ? { rule: 'answered too late' } : {}),
    });
  }
  const parsed = callback.safeParse(request.body);
  if (!parsed.success) {
    throw invalidForm([
      { path: ['type'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' },
    ]);
  }
  const { type, data } = parsed.data;
  const allowed = allowedAnswers[interaction.type] ?? [];
  const updatesNothing =
    (type === InteractionResponseType.UpdateMessage ||
      type === InteractionResponseType.DeferredMessageUpdate) &&
    interaction.source === undefined;
  if (!allowed.some((kind) => kind === type) || updatesNothing) {
    throw invalidForm(
      [
        {
          path: ['type'],
          code: 'INTERACTION_RESPONSE_TYPE_INVALID',
          message: `Response type ${type} is not valid for ${interaction.name}`,
        },
      ],
      'response type',
    );
  }
  const message = byType(type, data, request, services, interaction);
  if (request.query.get('with_response') !== 'true') return noContent;
  return ok({
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message === undefined
        ? {}
        : {
            response_message_id: message.id,
            response_message_loading: message.loading,
            response_message_ephemeral: message.ephemeral,
          }),
    },
    resource: { type, ...(message === undefined ? {} : { message: message.toApi() }) },
  });

  function byType(
    kind: number,
    body: unknown,
    sent: RestRequest,
    around: Services,
    what: Interaction,
  ): Message | undefined {
    switch (kind) {
      case InteractionResponseType.ChannelMessageWithSource: {
        const posted = postAnswer(body ?? {}, sent, around, what, ['data']);
        desk.acknowledge(what, kind, { ...nothing, outcome: 'message', message: posted });
        return posted;
      }
      case InteractionResponseType.DeferredChannelMessageWithSource: {
        const deferred = deferredMessage(body, sent, around, what);
        desk.acknowledge(what, kind, { ...nothing, outcome: 'deferred', message: deferred });
        return deferred;
      }
      case InteractionResponseType.DeferredMessageUpdate:
        desk.acknowledge(what, kind, { ...nothing, outcome: 'deferred', message: what.source });
        return undefined;
      case InteractionResponseType.UpdateMessage: {
        const source = what.source;
        if (source === undefined) return undefined;
        change(source, body ?? {}, sent, around, ['data']);
        desk.acknowledge(what, kind, { ...nothing, outcome: 'update', message: source });
        return source;
      }
      case InteractionResponseType.Modal: {
        const modal = checkBody(ModalInteractionCallbackRequestDataSchema, body, ['data']);
        tellIgnored(world, modal.ignored, `POST ${sent.path}`);
        const errors = modalErrors(modal.data);
        if (errors.length > 0) {
          throw invalidForm(errors.map((error) => ({ ...error, path: ['data', ...error.path] })));
        }
        desk.acknowledge(what, kind, { ...nothing, outcome: 'modal', modal: modal.data });
        return undefined;
      }
      default: {
        const choices = checkedChoices(body);
        desk.acknowledge(what, kind, { ...nothing, outcome: 'autocomplete', choices });
        return undefined;
      }
    }
  }
}

const nothing = { message: undefined, modal: undefined, choices: undefined };

function checkedChoices(body: unknown): APIApplicationCommandOptionChoice[] {
  const schemas = [
    InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
    InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema,
    InteractionApplicationCommandAutocompleteCallbackNumberDataSchema,
  ];
  // Any of the three kinds of value will do; the first one's errors are told if none does.
  if (!schemas.some((schema) => schema.safeParse(body).success)) {
    checkBody(InteractionApplicationCommandAutocompleteCallbackStringDataSchema, body, ['data']);
  }
  const list: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'choices') : undefined;
  const parsed = choiceList.safeParse(list ?? []);
  if (!parsed.success) {
    throw invalidForm([
      { path: ['data', 'choices'], code: 'BASE_TYPE_INVALID', message: 'Invalid choices' },
    ]);
  }
  return parsed.data;
}

function deferredMessage(
  body: unknown,
  request: RestRequest,
  services: Services,
  interaction: Interaction,
): Message {
  const { data } = checkBody(IncomingWebhookInteractionRequestSchema, body ?? {}, ['data']);
  const flags = data.flags ?? 0;
  if ((flags & ~MessageFlags.Ephemeral) !== 0) {
    services.world.violation(
      'deferred flags',
      'a deferred answer may only be ephemeral',
      `POST ${request.path}`,
    );
  }
  const parts = { content: '', embeds: [], components: [], attachments: [] };
  return post(services, interaction, {
    ...parts,
    flags: (flags & MessageFlags.Ephemeral) | MessageFlags.Loading,
  });
}

// An answer or a follow-up: a new message from an interaction.
function postAnswer(
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

function post(
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

function change(
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

function tokenHolder(request: RestRequest, { world, desk }: Services): Interaction {
  if (param(request, 'application') !== world.applicationId) throw unknown('Webhook');
  const interaction = desk.byToken(param(request, 'token'));
  if (interaction === undefined || desk.expired(interaction)) {
    throw new DiscordError(401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token', {
      rule: 'interaction token',
    });
  }
  if (interaction.acknowledged === undefined) {
    throw new DiscordError(
      404,
      RESTJSONErrorCodes.UnknownWebhook,
      'Unknown Webhook',
      // Whoever never heard whether an answer was taken can only look.
      interaction.hindered ? {} : { rule: 'follow-up before the answer' },
    );
  }
  return interaction;
}

/** Follow-ups in a server that the bot is not in. */
const followUpsForOne = 5;

function followUp(request: RestRequest, services: Services): RestAnswer {
  const interaction = tokenHolder(request, services);
  const { original } = interaction;
  interaction.finished = true;
  // The first follow-up of a deferred answer takes its place.
  if (original?.loading === true && !original.deleted) {
    change(original, request.body, request, services, []);
    return ok(original.toApi());
  }
  if (isForOneAlone(interaction) && interaction.followUps.length >= followUpsForOne) {
    throw new DiscordError(
      400,
      RESTJSONErrorCodes.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages,
      'This interaction has hit the maximum number of follow up messages',
      { rule: 'follow-ups' },
    );
  }
  const message = postAnswer(request.body, request, services, interaction, []);
  interaction.followUps.push(message);
  return ok(message.toApi());
}

function found(request: RestRequest, services: Services): Message {
  const interaction = tokenHolder(request, services);
  const id = param(request, 'message');
  const message =
    id === '@original'
      ? interaction.original
      : [interaction.original, ...interaction.followUps].find((known) => known?.id === id);
  if (message === undefined || message.deleted) throw unknown('Message');
  return message;
}

function edit(request: RestRequest, services: Services): RestAnswer {
  const message = found(request, services);
  change(message, request.body, request, services, []);
  tokenHolder(request, services).finished = true;
  return ok(message.toApi());
}

function remove(request: RestRequest, services: Services): RestAnswer {
  found(request, services).delete();
  return noContent;
}
