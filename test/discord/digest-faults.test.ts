import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, Person } from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stage, words } from '../support/bot.js';
import { bytesOf } from '../support/databases.js';
import {
  DAY,
  digestRows,
  digestsIn,
  dueAt,
  HOUR,
  MINUTE,
  manager,
  minuteAfter,
  SECOND,
  setUpAndDue,
  untilState,
  WEEK,
  wednesdayNoonAfter,
} from '../support/digest.js';

/** What a post to a channel looks like to the faults. */
const POST = /^POST \/channels\/\d+\/messages$/;
const ALWAYS = { more: 'quiet_weeks:post' };

let stage: Stage;
let mia: Person;
beforeEach(async () => {
  stage = await Stage.open({ timeMoves: true });
  mia = manager(stage);
});
afterEach(async () => {
  expect(stage.discord.violations).toEqual([]);
  await stage.close();
});

const posts = () => digestsIn(stage.general);
const tries = () =>
  stage.discord.requests.filter(({ method, path }) => POST.test(`${method} ${path}`));
const status = async () => words(await mia.command('/digest status'));

/** So many messages in the stage's channel that are no digests. */
async function write({ discord, general }: Stage, messages: number): Promise<void> {
  const post = async (content: string) => {
    const answer = await fetch(`${discord.apiUrl}/v10/channels/${general.id}/messages`, {
      method: 'POST',
      headers: {
        Authorization: `Bot ${discord.token}`,
        'Content-Type': 'application/json',
        'User-Agent': 'DiscordBot (https://example.com, 1)',
      },
      body: JSON.stringify({ content }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  };
  for (let from = 0; from < messages; from += WRITTEN_AT_ONCE) {
    const some = Math.min(WRITTEN_AT_ONCE, messages - from);
    await Promise.all(Array.from({ length: some }, (_, n) => post(`Message ${from + n}`)));
  }
}

/** Few enough for the connections that a machine opens at once. */
const WRITTEN_AT_ONCE = 50;

describe('a quiet week', () => {
  it('is skipped, and the status says so', async () => {
    await setUpAndDue(stage, mia, { more: 'quiet_weeks:skip' });
    await untilState(stage, 'skipped');
    expect(await status()).toContain('It was a quiet week');
    expect(posts()).toHaveLength(0);
    expect(tries()).toHaveLength(0);
  });

  it('gets a short post', async () => {
    await setUpAndDue(stage, mia, ALWAYS);
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
    // And the next week the next one.
    await stage.letTimePass(WEEK);
    await expect.poll(() => posts().length, { timeout: 10_000 }).toBe(2);
    await untilState(stage, 'posted');
    const weeks = digestRows(stage).map(({ week }) => week);
    expect(new Set(weeks).size).toBe(2);
  });

  it('isn’t one where a video was scored', async () => {
    const ben = stage.person('ben');
    await ben.command('/score views:541.2K likes:48.1K comments:1,204 shares:3.9K');
    await setUpAndDue(stage, mia, { more: 'quiet_weeks:skip' });
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
  });
});

describe('when Discord fails', () => {
  it('with 500s, tries again after growing pauses and posts once', async () => {
    const fault = stage.discord.faults.rest(
      { kind: 'status', status: 500 },
      { match: POST, times: 5 },
    );
    await setUpAndDue(stage, mia, ALWAYS);
    const pauses = [5 * SECOND, 15 * SECOND, 40 * SECOND, 2 * MINUTE, 5 * MINUTE];
    for (const [n, pause] of pauses.entries()) {
      await expect.poll(() => fault.hits, { timeout: 10_000 }).toBe(n + 1);
      await expect
        .poll(() => digestRows(stage)[0]?.attempts, { timeout: 5_000 })
        .toBe(BigInt(n + 1));
      // Not before the pause is over.
      await stage.letTimePass(pause - 3 * SECOND);
      await stage.looked();
      expect(tries()).toHaveLength(n + 1);
      await stage.letTimePass(3 * SECOND);
    }
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
  });

  it('for hours, says so in the status, and goes on when Discord is back', async () => {
    const fault = stage.discord.faults.rest({ kind: 'status', status: 503 }, { match: POST });
    await setUpAndDue(stage, mia, ALWAYS);
    for (let hits = 1; digestRows(stage)[0]?.state !== 'parked'; hits += 1) {
      await expect.poll(() => fault.hits, { timeout: 10_000 }).toBe(hits);
      await expect.poll(() => digestRows(stage)[0]?.claim, { timeout: 10_000 }).toBeNull();
      if (hits === 2) expect(await status()).toContain('Discord didn’t take it 2 times');
      await stage.letTimePass(HOUR);
    }
    expect(await status()).toContain('Discord failed every time I tried');
    fault.stop();
    await stage.letTimePass(HOUR);
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
  });

  it('with 429 and a long wait, leaves it alone for so long', async () => {
    stage.discord.faults.rest({ kind: 'rate limit', retryAfter: 600 }, { match: POST, times: 1 });
    await setUpAndDue(stage, mia, ALWAYS);
    await expect.poll(() => digestRows(stage)[0]?.attempts, { timeout: 10_000 }).toBe(1n);
    await stage.letTimePass(9 * MINUTE);
    await stage.looked();
    expect(tries()).toHaveLength(1);
    await stage.letTimePass(MINUTE + SECOND);
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
    expect(tries()).toHaveLength(2);
  });

  it('with a lost connection after it took the post, doesn’t post again', async () => {
    stage.discord.faults.rest({ kind: 'drop', when: 'after' }, { match: POST, times: 2 });
    await setUpAndDue(stage, mia, ALWAYS);
    for (const attempts of [1n, 2n]) {
      await expect.poll(() => digestRows(stage)[0]?.attempts, { timeout: 10_000 }).toBe(attempts);
      await stage.letTimePass(20 * SECOND);
    }
    const { messageId } = await untilState(stage, 'posted');
    expect(posts().map(({ id }) => BigInt(id))).toEqual([messageId]);
  });

  it('timing out after it took the post, with the restart ten minutes later: finds it', async () => {
    stage.discord.faults.rest({ kind: 'hang after', ms: 60_000 }, { match: POST, times: 1 });
    await setUpAndDue(stage, mia, ALWAYS);
    await expect.poll(() => posts().length, { timeout: 10_000 }).toBe(1);
    // The bot gives up after fifteen seconds, and is ended before it tries again.
    await expect.poll(() => digestRows(stage)[0]?.attempts, { timeout: 20_000 }).toBe(1n);
    await stage.bot.kill();
    stage.discord.passTime(10 * MINUTE);
    await stage.start();
    const { messageId } = await untilState(stage, 'posted');
    expect(posts().map(({ id }) => BigInt(id))).toEqual([messageId]);
    // The first try still hangs; there was no other.
    expect(tries()).toHaveLength(0);
  });

  it('ten minutes after a sending that never arrived: posts it then', async () => {
    const fault = stage.discord.faults.rest(
      { kind: 'hang', ms: 60_000 },
      { match: POST, times: 1 },
    );
    await setUpAndDue(stage, mia, ALWAYS);
    await expect.poll(() => fault.hits, { timeout: 10_000 }).toBe(1);
    await stage.bot.kill();
    stage.discord.passTime(10 * MINUTE);
    await stage.start();
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
  });

  it.each([
    [250, 'finds it among them', 'posted'],
    [2_100, 'leaves it out rather than post it twice', 'skipped'],
  ])('after %i more messages in the channel: %s', async (messages, _, outcome) => {
    const busy = await Stage.open({ timeMoves: true, discord: { keepMessages: 5_000 } });
    try {
      const nina = manager(busy);
      busy.discord.limits.enforced = false;
      busy.discord.faults.rest({ kind: 'drop', when: 'after' }, { match: POST, times: 1 });
      await setUpAndDue(busy, nina, ALWAYS);
      await expect.poll(() => digestRows(busy)[0]?.attempts, { timeout: 10_000 }).toBe(1n);
      expect(digestsIn(busy.general)).toHaveLength(1);
      await busy.bot.kill();
      await write(busy, messages);
      busy.discord.passTime(10 * MINUTE);
      await busy.start();
      // Discord lets a bot read a channel ten times in five seconds.
      const { messageId, reason } = await untilState(busy, outcome, 45_000);
      const ids = digestsIn(busy.general).map(({ id }) => BigInt(id));
      expect(ids).toHaveLength(1);
      // It read them, and kept nothing of what they say.
      expect((await bytesOf(busy.databaseUrl)).includes('Message 17')).toBe(false);
      if (outcome === 'posted') return expect(ids).toEqual([messageId]);
      expect(reason).toContain('in doubt');
      expect(words(await nina.command('/digest status'))).toContain('Look for it there');
    } finally {
      await busy.close();
    }
  });
});

it('has 64 under work at most, however many hang, and posts each once when they don’t', async () => {
  const at = minuteAfter(stage.discord.now(), MINUTE);
  await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
  const servers = Array.from({ length: 75 }, (_, n) =>
    stage.discord.addGuild({ name: `Server ${n}` }).addChannel('digests'),
  );
  const known = () => stage.rows('SELECT "id" FROM "Guild"').length;
  await expect.poll(known, { timeout: 15_000 }).toBe(servers.length + 1);
  const columns = stage
    .rows<{ name: string }>(`SELECT "name" FROM pragma_table_info('DigestSchedule')`)
    .map(({ name }) => `"${name}"`);
  for (const { id, guild } of servers) {
    const copied = columns.map((name) => {
      if (name === '"guildId"') return guild.id;
      return name === '"channelId"' ? id : name;
    });
    stage.change(
      `INSERT INTO "DigestSchedule" (${columns.join()})
       SELECT ${copied.join()} FROM "DigestSchedule" WHERE "guildId" = ${stage.guild.id}`,
    );
  }
  const hanging = stage.discord.faults.rest({ kind: 'hang', ms: 600_000 }, { match: POST });
  const underWork = () => digestRows(stage).filter(({ claim }) => claim !== null).length;
  await stage.letTimePass(at - stage.discord.now() + SECOND);
  await expect.poll(underWork, { timeout: 15_000 }).toBe(64);
  // More would have been taken by the next looks for what is due.
  await sleep(3_000);
  expect(underWork()).toBe(64);
  hanging.stop();
  // What hung is broken off; what never reached Discord is taken up again when its claim runs out.
  const brokenOff = () => digestRows(stage).filter(({ attempts }) => attempts > 0n).length;
  await expect.poll(brokenOff, { timeout: 60_000 }).toBeGreaterThanOrEqual(hanging.hits);
  await stage.letTimePass(MINUTE);
  for (const channel of servers) {
    await expect.poll(() => digestsIn(channel).length, { timeout: 60_000 }).toBe(1);
  }
}, 180_000);

describe('when the bot may not post', () => {
  it('parks it at once, tells why, and posts when the permission is back', async () => {
    const at = minuteAfter(stage.discord.now(), 5 * SECOND);
    await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
    stage.general.deny(stage.guild.botRole, 'SendMessages', 'EmbedLinks');
    await stage.letTimePass(at - stage.discord.now() + SECOND);
    await untilState(stage, 'parked');
    expect(await status()).toContain('I lack the permissions Send Messages, Embed Links');
    const refused = tries().length;
    expect(refused).toBe(1);
    await stage.letTimePass(30 * MINUTE);
    await stage.looked();
    expect(tries()).toHaveLength(refused);
    stage.general.reset(stage.guild.botRole);
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
  });

  it('posts in another channel when the first one is deleted and setup is done again', async () => {
    const doomed = stage.guild.addChannel('doomed');
    const at = minuteAfter(stage.discord.now(), 5 * SECOND);
    await mia.command(`/digest setup channel:#doomed ${dueAt(at)} quiet_weeks:post`);
    doomed.delete();
    await stage.letTimePass(at - stage.discord.now() + SECOND);
    await untilState(stage, 'parked');
    expect(await status()).toContain('The channel is gone');
    const again = await mia.command(`/digest setup channel:#general ${dueAt(at)}`);
    expect(words(again)).toContain('The one that was due already goes out now');
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
  });

  describe('and the channel is deleted after an answer was lost', () => {
    let doomed: Channel;

    /** Discord has the post, the bot doesn't know it, and the channel goes. */
    async function lostThere(): Promise<void> {
      doomed = stage.guild.addChannel('doomed');
      stage.discord.faults.rest({ kind: 'drop', when: 'after' }, { match: POST, times: 1 });
      await setUpAndDue(stage, mia, { channel: 'doomed', ...ALWAYS });
      await expect.poll(() => digestRows(stage)[0]?.attempts, { timeout: 15_000 }).toBe(1n);
      expect(digestsIn(doomed)).toHaveLength(1);
    }

    const elsewhere = () =>
      mia.command(`/digest setup channel:#general ${dueAt(stage.discord.now() - MINUTE)}`);

    it.each([
      ['at once', 10 * SECOND],
      ['when Discord has forgotten it', 10 * MINUTE],
    ])('found out %s: says so, and goes to the channel that setup names', async (_, later) => {
      await lostThere();
      doomed.delete();
      await stage.letTimePass(later);
      await untilState(stage, 'parked');
      expect(await status()).toContain('The channel is gone');
      expect(words(await elsewhere())).toContain('The one that was due already goes out now');
      await untilState(stage, 'posted');
      expect(posts()).toHaveLength(1);
      expect(await status()).not.toContain('The channel is gone');
    });

    it('goes by itself to the channel that was named before it found out', async () => {
      await lostThere();
      await elsewhere();
      doomed.delete();
      await stage.letTimePass(10 * MINUTE);
      await untilState(stage, 'posted');
      expect(posts()).toHaveLength(1);
    });

    it('is left out with the reason when nothing is done for two days', async () => {
      await lostThere();
      doomed.delete();
      await stage.letTimePass(10 * MINUTE);
      await untilState(stage, 'parked');
      await stage.letTimePass(2 * DAY);
      await untilState(stage, 'skipped');
      expect(await status()).toContain('not posted. The channel is gone');
    });

    it('is nothing to wait for once it is turned off', async () => {
      await lostThere();
      await mia.command('/digest off');
      doomed.delete();
      await stage.letTimePass(10 * MINUTE);
      await untilState(stage, 'skipped');
      expect(digestRows(stage)[0]?.reason).toContain('turned off');
    });
  });

  it('goes on when it was removed from the server and added again', async () => {
    const at = minuteAfter(stage.discord.now(), 5 * SECOND);
    await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
    stage.guild.remove();
    await stage.letTimePass(at - stage.discord.now() + SECOND);
    await untilState(stage, 'parked');
    expect(digestRows(stage)[0]?.reason).toContain('not in the server');
    stage.discord.readdGuild(stage.guild);
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
    expect(await status()).toContain('posted');
  });

  it('waits until a time-out is over', async () => {
    const at = minuteAfter(stage.discord.now(), 5 * SECOND);
    await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
    stage.guild.bot.timeOut(90 * MINUTE);
    await stage.letTimePass(at - stage.discord.now() + SECOND);
    await untilState(stage, 'parked');
    expect(await status()).toContain('I am in a time-out in this server');
    await stage.letTimePass(HOUR + SECOND);
    await untilState(stage, 'parked');
    await stage.letTimePass(HOUR + SECOND);
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
  });

  it('leaves it out after two days, with the reason, and posts the next', async () => {
    const at = minuteAfter(stage.discord.now(), 5 * SECOND);
    await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
    stage.general.deny(stage.guild.botRole, 'AttachFiles', 'SendMessages');
    await stage.letTimePass(at - stage.discord.now() + SECOND);
    await untilState(stage, 'parked');
    await stage.letTimePass(2 * DAY + HOUR);
    await untilState(stage, 'skipped');
    expect(await status()).toContain(
      'not posted. In #general I lack the permissions Send Messages, Attach Files',
    );
    stage.general.reset(stage.guild.botRole);
    await stage.letTimePass(at + WEEK - stage.discord.now() + SECOND);
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
  });
});

describe('when the bot wasn’t running', () => {
  it('catches up within two days', async () => {
    const at = minuteAfter(stage.discord.now(), 5 * SECOND);
    await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
    await stage.bot.stop();
    stage.discord.passTime(at - stage.discord.now() + 47 * HOUR);
    await stage.start();
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
    expect(await status()).toContain('posted');
  });

  it('later leaves it out with a note, each week of them, and goes on with the next', async () => {
    const at = minuteAfter(stage.discord.now(), 5 * SECOND);
    await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
    await stage.bot.stop();
    stage.discord.passTime(at - stage.discord.now() + 2 * WEEK + 3 * DAY);
    await stage.start();
    await expect
      .poll(() => digestRows(stage).map(({ state }) => state), { timeout: 15_000 })
      .toEqual(['skipped', 'skipped', 'skipped']);
    expect(await status()).toContain('I wasn’t running when it was due');
    expect(posts()).toHaveLength(0);
    await stage.letTimePass(4 * DAY);
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
  });

  it('because the machine slept: goes on at once when it wakes', async () => {
    const at = minuteAfter(stage.discord.now(), 2 * HOUR);
    await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
    await stage.letTimePass(9 * HOUR);
    await untilState(stage, 'posted');
    expect(posts()).toHaveLength(1);
  });

  it('because it is stopping: finishes what it has begun and begins nothing new', async () => {
    stage.discord.faults.rest({ kind: 'hang after', ms: 2_000 }, { match: POST, times: 1 });
    await setUpAndDue(stage, mia, ALWAYS);
    await expect.poll(() => posts().length, { timeout: 10_000 }).toBe(1);
    expect(await stage.bot.stop()).toBe(0);
    expect(digestRows(stage)).toMatchObject([{ state: 'posted' }]);
    await stage.start();
  });
});

describe('changed in the minute it is due', () => {
  it('posts once in that week, wherever and whenever it goes, and keeps what it says', async () => {
    const other = stage.guild.addChannel('other');
    // So that a day later is the same week.
    const start = wednesdayNoonAfter(stage.discord.now());
    for (const [n, delay] of [0, 150, 400, 700, 1_000].entries()) {
      const at = start + n * WEEK;
      await stage.letTimePass(at - stage.discord.now() - 30 * SECOND);
      await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
      await stage.letTimePass(at - stage.discord.now() + 10);
      await sleep(delay);
      const changed = await mia.command(`/digest setup channel:#other ${dueAt(at + DAY)}`);
      expect(words(changed)).toContain('The weekly digest is on');
      await stage.letTimePass(DAY + MINUTE);
      await expect
        .poll(() => digestRows(stage).map(({ state }) => state), { timeout: 10_000 })
        .toEqual(Array(n + 1).fill('posted'));
      await stage.looked();
      expect(new Set(digestRows(stage).map(({ week }) => week)).size).toBe(n + 1);
      expect(posts().length + digestsIn(other).length).toBe(n + 1);
    }
  });

  it('finishes a post that is under way, and goes by the new schedule from the next week on', async () => {
    const other = stage.guild.addChannel('other');
    stage.discord.faults.rest({ kind: 'hang', ms: 1_500 }, { match: POST, times: 1 });
    // So that an hour later is the same week.
    await stage.letTimePass(wednesdayNoonAfter(stage.discord.now()) - stage.discord.now());
    await setUpAndDue(stage, mia, ALWAYS);
    await expect.poll(() => digestRows(stage)[0]?.state, { timeout: 10_000 }).toBe('sending');
    const changed = await mia.command(
      `/digest setup channel:#other ${dueAt(stage.discord.now() + HOUR)}`,
    );
    expect(words(changed)).toMatch(/Next: .*in [67] days/);
    await untilState(stage, 'posted');
    await stage.letTimePass(HOUR + MINUTE);
    await stage.looked();
    expect([posts().length, digestsIn(other).length]).toEqual([1, 0]);
  });

  it('turned off before it was sent, sends nothing', async () => {
    const at = minuteAfter(stage.discord.now(), 5 * SECOND);
    await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
    stage.general.deny(stage.guild.botRole, 'SendMessages');
    await stage.letTimePass(at - stage.discord.now() + SECOND);
    await untilState(stage, 'parked');
    expect(words(await mia.command('/digest off'))).toContain('is off');
    stage.general.reset(stage.guild.botRole);
    await stage.letTimePass(2 * HOUR);
    await stage.looked();
    expect(digestRows(stage)).toMatchObject([{ state: 'skipped' }]);
    expect(posts()).toHaveLength(0);
  });
});
