import { existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { openDatabase } from './database.js';
import { DatabaseProblem } from './errors.js';
import { knownMigrations } from './migrations.js';
import { damaged } from './problems.js';
import { providerOf } from './provider.js';
import { lookAtFile, makeFolder } from './sqlite-file.js';
import { columnsIn, countIn, LOCK_PATIENCE_MS, sqliteFile, tablesIn } from './sqlite-look.js';
import { noteBackup } from './upkeep.js';
import {
  copyWhole,
  examine,
  type Holdings,
  intoOneFile,
  NotWhole,
  removeDatabase,
  settle,
} from './whole-copy.js';

/** What became of the database that was there before. */
export interface Restored extends Holdings {
  /** Where the database from before is kept; null if there was none. */
  readonly keptAside: string | null;
  /**
   * The ids of members of the backup whose data was deleted since, whether they began anew or not.
   * Null if the backup couldn't be compared with the database from before.
   */
  readonly deletedSince: readonly string[] | null;
}

/**
 * Copies the embedded database into one file, as of one moment, while bots go on writing. The copy
 * gets its name only when it is whole: checked page by page and on the disk.
 *
 * @throws DatabaseProblem with its mend.
 */
export async function backUp(url: string, to: string): Promise<Holdings> {
  const from = embedded(url, 'pg_dump makes backups of PostgreSQL while bots run.');
  const found = await lookAtFile(from, { patience: LOCK_PATIENCE_MS });
  if (found?.kind !== 'ours') {
    throw new DatabaseProblem(
      `There is no database at ${from} yet.`,
      'Start the bot once, or check DATABASE_URL and the folder this is run in.',
    );
  }
  if (existsSync(to)) {
    throw new DatabaseProblem(
      `There is a file ${to} already.`,
      'Choose another name: a backup never takes the place of another.',
    );
  }
  return inWords(async () => {
    const part = `${to}.part`;
    await rm(part, { force: true });
    try {
      await copyWhole(from, part);
      // Page by page the same, so what is wrong with the copy is wrong with the database.
      const holdings = await examine(part).catch((error: unknown) => {
        throw error instanceof NotWhole ? damaged(from, error.message) : error;
      });
      await settle(part, to);
      noteBackup(from, to);
      return holdings;
    } finally {
      await removeDatabase(part);
    }
  }, `The backup can’t be written to ${to}`);
}

/**
 * Makes the embedded database what a backup says. The database from before is kept beside it. With
 * a database of this program's own version it happens in one transaction, also while bots run:
 * all of it or nothing. Otherwise the files are exchanged, for which no bot may hold them.
 *
 * @param now names the file that keeps the database from before.
 * @throws DatabaseProblem with its mend; the database is then as it was.
 */
export async function restore(url: string, from: string, now: Date): Promise<Restored> {
  const to = embedded(url, 'pg_restore or psql brings back what pg_dump has made.');
  if (!isFile(from)) {
    throw new DatabaseProblem(`There is no file ${from}.`, 'Name the file that a backup made.');
  }
  await refuseToReplace(to);
  return inWords(async () => {
    const part = `${to}.restoring`;
    await removeDatabase(part);
    try {
      await refuseForeign(from);
      makeFolder(dirname(to));
      await copyWhole(from, part);
      await examine(part);
      // A backup of an older version is brought up to this one; a newer one is refused here.
      const opened = await openDatabase(`file:${part}`, () => undefined);
      // Digests may have been posted since the backup: without this they are looked for first.
      await opened.prisma.digestWatch.deleteMany().finally(() => opened.close());
      intoOneFile(part);
      const holdings = await examine(part);
      const aside = freeName(`${to}.before-${now.toISOString().replace(/\D/g, '').slice(0, 14)}`);
      if (!existsSync(to)) {
        // A log that lost its file would be taken for that of the restored one.
        await moveAside(to, aside);
        await settle(part, to);
        return { ...holdings, keptAside: null, deletedSince: null };
      }
      if (await isAlike(to, part)) {
        return { ...holdings, keptAside: aside, deletedSince: await replaceRows(to, part, aside) };
      }
      await exchangeFiles(to, part, aside);
      return { ...holdings, keptAside: aside, deletedSince: null };
    } finally {
      await removeDatabase(part);
    }
  }, `${from} can’t be restored`);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function embedded(url: string, instead: string): string {
  if (providerOf(url) === 'sqlite') return sqliteFile(url);
  throw new DatabaseProblem('DATABASE_URL names a PostgreSQL database.', instead);
}

/** @throws DatabaseProblem if a backup can't take this place: it isn't ours, or can't be written. */
async function refuseToReplace(file: string): Promise<void> {
  try {
    await lookAtFile(file, { patience: LOCK_PATIENCE_MS });
  } catch (error) {
    if (error instanceof DatabaseProblem && !error.byRestore) throw error;
  }
}

/** @throws DatabaseProblem if the file is no database of ours. */
async function refuseForeign(file: string): Promise<void> {
  await inWords(
    () => examine(file),
    `${file} is no backup of Keepsake`,
    'Name another file, one that a backup made and that is whole; the database is as it was.',
  );
}

/** This name, or with a number behind it the first that no file has. */
function freeName(name: string): string {
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(one)) return one;
  }
}

