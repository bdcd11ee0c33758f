import { isOver } from '../../lib/dates.js';
import { faqDir, guideDir } from '../../lib/paths.js';
import { ContentError } from '../content/content-file.js';
import { allTips, type Tip } from '../tips/content.js';
import { type Guide, loadGuide } from './guide.js';
import { type Knowledge, loadKnowledge } from './knowledge.js';

/** Everything the bot knows, read from `content/`. */
export interface Content {
  readonly knowledge: Knowledge;
  readonly guide: Guide;
  readonly tips: readonly Tip[];
}

/**
 * Reads and checks all of it.
 *
 * @throws {ContentError} listing every problem of every file at once.
 */
export function loadContent(): Content {
  const problems: string[] = [];
  const attempt = <T>(load: () => T): T | undefined => {
    try {
      return load();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const knowledge = attempt(() => loadKnowledge(faqDir));
  const guide = attempt(() => loadGuide(guideDir));
  const tips = attempt(allTips);
  if (knowledge === undefined || guide === undefined || tips === undefined) {
    throw new ContentError(problems);
  }
  return { knowledge, guide, tips };
}

/** Something past the day on which it should have been checked again. */
export interface Due {
  /** The file, from the project's folder. */
  readonly file: string;
  readonly checked: string;
  readonly review: string;
}

/** Everything in the content that is past its review date, the longest overdue first. */
export function dueForReview({ knowledge, guide, tips }: Content, now: Date): Due[] {
  const all = [
    ...knowledge.entries.map((entry) => ({ folder: 'faq', ...entry })),
    ...guide.pages.map((page) => ({ folder: 'guide', ...page })),
    ...tips.map((tip) => ({ folder: 'tips', ...tip })),
  ];
  return all
    .flatMap(({ folder, id, checked, review }) =>
      checked !== undefined && review !== undefined && isOver(review, now)
        ? [{ file: `content/${folder}/${id}.md`, checked, review }]
        : [],
    )
    .sort((a, b) => (a.review < b.review ? -1 : 1));
}
