import type { Entry } from './entries.js';
import type { Said, Worded } from './odds.js';
import { relatives, searchWords } from './words.js';

/** How much of a wording that wasn't asked for takes away from its likeness. */
const WORDING_COVER = 0.65;
/** Wordings of an entry that are held against a question together. */
const NEAREST = 3;
/** What a word counts that is only begun. */
const BEGUN = 0.6;
/** What a word weighs that no entry asks with: between entries, and against all of them. */
const UNKNOWN = { between: 1.5, against: 3.5 };

/** An entry as the search knows it. */
export interface Known extends Said {
  /** The words of each of its wordings, and of all. */
  readonly asked: readonly ReadonlySet<string>[];
  readonly vocabulary: ReadonlySet<string>;
}

/** A question as the search sees it. */
export interface Question {
  readonly words: readonly string[];
  /** For each of its words, every word it may stand for, with how near that is. */
  readonly meant: readonly ReadonlyMap<string, number>[];
  /** How near each of these is to any of its words. */
  readonly near: ReadonlyMap<string, number>;
}

/** What a word tells: the more, the fewer entries ask with it. */
export type Weigh = (word: string, unknown: number) => number;

/** How like a question an entry is by its wordings, each 0 to 1. */
export interface Likeness {
  /** Its nearest wording, and the mean of its nearest three. */
  readonly nearest: number;
  readonly nearby: number;
}

/** How well an entry answers a question, as far as the two are concerned, each 0 to 1. */
export interface Fit {
  /** How much of the question is among the entry's words. */
  readonly asked: number;
  /** How much of its best wording was asked for. */
  readonly wording: number;
}

/** An entry as it is held against questions. */
export function knownOf({ question, aliases, short, body }: Entry): Known {
  const worded = (text: string): Worded => ({ text, words: searchWords(text) });
  const wordings = [question, ...aliases].map(worded);
  const asked = wordings.map(({ words }) => new Set(words));
  const vocabulary = new Set(asked.flatMap((words) => [...words]));
  return { wordings, asked, vocabulary, short: worded(short), body: worded(body) };
}

/** What some words, as `searchWords` gives them, may mean; the last may be only begun. */
export function questionOf(said: readonly string[], asked: ReadonlySet<string>): Question {
  const words = [...new Set(said)];
  const meant = words.map((word) => new Map([...relatives(word), [word, 1]]));
  const last = words.at(-1);
  if (last !== undefined && last.length > 1 && !asked.has(last)) {
    for (const other of asked) if (other.startsWith(last)) meant.at(-1)?.set(other, BEGUN);
  }
  const near = new Map<string, number>();
  for (const others of meant) {
    for (const [other, how] of others) near.set(other, Math.max(how, near.get(other) ?? 0));
  }
  return { words, meant, near };
}

/** Weighs words by how few entries ask with them. */
export function createWeight(known: readonly Known[]): Weigh {
  const users = new Map<string, number>();
  for (const { vocabulary } of known)
    for (const word of vocabulary) users.set(word, (users.get(word) ?? 0) + 1);
  const weights = new Map(
    [...users].map(([word, count]) => [word, Math.log(1 + known.length / (count + 0.5))]),
  );
  return (word, unknown) => weights.get(word) ?? unknown;
}

/** Holds an entry's wordings against a question. */
export function likenessOf(question: Question, { asked }: Known, weigh: Weigh): Likeness {
  const best: number[] = Array.from({ length: NEAREST }, () => 0);
  for (const words of asked) {
    const { wording, told } = coverOf(question, words, weigh);
    if (told === 0) continue;
    const share = askedIn(question, words, weigh, UNKNOWN.between);
    best.push(share * (1 - WORDING_COVER * (1 - wording)));
    best.sort((a, b) => b - a).pop();
  }
  return { nearest: best[0] ?? 0, nearby: best.reduce((sum, one) => sum + one, 0) / NEAREST };
}

/** Whether an entry is what a question asks for, rather than only the nearest of all. */
export function fitOf(question: Question, { asked, vocabulary }: Known, weigh: Weigh): Fit {
  const covers = asked.map((words) => coverOf(question, words, weigh));
  const [nearest] = covers.sort((a, b) => b.told * b.wording - a.told * a.wording);
  return {
    asked: askedIn(question, vocabulary, weigh, UNKNOWN.against),
    wording: nearest?.wording ?? 0,
  };
}

/**
 * The share of what was asked that stands in some words, 0 to 1.
 *
 * @param unknown what a word weighs that no entry asks with.
 */
function askedIn(
  { words, meant }: Question,
  others: ReadonlySet<string>,
  weigh: Weigh,
  unknown: number,
): number {
  let matched = 0;
  let total = 0;
  for (const [place, word] of words.entries()) {
    let best = 0;
    for (const [other, near] of meant[place] ?? []) {
      if (near > best && others.has(other)) best = near;
    }
    const weight = weigh(word, unknown);
    matched += weight * best;
    total += weight;
  }
  return total === 0 ? 0 : matched / total;
}

/** How much of a wording was asked for: as a share of it, and as the weight of its words. */
function coverOf(
  { near }: Question,
  wording: ReadonlySet<string>,
  weigh: Weigh,
): { wording: number; told: number } {
  let told = 0;
  let total = 0;
  for (const word of wording) {
    const weight = weigh(word, UNKNOWN.between);
    told += weight * (near.get(word) ?? 0);
    total += weight;
  }
  return { wording: total === 0 ? 0 : told / total, told };
}
