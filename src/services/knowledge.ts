import MiniSearch from 'minisearch';
import { ContentError, type Entry, loadEntries, type Topic } from './knowledge-entries.js';
import {
  createMender,
  fold,
  isKindOfSave,
  otherKindOfSave,
  searchWords,
} from './knowledge-words.js';

export {
  ContentError,
  type Entry,
  type Source,
  type Topic,
  type Verdict,
} from './knowledge-entries.js';

/** A hit: `sure` says that it may be given as the answer without asking back. */
export interface Found {
  readonly entry: Entry;
  readonly score: number;
  readonly sure: boolean;
}

/** One autocomplete row: what is shown (≤ 100 characters) and the entry's id. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

/** What a typed question leads to: its answer, or the entries nearest to it (at most three). */
export type Answer =
  | { readonly kind: 'answer'; readonly entry: Entry }
  | { readonly kind: 'unsure'; readonly nearest: readonly Entry[] };

/** The three things `/faq saves` explains when nothing was asked, and what is asked most. */
export interface SavesOverview {
  readonly what: Entry;
  readonly who: Entry;
  readonly proxy: Entry;
  readonly mostAsked: readonly Entry[];
}

interface SearchScope {
  readonly topic?: Topic | undefined;
  readonly limit?: number | undefined;
}

export interface Knowledge {
  /** Every entry, the most asked first. */
  readonly entries: readonly Entry[];
  byId(id: string): Entry | undefined;
  /** The entries of a topic, the most asked first. */
  about(topic: Topic): readonly Entry[];
  /** Best first, by default ten; empty when nothing is near. Only the first can be `sure`. */
  search(text: string, scope?: SearchScope): readonly Found[];
  /** Rows for autocomplete, ranked as `search` ranks; with nothing typed, the most asked first. */
  suggest(text: string, scope?: SearchScope): readonly Suggestion[];
  /** The answer to an entry's id or to a question in free words. */
  answer(text: string, scope?: Pick<SearchScope, 'topic'>): Answer;
}

/** Discord shows no more autocomplete rows than this. */
const MOST_SUGGESTIONS = 25;

/**
 * Reads the entries of a folder and makes them searchable.
 *
 * @throws {ContentError} listing every problem of every file at once.
 */
export function loadKnowledge(dir: string): Knowledge {
  return createKnowledge(loadEntries(dir));
}

/** Looks things up in entries given as data; the index is built when the first search comes. */
export function createKnowledge(given: readonly Entry[]): Knowledge {
  const entries = [...given].sort((a, b) => a.rank - b.rank);
  const ids = new Map(entries.map((entry) => [entry.id, entry]));
  let find: Finder | undefined;

  const about = (topic: Topic | undefined): readonly Entry[] =>
    topic ? entries.filter((entry) => entry.topics.includes(topic)) : entries;

  const search: Knowledge['search'] = (text, { topic, limit = 10 } = {}) => {
    find ??= createFinder(entries);
    return find(text, topic).slice(0, limit);
  };

  return {
    entries,
    byId: (id) => ids.get(id),
    about,
    search,
    suggest(text, { topic, limit = MOST_SUGGESTIONS } = {}) {
      const found =
        text.trim() === ''
          ? about(topic).slice(0, limit)
          : search(text, { topic, limit }).map((hit) => hit.entry);
      return found.map((entry) => ({ name: entry.question, value: entry.id }));
    },
    answer(text, { topic } = {}) {
      const named = ids.get(text.trim());
      if (named && (!topic || named.topics.includes(topic)))
        return { kind: 'answer', entry: named };
      const found = search(text, { topic, limit: 3 });
      const [best] = found;
      if (best?.sure) return { kind: 'answer', entry: best.entry };
      return { kind: 'unsure', nearest: found.map((hit) => hit.entry) };
    },
  };
}

/**
 * What `/faq saves` says when nothing was asked.
 *
 * @throws {ContentError} when one of its three entries is missing.
 */
export function savesOverview(knowledge: Knowledge): SavesOverview {
  const entry = (id: string): Entry => {
    const found = knowledge.byId(id);
    if (!found) throw new ContentError([`${id}.md: is missing, the overview needs it: restore it`]);
    return found;
  };
  return {
    what: entry('save-or-download'),
    who: entry('see-who-saved'),
    proxy: entry('save-proxy'),
    mostAsked: knowledge.about('saves').slice(0, 5),
  };
}

type Finder = (text: string, topic: Topic | undefined) => Found[];

/** How much of what was typed and of the nearest wording must be in one another to be sure. */
const SURE_COVER = 0.65;
/** How far ahead of the next entry the best one must be to be sure. */
const SURE_LEAD = 1.08;
/** A single word asks nothing yet. */
const SURE_WORDS = 2;
/** What is left of a wording that is about downloads, for a question about favourites. */
const MIXED_UP = 0.3;
/** What the words of an answer add to those of its questions. */
const TEXT_WEIGHT = 0.15;

