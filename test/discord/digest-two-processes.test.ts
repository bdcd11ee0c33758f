import { afterAll, beforeAll, expect, it } from 'vitest';
import { letTimePass } from '../../playground/let-time-pass.js';
import {
  type Guild,
  type LocalDiscord,
  startLocalDiscord,
} from '../../playground/local-discord.js';
import { type Database, openDatabase } from '../../src/db/database.js';
import { type Bot, startBot, temporaryFolder } from '../support/bot.js';
import { newPostgres } from '../support/databases.js';
import { digestsIn, MINUTE, minuteAfter, SECOND } from '../support/digest.js';

const SERVERS = 120;

/**
 * Requests that come too soon where this machine is so busy that they bunch up on their way. Two
 * processes that don't share their pace have dozens.
 */
const FEW = 25;

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
  await db.prisma.guild.createMany({ data: guilds.map(({ id }) => ({ id: BigInt(id) })) });
  await db.prisma.digestSchedule.createMany({
    data: guilds.map((guild) => ({
      guildId: BigInt(guild.id),
      channelId: BigInt([...guild.channels.keys()][0] ?? 0),
      weekday: new Date(due).getUTCDay() || 7,
      time: new Date(due).toISOString().slice(11, 16),
      ...{ timezone: 'UTC', quietWeeks: 'post', locale: 'en-US', nextDueAt: new Date(due) },
      version: 1,
    })),
  });
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

/** Lets time pass for everybody at once. */
async function pass(ms: number): Promise<void> {
  const [first, ...others] = bots;
  if (first === undefined) throw new Error('no bot');
  const moved = others.map((bot) => bot.passTime(ms));
  await letTimePass(discord, first, ms);
  await Promise.all(moved);
}

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
  expect(discord.limits.counts.globallyLimited).toBeLessThan(FEW);
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
  expect(discord.limits.counts.globallyLimited).toBeLessThan(2 * FEW);
  expect(discord.violations).toEqual([]);
});
