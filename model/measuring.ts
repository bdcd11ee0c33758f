import { at } from '../src/lib/at.js';
import type { Category } from '../src/services/estimate/category.js';
import type { CommunityTruth } from '../src/services/estimate/community.js';
import { estimateWith, missOf } from '../src/services/estimate/formula.js';
import type { Model } from '../src/services/estimate/model.js';
import { logsOf } from '../src/services/estimate/surface.js';
import type { Batch } from './apart.js';
import {
  fitCategories,
  fitRange,
  type Miss,
  missesOf,
  type PlaceLevel,
  placeLevels,
} from './constants.js';
import { categoryOf } from './places.js';
import { groupBy, leastSquares, quantile, spearman } from './statistics.js';
import type { Row } from './table.js';
import { asModel, type Constants, foldOf, truthOf } from './training.js';

/** One estimate beside its truth, made by a model that saw nothing of its creator (or place). */
export interface Trial {
  row: Row;
  apart: Batch['apart'];
  /** Known truths of the creator, */
  truths: number;
  /** and of others in the same community. */
  others: number;
  /** The category, where the estimate was told it. */
  category: Category | undefined;
  saves: number;
  low: number;
  high: number;
}

export interface Figures {
  n: number;
  within2: number;
  medianFactor: number;
  /** The middle of ln(estimate + 1) − ln(saves + 1): above zero where estimates are too high. */
  bias: number;
  coverage: number;
  spearman: number;
}

/** How many known truths the learning is measured with. */
export const TRUTHS = [0, 1, 3, 5, 10];
/** How many true counts of others the community's level is measured with, and on every which video. */
export const OTHERS = [3, 10, 32];
const COMMUNITY_SAMPLE = 8;
/** Of large places every third creator is one who is measured. */
const LARGE_SAMPLE = 3;
/** Of places with fewer videos than this every video is one. */
const SMALL_PLACE = 1000;
/** Two primes that spread the picks over a source without chance. */
const [PICK_START, PICK_STEP] = [7919, 104_729];
/** Videos from the eleventh on of a creator are the same targets for every number of truths. */
const WARM_UP = 10;

/** What the constants are fitted on: how far off fits were that had not seen a place or a creator. */
export interface Apart {
  readonly batches: readonly Batch[];
  readonly levels: ReadonlyMap<string, PlaceLevel>;
  /** Each under levels of categories that its places had no part in. */
  readonly misses: readonly Miss[];
}

export function lookApart(batches: readonly Batch[]): Apart {
  const levels = placeLevels(batches);
  const misses = batches.flatMap((batch) =>
    missesOf(batch, fitCategories(without(levels, placesApart(batch)))),
  );
  return { batches, levels, misses };
}

/** The constants, fitted on all places or on those that are left. */
export function constantsOf(
  { levels, misses }: Apart,
  left: ReadonlySet<string> = new Set(),
): Constants {
  return {
    categories: fitCategories(without(levels, left)),
    range: fitRange(misses.filter(({ place }) => !left.has(place))),
  };
}

function without<T>(all: ReadonlyMap<string, T>, left: ReadonlySet<string>): Map<string, T> {
  return new Map([...all].filter(([place]) => !left.has(place)));
}

function placesApart({ apart, tested }: Batch): Set<string> {
  return new Set(apart === 'places' ? tested.map(({ place }) => place) : []);
}

/** Estimates of every batch by its own fit; where places are apart, the constants are, too. */
export function trialsOf(all: Apart): Trial[] {
  return all.batches.flatMap((batch) =>
    trialsIn(asModel(batch.core, constantsOf(all, placesApart(batch))), batch),
  );
}

/**
 * Every row, of large places those of every third creator, without truths, with and without its
 * category, and from a creator's eleventh video on with its last few truths; on a sample, also with
 * truths of others from the same place, which stands for a community here.
 */
function trialsIn(model: Model, { apart, tested }: Batch): Trial[] {
  const trial = (
    row: Row,
    known: readonly Row[],
    others: readonly CommunityTruth[],
    category?: Category,
  ): Trial => {
    const numbers = { ...truthOf(row).numbers, ...(category && { category }) };
    const { saves, low, high } = estimateWith(model, numbers, known.map(truthOf), others);
    const [truths, counts] = [known.length, others.length];
    return { row, apart, truths, others: counts, category, saves, low, high };
  };
  const amongOthers = groupBy(tested, ({ place }) => place).flatMap((place) =>
    place.flatMap((row, i) =>
      place.length > SMALL_PLACE && i % COMMUNITY_SAMPLE !== 0
        ? []
        : OTHERS.flatMap((n) => {
            const others = othersThan(row, i, place, model).slice(0, n);
            return others.length === n ? [trial(row, [], others)] : [];
          }),
    ),
  );
  const sizes = new Map(
    groupBy(tested, ({ place }) => place).map((own) => [own[0]?.place, own.length]),
  );
  const isSkipped = ({ place, author }: Row) =>
    (sizes.get(place) ?? 0) > SMALL_PLACE && Number(author) % LARGE_SAMPLE !== 0;
  const alone = groupBy(tested, ({ author }) => author).flatMap((own) =>
    own.flatMap((row, i) => {
      if (isSkipped(row)) return [];
      const category = categoryOf(row.place);
      return [
        trial(row, [], []),
        ...(category ? [trial(row, [], [], category)] : []),
        ...(i < WARM_UP
          ? []
          : TRUTHS.filter((n) => n > 0).map((n) => trial(row, own.slice(i - n, i).reverse(), []))),
      ];
    }),
  );
  return [...alone, ...amongOthers];
}

