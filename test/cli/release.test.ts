import { execFile, execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BotProcess } from 'local-discord';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { environmentFor } from '../../playground/keepsake-process.js';
import { Stage } from '../support/bot.js';
import { newPostgres, useFolder } from '../support/databases.js';
import { runProgram } from '../support/program.js';

const execute = promisify(execFile);

/** Bytes that a release may take where it is installed. */
const MOST = 250 * 1024 ** 2;

const folder = useFolder();
let place: string;
let stage: Stage;
beforeAll(async () => {
  place = join(folder.path, 'kept', 'keepsake');
  const made = await runProgram('release', ['--to', place], { cwd: folder.path });
  expect(made).toMatchObject({ code: 0, complaints: '' });
  stage = await Stage.open({ withBot: false, isNew: true });
});
afterAll(() => stage?.close());

/** One of its programs, with Node alone: nothing of this project is near. */
async function run(
  program: string,
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const file = join(place, 'dist', 'src', program);
  try {
    const said = await execute(process.execPath, [file, ...args], { cwd: stage.folder, env });
    return { code: 0, ...said };
  } catch (error) {
    throw new Error(`${program} failed`, { cause: error });
  }
}

describe('a release', () => {
  test('has Prisma’s compilers as files, not as text of a program', () => {
    const shared = readdirSync(join(place, 'dist', 'whole', 'shared'));
    const compilers = shared.filter((name) => name.startsWith('query_compiler_'));
    const wasm = compilers.filter((name) => name.endsWith('.wasm'));
    expect(wasm).toHaveLength(2);
    const sizes = compilers
      .filter((name) => !wasm.includes(name))
      .map((name) => statSync(join(place, 'dist', 'whole', 'shared', name)).size);
    expect(Math.max(...sizes)).toBeLessThan(50_000);
  });

  test('starts with Node alone, answers, draws a chart, and finds what it knows', async () => {
    const env = { ...environmentFor(stage.discord, stage.databaseUrl), HEALTH_PORT: '0' };
    const program = join(place, 'dist', 'src', 'main.js');
    const bot = new BotProcess({ cwd: stage.folder, env, program });
    try {
      await bot.logged('commands registered');
      const { version } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
      expect(bot.log[0]).toMatchObject({ msg: 'starting', version });
      const ana = stage.person('ana');
      for (const [n, views] of ['541.2K', '300K', '90K'].entries()) {
        const shown = await ana.command(
          `/score views:${views} likes:9.1K comments:204 shares:900 title:Knot ${n} posted:2026-11-${10 + n}`,
        );
        expect(shown.text()).toContain('saves');
      }
      expect((await ana.command('/faq ask question:who sees my saves')).text()).toContain('saves');
      const trend = await ana.command('/history trend');
      // Drawn in a thread that is a file of its own, and with the font that came along.
      const image = () => trend.message?.embeds[0]?.image?.url;
      await expect.poll(image).toContain('trend.png');
      const { port } = await bot.logged('health checks answered');
      const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      expect(metrics).toContain('keepsake_build_info');
    } finally {
      await bot.stop();
    }
    expect(bot.errors).toBe('');
    expect(stage.discord.violations).toEqual([]);
  });

  test('brings the operator’s commands, and works on PostgreSQL', async () => {
    const env = environmentFor(stage.discord, stage.databaseUrl);
    const copy = join(stage.folder, 'copy.db');
    expect(await run('cli/backup.js', env, copy)).toMatchObject({ code: 0, stderr: '' });
    expect(await run('cli/restore.js', env, copy)).toMatchObject({ code: 0, stderr: '' });
    const moved = await run('cli/migrate-to.js', env, await newPostgres('empty'));
    expect(moved.stdout).toContain('Everything was moved');
    const doctor = await run('cli/doctor.js', env, '--on', '2026-11-24');
    expect(doctor.stdout).toContain('Nothing to mend.');
  });

  test('takes no more than 250 MB, and holds no file of the tests, no types and no secret', () => {
    const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((path) =>
      lstatSync(join(place, path)).isFile(),
    );
    const bytes = files.reduce((sum, path) => sum + lstatSync(join(place, path)).size, 0);
    expect(bytes).toBeLessThan(MOST);
    expect(
      files.filter((path) => /^(test|src|bench|playground|packages)\/|\.env$/.test(path)),
    ).toEqual([]);
    for (const path of ['LICENCES.txt', 'LICENSE', 'deploy/keepsake.service', '.env.example']) {
      expect(existsSync(join(place, path)), path).toBe(true);
    }
    const licences = readFileSync(join(place, 'LICENCES.txt'), 'utf8');
    for (const name of ['discord.js', '@prisma/client', 'better-sqlite3']) {
      expect(licences).toContain(`\n${name} `);
    }
  });

  test('runs every program that its package.json names', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(place, 'package.json'), 'utf8'),
    );
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'doctor', 'backup']));
    for (const [name, script] of Object.entries(scripts)) {
      const [, file = ''] = script.split(' ');
      const said = execFileSync(process.execPath, [join(place, file), '--help'], {
        encoding: 'utf8',
        env: {},
      });
      expect(said.length, name).toBeGreaterThan(20);
    }
  });
});
