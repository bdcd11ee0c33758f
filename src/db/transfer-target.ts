import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { MOVE_MARK } from './look.js';
import { type Column, toJson } from './transfer-values.js';

/** Pages of a table read at once, of eight KiB each: some hundred readings. */
const PAGES = 16;

/** A table of PostgreSQL. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/**
 * The statements that set the mark of a move. They are done together with making the tables, so that
 * whoever opens the database before everything is there learns that it isn't, and how it goes on.
 *
 * @param identity whose rows are moved.
 * @param source the file they are moved from.
 */
export function markScript(identity: string, source: string): string {
  const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
  // A mark of an older version has no place for the source.
  return `
    CREATE TABLE IF NOT EXISTS "${MOVE_MARK}" (name text PRIMARY KEY, reached bigint);
    ALTER TABLE "${MOVE_MARK}" ADD COLUMN IF NOT EXISTS source text;
    INSERT INTO "${MOVE_MARK}" (name, source) VALUES (${literal(identity)}, ${literal(source)})
      ON CONFLICT (name) DO UPDATE SET source = excluded.source`;
}

/** The PostgreSQL side. Every value goes and comes as text, which loses nothing. */
export class Target {
  readonly #adapter: SqlDriverAdapter;

  constructor(adapter: SqlDriverAdapter) {
    this.#adapter = adapter;
  }

  /** As a look at the database asks. */
  async ask(sql: string): Promise<readonly (readonly unknown[])[]> {
    return (await this.#adapter.queryRaw({ sql, args: [], argTypes: [] })).rows;
  }

  /** The tables of the schema with their columns. */
  async tables(): Promise<Table[]> {
    const found = await this.#query(
      `SELECT c.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod), CASE WHEN t.typtype = 'e' THEN 'enum' ELSE t.typname::text END
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
       WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
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
    const [row] = await this.#query(`SELECT name FROM "${MOVE_MARK}" WHERE reached IS NULL`);
    return row?.[0] ?? undefined;
  }

  /** The source's number of the last row that is surely here. */
  async reached(table: string): Promise<bigint> {
    const [row] = await this.#query(
      `SELECT reached::text FROM "${MOVE_MARK}" WHERE name = $1`,
      `table ${table}`,
    );
    return BigInt(row?.[0] ?? -(2n ** 63n));
  }

  async reach(table: string, row: bigint): Promise<void> {
    await this.#run(
      `INSERT INTO "${MOVE_MARK}" VALUES ($1, $2::text::bigint) ON CONFLICT (name) DO UPDATE SET reached = excluded.reached`,
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
    await this.#run(`DROP TABLE "${MOVE_MARK}"`);
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
