import { existsSync } from 'node:fs';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import BetterSqlite3 from 'better-sqlite3';
import { inspectDatabase, openDatabase } from './database.js';
import { DatabaseProblem } from './errors.js';
import { knownMigrations } from './migrations.js';
import { postgresqlFactory } from './postgresql.js';
import { providerOf } from './provider.js';
import { sqliteFile } from './sqlite.js';
import { columnsIn, countIn, LOCK_PATIENCE_MS, migrationsIn, tablesIn } from './sqlite-look.js';
import { type Column, digestOf, fromPostgresql, fromSqlite, toJson } from './transfer-values.js';

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

/** Pages of a table read at once, of eight KiB each: some hundred readings. */
const PAGES = 16;

/** Says, while a move goes on, whose rows these are and how far it has come; it goes when it is done. */
const MARK = '_keepsake_move';

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

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
    const identity = identityOf(db);
    await refuseForeign(target, identity);
    // Applies the migrations, and says what is wrong with the address if anything is.
    await (await openDatabase(target, () => undefined)).close();
    const adapter = await postgresqlFactory(target, 'starting', () => undefined).connect();
    try {
      return await copyEverything(db, new Target(adapter), identity, onProgress);
    } finally {
      await adapter.dispose();
    }
  } finally {
    db.close();
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
  if (!existsSync(file)) {
    throw new DatabaseProblem(
      `There is no database at ${file}.`,
      'Check DATABASE_URL and the folder this is run in.',
    );
  }
  const db = new BetterSqlite3(file, { readonly: true, timeout: LOCK_PATIENCE_MS });
  try {
    db.defaultSafeIntegers();
    // Everything is read as of one moment.
    db.exec('BEGIN');
    const { finished, unfinished } = migrationsIn(db);
    const known = await knownMigrations('sqlite');
    if (unfinished.length > 0 || finished.join() !== known.join()) {
      throw new DatabaseProblem(
        'The SQLite database is not of this version of Keepsake.',
        'Make a backup, start the bot of this version once and stop it: it brings the database up to date, or says what is wrong.',
      );
    }
    return db;
  } catch (error) {
    db.close();
    if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
    throw new DatabaseProblem(
      `The database at ${file} can't be read: ${error.message}.`,
      'Check DATABASE_URL, and that this user may read the file.',
      error,
    );
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
async function refuseForeign(url: string, identity: string): Promise<void> {
  const { pending } = await inspectDatabase(url);
  const adapter = await postgresqlFactory(url, 'starting', () => undefined).connect();
  try {
    const target = new Target(adapter);
    const names = (await target.tables()).map(({ name }) => name);
    const refusal = (what: string) =>
      new DatabaseProblem(what, 'Name an empty database: CREATE DATABASE makes one.');
    if (names.includes(MARK)) {
      if ((await target.mark()) === identity) return;
      throw refusal('Another database is being moved to this one.');
    }
    if (names.length === 0) return;
    if (pending.length > 0) throw refusal('The PostgreSQL database has tables of something else.');
    for (const name of names.filter((one) => one !== '_prisma_migrations')) {
      if ((await target.count(name)) > 0) {
        throw refusal(`The PostgreSQL database holds something already: ${name} has rows.`);
      }
    }
  } finally {
    await adapter.dispose();
  }
}

async function copyEverything(
  db: BetterSqlite3.Database,
  target: Target,
  identity: string,
  onProgress: (progress: Progress) => void,
): Promise<Moved[]> {
  const before = db.pragma('data_version', { simple: true });
  const tables = inOrder(db, await target.tables());
  await target.begin(identity);
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

/** The PostgreSQL side. Every value goes and comes as text, which loses nothing. */
class Target {
  readonly #adapter: SqlDriverAdapter;

  constructor(adapter: SqlDriverAdapter) {
    this.#adapter = adapter;
  }

  /** The tables of the schema with their columns. */
  async tables(): Promise<Table[]> {
    const found = await this.#query(
      `SELECT c.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod), CASE WHEN t.typtype = 'e' THEN 'enum' ELSE t.typname::text END
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
       WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
       ORDER BY c.relname, a.attnum`,
    );
    const tables = new Map<string, Column[]>();
    for (const row of found) {
      const [table = '', name = '', type = '', kind = ''] = row.map(String);
      const columns = tables.get(table) ?? [];
      columns.push({ name, type, kind });
      tables.set(table, columns);
    }
    return [...tables].map(([name, columns]) => ({ name, columns }));
  }

  async count(table: string): Promise<number> {
    const [row] = await this.#query(`SELECT COUNT(*)::text FROM "${table}"`);
    return Number(row?.[0]);
  }

  /** Whose rows are being moved here. */
  async mark(): Promise<string | undefined> {
    const [row] = await this.#query(`SELECT name FROM "${MARK}" WHERE reached IS NULL`);
    return row?.[0] ?? undefined;
  }

  async begin(identity: string): Promise<void> {
    await this.#run(`CREATE TABLE IF NOT EXISTS "${MARK}" (name text PRIMARY KEY, reached bigint)`);
    await this.#run(`INSERT INTO "${MARK}" VALUES ($1) ON CONFLICT DO NOTHING`, identity);
  }

  /** The source's number of the last row that is surely here. */
  async reached(table: string): Promise<bigint> {
    const [row] = await this.#query(
      `SELECT reached::text FROM "${MARK}" WHERE name = $1`,
      `table ${table}`,
    );
    return BigInt(row?.[0] ?? -(2n ** 63n));
  }

  async reach(table: string, row: bigint): Promise<void> {
    await this.#run(
      `INSERT INTO "${MARK}" VALUES ($1, $2::text::bigint) ON CONFLICT (name) DO UPDATE SET reached = excluded.reached`,
      `table ${table}`,
      String(row),
    );
  }

  /** Rows that are here already, from a batch whose end was never noted, are left alone. */
  async insert({ name, columns }: Table, rows: readonly (readonly (string | null)[])[]) {
    const names = columns.map((column) => `"${column.name}"`).join(', ');
    const types = columns.map((column) => `"${column.name}" ${column.type}`).join(', ');
    await this.#run(
      `INSERT INTO "${name}" (${names}) SELECT ${names} FROM jsonb_to_recordset($1::text::jsonb) AS r(${types}) ON CONFLICT DO NOTHING`,
      toJson(columns, rows),
    );
  }

  /**
   * Every row, in no order: by where they lie in the file, for in any other order the database would
   * read the whole table for each part of it.
   */
  async *rows({ name, columns }: Table): AsyncGenerator<(string | null)[]> {
    const values = columns.map((column) => `"${column.name}"::text`).join(', ');
    const [size] = await this.#query(
      `SELECT (pg_relation_size('"${name}"') / current_setting('block_size')::int)::text`,
    );
    for (let page = 0; page < Number(size?.[0]); page += PAGES) {
      yield* await this.#query(
        `SELECT ${values} FROM "${name}" AS t WHERE t.ctid >= $1::text::tid AND t.ctid < $2::text::tid`,
        `(${page},0)`,
        `(${page + PAGES},0)`,
      );
    }
  }

  /** Removes the mark, and lets the database look at what it has got. */
  async finish(): Promise<void> {
    await this.#run(`DROP TABLE "${MARK}"`);
    await this.#run('ANALYZE');
  }

  async #run(sql: string, ...values: string[]): Promise<void> {
    await this.#adapter.executeRaw({ sql, args: values, argTypes: values.map(() => TEXT) });
  }

  async #query(sql: string, ...values: string[]): Promise<(string | null)[][]> {
    const { rows } = await this.#adapter.queryRaw({
      sql,
      args: values,
      argTypes: values.map(() => TEXT),
    });
    return rows.map((row) => row.map((value) => (value === null ? null : String(value))));
  }
}

const TEXT = { scalarType: 'string', arity: 'scalar' } as const;
