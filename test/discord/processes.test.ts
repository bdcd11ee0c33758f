import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  type LocalDiscord,
  type LogLine,
  type Person,
  type Shown,
  startLocalDiscord,
} from 'local-discord';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Bot, ending, startBot, temporaryFolder, words } from '../support/bot.js';
import { newPostgres } from '../support/databases.js';
import { openWire } from '../support/wire.js';

const SCORE = '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K';
/** Where each server's shard is decided by its id; enough servers that every shard has some. */
const SERVERS = 12;

/** Milliseconds in which both hear of everything, and the new one gets up to its speed. */
const WARM_UP = 1_500;

/** So many scores of everybody at once are as many as one process takes. */
const FILLING = 6;

/** Milliseconds between an answer and the next command of the same person. */
const THINKING = 250;

let discord: LocalDiscord;
let databaseUrl: string;
let people: Person[];
let bots: Bot[];
beforeEach(async () => {
  discord = await startLocalDiscord({ maxConcurrency: 4 });
  discord.gateway.identifyIntervalMs = 0;
  databaseUrl = await newPostgres('migrated');
  people = Array.from({ length: SERVERS }, (_, n) => newcomer(n));
  bots = [];
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.kill()));
  await discord.close();
});

/** That it isn't known whether it was stored. */
const LEFT_OPEN = /may not have been stored|can’t tell whether it was stored/;

/** Somebody in a server of their own. */
function newcomer(n: number): Person {
  const guild = discord.addGuild({ name: `Server ${n}` });
  return discord.person(guild.addMember({ name: `member${n}` }), guild.addChannel('general'));
}

async function start(shards: string, shardCount: number | 'auto' = 4): Promise<Bot> {
  const bot = await startBot({
    discord,
    databaseUrl,
    cwd: temporaryFolder(),
    env: { SHARDS: shards, SHARD_COUNT: String(shardCount) },
  });
  bots.push(bot);
  return bot;
}

/** Which shards have a connection, each with how many there are. */
function shardsServed(): (readonly [number, number])[] {
  const connected = discord.gateway.sessions().filter((session) => session.connected);
  return connected.map(({ shard }) => shard).toSorted(([a], [b]) => a - b);
}

/** How many interactions a process has taken. */
function handledBy(bot: Bot): number {
  return bot.log.filter(({ msg }) => msg === 'interaction').length;
}

async function storedReadings(): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; estimates: string }>(
      'SELECT r."id"::text, COUNT(e.*)::text AS estimates FROM "Reading" r LEFT JOIN "Estimate" e ON e."readingId" = r."id" GROUP BY r."id"',
    );
    for (const { estimates } of rows) expect(estimates).toBe('1');
    return new Set(rows.map(({ id }) => id));
  } finally {
    await client.end();
  }
}

/** Everybody sends one score after another, a while after the last was answered, until told to stop. */
function everybodyScores(): { readonly shown: readonly Shown[]; stop(): Promise<void> } {
  const shown: Shown[] = [];
  let goesOn = true;
  const all = people.map(async (person, n) => {
    for (let part = 1; goesOn; part += 1) {
      shown.push(await person.command(`${SCORE} title:Video ${n}.${part}`));
      await sleep(THINKING);
    }
  });
  return {
    shown,
    async stop() {
      goesOn = false;
      await Promise.all(all);
    },
  };
}

/**
 * Each was answered once, and what says that it was stored is; nothing else is stored.
 *
 * @param sent how many were sent in all.
 */
async function expectOnceEach(shown: readonly Shown[], sent = shown.length): Promise<void> {
  const stored = await storedReadings();
  const untrue: string[] = [];
  for (const one of shown) {
    const message = await ending(one);
    const first = one.message === undefined || one.message.deleted ? 0 : 1;
    expect(first + one.followUps.length).toBe(1);
    const saysStored = message.field('Save Proxy') !== undefined;
    const isStored = stored.has(one.interaction.id);
    // Whoever is told that it isn't known may find it stored: the other process has done it.
    const isLeftOpen = LEFT_OPEN.test(words(message));
    if (saysStored !== isStored && !isLeftOpen) untrue.push(words(message));
    if (!saysStored && !isLeftOpen) expect(words(message)).toContain('Nothing was stored');
  }
  expect(untrue).toEqual([]);
  expect(stored.size).toBeLessThanOrEqual(sent);
  for (const person of people) {
    const answered = person.sees().map((message) => message.interaction?.id);
    expect(new Set(answered).size).toBe(answered.length);
  }
}

