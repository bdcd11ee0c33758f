// Measures the estimate on creators and on places kept apart and writes model/report.md and
// model/calibration.svg:
//   node dist/model/measure.js --data FOLDER
// Every estimate in the report was made by a model fitted without that creator or that place.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/lib/paths.js';
import { MIN_VIEWS, MODEL_PROVENANCE, MODEL_VERSION } from '../src/services/estimate/estimate.js';
import { batchesOf } from './apart.js';
import { calibrationChart } from './chart.js';
import {
  activeRows,
  constantsOf,
  type Figures,
  figuresOf,
  lookApart,
  meanOverPlaces,
  OTHERS,
  rivalsByCreator,
  rivalsByPlace,
  TRUTHS,
  type Trial,
  trialsOf,
  withCategory,
  withKnown,
} from './measuring.js';
import { categoryOf, PLACES } from './places.js';
import { groupBy, quantile } from './statistics.js';
import { dataFolder, type Row, readRows, readWatchRows } from './table.js';

const BANDS = [0, 1000, 10_000, 100_000, 1_000_000, Infinity];
const SMALL_BANDS = [100, 200, 500, 1000, 2000, 5000, 10_000];

const folder = dataFolder();
const rows = readRows(folder);
const watched = readWatchRows(folder);
const all = lookApart(batchesOf(rows, watched));
const { categories } = constantsOf(all);
const trials = trialsOf(all);
const apart = trials.filter((trial) => trial.apart === 'creators');
const foreign = trials.filter((trial) => trial.apart === 'places');
const active = activeRows(apart);
/** The places that the fit knew before it was given a second table. */
const FIRST = ['vn-food-creators', 'vn-general', 'dk-politicians', 'vn-hotels'];
/** Places whose videos people look for in order to use them. */
const KEPT = Object.keys(PLACES).filter((place) =>
  ['educational', 'valuable', 'aesthetic'].includes(categoryOf(place) ?? ''),
);
const isFirst = ({ row }: Trial) => FIRST.includes(row.place);
const isNew = ({ row }: Trial) => !FIRST.includes(row.place) && row.place !== 'fixtures';
const isKept = (trial: Trial) => isNew(trial) && KEPT.includes(trial.row.place);

const report = `# How good the estimate is

Model ${MODEL_VERSION}, fitted on ${rows.length.toLocaleString('en')} public videos of ${MODEL_PROVENANCE.creators.toLocaleString('en')} creators in ${MODEL_PROVENANCE.sources.length} places: a source, or one niche of a source that was gathered niche by niche.

${MODEL_PROVENANCE.notes.join(' ')}

"Within ×2" is the share of videos with |ln(estimate + 1) − ln(saves + 1)| ≤ ln 2, the estimate in whole saves. The median factor is the middle of how many times too high or too low an estimate is. "Covers" is the share of truths inside the 80 % range, where the estimate is 10 or more. "Order" is the rank correlation of estimated and true saves per view. "Creators apart" means: creators are dealt into three groups, and each group is estimated by a fit on the other two. "Places apart" means: a place is estimated by a fit that has seen neither the place nor its creators, and also the levels of the categories and the width of the range come from other places.

## What a member can expect

${table(
  ['what is known', 'videos', 'within ×2', 'median factor', 'covers', 'order'],
  [
    line('nothing; creators apart, the four first places', withKnown(apart, 0).filter(isFirst)),
    line('nothing; places apart, the four first places', withKnown(foreign, 0).filter(isFirst)),
    ...TRUTHS.map((n) =>
      line(
        `${n} real counts of the creator's own; creators apart, the four first places, the same videos`,
        withKnown(apart, n).filter((trial) => isFirst(trial) && active.has(trial.row)),
      ),
    ),
    ...TRUTHS.filter((n) => n > 0).map((n) =>
      line(
        `${n} real counts of the creator's own; places apart, places elsewhere`,
        withKnown(foreign, n).filter(isNew),
      ),
    ),
    ...TRUTHS.filter((n) => n > 0).map((n) =>
      line(
        `${n} real counts of the creator's own; creators apart, places elsewhere`,
        withKnown(apart, n).filter(isNew),
      ),
    ),
  ],
)}

"The same videos" are the eleventh and later ones of each creator.

Elsewhere, as means over places, each counting as much as the other:

${table(
  ['what is known', 'places', 'within ×2', 'covers'],
  [
    means('nothing; places apart', withKnown(foreign, 0).filter(isNew)),
    means('the category; places apart', withCategory(foreign).filter(isNew)),
    means('nothing; creators apart', withKnown(apart, 0).filter(isNew)),
    means('the category; creators apart', withCategory(apart).filter(isNew)),
    means('nothing; places apart, content that is kept', withKnown(foreign, 0).filter(isKept)),
    means('the category; places apart, content that is kept', withCategory(foreign).filter(isKept)),
    ...OTHERS.map((n) =>
      means(`${n} real counts of others; places apart`, withKnown(foreign, 0, n).filter(isNew)),
    ),
    ...OTHERS.map((n) =>
      means(
        `${n} real counts of others; places apart, content that is kept`,
        withKnown(foreign, 0, n).filter(isKept),
      ),
    ),
  ],
)}

"Content that is kept" is what its place's creators would call educational, valuable or aesthetic. Counts of others are of other creators of the same place, which stands for a community here.

${readFileSync(join(projectRoot, 'model', 'tried.md'), 'utf8').trim()}

## By place

Each place by a fit that has not seen it. Read the direction in the columns "off": by how much the middle estimate is too high or too low.

${table(
  [
    'place',
    'category',
    'videos',
    'within ×2',
    'covers',
    'off',
    'within ×2 with its category',
    'covers',
    'off',
    'within ×2 after 10 counts of others',
  ],
  byPlace(),
)}

