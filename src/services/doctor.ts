import { type Inspection, inspectDatabase } from '../db/database.js';
import { DatabaseProblem } from '../db/errors.js';
import type { Problem } from '../lib/problem.js';
import { type Due, dueForReview, loadContent } from './content.js';
import { ContentError } from './content-file.js';

/** What a look at the content found. */
export type ContentFindings =
  | { readonly ok: true; readonly files: number; readonly due: readonly Due[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What a look at the database found. */
export type DatabaseFindings =
  | ({ readonly ok: true } & Inspection)
  | { readonly ok: false; readonly problem: Problem };

/** Looks at everything in `content/`, and what of it is past its review date as of `now`. */
export function examineContent(now: Date): ContentFindings {
  try {
    const content = loadContent();
    const { knowledge, guide, tips } = content;
    return {
      ok: true,
      files: knowledge.entries.length + guide.pages.length + tips.length,
      due: dueForReview(content, now),
    };
  } catch (error) {
    if (error instanceof ContentError) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** Looks at the database, without changing anything in it. */
export async function examineDatabase(url: string): Promise<DatabaseFindings> {
  try {
    return { ok: true, ...(await inspectDatabase(url)) };
  } catch (error) {
    if (error instanceof DatabaseProblem) return { ok: false, problem: error };
    throw error;
  }
}
