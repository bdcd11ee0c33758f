import { beforeEach, describe, expect, test } from 'vitest';
import { createForgetting } from '../../src/services/data/forgetting.js';
import { createDataRights } from '../../src/services/data/rights.js';
import { countDigests } from '../../src/services/digest/counts.js';
import { createDigests, type TypedSchedule } from '../../src/services/digest/digests.js';
import { createDigestQueue } from '../../src/services/digest/queue.js';
import { takeOutOfDigests } from '../../src/services/digest/redaction.js';
import { communityIn } from '../support/community.js';
import { providers, useDatabase } from '../support/databases.js';
import { ada, ben, DAY, elsewhere, HOUR, here } from '../support/scoring.js';

/** A Wednesday. */
const START = new Date('2026-11-25T12:00:00.000Z');
const DUE = new Date('2026-11-25T18:00:00.000Z');
const CHANNEL = 700_000_000_000_000_001n;
const typed: TypedSchedule = {
  guildId: here,
  channelId: CHANNEL,
  weekday: 3,
  time: '18:00',
  timezone: 'UTC',
  quietWeeks: 'post',
  locale: 'en-US',
};
const content = { version: 1, quiet: false };

/** The servers with nothing wrong, more than are taken at once. */
const others = Array.from({ length: 12 }, (_, n) => elsewhere + BigInt(n + 1));
const AT_ONCE = 8;

