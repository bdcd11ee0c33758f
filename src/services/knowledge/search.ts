import MiniSearch from 'minisearch';
import type { Entry, Topic } from './entries.js';
import { OTHER_PLATFORM } from './lexicon.js';
import { createOdds, type Said, type Worded } from './odds.js';
import { createMender, fold, isSubject, relatives, searchWords } from './words.js';

/** A hit: `sure` says that it may be given as the answer without asking back. */
export interface Found {
  readonly entry: Entry;
  readonly score: number;
  readonly sure: boolean;
}

/** Best first; only the first can be `sure`. */
export type Finder = (text: string, topic: Topic | undefined) => Found[];

/** What each kind of likeness adds to a score; measured with `npm run bench -- --search`. */
const WEIGHTS = { wording: 0.5, entry: 0.4, engine: 0.1 };
/** What the odds of an entry, in natural-log units, add to its score. */
const ODDS = 0.08;
/** How much of a wording that wasn't asked for takes away from its likeness. */
const WORDING_COVER = 0.65;
/** What an answer needs to be given without asking back, each a share or a difference of scores. */
const SURE = { score: 1.9, asked: 0.64, wording: 0.65, told: 2.8, lead: 0.12 };
/** Fields of an entry for the engine, by how much a word in them tells. */
const BOOST = { asked: 3, short: 1, body: 0.4 };
/** Candidates of the engine that are looked at closely. */
const MOST_CANDIDATES = 30;
/** Words of a question that are looked at. */
const MOST_WORDS = 60;
/** What a word counts that is only begun. */
const BEGUN = 0.6;
/** How little it matters in how many wordings of an entry a word stands. */
const PRESENCE = 0.3;
/** What a word weighs that no entry asks with: between entries, and against all of them. */
const UNKNOWN = { between: 1.5, against: 3.5 };

/** An entry as the search knows it. */
interface Known extends Said {
  /** The words of each of its wordings. */
  readonly asked: readonly ReadonlySet<string>[];
  /** How present each of these words is: 1 in all wordings, less in few. */
  readonly presence: ReadonlyMap<string, number>;
}

/** A question as the search sees it. */
interface Question {
  readonly words: readonly string[];
  /** For each of its words, every word it may stand for, with how near that is. */
  readonly meant: readonly ReadonlyMap<string, number>[];
  /** How near each of these is to any of its words. */
  readonly near: ReadonlyMap<string, number>;
}

/** What a word tells: the more, the fewer entries ask with it. */
type Weigh = (word: string, unknown: number) => number;

/**
 * MiniSearch names the candidates: entries with the words of the question, or words near to them.
 * Then each candidate is held against the question: its nearest wording, all its wordings together,
 * and its odds.
 */
export function createFinder(entries: readonly Entry[]): Finder {
  const known = entries.map(knownOf);
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
  const engine = createEngine(documents);
  const odds = createOdds(known);
  const weigh = createWeight(known);
  const asked = new Set(known.flatMap(({ presence }) => [...presence.keys()]));
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
    const same = exact.get(bare(text));
    const ranked = candidates.flatMap(({ owner, score }) => {
      const candidate = known[owner];
      if (candidate === undefined) return [];
      const { nearest, whole } = likenessOf(question, candidate, weigh);
      const likeness =
        WEIGHTS.wording * nearest +
        WEIGHTS.entry * whole +
        WEIGHTS.engine * (score / most) * Math.min(1, nearest + whole);
      return [{ owner, score: owner === same ? EXACT : likeness + ODDS * (chances[owner] ?? 0) }];
    });
    if (same !== undefined && !ranked.some(({ owner }) => owner === same)) {
      ranked.push({ owner: same, score: EXACT });
    }
    ranked.sort((a, b) => b.score - a.score);
    const [best, second] = ranked;
    const candidate = best && known[best.owner];
    const isSure =
      candidate !== undefined &&
      (best?.owner === same || isAnswer(question, candidate, weigh)) &&
      (best?.score ?? 0) >= SURE.score &&
      (best?.score ?? 0) - (second?.score ?? 0) >= SURE.lead;
    return ranked.flatMap(({ owner, score }, place) => {
      const entry = entries[owner];
      if (entry === undefined || (topic !== undefined && !entry.topics.includes(topic))) return [];
      return [{ entry, score, sure: place === 0 && isSure }];
    });
  };
}

