import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Config, KEYS, readConfig } from '../../src/config.js';
import { projectRoot } from '../../src/lib/paths.js';
import type { Problem } from '../../src/lib/problem.js';

/** Of the right form, and nobody's: put together here, so that no scanner takes it for a leak. */
const token = ['TheFirstPartNamesTheBot', 'Second', 'TheThirdPartIsWhatMakesItSecret'].join('.');

const folder = mkdtempSync(join(tmpdir(), 'keepsake-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const noFile = join(folder, 'there-is-none');

function envFile(text: string): string {
  const path = join(folder, `env-${crypto.randomUUID()}`);
  writeFileSync(path, text);
  return path;
}

function configOf(environment: Record<string, string | undefined>, file = noFile): Config {
  const read = readConfig(environment, file);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.config;
}

function problemsOf(environment: Record<string, string | undefined>, file = noFile): Problem[] {
  const read = readConfig(environment, file);
  return read.ok ? [] : read.problems;
}

describe('the environment', () => {
  test('needs nothing but a token', () => {
    expect(configOf({ DISCORD_TOKEN: token })).toEqual({
      token,
      databaseUrl: 'file:./data/keepsake.db',
      apiUrl: undefined,
      shards: 'auto',
      shardCount: undefined,
      forgetAfterDays: 30,
      resolveLinks: false,
      screenshots: true,
      logLevel: 'info',
      health: undefined,
    });
  });

  test('is read with everything it may hold', () => {
    expect(
      configOf({
        DISCORD_TOKEN: ` ${token}\n`,
        DATABASE_URL: 'postgresql://me:word@db.example:5432/keepsake',
        DISCORD_API_URL: 'http://127.0.0.1:4000/api//',
        SHARDS: '0-3',
        SHARD_COUNT: '16',
        FORGET_AFTER_DAYS: '0',
        RESOLVE_LINKS: 'on',
        SCREENSHOTS: 'off',
        DEV_GUILD: '123456789012345678',
        HEALTH_PORT: '8080',
        LOG_LEVEL: 'debug',
      }),
    ).toEqual({
      token,
      databaseUrl: 'postgresql://me:word@db.example:5432/keepsake',
      apiUrl: 'http://127.0.0.1:4000/api',
      shards: [0, 1, 2, 3],
      shardCount: 16,
      forgetAfterDays: 0,
      resolveLinks: true,
      screenshots: false,
      devGuild: '123456789012345678',
      logLevel: 'debug',
      health: { host: '127.0.0.1', port: 8080 },
    });
  });

  test('takes a key with nothing behind it as not set', () => {
    const empty = Object.fromEntries(KEYS.map((key) => [key, '']));
    expect(configOf({ ...empty, DISCORD_TOKEN: token })).toEqual(
      configOf({ DISCORD_TOKEN: token }),
    );
  });

  test('goes before the file', () => {
    const file = envFile(`DISCORD_TOKEN=${token}\nLOG_LEVEL=warn\nSHARD_COUNT="4" # four\n`);
    expect(configOf({}, file)).toMatchObject({ token, logLevel: 'warn', shardCount: 4 });
    expect(configOf({ LOG_LEVEL: 'error' }, file)).toMatchObject({ logLevel: 'error' });
    expect(configOf({ LOG_LEVEL: undefined }, file)).toMatchObject({ logLevel: 'warn' });
  });
});

describe('a password in an address', () => {
  test.each(['a/b', 'a?b', 'a#b', '12/34', '12#34', 'x@y/z'])(
    'like “%s” has to be encoded, which is told without it',
    (word) => {
      const url = `postgresql://me:${word}@db.example:5432/keepsake`;
      const [found, ...more] = problemsOf({ DISCORD_TOKEN: token, DATABASE_URL: url });
      expect(more).toEqual([]);
      expect(found?.problem).toMatch(/^DATABASE_URL has a password with a character/);
      expect(found?.mend).toContain('percent-encoded');
      expect(JSON.stringify(found)).not.toContain(`:${word}@`);
    },
  );

  test.each([
    'postgresql://me:a%2Fb@db.example:5432/keepsake?sslmode=require',
    'postgresql://me:p@ss@db.example/keepsake',
    'postgresql://me:a b@db.example/keepsake',
    'postgresql://db.example:5432/keepsake?options=-c%20a%3Db',
    'postgresql:///keepsake?host=/var/run/postgresql',
    'postgresql://me@db.example/keepsake',
  ])('is fine in %s', (url) => {
    expect(configOf({ DISCORD_TOKEN: token, DATABASE_URL: url }).databaseUrl).toBe(url);
  });
});

describe('the port of the health checks', () => {
  test.each([
    ['8080', { host: '127.0.0.1', port: 8080 }],
    ['0', { host: '127.0.0.1', port: 0 }],
    ['0.0.0.0:9100', { host: '0.0.0.0', port: 9100 }],
    ['[::]:9100', { host: '::', port: 9100 }],
  ])('written %s is read', (HEALTH_PORT, health) => {
    expect(configOf({ DISCORD_TOKEN: token, HEALTH_PORT }).health).toEqual(health);
  });

  test.each(['65536', '-1', 'eight', ':8080', '0.0.0.0:', '0.0.0:80', 'example.org:80', '80 '])(
    'written %j is one problem',
    (HEALTH_PORT) => {
      expect(problemsOf({ DISCORD_TOKEN: token, HEALTH_PORT })).toEqual([
        { problem: 'HEALTH_PORT is not a port.', mend: expect.stringContaining('0.0.0.0:8080') },
      ]);
    },
  );
});

describe('shards', () => {
  const shards = (SHARDS: string, SHARD_COUNT = '8') =>
    configOf({ DISCORD_TOKEN: token, SHARDS, SHARD_COUNT }).shards;

  test.each([
    ['auto', 'auto'],
    ['0', [0]],
    ['0-3', [0, 1, 2, 3]],
    ['0,2,4', [0, 2, 4]],
    ['0-1,4-5,7', [0, 1, 4, 5, 7]],
    ['7-7', [7]],
  ])('written %s are read', (typed, read) => {
    expect(shards(typed)).toEqual(read);
  });

  test('may be left to Discord while their number is set, and the other way round', () => {
    expect(configOf({ DISCORD_TOKEN: token, SHARD_COUNT: '3' })).toMatchObject({
      shards: 'auto',
      shardCount: 3,
    });
    expect(configOf({ DISCORD_TOKEN: token, SHARDS: 'auto', SHARD_COUNT: 'auto' })).toMatchObject({
      shards: 'auto',
      shardCount: undefined,
    });
  });

  test.each([
    ['0-8', '8'],
    ['8', '8'],
    ['3-1', '8'],
    ['0,5-3', '8'],
    ['one', '8'],
    ['0-', '8'],
    ['-1', '8'],
    ['0;1', '8'],
    ['0', '0'],
    ['0', '-1'],
    ['0', 'many'],
    ['0', ''],
    ['0', 'auto'],
  ])('written %s of %s are one problem', (SHARDS, SHARD_COUNT) => {
    const problems = problemsOf({ DISCORD_TOKEN: token, SHARDS, SHARD_COUNT });
    expect(problems).toEqual([
      { problem: expect.stringMatching(/^SHARD/), mend: expect.stringMatching(/\S/) },
    ]);
  });

  test('are one process’s each, once', () => {
    expect(shards('0-2,1,2')).toEqual([0, 1, 2]);
  });
});

describe('what is wrong', () => {
  test('is told all at once, each with its mend', () => {
    const problems = problemsOf({
      DATABASE_URL: 'mysql://x',
      DISCORD_API_URL: 'discord',
      SHARDS: 'all',
      SHARD_COUNT: 'x',
      FORGET_AFTER_DAYS: '-1',
      RESOLVE_LINKS: 'http://tiktok.example',
      SCREENSHOTS: 'maybe',
      DEV_GUILD: 'mine',
      HEALTH_PORT: '70000',
      LOG_LEVEL: 'loud',
      BOT_TOKEN: 'x',
    });
    expect(problems.map(({ problem }) => problem.split(' ')[0])).toEqual([...KEYS, 'BOT_TOKEN']);
    for (const { problem, mend } of problems) {
      expect(problem).toMatch(/^[A-Z_]+ .*[^.]\.$/);
      expect(mend).toMatch(/^[A-Z].*\.$/);
    }
  });

  test.each([
    ['missing', undefined, /is not set/],
    ['empty', '', /is empty|is not set/],
    ['blank', '  ', /is empty/],
    ['with "Bot" before it', `Bot ${token}`, /starts with "Bot"/],
    ['in quotes', `"${token}"`, /has quotes around it/],
    ['a client secret', 'abcdefghijklmnopqrstuvwxyz012345', /doesn't look like a bot's token/],
    ['an application id', '123456789012345678', /doesn't look like a bot's token/],
    ['cut short', token.slice(0, 30), /doesn't look like a bot's token/],
  ])('a token that is %s is one problem', (_how, DISCORD_TOKEN, problem) => {
    expect(problemsOf({ DISCORD_TOKEN })).toEqual([
      { problem: expect.stringMatching(problem), mend: expect.stringMatching(/\S/) },
    ]);
  });

  test('says where a token comes from', () => {
    const [problem] = problemsOf({});
    expect(problem?.mend).toMatch(/https:\/\/discord\.com\/developers\/applications/);
  });

  test.each([
    ['mysql://me:secret-word@db/x'],
    ['postgres://me:secret-word@:x/'],
    ['./data/keepsake.db'],
    ['file:'],
    ['keepsake'],
  ])('a database at %s', (DATABASE_URL) => {
    expect(problemsOf({ DISCORD_TOKEN: token, DATABASE_URL })).toEqual([
      {
        problem: expect.stringMatching(/^DATABASE_URL is neither/),
        mend: expect.stringMatching(/^Write file:/),
      },
    ]);
  });

  test('settings that are there but can’t be read', () => {
    expect(readConfig({ DISCORD_TOKEN: token }, folder)).toEqual({
      ok: false,
      problems: [
        {
          problem: '.env is there but can’t be read: EISDIR.',
          mend: expect.stringContaining('that this user may read'),
        },
      ],
      // Whatever stands in it may name another one than the default.
      databaseUrl: undefined,
    });
  });

  test('a database in what only a shell knows as a folder', () => {
    expect(problemsOf({ DISCORD_TOKEN: token, DATABASE_URL: 'file:~/keepsake.db' })).toEqual([
      {
        problem: 'DATABASE_URL begins with ~, which only a shell understands.',
        mend: 'Write the whole path, such as file:/home/me/keepsake.db.',
      },
    ]);
  });

  test('a database that is right is known although other things are wrong', () => {
    expect(readConfig({ DATABASE_URL: 'file:x.db' }, noFile)).toMatchObject({
      ok: false,
      databaseUrl: 'file:x.db',
    });
    expect(readConfig({}, noFile)).toMatchObject({ databaseUrl: 'file:./data/keepsake.db' });
    expect(readConfig({ DATABASE_URL: 'x' }, noFile)).toMatchObject({ databaseUrl: undefined });
  });

  test.each([
    ['DISCORD_TOKN', 'DISCORD_TOKEN'],
    ['DISCORDTOKEN', 'DISCORD_TOKEN'],
    ['discord_token', 'DISCORD_TOKEN'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['SHARDCOUNT', 'SHARD_COUNT'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['HEALTH_PROT', 'HEALTH_PORT'],
  ])('%s probably means %s', (typo, meant) => {
    const expected = [
      {
        problem: `${typo} is not a key of Keepsake.`,
        mend: `Did you mean ${meant}? Rename it or remove it.`,
      },
    ];
    expect(problemsOf({ DISCORD_TOKEN: token }, envFile(`${typo}=x\n`))).toEqual(expected);
    // In the environment it stops nothing where what is needed is there, and is a word where it isn't.
    const read = readConfig({ DISCORD_TOKEN: token, [typo]: 'x' }, noFile);
    const isMissed = meant !== 'DISCORD_TOKEN';
    expect(read).toMatchObject({ ok: true, warnings: isMissed ? expected : [] });
  });

  test.each([['TOKEN'], ['BOT_TOKEN'], ['DISCORD_TOKN']])(
    '%s in the environment, with no token, is told beside what is missing',
    (typo) => {
      const problems = problemsOf({ [typo]: token });
      expect(problems.map(({ problem }) => problem)).toEqual([
        'DISCORD_TOKEN is not set.',
        `${typo} is not a key of Keepsake.`,
      ]);
      expect(problems[1]?.mend).toContain('Did you mean DISCORD_TOKEN?');
    },
  );

  test('a key in .env that is like none of ours is told once, and stops nothing', () => {
    const file = envFile(`DISCORD_TOKEN=${token}\nKEEPSAKE_COLOUR=red\nEDITOR=vi\n`);
    const read = readConfig({}, file);
    expect(read.ok && read.warnings).toEqual(
      ['KEEPSAKE_COLOUR', 'EDITOR'].map((key) => ({
        problem: `${key} in .env is not a key of Keepsake, and isn’t read.`,
        mend: `Remove it; the keys are ${KEYS.join(', ')}.`,
      })),
    );
  });

  test('keys of other programs are none of our business', () => {
    const others = {
      PATH: '/bin',
      HOME: '/root',
      NODE_ENV: 'production',
      npm_config_x: '1',
      LANG: 'de',
      PORT: '1',
      DISCORD_CLIENT_ID: '123456789012345678',
      DISCORD_WEBHOOK_URL: 'https://discord.com/api/webhooks/1/x',
      KEEPSAKE_PORT: 'tcp://10.0.0.7:8080',
      KEEPSAKE_SERVICE_HOST: '10.0.0.7',
    };
    const read = readConfig({ DISCORD_TOKEN: token, ...others }, noFile);
    expect(read).toMatchObject({ ok: true, warnings: [] });
  });

  test('a database named by a slip in .env is never taken for the default one', () => {
    const file = envFile(`DISCORD_TOKEN=${token}\nDATABASE_UR=file:other.db\n`);
    expect(readConfig({}, file)).toMatchObject({ ok: false, databaseUrl: undefined });
    // The host's own word stands above the file.
    const host = { DATABASE_URL: 'file:mine.db' };
    expect(readConfig(host, file)).toMatchObject({ ok: false, databaseUrl: 'file:mine.db' });
  });

  test('never holds a value, whatever the values are', () => {
    const secret = 'Geh3imnis';
    const value = fc
      .tuple(fc.string(), fc.string())
      .map(([before, after]) => `${before}${secret}${after}`);
    const environment = fc.record(
      Object.fromEntries([...KEYS, 'DISCORD_TOKN', 'KEEPSAKE_X'].map((key) => [key, value])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(environment, (set) => {
        expect(JSON.stringify(problemsOf(set))).not.toContain(secret);
      }),
    );
  });
});

describe('.env.example', () => {
  const text = readFileSync(join(projectRoot, '.env.example'), 'utf8');
  const lines = text.split('\n');
  const keyOf = (line: string) => /^(?:# ?)?([A-Z][A-Z_]+)=/.exec(line)?.[1];

  test('names exactly the keys the program knows, in one order', () => {
    expect(lines.flatMap((line) => keyOf(line) ?? [])).toEqual(KEYS);
  });

  test('explains each in the line above', () => {
    for (const [index, line] of lines.entries()) {
      if (keyOf(line) === undefined) continue;
      expect(lines[index - 1], line).toMatch(/^# .+\.$/);
      expect(keyOf(lines[index - 1] ?? ''), line).toBeUndefined();
    }
  });

  test('needs only the token, and shows otherwise what holds without it', () => {
    const set = text.replace('DISCORD_TOKEN=', `DISCORD_TOKEN=${token}`);
    const defaults = configOf({ DISCORD_TOKEN: token });
    expect(configOf({}, envFile(set))).toEqual(defaults);
    expect(problemsOf({}, envFile(text))).toHaveLength(1);
    // Taking the signs away before all keys changes nothing but what has no effect yet.
    const all = set.replace(/^# ?(?=[A-Z_]+=)/gm, '');
    expect(configOf({}, envFile(all))).toMatchObject({
      databaseUrl: defaults.databaseUrl,
      shards: defaults.shards,
      shardCount: defaults.shardCount,
      logLevel: defaults.logLevel,
    });
  });
});
