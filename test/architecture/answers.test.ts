import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answersPage, type Pictured, wordsOf } from '../../scripts/answer-page.js';
import { answerActs } from '../../scripts/answer-scenes.js';
import { projectRoot } from '../../src/lib/paths.js';
import { loadContent } from '../../src/services/knowledge/content.js';

const folder = join(projectRoot, 'docs', 'answers');
const page = readFileSync(join(projectRoot, 'docs', 'answers.md'), 'utf8');
const scenes = answerActs(loadContent().knowledge.entries).flatMap((act) => act.scenes);

/** All of them together: a clone shouldn't grow with each change by more. */
const MOST_BYTES = 4 * 1024 * 1024;

describe('docs/answers.md', () => {
  test('no two answers share a picture', () => {
    expect(new Set(scenes.map(({ id }) => id)).size).toBe(scenes.length);
  });

  test.each(scenes)('shows $title ($id), with its words', ({ id, title, light }) => {
    const files = [`${id}.webp`, ...(light ? [`${id}-light.webp`] : [])];
    const [, section = ''] = page.split(`<a id="${id}"></a>`);
    for (const file of files) {
      expect(section).toContain(`<img src="answers/${file}"`);
      expect(statSync(join(folder, file)).size).toBeGreaterThan(1_000);
    }
    const [own = ''] = section.split('\n### ');
    expect(own).toContain(`alt="${title}: `.replace(/&/g, '&amp;'));
    const [, words = ''] = own.split('">').at(-1)?.split(' | ') ?? [];
    expect(words.length).toBeGreaterThan(20);
  });

  test('has pictures of these alone, and small ones', () => {
    const files = readdirSync(folder);
    const wanted = scenes.flatMap(({ id, light }) => [
      `${id}.webp`,
      ...(light ? [`${id}-light.webp`] : []),
    ]);
    expect(files.toSorted()).toEqual(wanted.toSorted());
    const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  test('names files, and no address that is another one each time', () => {
    expect(page).not.toMatch(/127\.0\.0\.1|localhost/);
    expect(wordsOf('│ 🖼 http://127.0.0.1:41234/attachments/15/16/chart.png: 0.4 %\n│\n')).toEqual([
      '🖼 chart.png: 0.4 %',
    ]);
  });

  test('takes whatever an answer holds as words', () => {
    const scene: Pictured = {
      ...{ id: 'a', title: 'A', after: '/a', pictures: ['a.webp'], isPrivate: true },
      words: ['**bold** | <b>x</b> [l](https://evil.example)'],
    };
    const written = answersPage([{ title: 'Act', scenes: [scene] }]);
    const row = written.split('\n').find((line) => line.startsWith('| <img')) ?? '';
    expect(row.match(/ \| /g)).toHaveLength(1);
    expect(row.split(' | ')[1]).not.toMatch(/[*<[]|https:/);
  });
});
