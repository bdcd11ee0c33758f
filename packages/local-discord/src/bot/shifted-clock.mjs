/**
 * Loaded into the bot's process before the bot (`node --import …/shifted-clock.mjs?shift=MS`): what
 * `Date` calls now is moved by so many milliseconds, and by whatever the parent process sends later.
 * Each new shift is sent back once it holds. Steady clocks (`performance.now`, `process.hrtime`) stay
 * as they are, and so do timers, as on a machine that slept; but those of a second at most, by which a
 * program looks whether something is due, go off at once when time passes, as if the machine had been
 * awake in its last second.
 */

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

/** Milliseconds of the longest timer that goes off when time passes. */
const SHORT = 1_000;

const { setTimeout: setRealTimeout, clearTimeout: clearRealTimeout } = globalThis;
/** What each short timer does that hasn't gone off. */
const waiting = new Map();

globalThis.setTimeout = Object.assign((callback, ms, ...args) => {
  if (!(ms <= SHORT)) return setRealTimeout(callback, ms, ...args);
  const goOff = () => {
    waiting.delete(timer);
    callback(...args);
  };
  const timer = setRealTimeout(goOff, ms);
  waiting.set(timer, goOff);
  return timer;
}, setRealTimeout);
globalThis.clearTimeout = (timer) => {
  waiting.delete(timer);
  clearRealTimeout(timer);
};

process.on('message', (message) => {
  if (typeof message !== 'number') return;
  const passes = message > shift;
  shift = message;
  process.send?.(shift);
  if (!passes) return;
  for (const [timer, goOff] of waiting) {
    setImmediate(() => {
      // One that went off before may have ended it.
      if (!waiting.has(timer)) return;
      clearRealTimeout(timer);
      goOff();
    });
  }
});
// Waiting for the parent must not keep a bot alive that has ended.
process.channel?.unref();
