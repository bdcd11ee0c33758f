import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { backUp, restore } from '../../src/db/backup.js';
import { inspectDatabase, openDatabase } from '../../src/db/database.js';
import { DatabaseProblem, databaseFailure } from '../../src/db/errors.js';
import { newAddress, newPostgres, useFolder } from '../support/databases.js';
import { runProgram } from '../support/program.js';

const folder = useFolder();

async function problemIn(work: () => Promise<unknown>): Promise<DatabaseProblem> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DatabaseProblem) return error;
    throw error;
  }
  throw new Error('It was no problem.');
}

const opening = (url: string) =>
  problemIn(async () => (await openDatabase(url, () => undefined)).close());
const looking = (url: string, o = {}) => problemIn(() => inspectDatabase(url, o));

/** Every file that belongs to a database, with its bytes. */
function allOf(file: string): Record<string, string> {
  const names = readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(dirname(file), name), 'hex')]),
  );
}

/** A database with some hundred rows, closed; its log is kept beside it on demand. */
async function filled(o: { withLog?: boolean } = {}): Promise<string> {
  const url = await newAddress('sqlite', folder.path);
  const file = url.replace('file:', '');
  const db = await openDatabase(url, () => undefined);
  for (let n = 1n; n <= 20n; n += 1n) {
    await db.writeTogether([
      { into: 'Creator', row: { id: n } },
      ...Array.from({ length: 20 }, (_, i) => ({
        into: 'Video' as const,
        row: {
          id: n * 100n + BigInt(i),
          creatorId: n,
          identity: `title:${n} ${i} ${'x'.repeat(200)}`,
          createdAt: new Date(),
        },
      })),
    ]);
  }
  if (o.withLog !== true) {
    await db.close();
    return file;
  }
  // As a power cut leaves it.
  const copy = `${file}.copy`;
  for (const end of ['', '-wal']) await copyFile(file + end, copy + end);
  await db.close();
  return copy;
}

/** Writes nonsense over a part of a file. */
function spoil(file: string, from: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(file, bytes);
}

const PAGE = 4096;

