import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  Transaction,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../../src/db/database.js';
import { PrismaClient as PostgresqlClient } from '../../src/db/generated/postgresql/client.js';
import { PrismaClient } from '../../src/db/generated/sqlite/client.js';
import { oneStatement, postgresqlFactory } from '../../src/db/postgresql.js';
import { sqliteFactory } from '../../src/db/sqlite.js';
import { type KeptRows, keptRows } from './kept-rows.js';

/** What is asked of a database, by whichever process. */
export type Work = (db: Database) => Promise<unknown>;

/** How two that met ended. */
export interface Ended {
  readonly first: PromiseSettledResult<unknown>;
  readonly second: PromiseSettledResult<unknown>;
}

/** Two that meet on one database, each as a process of its own. */
interface Meeting {
  readonly first: Work;
  readonly second: Work;
  /** What is there before. */
  arrange(): Promise<unknown>;
  /** What has to hold afterwards, however they met. */
  check(ended: Ended): Promise<void>;
}

/** More statements than anything that is tried here has. */
const MOST_STATEMENTS = 400;

/** For tests of meetings, each of which is hundreds of them. */
export const MEETING = { timeout: 240_000 };

/** Milliseconds between two looks whether somebody waits for a lock. */
const LOOK_EVERY = 3;

/**
 * A second process on the database of a test block, whose statements can be held up one by one.
 *
 * @param database what the block uses; the other process's own.
 */
export function useMeetings(database: { readonly db: Database; readonly url: string }) {
  let held: Held;
  let observer: pg.Client | null = null;
  let rows: KeptRows;
  beforeAll(async () => {
    const { db, url } = database;
    rows = await keptRows(db, url);
    held = await openHeld(db.provider, url);
    if (db.provider === 'sqlite') return;
    observer = new pg.Client({ connectionString: url });
    await observer.connect();
  });
  afterAll(async () => {
    await observer?.end();
    await rows.close();
    await held.db.close();
  });

  /**
   * Lets the first be held up before its first statement, then before its second, and so on to its
   * last, each time with the second done to its end meanwhile, or until it has to wait for the
   * first; and in the end after its last. Then the other way around. Each time everything is
   * arranged anew, and what has to hold is checked.
   *
   * A transaction of the embedded database lets nobody in, so there it is held up before one only.
   *
   * @returns how many ways to meet were tried.
   * @throws with the statement before which the first was held up.
   */
  async function meet(meeting: Meeting): Promise<number> {
    const there = await eachWay(meeting);
    const { first, second } = meeting;
    const back = await eachWay({
      ...meeting,
      ...{ first: second, second: first },
      check: (ended) => meeting.check({ first: ended.second, second: ended.first }),
    });
    return there + back;
  }

  /**
   * Arranges rows once, and from then on puts them there again row for row; for what arranges
   * nothing but rows, or nothing that meetings change.
   */
  function again(arrange: () => Promise<unknown>): () => Promise<void> {
    let putBack: (() => Promise<void>) | undefined;
    return async () => {
      if (putBack !== undefined) return putBack();
      await arrange();
      putBack = await rows.keep();
    };
  }

  return { meet, again };

  async function eachWay({ arrange, first, second, check }: Meeting): Promise<number> {
    for (let place = 1; place <= MOST_STATEMENTS; place += 1) {
      await arrange();
      const pause = held.gate.holdUpAt(place);
      const ending = settled(first(held.db));
      const isHeldUp = await Promise.race([pause.reached, ending.then(() => false)]);
      const other = settled(second(database.db));
      if (isHeldUp) await Promise.race([other, untilWaiting(other)]);
      const before = pause.release();
      const ended = { first: await ending, second: await other };
      try {
        await check(ended);
      } catch (error) {
        const where = isHeldUp ? `before its ${place}. statement, ${before}` : 'after its end';
        const how = `${told(ended.first)} / ${told(ended.second)}`;
        throw new Error(`Held up ${where} (${how}): ${String(error)}`, { cause: error });
      }
      if (!isHeldUp) return place;
    }
    throw new Error('It never came to an end.');
  }

  /** Resolves once somebody waits for a lock; never on the embedded database, which has none held. */
  async function untilWaiting(other: Promise<unknown>): Promise<void> {
    if (observer === null) return new Promise(() => undefined);
    let isOver = false;
    void other.then(() => {
      isOver = true;
    });
    while (!isOver) {
      const { rowCount } = await observer.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rowCount !== null && rowCount > 0) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
  }
}

async function settled(work: Promise<unknown>): Promise<PromiseSettledResult<unknown>> {
  const [result] = await Promise.allSettled([work]);
  return result;
}

