import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Index } from '../../src/services/knowledge/index-in-steps.js';
import type { Finder } from '../../src/services/knowledge/search.js';

const STEPS = 20;

it('the search takes one step at each turn of the event loop, however many wait for it', async () => {
  let taken = 0;
  const index = new Index(
    function* (): Generator<undefined, Finder> {
      for (; taken < STEPS; taken += 1) yield;
      return () => [];
    },
    () => [],
  );
  const waiting = Array.from({ length: 8 }, () => index.prepare());
  const taking = [taken];
  while (taken < STEPS) {
    const before = taken;
    await turn();
    taking.push(taken - before);
  }
  await Promise.all(waiting);
  expect(Math.max(...taking)).toBe(1);
  expect(index.find('', undefined)).toEqual([]);
});
