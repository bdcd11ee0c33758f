import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasOwnReference, judge, MIN_VIEWS } from '../../src/services/estimate/estimate.js';

const now = new Date('2026-05-20T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const exactly = (instant: Date) => ({ earliest: instant, latest: instant });

describe('a post that can be judged', () => {
  test('gets a whole score from 0 to 100 and the reference it stands against', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: MIN_VIEWS, max: Number.MAX_SAFE_INTEGER }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (views, share) => {
          const { verdict, score, comeBackAt, reference } = judge(
            { views, saves: views * share },
            now,
          );
          expect(verdict).toBe('scored');
          expect(score).toSatisfy(Number.isInteger);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
          expect(comeBackAt).toBeNull();
          expect(reference).toContain('public videos');
        },
      ),
    );
  });

  test('gets more for more saves', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: MIN_VIEWS, max: 1e9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (views, one, other) => {
          const fewer = judge({ views, saves: views * Math.min(one, other) }, now).score;
          const more = judge({ views, saves: views * Math.max(one, other) }, now).score;
          expect(more).toBeGreaterThanOrEqual(fewer ?? 0);
        },
      ),
    );
  });

  test('does not jump from one view to the next', () => {
    for (let views = MIN_VIEWS; views < 50_000_000; views = Math.ceil(views * 1.02)) {
      const here = judge({ views, saves: views * 0.004 }, now).score ?? 0;
      const next = judge({ views: views + 1, saves: (views + 1) * 0.004 }, now).score ?? 0;
      expect(Math.abs(next - here)).toBeLessThanOrEqual(1);
    }
  });

  test('reaches both ends of the scale', () => {
    expect(judge({ views: 100_000, saves: 0 }, now).score).toBeLessThanOrEqual(2);
    expect(judge({ views: 100_000, saves: 90_000 }, now).score).toBe(100);
  });
});

describe('the range of a score', () => {
  const post = { views: 90_000, saves: 500, low: 200, high: 1300 };

  test('is where the ends of the 80 % range of the saves stand', () => {
    const { score, range } = judge(post, now);
    expect(range?.low).toBe(judge({ views: 90_000, saves: 200 }, now).score);
    expect(range?.high).toBe(judge({ views: 90_000, saves: 1300 }, now).score);
    expect(range?.low).toBeLessThan(score ?? Number.NaN);
    expect(range?.high).toBeGreaterThan(score ?? Number.NaN);
  });

  test('is none where there is no score', () => {
    expect(judge({ ...post, views: 900 }, now).range).toBeNull();
  });
});

describe('what a score compares with', () => {
  const post = { views: 90_000, saves: 900 };

  test('is the category where enough of it is known, and says so', () => {
    const own = judge(post, now, { category: 'valuable' });
    expect(hasOwnReference('valuable')).toBe(true);
    expect(own.reference).toContain('valuable');
    // Things to use again are kept more: the same saves stand lower among them.
    expect(own.score).toBeLessThan(judge(post, now).score ?? Number.NaN);
  });

  test('is every kind of video where too few of the category are known', () => {
    expect(hasOwnReference('educational')).toBe(false);
    expect(judge(post, now, { category: 'educational' })).toEqual(judge(post, now));
  });

  test('stays what it was for readings of earlier versions', () => {
    const before = judge(post, now, { category: 'valuable', modelVersion: '2.1.0' });
    expect(before.reference).toContain('51,615');
    expect(before).toEqual(judge(post, now, { modelVersion: '2.0.0' }));
  });
});

describe('a post that is too young', () => {
  test('is too early until a day after posting, and says when', () => {
    const posted = hoursAgo(23);
    expect(judge({ views: 90_000, saves: 500, posted: exactly(posted) }, now)).toMatchObject({
      verdict: 'too_early',
      score: null,
      comeBackAt: new Date(posted.getTime() + 24 * 3_600_000),
    });
    expect(judge({ views: 90_000, saves: 500, posted: exactly(hoursAgo(24)) }, now).verdict).toBe(
      'scored',
    );
  });

  test('with a calendar date only, the latest moment of that date counts', () => {
    const post = { views: 90_000, saves: 500 };
    const posted = { earliest: hoursAgo(50), latest: hoursAgo(1) };
    expect(judge({ ...post, posted }, now).verdict).toBe('too_early');
  });

  test('is never asked back later than a day from now', () => {
    const posted = { earliest: hoursAgo(10), latest: hoursAgo(-30) };
    expect(judge({ views: 90_000, saves: 500, posted }, now).comeBackAt).toEqual(hoursAgo(-24));
  });

  test('has no views yet', () => {
    expect(judge({ views: 0, saves: 0 }, now)).toMatchObject({
      verdict: 'too_early',
      comeBackAt: hoursAgo(-24),
    });
  });
});

describe('a post that is too small', () => {
  const small = { views: MIN_VIEWS - 1, saves: 3 };

  test('is asked back a day later when its age is unknown', () => {
    expect(judge(small, now)).toMatchObject({
      verdict: 'too_small',
      score: null,
      comeBackAt: hoursAgo(-24),
    });
  });

  test.each([
    [30, 72],
    [100, 168],
  ])('is asked back at the next mark after posting (%i hours old)', (age, mark) => {
    const { verdict, comeBackAt } = judge({ ...small, posted: exactly(hoursAgo(age)) }, now);
    expect(verdict).toBe('too_small');
    expect(comeBackAt).toEqual(hoursAgo(age - mark));
  });

  test('is asked back in a week when all marks have passed', () => {
    const { comeBackAt } = judge({ ...small, posted: exactly(hoursAgo(1000)) }, now);
    expect(comeBackAt).toEqual(hoursAgo(-168));
  });
});
