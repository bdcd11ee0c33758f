import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { OtherLanguage } from '../../lib/languages.js';
import { contentDir } from '../../lib/paths.js';
import { type FileKind, id, readFolder, text } from '../content/content-file.js';
import { LONGEST_SHORT, LONGEST_TIP, type Tip } from '../tips/content.js';
import { type Entry, entryTexts, LONGEST } from './entries.js';
import { type GuidePage, LONGEST_PAGE, pageTexts } from './guide.js';

/** What a translated text was made of: its English words, and the facts in them; each a short digest. */
const from = z
  .string('is missing: run `npm run translations -- --stamp` once the text is right')
  .regex(/^[0-9a-f]{8}\.[0-9a-f]{8}$/, 'must be as `npm run translations -- --stamp` writes it');

const entryHead = z.strictObject({
  ...{ id, from },
  ...entryTexts,
  answer: text(LONGEST.answer).optional(),
});

const tipHead = z.strictObject({ ...{ id, from }, short: text(LONGEST_SHORT) });

const pageHead = z.strictObject({ ...{ id, from }, ...pageTexts });

interface Body {
  /** May be empty: then it stands in English alone. */
  readonly body: string;
}

/** What an entry says in some language; its verdict, dates and sources stand once, with the English one. */
export type EntryTexts = z.infer<typeof entryHead> & Body;
/** What a tip says. */
export type TipTexts = z.infer<typeof tipHead> & Body;
/** What a page of the guide says. */
export type PageTexts = z.infer<typeof pageHead> & Body;

/** What the bot knows, in one language, each text by the id of what it says. */
export interface Translated {
  readonly entries: ReadonlyMap<string, EntryTexts>;
  readonly tips: ReadonlyMap<string, TipTexts>;
  readonly pages: ReadonlyMap<string, PageTexts>;
}

/** What the bot knows, in English. */
interface English {
  readonly knowledge: { readonly entries: readonly Entry[] };
  readonly tips: readonly Tip[];
  readonly guide: { readonly pages: readonly GuidePage[] };
}

/** A text in English, and the same in another language. */
interface Pair {
  /** The file, from the project’s folder. */
  readonly file: string;
  readonly english: Readonly<Record<string, unknown>>;
  readonly other: Readonly<Record<string, unknown>>;
}

/** What is to be mended in one language: texts that are missing or can't be read, and stale ones. */
export interface TranslationFindings {
  readonly problems: readonly string[];
  /** Files whose English has other words by now: true still, for no fact in it is another. */
  readonly stale: readonly string[];
}

const EMPTY: Translated = { entries: new Map(), tips: new Map(), pages: new Map() };

const known = new Map<OtherLanguage, Translated>();

/**
 * What the bot knows in one language, each part read when it is first asked for. What is missing or
 * can't be read is left out, and so stays in English; `findingsOf` says what it is.
 *
 * @param language null for English, which needs none.
 */
export function translationsOf(language: OtherLanguage | null): Translated {
  if (language === null) return EMPTY;
  const before = known.get(language);
  if (before !== undefined) return before;
  let entries: Translated['entries'] | undefined;
  let tips: Translated['tips'] | undefined;
  let pages: Translated['pages'] | undefined;
  const made: Translated = {
    get entries() {
      entries ??= readEntries(language).byId;
      return entries;
    },
    get tips() {
      tips ??= readTips(language).byId;
      return tips;
    },
    get pages() {
      pages ??= readPages(language).byId;
      return pages;
    },
  };
  known.set(language, made);
  return made;
}

/** Holds the texts of a language against the English ones. */
export function findingsOf(
  language: OtherLanguage,
  { knowledge, tips, guide }: English,
): TranslationFindings {
  const english = { entries: knowledge.entries, tips, pages: guide.pages };
  const { texts, problems } = readAll(language);
  const found = [...problems];
  const pairs: Pair[] = [];
  for (const [kind, folder] of [
    ['entries', 'faq'],
    ['tips', 'tips'],
    ['pages', 'guide'],
  ] as const) {
    const others = new Map(
      [...texts[kind]].map(([id, said]): [string, Pair['other']] => [id, { ...said }]),
    );
    for (const one of english[kind]) {
      const file = `content/${language}/${folder}/${one.id}.md`;
      const other = others.get(one.id);
      if (other !== undefined) pairs.push({ file, english: { ...one }, other });
      else if (!found.some((problem) => problem.includes(`/${one.id}.md`))) {
        found.push(`${file}: is missing: translate content/${folder}/${one.id}.md`);
      }
    }
    const ids = new Set(english[kind].map((one) => one.id));
    for (const other of others.keys()) {
      if (!ids.has(other))
        found.push(`content/${language}/${folder}/${other}.md: has no English: remove it`);
    }
  }
  found.push(...pairs.flatMap(problemsOf));
  const stale = pairs
    .filter(
      ({ english: one, other }) => wordsIn(fingerprintOf(one)) !== wordsIn(String(other['from'])),
    )
    .map(({ file }) => file);
  return { problems: found, stale };
}

