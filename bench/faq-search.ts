import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { OTHER_LANGUAGES, type OtherLanguage } from '../src/lib/languages.js';
import { projectRoot } from '../src/lib/paths.js';
import type { Knowledge } from '../src/services/knowledge/knowledge.js';

/** The half that the search may be tuned on, and the one that is only measured. */
export type Half = 'tune' | 'hold';

/** A question as somebody put it. */
export interface Asked {
  readonly question: string;
  /** Entries that answer it, the best first; none for a question that isn't about TikTok's numbers. */
  readonly expected: readonly string[];
  /** `learn` for what was written after measuring, to learn from: it is never measured. */
  readonly half: Half | 'learn';
  /** `YYYY-MM-DD`: when it was written down; the questions of one day are a set of their own. */
  readonly written: string;
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
    half: z.enum(['tune', 'hold', 'learn']),
    written: z.iso.date(),
  }),
);

const foreignRows = z.array(rows.element.pick({ question: true, expected: true }));

/** The questions of `faq-questions.csv`: written down before the search was tuned. */
export function readQuestions(): readonly Asked[] {
  const file = readFileSync(join(projectRoot, 'bench', 'faq-questions.csv'), 'utf8');
  return rows.parse(parse(file, { columns: true, bom: true, skip_empty_lines: true }));
}

/** What was measured on each half. */
export type SearchHalves = Readonly<Record<Half, SearchFigures>>;

/** What was measured on the newest questions, and on all that were written before them. */
export interface SearchSets {
  readonly earlier: SearchHalves;
  readonly newest: SearchHalves;
}

/** How the search does on both halves of the newest questions, and of those before them. */
export function measureSets(knowledge: Knowledge): SearchSets {
  const questions = readQuestions();
  const [newestDay] = questions.map(({ written }) => written).sort((a, b) => (a < b ? 1 : -1));
  const halves = (of: readonly Asked[]): SearchHalves => ({
    tune: measureSearch(knowledge, of, 'tune'),
    hold: measureSearch(knowledge, of, 'hold'),
  });
  return {
    earlier: halves(questions.filter(({ written }) => written !== newestDay)),
    newest: halves(questions.filter(({ written }) => written === newestDay)),
  };
}

/** The questions of a language beside English: all written before anything was tuned on them. */
export function readQuestionsIn(
  language: OtherLanguage,
): readonly Pick<Asked, 'question' | 'expected'>[] {
  const file = readFileSync(join(projectRoot, 'bench', 'languages', `${language}.csv`), 'utf8');
  return foreignRows.parse(parse(file, { columns: true, bom: true, skip_empty_lines: true }));
}

/** How the search does in each of the other languages. */
export function measureLanguages(knowledge: Knowledge): ReadonlyMap<OtherLanguage, SearchFigures> {
  return new Map(
    OTHER_LANGUAGES.map((language) => [
      language,
      measured(knowledge, readQuestionsIn(language), [language]),
    ]),
  );
}

/** Asks every question of a half and looks what comes back. */
function measureSearch(
  knowledge: Knowledge,
  questions: readonly Asked[],
  half: Half,
): SearchFigures {
  return measured(
    knowledge,
    questions.filter((asked) => asked.half === half),
  );
}

function measured(
  knowledge: Knowledge,
  questions: readonly Pick<Asked, 'question' | 'expected'>[],
  languages: readonly string[] = [],
): SearchFigures {
  const results = questions.map(({ question, expected }) => {
    const hits = knowledge.search(question, { limit: 3, languages }).map(({ entry }) => entry.id);
    const answer = knowledge.answer(question, { languages });
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
