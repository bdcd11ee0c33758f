import { persist } from '../lib/persist.js';
import { Unconfirmed, wasSent } from './errors.js';
import type { Prisma, PrismaClient } from './generated/sqlite/client.js';
import type { Look } from './look.js';
import { knownMigrations } from './migrations.js';
import { asProblem } from './problems.js';
import { type Provider, providerOf } from './provider.js';
import type { LeftInFiles } from './rewrite.js';
import { sqliteFile } from './sqlite-look.js';
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
  /** The rows of a statement of our own, by the shortest way: for what every command, every second or a start asks. */
  rows<T>(statement: Prisma.Sql): Promise<T[]>;
  /**
   * Leaves nothing of what was deleted in the embedded database's files. Those of PostgreSQL keep it
   * until its place is written over, or everything is written anew (`rewriteFiles`).
   *
   * @throws if another process reads all the while; then it can be done later.
   */
  shred(): Promise<void>;
  /**
   * Writes all files of the database anew, so that nothing is in them of what was deleted at any time.
   * Meanwhile others can't write, and in PostgreSQL not read the table whose turn it is.
   *
   * @param onTable hears of each table of PostgreSQL that is done.
   * @returns where something may still be.
   */
  rewriteFiles(onTable: (table: string) => void): Promise<readonly LeftInFiles[]>;
  /** Resolves when the database has read something that is stored, with whether it can be written. */
  ping(): Promise<{ readonly writable: boolean }>;
  close(): Promise<void>;
}

/**
 * Opens the database at `url` and brings it to this program's schema.
 *
 * @param onTrouble hears of connections that broke while nobody used them, and, as a
 *   DatabaseProblem, of damage that is found while the database is in use.
 * @param onUpdated hears of migrations once they are applied.
 * @throws DatabaseProblem with its mend, if it can't be reached, written, or isn't what this program
 *   can use.
 */
export async function openDatabase(
  url: string,
  onTrouble: (error: Error) => void,
  onUpdated: (migrations: readonly string[]) => void = () => undefined,
): Promise<Database> {
  const open = providerOf(url) === 'sqlite' ? openSqlite : openPostgresql;
  try {
    return await whileHeld(() => open(url, onTrouble, onUpdated));
  } catch (error) {
    throw asProblem(error, url);
  }
}

/** What a look at a database found, without changing anything in it. */
export interface Inspection {
  /**
   * `missing`: an embedded database that the first start will make; otherwise as a look at what is in
   * it says.
   */
  readonly kind: 'missing' | Look['kind'];
  /** The migrations that the next start will apply, oldest first. */
  readonly pending: readonly string[];
}

/**
 * Looks whether the database at `url` can be used, and what it lacks of this program's schema.
 *
 * @param o.thorough reads all of an embedded database, too, for damage.
 * @throws DatabaseProblem with its mend, as `openDatabase` does.
 */
export async function inspectDatabase(
  url: string,
  o: { thorough?: boolean } = {},
): Promise<Inspection> {
  try {
    return await whileHeld(async () => {
      if (providerOf(url) === 'postgresql') {
        return await (await import('./server-look.js')).lookAtServer(url);
      }
      const { lookAtFile } = await import('./sqlite-file.js');
      const found = await lookAtFile(sqliteFile(url), o);
      return found ?? { kind: 'missing', pending: await knownMigrations('sqlite') };
    });
  } catch (error) {
    throw asProblem(error, url);
  }
}

type Opening = [
  url: string,
  onTrouble: (error: Error) => void,
  onUpdated: (migrations: readonly string[]) => void,
];

async function openSqlite(...[url, onTrouble, onUpdated]: Opening): Promise<Database> {
  const [{ lent, sqliteFactory }, { isWritableFile, lookAtFile }, { Prisma, PrismaClient }] =
    await Promise.all([
      import('./sqlite.js'),
      import('./sqlite-file.js'),
      import('./generated/sqlite/client.js'),
    ]);
  const found = await lookAtFile(sqliteFile(url));
  if (found === null || found.pending.length > 0) {
    onUpdated(await (await updating()).bringUpToDate('sqlite', sqliteFactory(url)));
  }
  const factory = sqliteFactory(url, onTrouble);
  // Not by the client, which loads its compiler for it: a `/score` can be answered before.
  const connection = await factory.connect();
  const prisma = new PrismaClient({ adapter: lent(connection) });
  return {
    ...{ provider: 'sqlite', prisma },
    writeTogether: (rows) => factory.writeTogether(rows),
    shred: () => factory.shred(),
    rows: (statement) => factory.rows(statement),
    async rewriteFiles() {
      await prisma.$executeRawUnsafe('VACUUM');
      await factory.shred();
      return [];
    },
    async ping() {
      await factory.rows(Prisma.sql`SELECT 1 AS "read" FROM "_prisma_migrations" LIMIT 1`);
      return { writable: isWritableFile(sqliteFile(url)) };
    },
    async close() {
      await prisma.$disconnect();
      await connection.dispose();
    },
  };
}

async function openPostgresql(...[url, onTrouble, onUpdated]: Opening): Promise<Database> {
  const [
    { postgresqlFactory, oneStatement },
    { lookAtServer },
    { PrismaClient: PostgresqlClient },
  ] = await Promise.all([
    import('./postgresql.js'),
    import('./server-look.js'),
    import('./generated/postgresql/client.js'),
  ]);
  const { pending, place } = await lookAtServer(url);
  if (pending.length > 0) {
    const factory = postgresqlFactory(url, 'starting', onTrouble, place);
    const made = place.isMissing ? { schema: place.schema } : {};
    onUpdated(await (await updating()).bringUpToDate('postgresql', factory, made));
  }
  const adapter = postgresqlFactory(url, 'serving', onTrouble, place);
  // Both clients are generated from the same models; TypeScript can't see that they are alike.
  const prisma = new PostgresqlClient({ adapter }) as unknown as PrismaClient;
  try {
    await prisma.$connect();
  } catch (error) {
    await prisma.$disconnect();
    throw error;
  }
  return {
    ...{ provider: 'postgresql', prisma },
    async writeTogether(rows) {
      const { sql, values } = oneStatement(rows);
      try {
        await prisma.$executeRawUnsafe(sql, ...values);
      } catch (error) {
        throw wasSent(error) ? new Unconfirmed(error) : error;
      }
    },
    shred: () => Promise.resolve(),
    rows: (statement) => prisma.$queryRaw(statement),
    async ping() {
      const [row] = await prisma.$queryRaw<{ writable: boolean }[]>`
        SELECT current_setting('transaction_read_only') = 'off' AS "writable", (SELECT 1 FROM "_prisma_migrations" LIMIT 1) AS "read"`;
      return { writable: row?.writable === true };
    },
    rewriteFiles: async (onTable) =>
      (await import('./rewrite.js')).rewritePostgresql(url, place, onTable),
    close: () => prisma.$disconnect(),
  };
}

/** The engine takes longer to load than to look, and most starts have nothing to apply. */
function updating(): Promise<typeof import('./update.js')> {
  return import('./update.js');
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
