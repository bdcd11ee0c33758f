import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { codesOf, DatabaseProblem } from './errors.js';
import { postgresqlFactory } from './postgresql.js';

/** What the files of a database may still hold of what was deleted, after they were written anew. */
export type LeftInFiles =
  /** Another program reads as of before: its rows were kept for it. */
  | 'rows that others read'
  /** The server's list of frequent values, which belongs to whoever owns the database. */
  | 'statistics'
  /** The files from before, until the server looks through them next: a few minutes. */
  | 'files from before'
  /** The server's own log, until it has written over it. */
  | 'log';

/** How PostgreSQL says that a lock wasn't to be had in time, and that something isn't allowed. */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Writes every table of a PostgreSQL database anew with its indexes, so that nothing of what was
 * deleted is in its files. While a table's turn lasts, nobody else can read or write it.
 *
 * @param onTable hears of each table that is done.
 * @throws DatabaseProblem if another program holds a table for longer than the lock is waited for.
 */
export async function rewritePostgresql(
  url: string,
  place: { readonly schema: string; readonly isPooled: boolean },
  onTable: (table: string) => void,
): Promise<readonly LeftInFiles[]> {
  const adapter = await postgresqlFactory(url, 'rewriting', () => undefined, place).connect();
  try {
    const one = await begun(adapter);
    for (const table of one.tables) {
      await rewrite(adapter, `"${table}"`);
      onTable(table);
    }
    // What the planner notes of each column are values that members typed.
    await run(adapter, 'ANALYZE');
    if (one.isOwner) await rewrite(adapter, 'pg_catalog.pg_statistic');
    const left: LeftInFiles[] = [];
    if (await isReadAsOfBefore(adapter, one.transaction)) left.push('rows that others read');
    if (!one.isOwner) left.push('statistics');
    if (!(await checkpoint(adapter))) left.push('files from before');
    return [...left, 'log'];
  } finally {
    await adapter.dispose();
  }
}

async function begun(adapter: SqlDriverAdapter) {
  const tables = await ask(
    adapter,
    `SELECT relname::text FROM pg_class WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind = 'r' ORDER BY relname`,
  );
  const [[isOwner, transaction] = []] = await ask(
    adapter,
    `SELECT pg_has_role(datdba, 'USAGE'), pg_current_xact_id()::text FROM pg_database WHERE datname = current_database()`,
  );
  return {
    tables: tables.map(([name]) => String(name)),
    isOwner: isOwner === true,
    transaction: String(transaction),
  };
}

async function rewrite(adapter: SqlDriverAdapter, table: string): Promise<void> {
  try {
    await run(adapter, `VACUUM (FULL) ${table}`);
  } catch (error) {
    if (!codesOf(error).includes(LOCK_NOT_AVAILABLE)) throw error;
    throw new DatabaseProblem(
      `Another program holds the table ${table}, so it can't be written anew now.`,
      'Wait until that program (a pg_dump, a move, a session of psql) is done, and give the same command again.',
      { cause: error },
    );
  }
}

/** Whether a transaction from before is still open: for it, deleted rows were written anew, too. */
async function isReadAsOfBefore(adapter: SqlDriverAdapter, transaction: string): Promise<boolean> {
  const older = await ask(
    adapter,
    `SELECT 1 FROM (
       SELECT backend_xmin AS oldest FROM pg_stat_activity
         WHERE pid <> pg_backend_pid() AND (datname = current_database() OR datname IS NULL)
       UNION ALL SELECT transaction FROM pg_prepared_xacts WHERE database = current_database()
       UNION ALL SELECT xmin FROM pg_replication_slots
     ) AS held WHERE oldest IS NOT NULL AND age(oldest) >= age('${transaction}'::xid8::xid)`,
  );
  return older.length > 0;
}

/** Only then files from before are gone from the disk; it takes a right that not every owner has. */
async function checkpoint(adapter: SqlDriverAdapter): Promise<boolean> {
  try {
    await run(adapter, 'CHECKPOINT');
    return true;
  } catch (error) {
    if (codesOf(error).includes('42501')) return false;
    throw error;
  }
}

async function run(adapter: SqlDriverAdapter, sql: string): Promise<void> {
  await adapter.executeRaw({ sql, args: [], argTypes: [] });
}

async function ask(
  adapter: SqlDriverAdapter,
  sql: string,
): Promise<readonly (readonly unknown[])[]> {
  return (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows;
}
