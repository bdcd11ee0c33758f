import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { openDatabase } from '../src/db/database.js';
import { providerOf } from '../src/db/provider.js';
import { type Batch, plannedRows, type Row, type Servers, type Value } from './fill-plan.js';

/** Where rows go, all in one transaction. */
interface Sink {
  insert(batch: Batch): Promise<void> | void;
  /** Makes them durable, and lets the database look at them as it would have by itself. */
  finish(): Promise<void> | void;
  /** Ends without them, unless they are durable. */
  close(): Promise<void> | void;
}

/**
 * Fills a new database with readings: the tables come from its migrations, the rows go past Prisma
 * and are what it would have written.
 *
 * @param now the moment after the last reading.
 * @param servers how the creators are spread; a hundred in each, where it is left out.
 * @throws if there is anything in it already.
 */
export async function fill(
  url: string,
  readings: number,
  now: Date,
  servers?: Servers,
): Promise<void> {
  const db = await openDatabase(url, () => undefined);
  try {
    if ((await db.prisma.creator.count()) > 0) throw new Error('The database is not empty.');
  } finally {
    await db.close();
  }
  const sink = providerOf(url) === 'sqlite' ? sqliteSink(url) : await postgresqlSink(url);
  try {
    for (const batch of plannedRows(readings, now, servers)) await sink.insert(batch);
    await sink.finish();
  } finally {
    await sink.close();
  }
}

function sqliteSink(url: string): Sink {
  const db = new BetterSqlite3(url.replace(/^file:/, ''));
  db.exec('BEGIN');
  const statements = new Map<string, BetterSqlite3.Statement>();
  const statementFor = ({ table }: Batch, row: Row) => {
    const known = statements.get(table);
    if (known !== undefined) return known;
    const places = Object.keys(row).map(() => '?');
    const made = db.prepare(
      `INSERT INTO "${table}" (${columnsOf(row)}) VALUES (${places.join(', ')})`,
    );
    statements.set(table, made);
    return made;
  };
  return {
    insert(batch) {
      for (const row of batch.rows) statementFor(batch, row).run(Object.values(row).map(toSqlite));
    },
    finish() {
      db.exec('COMMIT');
    },
    close() {
      db.close();
    },
  };
}

/** SQLite has neither truth values nor JSON of its own. */
function toSqlite(value: Value): bigint | number | string | null {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

async function postgresqlSink(url: string): Promise<Sink> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN');
  return {
    async insert({ table, rows }) {
      const [first] = rows;
      if (first === undefined) return;
      const columns = columnsOf(first);
      // One value for all rows: the table itself says what each column is.
      await client.query(
        `INSERT INTO "${table}" (${columns})
         SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`,
        [JSON.stringify(rows, forJson)],
      );
    },
    async finish() {
      await client.query('COMMIT');
      await client.query('VACUUM ANALYZE');
    },
    close: () => client.end(),
  };
}

/** The same in all rows of a table. */
function columnsOf(row: Row): string {
  return Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ');
}

/** JSON has no whole numbers of 64 bits: they go as text. */
function forJson(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
