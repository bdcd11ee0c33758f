import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.js';
import { knownMigrations } from '../../src/db/migrations.js';
import { projectRoot } from '../../src/lib/paths.js';
import { newAddress, providers, useFolder } from '../support/databases.js';

/** The compiled program: several processes can't share the one that runs this test. */
const compiled = join(projectRoot, 'dist', 'src', 'db', 'database.js');

const openAndCount = `
  const { openDatabase } = await import(${JSON.stringify(pathToFileURL(compiled).href)});
  const db = await openDatabase(process.argv[1], () => undefined);
  console.log(await db.prisma.creator.count());
  await db.close();
  process.exit(0);
`;

describe.each(providers)('four starts at once on one new %s database', (provider) => {
  const folder = useFolder();

  test('in one process all succeed, and the migrations are applied once', async () => {
    const url = await newAddress(provider, folder.path);
    const four = await Promise.all([1, 2, 3, 4].map(() => openDatabase(url, () => undefined)));
    const names = await four[0]?.prisma.$queryRawUnsafe<{ migration_name: string }[]>(
      'SELECT migration_name FROM "_prisma_migrations" ORDER BY migration_name',
    );
    expect(names?.map((row) => row.migration_name)).toEqual(await knownMigrations(provider));
    expect(await Promise.all(four.map((db) => db.prisma.creator.count()))).toEqual([0, 0, 0, 0]);
    await Promise.all(four.map((db) => db.close()));
  });

  test('in four processes all succeed, and the migrations are applied once', async () => {
    expect(existsSync(compiled), 'npm run ready compiles').toBe(true);
    const url = await newAddress(provider, folder.path);
    const start = () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', openAndCount, url]);
    // All of them are waited for, so that none goes on after this test.
    const ends = await Promise.allSettled([start(), start(), start(), start()]);
    const told = ends.map((end) =>
      end.status === 'fulfilled' ? end.value.stdout.trim() : String(end.reason),
    );
    expect(told).toEqual(['0', '0', '0', '0']);
    const db = await openDatabase(url, () => undefined);
    const [{ n } = { n: 0 }] = await db.prisma.$queryRawUnsafe<{ n: bigint }[]>(
      'SELECT COUNT(*) AS n FROM "_prisma_migrations"',
    );
    expect(Number(n)).toBe((await knownMigrations(provider)).length);
    await db.close();
  });
});
