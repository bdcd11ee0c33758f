import { Client, Events, Guild, GuildMember } from 'discord.js';
import { expect, test } from 'vitest';
import { cacheLittle, rememberLittle } from '../../src/discord/lean.js';

/** What is left of an event, and which servers were told to have changed. */
function pass(packet: object): { packet: object; changed: string[] } {
  const client = new Client({ intents: [] });
  const changed: string[] = [];
  rememberLittle(client, (guildId) => changed.push(guildId));
  client.emit(Events.Raw, packet, 0);
  return { packet, changed };
}

test('a server comes without its channels, roles and whatever else nobody looks up', () => {
  const d = { id: '1', name: 'Creators', preferred_locale: 'de', channels: [{}], roles: [{}, {}] };
  for (const t of ['GUILD_CREATE', 'GUILD_UPDATE']) {
    expect(pass({ op: 0, t, d: { ...d } })).toEqual({
      packet: { op: 0, t, d: { ...d, channels: [], roles: [] } },
      changed: [],
    });
  }
});

test.each([
  'CHANNEL_UPDATE',
  'CHANNEL_CREATE',
  'GUILD_ROLE_UPDATE',
  'GUILD_MEMBER_UPDATE',
  'GUILD_ROLE_DELETE',
  'THREAD_LIST_SYNC',
])('a %s is told as a change of its server, and not kept', (t) => {
  const { packet, changed } = pass({ op: 0, t, d: { guild_id: '7', id: '8' } });
  expect(packet).not.toHaveProperty('t', t);
  expect(changed).toEqual(['7']);
});

test.each(['INTERACTION_CREATE', 'GUILD_DELETE', 'READY', 'RESUMED', 'MESSAGE_CREATE'])(
  'a %s comes as it is',
  (t) => {
    const d = { guild_id: '7', channel: { id: '8' }, roles: ['9'], channels: ['10'] };
    expect(pass({ op: 0, t, d: { ...d } })).toEqual({ packet: { op: 0, t, d }, changed: [] });
  },
);

test('servers share the caches in which nothing is kept', () => {
  const client = new Client({ intents: [], makeCache: cacheLittle });
  const [one, other] = [server(client, '1'), server(client, '2')];
  expect(one.members.cache).toBe(other.members.cache);
  expect(one.bans.cache).toBe(one.members.cache);
  one.members.cache.set('3', Object.create(GuildMember.prototype));
  expect(other.members.cache.size).toBe(0);
});

test('the client keeps its servers', () => {
  const client = new Client({ intents: [], makeCache: cacheLittle });
  client.guilds.cache.set('1', server(client, '1'));
  expect([...client.guilds.cache.keys()]).toEqual(['1']);
  expect(client.channels.cache.size).toBe(0);
});

/** A server as the client makes it of an event. */
function server(client: Client, id: string): Guild {
  return Reflect.construct(Guild, [client, { id, channels: [], roles: [] }]);
}
