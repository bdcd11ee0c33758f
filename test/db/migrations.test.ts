import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.js';
import { knownMigrations, migrationList, migrationsDir } from '../../src/db/migrations.js';
import { postgresqlFactory } from '../../src/db/postgresql.js';
import type { Provider } from '../../src/db/provider.js';
import { withSchemaEngine } from '../../src/db/schema-engine.js';
import { sqliteFactory } from '../../src/db/sqlite.js';
import { projectRoot } from '../../src/lib/paths.js';
import { newAddress, newPostgres, providers, useFolder } from '../support/databases.js';
import { makeFirstRelease } from '../support/first-release.js';

interface Recorded {
  readonly id: string;
  readonly checksum: string;
  readonly migration_name: string;
  readonly logs: string | null;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly rolled_back_at: Date | null;
  readonly applied_steps_count: number;
}

async function recorded(url: string): Promise<Recorded[]> {
  const db = await openDatabase(url, () => undefined);
  const rows = await db.prisma.$queryRawUnsafe<Recorded[]>(
    'SELECT * FROM "_prisma_migrations" ORDER BY migration_name',
  );
  await db.close();
  return rows;
}

describe.each(providers)('the migrations of %s', (provider) => {
  const folder = useFolder();

  test('are recorded as `prisma migrate deploy` records them', async () => {
    const rows = await recorded(await newAddress(provider, folder.path));
    expect(rows.map((row) => row.migration_name)).toEqual(await knownMigrations(provider));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const sql = await readFile(
        join(migrationsDir(provider), row.migration_name, 'migration.sql'),
      );
      expect(row.checksum).toBe(createHash('sha256').update(sql).digest('hex'));
      expect(row.id).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
      expect(row.finished_at).not.toBeNull();
      expect(row.rolled_back_at).toBeNull();
      expect(row.logs ?? '').toBe('');
      expect(Number(row.applied_steps_count)).toBe(1);
    }
  });

  test('are applied once: a second opening changes nothing', async () => {
    const url = await newAddress(provider, folder.path);
    const first = await recorded(url);
    expect(await recorded(url)).toEqual(first);
  });
});

describe.each(providers)('a database of the first release on %s', (provider) => {
  const folder = useFolder();

  test('learns of each true count where it was told and how far off the estimate was', async () => {
    const url = await newAddress(provider, folder.path);
    await makeFirstRelease(provider, url);

    const db = await openDatabase(url, () => undefined);
    const told = await db.prisma.trueSave.findMany({ orderBy: { readingId: 'asc' } });
    expect(told.map(({ guildId, inside }) => ({ guildId, inside }))).toEqual([
      { guildId: 5n, inside: true },
      { guildId: null, inside: false },
    ]);
    expect(told[0]?.miss).toBeCloseTo(Math.log(151 / 101), 9);
    expect(told[1]?.miss).toBeCloseTo(Math.log(1001 / 101), 9);
    expect(await db.prisma.estimate.count({ where: { learnedHere: 0 } })).toBe(2);
    if (provider === 'sqlite') {
      expect(await db.prisma.$queryRawUnsafe('PRAGMA foreign_key_check')).toEqual([]);
    }
    await db.close();
  });
});

/** A factory for a database of its own, on which the engine also makes its shadow database. */
async function factoryFor(
  provider: Provider,
  folder: string,
): Promise<SqlMigrationAwareDriverAdapterFactory> {
  return provider === 'sqlite'
    ? sqliteFactory(await newAddress(provider, folder))
    : withShadow(await newPostgres('empty'), await newPostgres('empty'));
}

/** PostgreSQL's own type for one byte, in its catalogue only, and that of a text. */
const [CHAR, TEXT] = [18, 25];

/** With a shadow database beside it: the adapter can't drop one that it made itself. */
function withShadow(url: string, shadow: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = postgresqlFactory(url, 'starting', () => undefined);
  const shadowFactory = postgresqlFactory(shadow, 'starting', () => undefined);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => readingChars(await factory.connect()),
    connectToShadowDb: async () => readingChars(await shadowFactory.connect()),
  };
}

/** The engine asks the catalogue for columns of the type `"char"`, which the adapter can't read. */
function readingChars(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const performIO: unknown = Reflect.get(adapter, 'performIO');
  if (typeof performIO !== 'function') throw new Error('The adapter asks in another way now.');
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const chars: number[] = [];
    Reflect.set(adapter, 'performIO', async (asked: unknown) => {
      const result: { fields: { dataTypeID: number }[] } = await performIO.call(adapter, asked);
      for (const [index, field] of result.fields.entries()) {
        if (field.dataTypeID !== CHAR) continue;
        field.dataTypeID = TEXT;
        chars.push(index);
      }
      return result;
    });
    const result = await queryRaw(query);
    for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

/** The engine's words for what the migrations lack to give these models; null if nothing. */
async function drift(
  provider: Provider,
  folder: string,
  plant: (models: string) => string = (models) => models,
): Promise<string | null> {
  const dir = join(projectRoot, 'prisma', provider);
  const read = (name: string) => readFile(join(dir, name), 'utf8');
  const files: [string, string][] = [
    [join(dir, 'schema.prisma'), await read('schema.prisma')],
    [join(dir, 'models.prisma'), plant(await read('models.prisma'))],
  ];
  const migrations = await migrationList(provider);
  const factory = await factoryFor(provider, folder);
  const { exitCode, stdout } = await withSchemaEngine(factory, files, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: {
        tag: 'schemaDatamodel',
        files: files.map(([path, content]) => ({ path, content })),
      },
      script: false,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return exitCode === 0 ? null : (stdout ?? `exit code ${exitCode}`);
}

describe.each(providers)('the models and the migrations of %s', (provider) => {
  const folder = useFolder();

  test('say the same', async () => {
    expect(await drift(provider, folder.path)).toBeNull();
  });

  test.each([
    ['a column more', /(?<=model Creator \{)/, '\n  nickname String?', /Creator/],
    ['a column less', /^ {2}trying .*$/m, '', /Reading/],
    ['a column that may be empty', /^( {2}leftAt +DateTime)\?$/m, '$1', /Guild/],
    ['an index more', /(?<=@@index\(\[expiresAt\]\))/, '\n  @@index([creatorId])', /Draft/],
    ['another rule of deletion', /onDelete: SetNull/, 'onDelete: Cascade', /Reading/],
  ])('are told apart by %s', async (_what, where, planted, named) => {
    const found = await drift(provider, folder.path, (models) => {
      const spoilt = models.replace(where, planted);
      expect(spoilt).not.toBe(models);
      return spoilt;
    });
    expect(found).toMatch(named);
  });
});
