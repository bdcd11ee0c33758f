import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { Database } from '../../src/db/database.js';

/** Keeps what a database holds, and puts it there again: in a fraction of the time of making it. */
export interface KeptRows {
  /** @returns what puts every row back as it is now, and takes every other away. */
  keep(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Opens a connection of its own to a database that is open. */
export function keptRows({ provider }: Pick<Database, 'provider'>, url: string): Promise<KeptRows> {
  return provider === 'sqlite' ? keptInSqlite(url) : keptInPostgresql(url);
}

/** What the migrations note about themselves stays. */
const OURS = (name: string) => !name.startsWith('_prisma') && !name.startsWith('sqlite_');

const quoted = (name: string) => `"${name}"`;

async function keptInSqlite(url: string): Promise<KeptRows> {
  const db = new BetterSqlite3(url.replace(/^file:/, ''), { timeout: 5_000 });
  db.exec(`PRAGMA foreign_keys = OFF; ATTACH ':memory:' AS kept`);
  const tables = db
    .prepare<[], string>(`SELECT name FROM main.sqlite_master WHERE type = 'table'`)
    .pluck()
    .all()
    .filter(OURS)
    .map(quoted);
  let times = 0;
  return {
    async keep() {
      times += 1;
      const copies = tables
        .filter((table) => db.prepare(`SELECT 1 FROM main.${table} LIMIT 1`).get() !== undefined)
        .map((table) => ({ table, copy: `kept.${table.replace(/"$/, ` ${times}"`)}` }));
      for (const { table, copy } of copies) {
        db.exec(`CREATE TABLE ${copy} AS SELECT * FROM main.${table}`);
      }
      const statements = [
        'BEGIN IMMEDIATE',
        ...tables.map((table) => `DELETE FROM main.${table}`),
        ...copies.map(({ table, copy }) => `INSERT INTO main.${table} SELECT * FROM ${copy}`),
        'COMMIT',
      ].join(';');
      return async () => void db.exec(statements);
    },
    close: async () => void db.close(),
  };
}

async function keptInPostgresql(url: string): Promise<KeptRows> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const tables = rows.flatMap(({ name }) => (OURS(name) ? [quoted(name)] : []));
  let times = 0;
  return {
    async keep() {
      times += 1;
      const copies = [];
      for (const table of tables) {
        const { rowCount } = await client.query(`SELECT 1 FROM public.${table} LIMIT 1`);
        if (rowCount === 0) continue;
        const copy = table.replace(/"$/, ` ${times}"`);
        await client.query(`CREATE TEMPORARY TABLE ${copy} AS TABLE public.${table}`);
        copies.push({ table, copy });
      }
      const statements = [
        // Neither are references looked at meanwhile, nor does anything go with what goes.
        'BEGIN; SET LOCAL session_replication_role = replica',
        ...tables.map((table) => `DELETE FROM public.${table}`),
        ...copies.map(({ table, copy }) => `INSERT INTO public.${table} SELECT * FROM ${copy}`),
        'COMMIT',
      ].join(';');
      return async () => void (await client.query(statements));
    },
    close: () => client.end(),
  };
}
