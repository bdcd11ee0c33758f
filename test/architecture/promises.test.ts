import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Project, problemsOf } from '../../scripts/promise-check.js';
import { readProject } from '../../scripts/promise-lists.js';
import { sentencesOf, soundsLikePromise } from '../../scripts/promise-sentences.js';
import { promisesPage } from '../../scripts/promises-page.js';
import { testTitles } from '../../scripts/test-titles.js';
import { projectRoot } from '../../src/lib/paths.js';

describe('docs/promises.md', () => {
  const project = readProject(projectRoot);

  test('is what the lists say', () => {
    expect(readFileSync(join(projectRoot, 'docs', 'promises.md'), 'utf8')).toBe(
      promisesPage(project),
    );
  });

  test('has a test for every promise of the documents', () => {
    expect(project.lists.flatMap(({ promises }) => promises).length).toBeGreaterThan(200);
    expect(problemsOf(project)).toEqual([]);
  });
});

describe('the check of the promises', () => {
  const PAGE = 'Nothing is lost. Use an encrypted disk only. Numbers are typed by hand.';
  const row = { says: 'Nothing is lost.', 'held by': ['db/a.test.ts › loses nothing'] };
  const list = {
    file: 'test/promises/page.yaml',
    documents: ['docs/page.md'],
    promises: [row],
    'no promise': { advice: ['Use an encrypted disk only.'] },
  };
  const right: Project = {
    lists: [list],
    leftOut: { 'docs/other.md': 'has figures' },
    pages: ['docs/page.md', 'docs/other.md'],
    sentences: new Map([['docs/page.md', sentencesOf('docs/page.md', PAGE)]]),
    titlesIn: (file) => (file === 'db/a.test.ts' ? new Set(['loses nothing']) : undefined),
  };
  const withPage = (text: string): Project => ({
    ...right,
    sentences: new Map([['docs/page.md', sentencesOf('docs/page.md', text)]]),
  });
  const withRow = (changed: Partial<typeof row> | { 'held by': null }): Project => ({
    ...right,
    lists: [{ ...list, promises: [{ ...row, ...changed }] }],
  });

  test('finds nothing where all is right', () => {
    expect(problemsOf(right)).toEqual([]);
  });

  test.each<[string, Project, RegExp[]]>([
    [
      'a sentence that was changed',
      withPage(PAGE.replace('Nothing is lost', 'Nothing is ever lost')),
      [/“Nothing is lost\.” doesn’t stand in docs\/page\.md/, /sounds like a promise/],
    ],
    ['a sentence that is gone', withPage(PAGE.replace('Nothing is lost. ', '')), [/doesn’t stand/]],
    [
      'an excuse whose sentence is gone',
      withPage(PAGE.replace(' Use an encrypted disk only.', '')),
      [/“Use an encrypted disk only\.” doesn’t stand/],
    ],
    ['a promise without a test', withRow({ 'held by': [] }), [/no test holds “Nothing is lost/]],
    ['a promise with nothing for a test', withRow({ 'held by': null }), [/no test holds/]],
    [
      'a test whose file is gone',
      withRow({ 'held by': ['db/gone.test.ts › loses nothing'] }),
      [/there is no test\/db\/gone\.test\.ts/],
    ],
    [
      'a test whose title is another now',
      withRow({ 'held by': ['db/a.test.ts › loses little'] }),
      [/no test of test\/db\/a\.test\.ts is called “loses little”/],
    ],
    [
      'a new promise',
      withPage(`${PAGE} Drafts are deleted within 15 minutes.`),
      [
        /a sentence of docs\/page\.md sounds like a promise[\s\S]*- says: Drafts are deleted within/,
      ],
    ],
    [
      'a promise that is listed twice',
      { ...right, lists: [{ ...list, promises: [row, row] }] },
      [/is listed twice/],
    ],
    [
      'a document that is gone',
      { ...right, lists: [{ ...list, documents: ['docs/page.md', 'docs/old.md'] }] },
      [/there is no docs\/old\.md/],
    ],
    [
      'a page that nobody has looked at',
      { ...right, pages: [...right.pages, 'docs/new.md'] },
      [/docs\/new\.md is in no list/],
    ],
    [
      'a page left out that is gone',
      { ...right, pages: ['docs/page.md'] },
      [/there is no docs\/other\.md/],
    ],
  ])('names %s', (_, project, found) => {
    const problems = problemsOf(project);
    expect(problems).toHaveLength(found.length);
    for (const [index, pattern] of found.entries()) expect(problems[index]).toMatch(pattern);
    for (const problem of problems) expect(problem).toMatch(/\n {2}→ \S/);
  });
});

