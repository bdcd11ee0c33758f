import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BotProcess, environmentFor } from '../playground/bot-process.js';
import { type CommandData, startLocalDiscord } from '../playground/local-discord.js';
import { faqDir, projectRoot } from '../src/lib/paths.js';
import { loadKnowledge } from '../src/services/knowledge/knowledge.js';
import { measureDigests } from './digests.js';
import { digestReport } from './digests-report.js';
import { measureHalves } from './faq-search.js';
import type { BotFigures, Figures } from './figures.js';
import { faqCommand, type Load, type LoadResult, run, scoreCommand } from './load.js';
import { compareProcesses } from './processes.js';
import { processReport, report, searchReport } from './report.js';
import { countRoundTrips } from './round-trips.js';
import { measureScale } from './scale.js';
import { scaleReport } from './scale-report.js';
import { usageOf } from './usage.js';

/**
 * `npm run bench`: Keepsake beside a bare discord.js bot, both against the local Discord, and how
 * well it finds answers; `-- --search` measures the search alone, `-- --scale` what it costs when
 * many readings are stored, `-- --processes` one process beside two on one PostgreSQL, `-- --digests`
 * the digests of many servers that are due in the same minute.
 */

const RATES = [50, 200];
const OVERLOAD = { perSecond: 500, seconds: 10 };
/** Rates tried for the capacity, a second each step longer than the last that was served. */
const CAPACITY_STEPS = [250, 300, 350, 400, 450, 500, 600, 700, 800];
const MEMBERS = 200;
/** The same for one process beside two. */
const PROCESS_STEPS = [100, 200, 300, 400, 500, 600, 700, 800];

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '8' },
    search: { type: 'boolean', default: false },
    scale: { type: 'boolean', default: false },
    /** How many readings are many, and on which databases. */
    readings: { type: 'string', default: '1000000' },
    on: { type: 'string', default: 'sqlite,postgresql' },
    processes: { type: 'boolean', default: false },
    digests: { type: 'boolean', default: false },
    /** In how many servers digests are due. */
    servers: { type: 'string', default: '10000' },
  },
});
const seconds = Number(flags.seconds);

if (flags.scale) {
  const results = [];
  for (const provider of ['sqlite', 'postgresql'] as const) {
    if (!flags.on.split(',').includes(provider)) continue;
    results.push(await measureScale(provider, Number(flags.readings)));
  }
  process.stdout.write(flags.json ? json(results) : scaleReport(machine(), results));
  process.exit();
}

if (flags.digests) {
  const figures = await measureDigests({
    servers: Number(flags.servers),
    ...{ brokenEvery: 100, staleEvery: 50, seconds: 60 },
    tell: (progress) => process.stderr.write(`${progress}\n`),
  });
  process.stdout.write(flags.json ? json(figures) : digestReport(machine(), figures));
  process.exit();
}

const search = measureHalves(loadKnowledge(faqDir));
if (flags.search) {
  process.stdout.write(flags.json ? json(search) : searchReport(search));
  process.exit();
}

if (flags.processes) {
  const figures = await compareProcesses(PROCESS_STEPS, seconds);
  process.stdout.write(
    flags.json ? json({ machine: machine(), figures }) : processReport(machine(), figures),
  );
  process.exit();
}

const bareBot = join(projectRoot, 'dist', 'bench', 'bare-bot.js');

const bare = await measure(bareBot, async (load) => ({
  score: await atRates(load(scoreCommand)),
}));
const keepsake = await measure(undefined, async (load) => ({
  score: await atRates(load(scoreCommand)),
  faq: await atRates(load(faqCommand)),
  capacity: await capacity(load(scoreCommand)),
  overload: [await run(load(scoreCommand), OVERLOAD.perSecond, OVERLOAD.seconds)],
}));
const figures: Figures = {
  machine: machine(),
  seconds,
  bare,
  keepsake,
  roundTrips: await countRoundTrips(),
  search,
};
process.stdout.write(flags.json ? json(figures) : report(figures));
process.exitCode = keepsake.loads['overload']?.some(({ unanswered }) => unanswered > 0) ? 1 : 0;

function json(figures: unknown): string {
  return `${JSON.stringify(figures, null, 2)}\n`;
}

async function measure(
  program: string | undefined,
  measureLoads: (
    load: (command: (n: number) => CommandData) => Load,
  ) => Promise<Record<string, LoadResult[]>>,
): Promise<BotFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-bench-'));
  const discord = await startLocalDiscord();
  const guild = discord.addGuild({ name: 'Bench' });
  const channel = guild.addChannel({ name: 'bench' });
  const senders = Array.from({ length: MEMBERS }, (_, n) => ({
    channel,
    member: guild.addMember({ name: `member${n}` }),
  }));
  // A bot that starts again at once would otherwise have to wait for its next IDENTIFY.
  discord.gateway.identifyIntervalMs = 0;
  const begin = () =>
    new BotProcess({
      cwd: folder,
      env: environmentFor(discord, `file:${join(folder, 'keepsake.db')}`),
      ...(program !== undefined && { program }),
    });
  const load = (bot: BotProcess, command: (n: number) => CommandData): Load => ({
    discord,
    senders,
    pids: [bot.child.pid],
    command,
  });
  const firstAnswerOf = async (began: number, bot: BotProcess) => {
    await bot.ready();
    await run(load(bot, scoreCommand), 1, 1);
    return performance.now() - began;
  };
  const firstEver = await startAndStop(begin, firstAnswerOf);
  const began = performance.now();
  const bot = begin();
  try {
    const firstAnswer = await firstAnswerOf(began, bot);
    const idleMiB = usageOf(bot.child.pid)?.memoryMiB ?? null;
    // Both bots get the same time to be compiled by the engine.
    await run(load(bot, scoreCommand), 200, 3);
    const loads = await measureLoads((command) => load(bot, command));
    return { firstEver, firstAnswer, idleMiB, loads };
  } finally {
    await bot.stop();
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startAndStop(
  begin: () => BotProcess,
  measureStart: (began: number, bot: BotProcess) => Promise<number>,
): Promise<number> {
  const began = performance.now();
  const bot = begin();
  try {
    return await measureStart(began, bot);
  } finally {
    await bot.stop();
  }
}

async function atRates(load: Load): Promise<LoadResult[]> {
  const results: LoadResult[] = [];
  for (const rate of RATES) results.push(await run(load, rate, seconds));
  return results;
}

/** Rises until somebody is told that the bot is busy. */
async function capacity(load: Load): Promise<LoadResult[]> {
  const results: LoadResult[] = [];
  for (const rate of CAPACITY_STEPS) {
    const result = await run(load, rate, Math.max(3, seconds / 2));
    results.push(result);
    if (result.busy + result.unanswered > 0) break;
  }
  return results;
}

function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model ?? 'unknown processor'}, Node ${process.versions.node}, ${process.platform}`;
}
