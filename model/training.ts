import {
  type ColdModel,
  coldLog,
  type Logs,
  logsOf,
  ratesOf,
} from '../src/services/estimate-formula.js';
import { at, type Curve, type Model } from '../src/services/estimate-model.js';
import { groupBy, leastSquares, mean, quantile, quantileOfSorted } from './statistics.js';
import type { Row, WatchRow } from './table.js';

/** Counts, in views, between which a typical video's likes, comments and shares are straight. */
const SIZES = [100, 1000, 10_000, 100_000, 1_000_000, 10_000_000].map(Math.log1p);
/** Log estimates at which the range is fitted: 0 to about 160,000 saves. */
const RANGE_KNOTS = [0.5, 1.5, 2.5, 3.5, 5, 6.5, 8, 9.5, 12];
/** Sizes, in views, at which the reference of the score has a table of its own. */
const REFERENCE_KNOTS = [
  500, 1500, 5000, 15_000, 50_000, 150_000, 500_000, 1_500_000, 5_000_000, 15_000_000,
].map(Math.log1p);
/** What one creator's slope is believed to say about others, and the most it may move. */
const ASSUMED_SHARE = 0.5;
const ASSUMED_BOUND = 0.1;

export type Fitted = Omit<Model, 'version' | 'provenance' | 'measured'>;

/** Fits every number of the model; the same rows give the same numbers. */
export function train(rows: readonly Row[], watched: readonly WatchRow[]): Fitted {
  const cold = fitCold(rows);
  // Misses on creators left out of the fit: those of the fit's own rows would be too small.
  const misses = missesApart(rows);
  return {
    ...cold,
    typical: fitTypical(rows),
    range: fitRange(misses),
    familiar: fitFamiliar(rows),
    learning: fitLearning(misses),
    assumptions: fitAssumptions(cold, watched),
    reference: fitReference(rows),
  };
}

/** Straight lines on the four log counts, written as lines on log rates. */
function fitCold(rows: readonly Row[]): ColdModel {
  const design = rows.map((row) => {
    const { v, l, c, s } = logsOf(row);
    return [1, v, l, c, s];
  });
  const [intercept = 0, v = 0, l = 0, c = 0, s = 0] = leastSquares(
    design,
    rows.map((row) => Math.log1p(row.saves)),
    [0, 0, 0, 0, 0],
  );
  const line = (slope: number): Curve => ({ knots: [0, 1], values: [0, slope] });
  const likesPerView = l + c + s;
  return {
    intercept,
    curves: {
      likesPerView: line(likesPerView),
      commentsPerLike: line(c),
      sharesPerLike: line(s),
      sharesPerView: line(0),
      views: line(v + likesPerView),
    },
  };
}

function fitTypical(rows: readonly Row[]): Model['typical'] {
  const logs = rows.map(logsOf);
  const design = logs.map(({ v }) => hats(SIZES, v));
  const curve = (pick: (logs: Logs) => number): Curve => ({
    knots: SIZES,
    values: leastSquares(design, logs.map(pick), new Array<number>(SIZES.length).fill(1e-3)),
  });
  return { likes: curve(({ l }) => l), comments: curve(({ c }) => c), shares: curve(({ s }) => s) };
}

/** Weights of the knots whose straight-line blend gives the value at `x` (carried on outside). */
function hats(knots: readonly number[], x: number): number[] {
  const weights = new Array<number>(knots.length).fill(0);
  let right = 1;
  while (right < knots.length - 1 && x > at(knots, right)) right += 1;
  const share = (x - at(knots, right - 1)) / (at(knots, right) - at(knots, right - 1));
  weights[right - 1] = 1 - share;
  weights[right] = share;
  return weights;
}

interface Miss {
  author: string;
  estimate: number;
  miss: number;
}

/** For five groups of creators, how far the fit on the other four is off. */
function missesApart(rows: readonly Row[]): Miss[] {
  return [0, 1, 2, 3, 4].flatMap((fold) => {
    const cold = fitCold(rows.filter((row) => foldOf(row.author) !== fold));
    return rows
      .filter((row) => foldOf(row.author) === fold)
      .map((row) => {
        const estimate = coldLog(cold, logsOf(row));
        return { author: row.author, estimate, miss: Math.log1p(row.saves) - estimate };
      });
  });
}

