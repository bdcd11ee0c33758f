import { GatewayDispatchEvents } from 'discord-api-types/v10';
import {
  type Channel,
  type Guild,
  type LocalDiscord,
  letTimePass,
  type Person,
  startLocalDiscord,
} from 'local-discord';
import { afterEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.js';
import { weekOf, weeksLater } from '../../src/lib/weeks.js';
import { type Bot, startBot, temporaryFolder, videoIdOf, words } from '../support/bot.js';
import { newPostgres, providers } from '../support/databases.js';
import { DAY, digestsIn, dueAt, HOUR, MINUTE, manager, minuteAfter } from '../support/digest.js';

const PATIENCE = { timeout: 60_000, interval: 50 };
const COUNTS = 'views:100000 likes:8000 comments:300 shares:700';

let discord: LocalDiscord;
let bot: Bot | undefined;
let db: Database | undefined;
afterEach(async () => {
  await bot?.stop();
  await db?.close();
  await discord.close();
});

/** A server with three who joined the boards and scored, and somebody who manages it. */
interface Community {
  readonly guild: Guild;
  readonly general: Channel;
  readonly members: readonly Person[];
  readonly mia: Person;
}

function communityNamed(name: string): Community {
  const guild = discord.addGuild({ name });
  const general = guild.addChannel('general');
  const members = ['ada', 'ben', 'cleo'].map((member) =>
    discord.person(guild.addMember({ name: `${member}${name}` }), general),
  );
  return { guild, general, members, mia: manager({ discord, general }) };
}

let titles = 0;
async function scoreSome(members: readonly Person[], each: number): Promise<void> {
  for (const member of members) {
    for (let n = 0; n < each; n += 1) {
      titles += 1;
      const id = videoIdOf(new Date('2026-01-05T12:00:00Z'), titles);
      const link = `https://www.tiktok.com/@maker/video/${id}`;
      const line = `/score ${COUNTS} title:Knot ${titles} link:${link}`;
      const shown = await (await member.command(line)).settled();
      expect(shown.field('Save Proxy')).toBeTruthy();
    }
  }
}

describe.each(providers)('a bot removed by mistake, on %s', (provider) => {
  it('and invited again: whoever agreed is on the boards and in the digests as before', {
    timeout: 180_000,
  }, async () => {
    discord = await startLocalDiscord();
    discord.gateway.identifyIntervalMs = 0;
    const cwd = temporaryFolder();
    const databaseUrl =
      provider === 'sqlite' ? `file:${cwd}/keepsake.db` : await newPostgres('migrated');
    bot = await startBot({ discord, databaseUrl, cwd, clockShift: discord.clockShift });
    db = await openDatabase(databaseUrl, () => undefined);
    const { prisma } = db;
    const [running, open] = [bot, discord];
    const pass = (ms: number) => letTimePass(open, running, ms);

    const creators = communityNamed('Creators');
    const others = communityNamed('Others');
    const here = BigInt(creators.guild.id);
    for (const member of [...creators.members, ...others.members]) {
      expect(words(await member.command('/leaderboard join'))).toContain('You have joined');
    }
    await scoreSome(creators.members, 3);
    const week = weekOf(new Date(discord.now()));
    // The week is over and can be kept; the next one begins well.
    await pass(weeksLater(week, 1).from.getTime() + DAY + HOUR - discord.now());
    const [ada] = creators.members;
    if (ada === undefined) throw new Error('Nobody is there.');
    const board = async () => {
      const { message } = await ada.command(`/leaderboard show week:${week.name}`);
      return JSON.stringify(message?.embeds);
    };
    const before = await board();
    for (const { member } of creators.members) expect(before).toContain(member.id);
    const results = await prisma.boardEntry.count({ where: { guildId: here } });
    expect(results).toBeGreaterThan(2);
    await scoreSome([...creators.members, ...others.members], 1);

    // Due in eight hours; removed; and asked six hours before whoever is shown then.
    await pass(DAY);
    const due = minuteAfter(discord.now(), 8 * HOUR);
    for (const { mia } of [creators, others]) {
      const shown = await mia.command(`/digest setup channel:#general ${dueAt(due)}`);
      expect(shown.text()).toContain('The weekly digest is on');
    }
    creators.guild.remove();
    const guildRow = () => prisma.guild.findUniqueOrThrow({ where: { id: here } });
    await expect.poll(async () => (await guildRow()).leftAt, PATIENCE).not.toBeNull();
    const schedules = () => prisma.digestSchedule.findMany({ orderBy: { guildId: 'asc' } });
    const scheduleOf = async ({ guild }: Community) =>
      (await schedules()).find(({ guildId }) => guildId === BigInt(guild.id));
    await pass(due - 5.5 * HOUR - discord.now());
    // Whoever is asked for elsewhere was asked for after what is due first: at the same minute.
    await expect.poll(async () => (await scheduleOf(others))?.askedFor, PATIENCE).not.toBeNull();
    await pass(due - 20 * MINUTE - discord.now());
    await expect.poll(async () => (await scheduleOf(others))?.drawnFor, PATIENCE).not.toBeNull();
    expect(await scheduleOf(creators)).toMatchObject({ askedFor: null, drawnFor: null });
    expect(await prisma.consent.count({ where: { guildId: here } })).toBe(3);
    await pass(due + MINUTE - discord.now());
    await expect.poll(() => digestsIn(others.general).length, PATIENCE).toBe(1);

    // Three days later somebody notices.
    await pass(3 * DAY);
    discord.readdGuild(creators.guild);
    await expect.poll(async () => (await guildRow()).leftAt, PATIENCE).toBeNull();
    expect(await prisma.consent.count({ where: { guildId: here } })).toBe(3);
    expect(await prisma.boardEntry.count({ where: { guildId: here } })).toBe(results);
    expect(await board()).toBe(before);
    await scoreSome(creators.members, 1);
    const next = (await scheduleOf(creators))?.nextDueAt?.getTime() ?? Number.NaN;
    await pass(next + MINUTE - discord.now());
    await expect.poll(() => digestsIn(creators.general).length, PATIENCE).toBe(1);
    const [post] = digestsIn(creators.general);
    const text = JSON.stringify(post?.embeds);
    for (const { member } of creators.members) expect(text).toContain(member.id);
  });

  it('and added again 500 times, each at once: every server counts as one the bot is in', {
    timeout: 180_000,
  }, async () => {
    discord = await startLocalDiscord();
    discord.gateway.identifyIntervalMs = 0;
    const cwd = temporaryFolder();
    const databaseUrl =
      provider === 'sqlite' ? `file:${cwd}/keepsake.db` : await newPostgres('migrated');
    const guilds = Array.from({ length: 500 }, (_, n) => discord.addGuild({ name: `Server ${n}` }));
    db = await openDatabase(databaseUrl, () => undefined);
    const { prisma } = db;
    const createdAt = new Date(discord.now());
    await prisma.guild.createMany({
      data: guilds.map(({ id }) => ({ id: BigInt(id), createdAt })),
    });
    await prisma.digestSchedule.createMany({
      data: guilds.map(({ id }) => ({
        ...{ guildId: BigInt(id), channelId: 1n, weekday: 1, time: '18:00', timezone: 'UTC' },
        ...{ quietWeeks: 'skip', locale: 'en-US', nextDueAt: null, version: 1 },
      })),
    });
    bot = await startBot({ discord, databaseUrl, cwd });
    for (const guild of guilds) {
      guild.remove();
      discord.readdGuild(guild);
      for (const preferred_locale of ['de', 'fr']) {
        guild.tell(GatewayDispatchEvents.GuildUpdate, { ...guild.toApi(), preferred_locale });
      }
    }
    // What came last of a server is written last.
    await expect
      .poll(() => prisma.digestSchedule.count({ where: { locale: 'fr' } }), PATIENCE)
      .toBe(500);
    expect(await prisma.guild.count({ where: { leftAt: { not: null } } })).toBe(0);
  });
});
