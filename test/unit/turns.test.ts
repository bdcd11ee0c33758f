import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from '../../src/lib/turns.js';

test('no more than so many go on at once, each in its turn, and failures give their place on', async () => {
  const turn = createTurns(3);
  let going = 0;
  let most = 0;
  const order: number[] = [];
  const work = Array.from({ length: 20 }, (_, n) =>
    turn(async () => {
      order.push(n);
      going += 1;
      most = Math.max(most, going);
      await sleep(2);
      going -= 1;
      if (n % 4 === 0) throw new Error(`no ${n}`);
      return n;
    }),
  );
  const results = await Promise.allSettled(work);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(5);
  expect(most).toBe(3);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(await turn(async () => 'later')).toBe('later');
});
