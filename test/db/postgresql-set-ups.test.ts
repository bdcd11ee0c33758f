import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectDatabase, openDatabase } from '../../src/db/database.js';
import { DatabaseProblem } from '../../src/db/errors.js';
import { newPostgres } from '../support/databases.js';
import { type Pooler, pgbouncer, startPooler } from '../support/pgbouncer.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';

/** What an operator reads when this address can't be used, at a start and from a look. */
async function problemOf(url: string): Promise<DatabaseProblem> {
  const [start, look] = await Promise.all(
    [
      async () => (await openDatabase(url, () => undefined)).close(),
      () => inspectDatabase(url),
    ].map((work) =>
      work().then(
        () => undefined,
        (error: unknown) => error,
      ),
    ),
  );
  if (!(start instanceof DatabaseProblem)) throw start ?? new Error('It opened.');
  // `npm run doctor` says the same, and says it before.
  expect(look).toMatchObject({ problem: start.problem, mend: start.mend });
  return start;
}

/** Runs statements as the owner of a database, or as the server's. */
async function run(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same database, as somebody else or with something behind its address. */
function as(url: string, o: { user?: string; more?: string }): string {
  const address = new URL(url);
  if (o.user !== undefined) {
    address.username = o.user;
    address.password = 'word';
  }
  return `${address}${o.more ?? ''}`;
}

let roles = 0;
/** A role of its own that may log in. */
async function newRole(url: string): Promise<string> {
  roles += 1;
  const role = `helper_${process.pid}_${roles}`;
  await run(url, `CREATE ROLE ${role} LOGIN PASSWORD 'word'`);
  return role;
}

/** Creators, as a bot with this address sees them. */
async function creators(url: string): Promise<number> {
  const db = await openDatabase(url, () => undefined);
  try {
    return await db.prisma.creator.count();
  } finally {
    await db.close();
  }
}

describe('?schema= in the address', () => {
  test('keeps two bots apart in one database, updates and all', async () => {
    const url = await newPostgres('empty');
    const [one, two] = ['?schema=first', '?schema=The%20Second'].map((more) => as(url, { more }));
    for (const [address = '', id] of [
      [one, 1n],
      [two, 2n],
    ] as const) {
      const applied: string[] = [];
      const db = await openDatabase(
        address,
        () => undefined,
        (names) => applied.push(...names),
      );
      expect(applied.length).toBeGreaterThan(5);
      await db.prisma.creator.create({ data: { id } });
      // Statements of our own go to the same tables as Prisma's.
      await db.writeTogether([{ into: 'Creator', row: { id: id + 10n } }]);
      expect(await db.prisma.creator.count()).toBe(2);
      await db.close();
    }
    expect(await creators(String(one))).toBe(2);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(
      `SELECT schemaname, count(*)::int AS n FROM pg_tables WHERE tablename = 'Creator' GROUP BY 1 ORDER BY 1`,
    );
    await client.end();
    expect(rows).toEqual([
      { schemaname: 'The Second', n: 1 },
      { schemaname: 'first', n: 1 },
    ]);
  });

  test('lets the bot live beside another program, which without it is named with that advice', async () => {
    const url = await newPostgres('empty');
    await run(
      url,
      'CREATE TABLE "_prisma_migrations" (id text, migration_name text, finished_at timestamptz, rolled_back_at timestamptz)',
      `INSERT INTO "_prisma_migrations" VALUES ('1', '20200101000000_shop', now(), NULL)`,
      'CREATE TABLE "Customer" (id int)',
    );
    const found = await problemOf(url);
    expect(found.problem).toMatch(/belongs to another program: .*\(Customer\)/);
    expect(found.mend).toContain('?schema=keepsake');
    expect(found.stays).toBe(true);
    expect(await creators(as(url, { more: '?schema=keepsake' }))).toBe(0);
  });

  test('a schema that the role looks in by itself is the one that is used', async () => {
    const url = await newPostgres('empty');
    const role = await newRole(url);
    await run(url, `CREATE SCHEMA "${role}" AUTHORIZATION ${role}`);
    const address = as(url, { user: role });
    const db = await openDatabase(address, () => undefined);
    await db.prisma.creator.create({ data: { id: 7n } });
    await db.close();
    expect(await creators(address)).toBe(1);
    expect(await creators(url)).toBe(0);
  });

  test('tables of an extension are nobody’s program', async () => {
    const url = await newPostgres('empty');
    // What CREATE EXTENSION notes of a table of its own.
    await run(
      url,
      'CREATE TABLE spatial_ref_sys (id int)',
      `ALTER EXTENSION plpgsql ADD TABLE spatial_ref_sys`,
    );
    expect(await creators(url)).toBe(0);
  });
});

describe('a role that may do too little', () => {
  test('is told which right is missing, with the GRANT', async () => {
    const url = await newPostgres('empty');
    const role = await newRole(url);
    const address = as(url, { user: role });
    const found = await problemOf(address);
    expect(found.problem).toBe(
      "The PostgreSQL database can't be used: permission denied for schema public.",
    );
    const [, grant = ''] = /(GRANT .*;)/.exec(found.mend) ?? [];
    await run(url, grant);
    expect(await creators(address)).toBe(0);
  });

  test('and so where it may not even look into it, or make the schema that is named', async () => {
    const url = await newPostgres('empty');
    const role = await newRole(url);
    await run(url, 'REVOKE ALL ON SCHEMA public FROM PUBLIC');
    expect((await problemOf(as(url, { user: role }))).mend).toContain(
      `GRANT USAGE, CREATE ON SCHEMA public TO ${role};`,
    );
    const named = as(url, { user: role, more: '?schema=mine' });
    const db = await openDatabase(named, () => undefined).catch((error: unknown) => error);
    expect(db).toBeInstanceOf(DatabaseProblem);
    expect(db).toMatchObject({
      problem: expect.stringContaining('permission denied for database'),
      mend: expect.stringContaining(`GRANT CREATE ON DATABASE`),
    });
    await run(url, `CREATE SCHEMA mine AUTHORIZATION ${role}`);
    expect(await creators(named)).toBe(0);
  });

  test('on tables of another role it is told before anybody is answered', async () => {
    const url = await newPostgres('migrated');
    const role = await newRole(url);
    await run(url, `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
    const found = await problemOf(as(url, { user: role }));
    expect(found.problem).toMatch(/permission denied for table "?\w+"?\.$/);
    expect(found.mend).toContain(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role};`);
  });
});

describe('a database that may only be read', () => {
  test('stops the start, and doctor says so', async () => {
    const url = await newPostgres('migrated');
    await run(
      url,
      `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`,
    );
    const found = await problemOf(url);
    expect(found.problem).toBe("The PostgreSQL database can't be used: it may only be read.");
    expect(found.mend).toContain('Name the server that is written to');
    expect(found.stays).toBe(true);
  });

  test('is noticed while the bot runs, for as long as it lasts', async () => {
    const url = await newPostgres('migrated');
    const name = new URL(url).pathname.slice(1);
    const db = await openDatabase(url, () => undefined);
    expect(await db.ping()).toEqual({ writable: true });
    const setTo = async (value: string) => {
      const admin = Object.assign(new URL(url), { pathname: '/postgres' });
      // It holds for new connections.
      await run(
        String(admin),
        `ALTER DATABASE ${name} SET default_transaction_read_only = ${value}`,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
      );
    };
    const isWritable = () => db.ping().then(({ writable }) => writable);
    await setTo('on');
    await expect.poll(() => isWritable().catch(() => null)).toBe(false);
    await setTo('off');
    await expect.poll(() => isWritable().catch(() => null)).toBe(true);
    await db.close();
  });
});

describe('an address', () => {
  test('with a wrong password says how characters are written there', async () => {
    const url = new URL(await newPostgres('empty'));
    url.password = 'wrong';
    const found = await problemOf(String(url));
    expect(found.mend).toMatch(/percent-encoded/);
  });

  test('with a password of odd characters works, encoded, and with those that need no code', async () => {
    const url = await newPostgres('empty');
    const role = await newRole(url);
    await run(url, `GRANT ALL ON SCHEMA public TO ${role}`);
    for (const [word, written] of [
      ['a/b?c#d e', 'a%2Fb%3Fc%23d%20e'],
      ['100%', '100%'],
      ['at@home', 'at@home'],
    ]) {
      await run(url, `ALTER ROLE ${role} PASSWORD '${word}'`);
      const { host, pathname } = new URL(url);
      expect(await creators(`postgresql://${role}:${written}@${host}${pathname}`)).toBe(0);
    }
  });
});

const openssl = spawnSync('openssl', ['version']).status === 0;
describe.skipIf(!openssl)('an encrypted connection (needs the program openssl)', () => {
  let server: PostgresServer;
  let certificate: string;
  beforeAll(async () => {
    server = await startPostgres();
    const [key = '', made = ''] = ['server.key', 'server.crt'].map((name) =>
      join(server.folder, name),
    );
    certificate = made;
    execFileSync(
      'openssl',
      [
        ...[
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-days',
          '30',
          '-subj',
          '/CN=keepsake',
        ],
        ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate],
      ],
      { stdio: 'ignore' },
    );
    const { uid, gid } = statSync(server.folder);
    for (const file of [key, certificate]) chownSync(file, uid, gid);
    chmodSync(key, 0o600);
    await run(
      server.url('postgres'),
      'ALTER SYSTEM SET ssl = on',
      'SELECT pg_reload_conf()',
      'CREATE DATABASE safe',
    );
  });
  afterAll(() => server.stop());

  const address = (host: string, more: string) =>
    String(Object.assign(new URL(`${server.url('safe')}${more}`), { hostname: host }));

  test.each(['require', 'verify-full'])(
    'with sslmode=%s and a self-signed certificate names the certificate and the parameters',
    async (mode) => {
      const found = await problemOf(address('localhost', `?sslmode=${mode}`));
      expect(found.problem).toMatch(/can't be used: self-signed certificate\.$/);
      expect(found.mend).toContain('sslmode=verify-full&sslrootcert=/path/to/ca.crt');
      expect(found.mend).toContain('sslmode=no-verify');
      expect(found.stays).toBe(true);
    },
  );

  test('works as that says', async () => {
    const known = `?sslmode=verify-full&sslrootcert=${encodeURIComponent(certificate)}`;
    expect(await creators(address('localhost', known))).toBe(0);
    expect(await creators(address('localhost', '?sslmode=no-verify'))).toBe(0);
  });

  test('under another name than the certificate’s says that', async () => {
    const known = `?sslmode=verify-full&sslrootcert=${encodeURIComponent(certificate)}`;
    const found = await problemOf(address('127.0.0.1', known));
    expect(found.problem).toMatch(/does not match certificate/);
    expect(found.mend).toMatch(/^Name the server in the address as its certificate does/);
  });

  test('to a server without says that, and a certificate file that isn’t there is named', async () => {
    const plain = await problemOf(as(await newPostgres('empty'), { more: '?sslmode=require' }));
    expect(plain.problem).toMatch(/does not support SSL/);
    expect(plain.mend).toMatch(/^Leave sslmode out of the address/);
    const gone = await problemOf(
      address('localhost', '?sslmode=verify-full&sslrootcert=/gone.crt'),
    );
    expect(gone.mend).toMatch(/^Check the files that sslrootcert/);
  });
});

describe.skipIf(pgbouncer === undefined)(
  'behind PgBouncer in transaction mode (needs it installed: apt-get install pgbouncer)',
  () => {
    let direct: string;
    let pooler: Pooler;
    beforeAll(async () => {
      direct = await newPostgres('empty');
      pooler = await startPooler(direct);
    });
    afterAll(() => pooler?.stop());

    test('the database is made, written and read, many at a time', async () => {
      const url = pooler.url(direct);
      const db = await openDatabase(url, () => undefined);
      const ids = Array.from({ length: 40 }, (_, n) => BigInt(n + 1));
      await Promise.all(ids.map((id) => db.writeTogether([{ into: 'Creator', row: { id } }])));
      await Promise.all(
        ids.map((id) =>
          db.prisma.$transaction(async (tx) => {
            await tx.creator.delete({ where: { id } });
            await tx.creator.create({ data: { id: id + 100n } });
          }),
        ),
      );
      expect(await db.prisma.creator.count()).toBe(40);
      expect(await db.ping()).toEqual({ writable: true });
      await db.close();
      expect(await creators(direct)).toBe(40);
      expect(await inspectDatabase(url)).toMatchObject({ kind: 'ours', pending: [] });
    });

    test('a schema has to be the role’s own, and the way there is told', async () => {
      const url = await newPostgres('empty');
      const found = await problemOf(pooler.url(as(url, { more: '?schema=apart' })));
      expect(found.problem).toBe(
        "The pooler before PostgreSQL doesn't hand on that the schema is apart.",
      );
      const [, make = '', set = ''] =
        /(CREATE SCHEMA \S+;) (ALTER ROLE [^;]+;)/.exec(found.mend) ?? [];
      await run(url, make, set);
      try {
        // Connections that the pooler keeps don't know of it yet.
        const fresh = await startPooler(url);
        const db = await openDatabase(
          fresh.url(as(url, { more: '?schema=apart' })),
          () => undefined,
        );
        await db.prisma.creator.create({ data: { id: 3n } });
        await db.close();
        await fresh.stop();
        expect(await creators(as(url, { more: '?schema=apart' }))).toBe(1);
      } finally {
        await run(url, set.replace(/SET search_path.*/, 'RESET search_path'));
      }
    });
  },
);
