import { describe, expect, test } from 'vitest';
import { MAX_MEMBER_TRUTHS } from '../../src/services/estimate/estimate.js';
import { providers } from '../support/databases.js';
import { ada, ben, DAY, here, linkTo, ordinary, scoreOf, useScoring } from '../support/scoring.js';

const [cy, dee, eve] = [
  300_000_000_000_000_003n,
  300_000_000_000_000_004n,
  300_000_000_000_000_005n,
];

describe.each(providers)('what an estimate learns from on %s', (provider) => {
  const at = useScoring(provider);
  /** A video with its real saves, told by one of the members. */
  const told = (n: number, saves: string, creatorId = ada, kind = 'video') =>
    scoreOf(at.submit({ ...ordinary, link: linkTo(n, { kind }), saves }, { creatorId }));
  const next = (n: number, kind = 'video') =>
    scoreOf(at.submit({ ...ordinary, link: linkTo(n, { kind }) }));

  test('is one truth a video, the newest, however often it was told', async () => {
    await told(1, '2000');
    for (let day = 0; day < 12; day += 1) {
      at.pass(DAY);
      await told(2, String(9000 + day));
    }
    const often = await next(3);
    expect(often.learnedFrom).toBe(2);
    // Once each, the same two say the same.
    await at.prisma.trueSave.deleteMany({ where: { saves: { gte: 9000, lt: 9011 } } });
    expect((await next(4)).estimate.saves).toBeCloseTo(often.estimate.saves, 6);
  });

  test('is one truth of one video, also where no link says which it is', async () => {
    await scoreOf(at.submit({ ...ordinary, likes: '39K', link: linkTo(1), saves: '2000' }));
    const bare = { ...ordinary, saves: '9000' };
    await scoreOf(at.submit(bare));
    const once = await next(3);
    expect(once.learnedFrom).toBe(2);
    for (let n = 0; n < 31; n += 1) {
      at.pass(60_000);
      await scoreOf(at.submit(bare));
    }
    expect(await at.prisma.video.count({ where: { identity: { startsWith: 'reading:' } } })).toBe(
      32,
    );
    const often = await next(4);
    expect(often.learnedFrom).toBe(2);
    expect(often.estimate).toMatchObject({
      saves: expect.closeTo(once.estimate.saves, 6),
      low: expect.closeTo(once.estimate.low, 6),
    });
  });

  test('is more where the same video was counted before', async () => {
    await told(1, '9K');
    at.pass(DAY);
    const [same, another] = [await next(1), await next(2)];
    expect(same.estimate.saves).toBeGreaterThan(another.estimate.saves);
    expect(same.estimate.high / same.estimate.low).toBeLessThan(
      another.estimate.high / another.estimate.low,
    );
  });

  test('is of photo posts for photo posts, and of videos for videos', async () => {
    const before = await next(1);
    for (const n of [2, 3, 4]) await told(n, '12K', ada, 'photo');
    const video = await next(5);
    expect(video.learnedFrom).toBe(0);
    expect(video.estimate.saves).toBe(before.estimate.saves);
    expect(await next(6, 'photo')).toMatchObject({ learnedFrom: 3 });
  });

  test('is little of who tells much: for the others one member changes nothing', async () => {
    for (const [n, member] of [ben, cy, dee].entries()) {
      await told(10 + n, '6K', member);
      at.pass(DAY);
    }
    for (let n = 0; n < MAX_MEMBER_TRUTHS; n += 1) {
      at.pass(1000);
      await told(20 + n, '9K', eve);
    }
    const few = await next(1);
    expect(few.learnedHere).toBe(3 + MAX_MEMBER_TRUTHS);
    for (let n = 0; n < 40; n += 1) {
      at.pass(1000);
      await told(100 + n, '9K', eve);
    }
    const many = await next(2);
    expect(many.learnedHere).toBe(few.learnedHere);
    expect(many.estimate.saves).toBeCloseTo(few.estimate.saves, 6);
  });

  test('is of the other members one truth a video, too', async () => {
    for (const [n, member] of [ben, cy, dee].entries()) await told(10 + n, '6K', member);
    at.pass(DAY);
    await told(10, '7K', ben);
    expect(await next(1)).toMatchObject({ learnedHere: 3 });
  });

  test('was told by then: a corrected reading learns nothing from later', async () => {
    const first = await next(1);
    at.pass(DAY);
    for (const [n, member] of [ben, cy, dee].entries()) await told(10 + n, '6K', member);
    const again = await at.scores.categorise('valuable', first.readingId, ada);
    expect(again).toMatchObject({ learnedHere: 0, takenAt: first.takenAt });
  });
});

