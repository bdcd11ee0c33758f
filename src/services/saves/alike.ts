import type { Basis, Saves } from './saves.js';

/** Groups that can be compared, since the saves of all of them are known in one way. */
export interface Alike<T> {
  readonly basis: Basis;
  /** As they were given, without what wasn't counted where counts are compared. */
  readonly groups: readonly (readonly T[])[];
  /** How many more true counts would let counts be compared; 0 where they are. */
  readonly missing: number;
}

/**
 * Makes groups comparable: by true counts alone where each group has enough of them or nothing else
 * is known, else all of them by estimates.
 *
 * @param fewest how many each group needs, in the order of the groups; or all of them.
 */
export function alike<T extends { readonly saves: Saves }>(
  groups: readonly (readonly T[])[],
  fewest: number | readonly number[],
): Alike<T> {
  const counted = groups.map((group) => group.filter(({ saves }) => saves.counted !== null));
  const needed = (place: number) => (typeof fewest === 'number' ? fewest : (fewest[place] ?? 0));
  const isAll = groups.every((group, place) => group.length === counted[place]?.length);
  const missing = counted.reduce(
    (sum, group, place) => sum + (isAll ? 0 : Math.max(0, needed(place) - group.length)),
    0,
  );
  return missing === 0
    ? { basis: 'counted', groups: counted, missing }
    : { basis: 'estimated', groups, missing };
}
