import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '../../src/commands/settings.js';
import { createDiscord } from '../../src/discord/client.js';
import { projectRoot } from '../../src/lib/paths.js';

const SRC = join(projectRoot, 'src');

/** What a program opens a connection with, or listens with, without a package of its own for it. */
const NETWORK =
  /\b(?:fetch|fetchWithin|WebSocket|EventSource|XMLHttpRequest)\(|from '(?:node:(?:dgram|dns|http|http2|https|net|tls)|undici|ws)(?:\/[^']*)?'/;

test('the program talks to Discord, its database and its own health checks alone, and to TikTok where that was turned on', () => {
  const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(join('db', 'generated')));
  expect(files.length).toBeGreaterThan(100);
  const found = files.filter((file) => NETWORK.test(readFileSync(file, 'utf8')));
  // The databases' drivers are for src/db alone, discord.js for src/discord: the import rules say so.
  expect(found.map((file) => relative(SRC, file)).toSorted()).toEqual([
    'config.ts', // tells an address from a name, and opens nothing
    'discord/client.ts',
    'discord/fetch-file.ts', // what members attach, from Discord's own hosts
    'discord/held-up.ts', // looks at each part of a request as it is sent, and opens nothing
    'health/look.ts',
    'health/server.ts',
    'lib/fetch-within.ts', // by which those that fetch do so
    'services/scores/short-links.ts', // asks TikTok where a short link leads, where the operator turned that on
  ]);
});

test('it asks Discord for servers alone: for no members, messages or presences', async () => {
  const discord = createDiscord({
    token: 'none',
    apiUrl: undefined,
    shards: 'auto',
    shardCount: undefined,
  });
  try {
    expect(discord.client.options.intents.toArray()).toEqual(['Guilds']);
  } finally {
    await discord.close();
  }
});

test('settings of a server are written in one place, and are what /settings change takes', () => {
  const written = sourcesWith(/prisma\.setting\.|into: 'Setting'/);
  // That the bot has said hello is noted there, too.
  expect(written).toEqual(['services/guilds.ts', 'services/settings.ts']);
  const change = settings.command.runnables.get('change')?.options;
  expect(Object.keys(change ?? {})).toEqual([
    ...['answers', 'notices', 'language', 'invitations', 'greeting'],
  ]);
});

test('a direct message has two ways: the hello after a press, and what was asked for', () => {
  // Only by this route can a conversation with somebody be opened, and only here is it named.
  expect(sourcesWith(/userChannels|createDM|users\/@me\/channels/)).toEqual([
    'discord/direct-messages.ts',
  ]);
  // It is called by the press of Remind me and by /weekly on, which open the conversation first.
  expect(sourcesWith(/directMessages\.greet\(/)).toEqual(['services/letters/reminders.ts']);
  expect(sourcesWith(/\bconversation\(/)).toEqual([
    'services/letters/reminders.ts',
    'services/letters/weekly-rule.ts',
  ]);
  // Whatever else the bot sends by itself goes into the channel that a server chose for digests or
  // for notices, or into that conversation.
  expect(sourcesWith(/\.postIf\(/)).toEqual([
    'discord/direct-messages.ts',
    'discord/greeting.ts', // in the channel that a server has for it
    'discord/post-sender.ts',
  ]);
  expect(sourcesWith(/tx\.letter\.create|into: 'Letter'/)).toEqual(['services/letters/due.ts']);
  expect(sourcesWith(/INSERT INTO "Notice"|notice\.create/)).toEqual([
    'services/digest/notices.ts',
  ]);
  expect(sourcesWith(/reminder\.create|into: 'Reminder'/)).toEqual([
    'services/letters/reminders.ts',
  ]);
});

/** The files of the program in which something stands. */
function sourcesWith(pattern: RegExp): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith(join('db', 'generated')))
    .filter((file) => pattern.test(readFileSync(join(SRC, file), 'utf8')))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
}
