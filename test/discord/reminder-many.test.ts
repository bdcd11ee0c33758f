import { type LocalDiscord, type Person, startLocalDiscord } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForReminders, measureLetters } from '../../bench/letters.js';
import { type Bot, startBot, temporaryFolder } from '../support/bot.js';
import { newPostgres } from '../support/databases.js';
import { HOUR, letAllTimePass, SECOND } from '../support/digest.js';
import { lettersIn } from '../support/letters.js';
import { atLength } from '../support/soak.js';

const MEMBERS = atLength(40, 1_000);

it(`reminders of ${MEMBERS} members that are due in the same minute come once each, in Discord’s pace, and everybody else is answered`, {
  timeout: atLength(180_000, 600_000),
}, async () => {
  const figures = await measureLetters({ members: MEMBERS, seconds: 2 });
  expect(figures).toMatchObject({
    ...{ once: MEMBERS, never: 0, twice: 0 },
    ...{ limited: 0, violations: 0 },
  });
  expect(figures.during.unanswered + figures.during.busy).toBe(0);
});

describe('two processes on one database', () => {
  const SHARING = 150;
  /** Requests that may come too soon where both processes are held up at the same moment. */
  const FEW = SHARING / 50;

  let discord: LocalDiscord;
  let bots: Bot[];
  let boxes: Person[];
  beforeAll(async () => {
    const databaseUrl = await newPostgres('migrated');
    discord = await startLocalDiscord();
    discord.gateway.identifyIntervalMs = 0;
    const guild = discord.addGuild({ name: 'Knots' });
    guild.addChannel('general');
    boxes = Array.from({ length: SHARING }, (_, n) =>
      discord.directMessage(guild.addMember({ name: `creator${n}` })),
    );
    await askForReminders(discord, databaseUrl, BigInt(guild.id), boxes, [24, 72]);
    const cwd = temporaryFolder();
    bots = [];
    for (const shard of [0, 1]) {
      const env = { SHARDS: String(shard), SHARD_COUNT: '2' };
      bots.push(await startBot({ discord, databaseUrl, cwd, env, clockShift: discord.clockShift }));
    }
  });
  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    await discord.close();
  });

  const arrived = () => boxes.map((box) => lettersIn(box).length);
  const total = () => arrived().reduce((sum, n) => sum + n, 0);
  const pass = (ms: number) => letAllTimePass(discord, bots, ms);

  it('write to each member once, and share Discord’s requests a second', async () => {
    await pass(22 * HOUR + SECOND);
    await expect.poll(total, { timeout: 30_000 }).toBe(SHARING);
    expect(new Set(arrived())).toEqual(new Set([1]));
    expect(discord.limits.counts.globallyLimited).toBeLessThanOrEqual(FEW);
    expect(discord.violations).toEqual([]);
  });

  it('when one of them dies in the middle of it, the other one does the rest', async () => {
    await pass(48 * HOUR);
    await expect.poll(total, { timeout: 30_000, interval: 5 }).toBeGreaterThan(SHARING + 10);
    const [dying, living] = bots;
    if (dying === undefined || living === undefined) throw new Error('no bots');
    await dying.kill();
    bots = [living];
    // What the dead one held is free after a minute.
    await pass(61 * SECOND);
    await expect.poll(total, { timeout: 30_000 }).toBe(2 * SHARING);
    expect(new Set(arrived())).toEqual(new Set([2]));
    expect(discord.violations).toEqual([]);
  });
});
