import { describe, expect, test } from 'vitest';
import { createForgetting } from '../../src/services/data/forgetting.js';
import { DRAFT_LIFE } from '../../src/services/scores/draft-input.js';
import type { TypedScore } from '../../src/services/scores/typed-score.js';
import { providers } from '../support/databases.js';
import {
  ada,
  ben,
  DAY,
  draftOf,
  expectSame,
  here,
  linkTo,
  nothing,
  refusalOf,
  scoreOf,
  unlikely,
  useScoring,
} from '../support/scoring.js';

/** More likes than views: hardly true. */
const hardly = { views: '1000', likes: '5000', comments: '8', shares: '21' } as const;

describe.each(providers)('improbable numbers on %s', (provider) => {
  const at = useScoring(provider);

  test.each<[string, Partial<TypedScore>, object]>([
    [
      'more likes than views',
      hardly,
      { what: 'more than views', option: 'likes', typed: '5000', views: '1000' },
    ],
    [
      'more comments than views',
      { comments: '600K' },
      { what: 'more than views', option: 'comments' },
    ],
    ['more shares than views', { shares: '600K' }, { what: 'more than views', option: 'shares' }],
    ['more views than ever', { views: '12B' }, { what: 'more than ever', views: 12_000_000_000n }],
    [
      'five times the length watched',
      { duration: 10, watch_time: 50 },
      { what: 'watch time', watchTime: 50, duration: 10 },
    ],
    [
      'saves far above',
      { saves: '500K' },
      { what: 'saves far from the estimate', saves: 500_000n },
    ],
    ['saves far below', { saves: '1' }, { what: 'saves far from the estimate', saves: 1n }],
  ])('(%s) are asked about, and nothing but a draft is kept', async (_what, typed, found) => {
    const outcome = await at.submit(typed);
    expect(outcome).toMatchObject({ kind: 'draft', improbable: [found] });
    expect(await at.rows()).toEqual({ ...nothing, creators: 1, drafts: 1 });
  });

  test('are all named', async () => {
    const outcome = await at.submit({ ...hardly, shares: '7K', duration: 10, watch_time: 50 });
    expect(outcome).toMatchObject({
      improbable: [
        { what: 'more than views', option: 'likes' },
        { what: 'more than views', option: 'shares' },
        { what: 'watch time' },
      ],
    });
  });

  test('are only asked about beyond what rounding explains', async () => {
    await scoreOf(at.submit({ ...hardly, views: '1.2K', likes: '1.3K' }));
    await scoreOf(at.submit({ duration: 10, watch_time: 40 }));
  });

  test('are stored when their author says so, as of when they were typed', async () => {
    const typedAt = at.now;
    const draft = await draftOf(
      at.submit({
        ...hardly,
        link: linkTo(1),
        title: 'My day',
        category: 'valuable',
        duration: 20,
        new_followers: '3',
        trying: 'x',
      }),
    );
    at.pass(DRAFT_LIFE - 1000);
    const score = await scoreOf(at.drafts.confirmDraft(draft, ada));
    expect(score).toMatchObject({
      readingId: draft,
      creatorId: ada,
      guildId: here,
      takenAt: typedAt,
      title: 'My day',
      category: 'valuable',
      counts: { views: { value: 1000n }, likes: { value: 5000n } },
    });
    await expectSame(at.scores.find(draft, { id: ada, guildId: here }), score);
    expect(await at.rows()).toMatchObject({ drafts: 0, videos: 1, readings: 1, estimates: 1 });
    expect(await at.prisma.reading.findMany()).toMatchObject([{ takenAt: typedAt, trying: 'x' }]);
  });

  test('from a direct message stay there', async () => {
    const draft = await draftOf(at.submit(hardly, { guildId: null }));
    expect(await scoreOf(at.drafts.confirmDraft(draft, ada))).toMatchObject({ guildId: null });
  });

  test('that are private stay private', async () => {
    const draft = await draftOf(at.submit({ ...hardly, private: true }));
    expect(await scoreOf(at.drafts.confirmDraft(draft, ada))).toMatchObject({ private: true });
  });

  test('with true saves store them too', async () => {
    const draft = await draftOf(at.submit({ saves: '500K', link: linkTo(1) }));
    expect(await scoreOf(at.drafts.confirmDraft(draft, ada))).toMatchObject({
      trueSaves: 500_000n,
    });
    expect(await at.prisma.trueSave.findMany()).toMatchObject([{ saves: 500_000n }]);
  });

  test('may hold characters that PostgreSQL refuses', async () => {
    const draft = await draftOf(
      at.submit({ ...hardly, title: 'a\0b \ud800 c \\u0000', posted: '2026-11-01', trying: '\0' }),
    );
    expect(await scoreOf(at.drafts.confirmDraft(draft, ada))).toMatchObject({
      title: 'ab c \\u0000',
    });
  });

  test('are another member’s business only for that member', async () => {
    const draft = await draftOf(at.submit(hardly));
    expect(await refusalOf(at.drafts.confirmDraft(draft, ben))).toEqual({
      kind: 'only the author',
    });
    expect(await at.rows()).toEqual({ ...nothing, creators: 1, drafts: 1 });
    await scoreOf(at.drafts.confirmDraft(draft, ada));
  });

  test('are gone after a quarter of an hour', async () => {
    const draft = await draftOf(at.submit(hardly));
    at.pass(DRAFT_LIFE + 1);
    expect(await refusalOf(at.drafts.confirmDraft(draft, ada))).toEqual({ kind: 'draft gone' });
    expect(await at.rows()).toMatchObject({ readings: 0 });
  });

  test('that were let lie are swept away, and newer ones stay', async () => {
    await at.submit(hardly);
    await at.submit(hardly, { creatorId: ben });
    at.pass(DRAFT_LIFE + 1);
    const draft = await draftOf(at.submit(hardly));
    await createForgetting({ db: at.db, clock: () => at.now }, 30).tidy();
    expect(await at.prisma.draft.findMany()).toMatchObject([{ id: draft }]);
  });

  test('never were there: the draft is gone', async () => {
    expect(await refusalOf(at.drafts.confirmDraft(404n, ada))).toEqual({ kind: 'draft gone' });
  });

  test('confirmed twice are stored once', async () => {
    const draft = await draftOf(at.submit(hardly));
    await at.drafts.confirmDraft(draft, ada);
    expect(await refusalOf(at.drafts.confirmDraft(draft, ada))).toEqual({ kind: 'stored already' });
    expect(await at.rows()).toMatchObject({ readings: 1, estimates: 1 });
  });

  test('confirmed ten times at once are stored once', async () => {
    const draft = await draftOf(at.submit({ ...hardly, link: linkTo(1) }));
    const ends = await Promise.allSettled(
      Array.from({ length: 10 }, () => at.drafts.confirmDraft(draft, ada)),
    );
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const end of ends) {
      if (end.status === 'rejected') {
        expect(end.reason).toMatchObject({ reason: { kind: 'stored already' } });
      }
    }
    expect(await at.rows()).toMatchObject({ readings: 1, drafts: 0 });
  });

  test('delivered twice are one draft', async () => {
    const interactionId = at.nextId();
    const first = await draftOf(at.submit(hardly, { interactionId }));
    const second = await draftOf(at.submit(hardly, { interactionId }));
    expect(second).toBe(first);
    expect(await at.rows()).toMatchObject({ drafts: 1, readings: 0 });
  });

  test('twenty at once by one new member are twenty drafts', async () => {
    await Promise.all(Array.from({ length: 20 }, () => draftOf(at.submit(hardly))));
    expect(await at.rows()).toMatchObject({ creators: 1, drafts: 20 });
  });

  test('confirmed after a later reading come before it', async () => {
    const draft = await draftOf(at.submit({ ...hardly, link: linkTo(1) }));
    at.pass(60_000);
    await at.submit({ link: linkTo(1) });
    const score = await scoreOf(at.drafts.confirmDraft(draft, ada));
    expect(score.previous).toBeNull();
    await expectSame(at.scores.find(draft, { id: ada, guildId: here }), score);
  });

  test('of a truth are asked about and stored when confirmed', async () => {
    const score = await scoreOf(at.submit({ link: linkTo(1) }));
    const message = { channelId: '1', messageId: '2' };
    const draft = await draftOf(
      at.scores.addTruth({ saves: unlikely(score), counts: null }, score.readingId, {
        interactionId: at.nextId(),
        callerId: ada,
        message,
      }),
    );
    expect(await at.rows()).toMatchObject({ truths: 0, drafts: 1 });
    const outcome = await at.drafts.confirmDraft(draft, ada);
    expect(outcome).toMatchObject({
      kind: 'score',
      message,
      score: { readingId: score.readingId, trueSaves: BigInt(unlikely(score)) },
    });
    expect(await at.rows()).toMatchObject({ truths: 1, drafts: 0, readings: 1 });
    expect(await refusalOf(at.drafts.confirmDraft(draft, ada))).toEqual({ kind: 'stored already' });
  });

  test('of a truth with new counts become a new reading', async () => {
    const score = await scoreOf(at.submit({ link: linkTo(1) }));
    at.pass(2 * DAY);
    const counts = { views: '600K', likes: '45K', comments: '900', shares: '2200' };
    const draft = await draftOf(
      at.scores.addTruth({ saves: unlikely(score), counts }, score.readingId, {
        interactionId: at.nextId(),
        callerId: ada,
        message: null,
      }),
    );
    const ends = await Promise.allSettled([
      at.drafts.confirmDraft(draft, ada),
      at.drafts.confirmDraft(draft, ada),
    ]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const end of ends) {
      if (end.status === 'rejected') {
        expect(end.reason).toMatchObject({ reason: { kind: 'stored already' } });
      }
    }
    expect(await at.rows()).toMatchObject({ videos: 1, readings: 2, truths: 1, drafts: 0 });
    expect(await refusalOf(at.drafts.confirmDraft(draft, ada))).toEqual({ kind: 'stored already' });
  });

  test('of a reading that has gone meanwhile say so', async () => {
    const score = await scoreOf(at.submit());
    const draft = await draftOf(
      at.scores.addTruth({ saves: unlikely(score), counts: null }, score.readingId, {
        interactionId: at.nextId(),
        callerId: ada,
        message: null,
      }),
    );
    await at.prisma.reading.deleteMany();
    expect(await refusalOf(at.drafts.confirmDraft(draft, ada))).toEqual({ kind: 'reading gone' });
  });
});
