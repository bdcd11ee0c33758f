import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { APIEmbed } from 'discord-api-types/v10';
import { afterAll, describe, expect, it } from 'vitest';
import { guideOverviewEmbed, guidePageEmbed } from '../../src/embeds/guide.js';
import { categoryTipsEmbed, ownTipsEmbed, tipLine } from '../../src/embeds/tips.js';
import { faqDir, guideDir, tipsDir } from '../../src/lib/paths.js';
import { ContentError, LONGEST_SOURCE } from '../../src/services/content/content-file.js';
import { dueForReview, loadContent } from '../../src/services/knowledge/content.js';
import { loadEntries } from '../../src/services/knowledge/entries.js';
import { type GuidePage, LONGEST_PAGE, loadGuide } from '../../src/services/knowledge/guide.js';
import {
  CATEGORIES,
  chooseTip,
  LONGEST_TIP,
  loadTips,
  PATTERNS,
  type Tip,
} from '../../src/services/tips/content.js';
import { wordsOf } from '../../src/words/languages.js';
import { savesAt, videoAt } from '../support/sequences.js';

const { pages } = loadGuide(guideDir);
const tips = loadTips(tipsDir);
const root = mkdtempSync(join(tmpdir(), 'keepsake-content-'));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;

/** Writes files into a new folder and returns what a loader says is wrong with them. */
function problemsOf(load: (dir: string) => unknown, files: Record<string, string>) {
  const dir = join(root, String(folders++));
  mkdirSync(dir);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  try {
    load(dir);
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}

const file = (head: Readonly<Record<string, string | undefined>>, body: string) =>
  `---\n${Object.entries(head)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n---\n${body}\n`;

const longSource = {
  title: 't'.repeat(LONGEST_SOURCE.title),
  url: `https://${'u'.repeat(LONGEST_SOURCE.url - 8)}`,
  date: '2026-01-15',
};
const late = new Date('2031-01-01T00:00:00Z');

describe('the guide', () => {
  const good = {
    id: 'one',
    title: 'One',
    rank: '1',
    verdict: 'true',
    app: 'Here',
    web: 'There',
    meaning: 'This',
    delay: 'None',
    rounding: 'None',
    sources: '[{ title: A page }]',
    checked: '2026-11-23',
    review: '2027-02-23',
  };

  it('takes a right page, with or without a text below', () => {
    expect(problemsOf(loadGuide, { 'one.md': file(good, '') })).toEqual([]);
    expect(problemsOf(loadGuide, { 'one.md': file(good, 'More.') })).toEqual([]);
  });

  it.each([
    [{ title: undefined }, 'title: is missing'],
    [{ delay: undefined }, 'delay: is missing'],
    [{ app: 'a'.repeat(401) }, 'app: has 401 characters: shorten it to 400 or fewer'],
    [{ verdict: 'perhaps' }, 'verdict: must be one of: true'],
    [{ review: '2026-11-23' }, 'review: 2026-11-23 is not after checked'],
    [{ colour: 'red' }, 'colour: is not a key of a page'],
    [{ id: 'two' }, 'id: "two" is not the file\'s name'],
  ])('names %o with its mend', (changes, problem) => {
    const found = problemsOf(loadGuide, { 'one.md': file({ ...good, ...changes }, '') });
    expect(found.join('\n')).toContain(problem);
  });

  it('fits Discord with a page as long as pages may be', () => {
    const x = (key: keyof typeof LONGEST_PAGE) => 'x'.repeat(LONGEST_PAGE[key]);
    const page: GuidePage = {
      ...(pages[0] as GuidePage), // there are pages, or the guide wouldn't have loaded
      verdict: 'changed',
      title: x('title'),
      app: x('app'),
      web: x('web'),
      meaning: x('meaning'),
      delay: x('delay'),
      rounding: x('rounding'),
      contains: x('contains'),
      lacks: x('lacks'),
      body: x('body'),
      sources: Array.from({ length: LONGEST_PAGE.sources }, () => longSource),
    };
    expectInsideLimits(guidePageEmbed(page, late, wordsOf('en-US')));
    expectInsideLimits(
      guideOverviewEmbed(
        Array.from({ length: 25 }, () => page),
        wordsOf('en-US'),
      ),
    );
  });

  it('says so when a page is past its review date', () => {
    const [page] = pages;
    if (page === undefined) throw new Error('no pages');
    expect(
      guidePageEmbed(page, new Date(`${page.review}T23:00:00Z`), wordsOf('en-US')).footer?.text,
    ).toMatch(/^Checked/);
    expect(guidePageEmbed(page, late, wordsOf('en-US')).footer?.text).toMatch(
      /^Last checked .* due for review/,
    );
  });
});

describe('the tips', () => {
  const good = { id: 'one', short: 'Do it', basis: 'heuristic' };
  const sourced = {
    id: 'one',
    short: 'Do it',
    basis: 'large study',
    source: '{ title: A study, date: 2026 }',
    checked: '2026-11-23',
    review: '2027-02-23',
  };

  it('are enough for every pattern, every category and every other video', () => {
    for (const pattern of PATTERNS) {
      expect(tips.filter(({ patterns }) => patterns.includes(pattern)).length).toBeGreaterThan(1);
    }
    for (const category of CATEGORIES) {
      expect(tips.filter(({ categories }) => categories.includes(category)).length).toBeGreaterThan(
        1,
      );
    }
  });

  it.each(tips)('$id names its source where it claims more than a heuristic', (tip) => {
    const line = tipLine(tip, wordsOf('en-US'));
    expect(line).toContain(`*(${tip.basis}`);
    if (tip.basis === 'heuristic') expect(line).toMatch(/\*\(heuristic\)\*$/);
    else expect(line).toMatch(/: .+ · (\d{4}|undated).* · Checked \d{4}-\d{2}-\d{2}\)\*$/);
    expect(tip.body).not.toMatch(/guarantee|always works|will go viral|algorithm loves/i);
  });

  it.each([
    [{ ...good, basis: 'science' }, 'Do it.', 'basis: must be one of: documented by TikTok'],
    [{ ...sourced, source: undefined }, 'Do it.', 'source: is missing: a tip that is large study'],
    [{ ...sourced, review: undefined }, 'Do it.', 'checked and review: are missing'],
    [{ ...good, short: 's'.repeat(29) }, 'Do it.', 'short: has 29 characters: shorten it to 26'],
    [{ ...good, patterns: '[sad]' }, 'Do it.', 'patterns.1: must be one of: seen-not-liked'],
    [{ ...good, categories: '[cats]' }, 'Do it.', 'categories.1: must be one of: educational'],
    [good, '', 'body: is missing: write the tip below'],
    [good, 'x'.repeat(LONGEST_TIP + 1), `shorten it to ${LONGEST_TIP} or fewer`],
    [good, 'One.\n\nTwo.', 'body: has several paragraphs'],
    [good, 'Do it.', 'every video: has fewer than two tips'],
  ])('with %o and %j are named with their mend', (head, body, problem) => {
    const found = problemsOf(loadTips, { 'one.md': file(head, body) });
    expect(found.join('\n')).toContain(problem);
  });

  it('have short forms that nobody takes for one another', () => {
    expect(new Set(tips.map(({ short }) => short)).size).toBe(tips.length);
  });

  it('that need comments are for videos that have some', () => {
    const shown = (hasComments: boolean) =>
      Array.from({ length: 40 }, (_, turn) =>
        chooseTip({ patterns: [], category: null, hasComments }, null, turn),
      ).filter(({ needs }) => needs.length > 0).length;
    expect(shown(true)).toBeGreaterThan(0);
    expect(shown(false)).toBe(0);
  });

  it('never give the same one twice in a row, whatever they should fit', () => {
    for (const category of [null, ...CATEGORIES]) {
      for (const pattern of [null, ...PATTERNS]) {
        const patterns = pattern === null ? [] : [pattern];
        const fit = { patterns, category, hasComments: true };
        let last: string | null = null;
        const seen = new Set<string>();
        for (let turn = 0; turn < 12; turn += 1) {
          const tip: Tip = chooseTip(fit, last, turn);
          expect(tip.id).not.toBe(last);
          if (pattern !== null || category !== null) {
            const fits =
              (pattern !== null && tip.patterns.includes(pattern)) ||
              (category !== null && tip.categories.includes(category));
            expect(fits, `${pattern} ${category} ${tip.id}`).toBe(true);
          }
          last = tip.id;
          seen.add(tip.id);
        }
        expect(seen.size).toBeGreaterThan(1);
      }
    }
  });

  it('fit Discord with tips as long as tips may be', () => {
    const longest: Tip = {
      id: 'x',
      short: 's'.repeat(26),
      basis: 'documented by TikTok',
      source: longSource,
      checked: '2026-11-23',
      review: '2027-02-23',
      patterns: ['seen-not-liked'],
      categories: [],
      needs: [],
      body: 'b'.repeat(LONGEST_TIP),
    };
    expect(tipLine(longest, wordsOf('en-US')).length).toBeLessThanOrEqual(1024);
    const three = [longest, longest, longest];
    for (const category of CATEGORIES) {
      expectInsideLimits(
        categoryTipsEmbed({ category, own: three, keeping: three }, wordsOf('en-US')),
      );
    }
    const step = {
      value: 0.123456,
      median: 123.456,
      others: 29,
      comparable: 0.1,
      besideOwn: null,
      besideOthers: null,
    };
    const names = ['likes', 'shares', 'watch', 'saves', 'followers'] as const;
    for (const pattern of [...PATTERNS, null]) {
      const embed = ownTipsEmbed(
        {
          kind: 'diagnosis',
          tip: longest,
          leftOut: { ofOthers: 199, ofUnknown: 199 },
          diagnosis: {
            video: videoAt(0, savesAt(1e10, { views: 1e10 }), {
              title: '*'.repeat(4000),
              takenAt: late,
              category: pattern === null ? null : 'educational',
            }),
            steps: names.map((name) => ({ name, ...step })),
            pattern,
            maybe: pattern === null ? 'higher' : null,
            hasLow: false,
            beside: 'others',
            basis: 'estimated',
            lookedAt: 30,
          },
        },
        4,
        wordsOf('en-US'),
      );
      expectInsideLimits(embed);
    }
  });
});

