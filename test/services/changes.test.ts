import { describe, expect, test } from 'vitest';
import { databaseFailure } from '../../src/db/errors.js';
import { pack } from '../../src/lib/packed.js';
import { createChanges } from '../../src/services/history/changes.js';
import { empty, providers } from '../support/databases.js';
import {
  ada,
  ben,
  DAY,
  elsewhere,
  expectSame,
  HOUR,
  here,
  likely,
  linkTo,
  ordinary,
  refusalOf,
  scoreOf,
  shown,
  useScoring,
} from '../support/scoring.js';

const other = { views: '612.3K', likes: '44.1K', comments: '900', shares: '2.5K' } as const;

describe.each(providers)('what a creator changes in %s', (provider) => {
  const at = useScoring(provider);
  const changes = () => createChanges({ db: at.db, clock: () => at.now });
  const who = (callerId = ada) => ({ interactionId: at.nextId(), callerId });
  const viewer = { id: ada, guildId: here };
  const correct = (readingId: bigint, typed: Partial<typeof other> | object = other, by = who()) =>
    changes().correct({ ...other, ...typed, confirmed: false }, readingId, by);
  /** Everything that is stored of readings, to hold before against after. */
  async function everything() {
    const { prisma } = at;
    return {
      videos: await prisma.video.findMany({ orderBy: { id: 'asc' } }),
      aliases: await prisma.videoAlias.findMany({ orderBy: { identity: 'asc' } }),
      readings: await prisma.reading.findMany({ orderBy: { id: 'asc' } }),
      estimates: await prisma.estimate.findMany({ orderBy: { readingId: 'asc' } }),
      truths: await prisma.trueSave.findMany({ orderBy: { readingId: 'asc' } }),
    };
  }

  describe('a removed reading', () => {
    test('takes its estimate, its truth and with the last one its video; the undo brings all back', async () => {
      const first = await scoreOf(at.submit({ link: linkTo(1), title: 'Knots', saves: '3000' }));
      at.pass(DAY);
      const second = await scoreOf(at.submit({ ...other, link: linkTo(1), trying: 'hooks' }));
      const before = await everything();
      const one = await changes().remove(second.readingId, who());
      expect(one).toMatchObject({ kind: 'removed', title: 'Knots', videoId: first.readingId });
      expect(await at.rows()).toMatchObject({ videos: 1, readings: 1, estimates: 1, truths: 1 });
      const two = await changes().remove(first.readingId, who());
      expect(two.videoId).toBeNull();
      expect(await at.rows()).toMatchObject({ videos: 0, readings: 0, estimates: 0, truths: 0 });
      await changes().undo(one.changeId, ada);
      await changes().undo(two.changeId, ada);
      expect(await everything()).toEqual(before);
      expect(await at.prisma.undo.count({ where: { undoneAt: null } })).toBe(0);
      await expectSame(at.scores.find(second.readingId, viewer), second);
    });

    test('is told as gone by its old messages', async () => {
      const { readingId } = await scoreOf(at.submit());
      await changes().remove(readingId, who());
      expect(await refusalOf(at.scores.find(readingId, viewer))).toEqual({ kind: 'reading gone' });
    });

    test('teaches nothing any more, and again after the undo', async () => {
      const told = await scoreOf(at.submit({ link: linkTo(1), saves: '9000' }));
      const next = (n: number) => scoreOf(at.submit({ ...other, link: linkTo(n) }));
      expect((await next(2)).learnedFrom).toBe(1);
      const { changeId } = await changes().remove(told.readingId, who());
      expect((await next(3)).learnedFrom).toBe(0);
      await changes().undo(changeId, ada);
      expect((await next(4)).learnedFrom).toBe(1);
    });

    test('joins the video again that was told of anew meanwhile, and gives way to newer turns', async () => {
      const old = await scoreOf(at.submit({ link: linkTo(1) }));
      const { changeId } = await changes().remove(old.readingId, who());
      at.pass(HOUR);
      const anew = await scoreOf(at.submit({ ...other, link: linkTo(1) }));
      const { videoId } = await changes().undo(changeId, ada);
      expect(videoId).toBe(anew.readingId);
      expect(await at.rows()).toMatchObject({ videos: 1, readings: 2, estimates: 2 });
      expect((await at.scores.find(anew.readingId, viewer)).previous?.views).toBe(541_200n);
    });

    test('comes back without its server where that was forgotten meanwhile', async () => {
      const { readingId } = await scoreOf(at.submit({ saves: '3000' }));
      const { changeId } = await changes().remove(readingId, who());
      await at.prisma.guild.delete({ where: { id: here } });
      await changes().undo(changeId, ada);
      const row = await at.prisma.reading.findUnique({ where: { id: readingId } });
      expect(row?.guildId).toBeNull();
      expect(await at.prisma.trueSave.count({ where: { readingId, guildId: null } })).toBe(1);
    });

    test('removed while its video is scored again leaves both whole', async () => {
      for (let time = 0; time < 8; time += 1) {
        const { readingId } = await scoreOf(at.submit({ link: linkTo(time) }));
        const before = await at.rows();
        const [removal, scored] = await Promise.all([
          changes().remove(readingId, who()),
          scoreOf(at.submit({ ...other, link: linkTo(time) })),
        ]);
        expect((await at.rows()).readings).toBe(before.readings);
        await changes().undo(removal.changeId, ada);
        const videos = await at.prisma.reading.findMany({
          where: { id: { in: [readingId, scored.readingId] } },
          distinct: ['videoId'],
        });
        expect(videos).toHaveLength(1);
      }
    });

    test('is nobody else’s to remove or to bring back', async () => {
      const { readingId } = await scoreOf(at.submit());
      expect(await refusalOf(changes().remove(readingId, who(ben)))).toEqual({
        kind: 'only the author',
      });
      const { changeId } = await changes().remove(readingId, who());
      expect(await refusalOf(changes().undo(changeId, ben))).toEqual({ kind: 'only the author' });
      expect((await at.rows()).readings).toBe(0);
    });

    test('pressed ten times at once is removed once, and brought back once', async () => {
      const { readingId } = await scoreOf(at.submit());
      const before = await everything();
      const removals = await Promise.all(
        Array.from({ length: 10 }, () => changes().remove(readingId, who())),
      );
      const [done] = removals;
      expect(removals).toEqual(removals.map(() => done));
      expect(await at.prisma.undo.count()).toBe(1);
      const changeId = done?.changeId ?? 0n;
      const undos = await Promise.all(
        Array.from({ length: 10 }, () => changes().undo(changeId, ada)),
      );
      expect(undos).toEqual(undos.map(() => undos[0]));
      expect(await everything()).toEqual(before);
    });

    test('undone and pressed again says so, until something else is changed', async () => {
      const { readingId } = await scoreOf(at.submit());
      const { changeId } = await changes().remove(readingId, who());
      expect(JSON.stringify(pack(await at.prisma.undo.findMany()))).toContain('541200');
      const undone = await changes().undo(changeId, ada);
      at.pass(1_000);
      expect(await changes().undo(changeId, ada)).toEqual(undone);
      expect(JSON.stringify(pack(await at.prisma.undo.findMany()))).not.toContain('541200');
      const { changeId: second } = await changes().remove(readingId, who());
      expect(second).not.toBe(changeId);
      expect(await refusalOf(changes().undo(changeId, ada))).toEqual({ kind: 'undo gone' });
      expect((await at.rows()).readings).toBe(0);
    });
  });

  test('can be undone for a day, and not for longer', async () => {
    const one = await scoreOf(at.submit({ link: linkTo(1) }));
    const { changeId, until } = await changes().remove(one.readingId, who());
    expect(until.getTime() - at.now.getTime()).toBe(DAY);
    expect((await changes().newest(ada))?.changeId).toBe(changeId);
    at.pass(DAY + 1);
    expect(await changes().newest(ada)).toBeNull();
    expect(await refusalOf(changes().undo(changeId, ada))).toEqual({ kind: 'undo gone' });
  });

  test('whose undo can’t be read says that it is gone, and leaves that of every other', async () => {
    const none = { $bigint: 'none' };
    const titled = { title: 'A', posted: '2026-11-01' };
    for (const odd of [7, [], {}, { title: null }, { title: null, intoId: none, video: none }]) {
      const one = await scoreOf(at.submit({ link: linkTo(1) }));
      const two = await scoreOf(at.submit(titled));
      const three = await scoreOf(at.submit({ link: linkTo(2) }));
      const corrected = await correct(one.readingId);
      if (corrected.kind !== 'corrected') throw new Error('It was not corrected.');
      const removed = await changes().remove(three.readingId, who());
      const merged = await changes().merge(one.readingId, two.readingId, who());
      // Newer ones of the same kinds, which nobody can read.
      const oddOnes = (['removed', 'merged', 'corrected'] as const).map((kind) => ({
        ...{ id: at.nextId(), creatorId: ada, kind, payload: odd },
        expiresAt: new Date(at.now.getTime() + HOUR),
      }));
      await at.prisma.undo.createMany({ data: oddOnes });
      expect(await changes().remove(three.readingId, who())).toEqual(removed);
      expect(await changes().merge(two.readingId, one.readingId, who())).toEqual(merged);
      for (const { id } of oddOnes) {
        expect(await refusalOf(changes().undo(id, ada))).toEqual({ kind: 'undo gone' });
        await at.prisma.undo.update({ where: { id }, data: { undoneAt: at.now } });
        expect(await refusalOf(changes().undo(id, ada))).toEqual({ kind: 'undo gone' });
      }
      for (const { changeId } of [merged, removed, corrected]) await changes().undo(changeId, ada);
      await empty(at.db);
    }
  });

  test('goes with its creator', async () => {
    const { readingId } = await scoreOf(at.submit());
    await changes().remove(readingId, who());
    await at.prisma.creator.delete({ where: { id: ada } });
    expect(await at.prisma.undo.count()).toBe(0);
  });

  describe('a corrected reading', () => {
    test('is what it would have been if it had been typed so at once', async () => {
      const typed = { link: linkTo(1), title: 'Knots', watch_time: 9, duration: 20 };
      const wrong = await scoreOf(at.submit({ ...typed, category: 'educational' }));
      at.pass(3 * HOUR);
      const right = { ...other, ...typed, category: 'educational' } as const;
      const done = await correct(wrong.readingId);
      expect(done).toMatchObject({ kind: 'corrected', title: 'Knots' });
      const corrected = await at.scores.find(wrong.readingId, viewer);
      at.pass(-3 * HOUR);
      const beside = await scoreOf(at.submit(right, { creatorId: ben }));
      const same = (score: object) => ({
        ...shown(score as typeof beside),
        readingId: 0,
        creatorId: 0,
        tip: 0,
      });
      expect(same(corrected)).toEqual(same(beside));
    });

    test('keeps the truth that stands beside it, held against the new estimate', async () => {
      const { readingId } = await scoreOf(at.submit({ saves: '3000' }));
      const before = await everything();
      const done = await correct(readingId);
      const score = await at.scores.find(readingId, viewer);
      expect(score.trueSaves).toBe(3_000n);
      expect(score.learnedFrom).toBe(0);
      const truth = await at.prisma.trueSave.findUnique({ where: { readingId } });
      expect(truth?.miss).toBeCloseTo(Math.log(3_001 / (score.estimate.saves + 1)), 10);
      if (done.kind !== 'corrected') throw new Error('It was not corrected.');
      await changes().undo(done.changeId, ada);
      expect(await everything()).toEqual(before);
    });

    test('learns from nothing that was told after it', async () => {
      const first = await scoreOf(at.submit({ link: linkTo(1) }));
      at.pass(HOUR);
      await at.submit({ ...other, link: linkTo(2), saves: '9000' });
      await correct(first.readingId);
      expect((await at.scores.find(first.readingId, viewer)).learnedFrom).toBe(0);
    });

    test('keeps a truth told between it and its undo', async () => {
      const score = await scoreOf(at.submit());
      const done = await correct(score.readingId);
      if (done.kind !== 'corrected') throw new Error('It was not corrected.');
      await at.scores.addTruth({ saves: likely(score), counts: null }, score.readingId, {
        interactionId: at.nextId(),
        callerId: ada,
        message: null,
      });
      await changes().undo(done.changeId, ada);
      const now = await at.scores.find(score.readingId, viewer);
      expect(now.counts).toEqual(score.counts);
      const truth = await at.prisma.trueSave.findUnique({ where: { readingId: score.readingId } });
      expect(truth?.miss).toBeCloseTo(now.miss?.miss ?? Number.NaN, 10);
    });

    test('is refused where it can’t be read or be true, with nothing changed', async () => {
      const { readingId } = await scoreOf(at.submit({ saves: '3000' }));
      const before = await everything();
      const unreadable = await refusalOf(correct(readingId, { views: 'lots', likes: '-4' }));
      expect(unreadable).toMatchObject({
        kind: 'input',
        unreadable: [{ option: 'views' }, { option: 'likes' }],
      });
      const impossible = await refusalOf(
        correct(readingId, { views: '2000', likes: '20', comments: '2', shares: '1' }),
      );
      expect(impossible).toMatchObject({
        kind: 'input',
        impossible: [{ what: 'more saves than views', saves: '3000', views: '2000' }],
      });
      expect(await refusalOf(correct(readingId, other, who(ben)))).toEqual({
        kind: 'only the author',
      });
      expect(await correct(readingId, ordinary)).toEqual({ kind: 'unchanged', readingId });
      expect(await everything()).toEqual(before);
      expect(await at.prisma.undo.count()).toBe(0);
    });

    test('waits for a second look where it is hardly true, and can be undone then, too', async () => {
      const { readingId } = await scoreOf(at.submit());
      const before = await everything();
      const draft = await correct(readingId, { likes: '900K' });
      if (draft.kind !== 'draft') throw new Error('It was stored at once.');
      expect(draft.improbable).toMatchObject([{ what: 'more than views', option: 'likes' }]);
      expect(await everything()).toEqual(before);
      const stored = await at.drafts.confirmDraft(draft.draftId, ada);
      expect(stored.score.counts.likes.value).toBe(900_000n);
      await changes().undo(draft.draftId, ada);
      expect(await everything()).toEqual(before);
    });

    test('that was removed meanwhile can’t be taken back; its removal can', async () => {
      const { readingId } = await scoreOf(at.submit());
      const done = await correct(readingId);
      if (done.kind !== 'corrected') throw new Error('It was not corrected.');
      const removal = await changes().remove(readingId, who());
      expect(await refusalOf(changes().undo(done.changeId, ada))).toEqual({ kind: 'undo gone' });
      await changes().undo(removal.changeId, ada);
      await changes().undo(done.changeId, ada);
      const { counts } = await at.scores.find(readingId, viewer);
      expect(counts.views.value).toBe(541_200n);
    });

    test('at the same moment from two messages is one of both, with both to be undone', async () => {
      const { readingId } = await scoreOf(at.submit());
      const outcomes = await Promise.allSettled([
        correct(readingId),
        correct(readingId, { views: '700K' }),
        changes().remove(readingId, who()),
      ]);
      for (const one of outcomes) {
        if (one.status === 'rejected') {
          expect([one.reason?.name, databaseFailure(one.reason)]).toContain('Refusal');
        }
      }
      expect(await at.rows()).toMatchObject({ readings: 0, estimates: 0 });
    });
  });

  describe('two entries of one video', () => {
    const short = 'https://vm.tiktok.com/ZMabcdef1/';

    test('become one with all readings; both names lead to it; the undo parts them again', async () => {
      const byShort = await scoreOf(at.submit({ link: short, title: 'Knots, short' }));
      at.pass(DAY);
      const byLong = await scoreOf(at.submit({ ...other, link: linkTo(1) }));
      const before = await everything();
      const done = await changes().merge(byShort.readingId, byLong.readingId, who());
      expect(done).toMatchObject({ kind: 'merged', videoId: byLong.readingId });
      const [video] = await at.prisma.video.findMany();
      expect(await at.rows()).toMatchObject({ videos: 1, readings: 2 });
      expect(video).toMatchObject({ title: 'Knots, short', handle: 'ada.films' });
      expect((await at.scores.find(byLong.readingId, viewer)).previous?.views).toBe(541_200n);
      await changes().undo(done.changeId, ada);
      expect(await everything()).toEqual(before);

      const again = await changes().merge(byLong.readingId, byShort.readingId, who());
      await at.submit({ ...other, link: short });
      await at.submit({ ...other, link: linkTo(1) });
      expect(await at.rows()).toMatchObject({ videos: 1, readings: 4 });
      // Readings that came since stay where they were told.
      await changes().undo(again.changeId, ada);
      expect(await at.rows()).toMatchObject({ videos: 2, readings: 4 });
      const ofShort = await at.prisma.reading.count({ where: { videoId: byShort.readingId } });
      expect(ofShort).toBe(1);
    });

    test('keep what was told of the one that stays since, when they part', async () => {
      const one = await scoreOf(at.submit({ title: 'Knots', posted: '2026-11-01' }));
      const two = await scoreOf(at.submit({ link: short, category: 'educational' }));
      const done = await changes().merge(one.readingId, two.readingId, who());
      expect(done.videoId).toBe(two.readingId);
      await at.submit({ link: short, title: 'Knots for campers' });
      await changes().undo(done.changeId, ada);
      const parted = await at.prisma.video.findMany({ orderBy: { id: 'asc' } });
      expect(parted).toMatchObject([
        { id: one.readingId, title: 'Knots', posted: '2026-11-01', category: null },
        { id: two.readingId, title: 'Knots for campers', posted: null, category: 'educational' },
      ]);
    });

    test('can be three, and be parted in any order', async () => {
      const ids: bigint[] = [];
      for (const typed of [
        { title: 'Knots', posted: '2026-11-01' },
        { link: short },
        { link: linkTo(1) },
      ]) {
        ids.push((await scoreOf(at.submit(typed))).readingId);
      }
      const [a = 0n, b = 0n, c = 0n] = ids;
      const before = await everything();
      const first = await changes().merge(a, b, who());
      const second = await changes().merge(b, c, who());
      await at.submit({ title: 'Knots', posted: '2026-11-01' });
      expect((await at.rows()).videos).toBe(1);
      const last = await at.prisma.reading.findFirst({ orderBy: { id: 'desc' } });
      await changes().remove(last?.id ?? 0n, who());
      await changes().undo(second.changeId, ada);
      await changes().undo(first.changeId, ada);
      expect(await everything()).toEqual(before);
    });

    test('are refused where their links say that they are two posts', async () => {
      const one = await scoreOf(at.submit({ link: linkTo(1) }));
      const two = await scoreOf(at.submit({ link: linkTo(2) }));
      const before = await everything();
      const merged = changes().merge(one.readingId, two.readingId, who());
      expect(await refusalOf(merged)).toEqual({ kind: 'two posts' });
      expect(await everything()).toEqual(before);
    });

    test('are one’s own, are two, and are there', async () => {
      const mine = await scoreOf(at.submit({ link: short }));
      const theirs = await scoreOf(at.submit({ link: linkTo(1) }, { creatorId: ben }));
      for (const [one, two] of [
        [mine.readingId, theirs.readingId],
        [mine.readingId, mine.readingId],
        [mine.readingId, 5n],
      ] as const) {
        expect(await refusalOf(changes().merge(one, two, who()))).toEqual({ kind: 'video gone' });
      }
    });

    test('chosen ten times at once are merged once', async () => {
      const one = await scoreOf(at.submit({ link: short }));
      const two = await scoreOf(at.submit({ link: linkTo(1) }));
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => changes().merge(one.readingId, two.readingId, who())),
      );
      expect(outcomes).toEqual(outcomes.map(() => outcomes[0]));
      expect(await at.rows()).toMatchObject({ videos: 1, readings: 2 });
      expect(await at.prisma.undo.count()).toBe(1);
    });

    test('hide what was told in private, once they are one', async () => {
      const one = await scoreOf(at.submit({ link: short, title: 'Secret', private: true }));
      const two = await scoreOf(at.submit({ link: linkTo(1) }));
      await changes().merge(one.readingId, two.readingId, who());
      const score = await at.scores.find(two.readingId, { id: ben, guildId: here });
      expect(score.title).toBeNull();
      expect(score.previous).toBeNull();
    });
  });

  test('in one server changes nothing of another member or server', async () => {
    await at.submit({ link: linkTo(1) }, { creatorId: ben, guildId: elsewhere });
    const theirs = await everything();
    const { readingId } = await scoreOf(at.submit({ link: linkTo(1) }));
    const { changeId } = await changes().remove(readingId, who());
    expect(await everything()).toEqual(theirs);
    await changes().undo(changeId, ada);
    expect((await at.rows()).readings).toBe(2);
  });
});
