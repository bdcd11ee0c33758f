import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { projectRoot } from '../src/lib/paths.js';
import type { Knowledge } from '../src/services/knowledge/knowledge.js';

/** The half that the search may be tuned on, and the one that is only measured. */
export type Half = 'tune' | 'hold';

/** A question as somebody put it. */
export interface Asked {
  readonly question: string;
  /** Entries that answer it, the best first; none for a question that isn't about TikTok's numbers. */
  readonly expected: readonly string[];
  readonly half: Half;
}

/** How the search did on some questions; shares are of 1. */
export interface SearchFigures {
  /** Questions that an entry answers. */
  readonly questions: number;
  /** The first hit is an expected entry; one of the first three is. */
  readonly top1: number;
  readonly top3: number;
  /** An expected entry was given as the answer, without asking back; another one was. */
  readonly answered: number;
  readonly wrong: number;
  /** Questions that no entry answers, and the share of them to which an answer was given. */
  readonly offTopic: number;
  readonly answeredOffTopic: number;
}

const rows = z.array(
  z.object({
    question: z.string().min(1),
    expected: z.string().transform((ids) => ids.split('|').filter((id) => id !== '')),
    half: z.enum(['tune', 'hold']),
  }),
);

/** The questions of `faq-questions.csv`: written down before the search was tuned. */
export function readQuestions(): readonly Asked[] {
  const file = readFileSync(join(projectRoot, 'bench', 'faq-questions.csv'), 'utf8');
  return rows.parse(parse(file, { columns: true, bom: true, skip_empty_lines: true }));
}

/** What was measured on each half. */
export type SearchHalves = Readonly<Record<Half, SearchFigures>>;

/** How the search does on both halves of the questions. */
export function measureHalves(knowledge: Knowledge): SearchHalves {
  const questions = readQuestions();
  return {
    tune: measureSearch(knowledge, questions, 'tune'),
    hold: measureSearch(knowledge, questions, 'hold'),
  };
}

/** Asks every question of a half and looks what comes back. */
function measureSearch(
  knowledge: Knowledge,
  questions: readonly Asked[],
  half: Half,
): SearchFigures {
  const results = questions
    .filter((asked) => asked.half === half)
    .map(({ question, expected }) => {
      const hits = knowledge.search(question, { limit: 3 }).map(({ entry }) => entry.id);
      const answer = knowledge.answer(question);
      const given = answer.kind === 'answer' ? answer.entry.id : null;
      return {
        onTopic: expected.length > 0,
        top1: expected.includes(hits[0] ?? ''),
        top3: hits.some((id) => expected.includes(id)),
        right: given !== null && expected.includes(given),
        wrong: given !== null && !expected.includes(given),
      };
    });
  const [on, off] = [results.filter((one) => one.onTopic), results.filter((one) => !one.onTopic)];
  type Result = (typeof results)[number];
  const share = (of: readonly Result[], is: (one: Result) => boolean) =>
    of.length === 0 ? 0 : of.filter(is).length / of.length;
  return {
    questions: on.length,
    top1: share(on, ({ top1 }) => top1),
    top3: share(on, ({ top3 }) => top3),
    answered: share(on, ({ right }) => right),
    wrong: share(on, ({ wrong }) => wrong),
    offTopic: off.length,
    answeredOffTopic: share(off, ({ wrong }) => wrong),
  };
}
