import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_LANGUAGES } from '../../src/lib/day-words.js';
import { DISCORD_LANGUAGES } from '../../src/lib/languages.js';
import { parsePostedDay } from '../../src/lib/posted-day.js';

const now = new Date('2026-11-29T12:00:00Z');

/** What a text is taken for: the day, the days it may mean, or the problem. */
function read(text: string, language?: string): string {
  const result = parsePostedDay(text, now, language);
  if (result.ok) return result.date;
  return result.problem === 'ambiguous' ? result.candidates.join(' or ') : result.problem;
}

describe('a day in numbers', () => {
  test.each([
    ['2026-11-01', '2026-11-01'],
    ['2026/11/01', '2026-11-01'],
    ['2026.11.1.', '2026-11-01'],
    ['2026-11-1', '2026-11-01'],
    ['20261101', '2026-11-01'],
    ['2026年11月1日', '2026-11-01'],
    ['2026年11月1日日曜日', '2026-11-01'],
    ['11月1日', '2026-11-01'],
    ['2026년 11월 1일', '2026-11-01'],
    ['31.12.2025', '2025-12-31'],
    ['12/31/2025', '2025-12-31'],
    ['5/5/2026', '2026-05-05'],
    ['31.12.25', '2025-12-31'],
    ['25-12-31', '2025-12-31'],
    // One of the two is still to come.
    ['12/11/2026', '2026-11-12'],
    ['11/12/2026', '2026-11-12'],
    ['01.11.2026', '2026-01-11 or 2026-11-01'],
    ['٠١/١١/٢٠٢٦', '2026-01-11 or 2026-11-01'],
    ['11-28', '2026-11-28'],
    ['28-11', '2026-11-28'],
    ['28.11.', '2026-11-28'],
    ['12-25', '2025-12-25'],
    ['29.2.', '2024-02-29'],
    ['11-1', '2026-01-11 or 2026-11-01'],
    ['31.02.2026', 'no such day'],
    ['01.11.1999', 'before TikTok'],
    ['31.12.2027', '2027-12-31'],
    ['1/2/3', 'unreadable'],
    ['2026', 'unreadable'],
    ['2026-11', 'unreadable'],
    ['32-13', 'no such day'],
  ])('%j is %s', (text, expected) => {
    const sorted = read(text).split(' or ').sort().join(' or ');
    expect(sorted).toBe(expected);
  });

  test('has the member’s own order first where it may be two', () => {
    expect(read('11/1/2026', 'en-US')).toBe('2026-11-01 or 2026-01-11');
    expect(read('11/1/2026', 'en-GB')).toBe('2026-01-11 or 2026-11-01');
  });
});

