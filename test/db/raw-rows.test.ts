import { describe, expect, test } from 'vitest';
import { Prisma } from '../../src/db/generated/sqlite/client.js';
import { providers, useDatabase } from '../support/databases.js';

const at = new Date('2026-11-23T08:15:30.123Z');
const big = 9_007_199_254_740_993n;

describe.each(providers)('rows of a statement of our own on %s', (provider) => {
  const opened = useDatabase(provider);

  async function fill(): Promise<void> {
    const { db } = opened;
    await db.writeTogether([
      { into: 'Creator', row: { id: 1n, createdAt: at } },
      { into: 'Guild', row: { id: 5n, createdAt: at } },
      {
        into: 'Video',
        row: { id: big, creatorId: 1n, identity: 'a', duration: 12.5, createdAt: at },
      },
      {
        into: 'Video',
        row: { id: 2n ** 63n - 1n, creatorId: 1n, identity: 'b', duration: 12, createdAt: at },
      },
      {
        into: 'Reading',
        row: {
          ...{ id: 20n, videoId: big, creatorId: 1n, guildId: 5n, takenAt: at, private: true },
          ...{ views: big, viewsStep: 1n, likes: 0n, likesStep: 1n, comments: 7n },
          ...{
            commentsStep: 1n,
            shares: 1n,
            sharesStep: 1n,
            title: '日本語 ? "x"',
            watchTime: 2.25,
          },
        },
      },
      {
        into: 'Estimate',
        row: {
          ...{ readingId: 20n, modelVersion: 'v1', saves: 1.5, low: 0, high: 1e15, score: null },
          ...{ verdict: 'too_small', learnedFrom: 0, createdAt: at, parts: [{ signal: 'level' }] },
        },
      },
    ]);
  }

  test.each<[string, Prisma.Sql]>([
    ['every column of a video', Prisma.sql`SELECT * FROM "Video" ORDER BY "id"`],
    ['every column of a reading', Prisma.sql`SELECT * FROM "Reading"`],
    ['every column of an estimate', Prisma.sql`SELECT * FROM "Estimate"`],
    ['nothing', Prisma.sql`SELECT * FROM "Reading" WHERE "id" = ${21n}`],
    [
      'what is worked out',
      Prisma.sql`SELECT MAX("views") AS "most", COUNT(*) AS "n", MIN("title") AS "t",
        MAX("tipTurn") AS "none", MIN("watchTime") AS "least",
        EXISTS (SELECT 1 FROM "Guild") AS "there" FROM "Reading"`,
    ],
    [
      'a video that isn’t there, beside one that is',
      Prisma.sql`SELECT v."id", v."createdAt", v."toldInPrivate", r."takenAt"
        FROM "Video" v LEFT JOIN "Reading" r ON r."videoId" = v."id" ORDER BY v."id"`,
    ],
    [
      'what its values choose',
      Prisma.sql`SELECT "id" FROM "Reading" WHERE "takenAt" <= ${at} AND "private" = ${true}
        AND "title" = ${'日本語 ? "x"'} AND "views" = ${big} AND "watchTime" < ${3.5}
        AND (${null} = 1 OR "likes" = ${0}) LIMIT ${1}`,
    ],
  ])('are as Prisma’s client gives them: %s', async (_what, statement) => {
    await fill();
    const { db } = opened;
    const { prisma } = db;
    const rows = await db.rows<object>(statement);
    expect(rows).toEqual(await prisma.$queryRaw(statement));
    expect(rows.map((row) => Object.keys(row))).toEqual(
      (await prisma.$queryRaw<object[]>(statement)).map((row) => Object.keys(row)),
    );
  });

  test('are refused with the database’s own words', async () => {
    const nowhere = opened.db.rows(Prisma.sql`SELECT * FROM "Nowhere"`);
    await expect(nowhere).rejects.toThrow(/Nowhere/);
  });
});
