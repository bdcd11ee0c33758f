import { beforeEach, describe, expect, test } from 'vitest';
import { parseWeek, type Week } from '../../src/lib/weeks.js';
import { createBoards } from '../../src/services/boards/boards.js';
import { createConsents } from '../../src/services/consent.js';
import { createForgetting } from '../../src/services/data/forgetting.js';
import { correctReading } from '../../src/services/history/corrections.js';
import type { Stored } from '../../src/services/scores/outcome.js';
import type { TypedScore } from '../../src/services/scores/typed-score.js';
import { failAt, providers } from '../support/databases.js';
import {
  ada,
  ben,
  DAY,
  elsewhere,
  HOUR,
  here,
  linkTo,
  ordinary,
  refusalOf,
  useScoring,
} from '../support/scoring.js';

const cleo = 300_000_000_000_000_003n;

function week(name: string): Week {
  const found = parseWeek(name);
  if (found === null) throw new Error(`${name} is no week.`);
  return found;
}

/** A test begins on Monday noon of this week. */
const first = week('2026-W48');
const second = week('2026-W49');

describe.each(providers)('the boards on %s', (provider) => {
  const at = useScoring(provider);
  let gone: Set<bigint>;
  let made = 0;
  beforeEach(() => {
    gone = new Set();
  });
  const context = () => ({
    db: at.db,
    clock: () => at.now,
    members: { isMember: (_: bigint, id: bigint) => Promise.resolve(!gone.has(id)) },
  });
  const consents = () => createConsents(context());
  const boards = () => createBoards(context(), consents());

  /** Sends a new video; resolves with its score, as it was shown. */
  async function send(
    creatorId: bigint,
    typed: Partial<TypedScore> = {},
    guildId: bigint | null = here,
  ): Promise<number> {
    made += 1;
    const link = linkTo(made, { handle: `maker${creatorId}` });
    const outcome = await at.submit({ link, ...typed }, { creatorId, guildId });
    // A truth far from the estimate has to be confirmed.
    const { score } =
      outcome.kind === 'score' ? outcome : await at.drafts.confirmDraft(outcome.draftId, creatorId);
    return score.value ?? Number.NaN;
  }
  async function sendEach(creatorId: bigint, saves: readonly string[]): Promise<number[]> {
    const scores: number[] = [];
    for (const one of saves) scores.push(await send(creatorId, { saves: one }));
    return scores;
  }
  async function submitted(typed: Partial<TypedScore> = {}, creatorId = ada): Promise<Stored> {
    made += 1;
    const link = linkTo(made, { handle: `maker${creatorId}` });
    const outcome = await at.submit({ link, ...typed }, { creatorId });
    if (outcome.kind !== 'score') throw new Error('It was asked about.');
    return outcome;
  }
  /** With the counts of now, where the reading is old. */
  async function tellTruth(readingId: bigint, saves: number, callerId = ada): Promise<void> {
    const { takenAt } = await at.prisma.reading.findUniqueOrThrow({ where: { id: readingId } });
    const isOld = at.now.getTime() - takenAt.getTime() > DAY;
    const counts = isOld ? { ...ordinary } : null;
    const typed = { saves: String(saves), counts };
    const who = { interactionId: at.nextId(), callerId, message: null };
    const outcome = await at.scores.addTruth(typed, readingId, who);
    if (outcome.kind === 'draft') await at.drafts.confirmDraft(outcome.draftId, callerId);
  }
  async function joinAll(...creators: bigint[]): Promise<void> {
    for (const creator of creators) await consents().join(here, creator);
  }
  /** To Monday noon of the next week. */
  const nextWeek = () => at.pass(7 * DAY);

  test('rank the week’s median score, ties shared, and say how much of it was counted', async () => {
    await joinAll(ada, ben, cleo);
    const [high = 0, low = 0] = await sendEach(ada, ['9000', '3000']);
    await sendEach(ben, ['9000', '3000']);
    await sendEach(cleo, ['100', '200']);
    await send(cleo);
    const { boards: all, kept, week: shown } = await boards().thisWeek(here);
    expect(kept).toBe(false);
    expect(shown).toEqual(first);
    expect(all.saved.map(({ place, creatorId }) => [place, creatorId])).toEqual([
      [1, ada],
      [1, ben],
      [3, cleo],
    ]);
    expect(all.saved[0]?.value).toBe((high + low) / 2);
    expect(all.saved[0]).toMatchObject({ videos: 2, told: 2 });
    // What she didn't count isn't among what is compared with counts.
    expect(all.saved[2]).toMatchObject({ videos: 2, told: 2 });
    expect(all.improvement).toEqual([]);
    expect(all.consistency).toEqual([]);
  });

  test('list the first 25, and of equals at the end those who are longest at Discord', async () => {
    const members = Array.from({ length: 27 }, (_, n) => cleo + BigInt(n));
    // The youngest account is the best of them, and whoever comes first in time has no advantage.
    for (const member of members.toReversed()) {
      await joinAll(member);
      const best = member === members.at(-1);
      await sendEach(member, best ? ['9000', '9000'] : ['3000', '3000']);
    }
    // Who didn't count takes no place from who did, nor the other way round.
    await joinAll(ada);
    for (const _ of [1, 2]) await send(ada);
    const { boards: all } = await boards().thisWeek(here);
    expect(all.saved.map(({ creatorId }) => creatorId)).toEqual([
      members.at(-1),
      ...members.slice(0, 24),
      ada,
    ]);
    expect(all.saved.map(({ place }) => place)).toEqual([1, ...Array(24).fill(2), 1]);
  });

  test('can’t be won by size: a hundred times the counts is no better', async () => {
    await joinAll(ada, ben);
    for (const _ of [1, 2]) {
      await send(ada, {
        views: '50M',
        likes: '1M',
        comments: '1000',
        shares: '9000',
        saves: '1000',
      });
      await send(ben, { views: '5000', likes: '400', comments: '9', shares: '20', saves: '150' });
    }
    const { saved } = (await boards().thisWeek(here)).boards;
    expect(saved.map(({ creatorId }) => creatorId)).toEqual([ben, ada]);
  });

  test('compare the week with one’s own median before, and show nobody who fell', async () => {
    await joinAll(ada, ben);
    const before = await sendEach(ada, ['1000', '1500', '2000', '2500', '3000']);
    await sendEach(ben, ['3000', '3000', '3000', '3000', '3000']);
    nextWeek();
    const now = await sendEach(ada, ['5000', '7000']);
    await sendEach(ben, ['1000', '1000']);
    const { improvement } = (await boards().thisWeek(here)).boards;
    expect(improvement).toEqual([
      {
        board: 'improvement',
        place: 1,
        creatorId: ada,
        before: before[2],
        value: ((now[0] ?? 0) + (now[1] ?? 0)) / 2 - (before[2] ?? 0),
        videos: 2,
        told: 2,
      },
    ]);
  });

  test('rank the steadiest by the distance from their own median, over four weeks', async () => {
    await joinAll(ada, ben);
    const scores = await sendEach(ada, ['500', '1000', '9000']);
    await sendEach(ben, ['2000', '2100', '2000']);
    nextWeek();
    scores.push(...(await sendEach(ada, ['2000', '4000'])));
    await sendEach(ben, ['2000', '2200']);
    const { consistency } = (await boards().thisWeek(here)).boards;
    expect(consistency.map(({ creatorId }) => creatorId)).toEqual([ben, ada]);
    const sorted = scores.toSorted((a, b) => a - b);
    const distances = scores.map((one) => Math.abs(one - (sorted[2] ?? 0)));
    const mean = distances.reduce((sum, one) => sum + one, 0) / distances.length;
    expect(consistency[1]?.value).toBeCloseTo(mean, 1);
    // What is more than four weeks old says nothing of now.
    at.pass(28 * DAY);
    await sendEach(ada, ['2000', '4000']);
    expect((await boards().thisWeek(here)).boards.consistency).toEqual([]);
  });

  test('count a video once, in its first week, with its last reading of it', async () => {
    await joinAll(ada);
    const link = linkTo(900);
    await send(ada, { link, saves: '500' });
    at.pass(HOUR);
    const last = await send(ada, { link, saves: '6000' });
    await send(ada, { saves: '6000' });
    expect((await boards().thisWeek(here)).boards.saved[0]).toMatchObject({
      videos: 2,
      value: last,
    });
    nextWeek();
    await send(ada, { link, saves: '9000' });
    await send(ada, { saves: '9000' });
    expect((await boards().thisWeek(here)).boards.saved).toEqual([]);
  });

  test('leave out who didn’t join, private readings, other servers and photo posts', async () => {
    await joinAll(ada);
    await sendEach(ben, ['9000', '9000']);
    await send(ada, { saves: '5000' });
    await send(ada, { saves: '9000', private: true });
    await send(ada, { saves: '9000' }, elsewhere);
    await send(ada, { saves: '9000' }, null);
    await send(ada, { saves: '9000', link: linkTo(901, { kind: 'photo' }) });
    await send(ada, { views: '500', likes: '9', comments: '1', shares: '1' });
    const { boards: all, videos } = await boards().thisWeek(here);
    expect(all).toEqual({ improvement: [], saved: [], consistency: [] });
    expect(videos).toMatchObject([{ creatorId: ada, saves: 5000, told: true, place: 1 }]);
    await consents().join(elsewhere, ben);
    expect((await boards().thisWeek(elsewhere)).videos).toEqual([]);
  });

  test('name a video only by what was told of it in public, in the server', async () => {
    await joinAll(ada);
    const link = linkTo(902);
    await send(ada, { link });
    await send(ada, { link, title: 'Told elsewhere' }, elsewhere);
    await send(ada, { link, title: 'Told alone' }, null);
    await send(ada, { link, title: 'Secret', private: true });
    expect((await boards().thisWeek(here)).videos).toMatchObject([{ title: null, told: false }]);
    await send(ada, { link, title: 'Knots' });
    expect((await boards().thisWeek(here)).videos).toMatchObject([{ title: 'Knots' }]);
  });

  test('keep a week that is over as it was, whatever is told, sent or joined later', async () => {
    await joinAll(ada, ben);
    await sendEach(ada, ['5000', '5000']);
    await sendEach(ben, ['4000', '4000']);
    await sendEach(cleo, ['9000', '9000']);
    nextWeek();
    const once = await boards().ofWeek(here, first);
    expect(once.kept).toBe(true);
    expect(once.boards.saved.map(({ creatorId }) => creatorId)).toEqual([ada, ben]);
    expect(once.videos.map(({ place }) => place)).toEqual([1, 1, 3, 3]);
    await at.prisma.trueSave.updateMany({ where: { creatorId: ben }, data: { saves: 99_000n } });
    await joinAll(cleo);
    expect(await boards().ofWeek(here, first)).toEqual(once);
    expect(await at.prisma.boardWeek.count()).toBe(1);
  });

  test('hold counts against counts and estimates against estimates', async () => {
    await joinAll(ada, ben, cleo);
    // Ada's real saves are far above what is estimated of the very same numbers.
    await sendEach(ada, ['9000', '8000']);
    for (const creator of [ben, cleo]) {
      await send(creator);
      await send(creator, { shares: creator === ben ? '12000' : '2200' });
    }
    const { boards: all, videos } = await boards().thisWeek(here);
    expect(all.saved.map(({ place, creatorId, told }) => [place, creatorId, told])).toEqual([
      [1, ada, 2],
      [1, ben, 0],
      [2, cleo, 0],
    ]);
    expect(videos.map(({ place, told }) => [place, told])).toEqual([
      [1, true],
      [2, true],
      [1, false],
      [2, false],
      [2, false],
      [2, false],
    ]);
  });

  test('see no improvement where only the estimates have learned', async () => {
    await joinAll(ada);
    const weekly = ['40.1K', '39.2K', '42.8K', '41.3K', '40.4K', '41.9K'];
    for (const likes of weekly) {
      await send(ada, { likes });
      await send(ada, { likes: `${likes.slice(0, 3)}7K` });
      nextWeek();
    }
    // Real saves a constant 2.5 times what was estimated: from now on estimates are higher.
    for (const likes of weekly.slice(0, 2)) {
      const { score } = await submitted({ likes });
      await tellTruth(score.readingId, Math.round(2.5 * score.estimate.saves));
    }
    nextWeek();
    const learned: number[] = [];
    for (const likes of weekly) {
      const { score } = await submitted({ likes });
      learned.push(score.learnedFrom);
    }
    expect(Math.max(...learned)).toBe(2);
    const { improvement, saved } = (await boards().thisWeek(here)).boards;
    expect(improvement[0]?.value ?? 0).toBeLessThan(3);
    expect(saved).toMatchObject([{ creatorId: ada, videos: 6, told: 0 }]);
  });

  test('take a video only with a link, or a title and a date, and equal counts as one', async () => {
    await joinAll(ada);
    const bare = { creatorId: ada, guildId: here };
    for (let n = 0; n < 5; n += 1) await at.submit({ saves: '5000' }, bare);
    expect((await boards().thisWeek(here)).videos).toEqual([]);
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) {
      at.pass(HOUR);
      await at.submit({ saves: '5000', title, posted: '2026-11-02' }, bare);
    }
    const { boards: all, videos } = await boards().thisWeek(here);
    expect(videos).toMatchObject([{ title: 'One', place: 1 }]);
    expect(all.saved).toEqual([]);
    at.pass(2 * DAY);
    // Two ids of TikTok are two videos, however alike.
    await send(ada, { saves: '5000' });
    await send(ada, { saves: '5000' });
    expect((await boards().thisWeek(here)).boards.saved).toMatchObject([{ videos: 3 }]);
  });

  test('close a week as it was at its end, whoever asks and when', async () => {
    await joinAll(ada, ben);
    await sendEach(ada, ['5000', '6000']);
    const { score } = await submitted({}, ben);
    await submitted({ likes: '39K' }, ben);
    nextWeek();
    // Told, joined and corrected after its end, and nobody has asked yet.
    await tellTruth(score.readingId, 30_000, ben);
    await joinAll(cleo);
    const [counted] = await at.prisma.trueSave.findMany({
      where: { creatorId: ada },
      orderBy: { toldAt: 'asc' },
    });
    await tellTruth(counted?.readingId ?? 0n, 5_100);
    expect(await boards().closeWeeks()).toBe(1);
    const closed = await boards().ofWeek(here, first);
    expect(closed.boards.saved).toMatchObject([
      { creatorId: ada, told: 2 },
      { creatorId: ben, told: 0 },
    ]);
    await at.prisma.reading.deleteMany({ where: { creatorId: ben, id: score.readingId } });
    const typed = { ...ordinary, likes: '60K', language: undefined, confirmed: true };
    const reading = counted?.readingId ?? 0n;
    const who = { interactionId: at.nextId(), callerId: ada };
    const corrected = await correctReading(context(), typed, reading, who);
    expect(corrected).toMatchObject({ kind: 'corrected' });
    expect((await boards().ofWeek(here, first)).boards).toEqual(closed.boards);
    expect(await boards().closeWeeks()).toBe(0);
  });

  test('keep as counted what was counted at its end and changed before it was closed', async () => {
    await joinAll(ada);
    // Sunday noon.
    at.pass(6 * DAY);
    const { score } = await submitted({ saves: '5000' });
    await submitted({ saves: '6000' });
    // Monday, five minutes past midnight.
    at.pass(12 * HOUR + 300_000);
    await tellTruth(score.readingId, 5_100);
    expect(await at.prisma.trueSave.count({ where: { saves: 5_100n } })).toBe(1);
    at.pass(HOUR);
    const { boards: all } = await boards().ofWeek(here, first);
    expect(all.saved).toMatchObject([{ creatorId: ada, videos: 2, told: 2 }]);
  });

  test('close every week that ended while nothing ran, the last one first', async () => {
    await joinAll(ada);
    await sendEach(ada, ['5000', '6000']);
    nextWeek();
    await sendEach(ada, ['5000', '6000']);
    nextWeek();
    nextWeek();
    const open = boards();
    const kept = async () =>
      (await at.prisma.boardWeek.findMany({ orderBy: { week: 'asc' } })).map((one) => one.week);
    expect(await open.closeWeeks()).toBe(1);
    expect(await kept()).toEqual(['2026-W50']);
    expect(await open.closeWeeks()).toBe(1);
    expect(await open.closeWeeks()).toBe(1);
    expect(await kept()).toEqual([first.name, second.name, '2026-W50']);
    expect(await open.closeWeeks()).toBe(0);
  });

  test('close a server’s week though that of one before it can’t be; that one, too, once it can', async () => {
    // More than are closed at once, the one that fails first.
    const others = Array.from({ length: 24 }, (_, n) => here + BigInt(n + 1));
    await at.prisma.creator.create({ data: { id: ada, createdAt: at.now } });
    for (const id of [here, ...others]) {
      await at.prisma.guild.create({ data: { id, createdAt: at.now } });
      await at.prisma.consent.create({
        data: { guildId: id, creatorId: ada, since: at.now, memberAt: at.now },
      });
    }
    nextWeek();
    const mend = await failAt(at.db, 'INSERT', { table: 'BoardWeek', column: 'guildId', id: here });
    const told: bigint[] = [];
    const tell = (guildId: bigint) => void told.push(guildId);
    const own = boards();
    expect((await own.closeWeeks(tell)) + (await own.closeWeeks(tell))).toBe(others.length);
    expect(told).toEqual([here]);
    await mend();
    expect(await own.closeWeeks(tell)).toBe(1);
    expect(await at.prisma.boardWeek.count()).toBe(others.length + 1);
    expect(told).toEqual([here]);
  });

  test('show a week that an earlier version kept as it was kept, with counts and estimates mixed', async () => {
    await joinAll(ada);
    await sendEach(ada, ['5000', '5000']);
    nextWeek();
    await boards().closeWeeks();
    const mixed = { value: 12.5, videos: 3, told: 1 };
    await at.prisma.boardEntry.updateMany({ data: mixed });
    expect((await boards().ofWeek(here, first)).boards.saved).toMatchObject([mixed]);
    await boards().closeWeeks();
    expect((await boards().ofWeek(here, first)).boards.saved).toMatchObject([mixed]);
  });

  test('wait with keeping until no draft can come into the week any more', async () => {
    await joinAll(ada);
    await sendEach(ada, ['5000', '5000']);
    at.pass(second.from.getTime() - at.now.getTime());
    expect((await boards().ofWeek(here, first)).kept).toBe(false);
    expect(await at.prisma.boardWeek.count()).toBe(0);
    at.pass(HOUR);
    expect((await boards().ofWeek(here, first)).kept).toBe(true);
  });

  test('are kept once, however many ask at the same moment', async () => {
    await joinAll(ada, ben);
    await sendEach(ada, ['5000', '5000']);
    await sendEach(ben, ['4000', '4000']);
    nextWeek();
    const all = await Promise.all(Array.from({ length: 20 }, () => boards().ofWeek(here, first)));
    for (const one of all) expect(one).toEqual(all[0]);
    expect(await at.prisma.boardWeek.count()).toBe(1);
    expect(await at.prisma.boardEntry.count()).toBe(2);
  });

  test('forget who leaves at once, in kept weeks too, and don’t remember a return', async () => {
    await joinAll(ada, ben);
    await sendEach(ada, ['5000', '5000']);
    await sendEach(ben, ['4000', '4000']);
    nextWeek();
    await sendEach(ada, ['5000', '5000']);
    await boards().ofWeek(here, first);
    await consents().leave(here, ada);
    expect(await at.prisma.boardEntry.count({ where: { creatorId: ada } })).toBe(0);
    expect(await at.prisma.boardVideo.count({ where: { creatorId: ada } })).toBe(0);
    await joinAll(ada);
    const past = await boards().ofWeek(here, first);
    expect(past.boards.saved).toMatchObject([{ creatorId: ben, place: 1 }]);
    expect(past.videos.every(({ creatorId }) => creatorId === ben)).toBe(true);
    expect((await boards().thisWeek(here)).boards.saved).toMatchObject([{ creatorId: ada }]);
  });

  test('can be made while members leave', async () => {
    await joinAll(ada, ben);
    await sendEach(ada, ['5000', '5000']);
    await sendEach(ben, ['4000', '4000']);
    nextWeek();
    const [result] = await Promise.all([
      boards().ofWeek(here, first),
      consents().leave(here, ada),
      boards().ofWeek(here, first),
    ]);
    expect(result.boards.saved.map(({ creatorId }) => creatorId)).not.toContain(ada);
    expect(await at.prisma.boardEntry.count({ where: { creatorId: ada } })).toBe(0);
    expect((await boards().ofWeek(here, first)).boards.saved).toMatchObject([{ creatorId: ben }]);
  });

  test('go with a server that is forgotten, and a video of the week with its reading', async () => {
    await joinAll(ada, ben, cleo);
    for (const one of [ada, ben, cleo]) await sendEach(one, ['4000', '4000']);
    nextWeek();
    await boards().ofWeek(here, first);
    const { readingId } = await at.prisma.boardVideo.findFirstOrThrow({ where: { guildId: here } });
    await at.prisma.reading.delete({ where: { id: readingId } });
    const { videos } = await boards().ofWeek(here, first);
    expect(videos.map((video) => video.readingId)).not.toContain(readingId);
    expect(videos).toHaveLength(5);
    await createForgetting({ db: at.db, clock: () => at.now }, 30).forgetServer(here);
    const left = [at.prisma.boardWeek, at.prisma.boardEntry, at.prisma.boardVideo];
    for (const table of left) expect(await Reflect.apply(table.count, table, [])).toBe(0);
    expect(await at.prisma.consent.count()).toBe(0);
  });

  // One statement for both databases; so many rows at once are quickly made in the embedded one.
  if (provider === 'sqlite')
    test('look at the newest 20,000 readings of those who joined', async () => {
      await joinAll(ada, ben);
      await sendEach(ben, ['4000', '4000']);
      at.pass(HOUR);
      await sendEach(ada, ['5000', '5000']);
      const both = await boards().thisWeek(here);
      expect(both.boards.saved.map(({ creatorId }) => creatorId)).toEqual([ada, ben]);
      const reading = await at.prisma.reading.findFirstOrThrow({ where: { creatorId: ada } });
      const estimate = await at.prisma.estimate.findFirstOrThrow();
      const own = await at.prisma.trueSave.findMany({ where: { creatorId: ada } });
      const ids = own.map(({ readingId }) => readingId).join();
      // 10,000 more readings of each of Ada's two videos.
      for (const [table, key, row] of [
        ['Reading', 'id', reading],
        ['Estimate', 'readingId', estimate],
      ] as const) {
        const columns = Object.keys(row).map((name) => `"${name}"`);
        const copied = columns.map((name) => {
          if (name === `"${key}"`) return `"${key}" + 1000000 * CAST(i AS BIGINT)`;
          return name === '"tipTurn"' ? 'NULL' : name;
        });
        // A thousand at a time: a statement may take only so long.
        for (let from = 1; from <= 10_000; from += 1_000) {
          await at.prisma.$executeRawUnsafe(
            `INSERT INTO "${table}" (${columns.join()})
           WITH RECURSIVE more(i) AS
             (SELECT ${from} UNION ALL SELECT i + 1 FROM more WHERE i < ${from + 999})
           SELECT ${copied.join()} FROM "${table}", more
           WHERE "${key}" IN (${ids})`,
          );
        }
      }
      const { boards: all } = await boards().thisWeek(here);
      expect(all.saved.map(({ creatorId }) => creatorId)).toEqual([ada]);
    });

  test('show nobody who is no longer a member, and nothing of who is deleted', async () => {
    await joinAll(ada, ben, cleo);
    for (const one of [ada, ben, cleo]) await sendEach(one, ['4000', '4000']);
    nextWeek();
    await boards().ofWeek(here, first);
    // Discord is asked again once its word is a day old.
    at.pass(2 * DAY);
    gone.add(ada);
    await at.prisma.creator.delete({ where: { id: ben } });
    const { boards: all, videos } = await boards().ofWeek(here, first);
    expect(all.saved).toMatchObject([{ creatorId: cleo, place: 1 }]);
    expect(videos.map(({ creatorId }) => creatorId)).toEqual([cleo, cleo]);
    expect(await at.prisma.boardEntry.count()).toBe(1);
  });

  test('refuse a week to come, and one before the bot came', async () => {
    await send(ada);
    expect(await refusalOf(boards().ofWeek(here, second))).toMatchObject({ kind: 'week to come' });
    expect(await refusalOf(boards().ofWeek(here, week('2020-W01')))).toMatchObject({
      kind: 'week before',
    });
    expect(await refusalOf(boards().ofWeek(elsewhere, week('2026-W47')))).toMatchObject({
      kind: 'week before',
    });
    expect(await at.prisma.boardWeek.count()).toBe(0);
  });

  test('offer the running week, the last one and those that are kept, of this server alone', async () => {
    const offered = async (guildId: bigint, typed = '') =>
      (await boards().weeks(guildId, typed)).map(({ name }) => name);
    expect(await offered(here)).toEqual(['2026-W48']);
    await send(ada);
    expect(await offered(here)).toEqual(['2026-W48']);
    nextWeek();
    await boards().ofWeek(here, first);
    nextWeek();
    expect(await offered(here)).toEqual(['2026-W50', '2026-W49', '2026-W48']);
    expect(await offered(here, 'w48')).toEqual(['2026-W48']);
    expect(await offered(elsewhere)).toEqual(['2026-W50']);
  });

  describe('and the sums of a week', () => {
    const totals = async () => (await boards().thisWeek(here)).totals;

    test('cover everybody, once three creators sent numbers', async () => {
      await sendEach(ada, ['5000', '3000']);
      await sendEach(ben, ['4000']);
      expect(await totals()).toBeNull();
      await sendEach(cleo, ['1000']);
      expect(await totals()).toEqual({
        creators: 3,
        everybody: true,
        videos: 4,
        told: 4,
        saves: 13_000,
        low: 13_000,
        high: 13_000,
      });
    });

    test('leave out those who didn’t join where they are one or two', async () => {
      const dora = 300_000_000_000_000_004n;
      await joinAll(ada, ben, cleo);
      for (const one of [ada, ben, cleo, dora]) await sendEach(one, ['4000']);
      expect(await totals()).toMatchObject({ creators: 3, everybody: false, saves: 12_000 });
      await consents().leave(here, ada);
      expect(await totals()).toBeNull();
      await consents().leave(here, ben);
      expect(await totals()).toMatchObject({ creators: 4, everybody: true, saves: 16_000 });
    });

    test('hold no private reading, and an estimate with its range', async () => {
      await sendEach(ada, ['4000']);
      await sendEach(ben, ['4000']);
      await send(cleo, { private: true });
      expect(await totals()).toBeNull();
      await send(cleo);
      const sums = await totals();
      expect(sums).toMatchObject({ videos: 3, told: 2 });
      expect(sums?.low).toBeLessThan(sums?.saves ?? 0);
      expect(sums?.high).toBeGreaterThan(sums?.saves ?? 0);
    });
  });
});
