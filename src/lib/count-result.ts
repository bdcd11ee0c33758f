/** A number of people, with how coarsely it was typed. */
export interface Count {
  /** 0 to 2^53 − 1. */
  readonly value: bigint;
  /**
   * Width of the last digit shown: 541.2K is 541200 with a step of 100, 12K has a step of 1000, a
   * plain 541200 a step of 1. It tells only what was typed: a plain 541200 copied from a rounded
   * display can't be told from an exact one.
   */
  readonly step: bigint;
}

/**
 * Why a text is no count.
 * - `empty`: nothing visible was typed.
 * - `negative`: a count below zero.
 * - `fraction`: a part of a person, as 1.5 or 1.2345K; often a forgotten K or M.
 * - `ambiguous`: readings that differ, each in use somewhere (see `parseCount`).
 * - `too large`: above 2^53 − 1, the largest whole number that Discord and JSON carry exactly. It
 *   is millions of times the most viewed video.
 * - `unreadable`: anything else.
 */
export type CountProblem =
  | 'empty'
  | 'negative'
  | 'fraction'
  | 'ambiguous'
  | 'too large'
  | 'unreadable';

export type CountResult =
  | { readonly ok: true; readonly count: Count }
  | {
      readonly ok: false;
      readonly problem: 'ambiguous';
      /** What it may mean, the smallest first; at least two. */
      readonly readings: readonly Count[];
    }
  | { readonly ok: false; readonly problem: Exclude<CountProblem, 'ambiguous'> };

/** The largest count there is. */
export const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * More views than any video has had: the most viewed one has a good 2.3 billion (2026). Where a
 * reading of less is open, nobody means one of more: `B` is a billion in English and a thousand in
 * Turkish.
 */
export const MOST_VIEWS = 10_000_000_000n;

/** What several readings come to; null where there are none. */
export function oneOf(readings: readonly Count[]): CountResult | null {
  const counts = distinct(readings);
  const likely = counts.filter(({ value }) => value <= MOST_VIEWS);
  const [count, another] = likely.length > 0 ? likely : counts;
  if (count === undefined) return null;
  return another === undefined
    ? { ok: true, count }
    : { ok: false, problem: 'ambiguous', readings: likely.length > 0 ? likely : counts };
}

/** Whether both came to the same value. */
export function isSame(one: CountResult, other: CountResult | null): boolean {
  return one.ok && other?.ok === true && one.count.value === other.count.value;
}

/**
 * A count of these digits, times a power of ten.
 *
 * @param step where the number has no digits to tell it.
 */
export function counted(
  whole: string,
  decimals: string,
  exponent: number,
  step?: bigint,
): CountResult {
  if (decimals.length > exponent) return refuse('fraction');
  const width = 10n ** BigInt(exponent - decimals.length);
  const value = BigInt(whole + decimals) * width;
  return value > LARGEST
    ? refuse('too large')
    : { ok: true, count: { value, step: step ?? width } };
}

/** Each once, the smallest first. */
export function distinct(counts: readonly Count[]): Count[] {
  const byText = new Map(counts.map((count) => [`${count.value} ${count.step}`, count]));
  return [...byText.values()].sort((a, b) => Number(a.value - b.value) || Number(a.step - b.step));
}

/** What is no count, and why. */
export function refuse(problem: Exclude<CountProblem, 'ambiguous'>): CountResult {
  return { ok: false, problem };
}
