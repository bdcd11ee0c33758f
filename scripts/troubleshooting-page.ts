import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HTTPError } from 'discord.js';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { readConfig } from '../src/config.js';
import { DatabaseProblem } from '../src/db/errors.js';
import { lookInto, MOVE_MARK } from '../src/db/look.js';
import { postgresqlProblem } from '../src/db/postgresql-problems.js';
import { damaged, sqliteProblem } from '../src/db/problems.js';
import type { Provider } from '../src/db/provider.js';
import { barredTable, notHandedOn, readOnly } from '../src/db/server-look.js';
import { damagedLog, lostFile } from '../src/db/sqlite-file.js';
import { disconnectProblem, loginProblem, TOKEN_PROBLEM } from '../src/discord/start-problem.js';
import { StrangeAnswer } from '../src/discord/transport.js';
import { portProblem } from '../src/health/server.js';
import { LockedOut } from '../src/lib/locked-out.js';
import { projectRoot } from '../src/lib/paths.js';
import { exitCodeOf, type Problem } from '../src/lib/problem.js';
import { ContentError } from '../src/services/content/content-file.js';
import { startProblem } from '../src/start-problems.js';

/** Everything a start can end with, made by what says it. */
export async function troubleshootingPage(): Promise<string> {
  const sections: readonly (readonly [string, readonly Problem[]])[] = [
    ['Settings', settings()],
    ['The database file', await databaseFile()],
    ['PostgreSQL', await postgresql()],
    ['Discord', discord()],
    ['Health checks and content', others()],
  ];
  const parts = sections.map(([title, problems]) =>
    [`## ${title}`, ...unique(problems).map(entry)].join('\n\n'),
  );
  return `${[OPENING, beforeTheStart(), ...parts].join('\n\n')}\n`;
}

const OPENING = `# When the bot doesn't start

<!-- Generated from what the program says. Don't edit this page: change the words where they are and write it anew with node dist/scripts/troubleshooting.js. -->

A start that can't go on ends with all it found, each with its mend, on standard error. Here is everything it can say, with names and numbers as examples. \`npm run doctor\` says the same without starting anything.

The exit code is 78 where only you can help, however often it is started again, and 1 where waiting may do. What is marked ⟳ is of the second kind.`;

/** What `npm start` says before there is a program that could say it. */
function beforeTheStart(): string {
  const source = readFileSync(join(projectRoot, 'scripts', 'ready.mjs'), 'utf8');
  const [needs = ''] = /Keepsake needs Node [\d.]+ or newer/.exec(source) ?? [];
  return [
    '## Before the start',
    entry({
      problem: `${needs}; this is 18.20.0.`,
      mend: 'Install a newer one from https://nodejs.org; 24 is recommended.',
    }),
    entry({
      problem: '`npm ci` failed.',
      mend: 'Mend what it names above and start again. If it is about better-sqlite3, no ready-made binary fits this machine: install Python 3 and a C++ compiler.',
    }),
  ].join('\n\n');
}

function entry({ problem, mend, stays }: Problem): string {
  const again = exitCodeOf([{ problem, mend, stays: stays ?? false }]) === 1 ? ' ⟳' : '';
  return `**${escaped(problem)}**${again}\\\n→ ${escaped(mend)}`;
}

/** What Markdown would take for something else. */
function escaped(words: string): string {
  return words.replace(/[*<>[\]|\\]|(?<!\w)_|_(?!\w)/g, '\\$&').replace(/\n/g, '\\\n');
}

function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [`${one.problem}${one.mend}`, one])).values()];
}

const TOKEN = ['TheFirstPartNamesTheBot', 'Second', 'TheThirdPartIsWhatMakesItSecret'].join('.');

