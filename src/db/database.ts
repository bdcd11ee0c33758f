import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { DatabaseProblem, databaseFailure } from './errors.js';
import type { PrismaClient } from './generated/sqlite/client.js';
import { type Provider, providerOf } from './provider.js';
import type { Write } from './write.js';

/** One open database. `prisma` has the same models on both providers. */
export interface Database {
  readonly provider: Provider;
  readonly prisma: PrismaClient;
  /** Writes all rows or none, in one round trip. Parents stand before their children. */
  writeTogether(rows: readonly Write[]): Promise<void>;
  /** Resolves when the database answers. */
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
    const database =
      provider === 'sqlite' ? await openSqlite(url) : await openPostgresql(url, onLost);
    return database;
  } catch (error) {
    throw asProblem(error, provider);
  }
}

async function openSqlite(url: string): Promise<Database> {
  const [{ sqliteFactory }, { PrismaClient }] = await Promise.all([
    import('./sqlite.js'),
    import('./generated/sqlite/client.js'),
  ]);
  await bringUpToDate('sqlite', sqliteFactory(url, 'starting'));
  const factory = sqliteFactory(url, 'serving');
  return connected('sqlite', new PrismaClient({ adapter: factory }), (rows) =>
    factory.writeTogether(rows),
  );
}

async function openPostgresql(url: string, onLost: (error: Error) => void): Promise<Database> {
  const [{ postgresqlFactory, oneStatement }, { PrismaClient: PostgresqlClient }] =
    await Promise.all([import('./postgresql.js'), import('./generated/postgresql/client.js')]);
  const factory = postgresqlFactory(url, onLost);
  await bringUpToDate('postgresql', factory);
  // Both clients are generated from the same models; TypeScript can't see that they are alike.
  const prisma = new PostgresqlClient({ adapter: factory }) as unknown as PrismaClient;
  return connected('postgresql', prisma, async (rows) => {
    const { sql, values } = oneStatement(rows);
    await prisma.$executeRawUnsafe(sql, ...values);
  });
}

async function connected(
  provider: Provider,
  prisma: PrismaClient,
  writeTogether: Database['writeTogether'],
): Promise<Database> {
  await prisma.$connect();
  return {
    provider,
    prisma,
    writeTogether,
    ping: async () => {
      await prisma.$queryRaw`SELECT 1`;
    },
    close: () => prisma.$disconnect(),
  };
}

/** Applies what is pending. The schema engine wants the embedded database to itself. */
async function bringUpToDate(
  provider: Provider,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<void> {
  const { applyMigrations, knownMigrations } = await import('./migrations.js');
  const known = await knownMigrations(provider);
  const applied = await appliedMigrations(provider, factory);
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    throw new DatabaseProblem(
      `The database is newer than this program: it has ${newer.join(', ')}.`,
      'Start the version of Keepsake that wrote it or a newer one, or restore a backup from before.',
    );
  }
  // The engine takes longer to load than to look, and most starts have nothing to apply.
  if (known.every((name) => applied.includes(name))) return;
  await applyMigrations(provider, factory);
}

const MIGRATIONS_TABLE = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`,
  postgresql: `SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '_prisma_migrations'`,
};

/**
 * The names in Prisma's own table of migrations; none if the database is new.
 *
 * @throws DatabaseProblem if one of them broke off half-way.
 */
async function appliedMigrations(
  provider: Provider,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<string[]> {
  const adapter = await factory.connect();
  const rows = async (sql: string) =>
    (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows;
  try {
    if ((await rows(MIGRATIONS_TABLE[provider])).length === 0) return [];
    const recorded = await rows(
      'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const brokenOff = recorded.find(([, finishedAt]) => finishedAt === null);
    if (brokenOff !== undefined) {
      throw new DatabaseProblem(
        `The update ${String(brokenOff[0])} of the database broke off half-way.`,
        'Restore the backup from before that update, and start again.',
      );
    }
    return recorded.map(([name]) => String(name));
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
      ? 'Check that PostgreSQL runs and that host and port in DATABASE_URL are right.'
      : 'Check user, password and database name in DATABASE_URL, and that the user may create tables.';
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
