import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { type Ask, lookInto, MOVE_MARK } from './look.js';
import { migrationList } from './migrations.js';
import { identifier } from './postgresql-address.js';
import type { Provider } from './provider.js';
import { withSchemaEngine } from './schema-engine.js';
import { beginWhole } from './whole-or-nothing.js';

/**
 * Brings a database to this program's schema: everything that is pending, recorded as `prisma
 * migrate deploy` records it, in one transaction. One whose making broke off is made anew.
 *
 * @param o.schema is made first, where it isn't there yet.
 * @param o.mark statements that begin a move to it, or go on with one; they take effect with the rest.
 * @returns the migrations that were applied, oldest first.
 * @throws DatabaseProblem if it isn't ours to change.
 */
export async function bringUpToDate(
  provider: Provider,
  factory: SqlMigrationAwareDriverAdapterFactory,
  o: { mark?: string; schema?: string } = {},
): Promise<readonly string[]> {
  const whole = await beginWhole(factory);
  try {
    if (o.schema !== undefined) {
      await whole.run(`CREATE SCHEMA IF NOT EXISTS ${identifier(o.schema)}`);
    }
    // Looked at again from here, where nobody else can have changed it since.
    const moving = o.mark !== undefined;
    const { kind, pending } = await lookInto(provider, whole.ask, { moving });
    if (kind === 'half-made') await whole.run(await emptying(provider, whole.ask));
    if (pending.length > 0) {
      const migrationsList = await migrationList(provider);
      const filters = { externalTables: [], externalEnums: [] };
      await withSchemaEngine(whole.factory, undefined, (engine) =>
        engine.applyMigrations({ migrationsList, filters }),
      );
    }
    if (o.mark !== undefined) await whole.run(o.mark);
    await whole.commit();
    return pending;
  } catch (error) {
    throw whole.failure() ?? error;
  } finally {
    await whole.close();
  }
}

/** What is to be dropped of a database whose making broke off, as statements. */
const LEFT_OVER = {
  sqlite: `SELECT 'DROP TABLE "' || name || '"' FROM sqlite_master WHERE type = 'table' AND (name NOT LIKE 'sqlite_%' OR name LIKE 'sqlite_stat%')`,
  postgresql: `
    SELECT format('DROP TABLE %I CASCADE', relname) FROM pg_class
    WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind IN ('r', 'p') AND relname <> '${MOVE_MARK}'
    UNION ALL
    SELECT format('DROP TYPE %I CASCADE', typname) FROM pg_type
    WHERE typnamespace = quote_ident(current_schema())::regnamespace AND typtype = 'e'`,
};

async function emptying(provider: Provider, ask: Ask): Promise<string> {
  const statements = await ask(LEFT_OVER[provider]);
  return statements.map(([statement]) => String(statement)).join(';\n');
}
