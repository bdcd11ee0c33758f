import { describe, expect, test } from 'vitest';
import type { TypedScore } from '../../src/services/scores/typed-score.js';
import { createTips, type OwnTips } from '../../src/services/tips/tips.js';
import { providers } from '../support/databases.js';
import { ada, ben, DAY, linkTo, scoreOf, useScoring } from '../support/scoring.js';

/** Numbers as most of the creator's videos have them. */
const usual = { views: '100000', likes: '8000', comments: '300', shares: '700' } as const;

describe.each(providers)('tips from a creator’s own numbers in %s', (provider) => {
  const at = useScoring(provider);
  const tips = () => createTips({ db: at.db, clock: () => at.now });

  async function score(n: number, typed: Partial<TypedScore> = {}): Promise<void> {
    const outcome = await at.submit({ ...usual, link: linkTo(n), ...typed });
    if (outcome.kind === 'draft') await at.drafts.confirmDraft(outcome.draftId, ada);
  }

  /** Five usual videos, then one with these numbers. */
  async function diagnosisOf(typed: Partial<TypedScore>, others: Partial<TypedScore> = {}) {
    for (let n = 1; n <= 5; n += 1) await score(n, others);
    await score(6, typed);
    const found = await tips().fromOwnNumbers(ada);
    if (found.kind !== 'diagnosis') throw new Error('Too little.');
    return found;
  }

  test.each([
    [{ likes: '3000', shares: '270' }, {}, 'seen-not-liked'],
    [{ shares: '80' }, {}, 'liked-not-shared'],
    [{ shares: '900', saves: '60' }, { saves: '1500' }, 'shared-not-saved'],
    [
      { saves: '100', watch_time: 15, duration: 20 },
      { saves: '1500', watch_time: 9, duration: 20 },
      'watched-not-saved',
    ],
    [
      { saves: '2500', new_followers: '1' },
      { saves: '2000', new_followers: '100' },
      'saved-no-follows',
    ],
    [{ saves: '6000' }, { saves: '2500' }, 'doing-well'],
    [{ saves: '250' }, { saves: '250' }, null],
  ] as const)('%o beside videos with %o is seen as %s', async (typed, others, pattern) => {
    const { diagnosis, tip } = await diagnosisOf(typed, others);
    expect(diagnosis.pattern).toBe(pattern);
    if (pattern !== null) expect(tip.patterns).toContain(pattern);
  });

  test('don’t call a video good for its estimate where its count is bad', async () => {
    const many = { likes: '16000', shares: '3000' } as const;
    const { diagnosis } = await diagnosisOf({ ...many, saves: '20' });
    expect(diagnosis).toMatchObject({ basis: 'estimated', pattern: null, maybe: 'higher' });
  });

  test('call more saves than one’s own no success where comparable videos have as many', async () => {
    const { diagnosis } = await diagnosisOf({ saves: '250' }, { saves: '150' });
    expect(diagnosis).toMatchObject({ basis: 'counted', pattern: null });
    expect(diagnosis).toMatchObject({ maybe: 'higher', beside: 'own' });
  });

  test('say what saves look like where nothing stands out for sure', async () => {
    const { diagnosis } = await diagnosisOf({ likes: '9500', shares: '900' });
    expect(diagnosis).toMatchObject({ basis: 'estimated', pattern: null, maybe: 'higher' });
  });

  test('say nothing of saves that are as usual', async () => {
    const { diagnosis } = await diagnosisOf({ saves: '250' }, { saves: '250' });
    expect(diagnosis).toMatchObject({ pattern: null, maybe: null });
  });

  test('say how many videos of other accounts are left out', async () => {
    await score(20, { link: linkTo(20, { handle: 'another' }) });
    await score(21, { title: 'No link', posted: '2026-10-01', likes: '8003' } as const);
    for (let n = 1; n <= 6; n += 1) await score(n);
    expect(await tips().fromOwnNumbers(ada)).toMatchObject({
      kind: 'diagnosis',
      leftOut: { ofOthers: 1, ofUnknown: 0 },
    });
  });

  test('say how many videos stand behind each median, and which saves are estimated', async () => {
    const { diagnosis } = await diagnosisOf({ saves: '1000' });
    // One count among estimates is no comparison: all are taken as estimated.
    expect(diagnosis).toMatchObject({ lookedAt: 6, basis: 'estimated' });
    expect(diagnosis.steps.find(({ name }) => name === 'saves')).toMatchObject({ others: 5 });
    const likes = diagnosis.steps.find(({ name }) => name === 'likes');
    expect(likes).toMatchObject({ value: 0.08, median: 0.08, others: 5 });
    expect(likes?.comparable).toBeGreaterThan(0.01);
    expect(diagnosis.steps.map(({ name }) => name)).toEqual(['likes', 'shares', 'saves']);
  });

  test('go by one’s own median where comparable videos would say the opposite', async () => {
    // Far more than comparable videos, and far less than one's own.
    const { diagnosis } = await diagnosisOf({ saves: '2000' }, { saves: '3300' });
    const saves = diagnosis.steps.find(({ name }) => name === 'saves');
    expect(saves).toMatchObject({ value: 0.02, median: 0.033 });
    expect(saves?.besideOthers).toBeGreaterThan(0.5);
    expect(diagnosis).toMatchObject({ pattern: 'shared-not-saved', beside: 'own' });
  });

  test('don’t forget a count that was told with an earlier reading', async () => {
    for (let n = 1; n <= 5; n += 1) await score(n, { saves: '2500' });
    await score(6, { saves: '400' });
    at.pass(DAY);
    await score(6, { views: '101000', likes: '8050' });
    const found = await tips().fromOwnNumbers(ada);
    expect(found).toMatchObject({
      diagnosis: { basis: 'counted', pattern: 'shared-not-saved', video: { views: 100_000 } },
    });
  });

  test('call an estimate a success only where even its low end is one', async () => {
    // More likes and shares than the others, and so more estimated saves; nothing was counted.
    const more = { likes: '7000', shares: '500' };
    const { diagnosis } = await diagnosisOf(more, { likes: '4000', shares: '150' });
    const saves = diagnosis.steps.find(({ name }) => name === 'saves');
    expect(saves?.besideOwn).toBeGreaterThan(Math.log(1.25));
    expect(diagnosis.video.saves.estimated.score?.low).toBeLessThan(60);
    expect(diagnosis.pattern).not.toBe('doing-well');
    // Here even the low end is well above most of its size.
    await score(7, { likes: '13000', shares: '1500' });
    expect(await tips().fromOwnNumbers(ada)).toMatchObject({
      diagnosis: { pattern: 'doing-well', basis: 'estimated' },
    });
  });

  test('look at the last reading of each video only', async () => {
    for (let n = 1; n <= 6; n += 1) await score(n);
    at.pass(DAY);
    await score(2, { views: '150000', likes: '12500' });
    const found = await tips().fromOwnNumbers(ada);
    expect(found).toMatchObject({
      kind: 'diagnosis',
      diagnosis: { lookedAt: 6, video: { views: 150_000, likes: 12_500 } },
    });
  });

  test('are the creator’s own: of nobody else, and of one TikTok account', async () => {
    for (let n = 1; n <= 5; n += 1) {
      await score(n);
      await scoreOf(at.submit({ ...usual, link: linkTo(n) }, { creatorId: ben }));
    }
    await score(20, { link: linkTo(20, { handle: 'another' }) });
    const tooLittle = { kind: 'too little', needed: 5, waiting: 0 };
    const leftOut = { ofOthers: 0, ofUnknown: 0 };
    expect(await tips().fromOwnNumbers(ada)).toEqual({
      ...tooLittle,
      judged: 1,
      leftOut: { ...leftOut, ofOthers: 5 },
    });
    expect((await tips().fromOwnNumbers(ben)).kind).toBe('diagnosis');
    expect(await tips().fromOwnNumbers(3n)).toEqual({ ...tooLittle, judged: 0, leftOut });
  });

  test('leave out photo posts, and count what can’t be judged yet', async () => {
    for (let n = 1; n <= 4; n += 1) await score(n);
    for (let n = 5; n <= 9; n += 1) await score(n, { link: linkTo(n, { kind: 'photo' }) });
    await score(10, { views: '500', likes: '20', comments: '1', shares: '1' });
    await score(11, { link: linkTo(11, { days: 0 }) });
    expect(await tips().fromOwnNumbers(ada)).toEqual({
      kind: 'too little',
      judged: 4,
      needed: 5,
      waiting: 2,
      leftOut: { ofOthers: 0, ofUnknown: 0 },
    });
  });

  test('are another one than the score showed last', async () => {
    for (let n = 1; n <= 6; n += 1) await score(n);
    for (let time = 0; time < 20; time += 1) {
      at.pass(1);
      const shown = (await scoreOf(at.submit({ ...usual, link: linkTo(1) }))).tip;
      const found: OwnTips = await tips().fromOwnNumbers(ada);
      if (found.kind !== 'diagnosis') throw new Error('Too little.');
      expect(found.tip.id).not.toBe(shown.id);
    }
  });
});

