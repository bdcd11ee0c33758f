import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { createDiscord } from '../../src/discord/client.js';
import { projectRoot } from '../../src/lib/paths.js';

const SRC = join(projectRoot, 'src');

/** What a program opens a connection with, or listens with, without a package of its own for it. */
const NETWORK =
  /\b(?:fetch|WebSocket|EventSource|XMLHttpRequest)\(|from '(?:node:(?:dgram|dns|http|http2|https|net|tls)|undici|ws)(?:\/[^']*)?'/;

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

test('of a server’s settings only that it was greeted is kept yet', () => {
  const written = readdirSync(join(SRC, 'services'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /prisma\.setting\.|into: 'Setting'/.test(readFileSync(join(SRC, 'services', file), 'utf8')),
    );
  expect(written).toEqual(['guilds.ts']);
});
