import { unknown } from '../rules/errors.js';
import type { Guild } from '../world/guild.js';
import { ok, param, type RestRequest, type Route, route, type Services } from './route.js';

/** Servers, their roles, channels and members, as far as a bot may read them. */
export const guildRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild', (request, services) => {
    const guild = guildOf(request, services);
    return ok({
      ...guild.toApi(),
      ...(request.query.get('with_counts') === 'true'
        ? { approximate_member_count: guild.members.size, approximate_presence_count: 1 }
        : {}),
    });
  }),
  route('GET', '/guilds/:guild/roles', (request, services) =>
    ok([...guildOf(request, services).roles.values()].map((role) => role.toApi())),
  ),
  route('GET', '/guilds/:guild/channels', (request, services) =>
    ok(
      [...guildOf(request, services).channels.values()]
        .filter(({ kind }) => kind !== 'thread')
        .map((channel) => channel.toApi()),
    ),
  ),
  route('GET', '/guilds/:guild/members/:member', (request, services) => {
    const member = guildOf(request, services).members.get(param(request, 'member'));
    if (member === undefined) {
      throw unknown(services.world.users.has(param(request, 'member')) ? 'Member' : 'User');
    }
    return ok(member.toApi());
  }),
];

function guildOf(request: RestRequest, { world }: Services): Guild {
  const guild = world.guilds.get(param(request, 'guild'));
  if (guild === undefined) throw unknown('Guild');
  return guild;
}
