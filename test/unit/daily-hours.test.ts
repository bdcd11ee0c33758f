import { describe, expect, test } from 'vitest';
import { calendarDay, nextWithin } from '../../src/lib/daily-hours.js';
import { nextLetterAt } from '../../src/services/letters/mailbox.js';

const berlin = { from: '09:00', to: '21:00', timezone: 'Europe/Berlin' };
const at = (text: string) => new Date(text);

describe('the next moment within the hours', () => {
  test.each([
    ['within them at once', '2026-11-25T12:00:00Z', null, '2026-11-25T12:00:00Z'],
    ['before them when they begin', '2026-11-25T05:00:00Z', null, '2026-11-25T08:00:00Z'],
    ['after them on the next day', '2026-11-25T20:00:00Z', null, '2026-11-26T08:00:00Z'],
    ['not on a day that had one', '2026-11-25T12:00:00Z', '2026-11-25', '2026-11-26T08:00:00Z'],
    ['a day after one is as any', '2026-11-25T12:00:00Z', '2026-11-24', '2026-11-25T12:00:00Z'],
    ['after the clock went back', '2026-10-24T22:30:00Z', null, '2026-10-25T08:00:00Z'],
    ['after the clock went forward', '2026-03-28T22:30:00Z', null, '2026-03-29T07:00:00Z'],
  ])('%s', (_what, moment, lastDay, expected) => {
    expect(nextWithin(at(moment), berlin, lastDay)).toEqual(at(expected));
  });

  test.each([
    ['in the evening', '2026-11-25T22:00:00Z', '2026-11-25T22:00:00Z'],
    ['after midnight', '2026-11-26T00:30:00Z', '2026-11-26T00:30:00Z'],
    ['at noon until the evening', '2026-11-25T11:00:00Z', '2026-11-25T19:00:00Z'],
  ])('of hours over midnight, %s', (_what, moment, expected) => {
    const hours = { from: '20:00', to: '02:00', timezone: 'Europe/Berlin' };
    expect(nextWithin(at(moment), hours, null)).toEqual(at(expected));
  });

  test('where both are the same, or the place isn’t known, is any hour', () => {
    const night = at('2026-11-25T02:00:00Z');
    expect(nextWithin(night, { ...berlin, from: '00:00', to: '00:00' }, null)).toEqual(night);
    expect(nextWithin(night, { ...berlin, timezone: null }, null)).toEqual(night);
    expect(nextWithin(night, { ...berlin, timezone: null }, '2026-11-25')).toEqual(
      at('2026-11-26T02:00:00Z'),
    );
  });

  test('a day is that of the place', () => {
    expect(calendarDay(at('2026-11-25T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-26');
    expect(calendarDay(at('2026-11-25T23:30:00Z'), null)).toBe('2026-11-25');
    expect(calendarDay(at('2026-11-25T23:30:00Z'), 'Mars/Base')).toBe('2026-11-25');
  });
});

describe('the next letter', () => {
  const box = {
    ...{ fromTime: '09:00', toTime: '21:00', timezone: 'Europe/Berlin' },
    weeklyDueAt: at('2026-11-25T17:00:00Z'),
  };

  test('on the day of the weekly note comes with it, whichever is due first', () => {
    for (const reminder of ['2026-11-25T09:00:00Z', '2026-11-25T19:00:00Z']) {
      expect(nextLetterAt(box, at(reminder), null)).toEqual(box.weeklyDueAt);
    }
  });

  test('on another day is whichever comes first', () => {
    const before = at('2026-11-24T12:00:00Z');
    expect(nextLetterAt(box, before, null)).toEqual(before);
    expect(nextLetterAt(box, at('2026-11-27T12:00:00Z'), null)).toEqual(box.weeklyDueAt);
  });

  test('is none where nothing waits', () => {
    expect(nextLetterAt({ ...box, weeklyDueAt: null }, null, '2026-11-25')).toBeNull();
  });
});
