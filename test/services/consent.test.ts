import { beforeEach, describe, expect, test } from 'vitest';
import { createConsents } from '../../src/services/consent.js';
import { providers } from '../support/databases.js';
import { ada, ben, DAY, elsewhere, HOUR, here, useScoring } from '../support/scoring.js';

describe.each(providers)('the agreement to be shown in %s', (provider) => {
  const at = useScoring(provider);
  let asked: bigint[];
  let answer: (memberId: bigint) => Promise<boolean>;
  beforeEach(() => {
    asked = [];
    answer = () => Promise.resolve(true);
  });
  const consents = () =>
    createConsents({
      db: at.db,
      clock: () => at.now,
      members: {
        isMember(_guildId, memberId) {
          asked.push(memberId);
          return answer(memberId);
        },
      },
    });

  test('is given once, and holds in that server alone', async () => {
    expect(await consents().join(here, ada)).toBe(true);
    expect(await consents().join(here, ada)).toBe(false);
    expect(await consents().shownIn(here)).toEqual(new Set([ada]));
    expect(await consents().shownIn(elsewhere)).toEqual(new Set());
    expect(await consents().shownIn(here, [ben])).toEqual(new Set());
  });

  test('given twenty times at once is one', async () => {
    await Promise.all(Array.from({ length: 20 }, () => consents().join(here, ada)));
    expect(await at.prisma.consent.count()).toBe(1);
  });

  test('is taken back at once', async () => {
    await consents().join(here, ada);
    expect(await consents().leave(here, ada)).toBe(true);
    expect(await consents().leave(here, ada)).toBe(false);
    expect(await consents().shownIn(here)).toEqual(new Set());
  });

  test('asks Discord once a day who is still a member', async () => {
    await consents().join(here, ada);
    at.pass(23 * HOUR);
    await consents().shownIn(here);
    expect(asked).toEqual([]);
    at.pass(2 * HOUR);
    expect(await consents().shownIn(here)).toEqual(new Set([ada]));
    expect(await consents().shownIn(here)).toEqual(new Set([ada]));
    expect(asked).toEqual([ada]);
  });

  test('is asked for hours ahead, and then certain at the hour', async () => {
    await consents().join(here, ada);
    at.pass(19 * HOUR);
    const due = new Date(at.now.getTime() + 6 * HOUR);
    // Certain now, but not any more when it is needed.
    expect(await consents().areCertain(here, at.now)).toBe(true);
    expect(await consents().areCertain(here, due)).toBe(false);
    expect(await consents().shownIn(here, [ada], due)).toEqual(new Set([ada]));
    expect(asked).toEqual([ada]);
    expect(await consents().areCertain(here, due)).toBe(true);
    at.pass(6 * HOUR);
    expect(await consents().shownIn(here)).toEqual(new Set([ada]));
    expect(asked).toEqual([ada]);
  });

  test('ends when the member has left, also for a later return', async () => {
    await consents().join(here, ada);
    await consents().join(here, ben);
    at.pass(2 * DAY);
    answer = (id) => Promise.resolve(id === ben);
    expect(await consents().shownIn(here)).toEqual(new Set([ben]));
    answer = () => Promise.resolve(true);
    expect(await consents().shownIn(here)).toEqual(new Set([ben]));
  });

  test('shows nobody whose membership can’t be asked, and forgets nothing', async () => {
    await consents().join(here, ada);
    at.pass(2 * DAY);
    answer = () => Promise.reject(new Error('Discord is away.'));
    expect(await consents().shownIn(here)).toEqual(new Set());
    answer = () => Promise.resolve(true);
    expect(await consents().shownIn(here)).toEqual(new Set([ada]));
  });
});
