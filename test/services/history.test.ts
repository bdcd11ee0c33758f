import { describe, expect, test } from 'vitest';
import { historyListEmbed } from '../../src/embeds/history.js';
import { trendEmbed } from '../../src/embeds/history-trend.js';
import { createConsents } from '../../src/services/consent.js';
import { createHistory } from '../../src/services/history/history.js';
import type { Cursor } from '../../src/services/history/pages.js';
import type { HistoryReading } from '../../src/services/history/readings.js';
import { wordsOf } from '../../src/words/languages.js';
import { providers } from '../support/databases.js';
import {
  ada,
  ben,
  DAY,
  elsewhere,
  HOUR,
  here,
  linkTo,
  refusalOf,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

/** The counts of a video that nobody doubts, by its views. */
const counts = (views: number) => ({
  views: String(views),
  likes: String(Math.round(views * 0.08)),
  comments: String(Math.round(views * 0.002)),
  shares: String(Math.round(views * 0.004)),
});

describe.each(providers)('the history in %s', (provider) => {
  const at = useScoring(provider);
  const context = () => ({
    db: at.db,
    clock: () => at.now,
    members: { isMember: () => Promise.resolve(true) },
  });
  const consents = () => createConsents(context());
  const history = () => createHistory(context(), consents());
  const own = (cursor: Cursor | null = null, days: number | null = null) =>
    history().list({ id: ada, guildId: here }, ada, days, cursor);
  const from = (direction: Cursor['direction'], reading: HistoryReading | undefined): Cursor => {
    if (reading === undefined) throw new Error('There is no such reading.');
    return { direction, takenAt: reading.takenAt, readingId: reading.readingId };
  };

  test('is paged without gap or repetition, also where many readings share a moment', async () => {
    const ids: bigint[] = [];
    for (let n = 0; n < 21; n += 1) {
      if (n % 5 === 0) at.pass(HOUR);
      ids.push((await scoreOf(at.submit({ link: linkTo(n) }))).readingId);
    }
    const seen: bigint[] = [];
    let page = await own();
    for (;;) {
      seen.push(...page.readings.map(({ readingId }) => readingId));
      if (!page.hasOlder) break;
      page = await own(from('older', page.readings.at(-1)));
    }
    expect(seen).toEqual(ids.toReversed());
    expect(page.total).toBe(21);
    const back = await own(from('newer', page.readings[0]));
    expect(back.readings.map(({ readingId }) => readingId)).toEqual(seen.slice(8, 16));
    expect([back.hasNewer, back.hasOlder]).toEqual([true, true]);
  });

  test('past either end is the page at that end', async () => {
    for (let n = 0; n < 3; n += 1) await at.submit({ link: linkTo(n) });
    const all = (await own()).readings.map(({ readingId }) => readingId);
    for (const cursor of [
      { direction: 'older', takenAt: new Date(0), readingId: 1n },
      { direction: 'newer', takenAt: new Date('2099-01-01'), readingId: 1n },
    ] as const) {
      expect((await own(cursor)).readings.map(({ readingId }) => readingId)).toEqual(all);
    }
  });

  test('of another member shows what was said here in public, and nothing told in private', async () => {
    const viewer = { id: ben, guildId: here };
    const list = () => history().list(viewer, ada, null, null);
    await at.submit({ link: linkTo(1), title: 'Secret', private: true });
    await at.submit({ link: linkTo(1) });
    await at.submit({ link: linkTo(2) }, { guildId: elsewhere });
    await at.submit({ link: linkTo(3) }, { guildId: null });
    expect(await refusalOf(list())).toEqual({ kind: 'not shown here' });
    await consents().join(here, ada);
    const { readings, total, isOwn } = await list();
    expect([readings.length, total, isOwn]).toEqual([1, 1, false]);
    expect(readings[0]).toMatchObject({ title: null, private: false });
    expect((await own()).readings.map(({ title }) => title)).toEqual([
      null,
      null,
      'Secret',
      'Secret',
    ]);
    expect(
      await refusalOf(history().list({ id: ben, guildId: elsewhere }, ada, null, null)),
    ).toEqual({ kind: 'not shown here' });
    expect(await refusalOf(history().list({ id: ben, guildId: null }, ada, null, null))).toEqual({
      kind: 'only in a server',
    });
    await consents().leave(here, ada);
    expect(await refusalOf(list())).toEqual({ kind: 'not shown here' });
  });

  test('of another member calls a video as it was called here, whatever it is called elsewhere', async () => {
    await consents().join(here, ada);
    await at.submit(
      { link: linkTo(1, { handle: 'there' }), title: 'There' },
      { guildId: elsewhere },
    );
    await at.submit({ link: linkTo(1) });
    const list = async () =>
      (await history().list({ id: ben, guildId: here }, ada, null, null)).readings;
    expect(await list()).toMatchObject([{ title: null, url: linkTo(1) }]);
    await at.submit({ link: linkTo(1), title: 'Here' });
    await at.submit({ link: linkTo(1), title: 'To you' }, { guildId: null });
    expect(await list()).toMatchObject([{ title: 'Here' }, { title: 'Here', url: linkTo(1) }]);
    expect((await own()).readings.map(({ title }) => title)).toEqual([
      'To you',
      'Here',
      'To you',
      'There',
    ]);
  });

  test('says where there is nothing in the last days, but something before', async () => {
    expect(await own(null, 7)).toMatchObject({ total: 0, hasEarlier: false });
    await at.submit();
    at.pass(8 * DAY);
    expect(await own(null, 7)).toMatchObject({ total: 0, hasEarlier: true });
    expect(await own(null, 9)).toMatchObject({ total: 1 });
  });

  test('of a video counts growth across the end of a page', async () => {
    for (let n = 0; n < 7; n += 1) {
      await at.submit({ link: linkTo(1), views: String(100_000 + n * n) });
      at.pass(DAY);
    }
    const videoId = await history().find(ada, linkTo(1));
    const first = await history().video(ada, videoId, null);
    expect(first.readings.map(({ growth }) => growth?.views)).toEqual([11n, 9n, 7n, 5n, 3n]);
    const second = await history().video(ada, videoId, from('older', first.readings.at(-1)));
    expect(second.readings.map(({ growth }) => growth)).toEqual([{ views: 1n, time: DAY }, null]);
    expect(await refusalOf(history().video(ben, videoId, null))).toEqual({ kind: 'video gone' });
  });

  test('compares at the same age with own videos of the same account alone', async () => {
    const compared = async () => {
      const videoId = await history().find(ada, linkTo(1, { days: 3 }));
      return (await history().video(ada, videoId, null)).sameAge;
    };
    await at.submit({ link: linkTo(1, { days: 3 }), ...counts(18_000) });
    for (let n = 2; n <= 5; n += 1)
      await at.submit({ link: linkTo(n, { days: 3 }), ...counts(10_000) });
    await at.submit({ link: linkTo(6, { days: 3, handle: 'another' }), ...counts(10_000) });
    await at.submit({ link: linkTo(7, { days: 3, kind: 'photo' }), ...counts(10_000) });
    await at.submit({ link: linkTo(8, { days: 3 }), ...counts(10_000) }, { creatorId: ben });
    expect(await compared()).toEqual({ kind: 'too few', others: 4, needed: 5 });
    await at.submit({ link: linkTo(9, { days: 3 }), ...counts(12_000) });
    expect(await compared()).toMatchObject({ kind: 'compared', usual: 10_000, others: 5 });
  });

  test('finds a video by what it was known by before it was merged', async () => {
    const short = 'https://vm.tiktok.com/ZMabcdef1/';
    const one = await scoreOf(at.submit({ link: short, title: 'Knots' }));
    const { createChanges } = await import('../../src/services/history/changes.js');
    const two = await scoreOf(at.submit({ link: linkTo(1) }));
    const who = { interactionId: at.nextId(), callerId: ada };
    await createChanges(context()).merge(one.readingId, two.readingId, who);
    expect(await history().find(ada, short)).toBe(two.readingId);
    expect(await history().find(ada, 'knots')).toBe(two.readingId);
    expect(await refusalOf(history().find(ada, ''))).toEqual({ kind: 'video gone' });
  });

  test('offers entries that may be the same, the likeliest first, and none that can’t be', async () => {
    const video = await scoreOf(
      at.submit({ link: linkTo(1), title: 'Three knots', posted: '2026-11-01' }),
    );
    await at.submit({ title: 'Pasta', posted: '2026-11-02' });
    const likely = await scoreOf(at.submit({ title: 'Three knots!!', posted: '2026-11-03' }));
    const sameDay = await scoreOf(at.submit({ title: 'Soup', posted: '2026-11-01' }));
    await at.submit({ link: linkTo(2), title: 'Three knots' });
    await at.submit({ title: 'Three knots' }, { creatorId: ben });
    const found = await history().sameCandidates(ada, video.readingId);
    expect(
      found
        .map(({ videoId }) => videoId)
        .slice(0, 2)
        .sort(),
    ).toEqual([likely.readingId, sameDay.readingId].sort());
    expect(found).toHaveLength(3);
  });

  test('as a trend has each video once, by its truth where that is known, as they were posted', async () => {
    const link = linkTo(1, { days: 20 });
    await at.submit({ link, ...counts(10_000), saves: '80' });
    at.pass(HOUR);
    await at.submit({ link: linkTo(2) });
    await at.submit({ link: linkTo(3, { handle: 'another' }) });
    await at.submit({ link: linkTo(4), views: '500', likes: '40', comments: '2', shares: '1' });
    at.pass(HOUR);
    await at.submit({ link, ...counts(20_000), saves: '200' });
    await at.submit({ link: linkTo(5, { days: 25 }) });
    at.pass(HOUR);
    // Read again without a count, and before the others last.
    await at.submit({ link, ...counts(30_000) });
    await at.submit({ link: linkTo(2), ...counts(60_000) });
    const trend = await history().trend(ada, 90);
    expect(trend.points.map(({ rate, told }) => [told, told === null ? null : rate])).toEqual([
      [null, null],
      [null, null],
      [200n, 1],
    ]);
    expect(trend.points.map(({ at: published }) => published.toISOString().slice(0, 10))).toEqual([
      '2026-10-24',
      '2026-10-29',
      '2026-11-03',
    ]);
    expect(trend).toMatchObject({ waiting: 1, ofOthers: 1, isCut: false });
    const [first] = trend.points;
    const [low = 0, high = 0] = first?.scoreRange ?? [];
    expect(low).toBeLessThanOrEqual(first?.score ?? -1);
    expect(high).toBeGreaterThanOrEqual(first?.score ?? 101);
    // One was counted: all three are compared as estimated.
    const rates = trend.points
      .map(({ saves }) => (100 * saves.estimated.saves.value) / saves.views)
      .sort((a, b) => a - b);
    expect(trend.summary).toMatchObject({ basis: 'estimated', videos: 3 });
    expect(trend.summary?.rate.value).toBeCloseTo((rates[1] ?? 0) / 100, 10);
    expect(trend.summary?.rate.low).toBeLessThan(trend.summary?.rate.value ?? 0);
    expect((await history().trend(ben, 90)).summary).toBeNull();
    // The newest is counted, what it stands above is estimated: it is said both ways.
    const facts = trendEmbed(trend, null, wordsOf('en-US')).description ?? '';
    expect(facts).toMatch(
      /^Newest: .*, 1 % of views, by your count; estimated like the others, about/m,
    );
  });

  test('says of a reading with few views no range that is none', async () => {
    const few = { likes: '0', comments: '0', shares: '0' } as const;
    await at.submit({ ...few, link: linkTo(1), views: '0' });
    at.pass(HOUR);
    await at.submit({ ...few, link: linkTo(2), views: '12' });
    const list = await history().list({ id: ada, guildId: here }, ada, null, null);
    const { description = '' } = historyListEmbed(list, wordsOf('en-US'));
    expect(description).toContain('nobody had seen it');
    expect(description).not.toContain('range: 0 to 0');
  });

  test('as a trend where nothing changed but that a category was told shows no change', async () => {
    const shown: number[] = [];
    for (let n = 1; n <= 8; n += 1) {
      at.pass(HOUR);
      // Each a little apart: the same counts would be the same video.
      const typed = { link: linkTo(n), comments: String(1_200 + n) };
      const told = n > 4 ? { category: 'educational' as const } : {};
      shown.push((await scoreOf(at.submit({ ...typed, ...told }))).estimate.saves);
    }
    // Told what they are for, the last four are shown with other estimates than the first four.
    expect((shown[7] ?? 0) / (shown[0] ?? 1)).toBeGreaterThan(1.2);
    const { summary } = await history().trend(ada, 90);
    expect((summary?.newerRate.value ?? 0) / (summary?.olderRate.value ?? 1)).toBeCloseTo(1, 2);
  });

  test('as a trend where only the estimates have learned shows no change', async () => {
    const shown: number[] = [];
    for (let n = 1; n <= 8; n += 1) {
      at.pass(HOUR);
      const typed = { link: linkTo(n), comments: String(1_200 + n) };
      const { estimate, readingId } = await scoreOf(at.submit(typed));
      shown.push(estimate.saves);
      if (n === 4) {
        const truth = { saves: String(Math.round(estimate.high)), counts: null };
        const who = { interactionId: at.nextId(), callerId: ada, message: null };
        await at.scores.addTruth(truth, readingId, who);
      }
    }
    expect((shown[7] ?? 0) / (shown[0] ?? 1)).toBeGreaterThan(1.2);
    const { summary } = await history().trend(ada, 90);
    expect(summary).toMatchObject({ basis: 'estimated', videos: 8 });
    expect((summary?.newerRate.value ?? 0) / (summary?.olderRate.value ?? 1)).toBeCloseTo(1, 2);
  });
});
