// npm run bench; ./command-line.ts says what it can be asked to measure.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandData, startLocalDiscord } from 'local-discord';
import { environmentFor, KeepsakeProcess } from '../playground/keepsake-process.js';
import { faqDir, projectRoot } from '../src/lib/paths.js';
import { loadKnowledge } from '../src/services/knowledge/knowledge.js';
import { readBenchArguments } from './command-line.js';
import { measureDigests } from './digests.js';
import { digestReport } from './digests-report.js';
import { measureSets } from './faq-search.js';
import type { BotFigures, Figures } from './figures.js';
import { type ImportFigures, measureImports } from './imports.js';
import { importReport } from './imports-report.js';
import { installReport, measureInstall } from './install.js';
import { measureLetters } from './letters.js';
import { letterReport } from './letters-report.js';
import { faqCommand, type Load, type LoadResult, run, scoreCommand } from './load.js';
import { compareProcesses } from './processes.js';
import { processReport, report, searchReport } from './report.js';
import { countRoundTrips } from './round-trips.js';
import { measureScale, type ScaleFigures } from './scale.js';
import { scaleReport } from './scale-report.js';
import { measurePicturesInBot, picturesInBotReport } from './screenshots/in-bot.js';
import { measureScreenshots } from './screenshots/measure.js';
import { screenshotReport } from './screenshots/report.js';
import { samplePictures, sampleTruths } from './screenshots/sample.js';
import { drawnPictures } from './screenshots/taken.js';
import { usageOf } from './usage.js';

const RATES = [50, 200];
const OVERLOAD = { perSecond: 500, seconds: 10 };
/** Rates tried for the capacity, a second each step longer than the last that was served. */
const CAPACITY_STEPS = [250, 300, 350, 400, 450, 500, 600, 700, 800];
const MEMBERS = 200;
/** The same for one process beside two. */
const PROCESS_STEPS = [100, 200, 300, 400, 500, 600, 700, 800];

const asked = readBenchArguments();
const { what, json, seconds, readings, servers, members, pictures, providers } = asked;

if (what === 'screenshots' && asked.bot) {
  const figures = await measurePicturesInBot(pictures);
  print(figures, () => picturesInBotReport(machine(), figures));
  process.exit();
}

if (what === 'screenshots') {
  const taken = asked.sample ? samplePictures(sampleTruths().pictures) : drawnPictures(pictures);
  const figures = await measureScreenshots(taken, (progress) => {
    process.stderr.write(`${progress}\n`);
  });
  print(figures, () => screenshotReport(machine(), figures));
  process.exit();
}

if (what === 'scale') {
  const results: ScaleFigures[] = [];
  for (const provider of providers) results.push(await measureScale(provider, readings));
  print(results, () => scaleReport(machine(), results));
  process.exit();
}

if (what === 'digests') {
  const figures = await measureDigests({
    servers,
    ...{ brokenEvery: 100, staleEvery: 50, seconds: 60 },
    tell: (progress) => process.stderr.write(`${progress}\n`),
  });
  print(figures, () => digestReport(machine(), figures));
  process.exit();
}

if (what === 'letters') {
  const tell = (progress: string) => process.stderr.write(`${progress}\n`);
  const figures = await measureLetters({ members, seconds: 60, tell });
  print(figures, () => letterReport(machine(), figures));
  process.exit();
}

if (what === 'imports') {
  const results: ImportFigures[] = [];
  for (const provider of providers) results.push(await measureImports(provider));
  print(results, () => importReport(machine(), results));
  process.exit();
}

if (what === 'install') {
  const figures = await measureInstall((progress) => process.stderr.write(`${progress}\n`));
  print({ machine: machine(), figures }, () => installReport(machine(), figures));
  process.exit();
}

const search = measureSets(loadKnowledge(faqDir));
if (what === 'search') {
  print(search, () => searchReport(search));
  process.exit();
}

if (what === 'processes') {
  const figures = await compareProcesses(PROCESS_STEPS, seconds);
  print({ machine: machine(), figures }, () => processReport(machine(), figures));
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
print(figures, () => report(figures));
process.exitCode = keepsake.loads['overload']?.some(({ unanswered }) => unanswered > 0) ? 1 : 0;

function print(figures: unknown, asText: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : asText());
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
    new KeepsakeProcess({
      cwd: folder,
      env: environmentFor(discord, `file:${join(folder, 'keepsake.db')}`),
      ...(program !== undefined && { program }),
    });
  const load = (bot: KeepsakeProcess, command: (n: number) => CommandData): Load => ({
    discord,
    senders,
    pids: [bot.child.pid],
    command,
  });
  const firstAnswerOf = async (began: number, bot: KeepsakeProcess) => {
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
  begin: () => KeepsakeProcess,
  measureStart: (began: number, bot: KeepsakeProcess) => Promise<number>,
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
