import type { Client } from 'discord.js';
import {
  type Channel,
  type Guild,
  type LocalDiscord,
  type Person,
  startLocalDiscord,
} from 'local-discord';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startBot } from './small-bot.js';

let discord: LocalDiscord;
let guild: Guild;
let general: Channel;
let me: Person;
let bot: Client | undefined;

beforeEach(async () => {
  discord = await startLocalDiscord();
  discord.gateway.identifyIntervalMs = 0;
  guild = discord.addGuild({ name: 'Creators' });
  general = guild.addChannel('general');
  me = discord.person(guild.addMember({ name: 'Mia' }), general);
});

afterEach(async () => {
  await bot?.destroy();
  bot = undefined;
  await discord.close();
});

const answering = { ping: (i: { reply(text: string): Promise<unknown> }) => i.reply('pong') };

async function channelOf(client: Client) {
  const channel = await client.channels.fetch(general.id);
  if (channel?.isSendable() !== true) throw new Error('The channel is missing');
  return channel;
}

it('replays what a bot missed while it was disconnected', async () => {
  bot = await startBot(discord, answering);
  discord.gateway.disconnect();
  const shown = await me.command('/ping');
  expect(shown.text()).toBe('pong');
  expect(discord.gateway.counts).toMatchObject({ identifies: 1, resumes: 1 });
  expect(discord.violations).toEqual([]);
});

it('lets a bot reconnect when asked, and after an invalid session', async () => {
  bot = await startBot(discord, answering);
  discord.gateway.reconnect();
  await expect.poll(() => discord.gateway.counts.resumes).toBe(1);
  discord.gateway.disconnect({ resumable: false });
  await expect.poll(() => discord.gateway.counts.identifies, { timeout: 15_000 }).toBe(2);
  await discord.whenReady();
  expect((await me.command('/ping')).text()).toBe('pong');
});

it('finds out about a dead connection by its heartbeats', async () => {
  discord.gateway.heartbeatMs = 300;
  bot = await startBot(discord, answering);
  discord.gateway.zombify();
  const shown = await me.command('/ping');
  expect(shown.text()).toBe('pong');
  expect(discord.gateway.counts.resumes).toBe(1);
});

it('is told to wait, and waits', async () => {
  bot = await startBot(discord, {});
  const channel = await channelOf(bot);
  discord.faults.rest(
    { kind: 'rate limit', retryAfter: 0.3 },
    { match: 'POST /channels', times: 1 },
  );
  await channel.send('patient');
  expect(me.last()?.content).toBe('patient');
  expect(discord.requests.filter((r) => r.path.includes('messages')).map((r) => r.status)).toEqual([
    429, 200,
  ]);
  for (let i = 0; i < 7; i += 1) await channel.send(`more ${i}`);
  // discord.js reads the headers, so that no further request was refused.
  expect(discord.limits.counts.limited).toBe(0);
  expect(discord.limits.invalid).toBe(1);
});

it('limits a bot that doesn’t read the headers', async () => {
  const post = () =>
    fetch(`${discord.apiUrl}/v10/channels/${general.id}/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bot ${discord.token}`,
        'user-agent': 'DiscordBot (https://example.org, 1)',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ content: 'again' }),
    });
  const answers = [];
  for (let i = 0; i < 6; i += 1) answers.push(await post());
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
  const refused = answers.at(-1);
  expect(refused?.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(refused?.headers.get('x-ratelimit-scope')).toBe('user');
  expect(await refused?.json()).toMatchObject({
    global: false,
    message: 'You are being rate limited.',
  });
});

it('fails now and then, and discord.js tries again', async () => {
  bot = await startBot(discord, {});
  const channel = await channelOf(bot);
  const trouble = discord.faults.rest(
    { kind: 'status', status: 503 },
    { match: /messages$/, times: 2 },
  );
  await channel.send('in the end');
  expect(trouble.hits).toBe(2);
  expect(me.sees()).toHaveLength(1);
});

