import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createOrder } from '../../src/lib/in-order.js';

test('what concerns one thing is done in the order in which it came, also after a failure', async () => {
  const inOrder = createOrder<string>();
  const done: string[] = [];
  const slow = (name: string, ms: number) => async () => {
    await sleep(ms);
    done.push(name);
  };
  const failed = inOrder('a', async () => {
    await sleep(5);
    throw new Error('no');
  });
  await Promise.all([
    expect(failed).rejects.toThrow('no'),
    inOrder('a', slow('a1', 20)),
    inOrder('a', slow('a2', 1)),
    inOrder('b', slow('b1', 1)),
  ]);
  expect(done).toEqual(['b1', 'a1', 'a2']);
  expect(await inOrder('a', async () => 'again')).toBe('again');
});
