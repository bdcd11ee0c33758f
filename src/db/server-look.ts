import { DatabaseProblem } from './errors.js';
import { type Ask, type Look, lookInto } from './look.js';
import { postgresqlFactory } from './postgresql.js';
import { identifier, readAddress } from './postgresql-address.js';
import { grantSchema, grantTables, READ_ONLY_MEND, reasonOf } from './postgresql-problems.js';

/** Where and how a PostgreSQL server is worked with, as a look at it found. */
export interface ServerPlace {
  /** The schema our tables are in, or will be. */
  readonly schema: string;
  /** Whether the schema has to be made first. */
  readonly isMissing: boolean;
  /** Whether a pooler stands before it that takes no settings of a connection. */
  readonly isPooled: boolean;
}

/** How a pooler, such as PgBouncer, says that it hands no setting of a connection on. */
const REFUSED_SETTING = /unsupported startup parameter/i;

/**
 * Looks what is in a PostgreSQL database, without changing anything.
 *
 * @throws DatabaseProblem if it can't be used, also because nothing can be stored in it.
 */
export async function lookAtServer(url: string): Promise<Look & { readonly place: ServerPlace }> {
  return overConnection(url, async (ask, isPooled) => {
    await refuseReadOnly(ask);
    const place = await placeOf(ask, url, isPooled);
    const look = await lookInto('postgresql', ask);
    await refuseWithoutRights(ask, place, look.pending.length > 0);
    return { ...look, place };
  });
}

/**
 * Where the tables of this address will be, for whoever is about to make them.
 *
 * @throws DatabaseProblem if none can be made there.
 */
export function findPlace(url: string): Promise<ServerPlace> {
  return overConnection(url, async (ask, isPooled) => {
    await refuseReadOnly(ask);
    const place = await placeOf(ask, url, isPooled);
    await refuseWithoutRights(ask, place, true);
    return place;
  });
}

/** With the settings of a connection that serves, so that a pooler that refuses them is found out. */
async function overConnection<T>(
  url: string,
  work: (ask: Ask, isPooled: boolean) => Promise<T>,
): Promise<T> {
  const over = async (isPooled: boolean) => {
    const adapter = await postgresqlFactory(url, 'looking', () => undefined, {
      isPooled,
    }).connect();
    try {
      const ask: Ask = async (sql) =>
        (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows;
      return await work(ask, isPooled);
    } finally {
      await adapter.dispose();
    }
  };
  if (readAddress(url).saysPooled) return over(true);
  try {
    return await over(false);
  } catch (error) {
    if (!(error instanceof Error && REFUSED_SETTING.test(reasonOf(error)))) throw error;
    return over(true);
  }
}

async function refuseReadOnly(ask: Ask): Promise<void> {
  const [[setting, isFollower] = []] = await ask(
    `SELECT current_setting('transaction_read_only'), pg_is_in_recovery()`,
  );
  if (setting !== 'on') return;
  throw readOnly(isFollower === true);
}

/** A server that takes nothing to store. */
export function readOnly(isFollower: boolean): DatabaseProblem {
  return new DatabaseProblem(
    `The PostgreSQL database can't be used: it may only be read${isFollower ? ', since it follows another server' : ''}.`,
    READ_ONLY_MEND,
    { stays: true },
  );
}

async function placeOf(ask: Ask, url: string, isPooled: boolean): Promise<ServerPlace> {
  const { schema: named } = readAddress(url);
  const [[current] = []] = await ask('SELECT current_schema()::text');
  const schema = named ?? (typeof current === 'string' ? current : 'public');
  if (schema === current) return { schema, isMissing: false, isPooled };
  const [found] = await ask(
    `SELECT has_schema_privilege(oid, 'USAGE'), current_user::text, current_database()::text FROM pg_namespace WHERE nspname = ${literal(schema)}`,
  );
  if (found !== undefined && found[0] !== true) throw withoutRight(schema, found[1]);
  if (named === undefined || !isPooled) {
    return { schema, isMissing: found === undefined, isPooled };
  }
  const [[user, database] = []] = await ask('SELECT current_user::text, current_database()::text');
  throw notHandedOn(schema, found === undefined, String(user), String(database));
}

/** A pooler that gives every connection the schema of the role. */
export function notHandedOn(
  schema: string,
  isMissing: boolean,
  user: string,
  database: string,
): DatabaseProblem {
  const name = identifier(schema);
  return new DatabaseProblem(
    `The pooler before PostgreSQL doesn't hand on that the schema is ${schema}.`,
    `Let the server say so itself, and start again: ${isMissing ? `CREATE SCHEMA ${name}; ` : ''}ALTER ROLE ${identifier(user)} IN DATABASE ${identifier(database)} SET search_path = ${name}; then RECONNECT in the pooler's console. Or name the server itself in DATABASE_URL.`,
    { stays: true },
  );
}

/** What is missing shows here, and not at the first member who is answered. */
async function refuseWithoutRights(ask: Ask, place: ServerPlace, makes: boolean): Promise<void> {
  if (place.isMissing) return;
  if (makes) {
    const [[may, user] = []] = await ask(
      `SELECT has_schema_privilege(current_schema(), 'CREATE'), current_user::text`,
    );
    if (may !== true) throw withoutRight(place.schema, user);
  }
  const rights = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
  const [barred] = await ask(
    `SELECT relname::text, current_user::text FROM pg_class
     WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind IN ('r', 'p')
       AND NOT (${rights.map((right) => `has_table_privilege(oid, '${right}')`).join(' AND ')})
     ORDER BY relname LIMIT 1`,
  );
  if (barred === undefined) return;
  const [table = '', user = ''] = barred.map(String);
  throw barredTable(table, place.schema, user);
}

/** A table of another role that we may not read or change. */
export function barredTable(table: string, schema: string, user: string): DatabaseProblem {
  return new DatabaseProblem(
    `The PostgreSQL database can't be used: permission denied for table ${table}.`,
    grantTables(schema, user),
    { stays: true },
  );
}

function withoutRight(schema: string, user: unknown): DatabaseProblem {
  return new DatabaseProblem(
    `The PostgreSQL database can't be used: permission denied for schema ${schema}.`,
    grantSchema(schema, String(user)),
    { stays: true },
  );
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
