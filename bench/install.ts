import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalDiscord } from 'local-discord';
import { z } from 'zod';
import { environmentFor, KeepsakeProcess } from '../playground/keepsake-process.js';
import { projectRoot } from '../src/lib/paths.js';
import { middle, middleOf } from './figures.js';
import { run, scoreCommand } from './load.js';
import { number, table } from './report.js';
import { usageOf } from './usage.js';

/** How many starts a figure is the middle one of. */
const STARTS = 5;

/** One way of having the bot on a machine. */
export interface Installed {
  readonly way: string;
  /** Bytes of everything that is there; null where nothing is installed for it. */
  readonly bytes: number | null;
  /** Seconds until it was there, with packages from npm's own cache or the registry. */
  readonly seconds: number | null;
  /** From the start of the process to the first answer, the middle one of several. */
  readonly firstAnswer: FirstAnswer;
}

/** Milliseconds on the clock, and of the processor; null where these can’t be read. */
interface FirstAnswer {
  readonly ms: number;
  readonly processorMs: number | null;
}

/** What everything else is a multiple of. */
const BARE = 'the bare bot, discord.js alone';

/** Installs the bare bot, a clone and a release into temporary folders, and starts each. */
export async function measureInstall(tell: (progress: string) => void): Promise<Installed[]> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-install-'));
  const clone = join(folder, 'clone');
  const release = join(folder, 'release');
  const bare = join(folder, 'bare');
  const program = (place: string) => join(place, 'dist', 'src', 'main.js');
  const node = (...args: string[]) => execFileSync(process.execPath, args, { stdio: 'ignore' });
  try {
    tell('installing the bare bot …');
    const installed = timed(() => installBare(bare));
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
      { way: BARE, place: bare, main: join(bare, 'bare-bot.js'), seconds: installed },
      { way: 'a clone, installed to run', place: clone, main: program(clone), seconds: cloned },
      { way: 'a release', place: release, main: program(release), seconds: made },
    ];
    const figures: Installed[] = [];
    for (const { way, place, main, seconds } of ways) {
      const bytes = bytesIn(place);
      const cache = { NODE_DISABLE_COMPILE_CACHE: '1' };
      figures.push({ way, bytes, seconds, firstAnswer: await firstAnswer(main, cache) });
    }
    if (Number(process.versions.node.split('.')[0]) >= 22) {
      const place = program(release);
      const cached = await firstAnswer(place, { NODE_COMPILE_CACHE: join(folder, 'cache') });
      const way = 'a release, with Node’s compile cache';
      figures.push({ way, bytes: null, seconds: null, firstAnswer: cached });
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The figures as a Markdown table, each with its ratio to the bare bot’s. */
export function installReport(machine: string, figures: readonly Installed[]): string {
  const bare = figures.find(({ way }) => way === BARE);
  const beside = (value: number | null, floor: number | null | undefined) =>
    value === null || floor == null
      ? number(value)
      : `${number(value)} (× ${number(value / floor)})`;
  const mega = (bytes: number | null) => bytes && bytes / 1e6;
  const rows = figures.map(({ way, bytes, seconds, firstAnswer }) => [
    way,
    mega(bytes) === null ? '' : beside(mega(bytes), mega(bare?.bytes ?? null)),
    seconds === null ? '' : beside(seconds, bare?.seconds),
    beside(firstAnswer.ms, bare?.firstAnswer.ms),
    beside(firstAnswer.processorMs, bare?.firstAnswer.processorMs),
  ]);
  const header = ['', 'MB', 'made in (s)', 'first answer (ms)', 'of the processor (ms)'];
  return `Measured on ${machine}; the middle one of ${STARTS} starts.\n\n${table(header, rows)}\n`;
}

/** What somebody has who writes the least discord.js bot: its one package, in our version. */
function installBare(folder: string): void {
  const own: unknown = JSON.parse(
    readFileSync(join(projectRoot, 'node_modules', 'discord.js', 'package.json'), 'utf8'),
  );
  const { version } = z.object({ version: z.string() }).parse(own);
  mkdirSync(folder);
  const manifest = { private: true, type: 'module', dependencies: { 'discord.js': version } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  copyFileSync(join(projectRoot, 'dist', 'bench', 'bare-bot.js'), join(folder, 'bare-bot.js'));
  // Windows starts npm through a shell.
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], {
    ...{ cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' },
  });
}

/** From the start of the process to the answer to a `/score`, on a database that is there already. */
async function firstAnswer(
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<FirstAnswer> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-install-'));
  const discord = await startLocalDiscord();
  const guild = discord.addGuild({ name: 'Bench' });
  const senders = [
    { channel: guild.addChannel('bench'), member: guild.addMember({ name: 'ana' }) },
  ];
  discord.gateway.identifyIntervalMs = 0;
  const took: FirstAnswer[] = [];
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
      const processorMs = usageOf(bot.child.pid)?.processorMs ?? null;
      if (start > 0) took.push({ ms: performance.now() - began, processorMs });
      await bot.stop();
    }
  } finally {
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  }
  return {
    ms: middle(took.map(({ ms }) => ms)),
    processorMs: middleOf(took.map(({ processorMs }) => processorMs)),
  };
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
