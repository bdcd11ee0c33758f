import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/services/refusal.js';
import type { Outcome } from '../../src/services/scores/outcome.js';
import type { Score } from '../../src/services/scores/score.js';
import type { TypedScore } from '../../src/services/scores/typed-score.js';
import { providers } from '../support/databases.js';
import {
  ada,
  ben,
  DAY,
  elsewhere,
  expectSame,
  HOUR,
  here,
  idOf,
  likely,
  linkTo,
  nothing,
  ordinary,
  refusalOf,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

describe.each(providers)('a submitted video on %s', (provider) => {
  const at = useScoring(provider);

  test('is kept with everything that was typed, and how coarsely', async () => {
    const score = await scoreOf(
      at.submit({
        link: `${linkTo(1)}?is_from_webapp=1`,
        title: 'Five  things',
        posted: '2026-10-24',
        category: 'educational',
        duration: 31.5,
        watch_time: 12.25,
        new_followers: '1.2K',
        trying: 'hook first',
      }),
    );
    expect(await at.rows()).toEqual({
      ...nothing,
      creators: 1,
      guilds: 1,
      videos: 1,
      readings: 1,
      estimates: 1,
    });
    expect(await at.prisma.creator.findMany()).toEqual([{ id: ada, createdAt: at.now }]);
    expect(await at.prisma.guild.findMany()).toEqual([
      { id: here, createdAt: at.now, leftAt: null },
    ]);
    expect(await at.prisma.video.findMany()).toEqual([
      expect.objectContaining({
        id: score.readingId,
        creatorId: ada,
        identity: `tiktok:${idOf(1)}`,
        titleKey: 'five things|2026-10-24',
        tiktokId: idOf(1),
        handle: 'ada.films',
        kind: 'video',
        link: linkTo(1),
        title: 'Five things',
        posted: '2026-10-24',
        category: 'educational',
        duration: 31.5,
        createdAt: at.now,
      }),
    ]);
    expect(await at.prisma.reading.findMany()).toEqual([
      expect.objectContaining({
        id: score.readingId,
        videoId: score.readingId,
        creatorId: ada,
        guildId: here,
        takenAt: at.now,
        views: 541_200n,
        viewsStep: 100n,
        likes: 41_300n,
        likesStep: 100n,
        comments: 812n,
        commentsStep: 1n,
        shares: 2104n,
        sharesStep: 1n,
        newFollowers: 1200n,
        newFollowersStep: 100n,
        watchTime: 12.25,
        trying: 'hook first',
        private: false,
      }),
    ]);
    expect(await at.prisma.estimate.findMany()).toEqual([
      expect.objectContaining({
        readingId: score.readingId,
        modelVersion: score.modelVersion,
        saves: score.estimate.saves,
        low: score.estimate.low,
        high: score.estimate.high,
        score: score.value,
        verdict: 'scored',
        parts: score.parts,
        learnedFrom: 0,
      }),
    ]);
  });

  test('is shown with its estimate, range, score and parts', async () => {
    const score = await scoreOf(at.submit({ link: linkTo(1), title: 'Five things' }));
    expect(score).toMatchObject({
      creatorId: ada,
      guildId: here,
      private: false,
      takenAt: at.now,
      title: 'Five things',
      url: linkTo(1),
      kind: 'video',
      verdict: 'scored',
      learnedFrom: 0,
      trueSaves: null,
      comeBackAt: null,
      previous: null,
      posted: { earliest: new Date(at.now.getTime() - 30 * DAY) },
    });
    expect(score.value).toBeGreaterThanOrEqual(0);
    expect(score.value).toBeLessThanOrEqual(100);
    expect(score.estimate.low).toBeLessThan(score.estimate.saves);
    expect(score.estimate.saves).toBeLessThan(score.estimate.high);
    expect(score.parts.length).toBeGreaterThan(3);
  });

  test.each<[string, Partial<TypedScore>]>([
    ['of nothing but counts', {}],
    ['with a link', { link: linkTo(1) }],
    ['with a short link', { link: 'https://vm.tiktok.com/ZMabc123/' }],
    ['with title and date', { title: 'My day', posted: '2026-11-01' }],
    ['with a date alone', { posted: '2026-11-01' }],
    [
      'with everything',
      {
        link: linkTo(1),
        title: 'A',
        posted: '2026-10-24',
        category: 'valuable',
        duration: 20,
        watch_time: 9,
        new_followers: '12',
        trying: 'x',
      },
    ],
    ['that is private', { title: 'My day', posted: '2026-11-01', private: true }],
    ['with true saves', { saves: '4,210' }],
    ['that is too early', { link: linkTo(1, { days: 0.5 }) }],
    ['that is too small', { views: '900', likes: '40', comments: '1', shares: '2' }],
    ['without a single view', { views: '0', likes: '0', comments: '0', shares: '0' }],
    ['of photos', { link: linkTo(1, { kind: 'photo' }) }],
  ])('%s is found again as it was shown', async (_what, typed) => {
    const score = await scoreOf(at.submit(typed));
    const viewer = { id: ada, guildId: here };
    await expectSame(at.scores.find(score.readingId, viewer), score);
    at.pass(40 * DAY);
    await expectSame(at.scores.find(score.readingId, viewer), score);
  });

  test('too early to judge is kept, with its estimate and when to come back', async () => {
    const score = await scoreOf(at.submit({ link: linkTo(1, { days: 0.5 }) }));
    expect(score).toMatchObject({
      verdict: 'too_early',
      value: null,
      comeBackAt: new Date(at.now.getTime() + 12 * HOUR),
    });
    expect(score.estimate.saves).toBeGreaterThan(0);
    expect(await at.prisma.estimate.findMany()).toMatchObject([
      { score: null, verdict: 'too_early' },
    ]);
  });

  test('too small to judge is kept, with when to come back', async () => {
    const score = await scoreOf(
      at.submit({ views: '999', likes: '9', comments: '0', shares: '0' }),
    );
    expect(score).toMatchObject({ verdict: 'too_small', value: null });
    expect(score.comeBackAt?.getTime()).toBeGreaterThan(at.now.getTime());
    expect(await at.prisma.estimate.findMany()).toMatchObject([
      { score: null, verdict: 'too_small' },
    ]);
  });

  test('that nobody has seen yet is too early, not an error', async () => {
    const zero = { views: '0', likes: '0', comments: '0', shares: '0' };
    expect(await scoreOf(at.submit(zero))).toMatchObject({
      verdict: 'too_early',
      estimate: { saves: 0 },
    });
  });

  test('of photos is known as such', async () => {
    const score = await scoreOf(at.submit({ link: linkTo(1, { kind: 'photo' }) }));
    expect(score.kind).toBe('photo');
    expect(await at.prisma.video.findMany()).toMatchObject([{ kind: 'photo' }]);
  });

  test('in a direct message belongs to no server', async () => {
    const score = await scoreOf(at.submit({}, { guildId: null }));
    expect(score.guildId).toBeNull();
    expect(await at.rows()).toMatchObject({ guilds: 0, readings: 1 });
    expect(await at.prisma.reading.findMany()).toMatchObject([{ guildId: null }]);
  });

  test('of ten billion views is exact', async () => {
    await at.submit({ views: '9,876,543,211', likes: '1,234,567,891', comments: '3', shares: '4' });
    expect(await at.prisma.reading.findMany()).toMatchObject([
      { views: 9_876_543_211n, viewsStep: 1n, likes: 1_234_567_891n },
    ]);
  });

  test.each<[string, Partial<TypedScore>]>([
    ['by its link', { link: linkTo(1) }],
    ['by its title and date', { title: 'My day', posted: '2026-11-01' }],
    // Alone, a title that is known is asked about: here it is known from the first delivery.
    ['by its title', { title: 'My day' }],
    ['by nothing', {}],
  ])('(known %s) twice by one interaction is stored once', async (_how, typed) => {
    const interactionId = at.nextId();
    await at.submit(typed, { interactionId });
    const before = await at.rows();
    // Whatever the doubled delivery holds: also what would be asked about.
    for (const again of [typed, {}, { views: '1000', likes: '5000' }]) {
      expect(await refusalOf(at.submit(again, { interactionId }))).toEqual({
        kind: 'stored already',
      });
    }
    expect(await at.rows()).toEqual(before);
  });

  test.each<[string, Partial<TypedScore>]>([
    ['link', { link: linkTo(1) }],
    ['title', { title: 'My day' }],
  ])(
    'ten times at once by one interaction is stored once, known by its %s',
    async (_how, typed) => {
      const interactionId = at.nextId();
      const ends = await Promise.allSettled(
        Array.from({ length: 10 }, () => at.submit(typed, { interactionId })),
      );
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const end of ends) {
        if (end.status === 'rejected')
          expect(end.reason).toMatchObject({ reason: { kind: 'stored already' } });
      }
      expect(await at.rows()).toMatchObject({ videos: 1, readings: 1, estimates: 1 });
    },
  );

  test.each<[string, Partial<TypedScore>]>([
    ['by its link', { link: linkTo(1) }],
    ['by its short link', { link: 'https://vm.tiktok.com/ZMabc123/' }],
    ['by title and date', { title: 'My day', posted: '2026-11-01' }],
    ['by link, title and date', { link: linkTo(1), title: 'My day', posted: '2026-11-01' }],
  ])(
    'fifty times at once, new and known %s, is one video with fifty readings',
    async (_by, typed) => {
      await Promise.all(Array.from({ length: 50 }, () => at.submit(typed)));
      expect(await at.rows()).toEqual({
        ...nothing,
        creators: 1,
        guilds: 1,
        videos: 1,
        readings: 50,
        estimates: 50,
      });
    },
  );

  test('each by one of fifty new members at once, in one new server, is fifty videos', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        at.submit({ link: linkTo(1) }, { creatorId: ada + BigInt(n) }),
      ),
    );
    expect(await at.rows()).toMatchObject({
      creators: 50,
      guilds: 1,
      videos: 50,
      readings: 50,
      estimates: 50,
    });
  });
});

