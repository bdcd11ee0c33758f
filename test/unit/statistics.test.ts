import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FEWEST_FOR_CORRELATION,
  FEWEST_FOR_MEDIAN,
  holm,
  isMoreThanChance,
  medianOf,
  neededInGroup,
  rankCorrelation,
  rankTest,
  shareInterval,
  shiftBetween,
  twoSided,
} from '../../src/lib/statistics.js';

/** The same numbers in every run: a linear congruential generator (Numerical Recipes). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

const draw = (n: number, next: () => number) => Array.from({ length: n }, next);

/** The middle rank of each value, by counting. */
const ranksOf = (values: readonly number[]) =>
  values.map(
    (value) =>
      values.filter((other) => other < value).length +
      (values.filter((other) => other === value).length + 1) / 2,
  );

/** Every way to choose so many of these. */
function subsets<T>(of: readonly T[], size: number): T[][] {
  const [first, ...rest] = of;
  if (size === 0) return [[]];
  if (first === undefined) return [];
  return [...subsets(rest, size - 1).map((others) => [first, ...others]), ...subsets(rest, size)];
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Hollander and Wolfe, Nonparametric Statistical Methods (1973), 69 f.; also R's `wilcox.test`. */
const atTerm = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const earlier = [1.15, 0.88, 0.9, 0.74, 1.21];

const values = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 });

describe('the rank-sum test', () => {
  test('gives the p that R and SAS publish for the data of Hollander and Wolfe', () => {
    // W = 35 and one-sided p = 0.1272 in R; two-sided 0.2544 in SAS's NPAR1WAY.
    const { p, above } = rankTest(atTerm, earlier);
    expect(p).toBeCloseTo(0.2544, 4);
    expect(above * atTerm.length * earlier.length).toBeCloseTo(35, 10);
  });

  // Mann and Whitney's table of the largest U that is significant at 0.05, two-sided, as in Siegel,
  // Nonparametric Statistics (1956), table K.
  test.each([
    [5, 5, 2],
    [5, 10, 8],
    [8, 8, 13],
    [10, 10, 23],
    [20, 20, 127],
  ])('agrees with the published critical values for %i and %i', (m, n, critical) => {
    const withU = (u: number) => {
      // u of the pairs the wrong way round: values of the first group climb past the second's.
      const first = Array.from({ length: m }, (_, i) => {
        const passed = Math.min(n, Math.max(0, u - (m - 1 - i) * n));
        return passed * 100 + i + 1;
      });
      return rankTest(
        first,
        Array.from({ length: n }, (_, j) => (j + 1) * 100),
      );
    };
    expect(withU(critical).above * m * n).toBeCloseTo(critical, 8);
    expect(withU(critical).p).toBeLessThanOrEqual(0.05);
    expect(withU(critical + 1).p).toBeGreaterThan(0.05);
  });

  test('is what counting every way to deal the ranks gives, ties or none', () => {
    fc.assert(
      fc.property(values, values, (first, second) => {
        const ranks = ranksOf([...first, ...second]);
        const expected = (first.length * (ranks.length + 1)) / 2;
        const distance = Math.abs(sum(ranks.slice(0, first.length)) - expected);
        const all = subsets(ranks, first.length).map(sum);
        const asFar = all.filter((reached) => Math.abs(reached - expected) >= distance - 1e-9);
        const pairs = first.flatMap((a) =>
          second.map((b) => (a > b ? 1 : a === b ? 0.5 : 0) as number),
        );
        const found = rankTest(first, second);
        expect(found.p).toBeCloseTo(asFar.length / all.length, 9);
        expect(found.above).toBeCloseTo(sum(pairs) / pairs.length, 9);
      }),
      { numRuns: 60 },
    );
  });

  test('doesn’t care which group comes first', () => {
    fc.assert(
      fc.property(values, values, (first, second) => {
        expect(rankTest(first, second).p).toBeCloseTo(rankTest(second, first).p, 10);
      }),
    );
  });

  test('of neighbours that are alike is approximated, with so many times the variance', () => {
    // All five above the others: 12.5 above the mean, less a half for continuity.
    const deviation = 12 / Math.sqrt(2 * ((5 * 5 * 11) / 12));
    const { p } = rankTest([6, 7, 8, 9, 10], [1, 2, 3, 4, 5], 2);
    expect(p).toBeCloseTo(twoSided(deviation), 12);
    expect(rankTest([6, 7, 8, 9, 10], [1, 2, 3, 4, 5]).p).toBeCloseTo(2 / 252, 12);
  });

  test('above 40 values is close to dealing the ranks at random many times, with ties', () => {
    const next = generator(7);
    const first = draw(24, () => Math.floor(next() * 8) + 1);
    const second = draw(28, () => Math.floor(next() * 8));
    const ranks = ranksOf([...first, ...second]);
    const expected = (24 * 53) / 2;
    const distance = Math.abs(sum(ranks.slice(0, 24)) - expected);
    let asFar = 0;
    for (let time = 0; time < 20_000; time += 1) {
      const order = ranks.map((rank) => [next(), rank] as const).sort(([a], [b]) => a - b);
      const dealt = sum(order.slice(0, 24).map(([, rank]) => rank));
      if (Math.abs(dealt - expected) >= distance - 1e-9) asFar += 1;
    }
    const { p } = rankTest(first, second);
    expect(p).toBeGreaterThan(0.001);
    expect(Math.abs(p - asFar / 20_000)).toBeLessThan(0.01);
  });

  test('finds nothing where all values are one, in small and large groups', () => {
    expect(rankTest([3, 3, 3], [3, 3]).p).toBe(1);
    expect(
      rankTest(
        draw(30, () => 3),
        draw(30, () => 3),
      ).p,
    ).toBe(1);
    expect(rankTest([3, 3, 3], [3, 3]).above).toBe(0.5);
  });

  test('takes no empty group', () => {
    expect(() => rankTest([], [1])).toThrow('empty');
  });
});

