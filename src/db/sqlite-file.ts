import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmdirSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { codesOf, DatabaseProblem } from './errors.js';
import { type Ask, type Look, lookInto } from './look.js';
import { damaged, sqliteProblem } from './problems.js';
import { isWalDamaged } from './sqlite-wal.js';

/** What each database file begins with (sqlite.org/fileformat.html), and where it says whether it has a write-ahead log. */
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const HEAD = 100;
const READ_VERSION = 19;
const WITH_LOG = 2;

/** Bytes without which nothing more can be stored: a page of each of the file's neighbours. */
const ROOM = 64 * 1024;

/** Milliseconds to wait for a lock: hardly any, for nothing else in this process can be done meanwhile. */
const BUSY_TIMEOUT_MS = 5;

/**
 * Looks at the file of an embedded database before anything opens it for writing, so that nothing
 * of a file is changed that isn't ours.
 *
 * @param o.thorough reads every page, too, which takes as long as reading the file.
 * @param o.patience milliseconds to wait for another program's lock, doing nothing else.
 * @returns null where there is none yet, and one can be made.
 * @throws DatabaseProblem with its mend.
 */
export async function lookAtFile(
  file: string,
  o: { thorough?: boolean; patience?: number } = {},
): Promise<Look | null> {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) {
      if (sizeOf(`${file}-wal`) > 0) throw lostFile(file);
      tryPlace(dirname(file));
      return null;
    }
    if (!found.isFile()) {
      throw Object.assign(new Error(found.isDirectory() ? 'it is a folder' : 'it is no file'), {
        code: 'EISDIR',
      });
    }
    for (const one of partsOf(file)) accessSync(one, constants.R_OK | constants.W_OK);
    accessSync(dirname(file), constants.W_OK | constants.X_OK);
    const head = headOf(file);
    if (head.length === 0 && sizeOf(`${file}-wal`) > 0) throw lostFile(file);
    if (isWalDamaged(`${file}-wal`)) throw damagedLog(file);
    if (head.length > 0 && (head.length < HEAD || !head.subarray(0, 16).equals(MAGIC))) {
      throw Object.assign(new Error('file is not a database'), { code: 'SQLITE_NOTADB' });
    }
    return await lookThrough(file, head, o);
  } catch (error) {
    const isBusy = codesOf(error).some((code) => code.startsWith('SQLITE_BUSY'));
    if (error instanceof DatabaseProblem || isBusy || !(error instanceof Error)) throw error;
    throw sqliteProblem(error, file);
  }
}

/**
 * Makes a folder and those above it, one by one: Node's own recursive way never ends in places where
 * nothing can be made, such as /proc.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** The file and its neighbours, as far as they are there. */
function partsOf(file: string): string[] {
  return [file, ...[`${file}-wal`, `${file}-shm`].filter((one) => existsSync(one))];
}

/** Whether this user may write a database that is open: rights and mounts can change under it. */
export function isWritableFile(file: string): boolean {
  try {
    for (const one of partsOf(file)) accessSync(one, constants.W_OK);
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/** Whether a folder can be made and written to: tried, since rights alone don't tell, and undone. */
function tryPlace(folder: string): void {
  if (existsSync(folder)) rmdirSync(mkdtempSync(join(folder, '.keepsake-')));
  else tryPlace(dirname(folder));
}

function headOf(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    return head.subarray(0, readSync(handle, head, 0, HEAD, 0));
  } finally {
    closeSync(handle);
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

async function lookThrough(
  file: string,
  head: Buffer,
  o: { thorough?: boolean; patience?: number },
): Promise<Look> {
  // With a log that isn't there, a reader would make one and leave it; who may write takes it away.
  const readonly = !(head[READ_VERSION] === WITH_LOG && !existsSync(`${file}-wal`));
  const look = async (options: BetterSqlite3.Options) => {
    const db = new BetterSqlite3(file, { ...options, timeout: o.patience ?? BUSY_TIMEOUT_MS });
    try {
      const ask: Ask = async (sql) => db.prepare<[], unknown[]>(sql).raw().all();
      const found = await lookInto('sqlite', ask);
      if (o.thorough === true) {
        const fault = db.pragma('quick_check(1)', { simple: true });
        if (fault !== 'ok') throw damaged(file, String(fault).replaceAll('\n', ' '));
      }
      return found;
    } finally {
      db.close();
    }
  };
  try {
    return await look({ readonly });
  } catch (error) {
    // Whoever was killed while making it left something to roll back, which needs writing.
    const isUnsettled = codesOf(error).some((code) => /^SQLITE_(READONLY|CANTOPEN)/.test(code));
    if (!readonly || !isUnsettled) throw error;
    return look({});
  }
}

/** A log beside the file that can't be read throughout. */
export function damagedLog(file: string): DatabaseProblem {
  return new DatabaseProblem(
    `The database file is damaged: a part of what was written last can't be read any more (${file}-wal).`,
    `Stop the bot and bring back a backup: npm run restore -- FILE; it keeps the damaged files beside it. Without a backup, rename ${file}-wal: what was written last is lost then. npm run doctor says whether the rest is whole.`,
    { stays: true, byRestore: true },
  );
}

/** A log whose file is gone. */
export function lostFile(file: string): DatabaseProblem {
  return new DatabaseProblem(
    `The database file is gone or empty, but the log of one is still beside it (${file}-wal).`,
    'Put the file back, or bring back a backup: npm run restore -- FILE. For a new database, remove that log and its neighbour ending in -shm.',
    { stays: true, byRestore: true },
  );
}
