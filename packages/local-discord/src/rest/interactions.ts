import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { DiscordError, unknown } from '../rules/errors.js';
import { type Interaction, isForOneAlone } from '../world/interactions.js';
import type { Message } from '../world/message.js';
import { answer } from './interaction-callback.js';
import { changeMessage, postAnswer } from './interaction-messages.js';
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
    changeMessage(original, request.body, request, services, []);
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
  changeMessage(message, request.body, request, services, []);
  tokenHolder(request, services).finished = true;
  return ok(message.toApi());
}

function remove(request: RestRequest, services: Services): RestAnswer {
  found(request, services).delete();
  return noContent;
}
