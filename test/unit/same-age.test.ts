import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareAtSameAge,
  FEWEST_SAME_AGE,
  viewsAt,
} from '../../src/services/readings/same-age.js';

const DAY = 86_400_000;
const at = (days: number, views: number) => ({ age: days * DAY, views });

describe('the views of a video at an age', () => {
  it('are those of a reading at that age, and lie evenly on logarithmic scales between two', () => {
    expect(viewsAt([at(3, 999)], 3 * DAY)).toBe(999);
    expect(viewsAt([at(2, 99), at(8, 9_999)], 4 * DAY)).toBeCloseTo(999, 6);
    expect(viewsAt([at(8, 9_999), at(2, 99), at(20, 20_000)], 4 * DAY)).toBeCloseTo(999, 6);
  });

  it('are unknown beyond its readings, and between readings too far apart', () => {
    expect(viewsAt([], DAY)).toBeNull();
    expect(viewsAt([at(2, 100)], 3 * DAY)).toBeNull();
    expect(viewsAt([at(4, 100)], 3 * DAY)).toBeNull();
    expect(viewsAt([at(1, 10), at(30, 10_000)], 5 * DAY)).toBeNull();
    expect(viewsAt([at(-1, 10), at(0, 10), at(2, 100)], DAY)).toBeNull();
    expect(viewsAt([at(2.9, 100)], 3 * DAY)).toBe(100);
    expect(viewsAt([at(3.2, 100)], 3 * DAY)).toBe(100);
  });

  it('never leave the bounds of the readings around them', () => {
    const growth = fc.record({
      age: fc.double({ min: 1, max: 100, noNaN: true }).map((days) => days * DAY),
      views: fc.nat(10_000_000),
    });
    fc.assert(
      fc.property(fc.array(growth, { minLength: 1, maxLength: 8 }), growth, (all, { age }) => {
        const views = viewsAt(all, age);
        if (views === null) return;
        const known = all.map((one) => one.views);
        expect(views).toBeGreaterThanOrEqual(Math.min(...known) - 1e-6 * Math.max(...known));
        expect(views).toBeLessThanOrEqual(Math.max(...known) * (1 + 1e-6));
      }),
    );
  });
});

describe('a video beside the others at the same age', () => {
  const others = [1_000, 2_000, 3_000, 4_000, 50_000].map((views) => [at(3, views)]);

  it('is compared with their median, and with the least and most of them', () => {
    expect(compareAtSameAge([at(3, 5_400)], others)).toEqual({
      kind: 'compared',
      age: 3 * DAY,
      views: 5_400,
      usual: 3_000,
      least: 1_000,
      most: 50_000,
      others: FEWEST_SAME_AGE,
    });
  });

  it('is compared at the newest age at which enough others are known', () => {
    const result = compareAtSameAge([at(3, 5_400), at(9, 9_000), at(1, 10)], others);
    expect(result).toMatchObject({ kind: 'compared', age: 3 * DAY });
  });

  it('isn’t compared with too few, younger than a day, or without any views', () => {
    expect(compareAtSameAge([at(3, 5_400)], others.slice(1))).toEqual({
      kind: 'too few',
      others: 4,
      needed: 5,
    });
    const young = others.map((one) => one.map(({ views }) => at(0.5, views)));
    expect(compareAtSameAge([at(0.5, 5_400)], young)).toEqual({ kind: 'no age' });
    expect(compareAtSameAge([at(3, 0)], others)).toEqual({ kind: 'no age' });
    expect(compareAtSameAge([], others)).toEqual({ kind: 'no age' });
  });
});
