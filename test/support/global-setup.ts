import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import {
  bundleInto,
  COMMANDS_KEEPER,
  operatorPrograms,
  prepareStarts,
} from '../../scripts/bundle.mjs';
import { openDatabase } from '../../src/db/database.js';
import { projectRoot } from '../../src/lib/paths.js';
import { type PostgresServer, startPostgres } from './postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Answers a POST to `/migrated` or `/empty` with the address of a new PostgreSQL database, to
     * `/file` with a SQLite file to copy that the migrations were applied to, and to `/programs`
     * with the folder of the bundled programs.
     */
    desk: string;
  }
}

const TEMPLATE = 'template_migrated';

/**
 * What the tests of a run share, each made when the first test asks for it, so that a run of unit
 * tests doesn't wait: one PostgreSQL server, databases to which the migrations were applied, and the
 * bot in one file, which starts in half the time.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const undo: (() => Promise<unknown>)[] = [];
  const server = once(async () => {
    const started = await startWithTemplate();
    undo.push(() => started.stop());
    return started;
  });
  let made = 0;
  const newDatabase = async (template: string) => {
    made += 1;
    const name = `test_${made}`;
    return (await execute(await server(), `CREATE DATABASE ${name}${template}`)).url(name);
  };
  const answers: Readonly<Record<string, () => Promise<string>>> = {
    '/migrated': () => newDatabase(` TEMPLATE ${TEMPLATE}`),
    '/empty': () => newDatabase(''),
    '/file': once(async () => {
      const folder = await folderIn(tmpdir());
      const file = join(folder, 'template.db');
      await (await openDatabase(`file:${file}`, () => undefined)).close();
      return file;
    }),
    '/programs': once(async () => {
      const folder = await folderIn(join(projectRoot, 'dist'));
      // What is loaded before a program, to kill it at a statement, takes hold of the driver.
      const names = ['src/main', COMMANDS_KEEPER, ...operatorPrograms(projectRoot)];
      await bundleInto(projectRoot, folder, names, { apart: ['pg'] });
      prepareStarts(folder);
      return folder;
    }),
  };
  async function folderIn(place: string): Promise<string> {
    const folder = await mkdtemp(join(place, 'keepsake-test-'));
    // Some programs are started as a user of their own.
    await chmod(folder, 0o755);
    undo.push(() => rm(folder, { recursive: true, force: true }));
    return folder;
  }
  const desk = createServer((request, response) => {
    Promise.resolve(answers[request.url ?? '']?.()).then(
      (answer) => response.writeHead(answer === undefined ? 404 : 200).end(answer),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  // A test that stood still meanwhile would ask on a connection that is closed by then.
  desk.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  const address = desk.address();
  if (address === null || typeof address === 'string') throw new Error('No port for the desk.');
  project.provide('desk', `http://127.0.0.1:${address.port}`);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    for (const step of undo) await step();
  };
}

/** Does it with the first call; later ones get the same. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let making: Promise<T> | undefined;
  return () => {
    making ??= make();
    return making;
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
