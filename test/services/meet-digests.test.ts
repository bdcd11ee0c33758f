import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.js';
import { createDigests, type TypedSchedule } from '../../src/services/digest/digests.js';
import { type ClaimedDigest, createDigestQueue } from '../../src/services/digest/queue.js';
import { empty, providers, useDatabase } from '../support/databases.js';
import { MEETING, useMeetings, type Work } from '../support/interleave.js';
import { DAY, HOUR, here } from '../support/scoring.js';

/** A Wednesday. */
const START = new Date('2026-11-25T12:00:00.000Z');
const DUE = new Date('2026-11-25T18:00:00.000Z');
const WEEK = '2026-W48';
const SUNDAY_NIGHT = new Date('2026-11-30T00:00:00.000Z');
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
const content = { version: 1, quiet: false };

describe.each(providers)('two at one digest on %s', MEETING, (provider) => {
  const database = useDatabase(provider);
  const { meet } = useMeetings(database);
  let now = START;
  const clock = () => now;
  /** The weeks of which a post is in the channel, and those of which nobody wrote that it is. */
  let posts: string[] = [];
  let unrecorded: string[] = [];
  beforeEach(() => {
    now = START;
  });

  const context = (db: Database) => ({
    ...{ db, clock },
    channels: { obstacle: async () => null },
  });
  const digests = (db: Database) => createDigests(context(db));
  const queue = (db: Database) => createDigestQueue(context(db), { gatheredFor: 0 });

  const setUp =
    (changes: Partial<TypedSchedule> = {}): Work =>
    (db) =>
      digests(db).setUp({ ...typed, ...changes });
  const turnOff: Work = (db) => digests(db).turnOff(here);

  /** As the runner does: whatever is due is taken up and sent. */
  const send: Work = async (db) => {
    await queue(db).takeDue(10);
    for (const digest of await queue(db).claim(10)) await sendOne(db, digest);
  };
  async function sendOne(db: Database, digest: ClaimedDigest): Promise<void> {
    if (digest.isTurnedOff) {
      await queue(db).skip(digest, { kind: 'turned off' });
      return;
    }
    const { label } = digest.request.week;
    if (!(await queue(db).beginSending(digest, content, []))) return;
    posts.push(label);
    if (!(await queue(db).posted(digest, BigInt(posts.length), now))) unrecorded.push(label);
  }

  /** A server whose digest is due now, and taken up as far as is said. */
  async function due(how: 'not taken' | 'taken' | 'parked' = 'not taken'): Promise<void> {
    await empty(database.db);
    [posts, unrecorded] = [[], []];
    now = START;
    await setUp()(database.db);
    now = DUE;
    if (how === 'not taken') return;
    await queue(database.db).takeDue(10);
    if (how === 'taken') return;
    const [digest] = await queue(database.db).claim(10);
    if (digest === undefined) throw new Error('Nothing was due.');
    await queue(database.db).park(digest, { kind: 'no such channel' }, null);
    now = new Date(DUE.getTime() + 10 * 60_000);
  }

  /** Lets the week come to its end, with somebody there to send all the time. */
  async function weekEnds(): Promise<void> {
    for (let at = now.getTime(); at < SUNDAY_NIGHT.getTime(); at += 12 * HOUR) {
      now = new Date(at);
      await send(database.db);
    }
    const rows = await database.db.prisma.digest.findMany({ where: { week: WEEK } });
    const states = rows.map(({ state }) => state);
    const next = (await digests(database.db).status(here)).next;
    expect({ posts, unrecorded, states }).toEqual({
      ...{ posts: [WEEK], unrecorded: [], states: ['posted'] },
    });
    expect(next?.getTime()).toBeGreaterThanOrEqual(SUNDAY_NIGHT.getTime());
  }

  function allDone(...ends: PromiseSettledResult<unknown>[]): void {
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  test.each([
    ['to later in the same week', { weekday: 5 }],
    ['to another channel', { channelId: CHANNEL + 1n }],
    ['to an hour that is over', { time: '09:00' }],
  ])(
    'a change %s while it is taken up and sent: one post in that week, recorded',
    async (_, to) => {
      for (const how of ['not taken', 'taken', 'parked'] as const) {
        const ways = await meet({
          arrange: () => due(how),
          first: setUp(to),
          second: send,
          check: async ({ first, second }) => {
            allDone(first, second);
            await weekEnds();
          },
        });
        expect(ways).toBeGreaterThan(provider === 'sqlite' ? 4 : 15);
      }
    },
  );

  test('a change while a try has failed and is put back: one post in that week', async () => {
    let digest: ClaimedDigest | undefined;
    for (const how of ['park', 'again'] as const) {
      await meet({
        arrange: async () => {
          await due('taken');
          [digest] = await queue(database.db).claim(10);
        },
        first: setUp({ weekday: 5 }),
        second: async (db) => {
          if (digest === undefined) throw new Error('Nothing was due.');
          if (how === 'park') await queue(db).park(digest, { kind: 'no such channel' }, null);
          else await queue(db).tryAgain(digest, { kind: 'fault' }, null, 'in vain');
        },
        check: async ({ first, second }) => {
          allDone(first, second);
          await weekEnds();
        },
      });
    }
  });

  test('two changes: one of them holds, whole', async () => {
    const changes = [
      { weekday: 4, channelId: CHANNEL + 4n },
      { weekday: 5, channelId: CHANNEL + 5n },
    ] as const;
    for (const arrange of [() => due('taken'), () => due(), () => empty(database.db)]) {
      await meet({
        arrange: async () => {
          [posts, unrecorded] = [[], []];
          now = START;
          await arrange();
        },
        first: setUp(changes[0]),
        second: setUp(changes[1]),
        check: async ({ first, second }) => {
          allDone(first, second);
          const row = await database.db.prisma.digestSchedule.findUniqueOrThrow({
            where: { guildId: here },
          });
          expect(row.channelId).toBe(CHANNEL + BigInt(row.weekday));
          await weekEnds();
        },
      });
    }
  });

  test('a change of the channel while the old one is found gone: it goes to the new one', async () => {
    let digest: ClaimedDigest | undefined;
    const elsewhere = CHANNEL + 1n;
    await meet({
      arrange: async () => {
        await due('taken');
        [digest] = await queue(database.db).claim(10);
      },
      first: setUp({ channelId: elsewhere }),
      second: async (db) => {
        if (digest === undefined) throw new Error('Nothing was due.');
        await queue(db).channelGone(digest, null);
      },
      check: async ({ first, second }) => {
        allDone(first, second);
        const row = await database.db.prisma.digest.findFirstOrThrow();
        expect(row).toMatchObject({ state: 'due', channelId: elsewhere, reason: null });
        await weekEnds();
      },
    });
  });

  test('turned off while it is taken up and sent: either it comes, or it doesn’t', async () => {
    for (const how of ['not taken', 'taken', 'parked'] as const) {
      await meet({
        arrange: () => due(how),
        first: turnOff,
        second: send,
        check: async ({ first, second }) => {
          allDone(first, second);
          const before = [...posts];
          for (let hours = 1; hours < 300; hours += 30) {
            now = new Date(now.getTime() + 30 * HOUR);
            await send(database.db);
          }
          expect(posts).toEqual(before);
          expect(unrecorded).toEqual([]);
          const rows = await database.db.prisma.digest.findMany();
          expect(rows.every(({ nextTryAt }) => nextTryAt === null)).toBe(true);
          const states = rows.map(({ state }) => (state === 'posted' ? 'posted' : 'not'));
          expect(states.filter((state) => state === 'posted')).toHaveLength(posts.length);
        },
      });
    }
  });

  test('turned off while it is changed: on or off, and one post in that week if it is on', async () => {
    await meet({
      arrange: () => due('taken'),
      first: turnOff,
      second: setUp({ weekday: 5 }),
      check: async ({ first, second }) => {
        allDone(first, second);
        const { next } = await digests(database.db).status(here);
        if (next !== null) return weekEnds();
        now = SUNDAY_NIGHT;
        await send(database.db);
        expect(posts).toEqual([]);
      },
    });
  });

  test('taken up and sent by two processes: one post', async () => {
    for (const how of ['not taken', 'taken', 'parked'] as const) {
      await meet({
        arrange: () => due(how),
        first: send,
        second: send,
        check: async ({ first, second }) => {
          allDone(first, second);
          await weekEnds();
        },
      });
    }
  });

  test('a server is forgotten while its digest is taken up: nobody else’s is held up', async () => {
    const other = here + 1n;
    await meet({
      arrange: async () => {
        await due('taken');
        now = START;
        await setUp({ guildId: other })(database.db);
        now = DUE;
        await queue(database.db).takeDue(10);
      },
      first: send,
      second: (db) => db.prisma.guild.delete({ where: { id: here } }),
      check: async ({ first, second }) => {
        allDone(first, second);
        await send(database.db);
        const rows = await database.db.prisma.digest.findMany();
        expect(rows).toMatchObject([{ guildId: other, state: 'posted' }]);
      },
    });
  });

  test('a parked one is woken while it is taken up: one post', async () => {
    await meet({
      arrange: async () => {
        await due('parked');
        now = new Date(DUE.getTime() + HOUR);
      },
      first: (db) => digests(db).lookAgain(here),
      second: send,
      check: async ({ first, second }) => {
        allDone(first, second);
        await weekEnds();
      },
    });
  });

  test('what is settled stays settled, whoever comes late with it', async () => {
    let digest: ClaimedDigest | undefined;
    const late: Work[] = [
      (db) => queue(db).park(held(), { kind: 'fault' }, null),
      (db) => queue(db).tryAgain(held(), { kind: 'fault' }, null, 'in vain'),
      (db) => queue(db).skip(held(), { kind: 'quiet' }),
      (db) => digests(db).lookAgain(here),
      setUp({ weekday: 5 }),
      turnOff,
    ];
    const held = () => {
      if (digest === undefined) throw new Error('Nothing was due.');
      return digest;
    };
    for (const second of late) {
      await meet({
        arrange: async () => {
          await due('taken');
          [digest] = await queue(database.db).claim(10);
          await queue(database.db).beginSending(held(), content, []);
        },
        first: (db) => queue(db).posted(held(), 7n, now),
        second,
        check: async ({ first, second: other }) => {
          allDone(first, other);
          const row = await database.db.prisma.digest.findUniqueOrThrow({
            where: { id: held().id },
          });
          // Whoever holds it may write of it once: the first to do so.
          expect(row.claim).toBeNull();
          if (first.status === 'fulfilled' && first.value === true) {
            expect(row).toMatchObject({ state: 'posted', messageId: 7n, nextTryAt: null });
          }
        },
      });
    }
  });

  test('a chart drawn ahead while its digest is posted, changed or turned off: none is left', async () => {
    for (const second of [send, setUp({ weekday: 2 }), turnOff]) {
      await meet({
        arrange: () => due(),
        first: async (db) => {
          const week = { from: new Date(DUE.getTime() - 7 * DAY), to: DUE, label: WEEK };
          const request = { guildId: here, week, timezone: 'UTC', locale: 'en-US' };
          await queue(db).keepChart(request, 'a key', new Uint8Array([1]));
        },
        second,
        check: async ({ first, second: other }) => {
          allDone(first, other);
          if (second !== turnOff) await send(database.db);
          expect(await database.db.prisma.digestChart.count()).toBe(0);
        },
      });
    }
  });

  test('a change while what is due soon is taken ahead: each schedule has its own look ahead', async () => {
    await meet({
      arrange: async () => {
        await due();
        now = new Date(DUE.getTime() + 7 * DAY - 10 * 60_000);
        await send(database.db);
      },
      first: (db) => queue(db).takeAhead('draw', 5),
      second: setUp({ time: '17:59' }),
      check: async ({ first, second }) => {
        allDone(first, second);
        const row = await database.db.prisma.digestSchedule.findUniqueOrThrow({
          where: { guildId: here },
        });
        if (row.drawnFor !== null) expect(row.drawnFor).toEqual(row.nextDueAt);
      },
    });
  });
});
