import { codesOf, DatabaseProblem, databaseFailure } from './errors.js';
import { identifier, readAddress } from './postgresql-address.js';

/** What to do about a failure, and whether only the operator can. */
interface Mend {
  readonly mend: string;
  readonly stays: boolean;
}

const CHECK = 'Check user, password and database name in its address';

/** What to do with a database that may only be read. */
export const READ_ONLY_MEND =
  'Name the server that is written to, not one that follows it, and look for default_transaction_read_only. Some providers do this to a database whose disk is full.';

/** By what the server's words say, the most telling first. */
const BY_WORDS: readonly (readonly [
  RegExp,
  (o: { user: string; found: RegExpExecArray }) => string,
])[] = [
  [/permission denied for schema (.+)/, ({ user, found }) => grantSchema(bare(found[1]), user)],
  [
    /permission denied for database (.+)/,
    ({ user, found }) =>
      `Let its owner run: GRANT CREATE ON DATABASE ${identifier(bare(found[1]))} TO ${identifier(user)}; or make the schema for the bot: CREATE SCHEMA keepsake AUTHORIZATION ${identifier(user)}; and put ?schema=keepsake behind the address.`,
  ],
  [
    /permission denied for (?:table|sequence|relation) |must be owner of /,
    ({ user }) => grantTables('public', user),
  ],
  [
    /self[- ]signed certificate|unable to (?:verify|get)/i,
    () =>
      'Its certificate is signed by nobody this machine knows. Put the certificate of whoever signed it behind the address: ?sslmode=verify-full&sslrootcert=/path/to/ca.crt. Where the way to the server is safe, ?sslmode=no-verify encrypts without looking at the certificate.',
  ],
  [
    /certificate has expired|certificate is not yet valid/i,
    () =>
      'Let the server have a new certificate, and look whether this machine’s clock is right. Until then ?sslmode=no-verify encrypts without looking at the certificate.',
  ],
  [
    /does not match certificate/i,
    () =>
      'Name the server in the address as its certificate does. Where that can’t be, ?sslmode=no-verify encrypts without looking at the certificate.',
  ],
  [
    /does not support SSL/i,
    () =>
      'Leave sslmode out of the address, or switch encryption on at the server (ssl = on in postgresql.conf).',
  ],
  [
    /no encryption|SSL (?:off|required)|requires? SSL|encryption is required/i,
    () =>
      'The server wants an encrypted connection: put ?sslmode=verify-full behind the address, or ?sslmode=no-verify where its certificate is self-signed.',
  ],
  [
    /no such file or directory, open|EACCES|ENOENT/,
    () =>
      'Check the files that sslrootcert, sslcert and sslkey name in the address, and that this user may read them.',
  ],
];

/** By the codes of appendix A of PostgreSQL's manual. */
const BY_CODE: readonly (readonly [
  RegExp,
  (o: { user: string; database: string }) => string,
  boolean,
])[] = [
  [
    /^28P01$/,
    () =>
      `${CHECK}. A password with %, /, ?, #, @, : or a space is written percent-encoded there: node -p "encodeURIComponent('…')" says how.`,
    true,
  ],
  [
    /^28[0-9A-Z]{3}$/,
    () => `${CHECK}, and that the server lets the user in from here (pg_hba.conf).`,
    true,
  ],
  [
    /^3D000$/,
    ({ user, database }) =>
      `${CHECK}, or make the database: CREATE DATABASE ${identifier(database)} OWNER ${identifier(user)};`,
    true,
  ],
  [/^(3F000|42501)$/, () => `${CHECK}, and that the user may create tables.`, true],
  [
    /^53100$/,
    () => 'Make room on the disk of PostgreSQL, and start again. Nothing that was stored is lost.',
    false,
  ],
  [
    /^53300$/,
    () =>
      'Close connections of other programs, or raise max_connections: each process of the bot takes at most ten.',
    false,
  ],
  [/^25006$/, () => READ_ONLY_MEND, true],
];

/**
 * A failure of PostgreSQL, or of the way to it, in words for the operator.
 *
 * @param url of the database; of it user and name may be told, the password never.
 */
export function postgresqlProblem(error: Error, url: string): DatabaseProblem {
  const reason = reasonOf(error);
  const failure = databaseFailure(error);
  if (failure === 'damaged') {
    return new DatabaseProblem(
      `The PostgreSQL database is damaged: ${reason}.`,
      'Stop the bot and bring back a backup with pg_restore (docs/hosting.md); PostgreSQL’s own log says what is damaged.',
      { cause: error, stays: true },
    );
  }
  const { mend, stays } = mendFor(codesOf(error), reason, url) ?? {
    mend:
      failure === 'unavailable'
        ? 'Check that PostgreSQL runs and that host and port in its address are right.'
        : `${CHECK}, and that the user may create tables.`,
    stays: false,
  };
  return new DatabaseProblem(`The PostgreSQL database can't be used: ${reason}.`, mend, {
    cause: error,
    stays,
  });
}

/** What a failure asks for, where its words or its code tell. */
export function mendFor(codes: readonly string[], reason: string, url: string): Mend | undefined {
  const { user = 'keepsake', database = user } = readAddress(url);
  for (const [words, mend] of BY_WORDS) {
    const found = words.exec(reason);
    if (found !== null) return { mend: mend({ user, found }), stays: true };
  }
  const known = BY_CODE.find(([pattern]) => codes.some((code) => pattern.test(code)));
  return known && { mend: known[1]({ user, database }), stays: known[2] };
}

/** The statement with which the owner of a schema lets us make tables in it. */
export function grantSchema(schema: string, user: string): string {
  return `Let its owner run: GRANT USAGE, CREATE ON SCHEMA ${identifier(schema)} TO ${identifier(user)};`;
}

/** The same for tables that another role has made. */
export function grantTables(schema: string, user: string): string {
  const [place, who] = [identifier(schema), identifier(user)];
  return `Start the bot with the role that made the tables, or let that role run: GRANT ALL ON ALL TABLES IN SCHEMA ${place} TO ${who}; updates of the database need the role itself.`;
}

/** The driver's own words, where the adapter has wrapped them. */
export function reasonOf(error: Error): string {
  const { cause } = error;
  const said =
    typeof cause === 'object' && cause !== null
      ? [Reflect.get(cause, 'originalMessage'), Reflect.get(cause, 'reason')]
      : [];
  const words = said.find((one) => typeof one === 'string' && one !== '') ?? error.message;
  return String(words).trim().split('\n').at(-1)?.replace(/\.$/, '') ?? '';
}

/** Names stand in quotes in some versions' words. */
function bare(name = ''): string {
  return name.replace(/^"(.*)"$/, '$1');
}
