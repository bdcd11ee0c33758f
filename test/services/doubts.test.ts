import { describe, expect, test } from 'vitest';
import { correctReading } from '../../src/services/history/corrections.js';
import type { Questions } from '../../src/services/scores/drafts.js';
import type { Outcome } from '../../src/services/scores/outcome.js';
import type { TypedScore } from '../../src/services/scores/typed-score.js';
import { providers } from '../support/databases.js';
import {
  ada,
  ben,
  here,
  linkTo,
  nothing,
  refusalOf,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

/** What is asked about an outcome, with the id of its draft. */
async function questionOf(outcome: Promise<Outcome>): Promise<Questions & { draftId: bigint }> {
  const found = await outcome;
  if (found.kind !== 'draft') throw new Error('It was stored at once.');
  return found;
}

const values = (choices: Questions['choices']) =>
  choices.map((chosen) =>
    Object.fromEntries(
      Object.entries(chosen).map(([option, said]) => [
        option,
        typeof said === 'string' ? said : said.value,
      ]),
    ),
  );

describe.each(providers)('what may mean several things, on %s', (provider) => {
  const at = useScoring(provider);
  const submit = (typed: Partial<TypedScore>, language: string, creatorId = ada) =>
    at.scores.submit(
      { views: '541.2K', likes: '41.3K', comments: '812', shares: '2104', ...typed },
      { interactionId: at.nextId(), creatorId, guildId: here, language },
    );

  test('is read by the member’s own language', async () => {
    const small = { likes: '100', comments: '8', shares: '21' };
    expect((await scoreOf(submit({ ...small, views: '1,2 B' }, 'tr'))).counts.views).toEqual({
      value: 1_200n,
      step: 100n,
    });
    const score = await scoreOf(submit({ views: '541,2 N', likes: '41,3 N' }, 'vi', ben));
    expect(score.counts).toMatchObject({
      views: { value: 541_200n, step: 100n },
      likes: { value: 41_300n, step: 100n },
    });
  });

  test('is asked about, with a reading for each press, and nothing but a draft is kept', async () => {
    const asked = await questionOf(submit({ views: '1,2 mil.', likes: '48' }, 'en-US'));
    expect(asked.doubts).toMatchObject([
      { option: 'views', typed: '1,2 mil.', readings: [{ value: 1_200n }, { value: 1_200_000n }] },
    ]);
    expect(values(asked.choices)).toEqual([{ views: '1200' }, { views: '1200000' }]);
    expect(await at.rows()).toEqual({ ...nothing, creators: 1, drafts: 1 });
    const score = await scoreOf(at.drafts.chooseReading(asked.draftId, ada, 1));
    expect(score.counts.views).toEqual({ value: 1_200_000n, step: 100_000n });
    expect(score.readingId).toBe(asked.draftId);
    expect(await at.rows()).toMatchObject({ readings: 1, drafts: 0 });
  });

  test('is read alike where it is written alike, and in every way where it isn’t', async () => {
    const alike = await questionOf(submit({ views: '541 mil.', likes: '48 mil.' }, 'de'));
    expect(values(alike.choices)).toEqual([
      { views: '541000', likes: '48000' },
      { views: '541000000', likes: '48000000' },
    ]);
    const both = await questionOf(submit({ views: '541 mil.', posted: '11/1/2026' }, 'en-US'));
    expect(values(both.choices)).toEqual([
      { views: '541000', posted: '2026-11-01' },
      { views: '541000', posted: '2026-01-11' },
      { views: '541000000', posted: '2026-11-01' },
      { views: '541000000', posted: '2026-01-11' },
    ]);
    const score = await scoreOf(at.drafts.chooseReading(both.draftId, ada, 0));
    expect(score.posted?.latest.toISOString()).toBe('2026-11-02T12:00:00.000Z');
  });

  test('saves that only another language keeps within the views are offered so', async () => {
    const counts = { views: '3,5 jt', likes: '90 rb', comments: '100', shares: '200' };
    for (const [saves, meant] of [
      ['1,2 M', '1200000'],
      ['0,04 M', '40000'],
    ] as const) {
      const asked = await questionOf(submit({ ...counts, saves }, 'id'));
      expect(values(asked.choices)).toEqual([{ saves: meant }]);
      const again = await at.drafts.chooseReading(asked.draftId, ada, 0);
      if (again.kind === 'draft') expect(again.doubts).toEqual([]);
    }
  });

  test('readings that can’t be aren’t offered, and no more than four together', async () => {
    const counts = { views: '12,5 T', likes: '900', comments: '10', shares: '20' };
    const asked = await questionOf(submit({ ...counts, saves: '1,2 B', posted: '3.4.2026' }, 'de'));
    expect(values(asked.choices)).toEqual([{ posted: '2026-04-03' }, { posted: '2026-03-04' }]);
    const many = { ...counts, views: '541 mil.', likes: '1,234K', posted: '3.4.2026' };
    const first = await questionOf(submit(many, 'en-US', ben));
    expect(first.choices).toHaveLength(4);
    expect(first.doubts.map(({ option }) => option)).toEqual(['views', 'likes']);
    const next = await questionOf(at.drafts.chooseReading(first.draftId, ben, 0));
    expect(next.doubts.map(({ option }) => option)).toEqual(['posted']);
  });

  test('is asked about again where the chosen reading is hardly true', async () => {
    const asked = await questionOf(submit({ views: '1,2 mil.', likes: '48.1K' }, 'en-US'));
    const again = await questionOf(at.drafts.chooseReading(asked.draftId, ada, 0));
    expect(again.improbable).toMatchObject([
      { what: 'more than views', option: 'likes' },
      { what: 'more than views', option: 'shares' },
    ]);
    expect(await at.rows()).toEqual({ ...nothing, creators: 1, drafts: 1 });
    const score = await scoreOf(at.drafts.confirmDraft(again.draftId, ada));
    expect(score.counts.views.value).toBe(1_200n);
  });

  test('is its author’s to say, once, and only among what was offered', async () => {
    const asked = await questionOf(
      submit({ views: '1,2 mil.', likes: '48', shares: '2' }, 'en-US'),
    );
    const { draftId } = asked;
    expect(await refusalOf(at.drafts.chooseReading(draftId, ben, 0))).toEqual({
      kind: 'only the author',
    });
    expect(await refusalOf(at.drafts.chooseReading(draftId, ada, 2))).toEqual({
      kind: 'draft gone',
    });
    expect(await refusalOf(at.drafts.chooseReading(draftId, ada, Number.NaN))).toEqual({
      kind: 'draft gone',
    });
    await scoreOf(at.drafts.chooseReading(draftId, ada, 0));
    expect(await refusalOf(at.drafts.chooseReading(draftId, ada, 1))).toEqual({
      kind: 'stored already',
    });
    expect(await at.rows()).toMatchObject({ readings: 1 });
  });

  test('is told with everything else where something can’t be read at all', async () => {
    expect(
      await refusalOf(submit({ views: '1,2 mil.', likes: 'lots', posted: '11/1/2026' }, 'en-US')),
    ).toMatchObject({
      unreadable: [
        { option: 'likes', why: 'unreadable' },
        { option: 'views', why: 'ambiguous' },
        { option: 'posted', why: { problem: 'ambiguous' } },
      ],
      corrected: { views: '1,2 mil.', posted: '11/1/2026' },
    });
    expect(await at.rows()).toEqual(nothing);
  });

  test('is asked about in a truth and in a correction, too', async () => {
    const score = await scoreOf(submit({ views: '21M', likes: '500K', link: linkTo(1) }, 'en-US'));
    const told = await questionOf(
      at.scores.addTruth({ saves: '20 mil.', counts: null }, score.readingId, {
        interactionId: at.nextId(),
        callerId: ada,
        message: null,
        language: 'en-US',
      }),
    );
    expect(values(told.choices)).toEqual([{ saves: '20000' }, { saves: '20000000' }]);
    expect(await scoreOf(at.drafts.chooseReading(told.draftId, ada, 0))).toMatchObject({
      trueSaves: 20_000n,
    });

    const context = { db: at.db, clock: () => at.now };
    const corrected = await correctReading(
      context,
      {
        ...{ views: '5,1 mil.', likes: '500K', comments: '812', shares: '2104' },
        ...{ confirmed: false, language: 'en-US' },
      },
      score.readingId,
      { interactionId: at.nextId(), callerId: ada },
    );
    if (corrected.kind !== 'draft') throw new Error('It was corrected at once.');
    expect(values(corrected.choices)).toEqual([{ views: '5100' }, { views: '5100000' }]);
    const done = await scoreOf(at.drafts.chooseReading(corrected.draftId, ada, 1));
    expect(done.counts.views.value).toBe(5_100_000n);
  });
});

describe.each(providers)('a count a thousand times off, on %s', (provider) => {
  const at = useScoring(provider);
  const submit = (typed: Partial<TypedScore>, language = 'en-US') =>
    at.scores.submit(
      { views: '541.2K', likes: '41.3K', comments: '812', shares: '2104', ...typed },
      { interactionId: at.nextId(), creatorId: ada, guildId: here, language },
    );

  test('more than in the last readings is asked about, with what was read there', async () => {
    await scoreOf(submit({ link: linkTo(1) }));
    await scoreOf(submit({ views: '300K', link: linkTo(2) }));
    const asked = await questionOf(submit({ views: '541.2M', link: linkTo(3) }));
    expect(asked.improbable).toEqual([
      {
        what: 'unlike before',
        option: 'views',
        typed: '541.2M',
        read: 541_200_000n,
        least: 300_000n,
        most: 541_200n,
      },
    ]);
    await scoreOf(at.drafts.confirmDraft(asked.draftId, ada));
    expect(await at.rows()).toMatchObject({ readings: 3, drafts: 0 });
  });

  test('less is asked about unless the video is young', async () => {
    await scoreOf(submit({ link: linkTo(1) }));
    const few = { views: '541', likes: '41', comments: '1', shares: '2' };
    const asked = await questionOf(submit({ ...few, link: linkTo(2) }));
    expect(asked.improbable).toMatchObject([
      { what: 'unlike before', option: 'views' },
      { what: 'unlike before', option: 'likes' },
    ]);
    await scoreOf(submit({ ...few, link: linkTo(3, { days: 0 }) }));
  });

  test('offers the reading of another language', async () => {
    await scoreOf(submit({ link: linkTo(1) }));
    const asked = await questionOf(
      submit({ views: '1,2 M', likes: '41,3 rb', link: linkTo(2) }, 'id'),
    );
    expect(asked.improbable).toMatchObject([{ what: 'unlike before', read: 1_200_000_000n }]);
    expect(values(asked.choices)).toEqual([{ views: '1200000' }]);
    const score = await scoreOf(at.drafts.chooseReading(asked.draftId, ada, 0));
    expect(score.counts.views).toEqual({ value: 1_200_000n, step: 100_000n });
  });

  test('is asked about where nothing is known but it would be less elsewhere', async () => {
    const asked = await questionOf(submit({ views: '1,2 M', likes: '41,3 rb' }, 'id'));
    expect(asked.improbable).toMatchObject([{ what: 'may be less', option: 'views' }]);
    expect(values(asked.choices)).toEqual([{ views: '1200000' }]);
  });

  test('isn’t asked about below, or for others’ readings', async () => {
    await scoreOf(submit({ views: '600', likes: '41', comments: '1', shares: '2' }));
    await scoreOf(submit({ views: '599K', likes: '40K' }));
    await scoreOf(
      at.scores.submit(
        { views: '541.2M', likes: '41M', comments: '812K', shares: '900K' },
        { interactionId: at.nextId(), creatorId: ben, guildId: here, language: 'en-US' },
      ),
    );
  });
});
