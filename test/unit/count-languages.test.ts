import { Locale } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCount, readingsOf } from '../../src/lib/counts.js';
import { COUNT_LANGUAGES, DISCORD_LANGUAGES } from '../../src/lib/languages.js';
import { typedCount } from '../../src/lib/typed-count.js';

/** What a text reads as: `541200 ±100`, what it may mean, or the problem. */
function read(text: string, language?: string): string {
  const result = parseCount(text, language);
  if (result.ok) return `${result.count.value} ±${result.count.step}`;
  return result.problem === 'ambiguous'
    ? result.readings.map(({ value }) => value).join(' or ')
    : result.problem;
}

const LARGEST = Number.MAX_SAFE_INTEGER;

test('every language of Discord is among those read', () => {
  expect([...DISCORD_LANGUAGES].sort()).toEqual(Object.values(Locale).sort());
});

describe('a short form as Intl writes it', () => {
  const styles = COUNT_LANGUAGES.flatMap((language) =>
    (['short', 'long'] as const).map((compactDisplay) => [language, compactDisplay] as const),
  );

  test.each(styles)('in %s (%s) reads back with its value and its step', (language, style) => {
    const power = fc.integer({ min: 0, max: 15 }).map((exponent) => 10 ** exponent);
    const value = power.chain((unit) => fc.integer({ min: 1, max: 9_999 }).map((n) => n * unit));
    fc.assert(
      fc.property(
        value.filter((one) => one <= LARGEST / 10),
        fc.integer({ min: 0, max: 3 }),
        fc.boolean(),
        (count, decimals, bidi) => {
          const format = new Intl.NumberFormat(language, {
            notation: 'compact',
            compactDisplay: style,
            maximumFractionDigits: decimals,
          });
          const written = format.format(count);
          const result = parseCount(bidi ? `\u200f${written}\u200e` : written, language);
          if (!result.ok) throw new Error(`${written}: ${result.problem}`);
          const { value: back, step } = result.count;
          // What was read is written the same again, and its step is what the last digit stands for.
          expect(format.format(back)).toBe(written);
          const off = Number(back) - count;
          expect(Math.abs(off)).toBeLessThanOrEqual(Number(step) / 2);
          const shown = format.formatToParts(count).find(({ type }) => type === 'fraction');
          const next = Number(back) + Number(step);
          expect(format.format(next)).not.toBe(written);
          if (shown === undefined) return;
          expect(back % (step * 10n ** BigInt(shown.value.length))).not.toBe(0n);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each(COUNT_LANGUAGES)('of %s can be typed into a form and read back', (language) => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 9_999n }),
        fc.integer({ min: 0, max: 8 }).map((exponent) => 10n ** BigInt(exponent)),
        (digits, step) => {
          const count = { value: digits * step, step };
          const back = parseCount(typedCount(count, language), language);
          expect(back).toMatchObject({ ok: true, count: { value: count.value } });
        },
      ),
    );
  });
});

