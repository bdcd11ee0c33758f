import { isIP } from 'node:net';
import leven from 'leven';
import { z } from 'zod';
import { readEnvFile } from './env-file.js';
import { isCutByPassword } from './lib/postgresql-url.js';
import type { Problem } from './lib/problem.js';

/** Everything the environment decides, checked. */
export interface Config {
  readonly token: string;
  readonly databaseUrl: string;
  /** Base of Discord's REST API without a version; undefined for Discord's own. */
  readonly apiUrl: string | undefined;
  /** The shards of this process, or `auto` for as many as Discord recommends. */
  readonly shards: 'auto' | readonly number[];
  /** How many shards all processes of the bot have together. */
  readonly shardCount: number | undefined;
  readonly logLevel: LogLevel;
  /** Where health checks and metrics are answered; undefined for nowhere. */
  readonly health: { readonly host: string; readonly port: number } | undefined;
  /** Days after which a server that removed the bot is forgotten; 0 for at once. */
  readonly forgetAfterDays: number;
  /**
   * Whether TikTok is asked where short links lead, or the origin of a server on this machine that is
   * asked in its place.
   */
  readonly resolveLinks: boolean | string;
  /** Whether screenshots are read, where what reads them is installed. */
  readonly screenshots: boolean;
  /** The one server that gets the commands, at once; undefined for all of them. */
  readonly devGuild: string | undefined;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const DEFAULT_DATABASE_URL = 'file:./data/keepsake.db';

const DEFAULT_FORGET_AFTER_DAYS = 30;

const WHERE_TOKEN =
  'Copy it from https://discord.com/developers/applications → your application → Bot → Reset Token, and put it into .env as DISCORD_TOKEN=… (docs/set-up.md shows every click).';

/** Empty means not set, as in a `.env` line with nothing behind the equals sign. */
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());

/** Each message of a key is `what is wrong | what to do`; values are never part of one. */
const schema = z.object({
  DISCORD_TOKEN: z
    .string(`is not set | ${WHERE_TOKEN}`)
    .trim()
    .min(1, { error: `is empty | ${WHERE_TOKEN}`, abort: true })
    .refine((token) => !/^bot\s/i.test(token), {
      error: 'starts with "Bot" | Leave that word out.',
      abort: true,
    })
    .refine((token) => !/^["'].*["']$/.test(token), {
      error: 'has quotes around it | Leave them out.',
      abort: true,
    })
    .regex(
      /^[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}$/,
      `doesn't look like a bot's token (three parts with dots between) | ${WHERE_TOKEN}`,
    ),
  DATABASE_URL: optional(
    z
      .string()
      .refine((url) => !url.startsWith('file:~'), {
        error:
          'begins with ~, which only a shell understands | Write the whole path, such as file:/home/me/keepsake.db.',
        abort: true,
      })
      .refine((url) => !isCutByPassword(url), {
        error:
          'has a password with a character that means something else in an address | Write it percent-encoded there: %2F for /, %3F for ?, %23 for #; node -p "encodeURIComponent(\'…\')" does it.',
        abort: true,
      })
      .refine(
        (url) => /^file:.+/.test(url) || (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)),
        'is neither a file nor a PostgreSQL address | Write file:./data/keepsake.db or postgresql://user:password@host:5432/name.',
      ),
  ),
  DISCORD_API_URL: optional(
    z
      .url({
        protocol: /^https?$/,
        message:
          'is not a web address | Write http://127.0.0.1:PORT/api, or leave it out for Discord.',
      })
      .transform((url) => url.replace(/\/+$/, '')),
  ),
  SHARDS: optional(
    z
      .string()
      .regex(/^(auto|\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*)$/, {
        error: 'is not a list of shards | Write auto, 0-3 or 0,2,4.',
        abort: true,
      })
      .refine((text) => text === 'auto' || shardList(text) !== null, {
        error: 'has a range that runs backwards | Write the smaller number first, as in 0-3.',
        abort: true,
      })
      .transform((text): 'auto' | number[] => (text === 'auto' ? 'auto' : (shardList(text) ?? []))),
  ),
  SHARD_COUNT: optional(
    z
      .string()
      .regex(
        /^(auto|[1-9]\d{0,4})$/,
        'is not a number of shards | Write auto, or how many shards all processes have together.',
      ),
  ),
  FORGET_AFTER_DAYS: optional(
    z.string().regex(/^\d{1,4}$/, 'is not a number of days | Write 0 or more.'),
  ),
  HEALTH_PORT: optional(
    z
      .string()
      .refine(
        (text) => healthAddress(text) !== null,
        'is not a port | Write a number from 0 to 65535, with an address before it (0.0.0.0:8080) to answer other machines too, or leave it out.',
      )
      .transform((text) => healthAddress(text) ?? undefined),
  ),
  RESOLVE_LINKS: optional(
    z
      .string()
      .regex(
        /^(?:on|off|http:\/\/(?:127\.0\.0\.1|localhost):\d{1,5})$/,
        'is neither on nor off | Write on, and TikTok is asked where short links lead, or leave it out.',
      ),
  ),
  SCREENSHOTS: optional(
    z
      .string()
      .regex(
        /^(?:on|off)$/,
        'is neither on nor off | Write off, and pictures aren’t read, or leave it out.',
      ),
  ),
  DEV_GUILD: optional(
    z
      .string()
      .regex(
        /^\d{17,20}$/,
        'is not the id of a server | Copy it with a right click on the server in Discord (Settings → Advanced → Developer Mode), or leave it out.',
      ),
  ),
  LOG_LEVEL: optional(
    z
      .string()
      .transform((text) => text.trim().toLowerCase())
      .pipe(z.enum(LOG_LEVELS, `is not a level | Write one of ${LOG_LEVELS.join(', ')}.`)),
  ),
});

