import { at } from '../src/lib/at.js';
import { CATEGORIES } from '../src/services/estimate/category.js';
import type { KnownTruth } from '../src/services/estimate/formula.js';
import type { Curve, Model, Reference, Surface } from '../src/services/estimate/model.js';
import { type Logs, logsOf, ratesOf } from '../src/services/estimate/surface.js';
import { categoryOf } from './places.js';
import { leastSquares, mean, quantile, quantileOfSorted } from './statistics.js';
import { type Frame, fitSurface } from './surface-fit.js';
import type { Row, WatchRow } from './table.js';

/** Counts, in views, between which a typical video's likes, comments and shares are straight. */
const SIZES = [100, 1000, 10_000, 100_000, 1_000_000, 10_000_000].map(Math.log1p);
/** Sizes, in views, at which the reference of the score has a table of its own. */
const REFERENCE_KNOTS = [
  500, 1500, 5000, 15_000, 50_000, 150_000, 500_000, 1_500_000, 5_000_000, 15_000_000,
].map(Math.log1p);
/**
 * Watch time and new followers: assumed to move ln(saves + 1) by so much per log unit, and by no
 * more than the bound. The one creator whose videos show both bears out neither: there, watch time
 * goes up with the misses of a log-linear estimate and down with those of this one.
 */
const ASSUMED_SLOPE = 0.05;
const ASSUMED_BOUND = 0.1;

/** A score compares within a category of which so many videos are known. */
const ENOUGH_FOR_REFERENCE = 1000;
/** About each size at least so many, that the hundredths of a reference mean something. */
const ENOUGH_ABOUT_SIZE = 100;

/**
 * A place counts as the number of its videos to this power: one source of 23,000 videos doesn't
 * decide for everywhere else, and yet each video tells something. With the square root places never
 * seen gain another point, and unseen creators of the large sources lose two.
 */
const PLACE_POWER = 0.85;
/**
 * How much higher, in log units, than the fitted surface the estimate lies for who is not known:
 * places left out lie higher by far more in the middle, and unseen creators of the places that were
 * fitted pay a tenth of a point for this much.
 */
const ELSEWHERE = 0.04;

/** Variance of a creator's level over that of one video, for the surface within creators. */
const WITHIN_WEIGHT = 8;
/**
 * How creators deviate. Chosen by a search over each number in turn for the most estimates within
 * a factor of two after 1, 3 and 10 truths, on creators kept apart from the surfaces; the tails of
 * the level so that creators 5 and 20 times off are believed after a few truths.
 */
const DEVIATION = {
  level: 0.1,
  levelTails: 3,
  similar: 0.29,
  noise: 0.14,
  smallNoise: 0.56,
  smallDecay: 0.62,
  tails: 8,
  spreadBelief: 8,
  /**
   * Of 18,000 second readings that had grown the misses of the two differ by 1 to 3 % of the
   * variance of one video, of those that had doubled by 5 to 28 %.
   */
  sameVideo: 0.9,
};
const DEVIATION_RATES = [
  { rate: 'likesPerView', slope: 0, similarity: 0.216 },
  { rate: 'sharesPerLike', slope: 0.041, similarity: 0.335 },
  { rate: 'views', slope: 0, similarity: 0.14 },
  { rate: 'commentsPerLike', slope: 0, similarity: 0.087 },
] as const;
/** How members of one community deviate, and a member's videos. */
const COMMUNITY = { member: 0.3, video: 0.25 };

export type Fitted = Omit<Model, 'version' | 'provenance' | 'measured'>;
/** What is fitted on misses of places and creators that the rest has not seen. */
export type Constants = Pick<Fitted, 'categories' | 'range'>;
export type Core = Omit<Fitted, keyof Constants>;

/** All but the constants, which need misses apart; the same rows give the same numbers. */
export function trainCore(rows: readonly Row[], watched: readonly WatchRow[], frame: Frame): Core {
  const weights = weightsOf(rows);
  return {
    everybody: raised(fitSurface(rows, frame, 0, weights)),
    withinCreator: fitSurface(rows, frame, WITHIN_WEIGHT, weights),
    shareSteps: shareStepsOf(rows),
    typical: fitTypical(rows),
    familiar: fitFamiliar(rows),
    learning: { ...DEVIATION, rates: fitScales(rows), community: COMMUNITY },
    assumptions: fitAssumptions(watched),
    references: fitReferences(rows),
  };
}

