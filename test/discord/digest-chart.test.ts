import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createChartRenderer } from '../../src/charts/renderer.js';
import { channelsOf } from '../../src/discord/channels.js';
import { createDiscord, type Discord } from '../../src/discord/client.js';
import { createDigestRunner } from '../../src/discord/digest-runner.js';
import { failureOf } from '../../src/discord/failure.js';
import { paced } from '../../src/discord/paced.js';
import { PostSender } from '../../src/discord/post-sender.js';
import { digestView } from '../../src/embeds/digest.js';
import { digestChart } from '../../src/embeds/digest-chart.js';
import type { FullWeek } from '../../src/services/digest/parts.js';
import { loadContent } from '../../src/services/knowledge/content.js';
import { createPace } from '../../src/services/pace.js';
import { createServices } from '../../src/services/services.js';
import { wordsFor } from '../../src/words/languages.js';
import { communityIn } from '../support/community.js';
import { useDatabase } from '../support/databases.js';
import { DAY, digestsIn, MINUTE, scheduleEach } from '../support/digest.js';

/** The parts that post digests, put together as the program does, and a chart that can fail. */
describe('a digest whose chart can’t be drawn', () => {
  const database = useDatabase('sqlite');
  const { tell } = communityIn(() => database.db);
  const charts = createChartRenderer();
  let local: LocalDiscord;
  let discord: Discord;
  /** How often drawing fails from now on. */
  let failures = 0;
  let drawn = 0;
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  const draw = async (content: FullWeek) => {
    if (failures > 0) {
      failures -= 1;
      throw new Error('The thread has ended.');
    }
    drawn += 1;
    return charts.render(digestChart(content, await wordsFor(content.locale)));
  };

  beforeAll(async () => {
    local = await startLocalDiscord();
    const { token, apiUrl } = local;
    discord = createDiscord({ token, apiUrl, shards: 'auto', shardCount: undefined });
  });
  beforeEach(() => {
    failures = drawn = ahead = 0;
  });
  afterAll(async () => {
    expect(local.violations).toEqual([]);
    await Promise.all([discord.close(), charts.close()]);
    await local.close();
  });

  /** A server with a lively week whose digest is due, and what posts it. */
  async function dueServer() {
    const guild = local.addGuild({ name: 'Clay' });
    const channel = guild.addChannel('general');
    const creators = [1n, 2n, 3n].map((n) => 300_000_000_000_000_000n + n);
    const at = new Date(clock().getTime() - DAY);
    await scheduleEach(database.db, [guild], Math.ceil(clock().getTime() / MINUTE) * MINUTE);
    await tell(...creators.map((by) => ({ by, at, guildId: BigInt(guild.id) })));
    ahead += MINUTE;
    const { own } = discord;
    const channels = channelsOf(own, clock);
    const members = { isMember: () => Promise.resolve(true) };
    const directMessages = { greet: () => Promise.resolve('unreachable' as const) };
    const context = { db: database.db, clock, members, channels, directMessages, draw };
    const made = createServices(context, loadContent(), { forgetAfterDays: 30 });
    const runner = createDigestRunner({
      queue: made.digestQueue,
      composer: made.digestComposer,
      view: async (content, frame) => digestView(content, frame, await wordsFor(content.locale)),
      sender: new PostSender(paced(own, createPace({ db: database.db, clock }))),
      discordTime: discord.time,
      ...{ channels, failureOf, clock, log: pino({ level: 'silent' }) },
    });
    const row = () => database.db.prisma.digest.findFirst({ where: { guildId: BigInt(guild.id) } });
    return { channel, runner, row };
  }

  test('is tried again after a pause, and has its chart', async () => {
    failures = 1;
    const { channel, runner, row } = await dueServer();
    runner.start();
    await expect.poll(async () => (await row())?.attempts, { timeout: 10_000 }).toBe(1);
    expect(await row()).toMatchObject({
      state: 'due',
      lastError: expect.stringContaining('ended'),
    });
    expect(digestsIn(channel)).toHaveLength(0);
    ahead += MINUTE;
    await expect.poll(async () => (await row())?.state, { timeout: 15_000 }).toBe('posted');
    await runner.stop();
    expect(drawn).toBe(1);
    expect(digestsIn(channel)).toHaveLength(1);
    expect(digestsIn(channel)[0]?.attachments).toHaveLength(1);
  });

  test('ever, goes without it', async () => {
    failures = Number.POSITIVE_INFINITY;
    const { channel, runner, row } = await dueServer();
    runner.start();
    for (const tries of [1, 2]) {
      await expect.poll(async () => (await row())?.attempts, { timeout: 10_000 }).toBe(tries);
      expect(digestsIn(channel)).toHaveLength(0);
      ahead += MINUTE;
    }
    await expect.poll(async () => (await row())?.state, { timeout: 15_000 }).toBe('posted');
    await runner.stop();
    const [post, ...more] = digestsIn(channel);
    expect(more).toEqual([]);
    expect(post?.attachments).toEqual([]);
    expect(JSON.stringify(post?.embeds)).not.toContain('attachment://');
    expect(JSON.stringify(post?.embeds)).toContain('**3** videos');
  });
});
