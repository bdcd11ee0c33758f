import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTimes, parseClockTime } from '../../src/lib/clock-time.js';
import { projectRoot } from '../../src/lib/paths.js';
import {
  findTimeZone,
  searchTimeZones,
  zonesMeant,
  zoneWithTime,
} from '../../src/lib/time-zones.js';

describe('a time zone as typed', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    [' America/New York ', 'America/New_York'],
    ['asia/ho_chi_minh', 'Asia/Ho_Chi_Minh'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['US/Eastern', 'America/New_York'],
    ['utc', 'UTC'],
    ['Berlin', 'Europe/Berlin'],
    ['Hanoi', 'Asia/Ho_Chi_Minh'],
    ['Hà Nội', 'Asia/Ho_Chi_Minh'],
    ['Mumbai', 'Asia/Kolkata'],
    ['Beijing', 'Asia/Shanghai'],
    ['Munich', 'Europe/Berlin'],
    ['München', 'Europe/Berlin'],
    ['Barcelona', 'Europe/Madrid'],
    ['California', 'America/Los_Angeles'],
    ['Japan', 'Asia/Tokyo'],
    ['日本', 'Asia/Tokyo'],
    ['東京', 'Asia/Tokyo'],
    ['Nueva York', 'America/New_York'],
    ['Москва', 'Europe/Moscow'],
    ['Việt Nam', 'Asia/Ho_Chi_Minh'],
    ['Deutschland', 'Europe/Berlin'],
    ['Đà Nẵng', 'Asia/Ho_Chi_Minh'],
    ['TPHCM', 'Asia/Ho_Chi_Minh'],
    ['Thành phố Hồ Chí Minh', 'Asia/Ho_Chi_Minh'],
    ['Łódź', 'Europe/Warsaw'],
    ['Lodz', 'Europe/Warsaw'],
    ['Turkey', 'Europe/Istanbul'],
    ['TÜRKİYE', 'Europe/Istanbul'],
    ['UAE', 'Asia/Dubai'],
    ['VN', 'Asia/Ho_Chi_Minh'],
    ['South Korea', 'Asia/Seoul'],
    ['한국', 'Asia/Seoul'],
    ['القاهرة', 'Africa/Cairo'],
    ['Quito', 'America/Guayaquil'],
    ['New York City', 'America/New_York'],
    ['Washington D.C.', 'America/New_York'],
    ['Berlin, Germany', 'Europe/Berlin'],
    ['San José, Costa Rica', 'America/Costa_Rica'],
    ['Austin, Texas', 'America/Chicago'],
    ['Georgia, USA', 'America/New_York'],
    ['Nowhere, Japan', 'Asia/Tokyo'],
  ])('%j is %s', (typed, name) => expect(findTimeZone(typed)).toBe(name));

  test.each([
    '',
    'Berln',
    '+02:00',
    'UTC+2',
    'EST',
    'USA',
    'constructor',
    'Europe/Berln',
    'Mars/Olympus',
    '/',
    '🌍',
  ])('%j is none', (typed) => expect(findTimeZone(typed)).toBeNull());

  test('is found by whatever is offered', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (typed) => {
        for (const name of searchTimeZones(typed, 25)) expect(findTimeZone(name)).toBe(name);
      }),
      // Today's name, where the platform lists an older one.
      { examples: [['co']] },
    );
  });
});

describe('what may be several zones', () => {
  const now = new Date('2026-11-29T12:00:00Z');
  test.each([
    ['EST', 'America/New_York'],
    ['GMT', 'Europe/London'],
    ['IST', 'Asia/Kolkata'],
    ['GMT+7', 'Asia/Jakarta'],
    ['UTC+05:30', 'Asia/Kolkata'],
    ['+9', 'Asia/Tokyo'],
    ['-3', 'America/Sao_Paulo'],
    ['Indonesia', 'Asia/Jakarta'],
    ['US', 'America/Los_Angeles'],
    ['USA', 'America/Los_Angeles'],
    ['San José', 'America/Los_Angeles'],
    ['Georgia', 'Asia/Tbilisi'],
    ['San Juan', 'America/Puerto_Rico'],
    ['Victoria', 'Australia/Melbourne'],
    ['Valencia', 'Europe/Madrid'],
    ['Paris, Texas', 'Europe/Paris'],
  ])('%j: first %s, and more', (typed, first) => {
    const zones = zonesMeant(typed, now);
    expect(zones[0]).toBe(first);
    expect(zones.length).toBeGreaterThan(1);
    expect(searchTimeZones(typed, 25, now)[0]).toBe(first);
  });

  test('an offset follows the season', () => {
    expect(zonesMeant('UTC-5', now)).toContain('America/New_York');
    expect(zonesMeant('UTC-5', new Date('2026-07-01T12:00:00Z'))).not.toContain('America/New_York');
  });

  test('every city and country named in content/zone-places.json has its zone', () => {
    const file = join(projectRoot, 'content', 'zone-places.json');
    const entries: [string, ...string[]][] = JSON.parse(readFileSync(file, 'utf8'));
    expect(entries.length).toBeGreaterThan(600);
    for (const [zones, ...names] of entries) {
      for (const zone of zones.split(' ')) expect(findTimeZone(zone)).not.toBeNull();
      for (const name of names) expect(zonesMeant(name, now)).not.toEqual([]);
    }
  });
});

describe('the zones offered', () => {
  test.each([
    ['hano', 'Asia/Ho_Chi_Minh'],
    ['munch', 'Europe/Berlin'],
    ['japa', 'Asia/Tokyo'],
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
    ['18', '18:00'],
    ['18h', '18:00'],
    ['7h', '07:00'],
    ['20 Uhr', '20:00'],
    ['18.00', '18:00'],
    ['18:00 Uhr', '18:00'],
    ['18 giờ', '18:00'],
    ['18時30分', '18:30'],
    ['6 p.m.', '18:00'],
    ['0', '00:00'],
    ['오후 6시', '18:00'],
    ['오전 9:30', '09:30'],
    ['18시', '18:00'],
    ['下午6点', '18:00'],
    ['午後7時30分', '19:30'],
    ['7 CH', '19:00'],
    ['8 SA', '08:00'],
    ['kl. 18', '18:00'],
    ['klo 19', '19:00'],
    ['20 uur', '20:00'],
    ['noon', '12:00'],
    ['1930', '19:30'],
    ['7 p. m.', '19:00'],
  ])('%j is %s', (typed, time) => expect(parseClockTime(typed)).toBe(time));

  test.each(['', '24:00', '18:60', '6', '1860', '13 pm', '0 am', 'soon', '18:0', '-1:00'])(
    '%j is none',
    (typed) => expect(parseClockTime(typed)).toBeNull(),
  );

  test('a bare number up to twelve may be two', () => {
    expect(clockTimes('6')).toEqual(['06:00', '18:00']);
    expect(clockTimes('12')).toEqual(['00:00', '12:00']);
    expect(clockTimes('nope')).toEqual([]);
  });
});
