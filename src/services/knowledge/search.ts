import MiniSearch from 'minisearch';
import type { Entry, Topic } from './entries.js';
import { OTHER_PLATFORM } from './lexicon.js';
import {
  createWeight,
  type Fit,
  fitOf,
  type Known,
  knownOf,
  likenessOf,
  questionOf,
} from './likeness.js';
import { oddsInSteps } from './odds.js';
import { spellingInSteps } from './spelling.js';
import { createMender, fold, isSubject, relatives, searchWords } from './words.js';

/** A hit: `sure` says that it may be given as the answer without asking back. */
export interface Found {
  readonly entry: Entry;
  readonly score: number;
  readonly sure: boolean;
}

/** Best first; only the first can be `sure`. */
export type Finder = (text: string, topic: Topic | undefined) => Found[];

/**
 * What each kind of likeness adds to a score: learned on the tuning halves of the questions in
 * `bench/` and on wordings left out of their own entries, by the likelihood of the right entry.
 */
const WEIGHTS = { nearest: 0.34, nearby: 0.47, engine: 0.13, letters: 0.28, odds: 0.08 };
/** How fast the chances of an entry fall with its distance from the best; learned with the weights. */
const SHARPNESS = 5.4;
/** How sure an answer is, as a logistic curve over what speaks for it; learned on the same. */
const SURENESS = { chance: 4.9, asked: 6.2, wording: 5, subject: 1.9, constant: -14.7 };
/** What an answer needs to be given without asking back. */
const SURE = 0.82;
/** How like a wording a question of one word has to be by its letters: any word has many meanings. */
const LONE_WORD = 0.5;
/** Fields of an entry for the engine, by how much a word in them tells. */
const BOOST = { asked: 3, short: 1, body: 0.4 };
/** Candidates of the engine that are looked at closely. */
const MOST_CANDIDATES = 30;
/** Words of a question that are looked at. */
const MOST_WORDS = 60;

/**
 * MiniSearch names the candidates: entries with the words of the question, or words near to them.
 * Then each candidate is held against the question: its nearest wordings, their letters, and its
 * odds. How far the best is ahead, and how well it fits, says how sure it is.
 *
 * It takes most of a second of processor time to make; in steps, so that others can have their turn in
 * between.
 */
export function* finderInSteps(entries: readonly Entry[]): Generator<undefined, Finder> {
  const known: Known[] = [];
  for (const entry of entries) {
    known.push(knownOf(entry));
    yield;
  }
  const exact = new Map(
    entries.flatMap((entry, owner) =>
      [entry.question, ...entry.aliases].map((text) => [bare(text), owner] as const),
    ),
  );
  const documents = known.map(({ wordings, short, body }, id) => ({
    id,
    asked: wordings.flatMap(({ words }) => words).join(' '),
    short: short.words.join(' '),
    body: body.words.join(' '),
  }));
  const engine = yield* engineInSteps(documents);
  const odds = yield* oddsInSteps(known);
  const spelling = yield* spellingInSteps(
    known.map(({ wordings }) => wordings.map(({ text }) => text)),
  );
  const weigh = createWeight(known);
  const asked = new Set(known.flatMap(({ vocabulary }) => [...vocabulary]));
  const mend = createMender(
    new Set(
      documents
        .flatMap((one) => [one.asked, one.short, one.body])
        .join(' ')
        .split(' '),
    ),
  );

  return (text, topic) => {
    const said = searchWords(text, mend).slice(0, MOST_WORDS);
    const question = questionOf(said, asked);
    const candidates = engine(question.words).slice(0, MOST_CANDIDATES);
    const most = candidates[0]?.score ?? 1;
    const chances = odds({ text, words: said });
    const letters = spelling(text);
    const same = exact.get(bare(text));
    const ranked = candidates.flatMap(({ owner, score }) => {
      const candidate = known[owner];
      if (candidate === undefined) return [];
      if (owner === same) return [{ owner, score: EXACT }];
      const { nearest, nearby } = likenessOf(question, candidate, weigh);
      const total =
        WEIGHTS.nearest * nearest +
        WEIGHTS.nearby * nearby +
        WEIGHTS.engine * (score / most) * Math.min(1, 2 * nearest) +
        WEIGHTS.letters * (letters.get(owner) ?? 0) +
        WEIGHTS.odds * (chances[owner] ?? 0);
      return [{ owner, score: total }];
    });
    if (same !== undefined && !ranked.some(({ owner }) => owner === same)) {
      ranked.push({ owner: same, score: EXACT });
    }
    ranked.sort((a, b) => b.score - a.score);
    const [best] = ranked;
    const candidate = best && known[best.owner];
    const isSure =
      candidate !== undefined &&
      (best?.owner === same ||
        (!question.words.includes(OTHER_PLATFORM) &&
          (question.words.length > 1 || (letters.get(best?.owner ?? 0) ?? 0) >= LONE_WORD) &&
          sureness({
            chance: chanceOfFirst(ranked),
            ...fitOf(question, candidate, weigh),
            subject: Number(question.words.some(isSubject)),
          }) >= SURE));
    return ranked.flatMap(({ owner, score }, place) => {
      const entry = entries[owner];
      if (entry === undefined || (topic !== undefined && !entry.topics.includes(topic))) return [];
      return [{ entry, score, sure: place === 0 && isSure }];
    });
  };
}

/** The score of an entry that is asked for in its very words. */
const EXACT = 100;

/** How probable the first of some entries is among them, 0 to 1. */
function chanceOfFirst(ranked: readonly { readonly score: number }[]): number {
  const most = ranked[0]?.score ?? 0;
  let all = 0;
  for (const { score } of ranked) all += Math.exp(SHARPNESS * (score - most));
  return 1 / all;
}

/** How sure an entry is the answer, 0 to 1, by what speaks for it. */
function sureness({ chance, asked, wording, subject }: Fit & { chance: number; subject: number }) {
  const sum =
    SURENESS.chance * chance +
    SURENESS.asked * asked +
    SURENESS.wording * wording +
    SURENESS.subject * subject +
    SURENESS.constant;
  return 1 / (1 + Math.exp(-sum));
}

interface Document {
  readonly id: number;
  readonly asked: string;
  readonly short: string;
  readonly body: string;
}

/** Entries by their words, best first: with words near to those asked for, begun and misspelt ones. */
function* engineInSteps(
  documents: readonly Document[],
): Generator<undefined, (query: readonly string[]) => { owner: number; score: number }[]> {
  const engine = new MiniSearch<Document>({
    fields: Object.keys(BOOST),
    tokenize: (words) => words.split(' '),
    processTerm: (word) => (word === '' ? null : word),
    searchOptions: {
      boost: BOOST,
      prefix: (word, place, words) => place === words.length - 1 || word.length > 4,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
      weights: { fuzzy: 0.4, prefix: 0.5 },
    },
  });
  for (const document of documents) {
    engine.add(document);
    yield;
  }
  return (query) => {
    const weights = new Map(query.map((word) => [word, 1]));
    for (const word of query) {
      for (const [other, near] of relatives(word)) {
        if (near > (weights.get(other) ?? 0)) weights.set(other, near);
      }
    }
    // The last word typed stays last, for it may be only begun.
    const words = [...[...weights.keys()].filter((word) => !query.includes(word)), ...query];
    if (words.length === 0) return [];
    return engine
      .search(words.join(' '), { boostTerm: (word) => weights.get(word) ?? 1 })
      .map(({ id, score }) => ({ owner: Number(id), score }));
  };
}

/** A question without anything that two people would type differently by habit. */
function bare(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
