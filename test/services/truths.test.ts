import { describe, expect, test } from 'vitest';
import type { MessagePlace } from '../../src/services/scores/outcome.js';
import { COUNTS_FRESH_FOR } from '../../src/services/scores/scores.js';
import type { TypedTruth } from '../../src/services/scores/truth.js';
import { providers } from '../support/databases.js';
import {
  ada,
  ben,
  DAY,
  draftOf,
  elsewhere,
  expectSame,
  HOUR,
  here,
  likely,
  linkTo,
  ordinary,
  refusalOf,
  scoreOf,
  unlikely,
  useScoring,
} from '../support/scoring.js';

const counts = { views: '600K', likes: '45K', comments: '900', shares: '2200' } as const;
const message: MessagePlace = { channelId: '11', messageId: '22' };

const [cy, dee] = [300_000_000_000_000_003n, 300_000_000_000_000_004n];

describe.each(providers)('a truth on %s', (provider) => {
  const at = useScoring(provider);
  const tell = (
    typed: TypedTruth,
    readingId: bigint,
    who: { callerId?: bigint; interactionId?: bigint } = {},
  ) =>
    at.scores.addTruth(typed, readingId, {
      interactionId: at.nextId(),
      callerId: ada,
      message,
      ...who,
    });

  test('told later stands beside the estimate as it was', async () => {
    const before = await scoreOf(at.submit({ link: linkTo(1) }));
    at.pass(3 * HOUR);
    const saves = String(Math.round(before.estimate.high));
    const outcome = await tell({ saves, counts: null }, before.readingId);
    expect(outcome).toMatchObject({ kind: 'score', message });
    const after = await scoreOf(Promise.resolve(outcome));
    expect(after).toMatchObject({
      readingId: before.readingId,
      takenAt: before.takenAt,
      trueSaves: BigInt(saves),
      parts: before.parts,
      learnedFrom: 0,
      miss: { inside: true },
    });
    expect(after.estimate).toMatchObject({
      saves: before.estimate.saves,
      low: before.estimate.low,
      high: before.estimate.high,
    });
    expect(after.value).toBeGreaterThan(before.value ?? 100);
    expect(await at.rows()).toMatchObject({ readings: 1, estimates: 1, truths: 1 });
    expect(await at.prisma.trueSave.findMany()).toEqual([
      {
        readingId: before.readingId,
        creatorId: ada,
        guildId: here,
        saves: BigInt(saves),
        savesStep: 1n,
        miss: Math.log1p(Number(saves)) - Math.log1p(before.estimate.saves),
        inside: true,
        toldAt: at.now,
        toldBy: expect.any(BigInt),
      },
    ]);
    await expectSame(at.scores.find(before.readingId, { id: ada, guildId: here }), after);
  });

  test('can be corrected, and stays told when it was', async () => {
    const { readingId, estimate } = await scoreOf(at.submit());
    const first = String(Math.round(estimate.low));
    await tell({ saves: first, counts: null }, readingId);
    const toldAt = at.now;
    at.pass(HOUR);
    const second = Math.round(estimate.high / 1000);
    const score = await scoreOf(tell({ saves: `${second}K`, counts: null }, readingId));
    expect(score.trueSaves).toBe(BigInt(second * 1000));
    expect(await at.prisma.trueSave.findMany()).toMatchObject([
      { saves: BigInt(second * 1000), savesStep: 1000n, toldAt },
    ]);
  });

  test('twice at once for one reading is one truth', async () => {
    const score = await scoreOf(at.submit());
    const saves = likely(score);
    await Promise.all(
      Array.from({ length: 10 }, () => tell({ saves, counts: null }, score.readingId)),
    );
    expect(await at.rows()).toMatchObject({ readings: 1, truths: 1 });
  });

  test('is told by the one who typed the numbers, and by nobody else', async () => {
    const score = await scoreOf(at.submit());
    expect(
      await refusalOf(
        tell({ saves: likely(score), counts: null }, score.readingId, { callerId: ben }),
      ),
    ).toEqual({ kind: 'only the author' });
    expect(await at.rows()).toMatchObject({ truths: 0 });
  });

  test('of a reading that isn’t there is told so', async () => {
    expect(await refusalOf(tell({ saves: '5', counts: null }, 404n))).toEqual({
      kind: 'reading gone',
    });
  });

  test('within a day needs no new counts', async () => {
    const score = await scoreOf(at.submit());
    at.pass(COUNTS_FRESH_FOR);
    await scoreOf(tell({ saves: likely(score), counts: null }, score.readingId));
    expect(await at.rows()).toMatchObject({ readings: 1, truths: 1 });
  });

  test('after a day never meets old counts: without new ones it is refused', async () => {
    const score = await scoreOf(at.submit());
    at.pass(COUNTS_FRESH_FOR + 1);
    const reason = await refusalOf(tell({ saves: likely(score), counts: null }, score.readingId));
    expect(reason).toMatchObject({
      kind: 'input',
      unreadable: ['views', 'likes', 'comments', 'shares'].map((option) => ({
        option,
        why: 'empty',
      })),
    });
    expect(await at.rows()).toMatchObject({ readings: 1, truths: 0 });
  });

  test('after a day makes a new reading of the same video, and leaves the old one as it was', async () => {
    const old = await scoreOf(
      at.submit({
        link: linkTo(1),
        title: 'My day',
        category: 'valuable',
        duration: 30,
        trying: 'x',
        watch_time: 8,
      }),
    );
    at.pass(3 * DAY);
    const interactionId = at.nextId();
    const outcome = await tell({ saves: likely(old), counts }, old.readingId, { interactionId });
    expect(outcome).toMatchObject({ kind: 'score', message });
    const score = await scoreOf(Promise.resolve(outcome));
    expect(score).toMatchObject({
      readingId: interactionId,
      creatorId: ada,
      guildId: here,
      takenAt: at.now,
      title: 'My day',
      category: 'valuable',
      url: linkTo(1),
      trueSaves: BigInt(likely(old)),
      counts: { views: { value: 600_000n, step: 1000n }, shares: { value: 2200n } },
      previous: { takenAt: old.takenAt, views: 541_200n },
    });
    expect(await at.rows()).toMatchObject({ videos: 1, readings: 2, estimates: 2, truths: 1 });
    expect(await at.prisma.trueSave.findMany()).toMatchObject([{ readingId: interactionId }]);
    const viewer = { id: ada, guildId: here };
    await expectSame(at.scores.find(interactionId, viewer), score);
    await expectSame(at.scores.find(old.readingId, viewer), old);
  });

  test('with new counts comes after the last reading, whichever it was told beside', async () => {
    const first = await scoreOf(at.submit({ link: linkTo(1) }));
    at.pass(2 * DAY);
    const second = await scoreOf(at.submit({ link: linkTo(1), views: '580K' }));
    at.pass(2 * DAY);
    const third = await scoreOf(tell({ saves: likely(first), counts }, first.readingId));
    expect(third.previous).toEqual({ takenAt: second.takenAt, views: 580_000n });
    await expectSame(at.scores.find(third.readingId, { id: ada, guildId: here }), third);
  });

  test('with new counts, delivered twice, is stored once', async () => {
    const old = await scoreOf(at.submit());
    at.pass(2 * DAY);
    const interactionId = at.nextId();
    const typed = { saves: likely(old), counts };
    await tell(typed, old.readingId, { interactionId });
    expect(await refusalOf(tell(typed, old.readingId, { interactionId }))).toEqual({
      kind: 'stored already',
    });
    expect(await at.rows()).toMatchObject({ readings: 2, truths: 1 });
  });

  test('stays in the server of its reading, and private where that was', async () => {
    const old = await scoreOf(at.submit({ private: true }, { guildId: elsewhere }));
    at.pass(2 * DAY);
    expect(await scoreOf(tell({ saves: likely(old), counts }, old.readingId))).toMatchObject({
      guildId: elsewhere,
      private: true,
    });
  });

  test.each<[string, TypedTruth]>([
    ['a word', { saves: 'many', counts: null }],
    ['nothing', { saves: ' ', counts: null }],
    ['less than none', { saves: '-3', counts: null }],
    ['more than the views', { saves: '700K', counts: null }],
    ['counts that can’t be read', { saves: '100', counts: { ...counts, likes: 'x' } }],
    ['more than the new views', { saves: '300K', counts: { ...counts, views: '200K' } }],
  ])('that is %s is refused, and nothing is stored', async (_what, typed) => {
    const { readingId } = await scoreOf(at.submit());
    expect(await refusalOf(tell(typed, readingId))).toMatchObject({
      kind: 'input',
      corrected: null,
    });
    expect(await at.rows()).toMatchObject({ readings: 1, truths: 0, drafts: 0 });
  });

  test('far from the estimate is asked about first', async () => {
    const score = await scoreOf(at.submit());
    await draftOf(tell({ saves: unlikely(score), counts: null }, score.readingId));
    expect(await at.rows()).toMatchObject({ truths: 0, drafts: 1 });
  });

  describe('is learned from', () => {
    /** A truth so high that whoever learns from it estimates more. */
    async function teach(n: number, handle: string, creatorId: bigint): Promise<void> {
      const score = await scoreOf(at.submit({ link: linkTo(n, { handle }) }, { creatorId }));
      await scoreOf(
        tell({ saves: String(Math.round(score.estimate.high)), counts: null }, score.readingId, {
          callerId: creatorId,
        }),
      );
    }
    const estimated = (n: number, handle: string | null, creatorId = ada) =>
      scoreOf(at.submit(handle === null ? {} : { link: linkTo(n, { handle }) }, { creatorId }));

    test('for the same member and the same account', async () => {
      const before = await estimated(1, 'ada.films');
      await teach(2, 'ada.films', ada);
      await teach(3, 'ada.films', ada);
      const after = await estimated(4, 'ada.films');
      expect(after.learnedFrom).toBe(2);
      expect(after.estimate.saves).toBeGreaterThan(before.estimate.saves);
      expect(after.parts.map(({ signal }) => signal)).toContain('your own videos');
    });

    test('however the account is written in the link', async () => {
      await teach(2, 'Ada.Films', ada);
      expect(await estimated(4, 'ada.films')).toMatchObject({ learnedFrom: 1 });
    });

    test('for no other account of the same member', async () => {
      await teach(2, 'ada.cooks', ada);
      const score = await estimated(4, 'ada.films');
      expect(score.learnedFrom).toBe(0);
      expect(score.parts.map(({ signal }) => signal)).not.toContain('your own videos');
      expect(await estimated(5, null)).toMatchObject({ learnedFrom: 0 });
    });

    test('for no other member of the same account', async () => {
      await teach(2, 'ada.films', ada);
      expect(await estimated(4, 'ada.films', ben)).toMatchObject({ learnedFrom: 0 });
    });

    test('with a link or without, as long as one account is known', async () => {
      const score = await scoreOf(at.submit({ title: 'A', posted: '2026-11-01' }));
      await tell({ saves: likely(score), counts: null }, score.readingId);
      expect(await estimated(1, null)).toMatchObject({ learnedFrom: 1, accountUnknown: false });
      expect(await estimated(2, 'ada.films')).toMatchObject({ learnedFrom: 1 });
      await teach(3, 'ada.films', ada);
      expect(await estimated(1, null)).toMatchObject({ learnedFrom: 2, accountUnknown: false });
      // A second account: what has none can't tell any more whose it is.
      expect(await estimated(4, 'ada.cooks')).toMatchObject({ learnedFrom: 0 });
      expect(await estimated(5, 'ada.films')).toMatchObject({ learnedFrom: 1 });
      expect(await estimated(1, null)).toMatchObject({ learnedFrom: 0, accountUnknown: true });
      const short = { link: 'https://vm.tiktok.com/ZMabc123/' };
      expect(await scoreOf(at.submit(short))).toMatchObject({ accountUnknown: true });
    });

    test('for the account that its creator names, and no longer for none', async () => {
      await teach(1, 'ada.films', ada);
      await teach(2, 'ada.cooks', ada);
      const score = await scoreOf(at.submit({ title: 'A', posted: '2026-11-01', saves: '4000' }));
      expect(score).toMatchObject({ accountUnknown: true, learnedFrom: 0 });
      expect(await at.scores.accounts(ada)).toEqual(['ada.cooks', 'ada.films']);
      expect(await at.scores.accounts(ben)).toEqual([]);
      const named = await at.scores.nameAccount(score.readingId, 'ada.films', ada);
      expect(named).toMatchObject({ accountUnknown: false, learnedFrom: 1, trueSaves: 4000n });
      expect(named.miss?.miss).toBeCloseTo(Math.log1p(4000) - Math.log1p(named.estimate.saves), 9);
      // Its own count teaches that account, and the other one not.
      expect(await estimated(3, 'ada.films')).toMatchObject({ learnedFrom: 2 });
      expect(await estimated(4, 'ada.cooks')).toMatchObject({ learnedFrom: 1 });
      const again = await at.scores.find(score.readingId, { id: ada, guildId: here });
      expect(again).toMatchObject({ accountUnknown: false, learnedFrom: 1 });
      expect(await refusalOf(at.scores.nameAccount(score.readingId, 'ada.films', ben))).toEqual({
        kind: 'only the author',
      });
      expect(await refusalOf(at.scores.nameAccount(score.readingId, 'somebody', ada))).toEqual({
        kind: 'video gone',
      });
    });

    test('for the account of the video where a reading names none', async () => {
      await teach(2, 'ada.films', ada);
      await at.submit({ link: linkTo(3), title: 'B', posted: '2026-11-01' });
      expect(await scoreOf(at.submit({ title: 'B', posted: '2026-11-01' }))).toMatchObject({
        learnedFrom: 1,
      });
    });

    test('as corrected, once', async () => {
      const score = await estimated(1, 'ada.films');
      await tell({ saves: String(Math.round(score.estimate.low)), counts: null }, score.readingId);
      const low = await estimated(2, 'ada.films');
      await tell({ saves: String(Math.round(score.estimate.high)), counts: null }, score.readingId);
      const high = await estimated(3, 'ada.films');
      expect([low.learnedFrom, high.learnedFrom]).toEqual([1, 1]);
      expect(high.estimate.saves).toBeGreaterThan(low.estimate.saves);
    });

    test('by the newest thirty-two', async () => {
      for (let n = 0; n < 34; n += 1) {
        at.pass(1000);
        await at.submit({ ...ordinary, link: linkTo(100 + n), saves: '9K' });
      }
      expect(await estimated(1, 'ada.films')).toMatchObject({ learnedFrom: 32 });
    });

    test('for others of the server too, once three members told', async () => {
      const before = await estimated(1, 'ada.films');
      for (const [n, member] of [ben, cy].entries()) await teach(10 + n, 'their.films', member);
      expect(await estimated(2, 'ada.films')).toMatchObject({
        learnedHere: 0,
        estimate: { saves: before.estimate.saves },
      });
      await teach(12, 'their.films', dee);
      const after = await estimated(3, 'ada.films');
      expect(after).toMatchObject({ learnedFrom: 0, learnedHere: 3 });
      expect(after.estimate.saves).toBeGreaterThan(before.estimate.saves);
      expect(after.parts.map(({ signal }) => signal)).toContain('your community');
      await expectSame(at.scores.find(after.readingId, { id: ada, guildId: here }), after);
    });

    test('for nobody of another server or in a direct message, and from nothing private', async () => {
      for (const [n, member] of [ben, cy, dee].entries()) {
        const options = { link: linkTo(20 + n), saves: '9K' };
        await at.submit({ ...options, private: true }, { creatorId: member });
        await at.submit({ ...options, link: linkTo(30 + n) }, { creatorId: member, guildId: null });
      }
      expect(await estimated(1, 'ada.films')).toMatchObject({ learnedHere: 0 });
      for (const [n, member] of [ben, cy, dee].entries()) {
        await at.submit({ link: linkTo(40 + n), saves: '9K' }, { creatorId: member });
      }
      expect(await estimated(2, 'ada.films')).toMatchObject({ learnedHere: 3 });
      for (const guildId of [elsewhere, null]) {
        const score = await scoreOf(at.submit({ link: linkTo(3) }, { guildId }));
        expect(score.learnedHere).toBe(0);
      }
    });

    test('from the newest three of each of the others', async () => {
      for (let n = 0; n < 36; n += 1) {
        at.pass(1000);
        const creatorId = [ben, cy, dee][n % 3] ?? ben;
        await at.submit({ link: linkTo(100 + n), saves: '9K' }, { creatorId });
      }
      expect(await estimated(1, 'ada.films')).toMatchObject({ learnedHere: 9 });
    });

    test('nowhere else: what was shown before stays as it was', async () => {
      const before = await estimated(1, 'ada.films');
      await teach(2, 'ada.films', ada);
      await expectSame(at.scores.find(before.readingId, { id: ada, guildId: here }), before);
    });
  });
});
