import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWeek, weekOf, weeksLater } from '../../src/lib/weeks.js';

describe('weeks', () => {
  // From the tables of ISO 8601: years that begin or end in a week of their neighbour.
  test.each([
    ['2026-11-23T00:00:00.000Z', '2026-W48'],
    ['2026-11-22T23:59:59.999Z', '2026-W47'],
    ['2027-01-03T12:00:00.000Z', '2026-W53'],
    ['2024-12-30T00:00:00.000Z', '2025-W01'],
    ['2021-01-03T12:00:00.000Z', '2020-W53'],
    ['2023-01-01T12:00:00.000Z', '2022-W52'],
    ['1969-12-29T00:00:00.000Z', '1970-W01'],
  ])('%s lies in %s', (moment, name) => {
    expect(weekOf(new Date(moment)).name).toBe(name);
  });

  test('hold the moment, last seven days from Monday, and read back', () => {
    const moments = fc.date({
      min: new Date('1971-01-01'),
      max: new Date('2199-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.integer({ min: -60, max: 60 }), (moment, away) => {
        const week = weekOf(moment);
        expect(week.from.getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(week.to.getTime()).toBeGreaterThan(moment.getTime());
        expect(week.to.getTime() - week.from.getTime()).toBe(7 * 86_400_000);
        expect(week.from.toISOString()).toMatch(/T00:00:00.000Z$/);
        expect(week.from.getUTCDay()).toBe(1);
        expect(parseWeek(week.name)).toEqual(week);
        expect(weeksLater(weeksLater(week, away), -away)).toEqual(week);
      }),
    );
  });

  test.each(['2026-W47', '2026w47', ' 2026 W 47 ', '２０２６－Ｗ４７', '2026–W47'])(
    'reads %s',
    (typed) => {
      expect(parseWeek(typed)?.name).toBe('2026-W47');
    },
  );

  test.each([
    '',
    'W47',
    '47',
    '2026-W00',
    '2025-W53',
    '2026-W54',
    '0042-W01',
    '2026-11-16',
    'last',
  ])('takes %j for no week', (typed) => {
    expect(parseWeek(typed)).toBeNull();
  });
});
