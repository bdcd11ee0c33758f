/** Does work after all that was given for the same key before. */
type InOrder<K> = <T>(key: K, work: () => Promise<T>) => Promise<T>;

/**
 * Lets what concerns one thing be done one after the other, in the order in which it came; what
 * concerns different things goes on at once. What fails holds nothing up.
 */
export function createOrder<K>(): InOrder<K> {
  const last = new Map<K, Promise<unknown>>();
  return (key, work) => {
    const done = (last.get(key) ?? Promise.resolve()).then(work);
    const over = done
      .catch(() => undefined)
      .then(() => {
        if (last.get(key) === over) last.delete(key);
      });
    last.set(key, over);
    return done;
  };
}
