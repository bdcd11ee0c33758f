import BetterSqlite3 from 'better-sqlite3';
import { DatabaseProblem } from './errors.js';
import { lookInto, MOVE_MARK } from './look.js';
import { postgresqlFactory } from './postgresql.js';
import { asProblem, asProblemInUse, sqliteProblem } from './problems.js';
import { providerOf } from './provider.js';
import { findPlace } from './server-look.js';
import { lookAtFile } from './sqlite-file.js';
import { columnsIn, countIn, LOCK_PATIENCE_MS, sqliteFile, tablesIn } from './sqlite-look.js';
import { markScript, type Table, Target } from './transfer-target.js';
import { digestOf, fromPostgresql, fromSqlite } from './transfer-values.js';
import { bringUpToDate } from './update.js';

/** One table that was moved. */
export interface Moved {
  readonly table: string;
  readonly rows: number;
  /** A checksum over the values of all its rows, the same on both sides. */
  readonly checksum: string;
}

/** What is told while a move goes on. */
export interface Progress {
  readonly table: string;
  readonly copied: number;
  readonly rows: number;
}

/** Rows sent at once. */
const BATCH = 500;

/**
 * Moves everything from the embedded database into an empty PostgreSQL database, and compares
 * number and checksum of each table's rows in the end. The source is only read. A move that broke
 * off goes on where it was.
 *
 * @throws DatabaseProblem with its mend; the source is as it was.
 */
export async function moveTo(
  target: string,
  source: string,
  onProgress: (progress: Progress) => void,
): Promise<Moved[]> {
  const db = await openSource(source, target);
  try {
    return await moveFrom(db, target, sqliteFile(source), onProgress);
  } catch (error) {
    // Of the two the source has SQLite's own errors.
    throw asProblemInUse(error, error instanceof BetterSqlite3.SqliteError ? source : target);
  } finally {
    db.close();
  }
}

async function moveFrom(
  db: BetterSqlite3.Database,
  url: string,
  source: string,
  onProgress: (progress: Progress) => void,
): Promise<Moved[]> {
  const identity = identityOf(db);
  const place = await findPlace(url).catch((error: unknown) => {
    throw asProblem(error, url);
  });
  const factory = () => postgresqlFactory(url, 'starting', () => undefined, place);
  const adapter = await factory().connect();
  try {
    const target = new Target(adapter);
    await refuseOthers(target, identity);
    await bringUpToDate('postgresql', factory(), {
      mark: markScript(identity, source),
      ...(place.isMissing && { schema: place.schema }),
    });
    return await copyEverything(db, target, onProgress);
  } finally {
    await adapter.dispose();
  }
}

/** The embedded database as of now, for reading only. */
async function openSource(url: string, target: string): Promise<BetterSqlite3.Database> {
  if (providerOf(url) !== 'sqlite') {
    throw new DatabaseProblem(
      'DATABASE_URL names a PostgreSQL database already.',
      'Set DATABASE_URL to the SQLite file that is to be moved: file:./data/keepsake.db.',
    );
  }
  if (providerOf(target) !== 'postgresql' || !URL.canParse(target)) {
    throw new DatabaseProblem(
      'The place to move to is no PostgreSQL address.',
      'Write postgresql://user:password@host:5432/name.',
    );
  }
  const file = sqliteFile(url);
  const found = await lookAtFile(file, { patience: LOCK_PATIENCE_MS });
  if (found === null) {
    throw new DatabaseProblem(
      `There is no database at ${file}.`,
      'Check DATABASE_URL and the folder this is run in.',
    );
  }
  if (found.kind !== 'ours' || found.pending.length > 0) {
    throw new DatabaseProblem(
      'The SQLite database is not of this version of Keepsake.',
      'Make a backup, start the bot of this version once and stop it: it brings the database up to date, or says what is wrong.',
    );
  }
  const db = new BetterSqlite3(file, { readonly: true, timeout: LOCK_PATIENCE_MS });
  try {
    db.defaultSafeIntegers();
    // Everything is read as of one moment.
    db.exec('BEGIN');
    return db;
  } catch (error) {
    db.close();
    throw error instanceof BetterSqlite3.SqliteError ? sqliteProblem(error, file) : error;
  }
}

/** What tells this database from any other: Prisma gave its first migration a random id. */
function identityOf(db: BetterSqlite3.Database): string {
  const id = db
    .prepare('SELECT id FROM _prisma_migrations ORDER BY migration_name LIMIT 1')
    .pluck();
  return String(id.get());
}

