import { createTurns } from '../lib/turns.js';

/**
 * Posts composed at once, and milliseconds from the beginning of one to that of the next: hardly
 * faster than Discord takes them, so that whoever uses a command meanwhile never waits for many.
 */
const AT_ONCE = 4;
const EVERY = 15;

/** Composes something when it is its turn. @param rest waits for so many milliseconds. */
export type Compose = <T>(
  rest: (ms: number) => Promise<void>,
  work: () => Promise<T>,
) => Promise<T>;

/** Lets posts of one kind be composed a few at a time, and each a little after the one before. */
export function createComposing(): Compose {
  const inTurn = createTurns(AT_ONCE);
  /** When the next one may begin, by the steady clock. */
  let next = 0;
  return (rest, work) =>
    inTurn(async () => {
      const now = performance.now();
      next = Math.max(now, next + EVERY);
      await rest(next - now);
      return work();
    });
}