/** The keys the program knows, in the order of `.env.example`. */
export const KEYS: readonly string[] = Object.keys(schema.shape);

/** Without these nothing starts. */
const REQUIRED: readonly string[] = ['DISCORD_TOKEN'];

/**
 * Reads the environment, with the lines of a `.env` file under it.
 *
 * @returns the configuration with what is odd about it, or every problem at once, with the database's
 *   address if that is right. No value is ever part of a problem.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  envFile = '.env',
):
  | { ok: true; config: Config; warnings: Problem[] }
  | { ok: false; problems: Problem[]; databaseUrl: string | undefined } {
  const file = readEnvFile(envFile, KEYS);
  const fromHost = definedOnly(environment);
  const all = { ...file.values, ...fromHost };
  const unsure = file.unsure.filter((key) => fromHost[key] === undefined);
  const { slips, problems, warnings } = strangers(file.values, fromHost);
  problems.unshift(...file.problems);
  // What was meant to name a database must not end in work on the default one.
  const databaseIsKnown =
    fromHost['DATABASE_URL'] !== undefined || ![...unsure, ...slips].includes('DATABASE_URL');
  const parsed = schema.safeParse(all);
  if (!parsed.success) {
    problems.unshift(
      ...parsed.error.issues
        .filter(({ path }) => !unsure.includes(path.join('.')))
        .map((issue) => {
          const [problem = '', mend = ''] = issue.message.split(' | ');
          return { problem: `${issue.path.join('.')} ${problem}.`, mend };
        }),
    );
    const database = schema.shape.DATABASE_URL.safeParse(all['DATABASE_URL']);
    const databaseUrl =
      database.success && databaseIsKnown ? (database.data ?? DEFAULT_DATABASE_URL) : undefined;
    return { ok: false, problems, databaseUrl };
  }
  const databaseUrl = parsed.data.DATABASE_URL ?? DEFAULT_DATABASE_URL;
  const { SHARDS, SHARD_COUNT } = parsed.data;
  const shards = SHARDS ?? 'auto';
  const shardCount =
    SHARD_COUNT === undefined || SHARD_COUNT === 'auto' ? undefined : Number(SHARD_COUNT);
  if (shards !== 'auto' && shardCount === undefined) {
    problems.push({
      problem: 'SHARDS names shards, but SHARD_COUNT is not set.',
      mend: 'Set SHARD_COUNT to how many shards all processes have together, or SHARDS to auto.',
    });
  } else if (shards !== 'auto' && shardCount !== undefined) {
    const beyond = shards.filter((shard) => shard >= shardCount);
    if (beyond.length > 0) {
      problems.push({
        problem: `SHARDS names shards that SHARD_COUNT leaves no room for.`,
        mend: `Shards count from 0: with SHARD_COUNT=${shardCount} the last one is ${shardCount - 1}.`,
      });
    }
  }
  if (problems.length > 0) {
    return { ok: false, problems, databaseUrl: databaseIsKnown ? databaseUrl : undefined };
  }
  return {
    ok: true,
    warnings,
    config: {
      token: parsed.data.DISCORD_TOKEN,
      databaseUrl,
      apiUrl: parsed.data.DISCORD_API_URL,
      shards,
      shardCount,
      logLevel: parsed.data.LOG_LEVEL ?? 'info',
      health: parsed.data.HEALTH_PORT,
      resolveLinks: resolveLinks(parsed.data.RESOLVE_LINKS),
      screenshots: parsed.data.SCREENSHOTS !== 'off',
      devGuild: parsed.data.DEV_GUILD,
      forgetAfterDays: Number(parsed.data.FORGET_AFTER_DAYS ?? DEFAULT_FORGET_AFTER_DAYS),
    },
  };
}

/** Whether a script of npm’s (or pnpm’s, Yarn’s, Bun’s) or PM2 started this process. */
export function isStartedByProgram(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  return environment['npm_lifecycle_event'] !== undefined || environment['pm_id'] !== undefined;
}

