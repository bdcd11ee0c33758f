import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.js';
import { type DatabaseFailure, databaseFailure } from '../../src/db/errors.js';
import { Prisma } from '../../src/db/generated/sqlite/client.js';
import { inOneStep } from '../../src/db/transaction.js';
import { newAddress, providers, useDatabase, useFolder } from '../support/databases.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';

const at = new Date('2026-11-23T08:00:00.000Z');
const creator = (id: bigint) => ({ into: 'Creator', row: { id, createdAt: at } }) as const;

/** What the failure of this work means; it has to fail. */
async function failure(work: Promise<unknown>): Promise<DatabaseFailure> {
  const error: unknown = await work.then(
    () => {
      throw new Error('It succeeded.');
    },
    (reason: unknown) => reason,
  );
  if (error instanceof Error && error.message === 'It succeeded.') throw error;
  return databaseFailure(error);
}

/** Every way in which the services speak to a database. */
function allWays(
  { prisma, writeTogether, rows }: Database,
  id: bigint,
): [string, () => Promise<unknown>][] {
  return [
    ['a row written', () => prisma.creator.create({ data: { id, createdAt: at } })],
    ['rows written together', () => writeTogether([creator(id)])],
    [
      'a raw statement',
      () => prisma.$executeRaw`INSERT INTO "Creator" ("id", "createdAt") VALUES (${id}, ${at})`,
    ],
    [
      'rows asked for',
      () =>
        rows(Prisma.sql`
          INSERT INTO "Creator" ("id", "createdAt") VALUES (${id}, ${at}) RETURNING "id"`),
    ],
    [
      'a transaction',
      () => prisma.$transaction([prisma.creator.create({ data: { id, createdAt: at } })]),
    ],
    [
      'a look and a change',
      () => prisma.$transaction((tx) => tx.creator.create({ data: { id, createdAt: at } })),
    ],
  ];
}

describe.each(providers)('a failure of %s', (provider) => {
  const database = useDatabase(provider);

  test('by a key that is taken is a conflict, whichever way it was written', async () => {
    await database.db.prisma.creator.create({ data: { id: 1n, createdAt: at } });
    for (const [way, write] of allWays(database.db, 1n)) {
      expect(await failure(write()), way).toBe('conflict');
    }
  });

  test('by a second video of one identity is a conflict', async () => {
    const video = (id: bigint) =>
      ({ into: 'Video', row: { id, creatorId: 1n, identity: 'tiktok:1', createdAt: at } }) as const;
    await database.db.writeTogether([creator(1n), video(10n)]);
    expect(await failure(database.db.writeTogether([video(11n)]))).toBe('conflict');
  });

  test('by a row that belongs to one that is gone says so', async () => {
    const { prisma, writeTogether } = database.db;
    const orphan = { id: 1n, creatorId: 404n, identity: 'x', createdAt: at };
    expect(await failure(writeTogether([{ into: 'Video', row: orphan }]))).toBe('parent gone');
    expect(await failure(prisma.video.create({ data: orphan }))).toBe('parent gone');
  });

  test('by a missing table or a malformed statement is a fault', async () => {
    const { prisma } = database.db;
    expect(await failure(prisma.$queryRawUnsafe('SELECT * FROM "Nowhere"'))).toBe('fault');
    expect(await failure(database.db.rows(Prisma.sql`SELECT * FROM "Nowhere"`))).toBe('fault');
    expect(await failure(prisma.$executeRawUnsafe('SELEKT 1'))).toBe('fault');
  });

  test('that isn’t the database’s is a fault', () => {
    for (const error of [new Error('Oh'), new TypeError('x'), null, undefined, 'text', 42]) {
      expect(databaseFailure(error)).toBe('fault');
    }
  });

  test('that points at itself is looked at once', () => {
    const error: Error & { cause?: unknown } = new Error('Round');
    error.cause = { cause: error };
    expect(databaseFailure(error)).toBe('fault');
  });
});

