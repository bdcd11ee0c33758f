import type { Guild } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Stage } from '../support/bot.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** A server that the bot isn't in yet, with a channel where Discord says who joined. */
function newServer(): Guild {
  const guild = stage.discord.addGuild({ name: 'New' });
  guild.systemChannel = guild.addChannel('welcome');
  guild.remove();
  return guild;
}

const greeted = (guild: Guild) =>
  [...(guild.systemChannel?.messages.values() ?? [])].map((message) => message.text());

/** Whatever the bot does about a server is done when somebody there has an answer. */
async function known(guild: Guild): Promise<void> {
  const here = guild.systemChannel ?? guild.addChannel('talk');
  expect((await stage.person('ana', { in: here }).command('/help')).outcome).toBe('message');
}

it('says hello once where it is new, with commands to tap, and pings nobody', async () => {
  const guild = newServer();
  stage.discord.readdGuild(guild);
  await expect.poll(() => greeted(guild), { timeout: 15_000 }).toHaveLength(1);
  expect(greeted(guild)[0]).toContain('Hi, I’m Keepsake');
  const [message] = guild.systemChannel?.messages.values() ?? [];
  expect(message?.embeds[0]?.description).toMatch(/<\/score:\d+> opens a form/);
  expect(message?.pings).toMatchObject({ everyone: false, here: false, roles: [], users: [] });

  guild.remove();
  stage.discord.readdGuild(guild);
  const other = newServer();
  stage.discord.readdGuild(other);
  // Servers are seen to in the order in which they come.
  await expect.poll(() => greeted(other), { timeout: 15_000 }).toHaveLength(1);
  await known(guild);
  expect(greeted(guild).filter((text) => text.includes('Hi, I’m Keepsake'))).toHaveLength(1);
});

it('says nothing where it may not write, or where there is no such channel', async () => {
  const shut = stage.discord.addGuild({
    name: 'Shut',
    botPermissions: ['ViewChannel'],
    everyone: ['ViewChannel'],
  });
  shut.systemChannel = shut.addChannel('welcome');
  shut.remove();
  const before = stage.discord.violations.length;
  stage.discord.readdGuild(shut);
  const open = newServer();
  stage.discord.readdGuild(open);
  await expect.poll(() => greeted(open), { timeout: 15_000 }).toHaveLength(1);
  expect(greeted(shut)).toEqual([]);
  expect(stage.discord.violations).toHaveLength(before);
});