const isFault = ({ level }: LogLine) => level === 'error' || level === 'fatal';

/**
 * Where a machine stands still for seconds, no connection to a database comes about in time. That is
 * told in the log and in the answers, and is no fault of the bot's.
 */
const isHeldUp = (line: LogLine) =>
  /connection timeout|timeout exceeded when trying to connect/.test(JSON.stringify(line['err']));

/** Answers that came second are told so by Discord; no other rule may have been broken. */
function expectRulesKept(): void {
  const others = discord.violations.filter(({ rule }) => rule !== 'one acknowledgement');
  expect(others).toEqual([]);
  for (const bot of bots) {
    expect(bot.stderr).toBe('');
    expect(bot.log.filter((line) => isFault(line) && !isHeldUp(line))).toEqual([]);
  }
}

describe('two processes with shards of their own on one PostgreSQL', () => {
  it('handle each interaction once, whichever server it comes from', async () => {
    const [one, two] = [await start('0-1'), await start('2,3')];
    expect(discord.gateway.counts).toMatchObject({ identifies: 4, invalidSessions: 0 });
    const load = everybodyScores();
    await expect.poll(() => load.shown.length, { timeout: 20_000 }).toBeGreaterThan(60);
    await load.stop();
    await expectOnceEach(load.shown);
    expect(handledBy(one)).toBeGreaterThan(0);
    expect(handledBy(two)).toBeGreaterThan(0);
    expect(handledBy(one) + handledBy(two)).toBe(load.shown.length);
    // What one of them stored, the other knows, too.
    const [first] = load.shown;
    const person = people[0];
    if (first === undefined || person === undefined) throw new Error('Nobody has scored.');
    expect(words(await person.press(first, 'How?'))).toContain('541,200');
    expect(discord.violations).toEqual([]);
  });

  it('take only their own servers for left that are gone', async () => {
    await start('0-1');
    await start('2,3');
    const servers = people.map(({ channel }) => channel.guild);
    const shardOf = ({ id }: { id: string }) => Number((BigInt(id) >> 22n) % 4n);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    onTestFinished(() => client.end());
    const left = async () => {
      const { rows } = await client.query<{ id: string }>(
        'SELECT "id"::text FROM "Guild" WHERE "leftAt" IS NOT NULL',
      );
      return rows.map(({ id }) => id).toSorted();
    };
    for (const { id } of servers)
      await client.query('INSERT INTO "Guild" ("id") VALUES ($1)', [id]);
    const gone = [0, 3].map((shard) => servers.find((server) => shardOf(server) === shard));
    const { gateway } = discord;
    for (const server of gone) {
      if (server === undefined) throw new Error('This shard has no server.');
      const { identifies } = gateway.counts;
      gateway.down = true;
      gateway.disconnect({ resumable: false, code: 4009, shard: shardOf(server) });
      server.remove();
      gateway.down = false;
      await expect.poll(() => gateway.counts.identifies, { timeout: 15_000 }).toBe(identifies + 1);
      await expect.poll(left, { timeout: 15_000 }).toContain(server.id);
    }
    expect(await left()).toEqual(gone.map((server) => server?.id).toSorted());
  });

  it('are replaced one after the other, and nobody goes without an answer', async () => {
    let [one, two] = [await start('0-1'), await start('2-3')];
    const load = everybodyScores();
    for (let round = 0; round < 2; round += 1) {
      const next = await start('0-1');
      await sleep(WARM_UP);
      expect(await one.stop()).toBe(0);
      one = next;
      const other = await start('2-3');
      await sleep(WARM_UP);
      expect(await two.stop()).toBe(0);
      two = other;
    }
    await load.stop();
    expect(load.shown.length).toBeGreaterThan(60);
    expect(load.shown.filter(({ outcome }) => outcome === 'no response')).toEqual([]);
    await expectOnceEach(load.shown);
    expectRulesKept();
    const outcomes = bots.flatMap((bot) => bot.log.map((line) => line['outcome']));
    expect(outcomes).toContain('elsewhere');
    expect(outcomes).not.toContain('unsent');
  }, 180_000);

  it('leave at most those without an answer that a killed one had under work', async () => {
    await start('0-1');
    const killed = await start('2-3');
    const load = everybodyScores();
    await expect.poll(() => load.shown.length, { timeout: 20_000 }).toBeGreaterThan(20);
    const successor = await start('2-3');
    await killed.kill();
    const takesOver = () => successor.log.some((line) => line['outcome'] === 'done');
    await expect.poll(takesOver, { timeout: 20_000 }).toBe(true);
    await load.stop();
    const unanswered = load.shown.filter(({ outcome }) => outcome === 'no response');
    expect(unanswered.length).toBeLessThanOrEqual(people.length);
    await expectOnceEach(load.shown.filter(({ outcome }) => outcome !== 'no response'));
  });
});

