/** Milliseconds between two looks. */
const LOOK_EVERY = 500;

/**
 * Does something once, when whoever started this process has ended without it. Nothing on Windows,
 * where that doesn't show.
 */
export function whenOrphaned(then: () => void): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    then();
  }, LOOK_EVERY);
  look.unref();
}
