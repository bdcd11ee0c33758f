import type { Person } from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ending, NOTHING, Stage, words } from '../support/bot.js';
import {
  digestRows,
  digestsIn,
  dueAt,
  HOUR,
  MINUTE,
  manager,
  minuteAfter,
  SECOND,
  untilState,
  WEEK,
  wednesdayNoonAfter,
} from '../support/digest.js';
import { lettersTo, type Member, member, remindMe, untilLetters } from '../support/letters.js';

const COUNTS = 'likes:48.1K comments:1,204 shares:3.9K';
const POST = /^POST \/channels\/\d+\/messages$/;

let stage: Stage;
let mia: Person;
beforeEach(async () => {
  stage = await Stage.open({ timeMoves: true });
  mia = manager(stage);
  // An hour fast, until a test puts it right.
  await stage.bot.passTime(HOUR);
});
afterEach(async () => {
  expect(stage.discord.violations).toEqual([]);
  expect(stage.bot.log.filter(({ level }) => level === 'error' || level === 'fatal')).toEqual([]);
  await stage.close();
});

describe('when the bot’s clock is put back by an hour', () => {
  it('scores as before, knows the video again, and takes real saves for both readings', async () => {
    const video = 'title:Three knots posted:2026-03-01';
    const first = await mia.command(`/score views:500K ${COUNTS} ${video}`);
    await stage.bot.putClockBack(HOUR);
    const second = await mia.command(`/score views:541.2K ${COUNTS} ${video}`);
    expect(second.field('Save Proxy')).toMatch(/\/ 100$/m);
    expect(words(second)).toContain('+41,200 views since');
    for (const shown of [first, second]) {
      const modal = await mia.press(shown, 'Add real saves');
      await mia.submit(modal, { 'Saves now': '5.1K' });
      expect(shown.field('Estimated saves')).toContain('5,100');
    }
    expect(stage.stored(mia)).toMatchObject({ videos: 1, readings: 2, truths: 2 });
  });

  it('stores what it had asked about before, once', async () => {
    const asked = await mia.command('/score views:1000 likes:2000 comments:1 shares:3');
    await stage.bot.putClockBack(HOUR);
    const stored = await ending(await mia.press(asked, 'Store anyway'));
    expect(stored.field('Save Proxy')).toMatch(/\/ 100$/m);
    await mia.press(asked, 'Store anyway');
    expect(stage.stored(mia)).toMatchObject({ readings: 1, drafts: 0 });
  });

  it('deletes everything when it had asked before', async () => {
    await mia.command(`/score views:541.2K ${COUNTS}`);
    const question = await mia.command('/data delete');
    await stage.bot.putClockBack(HOUR);
    await mia.press(question, 'Delete everything');
    expect(stage.stored(mia)).toEqual(NOTHING);
  });
});