/** What each row counts, 1 on average. */
function weightsOf(rows: readonly Row[]): Float64Array {
  const sizes = new Map<string, number>();
  for (const { place } of rows) sizes.set(place, (sizes.get(place) ?? 0) + 1);
  const weights = Float64Array.from(
    rows,
    ({ place }) => (sizes.get(place) ?? 1) ** (PLACE_POWER - 1),
  );
  const average = weights.reduce((total, weight) => total + weight, 0) / weights.length;
  return weights.map((weight) => weight / average);
}

function raised(surface: Surface): Surface {
  return { ...surface, intercept: surface.intercept + ELSEWHERE };
}

/** From almost no shares to more than nearly any video has, closest where most videos are. */
function shareStepsOf(rows: readonly Row[]): number[] {
  const rates = rows.map((row) => ratesOf(logsOf(row)).sharesPerLike).sort((a, b) => a - b);
  const shares = [
    0.001, 0.01, 0.03, 0.08, 0.16, 0.27, 0.4, 0.53, 0.66, 0.78, 0.88, 0.95, 0.99, 0.999,
  ];
  return shares.map((share) => quantileOfSorted(rates, share));
}

function fitScales(rows: readonly Row[]): Model['learning']['rates'] {
  const rates = rows.map((row) => ratesOf(logsOf(row)));
  return DEVIATION_RATES.map(({ rate, ...rest }) => {
    const values = rates.map((one) => one[rate]);
    const centre = mean(values);
    const scale = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
    return { rate, centre, scale, ...rest };
  });
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

/** A row as the product knows it. Rows with rounded counts do not say so, as typed ones would. */
export function truthOf({ views, likes, comments, shares, saves }: Row): KnownTruth {
  return { numbers: { views, likes, comments, shares, kind: 'video' }, saves };
}

/** What was fitted, as a model to estimate with. */
export function asModel(core: Core, constants: Constants): Model {
  const provenance = {
    rows: 0,
    creators: 0,
    sources: [],
    dataUntil: '',
    commit: '',
    notes: [],
  };
  return { version: 'trial', provenance, measured: {}, ...core, ...constants };
}

/** One of `groups` groups, by creator: a running number spread by a multiplication. */
export function foldOf(author: string, groups = 5): number {
  return Math.floor(((Number(author) * 2_654_435_761) % 2 ** 32) / (2 ** 32 / groups));
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

/** What is typical comes from the one creator's videos; how much it tells is assumed. */
function fitAssumptions(watched: readonly WatchRow[]): Model['assumptions'] {
  const assume = (log: (row: WatchRow) => number | undefined) => {
    const logs = watched.map(log).filter((value) => value !== undefined);
    return { slope: ASSUMED_SLOPE, typical: quantile(logs, 0.5), bound: ASSUMED_BOUND };
  };
  return {
    watchTime: assume(({ watchTime }) => (watchTime ? Math.log(watchTime) : undefined)),
    followerGrowth: assume(({ newFollowers, views }) =>
      newFollowers === undefined ? undefined : Math.log1p(newFollowers) - Math.log1p(views),
    ),
  };
}

function fitReferences(rows: readonly Row[]): Model['references'] {
  const count = (own: readonly Row[]) => own.length.toLocaleString('en');
  const all = fitReference(
    rows,
    `true saves of ${count(rows)} public videos of every kind, mostly popular Vietnamese ones, compared at the same number of views`,
  );
  const categories: Model['references']['categories'] = {};
  for (const category of CATEGORIES) {
    const own = rows.filter(({ place }) => categoryOf(place) === category);
    if (own.length < ENOUGH_FOR_REFERENCE) continue;
    categories[category] = fitReference(
      own,
      `true saves of ${count(own)} public ${category} videos, mostly popular Vietnamese ones, compared at the same number of views`,
    );
  }
  return { all, categories };
}

/** Around each size, the quantiles of the true log save rate of the videos about that size. */
function fitReference(rows: readonly Row[], name: string): Reference {
  const half = Math.log(3) / 2;
  const last = REFERENCE_KNOTS.length - 1;
  const tables = REFERENCE_KNOTS.map((knot, i) => ({
    knot,
    rates: rows
      .filter((row) => {
        const size = Math.log1p(row.views);
        return (i === 0 || size >= knot - half) && (i === last || size < knot + half);
      })
      .map((row) => Math.log1p(row.saves) - Math.log1p(row.views))
      .sort((a, b) => a - b),
  })).filter(({ rates }) => rates.length >= ENOUGH_ABOUT_SIZE);
  return {
    name,
    knots: tables.map(({ knot }) => knot),
    quantiles: tables.map(({ rates }) =>
      Array.from({ length: 101 }, (_, p) => quantileOfSorted(rates, p / 100)),
    ),
  };
}
