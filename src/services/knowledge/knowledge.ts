import { isJapanese } from '../../lib/characters.js';
import { type OtherLanguage, otherLanguageOf } from '../../lib/languages.js';
import { ContentError } from '../content/content-file.js';
import { type Entry, loadEntries, TOPICS, type Topic } from './entries.js';
import { Index } from './index-in-steps.js';
import { letterFinderInSteps } from './letter-search.js';
import { type Found, finderInSteps } from './search.js';
import { translationsOf } from './translations.js';

export { ContentError, type Verdict } from '../content/content-file.js';
export type { Entry, Topic } from './entries.js';

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

/** One topic and its entries, the most asked first. */
export interface TopicEntries {
  readonly topic: Topic;
  readonly entries: readonly Entry[];
}

interface SearchScope {
  readonly topic?: Topic | undefined;
  readonly limit?: number | undefined;
  /** Languages in which it may be asked, beside English: BCP 47 tags, the likeliest first. */
  readonly languages?: readonly string[] | undefined;
}

export interface Knowledge {
  /**
   * Builds the indexes that a search would wait for, a step at each turn of the event loop.
   *
   * @param languages beside English, in which it may be asked: BCP 47 tags.
   */
  prepare(languages?: readonly string[]): Promise<void>;
  /** Every entry, the most asked first. */
  readonly entries: readonly Entry[];
  byId(id: string): Entry | undefined;
  /** The entries of a topic, the most asked first. */
  about(topic: Topic): readonly Entry[];
  /** Every topic that has entries, in the order of `TOPICS`. */
  readonly topics: readonly TopicEntries[];
  /** The entries that an entry names to read next. */
  related(entry: Entry): readonly Entry[];
  /** Best first, by default ten; empty when nothing is near. Only the first can be `sure`. */
  search(text: string, scope?: SearchScope): readonly Found[];
  /** What autocomplete offers, ranked as `search` ranks; with nothing typed, the most asked first. */
  suggest(text: string, scope?: SearchScope): readonly Entry[];
  /**
   * The answer to an entry's id or to a question in free words. Where the surest one is outside of
   * the topic, it is the first of the nearest.
   */
  answer(text: string, scope?: Omit<SearchScope, 'limit'>): Answer;
}

/** Entries offered where none is sure. */
const MOST_NEAREST = 3;

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
  const english = new Index(
    () => finderInSteps(entries),
    () => entries.flatMap(({ question, aliases }) => [question, ...aliases]),
  );
  const others = new Map<OtherLanguage, Index>();

  const about = (topic: Topic | undefined): readonly Entry[] =>
    topic ? entries.filter((entry) => entry.topics.includes(topic)) : entries;

  /** The indexes of the languages in which it may be asked, the likeliest first. */
  const indexesFor = (languages: readonly string[]): Index[] => {
    const own = [...new Set(languages.map(otherLanguageOf))].flatMap((language) => {
      if (language === null) return [];
      const index = others.get(language) ?? indexIn(entries, language);
      others.set(language, index);
      return [index];
    });
    return [...own, english];
  };

  const search: Knowledge['search'] = (text, { topic, limit = 10, languages = [] } = {}) => {
    let nearest: readonly Found[] = [];
    for (const index of likeliestFirst(indexesFor(languages), text)) {
      const found = index.find(text, topic);
      if (found[0]?.sure) return found.slice(0, limit);
      if (nearest.length === 0) nearest = found;
    }
    return nearest.slice(0, limit);
  };

  return {
    entries,
    async prepare(languages = []) {
      for (const index of indexesFor(languages)) await index.prepare();
    },
    byId: (id) => ids.get(id),
    about,
    topics: TOPICS.map((topic) => ({ topic, entries: about(topic) })).filter(
      (one) => one.entries.length > 0,
    ),
    related: (entry) => [...new Set(entry.related)].flatMap((other) => ids.get(other) ?? []),
    search,
    suggest(text, { topic, limit = MOST_SUGGESTIONS, languages } = {}) {
      return text.trim() === ''
        ? about(topic).slice(0, limit)
        : search(text, { topic, limit, languages }).map((hit) => hit.entry);
    },
    answer(text, { topic, languages } = {}) {
      const named = ids.get(text.trim());
      if (named && (!topic || named.topics.includes(topic)))
        return { kind: 'answer', entry: named };
      const [best] = search(text, { limit: 1, languages });
      const isInside = topic === undefined || best?.entry.topics.includes(topic) === true;
      if (best?.sure && isInside) return { kind: 'answer', entry: best.entry };
      const inside = search(text, { topic, limit: MOST_NEAREST, languages }).map(
        (hit) => hit.entry,
      );
      const nearest = best?.sure ? [best.entry, ...inside] : inside;
      return { kind: 'unsure', nearest: nearest.slice(0, MOST_NEAREST) };
    },
  };
}

/**
 * Who reads one language may ask in another: by how many of a text's words a language knows, and of two
 * that know as many the reader's.
 */
function likeliestFirst(indexes: readonly Index[], text: string): readonly Index[] {
  if (indexes.length === 1) return indexes;
  return indexes
    .map((index) => ({ index, known: index.shareKnown(text) }))
    .sort((a, b) => b.known - a.known)
    .map(({ index }) => index);
}

/** The index of what the bot knows in another language. */
function indexIn(entries: readonly Entry[], language: OtherLanguage): Index {
  const worded = () => {
    const { entries: texts } = translationsOf(language);
    return entries.flatMap((entry) => {
      const said = texts.get(entry.id);
      if (said === undefined) return [];
      return [{ entry, wordings: [said.question, ...said.aliases], short: said.short }];
    });
  };
  return new Index(
    () => letterFinderInSteps(worded(), language),
    () => worded().flatMap(({ wordings }) => wordings),
    language === 'ja' ? isJapanese : undefined,
  );
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
