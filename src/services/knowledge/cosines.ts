/** A text as the signs in it, and whose it is. */
export interface Signed {
  readonly owner: number;
  readonly signs: ReadonlySet<string>;
}

/** Texts that are put into the index before others have their turn. */
const AT_ONCE = 50;

/**
 * How like some signs are to each of many texts: the cosine of what stands in both, each sign counting as
 * much as it is said to weigh.
 *
 * It is made in steps, so that whoever makes it can do something else in between.
 *
 * @param weigh what a sign weighs, by how many of the texts have it; undefined where none has.
 * @returns for each owner its likenesses, 0 to 1; owners with nothing in common are left out.
 */
export function* cosinesInSteps(
  texts: readonly Signed[],
  weigh: (sign: string, texts: number | undefined) => number,
): Generator<undefined, (signs: ReadonlySet<string>) => Map<number, number[]>> {
  const users = new Map<string, number[]>();
  for (const [place, { signs }] of texts.entries()) {
    for (const sign of signs) {
      const of = users.get(sign);
      if (of === undefined) users.set(sign, [place]);
      else of.push(place);
    }
    if (place % AT_ONCE === 0) yield;
  }
  const weightOf = (sign: string) => weigh(sign, users.get(sign)?.length);
  const lengthOf = (signs: Iterable<string>) => {
    let square = 0;
    for (const sign of signs) square += weightOf(sign) ** 2;
    return Math.sqrt(square);
  };
  const lengths: number[] = [];
  for (const { signs } of texts) {
    lengths.push(lengthOf(signs));
    if (lengths.length % AT_ONCE === 0) yield;
  }
  return (signs) => {
    const shared = new Map<number, number>();
    for (const sign of signs) {
      const weight = weightOf(sign) ** 2;
      for (const place of users.get(sign) ?? []) {
        shared.set(place, (shared.get(place) ?? 0) + weight);
      }
    }
    const own = lengthOf(signs);
    const likenesses = new Map<number, number[]>();
    for (const [place, product] of shared) {
      const owner = texts[place]?.owner ?? 0;
      const likeness = product / (own * (lengths[place] ?? 1));
      const of = likenesses.get(owner);
      if (of === undefined) likenesses.set(owner, [likeness]);
      else of.push(likeness);
    }
    return likenesses;
  };
}
