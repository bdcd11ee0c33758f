import { describe, expect, test } from 'vitest';
import { createChanges } from '../../src/services/history/changes.js';
import { DRAFT_LIFE } from '../../src/services/scores/draft-input.js';
import { missingIn, putTogether } from '../../src/services/scores/shown.js';
import type { TypedScore } from '../../src/services/scores/typed-score.js';
import { providers } from '../support/databases.js';
import {
  ada,
  ben,
  here,
  nothing,
  ordinary,
  refusalOf,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

const SHOWN = { ...ordinary, saves: '2,911' } as const;
const ALL = ['views', 'likes', 'comments', 'shares', 'saves'] as const;

describe('what was typed and what pictures show', () => {
  test('is put together, and what was typed wins', () => {
    const together = putTogether({ likes: '48.9K', title: 'Knots' }, [SHOWN]);
    expect(together.typed).toEqual({ ...SHOWN, likes: '48.9K', title: 'Knots' });
    expect(together.overruled).toEqual([{ count: 'likes', typed: '48.9K', shown: '41.3K' }]);
    expect(together.shown).not.toContain('likes');
  });

  test('is the same where only its writing differs', () => {
    const together = putTogether({ shares: '2,104' }, [SHOWN], 'en-US');
    expect(together.overruled).toEqual([]);
    expect(together.shown).toContain('shares');
  });

  test('counts for nothing where two pictures differ', () => {
    const together = putTogether({}, [SHOWN, { views: '545K', likes: '41,300' }], 'en-US');
    expect(together.torn).toEqual(['views']);
    expect(together.typed.views).toBe('');
    expect(together.typed.likes).toBe('41.3K');
    expect(missingIn(together.typed)).toEqual(['views']);
  });

  test('leaves open what nobody told', () => {
    const { views: _, ...theirs } = SHOWN;
    const together = putTogether({}, [theirs]);
    expect(missingIn(together.typed)).toEqual(['views']);
    expect(missingIn(putTogether({ views: '1M' }, [theirs]).typed)).toEqual([]);
  });
});

describe.each(providers)('numbers out of a picture on %s', (provider) => {
  const at = useScoring(provider);
  const keep = (typed: TypedScore = SHOWN, shown: readonly (typeof ALL)[number][] = ALL) =>
    at.drafts.keepShown(typed, shown, {
      interactionId: at.nextId(),
      creatorId: ada,
      guildId: here,
    });
  const shownOf = async () => (await at.prisma.reading.findMany()).map(({ shown }) => shown);

  test('are no reading before their author has looked', async () => {
    await keep();
    expect(await at.rows()).toEqual({ ...nothing, creators: 1, drafts: 1 });
  });

  test('become one with its truth, and it remembers that they were shown', async () => {
    const score = await scoreOf(at.drafts.storeShown(await keep(), ada, null));
    expect(score.trueSaves).toBe(2_911n);
    expect(await at.rows()).toMatchObject({ readings: 1, truths: 1, drafts: 0 });
    expect(await shownOf()).toEqual([true]);
  });

  test('are no longer shown where one of the four was typed', async () => {
    await at.drafts.storeShown(await keep(SHOWN, ['views', 'likes', 'comments']), ada, null);
    expect(await shownOf()).toEqual([false]);
  });

  test('are stored as they were typed over', async () => {
    const draftId = await keep();
    expect(await at.drafts.shownDraft(draftId, ada)).toMatchObject(SHOWN);
    const corrected = { ...SHOWN, comments: '821', saves: '' };
    const score = await scoreOf(at.drafts.storeShown(draftId, ada, corrected));
    expect(score.counts.comments.value).toBe(821n);
    expect(score.trueSaves).toBeNull();
    expect(await shownOf()).toEqual([false]);
  });

  test('keep being shown where the form was sent as it was', async () => {
    await at.drafts.storeShown(await keep(), ada, SHOWN);
    expect(await shownOf()).toEqual([true]);
  });

  test('that are hardly true are asked about, as typed ones are', async () => {
    const { saves: _, ...four } = SHOWN;
    const draftId = await keep({ ...four, likes: '999K' }, [
      'views',
      'likes',
      'comments',
      'shares',
    ]);
    const asked = await at.drafts.storeShown(draftId, ada, null);
    expect(asked).toMatchObject({ kind: 'draft', draftId, improbable: [{ option: 'likes' }] });
    await at.drafts.confirmDraft(draftId, ada);
    expect(await shownOf()).toEqual([true]);
  });

  test('typed over into something doubtful are asked about as typed over', async () => {
    const draftId = await keep();
    const few = { likes: '48', comments: '12', shares: '3', saves: '' };
    const asked = await at.drafts.storeShown(draftId, ada, { ...few, views: '1,2 B' });
    expect(asked.kind).toBe('draft');
    const stored = await at.drafts.chooseReading(draftId, ada, 0);
    if (stored.kind === 'draft') await at.drafts.confirmDraft(draftId, ada);
    expect(await at.rows()).toMatchObject({ readings: 1 });
    const [reading] = await at.prisma.reading.findMany();
    expect([1_200n, 1_200_000_000n]).toContain(reading?.views);
  });

  test('are their author’s alone, and for a quarter of an hour', async () => {
    const draftId = await keep();
    expect(await refusalOf(at.drafts.storeShown(draftId, ben, null))).toEqual({
      kind: 'only the author',
    });
    expect(await refusalOf(at.drafts.shownDraft(draftId, ben))).toEqual({
      kind: 'only the author',
    });
    at.pass(DRAFT_LIFE + 1);
    expect(await refusalOf(at.drafts.storeShown(draftId, ada, null))).toEqual({
      kind: 'draft gone',
    });
  });

  test('that are corrected later are no longer shown, until that is undone', async () => {
    const score = await scoreOf(at.drafts.storeShown(await keep(), ada, null));
    const changes = createChanges({ db: at.db, clock: () => at.now });
    const who = { interactionId: at.nextId(), callerId: ada };
    const done = await changes.correct(
      { ...ordinary, comments: '815', confirmed: true },
      score.readingId,
      who,
    );
    expect(await shownOf()).toEqual([false]);
    if (done.kind !== 'corrected') throw new Error('It was not corrected.');
    await changes.undo(who.interactionId, ada);
    expect(await shownOf()).toEqual([true]);
  });
});
