import { CATEGORIES, type Category } from '../src/services/estimate/category.js';
import { forecast } from '../src/services/estimate/formula.js';
import type { Model } from '../src/services/estimate/model.js';
import { placeIn } from '../src/services/estimate/surface.js';
import type { Batch } from './apart.js';
import { categoryOf } from './places.js';
import { groupBy, mean, quantile, weightedQuantile } from './statistics.js';
import type { Row } from './table.js';
import { asModel, type Constants, truthOf } from './training.js';

/** Numbers of known truths and log estimates at which the range is fitted. */
const RANGE_TRUTHS = [0, 1, 3, 10, 30];
const RANGE_ESTIMATES = [0.7, 1.7, 2.7, 4, 5.5, 7, 8.5, 10.5];
/** Every so many-th video tests the range with truths. */
const RANGE_SAMPLE = 3;
/**
 * The share of truths below the range, and above it; with truths, and without any, where the places
 * to come may be further off than those known.
 */
const RANGE_SHARE = { told: 0.105, cold: 0.075 };

/**
 * Categories whose videos are kept to be used again, and those that are watched. Two to five places
 * a category are too few to tell the categories of a group apart by much: each is drawn towards its
 * group by this variance.
 */
const GROUPS: readonly (readonly Category[])[] = [
  ['educational', 'valuable', 'aesthetic'],
  ['entertaining', 'inspirational'],
];
const WITHIN_GROUP = 0.03;
/** How far places lie around their category and creators within a place, to weigh places by. */
const PLACE_GUESS = 0.2;
const CREATOR = 0.3;

/** A fit with constants that mean nothing, for what doesn't depend on them. */
const NO_CONSTANTS: Constants = {
  categories: {
    levels: { educational: 0, entertaining: 0, inspirational: 0, aesthetic: 0, valuable: 0 },
    place: 1,
    between: 0,
  },
  range: {
    truths: [0, 1],
    estimates: [0, 1],
    low: [
      [0, 0],
      [0, 0],
    ],
    high: [
      [0, 0],
      [0, 0],
    ],
  },
};

/** The miss of one estimate by a fit that has not seen its place or its creator. */
export interface Miss {
  readonly place: string;
  readonly apart: Batch['apart'];
  readonly truths: number;
  /** ln(saves + 1) as estimated. */
  readonly estimate: number;
  /** In standard deviations that the model expected. */
  readonly miss: number;
}

/** How much higher the true ln(saves + 1) of a place's videos lie in the middle. */
export interface PlaceLevel {
  readonly level: number;
  readonly creators: number;
}

/** The levels of all places, each by the fit that has not seen it. */
export function placeLevels(batches: readonly Batch[]): Map<string, PlaceLevel> {
  return new Map(
    batches
      .filter(({ apart }) => apart === 'places')
      .flatMap(({ core, tested }) => {
        const model = asModel(core, NO_CONSTANTS);
        return groupBy(tested, ({ place }) => place).map((own) => {
          const misses = own.map((row) => {
            const { numbers, saves } = truthOf(row);
            return Math.log1p(saves) - forecast(model, numbers, [], undefined).total.bounded;
          });
          const creators = new Set(own.map(({ author }) => author)).size;
          return [own[0]?.place ?? '', { level: quantile(misses, 0.5), creators }] as const;
        });
      }),
  );
}

/**
 * The level of each category from the levels of its places, and how far places lie around it. A
 * place of one creator tells more of the creator than of the category.
 */
