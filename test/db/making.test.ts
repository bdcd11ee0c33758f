import { spawn } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { inspectDatabase, openDatabase } from '../../src/db/database.js';
import { DatabaseProblem } from '../../src/db/errors.js';
import { knownMigrations } from '../../src/db/migrations.js';
import type { Provider } from '../../src/db/provider.js';
import { projectRoot } from '../../src/lib/paths.js';
import { newAddress, providers, useFolder } from '../support/databases.js';
import { makeFirstRelease } from '../support/first-release.js';
import { atLength } from '../support/soak.js';

const compiled = (name: string) =>
  JSON.stringify(pathToFileURL(join(projectRoot, 'dist', 'src', 'db', name)).href);

/** Opens a database as every program does. */
const OPEN = `
  const { openDatabase } = await import(${compiled('database.js')});
  await (await openDatabase(process.argv[1], () => undefined)).close();
`;

/** Makes one as versions did before: each statement takes effect by itself. */
const STATEMENT_BY_STATEMENT = `
  const { withSchemaEngine } = await import(${compiled('schema-engine.js')});
  const { migrationList } = await import(${compiled('migrations.js')});
  const { sqliteFactory } = await import(${compiled('sqlite.js')});
  const { postgresqlFactory } = await import(${compiled('postgresql.js')});
  const url = process.argv[1];
  const provider = url.startsWith('file:') ? 'sqlite' : 'postgresql';
  const factory =
    provider === 'sqlite' ? sqliteFactory(url) : postgresqlFactory(url, 'starting', () => undefined);
  const migrationsList = await migrationList(provider);
  const filters = { externalTables: [], externalEnums: [] };
  await withSchemaEngine(factory, undefined, (engine) =>
    engine.applyMigrations({ migrationsList, filters }),
  );
`;

/**
 * Runs a program and kills it at a statement (`test/support/kill-at.mjs`).
 *
 * @returns how many statements there were; null if it was killed.
 */
async function killedAt(at: number, program: string, url: string): Promise<number | null> {
  const hook = join(projectRoot, 'test', 'support', 'kill-at.mjs');
  const child = spawn(
    process.execPath,
    ['--import', hook, '--input-type=module', '-e', program, url],
    { cwd: projectRoot, env: { ...process.env, KILL_AT: String(at) } },
  );
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const signal = await new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
  if (signal === 'SIGKILL') return null;
  const [, count] = /(\d+) statements\n$/.exec(complaints) ?? [];
  if (count === undefined) throw new Error(complaints);
  return Number(count);
}

/** Statements to be killed at, before and after: all of them in a long run. */
async function* kills(
  program: string,
  make: () => Promise<string>,
): AsyncGenerator<{ at: number; url: string }> {
  const statements = await killedAt(0, program, await make());
  if (statements === null) throw new Error('Nobody killed it.');
  expect(statements).toBeGreaterThan(20);
  const step = atLength(statements / 5, 0.5);
  for (let exact = 1; exact <= statements; exact += step) {
    const at = Math.round(exact * 2) / 2;
    const url = await make();
    expect(await killedAt(at, program, url), `at ${at}`).toBeNull();
    yield { at, url };
  }
  const url = await make();
  await killedAt(statements, program, url);
  yield { at: statements, url };
}

const TIME = atLength(300_000, 3_600_000);

async function expectWhole(provider: Provider, url: string, at: number): Promise<void> {
  const db = await openDatabase(url, () => undefined).catch((error: unknown) => {
    throw new Error(`killed at ${at}`, { cause: error });
  });
  const names = await db.prisma.$queryRawUnsafe<{ migration_name: string }[]>(
    'SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL ORDER BY migration_name',
  );
  expect(
    names.map((row) => row.migration_name),
    `killed at ${at}`,
  ).toEqual(await knownMigrations(provider));
  await db.prisma.creator.create({ data: { id: 7n } });
  await db.prisma.digestSchedule.count();
  await db.close();
}

describe.each(providers)('a start that is killed while it makes its %s database', (provider) => {
  const folder = useFolder();
  const make = () => newAddress(provider, folder.path);

  test(
    'at any statement, leaves one that the next start makes',
    async () => {
      for await (const { at, url } of kills(OPEN, make)) await expectWhole(provider, url, at);
    },
    TIME,
  );

  test(
    'at any statement of a version that made it bit by bit, leaves one that is made anew',
    async () => {
      for await (const { at, url } of kills(STATEMENT_BY_STATEMENT, make)) {
        expect((await inspectDatabase(url)).kind).toMatch(/^(missing|new|half-made|ours)$/);
        await expectWhole(provider, url, at);
      }
    },
    TIME,
  );

  test('but one that holds anything of anybody is never made anew', async () => {
    const url = await make();
    const db = await openDatabase(url, () => undefined);
    await db.prisma.guild.create({ data: { id: 5n } });
    await db.prisma.$executeRawUnsafe('UPDATE "_prisma_migrations" SET finished_at = NULL');
    await expect(openDatabase(url, () => undefined)).rejects.toThrow(DatabaseProblem);
    expect(await db.prisma.guild.count()).toBe(1);
    await db.prisma.guild.deleteMany();
    // Nor one with a table that isn't Keepsake's, even an empty one.
    await db.prisma.$executeRawUnsafe('CREATE TABLE invoices (id int)');
    await expect(openDatabase(url, () => undefined)).rejects.toThrow(DatabaseProblem);
    await db.prisma.$executeRawUnsafe('SELECT * FROM invoices');
    await db.close();
  });
});

describe.each(providers)('a start that is killed while it updates a %s database', (provider) => {
  const folder = useFolder();
  let original: string | undefined;

  /** Each time one more of the first release, with a creator's numbers in it. */
  async function make(): Promise<string> {
    const url = await newAddress(provider, folder.path);
    if (provider === 'postgresql') {
      await makeFirstRelease(provider, url);
      return url;
    }
    if (original === undefined) {
      original = join(folder.path, 'first.db');
      await makeFirstRelease(provider, `file:${original}`);
    }
    await copyFile(original, url.replace('file:', ''));
    return url;
  }

  test(
    'at any statement, leaves it as it was or as it is to be, with everything in it',
    async () => {
      const known = await knownMigrations(provider);
      for await (const { at, url } of kills(OPEN, make)) {
        const { pending } = await inspectDatabase(url);
        expect([0, known.length - 1], `killed at ${at}`).toContain(pending.length);
        const db = await openDatabase(url, () => undefined);
        const told = await db.prisma.trueSave.findMany({ orderBy: { readingId: 'asc' } });
        expect(told.map(({ guildId, inside }) => ({ guildId, inside }))).toEqual([
          { guildId: 5n, inside: true },
          { guildId: null, inside: false },
        ]);
        expect(await db.prisma.reading.count()).toBe(2);
        expect(await db.prisma.estimate.count()).toBe(2);
        await db.close();
      }
    },
    TIME,
  );
});
