import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.js';
import { createDraftAnswers } from '../../src/services/drafts/draft-answers.js';
import { createChanges } from '../../src/services/history/changes.js';
import { missOf } from '../../src/services/readings/report-card.js';
import { Refusal } from '../../src/services/refusal.js';
import { estimateAnew, lookAt } from '../../src/services/scores/estimate-anew.js';
import { createScores } from '../../src/services/scores/scores.js';
import { empty, providers } from '../support/databases.js';
import { MEETING, useMeetings, type Work } from '../support/interleave.js';
import { ada, draftOf, here, likely, linkTo, scoreOf, useScoring } from '../support/scoring.js';

const HANDLE = 'ada.films';
const SAVES = '9K';

describe.each(providers)('two at one estimate on %s', MEETING, (provider) => {
  const at = useScoring(provider);
  const { meet: meetOn, again } = useMeetings(at);
  /** The clock stands still in a meeting, so that what was arranged once can be put there again. */
  const meet: typeof meetOn = (meeting) => meetOn({ ...meeting, arrange: again(meeting.arrange) });
  const clock = () => at.now;
  const scores = (db: Database) => createScores({ db, clock });
  const drafts = (db: Database) => createDraftAnswers({ db, clock }, scores(db));
  const changes = (db: Database) => createChanges({ db, clock });
  const who = () => ({ interactionId: at.nextId(), callerId: ada });

  /** Two entries of which nobody knows the account; a second one is known since. */
  let one = 0n;
  let other = 0n;
  let saves = '';
  async function twoEntries(): Promise<void> {
    await empty(at.db);
    at.pass(1_000);
    await at.submit({ link: linkTo(1, { handle: HANDLE }), saves: SAVES });
    await at.submit({ link: linkTo(2, { handle: 'ada.cooks' }) });
    at.pass(1_000);
    one = (await scoreOf(at.submit({ title: 'One', posted: '2026-11-01' }))).readingId;
    const second = await scoreOf(at.submit({ title: 'Other', posted: '2026-11-02' }));
    other = second.readingId;
    saves = likely(second);
    at.pass(1_000);
  }

  const categorise: Work = (db) => scores(db).categorise('educational', other, ada);
  const nameAccount: Work = (db) => scores(db).nameAccount(other, HANDLE, ada);
  const correct: Work = (db) => {
    const counts = { views: '641.2K', likes: '51.3K', comments: '912', shares: '3104' };
    return changes(db).correct({ ...counts, confirmed: true }, other, who());
  };
  const tell: Work = (db) =>
    scores(db).addTruth({ saves, counts: null }, other, { ...who(), message: null });
  const merge: Work = (db) => changes(db).merge(one, other, who());
  const remove: Work = (db) => changes(db).remove(other, who());

  /** What is estimated, and how far off it was, is what comes of everything that stands there. */
  async function expectFitting(): Promise<void> {
    const seen = await lookAt(at.db, other);
    if (seen === undefined) throw new Error('The reading is gone.');
    const { estimate } = await estimateAnew(at.db, seen, {});
    const rows = await at.prisma.estimate.findMany({ where: { readingId: other } });
    expect(rows).toHaveLength(1);
    for (const bound of ['saves', 'low', 'high'] as const) {
      expect(rows[0]?.[bound]).toBeCloseTo(estimate[bound], 6);
    }
    if (seen.trueSaves === null) return;
    expect(seen.trueSaves).toMatchObject(missOf(estimate, Number(seen.trueSaves.saves)));
  }

  async function expectStanding(...done: readonly Work[]): Promise<void> {
    const row = await lookAt(at.db, other);
    if (done.includes(categorise)) expect(row).toMatchObject({ category: 'educational' });
    if (done.includes(nameAccount)) expect(row).toMatchObject({ video: { handle: HANDLE } });
    if (done.includes(correct)) expect(row).toMatchObject({ views: 641_200n });
    if (done.includes(tell)) expect(row).toMatchObject({ trueSaves: { saves: BigInt(saves) } });
  }

  test.each([
    ['a category and an account chosen', categorise, nameAccount],
    ['a category chosen and the counts corrected', categorise, correct],
    ['a category chosen and a real count told', categorise, tell],
    ['a category chosen and the entry merged', categorise, merge],
  ])('%s at once: both stand, and the estimate fits', async (_, first, second) => {
    await meet({
      arrange: twoEntries,
      ...{ first, second },
      check: async (ended) => {
        for (const end of [ended.first, ended.second]) {
          if (end.status === 'rejected') throw end.reason;
        }
        await expectStanding(first, second);
        await expectFitting();
      },
    });
  });

  test('an account chosen while the reading is removed: it is said to be gone', async () => {
    await meet({
      arrange: twoEntries,
      ...{ first: nameAccount, second: remove },
      check: async ({ first: chosen, second: removed }) => {
        if (removed.status === 'rejected') throw removed.reason;
        const isTold =
          chosen.status === 'fulfilled' ||
          (chosen.reason instanceof Refusal && chosen.reason.reason.kind === 'reading gone');
        if (!isTold) throw chosen.reason;
        expect(await at.prisma.estimate.count({ where: { readingId: other } })).toBe(0);
      },
    });
  });

  test('a reading of a draft chosen while the draft is gone or chosen: nobody meets a fault', async () => {
    let draftId = 0n;
    // What is chosen here is hardly true, so that it is asked about once more.
    const choose: Work = (db) => drafts(db).chooseReading(draftId, ada, 0);
    const expire: Work = (db) => db.prisma.draft.deleteMany({ where: { id: draftId } });
    for (const second of [choose, expire]) {
      await meet({
        arrange: async () => {
          await empty(at.db);
          const who = { interactionId: at.nextId(), creatorId: ada, guildId: here };
          const typed = { views: '1,2 mil.', likes: '48.1K', comments: '2', shares: '3' };
          draftId = await draftOf(at.scores.submit(typed, { ...who, language: 'en-US' }));
        },
        ...{ first: choose, second },
        check: async (ended) => {
          for (const end of [ended.first, ended.second]) {
            if (end.status === 'fulfilled') continue;
            // The draft it was is gone, or was asked about anew.
            expect(end.reason).toMatchObject({ reason: { kind: 'draft gone' } });
          }
        },
      });
    }
  });
});
