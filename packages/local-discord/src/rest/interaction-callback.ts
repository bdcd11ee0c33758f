import {
  IncomingWebhookInteractionRequestSchema,
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
import type { Interaction } from '../world/interactions.js';
import type { Message } from '../world/message.js';
import { changeMessage, post, postAnswer } from './interaction-messages.js';
import { tellIgnored } from './messages.js';
import { noContent, ok, param, type RestAnswer, type RestRequest, type Services } from './route.js';

const callback = z.object({ type: z.number().int(), data: z.unknown().optional() });
const choiceList = z.array(
  z.object({ name: z.string(), value: z.union([z.string(), z.number()]) }),
);

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

/** The first answer to an interaction: a message, a form, choices, or word that one is to come. */
export function answer(request: RestRequest, services: Services): RestAnswer {
  const { desk } = services;
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
  const message = acknowledge(type, data, request, services, interaction);
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
}

const nothing = { message: undefined, modal: undefined, choices: undefined };

/** Does what an answer says; the message it made or changed, if any. */
function acknowledge(
  kind: number,
  body: unknown,
  request: RestRequest,
  services: Services,
  interaction: Interaction,
): Message | undefined {
  const { world, desk } = services;
  switch (kind) {
    case InteractionResponseType.ChannelMessageWithSource: {
      const posted = postAnswer(body ?? {}, request, services, interaction, ['data']);
      desk.acknowledge(interaction, kind, { ...nothing, outcome: 'message', message: posted });
      return posted;
    }
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const deferred = deferredMessage(body, request, services, interaction);
      desk.acknowledge(interaction, kind, { ...nothing, outcome: 'deferred', message: deferred });
      return deferred;
    }
    case InteractionResponseType.DeferredMessageUpdate:
      desk.acknowledge(interaction, kind, {
        ...nothing,
        outcome: 'deferred',
        message: interaction.source,
      });
      return undefined;
    case InteractionResponseType.UpdateMessage: {
      const source = interaction.source;
      if (source === undefined) return undefined;
      changeMessage(source, body ?? {}, request, services, ['data']);
      desk.acknowledge(interaction, kind, { ...nothing, outcome: 'update', message: source });
      return source;
    }
    case InteractionResponseType.Modal: {
      const modal = checkBody(ModalInteractionCallbackRequestDataSchema, body, ['data']);
      tellIgnored(world, modal.ignored, `POST ${request.path}`);
      const errors = modalErrors(modal.data);
      if (errors.length > 0) {
        throw invalidForm(errors.map((error) => ({ ...error, path: ['data', ...error.path] })));
      }
      desk.acknowledge(interaction, kind, { ...nothing, outcome: 'modal', modal: modal.data });
      return undefined;
    }
    default: {
      const choices = checkedChoices(body);
      desk.acknowledge(interaction, kind, { ...nothing, outcome: 'autocomplete', choices });
      return undefined;
    }
  }
}

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
