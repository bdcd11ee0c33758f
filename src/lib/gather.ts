import { setTimeout } from 'node:timers/promises';

/** Does one of many pieces of work. */
export type Gathered<T, R> = (item: T) => Promise<R>;

/**
 * Lets what comes within a short time be done together.
 *
 * @param ms how long the first of them waits for the others.
 * @param doAll does some of them; its results stand in their order. If it fails, none was done, and
 *   each is done once more by itself, so that one that can't be done fails alone.
 */
export function createGathering<T, R>(
  ms: number,
  doAll: (items: readonly T[]) => Promise<readonly R[]>,
): Gathered<T, R> {
  let next: { readonly items: T[]; readonly done: Promise<readonly R[]> } | null = null;

  return async (item) => {
    next ??= begin();
    const { items, done } = next;
    const place = items.push(item) - 1;
    const result = await done.then(
      (results) => results[place],
      async () => (await doAll([item]))[0],
    );
    return result as R; // there is one for each
  };

  function begin() {
    const items: T[] = [];
    const done = setTimeout(ms).then(() => {
      next = null;
      return doAll(items);
    });
    // Each of them hears of a failure by itself.
    done.catch(() => undefined);
    return { items, done };
  }
}
