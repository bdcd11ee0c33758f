import { describe, expect, test } from 'vitest';
import type { Asking } from '../../src/commands/asking.js';
import { Limits } from '../../src/discord/limits.js';
import { Refusal } from '../../src/services/refusal.js';
import { wordsOf } from '../../src/words/languages.js';

let members = 0n;

function asking(callerId: bigint, guildId: bigint | null): Asking {
  return {
    interactionId: 1n,
    callerId,
    guildId,
    forCallerAlone: false,
    managesServer: false,
    at: new Date(),
    words: wordsOf('en-US'),
    channelWords: wordsOf('en-US'),
    source: null,
    services: new Promise(() => undefined),
    charts: {
      render: () => Promise.reject(new Error('No chart here.')),
      close: () => Promise.resolve(),
    },
    files: { bytesOf: () => Promise.resolve('gone') },
    pictures: { areRead: false, read: () => Promise.resolve({ ok: false, why: 'off' }) },
  };
}

const someone = () => {
  members += 1n;
  return members;
};

/** How many of `tries` are served, and when the others are to come back. */
async function served(limits: Limits, cost: Parameters<Limits['take']>[0], tries: Asking[]) {
  let count = 0;
  const comeBack: Date[] = [];
  for (const one of tries) {
    try {
      await limits.take(cost, one);
      count += 1;
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason.kind !== 'too often') throw error;
      comeBack.push(error.reason.comeBackAt);
    }
  }
  return { count, comeBack };
}

describe('the limits', () => {
  test('leave alone who presses five times a second for a minute', async () => {
    const ana = asking(someone(), 5n);
    for (const cost of ['light', 'ordinary'] as const) {
      const { count } = await served(new Limits(), cost, new Array<Asking>(300).fill(ana));
      expect(count).toBe(300);
    }
  });

  test('leave alone a server in which two hundred members submit 500 a second', async () => {
    const all = Array.from({ length: 200 }, () => asking(someone(), 5n));
    const minute = Array.from({ length: 30_000 }, (_, n) => all[n % all.length] ?? asking(0n, 5n));
    expect((await served(new Limits(), 'ordinary', minute)).count).toBe(30_000);
  });

  test.each([
    ['ordinary', 600, 60],
    ['costly', 30, 60],
    ['rare', 3, 600],
  ] as const)(
    'hold a member to so many that are %s, and say when to come back',
    async (cost, most, seconds) => {
      const limits = new Limits();
      const id = someone();
      const here = new Array<Asking>(most + 5).fill(asking(id, 5n));
      const { count, comeBack } = await served(limits, cost, here);
      expect(count).toBe(most);
      for (const at of comeBack) {
        expect(at.getTime()).toBeGreaterThan(Date.now());
        expect(at.getTime()).toBeLessThanOrEqual(Date.now() + seconds * 1000 + 1000);
      }
      // It is the member who is held back, wherever they are, and nobody else.
      expect((await served(limits, cost, [asking(id, 6n), asking(id, null)])).count).toBe(0);
      expect((await served(limits, cost, [asking(someone(), 5n)])).count).toBe(1);
    },
  );

  test.each([
    ['costly', 300],
    ['rare', 60],
  ] as const)('hold a server to so many that are %s', async (cost, most) => {
    const limits = new Limits();
    const many = (guildId: bigint | null) =>
      Array.from({ length: most + 20 }, () => asking(someone(), guildId));
    expect((await served(limits, cost, many(5n))).count).toBe(most);
    expect((await served(limits, cost, [asking(someone(), 6n)])).count).toBe(1);
    expect((await served(limits, cost, many(null))).count).toBe(most + 20);
  });
});