test('a title counts as it stands in the file, of a test that runs or a group of such', () => {
  const titles = testTitles(`
    describe.each(providers)('a database of %s', (provider: string) => {
      test('keeps what it was told', () => {});
      if (provider === 'sqlite') it.each([[1], [2]])('knows %i', () => {});
      test.skipIf(root)('may be skipped on some machine', () => {});
      test.skip('is skipped', () => {});
      it.todo('is planned');
      it.fails('fails', () => {});
    });
    describe.skip('a group that is skipped', () => { test('in it', () => {}); });
    describe('a group without a test', () => {});
    it(\`\${COUNT} digests are posted once\`, () => {});
    test.each\`a\${1}\`('takes $a', () => {});
    other('title', () => {});
  `);
  expect([...titles].toSorted()).toEqual(
    [
      'a database of %s',
      'keeps what it was told',
      'knows %i',
      'may be skipped on some machine',
      `\${…} digests are posted once`,
      'takes $a',
    ].toSorted(),
  );
});

describe('the sentences', () => {
  test('of a page are those of its paragraphs, lists and rows, and no code', () => {
    const page = [
      '# Never a heading',
      '',
      'It is kept. It stays `a.b`',
      'for 2.5 days, see [there](x.md#a). “Once.” And so on …',
      '',
      '- **First**: nothing.',
      '  - Second, over',
      '    two lines.',
      '1. Third',
      '',
      '```sh',
      'Never code',
      '```',
      '',
      '<!-- Never a comment -->',
      '| A | B |',
      '| --- | --- |',
      '| One cell. And more | a day |',
    ].join('\n');
    expect(sentencesOf('docs/page.md', page)).toEqual([
      'It is kept.',
      'It stays `a.b` for 2.5 days, see [there](x.md#a).',
      '“Once.”',
      'And so on …',
      '**First**: nothing.',
      'Second, over two lines.',
      'Third',
      '| A | B |',
      '| One cell. And more | a day |',
    ]);
  });

  test('of an answer about the bot are all, of any other those that name it', () => {
    const entry = (topic: string) =>
      `---\nid: x\nquestion: What does the bot keep?\nshort: >-\n  TikTok keeps it. The bot doesn't.\nsources:\n  - title: The bot\ntopics: [${topic}]\n---\nFavourites last. \`/score\` takes them.\n`;
    const about = ["The bot doesn't.", '`/score` takes them.'];
    expect(sentencesOf('content/faq/x.md', entry('saves'))).toEqual(about);
    expect(sentencesOf('content/faq/x.md', entry('keepsake'))).toEqual([
      'TikTok keeps it.',
      "The bot doesn't.",
      'Favourites last.',
      '`/score` takes them.',
    ]);
  });

  test('of a program’s texts are what stands in quotation marks', () => {
    const program = `
      import { a } from './never.js';
      type Kind = 'never shown';
      export const text = {
        one: 'Nothing is kept. Nobody sees it.',
        two: (n: number) => \`In \${n} days\\nit is\\n\\n\${n} gone.\`,
      } satisfies Record<'two' | 'one', unknown>;
    `;
    expect(sentencesOf('src/words/en/x.ts', program)).toEqual([
      'Nothing is kept.',
      'Nobody sees it.',
      'In … days',
      'it is',
      '… gone.',
    ]);
  });

  test.each([
    'It never asks twice.',
    'Each week exactly one is posted.',
    'Only you see it.',
    'They are deleted after two weeks.',
    'It answers within 3 seconds.',
    'Whoever leaves is taken off at once.',
    'Readings survive a power cut.',
    'The files lose nothing of it.',
    'That can be undone for a day.',
    'Everybody in the channel sees the answer.',
  ])('%j sounds like a promise', (sentence) => {
    expect(soundsLikePromise(sentence)).toBe(true);
  });

  test.each([
    'Numbers are typed as TikTok shows them.',
    'Delete everything',
    'What is kept of me?',
    'Open the link behind `invite` in the log.',
  ])('%j does not', (sentence) => {
    expect(soundsLikePromise(sentence)).toBe(false);
  });
});
