import { DatabaseProblem } from './errors.js';
import { knownMigrations } from './migrations.js';
import type { Provider } from './provider.js';

/** Asks a database something; each row as its values in the order of the columns. */
export type Ask = (sql: string) => Promise<readonly (readonly unknown[])[]>;

/** What is in a database that this program may use. */
export interface Look {
  /**
   * `new`: nothing is in it. `half-made`: its making broke off, and nobody's data is in it. `ours`:
   * Keepsake has made it.
   */
  readonly kind: 'new' | 'half-made' | 'ours';
  /** The migrations that the next start applies, oldest first. */
  readonly pending: readonly string[];
}

/** Prisma's own table of migrations. */
const MIGRATIONS = '_prisma_migrations';

/** Stands in a PostgreSQL database from the moment its tables are made until everything is moved there. */
export const MOVE_MARK = '_keepsake_move';

const TABLES = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  // Tables of an extension (PostGIS has some) belong to nobody's program.
  postgresql: `SELECT relname::text FROM pg_class WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind IN ('r', 'p')
    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e') ORDER BY relname`,
};

/**
 * Looks what is in a database, without changing anything.
 *
 * @param o.moving is set by whoever goes on with a move: its mark is no obstacle then.
 * @throws DatabaseProblem if it isn't ours, newer than this program, broken off or half moved.
 */
export async function lookInto(
  provider: Provider,
  ask: Ask,
  o: { moving?: boolean } = {},
): Promise<Look> {
  const all = (await ask(TABLES[provider])).map(([name]) => String(name));
  if (all.includes(MOVE_MARK) && o.moving !== true) throw await halfMoved(ask);
  const tables = all.filter((name) => name !== MIGRATIONS && name !== MOVE_MARK);
  const recorded = all.includes(MIGRATIONS)
    ? (
        await ask(
          `SELECT migration_name, finished_at FROM ${MIGRATIONS} WHERE rolled_back_at IS NULL ORDER BY migration_name`,
        )
      ).map(([name, finishedAt]) => ({ name: String(name), isFinished: finishedAt !== null }))
    : [];
  const known = await knownMigrations(provider);
  const isForeign =
    recorded.length === 0 ? tables.length > 0 : recorded.every(({ name }) => !known.includes(name));
  if (isForeign) throw foreign(provider, tables);
  refuseNewer(recorded.map(({ name }) => name).filter((name) => !known.includes(name)));
  const unfinished = recorded.filter(({ isFinished }) => !isFinished).map(({ name }) => name);
  if (unfinished.length > 0) {
    const isEmpty = (await areOurs(tables)) && !(await holdRows(ask, tables));
    if (!isEmpty) throw brokenOff(provider, unfinished);
    return { kind: 'half-made', pending: known };
  }
  const finished = new Set(recorded.map(({ name }) => name));
  return {
    kind: finished.size > 0 ? 'ours' : 'new',
    pending: known.filter((name) => !finished.has(name)),
  };
}

/** Whether these are tables of this program and nothing else, also while one is made anew. */
async function areOurs(tables: readonly string[]): Promise<boolean> {
  const { Prisma } = await import('./generated/sqlite/client.js');
  const ours = new Set<string>(Object.values(Prisma.ModelName));
  return tables.every((name) => ours.has(name.replace(/^new_/, '')));
}

async function holdRows(ask: Ask, tables: readonly string[]): Promise<boolean> {
  for (const table of tables) {
    if ((await ask(`SELECT 1 FROM "${table}" LIMIT 1`)).length > 0) return true;
  }
  return false;
}

function foreign(provider: Provider, tables: readonly string[]): DatabaseProblem {
  const [what, mend] =
    provider === 'sqlite'
      ? ['database file', 'Name another file in DATABASE_URL: one that isn’t there yet is made.']
      : [
          'PostgreSQL database',
          'Name an empty one in DATABASE_URL: CREATE DATABASE makes one. Or put ?schema=keepsake behind the address: then Keepsake keeps to a schema of its own in this one.',
        ];
  const named = tables.slice(0, 3).join(', ');
  const more = tables.length > 3 ? ', …' : '';
  return new DatabaseProblem(
    `The ${what} belongs to another program: it has tables of something else (${named}${more}), and Keepsake has never written to it.`,
    mend,
    { stays: true },
  );
}

function refuseNewer(unknown: readonly string[]): void {
  if (unknown.length === 0) return;
  throw new DatabaseProblem(
    `The database is newer than this program: it has ${unknown.join(', ')}.`,
    'Start the version of Keepsake that wrote it or a newer one, or restore a backup from before.',
    { stays: true, byRestore: true },
  );
}

function brokenOff(provider: Provider, unfinished: readonly string[]): DatabaseProblem {
  const restore =
    provider === 'sqlite'
      ? 'with npm run restore -- FILE (it keeps the present one beside it)'
      : 'with pg_restore (docs/hosting.md)';
  return new DatabaseProblem(
    `The update ${unfinished.join(', ')} of the database broke off half-way, and what is stored in it may be torn.`,
    `Restore the backup from before that update ${restore}, and start again. Nothing in it is changed until then.`,
    { stays: true, byRestore: true },
  );
}

async function halfMoved(ask: Ask): Promise<DatabaseProblem> {
  // A move that an older version began doesn't say from where.
  const [row] = await ask(
    `SELECT to_jsonb(m) ->> 'source' FROM "${MOVE_MARK}" m WHERE reached IS NULL`,
  );
  const source = typeof row?.[0] === 'string' ? row[0] : './data/keepsake.db';
  return new DatabaseProblem(
    'Moving everything to this PostgreSQL database isn’t finished: it holds a part of it.',
    `Set DATABASE_URL=file:${source} again, and give the same command again; it goes on where it was: npm run migrate-to -- postgresql://USER:PASSWORD@HOST:PORT/NAME`,
    { stays: true },
  );
}
