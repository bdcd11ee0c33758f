import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../src/db/database.js';
import { Prisma } from '../../src/db/generated/sqlite/client.js';
import { createGuilds } from '../../src/services/guilds.js';
import { isAnyDue } from '../../src/services/posting/any-due.js';
import { createPostingWatch } from '../../src/services/posting/watch.js';
import { newAddress, newMigrated, providers, useFolder } from '../support/databases.js';
import { DAY } from '../support/scoring.js';

// The first of all, since what is compiled stays.
describe('an embedded database', () => {
  const folder = useFolder();

  test('is read and written without Prisma’s compiler, which a start would wait for', async () => {
    const { WebAssembly } = globalThis as unknown as { WebAssembly: { Module: () => unknown } };
    const compiled = vi.spyOn(WebAssembly, 'Module');
    onTestFinished(() => compiled.mockRestore());
    const db = await openDatabase(await newMigrated('sqlite', folder.path), () => undefined);
    onTestFinished(() => db.close());
    const createdAt = new Date();
    await db.writeTogether([{ into: 'Creator', row: { id: 7n, createdAt } }]);
    const statement = Prisma.sql`SELECT "id" FROM "Creator"`;
    expect(await db.rows(statement)).toEqual([{ id: 7n }]);
    expect(await db.ping()).toEqual({ writable: true });
    const guilds = createGuilds({ db, clock: () => createdAt });
    expect(await guilds.outOfLine(() => true)).toEqual([]);
    // With nobody before it, after a long time, and a moment later.
    let now = createdAt;
    for (const later of [0, DAY, 1]) {
      now = new Date(now.getTime() + later);
      await createPostingWatch({ db, clock: () => now }).look();
    }
    expect(await isAnyDue(db, ['Digest', 'nextTryAt'], now)).toBe(false);
    expect(compiled).not.toHaveBeenCalled();
    // It comes with the first question to the models, on the same connection.
    expect(await db.prisma.creator.findMany()).toEqual([{ id: 7n, createdAt }]);
    expect(compiled).toHaveBeenCalled();
    // Nor does the client close it for the others.
    await db.prisma.$disconnect();
    expect(await db.rows(statement)).toEqual([{ id: 7n }]);
  });

  test('that is closed lets go of its file, and isn’t opened again by who comes too late', async () => {
    const place = join(folder.path, 'alone');
    await mkdir(place);
    const db = await openDatabase(await newMigrated('sqlite', place), () => undefined);
    await db.close();
    await expect(db.rows(Prisma.sql`SELECT 1 AS "one"`)).rejects.toThrow('not open');
    await expect(db.prisma.creator.count()).rejects.toThrow();
    // Beside a file that is closed for good there is no log.
    expect(await readdir(place)).toHaveLength(1);
  });
});

describe.each(providers)('opening a new %s database', (provider) => {
  const folder = useFolder();

  test('makes every table, and what was stored is there after closing and opening again', async () => {
    const url = await newAddress(provider, folder.path);
    const createdAt = new Date('2026-11-23T08:15:30.123Z');

    const first = await openDatabase(url, () => undefined);
    expect(first.provider).toBe(provider);
    await first.ping();
    await first.prisma.creator.create({ data: { id: 1n, createdAt } });
    await first.close();

    const second = await openDatabase(url, () => undefined);
    expect(await second.prisma.creator.findMany()).toEqual([{ id: 1n, createdAt }]);
    expect(await second.prisma.video.count()).toBe(0);
    expect(await second.prisma.reading.count()).toBe(0);
    expect(await second.prisma.estimate.count()).toBe(0);
    expect(await second.prisma.trueSave.count()).toBe(0);
    expect(await second.prisma.draft.count()).toBe(0);
    expect(await second.prisma.guild.count()).toBe(0);
    expect(await second.prisma.setting.count()).toBe(0);
    await second.close();
  });

  test('holds foreign keys', async () => {
    const db = await openDatabase(await newAddress(provider, folder.path), () => undefined);
    const orphan = { id: 1n, creatorId: 404n, identity: 'reading:1', createdAt: new Date() };
    await expect(db.prisma.video.create({ data: orphan })).rejects.toThrow();
    await expect(db.writeTogether([{ into: 'Video', row: orphan }])).rejects.toThrow();
    expect(await db.prisma.video.count()).toBe(0);
    await db.close();
  });
});

describe('the embedded database', () => {
  const folder = useFolder();
  const pragma = async (db: Awaited<ReturnType<typeof openDatabase>>, name: string) => {
    const rows = await db.prisma.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
    return String(Object.values(rows[0] ?? {})[0]);
  };

  test('is made with every folder above it', async () => {
    const file = join(folder.path, 'not', 'there', 'yet', 'keepsake.db');
    const db = await openDatabase(`file:${file}`, () => undefined);
    await db.close();
    expect((await stat(file)).isFile()).toBe(true);
  });

  test('survives a power cut after every answer: WAL, synchronous FULL, foreign keys, also when opened again', async () => {
    const url = `file:${join(folder.path, 'pragmas.db')}`;
    for (const _opening of ['first', 'second', 'third']) {
      const db = await openDatabase(url, () => undefined);
      expect(await pragma(db, 'journal_mode')).toBe('wal');
      expect(await pragma(db, 'synchronous')).toBe('2');
      expect(await pragma(db, 'foreign_keys')).toBe('1');
      await db.close();
    }
  });

  test('is one that other programs can read meanwhile', async () => {
    const file = join(folder.path, 'shared.db');
    const db = await openDatabase(`file:${file}`, () => undefined);
    await db.prisma.creator.create({ data: { id: 7n, createdAt: new Date() } });
    const other = new BetterSqlite3(file, { readonly: true });
    expect(other.prepare('SELECT id FROM Creator').all()).toEqual([{ id: 7 }]);
    other.close();
    await db.close();
  });
});