describe.each(providers)('a %s without one of its tables', (provider) => {
  const folder = useFolder();

  test('is at fault, not away: trying again would not help', async () => {
    const db = await openDatabase(await newAddress(provider, folder.path), () => undefined);
    await db.prisma.$executeRawUnsafe(
      provider === 'sqlite' ? 'DROP TABLE "Creator"' : 'DROP TABLE "Creator" CASCADE',
    );
    for (const [way, write] of allWays(db, 1n)) expect(await failure(write()), way).toBe('fault');
    await db.close();
  });
});

describe('the embedded database', () => {
  const database = useDatabase('sqlite');

  test('held by another process is unavailable, and serves again when it is let go', async () => {
    const holder = new BetterSqlite3(database.url.replace('file:', ''));
    holder.exec('BEGIN IMMEDIATE');
    const failures = allWays(database.db, 1n).map(([, write]) => failure(write()));
    expect(await database.db.prisma.creator.count()).toBe(0); // reading goes on meanwhile
    expect(await Promise.all(failures)).toEqual(failures.map(() => 'unavailable'));
    holder.exec('COMMIT');
    holder.close();
    expect(await database.db.prisma.creator.count()).toBe(0);
    await database.db.writeTogether([creator(1n)]);
    expect(await database.db.prisma.creator.count()).toBe(1);
  });

  test('held by another process for a moment only is waited for, whichever way it is asked', async () => {
    const { db, url } = database;
    const holder = new BetterSqlite3(url.replace('file:', ''));
    for (const [index, [way, write]] of allWays(db, 1n).entries()) {
      await db.prisma.creator.deleteMany();
      holder.exec('BEGIN IMMEDIATE');
      holder.prepare('INSERT INTO "Guild" ("id") VALUES (?)').run(index);
      const writing = write();
      setTimeout(() => holder.exec('COMMIT'), 150);
      await writing;
      expect(await db.prisma.creator.count(), way).toBe(1);
    }
    holder.close();
  });

  test('written by another process after a look into it is changed all the same', async () => {
    const { db, url } = database;
    const other = new BetterSqlite3(url.replace('file:', ''), { timeout: 0 });
    const wrote: boolean[] = [];
    await inOneStep(db, async (tx) => {
      await tx.creator.count();
      try {
        other.prepare('INSERT INTO "Guild" ("id") VALUES (1)').run();
        wrote.push(true);
      } catch {
        wrote.push(false); // its turn comes later
      }
      await tx.creator.create({ data: { id: 1n, createdAt: at } });
    });
    other.close();
    expect(wrote).toEqual([false]);
    expect(await db.prisma.creator.count()).toBe(1);
  });

  test('overwrites what was deleted as soon as nobody else reads, and says so where somebody goes on', async () => {
    const { db, url } = database;
    const reader = new BetterSqlite3(url.replace('file:', ''));
    const read = () => {
      reader.exec('BEGIN');
      reader.prepare('SELECT * FROM "Guild"').all();
    };
    await db.shred();
    read();
    await db.prisma.creator.create({ data: { id: 1n, createdAt: at } });
    await expect(db.shred()).rejects.toThrow('log in use');
    setTimeout(() => reader.exec('COMMIT'), 150);
    await db.shred();
    reader.close();
  });

  test('on a full disk is unavailable, keeps nothing in part, and serves again with room', async () => {
    const { prisma, writeTogether } = database.db;
    const [{ page_count: pages } = { page_count: 0 }] =
      await prisma.$queryRawUnsafe<{ page_count: number }[]>('PRAGMA page_count');
    await prisma.$queryRawUnsafe(`PRAGMA max_page_count = ${Number(pages)}`);
    const large = {
      into: 'Video',
      row: { id: 1n, creatorId: 1n, identity: 'x'.repeat(2_000_000), createdAt: at },
    } as const;
    expect(await failure(writeTogether([creator(1n), large]))).toBe('unavailable');
    expect(
      await failure(
        prisma.guild.create({
          data: { id: 1n, settings: { create: { key: 'x', value: 'x'.repeat(2_000_000) } } },
        }),
      ),
    ).toBe('unavailable');
    await prisma.$queryRawUnsafe('PRAGMA max_page_count = 1000000');
    expect(await prisma.creator.count()).toBe(0);
    expect(await prisma.guild.count()).toBe(0);
    await writeTogether([creator(1n), large]);
    expect(await prisma.video.count()).toBe(1);
  });

  test('that may only be read is unavailable for writing', async () => {
    const { prisma } = database.db;
    await prisma.$queryRawUnsafe('PRAGMA query_only = ON');
    for (const [way, write] of allWays(database.db, 1n)) {
      expect(await failure(write()), way).toBe('unavailable');
    }
    await prisma.$queryRawUnsafe('PRAGMA query_only = OFF');
    await database.db.writeTogether([creator(1n)]);
  });

  test('that is closed is unavailable', async () => {
    const db = await openDatabase(database.url, () => undefined);
    await db.close();
    expect(await failure(db.writeTogether([creator(1n)]))).toBe('unavailable');
  });
});