it('one that has long run and has its hands full leaves to its successor what that one does', async () => {
  const wire = await openWire(Number(new URL(databaseUrl).port));
  onTestFinished(() => wire.close());
  const behindWire = new URL(databaseUrl);
  behindWire.port = String(wire.port);
  const hook = pathToFileURL(join(import.meta.dirname, '..', 'support', 'long-running.mjs'));
  const one = await startBot({
    discord,
    databaseUrl: behindWire.href,
    cwd: temporaryFolder(),
    env: { SHARDS: '0-3', SHARD_COUNT: '4', NODE_OPTIONS: `--import=${hook.href}` },
  });
  bots.push(one);
  wire.stall();
  const two = await start('0-3');
  const everybody = (title: string) =>
    people.map((person) => person.command(`${SCORE} title:${title}`));
  // More at once than one takes. Its successor answers them, unless it is slow: then nobody does.
  const filling = Array.from({ length: FILLING }, (_, n) => everybody(`Video ${n}`)).flat();
  await Promise.all(filling);
  const next = await Promise.all(everybody('The next'));
  const answered = next.filter(({ outcome }) => outcome !== 'no response');
  expect(answered.length).toBeGreaterThan(0);
  await expectOnceEach(answered, filling.length + next.length);
  await Promise.all([one.kill(), two.stop()]);
  expect(one.log.filter((line) => line['outcome'] === 'done')).toEqual([]);
});

it('two processes that start at the same moment take turns, and both serve their servers', async () => {
  await discord.close();
  discord = await startLocalDiscord({ maxConcurrency: 1 });
  // Twice Discord's pause, so that one surely comes too soon, however slowly the two start.
  discord.gateway.identifyIntervalMs = 10_000;
  people = Array.from({ length: SERVERS }, (_, n) => newcomer(n));
  const [one, two] = await Promise.all([start('0', 2), start('1', 2)]);
  expect(discord.gateway.counts.identifies).toBe(2);
  expect(discord.gateway.counts.invalidSessions).toBeGreaterThan(0);
  expect(shardsServed()).toEqual([
    [0, 2],
    [1, 2],
  ]);
  await expectOnceEach(await Promise.all(people.map((person) => person.command(SCORE))));
  // Only then has all of their log arrived.
  await Promise.all([one.stop(), two.stop()]);
  expect(handledBy(one)).toBeGreaterThan(0);
  expect(handledBy(two)).toBeGreaterThan(0);
  expect(handledBy(one) + handledBy(two)).toBe(people.length);
  expectRulesKept();
});

it('one process takes as many shards as Discord recommends, and handles everything once', async () => {
  discord.gateway.recommendedShards = 3;
  const bot = await start('auto', 'auto');
  expect(shardsServed()).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
  const alone = people.map(({ member }) => discord.directMessage(member));
  await expectOnceEach(
    await Promise.all([...people, ...alone].map((person) => person.command(SCORE))),
  );
  await bot.stop();
  expect(handledBy(bot)).toBe(people.length + alone.length);
  expectRulesKept();
});

it('keeps Discord’s pause between the sessions of one process', async () => {
  await discord.close();
  discord = await startLocalDiscord({ maxConcurrency: 1 });
  const guild = discord.addGuild({ name: 'Creators' });
  const ana = discord.person(guild.addMember({ name: 'ana' }), guild.addChannel('general'));
  const bot = await startBot({
    discord,
    databaseUrl: `file:${join(temporaryFolder(), 'k.db')}`,
    cwd: temporaryFolder(),
    env: { SHARD_COUNT: '3' },
  });
  bots.push(bot);
  expect(discord.gateway.counts).toMatchObject({ identifies: 3, invalidSessions: 0 });
  expect(shardsServed()).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
  expect((await ana.command('/help')).outcome).toBe('message');
  expect(discord.violations).toEqual([]);
});
