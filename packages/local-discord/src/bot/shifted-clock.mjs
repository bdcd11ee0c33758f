/**
 * Loaded into the bot's process before the bot (`node --import …/shifted-clock.mjs?shift=MS`): what
 * `Date` calls now is moved by so many milliseconds, and by whatever the parent process sends later.
 * Each new shift is sent back once it holds. Timers and steady clocks (`performance.now`,
 * `process.hrtime`) stay as they are.
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

process.on('message', (message) => {
  if (typeof message !== 'number') return;
  shift = message;
  process.send?.(shift);
});
// Waiting for the parent must not keep a bot alive that has ended.
process.channel?.unref();
