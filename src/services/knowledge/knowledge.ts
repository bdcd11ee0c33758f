import { setImmediate as turn } from 'node:timers/promises';
import { type OtherLanguage, otherLanguageOf } from '../../lib/languages.js';
import { ContentError } from '../content/content-file.js';
import { type Entry, loadEntries, TOPICS, type Topic } from './entries.js';
import { letterFinder } from './letter-search.js';
import { type Finder, type Found, finderInSteps } from './search.js';
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
  /** Builds the index that the first search would wait for, a step at each turn of the event loop. */
  prepare(): Promise<void>;
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
  const steps = finderInSteps(entries);
  const others = new Map<OtherLanguage, Finder>();
  let find: Finder | undefined;
  /** @returns whether the index is there now. */
  const isBuilt = (): boolean => {
    if (find !== undefined) return true;
    const step = steps.next();
    if (step.done === true) find = step.value;
    return step.done === true;
  };

  const about = (topic: Topic | undefined): readonly Entry[] =>
    topic ? entries.filter((entry) => entry.topics.includes(topic)) : entries;

  /** In another language, whose index is built when it is first asked in. */
  const findIn = (language: OtherLanguage): Finder => {
    const before = others.get(language);
    if (before !== undefined) return before;
    const { entries: texts } = translationsOf(language);
    const made = letterFinder(
      entries.flatMap((entry) => {
        const said = texts.get(entry.id);
        if (said === undefined) return [];
        return [{ entry, wordings: [said.question, ...said.aliases], short: said.short }];
      }),
      language,
    );
    others.set(language, made);
    return made;
  };

  const search: Knowledge['search'] = (text, { topic, limit = 10, languages = [] } = {}) => {
    while (!isBuilt());
    const inOthers = [...new Set(languages.map(otherLanguageOf))].flatMap((language) =>
      language === null ? [] : [findIn(language)(text, topic)],
    );
    const inEnglish = find?.(text, topic) ?? [];
    const all = [...inOthers, inEnglish];
    // Where none is sure, it was asked in the reader's own language.
    const best = all.find(([first]) => first?.sure) ?? all.find((found) => found.length > 0) ?? [];
    return best.slice(0, limit);
  };

  return {
    entries,
    async prepare() {
      while (!isBuilt()) await turn();
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
