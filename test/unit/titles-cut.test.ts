import { expect, test } from 'vitest';
import { clipAtWord, plainAtWord } from '../../src/lib/clip.js';

test.each([
  ['Bread that keeps for weeks', 20, 'Bread that keeps…'],
  ['Bread that keeps for weeks', 17, 'Bread that keeps…'],
  ['Bread, butter and salt', 14, 'Bread, butter…'],
  ['Bread, butter and salt', 12, 'Bread…'],
  // One long word has nowhere else to end.
  ['Donaudampfschiff fahren', 12, 'Donaudampfs…'],
  ['a Donaudampfschiff', 12, 'a Donaudamp…'],
  ['fits as it is', 13, 'fits as it is'],
])('a title is cut between words: %o to %i', (title, most, shown) => {
  expect(clipAtWord(title, most)).toBe(shown);
  expect(plainAtWord(title, most)).toBe(shown);
});

test('of markdown stays harmless', () => {
  expect(plainAtWord('two *bold* words here', 17)).toBe('two \\*bold\\*…');
});
