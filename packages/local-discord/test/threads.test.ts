import { type Client, ThreadChannel } from 'discord.js';
import {
  addForum,
  addThread,
  type Channel,
  type Guild,
  type LocalDiscord,
  type Member,
  startLocalDiscord,
} from 'local-discord';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startBot } from './small-bot.js';

let discord: LocalDiscord;
let guild: Guild;
let general: Channel;
let mia: Member;
let client: Client;

beforeEach(async () => {
  discord = await startLocalDiscord();
  guild = discord.addGuild({ name: 'Creators' });
  general = guild.addChannel('general');
  mia = guild.addMember({ name: 'Mia' });
});
afterEach(async () => {
  await client.destroy();
  await discord.close();
});

const start = async () => {
  client = await startBot(discord, { ping: (interaction) => interaction.reply('Pong') });
};

it('tells the bot of threads and posts, those it finds and those that come', async () => {
  const before = addThread(general, { name: 'before', by: mia });
  const post = addThread(addForum(guild, 'questions'), { name: 'a post', by: mia });
  await start();
  const later = addThread(general, { name: 'later', by: mia });
  await expect.poll(() => client.channels.cache.has(later.id)).toBe(true);
  for (const { id, parent } of [before, post, later]) {
    const found = client.channels.cache.get(id);
    expect(found).toBeInstanceOf(ThreadChannel);
    expect(found?.isThread() && found.parentId).toBe(parent.id);
  }
  later.delete();
  await expect.poll(() => client.channels.cache.has(later.id)).toBe(false);
  expect(discord.violations).toEqual([]);
});

it('lets people use commands there, and the bot answer and write', async () => {
  await start();
  const post = addThread(addForum(guild, 'questions'), { name: 'a post', by: mia });
  const shown = await discord.person(mia, post).command('/ping');
  expect(shown.text()).toBe('Pong');
  expect(shown.message?.channel).toBe(post);
  const found = await client.channels.fetch(post.id);
  if (found?.isThread()) await found.send('By itself');
  expect([...post.messages.values()].map(({ content }) => content)).toEqual(['Pong', 'By itself']);
  expect(discord.violations).toEqual([]);
});

it('takes a thread’s permissions from its channel, and nothing beside the posts of a forum', async () => {
  await start();
  const thread = addThread(general, { name: 'quiet', by: mia });
  const forum = addForum(guild, 'questions');
  const send = (id: string) =>
    client.rest.post(`/channels/${id}/messages`, { body: { content: 'Hello' } });
  await expect(send(forum.id)).rejects.toThrow('Cannot send messages in a non-text channel');
  general.deny(guild.everyone, 'SendMessages');
  await send(thread.id);
  general.deny(guild.everyone, 'SendMessagesInThreads');
  await expect(send(thread.id)).rejects.toThrow('Missing Permissions');
  general.deny(guild.everyone, 'ViewChannel');
  expect(() => discord.person(mia, thread).sees()).toThrow("can't see #quiet");
});

it('loses its threads with a channel', async () => {
  await start();
  const thread = addThread(general, { name: 'with it', by: mia });
  general.delete();
  expect(guild.channels.has(thread.id)).toBe(false);
});
