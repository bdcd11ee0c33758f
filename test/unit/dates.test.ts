import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantRange, isBeyondTomorrowAnywhere, parseDate } from '../../src/lib/dates.js';

/** What a text is taken for: the date or the problem. */
function read(text: string): string {
  const result = parseDate(text);
  return result.ok ? result.date : result.problem;
}

const HOUR = 60 * 60 * 1000;
const day = fc
  .date({
    min: new Date('2014-01-01T00:00:00Z'),
    max: new Date('2099-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

describe('a posting date', () => {
  test.each([
    ['2026-11-01', '2026-11-01'],
    [' 2026-11-01 ', '2026-11-01'],
    ['2024-02-29', '2024-02-29'],
    ['2026–11–01', '2026-11-01'],
    ['2026−11−01', '2026-11-01'],
    ['２０２６－１１－０１', '2026-11-01'],
    ['２０２６ー１１ー０１', '2026-11-01'],
    ['٢٠٢٦-١١-٠١', '2026-11-01'],
    ['\u200f2026-11-01\u200f', '2026-11-01'],
    ['9999-12-31', '9999-12-31'],
    ['2014-01-01', '2014-01-01'],
    ['2013-12-31', 'before TikTok'],
    ['0000-01-01', 'before TikTok'],
    ['2026-02-29', 'no such day'],
    ['2026-02-30', 'no such day'],
    ['2026-13-01', 'no such day'],
    ['2026-00-10', 'no such day'],
    ['2026-01-00', 'no such day'],
    ['', 'empty'],
    ['\u200b ', 'empty'],
    ['yesterday', 'unreadable'],
    ['1 November 2026', 'unreadable'],
    ['2026', 'unreadable'],
    ['2026-11', 'unreadable'],
    ['20261-11-01', 'unreadable'],
    ['+002026-11-01', 'unreadable'],
    ['2026-11-01T12:00', 'unreadable'],
    ['1699660126', 'unreadable'],
    ['1/2/3', 'unreadable'],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('any day from 2014 on is read', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(read(date)).toBe(date);
      }),
    );
  });

  test('nothing typed throws, and what is read is a day of the calendar', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'0123456789-./年月日 –٣'), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearly), (text) => {
        const result = parseDate(text);
        const days = result.ok ? [result.date] : [];
        for (const date of days) {
          expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a day beyond tomorrow', () => {
  test.each([
    // 11:00 UTC on the 1st is already 01:00 on the 2nd at UTC+14: tomorrow is the 3rd there.
    ['2026-11-01T11:00:00Z', '2026-11-03', false],
    ['2026-11-01T11:00:00Z', '2026-11-04', true],
    ['2026-11-01T09:59:59Z', '2026-11-02', false],
    ['2026-11-01T09:59:59Z', '2026-11-03', true],
    ['2026-11-01T10:00:00Z', '2026-11-03', false],
    ['2026-12-31T12:00:00Z', '2027-01-02', false],
    ['2026-12-31T12:00:00Z', '2027-01-03', true],
    ['2028-02-28T00:00:00Z', '2028-02-29', false],
    ['2026-11-01T11:00:00Z', '2014-01-01', false],
  ])('at %s, is %s beyond: %s', (now, date, expected) => {
    expect(isBeyondTomorrowAnywhere(date, new Date(now))).toBe(expected);
  });

  test('a date that is none is a mistake of the program, not of the person', () => {
    expect(() => isBeyondTomorrowAnywhere('2026-02-30x', new Date(0))).toThrow(RangeError);
  });
});

describe('the instants of a day', () => {
  test('run from its first midnight on earth to its last', () => {
    const { earliest, latest } = instantRange('2026-11-01');
    expect(earliest.toISOString()).toBe('2026-10-31T10:00:00.000Z');
    expect(latest.toISOString()).toBe('2026-11-02T12:00:00.000Z');
  });

  test('are 50 hours, and a day begun anywhere is never beyond tomorrow', () => {
    fc.assert(
      fc.property(day, (date) => {
        const { earliest, latest } = instantRange(date);
        expect(latest.getTime() - earliest.getTime()).toBe(50 * HOUR);
        const dayBefore = new Date(earliest.getTime() - 24 * HOUR);
        expect(isBeyondTomorrowAnywhere(date, dayBefore)).toBe(false);
        expect(isBeyondTomorrowAnywhere(date, new Date(dayBefore.getTime() - 1))).toBe(true);
      }),
    );
  });
});
