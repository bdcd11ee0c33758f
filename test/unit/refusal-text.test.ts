import { expect, test } from 'vitest';
import { refusal } from '../../src/words/en/refusal.js';

// Two backticks with nothing between them begin a code that ends somewhere further on, and show
// what stands there as markdown.
test.each([
  ['a time', refusal.schedule({ option: 'time', typed: '' }, '')],
  ['a time zone', refusal.schedule({ option: 'timezone', typed: '' }, '')],
  ['a week', refusal.notAWeek('')],
  ['a count', refusal.unreadable({ option: 'views', typed: '', why: 'empty' }, '')],
])('%s of nothing visible is named without an empty code', (_, said) => {
  expect(said).not.toContain('``');
  expect(said).toMatch(/^\*\*\w+\*\* (isn’t|is empty)/);
});
