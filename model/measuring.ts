import { estimateWith } from '../src/services/estimate-formula.js';
import { at, type Model } from '../src/services/estimate-model.js';
import { logsOf } from '../src/services/estimate-surface.js';
import { groupBy, leastSquares, quantile, spearman } from './statistics.js';
import type { Row, WatchRow } from './table.js';
import { asModel, foldOf, train, truthOf } from './training.js';

/** One estimate beside its truth, made by a model that saw nothing of its creator (or source). */
export interface Trial {
  row: Row;
  truths: number;
  saves: number;
  low: number;
  high: number;
}

export interface Figures {
  n: number;
  within2: number;
  medianFactor: number;
  coverage: number;
  spearman: number;
}

/** How many known truths the learning is measured with. */
export const TRUTHS = [0, 1, 3, 5, 10];
/** Videos from the eleventh on of a creator are the same targets for every number of truths. */
const WARM_UP = 10;

/** Estimates of every fifth of the creators by a model fitted on the other four fifths. */
export function trialsByCreator(rows: readonly Row[], watched: readonly WatchRow[]): Trial[] {
  return [0, 1, 2, 3, 4].flatMap((fold) => {
    const others = rows.filter((row) => foldOf(row.author) !== fold);
    const model = asModel(train(others, watched));
    return trialsOf(
      model,
      rows.filter((row) => foldOf(row.author) === fold),
    );
  });
}

/** Estimates of each source by a model fitted on the other sources. */
export function trialsBySource(rows: readonly Row[], watched: readonly WatchRow[]): Trial[] {
  return groupBy(rows, ({ source }) => source).flatMap((own) => {
    const source = own[0]?.source;
    const authors = new Set(own.map(({ author }) => author));
    const others = rows.filter((row) => row.source !== source && !authors.has(row.author));
    return trialsOf(asModel(train(others, watched)), own);
  });
}

/** Every row without truths, and from a creator's eleventh video on with its last few truths. */
function trialsOf(model: Model, rows: readonly Row[]): Trial[] {
  const trial = (row: Row, known: readonly Row[]): Trial => {
    const { saves, low, high } = estimateWith(model, truthOf(row).numbers, known.map(truthOf));
    return { row, truths: known.length, saves, low, high };
  };
  return groupBy(rows, ({ author }) => author).flatMap((own) =>
    own.flatMap((row, i) => [
      trial(row, []),
      ...(i < WARM_UP
        ? []
        : TRUTHS.filter((n) => n > 0).map((n) => trial(row, own.slice(i - n, i).reverse()))),
    ]),
  );
}

/** The rows that belong to creators whose learning is measured: the eleventh video and later. */
export function activeRows(trials: readonly Trial[]): Set<Row> {
  return new Set(trials.filter(({ truths }) => truths > 0).map(({ row }) => row));
}

/** The measures of the comparison. Coverage is judged where the estimate is 10 or more. */
export function figuresOf(trials: readonly Trial[]): Figures {
  const misses = trials.map(({ row, saves }) =>
    Math.abs(Math.log1p(row.saves) - Math.log1p(saves)),
  );
  const judged = trials.filter(({ saves }) => saves >= 10);
  const inside = judged.filter(({ row, low, high }) => row.saves >= low && row.saves <= high);
  const rated = trials.filter(({ row }) => row.views > 0);
  return {
    n: trials.length,
    within2: misses.filter((miss) => miss <= Math.LN2).length / trials.length,
    medianFactor: Math.exp(quantile(misses, 0.5)),
    coverage: inside.length / judged.length,
    spearman: spearman(
      rated.map(({ row }) => row.saves / row.views),
      rated.map(({ row, saves }) => saves / row.views),
    ),
  };
}

/** The few figures that go into the model's file. */
export function measureApart(
  rows: readonly Row[],
  watched: readonly WatchRow[],
): Record<string, number> {
  const trials = trialsByCreator(rows, watched);
  const active = activeRows(trials);
  const cold = figuresOf(trials.filter(({ truths }) => truths === 0));
  const learned = TRUTHS.map((n) => {
    const own = trials.filter(({ row, truths }) => truths === n && active.has(row));
    return [`within2AfterTruths${n}`, figuresOf(own).within2] as const;
  });
  return {
    within2: cold.within2,
    medianFactor: cold.medianFactor,
    coverage: cold.coverage,
    spearman: cold.spearman,
    ...Object.fromEntries(learned),
  };
}

type Rival = (others: readonly Row[]) => (row: Row) => number;

/** Simple estimates of ln(saves + 1) to compare with; each may be fitted on other rows. */
const RIVALS: Record<string, Rival> = {
  '6 % of likes': () => (row) => Math.log1p(0.06 * row.likes),
  '1.73 × shares': () => (row) => Math.log1p(1.73 * row.shares),
  'log-linear in the four counts': (others) => {
    const lineOf = (row: Row) => {
      const { v, l, c, s } = logsOf(row);
      return [1, v, l, c, s];
    };
    const weights = leastSquares(
      others.map(lineOf),
      others.map(({ saves }) => Math.log1p(saves)),
      [0, 0, 0, 0, 0],
    );
    return (row) => lineOf(row).reduce((total, x, i) => total + x * at(weights, i), 0);
  },
};

/** Share of rows within a factor of two, by estimate, each fitted on other creators. */
export function rivalsByCreator(rows: readonly Row[]): Record<string, number> {
  return rivals(
    rows,
    ({ author }) => foldOf(author),
    () => true,
  );
}

/** The same, each fitted on other sources and other creators. */
export function rivalsBySource(rows: readonly Row[]): Record<string, number> {
  const creatorsOf = new Map(
    groupBy(rows, ({ source }) => source).map((own) => [
      own[0]?.source,
      new Set(own.map(({ author }) => author)),
    ]),
  );
  return rivals(
    rows,
    ({ source }) => source,
    (row, source) => !creatorsOf.get(String(source))?.has(row.author),
  );
}

function rivals(
  rows: readonly Row[],
  groupOf: (row: Row) => string | number,
  allowed: (row: Row, group: string | number) => boolean,
): Record<string, number> {
  const groups = groupBy(rows, (row) => String(groupOf(row)));
  return Object.fromEntries(
    Object.entries(RIVALS).map(([name, rival]) => {
      const hits = groups.flatMap((own) => {
        const group = own[0] ? groupOf(own[0]) : '';
        const others = rows.filter((row) => groupOf(row) !== group && allowed(row, group));
        const estimate = rival(others);
        return own.filter((row) => Math.abs(Math.log1p(row.saves) - estimate(row)) <= Math.LN2);
      });
      return [name, hits.length / rows.length];
    }),
  );
}
