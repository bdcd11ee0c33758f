import { dirname } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';
import { persist } from '../lib/persist.js';
import { type DatabaseProblem, databaseFailure } from './errors.js';
import type { Prisma } from './generated/sqlite/client.js';
import { KeptStatements } from './kept-statements.js';
import { sqliteProblem } from './problems.js';
import { rowsOf } from './raw-rows.js';
import { makeFolder } from './sqlite-file.js';
import { sqliteFile } from './sqlite-look.js';
import { toSqlite, toStatement, type Write } from './write.js';

/**
 * How long SQLite itself waits for another process's lock, in milliseconds: hardly at all, for it
 * waits without giving way to anything else in this process.
 */
const BUSY_TIMEOUT_MS = 5;

/** For how long a lock held by another process is tried again, and how often, in milliseconds. */
const PATIENCE_MS = 1_500;
const PAUSE_MS = 25;

/** An adapter factory whose one connection can also write several rows in one step. */
export interface SqliteFactory extends SqlMigrationAwareDriverAdapterFactory {
  /** Writes all rows or none, in one transaction that nothing else can get into. */
  writeTogether(rows: readonly Write[]): Promise<void>;
  /** Leaves nothing of what was deleted in the file or beside it. */
  shred(): Promise<void>;
  /** The rows of a statement: see `rowsOf`. */
  rows<T>(statement: Prisma.Sql): Promise<T[]>;
}

/**
 * Prisma's adapter for the embedded database, with the four things it leaves to its user:
 * the pragmas of every connection, one transaction at a time with nothing else between its
 * statements, several rows in one step, and statements that are prepared once.
 */
export function sqliteFactory(
  url: string,
  onTrouble: (problem: DatabaseProblem) => void = () => undefined,
): SqliteFactory {
  const file = sqliteFile(url);
  makeFolder(dirname(file));
  const inner = new PrismaBetterSqlite3({ url: `file:${file}`, timeout: BUSY_TIMEOUT_MS });
  let connected: OneAtATime | undefined;
  const open = () => {
    if (connected === undefined) throw new Error('The database is not connected.');
    return connected;
  };
  let isDamaged = false;
  const noteDamage = (error: unknown) => {
    // Said once: from then on every other statement may find it.
    if (isDamaged || databaseFailure(error) !== 'damaged' || !(error instanceof Error)) return;
    isDamaged = true;
    onTrouble(sqliteProblem(error, file));
  };
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    async connect() {
      connected = await whileBusy(async () => {
        const adapter = await inner.connect();
        try {
          return new OneAtATime(adapter, noteDamage);
        } catch (error) {
          await adapter.dispose();
          throw error;
        }
      });
      return connected;
    },
    connectToShadowDb: async () => new OneAtATime(await inner.connectToShadowDb(), noteDamage),
    writeTogether(rows) {
      return open().writeTogether(rows);
    },
    shred() {
      return open().shred();
    },
    async rows<T>(statement: Prisma.Sql): Promise<T[]> {
      try {
        return await rowsOf<T>(open(), statement);
      } catch (error) {
        // The adapter says of what kind it is; an operator looks for SQLite's own words, and who asked.
        const words = isDriverAdapterError(error) ? error.cause.originalMessage : undefined;
        throw words === undefined ? error : new Error(words, { cause: error });
      }
    },
  };
}

/**
 * A connection that is open, for Prisma's client: it connects with the first of its own queries, and
 * must not close what others use, too.
 */
export function lent(connection: SqlDriverAdapter): SqlDriverAdapterFactory {
  const { provider, adapterName } = connection;
  return {
    ...{ provider, adapterName },
    connect: async () => ({
      ...{ provider, adapterName },
      queryRaw: (query) => connection.queryRaw(query),
      executeRaw: (query) => connection.executeRaw(query),
      executeScript: (script) => connection.executeScript(script),
      startTransaction: (...level) => connection.startTransaction(...level),
      dispose: () => Promise.resolve(),
    }),
  };
}

/** What SQLite answers to a checkpoint, among other things; Prisma's adapter wants its integers so. */
const checkpointResult = z.tuple([z.object({ busy: z.bigint() })]);

