import { at } from '../src/lib/at.js';
import type { CommunityTruth } from '../src/services/estimate/community.js';
import { estimateWith, missOf } from '../src/services/estimate/formula.js';
import type { Model } from '../src/services/estimate/model.js';
import { logsOf } from '../src/services/estimate/surface.js';
import { groupBy, leastSquares, quantile, spearman } from './statistics.js';
import type { Row, WatchRow } from './table.js';
import { asModel, foldOf, train, truthOf } from './training.js';

/** One estimate beside its truth, made by a model that saw nothing of its creator (or source). */
export interface Trial {
  row: Row;
  /** Known truths of the creator, */
  truths: number;
  /** and of others in the same community. */
  others: number;
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
/** How many true counts of others the community's level is measured with, and on every which video. */
export const OTHERS = [3, 10, 32];
const COMMUNITY_SAMPLE = 4;
/** Two primes that spread the picks over a source without chance. */
const [PICK_START, PICK_STEP] = [7919, 104_729];
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

/**
 * Every row without truths, and from a creator's eleventh video on with its last few truths; on a
 * sample, also with truths of others from the same source, which stands for a community here.
 */
function trialsOf(model: Model, rows: readonly Row[]): Trial[] {
  const trial = (row: Row, known: readonly Row[], others: readonly CommunityTruth[]): Trial => {
    const { numbers } = truthOf(row);
    const { saves, low, high } = estimateWith(model, numbers, known.map(truthOf), others);
    return { row, truths: known.length, others: others.length, saves, low, high };
  };
  const amongOthers = groupBy(rows, ({ source }) => source).flatMap((source) =>
    source.flatMap((row, i) =>
      i % COMMUNITY_SAMPLE !== 0
        ? []
        : OTHERS.map((n) => trial(row, [], othersThan(row, i, source, model).slice(0, n))),
    ),
  );
  const alone = groupBy(rows, ({ author }) => author).flatMap((own) =>
    own.flatMap((row, i) => [
      trial(row, [], []),
      ...(i < WARM_UP
        ? []
        : TRUTHS.filter((n) => n > 0).map((n) => trial(row, own.slice(i - n, i).reverse(), []))),
    ]),
  );
  return [...alone, ...amongOthers];
}

/** Truths of other creators of a source, spread over it. */
function othersThan(
  row: Row,
  place: number,
  source: readonly Row[],
  model: Model,
): CommunityTruth[] {
  const picked = new Set<Row>();
  for (let k = 0; picked.size < Math.max(...OTHERS) && k < source.length; k += 1) {
    const other = source[(place * PICK_START + k * PICK_STEP) % source.length];
    if (other && other.author !== row.author) picked.add(other);
  }
  return [...picked].map((other) => ({
    member: other.author,
    miss: missOf(model, truthOf(other)),
  }));
}

/** The trials with so many truths of the creator, and of others. */
export function withKnown(trials: readonly Trial[], truths: number, others = 0): Trial[] {
  return trials.filter((trial) => trial.truths === truths && trial.others === others);
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
  const cold = figuresOf(withKnown(trials, 0));
  const learned = TRUTHS.map((n) => {
    const own = withKnown(trials, n).filter(({ row }) => active.has(row));
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
