import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './postgres.js';

/** Where Debian's package puts PgBouncer, beside the folders of the search path. */
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

/** PgBouncer's program, where one is installed (`apt-get install pgbouncer`). */
export const pgbouncer: string | undefined = FOLDERS.map((folder) =>
  join(folder, 'pgbouncer'),
).find((path) => existsSync(path));

/** A pooler before a PostgreSQL server, in transaction mode. */
export interface Pooler {
  /** The address of a database of the server's, through the pooler. */
  url(direct: string): string;
  stop(): Promise<void>;
}

/** Starts PgBouncer as its own manual sets it up, before the server at an address. */
export async function startPooler(server: string): Promise<Pooler> {
  if (pgbouncer === undefined) throw new Error('There is no PgBouncer here.');
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-pooler-'));
  const { username, password, hostname, port: behind } = new URL(server);
  const port = await freePort();
  const users = join(folder, 'users.txt');
  await writeFile(users, `"${username}" "${password}"\n`);
  const settings = join(folder, 'pgbouncer.ini');
  await writeFile(
    settings,
    `[databases]
* = host=${hostname} port=${behind}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = transaction
default_pool_size = 3
${process.getuid?.() === 0 ? 'user = nobody' : ''}
`,
  );
  await Promise.all([chmod(folder, 0o755), chmod(users, 0o644), chmod(settings, 0o644)]);
  const child = spawn(pgbouncer, [settings], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  while (!(await isOpen(port))) {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended:\n${said}`);
    await sleep(20);
  }
  return {
    url: (direct) => String(Object.assign(new URL(direct), { hostname: '127.0.0.1', port })),
    async stop() {
      await ended(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await gone;
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