/** One of five groups, by creator: a running number spread by a multiplication. */
export function foldOf(author: string): number {
  return Math.floor(((Number(author) * 2_654_435_761) % 2 ** 32) / (2 ** 32 / 5));
}

function fitRange(misses: readonly Miss[]): Model['range'] {
  const near = RANGE_KNOTS.map((knot, i) => {
    const from = i === 0 ? -Infinity : (knot + at(RANGE_KNOTS, i - 1)) / 2;
    const to = i === RANGE_KNOTS.length - 1 ? Infinity : (knot + at(RANGE_KNOTS, i + 1)) / 2;
    return misses
      .filter(({ estimate }) => estimate >= from && estimate < to)
      .map(({ miss }) => miss);
  });
  const curve = (p: number): Curve => ({
    knots: RANGE_KNOTS,
    values: near.map((values) => quantile(values, p)),
  });
  return { low: curve(0.1), high: curve(0.9) };
}

function fitFamiliar(rows: readonly Row[]): Model['familiar'] {
  const rates = rows.map((row) => ratesOf(logsOf(row)));
  const span = (pick: (rate: (typeof rates)[number]) => number): [number, number] => {
    const values = rates.map(pick).sort((a, b) => a - b);
    return [quantileOfSorted(values, 0.001), quantileOfSorted(values, 0.999)];
  };
  return {
    likesPerView: span((rate) => rate.likesPerView),
    commentsPerLike: span((rate) => rate.commentsPerLike),
    sharesPerLike: span((rate) => rate.sharesPerLike),
    views: span((rate) => rate.views),
  };
}

/** Splits the misses into what a creator's videos have in common and what each has alone. */
function fitLearning(misses: readonly Miss[]): Model['learning'] {
  const creators = groupBy(misses, ({ author }) => author).filter((own) => own.length > 1);
  const spread = creators.map((own) => {
    const centre = mean(own.map(({ miss }) => miss));
    return {
      n: own.length,
      centre,
      within: own.reduce((total, { miss }) => total + (miss - centre) ** 2, 0),
    };
  });
  const degrees = spread.reduce((total, { n }) => total + n - 1, 0);
  const withinCreator = spread.reduce((total, { within }) => total + within, 0) / degrees;
  const centres = mean(spread.map(({ centre }) => centre ** 2));
  const noise = mean(spread.map(({ n }) => withinCreator / n));
  return { betweenCreators: Math.max(0.01, centres - noise), withinCreator };
}

/** Half the slope that one creator's misses show against watch time and new followers a view. */
function fitAssumptions(cold: ColdModel, watched: readonly WatchRow[]): Model['assumptions'] {
  const assume = (log: (row: WatchRow) => number | undefined) => {
    const pairs = watched.flatMap((row) => {
      const x = log(row);
      const miss = Math.log1p(row.saves) - coldLog(cold, logsOf(row));
      return x === undefined ? [] : [{ x, miss }];
    });
    const [, slope = 0] = leastSquares(
      pairs.map(({ x }) => [1, x]),
      pairs.map(({ miss }) => miss),
      [0, 0],
    );
    const typical = quantile(
      pairs.map(({ x }) => x),
      0.5,
    );
    return { slope: ASSUMED_SHARE * slope, typical, bound: ASSUMED_BOUND };
  };
  return {
    watchTime: assume(({ watchTime }) => (watchTime ? Math.log(watchTime) : undefined)),
    followerGrowth: assume(({ newFollowers, views }) =>
      newFollowers === undefined ? undefined : Math.log1p(newFollowers) - Math.log1p(views),
    ),
  };
}

/** Around each size, the quantiles of the true log save rate of the videos about that size. */
function fitReference(rows: readonly Row[]): Model['reference'] {
  const half = Math.log(3) / 2;
  const last = REFERENCE_KNOTS.length - 1;
  return {
    name: `true saves of ${rows.length.toLocaleString('en')} public videos, mostly popular Vietnamese ones, compared at the same number of views`,
    knots: REFERENCE_KNOTS,
    quantiles: REFERENCE_KNOTS.map((knot, i) => {
      const rates = rows
        .filter((row) => {
          const size = Math.log1p(row.views);
          return (i === 0 || size >= knot - half) && (i === last || size < knot + half);
        })
        .map((row) => Math.log1p(row.saves) - Math.log1p(row.views))
        .sort((a, b) => a - b);
      return Array.from({ length: 101 }, (_, p) => quantileOfSorted(rates, p / 100));
    }),
  };
}
