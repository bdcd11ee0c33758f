/**
 * Loaded into the bot's process before the bot (`node --import …/shifted-clock.mjs?shift=MS`): what
 * `Date` calls now is moved by so many milliseconds, and by whatever the parent process sends later.
 * Each new shift is sent back once it holds. Steady clocks (`performance.now`, `process.hrtime`) stay
 * as they are, and so do timers that bound what is under way; a short one, by which a bot looks again
 * every moment, ends as soon as its time is over by the moved clock.
 */

import { promisify } from 'node:util';

/** Timers of so many milliseconds go by the moved clock; shorter ones end soon enough by themselves. */
const SHORT = { least: 500, most: 1_000 };

let shift = Number(new URL(import.meta.url).searchParams.get('shift') ?? 0);

const RealDate = Date;
const realNow = Date.now;
const now = () => realNow() + shift;

RealDate.now = now;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new RealDate(now()).toString(),
});
RealDate.prototype.constructor = globalThis.Date;

/** What short timers do that run, and at which moment of the moved clock. */
const running = new Map();

const { setTimeout: startTimer, clearTimeout: stopTimer } = globalThis;
globalThis.setTimeout = Object.assign(
  (act, delay, ...args) => {
    if (!(delay >= SHORT.least && delay <= SHORT.most)) return startTimer(act, delay, ...args);
    const end = () => {
      // Not there any more once it has ended by the moved clock, or was stopped.
      if (running.delete(timer)) act(...args);
    };
    const timer = startTimer(end, delay);
    const run = () => running.set(timer, { at: now() + delay, end });
    const { refresh } = timer;
    timer.refresh = () => {
      run();
      return refresh.call(timer);
    };
    run();
    return timer;
  },
  { [promisify.custom]: startTimer[promisify.custom] },
);
globalThis.clearTimeout = (timer) => {
  running.delete(timer);
  stopTimer(timer);
};

process.on('message', (message) => {
  if (typeof message !== 'number') return;
  shift = message;
  // Stopped in another way than by `clearTimeout`.
  for (const timer of running.keys()) if (timer._destroyed) running.delete(timer);
  const over = [...running.values()].filter(({ at }) => at <= now());
  for (const { end } of over.sort((a, b) => a.at - b.at)) setImmediate(end);
  process.send?.(shift);
});
// Waiting for the parent must not keep a bot alive that has ended.
process.channel?.unref();
