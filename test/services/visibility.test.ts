import { describe, expect, test } from 'vitest';
import { providers } from '../support/databases.js';
import {
  ada,
  ben,
  DAY,
  elsewhere,
  expectSame,
  here,
  linkTo,
  refusalOf,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

const gone = { kind: 'reading gone' };

describe.each(providers)('who may see a score, on %s', (provider) => {
  const at = useScoring(provider);
  const look = (readingId: bigint, id: bigint, guildId: bigint | null) =>
    at.scores.find(readingId, { id, guildId });

  test('everybody in its server', async () => {
    const score = await scoreOf(at.submit());
    await expectSame(look(score.readingId, ada, here), score);
    await expectSame(look(score.readingId, ben, here), score);
  });

  test('nobody in another server, not even its creator there', async () => {
    const { readingId } = await scoreOf(at.submit());
    expect(await refusalOf(look(readingId, ben, elsewhere))).toEqual(gone);
    expect(await refusalOf(look(readingId, ada, elsewhere))).toEqual(gone);
  });

  test('in the conversation with the bot its creator alone, who is reminded of it there', async () => {
    const score = await scoreOf(at.submit());
    expect(await refusalOf(look(score.readingId, ben, null))).toEqual(gone);
    await expectSame(look(score.readingId, ada, null), score);
  });

  test('of a private one its creator alone', async () => {
    const score = await scoreOf(at.submit({ private: true }));
    await expectSame(look(score.readingId, ada, here), score);
    expect(await refusalOf(look(score.readingId, ben, here))).toEqual(gone);
    expect(await refusalOf(look(score.readingId, ben, elsewhere))).toEqual(gone);
    expect(await refusalOf(look(score.readingId, ben, null))).toEqual(gone);
  });

  test('of one in a direct message its creator alone, there', async () => {
    const score = await scoreOf(at.submit({}, { guildId: null }));
    await expectSame(look(score.readingId, ada, null), score);
    expect(await refusalOf(look(score.readingId, ben, null))).toEqual(gone);
    expect(await refusalOf(look(score.readingId, ada, here))).toEqual(gone);
    expect(await refusalOf(look(score.readingId, ben, here))).toEqual(gone);
  });

  test('nobody of one that isn’t stored', async () => {
    expect(await refusalOf(look(404n, ada, here))).toEqual(gone);
  });

  test('what was told in private shows in no public score of the same video', async () => {
    const secret = {
      link: linkTo(1, { handle: 'secret.account' }),
      title: 'Secret title',
      posted: '2026-11-01',
      category: 'aesthetic',
      duration: 77,
      private: true,
    } as const;
    await at.submit({ link: linkTo(1) });
    at.pass(DAY);
    await at.submit({ ...secret, views: '555,555' });
    at.pass(DAY);
    const open = await scoreOf(at.submit({ link: linkTo(1), views: '600K' }));
    expect(open).toMatchObject({ title: null, category: null, url: linkTo(1) });
    expect(open.previous).toMatchObject({ views: 541_200n });
    await expectSame(look(open.readingId, ben, here), open);
    const again = await scoreOf(at.submit({ ...secret, views: '700K' }));
    expect(again).toMatchObject({ title: 'Secret title', previous: { views: 600_000n } });
  });

  test('what was told in another server or a direct message shows in no public score, only to its creator', async () => {
    const told = {
      link: linkTo(1, { handle: 'there' }),
      title: 'There',
      category: 'aesthetic',
    } as const;
    await at.submit({ ...told, views: '500K' }, { guildId: elsewhere });
    at.pass(DAY);
    await at.submit({ ...told, title: 'To you', views: '510K' }, { guildId: null });
    at.pass(DAY);
    const open = await scoreOf(at.submit({ link: linkTo(1) }));
    expect(open).toMatchObject({ title: null, category: null, url: linkTo(1), previous: null });
    await expectSame(look(open.readingId, ben, here), open);
    at.pass(DAY);
    const named = { link: linkTo(1), title: 'Here', category: 'valuable', views: '600K' } as const;
    await at.submit(named);
    at.pass(DAY);
    await at.submit({ ...told, views: '610K' }, { guildId: elsewhere });
    const again = await scoreOf(at.submit({ link: linkTo(1), views: '620K' }));
    const shown = { title: 'Here', category: 'valuable', url: linkTo(1) };
    expect(again).toMatchObject({ ...shown, previous: { views: 600_000n } });
    await expectSame(look(again.readingId, ben, here), again);
    for (const [inPrivate, guildId] of [
      [true, here],
      [false, null],
    ] as const) {
      const typed = { link: linkTo(1), views: '700K', private: inPrivate };
      const alone = await scoreOf(at.submit(typed, { guildId }));
      expect(alone).toMatchObject({ title: 'There', category: 'aesthetic' });
      expect(alone.previous).not.toBeNull();
    }
  });

  test('a video that is known from elsewhere by title and day is the same one, without its link', async () => {
    const known = { title: 'My day', posted: '2026-11-01' };
    await at.submit({ ...known, link: linkTo(1) }, { guildId: elsewhere });
    const open = await scoreOf(at.submit(known));
    expect(open).toMatchObject({ title: 'My day', url: null, previous: null });
    await expectSame(look(open.readingId, ben, here), open);
    expect((await at.rows()).videos).toBe(1);
    expect(await scoreOf(at.submit({ ...known, private: true }))).toMatchObject({ url: linkTo(1) });
  });

  test('what was told in public before shows on, when a private reading says nothing new', async () => {
    const told = { link: linkTo(1), title: 'My day', category: 'aesthetic' } as const;
    await at.submit(told);
    await at.submit({ link: linkTo(1), private: true });
    expect(await scoreOf(at.submit({ link: linkTo(1) }))).toMatchObject({
      title: 'My day',
      category: 'aesthetic',
    });
  });

  test('a public score of a video once told in private is found again as it was shown', async () => {
    await at.submit({ link: linkTo(1), title: 'Secret', category: 'aesthetic', private: true });
    const score = await scoreOf(
      at.submit({
        link: linkTo(1, { kind: 'photo' }),
        title: 'Public',
        posted: '2026-10-24',
        category: 'valuable',
        duration: 20,
      }),
    );
    expect(score).toMatchObject({ title: 'Public', category: 'valuable', kind: 'photo' });
    await expectSame(look(score.readingId, ben, here), score);
  });

  test('what was shown stays, when a later private reading tells more of the video', async () => {
    const score = await scoreOf(
      at.submit({ link: linkTo(1), title: 'Public', category: 'valuable' }),
    );
    await at.submit({ link: linkTo(1), title: 'Secret', category: 'aesthetic', private: true });
    await expectSame(look(score.readingId, ben, here), score);
  });

  test('a later estimate of another version doesn’t change what was shown', async () => {
    const score = await scoreOf(at.submit());
    const { readingId } = score;
    const [stored] = await at.prisma.estimate.findMany();
    if (stored === undefined) throw new Error('No estimate.');
    at.pass(DAY);
    for (const modelVersion of ['0', 'zzz']) {
      await at.prisma.estimate.create({
        data: { ...stored, parts: [], modelVersion, saves: 1, score: 1, createdAt: at.now },
      });
    }
    await expectSame(look(readingId, ada, here), score);
  });
});

describe.each(providers)('names of experiments on %s', (provider) => {
  const at = useScoring(provider);
  const named = async (creatorId: bigint, typed: string) =>
    (await at.scores.experiments(creatorId, typed)).map(({ name }) => name);

  test('are the caller’s own, last used first, each once', async () => {
    for (const trying of ['hook first', 'longer captions', 'hook first', 'no music']) {
      at.pass(1000);
      await at.submit({ trying });
    }
    at.pass(1000);
    await at.submit({ trying: 'of ben' }, { creatorId: ben });
    expect(await named(ada, '')).toEqual(['no music', 'hook first', 'longer captions']);
    expect(await named(ben, '')).toEqual(['of ben']);
    expect(await named(404n, '')).toEqual([]);
  });

  test('are those that hold what was typed, in whatever letters', async () => {
    for (const trying of ['Über 30 s', 'hook FIRST', '100% caps', 'a_b'])
      await at.submit({ trying });
    expect(await named(ada, ' hook first ')).toEqual(['hook FIRST']);
    expect(await named(ada, 'ÜBER')).toEqual(['Über 30 s']);
    expect(await named(ada, '%')).toEqual(['100% caps']);
    expect(await named(ada, '_')).toEqual(['a_b']);
    expect(await named(ada, 'nothing like it')).toEqual([]);
  });

  test('are at most twenty-five', async () => {
    for (let n = 0; n < 30; n += 1) {
      at.pass(1000);
      await at.submit({ trying: `experiment ${n}` });
    }
    const names = await named(ada, '');
    expect(names).toHaveLength(25);
    expect(names[0]).toBe('experiment 29');
  });

  test('say whose turn it is, after the newest video', async () => {
    await at.submit({ trying: 'Hook first' });
    const turns = async () => (await at.scores.experiments(ada, ''))[0]?.turn;
    expect(await turns()).toBe('without it');
    at.pass(1000);
    await at.submit();
    expect(await turns()).toBe('with it');
  });

  test('of private readings are offered to their creator', async () => {
    await at.submit({ trying: 'quiet', private: true });
    expect(await named(ada, '')).toEqual(['quiet']);
  });
});