describe('everything in the content', () => {
  const content = loadContent();

  it('is kept at compile time as its files say it', () => {
    const copy = (dir: string) => {
      const to = join(root, `copy-${basename(dir)}`);
      cpSync(dir, to, { recursive: true });
      return to;
    };
    expect(loadEntries(copy(faqDir))).toEqual(content.knowledge.entries);
    expect(loadGuide(copy(guideDir)).pages).toEqual(content.guide.pages);
    expect(loadTips(copy(tipsDir))).toEqual(content.tips);
  });

  it('is fresh on the day it was checked, and due after its review date', () => {
    expect(dueForReview(content, new Date('2026-11-24T12:00:00Z'))).toEqual([]);
    const due = dueForReview(content, late);
    const dated = tips.filter(({ review }) => review !== undefined).length;
    expect(due).toHaveLength(content.knowledge.entries.length + pages.length + dated);
    const reviews = due.map(({ review }) => review);
    expect(reviews).toEqual(reviews.toSorted());
  });
});

/** Discord's limits for one embed; it counts the texts of all parts together to 6000. */
function expectInsideLimits(embed: APIEmbed): void {
  const fields = embed.fields ?? [];
  const all = [
    embed.title ?? '',
    embed.description ?? '',
    embed.footer?.text ?? '',
    ...fields.flatMap(({ name, value }) => [name, value]),
  ];
  expect(embed.title?.length ?? 0).toBeLessThanOrEqual(256);
  expect(embed.description?.length ?? 0).toBeLessThanOrEqual(4096);
  expect(embed.footer?.text.length ?? 0).toBeLessThanOrEqual(2048);
  expect(fields.length).toBeLessThanOrEqual(25);
  for (const { name, value } of fields) {
    expect(name.length).toBeLessThanOrEqual(256);
    expect(value.length).toBeLessThanOrEqual(1024);
    expect(value).not.toBe('');
  }
  expect(all.join('').length).toBeLessThanOrEqual(6000);
}