it('knows a message by its nonce after the connection broke', async () => {
  bot = await startBot(discord, {});
  const channel = await channelOf(bot);
  discord.faults.rest({ kind: 'drop', when: 'after' }, { match: 'POST /channels', times: 1 });
  const message = { content: 'once', nonce: 'digest-1', enforceNonce: true };
  try {
    await channel.send(message);
  } catch {
    await channel.send(message);
  }
  expect(me.sees().map((m) => m.content)).toEqual(['once']);
  await channel.send({ ...message, nonce: 'digest-2' });
  expect(me.sees()).toHaveLength(2);
});

it('says which permission is missing where', async () => {
  bot = await startBot(discord, {});
  const channel = await channelOf(bot);
  general.deny(guild.everyone, 'SendMessages');
  general.deny(guild.botRole, 'SendMessages');
  await expect(channel.send('no')).rejects.toMatchObject({ code: 50013, status: 403 });
  general.deny(guild.botRole, 'ViewChannel');
  await expect(channel.send('no')).rejects.toMatchObject({ code: 50001 });
  general.reset(guild.botRole);
  general.reset(guild.everyone);
  await channel.send('yes');
  general.delete();
  await expect(channel.send('gone')).rejects.toMatchObject({ code: 10003, status: 404 });
  // The channels of a server it was removed from are still there, but not for it.
  const kept = guild.addChannel('kept');
  guild.remove();
  const there = bot.rest.get(`/channels/${kept.id}`);
  await expect(there).rejects.toMatchObject({ code: 50001, status: 403 });
  discord.readdGuild(guild);
  expect(await bot.rest.get(`/channels/${kept.id}`)).toMatchObject({ id: kept.id });
  expect(discord.violations).toEqual([]);
});

it('lets a bot in a time-out see and read, but not write, until it is over', async () => {
  bot = await startBot(discord, {});
  const channel = await channelOf(bot);
  await channel.send('before');
  guild.bot.timeOut(60_000);
  await expect(channel.send('no')).rejects.toMatchObject({ code: 50013, status: 403 });
  expect([...(await channel.messages.fetch()).values()].map((m) => m.content)).toContain('before');
  const self = await bot.guilds.cache.get(guild.id)?.members.fetchMe({ force: true });
  expect(self?.isCommunicationDisabled()).toBe(true);
  discord.passTime(60_001);
  await channel.send('after');
  expect(discord.violations).toEqual([]);
});

it('shuts out a bot whose token was revoked', async () => {
  bot = await startBot(discord, {});
  const channel = await channelOf(bot);
  bot.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => {
    bot?.once('shardDisconnect', (event) => resolve(event.code));
  });
  discord.faults.revokeToken();
  await expect(channel.send('no')).rejects.toMatchObject({ status: 401 });
  expect(await closed).toBe(4004);
});

it('sends each server’s events to the shard that has it', async () => {
  await discord.close();
  discord = await startLocalDiscord({ maxConcurrency: 2 });
  for (let i = 0; i < 6; i += 1) discord.addGuild({ name: `Server ${i}` });
  const { Client, GatewayIntentBits } = await import('discord.js');
  bot = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: discord.apiUrl },
    shards: [0, 1],
    shardCount: 2,
  });
  await bot.login(discord.token);
  await discord.gateway.whenConnected(2);
  await expect.poll(() => bot?.guilds.cache.size).toBe(6);
  expect(new Set(bot.guilds.cache.map((g) => g.shardId))).toEqual(new Set([0, 1]));
  expect(discord.violations).toEqual([]);
});

it('resets the token of a bot that starts more sessions than it may', async () => {
  discord.gateway.limitSessionStarts({ remaining: 1, resetAfterMs: 3_600_000 });
  bot = await startBot(discord, {});
  bot.on('error', () => undefined);
  const told = () => bot?.rest.get('/gateway/bot');
  expect(await told()).toMatchObject({ session_start_limit: { remaining: 0 } });
  const closed = new Promise<number>((resolve) => {
    bot?.once('shardDisconnect', (event) => resolve(event.code));
  });
  discord.gateway.invalidSession();
  expect(await closed).toBe(4004);
  expect(discord.violations.map(({ detail }) => detail)).toEqual(['no session starts left']);
  discord.faults.restoreToken();
  discord.passTime(3_600_000);
  expect(await told()).toMatchObject({ session_start_limit: { remaining: 1000 } });
});

