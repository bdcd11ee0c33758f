import { describe, expect, test } from 'vitest';
import { providers } from '../support/databases.js';
import { ada, DAY, elsewhere, here, idOf, scoreOf, useScoring } from '../support/scoring.js';

const counts = { likes: '9000', comments: '80', shares: '200' } as const;

describe.each(providers)('a second reading on %s', (provider) => {
  const at = useScoring(provider);

  /** Scores a video at three days, and again at four, with so many views. */
  async function twice(
    n: number,
    views: readonly [number, number],
    who: { guildId?: bigint | null } = {},
    more: { private?: boolean; saves?: string } = {},
  ) {
    // Posted three days before now, whatever time it is.
    const days = 3 - at.passed / DAY;
    const link = `https://www.tiktok.com/@ada.films/video/${idOf(n, days)}`;
    const first = await scoreOf(
      at.submit({ ...counts, ...more, views: String(views[0]), link }, who),
    );
    at.pass(DAY);
    const second = await scoreOf(
      at.submit({ ...counts, ...more, views: String(views[1]), link }, who),
    );
    return { first, second };
  }

  async function five(
    who: { guildId?: bigint | null } = {},
    more: { private?: boolean; saves?: string } = {},
  ) {
    for (const n of [1, 2, 3, 4, 5]) await twice(n, [100_000, 120_000], who, more);
  }

  test('says how it stands beside five others at its age, and the first one says nothing', async () => {
    await five();
    const { first, second } = await twice(6, [180_000, 240_000]);
    expect(first).toMatchObject({ sameAge: null, daySeven: null });
    expect(second.sameAge).toMatchObject({ others: 5, times: 2 });
    expect(second.sameAge?.age).toBeCloseTo(4 * DAY, -4);
    // Stored, it is the same.
    const again = await at.scores.find(second.readingId, { id: ada, guildId: here });
    expect(again.sameAge).toEqual(second.sameAge);
  });

  test('says nothing where fewer than five others tell of that age', async () => {
    for (const n of [1, 2, 3, 4]) await twice(n, [100_000, 120_000]);
    const { second } = await twice(6, [180_000, 240_000]);
    expect(second).toMatchObject({ sameAge: null, daySeven: null });
  });

  test('tells how much is saved of a view beside the others', async () => {
    await five();
    const { second } = await twice(6, [100_000, 120_000]);
    expect(second.sameAge).toMatchObject({ times: 1, saves: 'usual', basis: 'estimated' });
  });

  test('compares counts with counts, and holds no estimate above another within their ranges', async () => {
    await five({}, { saves: '1500' });
    const counted = await twice(6, [100_000, 120_000], {}, { saves: '900' });
    expect(counted.second.sameAge).toMatchObject({ saves: 'fewer', basis: 'counted' });
    // With so many more views, its estimated rate is far lower, and its range reaches up to theirs.
    const estimated = await twice(7, [180_000, 240_000]);
    expect(estimated.second.sameAge).toMatchObject({ saves: 'usual', basis: 'estimated' });
  });

  test.each<[string, { guildId?: bigint | null }, { private?: boolean }]>([
    ['elsewhere', { guildId: elsewhere }, {}],
    ['in private', {}, { private: true }],
    ['alone with the bot', { guildId: null }, {}],
  ])('uses in a server nothing that was told %s', async (_where, who, more) => {
    await five(who, more);
    const { second } = await twice(6, [180_000, 240_000]);
    expect(second.sameAge).toBeNull();
    const alone = await twice(7, [180_000, 240_000], { guildId: null });
    expect(alone.second.sameAge).toMatchObject({ others: 6 });
  });

  test('gives a range for the seventh day, beside how often it held', async () => {
    await five();
    const { second } = await twice(6, [180_000, 240_000]);
    const seven = second.daySeven;
    if (seven === null) throw new Error('No range was given.');
    expect(seven.videos).toBe(0);
    expect(seven.low).toBeGreaterThanOrEqual(240_000);
    expect(seven.middle).toBeGreaterThan(seven.low);
    expect(seven.high).toBeGreaterThan(seven.middle);
  });

  test('tells how often that range held on one’s own videos', async () => {
    await five();
    // The others' seventh days come one after the other; one of them went far beyond its range.
    for (const n of [2, 3, 4, 5]) {
      const days = 4 - n;
      const link = `https://www.tiktok.com/@ada.films/video/${idOf(n, days)}`;
      await at.submit({ ...counts, views: n === 4 ? '4000000' : '130000', link });
      at.pass(DAY);
    }
    const { second } = await twice(6, [180_000, 240_000]);
    expect(second.daySeven).toMatchObject({ videos: 4, held: 3 });
  });
});
