import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stripInvisible } from '../../src/lib/characters.js';
import { parseCount } from '../../src/lib/counts.js';
import { formatCount } from '../../src/lib/format.js';

/** What a text reads as: `541200 ±100`, or the problem. */
function read(text: string): string {
  const result = parseCount(text);
  return result.ok ? `${result.count.value} ±${result.count.step}` : result.problem;
}

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);
const value = fc.oneof(
  fc.bigInt({ min: 0n, max: 20_000n }),
  fc.bigInt({ min: 0n, max: 5_000_000_000n }),
  fc.bigInt({ min: 0n, max: LARGEST }),
);

const grouped = (mark: string) => (count: bigint) =>
  String(count).replace(/\B(?=(?:\d{3})+$)/g, mark);
const indian = (count: bigint) => String(count).replace(/\B(?=(?:\d{2})*\d{3}$)/g, ',');

const inFull: [style: string, format: (count: bigint) => string][] = [
  ['plain digits', String],
  ['a leading plus', (count) => `+${count}`],
  ['commas', grouped(',')],
  ['points', grouped('.')],
  ['spaces', grouped(' ')],
  ['no-break spaces', grouped('\u00a0')],
  ['narrow no-break spaces', grouped('\u202f')],
  ['thin spaces', grouped('\u2009')],
  ['apostrophes', grouped("'")],
  ['curly apostrophes', grouped('’')],
  ['full-width commas', grouped('，')],
  ['Arabic thousands marks', grouped('٬')],
  ['Indian groups', indian],
  ...['en-US', 'de', 'de-CH', 'fr', 'pt-BR', 'pt-PT', 'es-ES', 'ru', 'ja', 'en-IN', 'hi', 'pl'].map(
    (locale): [string, (count: bigint) => string] => [
      `the bot's own ${locale}`,
      (count) => formatCount(count, locale),
    ],
  ),
  ...['ar-EG', 'fa', 'mr', 'bn', 'my', 'ne', 'th-u-nu-thai', 'ur-u-nu-arabext'].map(
    (locale): [string, (count: bigint) => string] => [
      `the digits of ${locale}`,
      (count) => formatCount(count, locale),
    ],
  ),
];

describe('a count written in full', () => {
  test.each(inFull)('with %s reads back', (_style, format) => {
    fc.assert(
      fc.property(value, (count) => {
        expect(read(format(count))).toBe(`${count} ±1`);
      }),
    );
  });
});

const shortForms: [suffix: string, exponent: number][] = [
  ['K', 3],
  ['M', 6],
  ['B', 9],
  ['К', 3],
  ['М', 6],
  ['Tsd.', 3],
  ['Mio.', 6],
  ['Mrd.', 9],
  ['mil', 3],
  ['mi', 6],
  ['bi', 9],
  ['k', 3],
  ['Md', 9],
  ['tys.', 3],
  ['mln', 6],
  ['mld', 9],
  ['rb', 3],
  ['jt', 6],
  ['тыс.', 3],
  ['тис.', 3],
  ['млн', 6],
  ['млрд', 9],
  ['ألف', 3],
  ['الف', 3],
  ['آلاف', 3],
  ['الاف', 3],
  ['مليون', 6],
  ['مليار', 9],
  ['千', 3],
  ['천', 3],
  ['万', 4],
  ['萬', 4],
  ['만', 4],
  ['w', 4],
  ['億', 8],
  ['亿', 8],
  ['억', 8],
];
const eastAsian = new Set(['千', '천', '万', '萬', '만', 'w', '億', '亿', '억']);

