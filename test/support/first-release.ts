import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { migrationList } from '../../src/db/migrations.js';
import { postgresqlFactory } from '../../src/db/postgresql.js';
import type { Provider } from '../../src/db/provider.js';
import { withSchemaEngine } from '../../src/db/schema-engine.js';
import { sqliteFactory } from '../../src/db/sqlite.js';

/** A creator of two videos in one server, one of them private, each estimated at 100 saves. */
const TOLD_BEFORE = `
  INSERT INTO "Creator" ("id") VALUES (1);
  INSERT INTO "Guild" ("id") VALUES (5);
  ${[
    { id: 10, isPrivate: 'FALSE', saves: 150 },
    { id: 11, isPrivate: 'TRUE', saves: 1000 },
  ]
    .map(
      ({ id, isPrivate, saves }) => `
  INSERT INTO "Video" ("id", "creatorId", "identity", "createdAt")
    VALUES (${id}, 1, 'reading:${id}', '2026-11-20T10:00:00.000Z');
  INSERT INTO "Reading" ("id", "videoId", "creatorId", "guildId", "takenAt", "views", "viewsStep",
      "likes", "likesStep", "comments", "commentsStep", "shares", "sharesStep", "private")
    VALUES (${id}, ${id}, 1, 5, '2026-11-20T10:00:00.000Z', 9000, 1, 900, 1, 9, 1, 90, 1, ${isPrivate});
  INSERT INTO "Estimate" ("readingId", "modelVersion", "saves", "low", "high", "verdict", "parts",
      "learnedFrom", "createdAt")
    VALUES (${id}, '2.0.0', 100, 49.5, 149.2, 'scored', '[]', 0, '2026-11-20T10:00:00.000Z');
  INSERT INTO "TrueSave" ("readingId", "creatorId", "handle", "saves", "savesStep", "toldAt", "toldBy")
    VALUES (${id}, 1, '', ${saves}, 1, '2026-11-21T10:00:00.000Z', ${id});`,
    )
    .join('')}
`;

/** The program's own way to a database, before anything is opened. */
export function factoryOf(provider: Provider, url: string): SqlMigrationAwareDriverAdapterFactory {
  return provider === 'sqlite'
    ? sqliteFactory(url)
    : postgresqlFactory(url, 'starting', () => undefined);
}

/** Makes the database at `url` one of the first release, with a creator's two videos in it. */
export async function makeFirstRelease(provider: Provider, url: string): Promise<void> {
  const factory = factoryOf(provider, url);
  const all = await migrationList(provider);
  const migrationsList = {
    ...all,
    migrationDirectories: all.migrationDirectories.filter(
      ({ path }) => path === '20261123000000_first',
    ),
  };
  const filters = { externalTables: [], externalEnums: [] };
  await withSchemaEngine(factory, undefined, (engine) =>
    engine.applyMigrations({ migrationsList, filters }),
  );
  const adapter = await factory.connect();
  await adapter.executeScript(TOLD_BEFORE);
  await adapter.dispose();
}
