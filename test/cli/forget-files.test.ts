import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.js';
import { bytesOf, newAddress, useFolder } from '../support/databases.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { type Ended, runProgram } from '../support/program.js';

const folder = useFolder();
const WORDS = 'lighthouse-of-ada';

function forget(url: string, ...args: string[]): Promise<Ended> {
  return runProgram('forget', args, { cwd: folder.path, env: { DATABASE_URL: url } });
}

/** Two creators with videos; of the first one each title holds the words that are searched for. */
async function fill({ prisma }: Database): Promise<void> {
  for (const [creatorId, words] of [
    [7n, WORDS],
    [8n, 'boat-of-ben'],
  ] as const) {
    await prisma.creator.create({ data: { id: creatorId } });
    await prisma.video.createMany({
      data: Array.from({ length: 400 }, (_, n) => ({
        id: creatorId * 1000n + BigInt(n),
        creatorId,
        identity: `title:${words} ${n}`,
        title: `${words} ${n % 20}`,
        createdAt: new Date(),
      })),
    });
  }
}

describe('npm run forget -- --files on PostgreSQL', () => {
  let server: PostgresServer;
  let url: string;
  let db: Database;
  beforeAll(async () => {
    server = await startPostgres();
    await server.create('keepsake');
    url = server.url('keepsake');
    db = await openDatabase(url, () => undefined);
  });
  afterAll(async () => {
    await db.close();
    await server.stop();
  });

  /** How often words stand in the files of the server's databases. */
  function found(words: string): number {
    const base = join(server.folder, 'base');
    return readdirSync(base, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .reduce((sum, bytes) => sum + bytes.split(words).length - 1, 0);
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  }

  test('leaves nothing of a member in its files, where VACUUM leaves much', async () => {
    await fill(db);
    const client = await connect();
    await client.query('ANALYZE');
    await client.query('CHECKPOINT');
    expect(found(WORDS)).toBeGreaterThan(400);
    const deleted = await forget(url, '--member', '12345678901234567');
    expect(deleted.said).toContain('npm run forget -- --files takes it out of them');
    await db.prisma.creator.delete({ where: { id: 7n } });
    await client.query('VACUUM');
    await client.query('CHECKPOINT');
    expect(found(WORDS)).toBeGreaterThan(0);
    await client.end();

    const { said, complaints, code } = await forget(url, '--files');
    expect(complaints).toBe('');
    // The lock is named before anything is done.
    expect(said.indexOf('ACCESS EXCLUSIVE')).toBeGreaterThan(-1);
    expect(said.indexOf('ACCESS EXCLUSIVE')).toBeLessThan(said.indexOf('Video is written anew'));
    expect(said).toContain('✓ The tables are written anew');
    expect(said).toContain('own log (pg_wal');
    expect(said).not.toContain('\nBut ');
    expect(code).toBe(0);
    expect(found(WORDS)).toBe(0);
    expect(found('boat-of-ben')).toBeGreaterThan(400);
    expect(await db.prisma.video.count()).toBe(400);
  });

  test('says so where another program still reads as of before, and deletes as it is told', async () => {
    const client = await connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await client.query('SELECT 1');
    const early = await forget(url, '--files');
    expect(early.said).toContain('Run this command again when that program is done');
    await client.query('SELECT * FROM "Guild"');
    const held = await forget(url, '--files');
    expect(held.complaints).toMatch(/✗ Another program holds the table "Guild"/);
    expect(held.complaints).toMatch(/→ Wait until that program/);
    expect(held.code).toBe(1);
    await client.query('COMMIT');
    await client.end();
    const done = await forget(url, '--files');
    expect(done.said).not.toContain('Run this command again');
    expect(done.code).toBe(0);
  });

  test('says what an owner without more rights leaves to the administrator', async () => {
    const client = await connect();
    await client.query(`CREATE ROLE owner LOGIN PASSWORD 'owner'`);
    await client.query('CREATE DATABASE owned OWNER owner');
    await client.end();
    const owned = new URL(server.url('owned'));
    owned.username = 'owner';
    owned.password = 'owner';
    await (await openDatabase(String(owned), () => undefined)).close();
    const { said, code } = await forget(String(owned), '--files');
    expect(said).toContain('next checkpoint');
    expect(said).not.toContain('pg_statistic');
    expect(code).toBe(0);
  });
});

test('npm run forget -- --files on SQLite writes the file anew, smaller and without what was deleted', async () => {
  const url = await newAddress('sqlite', folder.path);
  const db = await openDatabase(url, () => undefined);
  // As a version that let go of rows without overwriting them.
  await db.prisma.$executeRawUnsafe('PRAGMA secure_delete = OFF');
  await fill(db);
  await db.prisma.creator.delete({ where: { id: 7n } });
  await db.close();
  const before = await bytesOf(url);
  expect(before.includes(WORDS)).toBe(true);
  const { said, code } = await forget(url, '--files');
  expect(said).toContain('Writing the file anew');
  expect(code).toBe(0);
  const after = await bytesOf(url);
  expect(after.includes(WORDS)).toBe(false);
  expect(after.includes('boat-of-ben')).toBe(true);
  expect(after.length).toBeLessThan(before.length);
});
