import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
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

  test('takes the release and nothing else, and no secret', () => {
    expect(of('COPY')).toEqual(['--from=build /release ./']);
    const making = instructions.find((line) => line.includes('npm run release'));
    expect(making).toMatch(/npm run release -- --to \/release$/);
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.git']));
  });

  test('starts the bot as somebody without rights, by Node itself', () => {
    expect(of('USER').join()).toMatch(/^\$\{RUN_AS\}$/);
    expect(of('ARG')).toEqual(['RUN_AS=node']);
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

const secrets = { DISCORD_TOKEN: TOKEN, POSTGRES_PASSWORD: 'a1' };

/** What reaches a service where these keys stand in `.env`, filled in as compose does it. */
function reachingIn(
  bot: { readonly environment: Readonly<Record<string, string>> },
  file: Readonly<Record<string, string>>,
): Record<string, string> {
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

const service = z.looseObject({ environment: z.record(z.string(), z.string()) });

describe('compose.sqlite.yaml', () => {
  const file = z
    .object({
      services: z.object({ bot: service.extend({ volumes: z.array(z.string()) }) }).strict(),
      volumes: z.object({ data: z.null() }),
    })
    .parse(load(read('compose.sqlite.yaml')));
  const { bot } = file.services;

  test('keeps the database on a volume of its own, and is otherwise as compose.yaml', () => {
    expect(strangers(Object.keys(bot.environment))).toEqual([]);
    const { databaseUrl, health } = configOf(reachingIn(bot, {}));
    const [volume = '', folder = ''] = bot.volumes[0]?.split(':') ?? [];
    expect(volume).toBe('data');
    expect(databaseUrl).toBe(`file:${folder}/keepsake.db`);
    expect(health?.port).toBe(8080);
    const other = z
      .object({ services: z.object({ bot: service }) })
      .parse(load(read('compose.yaml'))).services.bot;
    const { volumes: _volumes, environment: _environment, ...rest } = bot;
    const { depends_on: _after, environment: _others, ...same } = other;
    expect(rest).toEqual(same);
  });

  test('lets everything that is set in .env reach the bot', () => {
    const set = Object.fromEntries(KEYS.map((key) => [key, `the ${key}`]));
    expect(reachingIn(bot, set)).toEqual(set);
  });
});

describe('compose.yaml', () => {
  const { bot, database } = z
    .object({ services: z.object({ bot: service, database: service }) })
    .parse(load(read('compose.yaml'))).services;
  const reaching = (file: Readonly<Record<string, string>>) => reachingIn(bot, file);

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

describe('templates of others', () => {
  test('PM2 starts the bot itself, lets it stop in peace, and leaves it where only you can help', async () => {
    const { apps } = z
      .object({
        apps: z.array(
          z.looseObject({
            script: z.string(),
            cwd: z.string(),
            env: z.record(z.string(), z.string()),
            kill_timeout: z.number(),
            stop_exit_codes: z.array(z.number()),
            instances: z.number(),
          }),
        ),
      })
      .parse(createRequire(import.meta.url)('../../deploy/ecosystem.config.cjs'));
    const [app] = apps;
    expect(apps.length).toBe(1);
    expect(app?.cwd).toBe(projectRoot);
    expect(isThere(app?.script ?? '')).toBe(true);
    expect(strangers(Object.keys(app?.env ?? {}))).toEqual([]);
    expect(app?.kill_timeout).toBeGreaterThan(10_000);
    const stays = exitCodeOf([{ problem: '', mend: '', stays: true }]);
    expect(app?.stop_exit_codes).toEqual([0, stays]);
    expect(app?.instances).toBe(1);
  });

  test('the Pterodactyl egg asks for keys that the bot takes, and starts and installs what is there', () => {
    const variable = z.object({ env_variable: z.string(), default_value: z.string() });
    const egg = z
      .object({
        startup: z.string(),
        config: z.object({ startup: z.string(), stop: z.string() }),
        scripts: z.object({ installation: z.object({ script: z.string() }) }),
        variables: z.array(variable),
      })
      .parse(JSON.parse(read('deploy/egg-keepsake.json')));
    const keys = egg.variables.map(({ env_variable }) => env_variable);
    expect(keys).toContain('DISCORD_TOKEN');
    // Only for the installation; the bot leaves alone what it doesn't know of its host.
    expect(strangers(keys)).toEqual(['GIT_ADDRESS']);
    const set = egg.variables.filter(({ default_value }) => default_value !== '');
    configOf({
      ...Object.fromEntries(set.map((one) => [one.env_variable, one.default_value])),
      ...{ GIT_ADDRESS: 'https://example.com', P_SERVER_UUID: 'x', STARTUP: egg.startup },
      ...{ SERVER_PORT: '1', SERVER_MEMORY: '1', TZ: 'UTC' },
    });
    expect(isThere(egg.startup.replace('node ', ''))).toBe(true);
    const [, script = '', flag = ''] =
      /node (\S+) (--to-run)/.exec(egg.scripts.installation.script) ?? [];
    expect(read(script)).toContain(`'${flag}'`);
    // The line by which the panel knows that the bot is there.
    const { done } = z.object({ done: z.string() }).parse(JSON.parse(egg.config.startup));
    expect(read('src/discord/registration.ts')).toContain(`'${done}'`);
    // Ctrl+C: the bot ends in order.
    expect(egg.config.stop).toBe('^C');
  });

  test('Railway builds the image, keeps /data, and gives the bot time to stop', () => {
    const { build, deploy } = z
      .object({
        build: z.object({ builder: z.string(), dockerfilePath: z.string() }),
        deploy: z.looseObject({ requiredMountPath: z.string(), drainingSeconds: z.number() }),
      })
      .parse(JSON.parse(read('deploy/railway.json')));
    expect(build.builder).toBe('DOCKERFILE');
    expect(isThere(build.dockerfilePath)).toBe(true);
    expect(deploy).toMatchObject({ numReplicas: 1, restartPolicyType: 'ON_FAILURE' });
    expect(deploy.drainingSeconds).toBeGreaterThan(10);
    const [, folder] = /DATABASE_URL=file:(\/\w+)\//.exec(read('Dockerfile')) ?? [];
    expect(deploy.requiredMountPath).toBe(folder);
    // Railway refuses images that name volumes themselves.
    expect(read('Dockerfile')).not.toMatch(/^VOLUME/m);
    // What it puts into every container.
    configOf({ PORT: '3000', RAILWAY_ENVIRONMENT: 'production', RAILWAY_RUN_UID: '0' });
  });

  test('Fly mounts the folder of the database, asks where the bot answers, and stops it in peace', () => {
    const file = read('deploy/fly.toml');
    const value = (key: string) => new RegExp(`^\\s*${key} = "?([^"\\n]*)"?$`, 'm').exec(file)?.[1];
    const keys = /\[env\]\n((?: {2}.+\n)+)/.exec(file)?.[1] ?? '';
    const environment = Object.fromEntries(
      [...keys.matchAll(/^ {2}(\w+) = "(.*)"$/gm)].map(([, key = '', text = '']) => [key, text]),
    );
    expect(strangers(Object.keys(environment))).toEqual([]);
    const { databaseUrl, health } = configOf({
      ...environment,
      ...{ FLY_APP_NAME: 'keepsake', FLY_REGION: 'ams', PRIMARY_REGION: 'ams' },
    });
    expect(databaseUrl).toBe(`file:${value('destination')}/keepsake.db`);
    expect(health).toEqual({ host: '0.0.0.0', port: Number(value('port')) });
    expect(value('path')).toBe('/healthz');
    expect(value('kill_signal')).toBe('SIGTERM');
    expect(Number.parseInt(value('kill_timeout') ?? '', 10)).toBeGreaterThan(10);
    expect(isThere(join('deploy', value('dockerfile') ?? ''))).toBe(true);
    expect(read('Dockerfile')).toContain(`ARG ${/(\w+) = "root"/.exec(file)?.[1]}=node`);
  });
});