function definedOnly(environment: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

/** What other programs call what we call otherwise. */
const CALLED_OTHERWISE: Readonly<Record<string, string>> = {
  TOKEN: 'DISCORD_TOKEN',
  BOT_TOKEN: 'DISCORD_TOKEN',
  DISCORD_BOT_TOKEN: 'DISCORD_TOKEN',
  DATABASE: 'DATABASE_URL',
  DB_URL: 'DATABASE_URL',
  DATABASE_URI: 'DATABASE_URL',
};

/** The key of ours that an unknown one was probably meant for. */
function meantBy(key: string): string | undefined {
  const asOurs = key.toUpperCase();
  return CALLED_OTHERWISE[asOurs] ?? KEYS.find((known) => leven(known, asOurs) <= 2);
}

/**
 * Keys nobody knows. In `.env`, which is ours alone, one that was probably meant for a key of ours is a
 * problem, and any other worth a word. The environment belongs to the host: there a slip counts only
 * where what was meant is missing.
 *
 * @returns also the keys that those in the file were probably meant for.
 */
function strangers(
  fromFile: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
): { slips: string[]; problems: Problem[]; warnings: Problem[] } {
  const isUnknown = (key: string) => !KEYS.includes(key);
  const ofFile = Object.keys(fromFile).filter(isUnknown);
  const isMissing = (key: string) => !fromFile[key] && !environment[key];
  const slipsOf = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const meant = meantBy(key);
      return meant === undefined ? [] : [{ key, meant }];
    });
  const ofHost = slipsOf(Object.keys(environment).filter(isUnknown)).filter(
    ({ key, meant }) => isMissing(meant) && !ofFile.includes(key),
  );
  const slip = ({ key, meant }: { key: string; meant: string }): Problem => ({
    problem: `${key} is not a key of Keepsake.`,
    mend: `Did you mean ${meant}? Rename it or remove it.`,
  });
  const stops = ({ meant }: { meant: string }) => REQUIRED.includes(meant);
  const slips = slipsOf(ofFile);
  return {
    slips: slips.map(({ meant }) => meant),
    problems: [...slips, ...ofHost.filter(stops)].map(slip),
    warnings: [
      ...ofHost.filter((one) => !stops(one)).map(slip),
      ...ofFile
        .filter((key) => meantBy(key) === undefined)
        .map((key) => ({
          problem: `${key} in .env is not a key of Keepsake, and isn’t read.`,
          mend: `Remove it; the keys are ${KEYS.join(', ')}.`,
        })),
    ],
  };
}

/** `http://127.0.0.1:8080` is a stand-in for TikTok, for trying without it. */
function resolveLinks(text = 'off'): boolean | string {
  return text === 'on' || text === 'off' ? text === 'on' : text;
}

/** `8080` is this machine's own; `0.0.0.0:8080` and `[::]:8080` are open to others. */
function healthAddress(text: string): { host: string; port: number } | null {
  const [, host, digits = ''] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === '' || port > 65_535) return null;
  if (host === undefined) return { host: '127.0.0.1', port };
  if (host === 'localhost') return { host: '127.0.0.1', port };
  const bare = host.replace(/^\[(.+)\]$/, '$1');
  return isIP(bare) === 0 ? null : { host: bare, port };
}

/** The shards a text names, each once; null if a range runs backwards. */
function shardList(text: string): number[] | null {
  const shards = new Set<number>();
  for (const part of text.split(',')) {
    const [first = 0, last = first] = part.split('-').map(Number);
    if (last < first) return null;
    for (let shard = first; shard <= last; shard += 1) shards.add(shard);
  }
  return [...shards];
}
