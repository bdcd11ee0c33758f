import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Person, Shown } from 'local-discord';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, inspectDatabase, openDatabase } from '../../src/db/database.js';
import { projectRoot } from '../../src/lib/paths.js';
import { Stage, startBot, words } from '../support/bot.js';
import { newPostgres } from '../support/databases.js';
import { type Ended, runProgram, startProgram } from '../support/program.js';
import { atLength } from '../support/soak.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const LINK = 'link:https://www.tiktok.com/@ana/video/7298765432109876543';
/** More than one batch, so that a move can break off in the middle of a table. */
const SETTINGS = 20_000;

/** Every model of the schema: a table that is added later has to be moved, too. */
const models = [
  ...readFileSync(join(projectRoot, 'prisma', 'models.prisma'), 'utf8').matchAll(
    /^model (\w+) \{/gm,
  ),
].map(([, name = '']) => name);

let stage: Stage;
let ana: Person;
let score: Shown;
beforeAll(async () => {
  stage = await Stage.open();
  ana = stage.person('ana');
  const bob = stage.person('bob');
  score = await ana.command(`/score ${COUNTS} ${LINK} title:Café "Üß" 🧶 'x' posted:2023-11-07`);
  const modal = await ana.press(score, 'Add real saves');
  await ana.submit(modal, { 'Saves now': '5.1K' });
  await bob.command(`/score ${COUNTS} private:True watch_time:7.3 duration:21 trying:Hook`);
  await bob.command('/score views:1000 likes:2000 comments:1 shares:3');
  // A power cut: what the bot wrote last stands beside the file.
  await stage.bot.kill();
  stage.change(
    `INSERT INTO "Setting" ("guildId", "key", "value", "updatedAt")
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${SETTINGS})
     SELECT g."id", 'key ' || i, '{"z":[1,2.5,null],"a":{"ü":"\\"x\\"","i":' || i || '}}', '2026-11-25T18:00:00.12' || (i % 10) || '+00:00' FROM n, "Guild" g`,
  );
});
afterAll(() => stage.close());

const settings = (databaseUrl = stage.databaseUrl) => ({
  cwd: stage.folder,
  env: { DATABASE_URL: databaseUrl },
});
const move = (to: string, from?: string) => runProgram('migrate-to', [to], settings(from));

function expectProblem({ said, complaints, code }: Ended, problem: RegExp): void {
  expect(complaints).toMatch(problem);
  expect(complaints).toMatch(/→ \S/);
  expect(complaints).not.toMatch(/^\s+at /m);
  expect(said).toBe('');
  expect(code).toBe(1);
}

/** All rows of all models, as the program reads them. */
async function everything({ prisma }: Database): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const model of models) {
    const delegate: unknown = Reflect.get(prisma, model[0]?.toLowerCase() + model.slice(1));
    const findMany: unknown = Reflect.get(Object(delegate), 'findMany');
    if (typeof findMany !== 'function') throw new Error(`No ${model} in the client.`);
    const rows: unknown[] = await Reflect.apply(findMany, delegate, []);
    all[model] = rows.map((row) => JSON.stringify(row, exactly)).toSorted();
  }
  return all;
}

