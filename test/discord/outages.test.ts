import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Person } from '../../playground/local-discord.js';
import { ending, NOTHING, Stage, startBot, words } from '../support/bot.js';
import { startPostgres } from '../support/postgres.js';
import { atLength } from '../support/soak.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const HOUR = 3_600_000;

let stage: Stage;
let ana: Person;
beforeEach(async () => {
  stage = await Stage.open({ withBot: false });
  ana = stage.person('ana');
});
afterEach(() => stage.close());

/** What a member reads in the end. */
async function read(acting: ReturnType<Person['command']>): Promise<string> {
  return words(await ending(await acting));
}

const score = (title: string) => ana.command(`/score ${COUNTS} title:${title}`);

const AWAY_MS = atLength(5_000, 60_000);
it(`tells everybody that nothing was stored while its database is gone for ${AWAY_MS / 1000} seconds, and goes on`, {
  timeout: 60_000 + AWAY_MS,
}, async () => {
  const server = await startPostgres();
  try {
    const { discord, folder } = stage;
    stage.bot = await startBot({ discord, databaseUrl: server.url('postgres'), cwd: folder });
    expect(await read(score('before'))).toContain('/ 100');
    await server.halt();
    const until = performance.now() + AWAY_MS;
    while (performance.now() < until) {
      expect(await read(score('meanwhile'))).toMatch(/Nothing was stored/);
      expect(words(await ana.command('/faq saves'))).toContain('Saves on TikTok');
      await sleep(500);
    }
    await server.resume();
    await expect.poll(() => read(score('afterwards')), { timeout: 10_000 }).toContain('/ 100');
    expect(await Promise.race([stage.bot.exited, 'still there'])).toBe('still there');
    expect(discord.violations).toEqual([]);
  } finally {
    await server.stop();
  }
});

const BROKEN_MS = atLength(8_000, 300_000);
it(`outlives a Discord that answers 503 to everything for ${BROKEN_MS / 1000} seconds`, {
  timeout: 60_000 + BROKEN_MS,
}, async () => {
  await stage.start();
  expect(await read(score('before'))).toContain('/ 100');
  const fault = stage.discord.faults.rest({ kind: 'status', status: 503 });
  const until = performance.now() + BROKEN_MS;
  while (performance.now() < until) {
    const all = await Promise.all([1, 2, 3].map(() => ana.command('/help')));
    for (const shown of all) expect(shown.outcome).toBe('no response');
    // Discord in trouble also asks bots to connect anew.
    stage.discord.gateway.reconnect();
  }
  fault.stop();
  await expect
    .poll(async () => (await ana.command('/help')).outcome, { timeout: 30_000 })
    .toBe('message');
  expect(await read(score('afterwards'))).toContain('/ 100');
  expect(stage.stored(ana).readings).toBe(2);
  expect(stage.bot.log.filter(({ level }) => level === 'fatal')).toEqual([]);
  expect(await Promise.race([stage.bot.exited, 'still there'])).toBe('still there');
});

it.each([
  ['an hour slow', -HOUR],
  ['an hour fast', HOUR],
])(
  'serves with a clock that is %s, and deletes what a member wants deleted',
  async (_, clockShift) => {
    const { discord, databaseUrl, folder } = stage;
    stage.bot = await startBot({ discord, databaseUrl, cwd: folder, clockShift });
    await score('zeroth');
    const asked = await ana.command('/data delete');
    expect(await read(ana.press(asked, 'Delete everything'))).toContain('Nothing of it is kept');
    expect(stage.stored(ana)).toEqual(NOTHING);
    expect(await read(score('first'))).toContain('/ 100');
    // And one that is put right while it runs.
    if (clockShift < 0) await stage.bot.passTime(-clockShift);
    expect(await read(score('second'))).toContain('/ 100');
    expect(stage.stored(ana).readings).toBe(2);
    expect(discord.violations).toEqual([]);
  },
);
