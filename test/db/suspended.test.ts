import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/db/database.js';
import { newPostgres } from '../support/databases.js';

it('who stops in the middle of a transaction doesn’t keep its rows for ever', async () => {
  const url = await newPostgres('migrated');
  const stopped = await openDatabase(url, () => undefined);
  const other = await openDatabase(url, () => undefined);
  const goOn = new AbortController();
  try {
    await other.prisma.guild.create({ data: { id: 1n } });
    const touch = { where: { id: 1n }, data: { id: 1n } };
    let isHeld = false;
    const transaction = stopped.prisma
      .$transaction(
        async (tx) => {
          await tx.guild.update(touch);
          isHeld = true;
          await sleep(60_000, undefined, { signal: goOn.signal }).catch(() => undefined);
          await tx.guild.update(touch);
        },
        { timeout: 90_000 },
      )
      .then(
        () => 'done',
        () => 'failed',
      );
    await expect.poll(() => isHeld, { timeout: 10_000 }).toBe(true);
    await expect(other.prisma.guild.update(touch)).rejects.toThrow();
    await expect
      .poll(
        () =>
          other.prisma.guild.update(touch).then(
            () => 'written',
            () => 'kept',
          ),
        { timeout: 30_000 },
      )
      .toBe('written');
    goOn.abort();
    expect(await transaction).toBe('failed');
  } finally {
    goOn.abort();
    await Promise.all([stopped.close(), other.close()]);
  }
});
