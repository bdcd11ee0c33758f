import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ending, Stage, words } from '../support/bot.js';
import { atLength } from '../support/soak.js';

const STOPS = atLength(4, 40);

/** Milliseconds from one command to the next. */
const EVERY = 4;

let stage: Stage;
let ana: Person;
beforeEach(async () => {
  stage = await Stage.open();
  ana = stage.person('ana', { waits: false });
});
afterEach(() => stage.close());

/** Commands one after another, whether the one before is answered or not, until told to stop. */
function load(name: string) {
  const sent: ReturnType<typeof stage.discord.dispatch>[] = [];
  let goesOn = true;
  const sending = (async () => {
    while (goesOn) {
      sent.push(stage.discord.dispatch(ana.member, stage.general, { name }));
      await sleep(EVERY);
    }
  })();
  return {
    async stop() {
      goesOn = false;
      await sending;
      return Promise.all(sent);
    },
  };
}

describe('a stop under load', () => {
  it(`leaves nobody who was heard without an answer, ${STOPS} times`, {
    timeout: 60_000 + STOPS * 15_000,
  }, async () => {
    for (let n = 0; n < STOPS; n += 1) {
      const loading = load('help');
      await sleep(500);
      // Slow enough that much is on its way at any moment.
      stage.discord.faults.latencyMs = 100 * (n % 3);
      expect(await stage.bot.stop()).toBe(0);
      const all = await loading.stop();
      stage.discord.faults.clear();
      const heard = all.filter(({ interaction }) => interaction.delivered);
      expect(heard.length).toBeGreaterThan(20);
      expect(heard.filter(({ outcome }) => outcome === 'no response')).toEqual([]);
      await stage.start();
    }
    expect(stage.discord.violations).toEqual([]);
  });

  it('answers what comes while something begun before never ends', async () => {
    await ana.command('/score views:541.2K likes:48.1K comments:1,204 shares:3.9K');
    stage.discord.faults.rest({ kind: 'hang', ms: 60_000 }, { match: /^PATCH \/webhooks/ });
    const stuck = await ana.command('/data export');
    expect(stuck.outcome).toBe('deferred');
    const loading = load('help');
    expect(await stage.bot.stop()).toBe(0);
    const all = await loading.stop();
    const heard = all.filter(({ interaction }) => interaction.delivered);
    expect(heard.filter(({ outcome }) => outcome === 'no response')).toEqual([]);
  }, 60_000);

  it('finishes what one hanging request holds up', async () => {
    await ana.command('/score views:541.2K likes:48.1K comments:1,204 shares:3.9K');
    stage.discord.faults.rest(
      { kind: 'hang', ms: 60_000 },
      { match: /^PATCH \/webhooks/, times: 1 },
    );
    const shown = await ana.command('/data export');
    const stopped = stage.bot.stop();
    const until = performance.now() + 15_000;
    while (shown.message?.loading === true && performance.now() < until) await sleep(20);
    expect(words(await ending(shown))).toContain('Everything I have stored about you');
    expect(await stopped).toBe(0);
  }, 60_000);
});