/** Whether the present database is whole and has exactly the updates of this program. */
async function isAlike(present: string, restored: string): Promise<boolean> {
  const known = await knownMigrations('sqlite');
  try {
    const [one, other] = [await examine(present), await examine(restored)];
    return one.newestMigration === known.at(-1) && other.newestMigration === known.at(-1);
  } catch {
    return false; // damaged, or none of ours: it can only be moved aside
  }
}

/** Creators of the attached backup who aren't in the present database, or began anew since. */
function onlyInBackup(db: BetterSqlite3.Database): string[] {
  return db
    .prepare<[], { id: string }>(
      `SELECT CAST(r."id" AS TEXT) AS "id" FROM restored."Creator" r
       WHERE NOT EXISTS (
         SELECT 1 FROM main."Creator" c WHERE c."id" = r."id" AND c."createdAt" = r."createdAt"
       )
       ORDER BY r."id"`,
    )
    .all()
    .map(({ id }) => id);
}

/** The write-ahead log still holds what was replaced. */
function emptyLog(db: BetterSqlite3.Database): void {
  try {
    db.pragma('main.wal_checkpoint(TRUNCATE)');
  } catch {
    // The rows are replaced all the same, and the log is written over in time.
  }
}

/**
 * All rows of the present database for those of the restored one, in one transaction. Bots may hold
 * it meanwhile; what they want to write waits, and what waits too long is told as not stored.
 *
 * @returns the ids of members who come back with it; null where there was nobody to compare with.
 */
async function replaceRows(
  present: string,
  restored: string,
  aside: string,
): Promise<readonly string[] | null> {
  const db = new BetterSqlite3(present, { timeout: LOCK_PATIENCE_MS });
  try {
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = OFF');
    // What is kept aside is to be the only copy of what goes here.
    db.pragma('secure_delete = ON');
    db.prepare('ATTACH ? AS restored').run(restored);
    db.exec('BEGIN IMMEDIATE');
    // From here on nobody writes: what is kept aside is exactly what is replaced.
    await copyWhole(present, `${aside}.part`);
    await settle(`${aside}.part`, aside);
    const deletedSince = countIn(db, 'Creator') === 0 ? null : onlyInBackup(db);
    for (const table of tablesIn(db)) {
      const columns = columnsIn(db, table)
        .map((name) => `"${name}"`)
        .join(', ');
      db.exec(`DELETE FROM main."${table}"`);
      db.exec(
        `INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM restored."${table}"`,
      );
    }
    const strays = db.pragma('main.foreign_key_check');
    if (!Array.isArray(strays) || strays.length > 0) throw new Error('rows in it are torn apart');
    db.exec('COMMIT');
    emptyLog(db);
    return deletedSince;
  } finally {
    // An open transaction ends with its connection, and changes nothing.
    db.close();
    await removeDatabase(`${aside}.part`);
  }
}

/** Moves the present files aside and the restored one into their place. */
async function exchangeFiles(present: string, restored: string, aside: string): Promise<void> {
  refuseHeld(present);
  await moveAside(present, aside);
  await settle(restored, present);
}

/** Whatever there is of a database, under another name. */
async function moveAside(present: string, aside: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(present + suffix)) await rename(present + suffix, aside + suffix);
  }
}

/** @throws DatabaseProblem if any program has the database open. */
function refuseHeld(file: string): void {
  let db: BetterSqlite3.Database | undefined;
  try {
    db = new BetterSqlite3(file, { timeout: 0 });
    // Whoever has it open keeps a share in it, and this needs all of it.
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    db.exec('ROLLBACK');
  } catch (error) {
    const code = error instanceof BetterSqlite3.SqliteError ? error.code : '';
    if (!/^SQLITE_(BUSY|LOCKED)/.test(code)) return; // damaged: nobody can work with it
    throw new DatabaseProblem(
      'The database is of another version than this program, and a bot has it open.',
      'Stop the bot, restore, and start it again.',
      { cause: error },
    );
  } finally {
    db?.close();
  }
}

async function inWords<T>(
  work: () => Promise<T>,
  what: string,
  mend = 'Check the file, that its folder is there and may be written to, and that the disk has room.',
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseProblem || !(error instanceof Error)) throw error;
    throw new DatabaseProblem(`${what}: ${error.message.replace(/\.$/, '')}.`, mend, {
      cause: error,
    });
  }
}
