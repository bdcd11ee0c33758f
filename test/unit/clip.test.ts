import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, oneLine, plain } from '../../src/lib/clip.js';

const family = '👩‍👩‍👧‍👦';
const awkward = [
  ...'aZ09 .-+#>*_~`|<>[]()\\/@:&!',
  ...['\n', '\r\n', '\t', '\0', '\u0085', '\u2028', '\u00a0', '\u3000', '\u2800'],
  ...['\u200b', '\u200c', '\u200d', '\ufeff', '\u00ad', '\u202e', '\u2066', '\u2069', '\u061c'],
  ...['\ufe0f', '\ufe0e', '\u{e0041}', '\u115f', '\u3164', '\ud83d', '\udc69', '\ufffe'],
  ...['\u0301', '\u20dd', '🔥', '❤️', '🏽', '🇧🇷', family, '1️⃣', 'é', 'ß', '万', 'क्', 'می', 'ൎ'],
  ...['everyone', 'here', 'https://', '<@123>', '<t:1:R>', '](http://x.y)', '-# ', '||'],
];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...awkward), maxLength: 30 }),
);
const limit = fc.integer({ min: 0, max: 40 });

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
function boundaries(whole: string): Set<number> {
  return new Set([...segmenter.segment(whole)].map(({ index }) => index).concat(whole.length));
}

describe('a text clipped', () => {
  test.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['one too many', 11, 'one too ma…'],
    ['space at the cut', 7, 'space…'],
    [`${family}${family}`, 12, `${family}…`],
    [`${family}${family}`, 11, '…'],
    ['🇧🇷🇩🇪', 5, '🇧🇷…'],
    ['e\u0301e\u0301', 3, 'e\u0301…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
    ['abc', -1, ''],
    ['', 0, ''],
  ])('%j to %i is %j', (whole, max, expected) => {
    expect(clip(whole, max)).toBe(expected);
  });

  test('fits, keeps whole characters, and stays when clipped again', () => {
    fc.assert(
      fc.property(text, limit, (whole, max) => {
        const clipped = clip(whole, max);
        expect(clipped.length).toBeLessThanOrEqual(max);
        expect(clip(clipped, max)).toBe(clipped);
        if (whole.length <= max) {
          expect(clipped).toBe(whole);
        } else if (max > 0) {
          expect(clipped.endsWith('…')).toBe(true);
          const kept = clipped.slice(0, -1);
          expect(whole.startsWith(kept)).toBe(true);
          expect(boundaries(whole).has(kept.length)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a very long text costs no more than its limit', () => {
    expect(clip('🔥'.repeat(1_000_000), 7)).toBe('🔥🔥🔥…');
  });
});

describe('one line of what a member wrote', () => {
  test.each([
    ['My  recipe\n\nfor\tbread ', 'My recipe for bread'],
    ['a\0b\u0007c', 'abc'],
    ['\u202eevil\u202c \u2066x\u2069', 'evil x'],
    ['ze\u200bro\ufeff wi\u00addth', 'zero width'],
    ['half \ud83d', 'half'],
    ['\u3164\u2800\u200b', ''],
    ['\ufe0f\u200d', ''],
    [`family ${family} ❤️ 👩🏽‍🍳 1️⃣`, `family ${family} ❤️ 👩🏽‍🍳 1️⃣`],
    ['می‌خواهم', 'می‌خواهم'],
    ['क्‍ष', 'क्‍ष'],
    ['🔥\u200d\u200d🔥', '🔥🔥'],
    [`z${'\u0301'.repeat(50)}algo`, `z${'\u0301'.repeat(4)}algo`],
    ['Tiếng Việt שָׁלוֹם', 'Tiếng Việt שָׁלוֹם'],
  ])('%j shows as %j', (typed, expected) => {
    expect(oneLine(typed)).toBe(expected);
  });

  test('is one line, well-formed, visible or empty, and stays when cleaned again', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const line = oneLine(typed);
        expect(oneLine(line)).toBe(line);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|^ | $| {2}/u);
        expect(line).not.toMatch(
          /[\u200b\u2060\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
        );
        expect(line).not.toMatch(
          /\u200c\u200c|\u200d\u200d|^(?:\u200c|\u200d|\ufe0f)|(?:\u200c|\u200d)$/,
        );
      }),
      { numRuns: 3000 },
    );
  });
});

/** Signs that stand unescaped, in order, as Discord would see them. */
function active(markdown: string): string {
  return markdown.replace(/\\[^0-9A-Za-z\s]/gu, '').replace(/[^\\`*_~|<>[\]/]/g, '');
}

describe('what a member wrote, made harmless', () => {
  test.each([
    ['**bold** _it_ ~~no~~', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~'],
    ['```js\nx```', '\\`\\`\\`js x\\`\\`\\`'],
    ['||spoiler||', '\\|\\|spoiler\\|\\|'],
    ['[free](https://evil.example)', '\\[free\\](https:\\/\\/evil.example)'],
    ['discord.gg/abc', 'discord.gg\\/abc'],
    ['# big #fyp', '\\# big #fyp'],
    ['-# small', '\\-# small'],
    ['- list', '\\- list'],
    ['1. first', '1\\. first'],
    ['a\n# big', 'a # big'],
    ['> quote', '\\> quote'],
    ['@everyone @Here @ana', '＠everyone ＠Here @ana'],
    ['@every\u200bone', '＠everyone'],
    ['<@123> <@&5> <#9>', '\\<＠123\\> \\<＠&5\\> \\<#9\\>'],
    ['<t:1:R> <:a:1> </x:1>', '\\<t:1:R\\> \\<:a:1\\> \\<\\/x:1\\>'],
    ['\\*', '\\\\\\*'],
    ['5 tips: bread & butter (easy) 🔥', '5 tips: bread & butter (easy) 🔥'],
  ])('%j becomes %j', (typed, expected) => {
    expect(plain(typed)).toBe(expected);
  });

  test('shows as typed: unescaped, it is the line again', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(
          plain(typed)
            .replace(/\\([^0-9A-Za-z\s])/gu, '$1')
            .replaceAll('＠', '@'),
        ).toBe(oneLine(typed).replaceAll('＠', '@'));
      }),
      { numRuns: 2000 },
    );
  });

  test('no sign of markdown, link or mention is active at any length', () => {
    fc.assert(
      fc.property(text, limit, (typed, max) => {
        for (const shown of [plain(typed), plain(typed, max)]) {
          expect(active(shown)).toBe('');
          expect(shown).not.toMatch(/:\/\/|<@|@everyone|@here|^[#+-]|^\d+[.)]|[\r\n\0]/i);
        }
        expect(plain(typed, max).length).toBeLessThanOrEqual(max);
      }),
      { numRuns: 3000 },
    );
  });

  test('a clip never leaves half an escape', () => {
    expect(plain('ab*cd', 5)).toBe('ab\\*…');
    expect(plain('ab*cd', 4)).toBe('ab…');
    expect(plain('\\\\\\', 4)).toBe('\\\\…');
  });
});
