import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stage, words } from '../support/bot.js';
import {
  digestRows,
  digestsIn,
  dueAt,
  MINUTE,
  manager,
  minuteAfter,
  SECOND,
  untilState,
  WEEK,
} from '../support/digest.js';
import { atLength } from '../support/soak.js';

/** How often the power goes at a random moment: in full with `npm run soak`. */
const RANDOM_KILLS = atLength(8, 50);

/** How long the bot is gone: hardly, longer than it holds a claim, longer than Discord remembers. */
const GONE = [0, 70 * SECOND, 10 * MINUTE];

let stage: Stage;
let mia: Person;
let due: number;
beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true, env: { LOG_LEVEL: 'debug' } });
  mia = manager(stage);
  due = minuteAfter(stage.discord.now(), 10 * SECOND);
  const shown = await mia.command(`/digest setup channel:#general ${dueAt(due)} quiet_weeks:post`);
  expect(words(shown)).toContain('is on');
  // Slow enough that there is time to die in.
  stage.discord.faults.latencyMs = 60;
});
afterAll(() => stage.close());

/** Lets the week's digest fall due, ends the bot by `kill`, and sees that there is one post of it. */
async function week(kill: () => Promise<unknown>, goneFor: number): Promise<void> {
  const before = digestRows(stage).filter(({ state }) => state === 'posted').length;
  await stage.letTimePass(due - stage.discord.now() + 1);
  due += WEEK;
  await kill();
  await stage.bot.kill();
  stage.discord.passTime(goneFor);
  await stage.start({ LOG_LEVEL: 'debug' });
  // What was claimed by the dead one is free after a minute.
  await stage.letTimePass(61 * SECOND);
  await expect
    .poll(() => digestRows(stage).filter(({ state }) => state === 'posted').length, {
      timeout: 15_000,
    })
    .toBe(before + 1);
  const row = await untilState(stage, 'posted');
  const posts = digestsIn(stage.general);
  expect(posts.map(({ id }) => BigInt(id)).at(-1)).toBe(row.messageId);
  expect(posts).toHaveLength(before + 1);
  expect(stage.discord.violations).toEqual([]);
}

/** Resolves when the bot's log tells of a step. */
async function untilStep(step: string): Promise<void> {
  const from = stage.bot.log.length;
  await expect
    .poll(() => stage.bot.log.slice(from).some((line) => line['step'] === step), {
      timeout: 15_000,
      interval: 1,
    })
    .toBe(true);
}

/** Resolves when Discord has got the post. */
function untilAtDiscord(): Promise<void> {
  return new Promise((resolve) => {
    const stop = stage.discord.watch((change) => {
      if (change.kind !== 'message' || change.what !== 'posted') return;
      stop();
      resolve();
    });
  });
}

describe('a power cut leaves exactly one post', () => {
  it.each(GONE)('before anything was claimed, gone for %i ms', (gone) =>
    week(() => Promise.resolve(), gone),
  );

  it.each(
    ['claimed', 'composed', 'sending', 'sent'].flatMap((step) =>
      GONE.map((gone): [string, number] => [step, gone]),
    ),
  )('when it was %s, gone for %i ms', (step, gone) => week(() => untilStep(step), gone));

  it.each(GONE)('when Discord has just got it, gone for %i ms', (gone) =>
    week(untilAtDiscord, gone),
  );

  it(`at ${RANDOM_KILLS} random moments`, { timeout: RANDOM_KILLS * 20_000 }, async () => {
    for (let n = 0; n < RANDOM_KILLS; n += 1) {
      await week(() => sleep(Math.random() * 1_300), GONE[n % GONE.length] ?? 0);
    }
  });
});
