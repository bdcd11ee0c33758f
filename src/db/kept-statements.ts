import type BetterSqlite3 from 'better-sqlite3';

/** Statements that are kept: what the bot asks has a few dozen forms, and lists of ids some more. */
const MOST = 200;

/**
 * What Prisma's adapter needs of a connection, with each statement prepared once. The adapter prepares
 * one anew for each query and binds its values for good; here they come with the query, for SQLite
 * takes longer to understand a statement than to carry it out.
 */
export class KeptStatements {
  readonly #client: BetterSqlite3.Database;
  readonly #kept = new Map<string, Kept>();

  constructor(client: BetterSqlite3.Database) {
    this.#client = client;
  }

  /** A statement itself, for whoever hands its values over. */
  statement(sql: string): BetterSqlite3.Statement {
    return this.#keep(sql).statement;
  }

  prepare(sql: string): { bind(values: unknown[]): Bound; run(): BetterSqlite3.RunResult } {
    const kept = this.#keep(sql);
    return {
      run: () => kept.statement.run(),
      bind: (values) => ({
        reader: kept.statement.reader,
        run: () => kept.statement.run(values),
        columns: () => kept.columns,
        raw: () => ({ all: () => kept.statement.raw().all(values) }),
      }),
    };
  }

  exec(script: string): void {
    // It may change what the statements are about.
    this.#kept.clear();
    this.#client.exec(script);
  }

  close(): void {
    this.#kept.clear();
    this.#client.close();
  }

  #keep(sql: string): Kept {
    const before = this.#kept.get(sql);
    if (before !== undefined) {
      // The one not used for longest stands first.
      this.#kept.delete(sql);
      this.#kept.set(sql, before);
      return before;
    }
    const made = new Kept(this.#client.prepare(forAnyLimit(sql)));
    this.#kept.set(sql, made);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }
}

/**
 * The same statement, planned for any number of rows. SQLite looks at the value of a limit for its
 * plan, and so understands the statement anew each time it is carried out; it doesn't look into a sum.
 * Its own switch for that (`SQLITE_DBCONFIG_ENABLE_QPSG`) can't be reached through `better-sqlite3`.
 */
function forAnyLimit(sql: string): string {
  return sql.replace(/\b(LIMIT|OFFSET) \?(?!\d)/g, '$1 (? + 0)');
}

/** A statement with its values. */
interface Bound {
  readonly reader: boolean;
  run(): BetterSqlite3.RunResult;
  columns(): BetterSqlite3.ColumnDefinition[];
  raw(): { all(): unknown[] };
}

class Kept {
  readonly statement: BetterSqlite3.Statement;
  #columns: BetterSqlite3.ColumnDefinition[] | undefined;

  constructor(statement: BetterSqlite3.Statement) {
    this.statement = statement;
  }

  get columns(): BetterSqlite3.ColumnDefinition[] {
    this.#columns ??= this.statement.columns();
    return this.#columns;
  }
}
