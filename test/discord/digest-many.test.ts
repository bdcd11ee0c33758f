import { expect, it } from 'vitest';
import { measureDigests } from '../../bench/digests.js';
import { atLength } from '../support/soak.js';

const SERVERS = atLength(40, 1_000);
const BROKEN = SERVERS / 10;

it(`${SERVERS} digests that are due in the same minute are posted once each, and Discord is asked for nothing but posts`, {
  timeout: atLength(180_000, 900_000),
}, async () => {
  const figures = await measureDigests({
    servers: SERVERS,
    ...{ brokenEvery: 10, staleEvery: 4, seconds: 2 },
  });
  // What can be known before is known before.
  expect(figures.asked.count).toBeGreaterThan(0);
  expect(figures.charts.count).toBe(SERVERS);

  expect(figures).toMatchObject({
    once: SERVERS - BROKEN,
    never: BROKEN,
    twice: 0,
    parked: BROKEN,
    // No request was refused but those into channels that are gone or closed, once each.
    refusedInBroken: BROKEN,
    refusedElsewhere: 0,
    limited: 0,
  });
  // Of those that are closed it is asked what is missing; of nobody who is still a member.
  expect(figures.questions).toBeLessThanOrEqual(1 + (3 * BROKEN) / 2);
  expect(figures.during.unanswered + figures.during.busy).toBe(0);
});
