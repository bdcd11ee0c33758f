import { resolve } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';

/** Milliseconds for which the operator's commands wait for another program's lock. */
export const LOCK_PATIENCE_MS = 10_000;

/** The file behind a `file:` address; relative to the working directory. */
export function sqliteFile(url: string): string {
  return resolve(url.replace(/^file:/, ''));
}

/** The updates recorded in a database file, oldest first; none if Keepsake never wrote to it. */
export function migrationsIn(db: BetterSqlite3.Database): {
  finished: string[];
  unfinished: string[];
} {
  const isThere = db
    .prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`)
    .get();
  if (isThere === undefined) return { finished: [], unfinished: [] };
  const recorded = db
    .prepare<[], { migration_name: string; finished_at: unknown }>(
      'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name',
    )
    .all();
  const names = (isFinished: boolean) =>
    recorded
      .filter(({ finished_at }) => (finished_at !== null) === isFinished)
      .map(({ migration_name }) => migration_name);
  return { finished: names(true), unfinished: names(false) };
}

/** The names of our tables, without SQLite's and Prisma's own. */
export function tablesIn(db: BetterSqlite3.Database): string[] {
  return db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_prisma_migrations' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name);
}

/** The names of a table's columns. */
export function columnsIn(db: BetterSqlite3.Database, table: string): string[] {
  return db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);
}

/** How many rows a table has. */
export function countIn(db: BetterSqlite3.Database, table: string): number {
  return Number(db.prepare(`SELECT COUNT(*) FROM "${table}"`).pluck().get());
}
