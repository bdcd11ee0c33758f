import { type LocalDiscord, letTimePass, startLocalDiscord } from 'local-discord';
import { afterEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.js';
import { type Bot, startBot, temporaryFolder, words } from '../support/bot.js';
import { newAddress, newPostgres, providers } from '../support/databases.js';
import {
  digestsIn,
  MINUTE,
  manager,
  minuteAfter,
  SECOND,
  scheduleEach,
} from '../support/digest.js';

let discord: LocalDiscord;
let bot: Bot | undefined;
let db: Database | undefined;
afterEach(async () => {
  await bot?.stop();
  await db?.close();
  await discord.close();
});

describe.each(providers)('a server with a time zone nobody knows, on %s', (provider) => {
  it('has its digest parked, is told to choose another, and all others have theirs', async () => {
    const cwd = temporaryFolder();
    const databaseUrl = await (provider === 'postgresql'
      ? newPostgres('migrated')
      : newAddress(provider, cwd));
    discord = await startLocalDiscord();
    discord.gateway.identifyIntervalMs = 0;
    const guilds = ['Mars', 'Clay', 'Wool'].map((name) => discord.addGuild({ name }));
    const channels = guilds.map((guild) => guild.addChannel('general'));
    const [odd] = guilds;
    const [general] = channels;
    if (odd === undefined || general === undefined) throw new Error('There is no server.');
    db = await openDatabase(databaseUrl, () => undefined);
    const { prisma } = db;
    const due = minuteAfter(discord.now(), MINUTE);
    await scheduleEach(db, guilds, due);
    await prisma.digestSchedule.updateMany({ data: { quietWeeks: 'post' } });
    const guildId = BigInt(odd.id);
    const timezone = 'Mars/Olympus';
    await prisma.digestSchedule.update({ where: { guildId }, data: { timezone } });
    const { clockShift } = discord;
    bot = await startBot({ discord, databaseUrl, cwd, clockShift });
    await letTimePass(discord, bot, due - discord.now() + SECOND);
    const states = async () => {
      const rows = await prisma.digest.findMany({ orderBy: { guildId: 'asc' } });
      return rows.map(({ state }) => state);
    };
    const patience = { timeout: 30_000 };
    await expect.poll(states, patience).toEqual(['parked', 'posted', 'posted']);
    expect(channels.map((channel) => digestsIn(channel).length)).toEqual([0, 1, 1]);
    const row = await prisma.digest.findFirstOrThrow({ where: { guildId } });
    expect(row).toMatchObject({
      reason: { kind: 'fault', of: 'time zone' },
      lastError: expect.stringContaining('unknown time zone Mars/Olympus'),
    });
    const mia = manager({ discord, general });
    const status = await (await mia.command('/digest status')).settled();
    expect(words(status)).toContain(
      'waiting. I don’t know the time zone it is set for. Do /digest setup again, with a zone from its list.',
    );
  }, 90_000);
});