describe('a damaged database file', () => {
  test.each([
    ['whose first bytes are others', (file: string) => spoil(file, 0, 100)],
    ['of which a few bytes are left', (file: string) => truncate(file, 60)],
    ['of which the second half is gone', (file: string) => truncate(file, 10 * PAGE)],
    ['whose list of tables is nonsense', (file: string) => spoil(file, 100, PAGE - 100)],
  ])(
    '%s says so and names restore, changes nothing, and needn’t be tried again',
    async (_what, damage) => {
      const file = await filled();
      const backup = `${file}.backup`;
      await backUp(`file:${file}`, backup);
      await damage(file);
      const before = allOf(file);
      for (const found of [
        await opening(`file:${file}`),
        await looking(`file:${file}`),
        await problemIn(() => backUp(`file:${file}`, `${file}-2`)),
      ]) {
        expect(found.problem).toMatch(/is damaged|is not a database/);
        expect(found.mend).toMatch(/npm run restore/);
        expect(found.stays).toBe(true);
      }
      expect(allOf(file)).toEqual(before);
      await restore(`file:${file}`, backup, new Date());
      const db = await openDatabase(`file:${file}`, () => undefined);
      expect(await db.prisma.video.count()).toBe(400);
      await db.close();
    },
  );

  test('stops the start with the exit code of what only the operator can help', async () => {
    const file = await filled();
    spoil(file, 100, PAGE - 100);
    const env = {
      DATABASE_URL: `file:${file}`,
      DISCORD_TOKEN: `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`,
      DISCORD_API_URL: 'http://127.0.0.1:1/api',
    };
    const start = await runProgram('start', [], { cwd: folder.path, env });
    expect(start.complaints).toMatch(/✗ The database file is damaged/);
    expect(start.complaints).toMatch(/→ .*npm run restore -- FILE/);
    expect(start.code).toBe(78);
    for (const [program, args] of [
      ['doctor', []],
      ['export', ['12345678901234567', 'x.zip']],
      ['forget', ['--files']],
      ['migrate-to', ['postgresql://me@127.0.0.1:1/x']],
      ['backup', ['x.db']],
    ] as const) {
      const { said, complaints, code } = await runProgram(program, args, {
        cwd: folder.path,
        env,
      });
      expect(said + complaints, program).toMatch(/✗ The database file is damaged/);
      expect(said + complaints, program).toMatch(/npm run restore/);
      expect(code, program).toBe(1);
    }
  });

  test('in its middle is found by doctor and backup, and told once when the bot meets it', async () => {
    const file = await filled();
    const db = new BetterSqlite3(file, { readonly: true });
    const [{ rootpage } = { rootpage: 0 }] = db
      .prepare<[], { rootpage: number }>(`SELECT rootpage FROM sqlite_master WHERE name = 'Video'`)
      .all();
    db.close();
    spoil(file, (rootpage - 1) * PAGE, PAGE);
    expect((await inspectDatabase(`file:${file}`)).kind).toBe('ours');
    expect((await looking(`file:${file}`, { thorough: true })).problem).toMatch(/is damaged/);
    const inCopy = await problemIn(() => backUp(`file:${file}`, `${file}.backup`));
    expect(inCopy.problem).toMatch(/^The database file is damaged/);
    expect(inCopy.mend).toMatch(/npm run restore/);
    expect(existsSync(`${file}.backup`)).toBe(false);

    const told: Error[] = [];
    const open = await openDatabase(`file:${file}`, (error) => told.push(error));
    for (let time = 0; time < 2; time += 1) {
      const failure = await open.prisma.video.findMany().catch((error: unknown) => error);
      expect(databaseFailure(failure)).toBe('damaged');
    }
    const row = { id: 1n, creatorId: 1n, identity: 'reading:1', createdAt: new Date() };
    const write = await open
      .writeTogether([{ into: 'Video', row }])
      .catch((error: unknown) => error);
    expect(databaseFailure(write)).toBe('damaged');
    expect(told).toHaveLength(1);
    expect(told[0]).toBeInstanceOf(DatabaseProblem);
    expect(told[0]?.message).toMatch(/is damaged/);
    await open.close();
  });
});

describe('a write-ahead log', () => {
  let original: string;
  beforeAll(async () => {
    original = await filled({ withLog: true });
  });

  async function copy(): Promise<{ file: string; wal: string }> {
    const file = join(folder.path, `${crypto.randomUUID()}.db`);
    for (const end of ['', '-wal']) await copyFile(original + end, file + end);
    return { file, wal: `${file}-wal` };
  }

  test.each([
    ['head', 0, 32],
    ['first page', 32 + 24 + 100, 8],
    ['middle', 32 + 40 * (24 + PAGE) + 500, 1],
  ])(
    'that is damaged in its %s stops the start: what follows would be forgotten',
    async (_what, from, length) => {
      const { file, wal } = await copy();
      spoil(wal, from, length);
      const before = allOf(file);
      const found = await opening(`file:${file}`);
      expect(found.problem).toContain(`can't be read any more (${wal})`);
      expect(found.mend).toMatch(/npm run restore/);
      expect(found.stays).toBe(true);
      expect(allOf(file)).toEqual(before);
    },
  );

  test('that is whole, or torn at its end by a power cut, is taken as it is', async () => {
    const whole = await copy();
    const db = await openDatabase(`file:${whole.file}`, () => undefined);
    expect(await db.prisma.video.count()).toBe(400);
    await db.close();
    const torn = await copy();
    await truncate(torn.wal, readFileSync(torn.wal).length - PAGE - 10);
    const rest = await openDatabase(`file:${torn.file}`, () => undefined);
    expect(await rest.prisma.video.count()).toBe(380);
    await rest.close();
  });

  test('without its file isn’t taken for nothing, nor for that of a restored one', async () => {
    const { file, wal } = await copy();
    const backup = `${file}.backup`;
    await backUp(`file:${original}`, backup);
    await rm(file);
    expect((await opening(`file:${file}`)).problem).toMatch(/is gone or empty, but the log/);
    await writeFile(file, '');
    expect((await opening(`file:${file}`)).problem).toMatch(/is gone or empty, but the log/);
    await rm(file);
    await restore(`file:${file}`, backup, new Date());
    expect(existsSync(wal)).toBe(false);
    const db = await openDatabase(`file:${file}`, () => undefined);
    expect(await db.prisma.video.count()).toBe(400);
    await db.close();
  });
});