/** Settings of which each is wrong in a way of its own. */
const WRONG: readonly Readonly<Record<string, string>>[] = [
  {},
  { DISCORD_TOKEN: ' ' },
  { DISCORD_TOKEN: 'Bot x' },
  { DISCORD_TOKEN: '"x"' },
  { DISCORD_TOKEN: 'x' },
  { DATABASE_URL: 'file:~/keepsake.db' },
  { DATABASE_URL: 'postgresql://me:a/b@host/name' },
  { DATABASE_URL: 'mysql://host/name' },
  { DISCORD_API_URL: 'discord' },
  { SHARDS: 'all' },
  { SHARDS: '3-0' },
  { SHARDS: '0-3' },
  { SHARDS: '0-3', SHARD_COUNT: '2' },
  { SHARD_COUNT: 'many' },
  { FORGET_AFTER_DAYS: 'never' },
  { HEALTH_PORT: 'on' },
  { RESOLVE_LINKS: 'yes' },
  { SCREENSHOTS: 'maybe' },
  { DEV_GUILD: 'mine' },
  { LOG_LEVEL: 'loud' },
];

/** Files `.env` with something wrong in each. */
const WRONG_FILES: readonly (string | Buffer)[] = [
  'DISCORD_TOKN=x\n',
  `DATABASE_URL=file:a.db\nDATABASE_URL=file:b.db\n`,
  Buffer.from('DATABASE_URL=file:caf\xe9.db\n', 'latin1'),
];