describe('the shift between two groups', () => {
  test('is the one that SAS publishes for the data of Hollander and Wolfe', () => {
    const { shift } = shiftBetween(earlier, atTerm);
    expect(shift).toBeCloseTo(-0.305, 10);
  });

  test('has an interval that holds 0 exactly where the rank-sum test finds nothing', () => {
    const next = generator(11);
    let found = 0;
    for (let time = 0; time < 200; time += 1) {
      const first = draw(5 + (time % 7), () => next() + 0.5 * (time % 3));
      const second = draw(6, next);
      const { interval } = shiftBetween(first, second);
      if (interval === null) throw new Error('There is an interval from five values on.');
      const apart = interval.low > 0 || interval.high < 0;
      expect(apart).toBe(isMoreThanChance(rankTest(first, second).p));
      if (apart) found += 1;
    }
    expect(found).toBeGreaterThan(20);
    expect(found).toBeLessThan(180);
  });

  test('holds the true shift in about 95 of 100 large groups', () => {
    const next = generator(5);
    let held = 0;
    for (let time = 0; time < 300; time += 1) {
      const { interval } = shiftBetween(
        draw(25, () => next() + 0.3),
        draw(25, next),
      );
      if (interval !== null && interval.low <= 0.3 && interval.high >= 0.3) held += 1;
    }
    expect(held).toBeGreaterThanOrEqual(273);
    expect(held).toBeLessThanOrEqual(298);
  });

  test('has no interval where two groups are too small for one', () => {
    expect(shiftBetween([1, 2], [3, 4])).toEqual({ shift: -2, interval: null });
  });
});

describe('the median', () => {
  // Places of the limits as in Gardner and Altman, Statistics with Confidence (1989), table 5.
  test.each([
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [10, 2, 9],
    [15, 4, 12],
    [20, 6, 15],
    [50, 18, 33],
    [100, 40, 61],
  ])('of %i values lies between the %ith and the %ith', (n, low, high) => {
    const shuffled = Array.from({ length: n }, (_, i) => ((i * 7919) % 10_007) + i / 1e6);
    const sorted = shuffled.toSorted((a, b) => a - b);
    expect(medianOf(shuffled).interval).toEqual({ low: sorted[low - 1], high: sorted[high - 1] });
  });

  test('has no interval for fewer than six values, for there is none', () => {
    for (let n = 1; n < FEWEST_FOR_MEDIAN; n += 1) {
      expect(medianOf(draw(n, () => n))).toEqual({ median: n, interval: null, n });
      // The chance that the whole range misses the median is more than 5 %.
      expect(2 * 0.5 ** n).toBeGreaterThan(0.05);
    }
    expect(medianOf([1, 2, 3, 4, 5, 9]).interval).toEqual({ low: 1, high: 9 });
  });

  test('is the middle, or halfway between the two in the middle', () => {
    expect(medianOf([9, 1, 4]).median).toBe(4);
    expect(medianOf([9, 1, 4, 5]).median).toBe(4.5);
  });
});