describe('PostgreSQL', () => {
  let server: PostgresServer;
  let db: Database;
  const lost: Error[] = [];
  beforeAll(async () => {
    server = await startPostgres();
    db = await openDatabase(server.url('postgres'), (error) => lost.push(error));
  });
  afterAll(async () => {
    await db.close();
    await server.stop();
  });

  test('whose table another session holds is unavailable, and what was told to have failed never happens later', async () => {
    const holder = new pg.Client({ connectionString: server.url('postgres') });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE "Creator" IN ACCESS EXCLUSIVE MODE');
    const failures = await Promise.all(allWays(db, 1n).map(([, write]) => failure(write())));
    expect(failures).toEqual(failures.map(() => 'unavailable'));
    await holder.query('COMMIT');
    await holder.end();
    // Whoever was told "nothing was stored" sends again: a late first attempt would make it two.
    for (let look = 0; look < 10; look += 1) {
      expect(await db.prisma.creator.count()).toBe(0);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await db.writeTogether([creator(1n)]);
    expect(await db.prisma.creator.count()).toBe(1);
  });

  test('that ends idle connections is heard of, and serves the next statement', async () => {
    await Promise.all([db.ping(), db.ping(), db.ping()]);
    lost.length = 0;
    const admin = new pg.Client({ connectionString: server.url('template1') });
    await admin.connect();
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'postgres' AND pid <> pg_backend_pid()",
    );
    await admin.end();
    await expect.poll(() => lost.length).toBeGreaterThan(0);
    // One that breaks just now may still be lent out, and then the same may work at once again.
    const answers = () =>
      db.ping().then(
        () => 'answers',
        (error: unknown) => databaseFailure(error),
      );
    expect(['answers', 'unavailable']).toContain(await answers());
    await expect.poll(answers).toBe('answers');
  });

  test('that stops in the middle of a statement is unavailable', async () => {
    const sleeping = failure(db.prisma.$queryRawUnsafe('SELECT 1 FROM pg_sleep(1.5)'));
    await expect
      .poll(async () => {
        const rows = await db.prisma.$queryRawUnsafe<unknown[]>(
          "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()",
        );
        return rows.length;
      })
      .toBe(1);
    await server.halt();
    expect(await sleeping).toBe('unavailable');
    await server.resume();
  });

  test('that is stopped is unavailable whichever way it is asked, and serves again when it is back', async () => {
    await server.halt();
    for (const [way, write] of allWays(db, 2n)) {
      expect(await failure(write()), way).toBe('unavailable');
    }
    expect(await failure(db.ping())).toBe('unavailable');
    expect(await failure(db.prisma.creator.count())).toBe('unavailable');
    await server.resume();
    await db.ping();
    expect(await db.prisma.creator.count({ where: { id: 2n } })).toBe(0);
    await db.writeTogether([creator(2n)]);
    expect(await db.prisma.creator.count({ where: { id: 2n } })).toBe(1);
  });
});