describe.each(providers)('the category on %s', (provider) => {
  const at = useScoring(provider);
  const categoryOf = ({ parts }: Awaited<ReturnType<typeof scoreOf>>) =>
    parts.find(({ signal }) => signal === 'category');

  test('moves the estimate by a part of its own, and is found again', async () => {
    const plain = await scoreOf(at.submit({ private: true }));
    const told = await scoreOf(at.submit({ link: linkTo(2), category: 'educational' }));
    const part = categoryOf(told);
    expect(part).toMatchObject({ category: 'educational' });
    expect(part?.fromLastVideo).toBeUndefined();
    expect(told.estimate.saves).toBeGreaterThan(1.3 * plain.estimate.saves);
    const found = await at.scores.find(told.readingId, { id: ada, guildId: here });
    expect(found.parts).toEqual(told.parts);
    expect(found.range).toEqual(told.range);
  });

  test('told before for the account is used again and says so, until another is chosen', async () => {
    await at.submit({ link: linkTo(1), category: 'educational' });
    at.pass(DAY);
    const next = await scoreOf(at.submit({ link: linkTo(2) }));
    expect(categoryOf(next)).toMatchObject({ category: 'educational', fromLastVideo: true });
    expect(next.category).toBeNull();
    // What was taken is not taken for told.
    expect(await at.prisma.reading.count({ where: { category: 'educational' } })).toBe(1);
    const found = await at.scores.find(next.readingId, { id: ada, guildId: here });
    expect(found.parts).toEqual(next.parts);

    const chosen = await at.scores.categorise('entertaining', next.readingId, ada);
    expect(chosen.category).toBe('entertaining');
    expect(categoryOf(chosen)?.fromLastVideo).toBeUndefined();
    expect(chosen.estimate.saves).toBeLessThan(next.estimate.saves);
    expect(await at.rows()).toMatchObject({ readings: 2, estimates: 2 });
    at.pass(DAY);
    expect(categoryOf(await scoreOf(at.submit({ link: linkTo(3) })))).toMatchObject({
      category: 'entertaining',
      fromLastVideo: true,
    });
  });

  test('of another account, of another member, or told in private is not taken', async () => {
    await at.submit({ link: linkTo(1, { handle: 'ada.cooks' }), category: 'valuable' });
    await at.submit({ link: linkTo(2), category: 'valuable' }, { creatorId: ben });
    await at.submit({ link: linkTo(3), category: 'valuable', private: true });
    at.pass(DAY);
    expect(categoryOf(await scoreOf(at.submit({ link: linkTo(4) })))).toBeUndefined();
    // Alone with her, it is.
    const alone = await scoreOf(at.submit({ link: linkTo(5), private: true }));
    expect(categoryOf(alone)).toMatchObject({ category: 'valuable' });
  });

  test('is chosen by the author alone', async () => {
    const score = await scoreOf(at.submit());
    await expect(at.scores.categorise('valuable', score.readingId, ben)).rejects.toMatchObject({
      reason: { kind: 'only the author' },
    });
    await expect(at.scores.categorise('valuable', 404n, ada)).rejects.toMatchObject({
      reason: { kind: 'reading gone' },
    });
  });

  test('chosen beside a real count changes the estimate and how far off it was, not the count', async () => {
    const score = await scoreOf(at.submit({ saves: '3000' }));
    const chosen = await at.scores.categorise('valuable', score.readingId, ada);
    expect(chosen.trueSaves).toBe(3000n);
    expect(chosen.miss?.miss).toBeLessThan(score.miss?.miss ?? Number.NaN);
    expect(await at.prisma.trueSave.findMany()).toMatchObject([
      { saves: 3000n, miss: chosen.miss?.miss },
    ]);
  });
});
