import { beforeEach, describe, expect, test } from 'vitest';
import { countDigests } from '../../src/services/digest/counts.js';
import { createDigests, type TypedSchedule } from '../../src/services/digest/digests.js';
import { createDigestQueue } from '../../src/services/digest/queue.js';
import type { Obstacle } from '../../src/services/digest/reason.js';
import { createPace } from '../../src/services/pace.js';
import { Refusal } from '../../src/services/refusal.js';
import { providers, useDatabase } from '../support/databases.js';
import { DAY, elsewhere, HOUR, here } from '../support/scoring.js';

/** A Wednesday. */
const START = new Date('2026-11-25T12:00:00.000Z');
const WEEK = 7 * DAY;
const CHANNEL = 700_000_000_000_000_001n;

const typed: TypedSchedule = {
  guildId: here,
  channelId: CHANNEL,
  weekday: 3,
  time: '18:00',
  timezone: 'UTC',
  quietWeeks: undefined,
  locale: 'en-US',
};
const DUE = new Date('2026-11-25T18:00:00.000Z');
const content = { version: 1, quiet: false };

describe.each(providers)('digests on %s', (provider) => {
  const database = useDatabase(provider);
  let now = START;
  let obstacle: Obstacle | null = null;
  const clock = () => now;
  const context = () => ({
    ...{ db: database.db, clock },
    channels: { obstacle: async () => obstacle },
  });
  const digests = () => createDigests(context());
  const queue = () => createDigestQueue(context(), { gatheredFor: 0 });
  const rows = () => database.db.prisma.digest.findMany({ orderBy: { dueAt: 'asc' } });
  const at = (ms: number) => {
    now = new Date(ms);
  };
  beforeEach(() => {
    now = START;
    obstacle = null;
  });

  /** Takes the one digest that is due. */
  async function taken() {
    await queue().takeDue(10);
    const [digest] = await queue().claim(10);
    if (digest === undefined) throw new Error('Nothing was due.');
    return digest;
  }

  test('are counted by how they stand, and settled ones no more', async () => {
    const counts = () => countDigests({ db: database.db, clock });
    expect(await counts()).toEqual({ due: 0, late: 0, parked: 0 });
    await digests().setUp(typed);
    expect(await counts()).toEqual({ due: 0, late: 0, parked: 0 });
    at(DUE.getTime());
    expect(await counts()).toEqual({ due: 1, late: 0, parked: 0 });
    at(DUE.getTime() + HOUR);
    expect(await counts()).toEqual({ due: 1, late: 1, parked: 0 });
    const digest = await taken();
    expect(await counts()).toEqual({ due: 1, late: 1, parked: 0 });
    await queue().park(digest, { kind: 'no such channel' }, null);
    expect(await counts()).toEqual({ due: 0, late: 0, parked: 1 });
    at(DUE.getTime() + 3 * HOUR);
    await queue().skip(await taken(), { kind: 'quiet' });
    expect(await counts()).toEqual({ due: 0, late: 0, parked: 0 });
  });

  test('nothing is stored of a setup that can’t work', async () => {
    obstacle = { kind: 'missing permissions', permissions: ['Embed Links'] };
    await expect(digests().setUp(typed)).rejects.toThrow(Refusal);
    obstacle = null;
    await expect(digests().setUp({ ...typed, time: '25:00' })).rejects.toThrow(Refusal);
    expect(await database.db.prisma.digestSchedule.count()).toBe(0);
    expect(await database.db.prisma.guild.count()).toBe(0);
  });

  test('a schedule gives one digest when its time has come, and has its next time then', async () => {
    await digests().setUp(typed);
    at(DUE.getTime() - 1);
    expect(await queue().takeDue(10)).toBe(0);
    expect(await queue().claim(10)).toEqual([]);
    at(DUE.getTime());
    const digest = await taken();
    expect(digest).toMatchObject({
      request: { guildId: here, week: { label: '2026-W48', to: DUE }, timezone: 'UTC' },
      channelId: CHANNEL,
      quietWeeks: 'skip',
      attempts: 0,
      content: null,
      doubtSince: null,
      isAway: false,
      isTurnedOff: false,
    });
    expect(digest.request.week.from).toEqual(new Date(DUE.getTime() - WEEK));
    expect(await queue().takeDue(10)).toBe(0);
    const status = await digests().status(here);
    expect(status.next).toEqual(new Date(DUE.getTime() + WEEK));
  });

  test('many takers at once: each digest is taken by one of them', async () => {
    const guilds = Array.from({ length: 40 }, (_, n) => here + BigInt(n));
    for (const guildId of guilds) await digests().setUp({ ...typed, guildId });
    at(DUE.getTime());
    await Promise.all(Array.from({ length: 6 }, () => queue().takeDue(15)));
    while ((await queue().takeDue(50)) > 0);
    expect(await rows()).toHaveLength(guilds.length);
    const taken = (await Promise.all(Array.from({ length: 8 }, () => queue().claim(10)))).flat();
    const more = await queue().claim(100);
    const ids = [...taken, ...more].map(({ request }) => request.guildId);
    expect(ids.length).toBe(guilds.length);
    expect(new Set(ids).size).toBe(guilds.length);
    // What was claimed is free again after its minute, and not before.
    at(DUE.getTime() + 59_000);
    expect(await queue().claim(100)).toEqual([]);
    at(DUE.getTime() + 60_000);
    expect(await queue().claim(100)).toHaveLength(guilds.length);
  });

  test('whoever lost a digest can’t write of it any more', async () => {
    await digests().setUp(typed);
    at(DUE.getTime());
    const mine = await taken();
    at(DUE.getTime() + 61_000);
    const [theirs] = await queue().claim(1);
    if (theirs === undefined) throw new Error('It was not free.');
    expect(await queue().beginSending(mine, content, [])).toBe(false);
    expect(await queue().beginSending(theirs, content, [])).toBe(true);
    expect(await queue().posted(mine, 1n, now)).toBe(false);
    expect(await queue().posted(theirs, 2n, now)).toBe(true);
    expect(await rows()).toMatchObject([{ state: 'posted', messageId: 2n, nextTryAt: null }]);
    expect(await digests().posted(here, '2026-W48')).toMatchObject({ messageId: 2n, content });
    expect(await digests().posted(elsewhere, '2026-W48')).toBeNull();
    expect(await digests().postedWeeks(here, 5)).toEqual([{ week: '2026-W48', postedAt: now }]);
    expect(await digests().postedWeeks(elsewhere, 5)).toEqual([]);
  });

  test('a change before anything was sent: the digest goes where and as it is set now', async () => {
    await digests().setUp(typed);
    at(DUE.getTime());
    const claimed = await taken();
    const done = await digests().setUp({ ...typed, channelId: CHANNEL + 1n, quietWeeks: 'post' });
    expect(done).toMatchObject({ goesNow: true, next: new Date(DUE.getTime() + WEEK) });
    expect(await queue().beginSending(claimed, content, [])).toBe(false);
    expect(await taken()).toMatchObject({ channelId: CHANNEL + 1n, quietWeeks: 'post' });
  });

  test('a change to later in the same week: it goes then, once', async () => {
    await digests().setUp(typed);
    at(DUE.getTime());
    const claimed = await taken();
    const done = await digests().setUp({ ...typed, weekday: 5 });
    expect(done).toMatchObject({ goesNow: false, next: new Date(DUE.getTime() + 2 * DAY) });
    expect(await queue().beginSending(claimed, content, [])).toBe(false);
    expect(await rows()).toEqual([]);
    at(DUE.getTime() + 2 * DAY);
    expect((await taken()).request.week.label).toBe('2026-W48');
  });

  test('a change while it was due and nobody had taken it: nothing is lost', async () => {
    await digests().setUp(typed);
    at(DUE.getTime() + HOUR);
    const done = await digests().setUp({ ...typed, weekday: 1 });
    expect(done).toMatchObject({ goesNow: true, next: new Date('2026-11-30T18:00:00.000Z') });
    expect((await taken()).request.week).toMatchObject({ label: '2026-W48', to: DUE });
  });

  test('a change after it was sent: the next one comes in the next week', async () => {
    await digests().setUp(typed);
    at(DUE.getTime());
    const digest = await taken();
    await queue().beginSending(digest, content, []);
    const done = await digests().setUp({ ...typed, weekday: 5 });
    expect(done).toMatchObject({ goesNow: false, next: new Date('2026-12-04T18:00:00.000Z') });
    expect(await queue().posted(digest, 2n, now)).toBe(true);
  });

  test('taking up and changing in the same moment: one digest in that week, never two or none', async () => {
    const guilds = Array.from({ length: 12 }, (_, n) => here + BigInt(n));
    for (const guildId of guilds) await digests().setUp({ ...typed, guildId });
    at(DUE.getTime());
    await Promise.all([
      queue().takeDue(5),
      ...guilds.map((guildId) => digests().setUp({ ...typed, guildId, weekday: 5 })),
      queue().takeDue(20),
      queue().takeDue(20),
    ]);
    while ((await queue().takeDue(50)) > 0);
    for (const guildId of guilds) {
      const found = (await rows()).filter((row) => row.guildId === guildId);
      const { next } = await digests().status(guildId);
      const comesThisWeek = next !== null && next.getTime() < Date.parse('2026-11-30T00:00:00Z');
      expect(Number(comesThisWeek) + found.length).toBe(1);
    }
  });

  test('turned off: what is due isn’t sent, and setup turns it on again', async () => {
    await digests().setUp(typed);
    at(DUE.getTime());
    const digest = await taken();
    expect(await digests().turnOff(here)).toBe(true);
    expect(await digests().turnOff(here)).toBe(false);
    expect(await queue().beginSending(digest, content, [])).toBe(false);
    const status = await digests().status(here);
    expect(status).toMatchObject({
      next: null,
      last: [{ state: 'skipped', reason: { kind: 'turned off' } }],
    });
    at(DUE.getTime() + WEEK);
    expect(await queue().takeDue(10)).toBe(0);
    expect((await digests().setUp(typed)).next).toEqual(new Date(DUE.getTime() + 2 * WEEK));
  });

  test('turned off and on again in the same week: that week still has its digest', async () => {
    await digests().setUp(typed);
    at(DUE.getTime());
    await taken();
    await digests().turnOff(here);
    const friday = new Date(DUE.getTime() + 2 * DAY);
    expect(await digests().setUp({ ...typed, weekday: 5 })).toMatchObject({
      goesNow: false,
      next: friday,
    });
    at(friday.getTime());
    expect((await taken()).request.week).toMatchObject({ label: '2026-W48', to: friday });
  });

  test('set up anew after days of being parked: what is too old to be posted isn’t promised', async () => {
    await digests().setUp(typed);
    at(DUE.getTime());
    await queue().park(await taken(), { kind: 'no such channel' }, null);
    at(DUE.getTime() + 47 * HOUR);
    expect((await digests().setUp({ ...typed, weekday: 3 })).goesNow).toBe(true);
    at(DUE.getTime() + 49 * HOUR);
    expect((await digests().setUp({ ...typed, weekday: 3 })).goesNow).toBe(false);
  });

  test('what is parked waits an hour, or for a sign that something changed', async () => {
    await digests().setUp(typed);
    at(DUE.getTime());
    await queue().park(await taken(), { kind: 'no such channel' }, null);
    at(now.getTime() + 59 * 60_000);
    expect(await queue().claim(1)).toEqual([]);
    await digests().lookAgain(elsewhere);
    expect(await queue().claim(1)).toEqual([]);
    await digests().lookAgain(here);
    const [woken] = await queue().claim(1);
    expect(woken?.reason).toEqual({ kind: 'no such channel' });
  });

  test('a chart is drawn ahead once, used for what it was drawn from, and not kept', async () => {
    await digests().setUp(typed);
    const chart = new Uint8Array([1, 2, 3]);
    at(DUE.getTime() - 31 * 60_000);
    expect(await queue().takeAhead('draw', 5)).toEqual([]);
    at(DUE.getTime() - 30 * 60_000);
    const [one, two] = await Promise.all([
      queue().takeAhead('draw', 5),
      queue().takeAhead('draw', 5),
    ]);
    const requests = [...(one ?? []), ...(two ?? [])];
    expect(requests).toMatchObject([{ guildId: here, week: { label: '2026-W48', to: DUE } }]);
    for (const request of requests) await queue().keepChart(request, 'drawn from this', chart);
    expect(await queue().chartAhead(here, 'drawn from this')).toEqual(chart);
    expect(await queue().chartAhead(here, 'drawn from that')).toBeNull();
    expect(await queue().chartAhead(elsewhere, 'drawn from this')).toBeNull();
    at(DUE.getTime());
    await queue().posted(await taken(), 2n, now);
    expect(await queue().chartAhead(here, 'drawn from this')).toBeNull();
    expect(await database.db.prisma.digestChart.count()).toBe(0);
    // The next week has one of its own.
    at(DUE.getTime() + WEEK - 60_000);
    expect(await queue().takeAhead('draw', 5)).toHaveLength(1);
  });

  test('Discord is asked for its members once, hours ahead of each digest', async () => {
    await digests().setUp(typed);
    at(DUE.getTime() - 6 * 3_600_000 - 1);
    expect(await queue().takeAhead('ask', 5)).toEqual([]);
    at(DUE.getTime() - 6 * 3_600_000);
    const [one, two] = await Promise.all([
      queue().takeAhead('ask', 5),
      queue().takeAhead('ask', 5),
    ]);
    expect([...(one ?? []), ...(two ?? [])]).toMatchObject([{ guildId: here, week: { to: DUE } }]);
    // A change of the schedule may move it; then it is asked again.
    await digests().setUp(typed);
    expect(await queue().takeAhead('ask', 5)).toHaveLength(1);
    expect(await queue().takeAhead('ask', 5)).toEqual([]);
  });

  test('several at once are recorded together, each by its own claim', async () => {
    const ids = [here, elsewhere];
    for (const guildId of ids) await digests().setUp({ ...typed, guildId });
    at(DUE.getTime());
    await queue().takeDue(5);
    const claimed = await queue().claim(5);
    expect(claimed).toHaveLength(2);
    const [mine, theirs] = claimed;
    if (mine === undefined || theirs === undefined) throw new Error('nothing was claimed');
    const q = queue();
    const results = await Promise.all([
      q.posted({ ...mine, claim: 'somebody else’s' }, 1n, now),
      q.posted(theirs, 2n, now),
    ]);
    expect(results).toEqual([false, true]);
    const states = await database.db.prisma.digest.findMany({ select: { id: true, state: true } });
    expect(states.find(({ id }) => id === mine.id)?.state).toBe('due');
    expect(states.find(({ id }) => id === theirs.id)?.state).toBe('posted');
  });

  test('a server that is forgotten takes its schedule and its digests with it', async () => {
    await digests().setUp(typed);
    at(DUE.getTime());
    await taken();
    await database.db.prisma.guild.delete({ where: { id: here } });
    expect(await rows()).toEqual([]);
    expect(await database.db.prisma.digestSchedule.count()).toBe(0);
  });

  test('requests of several processes go one after another, never more than 50 in a second', async () => {
    await database.db.prisma.pace.deleteMany();
    const real = { db: database.db, clock: () => new Date() };
    const paces = [createPace(real), createPace(real), createPace(real)];
    const times: number[] = [];
    const began = performance.now();
    await Promise.all(
      paces.flatMap((pace) =>
        Array.from({ length: 25 }, async () => {
          await pace.inTurn(async () => times.push(performance.now()));
        }),
      ),
    );
    const took = performance.now() - began;
    // 75 requests, 48 a second.
    expect(took).toBeGreaterThan(1_400);
    times.sort((a, b) => a - b);
    for (const [n, time] of times.entries()) {
      const inSecond = times.slice(n).filter((other) => other - time < 900).length;
      expect(inSecond).toBeLessThanOrEqual(50);
    }
  });

  test('a clock that was wrong for a while doesn’t hold requests up', async () => {
    const wrong = createPace({ db: database.db, clock: () => new Date(Date.now() + HOUR) });
    await wrong.inTurn(async () => undefined);
    const began = performance.now();
    await createPace({ db: database.db, clock: () => new Date() }).inTurn(async () => undefined);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
