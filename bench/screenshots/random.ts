/** Numbers from 0 to 1 that are the same for the same seed, and how to choose with them. */
export interface Random {
  (): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  one<T>(of: readonly T[]): T;
  chance(of: number): boolean;
}

/** Mulberry32: 32 bits of state are enough for pictures. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return Object.assign(next, {
    whole: (from: number, to: number) => from + Math.floor(next() * (to - from + 1)),
    one: <T>(of: readonly T[]): T => {
      const found = of[Math.floor(next() * of.length)];
      if (found === undefined) throw new Error('Nothing to choose from.');
      return found;
    },
    chance: (of: number) => next() < of,
  });
}
