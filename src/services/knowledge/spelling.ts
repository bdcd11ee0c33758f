import { cosinesInSteps } from './cosines.js';
import { spelledWords } from './words.js';

/** Letters that stand together; with fewer, chance likenesses are many. */
const LETTERS = 3;

/**
 * How like a text is to the nearest wording of each owner by its letters alone: the cosine of what
 * stands three letters long in both, what few wordings have counting more. It finds what no list of
 * words knows: new words, and words misspelt beyond mending. Made in steps, as `cosinesInSteps` is.
 *
 * @returns for each owner 0 to 1; owners with nothing in common are left out.
 */
export function* spellingInSteps(
  wordings: readonly (readonly string[])[],
): Generator<undefined, (text: string) => ReadonlyMap<number, number>> {
  const all = wordings.flatMap((texts, owner) =>
    texts.map((text) => ({ owner, signs: new Set(gramsOf(text)) })),
  );
  const cosines = yield* cosinesInSteps(all, (_, texts = 1) => Math.log(1 + all.length / texts));
  return (text) =>
    new Map(
      [...cosines(new Set(gramsOf(text)))].map(([owner, found]) => [owner, Math.max(...found)]),
    );
}

function gramsOf(text: string): string[] {
  return spelledWords(text).flatMap((word) => {
    const padded = ` ${word} `;
    return Array.from({ length: Math.max(1, padded.length - LETTERS + 1) }, (_, place) =>
      padded.slice(place, place + LETTERS),
    );
  });
}
