import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelsOf } from '../../src/discord/channels.js';
import { createDiscord, type Discord } from '../../src/discord/client.js';
import { createDigestRunner } from '../../src/discord/digest-runner.js';
import { failureOf } from '../../src/discord/failure.js';
import { paced } from '../../src/discord/paced.js';
import { PostSender } from '../../src/discord/post-sender.js';
import { digestView } from '../../src/embeds/digest.js';
import type { DigestQueue } from '../../src/services/digest/queue.js';
import { loadContent } from '../../src/services/knowledge/content.js';
import { createPace, type Pace } from '../../src/services/pace.js';
import { createServices } from '../../src/services/services.js';
import { wordsFor } from '../../src/words/languages.js';
import { providers, useDatabase } from '../support/databases.js';
import { digestsIn, MINUTE, scheduleEach } from '../support/digest.js';

/** What the drivers fail with while the database is away: the words of a socket. */
const AWAY = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

/** The parts that post digests, put together as the program does; the database fails now and then. */
describe.each(providers)('what fails beside a post, on %s', (provider) => {
  const database = useDatabase(provider);
  let local: LocalDiscord;
  let discord: Discord;
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);

  beforeAll(async () => {
    local = await startLocalDiscord();
    discord = createDiscord({
      token: local.token,
      apiUrl: local.apiUrl,
      shards: 'auto',
      shardCount: undefined,
    });
  });
  afterAll(async () => {
    await discord.close();
    await local.close();
  });

  /** A server whose digest is due, and what posts it with these in place of the real ones. */
  async function dueServer({
    queue = () => ({}),
    pace = (real) => real,
  }: {
    queue?: (real: DigestQueue) => Partial<DigestQueue>;
    pace?: (real: Pace) => Pace;
  }) {
    const { db } = database;
    const guild = local.addGuild({ name: 'Clay' });
    const channel = guild.addChannel('general');
    await scheduleEach(db, [guild], Math.ceil(clock().getTime() / MINUTE) * MINUTE);
    await db.prisma.digestSchedule.updateMany({ data: { quietWeeks: 'post' } });
    ahead += MINUTE;
    const rest = paced(discord.own, pace(createPace({ db, clock })));
    const channels = channelsOf(rest, clock);
    const members = { isMember: () => Promise.resolve(true) };
    const draw = () => Promise.reject(new Error('nothing to draw'));
    const directMessages = { greet: () => Promise.resolve('unreachable' as const) };
    const context = { db, clock, members, channels, directMessages, draw };
    const made = createServices(context, loadContent(), { forgetAfterDays: 30 });
    const runner = createDigestRunner({
      queue: { ...made.digestQueue, ...queue(made.digestQueue) },
      composer: made.digestComposer,
      view: async (content, frame) => digestView(content, frame, await wordsFor(content.locale)),
      sender: new PostSender(rest),
      discordTime: discord.time,
      ...{ channels, failureOf, clock, log: pino({ level: 'silent' }) },
    });
    const row = () => db.prisma.digest.findFirst({ where: { guildId: BigInt(guild.id) } });
    return { channel, runner, row };
  }

  test('the database, after Discord took it: isn’t taken for Discord, and the post is found', async () => {
    let isAway = true;
    const { channel, runner, row } = await dueServer({
      queue: ({ posted }) => ({
        posted: (...post) => (isAway ? Promise.reject(AWAY()) : posted(...post)),
      }),
    });
    runner.start();
    await expect.poll(() => digestsIn(channel).length, { timeout: 15_000 }).toBe(1);
    // Nothing says that Discord failed, and the doubt stands.
    expect(await row()).toMatchObject({ state: 'sending', attempts: 0, lastError: null });
    expect((await row())?.doubtSince).not.toBeNull();
    isAway = false;
    ahead += 10 * MINUTE;
    await expect.poll(async () => (await row())?.state, { timeout: 15_000 }).toBe('posted');
    await runner.stop();
    expect(digestsIn(channel).map(({ id }) => BigInt(id))).toEqual([(await row())?.messageId]);
  });

  test('the database, before the turn: isn’t taken for Discord, and it goes when it is back', async () => {
    let isAway = true;
    let asked = 0;
    const anyWord: unknown = expect.any(String);
    const { channel, runner, row } = await dueServer({
      pace: (real) => ({
        ...real,
        inTurn: (request) => {
          asked += 1;
          return isAway ? Promise.reject(AWAY()) : real.inTurn(request);
        },
      }),
    });
    runner.start();
    await expect.poll(async () => (await row())?.claim, { timeout: 15_000 }).toEqual(anyWord);
    await expect.poll(() => asked, { timeout: 15_000 }).toBeGreaterThan(0);
    expect(await row()).toMatchObject({ attempts: 0, lastError: null, reason: null });
    isAway = false;
    ahead += 2 * MINUTE;
    await expect.poll(async () => (await row())?.state, { timeout: 15_000 }).toBe('posted');
    await runner.stop();
    expect(digestsIn(channel)).toHaveLength(1);
  });

  test('Discord, while the database works: is told as Discord’s failure', async () => {
    const fault = local.faults.rest({ kind: 'drop', when: 'before' }, { match: /^POST / });
    const { channel, runner, row } = await dueServer({});
    runner.start();
    await expect.poll(async () => (await row())?.attempts, { timeout: 15_000 }).toBe(1);
    expect((await row())?.lastError).toContain('no answer of Discord’s');
    fault.stop();
    ahead += MINUTE;
    await expect.poll(async () => (await row())?.state, { timeout: 15_000 }).toBe('posted');
    await runner.stop();
    expect(digestsIn(channel)).toHaveLength(1);
  });
});
