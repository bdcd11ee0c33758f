import { setTimeout as sleep } from 'node:timers/promises';
import type { Person, Shown } from 'local-discord';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ending, Stage, words } from '../support/bot.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const CALLBACK = /callback$/;

let stage: Stage;
let ana: Person;
/** The interaction that was meant to stay without an answer. */
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
beforeEach(() => {
  // Discord's limits for messages go by channel, and what is plausible by what a server's members
  // told: no test shall change the next one's.
  ana = stage.person('ana', {
    in: stage.discord.addGuild({ name: 'Another' }).addChannel('general'),
  });
});
afterEach(() => {
  stage.discord.faults.clear();
});

/** Long enough for a second answer to arrive, if there were one. */
const QUIET = 300;

/** Exactly one message is seen, with the score in it, and one reading is stored. */
async function expectOneScore(shown: Shown): Promise<void> {
  expect(shown.outcome).toBe('message');
  expect(shown.field('Save Proxy')).toMatch(/\/ 100$/m);
  await sleep(QUIET);
  expect(ana.sees()).toHaveLength(1);
  expect(stage.stored(ana)).toMatchObject({ videos: 1, readings: 1 });
}

describe('as long as Discord takes an answer within its three seconds, there is exactly one', () => {
  it.each([
    ['of the route', 'user'],
    ['shared with others', 'shared'],
    ['of the whole bot', 'global'],
  ] as const)('when it is told to wait by a limit %s', async (_, scope) => {
    const { faults } = stage.discord;
    const fault = faults.rest(
      { kind: 'rate limit', retryAfter: 0.8, scope },
      { match: CALLBACK, times: 1 },
    );
    await expectOneScore(await ana.command(`/score ${COUNTS}`));
    expect(fault.hits).toBe(1);
  });

  it.each([500, 502, 503, 504] as const)('when it answers %d once', async (status) => {
    const fault = stage.discord.faults.rest(
      { kind: 'status', status },
      { match: CALLBACK, times: 1 },
    );
    await expectOneScore(await ana.command(`/score ${COUNTS}`));
    expect(fault.hits).toBe(1);
  });

  it('when it answers 503 for a second and a half', async () => {
    const fault = stage.discord.faults.rest({ kind: 'status', status: 503 }, { match: CALLBACK });
    setTimeout(() => fault.stop(), 1500);
    await expectOneScore(await ana.command(`/score ${COUNTS}`));
  });

  it('when the connection breaks before the answer was taken', async () => {
    const fault = stage.discord.faults.rest(
      { kind: 'drop', when: 'before' },
      { match: CALLBACK, times: 1 },
    );
    await expectOneScore(await ana.command(`/score ${COUNTS}`));
    expect(fault.hits).toBe(1);
  });

  it('when connections break for a second and a half', async () => {
    const fault = stage.discord.faults.rest({ kind: 'drop', when: 'before' }, { match: CALLBACK });
    setTimeout(() => fault.stop(), 1500);
    await expectOneScore(await ana.command(`/score ${COUNTS}`));
  });

  it('when the connection breaks after the answer was taken', async () => {
    stage.discord.faults.rest({ kind: 'drop', when: 'after' }, { match: CALLBACK, times: 1 });
    await expectOneScore(await ana.command(`/score ${COUNTS}`));
  });

  it('when one request hangs for a second and a half', async () => {
    stage.discord.faults.rest({ kind: 'hang', ms: 1500 }, { match: CALLBACK, times: 1 });
    await expectOneScore(await ana.command(`/score ${COUNTS}`));
  });

  it('when one request hangs for a second and a half after its work', async () => {
    stage.discord.faults.rest({ kind: 'hang after', ms: 1500 }, { match: CALLBACK, times: 1 });
    await expectOneScore(await ana.command(`/score ${COUNTS}`));
  });

  it('when everything takes a second', async () => {
    stage.discord.faults.latencyMs = 1000;
    await expectOneScore(await ana.command(`/score ${COUNTS}`));
  });

  it('when one hanging answer must not hold up the others', async () => {
    stage.discord.faults.rest({ kind: 'hang', ms: 2500 }, { match: CALLBACK, times: 1 });
    const bob = stage.person('bob');
    const slow = ana.command(`/score ${COUNTS}`);
    await sleep(100);
    const quick = await Promise.all([1, 2, 3].map(() => bob.command('/help')));
    for (const shown of quick) expect(shown.outcome).toBe('message');
    expect(Math.max(...quick.map(({ ms }) => ms))).toBeLessThan(1000);
    expect((await slow).field('Save Proxy')).toMatch(/\/ 100$/m);
  });
});

