import { createServer } from 'node:http';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/db/database.js';
import { type PostgresServer, startPostgres } from './postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers a POST to `/migrated` or `/empty` with the address of a new PostgreSQL database. */
    postgresDesk: string;
  }
}

const TEMPLATE = 'template_migrated';

/**
 * One PostgreSQL server for the whole run, started when the first test asks for a database, so
 * that a run of unit tests doesn't wait for it. Every database is a copy of one to which the
 * migrations were applied.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<PostgresServer> | undefined;
  let made = 0;
  const desk = createServer((request, response) => {
    starting ??= startWithTemplate();
    made += 1;
    const name = `test_${made}`;
    const template = request.url === '/migrated' ? ` TEMPLATE ${TEMPLATE}` : '';
    starting
      .then((server) => execute(server, `CREATE DATABASE ${name}${template}`))
      .then(
        (server) => response.end(server.url(name)),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  const address = desk.address();
  if (address === null || typeof address === 'string') throw new Error('No port for the desk.');
  project.provide('postgresDesk', `http://127.0.0.1:${address.port}`);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    await (await starting)?.stop();
  };
}

async function startWithTemplate(): Promise<PostgresServer> {
  const server = await startPostgres();
  await server.create(TEMPLATE);
  const db = await openDatabase(server.url(TEMPLATE), () => undefined);
  await db.close();
  return server;
}

async function execute(server: PostgresServer, sql: string): Promise<PostgresServer> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
  return server;
}
