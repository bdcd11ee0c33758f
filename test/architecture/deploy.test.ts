import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { KEYS, readConfig } from '../../src/config.js';
import { projectRoot } from '../../src/lib/paths.js';
import { exitCodeOf } from '../../src/lib/problem.js';
import { freePort } from '../support/postgres.js';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const isThere = (path: string) => existsSync(join(projectRoot, path));
const TOKEN = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;

/** What isn't ours, but Node's. */
const known = new Set([...KEYS, 'NODE_ENV']);
const strangers = (keys: readonly string[]) => keys.filter((key) => !known.has(key));

/** The bot's configuration from these keys; fails with the problems if there are any. */
function configOf(environment: Readonly<Record<string, string>>) {
  const config = readConfig({ DISCORD_TOKEN: TOKEN, ...environment }, 'there-is-none');
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  return config.config;
}

describe('the Dockerfile', () => {
  // Continued lines are one instruction.
  const instructions = read('Dockerfile')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')));
  const of = (name: string) =>
    last.flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []));
  const environment = Object.fromEntries(
    [...(of('ENV')[0] ?? '').matchAll(/([A-Z_]+)=(\S+)/g)].map(([, key = '', value = '']) => [
      key,
      value,
    ]),
  );
  const list = (text: string | undefined) => z.array(z.string()).parse(JSON.parse(text ?? ''));

  test('sets keys that the bot knows, to values that it takes', () => {
    expect(Object.keys(environment)).toContain('HEALTH_PORT');
    expect(strangers(Object.keys(environment))).toEqual([]);
    expect(configOf(environment)).toMatchObject({ databaseUrl: 'file:/data/keepsake.db' });
  });

  test('takes along what is there once the project is compiled, and no secret', () => {
    const sources = of('COPY').map((line) => /^--from=build \/app\/(\S+) /.exec(line)?.[1] ?? line);
    expect(sources).toContain('node_modules');
    expect(sources.filter((path) => !isThere(path))).toEqual([]);
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.git']));
  });

  test('starts the bot as somebody without rights, by Node itself', () => {
    expect(of('USER')).toEqual(['node']);
    const [program, ...args] = list(of('CMD')[0]);
    expect(program).toBe('node');
    expect(args.filter((path) => !isThere(path))).toEqual([]);
    expect(last.findIndex((line) => line.startsWith('USER '))).toBeLessThan(
      last.findIndex((line) => line.startsWith('CMD ')),
    );
  });

  test.each([
    [200, 0],
    [503, 1],
    [null, 1],
  ])('finds the container healthy or not where /healthz answers %s', async (status, code) => {
    const [, ...args] = list(/ CMD (\[.*\])$/.exec(of('HEALTHCHECK')[0] ?? '')?.[1]);
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/healthz' ? (status ?? 500) : 404).end();
    });
    const port = await freePort();
    if (status !== null) {
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    }
    const check = spawn(process.execPath, args, { env: { HEALTH_PORT: `0.0.0.0:${port}` } });
    expect(await new Promise((resolve) => check.once('close', resolve))).toBe(code);
    server.closeAllConnections();
    server.close();
  });
});

describe('compose.yaml', () => {
  const service = z.looseObject({ environment: z.record(z.string(), z.string()) });
  const { bot, database } = z
    .object({ services: z.object({ bot: service, database: service }) })
    .parse(load(read('compose.yaml'))).services;
  const secrets = { DISCORD_TOKEN: TOKEN, POSTGRES_PASSWORD: 'a1' };

  /** What reaches the bot where these keys stand in `.env`, filled in as compose does it. */
  function reaching(file: Readonly<Record<string, string>>): Record<string, string> {
    const all: Readonly<Record<string, string>> = { ...secrets, ...file };
    const fill = (text: string): string => {
      // The innermost first: what stands in for a key may name another one.
      const filled = text.replace(
        /\$\{([A-Z_]+):([?-])([^${}]*)\}/,
        (_, key: string, kind: string, otherwise: string) =>
          all[key] ?? (kind === '-' ? otherwise : `${key} is missing`),
      );
      return filled === text ? text : fill(filled);
    };
    return Object.fromEntries(
      Object.entries(bot.environment).map(([key, value]) => [key, fill(value)]),
    );
  }

  test('gives the bot keys it knows, and a database that is up before it', () => {
    expect(strangers(Object.keys(bot.environment))).toEqual([]);
    const { databaseUrl, health } = configOf(reaching({}));
    const address = new URL(databaseUrl);
    expect(address.username).toBe(database.environment['POSTGRES_USER']);
    expect(address.password).toBe(secrets.POSTGRES_PASSWORD);
    expect(address.pathname).toBe(`/${database.environment['POSTGRES_DB']}`);
    expect(address.hostname).toBe('database');
    // The image's health check asks at this port.
    expect(health?.port).toBe(8080);
    expect(bot).toMatchObject({
      depends_on: { database: { condition: 'service_healthy' } },
      read_only: true,
      cap_drop: ['ALL'],
    });
    expect(database).toHaveProperty('healthcheck');
  });

  test('lets everything that is set in .env reach the bot', () => {
    const file = Object.fromEntries(KEYS.map((key) => [key, `the ${key}`]));
    expect(reaching(file)).toEqual(file);
  });
});