/** The score of an entry that is asked for in its very words. */
const EXACT = 100;

function knownOf({ question, aliases, short, body }: Entry): Known {
  const worded = (text: string): Worded => ({ text, words: searchWords(text) });
  const wordings = [question, ...aliases].map(worded);
  const asked = wordings.map(({ words }) => new Set(words));
  const counts = new Map<string, number>();
  for (const words of asked)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const presence = new Map(
    [...counts].map(([word, count]) => [word, (count / wordings.length) ** PRESENCE]),
  );
  return { wordings, asked, presence, short: worded(short), body: worded(body) };
}

function questionOf(said: readonly string[], asked: ReadonlySet<string>): Question {
  const words = [...new Set(said)];
  const meant = words.map((word) => new Map([...relatives(word), [word, 1]]));
  const last = words.at(-1);
  if (last !== undefined && last.length > 1 && !asked.has(last)) {
    // It may be only begun.
    for (const other of asked) if (other.startsWith(last)) meant.at(-1)?.set(other, BEGUN);
  }
  const near = new Map<string, number>();
  for (const others of meant) {
    for (const [other, how] of others) near.set(other, Math.max(how, near.get(other) ?? 0));
  }
  return { words, meant, near };
}

/** How like the question the nearest wording of an entry is, and all its wordings together. */
function likenessOf(
  question: Question,
  { asked: wordings, presence }: Known,
  weigh: Weigh,
): { nearest: number; whole: number } {
  let nearest = 0;
  for (const words of wordings) {
    const cover = coverOf(question, words, weigh);
    if (cover.told === 0) continue;
    const asked = askedIn(question, words, weigh, UNKNOWN.between);
    nearest = Math.max(nearest, asked * (1 - WORDING_COVER * (1 - cover.wording)));
  }
  return { nearest, whole: askedIn(question, presence, weigh, UNKNOWN.between) };
}

/** Whether an entry may be given as the answer, as far as it is itself concerned. */
function isAnswer(question: Question, { asked: wordings, presence }: Known, weigh: Weigh): boolean {
  const covers = wordings.map((words) => coverOf(question, words, weigh));
  const [nearest] = covers.sort((a, b) => b.told * b.wording - a.told * a.wording);
  return (
    nearest !== undefined &&
    question.words.some(isSubject) &&
    !question.words.includes(OTHER_PLATFORM) &&
    nearest.told >= SURE.told &&
    nearest.wording >= SURE.wording &&
    askedIn(question, new Set(presence.keys()), weigh, UNKNOWN.against) >= SURE.asked
  );
}

/**
 * The share of what was asked that stands in some words, 0 to 1.
 *
 * @param others the words, or what each of them counts.
 * @param unknown what a word weighs that no entry asks with.
 */
function askedIn(
  { words, meant }: Question,
  others: ReadonlySet<string> | ReadonlyMap<string, number>,
  weigh: Weigh,
  unknown: number,
): number {
  const counts = (other: string) =>
    'get' in others ? (others.get(other) ?? 0) : others.has(other) ? 1 : 0;
  let matched = 0;
  let total = 0;
  for (const [place, word] of words.entries()) {
    let best = 0;
    for (const [other, near] of meant[place] ?? []) best = Math.max(best, near * counts(other));
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

function createWeight(known: readonly Known[]): Weigh {
  const users = new Map<string, number>();
  for (const { presence } of known)
    for (const word of presence.keys()) users.set(word, (users.get(word) ?? 0) + 1);
  const weights = new Map(
    [...users].map(([word, count]) => [word, Math.log(1 + known.length / (count + 0.5))]),
  );
  return (word, unknown) => weights.get(word) ?? unknown;
}

interface Document {
  readonly id: number;
  readonly asked: string;
  readonly short: string;
  readonly body: string;
}

/** Entries by their words, best first: with words near to those asked for, begun and misspelt ones. */
function createEngine(
  documents: readonly Document[],
): (query: readonly string[]) => { owner: number; score: number }[] {
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
  engine.addAll(documents);
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
