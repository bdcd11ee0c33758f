import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalDiscord } from 'local-discord';
import { environmentFor, KeepsakeProcess } from '../playground/keepsake-process.js';
import { projectRoot } from '../src/lib/paths.js';
import { run, scoreCommand } from './load.js';

/** How many starts a figure is the middle one of. */
const STARTS = 5;

/** One way of having the bot on a machine. */
export interface Installed {
  readonly way: string;
  /** Bytes of everything that is there; null where nothing is installed for it. */
  readonly bytes: number | null;
  /** Seconds until it was there, with packages from npm's own cache or the registry. */
  readonly seconds: number | null;
  /** Milliseconds from the start of the process to the first answer, the middle one of several. */
  readonly firstAnswer: number;
}

/** Installs a clone and a release into temporary folders, and starts each. */
export async function measureInstall(tell: (progress: string) => void): Promise<Installed[]> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-install-'));
  const clone = join(folder, 'clone');
  const release = join(folder, 'release');
  const program = (place: string) => join(place, 'dist', 'src', 'main.js');
  const node = (...args: string[]) => execFileSync(process.execPath, args, { stdio: 'ignore' });
  try {
    tell('installing a clone, to run …');
    const cloned = timed(() => {
      execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${projectRoot}`, clone]);
      node(join(clone, 'scripts', 'ready.mjs'), '--to-run');
    });
    tell('making a release …');
    const made = timed(() => {
      node(join(projectRoot, 'dist', 'scripts', 'release.js'), '--to', release);
    });
    tell('starting each …');
    const ways = [
      { way: 'a clone, installed to run', place: clone, seconds: cloned },
      { way: 'a release', place: release, seconds: made },
    ];
    const figures: Installed[] = [];
    for (const { way, place, seconds } of ways) {
      const bytes = bytesIn(place);
      const cache = { NODE_DISABLE_COMPILE_CACHE: '1' };
      figures.push({ way, bytes, seconds, firstAnswer: await firstAnswer(program(place), cache) });
    }
    if (Number(process.versions.node.split('.')[0]) >= 22) {
      const place = program(release);
      const firstAnswerMs = await firstAnswer(place, { NODE_COMPILE_CACHE: join(folder, 'cache') });
      const way = 'a release, with Node’s compile cache';
      figures.push({ way, bytes: null, seconds: null, firstAnswer: firstAnswerMs });
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The figures as a Markdown table. */
export function installReport(machine: string, figures: readonly Installed[]): string {
  const rows = figures.map(({ way, bytes, seconds, firstAnswer }) =>
    [
      way,
      bytes === null ? '' : `${(bytes / 1e6).toFixed(0)}`,
      seconds === null ? '' : seconds.toFixed(0),
      firstAnswer.toFixed(0),
    ].join(' | '),
  );
  return [
    `Measured on ${machine}; the middle one of ${STARTS} starts.\n`,
    '|  | MB | made in (s) | first answer (ms) |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}

/** From the start of the process to the answer to a `/score`, on a database that is there already. */
async function firstAnswer(
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-install-'));
  const discord = await startLocalDiscord();
  const guild = discord.addGuild({ name: 'Bench' });
  const senders = [
    { channel: guild.addChannel('bench'), member: guild.addMember({ name: 'ana' }) },
  ];
  discord.gateway.identifyIntervalMs = 0;
  const took: number[] = [];
  try {
    // The first makes the database, and fills whatever cache there is.
    for (let start = 0; start <= STARTS; start += 1) {
      const began = performance.now();
      const bot = new KeepsakeProcess({
        cwd: folder,
        env: { ...environmentFor(discord, `file:${join(folder, 'keepsake.db')}`), ...env },
        program,
      });
      await bot.ready();
      await run({ discord, senders, pids: [bot.child.pid], command: scoreCommand }, 1, 1);
      if (start > 0) took.push(performance.now() - began);
      await bot.stop();
    }
  } finally {
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  }
  return took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? Number.NaN;
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, path) => {
    const found = lstatSync(join(folder, path));
    return found.isFile() ? sum + found.size : sum;
  }, 0);
}