/** The settings of a systemd unit, each with all its values. */
function unitOf(path: string): ReadonlyMap<string, readonly string[]> {
  const unit = new Map<string, string[]>();
  for (const [, key = '', value = ''] of read(path).matchAll(/^(\w+)=(.*)$/gm)) {
    unit.set(key, [...(unit.get(key) ?? []), value]);
  }
  return unit;
}

describe('the systemd unit', () => {
  const unit = unitOf('deploy/keepsake.service');

  test('starts the bot, lets it stop in peace, and shuts everything else', () => {
    const environment = Object.fromEntries(
      (unit.get('Environment') ?? []).map((line) => {
        const [key = '', ...value] = line.split('=');
        return [key, value.join('=')];
      }),
    );
    expect(strangers(Object.keys(environment))).toEqual([]);
    const { databaseUrl } = configOf(environment);
    expect(databaseUrl).toBe(`file:/var/lib/${unit.get('StateDirectory')?.[0]}/keepsake.db`);
    const [program, path = ''] = unit.get('ExecStart')?.[0]?.split(' ') ?? [];
    expect(program).toBe('/usr/bin/node');
    expect(isThere(path)).toBe(true);
    expect(Number(unit.get('TimeoutStopSec')?.[0])).toBeGreaterThan(10);
    for (const [key, value] of [
      ['ProtectSystem', 'strict'],
      ['NoNewPrivileges', 'yes'],
      ['CapabilityBoundingSet', ''],
      ['UMask', '0077'],
    ] as const) {
      expect(unit.get(key)).toEqual([value]);
    }
    // Node compiles at run time, which this would forbid.
    expect(unit.has('MemoryDenyWriteExecute')).toBe(false);
  });

  test('never gives up while waiting helps, waits longer each time, and stops where it can’t', () => {
    expect(unit.get('Restart')).toEqual(['on-failure']);
    expect(unit.get('StartLimitIntervalSec')).toEqual(['0']);
    expect(unit.has('StartLimitBurst')).toBe(false);
    const seconds = (key: string) => Number(unit.get(key)?.[0]);
    expect(seconds('RestartSec')).toBeGreaterThan(0);
    expect(seconds('RestartSteps')).toBeGreaterThan(1);
    expect(seconds('RestartMaxDelaySec')).toBeGreaterThan(seconds('RestartSec'));
    const codes = (stays: boolean) => String(exitCodeOf([{ problem: '', mend: '', stays }]));
    expect(unit.get('RestartPreventExitStatus')).toEqual([codes(true)]);
    expect(codes(false)).not.toBe(codes(true));
  });
});

test('the unit for several processes is the other one, with settings of each and without a file for a database', () => {
  const one = unitOf('deploy/keepsake.service');
  const several = unitOf('deploy/keepsake@.service');
  const differing = [...new Set([...one.keys(), ...several.keys()])].filter(
    (key) => !isDeepStrictEqual(one.get(key), several.get(key)),
  );
  expect(differing.toSorted()).toEqual([
    'Description',
    'Environment',
    'EnvironmentFile',
    'StateDirectory',
    'StateDirectoryMode',
  ]);
  expect(several.get('Environment')).toEqual(['NODE_ENV=production']);
  // What comes later counts: each process's own file stands over the common one.
  expect(several.get('EnvironmentFile')).toEqual(['/etc/keepsake.env', '/etc/keepsake/%i.env']);
});

describe('docs/hosting.md', () => {
  const page = read('docs/hosting.md');

  test('runs programs that are there, also in the image', () => {
    const programs = [...page.matchAll(/dist\/src\/[\w/-]+\.js/g)].map(([path]) => path);
    expect(programs).toContain('dist/src/cli/doctor.js');
    expect(programs.filter((path) => !isThere(path))).toEqual([]);
  });

  test('gives several processes shards that are all there are, each once', () => {
    const [, several = ''] = page.split('\n## Grow\n');
    const [, count = ''] = /SHARD_COUNT=(\d+)/.exec(several) ?? [];
    const { shards } = configOf({
      SHARDS: [...several.matchAll(/^# .*SHARDS=(\S+)/gm)].map(([, list = '']) => list).join(','),
      SHARD_COUNT: count,
    });
    expect(shards).toEqual(Array.from({ length: Number(count) }, (_, shard) => shard));
  });
});
