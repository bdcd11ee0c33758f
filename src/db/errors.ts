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
  /** What is stored can't be read any more: only the operator can help, with a backup. */
  | 'damaged'
  /** Anything else is a fault of the program. */
  | 'fault';

/** Error codes of Prisma, SQLite, PostgreSQL and the socket, by what they mean. */
const UNAVAILABLE = [
  /^P(1001|1002|1008|1017|2024|2028|2037)$/,
  /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|PERM|AUTH|NOMEM|PROTOCOL)/,
  // Connection exceptions, no resources, operator intervention (PostgreSQL, appendix A).
  /^(08|53|57)[0-9A-Z]{3}$/,
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|ENETUNREACH|EHOSTUNREACH)$/,
];
// PostgreSQL's are `data_corrupted` and `index_corrupted`.
const DAMAGED = [/^SQLITE_(CORRUPT|NOTADB)/, /^XX00[12]$/];
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

/** One error of those that an error carries, as far as it tells anything. */
interface Layer {
  readonly codes: readonly string[];
  readonly kind: string | undefined;
  readonly message: string | undefined;
}

/** An error and all that it wraps: each layer on the way from the driver has its own words. */
function* layersOf(error: unknown): Generator<Layer> {
  const seen = new Set<unknown>();
  const open: unknown[] = [error];
  while (open.length > 0) {
    const current = open.pop();
    if (typeof current !== 'object' || current === null || seen.has(current)) continue;
    seen.add(current);
    const { code, originalCode, kind, message, cause, meta, driverAdapterError } =
      current as Readonly<Record<string, unknown>>; // the fields are checked one by one below
    yield {
      codes: [code, originalCode].filter((one) => typeof one === 'string'),
      kind: typeof kind === 'string' ? kind : undefined,
      message: typeof message === 'string' ? message : undefined,
    };
    open.push(cause, meta, driverAdapterError);
  }
}

/** The error codes of SQLite, PostgreSQL, Prisma and the system that stand in an error. */
export function codesOf(error: unknown): string[] {
  return [...layersOf(error)].flatMap(({ codes }) => codes);
}

/** Says what a failure of the database means, by whichever layer it came from. */
export function databaseFailure(error: unknown): DatabaseFailure {
  for (const { codes, kind, message } of layersOf(error)) {
    for (const code of codes) {
      if (CONFLICT.some((pattern) => pattern.test(code))) return 'conflict';
      if (PARENT_GONE.some((pattern) => pattern.test(code))) return 'parent gone';
      if (DAMAGED.some((pattern) => pattern.test(code))) return 'damaged';
      if (UNAVAILABLE.some((pattern) => pattern.test(code))) return 'unavailable';
    }
    if (kind === 'ForeignKeyConstraintViolation') return 'parent gone';
    if (kind !== undefined && CONFLICT_KINDS.has(kind)) return 'conflict';
    if (kind !== undefined && UNAVAILABLE_KINDS.has(kind)) return 'unavailable';
    if (message !== undefined && UNAVAILABLE_MESSAGE.test(message)) return 'unavailable';
  }
  return 'fault';
}

/** Whether somebody else was faster: done again, with another look, it may work. */
export function isOvertaken(error: unknown): boolean {
  const failure = databaseFailure(error);
  return failure === 'conflict' || failure === 'parent gone';
}

/** What is wrong with the database in words for the operator, and its mend. */
export class DatabaseProblem extends Error implements Problem {
  override readonly name = 'DatabaseProblem';
  readonly problem: string;
  readonly mend: string;
  readonly stays: boolean;
  readonly byRestore: boolean;

  /**
   * @param o.stays whether only the operator can help, however often it is tried again.
   * @param o.byRestore whether a backup can take the place of what is there.
   */
  constructor(
    problem: string,
    mend: string,
    o: { cause?: unknown; stays?: boolean; byRestore?: boolean } = {},
  ) {
    super(problem, { cause: o.cause });
    this.problem = problem;
    this.mend = mend;
    this.stays = o.stays ?? false;
    this.byRestore = o.byRestore ?? false;
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
