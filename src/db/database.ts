import { existsSync } from 'node:fs';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { persist } from '../lib/persist.js';
import { DatabaseProblem, databaseFailure, Unconfirmed, wasSent } from './errors.js';
import type { PrismaClient } from './generated/sqlite/client.js';
import { type Provider, providerOf } from './provider.js';
import type { Write } from './write.js';

/** One open database. `prisma` has the same models on both providers. */
export interface Database {
  readonly provider: Provider;
  readonly prisma: PrismaClient;
  /**
   * Writes all rows or none, in one round trip. Parents stand before their children.
   *
   * @throws Unconfirmed if the connection was lost before the database said what became of it.
   */
  writeTogether(rows: readonly Write[]): Promise<void>;
  /**
   * Leaves nothing of what was deleted in the embedded database's files. PostgreSQL lets go of
   * deleted rows by itself, with its next vacuum.
   *
   * @throws if another process reads all the while; then it can be done later.
   */
  shred(): Promise<void>;
  /** Resolves when the database has read something that is stored. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the database at `url` and brings it to this program's schema.
 *
 * @param onLost hears of connections that broke while nobody used them.
 * @throws DatabaseProblem with its mend, if it can't be reached, written, or is newer than this
 *   program.
 */
export async function openDatabase(url: string, onLost: (error: Error) => void): Promise<Database> {
  const provider = providerOf(url);
  try {
    return await whileHeld(() =>
      provider === 'sqlite' ? openSqlite(url) : openPostgresql(url, onLost),
    );
  } catch (error) {
    throw asProblem(error, provider);
  }
}

/** What a look at a database found, without changing anything in it. */
export interface Inspection {
  /** False for an embedded database that the first start will make. */
  readonly isThere: boolean;
  /** The migrations that the next start will apply, oldest first. */
  readonly pending: readonly string[];
}

/**
 * Looks whether the database at `url` can be used, and what it lacks of this program's schema.
 *
 * @throws DatabaseProblem with its mend, as `openDatabase` does.
 */
export async function inspectDatabase(url: string): Promise<Inspection> {
  const provider = providerOf(url);
  const { knownMigrations } = await import('./migrations.js');
  const known = await knownMigrations(provider);
  try {
    const factory = await factoryToInspect(url);
    if (factory === null) return { isThere: false, pending: known };
    const { finished, unfinished } = await recordedMigrations(provider, factory);
    refuseNewer(finished, known);
    if (unfinished.length > 0) throw halfWay(unfinished);
    return { isThere: true, pending: known.filter((name) => !finished.includes(name)) };
  } catch (error) {
    throw asProblem(error, provider);
  }
}

/** Null for an embedded database whose file isn't there: looking mustn't make it. */
async function factoryToInspect(
  url: string,
): Promise<SqlMigrationAwareDriverAdapterFactory | null> {
  if (providerOf(url) === 'postgresql') {
    const { postgresqlFactory } = await import('./postgresql.js');
    return postgresqlFactory(url, 'starting', () => undefined);
  }
  const { sqliteFactory, sqliteFile } = await import('./sqlite.js');
  return existsSync(sqliteFile(url)) ? sqliteFactory(url) : null;
}

async function openSqlite(url: string): Promise<Database> {
  const [{ sqliteFactory }, { PrismaClient }] = await Promise.all([
    import('./sqlite.js'),
    import('./generated/sqlite/client.js'),
  ]);
  await bringUpToDate('sqlite', sqliteFactory(url));
  const factory = sqliteFactory(url);
  return connected('sqlite', new PrismaClient({ adapter: factory }), {
    writeTogether: (rows) => factory.writeTogether(rows),
    shred: () => factory.shred(),
  });
}

async function openPostgresql(url: string, onLost: (error: Error) => void): Promise<Database> {
  const [{ postgresqlFactory, oneStatement }, { PrismaClient: PostgresqlClient }] =
    await Promise.all([import('./postgresql.js'), import('./generated/postgresql/client.js')]);
  await bringUpToDate('postgresql', postgresqlFactory(url, 'starting', onLost));
  const adapter = postgresqlFactory(url, 'serving', onLost);
  // Both clients are generated from the same models; TypeScript can't see that they are alike.
  const prisma = new PostgresqlClient({ adapter }) as unknown as PrismaClient;
  return connected('postgresql', prisma, {
    async writeTogether(rows) {
      const { sql, values } = oneStatement(rows);
      try {
        await prisma.$executeRawUnsafe(sql, ...values);
      } catch (error) {
        throw wasSent(error) ? new Unconfirmed(error) : error;
      }
    },
    shred: () => Promise.resolve(),
  });
}

async function connected(
  provider: Provider,
  prisma: PrismaClient,
  own: Pick<Database, 'writeTogether' | 'shred'>,
): Promise<Database> {
  try {
    await prisma.$connect();
  } catch (error) {
    await prisma.$disconnect();
    throw error;
  }
  return {
    provider,
    prisma,
    ...own,
    ping: async () => {
      await prisma.$queryRaw`SELECT 1 FROM "_prisma_migrations" LIMIT 1`;
    },
    close: () => prisma.$disconnect(),
  };
}

/**
 * Applies what is pending.
 *
 * @throws DatabaseProblem if the database is newer than this program, or an update broke off.
 */
async function bringUpToDate(
  provider: Provider,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<void> {
  const { applyMigrations, knownMigrations } = await import('./migrations.js');
  const known = await knownMigrations(provider);
  const { finished } = await recordedMigrations(provider, factory);
  refuseNewer(finished, known);
  // The engine takes longer to load than to look, and most starts have nothing to apply.
  if (known.every((name) => finished.includes(name))) return;
  try {
    await applyMigrations(provider, factory);
  } catch (error) {
    throw isHeld(error) ? error : await brokenOff(provider, factory, error);
  }
}

/** @throws DatabaseProblem if the database has migrations that this program doesn't know. */
function refuseNewer(finished: readonly string[], known: readonly string[]): void {
  const newer = finished.filter((name) => !known.includes(name));
  if (newer.length === 0) return;
  throw new DatabaseProblem(
    `The database is newer than this program: it has ${newer.join(', ')}.`,
    'Start the version of Keepsake that wrote it or a newer one, or restore a backup from before.',
  );
}

/** How long a start waits for another one that migrates, and how often it looks, in milliseconds. */
const START_PATIENCE_MS = 20_000;
const START_PAUSE_MS = 100;

/** Several programs may start at once: one of them migrates, the others try again. */
function whileHeld<T>(open: () => Promise<T>): Promise<T> {
  const until = performance.now() + START_PATIENCE_MS;
  return persist(open, { until, pause: START_PAUSE_MS, again: isHeld });
}

/** Whether another program holds the embedded database; the engine can only say that it can't read why. */
function isHeld(error: unknown): boolean {
  return error instanceof Error && /SocketTimeout|database is locked/.test(error.message);
}

/** An update that was begun and never finished explains why the engine refuses to go on. */
async function brokenOff(
  provider: Provider,
  factory: SqlMigrationAwareDriverAdapterFactory,
  error: unknown,
): Promise<unknown> {
  const { unfinished } = await recordedMigrations(provider, factory).catch(() => ({
    unfinished: [],
  }));
  return unfinished.length === 0 ? error : halfWay(unfinished, error);
}

function halfWay(unfinished: readonly string[], cause?: unknown): DatabaseProblem {
  return new DatabaseProblem(
    `The update ${unfinished.join(', ')} of the database broke off half-way.`,
    'Restore the backup from before that update, and start again.',
    cause,
  );
}

const MIGRATIONS_TABLE = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`,
  postgresql: `SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '_prisma_migrations'`,
};

/** The names in Prisma's own table of migrations; none if the database is new. */
async function recordedMigrations(
  provider: Provider,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<{ finished: string[]; unfinished: string[] }> {
  const adapter = await factory.connect();
  const rows = async (sql: string) =>
    (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows;
  try {
    if ((await rows(MIGRATIONS_TABLE[provider])).length === 0) {
      return { finished: [], unfinished: [] };
    }
    const recorded = await rows(
      'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const names = (isFinished: boolean) =>
      recorded
        .filter(([, finishedAt]) => (finishedAt !== null) === isFinished)
        .map(([name]) => String(name));
    return { finished: names(true), unfinished: names(false) };
  } finally {
    await adapter.dispose();
  }
}

/** A fault of the program stays one; what the operator can mend is said with its mend. */
function asProblem(error: unknown, provider: Provider): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseProblem) return error;
  const isOurs = error instanceof TypeError || error instanceof ReferenceError;
  if (isOurs && databaseFailure(error) !== 'unavailable') return error;
  const reason = reasonOf(error);
  if (provider === 'sqlite') {
    return new DatabaseProblem(
      `The database file can't be opened or written: ${reason}.`,
      'Check that the folder in DATABASE_URL exists or can be made, that this user may write there, that the disk has room and that no other program holds the file.',
      error,
    );
  }
  const mend =
    databaseFailure(error) === 'unavailable'
      ? 'Check that PostgreSQL runs and that host and port in its address are right.'
      : 'Check user, password and database name in its address, and that the user may create tables.';
  return new DatabaseProblem(`The PostgreSQL database can't be used: ${reason}.`, mend, error);
}

/** The driver's own words, where the adapter has wrapped them. */
function reasonOf(error: Error): string {
  const { cause } = error;
  const original =
    typeof cause === 'object' && cause !== null && 'originalMessage' in cause
      ? cause.originalMessage
      : undefined;
  const words = typeof original === 'string' && original !== '' ? original : error.message;
  return words.trim().split('\n').at(-1)?.replace(/\.$/, '') ?? '';
}