it('turns away a wrong token and intents that were not granted', async () => {
  const { Client, GatewayIntentBits } = await import('discord.js');
  const rest = { api: discord.apiUrl };
  const wrong = new Client({ intents: [GatewayIntentBits.Guilds], rest });
  await expect(wrong.login('x.y.z')).rejects.toThrow('token');
  bot = new Client({ intents: [GatewayIntentBits.GuildMembers], rest });
  bot.login(discord.token).catch(() => undefined);
  const rules = () => discord.violations.map((violation) => violation.detail);
  await expect.poll(rules).toEqual(['Disallowed intent(s).']);
});

it('survives whatever is said at the gateway', async () => {
  const { WebSocket } = await import('ws');
  const address = `${discord.apiUrl.replace('http', 'ws').replace('/api', '')}/gateway?v=10&encoding=json`;
  const say = (words: string): Promise<number> =>
    new Promise((resolve) => {
      const socket = new WebSocket(address);
      socket.on('open', () => socket.send(words));
      socket.on('error', () => undefined);
      socket.on('close', (code) => resolve(code));
    });
  const resume = { token: discord.token, session_id: 'x' };
  const codes = await Promise.all([
    say('nonsense'),
    say('{"op":99}'),
    say('{"op":2,"d":{"token":5}}'),
    say('{"op":3,"d":{}}'),
    say(JSON.stringify({ op: 6, d: resume })),
    say(JSON.stringify({ op: 6, d: { ...resume, token: 'x', seq: 1 } })),
    say('x'.repeat(100_000)),
  ]);
  expect(codes).toEqual([4002, 4001, 4002, 4003, 4002, 4004, 1009]);
  bot = await startBot(discord, answering);
  expect((await me.command('/ping')).text()).toBe('pong');
});

it('answers hundreds of commands at once, and remembers only the newest messages', async () => {
  await discord.close();
  discord = await startLocalDiscord({ keepMessages: 50, keepRequests: 20 });
  guild = discord.addGuild({ name: 'Creators' });
  general = guild.addChannel('general');
  const mia = guild.addMember({ name: 'Mia' });
  bot = await startBot(discord, answering);
  const seen: string[] = [];
  const stop = discord.watch((change) => {
    if (change.kind === 'message') seen.push(change.message.content);
  });
  const answers = await Promise.all(
    Array.from({ length: 300 }, () => discord.dispatch(mia, general, { name: 'ping' })),
  );
  stop();
  expect(answers.map((answer) => answer.outcome)).toEqual(Array(300).fill('message'));
  expect(seen).toEqual(Array(300).fill('pong'));
  expect(general.messages.size).toBe(50);
  expect(discord.requests).toHaveLength(20);
  expect(discord.counts).toMatchObject({ started: 300, answered: 300, unanswered: 0 });
});

it('can be slow without losing an answer', async () => {
  bot = await startBot(discord, answering);
  discord.faults.latencyMs = 120;
  const shown = await me.command('/ping');
  expect(shown.text()).toBe('pong');
  // Timers may fire within the last millisecond.
  expect(shown.ms).toBeGreaterThan(discord.faults.latencyMs - 1);
  discord.faults.clear();
  const hung = discord.faults.rest({ kind: 'hang', ms: 50 }, { match: 'callback' });
  expect((await me.command('/ping')).text()).toBe('pong');
  hung.stop();
  await me.command('/ping');
  expect(hung.hits).toBe(1);
});

it('offers no command where the bot or the person has gone', async () => {
  bot = await startBot(discord, answering);
  guild.remove();
  expect(me.commands()).toEqual([]);
  await expect(me.command('/ping')).rejects.toThrow('There is no command /ping.');
  const joined = new Promise((resolve) => bot?.once('guildCreate', resolve));
  discord.readdGuild(guild);
  await joined;
  expect((await me.command('/ping')).text()).toBe('pong');
  me.member.leave();
  await expect(me.command('/ping')).rejects.toThrow('Mia is no longer in Creators.');
});
