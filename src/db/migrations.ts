import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { projectRoot } from '../lib/paths.js';
import type { Provider } from './provider.js';

/** The folder of a database's migrations, in the layout of `prisma migrate`. */
export function migrationsDir(provider: Provider): string {
  return join(projectRoot, 'prisma', provider, 'migrations');
}

/** The names of the migrations this program brings, oldest first. */
export async function knownMigrations(provider: Provider): Promise<string[]> {
  const entries = await readdir(migrationsDir(provider), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The migrations as Prisma's schema engine wants them. */
export async function migrationList(provider: Provider): Promise<MigrationList> {
  const baseDir = migrationsDir(provider);
  const names = await knownMigrations(provider);
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}
