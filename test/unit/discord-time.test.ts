import { expect, test } from 'vitest';
import { DiscordTime } from '../../src/discord/discord-time.js';

const NINE = Date.parse('2026-11-23T09:00:00Z');
const said = (at: number) => new Date(at).toUTCString();

function withClock() {
  let steady = 7_000;
  const time = new DiscordTime(() => steady);
  const pass = (ms: number) => {
    steady += ms;
  };
  return { time, pass };
}

test('Discord’s time is unknown until it answers, and goes on from its answer', () => {
  const { time, pass } = withClock();
  expect(time.atLeast()).toBeNull();
  time.hear(said(NINE));
  pass(1_500);
  expect(time.atLeast()).toBe(NINE + 1_500);
});

test('an answer after a time in which this machine stood still moves it on', () => {
  const { time } = withClock();
  time.hear(said(NINE));
  time.hear(said(NINE + 600_000));
  expect(time.atLeast()).toBe(NINE + 600_000);
});

test('an answer that was long on its way doesn’t put it back', () => {
  const { time, pass } = withClock();
  time.hear(said(NINE));
  pass(2_000);
  time.hear(said(NINE + 500));
  expect(time.atLeast()).toBe(NINE + 2_000);
});

test.each([null, '', 'yesterday'])(
  'one that says %j leaves it unknown until another does',
  (odd) => {
    const { time } = withClock();
    time.hear(said(NINE));
    time.hear(odd);
    expect(time.atLeast()).toBeNull();
    time.hear(said(NINE + 1_000));
    expect(time.atLeast()).toBe(NINE + 1_000);
  },
);