describe.each(providers)('what can’t be read or be true, on %s', (provider) => {
  const at = useScoring(provider);

  test.each<[string, Partial<TypedScore>]>([
    ['a word for a number', { views: 'many' }],
    ['a negative count', { likes: '-5' }],
    ['a fraction of a person', { shares: '1.5' }],
    ['nothing', { comments: '' }],
    ['an absurd number', { views: '9'.repeat(40) }],
    ['another site', { link: 'https://www.youtube.com/watch?v=1' }],
    ['a profile', { link: 'https://www.tiktok.com/@ada.films' }],
    ['a day that never was', { posted: '2026-02-30' }],
    ['a day to come', { posted: '2026-11-26' }],
    ['more saves than views', { saves: '700K' }],
  ])('%s is refused, and nothing at all is stored', async (_what, typed) => {
    expect(await refusalOf(at.submit(typed))).toMatchObject({ kind: 'input' });
    expect(await at.rows()).toEqual(nothing);
  });

  test('is named all at once, with the command to send instead', async () => {
    const reason = await refusalOf(
      at.submit({
        views: '-541.2K',
        likes: 'lots',
        link: 'https://example.com/x',
        posted: '31.02.2026',
        title: 'My day',
      }),
    );
    expect(reason).toEqual({
      kind: 'input',
      unreadable: [
        { option: 'views', typed: '-541.2K', why: 'negative' },
        { option: 'likes', typed: 'lots', why: 'unreadable' },
        { option: 'link', typed: 'https://example.com/x', why: 'not tiktok' },
        {
          option: 'posted',
          typed: '31.02.2026',
          why: expect.objectContaining({ problem: 'no such day' }),
        },
      ],
      impossible: [],
      corrected: {
        ...ordinary,
        views: '541.2K',
        likes: 'lots',
        posted: '31.02.2026',
        title: 'My day',
      },
    });
  });

  test('as many saves as views is possible, as far as rounding can tell', async () => {
    const small = { views: '1.2K', likes: '300', comments: '4', shares: '9' };
    expect(await refusalOf(at.submit({ ...small, saves: '1,401' }))).toMatchObject({
      impossible: [{ what: 'more saves than views', saves: '1,401', views: '1.2K' }],
    });
    await at.submit({ ...small, saves: '1,249' }); // a draft, perhaps, but not refused
  });

  test('a day is to come only when it is beyond tomorrow everywhere on earth', async () => {
    await at.submit({ posted: '2026-11-25' });
    expect(await at.rows()).toMatchObject({ readings: 1 });
    expect(await refusalOf(at.submit({ posted: '2026-11-26' }))).toMatchObject({
      impossible: [{ what: 'posted in the future' }],
      corrected: { posted: '2025-11-26' },
    });
  });

  test('characters that no database takes, or that show nothing, are left out', async () => {
    const score = await scoreOf(
      at.submit({ title: 'a\0b\ud800c\u202e\u200b', posted: '2026-11-01', trying: '\0\u200b' }),
    );
    expect(score.title).toBe('abc');
    expect(await at.prisma.video.findMany()).toMatchObject([{ title: 'abc' }]);
    expect(await at.prisma.reading.findMany()).toMatchObject([{ trying: null }]);
  });

  test('whatever is typed ends in an answer or a refusal, and a refusal stores nothing', async () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '\0',
        '\ud800',
        '1\0',
        '541.2K',
        '0',
        '-0',
        '٣',
        '１万',
        linkTo(1),
        '2026-11-01',
      ),
    );
    const count = fc.oneof({ weight: 6, arbitrary: fc.nat({ max: 3e9 }).map(String) }, junk);
    const typedAnyhow = fc.record(
      {
        views: count,
        likes: count,
        comments: count,
        shares: count,
        saves: count,
        link: fc.oneof(fc.constantFrom(linkTo(1), linkTo(2)), junk),
        title: junk,
        posted: fc.oneof(fc.constantFrom('2026-11-01', '2026-11-22'), junk),
        category: fc.constantFrom('educational' as const, 'valuable' as const),
        duration: fc.double({ min: 0, max: 86_400, noNaN: true }),
        watch_time: fc.double({ min: 0, max: 86_400, noNaN: true }),
        new_followers: count,
        trying: junk,
        private: fc.boolean(),
      },
      { requiredKeys: ['views', 'likes', 'comments', 'shares'] },
    );
    /** The score of a draft whose author presses whatever button comes first; null where there is none. */
    async function answeredBy(author: bigint, outcome: Outcome): Promise<Score | null> {
      if (outcome.kind === 'score') return outcome.score;
      if (outcome.choices.length > 0) {
        return answeredBy(author, await at.drafts.chooseReading(outcome.draftId, author, 0));
      }
      if (outcome.doubts.length > 0) return null;
      return answeredBy(author, await at.drafts.confirmDraft(outcome.draftId, author));
    }
    await fc.assert(
      fc.asyncProperty(typedAnyhow, async (typed) => {
        const before = await at.rows();
        const interactionId = at.nextId();
        const outcome = await at.scores
          .submit(typed, { interactionId, creatorId: ben, guildId: elsewhere })
          .catch((error: unknown) => {
            if (error instanceof Refusal) return error;
            throw error;
          });
        const after = await at.rows();
        if (outcome instanceof Refusal) {
          expect(after).toEqual(before);
          return;
        }
        const stored = after.readings - before.readings;
        expect(stored + (after.drafts - before.drafts)).toBe(1);
        if (stored === 0) {
          const answered = await answeredBy(ben, outcome);
          // What can be read in too many ways is typed again.
          if (answered === null) return;
          await expectSame(
            at.scores.find(interactionId, { id: ben, guildId: elsewhere }),
            answered,
          );
        }
      }),
      { numRuns: provider === 'sqlite' ? 150 : 100 },
    );
  });
});

