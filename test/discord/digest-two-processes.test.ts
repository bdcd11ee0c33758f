import { type Guild, type LocalDiscord, startLocalDiscord } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.js';
import { type Bot, startBot, temporaryFolder } from '../support/bot.js';
import { newPostgres } from '../support/databases.js';
import {
  digestsIn,
  letAllTimePass,
  MINUTE,
  minuteAfter,
  SECOND,
  scheduleEach,
} from '../support/digest.js';

/** Enough for several seconds: a process looks for what is due once a second. */
const SERVERS = 300;

/**
 * Requests that may come too soon where both processes are held up at the same moment. Two that
 * don't share their pace have about as many as they have servers.
 */
const FEW = SERVERS / 50;

let discord: LocalDiscord;
let db: Database;
let bots: Bot[];
let guilds: Guild[];
let due: number;

beforeAll(async () => {
  const databaseUrl = await newPostgres('migrated');
  discord = await startLocalDiscord();
  discord.gateway.identifyIntervalMs = 0;
  guilds = Array.from({ length: SERVERS }, (_, n) => discord.addGuild({ name: `Server ${n}` }));
  for (const guild of guilds) guild.addChannel('general');
  db = await openDatabase(databaseUrl, () => undefined);
  due = minuteAfter(discord.now(), 2 * MINUTE);
  await scheduleEach(db, guilds, due);
  const cwd = temporaryFolder();
  bots = [];
  for (const shard of [0, 1]) {
    const env = { SHARDS: String(shard), SHARD_COUNT: '2' };
    bots.push(await startBot({ discord, databaseUrl, cwd, env, clockShift: discord.clockShift }));
  }
});
afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
  await db.close();
  await discord.close();
});

const posted = () => guilds.map((guild) => [...guild.channels.values()].flatMap(digestsIn).length);
const total = () => posted().reduce((sum, n) => sum + n, 0);

const pass = (ms: number) => letAllTimePass(discord, bots, ms);

it('two processes post each server’s digest once, and share its requests a second', async () => {
  await pass(due - discord.now() + SECOND);
  await expect.poll(total, { timeout: 30_000 }).toBe(SERVERS);
  expect(posted().every((n) => n === 1)).toBe(true);
  // A post is in its channel a moment before its process has recorded it and said so.
  const shares = () =>
    bots.map((bot) => bot.log.filter(({ msg }) => msg === 'digest posted').length);
  await expect
    .poll(() => shares().reduce((sum, n) => sum + n, 0), { timeout: 30_000 })
    .toBe(SERVERS);
  for (const share of shares()) expect(share).toBeGreaterThan(SERVERS / 10);
  expect(discord.limits.counts.globallyLimited).toBeLessThanOrEqual(FEW);
  expect(discord.violations).toEqual([]);
});

it('when one of them dies in the middle of it, the other one does the rest', async () => {
  await pass(due + 7 * 24 * 60 * MINUTE - discord.now() + SECOND);
  await expect.poll(total, { timeout: 30_000, interval: 5 }).toBeGreaterThan(SERVERS + 20);
  const [dying, living] = bots;
  if (dying === undefined || living === undefined) throw new Error('no bots');
  await dying.kill();
  bots = [living];
  // What the dead one held is free after a minute.
  await pass(61 * SECOND);
  await expect.poll(total, { timeout: 30_000 }).toBe(2 * SERVERS);
  await expect
    .poll(() => db.prisma.digest.count({ where: { state: 'posted' } }), { timeout: 30_000 })
    .toBe(2 * SERVERS);
  expect(posted().every((n) => n === 2)).toBe(true);
  expect(discord.limits.counts.globallyLimited).toBeLessThanOrEqual(FEW);
  expect(discord.violations).toEqual([]);
});

it('where Discord has room for fewer, what it refuses takes another turn and costs no try', async () => {
  const { counts } = discord.limits;
  const before = counts.globallyLimited;
  discord.limits.globalPerSecond = 20;
  await pass(due + 14 * 24 * 60 * MINUTE - discord.now() + SECOND);
  const began = performance.now();
  await expect.poll(total, { timeout: 90_000 }).toBe(3 * SERVERS);
  const seconds = (performance.now() - began) / SECOND;
  await expect
    .poll(() => db.prisma.digest.count({ where: { state: 'posted' } }), { timeout: 30_000 })
    .toBe(3 * SERVERS);
  expect(posted().every((n) => n === 3)).toBe(true);
  expect(await db.prisma.digest.count({ where: { attempts: { gt: 0 } } })).toBe(0);
  // In each second those that are on their way when Discord says so, not all that are waiting.
  expect(counts.globallyLimited - before).toBeGreaterThan(0);
  expect(counts.globallyLimited - before).toBeLessThan(3 * seconds);
}, 150_000);
