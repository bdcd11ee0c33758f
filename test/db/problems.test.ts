import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/db/database.js';
import { DatabaseProblem } from '../../src/db/errors.js';
import { sqliteProblem } from '../../src/db/problems.js';
import { newAddress, newPostgres, providers, useFolder } from '../support/databases.js';
import { freePort } from '../support/postgres.js';

/** What the operator reads when this address can't be used. */
async function problemOf(url: string): Promise<DatabaseProblem> {
  try {
    const db = await openDatabase(url, () => undefined);
    await db.close();
  } catch (error) {
    if (error instanceof DatabaseProblem) return error;
    throw error;
  }
  throw new Error('It opened.');
}

describe('an embedded database that can’t be opened is a problem with its mend', () => {
  const folder = useFolder();
  const mend = /folder in DATABASE_URL exists or can be made/;

  test('where a file stands in the way of the folder', async () => {
    await writeFile(join(folder.path, 'in-the-way'), '');
    const found = await problemOf(`file:${join(folder.path, 'in-the-way', 'keepsake.db')}`);
    expect(found.problem).toMatch(/^The database file can't be opened or written: \S/);
    expect(found.mend).toMatch(mend);
  });

  test('where nobody may write', async () => {
    const found = await problemOf('file:/proc/keepsake/keepsake.db');
    expect(found.problem).toMatch(/^The database file can't be opened or written/);
    expect(found.mend).toMatch(mend);
  });

  test('where the address is a folder', async () => {
    await mkdir(join(folder.path, 'folder.db'));
    const found = await problemOf(`file:${join(folder.path, 'folder.db')}`);
    expect(found.problem).toMatch(/^The database file can't be opened or written/);
  });

  test('where the file is something else', async () => {
    const file = join(folder.path, 'letter.txt');
    await writeFile(file, 'Dear diary, today I counted my saves.\n'.repeat(100));
    expect((await problemOf(`file:${file}`)).problem).toMatch(/file is not a database/);
  });

  test('where another program holds it for writing', async () => {
    const url = await newAddress('sqlite', folder.path);
    const holder = new BetterSqlite3(url.replace('file:', ''));
    holder.exec('BEGIN EXCLUSIVE');
    // The start is patient: for this test its time runs forty times as fast.
    const now = performance.now.bind(performance);
    const fast = vi.spyOn(performance, 'now').mockImplementation(() => now() * 40);
    const found = await problemOf(url).finally(() => fast.mockRestore());
    holder.close();
    expect(found.problem).toMatch(/locked/);
    expect(found.mend).toMatch(/no other program holds the file/);
    await (await openDatabase(url, () => undefined)).close();
  });

  test('but one that another program lets go in a moment is waited for', async () => {
    const url = await newAddress('sqlite', folder.path);
    const holder = new BetterSqlite3(url.replace('file:', ''));
    holder.exec('BEGIN EXCLUSIVE');
    setTimeout(() => holder.close(), 300);
    await (await openDatabase(url, () => undefined)).close();
  });
});

test.each([
  ['it may not be written', ['EACCES', 'EROFS', 'SQLITE_READONLY'], true],
  ['the disk is full', ['ENOSPC', 'SQLITE_FULL'], false],
  ['another program holds it', ['SQLITE_BUSY'], false],
])('where %s, starting again may help or not', (_, codes, stays) => {
  for (const code of codes) {
    const error = Object.assign(new Error('It failed'), { code });
    expect(sqliteProblem(error, 'keepsake.db').stays, code).toBe(stays);
  }
});

describe('a PostgreSQL database that can’t be opened is a problem with its mend', () => {
  let silent: Server;
  beforeAll(async () => {
    silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    silent.close();
  });

  test('where nobody listens', async () => {
    const found = await problemOf(`postgresql://me:secret-word@127.0.0.1:${await freePort()}/x`);
    expect(found.problem).toMatch(/^The PostgreSQL database can't be used: \S/);
    expect(found.mend).toBe(
      'Check that PostgreSQL runs and that host and port in its address are right.',
    );
  });

  test('where the host is nowhere', async () => {
    const found = await problemOf('postgresql://me:secret-word@keepsake.invalid:5432/x');
    expect(found.mend).toMatch(/host and port/);
  });

  test('where somebody listens and never answers', async () => {
    const address = silent.address();
    if (address === null || typeof address === 'string') throw new Error('No port.');
    const found = await problemOf(`postgresql://me:secret-word@127.0.0.1:${address.port}/x`);
    expect(found.mend).toMatch(/host and port/);
  });

  test.each([
    ['the password is wrong', (url: URL) => Object.assign(url, { password: 'secret-word' })],
    ['the user is unknown', (url: URL) => Object.assign(url, { username: 'nobody-here' })],
    ['there is no such database', (url: URL) => Object.assign(url, { pathname: '/nowhere' })],
  ])('where %s', async (_what, spoil) => {
    const found = await problemOf(String(spoil(new URL(await newPostgres('empty')))));
    expect(found.problem).toMatch(/^The PostgreSQL database can't be used: \S/);
    expect(found.mend).toMatch(/^Check user, password and database name in its address/);
    expect(found.stays).toBe(true);
  });

  test('and no password is ever part of it', async () => {
    const wrong = new URL(await newPostgres('empty'));
    wrong.password = 'secret-word';
    for (const url of [
      String(wrong),
      `postgresql://me:secret-word@127.0.0.1:${await freePort()}/x`,
    ]) {
      const { problem, mend, message } = await problemOf(url);
      expect(problem + mend + message).not.toMatch(/secret-word/);
    }
  });
});

describe.each(providers)('a %s database of another version', (provider) => {
  const folder = useFolder();
  const record = `INSERT INTO "_prisma_migrations"
    (id, checksum, migration_name, finished_at, started_at, applied_steps_count)
    VALUES ('b', 'c', '29991231000000_from_the_future', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1)`;

  test('that is newer than the program is refused, and left as it is', async () => {
    const url = await newAddress(provider, folder.path);
    const db = await openDatabase(url, () => undefined);
    await db.prisma.$executeRawUnsafe(record);
    const before = await db.prisma.$queryRawUnsafe('SELECT * FROM "_prisma_migrations"');

    const found = await problemOf(url);
    expect(found.problem).toBe(
      'The database is newer than this program: it has 29991231000000_from_the_future.',
    );
    expect(found.mend).toMatch(/newer one, or restore a backup/);
    expect(await db.prisma.$queryRawUnsafe('SELECT * FROM "_prisma_migrations"')).toEqual(before);
    await db.close();
  });

  test('whose last migration was broken off is refused, and the operator reads which', async () => {
    const url = await newAddress(provider, folder.path);
    const db = await openDatabase(url, () => undefined);
    await db.prisma.creator.create({ data: { id: 1n } });
    await db.prisma.$executeRawUnsafe(
      `UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name LIKE '%_tips'`,
    );
    await db.close();
    const found = await problemOf(url);
    expect(found.problem).toMatch(/_tips/);
    expect(found.mend).toMatch(/backup/);
    expect(found.stays).toBe(true);
  });
});