describe('what a count means by language', () => {
  test.each([
    ['541,2 N', 'vi', '541200 ±100'],
    ['1,2 Tr', 'vi', '1200000 ±100000'],
    ['1,2 triệu', 'vi', '1200000 ±100000'],
    ['1,2 trieu', 'vi', '1200000 ±100000'],
    ['12 ngàn', 'vi', '12000 ±1000'],
    ['541,2 N', 'en-US', '541200 ±100'],
    ['1,2 triệu', undefined, '1200000 ±100000'],
    ['541.2K views', 'en-US', '541200 ±100'],
    ['541.2K+', 'en-US', '541200 ±100'],
    ['12.3万+', 'zh-CN', '123000 ±1000'],
    ['12.3万+', undefined, '123000 ±1000'],
    ['1.2 million', 'en-US', '1200000 ±100000'],
    ['5.4 lakh', 'hi', '540000 ±10000'],
    ['5.4 lakh', 'en-GB', '540000 ±10000'],
    ['541.2K 🔥', 'en-US', '541200 ±100'],
    ['👀 541,200 ❤️', 'en-US', '541200 ±1'],
    ['541200.0', 'en-US', '541200 ±1'],
    ['541200,00', 'de', '541200 ±1'],
    ['1,2 B', 'tr', '1200 ±100'],
    ['12 B', 'tr', '12000 ±1000'],
    ['1,2 B', 'en-US', '1200 or 1200000000'],
    ['1,2 B', 'de', '1200 or 1200000000'],
    ['1.2B', 'tr', '1200 or 1200000000'],
    ['1,2 B', undefined, '1200 or 1200000000'],
    ['1.2B', 'en-US', '1200000000 ±100000000'],
    ['1.2B', 'de', '1200000000 ±100000000'],
    ['1,2 Mn', 'tr', '1200000 ±100000'],
    ['1.2M', 'id', '1200000 ±100000'],
    ['1,2 jt', 'id', '1200000 ±100000'],
    ['1,2 M', 'id', '1200000000 ±100000000'],
    ['1,2M', 'de', '1200000 ±100000'],
    ['3M', undefined, '3000000 ±1000000'],
    ['1,2 mil.', 'cs', '1200000 ±100000'],
    ['1,2 mil.', 'hr', '1200000 ±100000'],
    ['1,2 mil.', 'ro', '1200000 ±100000'],
    ['1,2 mil.', 'es-ES', '1200 ±100'],
    ['1,2 mil', 'pt-BR', '1200 ±100'],
    ['1,2 mil.', 'en-US', '1200 or 1200000'],
    ['1,2 mil.', undefined, '1200 or 1200000'],
    ['541 mil', 'en-US', '541000 or 541000000'],
    ['541,2 mil', 'en-US', '541200 ±100'],
    ['541.2 mil', 'en-US', '541200 or 541200000'],
    ['541 mil', undefined, '541000 ±1000'],
    ['2.4 mil', undefined, '2400 or 2400000'],
    ['7,5 mil', 'de', '7500 or 7500000'],
    ['7,5 mil', 'pt-BR', '7500 ±100'],
    ['2,345M', 'en-GB', '2345000 or 2345000000'],
    ['2.345M', 'en-GB', '2345000 ±1000'],
    ['2.345 Mio.', 'de', '2345000 or 2345000000'],
    ['12,5 T', 'de', '12500 ±100'],
    ['1,234万', 'ja', '12340000 ±10000'],
    ['1,234万', 'de', '12340 or 12340000'],
    ['1,234万', undefined, '12340 or 12340000'],
    ['10 mil M', 'es-ES', '10000000000 ±1000000000'],
    ['mille', 'fr', '1000 ±1000'],
    ['1 Mio. Aufrufe', 'de', '1000000 ±1000000'],
    ['12万回再生', 'ja', '120000 ±10000'],
    ['541,2 N lượt xem', 'vi', '541200 ±100'],
    ['541 200 vues', 'fr', '541200 ±1'],
    ['५.४ लाख', 'hi', '540000 ±10000'],
    ['۱٫۲ میلیون', 'fa', '1200000 ±100000'],
  ])('%j to a member with %s is %s', (text, language, expected) => {
    expect(read(text, language)).toBe(expected);
  });

  test.each([
    ['4,7 BİN', 'tr', '4700 ±100'],
    ['3,1 MİLYAR İZLENME', 'tr', '3100000000 ±100000000'],
    ['१५ हजार', 'hi', '15000 ±1000'],
    ['3 करोड़ व्यूज़', 'hi', '30000000 ±10000000'],
    ['1,9 M de vues', 'fr', '1900000 ±100000'],
    ['4 millones de visualizaciones', 'es-419', '4000000 ±1000000'],
    ['17 tis. zhlédnutí', 'cs', '17000 ±1000'],
    ['3 E megtekintés', 'hu', '3000 ±1000'],
    ['8 χιλ. προβολές', 'el', '8000 ±1000'],
    ['2,3 tusen visninger', 'no', '2300 ±100'],
    ['12K回視聴', 'ja', '12000 ±1000'],
    ['3.4만 조회수', 'ko', '34000 ±1000'],
    ['12.5K+ views', 'en-US', '12500 ±100'],
    ['≈12.5K', 'en-US', '12500 ±100'],
    ['1tr8', 'vi', '1800000 ±100000'],
    ['2k5', 'vi', '2500 ±100'],
    ['3万4千', 'ja', '34000 ±1000'],
    ['1億2000万回再生', 'ja', '120000000 ±10000'],
    ['1만2345', 'ko', '12345 ±1'],
    ['2 lakh 50 thousand', 'en-IN', '250000 ±1000'],
  ])('%j, as %s is typed, is %s', (text, language, expected) => {
    expect(read(text, language)).toBe(expected);
  });

  test('is the same to a member whose language nobody knows', () => {
    expect(read('541.2K', 'xx-invalid-tag-')).toBe('541200 ±100');
    expect(read('541.2K', '')).toBe('541200 ±100');
  });

  test('can be asked for: everything a form may mean to anybody', () => {
    const values = (text: string, language?: string) =>
      readingsOf(text, language).map(({ value }) => String(value));
    expect(values('1,2 B', 'tr')).toEqual(['1200', '1200000000', '1200000000000']);
    expect(values('541.2K')).toEqual(['541200']);
    expect(values('541200')).toEqual(['541200']);
    expect(values('lots')).toEqual([]);
  });
});

describe('what stands around a count', () => {
  test.each(['541.2Kviews', '541.2K cars', 'views 541.2K', '5 km', '541.2K+5', '🔥', '541🔥200'])(
    '%j is unreadable',
    (text) => {
      expect(read(text, 'en-US')).toBe('unreadable');
    },
  );
});