export function fitCategories(levels: ReadonlyMap<string, PlaceLevel>): Model['categories'] {
  const placesOf = (category: Category) =>
    [...levels].flatMap(([place, { level, creators }]) =>
      categoryOf(place) === category
        ? [{ value: level, weight: 1 / (PLACE_GUESS + CREATOR / creators) }]
        : [],
    );
  const fitted = new Map<Category, number>();
  const squares: { value: number; weight: number }[] = [];
  for (const categories of GROUPS) {
    const all = categories.flatMap(placesOf);
    const group = weightedMean(all);
    squares.push(...all.map(({ value, weight }) => ({ value: (value - group) ** 2, weight })));
    for (const category of categories) {
      const own = placesOf(category);
      const certainty = own.reduce((total, { weight }) => total + weight, 0);
      const share = certainty / (certainty + 1 / WITHIN_GROUP);
      fitted.set(category, own.length === 0 ? group : group + share * (weightedMean(own) - group));
    }
  }
  const level = (category: Category) => fitted.get(category) ?? 0;
  const all = CATEGORIES.map(level);
  return {
    levels: {
      educational: level('educational'),
      entertaining: level('entertaining'),
      inspirational: level('inspirational'),
      aesthetic: level('aesthetic'),
      valuable: level('valuable'),
    },
    place: weightedMean(squares),
    between: mean(all.map((value) => (value - mean(all)) ** 2)),
  };
}

function weightedMean(values: readonly { value: number; weight: number }[]): number {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  return values.reduce((sum, { value, weight }) => sum + weight * value, 0) / total;
}

/** The misses of a batch, under the levels of categories that were fitted without its places. */
export function missesOf({ core, tested, apart }: Batch, categories: Model['categories']): Miss[] {
  const model = asModel(core, { ...NO_CONSTANTS, categories });
  return groupBy(tested, ({ author }) => author).flatMap((own) => {
    const truths = own.map(truthOf);
    return truths.flatMap((truth, i) => {
      const { place } = own[i] as Row; // the two lists go together
      const miss = (n: number, category: Category | undefined): Miss => {
        const { total, deviation } = forecast(
          model,
          { ...truth.numbers, ...(category && { category }) },
          truths.slice(i - n, i).reverse(),
          undefined,
        );
        const estimate = total.bounded;
        return {
          place,
          apart,
          truths: n,
          estimate,
          miss: (Math.log1p(truth.saves) - estimate) / deviation,
        };
      };
      const known = categoryOf(place);
      const learned = RANGE_TRUTHS.filter((n) => n > 0 && n <= i && i % RANGE_SAMPLE === 0);
      return [
        ...(apart === 'places' ? [miss(0, undefined)] : []),
        ...(apart === 'places' && known ? [miss(0, known)] : []),
        ...learned.map((n) => miss(n, undefined)),
      ];
    });
  });
}

/**
 * The ends of the range. Without truths they are judged by places left out, each as much as the
 * other: that is where a new community comes from. With truths by creators and by places left out,
 * each place by the root of its videos.
 */
export function fitRange(misses: readonly Miss[]): Model['range'] {
  const table = (end: 'low' | 'high') =>
    RANGE_TRUTHS.map((truths) => {
      const own = misses.filter((miss) => miss.truths === truths);
      const weights =
        truths === 0
          ? weightsBy(own, ({ place }) => place, 1)
          : weightsBy(own, ({ place, apart }) => `${apart} ${place}`, 0.5);
      const share = truths === 0 ? RANGE_SHARE.cold : RANGE_SHARE.told;
      const p = end === 'low' ? share : 1 - share;
      return RANGE_ESTIMATES.map((_, i) => {
        const near = own.flatMap((miss, k) =>
          nearestOf(RANGE_ESTIMATES, miss.estimate) === i
            ? [{ value: miss.miss, weight: weights[k] ?? 0 }]
            : [],
        );
        return weightedQuantile(near, p);
      });
    });
  return {
    truths: RANGE_TRUTHS,
    estimates: RANGE_ESTIMATES,
    low: table('low'),
    high: table('high'),
  };
}

/** Weights with which a group counts as its size to the power of 1 − `less`. */
function weightsBy(misses: readonly Miss[], key: (miss: Miss) => string, less: number): number[] {
  const sizes = new Map<string, number>();
  for (const miss of misses) sizes.set(key(miss), (sizes.get(key(miss)) ?? 0) + 1);
  return misses.map((miss) => (sizes.get(key(miss)) ?? 1) ** -less);
}

function nearestOf(knots: readonly number[], x: number): number {
  const { left, share } = placeIn(knots, x);
  return share < 0.5 ? left : left + 1;
}
