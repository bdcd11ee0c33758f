import type { Person, RestFault } from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchBot, Stage, words } from '../support/bot.js';
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
} from '../support/digest.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const ALWAYS = 'quiet_weeks:post';

/** Exit code where only the operator can help. */
const MEND_FIRST = 78;

/** Discord doesn't know the token, and does nothing. */
const REFUSED: RestFault = {
  kind: 'answer',
  when: 'before',
  status: 401,
  body: '{"message": "401: Unauthorized", "code": 0}',
  headers: { 'Content-Type': 'application/json' },
};

/** The same from something between the bot and Discord. */
const REFUSED_BY_PAGE: RestFault = {
  kind: 'answer',
  when: 'before',
  status: 401,
  body: '<html>Who are you?</html>',
};

/** Every request that is sent with the token, which answers to interactions aren't. */
const WITH_TOKEN = /^[A-Z]+ \/(users|guilds|channels|applications|gateway)\b/;

/** How Discord is asked who the bot is. */
const WHO = 'GET /users/@me';

const POST = /^POST \/channels\/\d+\/messages$/;

let stage: Stage;
let mia: Person;
beforeEach(async () => {
  stage = await Stage.open({ withBot: false, timeMoves: true });
  mia = manager(stage);
});
afterEach(() => stage.close());

const status = async () => words(await mia.command('/digest status'));

/** What `/readyz` says of the token, with its status. */
async function readiness(): Promise<[number, boolean]> {
  const port = (await stage.bot.waitForLog('health checks answered'))['port'];
  const response = await fetch(`http://127.0.0.1:${port}/readyz`);
  const { token }: { token: boolean } = JSON.parse(await response.text());
  return [response.status, token];
}

