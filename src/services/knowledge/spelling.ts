import { spelledWords } from './words.js';

/** Letters that stand together; with fewer, chance likenesses are many. */
const LETTERS = 3;

/**
 * How like a text is to the nearest wording of each owner by its letters alone: the cosine of what
 * stands three letters long in both, what few wordings have counting more. It finds what no list of
 * words knows: new words, and words misspelt beyond mending.
 *
 * @returns for each owner 0 to 1; owners with nothing in common are left out.
 */
export function createSpelling(
  wordings: readonly (readonly string[])[],
): (text: string) => ReadonlyMap<number, number> {
  const all = wordings.flatMap((texts, owner) =>
    texts.map((text) => ({ owner, grams: new Set(gramsOf(text)) })),
  );
  const users = new Map<string, number[]>();
  for (const [place, { grams }] of all.entries()) {
    for (const gram of grams) {
      const of = users.get(gram);
      if (of === undefined) users.set(gram, [place]);
      else of.push(place);
    }
  }
  const unknown = Math.log(1 + all.length);
  const weigh = (gram: string) => {
    const count = users.get(gram)?.length;
    return count === undefined ? unknown : Math.log(1 + all.length / count);
  };
  const lengthOf = (grams: Iterable<string>) => {
    let square = 0;
    for (const gram of grams) square += weigh(gram) ** 2;
    return Math.sqrt(square);
  };
  const lengths = all.map(({ grams }) => lengthOf(grams));
  return (text) => {
    const grams = new Set(gramsOf(text));
    const shared = new Map<number, number>();
    for (const gram of grams) {
      const weight = weigh(gram) ** 2;
      for (const place of users.get(gram) ?? []) {
        shared.set(place, (shared.get(place) ?? 0) + weight);
      }
    }
    const own = lengthOf(grams);
    const nearest = new Map<number, number>();
    for (const [place, product] of shared) {
      const owner = all[place]?.owner ?? 0;
      const likeness = product / (own * (lengths[place] ?? 1));
      if (likeness > (nearest.get(owner) ?? 0)) nearest.set(owner, likeness);
    }
    return nearest;
  };
}

function gramsOf(text: string): string[] {
  return spelledWords(text).flatMap((word) => {
    const padded = ` ${word} `;
    return Array.from({ length: Math.max(1, padded.length - LETTERS + 1) }, (_, place) =>
      padded.slice(place, place + LETTERS),
    );
  });
}
