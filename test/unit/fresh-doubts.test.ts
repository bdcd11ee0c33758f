import { expect, test } from 'vitest';
import { FreshDoubts } from '../../src/discord/fresh-doubts.js';
import { POSTING_TIMING } from '../../src/services/posting/timing.js';

const { nonceTrusted } = POSTING_TIMING;
const HOUR = 3_600_000;

/** Doubts with both clocks in hand: the one on the wall, and the steady one. */
function withClocks() {
  const wall = Date.parse('2026-11-23T09:00:00Z');
  const time = { wall, steady: 5_000, discord: wall as number | null };
  const doubts = new FreshDoubts(
    () => new Date(time.wall),
    () => time.discord,
    () => time.steady,
  );
  doubts.look();
  const pass = (ms: number, steady = ms, discord = 0) => {
    time.wall += ms;
    time.steady += steady;
    if (time.discord !== null) time.discord += discord;
  };
  const begin = (id: bigint) => {
    doubts.begin(id, doubts.now());
    return new Date(time.wall);
  };
  const silence = () => {
    time.discord = null;
  };
  return { doubts, pass, begin, silence };
}

test('a sending is fresh for as long as the nonce is trusted', () => {
  const { doubts, pass, begin } = withClocks();
  const since = begin(1n);
  pass(nonceTrusted);
  expect(doubts.has(1n, since)).toBe(true);
  pass(1);
  expect(doubts.has(1n, since)).toBe(false);
});

test('that of another process is not, whatever its row says', () => {
  const { doubts, begin } = withClocks();
  expect(doubts.has(2n, begin(1n))).toBe(false);
});

test.each([
  ['slept, by the clock on the wall', HOUR, 0, 0],
  ['had its clock put back, by the steady clock', 0, HOUR, 0],
  ['was stopped with both, by Discord’s clock', 0, 0, HOUR],
])('none is when the machine %s', (_, wall, steady, discord) => {
  const { doubts, pass, begin } = withClocks();
  const since = begin(1n);
  pass(wall, steady, discord);
  expect(doubts.has(1n, since)).toBe(false);
});

test('none is where Discord doesn’t say what time it is', () => {
  const { doubts, begin, silence } = withClocks();
  const since = begin(1n);
  expect(doubts.has(1n, since)).toBe(true);
  silence();
  expect(doubts.has(1n, since)).toBe(false);
  expect(doubts.has(2n, begin(2n))).toBe(false);
});

test('a clock that was put back, and a sleep after that, make none fresh', () => {
  const { doubts, pass, begin } = withClocks();
  const since = begin(1n);
  pass(-HOUR, 1_000);
  doubts.look();
  pass(HOUR, 0);
  expect(doubts.has(1n, since)).toBe(false);
  // What comes then is told by the clock as it is.
  expect(doubts.has(2n, begin(2n))).toBe(true);
});

test('a clock that is slowed down a little changes nothing', () => {
  const { doubts, pass, begin } = withClocks();
  const since = begin(1n);
  for (let second = 0; second < 60; second += 1) {
    pass(990, 1_000);
    doubts.look();
  }
  expect(doubts.has(1n, since)).toBe(true);
});