## The levels of categories

${table(
  ['category', 'saves against a video whose category is not known', 'places'],
  Object.entries(categories.levels).map(([category, level]) => [
    category,
    `× ${Math.exp(level).toFixed(2)}`,
    Object.values(PLACES)
      .filter((place) => place.category === category)
      .map(({ what }) => what)
      .join('; '),
  ]),
)}

Within a category places differ by a variance of ${categories.place.toFixed(2)} on the log scale, and the categories among each other by ${categories.between.toFixed(2)}.

## By size

Creators apart:

${table(
  ['views', 'known truths', 'videos', 'within ×2', 'median factor', 'covers', 'order'],
  bySize(apart, [0, 1, 3, 10]),
)}

Places apart, places elsewhere:

${table(
  ['views', 'known truths', 'videos', 'within ×2', 'median factor', 'covers', 'order'],
  bySize(foreign.filter(isNew), [0]),
)}

![Share of truths inside the 80 % range by size of the estimate](calibration.svg)

## Beside simpler estimates

Without truths, on all videos:

${table(['estimate', 'within ×2, creators apart', 'within ×2, places apart'], rivalTable())}

## From how many views on a score is given

The score compares save rates. At few views the rate hangs on single saves: below ${MIN_VIEWS.toLocaleString('en')} views more than a third of all videos have none at all and the middle one has at most one, so that one save more or less moves it past a good part of the others. A score starts at ${MIN_VIEWS.toLocaleString('en')} views.

${table(['views', 'videos', 'without any save', 'saves of the middle video', 'one save more passes'], smallTable())}
`;

writeFileSync(join(projectRoot, 'model', 'report.md'), report);
writeFileSync(join(projectRoot, 'model', 'calibration.svg'), calibrationChart(apart));
console.log(report);

function bySize(own: readonly Trial[], truths: readonly number[]): string[][] {
  return BANDS.slice(0, -1).flatMap((from, i) => {
    const to = BANDS[i + 1] ?? Infinity;
    const name =
      to === Infinity
        ? `${from.toLocaleString('en')} and more`
        : `${from.toLocaleString('en')} to ${to.toLocaleString('en')}`;
    return truths.map((n) => [
      name,
      ...line(
        String(n),
        withKnown(own, n).filter(({ row }) => row.views >= from && row.views < to),
      ),
    ]);
  });
}

function line(name: string, trials: readonly Trial[]): string[] {
  if (trials.length === 0) return [name, '0', '', '', '', ''];
  const figures: Figures = figuresOf(trials);
  return [
    name,
    figures.n.toLocaleString('en'),
    percent(figures.within2),
    figures.medianFactor.toFixed(2),
    percent(figures.coverage),
    figures.spearman.toFixed(2),
  ];
}

function rivalTable(): string[][] {
  const byPlaceRivals = rivalsByPlace(rows);
  const simple = Object.entries(rivalsByCreator(rows)).map(([name, share]) => [
    name,
    percent(share),
    percent(byPlaceRivals[name] ?? Number.NaN),
  ]);
  return [
    ...simple,
    [
      'this model',
      percent(figuresOf(withKnown(apart, 0)).within2),
      percent(figuresOf(withKnown(foreign, 0)).within2),
    ],
  ];
}

/** A row of the main table: shares of all videos, or means over places. */
function means(name: string, own: readonly Trial[]): string[] {
  const { within2, coverage } = meanOverPlaces(own);
  const places = new Set(own.map(({ row }) => row.place)).size;
  return [name, String(places), percent(within2), percent(coverage)];
}

/** Each place by a fit that hasn't seen it, without and with its category, and after counts of others. */
function byPlace(): string[][] {
  return groupBy(rows, ({ place }) => place).map((own) => {
    const place = own[0]?.place ?? '';
    const here = foreign.filter(({ row }) => row.place === place);
    const [cold, told] = [figuresOf(withKnown(here, 0)), figuresOf(withCategory(here))];
    const others = withKnown(here, 0, 10);
    const category = categoryOf(place);
    return [
      PLACES[place]?.what ?? place,
      category ?? '',
      own.length.toLocaleString('en'),
      percent(cold.within2),
      percent(cold.coverage),
      times(cold.bias),
      category ? percent(told.within2) : '',
      category ? percent(told.coverage) : '',
      category ? times(told.bias) : '',
      others.length === 0 ? '' : percent(figuresOf(others).within2),
    ];
  });
}

/** A middle miss as people say it. */
function times(bias: number): string {
  const factor = Math.exp(Math.abs(bias)).toFixed(1);
  return factor === '1.0' ? 'right' : `${factor} times too ${bias > 0 ? 'high' : 'low'}`;
}

function smallTable(): string[][] {
  return SMALL_BANDS.slice(0, -1).map((from, i) => {
    const to = SMALL_BANDS[i + 1] ?? Infinity;
    const own = rows.filter(({ views }) => views >= from && views < to);
    const middle = quantile(
      own.map(({ saves }) => saves),
      0.5,
    );
    const median = Math.round(middle);
    return [
      `${from.toLocaleString('en')} to ${to.toLocaleString('en')}`,
      own.length.toLocaleString('en'),
      percent(own.filter(({ saves }) => saves === 0).length / own.length),
      String(median),
      percent(passed(own, median)),
    ];
  });
}

/** The share of videos that the middle one passes with one save more. */
function passed(own: readonly Row[], middle: number): number {
  return own.filter(({ saves }) => saves === middle).length / own.length;
}

function percent(share: number): string {
  return Number.isNaN(share) ? '' : `${(share * 100).toFixed(1)} %`;
}

function table(header: readonly string[], lines: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