function told(end: PromiseSettledResult<unknown>): string {
  return end.status === 'fulfilled' ? 'done' : (String(end.reason).trim().split('\n').at(-1) ?? '');
}

interface Held {
  readonly db: Database;
  readonly gate: Gate;
}

/** Where statements are counted, and one of them is held up. */
class Gate {
  #count = 0;
  #place = 0;
  #statement = '';
  #reach: (isReached: true) => void = () => undefined;
  #open: Promise<void> = Promise.resolve();

  /** Counts from here on. */
  holdUpAt(place: number): { reached: Promise<true>; release(): string } {
    this.#count = 0;
    this.#place = place;
    const reached = new Promise<true>((resolve) => {
      this.#reach = resolve;
    });
    let open: () => void = () => undefined;
    this.#open = new Promise((resolve) => {
      open = resolve;
    });
    return {
      reached,
      release: () => {
        open();
        return this.#statement;
      },
    };
  }

  async pass(statement: string): Promise<void> {
    this.#count += 1;
    if (this.#count !== this.#place) return;
    this.#statement = statement.replace(/\s+/g, ' ').slice(0, 120);
    this.#reach(true);
    await this.#open;
  }
}

/** A database whose every statement passes a gate. */
async function openHeld(provider: Database['provider'], url: string): Promise<Held> {
  const gate = new Gate();
  const own = provider === 'sqlite' ? heldSqlite(url, gate) : heldPostgresql(url, gate);
  await own.prisma.$connect();
  const db: Database = {
    provider,
    ...own,
    ping: () => Promise.resolve({ writable: true }),
    rewriteFiles: () => Promise.reject(new Error('Nothing rewrites the files here.')),
    close: () => own.prisma.$disconnect(),
  };
  return { db, gate };
}

type Own = Pick<Database, 'prisma' | 'writeTogether' | 'shred' | 'rows'>;

function heldSqlite(url: string, gate: Gate): Own {
  const factory = sqliteFactory(url);
  return {
    prisma: new PrismaClient({ adapter: passing(factory, gate, 'whole transactions') }),
    async writeTogether(rows) {
      await gate.pass(`rows of ${rows.map((row) => ('into' in row ? row.into : 'Video')).join()}`);
      await factory.writeTogether(rows);
    },
    shred: () => factory.shred(),
    async rows(statement) {
      await gate.pass(statement.sql);
      return factory.rows(statement);
    },
  };
}

function heldPostgresql(url: string, gate: Gate): Own {
  const factory = postgresqlFactory(url, 'serving', () => undefined);
  const adapter = passing(factory, gate, 'each statement');
  // Both clients are generated from the same models; TypeScript can't see that they are alike.
  const prisma = new PostgresqlClient({ adapter }) as unknown as PrismaClient;
  return {
    prisma,
    async writeTogether(rows) {
      const { sql, values } = oneStatement(rows);
      await prisma.$executeRawUnsafe(sql, ...values);
    },
    shred: () => Promise.resolve(),
    rows: (statement) => prisma.$queryRaw(statement),
  };
}

function passing(
  factory: SqlDriverAdapterFactory,
  gate: Gate,
  inTransactions: 'each statement' | 'whole transactions',
): SqlDriverAdapterFactory {
  const { provider, adapterName } = factory;
  return {
    ...{ provider, adapterName },
    async connect(): Promise<SqlDriverAdapter> {
      const adapter = await factory.connect();
      return {
        ...{ provider, adapterName },
        async queryRaw(query) {
          await gate.pass(query.sql);
          return adapter.queryRaw(query);
        },
        async executeRaw(query) {
          await gate.pass(query.sql);
          return adapter.executeRaw(query);
        },
        executeScript: (script) => adapter.executeScript(script),
        async startTransaction(...level) {
          await gate.pass('BEGIN');
          const transaction = await adapter.startTransaction(...level);
          return inTransactions === 'each statement' ? held(transaction, gate) : transaction;
        },
        ...(adapter.getConnectionInfo && {
          getConnectionInfo: adapter.getConnectionInfo.bind(adapter),
        }),
        dispose: () => adapter.dispose(),
      };
    },
  };
}

function held(transaction: Transaction, gate: Gate): Transaction {
  const { queryRaw, executeRaw, commit } = transaction;
  transaction.queryRaw = async (query) => {
    await gate.pass(query.sql);
    return queryRaw.call(transaction, query);
  };
  transaction.executeRaw = async (query) => {
    await gate.pass(query.sql);
    return executeRaw.call(transaction, query);
  };
  transaction.commit = async () => {
    await gate.pass('COMMIT');
    return commit.call(transaction);
  };
  return transaction;
}
