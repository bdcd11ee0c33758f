import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { fill } from '../../bench/fill.js';
import { callerOf, MEASURED_GUILD, reads } from '../../bench/scale-reads.js';
import { servicesOver } from '../../bench/services.js';
import { KeptStatements } from '../../src/db/kept-statements.js';
import { countDigests } from '../../src/services/digest/counts.js';
import { providers, useDatabase } from '../support/databases.js';
import { hearCalls } from '../support/driver-calls.js';

/** The end of a week, and the moment at which is looked. */
const END = new Date('2026-11-30T00:00:00.000Z');
const NOW = new Date(END.getTime() - 60_000);

describe.each(providers)('a filled database of %s', (provider) => {
  const database = useDatabase(provider);
  const services = () => servicesOver(database.db, () => NOW);

  test('holds what was asked for, as the bot itself would have stored it', async () => {
    await fill(database.url, 4_000, END);
    const { prisma } = database.db;
    expect(await prisma.reading.count()).toBe(4_000);
    expect(await prisma.estimate.count()).toBe(4_000);
    expect(await prisma.creator.count()).toBe(200);
    expect(await prisma.guild.count()).toBe(2);
    expect(await prisma.trueSave.count()).toBe(800);
    // Each row is read back, with its dates, its JSON and its enums.
    const rows = await prisma.reading.findMany({ include: { video: true, estimates: true } });
    for (const { takenAt, video, estimates } of rows) {
      expect(takenAt < NOW).toBe(true);
      expect(video.kind).toBe('video');
      expect(estimates[0]?.verdict).toBe('scored');
      expect(estimates[0]?.parts).toContainEqual({ signal: 'level', effect: expect.any(Number) });
    }
    await expect(fill(database.url, 4_000, END)).rejects.toThrow('not empty');
  });

  test('has something to show for every read that is measured', async () => {
    await fill(database.url, 2_000, END);
    const reading = await database.db.prisma.reading.findFirstOrThrow({
      where: { creatorId: callerOf(0), private: false },
    });
    let id = BigInt(NOW.getTime() - 1_420_070_400_000) << 22n;
    const shown = new Map<string, unknown>();
    for (const { name, run } of reads) {
      id += 1n;
      const caller = { guildId: MEASURED_GUILD, creatorId: callerOf(0), interactionId: id };
      const result = await run({
        ...caller,
        services: services(),
        readingId: reading.id,
        now: NOW,
      });
      shown.set(name, result);
      expect(result, name).toBeTruthy();
    }
    expect(shown.get('/tips')).toMatchObject({ kind: 'diagnosis' });
    const { boards } = await services().boards.thisWeek(MEASURED_GUILD);
    for (const board of Object.values(boards)) expect(board.length).toBeGreaterThan(0);
    expect(shown.get('typing trying')).toMatchObject([{ name: 'a card at the end' }]);
  });
});

describe('in the embedded database', () => {
  const database = useDatabase('sqlite');
  /** About the whole server by their nature, and bounded by the week. */
  const ofServer = ['/leaderboard show', '/leaderboard show week:…', 'typing week'];
  const ofOne = reads.filter(({ name }) => !ofServer.includes(name) && !name.startsWith('/digest'));

  test.each(ofOne)('$name goes through nothing that grows with the server', async ({ run }) => {
    await fill(database.url, 1_000, END);
    const { id: readingId } = await database.db.prisma.reading.findFirstOrThrow({
      where: { creatorId: callerOf(0), private: false },
    });
    const caller = { guildId: MEASURED_GUILD, creatorId: callerOf(0), readingId, now: NOW };
    const interactionId = BigInt(NOW.getTime() - 1_420_070_400_000) << 22n;
    const services = servicesOver(database.db, () => NOW);
    const steps = await stepsOf(database.url, () => run({ ...caller, services, interactionId }));
    expect(steps.filter((step) => /Reading_guildId.*\(guildId=\?\)/.test(step))).toEqual([]);
    // Results are kept for every week of every server.
    expect(steps.filter((step) => /^SCAN .*Board/.test(step))).toEqual([]);
  });
});

describe('in the embedded database, of everybody’s rows', () => {
  const database = useDatabase('sqlite');

  test('a server that is forgotten isn’t put in order for each part of it', async () => {
    const { db, url } = database;
    await fill(url, 200, END);
    const { forgetting } = servicesOver(db, () => NOW);
    const steps = await stepsOf(url, () => forgetting.forgetServer(MEASURED_GUILD));
    expect(steps.filter((step) => step.includes('FOR ORDER BY'))).toEqual([]);
  });

  test('what is done every second and counted for metrics goes through no settled digest', async () => {
    const { db, url } = database;
    await fill(url, 200, END);
    const digest = { guildId: MEASURED_GUILD, week: '2026-W48', weekFrom: NOW, dueAt: NOW };
    const rule = { timezone: 'UTC', locale: 'en-US', quietWeeks: 'post', channelId: 1n } as const;
    await db.prisma.digest.create({
      data: { id: 1n, ...digest, ...rule, state: 'due', nextTryAt: NOW, attempts: 0 },
    });
    const queue = servicesOver(db, () => NOW).digestQueue;
    const steps = await stepsOf(url, async () => {
      await queue.takeDue(1);
      expect(await queue.claim(1)).toHaveLength(1);
      await queue.takeAhead('ask', 1);
      await countDigests({ db, clock: () => NOW });
    });
    expect(steps.filter((step) => /^SCAN .*Digest/.test(step))).toEqual([]);
  });
});

/** How SQLite goes about what it is asked meanwhile: a line for each step. */
async function stepsOf(url: string, work: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const stop = hearCalls({ of: KeptStatements.prototype, name: 'prepare' }, ([sql]) => {
    if (typeof sql === 'string' && /^\s*SELECT/.test(sql)) asked.push(sql);
  });
  await work().finally(stop);
  expect(asked).not.toEqual([]);
  const file = new BetterSqlite3(url.replace('file:', ''), { readonly: true });
  try {
    return asked.flatMap((sql) => {
      const plan = file.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
      return plan
        .all(
          sql
            .split('?')
            .slice(1)
            .map(() => null),
        )
        .map(({ detail }) => detail);
    });
  } finally {
    file.close();
  }
}