describe.each(providers)('one row that can’t be read, on %s', (provider) => {
  const database = useDatabase(provider);
  const { agree } = communityIn(() => database.db);
  let now = START;
  const clock = () => now;
  const context = () => ({
    ...{ db: database.db, clock },
    channels: { obstacle: async () => null },
  });
  const digests = () => createDigests(context());
  const queue = () => createDigestQueue(context(), { gatheredFor: 0 });
  beforeEach(() => {
    now = START;
    told.length = 0;
  });

  const run = (sql: string) => database.db.prisma.$executeRawUnsafe(sql);
  const told: bigint[] = [];
  const tell = ({ guildId }: { guildId: bigint }) => void told.push(guildId);
  async function setUpAll(): Promise<void> {
    for (const guildId of [here, ...others]) await digests().setUp({ ...typed, guildId });
  }

  /** Takes what is due as the runner does, a second apart, and says of whose digests it was told. */
  async function seconds(many: number): Promise<bigint[]> {
    const queued = queue();
    const servers: bigint[] = [];
    for (let n = 0; n < many; n += 1) {
      await queued.takeDue(AT_ONCE, tell);
      for (const digest of await queued.claim(AT_ONCE, tell)) {
        servers.push(digest.request.guildId);
        await queued.posted(digest, 1n, now);
      }
      now = new Date(now.getTime() + 1_000);
    }
    return servers;
  }

  test('of a zone this program doesn’t know: its digest is one to be told of, all others go', async () => {
    await setUpAll();
    await run(`UPDATE "DigestSchedule" SET "timezone" = 'Mars/Olympus' WHERE "guildId" = ${here}`);
    now = DUE;
    expect((await seconds(5)).toSorted()).toEqual([here, ...others].toSorted());
    // Not before a week is over.
    const { next, isZoneKnown } = await digests().status(here);
    expect([next, isZoneKnown]).toEqual([new Date(DUE.getTime() + 7 * DAY), false]);
    now = new Date(DUE.getTime() + DAY);
    await digests().setUp(typed);
    expect(await digests().status(here)).toMatchObject({ isZoneKnown: true });
    expect(await digests().requestFor(here, now, 'en-US')).toMatchObject({ timezone: 'UTC' });
  });

  test('of a time that is none, too; and nothing is asked or drawn ahead for it', async () => {
    await setUpAll();
    await run(`UPDATE "DigestSchedule" SET "time" = 'noon' WHERE "guildId" = ${here}`);
    now = new Date(DUE.getTime() - HOUR / 4);
    for (const what of ['ask', 'draw'] as const) {
      const taken = await queue().takeAhead(what, 50, tell);
      expect(taken.map(({ guildId }) => guildId).toSorted()).toEqual(others.toSorted());
      expect(await queue().takeAhead(what, 50, tell)).toEqual([]);
    }
    expect(await digests().status(here)).toMatchObject({ schedule: 'unreadable' });
    now = DUE;
    // Set up anew while it is due.
    await digests().setUp({ ...typed, time: '20:00' });
    expect(await seconds(5)).toHaveLength(others.length);
    expect(await digests().status(here)).toMatchObject({ schedule: { time: '20:00' } });
  });

  test.each([
    ['a reason of a kind it doesn’t know', '{"kind":"on strike"}'],
    ['a reason with a code that is none', '{"kind":"refused","code":null}'],
    ['a reason that is no object', '"refused"'],
  ])('with %s: is tried all the same, and told as a fault', async (_, reason) => {
    await setUpAll();
    now = DUE;
    const queued = queue();
    await queued.takeDue(50);
    for (const digest of await queued.claim(50)) {
      await queued.park(digest, { kind: 'discord failing' }, null);
    }
    await run(`UPDATE "Digest" SET "reason" = '${reason}' WHERE "guildId" = ${here}`);
    expect((await digests().status(here)).last).toMatchObject([
      { state: 'parked', reason: { kind: 'fault' } },
    ]);
    now = new Date(now.getTime() + HOUR);
    expect(await queued.claim(50)).toHaveLength(others.length + 1);
    await digests().setUp(typed);
    expect((await digests().status(here)).last).toMatchObject([{ state: 'due', reason: null }]);
    expect(await countDigests({ db: database.db, clock })).toMatchObject({
      parked: others.length,
    });
  });

  test('a kept digest keeps nobody from having their data deleted, and goes with it', async () => {
    await agree(here, START, ada, ben);
    await digests().setUp(typed);
    now = DUE;
    expect(await seconds(1)).toEqual([here]);
    for (const creatorId of [ada, ben]) {
      await database.db.prisma.digestShown.create({
        data: { guildId: here, week: '2026-W48', creatorId },
      });
    }
    const keep = (kept: string) => run(`UPDATE "Digest" SET "content" = '${kept}'`);
    const kept = async () => (await digests().posted(here, '2026-W48'))?.content;
    for (const odd of [`{"version":7,"people":["${ada}"]}`, `["${ada}"]`, `"${ada}"`]) {
      await keep(odd);
      expect(await takeOutOfDigests(database.db, ada)).toBe(1);
      expect(await kept()).toBeNull();
      await database.db.prisma.digestShown.create({
        data: { guildId: here, week: '2026-W48', creatorId: ada },
      });
    }
    await keep(`{"version":7,"people":["${ada}"]}`);
    const forgetting = createForgetting(context(), 30);
    const rights = createDataRights(context(), forgetting);
    const exported = await rights.exportOf(ada, { limit: 1e7, readme: () => '' });
    expect(exported.kind).toBe('archives');
    await rights.erase(ada);
    expect(await kept()).toBeNull();
    expect(await rights.holdings(ada)).toEqual(new Map());
    expect(await rights.holdings(ben)).not.toEqual(new Map());
  });

  // PostgreSQL takes none of these.
  describe.runIf(provider === 'sqlite')('that no column may hold', () => {
    test.each([
      ['"quietWeeks" = \'sometimes\''],
      ['"weekday" = \'Wednesday\''],
      ['"askedFor" = \'yesterday\''],
      ['"nextDueAt" = 99999999999999999'],
    ])(
      'in a schedule (%s): it is put off for an hour, told once, and mended by setup',
      async (bad) => {
        await setUpAll();
        await run(`UPDATE "DigestSchedule" SET ${bad} WHERE "guildId" = ${here}`);
        now = new Date(DUE.getTime() - HOUR / 4);
        for (const what of ['ask', 'draw'] as const) {
          for (let n = 0; n < 3; n += 1) await queue().takeAhead(what, 50, tell);
        }
        expect(told.length).toBeLessThanOrEqual(2);
        told.length = 0;
        now = DUE;
        const servers = await seconds(5);
        for (const other of others) expect(servers).toContain(other);
        expect(told.length).toBeLessThanOrEqual(1);
        const shown = await digests().status(here);
        // Putting it off writes over these two.
        if (shown.schedule !== 'unreadable') expect(bad).toMatch(/askedFor|nextDueAt/);
        await digests().setUp(typed);
        expect(await digests().status(here)).toMatchObject({ schedule: { timezone: 'UTC' } });
      },
    );

    test.each([['"quietWeeks" = \'sometimes\''], ['"attempts" = \'many\'']])(
      'in a digest (%s): it is parked as a fault, and all others go',
      async (bad) => {
        await setUpAll();
        now = DUE;
        await queue().takeDue(50);
        await run(`UPDATE "Digest" SET ${bad} WHERE "guildId" = ${here}`);
        expect((await seconds(5)).toSorted()).toEqual(others.toSorted());
        expect(told).toEqual([here]);
        expect((await digests().status(here)).last).toMatchObject([
          { week: '2026-W48', state: 'parked', reason: { kind: 'fault' } },
        ]);
        await digests().postedWeeks(here, 5);
        await digests().setUp(typed);
      },
    );

    test.each([
      ['"state" = \'lost\''],
      ['"weekFrom" = \'last week\''],
      ['"lastError" = x\'00ff\''],
      ['"postedAt" = \'soon\''],
    ])('in a digest (%s), where nobody needs it: all go', async (bad) => {
      await setUpAll();
      now = DUE;
      await queue().takeDue(50);
      await run(`UPDATE "Digest" SET ${bad} WHERE "guildId" = ${here}`);
      const servers = await seconds(5);
      for (const other of others) expect(servers).toContain(other);
      expect(servers.includes(here) || told.includes(here)).toBe(true);
      expect(await digests().status(here)).toMatchObject({ last: [{ week: '2026-W48' }] });
    });

    test('in a digest on its way, broken JSON: a change of the schedule leaves it, and comes a week later', async () => {
      await digests().setUp(typed);
      now = DUE;
      const queued = queue();
      await queued.takeDue(50);
      const [digest] = await queued.claim(50);
      if (digest === undefined) throw new Error('Nothing was due.');
      expect(await queued.beginSending(digest, content, [])).toBe(true);
      await run('UPDATE "Digest" SET "reason" = \'{"broken\'');
      const { next, goesNow } = await digests().setUp({ ...typed, weekday: 5 });
      expect([next, goesNow]).toEqual([new Date(DUE.getTime() + 9 * DAY), false]);
      expect(await queued.posted(digest, 1n, now)).toBe(true);
      expect((await digests().status(here)).last).toMatchObject([{ state: 'posted' }]);
    });

    test.each(['reason', 'content'])(
      'in its %s, broken JSON: it goes like all others',
      async (column) => {
        await setUpAll();
        now = DUE;
        await queue().takeDue(50);
        await run(`UPDATE "Digest" SET "${column}" = '{"broken' WHERE "guildId" = ${here}`);
        const queued = queue();
        const claimed = await queued.claim(50, tell);
        expect(claimed).toHaveLength(others.length + 1);
        const own = claimed.find(({ request }) => request.guildId === here);
        expect(column === 'content' ? own?.content : own?.reason).toEqual(
          column === 'content' ? undefined : { kind: 'fault', of: 'row' },
        );
        for (const digest of claimed) {
          expect(await queued.beginSending(digest, content, [])).toBe(true);
          expect(await queued.posted(digest, 1n, now)).toBe(true);
        }
        await run(`UPDATE "Digest" SET "content" = '{"broken' WHERE "guildId" = ${here}`);
        expect(await digests().posted(here, '2026-W48')).toMatchObject({ content: undefined });
        expect((await digests().status(here)).last).toHaveLength(1);
        await database.db.prisma.digestShown.create({
          data: { guildId: here, week: '2026-W48', creatorId: ada },
        });
        await createDataRights(context(), createForgetting(context(), 30)).erase(ada);
        expect(await digests().posted(here, '2026-W48')).toMatchObject({ content: null });
      },
    );
  });
});