function exactly(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `bigint ${value}`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function query(url: string, sql: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const hash = () => createHash('sha256').update(readFileSync(stage.databaseFile)).digest('hex');

it('moves everything, goes on after a kill, and the bot serves the same history from there', async () => {
  const url = await newPostgres('empty');
  const before = hash();

  const first = startProgram('migrate-to', [url], settings());
  await new Promise<void>((resolve) => {
    first.child.stderr?.on('data', (text: Buffer) => {
      if (String(text).includes('Setting: ')) resolve();
    });
  });
  first.child.kill('SIGKILL');
  expect((await first.ended).code).toBeNull();
  const [half] = await query(url, 'SELECT COUNT(*) AS n FROM "Setting"');
  expect(Number(half?.['n'])).toBeGreaterThan(0);
  expect(Number(half?.['n'])).toBeLessThan(SETTINGS);

  const { said, complaints, code } = await move(url);
  expect(said).toContain('✓ Everything was moved');
  // Counted and compared: each row was read a few times, however many parts it was read in. Whoever
  // has left has told what they read.
  const figure = async (sql: string) => Number((await query(url, sql))[0]?.['n']);
  const others =
    'SELECT COUNT(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
  await expect.poll(() => figure(others)).toBe(0);
  const read = `SELECT seq_tup_read AS n FROM pg_stat_user_tables WHERE relname = 'Setting'`;
  expect(await figure(read)).toBeLessThan(10 * SETTINGS);
  expect(code).toBe(0);
  for (const model of models)
    expect(said).toMatch(new RegExp(`^ {2}${model}: [\\d,]+ rows?, `, 'm'));
  expect(said).toContain('  Setting: 20,000 rows');
  expect(said).toContain('also of members who have their data deleted later. Remove it');
  // What was there already isn't sent again.
  expect(complaints).not.toMatch(/^Setting: 500 of/m);
  expect(complaints).not.toMatch(/^(Creator|Guild):/m);
  expect(hash()).toBe(before);

  const [here, there] = await Promise.all(
    [stage.databaseUrl, url].map((one) => openDatabase(one, () => undefined)),
  );
  if (here === undefined || there === undefined) throw new Error('Both have to open.');
  try {
    const moved = await everything(there);
    expect(moved).toEqual(await everything(here));
    expect(moved['Reading']?.length).toBeGreaterThanOrEqual(2);
    expect(moved['TrueSave']).toHaveLength(1);
    expect(moved['Draft']).toHaveLength(1);
  } finally {
    await Promise.all([here.close(), there.close()]);
  }
  const names = await query(
    url,
    `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  expect(names.map((row) => row['table_name']).toSorted()).toEqual(
    [...models, '_prisma_migrations'].toSorted(),
  );

  const { discord, folder } = stage;
  stage.bot = await startBot({ discord, databaseUrl: url, cwd: folder });
  expect(words(await ana.press(score, 'How?'))).toContain('541,200');
  expect(words(await ana.command(`/score ${COUNTS} ${LINK}`))).toContain('Again: ');
  expect(await ana.autocomplete(`/score ${COUNTS}`, 'trying', '')).toEqual([]);
  expect(discord.violations).toEqual([]);
  expect(await stage.bot.stop()).toBe(0);

  // Once the bot has written there, another move would mix two histories.
  expectProblem(await move(url), /holds something already: \w+ has rows/);
});

it('refuses a database that holds anything else', async () => {
  const url = await newPostgres('empty');
  await query(url, 'CREATE TABLE invoices (id int)');
  expectProblem(await move(url), /has tables of something else/);
  const names = await query(
    url,
    `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  expect(names).toEqual([{ table_name: 'invoices' }]);
});

it('refuses a database to which another one is being moved', async () => {
  const url = await newPostgres('empty');
  const running = startProgram('migrate-to', [url], settings());
  await new Promise<void>((resolve) => {
    running.child.stderr?.once('data', () => resolve());
  });
  running.child.kill('SIGKILL');
  await running.ended;
  const other = `file:${join(stage.folder, 'other.db')}`;
  await (await openDatabase(other, () => undefined)).close();
  expectProblem(await move(url, other), /Another database is being moved/);
});

it(
  'killed at any statement leaves a database that nobody takes for whole, and goes on',
  async () => {
    const url = await newPostgres('empty');
    const hook = join(projectRoot, 'test', 'support', 'kill-at.mjs');
    const seen = new Set<string>();
    // One move, killed again and again: while it looks, makes the tables, moves rows and compares them.
    for (const at of atLength(
      [8, 20, 45, 60.5, 90, 150],
      Array.from({ length: 400 }, (_, n) => 1 + n / 2),
    )) {
      const { cwd, env } = settings();
      const ended = await runProgram('migrate-to', [url], {
        cwd,
        env: { ...env, NODE_OPTIONS: `--import ${hook}`, KILL_AT: String(at) },
      });
      expect(ended.code, `at ${at}: ${ended.complaints}`).toBeNull();
      const state = await inspectDatabase(url).then(
        ({ kind }) => kind,
        (error: Error) => error.message,
      );
      seen.add(state);
      expect(state).toMatch(
        /^(new|Moving everything to this PostgreSQL database isn’t finished: .*)$/,
      );
    }
    expect(seen.size).toBe(2);

    const env = {
      DATABASE_URL: url,
      DISCORD_TOKEN: stage.discord.token,
      DISCORD_API_URL: stage.discord.apiUrl,
    };
    for (const [program, args] of [
      ['start', []],
      ['doctor', []],
      ['export', [ana.member.id, 'half.zip']],
      ['forget', ['--member', ana.member.id]],
      ['forget', ['--files']],
    ] as const) {
      const { said, complaints, code } = await runProgram(program, args, {
        cwd: stage.folder,
        env,
      });
      expect(said + complaints, program).toMatch(/✗ Moving everything .* isn’t finished/);
      expect(said + complaints, program).toContain(
        `→ Set DATABASE_URL=file:${stage.databaseFile} again, and give the same command again`,
      );
      expect(said + complaints, program).toContain('npm run migrate-to -- postgresql://');
      expect(code, program).toBe(program === 'start' ? 78 : 1);
    }
    expect((await move(url)).said).toContain('✓ Everything was moved');
    expect(await inspectDatabase(url)).toMatchObject({ kind: 'ours', pending: [] });
  },
  atLength(300_000, 3_600_000),
);

it('takes a database that has the tables and nothing in them', async () => {
  const url = await newPostgres('migrated');
  const other = `file:${join(stage.folder, 'empty.db')}`;
  await (await openDatabase(other, () => undefined)).close();
  const { said, code } = await move(url, other);
  expect(said).toContain('  Reading: 0 rows');
  expect(code).toBe(0);
});

it('notices that a bot goes on writing, and that a row isn’t the same', async () => {
  const url = await newPostgres('empty');
  const running = startProgram('migrate-to', [url], settings());
  const writing = new Promise<void>((resolve) => {
    running.child.stderr?.once('data', () => {
      stage.change(`DELETE FROM "Setting" WHERE "key" = 'key 7'`);
      resolve();
    });
  });
  await writing;
  expect((await running.ended).complaints).toMatch(/✗ A bot has written.*meanwhile/);
  // Going on with it, the sums differ: a row is there that isn't here any more.
  const { complaints, code } = await move(url);
  expect(complaints).toMatch(/✗ Setting isn't the same on both sides: 19999 rows .* 20000 in/);
  expect(code).toBe(1);
});

it('says what is wrong with the addresses, without a password', async () => {
  const good = 'postgresql://me:secret-word@127.0.0.1:1/none';
  expectProblem(await move('mysql://x'), /no PostgreSQL address/);
  expectProblem(await move(good, good), /names a PostgreSQL database already/);
  expectProblem(await move(good, 'file:none.db'), /There is no database at .*none\.db/);
  const away = await move(good);
  expectProblem(away, /PostgreSQL database can't be used/);
  expect(away.complaints).not.toContain('secret-word');
  expect(existsSync(join(stage.folder, 'none.db'))).toBe(false);
  const old = join(stage.folder, 'old.db');
  new BetterSqlite3(old).exec('VACUUM');
  expectProblem(await move(good, `file:${old}`), /not of this version/);
  const bare = await runProgram('migrate-to', [], settings());
  expect(bare.complaints).toContain('npm run migrate-to -- postgresql://');
  expect(bare.code).toBe(1);
});