/** @throws DatabaseProblem if the target holds anything that didn't come from this source. */
async function refuseOthers(target: Target, identity: string): Promise<void> {
  const refusal = (what: string) =>
    new DatabaseProblem(what, 'Name an empty database: CREATE DATABASE makes one.');
  const names = (await target.tables()).map(({ name }) => name);
  if (names.includes(MOVE_MARK)) {
    if ((await target.mark()) === identity) return;
    throw refusal('Another database is being moved to this one.');
  }
  await lookInto('postgresql', (sql) => target.ask(sql)).catch((error: unknown) => {
    throw error instanceof DatabaseProblem ? refusal(error.problem) : error;
  });
  for (const name of names.filter((one) => one !== '_prisma_migrations')) {
    if ((await target.count(name)) > 0) {
      throw refusal(`The PostgreSQL database holds something already: ${name} has rows.`);
    }
  }
}

async function copyEverything(
  db: BetterSqlite3.Database,
  target: Target,
  onProgress: (progress: Progress) => void,
): Promise<Moved[]> {
  const before = db.pragma('data_version', { simple: true });
  const tables = inOrder(db, await target.tables());
  for (const table of tables) await copyTable(db, target, table, onProgress);
  const moved: Moved[] = [];
  for (const table of tables) moved.push(await compare(db, target, table));
  // Only a new transaction sees what others wrote since.
  db.exec('COMMIT');
  if (db.pragma('data_version', { simple: true }) !== before) {
    throw new DatabaseProblem(
      'A bot has written to the SQLite database meanwhile.',
      'Stop it, empty the PostgreSQL database, and move again.',
    );
  }
  await target.finish();
  return moved;
}

/**
 * Our tables, parents before their children.
 *
 * @throws if both databases don't have the same tables and columns, which their migrations assure.
 */
function inOrder(db: BetterSqlite3.Database, found: readonly Table[]): Table[] {
  const tables = found.filter(({ name }) => !name.startsWith('_'));
  const shape = (name: string, columns: readonly string[]) =>
    `${name}(${[...columns].sort().join()})`;
  const ours = tablesIn(db).map((name) => shape(name, columnsIn(db, name)));
  const theirs = tables.map(({ name, columns }) =>
    shape(
      name,
      columns.map((column) => column.name),
    ),
  );
  if (ours.sort().join() !== theirs.sort().join()) {
    throw new Error('The two databases differ in their tables.');
  }
  const parents = db
    .prepare<[string], string>('SELECT DISTINCT "table" FROM pragma_foreign_key_list(?)')
    .pluck();
  const done: Table[] = [];
  const left = new Set(tables);
  while (left.size > 0) {
    const isThere = (name: string) => done.some((table) => table.name === name);
    const next = [...left].find(({ name }) =>
      parents.all(name).every((parent) => parent === name || isThere(parent)),
    );
    if (next === undefined) throw new Error('Tables refer to each other in a circle.');
    left.delete(next);
    done.push(next);
  }
  return done;
}

async function copyTable(
  db: BetterSqlite3.Database,
  target: Target,
  table: Table,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const { name, columns } = table;
  const rows = countIn(db, name);
  const batch = db.prepare<[bigint, number], Record<string, unknown>>(
    `SELECT rowid AS "rowid", * FROM "${name}" WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  let last = await target.reached(name);
  let copied = await target.count(name);
  for (;;) {
    const found = batch.all(last, BATCH);
    const end = found.at(-1)?.['rowid'];
    if (typeof end !== 'bigint') return;
    await target.insert(
      table,
      found.map((row) => fromSqlite(columns, row)),
    );
    await target.reach(name, end);
    last = end;
    copied += found.length;
    onProgress({ table: name, copied: Math.min(copied, rows), rows });
  }
}

/** @throws DatabaseProblem if the rows on both sides aren't the same. */
async function compare(
  db: BetterSqlite3.Database,
  target: Target,
  { name, columns }: Table,
): Promise<Moved> {
  const here = digestOf(columns);
  for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).iterate()) {
    here.add(fromSqlite(columns, row));
  }
  const there = digestOf(columns);
  for await (const row of target.rows({ name, columns })) there.add(fromPostgresql(columns, row));
  const [ours, theirs] = [here.sum(), there.sum()];
  if (ours.rows !== theirs.rows || ours.checksum !== theirs.checksum) {
    throw new DatabaseProblem(
      `${name} isn't the same on both sides: ${ours.rows} rows in SQLite, ${theirs.rows} in PostgreSQL.`,
      'Something wrote to one of them meanwhile. Stop the bot, empty the PostgreSQL database, and move again.',
    );
  }
  return { table: name, ...ours };
}
