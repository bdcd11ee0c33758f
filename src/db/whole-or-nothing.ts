import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { Ask } from './look.js';

/** One connection with everything that is done over it in one transaction. */
export interface WholeOrNothing {
  /** For the migration engine, which wants to connect itself. */
  readonly factory: SqlMigrationAwareDriverAdapterFactory;
  readonly ask: Ask;
  /** Runs several statements, with semicolons between them. */
  readonly run: (script: string) => Promise<void>;
  /** Why the first statement failed: the engine passes on only that one did. */
  readonly failure: () => unknown;
  readonly commit: () => Promise<void>;
  /** Closes the connection; what wasn't committed never was. */
  readonly close: () => Promise<void>;
}

/** The part of an adapter through which statements go. */
type Inside = Pick<SqlDriverAdapter, 'queryRaw' | 'executeRaw' | 'executeScript'> & {
  /** Gives the connection back, so that the adapter can be disposed of. */
  readonly release: () => Promise<void>;
};

/** The number by which Prisma's engine keeps a second one from migrating the same database. */
const ENGINE_LOCK = 72_707_369;

/**
 * Begins a transaction in which nobody else changes the schema. A program that is killed in it, at
 * any moment, leaves the database as it was.
 */
export async function beginWhole(
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<WholeOrNothing> {
  const adapter = await factory.connect();
  try {
    const inside =
      adapter.provider === 'sqlite' ? await beginSqlite(adapter) : await beginPostgresql(adapter);
    return overOne(factory, adapter, inside);
  } catch (error) {
    await adapter.dispose();
    throw error;
  }
}

function overOne(
  factory: SqlMigrationAwareDriverAdapterFactory,
  adapter: SqlDriverAdapter,
  inside: Inside,
): WholeOrNothing {
  let failure: unknown;
  const noting =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A) =>
      work(...args).catch((error: unknown) => {
        failure ??= error;
        throw error;
      });
  const queryRaw = noting(inside.queryRaw);
  const executeScript = noting(inside.executeScript);
  const handed: SqlDriverAdapter = {
    ...{ provider: adapter.provider, adapterName: adapter.adapterName },
    ...{ queryRaw, executeScript, executeRaw: noting(inside.executeRaw) },
    startTransaction: () => Promise.reject(new Error('A transaction is open already.')),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: false },
    // Closed by whoever began it.
    dispose: () => Promise.resolve(),
  };
  return {
    factory: {
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: () => Promise.resolve(handed),
      connectToShadowDb: () => factory.connectToShadowDb(),
    },
    ask: async (sql) => (await queryRaw({ sql, args: [], argTypes: [] })).rows,
    run: executeScript,
    failure: () => failure,
    commit: () => executeScript('COMMIT'),
    close: async () => {
      await inside.release();
      await adapter.dispose();
    },
  };
}

/** The adapter has one connection, so its own statements are inside. */
async function beginSqlite(adapter: SqlDriverAdapter): Promise<Inside> {
  // A migration that makes a table anew switches this off itself, and inside a transaction it can't.
  await adapter.executeScript('PRAGMA foreign_keys = OFF');
  await adapter.executeScript('BEGIN IMMEDIATE');
  return {
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    executeScript: (script) => adapter.executeScript(script),
    release: () => Promise.resolve(),
  };
}

/**
 * The first migration makes sure that there is a schema `public`. Our tables may be in another one, and
 * a role that owns only its schema may make none, even where it is there.
 */
const OF_PUBLIC = /^CREATE SCHEMA IF NOT EXISTS "public";$/m;

/** The adapter has a pool, of which a transaction takes one connection for itself. */
async function beginPostgresql(adapter: SqlDriverAdapter): Promise<Inside> {
  const transaction = await adapter.startTransaction();
  const plain = (sql: string) => transaction.executeRaw({ sql, args: [], argTypes: [] });
  try {
    await plain(`SELECT pg_advisory_xact_lock(${ENGINE_LOCK})`);
    // However little time a role is given for a statement: an update takes what it takes.
    await plain('SET LOCAL statement_timeout = 0');
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
  return {
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: (query) => transaction.executeRaw(query),
    // Without values it goes as one message, of as many statements as there are in it.
    executeScript: async (script) => void (await plain(script.replace(OF_PUBLIC, ''))),
    // Only gives the connection back: whatever is still open ends when the pool closes it.
    release: () => transaction.rollback(),
  };
}