describe('buttons and modals under the same troubles', () => {
  const troubles = [
    ['429', { kind: 'rate limit', retryAfter: 0.4 }],
    ['503', { kind: 'status', status: 503 }],
    ['a connection that breaks before', { kind: 'drop', when: 'before' }],
    ['a connection that breaks after', { kind: 'drop', when: 'after' }],
    ['a request that hangs', { kind: 'hang', ms: 1500 }],
  ] as const;

  it.each(troubles)('explain, open and store with %s', async (_, trouble) => {
    const { faults } = stage.discord;
    const score = await ana.command(`/score ${COUNTS}`);
    const strike = () => faults.rest(trouble, { match: CALLBACK, times: 1 });
    strike();
    const how = await ana.press(score, 'How?');
    expect(words(how)).toContain('541,200');
    strike();
    const modal = await ana.press(score, 'Add real saves');
    expect(modal.outcome).toBe('modal');
    strike();
    await ana.submit(modal, { 'Saves now': '5.1K' });
    expect(score.field('Estimated saves')).toContain('5,100');
    await sleep(QUIET);
    expect(ana.sees()).toHaveLength(2);
    strike();
    expect(await ana.autocomplete('/faq saves', 'question', 'who saved')).not.toEqual([]);
    expect(stage.stored(ana)).toMatchObject({ readings: 1, truths: 1 });
  });

  it.each(troubles)('store what was asked about once more with %s', async (_, trouble) => {
    const { faults } = stage.discord;
    const asked = await ana.command('/score views:1000 likes:2000 comments:1 shares:3');
    faults.rest(trouble, { match: CALLBACK, times: 1 });
    const pressed = await ending(await ana.press(asked, 'Store anyway'));
    expect(pressed.field('Save Proxy')).toMatch(/\/ 100$/m);
    await sleep(QUIET);
    expect(ana.sees()).toHaveLength(2);
    expect(stage.stored(ana)).toMatchObject({ readings: 1 });
  });

  it.each(troubles)('edit the public message with %s', async (_, trouble) => {
    const { faults } = stage.discord;
    const score = await ana.command(`/score ${COUNTS}`);
    const modal = await ana.press(score, 'Add real saves');
    const asked = await ana.submit(modal, { 'Saves now': '120K' });
    faults.rest(trouble, { match: 'PATCH /channels', times: 1 });
    const pressed = await ana.press(asked, 'Store anyway');
    expect(words(pressed)).toContain('Stored');
    await expect.poll(() => score.field('Estimated saves'), { timeout: 5000 }).toContain('120,000');
    await sleep(QUIET);
    expect(ana.sees()).toHaveLength(2);
  });

  it.each(troubles)('send a further message with %s', async (_, trouble) => {
    const { faults } = stage.discord;
    const score = await ana.command(`/score ${COUNTS} private:true`);
    const modal = await ana.press(score, 'Add real saves');
    const asked = await ana.submit(modal, { 'Saves now': '120K' });
    faults.rest(trouble, { match: 'POST /webhooks', times: 1 });
    const pressed = await ana.press(asked, 'Store anyway');
    expect(words(pressed)).toContain('Stored');
    // Discord can't tell a repeated message of this kind from a new one, so after a broken
    // connection the bot has to choose between twice and never: never, for it is stored.
    if (trouble.kind !== 'drop') {
      await expect.poll(() => pressed.followUps.length, { timeout: 5000 }).toBe(1);
      expect(pressed.followUps[0]?.field('Estimated saves')).toContain('120,000');
    }
    await sleep(QUIET);
    expect(pressed.followUps.length).toBeLessThanOrEqual(1);
    expect(ana.sees().map(words).join()).not.toContain('went wrong');
    expect(stage.stored(ana)).toMatchObject({ truths: 1 });
  });

  it('show the truth to its author when the public message can’t be edited any more', async () => {
    const score = await ana.command(`/score ${COUNTS}`);
    const modal = await ana.press(score, 'Add real saves');
    const asked = await ana.submit(modal, { 'Saves now': '120K' });
    score.message?.delete();
    const pressed = await ana.press(asked, 'Store anyway');
    await expect.poll(() => pressed.followUps.length).toBe(1);
    expect(pressed.followUps[0]?.visibleTo).toBe(ana.member.id);
    expect(pressed.followUps[0]?.field('Estimated saves')).toContain('120,000');
  });
});

describe('when Discord takes no answer at all', () => {
  it('goes on afterwards, and has it in the log', async () => {
    const from = stage.bot.log.length;
    stage.discord.faults.rest({ kind: 'status', status: 500 }, { match: CALLBACK });
    const before = stage.discord.violations.length;
    const shown = await ana.command(`/score ${COUNTS}`);
    expect(shown.outcome).toBe('no response');
    stage.discord.faults.clear();
    // The line of an interaction before may still be on its way.
    const outcomes = () =>
      stage.bot.log
        .slice(from)
        .filter(({ msg }) => msg === 'interaction')
        .map(({ outcome }) => outcome);
    await expect.poll(outcomes, { timeout: 15_000 }).toContain('unsent');
    expect((await ana.command('/help')).outcome).toBe('message');
    // Discord's trouble is none of the bot's doing.
    expect(stage.discord.violations.slice(before)).toEqual([]);
  });

  it('isn’t blocked by a long limit on something else', async () => {
    const score = await ana.command(`/score ${COUNTS}`);
    const modal = await ana.press(score, 'Add real saves');
    const asked = await ana.submit(modal, { 'Saves now': '120K' });
    stage.discord.faults.rest(
      { kind: 'rate limit', retryAfter: 3.5 },
      { match: 'PATCH /channels', times: 1 },
    );
    await ana.press(asked, 'Store anyway');
    await sleep(50);
    const bob = stage.person('bob');
    const shown = await bob.command(`/score ${COUNTS}`);
    expect(shown.field('Save Proxy')).toMatch(/\/ 100$/m);
    const hers = await bob.submit(await bob.press(shown, 'Add real saves'), {
      'Saves now': '5.1K',
    });
    expect(hers.outcome).toBe('update');
    // What had to wait comes in the end.
    await expect
      .poll(() => score.field('Estimated saves'), { timeout: 10_000 })
      .toContain('120,000');
  });
});

it('left the log without a fault and broke no rule of Discord', () => {
  // Answers that are sent again after a lost confirmation included: Discord has one already.
  expect(stage.discord.violations).toEqual([]);
  expect(stage.bot.stderr).toBe('');
});
