import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, Person } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stage, words } from '../support/bot.js';
import { DAY, dueAt, MINUTE, manager, minuteAfter, SECOND } from '../support/digest.js';
import { noticeRows, noticesIn } from '../support/notices.js';
import { atLength } from '../support/soak.js';

/** How often the power goes at a random moment: in full with `npm run soak`. */
const RANDOM_KILLS = atLength(4, 50);

/** How long the bot is gone: hardly, longer than it holds a claim, longer than Discord remembers. */
const GONE = [0, 70 * SECOND, 10 * MINUTE];

let stage: Stage;
let mia: Person;
let managers: Channel;
beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true, env: { LOG_LEVEL: 'debug' } });
  managers = stage.guild.addChannel('managers');
  mia = manager(stage);
  await mia.command('/settings change notices:#managers');
  const due = minuteAfter(stage.discord.now(), 6 * DAY);
  const shown = await mia.command(`/digest setup channel:#general ${dueAt(due)}`);
  expect(words(shown)).toContain('is on');
});
afterAll(() => stage.close());

const isOpen = () => noticeRows(stage).some(({ about }) => about !== null);

/** Takes a permission away, ends the bot by `kill`, and sees that there is one notice of it. */
async function lost(kill: () => Promise<unknown>, goneFor: number): Promise<void> {
  const before = noticesIn(managers).length;
  // Slow enough that there is time to die in.
  stage.discord.faults.latencyMs = 60;
  stage.general.deny(stage.guild.botRole, 'SendMessages');
  await expect.poll(isOpen, { timeout: 15_000, interval: 5 }).toBe(true);
  await kill();
  await stage.bot.kill();
  stage.discord.faults.latencyMs = 0;
  stage.discord.passTime(goneFor);
  await stage.start({ LOG_LEVEL: 'debug' });
  // What was claimed by the dead one is free after a minute.
  await stage.letTimePass(61 * SECOND);
  const newest = () => noticeRows(stage).at(-1);
  await expect.poll(() => newest()?.state, { timeout: 15_000 }).toBe('posted');
  const there = noticesIn(managers).map(({ id }) => BigInt(id));
  expect(there).toHaveLength(before + 1);
  expect(newest()?.messageId).toBe(there.at(-1));
  // It is mended, and what comes next is another one.
  stage.general.reset(stage.guild.botRole);
  await expect.poll(isOpen, { timeout: 15_000 }).toBe(false);
  expect(stage.discord.violations).toEqual([]);
}

/** Resolves when the bot's log tells of a step of a notice. */
async function untilStep(step: string): Promise<void> {
  await expect
    .poll(
      () => {
        const known = String(noticeRows(stage).at(-1)?.id);
        return stage.bot.log.some((line) => line['step'] === step && line['notice'] === known);
      },
      { timeout: 15_000, interval: 1 },
    )
    .toBe(true);
}

describe('a power cut leaves exactly one notice', () => {
  it.each(
    ['claimed', 'composed', 'sending', 'sent'].flatMap((step) =>
      GONE.map((gone): [string, number] => [step, gone]),
    ),
  )('when it was %s, gone for %i ms', (step, gone) => lost(() => untilStep(step), gone));

  it(`at ${RANDOM_KILLS} random moments`, { timeout: RANDOM_KILLS * 20_000 }, async () => {
    for (let n = 0; n < RANDOM_KILLS; n += 1) {
      await lost(() => sleep(Math.random() * 1_300), GONE[n % GONE.length] ?? 0);
    }
  });
});