describe('a database of another program', () => {
  const prismaTable =
    'CREATE TABLE _prisma_migrations (id TEXT, migration_name TEXT, finished_at TEXT, rolled_back_at TEXT)';

  test.each([
    ['of its own form', ['CREATE TABLE invoices (id int)']],
    ['with a log', ['PRAGMA journal_mode = WAL', 'CREATE TABLE invoices (id int)']],
    [
      'that uses Prisma, too',
      [prismaTable, `INSERT INTO _prisma_migrations VALUES ('a', '2020_init', '1', NULL)`],
    ],
  ])('%s is refused by everything and stays byte for byte as it is', async (_what, statements) => {
    const file = join(folder.path, `${crypto.randomUUID()}.sqlite`);
    const db = new BetterSqlite3(file);
    for (const statement of statements) db.exec(statement);
    db.close();
    const backup = `${await filled()}.backup`;
    await backUp(`file:${backup.replace('.backup', '')}`, backup);
    const before = allOf(file);
    for (const found of [
      await opening(`file:${file}`),
      await looking(`file:${file}`),
      await problemIn(() => backUp(`file:${file}`, `${file}.copy`)),
      await problemIn(() => restore(`file:${file}`, backup, new Date())),
    ]) {
      expect(found.problem).toMatch(/belongs to another program/);
      expect(found.mend).toMatch(/Name another file in DATABASE_URL/);
      expect(found.stays).toBe(true);
    }
    expect(allOf(file)).toEqual(before);
  });

  test('that works with it right now is not disturbed', async () => {
    const file = join(folder.path, 'busy.sqlite');
    const db = new BetterSqlite3(file);
    db.pragma('journal_mode = WAL');
    db.exec('CREATE TABLE invoices (id int); INSERT INTO invoices VALUES (1)');
    const before = allOf(file);
    expect((await opening(`file:${file}`)).problem).toMatch(/belongs to another program/);
    const shm = `${basename(file)}-shm`;
    expect({ ...allOf(file), [shm]: '' }).toEqual({ ...before, [shm]: '' });
    db.close();
  });

  test('on PostgreSQL is refused, and gets no table', async () => {
    const { default: pg } = await import('pg');
    const url = await newPostgres('empty');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('CREATE TABLE invoices (id int)');
    const found = await opening(url);
    expect(found.problem).toMatch(/belongs to another program.*\(invoices\)/);
    expect(found.mend).toMatch(/Name an empty one/);
    expect(found.stays).toBe(true);
    const { rows } = await client.query(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    expect(rows).toEqual([{ relname: 'invoices' }]);
    await client.end();
  });
});

describe('a place where no database can be made', () => {
  test.each([
    [
      'below a file',
      async () => {
        await writeFile(join(folder.path, 'in-the-way'), '');
        return join(folder.path, 'in-the-way', 'deep', 'keepsake.db');
      },
    ],
    ['where nothing can be made', async () => '/proc/keepsake/keepsake.db'],
    [
      'that is a folder',
      async () => {
        await mkdir(join(folder.path, 'folder.db'), { recursive: true });
        return join(folder.path, 'folder.db');
      },
    ],
  ])('%s is told by the start and by the look ahead in the same words', async (_what, make) => {
    const url = `file:${await make()}`;
    const [start, look] = [await opening(url), await looking(url)];
    expect(look.problem).toBe(start.problem);
    expect(look.mend).toMatch(/folder in DATABASE_URL exists or can be made/);
  });
});
