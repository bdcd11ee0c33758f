import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { parseDate } from '../../lib/dates.js';
import { cachedItems, textFiles } from './content-cache.js';

/** How sure a statement is. `false now` judges the answer that is usually given. */
export const VERDICTS = ['true', 'false now', 'disputed', 'unproven', 'changed'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Source {
  /** Who says it and what it is. */
  readonly title: string;
  /** `https://…`; absent where no full address is known. */
  readonly url?: string | undefined;
  /** When it was published or read: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; absent when it bears none. */
  readonly date?: string | undefined;
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

/** The longest a source may be, so that what shows it fits Discord. */
export const LONGEST_SOURCE = { title: 120, url: 200 } as const;

/** A text of at most `max` characters. */
export const text = (max: number) =>
  z
    .string('is missing: add it')
    .trim()
    .min(1, 'is empty: fill it in')
    .refine((value) => value.length <= max, {
      error: (issue) =>
        `has ${String(issue.input).trim().length} characters: shorten it to ${max} or fewer`,
    });

/** A text of one paragraph. */
export const paragraph = (max: number) =>
  text(max).refine((value) => !value.includes('\n'), {
    error: 'has several paragraphs: keep it to one',
  });

export const day = z.string('is missing: add a date such as 2026-11-23').refine(isDay, {
  error: (issue) =>
    `"${String(issue.input)}" is not a date: write a day that exists, as YYYY-MM-DD`,
});

/** Short enough to stand in a button's custom id beside a member's. */
const LONGEST_ID = 60;

export const id = z
  .string('is missing: add it')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens')
  .max(LONGEST_ID, `is too long: shorten it to ${LONGEST_ID} characters`);

export const oneOf = <T extends string>(values: readonly T[]) =>
  z.enum(values, { error: `must be one of: ${values.join(', ')}` });

export const wholeNumber = z
  .string('is missing: add a whole number from 1')
  .regex(/^[1-9]\d{0,3}$/, 'must be a whole number from 1')
  .transform(Number);

export const source = z.strictObject({
  title: text(LONGEST_SOURCE.title).refine((title) => !/[[\]]/.test(title), {
    error: 'holds square brackets, which would break its link: leave them out',
  }),
  url: text(LONGEST_SOURCE.url)
    .regex(/^https:\/\/[^\s()<>]+$/, 'must be one https:// address without spaces or brackets')
    .optional(),
  date: z
    .string()
    .refine(isPartOfDate, {
      error: (issue) => `"${String(issue.input)}" is not a date: use YYYY, YYYY-MM or YYYY-MM-DD`,
    })
    .optional(),
});

export const sources = (max: number) =>
  z
    .array(source, 'is missing: add at least one')
    .min(1, 'is empty: add at least one')
    .max(max, `has too many: keep the best ${max}`);

/** What is read of a folder: what could be read, and every problem of every file. */
export interface Folder<T> {
  readonly items: readonly T[];
  /** The names of all files, also of those that could not be read. */
  readonly files: readonly string[];
  /** Each with the file it is in. */
  readonly problems: readonly string[];
  /** Whether all of it stands as it was when the program was compiled, and had no problem then. */
  readonly isKnown: boolean;
}

/** What the files of a folder hold. */
export interface FileKind<H> {
  /** What one file is called in a problem: “an entry”. */
  readonly what: string;
  /** The keys above the text. */
  readonly head: z.ZodType<H>;
  /** The text below: its longest, and what it is where it mustn't be left out. */
  readonly body: { readonly longest: number; readonly needed?: string };
}

/** Reads every `.md` file of a folder: front matter, then text. Never throws. */
export function readFolder<H extends { readonly id: string }>(
  dir: string,
  kind: FileKind<H>,
): Folder<H & { readonly body: string }> {
  let files: string[];
  try {
    files = textFiles(dir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem = `${dir}: cannot be read (${reason}): restore the folder`;
    return { items: [], files: [], problems: [problem], isKnown: false };
  }
  if (files.length === 0) {
    const problem = `${dir}: holds no .md file: restore its files`;
    return { items: [], files, problems: [problem], isKnown: false };
  }
  // Kept are only items that passed this same check.
  const known = cachedItems(dir, files) as (H & { body: string })[] | undefined;
  if (known !== undefined) {
    return keep(dir, { items: known, files, problems: [], isKnown: true });
  }
  const problems: string[] = [];
  const items: (H & { body: string })[] = [];
  for (const file of files) {
    const read = readFile(readFileSync(join(dir, file), 'utf8'), kind);
    if ('item' in read) items.push(read.item);
    const found = 'item' in read ? nameProblems(file, read.item.id) : read.problems;
    problems.push(...found.map((problem) => `${file}: ${problem}`));
  }
  return keep(dir, { items, files, problems, isKnown: false });
}

const foldersRead = new Map<string, Folder<unknown>>();

function keep<T>(dir: string, folder: Folder<T>): Folder<T> {
  foldersRead.set(dir, folder);
  return folder;
}

/** What was read so far without any problem, to be kept for the next start. */
export function foldersWithoutProblems(): {
  dir: string;
  files: readonly string[];
  items: readonly unknown[];
}[] {
  return [...foldersRead].flatMap(([dir, { files, items, problems }]) =>
    problems.length === 0 ? [{ dir, files, items }] : [],
  );
}

/** What is wrong with two dates of one file. */
export function dateProblems({ checked, review }: { checked: string; review: string }): string[] {
  return review <= checked
    ? [`review: ${review} is not after checked (${checked}): put it later`]
    : [];
}

function nameProblems(file: string, id: string): string[] {
  const name = basename(file, '.md');
  return id === name
    ? []
    : [`id: "${id}" is not the file's name: call it "${name}" or rename the file`];
}

function readFile<H>(
  file: string,
  { what, head: schema, body: wanted }: FileKind<H>,
): { item: H & { body: string } } | { problems: string[] } {
  const parts = /^---\n(.*?)\n---(?:\n|$)(.*)$/s.exec(
    file.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'),
  );
  if (!parts) return { problems: ['has no front matter: start it with "---", keys, and "---"'] };
  const [, head = '', rest = ''] = parts;
  const problems: string[] = [];

  const body = rest.trim();
  if (body === '' && wanted.needed !== undefined)
    problems.push(`body: is missing: write ${wanted.needed} below the front matter`);
  if (body.length > wanted.longest)
    problems.push(`body: has ${body.length} characters: shorten it to ${wanted.longest} or fewer`);

  let raw: unknown;
  try {
    // Failsafe keeps every scalar a string: no quoting is needed for dates, years and "true".
    raw = load(head, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { problems: [...problems, `front matter is not YAML: ${reason}`] };
  }
  const checked = schema.safeParse(raw);
  if (!checked.success) {
    problems.push(...checked.error.issues.flatMap((issue) => describe(issue, what)));
  }
  return checked.success && problems.length === 0
    ? { item: { ...checked.data, body } }
    : { problems };
}

function describe(issue: z.core.$ZodIssue, what: string): string[] {
  const at = issue.path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(
      (key) => `${at === '' ? '' : `${at}.`}${key}: is not a key of ${what}: remove or rename it`,
    );
  return [`${at === '' ? 'front matter' : at}: ${issue.message}`];
}

function isDay(value: string): boolean {
  const read = parseDate(value);
  return read.ok && read.date === value;
}

function isPartOfDate(value: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(value) && isDay(`${value}-01-01`.slice(0, 10));
}
