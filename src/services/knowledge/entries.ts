import { basename } from 'node:path';
import { z } from 'zod';
import {
  ContentError,
  dateProblems,
  day,
  id,
  LONGEST_SOURCE,
  oneOf,
  paragraph,
  readFolder,
  type Source,
  sources,
  text,
  VERDICTS,
  type Verdict,
  wholeNumber,
} from '../content/content-file.js';

/** What entries can be about, in the order they are shown in; one entry may belong to several. */
export const TOPICS = [
  'saves',
  'views',
  'analytics',
  'ranking',
  'content',
  'privacy',
  'keepsake',
] as const;
export type Topic = (typeof TOPICS)[number];

/** One question with its answer: plain data, read from one file. */
export interface Entry {
  /** Kebab-case, the same as the file's name. */
  readonly id: string;
  readonly question: string;
  /** Other ways people ask it. */
  readonly aliases: readonly string[];
  /**
   * The answer in a word or a few, such as `Yes`, `Partly` or `Probably not`. A question that
   * asks for yes or no has one: its verdict rates what is claimed, and would be read as the answer.
   */
  readonly answer?: string | undefined;
  /** At most 300 characters, one paragraph; of a question with an `answer` what follows on it. */
  readonly short: string;
  readonly verdict: Verdict;
  /** What is different since the article, and when it changed. */
  readonly changed?: string | undefined;
  /** The strongest first. */
  readonly sources: readonly Source[];
  /** `YYYY-MM-DD`: when the answer was last held against its sources. */
  readonly checked: string;
  /** `YYYY-MM-DD`: when it should be looked at again. */
  readonly review: string;
  /** Ids of entries to read next. */
  readonly related: readonly string[];
  readonly topics: readonly Topic[];
  /** Numbers of the article's questions that this answers. */
  readonly article: readonly number[];
  /** 1 is shown first where nothing was typed. */
  readonly rank: number;
  /** The longer answer, Markdown as Discord reads it: one line a paragraph. */
  readonly body: string;
}

/** The longest an entry may be, so that its embed and its buttons fit Discord. */
export const LONGEST = {
  question: 100,
  answer: 30,
  short: 300,
  body: 2400,
  changed: 500,
  sources: 6,
  /** One row of buttons. */
  related: 5,
  sourceTitle: LONGEST_SOURCE.title,
  sourceUrl: LONGEST_SOURCE.url,
} as const;

/** How a question begins that is answered by yes or no. */
const ASKS_YES_OR_NO =
  /^(?:can|could|do|does|did|is|are|was|were|will|would|should|has|have|must|may)\b/i;
/** How its answer begins, and that no full stop ends it: one is set where it is shown. */
const ANSWER = /^(?:Yes|No|Not|None|Nobody|Partly|Mostly|Perhaps|Probably|Unclear)\b.*(?<![.!?])$/;

/** What an entry says above its longer answer, in whatever language; beside an `answer`, if it has one. */
export const entryTexts = {
  question: text(LONGEST.question),
  aliases: z
    .array(text(LONGEST.question), 'is missing: add the other ways people ask it')
    .min(3, 'has fewer than three: add other ways people ask it'),
  short: paragraph(LONGEST.short),
  changed: text(LONGEST.changed).optional(),
};

const frontMatter = z.strictObject({
  id,
  ...entryTexts,
  answer: text(LONGEST.answer)
    .regex(ANSWER, 'must begin with Yes, No, Partly or the like, and end without a full stop')
    .optional(),
  verdict: oneOf(VERDICTS),
  sources: sources(LONGEST.sources),
  checked: day,
  review: day,
  related: z
    .array(id)
    .max(LONGEST.related, `has too many: keep the best ${LONGEST.related}`)
    .default([]),
  topics: z.array(oneOf(TOPICS), 'is missing: add at least one').min(1, 'is empty: add one'),
  article: z.array(wholeNumber).default([]),
  rank: wholeNumber,
});

/**
 * Reads every `.md` file of a folder, in the order of `rank`, then of id.
 *
 * @throws {ContentError} listing every problem of every file at once.
 */
export function loadEntries(dir: string): readonly Entry[] {
  const { items, files, problems, isKnown } = readFolder(dir, {
    what: 'an entry',
    head: frontMatter,
    body: { longest: LONGEST.body, needed: 'the longer answer' },
  });
  const all = isKnown ? [] : problemsOf(items, files, problems);
  if (all.length > 0) throw new ContentError(all);
  return [...items].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
}

function problemsOf(
  items: readonly Entry[],
  files: readonly string[],
  problems: readonly string[],
): string[] {
  return [
    ...problems,
    ...items.flatMap((entry) => entryProblems(entry).map((found) => `${entry.id}.md: ${found}`)),
    // Files that could not be read are named already: only the others are held against one another,
    // and a related id counts as missing only when no file has that name either.
    ...problemsBetween(items, files),
  ];
}

function entryProblems(entry: Entry): string[] {
  const problems = dateProblems(entry);
  if (entry.answer === undefined && ASKS_YES_OR_NO.test(entry.question))
    problems.push('answer: is missing: the question asks for yes or no');
  if (entry.related.includes(entry.id)) problems.push('related: names the entry itself: remove it');
  return problems;
}

function problemsBetween(entries: readonly Entry[], files: readonly string[]): string[] {
  const problems: string[] = [];
  const names = new Set([
    ...entries.map((entry) => entry.id),
    ...files.map((file) => basename(file, '.md')),
  ]);
  const ids = new Map<string, string>();
  const phrasings = new Map<string, string>();
  for (const entry of entries) {
    const twin = ids.get(entry.id);
    if (twin) problems.push(`${entry.id}: id is used by two files: give one of them another`);
    ids.set(entry.id, entry.id);
    for (const other of entry.related)
      if (!names.has(other))
        problems.push(`${entry.id}.md: related: no entry "${other}": correct or remove it`);
    for (const phrasing of [entry.question, ...entry.aliases]) {
      const key = phrasing.toLowerCase();
      const first = phrasings.get(key);
      if (first)
        problems.push(`${entry.id}.md: "${phrasing}" stands in ${first}.md too: keep one of them`);
      phrasings.set(key, entry.id);
    }
  }
  return problems;
}
