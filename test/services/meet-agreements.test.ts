import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.js';
import { parseWeek } from '../../src/lib/weeks.js';
import { loadContent } from '../../src/services/knowledge/content.js';
import { Refusal } from '../../src/services/refusal.js';
import { createServices } from '../../src/services/services.js';
import { communityIn } from '../support/community.js';
import { empty, providers, useDatabase } from '../support/databases.js';
import { type Ended, MEETING, useMeetings, type Work } from '../support/interleave.js';
import { ada, ben, DAY, elsewhere, HOUR, here, linkTo, ordinary } from '../support/scoring.js';

/** A Wednesday; the digest is due then. */
const DUE = new Date('2026-11-25T18:00:00.000Z');
const START = new Date(DUE.getTime() - 2 * HOUR);
const cleo = 300_000_000_000_000_003n;
/** Four in the week that is over. */
const TOLD_DAYS_AGO = [1, 2, 3, 5, 7, 9, 12, 15];
const content = loadContent();
const lastWeek = parseWeek('2026-W47');

describe.each(providers)('two at what members agreed to on %s', MEETING, (provider) => {
  const database = useDatabase(provider);
  const { meet, again } = useMeetings(database);
  const community = communityIn(() => database.db);
  let now = START;
  let made = 0n;
  const nextId = () => {
    made += 1n;
    return 2_000_000_000n + made;
  };
  /** What Discord says of members, told after whatever a test does meanwhile. */
  let isMember = async (): Promise<boolean> => true;
  beforeEach(() => {
    isMember = async () => true;
  });
  const services = (db: Database) =>
    createServices(
      {
        db,
        clock: () => now,
        members: { isMember: () => isMember() },
        channels: { obstacle: async () => null },
        directMessages: { greet: async () => 'unreachable' },
        draw: async () => new Uint8Array([1]),
      },
      content,
      { forgetAfterDays: 30, gatheredFor: 0 },
    );
  const mine = () => services(database.db);

  const join: Work = (db) => services(db).consents.join(here, ada);
  const leave: Work = (db) => services(db).consents.leave(here, ada);
  const erase: Work = (db) => services(db).dataRights.erase(ada);
  const keepWeek: Work = async (db) => {
    if (lastWeek === null) throw new Error('That is no week.');
    return services(db).boards.ofWeek(here, lastWeek);
  };
  const submit: Work = (db) => {
    const who = { interactionId: nextId(), creatorId: ada, guildId: here };
    return services(db).scores.submit({ ...ordinary, link: linkTo(3) }, who);
  };
  /** As the runner does: what is due is composed and sent. */
  const sendDigest: Work = async (db) => {
    const { digestQueue: queue, digestComposer: composer } = services(db);
    await queue.takeDue(5);
    for (const digest of await queue.claim(5)) {
      const composed = await composer.compose(digest.request);
      if (!(await queue.beginSending(digest, composed, composer.shown(composed)))) continue;
      await queue.posted(digest, 1n, now);
    }
  };
  const oneByOne =
    (...works: readonly Work[]): Work =>
    async (db) => {
      for (const work of works) await work(db);
    };

  /** Three who agreed, with a week behind them and one that runs; a digest is due. */
  async function aCommunity(): Promise<void> {
    now = START;
    await itsRows();
    now = DUE;
  }
  const itsRows = again(async () => {
    await empty(database.db);
    const longAgo = new Date(DUE.getTime() - 40 * DAY);
    await community.agree(here, longAgo, ada, ben, cleo);
    await database.db.prisma.consent.updateMany({ data: { memberAt: now } });
    for (const by of [ada, ben, cleo]) {
      for (const days of TOLD_DAYS_AGO) {
        const at = new Date(DUE.getTime() - days * DAY);
        await community.tell({ by, at, score: 40 + days, title: `Of ${by}` });
      }
    }
    await mine().digests.setUp({
      ...{ guildId: here, channelId: 700n, weekday: 3, time: '18:00', timezone: 'UTC' },
      ...{ quietWeeks: 'post', locale: 'en-US' },
    });
  });

  /** Whatever is left half-way is taken up again. */
  async function goesOn(): Promise<void> {
    now = new Date(now.getTime() + 10 * 60_000);
    await sendDigest(database.db);
  }

  /** Of whoever doesn't agree nothing is shown or kept to be shown; of whoever does it can be found. */
  async function expectNothingShownOfAda(): Promise<void> {
    const { prisma } = database.db;
    const agrees = (await prisma.consent.count({ where: { creatorId: ada } })) > 0;
    const digests = await prisma.digest.findMany({ where: { guildId: here } });
    const shown = digests.filter((digest) => JSON.stringify(digest.content).includes(String(ada)));
    const where = { creatorId: ada };
    const notes = await prisma.digestShown.findMany({ where });
    for (const { week } of shown) expect(notes.map((note) => note.week)).toContain(week);
    if (agrees) return;
    expect(shown).toEqual([]);
    expect(notes).toEqual([]);
    expect(await prisma.boardEntry.count({ where })).toBe(0);
    expect(await prisma.boardVideo.count({ where })).toBe(0);
  }

  /** Of whoever deleted everything nothing is left, unless they came back. */
  async function expectErased(): Promise<void> {
    const isThere = (await database.db.prisma.creator.count({ where: { id: ada } })) > 0;
    if (!isThere) expect(await mine().dataRights.holdings(ada)).toEqual(new Map());
    await expectNothingShownOfAda();
  }

  function allDone({ first, second }: Ended): void {
    for (const end of [first, second]) if (end.status === 'rejected') throw end.reason;
  }

  test('joined and left at once: in or out', async () => {
    await meet({
      arrange: aCommunity,
      first: join,
      second: leave,
      check: async (ended) => {
        allDone(ended);
        await expectNothingShownOfAda();
      },
    });
  });

  test('the week is kept by two at once: one result', async () => {
    await meet({
      arrange: aCommunity,
      first: keepWeek,
      second: keepWeek,
      check: async (ended) => {
        allDone(ended);
        const { prisma } = database.db;
        expect(await prisma.boardWeek.count()).toBe(1);
        expect(await prisma.boardEntry.count({ where: { creatorId: ada } })).toBeGreaterThan(0);
      },
    });
  });

  test.each([
    ['left', leave],
    ['deleted everything', erase],
  ])('the week is kept while somebody has %s: not with them', async (_, second) => {
    await meet({
      arrange: aCommunity,
      first: keepWeek,
      second,
      check: async (ended) => {
        allDone(ended);
        expect(await database.db.prisma.boardWeek.count()).toBe(1);
        await expectErased();
      },
    });
  });

  test.each([
    ['left', leave],
    ['deleted everything', erase],
  ])('the digest is sent while somebody has %s: nothing of them is kept', async (_, second) => {
    await meet({
      arrange: aCommunity,
      first: sendDigest,
      second,
      check: async (ended) => {
        allDone(ended);
        await goesOn();
        const rows = await database.db.prisma.digest.findMany();
        expect(rows.map(({ state }) => state)).toEqual(['posted']);
        await expectErased();
      },
    });
  });

  test.each([
    ['left', leave],
    ['deleted everything', erase],
  ])(
    'somebody has %s, and agrees anew while that goes on: what is shown then can be found',
    async (_, first) => {
      await meet({
        arrange: aCommunity,
        first,
        second: oneByOne(join, sendDigest),
        check: async (ended) => {
          allDone(ended);
          await goesOn();
          await expectErased();
          await erase(database.db);
          await expectErased();
        },
      });
    },
  );

  test('a digest is sent while somebody leaves and agrees anew: what is shown can be found', async () => {
    await meet({
      arrange: aCommunity,
      first: sendDigest,
      second: oneByOne(leave, join),
      check: async (ended) => {
        allDone(ended);
        await goesOn();
        await expectErased();
        await erase(database.db);
        await expectErased();
      },
    });
  });

  const aReading = async () => {
    const row = await database.db.prisma.reading.findFirst({ where: { creatorId: ada } });
    return row?.id ?? 0n;
  };
  const who = () => ({ interactionId: nextId(), callerId: ada });

  test.each<[string, Work]>([
    ['sends more', submit],
    ['joins', join],
    ['deletes it again', erase],
    [
      'sends what is asked about',
      (db) => {
        const submitter = { interactionId: nextId(), creatorId: ada, guildId: here };
        return services(db).scores.submit({ ...ordinary, likes: '600K' }, submitter);
      },
    ],
    ['removes a reading', async (db) => services(db).changes.remove(await aReading(), who())],
    [
      'tells a real count',
      async (db) => {
        const typed = { saves: '600', counts: null };
        return services(db).scores.addTruth(typed, await aReading(), { ...who(), message: null });
      },
    ],
  ])(
    'everything is deleted while its creator %s: nothing is left of what was there',
    async (_, second) => {
      await meet({
        arrange: aCommunity,
        first: erase,
        second,
        check: async ({ first, second: other }) => {
          if (first.status === 'rejected') throw first.reason;
          // What isn't there any more is said with a refusal.
          if (other.status === 'rejected' && !(other.reason instanceof Refusal)) throw other.reason;
          await expectErased();
        },
      });
    },
  );

  test('Discord says that a member is gone, who comes back and agrees while it is asked', async () => {
    await meet({
      arrange: async () => {
        await aCommunity();
        now = new Date(DUE.getTime() + 3 * DAY);
        isMember = async () => false;
      },
      first: (db) => services(db).consents.shownIn(here, [ada]),
      second: oneByOne(leave, async (db) => {
        now = new Date(now.getTime() + 1);
        return join(db);
      }),
      check: async (ended) => {
        allDone(ended);
        expect(await mine().consents.hasJoined(here, ada)).toBe(true);
      },
    });
  });

  describe('and at a server', () => {
    const joined: Work = (db) => services(db).guilds.joined(here);
    const left: Work = (db) => services(db).guilds.left(here);
    const tidy: Work = (db) => services(db).forgetting.tidy();
    const forget: Work = (db) => services(db).forgetting.forgetServer(here);

    /** A server that removed the bot a month ago. */
    async function aForgottenServer(): Promise<void> {
      await aCommunity();
      await left(database.db);
      now = new Date(now.getTime() + 31 * DAY);
    }

    test('it takes the bot back while it is forgotten: all of it is there, or nothing', async () => {
      await meet({
        arrange: aForgottenServer,
        first: tidy,
        second: joined,
        check: async (ended) => {
          allDone(ended);
          const { prisma } = database.db;
          const guild = await prisma.guild.findUniqueOrThrow({ where: { id: here } });
          expect(guild.leftAt).toBeNull();
          const readings = await prisma.reading.count({ where: { guildId: here } });
          const consents = await prisma.consent.count({ where: { guildId: here } });
          const schedules = await prisma.digestSchedule.count();
          const all = await prisma.reading.count();
          expect([
            { readings: 0, consents: 0, schedules: 0 },
            { readings: all, consents: 3, schedules: 1 },
          ]).toContainEqual({ readings, consents, schedules });
        },
      });
    });

    test.each([
      ['joined', join],
      ['told of a video', submit],
      ['forgotten by another process', forget],
    ])('it is forgotten while it is %s: nothing acknowledged is lost', async (_, second) => {
      await meet({
        arrange: aForgottenServer,
        first: forget,
        second,
        check: async (ended) => {
          allDone(ended);
          const { prisma } = database.db;
          const readings = await prisma.reading.count({ where: { creatorId: ada } });
          expect(readings).toBe(TOLD_DAYS_AGO.length + (second === submit ? 1 : 0));
          // What is of it is of a row that is there.
          const known = await prisma.guild.count({ where: { id: here } });
          const consents = await prisma.consent.count({ where: { guildId: here } });
          expect(consents).toBeLessThanOrEqual(known * 3);
          await tidy(database.db);
        },
      });
    });

    test('removed and added, heard of by two: it is in, or the look at all of them puts it right', async () => {
      const reconcile: Work = async (db) => {
        const { guilds } = services(db);
        for (const id of await guilds.outOfLine((one) => one === here)) {
          if (id === here) await guilds.joined(id);
          else await guilds.left(id);
        }
      };
      for (const first of [joined, left, reconcile]) {
        for (const second of [joined, left, reconcile]) {
          await meet({
            arrange: async () => {
              await aCommunity();
              await services(database.db).guilds.joined(elsewhere);
              await left(database.db);
            },
            first,
            second,
            check: async (ended) => {
              allDone(ended);
              await reconcile(database.db);
              const rows = await database.db.prisma.guild.findMany({ orderBy: { id: 'asc' } });
              expect(rows.map(({ leftAt }) => leftAt === null)).toEqual([true, false]);
            },
          });
        }
      }
    });
  });
});
