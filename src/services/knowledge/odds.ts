import { plainWords, relatives } from './words.js';

/** How much each kind of sign tells beside a word: pairs of words, and words as they were typed. */
const TELLS = { pair: 0.3, plain: 0.9 };
/** What the texts of an entry count beside its wordings. */
const COUNTS = { wording: 1, short: 0.3, body: 0.1 };
/** How much of a sign's odds is believed: the rest says that anybody may say anything. */
const BELIEF = 0.7;
/** How much of a near word's odds counts. */
const NEAR = 0.5;

/** Signs of a text, each with how much it tells. */
type Signs = ReadonlyMap<string, number>;

/** A text and its words as `searchWords` gives them. */
export interface Worded {
  readonly text: string;
  readonly words: readonly string[];
}

/** What an entry says: its ways of asking, its short answer and its longer one. */
export interface Said {
  readonly wordings: readonly Worded[];
  readonly short: Worded;
  readonly body: Worded;
}

/** How probable each entry is for a question. */
type Odds = (question: Worded) => Float64Array;

/**
 * How much more probable a question is among the wordings of each entry than among all (naive
 * Bayes): it tells entries apart that share most of their words.
 *
 * It is made in steps, entry by entry, so that whoever makes it can do something else in between.
 *
 * @returns natural-log odds for each entry, in the order given; zero for an entry without any sign
 *   of the question.
 */
export function* oddsInSteps(entries: readonly Said[]): Generator<undefined, Odds> {
  /** For each sign its share in every entry that has it, and its mean share in all. */
  const users = new Map<string, { shares: Map<number, number>; usual: number }>();
  for (const [owner, said] of entries.entries()) {
    for (const [sign, share] of sharesOf(said)) {
      const of = users.get(sign) ?? { shares: new Map<number, number>(), usual: 0 };
      of.shares.set(owner, share);
      of.usual += share / entries.length;
      users.set(sign, of);
    }
    yield;
  }
  const silence = Math.log(1 - BELIEF);
  return (question) => {
    const odds = new Float64Array(entries.length);
    for (const [sign, tells] of signsOf(question)) {
      const of = users.get(sign);
      if (of === undefined) continue;
      const shares = new Map(of.shares);
      for (const [other, near] of relatives(sign)) {
        for (const [owner, share] of users.get(other)?.shares ?? []) {
          shares.set(owner, Math.max(shares.get(owner) ?? 0, NEAR * near * share));
        }
      }
      for (const [owner, share] of shares) {
        const gain = Math.log((BELIEF * share) / of.usual + 1 - BELIEF) - silence;
        odds[owner] = (odds[owner] ?? 0) + tells * gain;
      }
    }
    return odds;
  };
}

/** The share that each sign has in an entry. */
function sharesOf({ wordings, short, body }: Said): Map<string, number> {
  const counts = new Map<string, number>();
  let total = 0;
  const add = (said: Worded, weight: number) => {
    for (const [sign, tells] of signsOf(said)) {
      counts.set(sign, (counts.get(sign) ?? 0) + weight * tells);
      total += weight * tells;
    }
  };
  for (const wording of wordings) add(wording, COUNTS.wording);
  add(short, COUNTS.short);
  add(body, COUNTS.body);
  for (const [sign, count] of counts) counts.set(sign, count / total);
  return counts;
}

/** Words as the search sees them, neighbours in any order, and words as they were typed. */
function signsOf({ text, words }: Worded): Signs {
  const signs = new Map<string, number>();
  for (const word of words) signs.set(word, 1);
  for (const [place, word] of words.entries()) {
    const next = words[place + 1];
    if (next !== undefined) signs.set([word, next].sort().join('+'), TELLS.pair);
  }
  for (const word of plainWords(text)) signs.set(`"${word}`, TELLS.plain);
  return signs;
}