describe('a day in words', () => {
  test.each([
    ['1 Nov', '2026-11-01'],
    ['Nov 1', '2026-11-01'],
    ['1 Dec', '2025-12-01'],
    ['1 November 2026', '2026-11-01'],
    ['November 1st, 2026', '2026-11-01'],
    ['Sun, 1 Nov 2026', '2026-11-01'],
    ['1 Nov 26', '2026-11-01'],
    ['1 tháng 11', '2026-11-01'],
    ['ngày 1 tháng 11 năm 2026', '2026-11-01'],
    ['1 thg 11, 2026', '2026-11-01'],
    ['1 tháng 1', '2026-01-01'],
    ['1 de noviembre de 2026', '2026-11-01'],
    ['1 de nov. de 2026', '2026-11-01'],
    ['1º de novembro', '2026-11-01'],
    ['1. November', '2026-11-01'],
    ['3. März 2026', '2026-03-03'],
    ['1er novembre 2026', '2026-11-01'],
    ['14 août', '2026-08-14'],
    ['1 Agustus 2026', '2026-08-01'],
    ['30 February', 'no such day'],
    ['Nov 2026', 'unreadable'],
    ['November', 'unreadable'],
    ['1 Nov ember', 'unreadable'],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['today', '2026-11-29'],
    ['Yesterday', '2026-11-28'],
    ['hôm qua', '2026-11-28'],
    ['hôm nay', '2026-11-29'],
    ['ayer', '2026-11-28'],
    ['ontem', '2026-11-28'],
    ['gestern', '2026-11-28'],
    ['vorgestern', '2026-11-27'],
    ['hier', '2026-11-28'],
    ['aujourd’hui', '2026-11-29'],
    ['kemarin', '2026-11-28'],
    ['昨日', '2026-11-28'],
    ['3d ago', '2026-11-26'],
    ['3 days ago', '2026-11-26'],
    ['3d', '2026-11-26'],
    ['1d ago', '2026-11-28'],
    ['2w ago', '2026-11-15'],
    ['13h ago', '2026-11-28'],
    ['5 hours ago', '2026-11-29'],
    ['3 ngày trước', '2026-11-26'],
    ['hace 3 días', '2026-11-26'],
    ['há 3 dias', '2026-11-26'],
    ['vor 3 Tagen', '2026-11-26'],
    ['il y a 3 jours', '2026-11-26'],
    ['3 hari yang lalu', '2026-11-26'],
    ['3日前', '2026-11-26'],
    ['3 日前', '2026-11-26'],
    ['3 months ago', 'unreadable'],
    ['99999 days ago', 'unreadable'],
    ['some day', 'unreadable'],
  ])('%j is counted back to %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('may be in the member’s own language, too', () => {
    expect(read('вчера', 'ru')).toBe('2026-11-28');
    expect(read('1 ноября 2026', 'ru')).toBe('2026-11-01');
    expect(read('1 listopada', 'pl')).toBe('2026-11-01');
    expect(read('1 listopada', 'hr')).toBe('2026-10-01');
  });
});

describe('a day as any language of Discord writes it', () => {
  const moments = ['2026-02-27T18:30:00Z', '2026-05-31T12:00:00Z', '2026-09-28T00:15:00Z'];

  test.each(DISCORD_LANGUAGES)('%s, with its time of day, in capitals too', (tag) => {
    for (const moment of moments) {
      for (const dateStyle of ['full', 'long', 'medium', 'short'] as const) {
        for (const timeStyle of [undefined, 'short', 'medium'] as const) {
          const format = new Intl.DateTimeFormat(tag, { dateStyle, timeStyle, timeZone: 'UTC' });
          const text = format.format(new Date(moment));
          expect(read(text, tag), text).toBe(moment.slice(0, 10));
          expect(read(text.toLocaleUpperCase(tag), tag), text).toBe(moment.slice(0, 10));
        }
      }
    }
  });

  test.each(DISCORD_LANGUAGES)('%s, a weekday before the numbers', (tag) => {
    const numbers = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    for (const weekday of ['short', 'long'] as const) {
      const format = new Intl.DateTimeFormat(tag, { weekday, ...numbers, timeZone: 'UTC' });
      expect(read(format.format(new Date('2026-10-31T00:00:00Z')), tag)).toBe('2026-10-31');
    }
  });

  test.each(DISCORD_LANGUAGES)('%s, how long ago, without accents too', (tag) => {
    for (const style of ['long', 'short', 'narrow'] as const) {
      const format = new Intl.RelativeTimeFormat(tag, { style });
      const phrase = format.format(-4, 'day');
      const bare = phrase
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC');
      expect([read(phrase, tag), read(bare, tag)]).toEqual(['2026-11-25', '2026-11-25']);
      for (const unit of ['month', 'year'] as const) {
        expect(read(format.format(-2, unit), tag)).toBe('unreadable');
      }
    }
  });

  test.each([
    ['1mo ago', 'en-US', 'unreadable'],
    ['2 mo ago', 'de', 'unreadable'],
    ['14 ก.พ. 2569', 'th', '2026-02-14'],
    ['14/2/69', 'th', '2026-02-14'],
    ['7 มี.ค. 69', 'th', '2026-03-07'],
    ['9 มิ.ย. 2568', undefined, 'unreadable'],
    ['9 มิ.ย. 2568', 'th', '2025-06-09'],
    ['2569-11-01', 'en-US', '2026-11-01'],
    ['hace dos dias', undefined, '2026-11-27'],
    ['vor einer Woche', undefined, '2026-11-22'],
    ['a day ago', undefined, '2026-11-28'],
    ['il y a un jour', undefined, '2026-11-28'],
    ['5 dias atrás', 'pt-BR', '2026-11-24'],
    ['5 hari lalu', undefined, '2026-11-24'],
    ['cách đây 5 ngày', undefined, '2026-11-24'],
    ['5 Tage her', 'de', '2026-11-24'],
    ['вчора', 'uk', '2026-11-28'],
    ['14 aout', undefined, '2026-08-14'],
    ['30 KASIM 2025', 'tr', '2025-11-30'],
    ['le 28/11/2026', 'fr', '2026-11-28'],
    ['ngày 30/10', 'vi', '2026-10-30'],
    ['2026/28/11', undefined, '2026-11-28'],
    ['01.Nov.2026', undefined, '2026-11-01'],
    ['30. 10.', 'cs', '2026-10-30'],
    ['Thứ 7, 28 thg 11', 'vi', '2026-11-28'],
  ])('%j to a member with %s is %s', (text, tag, expected) => {
    expect(read(text, tag)).toBe(expected);
  });
});