describe('a short form', () => {
  test.each(shortForms)('%s reads back with its rounding', (suffix, exponent) => {
    const decimals = fc.integer({ min: 0, max: exponent });
    const writing = fc.record({
      mark: fc.constantFrom('.', ',', '٫'),
      space: fc.constantFrom('', ' ', '\u00a0', '\u202f'),
      letters: fc.constantFrom(suffix, suffix.toLowerCase(), suffix.toUpperCase()),
      dot: suffix.endsWith('.') ? fc.boolean() : fc.constant(true),
      grouping: fc.constantFrom('', ' ', "'"),
    });
    const numbers = decimals.chain((places) => {
      const step = 10n ** BigInt(exponent - places);
      const top = LARGEST / step;
      return fc.record({
        places: fc.constant(places),
        step: fc.constant(step),
        shown: fc.oneof(
          fc.bigInt({ min: 0n, max: top < 9_999n ? top : 9_999n }),
          fc.bigInt({ min: 0n, max: top }),
        ),
      });
    });
    fc.assert(
      fc.property(numbers, writing, ({ places, step, shown }, style) => {
        fc.pre(!(eastAsian.has(suffix) && places === 3 && style.mark === ','));
        // These may be a group in English, and English for a million.
        fc.pre(!(/^[kmb]$/i.test(suffix) && places === 3 && style.mark === ','));
        fc.pre(!(suffix === 'mil' && style.mark === '.' && places > 0));
        // With a comma it may be Turkish for a thousand.
        fc.pre(!(suffix === 'B' && places > 0 && style.mark === ','));
        const digits = String(shown).padStart(places + 1, '0');
        const whole = grouped(style.grouping)(BigInt(digits.slice(0, digits.length - places)));
        const fraction = places === 0 ? '' : style.mark + digits.slice(-places);
        const letters = style.dot ? style.letters : style.letters.replace('.', '');
        expect(read(whole + fraction + style.space + letters)).toBe(`${shown * step} ±${step}`);
      }),
    );
  });

  test.each([
    'de',
    'pt',
    'es',
    'fr',
    'ru',
    'ja',
    'zh',
    'ko',
    'ar-EG',
    'pl',
    'id',
    'en',
    'uk',
    'it',
  ])('as %s writes it reads as the same number', (locale) => {
    const compact = new Intl.NumberFormat(locale, { notation: 'compact' });
    // Below a billion: Spanish counts on in thousands of millions, Indonesian M is a billion.
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 900_000_000n }), (count) => {
        const result = parseCount(compact.format(count));
        if (!result.ok) throw new Error(`${compact.format(count)}: ${result.problem}`);
        const off = result.count.value - count;
        expect(off <= result.count.step && -off <= result.count.step).toBe(true);
      }),
    );
  });
});

describe('what a count is taken for', () => {
  test.each([
    ['0', '0 ±1'],
    ['007', '7 ±1'],
    ['541200', '541200 ±1'],
    ['541,200', '541200 ±1'],
    ['541.200', '541200 ±1'],
    ['541 200', '541200 ±1'],
    ['1.234', '1234 ±1'],
    ['1,234', '1234 ±1'],
    ['1,23,456', '123456 ±1'],
    ['1.234.567', '1234567 ±1'],
    ['541.2K', '541200 ±100'],
    ['541.2 k', '541200 ±100'],
    ['541,2K.', '541200 ±100'],
    ['12K', '12000 ±1000'],
    ['12.0K', '12000 ±100'],
    ['0K', '0 ±1000'],
    ['541.200K', '541200 ±1'],
    ['1,234.5K', '1234500 ±100'],
    ['1.234,5 Tsd.', '1234500 ±100'],
    ['1.234.567K', '1234567000 ±1000'],
    ['1 234 тыс.', '1234000 ±1000'],
    ['12.34M', '12340000 ±10000'],
    ['2.3B', '2300000000 ±100000000'],
    ['2300 M', '2300000000 ±1000000'],
    ['0,5 Mio.', '500000 ±100000'],
    ['.5M', '500000 ±100000'],
    ['1,2 mi', '1200000 ±100000'],
    ['541 mil', '541000 ±1000'],
    ['1,2 Md', '1200000000 ±100000000'],
    ['54.1万', '541000 ±1000'],
    ['1.2億', '120000000 ±10000000'],
    ['５４．１万', '541000 ±1000'],
    ['５４１，２００', '541200 ±1'],
    ['１．２Ｍ', '1200000 ±100000'],
    ['1、234', '1234 ±1'],
    ['٥٤١٬٢٠٠', '541200 ±1'],
    ['٥٤١٫٢ ألف', '541200 ±100'],
    ['٥٤١،٢٠٠', '541200 ±1'],
    ['۵۴۱۲۰۰', '541200 ±1'],
    ['५४१२००', '541200 ±1'],
    ['\u200e541.2K\u200f', '541200 ±100'],
    ['\ufeff 541\u200b200 \n', '541200 ±1'],
    ['9007199254740991', '9007199254740991 ±1'],
    ['9007199254740992', 'too large'],
    ['10000000B', 'too large'],
    ['9'.repeat(6000), 'too large'],
    ['', 'empty'],
    [' \u200b\u00a0', 'empty'],
    ['-5', 'negative'],
    ['−5', 'negative'],
    ['–1.2K', 'negative'],
    ['-1,5', 'negative'],
    ['- 12', 'negative'],
    ['1.5', 'fraction'],
    ['1,23', 'fraction'],
    ['0.123', 'fraction'],
    ['1,234.5', 'fraction'],
    ['1.234,56', 'fraction'],
    ['1.2345K', 'fraction'],
    ['٥٫٢', 'fraction'],
    ['1,234万', 'ambiguous'],
    ['1.2 mil.', 'ambiguous'],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    'K',
    'mil',
    '.',
    '-',
    '+',
    '1e6',
    '0x10',
    'NaN',
    'Infinity',
    'N/A',
    '12 34',
    '1 2K',
    '1  234',
    '5.',
    '5.K',
    '5-',
    '--5',
    '+-5',
    '1K2',
    '1KK',
    '1..234',
    '1,,234',
    ',123,456',
    '01,234,567',
    "1'23",
    '1,2345,678',
    '1.23.456',
    '1 234,567 890',
    '10²',
    '①',
    '½',
    'Ⅻ',
    '1Ⅿ',
    '1️⃣',
    '五万',
    '1億0万',
    '1万2億',
    '1万20000',
    '~',
    '100%',
    '$5',
    '5 km',
    '2026-11-01',
    '01.11.2026',
    '11/1/2026',
    '12:30',
    '<@123456789012345678>',
    'https://www.tiktok.com/@a/video/7300000000000000001',
    '1\n234',
    '1\u0000234',
  ])('%j is unreadable', (text) => {
    expect(read(text)).toBe('unreadable');
  });
});

