import { expect, test } from 'vitest';
import { parseSeconds } from '../../src/lib/seconds.js';

test.each([
  ['34', 34],
  [' 34.5 ', 34.5],
  ['12,3 s', 12.3],
  ['7 seconds', 7],
  ['0:34', 34],
  ['2:05', 125],
  ['90:00', 5400],
  ['1:02:05', 3725],
  ['0:07.5', 7.5],
])('%j is a length of time', (typed, seconds) => {
  expect(parseSeconds(typed)).toBeCloseTo(seconds, 9);
});

test.each(['', 'twelve', '-3', '1:2', '1:2:3:4', '34 min', '100000', '25:00:00', '1e3', '٣'])(
  '%j is none',
  (typed) => {
    expect(parseSeconds(typed)).toBeNull();
  },
);
