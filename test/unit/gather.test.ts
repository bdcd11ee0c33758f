import { expect, test } from 'vitest';
import { createGathering } from '../../src/lib/gather.js';

test('what comes within a short time is done together, each with its own result', async () => {
  const seen: number[][] = [];
  const double = createGathering(5, async (items: readonly number[]) => {
    seen.push([...items]);
    return items.map((item) => 2 * item);
  });
  expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(seen).toEqual([[1, 2, 3], [4]]);
});

test('one that can’t be done fails alone', async () => {
  const done: number[] = [];
  const work = createGathering(5, async (items: readonly number[]) => {
    if (items.includes(2)) throw new Error('not two');
    done.push(...items);
    return items.map((item) => item);
  });
  const results = await Promise.allSettled([work(1), work(2), work(3)]);
  expect(results).toMatchObject([
    { status: 'fulfilled', value: 1 },
    { status: 'rejected' },
    { status: 'fulfilled', value: 3 },
  ]);
  expect(done.toSorted()).toEqual([1, 3]);
});
