import { describe, expect, test } from 'vitest';
import type { TypedScore } from '../../src/services/scores/typed-score.js';
import { providers } from '../support/databases.js';
import {
  ada,
  ben,
  DAY,
  expectSame,
  here,
  idOf,
  linkTo,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

const titled = { title: 'My day in Rome', posted: '2026-11-01' } as const;
const more = { views: '600K', likes: '45K' } as const;

describe.each(providers)('a second reading on %s', (provider) => {
  const at = useScoring(provider);

  /** Submits one after the other, a day apart; tells which are readings of one video. */
  async function videosOf(...typed: Partial<TypedScore>[]): Promise<bigint[][]> {
    for (const one of typed) {
      await at.submit(one);
      at.pass(DAY);
    }
    const videos = await at.prisma.video.findMany({
      include: { readings: { orderBy: { id: 'asc' } } },
      orderBy: { id: 'asc' },
    });
    return videos.map(({ readings }) => readings.map(({ views }) => views));
  }

  test.each<[string, Partial<TypedScore>, Partial<TypedScore>]>([
    ['the same id in the link', { link: linkTo(1) }, { link: linkTo(1) }],
    [
      'the same id under another name of its creator',
      { link: linkTo(1) },
      { link: linkTo(1, { handle: 'ada.renamed' }) },
    ],
    ['the same id, pasted bare', { link: linkTo(1) }, { link: String(idOf(1)) }],
    [
      'the same id, with another title',
      { link: linkTo(1), ...titled },
      { link: linkTo(1), title: 'Another' },
    ],
    ['the same title and posting date', titled, titled],
    ['the same title in other letters', titled, { ...titled, title: '  MY DAY, in “Rome”! ' }],
    [
      'the same short link',
      { link: 'https://vm.tiktok.com/ZMabc123/' },
      { link: 'vm.tiktok.com/ZMabc123' },
    ],
    ['title and date, whose id is learned later', titled, { ...titled, link: linkTo(1) }],
    ['title and date, of a video known by its id', { ...titled, link: linkTo(1) }, titled],
  ])('with %s adds to the history of the same video', async (_what, first, second) => {
    expect(await videosOf(first, { ...second, ...more })).toEqual([[541_200n, 600_000n]]);
  });

  test.each<[string, Partial<TypedScore>, Partial<TypedScore>]>([
    ['another id', { link: linkTo(1) }, { link: linkTo(2) }],
    [
      'another id, with the same title and date',
      { link: linkTo(1), ...titled },
      { link: linkTo(2), ...titled },
    ],
    ['the same title on another day', titled, { ...titled, posted: '2026-11-02' }],
    [
      'a short link of a video that is known by its id',
      { link: linkTo(1) },
      { link: 'https://vm.tiktok.com/ZMabc123/' },
    ],
    [
      'another short link',
      { link: 'https://vm.tiktok.com/ZMabc123/' },
      { link: 'https://vm.tiktok.com/ZMabc124/' },
    ],
    [
      'the same short link but for a capital',
      { link: 'https://vm.tiktok.com/ZMabc123/' },
      { link: 'https://vm.tiktok.com/ZMABC123/' },
    ],
    ['nothing but counts both times', {}, {}],
  ])('with %s is a new video', async (_what, first, second) => {
    expect(await videosOf(first, { ...second, ...more })).toEqual([[541_200n], [600_000n]]);
  });

  test.each([
    ['a known day', titled],
    ['none', { title: titled.title }],
  ])('with the title alone of a video of %s is asked about', async (_what, first) => {
    const { readingId } = await scoreOf(at.submit(first));
    at.pass(DAY);
    const asked = await at.submit({ title: `${titled.title}!`, ...more });
    expect(asked).toMatchObject({
      kind: 'draft',
      doubts: [{ option: 'title', namesakes: [{ videoId: readingId }] }],
      choices: [{ title: String(readingId) }, { title: 'new' }],
    });
    if (asked.kind !== 'draft') throw new Error('It is.');
    await at.drafts.chooseReading(asked.draftId, ada, 0);
    const videos = await at.db.prisma.video.findMany({ include: { readings: true } });
    expect(videos.map(({ readings }) => readings.length)).toEqual([2]);
  });

  test('shows the one before it', async () => {
    const first = await scoreOf(at.submit({ link: linkTo(1) }));
    at.pass(3 * DAY);
    const second = await scoreOf(at.submit({ link: linkTo(1), ...more }));
    at.pass(3 * DAY);
    const third = await scoreOf(at.submit({ link: linkTo(1), views: '700K' }));
    expect(first.previous).toBeNull();
    expect(second.previous).toEqual({ takenAt: first.takenAt, views: 541_200n });
    expect(third.previous).toEqual({ takenAt: second.takenAt, views: 600_000n });
    const viewer = { id: ada, guildId: here };
    for (const score of [first, second, third]) {
      await expectSame(at.scores.find(score.readingId, viewer), score);
    }
  });

  test('needn’t repeat what was told before', async () => {
    await at.submit({ link: linkTo(1), ...titled, category: 'valuable', duration: 30 });
    at.pass(DAY);
    expect(await scoreOf(at.submit({ link: linkTo(1) }))).toMatchObject({
      title: 'My day in Rome',
      category: 'valuable',
      url: linkTo(1),
    });
    expect(await scoreOf(at.submit(titled))).toMatchObject({
      category: 'valuable',
      url: linkTo(1),
      posted: { earliest: new Date(Number(idOf(1) >> 32n) * 1000) },
    });
  });

  test('mends what was told before', async () => {
    await at.submit({ link: linkTo(1), title: 'Tpyo', posted: '2026-11-01', category: 'valuable' });
    await at.submit({ link: linkTo(1), title: 'Typo', category: 'educational', duration: 12 });
    expect(await at.prisma.video.findMany()).toMatchObject([
      {
        title: 'Typo',
        titleKey: 'typo|2026-11-01',
        posted: '2026-11-01',
        category: 'educational',
        duration: 12,
      },
    ]);
  });

  test('that brings the id makes the video known by it', async () => {
    const { readingId } = await scoreOf(at.submit(titled));
    await at.submit({ ...titled, link: linkTo(1) });
    expect(await at.prisma.video.findMany()).toMatchObject([
      {
        id: readingId,
        identity: `tiktok:${idOf(1)}`,
        tiktokId: idOf(1),
        handle: 'ada.films',
        link: linkTo(1),
      },
    ]);
    await at.submit({ link: linkTo(1) });
    expect(await at.rows()).toMatchObject({ videos: 1, readings: 3 });
    // Another video of that title and day: the id says otherwise.
    await at.submit({ ...titled, link: linkTo(2) });
    expect(await at.rows()).toMatchObject({ videos: 2, readings: 4 });
  });

  test('that brings the id, thirty times at once, is still one video', async () => {
    await at.submit(titled);
    await Promise.all(Array.from({ length: 30 }, () => at.submit({ ...titled, link: linkTo(1) })));
    expect(await at.rows()).toMatchObject({ videos: 1, readings: 31, estimates: 31 });
    expect(await at.prisma.video.findMany()).toMatchObject([{ tiktokId: idOf(1) }]);
  });

  test('by another member is that member’s own video', async () => {
    const first = await scoreOf(at.submit({ link: linkTo(1), ...titled, category: 'valuable' }));
    const second = await scoreOf(at.submit({ link: linkTo(1), ...titled }, { creatorId: ben }));
    const third = await scoreOf(at.submit(titled, { creatorId: ben }));
    expect(second).toMatchObject({ previous: null, category: null });
    expect(third.previous).not.toBeNull();
    expect(await at.rows()).toMatchObject({ creators: 2, videos: 2, readings: 3 });
    expect(await at.prisma.video.findUnique({ where: { id: first.readingId } })).toMatchObject({
      creatorId: ada,
    });
  });

  test('from another server is of the same video', async () => {
    await at.submit({ link: linkTo(1) });
    await at.submit({ link: linkTo(1) }, { guildId: 5n });
    await at.submit({ link: linkTo(1) }, { guildId: null });
    expect(await at.rows()).toMatchObject({ guilds: 2, videos: 1, readings: 3 });
  });
});
