import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.js';
import { createConsents } from '../../src/services/consent.js';
import { createDraftAnswers } from '../../src/services/drafts/draft-answers.js';
import { createChanges, type Done } from '../../src/services/history/changes.js';
import { createHistory } from '../../src/services/history/history.js';
import { missOf } from '../../src/services/readings/report-card.js';
import { Refusal } from '../../src/services/refusal.js';
import type { Outcome } from '../../src/services/scores/outcome.js';
import { createScores } from '../../src/services/scores/scores.js';
import type { TypedScore } from '../../src/services/scores/typed-score.js';
import { empty, providers } from '../support/databases.js';
import { type Ended, MEETING, useMeetings, type Work } from '../support/interleave.js';
import {
  ada,
  DAY,
  draftOf,
  here,
  likely,
  linkTo,
  ordinary,
  scoreOf,
  unlikely,
  useScoring,
} from '../support/scoring.js';

const TITLED = { title: 'Three knots', posted: '2026-11-01' };
const OTHER_COUNTS = { views: '641.2K', likes: '51.3K', comments: '912', shares: '3104' };

describe.each(providers)('two at one creator’s history on %s', MEETING, (provider) => {
  const at = useScoring(provider);
  const { meet: meetOn, again } = useMeetings(at);
  /** The clock stands still in a meeting, so that what was arranged once can be put there again. */
  const meet: typeof meetOn = (meeting) => meetOn({ ...meeting, arrange: again(meeting.arrange) });
  const clock = () => at.now;

  const scores = (db: Database) => createScores({ db, clock });
  const drafts = (db: Database) => createDraftAnswers({ db, clock }, scores(db));
  const changes = (db: Database) => createChanges({ db, clock });
  const history = (db: Database) =>
    createHistory(
      { db, clock },
      createConsents({ db, clock, members: { isMember: async () => true } }),
    );
  const who = (interactionId = at.nextId()) => ({ interactionId, callerId: ada });

  const submit =
    (typed: Partial<TypedScore>): Work =>
    (db) => {
      const submitter = { interactionId: at.nextId(), creatorId: ada, guildId: here };
      return scores(db).submit({ ...ordinary, ...typed }, submitter);
    };
  const tell =
    (readingId: () => bigint, saves: () => string): Work =>
    (db) => {
      const typed = { saves: saves(), counts: null };
      return scores(db).addTruth(typed, readingId(), { ...who(), message: null });
    };
  const remove =
    (readingId: () => bigint, interactionId?: () => bigint): Work =>
    (db) =>
      changes(db).remove(readingId(), who(interactionId?.()));
  const merge =
    (one: () => bigint, other: () => bigint, interactionId?: () => bigint): Work =>
    (db) =>
      changes(db).merge(one(), other(), who(interactionId?.()));
  const correct =
    (readingId: () => bigint, counts = OTHER_COUNTS, interactionId?: () => bigint): Work =>
    (db) =>
      changes(db).correct({ ...counts, confirmed: true }, readingId(), who(interactionId?.()));
  const undo =
    (changeId: () => bigint): Work =>
    (db) =>
      changes(db).undo(changeId(), ada);

  /** What a test has before each meeting: readings of two entries, and a change that can be undone. */
  let one = 0n;
  let other = 0n;
  let press = 0n;
  let saves = '';
  let change: Done | null = null;
  const theOne = () => one;
  const theOther = () => other;
  const thePress = () => press;
  const theChange = () => {
    if (change === null) throw new Error('Nothing was changed.');
    return change.changeId;
  };

  /** @param more what is done with them, so that it can be undone. */
  async function twoEntries(
    more?: (c: ReturnType<typeof changes>) => Promise<unknown>,
  ): Promise<void> {
    await empty(at.db);
    at.pass(1_000);
    const first = await scoreOf(at.submit({ link: linkTo(1) }));
    saves = likely(first);
    one = first.readingId;
    at.pass(1_000);
    other = (await scoreOf(at.submit({ ...TITLED }))).readingId;
    at.pass(1_000);
    press = at.nextId();
    // What is changed is no draft and not unchanged here.
    change = more === undefined ? null : ((await more(changes(at.db))) as Done);
  }

  /** What the tables hold fits together. */
  async function expectSound(): Promise<void> {
    const { prisma } = at;
    const videos = await prisma.video.findMany({ include: { readings: true } });
    for (const video of videos) expect(video.readings.length, 'a video has readings').not.toBe(0);
    const readings = await prisma.reading.findMany({
      include: { estimates: true, trueSaves: true },
    });
    for (const { estimates, trueSaves } of readings) {
      const [estimate] = estimates;
      expect(estimates).toHaveLength(1);
      if (trueSaves === null || estimate === undefined) continue;
      expect(trueSaves).toMatchObject(missOf(estimate, Number(trueSaves.saves)));
    }
    const keys = videos.flatMap(({ titleKey }) => titleKey ?? []);
    expect(new Set(keys).size, 'one entry a title and date').toBe(keys.length);
  }

  /** What was acknowledged is stored; whatever else became of it was said with a refusal. */
  function outcomes({ first, second }: Ended): unknown[] {
    return [first, second].map((end) => {
      if (end.status === 'fulfilled') return end.value;
      if (end.reason instanceof Refusal) return end.reason.reason.kind;
      throw end.reason;
    });
  }

  async function expectStored(...ends: unknown[]): Promise<void> {
    for (const end of ends) {
      if (typeof end === 'string') continue;
      // Only submissions are given here.
      const outcome = end as Outcome;
      if (outcome.kind !== 'score') throw new Error('It was asked about.');
      const { readingId } = outcome.score;
      expect(await at.prisma.reading.count({ where: { id: readingId } })).toBe(1);
    }
  }

  test.each([
    ['by the same link', { link: linkTo(5) }, { link: linkTo(5) }],
    ['by the same title and date', TITLED, TITLED],
    ['by its link and by its title', { link: linkTo(5), ...TITLED }, TITLED],
  ])('the same video told of twice, %s: one entry with both readings', async (_, a, b) => {
    await meet({
      arrange: () => empty(at.db),
      first: submit(a),
      second: submit(b),
      check: async (ended) => {
        await expectStored(...outcomes(ended));
        expect(await at.rows()).toMatchObject({ videos: 1, readings: 2 });
        await expectSound();
      },
    });
  });

  test('told of again while another reading of it is removed', async () => {
    await meet({
      arrange: () => twoEntries(),
      first: submit({ link: linkTo(1) }),
      second: remove(theOne),
      check: async (ended) => {
        const [submitted, removed] = outcomes(ended);
        await expectStored(submitted);
        expect(removed).toMatchObject({ kind: 'removed' });
        expect(await at.prisma.reading.count({ where: { id: one } })).toBe(0);
        await expectSound();
      },
    });
  });

  test.each([
    ['the one that stays', { link: linkTo(1) }],
    ['the one that goes', TITLED],
    ['a video of its own', { link: linkTo(9) }],
  ])('told of again while two entries are merged, of %s', async (_, typed) => {
    await meet({
      arrange: () => twoEntries(),
      first: submit(typed),
      second: merge(theOne, theOther),
      check: async (ended) => {
        const [submitted, merged] = outcomes(ended);
        await expectStored(submitted);
        expect(merged).toMatchObject({ kind: 'merged' });
        const { videos, readings } = await at.rows();
        expect({ videos, readings }).toEqual({
          videos: 'link' in typed && typed.link === linkTo(9) ? 2 : 1,
          readings: 3,
        });
        await expectSound();
      },
    });
  });

  test('a real count told while its reading is removed: with the undo it is there again', async () => {
    await meet({
      arrange: () => twoEntries(),
      first: tell(theOne, () => saves),
      second: remove(theOne),
      check: async (ended) => {
        const [told, removed] = outcomes(ended);
        const done = removed as Done;
        expect(done.kind).toBe('removed');
        await changes(at.db).undo(done.changeId, ada);
        const truths = await at.prisma.trueSave.count({ where: { readingId: one } });
        // Where it went between being stored and being shown, its author hears that the reading is gone.
        if (typeof told === 'string') expect(told).toBe('reading gone');
        else expect(truths).toBe(1);
        await expectSound();
      },
    });
  });

  test('a real count told while its reading is corrected: how far off it was fits what stands there', async () => {
    await meet({
      arrange: () => twoEntries(),
      first: tell(theOne, () => saves),
      second: correct(theOne),
      check: async (ended) => {
        const [told, corrected] = outcomes(ended);
        expect(told).toMatchObject({ kind: 'score' });
        expect(corrected).toMatchObject({ kind: 'corrected' });
        expect(await at.prisma.trueSave.count()).toBe(1);
        await expectSound();
      },
    });
  });

  test('a real count told while its reading is corrected to fewer views than that is refused', async () => {
    const few = { views: '1000', likes: '80', comments: '2', shares: '3' };
    await meet({
      arrange: () => twoEntries(),
      first: tell(theOne, () => saves),
      second: correct(theOne, few),
      check: async (ended) => {
        expect(outcomes(ended).filter((end) => end === 'input')).toHaveLength(1);
        await expectSound();
      },
    });
  });

  test('a real count told while its entry is merged into another', async () => {
    for (const reading of [theOne, theOther]) {
      await meet({
        arrange: () => twoEntries(),
        first: tell(reading, () => saves),
        second: merge(theOne, theOther),
        check: async (ended) => {
          const [told, merged] = outcomes(ended);
          expect(told).toMatchObject({ kind: 'score' });
          expect(merged).toMatchObject({ kind: 'merged' });
          expect(await at.rows()).toMatchObject({ videos: 1, readings: 2, truths: 1 });
          await expectSound();
        },
      });
    }
  });

  test('a real count told with new counts, while the old reading is removed or merged', async () => {
    const anew: Work = (db) =>
      scores(db).addTruth({ saves, counts: ordinary }, one, { ...who(), message: null });
    for (const second of [remove(theOne), merge(theOne, theOther)]) {
      await meet({
        arrange: async () => {
          await twoEntries();
          at.pass(2 * DAY);
        },
        first: anew,
        second,
        check: async (ended) => {
          const [told] = outcomes(ended);
          if (told !== 'reading gone') await expectStored(told);
          await expectSound();
        },
      });
    }
  });

  test('two real counts of one reading: one of them stands', async () => {
    await meet({
      arrange: () => twoEntries(),
      first: tell(theOne, () => saves),
      second: tell(theOne, () => String(Number(saves) + 1)),
      check: async (ended) => {
        for (const end of outcomes(ended)) expect(end).toMatchObject({ kind: 'score' });
        expect(await at.prisma.trueSave.count()).toBe(1);
        await expectSound();
      },
    });
  });

  test.each(['one press heard twice', 'two presses'])(
    'a removal by %s is told the same',
    async (how) => {
      await meet({
        arrange: () => twoEntries(),
        first: remove(theOne, how === 'two presses' ? undefined : thePress),
        second: remove(theOne, how === 'two presses' ? undefined : thePress),
        check: async (ended) => {
          const [first, second] = outcomes(ended);
          expect(first).toMatchObject({ kind: 'removed', videoId: null });
          expect(second).toEqual(first);
          expect(await at.prisma.undo.count()).toBe(1);
        },
      });
    },
  );

  test.each(['one press heard twice', 'two presses'])(
    'a merge by %s is told the same',
    async (how) => {
      await meet({
        arrange: () => twoEntries(),
        first: merge(theOne, theOther, how === 'two presses' ? undefined : thePress),
        second: merge(theOther, theOne, how === 'two presses' ? undefined : thePress),
        check: async (ended) => {
          const [first, second] = outcomes(ended);
          expect(first).toMatchObject({ kind: 'merged', videoId: one });
          expect(second).toEqual(first);
          expect(await at.rows()).toMatchObject({ videos: 1, readings: 2 });
        },
      });
    },
  );

  test('a correction by one form heard twice is told the same', async () => {
    await meet({
      arrange: () => twoEntries(),
      first: correct(theOne, OTHER_COUNTS, thePress),
      second: correct(theOne, OTHER_COUNTS, thePress),
      check: async (ended) => {
        const [first, second] = outcomes(ended);
        expect(first).toMatchObject({ kind: 'corrected', readingId: one });
        expect(second).toEqual(first);
        await expectSound();
      },
    });
  });

  test('two corrections: one of them stands, and each can be undone', async () => {
    const most = { ...OTHER_COUNTS, views: '741.2K' };
    await meet({
      arrange: () => twoEntries(),
      first: correct(theOne),
      second: correct(theOne, most),
      check: async (ended) => {
        for (const end of outcomes(ended)) expect(end).toMatchObject({ kind: 'corrected' });
        expect(await at.prisma.undo.count()).toBe(2);
        await expectSound();
      },
    });
  });

  test('a correction while the reading is removed or merged', async () => {
    for (const second of [remove(theOne), merge(theOne, theOther)]) {
      await meet({
        arrange: () => twoEntries(),
        first: correct(theOne),
        second,
        check: async (ended) => {
          const [corrected] = outcomes(ended);
          if (corrected !== 'reading gone') expect(corrected).toMatchObject({ kind: 'corrected' });
          await expectSound();
        },
      });
    }
  });

  test.each([
    [
      'one’s readings',
      (db: Database) => history(db).list({ id: ada, guildId: here }, ada, null, null),
    ],
    ['a trend', (db: Database) => history(db).trend(ada, 90)],
    ['a score', (db: Database) => scores(db).find(one, { id: ada, guildId: here })],
    ['a reading', (db: Database) => history(db).reading(ada, one)],
  ])('%s looked at while entries are merged or a reading is removed', async (_, first) => {
    for (const second of [merge(theOne, theOther), remove(theOne)]) {
      await meet({
        arrange: () => twoEntries(),
        first,
        second,
        check: async (ended) => {
          const [seen] = outcomes(ended);
          if (typeof seen === 'string') expect(seen).toBe('reading gone');
        },
      });
    }
  });

  test('the last two readings of a video removed at once: no empty entry is left', async () => {
    await meet({
      arrange: async () => {
        await twoEntries();
        other = (await scoreOf(at.submit({ link: linkTo(1) }))).readingId;
      },
      first: remove(theOne),
      second: remove(theOther),
      check: async (ended) => {
        for (const end of outcomes(ended)) expect(end).toMatchObject({ kind: 'removed' });
        await expectSound();
      },
    });
  });

  const undoable = [
    ['removal', (c: ReturnType<typeof changes>) => c.remove(one, who(press))],
    ['merge', (c: ReturnType<typeof changes>) => c.merge(one, other, who(press))],
    [
      'correction',
      (c: ReturnType<typeof changes>) =>
        c.correct({ ...OTHER_COUNTS, confirmed: true }, one, who(press)),
    ],
  ] as const;

  test.each(undoable)('a %s undone by two: it is told the same, and done once', async (_, more) => {
    await meet({
      arrange: () => twoEntries(more),
      first: undo(theChange),
      second: undo(theChange),
      check: async (ended) => {
        const [first, second] = outcomes(ended);
        expect(first).toMatchObject({ changeId: press });
        expect(second).toEqual(first);
        expect(await at.rows()).toMatchObject({ videos: 2, readings: 2, estimates: 2 });
        expect(await changes(at.db).newest(ada)).toBeNull();
        await expectSound();
      },
    });
  });

  test.each(undoable)('a %s undone while the same video is told of', async (_, more) => {
    for (const typed of [{ link: linkTo(1) }, TITLED]) {
      await meet({
        arrange: () => twoEntries(more),
        first: undo(theChange),
        second: submit(typed),
        check: async (ended) => {
          const [undone, submitted] = outcomes(ended);
          await expectStored(submitted);
          if (undone !== 'undo gone') expect(undone).toMatchObject({ changeId: press });
          await expectSound();
        },
      });
    }
  });

  test.each(undoable)(
    'a %s undone while what it was made to is removed or told the truth of',
    async (_, more) => {
      for (const second of [
        remove(theOther),
        tell(theOther, () => saves),
        tell(theOne, () => saves),
      ]) {
        await meet({
          arrange: () => twoEntries(more),
          first: undo(theChange),
          second,
          check: async (ended) => {
            const [undone, met] = outcomes(ended);
            if (undone !== 'undo gone') expect(undone).toMatchObject({ changeId: press });
            if (typeof met === 'string') expect(met).toBe('reading gone');
            await expectSound();
          },
        });
      }
    },
  );

  test.each(['score', 'truth', 'correction'] as const)(
    'a draft of a %s stored by two: once, and neither is told that it isn’t',
    async (kind) => {
      let draftId = 0n;
      const store: Work = (db) => drafts(db).confirmDraft(draftId, ada);
      await meet({
        arrange: async () => {
          await twoEntries();
          if (kind === 'score') {
            draftId = await draftOf(at.submit({ ...ordinary, likes: '600K', link: linkTo(7) }));
          } else if (kind === 'truth') {
            const far = unlikely(await scores(at.db).find(one, { id: ada, guildId: here }));
            const message = { ...who(), message: null };
            draftId = await draftOf(
              scores(at.db).addTruth({ saves: far, counts: null }, one, message),
            );
          } else {
            const typed = { ...ordinary, likes: '600K', confirmed: false };
            const drafted = await changes(at.db).correct(typed, one, who());
            if (drafted.kind !== 'draft') throw new Error('It was not asked about.');
            draftId = drafted.draftId;
          }
        },
        first: store,
        second: store,
        check: async (ended) => {
          for (const end of outcomes(ended)) {
            if (end !== 'stored already') expect(end).toMatchObject({ kind: 'score' });
          }
          expect(await at.rows()).toMatchObject({
            readings: kind === 'score' ? 3 : 2,
            truths: kind === 'truth' ? 1 : 0,
            drafts: 0,
          });
          await expectSound();
        },
      });
    },
  );

  test('the same interaction kept as a draft by two processes is one draft', async () => {
    const hardly: Work = (db) => {
      const submitter = { interactionId: press, creatorId: ada, guildId: here };
      return scores(db).submit({ ...ordinary, likes: '600K' }, submitter);
    };
    await meet({
      arrange: () => twoEntries(),
      first: hardly,
      second: hardly,
      check: async (ended) => {
        for (const end of outcomes(ended)) {
          expect(end).toMatchObject({ kind: 'draft', draftId: press });
        }
        expect(await at.rows()).toMatchObject({ drafts: 1, readings: 2 });
      },
    });
  });
});