/** Truths of other creators of a place, spread over it. */
function othersThan(
  row: Row,
  index: number,
  place: readonly Row[],
  model: Model,
): CommunityTruth[] {
  const picked = new Set<Row>();
  for (let k = 0; picked.size < Math.max(...OTHERS) && k < place.length; k += 1) {
    const other = place[(index * PICK_START + k * PICK_STEP) % place.length];
    if (other && other.author !== row.author) picked.add(other);
  }
  return [...picked].map((other) => ({
    member: other.author,
    miss: missOf(model, truthOf(other)),
    kind: 'video',
  }));
}

/** The trials with so many truths of the creator, and of others, without a category. */
export function withKnown(trials: readonly Trial[], truths: number, others = 0): Trial[] {
  return trials.filter(
    (trial) => trial.truths === truths && trial.others === others && trial.category === undefined,
  );
}

/** The trials without truths, each with its category where its place has one. */
export function withCategory(trials: readonly Trial[]): Trial[] {
  return trials.filter(
    ({ truths, others, category, row }) =>
      truths === 0 && others === 0 && category === categoryOf(row.place),
  );
}

/** The rows that belong to creators whose learning is measured: the eleventh video and later. */
export function activeRows(trials: readonly Trial[]): Set<Row> {
  return new Set(trials.filter(({ truths }) => truths > 0).map(({ row }) => row));
}

/**
 * The measures of the comparison, of estimates as they are shown: in whole saves. Coverage is judged
 * where the estimate is 10 or more.
 */
export function figuresOf(trials: readonly Trial[]): Figures {
  const misses = trials.map(
    ({ row, saves }) => Math.log1p(Math.round(saves)) - Math.log1p(row.saves),
  );
  const sizes = misses.map(Math.abs);
  const judged = trials.filter(({ saves }) => saves >= 10);
  const inside = judged.filter(({ row, low, high }) => row.saves >= low && row.saves <= high);
  const rated = trials.filter(({ row }) => row.views > 0);
  return {
    n: trials.length,
    within2: sizes.filter((miss) => miss <= Math.LN2 + 1e-12).length / trials.length,
    medianFactor: Math.exp(quantile(sizes, 0.5)),
    bias: quantile(misses, 0.5),
    coverage: inside.length / judged.length,
    spearman: spearman(
      rated.map(({ row }) => row.saves / row.views),
      rated.map(({ row, saves }) => saves / row.views),
    ),
  };
}

/** The mean of a figure over places, each as much as the other. */
export function meanOverPlaces(trials: readonly Trial[]): { within2: number; coverage: number } {
  const figures = groupBy(trials, ({ row }) => row.place).map(figuresOf);
  const covered = figures.filter(({ coverage }) => Number.isFinite(coverage));
  const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  return {
    within2: total(figures.map(({ within2 }) => within2)),
    coverage: total(covered.map(({ coverage }) => coverage)),
  };
}

/** The few figures that go into the model's file. */
export function measured(trials: readonly Trial[]): Record<string, number> {
  const apart = trials.filter((trial) => trial.apart === 'creators');
  const elsewhere = trials.filter((trial) => trial.apart === 'places');
  const active = activeRows(apart);
  const cold = figuresOf(withKnown(apart, 0));
  const learned = TRUTHS.map((n) => {
    const own = withKnown(apart, n).filter(({ row }) => active.has(row));
    return [`within2AfterTruths${n}`, figuresOf(own).within2] as const;
  });
  const places = meanOverPlaces(withKnown(elsewhere, 0));
  return {
    within2: cold.within2,
    medianFactor: cold.medianFactor,
    coverage: cold.coverage,
    spearman: cold.spearman,
    ...Object.fromEntries(learned),
    placesWithin2: places.within2,
    placesCoverage: places.coverage,
    placesWithin2WithCategory: meanOverPlaces(withCategory(elsewhere)).within2,
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

/** The same, each fitted on other places and other creators. */
export function rivalsByPlace(rows: readonly Row[]): Record<string, number> {
  const creatorsOf = new Map(
    groupBy(rows, ({ place }) => place).map((own) => [
      own[0]?.place,
      new Set(own.map(({ author }) => author)),
    ]),
  );
  return rivals(
    rows,
    ({ place }) => place,
    (row, place) => !creatorsOf.get(String(place))?.has(row.author),
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
