import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stage } from '../support/bot.js';
import { HOUR, MINUTE, SECOND } from '../support/digest.js';
import { letterRows, lettersTo, type Member, member, remindMe } from '../support/letters.js';
import { atLength } from '../support/soak.js';

/** How often the power goes at a random moment: in full with `npm run soak`. */
const RANDOM_KILLS = atLength(8, 50);

/** How long the bot is gone: hardly, longer than it holds a claim, longer than Discord remembers. */
const GONE = [0, 70 * SECOND, 10 * MINUTE];

let stage: Stage;
let ana: Member;
let videos = 0;
beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true, env: { LOG_LEVEL: 'debug' } });
  ana = member(stage, 'ana');
});
afterAll(() => stage.close());

/** The newest message as it is noted; older notes are deleted after two weeks. */
const newest = () => letterRows(stage).at(-1);

/** Lets a reminder fall due, ends the bot by `kill`, and sees that there is one message of it. */
async function day(kill: () => Promise<unknown>, goneFor: number): Promise<void> {
  const before = lettersTo(ana).length;
  const known = newest()?.id;
  videos += 1;
  await remindMe(stage, ana, { n: videos });
  // Slow enough that there is time to die in.
  stage.discord.faults.latencyMs = 60;
  await stage.letTimePass(22 * HOUR + MINUTE);
  await kill();
  await stage.bot.kill();
  stage.discord.faults.latencyMs = 0;
  stage.discord.passTime(goneFor);
  await stage.start({ LOG_LEVEL: 'debug' });
  // What was claimed by the dead one is free after a minute.
  await stage.letTimePass(61 * SECOND);
  await expect
    .poll(() => newest()?.id !== known && newest()?.state, { timeout: 15_000 })
    .toBe('posted');
  const there = lettersTo(ana).map(({ id }) => BigInt(id));
  expect(there).toHaveLength(before + 1);
  expect(newest()?.messageId).toBe(there.at(-1));
  expect(stage.discord.violations).toEqual([]);
  // The next one is of another day.
  await stage.letTimePass(24 * HOUR);
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

describe('a power cut leaves exactly one message', () => {
  it.each(
    ['claimed', 'composed', 'sending', 'sent'].flatMap((step) =>
      GONE.map((gone): [string, number] => [step, gone]),
    ),
  )('when it was %s, gone for %i ms', (step, gone) => day(() => untilStep(step), gone));

  it(`at ${RANDOM_KILLS} random moments`, { timeout: RANDOM_KILLS * 20_000 }, async () => {
    for (let n = 0; n < RANDOM_KILLS; n += 1) {
      await day(() => sleep(Math.random() * 1_300), GONE[n % GONE.length] ?? 0);
    }
  });
});
