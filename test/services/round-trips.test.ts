import pg from 'pg';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.js';
import { KeptStatements } from '../../src/db/kept-statements.js';
import { createDraftAnswers } from '../../src/services/drafts/draft-answers.js';
import { createInsights } from '../../src/services/insights/insights.js';
import { createScores } from '../../src/services/scores/scores.js';
import type { TypedScore } from '../../src/services/scores/typed-score.js';
import { providers } from '../support/databases.js';
import { hearCalls } from '../support/driver-calls.js';
import {
  ada,
  ben,
  elsewhere,
  here,
  likely,
  linkTo,
  ordinary,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

/** Improbable, with more likes than views. */
const hardly = { views: '1000', likes: '5000', comments: '8', shares: '21' } as const;

describe.each(providers)('round trips to %s', (provider) => {
  const at = useScoring(provider);
  /** How often the driver is asked while this is done; rows written together count as one. */
  async function roundTrips(
    work: (scores: ReturnType<typeof createScores>, db: Database) => Promise<unknown>,
  ): Promise<number> {
    let writing = false;
    let together = 0;
    let single = 0;
    const db: typeof at.db = {
      ...at.db,
      async writeTogether(rows) {
        together += 1;
        writing = true;
        await at.db.writeTogether(rows).finally(() => {
          writing = false;
        });
      },
    };
    const stopCounting = hearCalls(
      provider === 'sqlite'
        ? { of: KeptStatements.prototype, name: 'prepare' }
        : { of: pg.Client.prototype, name: 'query' },
      () => {
        if (!writing) single += 1;
      },
    );
    await work(createScores({ db, clock: () => at.now }), db).finally(stopCounting);
    return single + together;
  }

  const submit = (typed: Partial<TypedScore>, guildId: bigint | null = here) =>
    roundTrips((scores) =>
      scores.submit(
        { ...ordinary, ...typed },
        { interactionId: at.nextId(), creatorId: ada, guildId },
      ),
    );

  test('2 for a new video with a link, of a creator without true counts', async () => {
    expect(await submit({ link: linkTo(1) })).toBe(2);
  });

  test('2 for a second reading, also of one that tells more', async () => {
    await at.submit({ link: linkTo(1) });
    expect(await submit({ link: linkTo(1) })).toBe(2);
    expect(await submit({ link: linkTo(1), title: 'My day', category: 'valuable' })).toBe(2);
  });

  test('3 for a second reading beside five other videos', async () => {
    for (let n = 1; n <= 6; n += 1) await at.submit({ link: linkTo(n) });
    expect(await submit({ link: linkTo(1) })).toBe(3);
  });

  test('2 for a video that is known from another server', async () => {
    await at.submit({ link: linkTo(1), title: 'There' }, { guildId: elsewhere });
    expect(await submit({ link: linkTo(1) })).toBe(2);
  });

  test('2 with true saves, in private or in a direct message; 3 once some are known', async () => {
    const title = { title: 'My day', posted: '2026-11-01' };
    expect(await submit({ ...title, saves: likely(await scoreOf(at.submit())) })).toBe(2);
    expect(await submit({ ...title, private: true }, null)).toBe(3);
  });

  test('3 in a server where others have told true counts', async () => {
    await at.submit({ saves: '9K', link: linkTo(1) }, { creatorId: ben });
    expect(await submit({ link: linkTo(2) })).toBe(3);
    expect(await submit({ link: linkTo(3) }, elsewhere)).toBe(2);
  });

  test('3 with an experiment, whose videos are counted', async () => {
    expect(await submit({ link: linkTo(1), trying: 'hook first' })).toBe(3);
  });

  test('1 for each of the insights, however many videos there are', async () => {
    for (let n = 1; n <= 12; n += 1) await at.submit({ link: linkTo(n), trying: 'hook first' });
    const insights = createInsights({ db: at.db, clock: () => at.now });
    expect(await roundTrips(() => insights.signals(ada))).toBe(1);
    expect(await roundTrips(() => insights.categories(ada, 30))).toBe(1);
    expect(await roundTrips(() => insights.accuracy(ada))).toBe(1);
  });

  test('2 for nothing but counts', async () => {
    expect(await submit({})).toBe(2);
  });

  test('0 for what can’t be read', async () => {
    expect(
      await roundTrips((scores) =>
        scores
          .submit({ ...ordinary, views: 'x' }, { interactionId: 1n, creatorId: ada, guildId: here })
          .catch(() => null),
      ),
    ).toBe(0);
  });

  test('at most 4 for improbable numbers, and 5 for confirming them', async () => {
    expect(await submit({ ...hardly, link: linkTo(1) })).toBeLessThanOrEqual(4);
    const [draft] = await at.prisma.draft.findMany();
    expect(
      await roundTrips((scores, db) =>
        createDraftAnswers({ db, clock: () => at.now }, scores).confirmDraft(draft?.id ?? 0n, ada),
      ),
    ).toBeLessThanOrEqual(5);
  });

  test('the count is right: one statement is one', async () => {
    expect(await roundTrips(() => at.prisma.creator.count())).toBe(1);
    expect(await roundTrips(() => at.db.ping())).toBe(1);
  });
});