describe('a time stamp', () => {
  test.each([
    ['2026-11-01T23:30:00+07:00', '2026-11-01'],
    ['2026-11-01T18:30:00.000Z', '2026-11-01'],
    ['2026-11-01 18:30', '2026-11-01'],
    ['11/28/2026 6:30 PM', '2026-11-28'],
    ['28.11.2026, 18:30', '2026-11-28'],
    ['28.11.2026 um 18:30 Uhr', '2026-11-28'],
    ['<t:1793491200:D>', '2026-11-01'],
    ['<t:1793491200>', '2026-11-01'],
    ['1793491200', '2026-11-01'],
    ['1793491200000', '2026-11-01'],
    ['November 1, 2026 at 6:30 PM', '2026-11-01'],
    ['Sun Nov 01 2026 18:30:00 GMT+0700 (Indochina Time)', '2026-11-01'],
    ['2026年11月1日 18:30', '2026-11-01'],
    ['1099660126', 'before TikTok'],
  ])('%j gives its day, %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('whatever day it is', () => {
  const day = fc.date({
    min: new Date('2014-01-01T00:00:00Z'),
    max: now,
    noInvalidDate: true,
  });
  const styles = ['full', 'long', 'medium'] as const;

  test.each([...new Set([...DAY_LANGUAGES, ...DISCORD_LANGUAGES.filter((tag) => tag !== 'th')])])(
    'as %s writes it with the month’s name it reads back',
    (language) => {
      fc.assert(
        fc.property(day, fc.constantFrom(...styles), (date, dateStyle) => {
          const written = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' });
          if (!/\p{L}{2}|\p{Script=Han}/u.test(written.format(date))) return;
          expect(`${written.format(date)}: ${read(written.format(date), language)}`).toBe(
            `${written.format(date)}: ${date.toISOString().slice(0, 10)}`,
          );
        }),
      );
    },
  );

  test('any order in numbers holds it among what it may mean', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('.', '/', '-', ' '), (date, mark) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
        for (const order of [
          [dayOfMonth, month, year],
          [month, dayOfMonth, year],
          [year, String(Number(month)), String(Number(dayOfMonth))],
        ]) {
          expect(read(order.join(mark))).toContain(iso);
        }
      }),
    );
  });

  test('nothing typed throws, and what is read is a day of the calendar', () => {
    const nearly = fc.string({
      unit: fc.constantFrom(...'0123456789-./年月日 –٣', ' Nov ', ' ago', 'd', 'T18:00'),
      maxLength: 14,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearly), (text) => {
        const result = parsePostedDay(text, now);
        const days = result.ok ? [result.date] : 'candidates' in result ? result.candidates : [];
        for (const date of days) {
          expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
