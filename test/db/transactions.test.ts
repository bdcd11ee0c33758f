import { describe, expect, test } from 'vitest';
import { databaseFailure } from '../../src/db/errors.js';
import { providers, useDatabase } from '../support/databases.js';

const at = new Date('2026-11-23T08:00:00.000Z');

/** A promise and the function that fulfils it: a door that a test opens. */
function door(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe.each(providers)('a transaction on %s', (provider) => {
  const database = useDatabase(provider);
  const ids = async () =>
    (await database.db.prisma.creator.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);

  test('that is rolled back takes nothing with it that others sent meanwhile', async () => {
    const { prisma } = database.db;
    const begun = door();
    const goOn = door();
    const failing = prisma.$transaction(async (tx) => {
      await tx.creator.create({ data: { id: 1n, createdAt: at } });
      begun.open();
      await goOn.opened;
      throw new Error('changed my mind');
    });
    await begun.opened;
    const meanwhile = [
      prisma.creator.create({ data: { id: 2n, createdAt: at } }),
      prisma.$executeRaw`INSERT INTO "Creator" ("id", "createdAt") VALUES (${3n}, ${at})`,
      database.db.writeTogether([{ into: 'Creator', row: { id: 4n, createdAt: at } }]),
      prisma.$transaction([prisma.creator.create({ data: { id: 5n, createdAt: at } })]),
      prisma.creator.upsert({ where: { id: 6n }, create: { id: 6n, createdAt: at }, update: {} }),
    ];
    // Long enough that each of them has reached the database, or waits before it.
    await new Promise((resolve) => setTimeout(resolve, 50));
    goOn.open();
    await expect(failing).rejects.toThrow('changed my mind');
    await Promise.all(meanwhile);
    expect(await ids()).toEqual([2n, 3n, 4n, 5n, 6n]);
  });

  test('that is committed keeps all of it', async () => {
    await database.db.prisma.$transaction(async (tx) => {
      await tx.creator.create({ data: { id: 1n, createdAt: at } });
      await tx.creator.create({ data: { id: 2n, createdAt: at } });
    });
    expect(await ids()).toEqual([1n, 2n]);
  });

  test('whose middle fails keeps nothing, and the next ones are served', async () => {
    const { prisma } = database.db;
    const create = (id: bigint) => prisma.creator.create({ data: { id, createdAt: at } });
    await expect(prisma.$transaction([create(1n), create(2n), create(1n)])).rejects.toThrow();
    expect(await ids()).toEqual([]);
    await prisma.$transaction([create(1n), create(2n)]);
    expect(await ids()).toEqual([1n, 2n]);
  });

  test('that takes too long is undone, and the next ones are served', async () => {
    const { prisma } = database.db;
    await expect(
      prisma.$transaction(
        async (tx) => {
          await tx.creator.create({ data: { id: 1n, createdAt: at } });
          await new Promise((resolve) => setTimeout(resolve, 300));
          await tx.creator.create({ data: { id: 2n, createdAt: at } });
        },
        { timeout: 100 },
      ),
    ).rejects.toThrow();
    await prisma.creator.create({ data: { id: 3n, createdAt: at } });
    expect(await ids()).toEqual([3n]);
  });

  test('of fifty at once all are kept', async () => {
    const { prisma } = database.db;
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        prisma.$transaction(
          async (tx) => {
            await tx.creator.create({ data: { id: BigInt(2 * n), createdAt: at } });
            await tx.creator.create({ data: { id: BigInt(2 * n + 1), createdAt: at } });
          },
          { maxWait: 20_000, timeout: 20_000 },
        ),
      ),
    );
    expect(await ids()).toHaveLength(100);
  });
});

describe('on the embedded database', () => {
  const database = useDatabase('sqlite');

  test('who gave up waiting for another’s transaction leaves nothing locked', async () => {
    const { prisma } = database.db;
    const begun = door();
    const goOn = door();
    const long = prisma.$transaction(async (tx) => {
      await tx.creator.create({ data: { id: 1n, createdAt: at } });
      begun.open();
      await goOn.opened;
    });
    await begun.opened;
    const impatient = prisma.$transaction(
      (tx) => tx.creator.create({ data: { id: 2n, createdAt: at } }),
      { maxWait: 50 },
    );
    const error: unknown = await impatient.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(databaseFailure(error)).toBe('unavailable');
    goOn.open();
    await long;
    await prisma.creator.create({ data: { id: 3n, createdAt: at } });
    const rows = await prisma.creator.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ id }) => id)).toEqual([1n, 3n]);
  });
});