describe('the rank correlation', () => {
  test('gives what the R package statpsych publishes in its help on ci.spear, with ties', () => {
    const y = [21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19];
    const x = [67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51];
    const found = rankCorrelation(x, y);
    expect(found?.rho).toBeCloseTo(0.8699639, 7);
    expect(found?.interval.low).toBeCloseTo(0.5840951, 7);
    expect(found?.interval.high).toBeCloseTo(0.9638297, 7);
    expect(found?.n).toBe(15);
  });

  test('is Pearson’s correlation of ranks that were counted, and without ties 1 − 6Σd²/(n³ − n)', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 10, maxLength: 40 }), (pairs) => {
        const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const found = rankCorrelation(xs, ys);
        const [rx, ry] = [ranksOf(xs), ranksOf(ys)];
        const middle = (pairs.length + 1) / 2;
        const product = (a: readonly number[], b: readonly number[]) =>
          sum(a.map((value, i) => (value - middle) * ((b[i] ?? Number.NaN) - middle)));
        const expected = product(rx, ry) / Math.sqrt(product(rx, rx) * product(ry, ry));
        if (Number.isNaN(expected)) expect(found).toBeNull();
        else expect(found?.rho).toBeCloseTo(expected, 9);
        const isUntied = new Set(xs).size === xs.length && new Set(ys).size === ys.length;
        if (isUntied) {
          const squares = sum(rx.map((rank, i) => (rank - (ry[i] ?? Number.NaN)) ** 2));
          const n = pairs.length;
          expect(found?.rho).toBeCloseTo(1 - (6 * squares) / (n ** 3 - n), 9);
        }
      }),
    );
  });

  test('calls what is unrelated more than chance in at most 5 of 100 cases', () => {
    const next = generator(3);
    for (const n of [FEWEST_FOR_CORRELATION, 20, 60]) {
      let found = 0;
      for (let time = 0; time < 1_000; time += 1) {
        const result = rankCorrelation(draw(n, next), draw(n, next));
        if (result === null) throw new Error('There are enough.');
        const { low, high } = result.interval;
        expect(low > 0 || high < 0).toBe(isMoreThanChance(result.p));
        if (isMoreThanChance(result.p)) found += 1;
      }
      expect(found).toBeGreaterThan(15);
      expect(found).toBeLessThan(70);
    }
  });

  test('stays unsure of an order without exception, and says nothing of a constant or of few', () => {
    const up = Array.from({ length: 10 }, (_, i) => i);
    const found = rankCorrelation(up, up);
    expect(found?.rho).toBeCloseTo(1, 12);
    expect(found?.interval.high).toBeCloseTo(1, 2);
    expect(found?.interval.low).toBeGreaterThan(0.8);
    expect(found?.interval.low).toBeLessThan(1);
    const down = up.map((x) => -x);
    expect(rankCorrelation(up, down)?.rho).toBeCloseTo(-1, 12);
    expect(rankCorrelation(up, down)?.interval.high).toBeLessThan(-0.8);
    expect(
      rankCorrelation(
        up,
        draw(10, () => 4),
      ),
    ).toBeNull();
    expect(rankCorrelation(up.slice(1), up.slice(1))).toBeNull();
  });
});

describe('several looked at at once', () => {
  test('are corrected as in the example of Wikipedia’s article on Holm’s method', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((p, i) => {
      expect(adjusted[i]).toBeCloseTo(p, 12);
    });
    expect(adjusted.map(isMoreThanChance)).toEqual([true, false, false, true]);
  });

  test('are never above 1, never below their own p, and one alone stays as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
        const adjusted = holm(ps);
        expect(adjusted).toHaveLength(ps.length);
        for (const [i, p] of ps.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
        }
      }),
    );
    expect(holm([0.03])).toEqual([0.03]);
  });

  test('of which none is more than chance seldom show one that seems to be', () => {
    const next = generator(13);
    let families = 0;
    for (let time = 0; time < 2_000; time += 1) {
      if (holm(draw(7, next)).some(isMoreThanChance)) families += 1;
    }
    expect(families / 2_000).toBeLessThan(0.065);
    expect(families / 2_000).toBeGreaterThan(0.03);
  });
});

describe('a share', () => {
  // Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i has the interval that Newcombe publishes', (hits, n, low, high) => {
    const found = shareInterval(hits, n);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
});

describe('how many are needed', () => {
  test('are enough to find such a difference in about 8 of 10 cases', () => {
    // Of two uniform values one of which is larger by d, it is above in 1 − (1 − d)²/2 of cases.
    const d = 0.25;
    const n = neededInGroup(1 - (1 - d) ** 2 / 2);
    const next = generator(17);
    let found = 0;
    for (let time = 0; time < 400; time += 1) {
      const first = draw(n, () => next() + d);
      if (isMoreThanChance(rankTest(first, draw(n, next)).p)) found += 1;
    }
    expect(found / 400).toBeGreaterThan(0.72);
    expect(found / 400).toBeLessThan(0.9);
  });

  test('are without end where there is no difference', () => {
    expect(neededInGroup(0.5)).toBe(Number.POSITIVE_INFINITY);
  });
});