describe('a token that Discord refuses once, though it is good', () => {
  it.each([
    ['Discord', REFUSED],
    ['a page', REFUSED_BY_PAGE],
  ])('by %s leaves a digest to be posted, and those after it', async (_, refused) => {
    await stage.start();
    const fault = stage.discord.faults.rest(refused, { match: POST, times: 1 });
    await setUpAndDue(stage, mia, { more: ALWAYS });
    await untilState(stage, 'posted');
    expect(fault.hits).toBe(1);
    expect(await status()).toContain('✓');
    await stage.letTimePass(7 * DAY);
    await expect.poll(() => digestsIn(stage.general).length, { timeout: 15_000 }).toBe(2);
    await stage.bot.waitForLog('Discord refused the token once, though it is good; tried again');
    expect(stage.bot.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(stage.discord.violations).toEqual([]);
  });

  it.each([
    ['who it is', WHO],
    ['of the server', /^GET \/guilds\/\d+$/],
    ['of itself as a member', /^GET \/guilds\/\d+\/members\/\d+$/],
    ['of the channel', /^GET \/channels\/\d+$/],
  ])('asked %s lets a digest be set up', async (_, match) => {
    await stage.start();
    const fault = stage.discord.faults.rest(REFUSED, { match, times: 1 });
    const at = minuteAfter(stage.discord.now(), HOUR);
    const shown = await mia.command(`/digest setup channel:#general ${dueAt(at)}`);
    expect(words(await shown.settled())).toContain('The weekly digest is on');
    expect(fault.hits).toBe(1);
  });

  it.each([
    ['logs in', 'GET /gateway/bot'],
    ['looks at its commands', /^GET \/applications\/\d+\/commands/],
    ['registers its commands', /^PUT \/applications\/\d+\/commands/],
  ])('while the bot %s lets it start', async (_, match) => {
    const fault = stage.discord.faults.rest(REFUSED, { match, times: 1 });
    await stage.start();
    expect(fault.hits).toBe(1);
    expect(words(await mia.command('/help'))).not.toBe('');
    expect(stage.bot.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('lets the public message of a score change', async () => {
    await stage.start();
    const score = await mia.command(`/score ${COUNTS}`);
    const asked = await mia.submit(await mia.press(score, 'Add real saves'), {
      'Saves now': '120K',
    });
    stage.discord.faults.rest(REFUSED, { match: 'PATCH /channels', times: 1 });
    await mia.press(asked, 'Store anyway');
    await expect.poll(() => score.field('Estimated saves'), { timeout: 5000 }).toContain('120,000');
  });

  it('lets the bot connect anew', async () => {
    await stage.start();
    const from = stage.bot.log.length;
    // A refused question, and then Discord ends the session.
    stage.discord.faults.rest(REFUSED, { match: /^GET \/guilds/, times: 1 });
    await mia.command('/digest status');
    stage.discord.gateway.disconnect({ resumable: false });
    await stage.bot.waitForLog('reconnecting', from);
    await expect
      .poll(async () => (await mia.command('/help')).outcome, { timeout: 15_000 })
      .toBe('message');
  });
});

it('tells the truth while Discord refuses the token and can’t be asked whether it means it', async () => {
  await stage.start({ HEALTH_PORT: '0' });
  expect(await readiness()).toEqual([200, true]);
  const { faults } = stage.discord;
  const at = minuteAfter(stage.discord.now(), 2 * MINUTE);
  const setting = `/digest setup channel:#general ${dueAt(at)} ${ALWAYS}`;
  expect(words(await (await mia.command(setting)).settled())).toContain('is on');
  faults.rest({ kind: 'status', status: 503 }, { match: WHO });
  faults.rest(REFUSED, { match: /^[A-Z]+ \/(guilds|channels)\b/ });
  expect(words(await mia.command(setting))).toContain('Discord doesn’t take my key');
  faults.clear();
  await expect
    .poll(async () => words(await (await mia.command(setting)).settled()), { timeout: 30_000 })
    .toContain('is on');

  faults.rest({ kind: 'status', status: 503 }, { match: WHO });
  faults.rest(REFUSED, { match: /^[A-Z]+ \/(guilds|channels)\b/ });
  await stage.letTimePass(at - stage.discord.now() + SECOND);
  await stage.bot.waitForLog('digest not taken by Discord');
  await stage.bot.waitForLog(
    'Discord refuses the token, and doesn’t say for certain that it is bad',
  );
  expect(await readiness()).toEqual([503, false]);
  const said = await status();
  expect(said).toContain('Discord doesn’t take my key');
  expect(said).not.toContain('I wasn’t running');
  // Answers need no token.
  expect((await mia.command('/help')).outcome).toBe('message');
  expect(await Promise.race([stage.bot.exited, 'still there'])).toBe('still there');

  // So long that it isn't posted any more: it wasn't for lack of trying.
  await expect.poll(() => digestRows(stage)[0]?.claim).toBeNull();
  await stage.letTimePass(2 * DAY + HOUR);
  await untilState(stage, 'skipped');
  expect(await status()).not.toContain('I wasn’t running');
  expect(await status()).toContain('Discord failed every time I tried');

  const from = stage.bot.log.length;
  faults.clear();
  await stage.bot.waitForLog('Discord takes the token again', from, 60_000);
  expect(await readiness()).toEqual([200, true]);
  await stage.letTimePass(5 * DAY);
  await expect.poll(() => digestsIn(stage.general).length, { timeout: 30_000 }).toBe(1);
}, 120_000);

it('survives a Discord that refuses everything for a moment, and posts what fell due', async () => {
  await stage.start({ HEALTH_PORT: '0' });
  const fault = stage.discord.faults.rest(REFUSED, { match: WITH_TOKEN });
  const acting = mia.command('/digest status');
  const at = minuteAfter(stage.discord.now(), 5 * SECOND);
  void mia.command(`/digest setup channel:#general ${dueAt(at)} ${ALWAYS}`);
  await stage.bot.waitForLog(
    'Discord refuses the token, and doesn’t say for certain that it is bad',
  );
  expect((await readiness())[1]).toBe(false);
  fault.stop();
  await acting;
  await stage.bot.waitForLog('Discord takes the token again');
  expect(await readiness()).toEqual([200, true]);
  await setUpAndDue(stage, mia, { more: ALWAYS });
  await untilState(stage, 'posted');
  await stage.letTimePass(MINUTE);
  expect(digestsIn(stage.general)).toHaveLength(1);
});

describe('a token that is really refused', () => {
  it('ends the bot with its mend, and so that nobody starts it again', async () => {
    await stage.start();
    const at = minuteAfter(stage.discord.now(), HOUR);
    await (await mia.command(`/digest setup channel:#general ${dueAt(at)}`)).settled();
    stage.discord.faults.rest(REFUSED, { match: WITH_TOKEN });
    const answered = mia.command('/digest status');
    expect(await stage.bot.exited).toBe(MEND_FIRST);
    expect(stage.bot.stderr).toMatch(
      /can't go on: one problem[\s\S]*✗ .*accept DISCORD_TOKEN.*\n.*→ Reset the token/,
    );
    expect(stage.bot.stderr).not.toMatch(/^\s+at /m);
    expect(stage.bot.stderr + JSON.stringify(stage.bot.log)).not.toContain(stage.discord.token);
    expect(stage.bot.log.filter(({ level }) => level === 'fatal')).toHaveLength(1);
    // Whoever asked in that moment is answered.
    expect((await answered).outcome).not.toBe('no response');
  });

  it('ends it where only the connection says so', async () => {
    await stage.start();
    stage.discord.faults.revokeToken();
    expect(await stage.bot.exited).toBe(MEND_FIRST);
    expect(stage.bot.stderr).toMatch(/accept DISCORD_TOKEN/);
  });

  it('by a connection alone ends it so that it is started again', async () => {
    await stage.start();
    stage.discord.gateway.disconnect({ code: 4004, resumable: false });
    expect(await stage.bot.exited).toBe(1);
    expect(stage.bot.stderr).toMatch(/because of DISCORD_TOKEN.*\n.*→ Start again/);
  });

  it.each([
    [4010, MEND_FIRST, /SHARDS and SHARD_COUNT/],
    [4011, 1, /too many servers/],
    [4013, MEND_FIRST, /code 4013[\s\S]*Update Keepsake/],
  ])('as is what else Discord ends for good, code %d', async (code, exitCode, said) => {
    await stage.start();
    stage.discord.gateway.disconnect({ code, resumable: false });
    expect(await stage.bot.exited).toBe(exitCode);
    expect(stage.bot.stderr).toMatch(said);
  });

  it('at a start that can’t ask again leaves it open', async () => {
    stage.discord.faults.rest(REFUSED, { match: 'GET /gateway/bot' });
    stage.discord.faults.rest({ kind: 'status', status: 502 }, { match: WHO });
    const { discord, folder, databaseUrl } = stage;
    const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
    const bot = launchBot({ ...env, DATABASE_URL: databaseUrl }, folder);
    expect(await bot.exited).toBe(1);
    expect(bot.stderr).toMatch(/couldn’t be asked whether it means it/);
  });
});
