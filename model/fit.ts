// Fits the estimate from a table of real counts and writes model/keepsake-model.json:
//   node dist/model/fit.js --data FOLDER
// The same table and the same sources of this folder give the same file, byte for byte.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/lib/paths.js';
import { type Model, modelSchema } from '../src/services/estimate/model.js';
import { batchesOf } from './apart.js';
import { constantsOf, lookApart, measured, trialsOf } from './measuring.js';
import { PLACES } from './places.js';
import { groupBy } from './statistics.js';
import { frameOf } from './surface-fit.js';
import { dataFolder, type Row, readRows, readWatchRows } from './table.js';
import { trainCore } from './training.js';

const VERSION = '3.0.0';

/** What decides the fitted numbers beside the table. */
const SCRIPTS = [
  'model/*.ts',
  'src/services/estimate/*.ts',
  ':!model/measure.ts',
  ':!model/chart.ts',
  ':!src/services/estimate/rows.ts',
];

const folder = dataFolder();
const rows = readRows(folder);
const watched = readWatchRows(folder);

const all = lookApart(batchesOf(rows, watched));

const model: Model = {
  version: VERSION,
  provenance: provenanceOf(rows),
  measured: rounded(measured(trialsOf(all))),
  ...trainCore(rows, watched, frameOf(rows)),
  ...constantsOf(all),
};

// Whoever reads the file takes it at its word.
modelSchema.parse(model);
const file = join(projectRoot, 'model', 'keepsake-model.json');
writeFileSync(
  file,
  JSON.stringify(model, (_, value: unknown) => shortened(value)),
);
// Laid out as everything else here, so that the check of the layout holds for it too.
const biome = join(projectRoot, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
execFileSync(process.execPath, [biome, 'format', '--write', file], {
  cwd: projectRoot,
  stdio: 'ignore',
});
console.log(`Wrote ${file}: ${VERSION}, fitted on ${rows.length} videos.`);

function provenanceOf(all: readonly Row[]): Model['provenance'] {
  const dates = all.map(({ created }) => created).sort();
  return {
    rows: all.length,
    creators: groupBy(all, ({ author }) => author).length,
    sources: groupBy(all, ({ place }) => place).map((own) => {
      const name = own[0]?.place ?? '';
      return { what: PLACES[name]?.what ?? name, rows: own.length };
    }),
    dataUntil: dates.at(-1) ?? '',
    commit: commitOfScripts(),
    notes: [
      'Public counts per video from public research collections; no row of them is kept here.',
      'Popular videos are over-represented, 86 % of the videos are Vietnamese, none is a photo post.',
      'The videos in English by niche are from the “TikTok Engagement Index by Crawlora” (crawlora.net/tiktok-engagement-index), CC BY 4.0. They were found by searches, which may bring up what is saved much.',
      'The age of a video when it was read is unknown.',
      'Counts from 10,000 on were mostly rounded as the screen rounds them.',
      'Watch time and new followers: assumptions; what is typical comes from the videos of one creator.',
    ],
  };
}

/** The last commit that changed the scripts, so that fitting again later gives the same file. */
function commitOfScripts(): string {
  const git = (...words: string[]) =>
    execFileSync('git', [...words, '--', ...SCRIPTS], {
      cwd: projectRoot,
      encoding: 'utf8',
    }).trim();
  if (git('status', '--porcelain') !== '') {
    console.error('The scripts of the fit are changed and not committed: commit them first.');
    process.exit(1);
  }
  return git('log', '-1', '--format=%H');
}

/** Six significant digits say all that the data can. */
function shortened(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}

function rounded(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(4))]),
  );
}
