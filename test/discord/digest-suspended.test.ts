import { setTimeout as sleep } from 'node:timers/promises';
import { type Guild, type LocalDiscord, startLocalDiscord } from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.js';
import { type Bot, Stage, startBot, temporaryFolder } from '../support/bot.js';
import { newPostgres } from '../support/databases.js';
import {
  digestRows,
  digestsIn,
  letAllTimePass,
  MINUTE,
  manager,
  minuteAfter,
  SECOND,
  scheduleEach,
  setUpAndDue,
  untilState,
} from '../support/digest.js';

const SERVERS = 60;

let discord: LocalDiscord;
let db: Database;
let running: Set<Bot>;
let guilds: Guild[];
let due: number;
let start: (shard: number) => Promise<Bot>;

beforeEach(async () => {
  const databaseUrl = await newPostgres('migrated');
  discord = await startLocalDiscord();
  discord.gateway.identifyIntervalMs = 0;
  guilds = Array.from({ length: SERVERS }, (_, n) => discord.addGuild({ name: `Server ${n}` }));
  for (const guild of guilds) guild.addChannel('general');
  db = await openDatabase(databaseUrl, () => undefined);
  due = minuteAfter(discord.now(), 2 * MINUTE);
  await scheduleEach(db, guilds, due);
  const cwd = temporaryFolder();
  start = async (shard) => {
    const env = { SHARDS: String(shard), SHARD_COUNT: '2' };
    const clockShift = discord.clockShift;
    const bot = await startBot({ discord, databaseUrl, cwd, env, clockShift });
    running.add(bot);
    void bot.exited.then(() => running.delete(bot));
    return bot;
  };
  running = new Set();
});
afterEach(async () => {
  for (const bot of running) process.kill(bot.pid, 'SIGCONT');
  await Promise.all([...running].map((bot) => bot.stop()));
  await db.close();
  await discord.close();
});

const posts = () => guilds.map((guild) => [...guild.channels.values()].flatMap(digestsIn).length);
const total = () => posts().reduce((sum, n) => sum + n, 0);
const posted = () => db.prisma.digest.count({ where: { state: 'posted' } });

/** A process that has some posts on their way, most of them still waiting, is stopped in its tracks. */
async function suspendedOne(): Promise<Bot> {
  const sleeper = await start(0);
  // Ten at a time: most of what is due waits for its turn.
  discord.faults.latencyMs = 900;
  await letAllTimePass(discord, [sleeper], due - discord.now() + SECOND);
  await expect.poll(total, { timeout: 30_000, interval: 5 }).toBeGreaterThan(2);
  process.kill(sleeper.pid, 'SIGSTOP');
  const seen = total();
  expect(seen).toBeLessThan(SERVERS - 20);
  discord.faults.latencyMs = 0;
  // What Discord has whole is done in the same minute, before more time passes.
  await expect.poll(() => discord.inWork, { timeout: 10_000, interval: 20 }).toBe(0);
  return sleeper;
}

describe('a process that was suspended with posts that waited', { timeout: 180_000 }, () => {
  it('posts none of them twice when it wakes beside another one', async () => {
    const sleeper = await suspendedOne();
    // The other one takes what the sleeper held once its minute is over.
    discord.passTime(2 * MINUTE);
    const other = await start(1);
    await expect.poll(posted, { timeout: 60_000 }).toBe(SERVERS);
    expect(posts()).toEqual(guilds.map(() => 1));
    // Discord remembers no nonce of then; the sleeper's own clocks have stood still.
    await letAllTimePass(discord, [other], 10 * MINUTE);
    const from = sleeper.log.length;
    process.kill(sleeper.pid, 'SIGCONT');
    // What waited goes its way: nothing, or out.
    await expect
      .poll(() => sleeper.log.slice(from).filter(({ failure }) => isHeldUp(failure)).length, {
        timeout: 30_000,
      })
      .toBeGreaterThan(0);
    await sleeper.stop();
    expect(posts()).toEqual(guilds.map(() => 1));
    expect(await posted()).toBe(SERVERS);
    expect(discord.violations).toEqual([]);
  });

  it('posts the rest, each once, when it wakes alone', async () => {
    const sleeper = await suspendedOne();
    discord.passTime(10 * MINUTE);
    process.kill(sleeper.pid, 'SIGCONT');
    await sleeper.passTime(10 * MINUTE);
    await letAllTimePass(discord, [sleeper], MINUTE);
    await expect.poll(posted, { timeout: 60_000 }).toBe(SERVERS);
    expect(posts()).toEqual(guilds.map(() => 1));
    expect(discord.violations).toEqual([]);
  });
});

describe('a process that was stopped with its clocks while Discord took its post', () => {
  it('doesn’t post it again when it wakes alone and its connection is gone', async () => {
    const stage = await Stage.open({ timeMoves: true });
    try {
      // Discord has it, and its answer is on its way until the connection breaks.
      const broken = { kind: 'drop', when: 'after', ms: 2 * SECOND } as const;
      const post = { match: /^POST \/channels\/\d+\/messages$/, times: 1 };
      const fault = stage.discord.faults.rest(broken, post);
      await setUpAndDue(stage, manager(stage), { more: 'quiet_weeks:post' });
      await expect
        .poll(() => digestsIn(stage.general).length, { timeout: 15_000, interval: 5 })
        .toBe(1);
      process.kill(stage.bot.pid, 'SIGSTOP');
      await sleep(3 * SECOND);
      expect(fault.hits).toBe(1);
      expect(digestRows(stage)).toMatchObject([{ state: 'sending', attempts: 0n }]);
      // Its nonce is forgotten, and none of the clocks it woke with knows.
      stage.discord.passTime(10 * MINUTE);
      process.kill(stage.bot.pid, 'SIGCONT');
      await untilState(stage, 'posted', 30_000);
      expect(digestsIn(stage.general)).toHaveLength(1);
      expect(stage.discord.violations).toEqual([]);
    } finally {
      process.kill(stage.bot.pid, 'SIGCONT');
      await stage.close();
    }
  }, 90_000);
});

function isHeldUp(failure: unknown): boolean {
  return JSON.stringify(failure)?.includes('held up') === true;
}
