/** What a PostgreSQL address says, in the form the driver takes. */
export interface PostgresqlAddress {
  /** Without what only we understand, and with a password that is surely encoded. */
  readonly connectionString: string;
  readonly user: string | undefined;
  /** The name of the database; undefined where the address leaves it to the server. */
  readonly database: string | undefined;
  /** As `?schema=` names it, where it does. */
  readonly schema: string | undefined;
  /** Whether `?pgbouncer=true` says that a pooler stands before the server. */
  readonly saysPooled: boolean;
}

/**
 * Ways of encrypting that the driver takes for the strictest, and warns of: the same, in the word it
 * wants. What stands after them in other programs' manuals still holds.
 */
const STRICTLY = new Set(['prefer', 'require', 'verify-ca']);

/**
 * Reads an address.
 *
 * @param withSchema asks the server to look for tables in the schema that is named: most poolers
 *   refuse a connection that begins so.
 */
export function readAddress(url: string, { withSchema = true } = {}): PostgresqlAddress {
  const address = new URL(url);
  const { searchParams } = address;
  const schema = searchParams.get('schema') || undefined;
  const saysPooled = searchParams.get('pgbouncer') === 'true';
  for (const ours of ['schema', 'pgbouncer']) searchParams.delete(ours);
  if (schema !== undefined && withSchema) {
    const given = searchParams.get('options');
    const path = `-c search_path=${escapeOption(identifier(schema))}`;
    searchParams.set('options', given === null ? path : `${given} ${path}`);
  }
  const isLenient = searchParams.get('uselibpqcompat') === 'true';
  if (!isLenient && STRICTLY.has(searchParams.get('sslmode') ?? '')) {
    searchParams.set('sslmode', 'verify-full');
  }
  address.password = encodeURIComponent(decoded(address.password));
  const database = decoded(address.pathname.slice(1));
  return {
    connectionString: String(address),
    user: decoded(address.username) || searchParams.get('user') || undefined,
    database: database || undefined,
    schema,
    saysPooled,
  };
}

/** A name as SQL wants it: quoted where it has to be. */
export function identifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** The server takes spaces for the end of an option, unless a backslash stands before them. */
function escapeOption(text: string): string {
  return text.replace(/[\\\s]/g, '\\$&');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not encoded, and with a % of its own.
    return text;
  }
}
