import type { Channel, Person, RestFault } from 'local-discord';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stage, words } from '../support/bot.js';
import {
  digestRows,
  digestsIn,
  dueAt,
  MINUTE,
  manager,
  minuteAfter,
  SECOND,
} from '../support/digest.js';

/** A page as a proxy shows it. */
const PAGE = '<html><head><title>Not today</title></head><body><h1>Not today</h1></body></html>';

let stage: Stage;
let mia: Person;
let more: { channel: Channel; manager: Person }[];
beforeEach(async () => {
  stage = await Stage.open({ timeMoves: true });
  mia = manager(stage);
  more = [1, 2, 3].map((n) => {
    const channel = stage.discord.addGuild({ name: `Server ${n}` }).addChannel('general');
    return { channel, manager: manager(stage, channel) };
  });
});
afterEach(async () => {
  expect(stage.discord.violations).toEqual([]);
  await stage.close();
});

/**
 * A digest for each of four servers falls due at the same time.
 *
 * @param breakThings what goes wrong from then on: not while it is set up, when people are told of it.
 */
async function allDue(breakThings: () => void = () => undefined): Promise<void> {
  const at = minuteAfter(stage.discord.now(), 20 * SECOND);
  for (const person of [mia, ...more.map((one) => one.manager)]) {
    const shown = await person.command(
      `/digest setup channel:#general ${dueAt(at)} quiet_weeks:post`,
    );
    expect(words(shown)).toContain('The weekly digest is on');
  }
  breakThings();
  await stage.letTimePass(at - stage.discord.now() + SECOND);
}

/** The faults hit the requests about the first server's channel alone. */
const post = () => new RegExp(`^POST /channels/${stage.general.id}/messages$`);

/** The other servers have their digests without any more time that is let pass. */
async function nobodyElseWaits(): Promise<void> {
  for (const { channel } of more) {
    await expect.poll(() => digestsIn(channel).length, { timeout: 15_000 }).toBe(1);
  }
}

const areAllPosted = () => {
  const rows = digestRows(stage);
  return rows.length === 4 && rows.every(({ state }) => state === 'posted');
};

/** Each server has its one digest, and the bot knows of each. */
async function untilEachHasOne(): Promise<void> {
  for (let minutes = 0; minutes < 8 && !(await soonSo(areAllPosted)); minutes += 1) {
    // Who is at a digest would lose it by the minute that passes.
    await expect
      .poll(() => digestRows(stage).filter(({ claim }) => claim !== null).length, {
        timeout: 20_000,
      })
      .toBe(0);
    await stage.letTimePass(MINUTE);
  }
  await expect
    .poll(() => digestRows(stage).map(({ state }) => state), { timeout: 20_000 })
    .toEqual(Array(4).fill('posted'));
  for (const channel of [stage.general, ...more.map((one) => one.channel)]) {
    expect(digestsIn(channel)).toHaveLength(1);
  }
}

/** Whether it comes to be so while the bot has a few looks at what is due: one a second. */
async function soonSo(isSo: () => boolean): Promise<boolean> {
  return await vi.waitUntil(isSo, { timeout: 3 * SECOND, interval: 50 }).catch(() => false);
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

const BEFORE: readonly [string, Omit<Extract<RestFault, { kind: 'answer' }>, 'kind' | 'when'>][] = [
  ...[400, 403, 404, 405, 410, 413, 451, 499].map((status): (typeof BEFORE)[number] => [
    `a page with ${status}`,
    { status, body: PAGE },
  ]),
  ['a page with 429', { status: 429, body: PAGE }],
  ['a page with 200', { status: 200, body: PAGE }],
  ['nothing at all, with 400', { status: 400, body: '' }],
  ['JSON that is broken, with 413', { status: 413, body: '{"code', headers: JSON_TYPE }],
  ['null, with 400', { status: 400, body: 'null', headers: JSON_TYPE }],
  ['a list, with 422', { status: 422, body: '[]', headers: JSON_TYPE }],
  ['JSON without a code', { status: 413, body: '{"error":"Too large"}', headers: JSON_TYPE }],
  ['a code that is none', { status: 400, body: '{"message":"?","code":"x"}', headers: JSON_TYPE }],
  ['an empty object, with 200', { status: 200, body: '{}', headers: JSON_TYPE }],
];

describe('what a proxy answers to a post in Discord’s place', () => {
  it.each(BEFORE)('%s: it goes again, and nobody else waits for it', async (_, answer) => {
    stage.discord.faults.rest(
      { kind: 'answer', when: 'before', ...answer },
      { match: post(), times: 2 },
    );
    await allDue();
    await nobodyElseWaits();
    await untilEachHasOne();
    expect(digestRows(stage).map(({ reason }) => reason)).toEqual(Array(4).fill(null));
    expect(words(await mia.command('/digest status'))).toContain('posted');
  });

  it.each([400, 403, 413, 200])(
    'a page with %i after Discord took it: isn’t posted again',
    async (status) => {
      stage.discord.faults.rest(
        { kind: 'answer', when: 'after', status, body: PAGE },
        { match: post(), times: 1 },
      );
      await allDue();
      await nobodyElseWaits();
      await untilEachHasOne();
    },
  );

  it('a page with 403 or 404 about the server: isn’t taken for Discord’s word', async () => {
    const faults = [403, 404].map(
      (status) => ({ kind: 'answer', when: 'before', status, body: PAGE }) as const,
    );
    await allDue(() => {
      for (const fault of faults) {
        stage.discord.faults.rest(fault, { match: /^GET \/(guilds|channels|users)\//, times: 4 });
      }
      stage.discord.faults.rest({ kind: 'drop', when: 'after' }, { match: post(), times: 1 });
    });
    await untilEachHasOne();
    expect(stage.bot.log.filter(({ msg }) => msg === 'digest parked')).toEqual([]);
  });

  it('in place of the channel’s messages: it looks again, and finds its post', async () => {
    stage.discord.faults.rest({ kind: 'hang after', ms: 60_000 }, { match: post(), times: 1 });
    await allDue();
    await nobodyElseWaits();
    await expect.poll(() => digestsIn(stage.general).length, { timeout: 15_000 }).toBe(1);
    await stage.bot.kill();
    stage.discord.passTime(10 * MINUTE);
    stage.discord.faults.rest(
      { kind: 'answer', when: 'before', status: 200, body: PAGE },
      { match: `GET /channels/${stage.general.id}/messages`, times: 5 },
    );
    await stage.start();
    await untilEachHasOne();
  });
});
