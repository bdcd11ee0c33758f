import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Write } from '../../src/db/write.js';
import { providers, useDatabase } from '../support/databases.js';

const at = new Date('2026-11-23T08:15:30.123Z');

type RowOf<M> = Extract<Write, { into: M }> extends { row: infer R } ? R : never;

const creator = (id: bigint): Write => ({ into: 'Creator', row: { id, createdAt: at } });

const videoRow = {
  id: 10n,
  creatorId: 1n,
  identity: 'tiktok:7300000000000000000',
  titleKey: 'my title|2026-11-01',
  tiktokId: 7_300_000_000_000_000_000n,
  handle: 'ada.films',
  kind: 'photo',
  link: 'https://www.tiktok.com/@ada.films/photo/7300000000000000000',
  title: 'Crème brûlée 🔥👩‍👩‍👧 "quoted" \\ $1 ? 日本語',
  posted: '2026-11-01',
  category: 'educational',
  duration: 12.5,
  createdAt: at,
} as const satisfies RowOf<'Video'>;

const readingRow = {
  id: 20n,
  videoId: 10n,
  creatorId: 1n,
  guildId: 5n,
  takenAt: at,
  views: 9_007_199_254_740_993n,
  viewsStep: 100_000n,
  likes: 2n ** 63n - 1n,
  likesStep: 1n,
  comments: 0n,
  commentsStep: 1n,
  shares: 12n,
  sharesStep: 1n,
  newFollowers: null,
  newFollowersStep: null,
  watchTime: 7.25,
  trying: null,
  private: true,
} as const satisfies RowOf<'Reading'>;

const estimateRow = {
  readingId: 20n,
  modelVersion: 'v1',
  saves: 1234.567,
  low: 0,
  high: 1e15,
  score: 57,
  verdict: 'too_small',
  parts: [
    { signal: 'level', effect: 5.5 },
    { signal: 'your own videos', effect: -0.000_000_1 },
  ],
  learnedFrom: 3,
  learnedHere: 4,
  createdAt: at,
} as const satisfies RowOf<'Estimate'>;

const truthRow = {
  readingId: 20n,
  creatorId: 1n,
  guildId: 5n,

  saves: 777n,
  savesStep: 1n,
  miss: -0.25,
  inside: true,
  toldAt: at,
  toldBy: 77n,
} as const satisfies RowOf<'TrueSave'>;

const whole: readonly Write[] = [
  creator(1n),
  { into: 'Guild', row: { id: 5n, createdAt: at, leftAt: null } },
  { into: 'Video', row: videoRow },
  { into: 'Reading', row: readingRow },
  { into: 'Estimate', row: { ...estimateRow, parts: [...estimateRow.parts] } },
  { into: 'TrueSave', row: truthRow },
];

