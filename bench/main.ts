// npm run bench; ./command-line.ts says what it can be asked to measure.
import { cpus } from 'node:os';
import { faqDir } from '../src/lib/paths.js';
import { loadKnowledge } from '../src/services/knowledge/knowledge.js';
import { measureBeside } from './beside.js';
import { readBenchArguments } from './command-line.js';
import { measureDigests } from './digests.js';
import { digestReport } from './digests-report.js';
import { measureLanguages, measureSets } from './faq-search.js';
import type { Figures } from './figures.js';
import { type ImportFigures, measureImports } from './imports.js';
import { importReport } from './imports-report.js';
import { installReport, measureInstall } from './install.js';
import { measureLetters } from './letters.js';
import { letterReport } from './letters-report.js';
import { type Load, type LoadResult, run } from './load.js';
import { compareProcesses } from './processes.js';
import { besideReport, languagesReport, processReport, report, searchReport } from './report.js';
import { countRoundTrips } from './round-trips.js';
import { measureScale, type ScaleFigures } from './scale.js';
import { scaleReport } from './scale-report.js';
import { measurePicturesInBot, picturesInBotReport } from './screenshots/in-bot.js';
import { measureScreenshots } from './screenshots/measure.js';
import { screenshotReport } from './screenshots/report.js';
import { samplePictures, sampleTruths } from './screenshots/sample.js';
import { drawnPictures } from './screenshots/taken.js';

const OVERLOAD = { perSecond: 500, seconds: 10 };
/** Rates tried for the capacity, a second each step longer than the last that was served. */
const CAPACITY_STEPS = [250, 300, 350, 400, 450, 500, 600, 700, 800];
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

const knowledge = loadKnowledge(faqDir);
const search = measureSets(knowledge);
if (what === 'search') {
  const languages = measureLanguages(knowledge);
  print(
    { ...search, languages: Object.fromEntries(languages) },
    () => `${searchReport(search)}\n${languagesReport(languages)}`,
  );
  process.exit();
}

if (what === 'processes') {
  const figures = await compareProcesses(PROCESS_STEPS, seconds);
  print({ machine: machine(), figures }, () => processReport(machine(), figures));
  process.exit();
}

const tell = (progress: string) => process.stderr.write(`${progress}\n`);

if (what === 'beside') {
  const figures = await measureBeside(seconds, tell, () => Promise.resolve());
  print({ machine: machine(), ...figures }, () => besideReport(machine(), seconds, figures));
  process.exit();
}

const { alone, ...beside } = await measureBeside(seconds, tell, async (load) => ({
  capacity: await capacityOf(load),
  overload: await run(load, OVERLOAD.perSecond, OVERLOAD.seconds),
}));
const figures: Figures = {
  machine: machine(),
  seconds,
  ...beside,
  ...alone,
  roundTrips: await countRoundTrips(),
  search,
};
print(figures, () => report(figures));
process.exitCode = figures.overload.unanswered > 0 ? 1 : 0;

function print(figures: unknown, asText: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : asText());
}

/** Rises until somebody is told that the bot is busy. */
async function capacityOf(load: Load): Promise<LoadResult[]> {
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