describe.each(providers)('the tip of a score in %s', (provider) => {
  const at = useScoring(provider);

  test('is never the one before, also where drafts and late truths come between', async () => {
    const shown: string[] = [];
    for (let time = 0; time < 25; time += 1) {
      at.pass(DAY + time);
      const score = await scoreOf(at.submit({ link: linkTo(time % 3) }));
      shown.push(score.tip.id);
      const told = await scoreOf(
        at.scores.addTruth({ saves: '3000', counts: null }, score.readingId, {
          interactionId: at.nextId(),
          callerId: ada,
          message: null,
        }),
      );
      expect(told.tip.id).toBe(score.tip.id);
    }
    for (const [n, id] of shown.entries()) expect(id).not.toBe(shown[n - 1]);
  });

  test('comes from the same row of turns when counts come with a late truth', async () => {
    const score = await scoreOf(at.submit({ link: linkTo(1) }));
    at.pass(2 * DAY);
    const anew = await scoreOf(
      at.scores.addTruth({ saves: '3000', counts: usual }, score.readingId, {
        interactionId: at.nextId(),
        callerId: ada,
        message: null,
      }),
    );
    expect(anew.tip.id).not.toBe(score.tip.id);
    expect((await scoreOf(at.submit({ link: linkTo(1) }))).tip.id).not.toBe(anew.tip.id);
  });

  test('is told apart by turns when many come at once', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, n) => at.submit({ link: linkTo(n + 1) })));
    const rows = await at.prisma.reading.findMany({ select: { tip: true, tipTurn: true } });
    expect(rows).toHaveLength(6);
    const turns = rows.flatMap(({ tip, tipTurn }) => (tipTurn === null ? [] : [{ tip, tipTurn }]));
    turns.sort((a, b) => a.tipTurn - b.tipTurn);
    // Who had to look again too often gives up its turn rather than its reading.
    expect(turns.length).toBeGreaterThanOrEqual(2);
    for (const [n, { tip }] of turns.entries()) expect(tip).not.toBe(turns[n - 1]?.tip);
  });

  test('stays readable when its file is gone', async () => {
    const score = await scoreOf(at.submit({ link: linkTo(1) }));
    await at.prisma.reading.update({ where: { id: score.readingId }, data: { tip: 'gone' } });
    const found = await at.scores.find(score.readingId, {
      id: ada,
      guildId: score.guildId,
    });
    expect(found.tip.body).toBeTruthy();
  });
});