/** What a text in English is known by: a digest of its words, and one of its verdict and figures. */
export function fingerprintOf(english: Readonly<Record<string, unknown>>): string {
  const said = TEXTS.map((key) => String(english[key] ?? ''));
  const facts = [english['verdict'] ?? english['basis'] ?? '', ...said.map(figuresIn)];
  return [said, facts].map((parts) => digest(JSON.stringify(parts))).join('.');
}

/** Keys that hold a text. Other ways to ask are a language's own. */
const TEXTS = [
  'question',
  'answer',
  'short',
  'changed',
  'title',
  'app',
  'web',
  'meaning',
  'delay',
  'rounding',
  'contains',
  'lacks',
  'body',
];

function problemsOf({ file, english, other }: Pair): string[] {
  const problems: string[] = [];
  const [, facts] = fingerprintOf(english).split('.');
  if (String(other['from']).split('.')[1] !== facts) {
    problems.push(`${file}: its verdict or a figure is another in English by now: put it right`);
  }
  for (const key of TEXTS) {
    const one = String(english[key] ?? '');
    const same = String(other[key] ?? '');
    // A longer answer may stand in English alone.
    if (key === 'body' && same === '' && english['question'] !== undefined) continue;
    if ((one === '') !== (same === '')) {
      problems.push(
        `${file}: ${key}: ${one === '' ? 'is not in English: remove it' : 'is missing'}`,
      );
    } else if (figuresIn(one) !== figuresIn(same)) {
      problems.push(
        `${file}: ${key}: has other figures (${figuresIn(same)}) than English (${figuresIn(one)})`,
      );
    }
  }
  return problems;
}

/** The figures of a text in some fixed order, however a language writes them: “1,200” as “1.200”. */
function figuresIn(said: string): string {
  const plain = said
    .normalize('NFKC')
    .replace(MONTHS, '')
    .replace(/(?<=\d)[.,\s\u00a0\u202f’](?=\d{3}(?!\d))/gu, '')
    .replace(/(?<=\d),(?=\d)/gu, '.');
  return [...plain.matchAll(/\d+(?:\.\d+)?/gu)]
    .map(([figure]) => figure)
    .sort()
    .join(' ');
}

/** Names of months that hold a number. */
const MONTHS = /\d{1,2}月|tháng \d{1,2}/giu;

function wordsIn(fingerprint: string): string {
  return fingerprint.split('.')[0] ?? '';
}

function digest(said: string): string {
  return createHash('sha256').update(said).digest('hex').slice(0, 8);
}

function readEntries(language: OtherLanguage) {
  const body = { longest: LONGEST.body };
  return read(language, 'faq', { what: 'an entry', head: entryHead, body });
}

function readTips(language: OtherLanguage) {
  const body = { longest: LONGEST_TIP, needed: 'the tip' };
  return read(language, 'tips', { what: 'a tip', head: tipHead, body });
}

function readPages(language: OtherLanguage) {
  const body = { longest: LONGEST_PAGE.body };
  return read(language, 'guide', { what: 'a page', head: pageHead, body });
}

function readAll(language: OtherLanguage): { texts: Translated; problems: readonly string[] } {
  const [entries, tips, pages] = [readEntries(language), readTips(language), readPages(language)];
  return {
    texts: { entries: entries.byId, tips: tips.byId, pages: pages.byId },
    problems: [...entries.problems, ...tips.problems, ...pages.problems],
  };
}

function read<H extends { readonly id: string }>(
  language: OtherLanguage,
  folder: string,
  kind: FileKind<H>,
) {
  const { items, problems } = readFolder(join(contentDir, language, folder), kind);
  return {
    byId: new Map(items.map((item) => [item.id, item])),
    problems: problems.map((problem) => `content/${language}/${folder}/${problem}`),
  };
}
