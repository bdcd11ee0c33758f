import type { Channel, Person, RestFault } from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ending, Stage, words } from '../support/bot.js';
import {
  digestRows,
  digestsIn,
  dueAt,
  HOUR,
  MINUTE,
  manager,
  minuteAfter,
  SECOND,
} from '../support/digest.js';

const ALWAYS = 'quiet_weeks:post';

let stage: Stage;
let mia: Person;
beforeEach(async () => {
  stage = await Stage.open({ timeMoves: true });
  mia = manager(stage);
});
afterEach(async () => {
  expect(stage.discord.violations).toEqual([]);
  expect(stage.bot.stderr).toBe('');
  await stage.close();
});

/** Something that isn't Discord's answer. */
function odd(
  status: number,
  body = '<html>Request Entity Too Large</html>',
  type = 'text/html',
): RestFault {
  return { kind: 'answer', when: 'after', status, body, headers: { 'Content-Type': type } };
}

/** How a digest is posted in a channel. */
function postIn({ id }: Channel): RegExp {
  return new RegExp(`^POST /channels/${id}/messages$`);
}

describe('a digest', () => {
  it('of which an answer that never ends comes back is posted once', async () => {
    stage.discord.faults.rest({ kind: 'stall' }, { match: postIn(stage.general), times: 1 });
    const at = minuteAfter(stage.discord.now(), 5 * SECOND);
    await (await mia.command(`/digest setup channel:#general ${dueAt(at)} ${ALWAYS}`)).settled();
    await stage.letTimePass(at - stage.discord.now() + SECOND);
    await expect.poll(() => digestsIn(stage.general).length, { timeout: 15_000 }).toBe(1);
    await expect.poll(() => digestRows(stage).at(-1)?.attempts, { timeout: 30_000 }).not.toBe(0n);
    await stage.letTimePass(10 * MINUTE);
    await expect.poll(() => digestRows(stage).at(-1)?.state, { timeout: 30_000 }).toBe('posted');
    expect(digestsIn(stage.general)).toHaveLength(1);
  }, 90_000);
});

describe('a question to Discord', () => {
  it.each([
    ['with nothing', odd(200, 'null', 'application/json')],
    ['with a page', odd(200)],
    ['without an end', { kind: 'stall' } as const],
  ])(
    'that is answered %s is told, and asked anew the next time',
    async (_, fault) => {
      const trouble = stage.discord.faults.rest(fault, { match: /^GET \/channels\/\d+$/ });
      const at = minuteAfter(stage.discord.now(), HOUR);
      const setting = `/digest setup channel:#general ${dueAt(at)}`;
      const first = await mia.command(setting);
      await expect
        .poll(() => first.message?.loading === true, { timeout: 30_000, interval: 50 })
        .toBe(false);
      expect(words(await ending(first))).toContain('Discord didn’t tell me');
      trouble.stop();
      expect(words(await (await mia.command(setting)).settled())).toContain('is on');
    },
    60_000,
  );

  it.each([
    ['itself', /^GET \/applications\/@me$/],
    ['its commands', /^GET \/applications\/\d+\/commands/],
  ])(
    'about %s that is answered with something else is asked again',
    async (_, match) => {
      await stage.bot.stop();
      for (const body of ['{}', '[{}]', 'null', '<html>']) {
        const type = body.startsWith('<') ? 'text/html' : 'application/json';
        stage.discord.faults.rest(odd(200, body, type), {
          match,
          times: 1,
        });
        await stage.start();
        await expect
          .poll(() => stage.bot.log.map(({ msg }) => msg), { timeout: 20_000 })
          .toContain('commands could not be registered; trying again');
        expect(await stage.bot.stop()).toBe(0);
      }
      await stage.start();
    },
    60_000,
  );
});
