import { Locale } from 'discord-api-types/v10';
import * as z from 'zod';
import { invalidForm, required, takesNoMessages, unknown } from '../rules/errors.js';
import type { World } from '../world/world.js';
import { ok, param, type Route, route } from './route.js';

const recipient = z.object({ recipient_id: z.string() });

/** The bot's own account, its application, and other people. */
export const userRoutes: readonly Route[] = [
  route('GET', '/users/@me', (_, { world }) => ok(ownUser(world))),
  route('POST', '/users/@me/channels', (request, { world }) => {
    const parsed = recipient.safeParse(request.body);
    if (!parsed.success) throw invalidForm([required(['recipient_id'])]);
    const user = world.users.get(parsed.data.recipient_id);
    if (user === undefined) throw unknown('User');
    const conversation = world.directMessage({ user, locale: Locale.EnglishUS });
    if (conversation.reachable) return ok(conversation.toApi());
    throw takesNoMessages();
  }),
  route('GET', '/users/:user', (request, { world }) => {
    const user = world.users.get(param(request, 'user'));
    if (user === undefined) throw unknown('User');
    return ok(user);
  }),
  route('GET', '/applications/@me', (_, { world }) => ok(application(world))),
  route('GET', '/oauth2/applications/@me', (_, { world }) => ok(application(world))),
];

function ownUser(world: World): object {
  return {
    ...world.botUser,
    flags: 0,
    mfa_enabled: true,
    verified: true,
    email: null,
    locale: 'en-US',
  };
}

function application(world: World): object {
  return {
    id: world.applicationId,
    name: world.botUser.global_name,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot: world.botUser,
    bot_public: true,
    bot_require_code_grant: world.application.requiresCodeGrant,
    integration_types_config: {
      0: { oauth2_install_params: { scopes: ['applications.commands', 'bot'], permissions: '0' } },
      1: { oauth2_install_params: { scopes: ['applications.commands'], permissions: '0' } },
    },
    verify_key: '0'.repeat(64),
    flags: world.application.flags,
    hook: true,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: null,
    team: null,
  };
}