describe.each(providers)('true saves told with the numbers, on %s', (provider) => {
  const at = useScoring(provider);

  test('are kept beside the reading, and the score is of them', async () => {
    const guess = await scoreOf(at.submit());
    const told = Math.round(guess.estimate.low);
    const score = await scoreOf(at.submit({ saves: String(told), link: linkTo(1) }));
    expect(score.trueSaves).toBe(BigInt(told));
    expect(score.estimate).toMatchObject({ saves: guess.estimate.saves });
    expect(score.value).toBeLessThan(guess.value ?? 0);
    expect(await at.prisma.trueSave.findMany()).toEqual([
      {
        readingId: score.readingId,
        creatorId: ada,
        guildId: here,
        saves: BigInt(told),
        savesStep: 1n,
        miss: Math.log1p(told) - Math.log1p(guess.estimate.saves),
        inside: true,
        toldAt: at.now,
        toldBy: score.readingId,
      },
    ]);
    // What the model said stays on record as it was said before the truth was known.
    expect(
      await at.prisma.estimate.findUnique({
        where: {
          readingId_modelVersion: { readingId: score.readingId, modelVersion: score.modelVersion },
        },
      }),
    ).toMatchObject({ score: guess.value, learnedFrom: 0 });
  });

  test('are learned from only afterwards', async () => {
    const first = await scoreOf(at.submit({ saves: '6K', link: linkTo(1) }));
    expect(first.learnedFrom).toBe(0);
    const second = await scoreOf(at.submit({ saves: likely(first), link: linkTo(2) }));
    expect(second.learnedFrom).toBe(1);
  });
});
