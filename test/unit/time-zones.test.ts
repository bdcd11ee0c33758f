import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClockTime } from '../../src/lib/clock-time.js';
import { findTimeZone, searchTimeZones, zoneWithTime } from '../../src/lib/time-zones.js';

describe('a time zone as typed', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    [' America/New York ', 'America/New_York'],
    ['asia/ho_chi_minh', 'Asia/Ho_Chi_Minh'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['US/Eastern', 'America/New_York'],
    ['utc', 'UTC'],
  ])('%j is %s', (typed, name) => expect(findTimeZone(typed)).toBe(name));

  test.each(['', 'Berlin', '+02:00', 'UTC+2', 'EST', 'Europe/Berln', 'Mars/Olympus', '/', '🌍'])(
    '%j is none',
    (typed) => expect(findTimeZone(typed)).toBeNull(),
  );

  test('is found by whatever is offered', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (typed) => {
        for (const name of searchTimeZones(typed, 25)) expect(findTimeZone(name)).toBe(name);
      }),
    );
  });
});

describe('the zones offered', () => {
  test.each([
    ['berlin', 'Europe/Berlin'],
    ['new y', 'America/New_York'],
    ['são p', 'America/Sao_Paulo'],
    ['kolk', 'Asia/Kolkata'],
    ['york', 'America/New_York'],
    ['troll', 'Antarctica/Troll'],
  ])('%j: first %s', (typed, first) => expect(searchTimeZones(typed, 25)[0]).toBe(first));

  test('are no more than asked for, each once', () => {
    for (const typed of ['', 'a', 'america', 'e']) {
      const found = searchTimeZones(typed, 25);
      expect(found.length).toBeLessThanOrEqual(25);
      expect(new Set(found).size).toBe(found.length);
      expect(found.length).toBeGreaterThan(5);
    }
  });

  test('show the time there', () => {
    const now = new Date('2026-11-25T09:05:00Z');
    expect(zoneWithTime('Asia/Tokyo', now)).toBe('Asia/Tokyo · 18:05 now');
    expect(zoneWithTime('Asia/Kathmandu', now)).toBe('Asia/Kathmandu · 14:50 now');
  });
});

describe('a time of day as typed', () => {
  test.each([
    ['18:00', '18:00'],
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['21h15', '21:15'],
    ['6 pm', '18:00'],
    ['6:30PM', '18:30'],
    ['12 am', '00:00'],
    ['12:05 pm', '12:05'],
    ['１８：００', '18:00'],
    ['00:00', '00:00'],
  ])('%j is %s', (typed, time) => expect(parseClockTime(typed)).toBe(time));

  test.each(['', '24:00', '18:60', '18', '1800', '13 pm', '0 am', 'noon', '18:0', '-1:00'])(
    '%j is none',
    (typed) => expect(parseClockTime(typed)).toBeNull(),
  );
});
