import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import type { Person, RestFault } from 'local-discord';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ending, Stage, startBot, words } from '../support/bot.js';
import { newPostgres } from '../support/databases.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const CALLBACK = /callback$/;
const LATER = /^PATCH \/webhooks/;

let stage: Stage;
let ana: Person;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
beforeEach(() => {
  ana = stage.person('ana', {
    in: stage.guild.addChannel('another'),
    waits: false,
  });
});
afterEach(() => stage.discord.faults.clear());

/** What is read in the end of an answer that always begins with "thinking…". */
async function exported(): Promise<string> {
  const shown = await ana.command('/data export');
  const until = performance.now() + 40_000;
  while (shown.message?.loading === true && performance.now() < until) await sleep(20);
  return words(await ending(shown));
}

describe('“thinking…” comes to an end', () => {
  it.each<[string, RestFault, number]>([
    ['two tries hang', { kind: 'hang', ms: 30_000 }, 2],
    ['two tries hang once their work is done', { kind: 'hang after', ms: 30_000 }, 2],
    ['two answers of Discord begin and never end', { kind: 'stall' }, 2],
    ['Discord is broken for many tries', { kind: 'status', status: 503 }, 8],
    ['connections break', { kind: 'drop', when: 'before' }, 8],
    ['what comes back is a page', pageOf(200), 2],
    ['a proxy says that Discord is away', pageOf(502), 2],
    ['a limit doesn’t say how long', { ...pageOf(429), when: 'before' }, 1],
  ])(
    'when %s',
    async (_, fault, times) => {
      await ana.command(`/score ${COUNTS}`);
      const trouble = stage.discord.faults.rest(fault, { match: LATER, times });
      expect(await exported()).toContain('Everything I have stored about you');
      expect(trouble.hits).toBeGreaterThan(0);
      expect(ana.sees()).toHaveLength(2);
    },
    60_000,
  );

  it('when nobody hears that it was shown', async () => {
    await ana.command(`/score ${COUNTS}`);
    // The deferral and what follows it: each is taken, or was already, and its word gets lost.
    stage.discord.faults.rest({ kind: 'hang after', ms: 5_000 }, { match: CALLBACK, times: 3 });
    expect(await exported()).toContain('Everything I have stored about you');
    expect(ana.sees()).toHaveLength(2);
  }, 60_000);

  it('when no callback comes through any more after it', async () => {
    await ana.command(`/score ${COUNTS}`);
    stage.discord.faults.rest({ kind: 'hang after', ms: 5_000 }, { match: CALLBACK });
    expect(await exported()).toContain('Everything I have stored about you');
  }, 60_000);

  it.each<[string, RestFault]>([
    ['an error without a code', { ...pageOf(413), when: 'before' }],
    [
      'an error that is null',
      { ...pageOf(400), when: 'before', body: 'null', headers: jsonType() },
    ],
    ['half an error', { ...pageOf(400), when: 'before', body: '{"mess', headers: jsonType() }],
    [
      'an error with strange details',
      {
        ...pageOf(400),
        when: 'before',
        body: '{"code": "x", "errors": {"a": null}}',
        headers: jsonType(),
      },
    ],
  ])(
    'in words when Discord answers with %s',
    async (_, fault) => {
      await ana.command(`/score ${COUNTS}`);
      stage.discord.faults.rest(fault, { match: LATER, times: 1 });
      expect(await exported()).toMatch(/went wrong on my side.*`[0-9a-f]{8}`/);
    },
    60_000,
  );
});

/** A page where Discord's answer was due, once the work is done. */
function pageOf(status: number): Extract<RestFault, { kind: 'answer' }> {
  return { kind: 'answer', when: 'after', status, body: '<html>Welcome to our network</html>' };
}

function jsonType(): Record<string, string> {
  return { 'Content-Type': 'application/json' };
}

describe('a refusal of what everybody was to see', () => {
  it.each<[string, RestFault]>([
    ['before', { kind: 'drop', when: 'before' }],
    ['after', { kind: 'drop', when: 'after' }],
  ])('is read by its member when a connection breaks %s it was taken', async (_, fault) => {
    const other = new BetterSqlite3(stage.databaseFile);
    other.exec('BEGIN EXCLUSIVE');
    try {
      stage.discord.faults.rest(fault, { match: /^POST \/webhooks/, times: 1 });
      const shown = await ana.command(`/score ${COUNTS}`);
      expect(words(await ending(shown))).toContain('Nothing was stored');
      for (const one of ana.sees()) expect(one.visibleTo).toBe(ana.member.id);
    } finally {
      other.close();
    }
  });
});

it('a button on a message that is gone meanwhile is answered by another', async () => {
  const databaseUrl = await newPostgres('migrated');
  const { discord, folder } = stage;
  await stage.bot.stop();
  stage.bot = await startBot({ discord, databaseUrl, cwd: folder, patienceMs: 60_000 });
  await ana.command(`/score ${COUNTS}`);
  const asked = await ana.command('/data delete');
  // A statement has no longer than it takes to "thinking…": the count and the deletion share that.
  const counting = await locking(databaseUrl, 'Reading', 'ACCESS EXCLUSIVE');
  const deleting = await locking(databaseUrl, 'Consent', 'EXCLUSIVE');
  try {
    const pressing = ana.press(asked, 'Delete everything');
    await expect.poll(() => counting.holdsUp(), { interval: 20 }).toBe(true);
    await sleep(700);
    await counting.release();
    const pressed = await pressing;
    expect(pressed.outcome).toBe('deferred');
    expect(await deleting.holdsUp()).toBe(true);
    asked.message?.delete();
    await deleting.release();
    await expect.poll(() => pressed.followUps.length, { timeout: 20_000 }).toBe(1);
    expect(pressed.followUps.map(words).join()).toContain('Nothing of it is kept');
  } finally {
    await Promise.all([counting.release(), deleting.release()]);
  }
}, 120_000);

/**
 * Takes a table until told otherwise, and knows whether somebody waits for it. An exclusive lock
 * lets others read.
 */
async function locking(databaseUrl: string, table: string, mode: 'ACCESS EXCLUSIVE' | 'EXCLUSIVE') {
  const holder = new pg.Client({ connectionString: databaseUrl });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query(`LOCK TABLE "${table}" IN ${mode} MODE`);
  let released: Promise<void> | undefined;
  return {
    async holdsUp(): Promise<boolean> {
      const { rowCount } = await holder.query(
        'SELECT 1 FROM pg_locks WHERE NOT granted AND relation = $1::regclass',
        [`"${table}"`],
      );
      return Number(rowCount) > 0;
    },
    release(): Promise<void> {
      released ??= holder.end();
      return released;
    },
  };
}

it('left nothing in the log that is no fault of Discord’s', () => {
  expect(stage.bot.stderr).toBe('');
  expect(stage.discord.violations).toEqual([]);
});
