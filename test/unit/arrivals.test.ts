import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Arrivals, TooLate } from '../../src/lib/arrivals.js';

const REQUESTS = 300;
/** Milliseconds from one request to the next. */
const GAP = 1000 / 48;
const MOST = { most: 50, until: Number.POSITIVE_INFINITY };
const ONE = { ...MOST, most: 1 };

/** A time in which nothing gets through. Before the first, the line has shown how fast it can be. */
interface HoldUp {
  readonly from: number;
  readonly ms: number;
}

const holdUps = fc.array(
  fc.record({ from: fc.integer({ min: 2500, max: 5500 }), ms: fc.integer({ min: 1, max: 1500 }) }),
  { minLength: 1, maxLength: 4 },
);
const jitters = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 7, maxLength: 7 });

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Sends requests one after another over a line that holds them up; when each arrived. */
async function sent(
  lines: { way: readonly number[]; heldUp: readonly HoldUp[] },
  send: (request: () => Promise<void>) => Promise<void>,
): Promise<number[]> {
  const began = performance.now();
  const arrived: number[] = [];
  const all = Array.from({ length: REQUESTS }, async (_, n) => {
    await pause(n * GAP);
    await send(async () => {
      await pause(20 + (lines.way[n % lines.way.length] ?? 0));
      for (const { from, ms } of lines.heldUp) {
        const at = performance.now() - began;
        if (at >= from && at < from + ms) await pause(from + ms - at);
      }
      arrived.push(performance.now());
      await pause(20);
    });
  });
  await vi.advanceTimersByTimeAsync(120_000);
  await Promise.all(all);
  return arrived;
}

/** The most that arrived within a second. */
function busiest(arrived: readonly number[]): number {
  return Math.max(
    ...arrived.map((one) => arrived.filter((at) => at >= one && at < one + 1000).length),
  );
}

// The way back takes the same time for each; the bound rests on that.
describe('requests over a line that holds them up', () => {
  test('never arrive too many in a second', async () => {
    await fc.assert(
      fc.asyncProperty(jitters, holdUps, async (way, heldUp) => {
        const arrivals = new Arrivals();
        const arrived = await sent({ way, heldUp }, (request) => arrivals.send(MOST, request));
        expect(arrived).toHaveLength(REQUESTS);
        expect(busiest(arrived)).toBeLessThanOrEqual(MOST.most);
      }),
      { numRuns: 50 },
    );
  });

  test('would otherwise, evenly as they are sent', async () => {
    const line = { way: [0], heldUp: [{ from: 1000, ms: 600 }] };
    expect(busiest(await sent(line, (request) => request()))).toBeGreaterThan(MOST.most);
  });

  test('cost no time where nothing is held up', async () => {
    const arrivals = new Arrivals();
    const line = { way: [0, 20, 5], heldUp: [] };
    const arrived = await sent(line, (request) => arrivals.send(MOST, request));
    expect((arrived.at(-1) ?? 0) - (arrived[0] ?? 0)).toBeLessThan(REQUESTS * GAP + 20);
  });

  test('one that fails counts like the others, and its error is the caller’s', async () => {
    const arrivals = new Arrivals();
    const failing = arrivals.send(ONE, () => Promise.reject(new Error('not there')));
    await expect(failing).rejects.toThrow('not there');
    let isSent = false;
    const next = arrivals.send(ONE, async () => {
      isSent = true;
    });
    await vi.advanceTimersByTimeAsync(990);
    expect(isSent).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    await next;
    expect(isSent).toBe(true);
  });

  test('one whose turn comes too late isn’t sent', async () => {
    const arrivals = new Arrivals();
    const first = arrivals.send(ONE, () => pause(200));
    const sending = vi.fn(() => Promise.resolve());
    const late = arrivals.send({ most: 1, until: performance.now() + 1000 }, sending);
    const refused = expect(late).rejects.toThrow(TooLate);
    await vi.advanceTimersByTimeAsync(5000);
    await refused;
    expect(sending).not.toHaveBeenCalled();
    await first;
  });

  test('one that is never answered holds the others up for a few seconds only', async () => {
    const arrivals = new Arrivals();
    void arrivals.send(ONE, () => new Promise<void>(() => undefined));
    let isSent = false;
    const next = arrivals.send(ONE, async () => {
      isSent = true;
    });
    await vi.advanceTimersByTimeAsync(2900);
    expect(isSent).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    await next;
    expect(isSent).toBe(true);
  });

  test('of several that are never answered each has its own few seconds', async () => {
    const arrivals = new Arrivals();
    const sending = vi.fn(() => new Promise<void>(() => undefined));
    const timers = vi.spyOn(globalThis, 'setTimeout');
    for (let n = 0; n < 3; n += 1) void arrivals.send(ONE, sending);
    for (const [n, wait] of [2900, 3000, 3000].entries()) {
      await vi.advanceTimersByTimeAsync(wait);
      expect(sending).toHaveBeenCalledTimes(n + 1);
    }
    // Node takes a wait without end for one of a millisecond, and warns.
    for (const [, wait] of timers.mock.calls) expect(wait).toBeLessThanOrEqual(3000);
  });
});