function settings(): Problem[] {
  const folder = mkdtempSync(join(tmpdir(), 'keepsake-page-'));
  try {
    const none = join(folder, 'none');
    const problems = WRONG.flatMap((one) =>
      problemsOf('DISCORD_TOKEN' in one ? one : { ...token(one), ...one }, none),
    );
    const ofFiles = WRONG_FILES.flatMap((text, n) => {
      const file = join(folder, String(n));
      writeFileSync(file, text);
      return problemsOf({ DISCORD_TOKEN: TOKEN }, file);
    });
    // A folder in its place can't be read either.
    const unreadable = problemsOf({ DISCORD_TOKEN: TOKEN }, folder);
    return [...problems, ...unreadable, ...ofFiles].map((one) => ({ ...one, stays: true }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function token(settings: object): { DISCORD_TOKEN?: string } {
  return Object.keys(settings).length === 0 ? {} : { DISCORD_TOKEN: TOKEN };
}

function problemsOf(environment: Readonly<Record<string, string>>, file: string): Problem[] {
  const read = readConfig(environment, file);
  return read.ok ? [] : read.problems;
}

const FILE = './data/keepsake.db';

async function databaseFile(): Promise<Problem[]> {
  const failures: readonly (readonly [string, string])[] = [
    ['EACCES', `EACCES: permission denied, access '${FILE}'`],
    ['SQLITE_READONLY', 'attempt to write a readonly database'],
    ['EISDIR', 'it is a folder'],
    ['SQLITE_NOTADB', 'file is not a database'],
    ['SQLITE_FULL', 'database or disk is full'],
    ['SQLITE_IOERR', 'disk I/O error'],
    ['SQLITE_BUSY', 'database is locked'],
  ];
  return [
    ...failures.map(([code, words]) => sqliteProblem(failure(code, words), FILE)),
    damaged(FILE, 'database disk image is malformed'),
    damagedLog(FILE),
    lostFile(FILE),
    ...(await inDatabase('sqlite')),
  ];
}

async function postgresql(): Promise<Problem[]> {
  const failures: readonly (readonly [string, string])[] = [
    ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['28P01', 'password authentication failed for user "keepsake"'],
    ['28000', 'role "keepsake" is not permitted to log in'],
    [
      '28000',
      'no pg_hba.conf entry for host "10.0.0.2", user "keepsake", database "bots", no encryption',
    ],
    ['3D000', 'database "bots" does not exist'],
    ['42501', 'permission denied for schema public'],
    ['42501', 'permission denied for database bots'],
    ['42501', 'permission denied to create extension'],
    ['42501', 'must be owner of table Reading'],
    ['TLS', 'self-signed certificate'],
    ['TLS', 'certificate has expired'],
    [
      'TLS',
      'Hostname/IP does not match certificate’s altnames: IP: 127.0.0.1 is not in the cert’s list',
    ],
    ['TLS', 'The server does not support SSL connections'],
    ['ENOENT', 'ENOENT: no such file or directory, open ‘/path/to/ca.crt’'],
    ['53100', 'could not extend file: No space left on device'],
    ['53300', 'sorry, too many clients already'],
    ['25006', 'cannot execute CREATE TABLE in a read-only transaction'],
    ['XX001', 'invalid page in block 3 of relation base/16384/16385'],
    ['0A000', 'something that PostgreSQL says'],
  ];
  const url = 'postgresql://keepsake:word@db.example:5432/bots';
  return [
    ...failures.map(([code, words]) => postgresqlProblem(failure(code, words), url)),
    readOnly(false),
    readOnly(true),
    barredTable('Reading', 'public', 'keepsake'),
    notHandedOn('mine', true, 'keepsake', 'bots'),
    ...(await inDatabase('postgresql')),
  ];
}

function failure(code: string, words: string): Error {
  return Object.assign(new Error(words), { code });
}

/** What a look at the tables of a database may find; each as the rows that it is told. */
async function inDatabase(provider: Provider): Promise<Problem[]> {
  const recorded = (name: string, finished: string | null) => [[name, finished]];
  const FIRST = '20261123000000_first';
  const cases: readonly { tables: readonly string[]; recorded: unknown[][] }[] = [
    { tables: ['Customer', 'Order'], recorded: [] },
    {
      tables: ['_prisma_migrations', 'Reading'],
      recorded: [...recorded(FIRST, 'now'), ...recorded('20990101000000_from_the_future', 'now')],
    },
    { tables: ['_prisma_migrations', 'Customer'], recorded: recorded(FIRST, null) },
    ...(provider === 'postgresql' ? [{ tables: [MOVE_MARK], recorded: [] }] : []),
  ];
  const found = cases.map(async (one) => {
    try {
      await lookInto(provider, async (sql) => {
        if (sql.includes('migration_name')) return one.recorded;
        return sql.includes(MOVE_MARK) ? [[FILE]] : one.tables.map((name) => [name]);
      });
    } catch (error) {
      if (error instanceof DatabaseProblem) return error;
      throw error;
    }
    throw new Error(`A look at ${one.tables.join(', ')} found nothing wrong.`);
  });
  return Promise.all(found);
}

function discord(): Problem[] {
  const closeCodes = [
    GatewayCloseCodes.ShardingRequired,
    GatewayCloseCodes.InvalidShard,
    GatewayCloseCodes.InvalidAPIVersion,
  ];
  const tooFew =
    'Not enough sessions remaining to spawn 1 shards; only 0 remaining; resets at 2026-11-27T04:12:30.000Z';
  return [
    TOKEN_PROBLEM,
    loginProblem(new LockedOut(false)),
    disconnectProblem(GatewayCloseCodes.AuthenticationFailed, 'unknown'),
    loginProblem(new StrangeAnswer({ status: 200 }, 'https://discord.com/api')),
    loginProblem(new HTTPError(503, 'Service Unavailable', 'GET', 'https://discord.com', {})),
    loginProblem(new Error('getaddrinfo ENOTFOUND discord.com')),
    loginProblem(new Error(tooFew)),
    ...closeCodes.map((code) => disconnectProblem(code, 'accepted')),
  ];
}

function others(): Problem[] {
  return [
    portProblem(failure('EADDRINUSE', ''), '127.0.0.1', 8080),
    portProblem(failure('EACCES', ''), '127.0.0.1', 80),
    portProblem(failure('EADDRNOTAVAIL', 'listen EADDRNOTAVAIL'), '10.0.0.9', 8080),
    startProblem(new ContentError(['saves.md: has no answer: add one'])),
  ];
}
