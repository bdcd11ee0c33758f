import { setTimeout as sleep } from 'node:timers/promises';

const SECOND = 1_000;

/** Milliseconds without any progress after which a run is given up, and between two words of it. */
const PATIENCE = 120 * SECOND;
const TOLD_EVERY = 10 * SECOND;

/** Resolves when it is so; fails when there is no progress for long. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  tell: (progress: string) => void,
  progress: () => number,
): Promise<void> {
  let last = progress();
  let moved = performance.now();
  let told = moved;
  while (!(await isSo())) {
    await sleep(100);
    const now = performance.now();
    if (progress() !== last) {
      last = progress();
      moved = now;
    }
    if (now - moved > PATIENCE) throw new Error(`There is no progress after ${last}.`);
    if (now - told > TOLD_EVERY) {
      tell(String(last));
      told = now;
    }
  }
}
