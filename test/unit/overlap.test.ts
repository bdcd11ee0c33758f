import { expect, test } from 'vitest';
import { Overlap } from '../../src/discord/overlap.js';

const HOUR = 3_600_000;

test('a process is taken to have a predecessor for its first minute, and a while after meeting one', () => {
  let now = 200;
  const overlap = new Overlap(true, () => now);
  expect([overlap.isLikely, overlap.isPossible, overlap.isMet]).toEqual([true, true, false]);
  now = HOUR;
  expect([overlap.isLikely, overlap.isPossible, overlap.isMet]).toEqual([false, false, false]);
  overlap.met();
  expect([overlap.isLikely, overlap.isPossible, overlap.isMet]).toEqual([true, true, true]);
  now += 59_000;
  expect(overlap.isMet).toBe(true);
  now += 2_000;
  expect([overlap.isLikely, overlap.isMet]).toEqual([false, false]);
});

test('where several can serve one database, a successor is possible at any time', () => {
  const overlap = new Overlap(false, () => 5 * HOUR);
  expect([overlap.isLikely, overlap.isPossible]).toEqual([false, true]);
});

test('what is turned away is left to the others until half of Discord’s three seconds are over', () => {
  const overlap = new Overlap(false, () => 5 * HOUR);
  expect(overlap.othersFirst(100)).toBe(1_400);
  expect(overlap.othersFirst(2_600)).toBe(0);
});
