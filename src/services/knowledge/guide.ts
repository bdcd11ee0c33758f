import { z } from 'zod';
import {
  ContentError,
  dateProblems,
  day,
  id,
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

/** Where one number stands in TikTok, and what it means: plain data, read from one file. */
export interface GuidePage {
  /** Kebab-case, the same as the file's name. */
  readonly id: string;
  readonly title: string;
  /** 1 is offered first. */
  readonly rank: number;
  readonly verdict: Verdict;
  /** Where it stands in the app, and on the web. */
  readonly app: string;
  readonly web: string;
  readonly meaning: string;
  readonly delay: string;
  readonly rounding: string;
  /** What a file holds. */
  readonly contains?: string | undefined;
  /** Where the number, or what in the file, isn't to be found. */
  readonly lacks?: string | undefined;
  /** The strongest first. */
  readonly sources: readonly Source[];
  /** `YYYY-MM-DD`: when it was last held against its sources, and when it should be again. */
  readonly checked: string;
  readonly review: string;
  /** What else there is to say; may be empty. */
  readonly body: string;
}

export interface Guide {
  /** In the order in which they are offered. */
  readonly pages: readonly GuidePage[];
  byId(id: string): GuidePage | undefined;
}

/** The longest each part may be, so that a page fits Discord whatever else it holds. */
export const LONGEST_PAGE = {
  title: 80,
  app: 400,
  web: 400,
  meaning: 600,
  delay: 400,
  rounding: 400,
  contains: 800,
  lacks: 600,
  body: 500,
  sources: 4,
} as const;

/** Discord offers no more choices for an option. */
const MOST_PAGES = 25;

/** What a page says above its text, in whatever language. */
export const pageTexts = {
  title: text(LONGEST_PAGE.title),
  app: paragraph(LONGEST_PAGE.app),
  web: paragraph(LONGEST_PAGE.web),
  meaning: paragraph(LONGEST_PAGE.meaning),
  delay: paragraph(LONGEST_PAGE.delay),
  rounding: paragraph(LONGEST_PAGE.rounding),
  contains: paragraph(LONGEST_PAGE.contains).optional(),
  lacks: paragraph(LONGEST_PAGE.lacks).optional(),
};

const head = z.strictObject({
  id,
  ...pageTexts,
  rank: wholeNumber,
  verdict: oneOf(VERDICTS),
  sources: sources(LONGEST_PAGE.sources),
  checked: day,
  review: day,
});

/**
 * Reads every page of a folder, in the order of `rank`, then of id. Never throws: the commands are
 * defined before the start can tell of problems.
 */
export function readGuide(dir: string): { pages: readonly GuidePage[]; problems: string[] } {
  const { items, problems } = readFolder(dir, {
    what: 'a page',
    head,
    body: { longest: LONGEST_PAGE.body },
  });
  const found = items.flatMap((page) =>
    dateProblems(page).map((problem) => `${page.id}.md: ${problem}`),
  );
  if (items.length > MOST_PAGES) {
    found.push(`${dir}: holds more than ${MOST_PAGES} pages: put some together`);
  }
  const pages = [...items].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  return { pages: pages.slice(0, MOST_PAGES), problems: [...problems, ...found] };
}

/**
 * The pages of a folder, to be looked up.
 *
 * @throws {ContentError} listing every problem of every file at once.
 */
export function loadGuide(dir: string): Guide {
  const { pages, problems } = readGuide(dir);
  if (problems.length > 0) throw new ContentError(problems);
  const ids = new Map(pages.map((page) => [page.id, page]));
  return { pages, byId: (id) => ids.get(id) };
}