describe('whatever is typed', () => {
  test('never throws, and a value is whole, in range and a multiple of its step', () => {
    const nearly = fc.string({
      unit: fc.constantFrom(..."0123456789.,٫٬' -+KkMmBilТтысmrd万億.²½\u00a0\u200b٣४eE/"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearly), (text) => {
        const result = parseCount(text);
        if (!result.ok) return;
        const { value: count, step } = result.count;
        expect(text).toMatch(/\p{Nd}/u);
        expect(count >= 0n && count <= LARGEST && step >= 1n && count % step === 0n).toBe(true);
        const visible = stripInvisible(text.normalize('NFKC'));
        // `1万2` says 10,002 with two digits.
        if (/\p{Nd}\s*[\p{L}\p{M}]+\s*\p{Nd}/u.test(visible)) return;
        // All that was typed beside marks and the short form's letters is in the value.
        const typed = text.normalize('NFKC').match(/\p{Nd}/gu)?.length ?? 0;
        expect(String(count / step).length).toBeLessThanOrEqual(typed);
      }),
      { numRuns: 5000 },
    );
  });

  test.each(['4億.9', '４億.9', '1万.5', '2 lakh.5'])(
    '%j is no count: a part of a person stands behind its form',
    (text) => {
      expect(parseCount(text).ok).toBe(false);
    },
  );

  test('a foreign character anywhere in a number is refused', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 5_000_000_000n }),
        fc.constantFrom(...'xé/:%$#²½@_*"&()[]{}|~^?!;=<>\\ö', '\n', '\t', '\0'),
        fc.nat(),
        (count, foreign, at) => {
          const digits = String(count);
          const place = digits.length > 1 ? 1 + (at % (digits.length - 1)) : 1;
          expect(read(digits.slice(0, place) + foreign + digits.slice(place))).toBe(
            place === digits.length && /\s/.test(foreign) ? `${count} ±1` : 'unreadable',
          );
        },
      ),
    );
  });

  test('a long hostile text is refused at once', () => {
    for (const text of ['1,'.repeat(3000), `1${' '.repeat(5998)}x`, '1.234'.repeat(1200)]) {
      expect(read(text)).toBe('unreadable');
    }
  });
});

describe('a count shown', () => {
  test('carries the digit groups of the language', () => {
    expect(formatCount(541_200)).toBe('541,200');
    expect(formatCount(541_200n, 'de')).toBe('541.200');
    expect(formatCount(9_007_199_254_740_991n, 'en-US')).toBe('9,007,199,254,740,991');
  });

  test('shows whole people', () => {
    expect(formatCount(1234.56)).toBe('1,235');
  });
});
