import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Channel, type Person, startLocalDiscord } from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/database.js';
import { type Bot, Stage, startBot, temporaryFolder, words } from '../support/bot.js';
import { newPostgres } from '../support/databases.js';
import {
  DAY,
  digestRows,
  digestsIn,
  dueAt,
  HOUR,
  letAllTimePass,
  MINUTE,
  manager,
  minuteAfter,
  SECOND,
  scheduleEach,
} from '../support/digest.js';
import { type Ended, runProgram } from '../support/program.js';

/** Longer than it takes until the bot has looked for digests that are due. */
const LOOKED = 2_500;

describe('npm run restore of a backup from before the hour', () => {
  let stage: Stage;
  let channels: Channel[];
  let mia: Person;
  let at: number;
  let kept: string;

  beforeEach(async () => {
    stage = await Stage.open({ timeMoves: true });
    mia = manager(stage);
    channels = [stage.general];
    at = minuteAfter(stage.discord.now(), 20 * SECOND);
    const setup = `/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`;
    await mia.command(setup);
    for (const n of [1, 2]) {
      const channel = stage.discord.addGuild({ name: `Server ${n}` }).addChannel('general');
      channels.push(channel);
      await manager(stage, channel).command(setup);
    }
    kept = join(stage.folder, 'before.db');
    expect(await program('backup')).toMatchObject({ code: 0 });
  });
  afterEach(async () => {
    expect(stage.discord.violations).toEqual([]);
    await stage.close();
  });

  function program(name: 'backup' | 'restore'): Promise<Ended> {
    const env = { DATABASE_URL: stage.databaseUrl };
    return runProgram(name, [kept], { cwd: stage.folder, env });
  }

  async function posted(): Promise<void> {
    await stage.letTimePass(at - stage.discord.now() + SECOND);
    await untilAllPosted();
  }

  async function untilAllPosted(): Promise<void> {
    await expect
      .poll(() => digestRows(stage).map(({ state }) => state), { timeout: 20_000 })
      .toEqual(channels.map(() => 'posted'));
  }

  /** Every server has seen one digest, and the bot knows which. */
  function expectOneEach(): void {
    const seen = channels.map((channel) => digestsIn(channel).map(({ id }) => BigInt(id)));
    expect(seen.map((ids) => ids.length)).toEqual(channels.map(() => 1));
    expect(digestRows(stage).map(({ messageId }) => messageId)).toEqual(
      expect.arrayContaining(seen.flat()),
    );
  }

  it.each([
    ['at once', 0],
    ['ten minutes later', 10 * MINUTE],
    ['a day later', DAY],
    ['47 hours later', 47 * HOUR],
  ])('while the bot runs, %s: finds what was posted since, in every server', async (_, later) => {
    await posted();
    await stage.letTimePass(later);
    expect(await program('restore')).toMatchObject({ code: 0 });
    await untilAllPosted();
    await stage.looked();
    expectOneEach();
    expect(words(await mia.command('/digest status'))).toContain('posted');
    // And the next week comes.
    await stage.letTimePass(at + 7 * DAY - stage.discord.now() + SECOND);
    for (const channel of channels) {
      await expect.poll(() => digestsIn(channel).length, { timeout: 20_000 }).toBe(2);
    }
  });

  it.each([
    ['for a moment', 0],
    ['for five minutes', 5 * MINUTE],
    ['for a day', DAY],
  ])('while the bot is stopped %s: finds it, too', async (_, gone) => {
    await posted();
    await stage.bot.stop();
    expect(await program('restore')).toMatchObject({ code: 0 });
    stage.discord.passTime(gone);
    await stage.start();
    await untilAllPosted();
    await stage.looked();
    expectOneEach();
  });

  it('finds posts of a version that wrote no week into them', async () => {
    await posted();
    for (const message of channels.flatMap(digestsIn)) {
      const text = JSON.stringify(message.components);
      Object.assign(message, {
        components: JSON.parse(text.replace(/("digest:v1:\d+):[^"]*"/, '$1"')),
      });
    }
    await stage.letTimePass(10 * MINUTE);
    expect(await program('restore')).toMatchObject({ code: 0 });
    await untilAllPosted();
    await stage.looked();
    expectOneEach();
  });

  it('posts what could not be posted then, and nothing else', async () => {
    const [, second] = channels;
    if (second === undefined) throw new Error('no channels');
    second.deny(second.guild.botRole, 'SendMessages');
    await stage.letTimePass(at - stage.discord.now() + SECOND);
    await expect
      .poll(() => digestRows(stage).map(({ state }) => state), { timeout: 20_000 })
      .toEqual(expect.arrayContaining(['posted', 'posted', 'parked']));
    await stage.letTimePass(10 * MINUTE);
    second.reset(second.guild.botRole);
    expect(await program('restore')).toMatchObject({ code: 0 });
    await untilAllPosted();
    await stage.looked();
    expectOneEach();
  });
});

describe('a PostgreSQL that was brought back by other means', () => {
  it.each([
    ['while the bot runs', false],
    ['while the bot is stopped', true],
  ])('%s: finds what was posted since', async (_, isStopped) => {
    const databaseUrl = await newPostgres('migrated');
    const discord = await startLocalDiscord();
    discord.gateway.identifyIntervalMs = 0;
    const guilds = [1, 2, 3].map((n) => discord.addGuild({ name: `Server ${n}` }));
    const channels = guilds.map((guild) => guild.addChannel('general'));
    const db = await openDatabase(databaseUrl, () => undefined);
    const due = minuteAfter(discord.now(), 2 * MINUTE);
    await scheduleEach(db, guilds, due);
    const cwd = temporaryFolder();
    const start = () => startBot({ discord, databaseUrl, cwd, clockShift: discord.clockShift });
    let bot: Bot = await start();
    try {
      await bot.waitForLog('ready');
      await expect.poll(() => db.prisma.digestWatch.count(), { timeout: 15_000 }).toBe(1);
      const before = {
        schedules: await db.prisma.digestSchedule.findMany(),
        watch: await db.prisma.digestWatch.findMany(),
      };
      const isPosted = () => db.prisma.digest.count({ where: { state: 'posted' } });
      await letAllTimePass(discord, [bot], due - discord.now() + SECOND);
      await expect.poll(isPosted, { timeout: 20_000 }).toBe(3);
      if (isStopped) await bot.stop();
      await letAllTimePass(discord, isStopped ? [] : [bot], 20 * MINUTE);
      // The process has noted since that it is there.
      const noted = async () => (await db.prisma.digestWatch.findFirst())?.seenAt.getTime() ?? 0;
      if (!isStopped) {
        await expect.poll(noted, { timeout: 15_000 }).toBeGreaterThan(due + 19 * MINUTE);
      }
      await db.prisma.$transaction(async (tx) => {
        await tx.digest.deleteMany();
        await tx.digestWatch.deleteMany();
        await tx.digestWatch.createMany({ data: before.watch });
        for (const { guildId, ...data } of before.schedules) {
          await tx.digestSchedule.update({ where: { guildId }, data });
        }
      });
      if (isStopped) bot = await start();
      await expect.poll(isPosted, { timeout: 20_000 }).toBe(3);
      await sleep(LOOKED);
      expect(channels.map((channel) => digestsIn(channel).length)).toEqual([1, 1, 1]);
      const known = await db.prisma.digest.findMany({ select: { messageId: true } });
      const seen = channels.flatMap(digestsIn).map(({ id }) => BigInt(id));
      expect(new Set(known.map(({ messageId }) => messageId))).toEqual(new Set(seen));
      expect(discord.violations).toEqual([]);
    } finally {
      await bot.stop();
      await db.close();
      await discord.close();
    }
  });
});
