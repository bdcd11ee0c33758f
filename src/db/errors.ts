import { inspect } from 'node:util';
import type { Problem } from '../lib/problem.js';

/** What a failed statement means to whoever asked for it. */
export type DatabaseFailure =
  /** The database can't be reached or can't write now; the same may work later. */
  | 'unavailable'
  /** Somebody else was faster: a row of that key is there, or what was looked at has changed. */
  | 'conflict'
  /** A row it belongs to is gone, or was never there. */
  | 'parent gone'
  /** Anything else is a fault of the program. */
  | 'fault';

/** Error codes of Prisma, SQLite, PostgreSQL and the socket, by what they mean. */
const UNAVAILABLE = [
  /^P(1001|1002|1008|1017|2024|2028|2037)$/,
  /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB)/,
  // Connection exceptions, no resources, operator intervention (PostgreSQL, appendix A).
  /^(08|53|57)[0-9A-Z]{3}$/,
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|ENETUNREACH|EHOSTUNREACH)$/,
];
const PARENT_GONE = [/^P2003$/, /^SQLITE_CONSTRAINT_FOREIGNKEY$/, /^23503$/];
const CONFLICT = [
  /^P(2002|2034)$/,
  /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/,
  // A key that is there, transactions that can't be put in a row, a deadlock.
  /^(23505|40001|40P01)$/,
];

/** The driver adapters' own names for the same things. */
const UNAVAILABLE_KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TlsConnectionError',
]);

const CONFLICT_KINDS = new Set(['UniqueConstraintViolation', 'TransactionWriteConflict']);

/** Messages of the PostgreSQL driver that come without a code. */
const UNAVAILABLE_MESSAGE =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|database connection is not open/i;

/** Says what a failure of the database means, by whichever layer it came from. */
export function databaseFailure(error: unknown): DatabaseFailure {
  const seen = new Set<unknown>();
  const open: unknown[] = [error];
  while (open.length > 0) {
    const current = open.pop();
    if (typeof current !== 'object' || current === null || seen.has(current)) continue;
    seen.add(current);
    const { code, originalCode, kind, message, cause, meta, driverAdapterError } =
      current as Readonly<Record<string, unknown>>; // the fields are checked one by one below
    for (const one of [code, originalCode]) {
      if (typeof one !== 'string') continue;
      if (CONFLICT.some((pattern) => pattern.test(one))) return 'conflict';
      if (PARENT_GONE.some((pattern) => pattern.test(one))) return 'parent gone';
      if (UNAVAILABLE.some((pattern) => pattern.test(one))) return 'unavailable';
    }
    if (kind === 'ForeignKeyConstraintViolation') return 'parent gone';
    if (typeof kind === 'string' && CONFLICT_KINDS.has(kind)) return 'conflict';
    if (typeof kind === 'string' && UNAVAILABLE_KINDS.has(kind)) return 'unavailable';
    if (typeof message === 'string' && UNAVAILABLE_MESSAGE.test(message)) return 'unavailable';
    open.push(cause, meta, driverAdapterError);
  }
  return 'fault';
}

/** Whether somebody else was faster: done again, with another look, it may work. */
export function isOvertaken(error: unknown): boolean {
  const failure = databaseFailure(error);
  return failure === 'conflict' || failure === 'parent gone';
}

/** A start that can't go on, in words for the operator: what is wrong and its mend. */
export class DatabaseProblem extends Error implements Problem {
  override readonly name = 'DatabaseProblem';
  readonly problem: string;
  readonly mend: string;

  constructor(problem: string, mend: string, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
    this.mend = mend;
  }
}

/** A write was sent, and the connection was lost before its confirmation came. */
export class Unconfirmed extends Error {
  override readonly name = 'Unconfirmed';

  constructor(cause: unknown) {
    super('The connection was lost before the write was confirmed.', { cause });
  }
}

/** Failures before anything could be sent to the server, and those in which it says that it did nothing. */
const NOT_DONE =
  /'57014'|canceling statement|'53[0-9]{3}'|ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|DatabaseNotReachable|TooManyConnections|timeout exceeded when trying to connect|the database system is (starting up|shutting down)/;

/** Whether a write that failed may still have been done. */
export function wasSent(error: unknown): boolean {
  return databaseFailure(error) === 'unavailable' && !NOT_DONE.test(inspect(error));
}
