import { databaseFailure } from './errors.js';

/** What was read of some rows. */
interface Read<K, R> {
  readonly rows: readonly R[];
  /** The keys of those that hold something that can't be, each with what it fails with. */
  readonly unreadable: readonly { readonly key: K; readonly error: unknown }[];
}

/**
 * Reads rows at once; where that fails since one of them holds what can't be, each by itself, so
 * that nobody has to do without theirs.
 *
 * @throws where the database can't be read at all.
 */
export async function readEach<K, R>({
  all,
  keys,
  one,
}: {
  readonly all: () => Promise<R[]>;
  /** Reads nothing but the keys of the same rows. */
  readonly keys: () => Promise<K[]>;
  /** Null for a row that is gone. */
  readonly one: (key: K) => Promise<R | null>;
}): Promise<Read<K, R>> {
  try {
    return { rows: await all(), unreadable: [] };
  } catch (error) {
    if (databaseFailure(error) !== 'fault') throw error;
  }
  const rows: R[] = [];
  const unreadable: { key: K; error: unknown }[] = [];
  for (const key of await keys()) {
    try {
      const row = await one(key);
      if (row !== null) rows.push(row);
    } catch (error) {
      if (databaseFailure(error) !== 'fault') throw error;
      unreadable.push({ key, error });
    }
  }
  return { rows, unreadable };
}

/** What is read, or undefined where it is stored in a form that can't be. @throws as `readEach`. */
export async function readOrUndefined<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (databaseFailure(error) !== 'fault') throw error;
    return undefined;
  }
}
