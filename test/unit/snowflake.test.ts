import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeOfSnowflake } from '../../src/lib/snowflake.js';

test('an id of Discord tells when it was made: the example of Discord’s own reference', () => {
  expect(timeOfSnowflake(175_928_847_299_117_063n)).toEqual(new Date('2016-04-30T11:18:25.796Z'));
});

test('the first id is of the first moment of 2015', () => {
  expect(timeOfSnowflake(0n)).toEqual(new Date('2015-01-01T00:00:00.000Z'));
  expect(timeOfSnowflake((1n << 22n) - 1n)).toEqual(new Date('2015-01-01T00:00:00.000Z'));
  expect(timeOfSnowflake(1n << 22n)).toEqual(new Date('2015-01-01T00:00:00.001Z'));
});

test('an id tells the millisecond it was made in, whatever else is in it', () => {
  const milliseconds = fc.bigInt({ min: 0n, max: 2n ** 41n - 1n });
  const rest = fc.bigInt({ min: 0n, max: 2n ** 22n - 1n });
  fc.assert(
    fc.property(milliseconds, rest, (since, low) => {
      expect(timeOfSnowflake(since * 2n ** 22n + low).getTime()).toBe(
        Date.UTC(2015, 0, 1) + Number(since),
      );
    }),
  );
});
