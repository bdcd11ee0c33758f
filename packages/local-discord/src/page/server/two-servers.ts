import type { LocalDiscord } from '../../local-discord.js';
import type { Guild } from '../../world/guild.js';
import { addForum, addThread } from '../../world/threads.js';

/** Two servers that know nothing of each other, with a few people in each. */
export function twoServers(discord: LocalDiscord): {
  readonly guilds: readonly Guild[];
  readonly standings: ReadonlyMap<string, string>;
} {
  const standings = new Map<string, string>();
  const creators = discord.addGuild({ name: 'Creators' });
  for (const name of ['saves', 'lounge']) creators.addChannel({ name });
  const team = creators.addChannel({ name: 'team' });
  const mia = creators.addMember({ name: 'Mia' });
  const leo = creators.addMember({ name: 'Leo' });
  const moderator = creators.addMember({
    name: 'Ada',
    permissions: ['ManageGuild', 'ManageMessages'],
  });
  const owner = creators.addMember({ name: 'Sam', owner: true });
  standings.set(moderator.id, 'moderator').set(owner.id, 'owner');
  team.deny(creators.everyone, 'ViewChannel');
  for (const role of moderator.roles) team.allow(role, 'ViewChannel');
  team.allow(creators.botRole, 'ViewChannel');

  for (const channel of creators.channels.values()) {
    if (channel.name === 'lounge') addThread(channel, { name: 'first lines', by: mia });
  }
  addThread(addForum(creators, 'questions'), { name: 'where is the bookmark', by: leo });

  const elsewhere = discord.addGuild({ name: 'Elsewhere' });
  elsewhere.addChannel({ name: 'general' });
  elsewhere.addMember({ name: 'Noa' });
  const host = elsewhere.addMember({ name: 'Kit', owner: true });
  standings.set(host.id, 'owner');
  return { guilds: [creators, elsewhere], standings };
}
