import { describe, expect, test } from 'vitest';
import {
  measureLanguages,
  measureSets,
  readQuestions,
  readQuestionsIn,
} from '../../bench/faq-search.js';
import { OTHER_LANGUAGES } from '../../src/lib/languages.js';
import { faqDir } from '../../src/lib/paths.js';
import { loadKnowledge } from '../../src/services/knowledge/knowledge.js';
import { translationsOf } from '../../src/services/knowledge/translations.js';

const knowledge = loadKnowledge(faqDir);
const questions = readQuestions();

/** Without anything that makes two texts the same but for how they are typed. */
const bare = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe('the questions the search is measured with', () => {
  test('are 160 or more, in two halves, some of them off topic, each once', () => {
    expect(questions.length).toBeGreaterThanOrEqual(160);
    for (const half of ['tune', 'hold']) {
      const own = questions.filter((asked) => asked.half === half);
      expect(own.length).toBeGreaterThanOrEqual(80);
      const off = own.filter(({ expected }) => expected.length === 0);
      expect(off.length).toBeGreaterThanOrEqual(15);
    }
    expect(new Set(questions.map(({ question }) => bare(question))).size).toBe(questions.length);
  });

  test('expect entries that are there, and each entry is expected by some in either half', () => {
    const known = new Set(knowledge.entries.map(({ id }) => id));
    const expected = questions.flatMap((asked) => asked.expected);
    expect(expected.filter((id) => !known.has(id))).toEqual([]);
    for (const half of ['tune', 'hold']) {
      const own = new Set(
        questions.flatMap((asked) => (asked.half === half ? asked.expected : [])),
      );
      expect([...known].filter((id) => !own.has(id))).toEqual([]);
    }
  });

  test('none is the text of an entry, however it is typed', () => {
    const texts = new Set(
      knowledge.entries.flatMap(({ question, aliases, short, body }) =>
        [question, ...aliases, short, ...body.split(/\n|(?<=[.!?:])\s/)].map(bare),
      ),
    );
    // Counted, not shown: half of the questions is for measuring alone.
    expect(questions.filter(({ question }) => texts.has(bare(question))).length).toBe(0);
  });
});

describe('the search finds what people ask in other languages', () => {
  const figures = measureLanguages(knowledge);

  test.each(OTHER_LANGUAGES)('%s: as well as it was measured', (language) => {
    const found = figures.get(language);
    if (found === undefined) throw new Error('It wasn’t measured.');
    const { questions: count, top3, wrong, answeredOffTopic, offTopic } = found;
    expect(count).toBeGreaterThanOrEqual(60);
    expect(offTopic).toBeGreaterThanOrEqual(20);
    expect(top3).toBeGreaterThanOrEqual(0.93);
    expect(wrong).toBeLessThanOrEqual(0.05);
    // One of so few is more than three in a hundred; of all together it mustn’t be.
    expect(answeredOffTopic * offTopic).toBeLessThanOrEqual(1);
  });

  test('and hardly ever answers what is off topic', () => {
    const all = [...figures.values()];
    const asked = all.reduce((sum, { offTopic }) => sum + offTopic, 0);
    const given = all.reduce((sum, one) => sum + one.answeredOffTopic * one.offTopic, 0);
    expect(given / asked).toBeLessThanOrEqual(0.03);
  });

  test('expects entries that are there, and no text of an entry', () => {
    const known = new Set(knowledge.entries.map(({ id }) => id));
    for (const language of OTHER_LANGUAGES) {
      const texts = new Set(
        [...translationsOf(language).entries.values()].flatMap(({ question, aliases, short }) =>
          [question, ...aliases, short].map(bare),
        ),
      );
      for (const { question, expected } of readQuestionsIn(language)) {
        expect(expected.filter((id) => !known.has(id))).toEqual([]);
        if (expected.length > 0) expect(texts.has(bare(question)), question).toBe(false);
      }
    }
  });

  test('in English, too, whatever the language of who asks', () => {
    const asked = questions.filter(({ half, expected }) => half === 'tune' && expected.length > 0);
    for (const language of OTHER_LANGUAGES) {
      const found = asked.filter(({ question, expected }) =>
        knowledge
          .search(question, { limit: 3, languages: [language] })
          .some(({ entry }) => expected.includes(entry.id)),
      );
      expect(found.length / asked.length, language).toBeGreaterThanOrEqual(0.95);
    }
  });
});

describe('the search finds what people ask', () => {
  const figures = measureSets(knowledge);

  test.each([
    ['earlier', 'tune'],
    ['earlier', 'hold'],
    ['newest', 'tune'],
    ['newest', 'hold'],
  ] as const)('of the %s questions, the %s half, as well as it was measured', (set, half) => {
    const { top1, top3, answered, wrong, answeredOffTopic } = figures[set][half];
    expect(top1).toBeGreaterThanOrEqual(0.92);
    expect(top3).toBeGreaterThanOrEqual(0.97);
    expect(answered).toBeGreaterThanOrEqual(0.67);
    expect(wrong).toBeLessThanOrEqual(0.02);
    expect(answeredOffTopic).toBeLessThanOrEqual(0.03);
  });

  test('and leaves nearly all that was written to learn from unanswered, being off topic', () => {
    const learnt = questions.filter(({ half }) => half === 'learn');
    expect(learnt.length).toBeGreaterThan(200);
    const given = learnt.filter(({ question }) => knowledge.answer(question).kind === 'answer');
    expect(given.length / learnt.length).toBeLessThanOrEqual(0.05);
  });

  test('without regard to how it is typed', () => {
    for (const { question } of questions.filter(({ half }) => half === 'tune').slice(0, 40)) {
      const ids = (text: string) => knowledge.search(text).map(({ entry }) => entry.id);
      expect(ids(`  ${question.toUpperCase()} !!`)).toEqual(ids(question));
    }
  });

  test('in a bounded time, whatever is typed', () => {
    const words = Array.from({ length: 3_000 }, (_, n) => `w${n}rd`).join(' ');
    expect(knowledge.search(words)).toBeDefined();
    expect(knowledge.search('x'.repeat(50_000)).length).toBe(0);
  });
});