/** Rows that wait for their turn to be written. */
interface Waiting {
  readonly rows: readonly Write[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The adapter shares one connection, so a plain statement that arrives while a transaction is open
 * would become part of it, and be lost with its rollback. Here it waits for the end; nothing may
 * be awaited between that wait and the statement.
 */
class OneAtATime implements SqlDriverAdapter {
  readonly provider;
  readonly adapterName;
  readonly #inner: SqlDriverAdapter;
  readonly #client: BetterSqlite3.Database;
  readonly #onFailure: (error: unknown) => void;
  readonly #kept: KeptStatements;
  #transactionEnd: Promise<void> | undefined;
  #waiting: Waiting[] = [];

  /** @param onFailure hears of every statement that failed. */
  constructor(inner: SqlDriverAdapter, onFailure: (error: unknown) => void) {
    this.#inner = inner;
    this.#onFailure = onFailure;
    this.provider = inner.provider;
    this.adapterName = inner.adapterName;
    this.#client = connectionOf(inner);
    if (!this.#client.memory) {
      this.#client.pragma('journal_mode = WAL');
      // A reopened WAL file is at NORMAL, where a power cut can lose acknowledged readings.
      this.#client.pragma('synchronous = FULL');
    }
    this.#client.pragma('foreign_keys = ON');
    // What is deleted is overwritten, not only let go.
    this.#client.pragma('secure_delete = ON');
    // What is sorted on the way is little, needn't be written to a disk, and begins faster.
    this.#client.pragma('temp_store = MEMORY');
    this.#kept = new KeptStatements(this.#client);
    Reflect.set(inner, 'client', this.#kept);
  }

  queryRaw(query: SqlQuery) {
    return this.#patiently(() => this.#inner.queryRaw(query));
  }

  executeRaw(query: SqlQuery) {
    return this.#patiently(() => this.#inner.executeRaw(query));
  }

  executeScript(script: string) {
    return this.#patiently(() => this.#inner.executeScript(script));
  }

  /** Holds the database from the first statement on, and is begun again while another process does. */
  startTransaction(...level: Parameters<SqlDriverAdapter['startTransaction']>) {
    return this.#patiently(() => this.#beginHolding(...level));
  }

  /**
   * Whatever comes in one turn of the event loop is made durable at once: waiting for the disk is
   * what a write costs, and nothing else can be done meanwhile.
   */
  writeTogether(rows: readonly Write[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ rows, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => void this.#writeWaiting());
    });
  }

  /**
   * The write-ahead log still holds pages as they were before a deletion: here it is brought into
   * the file and emptied. It takes a moment in which no other process reads.
   */
  shred(): Promise<void> {
    return this.#patiently(async () => {
      const [result] = checkpointResult.parse(this.#client.pragma('wal_checkpoint(TRUNCATE)'));
      if (result.busy !== 0n) throw new BetterSqlite3.SqliteError('log in use', 'SQLITE_BUSY');
    });
  }

  dispose() {
    return this.#inner.dispose();
  }

  async #beginHolding(...level: Parameters<SqlDriverAdapter['startTransaction']>) {
    let ended: () => void = () => undefined;
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const finish = () => {
      if (this.#transactionEnd === end) this.#transactionEnd = undefined;
      ended();
    };
    this.#transactionEnd = end;
    try {
      const transaction = untilEnd(await this.#inner.startTransaction(...level), finish);
      const { queryRaw, executeRaw } = transaction;
      transaction.queryRaw = (query) => this.#noting(queryRaw.call(transaction, query));
      transaction.executeRaw = (query) => this.#noting(executeRaw.call(transaction, query));
      // The adapter's own BEGIN holds nothing until the first write, and fails there without any
      // patience: at once where another process writes, for good where one has written since.
      try {
        await transaction.executeRaw(statement('COMMIT'));
        await transaction.executeRaw(statement('BEGIN IMMEDIATE'));
      } catch (error) {
        await transaction.rollback();
        throw error;
      }
      return transaction;
    } catch (error) {
      finish();
      throw error;
    }
  }

  async #writeWaiting(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      const failures = await this.#patiently(async () => this.#writeNow(batch));
      for (const [place, { resolve, reject }] of batch.entries()) {
        const failure = failures[place];
        if (failure === undefined) resolve();
        else {
          this.#onFailure(failure.error);
          reject(failure.error);
        }
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  /**
   * Synchronous from BEGIN to COMMIT: no other work of this process can come between. Each of the
   * batch is stored whole or not at all, whatever becomes of the others.
   *
   * @returns by place in the batch, why it could not be stored.
   */
  #writeNow(batch: readonly Waiting[]): ({ error: unknown } | undefined)[] {
    this.#kept.statement('BEGIN IMMEDIATE').run();
    try {
      const failures = batch.map(({ rows }) => this.#writeOne(rows));
      this.#kept.statement('COMMIT').run();
      return failures;
    } catch (error) {
      if (this.#client.inTransaction) this.#kept.statement('ROLLBACK').run();
      throw error;
    }
  }

  #writeOne(rows: readonly Write[]): { error: unknown } | undefined {
    this.#kept.statement('SAVEPOINT one').run();
    try {
      for (const row of rows) {
        const { sql, values } = toStatement(row, () => '?');
        this.#kept.statement(sql).run(values.map(toSqlite));
      }
      this.#kept.statement('RELEASE one').run();
      return undefined;
    } catch (error) {
      // A full disk or an I/O error ends the whole transaction by itself.
      if (!this.#client.inTransaction) throw error;
      this.#kept.statement('ROLLBACK TO one').run();
      this.#kept.statement('RELEASE one').run();
      return { error };
    }
  }

  /** Does it when no transaction is open, and again while another process holds the database. */
  #patiently<T>(work: () => Promise<T>): Promise<T> {
    return this.#noting(
      whileBusy(async () => {
        while (this.#transactionEnd !== undefined) await this.#transactionEnd;
        return work();
      }),
    );
  }

  #noting<T>(work: Promise<T>): Promise<T> {
    return work.catch((error: unknown) => {
      this.#onFailure(error);
      throw error;
    });
  }
}

/** Does it again while another process holds the database, until patience ends. */
function whileBusy<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  return persist(work, { until, pause: PAUSE_MS, again: isBusy });
}

/** Whether another process held the database: told by SQLite itself, or by Prisma's adapter. */
function isBusy(error: unknown): boolean {
  if (error instanceof BetterSqlite3.SqliteError) return error.code.startsWith('SQLITE_BUSY');
  return isDriverAdapterError(error) && error.cause.kind === 'SocketTimeout';
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}

function untilEnd(transaction: Transaction, finish: () => void): Transaction {
  const { commit, rollback } = transaction;
  transaction.commit = () => commit.call(transaction).finally(finish);
  transaction.rollback = () => rollback.call(transaction).finally(finish);
  return transaction;
}

/** Prisma's adapter keeps its connection in a property that its types leave out. */
function connectionOf(adapter: SqlDriverAdapter): BetterSqlite3.Database {
  if ('client' in adapter && adapter.client instanceof BetterSqlite3) return adapter.client;
  throw new Error('This version of @prisma/adapter-better-sqlite3 keeps its connection elsewhere.');
}
