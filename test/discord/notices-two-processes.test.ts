import { type Channel, type Guild, type LocalDiscord, startLocalDiscord } from 'local-discord';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.js';
import { type Bot, startBot, temporaryFolder } from '../support/bot.js';
import { newPostgres } from '../support/databases.js';
import { letAllTimePass, MINUTE, minuteAfter, SECOND, scheduleEach } from '../support/digest.js';
import { noticesIn } from '../support/notices.js';

/** Enough for several looks: a process takes up 64 at once. */
const SERVERS = 120;

let discord: LocalDiscord;
let db: Database;
let bots: Bot[];
let guilds: Guild[];
let managers: Channel[];
let due: number;

beforeAll(async () => {
  const databaseUrl = await newPostgres('migrated');
  discord = await startLocalDiscord();
  discord.gateway.identifyIntervalMs = 0;
  guilds = Array.from({ length: SERVERS }, (_, n) => discord.addGuild({ name: `Server ${n}` }));
  const general = guilds.map((guild) => guild.addChannel('general'));
  managers = guilds.map((guild) => guild.addChannel('managers'));
  for (const channel of general) channel.deny(channel.guild.botRole, 'SendMessages');
  db = await openDatabase(databaseUrl, () => undefined);
  due = minuteAfter(discord.now(), 2 * MINUTE);
  await scheduleEach(db, guilds, due);
  await db.prisma.setting.createMany({
    data: managers.map(({ id, guild }) => ({
      guildId: BigInt(guild.id),
      key: 'notices',
      value: id,
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

const told = () => managers.map((channel) => noticesIn(channel).length);
const total = () => told().reduce((sum, n) => sum + n, 0);

it('two processes tell each server once, also where one of them dies in the middle of it', async () => {
  await letAllTimePass(discord, bots, due - discord.now() + SECOND);
  await expect.poll(total, { timeout: 60_000, interval: 5 }).toBeGreaterThan(20);
  const [dying, living] = bots;
  if (dying === undefined || living === undefined) throw new Error('no bots');
  await dying.kill();
  bots = [living];
  // What the dead one held is free after a minute.
  await letAllTimePass(discord, bots, 61 * SECOND);
  const posted = () => db.prisma.notice.count({ where: { state: 'posted' } });
  await expect.poll(posted, { timeout: 60_000 }).toBe(SERVERS);
  expect(told().every((n) => n === 1)).toBe(true);
  expect(discord.violations).toEqual([]);
}, 150_000);
