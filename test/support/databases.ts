import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.js';
import type { Provider } from '../../src/db/provider.js';
import { atDesk } from './desk.js';

/** Both databases: what holds on one has to hold on the other. */
export const providers: readonly Provider[] = ['sqlite', 'postgresql'];

/**
 * A temporary folder, removed after the last test of the block that asks for it.
 */
export function useFolder(): { readonly path: string } {
  const folder = { path: '' };
  beforeAll(async () => {
    folder.path = await mkdtemp(join(tmpdir(), 'keepsake-test-'));
  });
  afterAll(() => rm(folder.path, { recursive: true, force: true }));
  return folder;
}

/** The address of a new PostgreSQL database: with the migrations applied, or with nothing in it. */
export function newPostgres(state: 'migrated' | 'empty'): Promise<string> {
  return atDesk(state);
}

/** Puts an embedded database there that the migrations were applied to. */
export async function copyMigrated(file: string): Promise<void> {
  await copyFile(await atDesk('file'), file);
}

/** The address of a database that isn't there yet (SQLite) or has no tables (PostgreSQL). */
export async function newAddress(provider: Provider, folder: string): Promise<string> {
  if (provider === 'postgresql') return newPostgres('empty');
  return `file:${join(folder, `${crypto.randomUUID()}.db`)}`;
}

/** The address of a database with the migrations applied, and nothing else in it. */
export async function newMigrated(provider: Provider, folder: string): Promise<string> {
  if (provider === 'postgresql') return newPostgres('migrated');
  const address = await newAddress(provider, folder);
  await copyMigrated(address.replace(/^file:/, ''));
  return address;
}

/** An open database for the tests of the block that asks for it, empty at the start of each. */
export function useDatabase(provider: Provider): { readonly db: Database; readonly url: string } {
  const folder = useFolder();
  let opened: Database | undefined;
  let url = '';
  beforeAll(async () => {
    url = await newMigrated(provider, folder.path);
    opened = await openDatabase(url, () => undefined);
  });
  beforeEach(() => opened && empty(opened));
  afterAll(() => opened?.close());
  return {
    get db() {
      if (opened === undefined) throw new Error('The database is open only while tests run.');
      return opened;
    },
    get url() {
      return url;
    },
  };
}

/** Every byte of an embedded database: of its file, and of the log beside it. */
export async function bytesOf(url: string): Promise<Buffer> {
  const file = url.replace(/^file:/, '');
  const parts = ['', '-wal'].map((end) => readFile(file + end).catch(() => Buffer.alloc(0)));
  return Buffer.concat(await Promise.all(parts));
}

/** Everything hangs on these two, and goes with them. */
export async function empty({ prisma }: Database): Promise<void> {
  await prisma.creator.deleteMany();
  await prisma.guild.deleteMany();
}

/**
 * Makes a database fail at a change of one server's rows, as a damaged page of them would; until the
 * function it returns is called.
 *
 * @param column that holds the server's id.
 */
export async function failAt(
  { prisma, provider }: Database,
  change: 'INSERT' | 'DELETE',
  { table, column, id }: { table: string; column: string; id: bigint },
): Promise<() => Promise<void>> {
  const row = change === 'INSERT' ? 'NEW' : 'OLD';
  const on = `BEFORE ${change} ON "${table}" FOR EACH ROW WHEN (${row}."${column}" = ${id})`;
  const statements =
    provider === 'sqlite'
      ? [`CREATE TRIGGER "bad" ${on} BEGIN SELECT RAISE(ABORT, 'bad row'); END`]
      : [
          `CREATE FUNCTION bad() RETURNS trigger LANGUAGE plpgsql AS
             $$ BEGIN RAISE EXCEPTION 'bad row'; END $$`,
          `CREATE TRIGGER "bad" ${on} EXECUTE FUNCTION bad()`,
        ];
  for (const statement of statements) await prisma.$executeRawUnsafe(statement);
  return async () => {
    const end = provider === 'sqlite' ? 'DROP TRIGGER "bad"' : 'DROP FUNCTION bad() CASCADE';
    await prisma.$executeRawUnsafe(end);
  };
}
