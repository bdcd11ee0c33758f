import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ending, NOTHING, Stage, startBot, words } from '../support/bot.js';
import {
  digestsIn,
  dueAt,
  MINUTE,
  manager,
  minuteAfter,
  SECOND,
  setUpAndDue,
} from '../support/digest.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { atLength } from '../support/soak.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const HOUR = 3_600_000;

let stage: Stage;
let ana: Person;
beforeEach(async () => {
  stage = await Stage.open({ withBot: false, timeMoves: true });
  ana = stage.person('ana', { waits: false });
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

describe('a digest comes once', () => {
  let server: PostgresServer;
  beforeEach(async () => {
    server = await startPostgres();
    const { discord, folder } = stage;
    const databaseUrl = server.url('postgres');
    stage.bot = await startBot({ discord, databaseUrl, cwd: folder, clockShift: 0 });
  });
  afterEach(async () => {
    await stage.bot.stop();
    await server.stop();
  });

  const posts = () => digestsIn(stage.general);
  const seen = (count: number) =>
    expect.poll(() => posts().length, { timeout: 15_000 }).toBe(count);

  it('when it falls due while the database is gone', async () => {
    const mia = manager(stage);
    const at = minuteAfter(stage.discord.now(), 5 * SECOND);
    await (
      await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`)
    ).settled();
    await server.halt();
    await stage.letTimePass(at - stage.discord.now() + SECOND);
    await stage.bot.waitForLog('digests can’t be looked for');
    expect(posts()).toHaveLength(0);
    await server.resume();
    await seen(1);
    await expect
      .poll(async () => words(await mia.command('/digest status')), { timeout: 15_000 })
      .toContain('✓');
    await stage.letTimePass(10 * MINUTE);
    await sleep(2 * SECOND);
    expect(posts()).toHaveLength(1);
  });

  it('when the database goes before it is noted that Discord has it', async () => {
    const mia = manager(stage);
    stage.discord.faults.rest(
      { kind: 'hang after', ms: 3_000 },
      { match: /^POST \/channels\/\d+\/messages$/, times: 1 },
    );
    await setUpAndDue(stage, mia, { more: 'quiet_weeks:post' });
    await seen(1);
    await server.halt();
    await stage.bot.waitForLog('digest left half-way');
    await server.resume();
    // Longer than it is held by whoever claimed it.
    await stage.letTimePass(10 * MINUTE);
    await expect
      .poll(async () => words(await mia.command('/digest status')), { timeout: 15_000 })
      .toContain('✓');
    expect(posts()).toHaveLength(1);
  });
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
