import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleKey } from '../../src/lib/normalise.js';

const DAY = '2026-11-01';

describe('the same title', () => {
  test.each([
    ['5 Tips for BREAD', '5 tips for bread'],
    ['  5 tips\n for\u00a0bread ', '5 tips for bread'],
    ['it’s “easy”…', 'it\'s "easy"...'],
    ['bread #fyp #baking', 'bread fyp, baking'],
    ['Straße', 'STRASSE'],
    ['STRAẞE', 'straße'],
    ['ΟΔΟΣ', 'οδος'],
    ["ΟΔΟΣ'Α", 'οδος α'],
    ['Caf\u00e9', 'CAFE\u0301'],
    ['ｂｒｅａｄ　５', 'bread 5'],
    ['ﾊﾟﾝ', 'パン'],
    ['❤️ bread', '❤ bread'],
    ['می‌خواهم', 'میخواهم'],
    ['bre\u200bad\u202e', 'bread'],
    ['ISTANBUL', 'ıstanbul'],
    ['wait!?', 'wait'],
    ['a\0b', 'a b'],
  ])('%j and %j', (one, other) => {
    expect(titleKey(one, DAY)).not.toBeNull();
    expect(titleKey(one, DAY)).toBe(titleKey(other, DAY));
  });
});

describe('another title', () => {
  test.each([
    ['Part 1', 'Part 2'],
    ['Part 1/2', 'Part 12'],
    ['🔥', '😂'],
    ['🔥 bread', 'bread'],
    ['C++', 'C'],
    ['???', '!!!'],
    ['pão', 'pao'],
    ['x'.repeat(4000), `${'x'.repeat(3999)}y`],
  ])('%j and %j', (one, other) => {
    expect(titleKey(one, DAY)).not.toBe(titleKey(other, DAY));
  });

  test('or another day', () => {
    expect(titleKey('bread', DAY)).not.toBe(titleKey('bread', '2026-11-02'));
  });
});

describe('a key', () => {
  test('is readable, with the day at its end', () => {
    expect(titleKey('5 Tips: Bread!', DAY)).toBe('5 tips bread|2026-11-01');
    expect(titleKey('???', DAY)).toBe('???|2026-11-01');
  });

  test('of the longest caption stays short enough to be indexed', () => {
    expect(Buffer.byteLength(titleKey('万'.repeat(4000), DAY) ?? '')).toBeLessThan(700);
  });

  test('is none where nothing visible was typed', () => {
    expect(titleKey('', DAY)).toBeNull();
    expect(titleKey(' \u200b\n\0\ud800', DAY)).toBeNull();
  });

  test('can be stored, and stays when made again from itself', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    fc.assert(
      fc.property(title, (typed) => {
        const key = titleKey(typed, DAY);
        if (key === null) return;
        expect(key).not.toMatch(/[\0\p{Cs}]/u);
        expect(titleKey(key.slice(0, -`|${DAY}`.length), DAY)).toBe(key);
        expect(titleKey(`  ${typed.normalize('NFD')}\n`, DAY)).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  test('is stable for every character there is', () => {
    const unstable: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const key = titleKey(`x${String.fromCodePoint(code)}`, DAY);
      const title = key?.slice(0, -`|${DAY}`.length) ?? '';
      if (titleKey(title, DAY) !== key) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });
});