/**
 * Every way of asking is a document of its own, so that one close wording counts for more than
 * the same words scattered over several; the text of an answer only helps where wordings don't.
 */
function createFinder(entries: readonly Entry[]): Finder {
  const wordings = entries.flatMap((entry, owner) =>
    [entry.question, ...entry.aliases].map((text) => ({ owner, text, words: searchWords(text) })),
  );
  const texts = entries.map((entry, owner) => ({
    owner,
    words: searchWords(`${entry.short} ${entry.body}`),
  }));
  const asked = index(wordings);
  const said = index(texts);
  const exact = new Map(wordings.map(({ owner, text }) => [bare(text), owner]));
  const mend = createMender(new Set([...wordings, ...texts].flatMap(({ words }) => words)));
  const weigh = createWeight(wordings);

  return (text, topic) => {
    const query = [...new Set(searchWords(text, mend))];
    const asksOfSaves = query.some(isKindOfSave);
    const same = exact.get(bare(text));
    const hits = new Map<number, { score: number; sure: boolean }>();

    for (const { owner, score, matched, terms, words } of asked(query)) {
      const cover = harmonicMean(weigh(matched) / weigh(query), weigh(terms) / weigh(words));
      const mixedUp = otherKindOfSave(query, words);
      const weighted = score * cover * (mixedUp ? MIXED_UP : 1);
      if (weighted <= (hits.get(owner)?.score ?? 0)) continue;
      const sure =
        !mixedUp &&
        cover >= SURE_COVER &&
        matched.length >= SURE_WORDS &&
        (asksOfSaves || terms.some(isKindOfSave) || !words.some(isKindOfSave));
      hits.set(owner, { score: weighted, sure });
    }
    for (const { owner, score } of said(query)) {
      const { score: before, sure } = hits.get(owner) ?? { score: 0, sure: false };
      hits.set(owner, { score: before + TEXT_WEIGHT * score, sure });
    }
    if (same !== undefined) hits.set(same, { score: Number.MAX_VALUE, sure: true });

    const ranked = entries
      .flatMap((entry, owner) => {
        const hit = hits.get(owner);
        return hit && (!topic || entry.topics.includes(topic)) ? [{ entry, ...hit }] : [];
      })
      .sort((a, b) => b.score - a.score);
    const second = ranked[1]?.score ?? 0;
    return ranked.map(({ entry, score, sure }, place) => ({
      entry,
      score,
      sure: place === 0 && sure && score >= SURE_LEAD * second,
    }));
  };
}

interface Indexed {
  /** Place of the entry it belongs to. */
  readonly owner: number;
  readonly words: readonly string[];
}

interface Hit extends Indexed {
  readonly score: number;
  /** The words of the query that were found, */
  readonly matched: readonly string[];
  /** and the words of the text that they were found as. */
  readonly terms: readonly string[];
}

/** A word index over texts that belong to entries; texts and queries are given as words. */
function index(texts: readonly Indexed[]): (query: readonly string[]) => Hit[] {
  const engine = new MiniSearch<{ id: number; words: string }>({
    fields: ['words'],
    tokenize: (words) => words.split(' '),
    processTerm: (word) => word,
    searchOptions: {
      prefix: (word, place, words) => place === words.length - 1 || word.length > 3,
      fuzzy: (word) => (word.length > 3 ? 0.25 : false),
      weights: { fuzzy: 0.5, prefix: 0.6 },
    },
  });
  engine.addAll(texts.map(({ words }, id) => ({ id, words: words.join(' ') })));
  return (query) =>
    engine.search(query.join(' ')).flatMap(({ id, score, queryTerms, terms }) => {
      const text = texts[Number(id)];
      if (!text) return [];
      return [
        {
          owner: text.owner,
          words: [...new Set(text.words)],
          score,
          matched: [...new Set(queryTerms)],
          terms,
        },
      ];
    });
}

/** How much words tell together: each the more, the fewer entries ask with it. */
function createWeight(wordings: readonly Indexed[]): (words: readonly string[]) => number {
  const users = new Map<string, Set<number>>();
  for (const { owner, words } of wordings)
    for (const word of words) users.set(word, (users.get(word) ?? new Set()).add(owner));
  const total = new Set(wordings.map(({ owner }) => owner)).size;
  const rarity = (word: string) => Math.log(1 + total / ((users.get(word)?.size ?? 0) + 0.5));
  return (words) => words.reduce((sum, word) => sum + rarity(word), 0);
}

function harmonicMean(a: number, b: number): number {
  return a + b > 0 ? (2 * a * b) / (a + b) : 0;
}

/** A question without anything that two people would type differently by habit. */
function bare(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
