import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeCounts,
  decodeCursor,
  encodeCounts,
  encodeCursor,
  historyId,
} from '../../src/commands/history-ids.js';
import { parseCount } from '../../src/lib/counts.js';
import { pack, unpack } from '../../src/lib/packed.js';
import { typedCount } from '../../src/lib/typed-count.js';

const snowflake = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });

describe('a cursor in a custom id', () => {
  it('reads back, and fits with the longest ids', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('older' as const, 'newer' as const),
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        snowflake,
        (direction, takenAt, readingId) => {
          const cursor = { direction, takenAt, readingId };
          expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
          const longest = 2n ** 63n - 1n;
          historyId('history-page', longest, longest, '3650', encodeCursor(cursor));
        },
      ),
    );
  });

  it('is none where it was never made', () => {
    for (const text of [
      '',
      'x',
      'o',
      'o.',
      'ozzzzzzzzzz.1',
      'o1.zzzzzzzzzzzzz',
      'q1.1',
      'o1.1.1',
    ]) {
      expect(decodeCursor(text)).toBeNull();
    }
  });
});

describe('the counts of a reading', () => {
  const typed = fc
    .tuple(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom('', 'K', 'M', 'B', '万'), fc.nat(2))
    .map(([digits, unit, decimals]) =>
      unit === '' ? String(digits) : `${(digits / 10 ** decimals).toFixed(decimals)}${unit}`,
    );
  const count = typed.map((text) => {
    const result = parseCount(text);
    if (!result.ok) throw new Error(`${text} is no count.`);
    return result.count;
  });

  it('are shown in a modal so that they read back the same, however they were rounded', () => {
    fc.assert(
      fc.property(count, (one) => {
        const back = parseCount(typedCount(one));
        expect(back).toMatchObject({ ok: true, count: { value: one.value } });
      }),
    );
    for (const text of ['541.2K', '48.1K', '1204', '3.9K', '12M', '1.25B', '0']) {
      const result = parseCount(text);
      expect(result.ok && typedCount(result.count)).toBe(text);
    }
  });

  it('fit into a custom id beside the longest reading, or are left out', () => {
    fc.assert(
      fc.property(count, count, count, count, (views, likes, comments, shares) => {
        const text = encodeCounts({ views, likes, comments, shares });
        historyId('history-correct', 2n ** 63n - 1n, text);
        if (text !== '') expect(decodeCounts(text)).toEqual({ views, likes, comments, shares });
      }),
    );
    const most = { value: 2n ** 63n - 1n, step: 10n ** 18n };
    expect(encodeCounts({ views: most, likes: most, comments: most, shares: most })).toBe('');
    expect(decodeCounts('')).toBeNull();
  });
});

describe('rows as JSON', () => {
  it('read back with their 64-bit numbers and dates', () => {
    const rows = [
      { id: 2n ** 62n, at: new Date(0), none: null, parts: [{ effect: 0.5, signal: 'likes' }] },
    ];
    expect(unpack(JSON.parse(JSON.stringify(pack(rows))))).toEqual(rows);
  });
});
