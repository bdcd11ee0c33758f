import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { countIn, LOCK_PATIENCE_MS, migrationsIn, tablesIn } from './sqlite-look.js';

/** What a file holds. */
export interface Holdings {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** The name of the newest update that was applied to it. */
  readonly newestMigration: string;
}

/** All pages at once, so that a bot that writes meanwhile can't make the copy begin anew for ever. */
const ALL_PAGES = 0x7fffffff;

/** A file that is no whole database of ours. */
export class NotWhole extends Error {
  override readonly name = 'NotWhole';
}

/** Copies a database as of one moment into one file without neighbours. */
export async function copyWhole(from: string, to: string): Promise<void> {
  const source = new BetterSqlite3(from, { readonly: true, timeout: LOCK_PATIENCE_MS });
  try {
    const until = performance.now() + LOCK_PATIENCE_MS;
    let left = Number.POSITIVE_INFINITY;
    await source.backup(to, {
      progress: ({ remainingPages }) => {
        if (remainingPages >= left && performance.now() > until) {
          throw new Error('another program holds the database for itself');
        }
        left = remainingPages;
        return ALL_PAGES;
      },
    });
  } finally {
    source.close();
  }
  intoOneFile(to);
}

/** Everything into the file itself, so that it may be moved about alone. */
export function intoOneFile(file: string): void {
  const copy = new BetterSqlite3(file);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/**
 * Reads every page and every reference of a database, and counts what it holds.
 *
 * @throws NotWhole
 */
export async function examine(file: string): Promise<Holdings> {
  const db = new BetterSqlite3(file, { readonly: true, timeout: LOCK_PATIENCE_MS });
  try {
    const faults = db.pragma('integrity_check', { simple: true });
    if (faults !== 'ok') throw new NotWhole(`it is damaged (${String(faults).split('\n')[0]})`);
    const strays = db.pragma('foreign_key_check');
    if (!Array.isArray(strays) || strays.length > 0)
      throw new NotWhole('rows in it are torn apart');
    const { finished, unfinished } = migrationsIn(db);
    if (finished.length === 0) throw new NotWhole('Keepsake has never written to it');
    if (unfinished.length > 0) throw new NotWhole(`an update broke off (${unfinished.join(', ')})`);
    const rows = tablesIn(db).map((table) => [table, countIn(db, table)] as const);
    return { rows: Object.fromEntries(rows), newestMigration: finished.at(-1) ?? '' };
  } finally {
    db.close();
  }
}

/** Gives a finished file its name once all of it is on the disk. */
export async function settle(from: string, to: string): Promise<void> {
  const file = await open(from, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(from, to);
  // Windows can't open folders, and settles names by itself.
  const folder = await open(dirname(to), 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** Removes a database and what SQLite keeps beside it; it need not be there. */
export async function removeDatabase(file: string): Promise<void> {
  const folder = dirname(file);
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    await rm(join(folder, basename(file) + suffix), { force: true });
  }
}
