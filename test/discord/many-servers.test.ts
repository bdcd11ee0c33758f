import { setTimeout as sleep } from 'node:timers/promises';
import { type Person, startLocalDiscord } from 'local-discord';
import { expect, it } from 'vitest';
import { usageOf } from '../../bench/usage.js';
import { openDatabase } from '../../src/db/database.js';
import { DIGEST_TIMING } from '../../src/services/digest/timing.js';
import { type Bot, startBot, temporaryFolder } from '../support/bot.js';
import { newPostgres } from '../support/databases.js';
import { digestsIn, letAllTimePass, minuteAfter, SECOND, scheduleEach } from '../support/digest.js';
import { atLength } from '../support/soak.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const SERVERS = atLength(400, 20_000);
/** In each server: as many as in a community that is not quite small. */
const CHANNELS = 20;
const ROLES = 10;
const PROCESSES = 4;
const SHARDS = 16;
/** Discord's pause between two sessions, in milliseconds; and how many may begin at once. */
const PAUSE_MS = atLength(0, 5_000);
const AT_ONCE = atLength(16, 1);
/** Milliseconds after its start in which the last process, too, collects what that left lying. */
const QUIET_MS = atLength(0, 60_000);

const PATIENCE = atLength(60_000, 15 * 60_000);

it(`serves ${SERVERS} servers with ${PROCESSES} processes and ${SHARDS} shards, each event and digest once`, {
  timeout: 2 * PATIENCE,
}, async () => {
  const discord = await startLocalDiscord({ maxConcurrency: AT_ONCE, keepRequests: 1 });
  discord.gateway.identifyIntervalMs = PAUSE_MS;
  const databaseUrl = await newPostgres('migrated');
  const db = await openDatabase(databaseUrl, () => undefined);
  const bots: Bot[] = [];
  const each = SHARDS / PROCESSES;
  const start = async (first: number, serves: boolean): Promise<Bot> => {
    const bot = await startBot({
      discord,
      databaseUrl,
      cwd: temporaryFolder(),
      env: { SHARDS: `${first}-${first + each - 1}`, SHARD_COUNT: String(SHARDS) },
      clockShift: discord.clockShift,
      patienceMs: PATIENCE,
    });
    if (serves) bots.push(bot);
    return bot;
  };
  try {
    // What a process needs without any server.
    const idle = await start(0, false);
    const idleMiB = usageOf(idle.pid)?.memoryMiB ?? Number.NaN;
    expect(await idle.stop()).toBe(0);

    const people: Person[] = [];
    const guilds = Array.from({ length: SERVERS }, (_, n) => {
      return discord.addGuild({ name: `Server ${n}` });
    });
    for (const [n, guild] of guilds.entries()) {
      guild.addChannel('weekly');
      for (let i = 1; i < CHANNELS; i += 1) guild.addChannel(`channel-${i}`);
      for (let i = 1; i < ROLES; i += 1) guild.addRole({ name: `Role ${i}` });
      if (n % Math.ceil(SERVERS / 200) !== 0) continue;
      people.push(discord.person(guild.addMember({ name: 'ana' }), guild.addChannel('general')));
    }
    // So late that nothing is done for them yet.
    const due = minuteAfter(discord.now(), 2 * DIGEST_TIMING.askAhead);
    await scheduleEach(db, guilds, due);
    const readyMs: number[] = [];
    for (let first = 0; first < SHARDS; first += each) {
      const began = performance.now();
      await start(first, true);
      readyMs.push(performance.now() - began);
    }
    expect(discord.gateway.sessions().filter(({ connected }) => connected)).toHaveLength(SHARDS);
    const serving = bots.map((bot) => bot.log.find(({ msg }) => msg === 'ready')?.['guilds']);
    expect(serving.reduce<number>((sum, n) => sum + Number(n), 0)).toBe(SERVERS);
    // The first process has been quiet for a minute by now, and has collected what its start left.
    await sleep(QUIET_MS);
    const memory = bots.map((bot) => usageOf(bot.pid)?.memoryMiB ?? Number.NaN);

    for (let from = 0; from < people.length; from += 10) {
      const asked = await Promise.all(
        people.slice(from, from + 10).map((person) => person.command(`/score ${COUNTS}`)),
      );
      for (const shown of asked) expect(shown.field('Save Proxy')).toMatch(/\/ 100$/m);
    }
    const perServerKiB = memory.map((mib) => ((mib - idleMiB) * 1024) / (SERVERS / PROCESSES));
    const figures = { SERVERS, CHANNELS, ROLES, PROCESSES, SHARDS, PAUSE_MS, AT_ONCE };
    const measured = { ...figures, idleMiB, memory, perServerKiB, readyMs };
    process.stdout.write(`${JSON.stringify(measured)}\n`);

    const handled = () => bots.flatMap((bot) => bot.log.filter(({ msg }) => msg === 'interaction'));
    // The log comes behind the answers.
    await expect.poll(() => handled().length).toBe(people.length);
    expect(new Set(handled().map(({ guild }) => guild)).size).toBe(people.length);
    expect(discord.violations).toEqual([]);

    await letAllTimePass(discord, bots, due - discord.now() + SECOND);
    const posted = () => bots.map((bot) => bot.log.filter(({ msg }) => msg === 'digest posted'));
    const began = performance.now();
    await expect
      .poll(() => posted().reduce((sum, { length }) => sum + length, 0), {
        timeout: PATIENCE,
        interval: 500,
      })
      .toBe(SERVERS);
    const seconds = (performance.now() - began) / SECOND;
    const inChannels = guilds.map(
      (guild) => [...guild.channels.values()].flatMap(digestsIn).length,
    );
    expect(inChannels.every((n) => n === 1)).toBe(true);
    const shares = posted().map(({ length }) => length);
    const { globallyLimited } = discord.limits.counts;
    const digests = { shares, perSecond: SERVERS / seconds, globallyLimited };
    process.stdout.write(`${JSON.stringify(digests)}\n`);
    expect(discord.violations).toEqual([]);
    const atWork = shares.filter((share) => share > 0).length;
    expect(atWork, 'processes that posted').toBeGreaterThan(1);
    // What is over in seconds is decided by who was held up when: one that comes late finds nothing
    // left, and those held up together post together. What a process takes besides outweighs it, too.
    const isShort = SERVERS < 20_000;
    expect(globallyLimited).toBeLessThan(SERVERS / (isShort ? 8 : 50));
    if (isShort) return;
    expect(atWork).toBe(PROCESSES);
    expect(Math.max(...perServerKiB)).toBeLessThan(12);
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    await db.close();
    await discord.close();
  }
});
