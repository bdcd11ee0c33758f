import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.js';
import { createForgetting } from '../../src/services/data/forgetting.js';
import { createDigests } from '../../src/services/digest/digests.js';
import {
  type ClaimedNotice,
  createNoticeQueue,
  readNotice,
} from '../../src/services/digest/notice-queue.js';
import { createNotices } from '../../src/services/digest/notices.js';
import { createDigestQueue } from '../../src/services/digest/queue.js';
import type { DigestReason, Obstacle } from '../../src/services/digest/reason.js';
import { Refusal } from '../../src/services/refusal.js';
import { createSettings } from '../../src/services/settings.js';
import { providers, useDatabase } from '../support/databases.js';
import { DAY, elsewhere, HOUR, here } from '../support/scoring.js';

/** A Wednesday. */
const START = new Date('2026-11-25T12:00:00.000Z');
const DUE = new Date('2026-11-25T18:00:00.000Z');
const CHANNEL = 700_000_000_000_000_001n;
const MANAGERS = 700_000_000_000_000_002n;
const OTHERS = 700_000_000_000_000_003n;

const LOST: Obstacle = { kind: 'missing permissions', permissions: ['Send Messages'] };
const GONE: Obstacle = { kind: 'no such channel' };

describe.each(providers)('notices to managers on %s', (provider) => {
  const database = useDatabase(provider);
  let now = START;
  /** What keeps the bot from posting the digest, and from writing a notice. */
  let obstacle: Obstacle | null = null;
  let elsewhereObstacle: Obstacle | null = null;
  const clock = () => now;
  const channels = {
    obstacle: async (_: bigint, channelId: bigint) =>
      channelId === CHANNEL ? obstacle : elsewhereObstacle,
  };
  const context = () => ({ db: database.db, clock, channels });
  const digests = () => createDigests(context());
  const digestQueue = () => createDigestQueue(context(), { gatheredFor: 0 });
  const notices = () => createNotices(context());
  const queue = () => createNoticeQueue(context(), { gatheredFor: 0 });
  const rows = () => database.db.prisma.notice.findMany({ orderBy: { id: 'asc' } });
  const at = (ms: number) => {
    now = new Date(ms);
  };
  beforeEach(() => {
    now = START;
    obstacle = null;
    elsewhereObstacle = null;
  });

  async function setUp(guildId = here) {
    const rule = { weekday: 3, time: '18:00', timezone: 'UTC', quietWeeks: undefined };
    await digests().setUp({ guildId, channelId: CHANNEL, locale: 'en-US', ...rule });
  }

  async function choose(guildId = here, channelId = MANAGERS) {
    await createSettings(context()).change(guildId, { notices: channelId });
    await notices().moved(guildId, channelId);
  }

  /** Takes the digest that is due. */
  async function dueDigest() {
    await digestQueue().takeDue(10);
    const [digest] = await digestQueue().claim(10);
    if (digest === undefined) throw new Error('Nothing was due.');
    return digest;
  }

  async function parked(reason: DigestReason = LOST) {
    await digestQueue().park(await dueDigest(), reason, null);
  }

  /** Takes a notice that is due, and sends it. */
  async function sent(): Promise<ClaimedNotice | null> {
    const [notice] = await queue().claim(10);
    if (notice === undefined) return null;
    const may = await queue().beginSending(notice, readNotice(notice.content));
    if (!may) return null;
    await queue().posted(notice, 1n, now);
    return notice;
  }

  test('a digest that is parked is told in the channel that was chosen, with its reason and week', async () => {
    await setUp();
    await choose();
    at(DUE.getTime());
    await parked();
    const notice = await sent();
    expect(notice).toMatchObject({ guildId: here, channelId: MANAGERS, dueAt: DUE });
    expect(readNotice(notice?.content)).toEqual({
      ...{ reason: LOST, channelId: String(CHANNEL), week: '2026-W48', locale: 'en-US' },
    });
    expect(await sent()).toBeNull();
  });

  test('nobody is told where no channel was chosen; who chooses one later is told then', async () => {
    await setUp();
    at(DUE.getTime());
    await parked();
    expect(await rows()).toEqual([]);
    obstacle = LOST;
    await choose();
    await choose();
    expect(await sent()).not.toBeNull();
    expect(await sent()).toBeNull();
  });

  test('the same is told once, however often it is tried; something else is told, too', async () => {
    await setUp();
    await choose();
    for (let hour = 0; hour < 6; hour += 1) {
      at(DUE.getTime() + hour * HOUR);
      await parked();
      expect((await sent()) !== null).toBe(hour === 0);
    }
    at(DUE.getTime() + 7 * HOUR);
    await parked(GONE);
    expect((await sent())?.about).toBe('no such channel');
    // Nor a week later, when the next one is due.
    at(DUE.getTime() + 7 * DAY);
    await parked();
    expect(await sent()).toBeNull();
  });

  test('of what is mended, what comes later is told again', async () => {
    await setUp();
    await choose();
    at(DUE.getTime());
    await parked();
    expect(await sent()).not.toBeNull();
    at(DUE.getTime() + HOUR);
    const digest = await dueDigest();
    await digestQueue().beginSending(digest, { version: 1, quiet: false }, []);
    await digestQueue().posted(digest, 5n, now);
    expect((await rows()).map(({ about }) => about)).toEqual([null]);
    at(DUE.getTime() + 7 * DAY);
    await parked();
    expect(await sent()).not.toBeNull();
  });

  test.each([
    ['another setup', () => setUp()],
    ['turning it off', () => digests().turnOff(here)],
    ['a look that finds nothing wrong', () => digests().status(here)],
    ['a change in the server', () => notices().lookAhead(here)],
    ['nobody wanting to hear of it', () => notices().stop(here)],
  ])('%s ends it: what wasn’t sent by then isn’t', async (_, end) => {
    await setUp();
    await choose();
    at(DUE.getTime());
    await parked();
    const [claimed] = await queue().claim(10);
    if (claimed === undefined) throw new Error('Nothing was due.');
    await end();
    expect(await queue().beginSending(claimed, readNotice(claimed.content))).toBe(false);
    at(DUE.getTime() + HOUR);
    const [notice] = await queue().claim(10);
    expect(notice?.about ?? null).toBeNull();
  });

  test('a permission that is lost is told before the digest is due, and then no more', async () => {
    await setUp();
    await choose();
    obstacle = LOST;
    await notices().lookAhead(here);
    await notices().lookAhead(here);
    const notice = await sent();
    expect(readNotice(notice?.content)).toMatchObject({ reason: LOST, week: null });
    at(DUE.getTime());
    await parked();
    expect(await sent()).toBeNull();
    // And where no digest is to come there is nothing to tell.
    await digests().turnOff(here);
    await notices().lookAhead(here);
    expect(await sent()).toBeNull();
  });

  test.each<DigestReason>([{ kind: 'not in the server' }, { kind: 'timed out' }])(
    'where the bot can’t write anyway nobody is told: %o',
    async (reason) => {
      await setUp();
      await choose();
      at(DUE.getTime());
      await parked(reason);
      expect(await rows()).toEqual([]);
    },
  );

  test('two processes that look at once tell once; each server hears of its own', async () => {
    const other = await openDatabase(database.url, () => undefined);
    try {
      await setUp();
      await setUp(elsewhere);
      await choose();
      await choose(elsewhere);
      obstacle = LOST;
      const there = { ...context(), db: other };
      const both = [notices(), createNotices(there)];
      await Promise.all(
        Array.from({ length: 8 }, (_, n) => both[n % 2]?.lookAhead(n < 4 ? here : elsewhere)),
      );
      const claimed = await Promise.all([
        queue().claim(10),
        createNoticeQueue(there).claim(10),
        queue().claim(10),
      ]);
      expect(
        claimed
          .flat()
          .map(({ guildId }) => guildId)
          .toSorted(),
      ).toEqual([here, elsewhere]);
    } finally {
      await other.close();
    }
  });

  test('one that couldn’t be written goes to the channel that is chosen next', async () => {
    await setUp();
    await choose();
    at(DUE.getTime());
    await parked();
    const [notice] = await queue().claim(10);
    if (notice === undefined) throw new Error('Nothing was due.');
    await queue().park(notice, { kind: 'no such channel' }, null);
    expect(await queue().claim(10)).toEqual([]);
    obstacle = LOST;
    await choose(here, OTHERS);
    expect(await sent()).toMatchObject({ channelId: OTHERS });
  });

  test('a channel that can’t be written in isn’t taken', async () => {
    elsewhereObstacle = LOST;
    await expect(notices().check(here, MANAGERS)).rejects.toThrow(Refusal);
    elsewhereObstacle = null;
    await notices().check(here, MANAGERS);
  });

  test('are kept while they hold, and for two weeks once they don’t', async () => {
    await setUp();
    await choose();
    at(DUE.getTime());
    await parked();
    await sent();
    const forgetting = createForgetting({ db: database.db, clock }, 30);
    at(DUE.getTime() + 60 * DAY);
    await forgetting.tidy();
    expect(await rows()).toHaveLength(1);
    await digests().turnOff(here);
    await forgetting.tidy();
    expect(await rows()).toEqual([]);
  });
});