describe('a digest, when the bot’s clock is put back by an hour', () => {
  /** The bot's time. */
  const now = () => stage.discord.now() + HOUR;

  const posts = () => digestsIn(stage.general);

  /** Sets it up for a minute that is near by the bot's clock. */
  async function setUp(): Promise<number> {
    const at = minuteAfter(now(), 5 * SECOND);
    const shown = await mia.command(`/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`);
    expect(shown.text()).toContain('The weekly digest is on');
    return at;
  }

  /** Sets it up and lets it fall due. */
  async function due(): Promise<void> {
    const at = await setUp();
    await stage.letTimePass(at - now() + SECOND);
  }

  it('isn’t posted again when the hour comes once more, and the next week’s comes', async () => {
    await due();
    await untilState(stage, 'posted');
    await stage.bot.putClockBack(HOUR);
    await stage.looked();
    await stage.letTimePass(HOUR);
    await stage.looked();
    expect(posts()).toHaveLength(1);
    await stage.letTimePass(WEEK);
    await expect.poll(() => posts().length, { timeout: 10_000 }).toBe(2);
    await untilState(stage, 'posted');
    expect(new Set(digestRows(stage).map(({ week }) => week)).size).toBe(2);
  });

  it('comes once when it falls due in the hour that comes once more', async () => {
    const at = await setUp();
    await stage.bot.putClockBack(HOUR);
    await stage.letTimePass(at - stage.discord.now() - SECOND);
    await expect.poll(() => posts().length, { timeout: 10_000 }).toBe(1);
    await untilState(stage, 'posted');
    await stage.letTimePass(HOUR);
    await stage.looked();
    expect(posts()).toHaveLength(1);
  });

  it('is found in its channel, not posted again, where its confirmation was lost before', async () => {
    stage.discord.faults.rest({ kind: 'drop', when: 'after' }, { match: POST, times: 1 });
    await due();
    await expect.poll(() => digestRows(stage)[0]?.attempts, { timeout: 10_000 }).toBe(1n);
    await stage.bot.putClockBack(HOUR);
    await stage.looked();
    // Discord has forgotten the nonce, while the bot's clock shows the same seconds again.
    await stage.letTimePass(HOUR + 10 * SECOND);
    const { messageId } = await untilState(stage, 'posted');
    expect(posts().map(({ id }) => BigInt(id))).toEqual([messageId]);
  });

  it('is found by the process that comes after one that was killed meanwhile', async () => {
    stage.discord.faults.rest({ kind: 'hang after', ms: 60_000 }, { match: POST, times: 1 });
    await due();
    await expect.poll(() => posts().length, { timeout: 10_000 }).toBe(1);
    await stage.bot.kill();
    stage.discord.passTime(HOUR + MINUTE);
    await stage.start();
    const { messageId } = await untilState(stage, 'posted');
    expect(posts().map(({ id }) => BigInt(id))).toEqual([messageId]);
  });

  it('is finished where it was on its way, and nothing is left out', async () => {
    const slow = stage.discord.faults.rest({ kind: 'hang', ms: 1_500 }, { match: POST, times: 1 });
    await due();
    await expect.poll(() => slow.hits, { timeout: 10_000 }).toBe(1);
    await stage.bot.putClockBack(HOUR);
    await untilState(stage, 'posted');
    await stage.letTimePass(HOUR + MINUTE);
    await stage.looked();
    expect(posts()).toHaveLength(1);
  });
});

describe('a reminder, when the bot’s clock is put back by an hour', () => {
  /** Asks for one and lets it fall due by the bot's clock. */
  async function due(): Promise<Member> {
    const ana = member(stage, 'ana');
    // At noon: two that are a day apart are then never due on the same day.
    await stage.letTimePass(wednesdayNoonAfter(stage.discord.now()) - stage.discord.now());
    await remindMe(stage, ana);
    await stage.letTimePass(22 * HOUR - HOUR + MINUTE);
    return ana;
  }

  it('isn’t sent again when the hour comes once more, and the next one comes', async () => {
    const ana = await due();
    await untilLetters(stage, 'posted');
    await stage.bot.putClockBack(HOUR);
    await stage.looked('letters');
    await stage.letTimePass(HOUR);
    await stage.looked('letters');
    expect(lettersTo(ana)).toHaveLength(1);
    expect(await remindMe(stage, ana, { n: 2 })).toContain('I’ll remind you at 24 hours');
    await stage.letTimePass(24 * HOUR);
    await untilLetters(stage, 'posted', 2);
    expect(lettersTo(ana)).toHaveLength(2);
  });

  it('is found in the conversation where its confirmation was lost before', async () => {
    const ana = member(stage, 'ana');
    await remindMe(stage, ana);
    stage.discord.faults.rest({ kind: 'drop', when: 'after' }, { match: POST, times: 1 });
    await stage.letTimePass(22 * HOUR - HOUR + MINUTE);
    await expect.poll(() => lettersTo(ana).length, { timeout: 10_000 }).toBe(1);
    await stage.bot.putClockBack(HOUR);
    await stage.looked('letters');
    await stage.letTimePass(HOUR + 10 * SECOND);
    await untilLetters(stage, 'posted');
    expect(lettersTo(ana)).toHaveLength(1);
  });
});
