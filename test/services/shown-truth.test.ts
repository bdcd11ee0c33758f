import { describe, expect, test } from 'vitest';
import { putTogether, truthOf } from '../../src/services/scores/shown.js';
import { providers } from '../support/databases.js';
import { ada, ben, ordinary, refusalOf, scoreOf, useScoring } from '../support/scoring.js';

const SAVES = '2,911';
const NOW = { views: '600K', likes: '45.1K', comments: '901', shares: '2200' } as const;

describe('what is told of a known video', () => {
  test('are its saves, and its counts where all four are there', () => {
    const whole = putTogether({}, [{ ...NOW, saves: SAVES }]);
    expect(truthOf(whole.typed)).toEqual({ saves: SAVES, counts: NOW });
    const { views: _, ...theirs } = NOW;
    expect(truthOf(putTogether({}, [{ ...theirs, saves: SAVES }]).typed)).toEqual({
      ...{ saves: SAVES, counts: null },
    });
    expect(truthOf(putTogether({ saves: '3K' }, []).typed)).toEqual({ saves: '3K', counts: null });
  });
});

describe.each(providers)('the saves out of a picture on %s', (provider) => {
  const at = useScoring(provider);
  const known = async () => (await scoreOf(at.submit(ordinary))).readingId;
  const keep = (
    readingId: bigint,
    counts: Parameters<typeof at.drafts.keepShownTruth>[0]['counts'],
    { saves = SAVES, creatorId = ada } = {},
  ) =>
    at.drafts.keepShownTruth(
      { saves, counts },
      ['views', 'likes', 'comments', 'shares', 'saves'],
      readingId,
      { interactionId: at.nextId(), creatorId, message: null },
    );
  const shownOf = async () =>
    (await at.prisma.reading.findMany({ orderBy: { id: 'asc' } })).map(({ shown }) => shown);

  test('stand beside the reading once their author has looked', async () => {
    const { draftId } = await keep(await known(), null);
    expect(await at.rows()).toMatchObject({ readings: 1, truths: 0, drafts: 1 });
    const score = await scoreOf(at.drafts.storeShown(draftId, ada, null));
    expect(score.trueSaves).toBe(2_911n);
    expect(await at.rows()).toMatchObject({ readings: 1, truths: 1, drafts: 0 });
  });

  test('come without the counts where these are those of the reading', async () => {
    const { views, likes, comments, shares } = ordinary;
    const { typed } = await keep(await known(), { views, likes, comments, shares });
    expect(typed.counts).toBeNull();
  });

  test('come with a new reading where the picture shows other counts', async () => {
    const { draftId, typed } = await keep(await known(), NOW);
    expect(typed.counts).toEqual(NOW);
    const score = await scoreOf(at.drafts.storeShown(draftId, ada, null));
    expect(score.counts.views.value).toBe(600_000n);
    expect(await at.rows()).toMatchObject({ videos: 1, readings: 2, truths: 1 });
    expect(await shownOf()).toEqual([false, true]);
  });

  test('are stored as they were typed over; a reading is then no longer what a picture shows', async () => {
    const { draftId } = await keep(await known(), NOW);
    expect(await at.drafts.shownDraft(draftId, ada)).toEqual({
      ...{ kind: 'truth', saves: SAVES },
      ...NOW,
    });
    const corrected = { ...NOW, comments: '911', saves: '2,912' };
    const score = await scoreOf(at.drafts.storeShown(draftId, ada, corrected));
    expect(score.trueSaves).toBe(2_912n);
    expect(score.counts.comments.value).toBe(911n);
    expect(await shownOf()).toEqual([false, false]);
  });

  test('that are hardly true are asked about, and remember the picture', async () => {
    const { draftId } = await keep(await known(), { ...NOW, likes: '999K' });
    const asked = await at.drafts.storeShown(draftId, ada, null);
    expect(asked).toMatchObject({ kind: 'draft', draftId });
    await at.drafts.confirmDraft(draftId, ada);
    expect(await shownOf()).toEqual([false, true]);
  });

  test('are nobody else’s to tell, and of no reading that has gone', async () => {
    const readingId = await known();
    expect(await refusalOf(keep(readingId, null, { creatorId: ben }))).toEqual({
      kind: 'only the author',
    });
    expect(await refusalOf(keep(1n, null))).toEqual({ kind: 'reading gone' });
    expect(await at.rows()).toMatchObject({ drafts: 0 });
  });
});
