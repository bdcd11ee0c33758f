import { codesOf, DatabaseProblem, databaseFailure } from './errors.js';
import { postgresqlProblem, reasonOf } from './postgresql-problems.js';
import { providerOf } from './provider.js';
import { sqliteFile } from './sqlite-look.js';

/** How the database is brought back once it is damaged. */
const FROM_BACKUP =
  'Stop the bot and bring back a backup: npm run restore -- FILE; it keeps the damaged file beside it.';

/** What to do where the embedded database can't be opened or written, by the code of the failure. */
const SQLITE_MENDS: readonly {
  readonly codes: RegExp;
  readonly mend: string;
  readonly stays: boolean;
  readonly byRestore?: boolean;
}[] = [
  {
    codes: /^SQLITE_NOTADB/,
    mend: `If DATABASE_URL names a file of something else, name another one. If it was Keepsake’s, it is damaged. ${FROM_BACKUP}`,
    stays: true,
    byRestore: true,
  },
  {
    codes: /^(SQLITE_(READONLY|PERM|AUTH)|EACCES|EPERM|EROFS)/,
    mend: 'Check that the folder in DATABASE_URL exists or can be made, and that this user may write there, to the file and to its neighbours ending in -wal and -shm: by its owner, its rights and how its disk is mounted.',
    stays: true,
  },
  {
    codes: /^(ENOTDIR|EISDIR|EEXIST|ELOOP|ENAMETOOLONG)/,
    mend: 'Check that the folder in DATABASE_URL exists or can be made, and that it names a file in it.',
    stays: true,
  },
  {
    codes: /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    mend: 'Make room on the disk of the database, and start again. Nothing that was stored is lost.',
    stays: false,
  },
  {
    codes: /^(SQLITE_IOERR|EIO)/,
    mend: `Look into the log of the system for errors of the disk, and whether it has room. If the disk has lost something: ${FROM_BACKUP}`,
    stays: false,
    byRestore: true,
  },
];

const SQLITE_MEND =
  'Check that the folder in DATABASE_URL exists or can be made, that this user may write there, that the disk has room and that no other program holds the file.';

/**
 * A failure of the database in words for the operator: what is wrong, and its mend. Whatever is no
 * failure of the database is a fault of the program, and stays as it is.
 */
export function asProblem(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseProblem) return error;
  const failure = databaseFailure(error);
  const isOurs = error instanceof TypeError || error instanceof ReferenceError;
  if (isOurs && failure !== 'unavailable') return error;
  return providerOf(url) === 'sqlite'
    ? sqliteProblem(error, sqliteFile(url))
    : postgresqlProblem(error, url);
}

/** The same for whoever works with an open database: what isn't known to be its failure stays. */
export function asProblemInUse(error: unknown, url: string): unknown {
  const failure = databaseFailure(error);
  return failure === 'unavailable' || failure === 'damaged' ? asProblem(error, url) : error;
}

/**
 * Why a file of the embedded database can't be used.
 *
 * @param error of SQLite or of the file system.
 */
export function sqliteProblem(error: Error, file: string): DatabaseProblem {
  const codes = codesOf(error);
  const reason = reasonOf(error);
  if (codes.some((code) => code.startsWith('SQLITE_CORRUPT'))) return damaged(file, reason, error);
  const known = SQLITE_MENDS.find((one) => codes.some((code) => one.codes.test(code)));
  const { mend, ...more } = known ?? { mend: SQLITE_MEND };
  const named = reason.includes(file) ? reason : `${reason} (${file})`;
  return new DatabaseProblem(`The database file can't be opened or written: ${named}.`, mend, {
    cause: error,
    ...more,
  });
}

/** A file of the embedded database whose bytes make no sense. */
export function damaged(file: string, reason: string, cause?: unknown): DatabaseProblem {
  return new DatabaseProblem(
    `The database file is damaged: ${reason} (${file}).`,
    `${FROM_BACKUP} Without a backup, “.recover” of the program sqlite3 may save a part of it (https://sqlite.org/recovery.html).`,
    { cause, stays: true, byRestore: true },
  );
}
