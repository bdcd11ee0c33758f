import { PrismaPg } from '@prisma/adapter-pg';
import { readAddress } from './postgresql-address.js';
import { toStatement, type Write } from './write.js';

/**
 * Milliseconds. Serving, they keep a lost database inside the three seconds Discord grants, and the
 * server gives up before the client does, so that nothing told as failed is done later. A migration
 * may take as long as it takes.
 */
const TIMEOUTS = {
  serving: {
    // Waited for while the member sees "thinking…": a process that has just started has yet to make
    // its connections.
    ...{ connectionTimeoutMillis: 2_500, statement_timeout: 1_500, query_timeout: 1_900 },
    // A process that was suspended between two statements keeps its rows from the others so long.
    idle_in_transaction_session_timeout: 5_000,
  },
  // The settings are there to be refused: a pooler that takes none is found out by it.
  looking: {
    ...{ connectionTimeoutMillis: 5_000, statement_timeout: 20_000 },
    idle_in_transaction_session_timeout: 60_000,
  },
  starting: { connectionTimeoutMillis: 5_000 },
  // Whoever waits for a table to itself holds up everybody who comes after.
  rewriting: { connectionTimeoutMillis: 5_000, lock_timeout: 5_000 },
};

/** What a pooler such as PgBouncer takes from nobody: it shares the server's connections among all. */
const SETTINGS = new Set([
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
]);

/** Connections of one process. Discord's own limits are reached before more would help. */
const MAX_CONNECTIONS = 10;

/**
 * Prisma's adapter for PostgreSQL.
 *
 * @param onLost hears of connections that broke while idle.
 * @param place where the tables are, and whether a pooler stands before the server; then the bounds of
 *   time are those of this side alone.
 */
export function postgresqlFactory(
  url: string,
  phase: keyof typeof TIMEOUTS,
  onLost: (error: Error) => void,
  { schema, isPooled = false }: { schema?: string; isPooled?: boolean } = {},
): PrismaPg {
  const { connectionString } = readAddress(url, { withSchema: !isPooled });
  const bounds = Object.entries(TIMEOUTS[phase]).filter(
    ([name]) => !(isPooled && SETTINGS.has(name)),
  );
  return new PrismaPg(
    { connectionString, max: MAX_CONNECTIONS, keepAlive: true, ...Object.fromEntries(bounds) },
    {
      ...{ onPoolError: onLost, onConnectionError: onLost },
      ...(schema !== undefined && { schema }),
    },
  );
}

/**
 * Several writes as one statement: PostgreSQL runs all of it or nothing, in one round trip, and
 * checks foreign keys when all of it is done.
 */
export function oneStatement(rows: readonly Write[]): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const parts = rows.map((row) => {
    const statement = toStatement(row, (n) => `$${values.length + n}`);
    values.push(...statement.values);
    return statement.sql;
  });
  const last = parts.pop() ?? 'SELECT 1';
  const others = parts.map((sql, index) => `"part${index}" AS (${sql})`);
  return { sql: others.length > 0 ? `WITH ${others.join(', ')} ${last}` : last, values };
}
