import SearchableMap from 'minisearch/SearchableMap';
import {
  ELSEWHERE,
  FILLER,
  OTHER_PLATFORM,
  PHRASES,
  RELATED,
  SAME_WORDS,
  SUBJECTS,
} from './lexicon.js';

/**
 * The words of a question as the search sees them: case, accents, endings and filler removed, and
 * the different words people use for one thing brought together.
 *
 * @param mend what to make of a word that comes out, for typos: see `createMender`.
 */
export function searchWords(text: string, mend = (word: string): string => word): string[] {
  let folded = ` ${fold(text).replace(/[^\p{L}\p{N}.%]+/gu, ' ')} `;
  for (const [phrase, word] of PHRASES) folded = folded.replace(phrase, ` ${word} `);
  return folded.split(/[^\p{L}\p{N}]+/u).flatMap((raw) => {
    const word = raw.replace(/(.)\1{2,}/gu, '$1$1');
    if (word === '' || FILLER.has(word) || /^\d+[kmb]?$/.test(word)) return [];
    return [ELSEWHERE.has(word) ? OTHER_PLATFORM : mend(conceptOf(word))];
  });
}

/** The words as they were typed, but for endings: what `searchWords` leaves out still says who asks. */
export function plainWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (word === '' ? [] : [stem(word)]));
}

/** The words as they were spelled, without filler: what `searchWords` brings together is apart here. */
export function spelledWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !FILLER.has(word));
}

/** The words near to one, each with how near. */
export function relatives(word: string): ReadonlyMap<string, number> {
  return related.get(word) ?? NONE;
}

/** Whether a word, as `searchWords` gives it, names something that the answers are about. */
export function isSubject(word: string): boolean {
  return subjects.has(word);
}

/**
 * Takes a word that is not among the known ones, and looks like a misspelt one of them, or begins
 * words of one meaning only, for that.
 *
 * @param known words as `searchWords` gives them.
 */
export function createMender(known: ReadonlySet<string>): (word: string) => string {
  const spellings = new SearchableMap<string>();
  for (const word of known) spellings.set(word, word);
  for (const [spelling, concept] of concepts) spellings.set(spelling, concept);
  const seen = new Map<string, string>();
  return (word) => {
    if (spellings.has(word)) return spellings.get(word) ?? word;
    if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD) return word;
    const before = seen.get(word);
    if (before !== undefined) return before;
    const begun = new Set(spellings.atPrefix(word).values());
    const [only] = begun;
    if (only !== undefined && begun.size === 1) return only;
    const allowed = word.length < 8 ? 1 : 2;
    const [best] = [...spellings.fuzzyGet(word, allowed + 1)]
      .map(([spelling, [concept]]) => ({ spelling, concept, slips: slips(word, spelling) }))
      .filter(
        ({ spelling, slips: count }) =>
          count <= allowed && (spelling[0] === word[0] || spelling[0] === word[1]),
      )
      .sort(
        (a, b) =>
          a.slips - b.slips ||
          Number(b.spelling[0] === word[0]) - Number(a.spelling[0] === word[0]),
      );
    const mended = best?.concept ?? word;
    if (seen.size < MOST_REMEMBERED) seen.set(word, mended);
    return mended;
  };
}

/** Case and accents folded, apostrophes dropped, white space of any script made single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’`´]+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What is shorter may be any word, and nobody misspells a longer one. */
const SHORTEST_WORD = 5;
const LONGEST_WORD = 20;

/** Misspelt words that need not be looked up again. */
const MOST_REMEMBERED = 1_000;

const NONE: ReadonlyMap<string, number> = new Map();

/** The concept of each spelling and of its stem; where two lay claim to a stem, the first has it. */
const concepts = new Map<string, string>();
for (const [concept, words] of Object.entries(SAME_WORDS)) {
  for (const word of [concept, ...words.split(' ')]) concepts.set(word, stem(concept));
}
for (const [concept, words] of Object.entries(SAME_WORDS)) {
  for (const word of [concept, ...words.split(' ')]) {
    if (!concepts.has(stem(word))) concepts.set(stem(word), stem(concept));
  }
}

function conceptOf(word: string): string {
  const known = concepts.get(word);
  if (known !== undefined) return known;
  const stemmed = stem(word);
  return concepts.get(stemmed) ?? stemmed;
}

const subjects: ReadonlySet<string> = new Set(SUBJECTS.map(conceptOf));

const related: ReadonlyMap<string, ReadonlyMap<string, number>> = bothWays();

function bothWays(): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>();
  const add = (from: string, to: string, weight: number) => {
    const near = all.get(from) ?? new Map<string, number>();
    all.set(from, near.set(to, Math.max(weight, near.get(to) ?? 0)));
  };
  for (const [one, other, weight] of RELATED) {
    const [from, to] = [conceptOf(one), conceptOf(other)];
    add(from, to, weight);
    add(to, from, weight);
  }
  return all;
}

/** Endings that change the form of a word but not what is asked for. */
function stem(word: string): string {
  if (word.length <= 3) return word;
  let rest = word;
  if (/[^aeiou]ies$/.test(rest)) rest = `${rest.slice(0, -3)}y`;
  else if (/(ss|sh|ch|x|z)es$/.test(rest)) rest = rest.slice(0, -2);
  else if (/[^su]s$/.test(rest)) rest = rest.slice(0, -1);
  const cut = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(rest)?.[1];
  if (cut !== undefined && cut.length >= 3) {
    rest = /([bdfgklmnprt])\1$/.test(cut) ? cut.slice(0, -1) : cut;
  }
  return rest.length > 3 ? rest.replace(/e$/, '') : rest;
}

/**
 * How many slips of the finger lie between two words: a letter missing, added, exchanged, or two
 * neighbours swapped.
 */
function slips(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let least = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
