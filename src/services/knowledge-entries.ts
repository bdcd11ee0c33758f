import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { parseDate } from '../lib/dates.js';

/** How sure an answer is. `false now` judges the answer that is usually given. */
export const VERDICTS = ['true', 'false now', 'disputed', 'unproven', 'changed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What entries can be about; one entry may belong to several. */
const TOPICS = ['saves'] as const;
export type Topic = (typeof TOPICS)[number];

export interface Source {
  /** Who says it and what it is. */
  readonly title: string;
  /** `https://…`; absent where no full address is known. */
  readonly url?: string | undefined;
  /** When it was published or read: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; absent when it bears none. */
  readonly date?: string | undefined;
}

/** One question with its answer: plain data, read from one file. */
export interface Entry {
  /** Kebab-case, the same as the file's name. */
  readonly id: string;
  readonly question: string;
  /** Other ways people ask it. */
  readonly aliases: readonly string[];
  /** At most 300 characters, one paragraph. */
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

/** The content cannot be used: every problem of every file, each with its mend. */
export class ContentError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The content has ${problems.length} problem(s):\n${problems.join('\n')}`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** The longest an entry may be, so that its embed fits Discord whatever else it holds. */
export const LONGEST = {
  question: 100,
  short: 300,
  body: 2400,
  changed: 500,
  sources: 6,
  sourceTitle: 120,
  sourceUrl: 200,
} as const;

const text = (max: number) =>
  z
    .string('is missing: add it')
    .trim()
    .min(1, 'is empty: fill it in')
    .refine((value) => value.length <= max, {
      error: (issue) =>
        `has ${String(issue.input).trim().length} characters: shorten it to ${max} or fewer`,
    });

const day = z.string('is missing: add a date such as 2026-11-23').refine(isDay, {
  error: (issue) =>
    `"${String(issue.input)}" is not a date: write a day that exists, as YYYY-MM-DD`,
});

const id = z
  .string('is missing: add it')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens');

const oneOf = <T extends string>(values: readonly T[]) =>
  z.enum(values, { error: `must be one of: ${values.join(', ')}` });

const wholeNumber = z
  .string('is missing: add a whole number from 1')
  .regex(/^[1-9]\d{0,3}$/, 'must be a whole number from 1')
  .transform(Number);

const source = z.strictObject({
  title: text(LONGEST.sourceTitle).refine((title) => !/[[\]]/.test(title), {
    error: 'holds square brackets, which would break its link: leave them out',
  }),
  url: text(LONGEST.sourceUrl)
    .regex(/^https:\/\/[^\s()<>]+$/, 'must be one https:// address without spaces or brackets')
    .optional(),
  date: z
    .string()
    .refine(isPartOfDate, {
      error: (issue) => `"${String(issue.input)}" is not a date: use YYYY, YYYY-MM or YYYY-MM-DD`,
    })
    .optional(),
});

const frontMatter = z.strictObject({
  id,
  question: text(LONGEST.question),
  aliases: z
    .array(text(LONGEST.question), 'is missing: add the other ways people ask it')
    .min(3, 'has fewer than three: add other ways people ask it'),
  short: text(LONGEST.short).refine((short) => !short.includes('\n'), {
    error: 'has several paragraphs: keep it to one',
  }),
  verdict: oneOf(VERDICTS),
  changed: text(LONGEST.changed).optional(),
  sources: z
    .array(source, 'is missing: add at least one')
    .min(1, 'is empty: add at least one')
    .max(LONGEST.sources, `has too many: keep the best ${LONGEST.sources}`),
  checked: day,
  review: day,
  related: z.array(id).default([]),
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
  const files = listFiles(dir);
  const problems: string[] = [];
  const entries: Entry[] = [];
  for (const file of files) {
    const read = readEntry(readFileSync(join(dir, file), 'utf8'));
    if ('entry' in read) entries.push(read.entry);
    const found = 'entry' in read ? fileProblems(file, read.entry) : read.problems;
    problems.push(...found.map((problem) => `${file}: ${problem}`));
  }
  // Files that could not be read are named already: only the others are held against one another,
  // and a related id counts as missing only when no file has that name either.
  problems.push(...problemsBetween(entries, files));
  if (problems.length > 0) throw new ContentError(problems);
  return entries.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
}

function listFiles(dir: string): string[] {
  let files: string[];
  try {
    files = readdirSync(dir).filter((name) => name.endsWith('.md'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ContentError([`${dir}: cannot be read (${reason}): restore the folder`]);
  }
  if (files.length === 0) throw new ContentError([`${dir}: holds no .md file: restore its files`]);
  return files.sort();
}

function readEntry(file: string): { entry: Entry } | { problems: string[] } {
  const parts = /^---\n(.*?)\n---(?:\n|$)(.*)$/s.exec(
    file.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'),
  );
  if (!parts) return { problems: ['has no front matter: start it with "---", keys, and "---"'] };
  const [, head = '', rest = ''] = parts;
  const problems: string[] = [];

  const body = rest.trim();
  if (body === '')
    problems.push('body: is missing: write the longer answer below the front matter');
  if (body.length > LONGEST.body)
    problems.push(`body: has ${body.length} characters: shorten it to ${LONGEST.body} or fewer`);

  let raw: unknown;
  try {
    // Failsafe keeps every scalar a string: no quoting is needed for dates, years and "true".
    raw = load(head, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { problems: [...problems, `front matter is not YAML: ${reason}`] };
  }
  const checked = frontMatter.safeParse(raw);
  if (!checked.success) problems.push(...checked.error.issues.flatMap(describe));
  return checked.success && problems.length === 0
    ? { entry: { ...checked.data, body } }
    : { problems };
}

function describe(issue: z.core.$ZodIssue): string[] {
  const at = issue.path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(
      (key) => `${at === '' ? '' : `${at}.`}${key}: is not a key of an entry: remove or rename it`,
    );
  return [`${at === '' ? 'front matter' : at}: ${issue.message}`];
}

function fileProblems(file: string, entry: Entry): string[] {
  const problems: string[] = [];
  const name = basename(file, '.md');
  if (entry.id !== name)
    problems.push(`id: "${entry.id}" is not the file's name: call it "${name}" or rename the file`);
  if (entry.review <= entry.checked)
    problems.push(`review: ${entry.review} is not after checked (${entry.checked}): put it later`);
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

function isDay(value: string): boolean {
  const read = parseDate(value);
  return read.ok && read.date === value;
}

function isPartOfDate(value: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(value) && isDay(`${value}-01-01`.slice(0, 10));
}