describe.each(providers)('rows written together on %s', (provider) => {
  const database = useDatabase(provider);

  test('read back as they were: moments, big counts, yes and no, choices, lists, nothing, emoji', async () => {
    const { prisma, writeTogether } = database.db;
    await writeTogether(whole);
    expect(await prisma.creator.findMany()).toEqual([{ id: 1n, createdAt: at }]);
    expect(await prisma.guild.findMany()).toEqual([{ id: 5n, createdAt: at, leftAt: null }]);
    expect(await prisma.video.findMany()).toEqual([expect.objectContaining(videoRow)]);
    expect(await prisma.reading.findMany()).toEqual([expect.objectContaining(readingRow)]);
    expect(await prisma.estimate.findMany()).toEqual([expect.objectContaining(estimateRow)]);
    expect(await prisma.trueSave.findMany()).toEqual([expect.objectContaining(truthRow)]);
  });

  test('are found by the values that Prisma would have stored', async () => {
    const { prisma, writeTogether } = database.db;
    await writeTogether(whole);
    await prisma.creator.create({ data: { id: 2n, createdAt: at } });
    expect(await prisma.creator.count({ where: { createdAt: at } })).toBe(2);
    expect(await prisma.reading.count({ where: { takenAt: { lte: at }, private: true } })).toBe(1);
    expect(await prisma.reading.count({ where: { takenAt: { lt: at } } })).toBe(0);
    expect(await prisma.video.count({ where: { kind: 'photo', category: 'educational' } })).toBe(1);
    expect(await prisma.reading.count({ where: { likes: 2n ** 63n - 1n } })).toBe(1);
  });

  test('are all or none: a last row that can’t be leaves nothing of the others', async () => {
    const { prisma, writeTogether } = database.db;
    const orphan: Write = { into: 'TrueSave', row: { ...truthRow, readingId: 404n } };
    await expect(writeTogether([...whole.slice(0, -1), orphan])).rejects.toThrow();
    await expect(writeTogether([...whole, creator(1n)])).rejects.toThrow();
    expect(await prisma.creator.count()).toBe(0);
    expect(await prisma.guild.count()).toBe(0);
    expect(await prisma.video.count()).toBe(0);
    expect(await prisma.reading.count()).toBe(0);
    expect(await prisma.estimate.count()).toBe(0);
    await writeTogether(whole);
    expect(await prisma.trueSave.count()).toBe(1);
  });

  test('leave a row alone that is there already, where that was asked for', async () => {
    const { prisma, writeTogether } = database.db;
    await writeTogether([creator(1n)]);
    const later = new Date('2027-01-01T00:00:00.000Z');
    const again: Write = { into: 'Creator', row: { id: 1n, createdAt: later }, unlessThere: true };
    await writeTogether([again, creator(2n)]);
    expect(await prisma.creator.findMany({ orderBy: { id: 'asc' } })).toEqual([
      { id: 1n, createdAt: at },
      { id: 2n, createdAt: at },
    ]);
  });

  test('change of a video only what is named', async () => {
    const { prisma, writeTogether } = database.db;
    await writeTogether(whole);
    await writeTogether([{ updateVideo: 10n, set: { title: 'New', category: null } }]);
    expect(await prisma.video.findUnique({ where: { id: 10n } })).toEqual(
      expect.objectContaining({ ...videoRow, title: 'New', category: null }),
    );
  });

  test('may be none at all', async () => {
    await database.db.writeTogether([]);
  });

  const PROPERTY_RUNS = provider === 'sqlite' ? 100 : 60;
  const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  // NUL can't be stored on PostgreSQL; the services strip it from what people type.
  const text = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
    .filter((value) => !value.includes('\0'));
  const real = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  const moment = fc.date({
    min: new Date('2014-01-01T00:00:00.000Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const categories = [
    'educational',
    'entertaining',
    'inspirational',
    'aesthetic',
    'valuable',
  ] as const;
  const anything = fc.record({
    video: fc.record({
      id: int64,
      identity: text,
      titleKey: maybe(text),
      tiktokId: maybe(int64),
      handle: maybe(text),
      kind: fc.constantFrom('video' as const, 'photo' as const),
      link: maybe(text),
      title: maybe(text),
      posted: maybe(text),
      category: maybe(fc.constantFrom(...categories)),
      duration: maybe(real),
      createdAt: moment,
    }),
    reading: fc.record({
      id: int64,
      takenAt: moment,
      views: int64,
      viewsStep: int64,
      likes: int64,
      likesStep: int64,
      comments: int64,
      commentsStep: int64,
      shares: int64,
      sharesStep: int64,
      newFollowers: maybe(int64),
      newFollowersStep: maybe(int64),
      watchTime: maybe(real),
      trying: maybe(text),
      private: fc.boolean(),
    }),
    estimate: fc.record({
      modelVersion: text,
      saves: real,
      low: real,
      high: real,
      score: maybe(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      verdict: fc.constantFrom('scored' as const, 'too_early' as const, 'too_small' as const),
      parts: fc.array(fc.record({ signal: text, effect: real })),
      learnedFrom: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      createdAt: moment,
    }),
  });

  test('read back whatever they hold', async () => {
    const { prisma, writeTogether } = database.db;
    await fc.assert(
      fc.asyncProperty(int64, anything, async (creatorId, { video, reading, estimate }) => {
        await prisma.creator.deleteMany();
        const videoId = video.id;
        await writeTogether([
          creator(creatorId),
          { into: 'Video', row: { ...video, creatorId } },
          { into: 'Reading', row: { ...reading, creatorId, videoId } },
          { into: 'Estimate', row: { ...estimate, readingId: reading.id } },
        ]);
        expect(await prisma.creator.findMany()).toEqual([{ id: creatorId, createdAt: at }]);
        expect(await prisma.video.findFirst()).toEqual(expect.objectContaining(video));
        expect(await prisma.reading.findFirst()).toEqual(
          expect.objectContaining({ ...reading, videoId, creatorId, guildId: null }),
        );
        expect(await prisma.estimate.findFirst()).toEqual(expect.objectContaining(estimate));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

describe('on the embedded database', () => {
  const database = useDatabase('sqlite');

  test('a row written together is stored byte for byte as one written by Prisma', async () => {
    const { prisma, writeTogether } = database.db;
    await writeTogether(whole);
    const stored = () => {
      const file = new BetterSqlite3(database.url.replace('file:', ''), { readonly: true });
      file.defaultSafeIntegers();
      const tables = ['Creator', 'Guild', 'Video', 'Reading', 'Estimate', 'TrueSave'];
      const rows = tables.flatMap((table) => {
        const columns = file.pragma(`table_info("${table}")`);
        if (!Array.isArray(columns)) throw new Error('No columns.');
        const each = columns.map(({ name }) => `typeof("${name}"), "${name}"`).join(', ');
        return file.prepare(`SELECT ${each} FROM "${table}"`).raw().all();
      });
      file.close();
      return rows;
    };
    const together = stored();
    await prisma.creator.deleteMany();
    await prisma.guild.deleteMany();
    await prisma.creator.create({ data: { id: 1n, createdAt: at } });
    await prisma.guild.create({ data: { id: 5n, createdAt: at } });
    await prisma.video.createMany({ data: [videoRow] });
    await prisma.reading.createMany({ data: [readingRow] });
    await prisma.estimate.createMany({
      data: [{ ...estimateRow, parts: [...estimateRow.parts] }],
    });
    await prisma.trueSave.createMany({ data: [truthRow] });
    expect(stored()).toEqual(together);
  });
});

describe('on PostgreSQL', () => {
  const database = useDatabase('postgresql');

  test('moments are the same whatever the time zone of the server', async () => {
    const { prisma, writeTogether } = database.db;
    const name = new URL(database.url).pathname.slice(1);
    await prisma.$executeRawUnsafe(`ALTER DATABASE "${name}" SET timezone TO 'Asia/Tokyo'`);
    // Connections that are open keep the zone they began with.
    await prisma.$disconnect();
    await writeTogether([creator(1n)]);
    await prisma.creator.create({ data: { id: 2n, createdAt: at } });
    const zone = await prisma.$queryRawUnsafe<{ TimeZone: string }[]>('SHOW timezone');
    expect(zone).toEqual([{ TimeZone: 'Asia/Tokyo' }]);
    expect(await prisma.creator.count({ where: { createdAt: at } })).toBe(2);
    expect((await prisma.creator.findMany()).map(({ createdAt }) => createdAt)).toEqual([at, at]);
    const raw = await prisma.$queryRaw<{ createdAt: Date }[]>`SELECT "createdAt" FROM "Creator"`;
    expect(raw.map(({ createdAt }) => createdAt)).toEqual([at, at]);
  });
});
