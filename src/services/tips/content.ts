import { z } from 'zod';
import { tipsDir } from '../../lib/paths.js';
import {
  ContentError,
  dateProblems,
  day,
  id,
  oneOf,
  readFolder,
  type Source,
  source,
  text,
} from '../content/content-file.js';
import { CATEGORIES, type Category } from '../estimate/category.js';

export { CATEGORIES, type Category } from '../estimate/category.js';

/** How sure anybody can be that a tip helps. */
export const BASES = [
  'documented by TikTok',
  'a signal TikTok names',
  'large study',
  'heuristic',
] as const;

/** What a video's numbers may look like; each is a heuristic, worked out in `diagnosis.ts`. */
export const PATTERNS = [
  'seen-not-liked',
  'liked-not-shared',
  'shared-not-saved',
  'watched-not-saved',
  'saved-no-follows',
  'doing-well',
  'few-views',
  'too-early',
] as const;
export type Pattern = (typeof PATTERNS)[number];

/** One thing to try: plain data, read from one file. */
export interface Tip {
  /** Kebab-case, the same as the file's name; readings are stored with it. */
  readonly id: string;
  readonly basis: (typeof BASES)[number];
  /** Whoever says what the tip rests on; always there unless it is a heuristic. */
  readonly source?: Source | undefined;
  /** `YYYY-MM-DD`: when it was held against its source, and when it should be again. */
  readonly checked?: string | undefined;
  readonly review?: string | undefined;
  /** What it helps with; with neither of the two it fits every video. */
  readonly patterns: readonly Pattern[];
  readonly categories: readonly Category[];
  /** What a video has to have for it to make sense. */
  readonly needs: readonly 'comments'[];
  /** What to do in a few words, which differ from those of every other tip. */
  readonly short: string;
  /** The tip itself, one paragraph. */
  readonly body: string;
}

/** The longest a tip may be. */
export const LONGEST_TIP = 260;

/** The longest its short form may be: with its basis behind it, one line on a phone. */
export const LONGEST_SHORT = 26;

const head = z.strictObject({
  id,
  short: text(LONGEST_SHORT),
  basis: oneOf(BASES),
  source: source.optional(),
  checked: day.optional(),
  review: day.optional(),
  patterns: z.array(oneOf(PATTERNS)).default([]),
  categories: z.array(oneOf(CATEGORIES)).default([]),
  needs: z.array(oneOf(['comments'])).default([]),
});

/**
 * Reads every tip of a folder, in the order of their ids.
 *
 * @throws {ContentError} listing every problem of every file at once.
 */
export function loadTips(dir: string): readonly Tip[] {
  const { items, problems } = readFolder(dir, {
    what: 'a tip',
    head,
    body: { longest: LONGEST_TIP, needed: 'the tip' },
  });
  const all = [
    ...problems,
    ...items.flatMap((tip) => tipProblems(tip).map((problem) => `${tip.id}.md: ${problem}`)),
  ];
  if (items.length > 0 && problems.length === 0) all.push(...gaps(items));
  if (all.length > 0) throw new ContentError(all);
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function tipProblems({ basis, source: from, checked, review, body }: Tip): string[] {
  const problems: string[] = [];
  if (body.includes('\n')) problems.push('body: has several paragraphs: keep it to one');
  if (basis !== 'heuristic' && from === undefined) {
    problems.push(`source: is missing: a tip that is ${basis} names it`);
  }
  if (from !== undefined && (checked === undefined || review === undefined)) {
    problems.push('checked and review: are missing: a tip with a source has both');
  } else if (checked !== undefined && review !== undefined) {
    problems.push(...dateProblems({ checked, review }));
  }
  return problems;
}

/** Never the same tip twice in a row takes two for every case. */
function gaps(tips: readonly Tip[]): string[] {
  const cases = [
    ...PATTERNS.map((name) => ({
      name,
      count: tips.filter((t) => t.patterns.includes(name)).length,
    })),
    ...CATEGORIES.map((name) => ({
      name,
      count: tips.filter((t) => t.categories.includes(name)).length,
    })),
    { name: 'every video', count: tips.filter(isGeneral).length },
  ];
  return cases
    .filter(({ count }) => count < 2)
    .map(({ name }) => `${name}: has fewer than two tips: write another`);
}

function isGeneral({ patterns, categories }: Tip): boolean {
  return patterns.length === 0 && categories.length === 0;
}

let read: readonly Tip[] | undefined;

/**
 * The tips that come with this program, read once.
 *
 * @throws {ContentError} when a file isn't right; the start tells of it first.
 */
export function allTips(): readonly Tip[] {
  read ??= loadTips(tipsDir);
  return read;
}

/** What a tip should fit. */
export interface Fit {
  readonly patterns: readonly Pattern[];
  readonly category: Category | null;
  /** False for a video without a comment. */
  readonly hasComments: boolean;
}

/**
 * One tip that fits, never the one that was shown last: one for a pattern or for the category where
 * there is one, else one that fits every video.
 *
 * @param last the id of the tip before; null if there was none.
 * @param turn any whole number from 0 on: another number gives another tip, the same the same.
 */
export function chooseTip(fit: Fit, last: string | null, turn: number): Tip {
  const others = allTips().filter(
    (tip) => tip.id !== last && (fit.hasComments || tip.needs.length === 0),
  );
  const fitting = others.filter((tip) => fits(tip, fit));
  const pool = fitting.length > 0 ? fitting : others.filter(isGeneral);
  const tip = pool[turn % pool.length];
  if (tip === undefined) throw new Error('There is no tip for every video.');
  return tip;
}

function fits({ patterns, categories }: Tip, fit: Fit): boolean {
  const forPattern = patterns.some((pattern) => fit.patterns.includes(pattern));
  const forCategory = fit.category !== null && categories.includes(fit.category);
  return forPattern || forCategory;
}

/** A tip by its id; null for one that was taken out. */
export function tipById(id: string | null): Tip | null {
  return allTips().find((tip) => tip.id === id) ?? null;
}

/** Tips of one list, so that two lists fit one embed at their longest. */
const MOST_LISTED = 3;

/** The tips written for a category, and those for whatever is to be kept: at most three each. */
export function tipsFor(category: Category): { own: readonly Tip[]; keeping: readonly Tip[] } {
  const some = (isWanted: (tip: Tip) => boolean) =>
    allTips().filter(isWanted).slice(0, MOST_LISTED);
  return {
    own: some((tip) => tip.categories.includes(category)),
    keeping: some((tip) => tip.patterns.includes('shared-not-saved')),
  };
}
