import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestView } from '../../src/embeds/digest.js';
import { chartAlt, digestChart } from '../../src/embeds/digest-chart.js';
import { digestHowEmbed, digestMoreEmbed } from '../../src/embeds/digest-more.js';
import { topOf } from '../../src/services/digest/figures.js';
import {
  type DigestQuestion,
  type DigestTip,
  type FullWeek,
  type Ranged,
  readWeekContent,
  redact,
  shownMembers,
  type WeekContent,
} from '../../src/services/digest/parts.js';
import { loadContent } from '../../src/services/knowledge/content.js';
import { wordsOf } from '../../src/words/languages.js';

const { knowledge, tips } = loadContent();

const chart = new Uint8Array([1, 2, 3]);
const frame = { markerId: 'digest:v1:9223372036854775807', chart };

const one: Ranged = { value: 0.0061, low: 0.004, high: 0.009 };

const tip: DigestTip = {
  ...{ id: 't', basis: 'heuristic', categories: [] },
  ...{ short: 'Try it', body: 'Try it on three videos.' },
};
const question: DigestQuestion = {
  ...{ id: 'q', question: 'Q?', short: 'A.', verdict: 'true', source: { title: 'S' } },
  ...{ checked: '2026-11-23', review: '2027-02-23' },
};

function ofWeek(more: Partial<FullWeek> = {}): FullWeek {
  return {
    ...{ version: 1, week: '2026-W47', locale: 'en-US', zone: 'UTC', quiet: false },
    ...{ from: '2026-11-15T18:00:00.000Z', until: '2026-11-22T18:00:00.000Z', tip, question },
    now: {
      ...{ videos: 24, creators: 8, everybody: true, isCut: false },
      rate: { ...one, videos: 20, estimated: 16, everybody: true },
    },
    before: null,
    videos: [
      {
        ...{ creatorId: '1', title: 'Knots', url: null, score: 92, views: 541_200, told: false },
        ...{ scoreRange: [71, 99], saves: { value: 3069, low: 1459, high: 6504 } },
      },
    ],
    improved: [{ creatorId: '2', before: 48, now: 63.5, videos: 3 }],
    ...{ reportCard: null, worked: null, isRedacted: false },
    chart: [{ until: '2026-11-22T18:00:00.000Z', rate: one }],
    ...more,
  };
}

const field = (content: WeekContent, name: string) =>
  digestView(content, frame, wordsOf(content.locale)).embeds[0]?.fields?.find(
    (f) => f.name === name,
  )?.value;
const behind = (content: WeekContent, name: string) =>
  digestMoreEmbed(content, wordsOf('en-US')).fields?.find((f) => f.name === name)?.value;
const how = digestHowEmbed(
  {
    ...{ fewestCreators: 3, mostShown: 3, fewestNow: 2, fewestBefore: 5, weeksBefore: 12 },
    fewestCompared: 8,
  },
  wordsOf('en-US'),
);

/** Saves a view: none, or at least one among more views than any video ever had. */
const rates = fc.integer({ min: 0, max: 1e10 }).map((part) => part / 1e10);
const ranges = fc
  .tuple(rates, rates)
  .map(([a, b]) => ({ value: (a + b) / 2, low: Math.min(a, b), high: Math.max(a, b) }));
const medians = fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2);
const counts = fc.integer({ min: 0, max: 10_000_000_000 });
const saves = ranges.map(({ value, low, high }) => ({
  value: value * 1e10,
  low: low * 1e10,
  high: high * 1e10,
}));
const ids = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String);
const titles = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4000 }),
  fc.constantFrom(
    '@everyone @here <@1> <@&2> [free](https://evil.example) https://evil.example',
    '*_~`|>#\\/[]<'.repeat(300),
    'n'.repeat(4000),
    '👩‍👩‍👧‍👦'.repeat(500),
    '\n\n# big\n'.repeat(100),
  ),
);
const numbers = fc.record({
  ...{ videos: counts, creators: counts, everybody: fc.boolean(), isCut: fc.boolean() },
  rate: fc.option(
    fc
      .tuple(ranges, counts, counts, fc.boolean())
      .map(([rate, videos, estimated, everybody]) => ({ ...rate, videos, estimated, everybody })),
  ),
});
const url = 'https://www.tiktok.com/@a.name.as.long.as.names.get/video/9223372036854775807';
const locales = fc.constantFrom('en-US', 'de', 'hi', 'ar', 'pt-BR', 'th', 'fa', 'not a tag');

const threeVideos = (told: boolean) =>
  fc.array(
    fc.record({
      ...{ creatorId: ids, title: fc.option(titles), url: fc.constantFrom(null, url) },
      ...{ score: fc.integer({ min: 0, max: 100 }), views: counts, saves },
      told: fc.constant(told),
      ...(!told && { scoreRange: fc.constant([100, 100] as [number, number]) }),
    }),
    { minLength: 3, maxLength: 3 },
  );

const contents: fc.Arbitrary<WeekContent> = fc
  .record({
    locale: locales,
    zone: fc.constantFrom('UTC', 'Asia/Kolkata', 'Australia/Lord_Howe'),
    now: fc.option(numbers),
    before: fc.option(numbers),
    videos: fc
      .tuple(threeVideos(true), threeVideos(false))
      .map(([counted, estimated]) => [...counted, ...estimated]),
    improved: fc.array(
      fc.record({
        ...{ creatorId: ids, before: medians, now: medians, videos: counts },
        basis: fc.constantFrom('counted' as const, 'estimated' as const, undefined),
      }),
      { maxLength: 6 },
    ),
    reportCard: fc.option(
      fc.record({
        ...{ truths: counts, inside: counts, everybody: fc.boolean() },
        factor: counts,
      }),
    ),
    worked: fc.option(
      fc.record({
        what: fc.constantFrom('educational', 'valuable', 'weekend', 'weekdays'),
        ...{ better: counts, creators: counts, points: medians },
      }),
    ),
    chart: fc.array(fc.record({ until: fc.constant(ofWeek().until), rate: ranges }), {
      maxLength: 8,
    }),
    isRedacted: fc.boolean(),
    quiet: fc.boolean(),
    tip: fc.constantFrom(...tips),
    question: fc.constantFrom(...knowledge.entries),
  })
  .map(({ quiet, question: { sources, ...asked }, ...rest }) => {
    const about = { question: { ...asked, source: sources[0] ?? question.source }, tip: rest.tip };
    const full = ofWeek({ ...rest, ...about });
    if (!quiet) return full;
    const { version, week, locale, zone, from, until } = full;
    return { quiet: true, version, week, locale, zone, from, until, ...about };
  });

describe('the digest’s post', () => {
  test('stays inside Discord’s limits at any size, with any titles, and pings nobody', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const view = digestView(content, frame, wordsOf(content.locale));
        const [embed] = view.embeds;
        for (const embeds of [view.embeds, [digestMoreEmbed(content, wordsOf('en-US')), how]]) {
          const texts: string[] = [];
          for (const { title = '', description = '', fields = [], footer } of embeds) {
            texts.push(title, description, footer?.text ?? '');
            for (const { name, value } of fields) {
              texts.push(name, value);
              expect(value.trim()).not.toBe('');
              expect(name.length).toBeLessThanOrEqual(256);
              expect(value.length).toBeLessThanOrEqual(1024);
            }
            expect(title.length).toBeLessThanOrEqual(256);
            expect(fields.length).toBeLessThanOrEqual(25);
          }
          expect(texts.join('').length).toBeLessThanOrEqual(6000);
          expect(texts.join('\n')).not.toMatch(/@everyone|@here|<@&|\]\(https:\/\/evil/);
        }
        for (const { description: alt, name } of view.files) {
          expect(alt.length).toBeLessThanOrEqual(1024);
          expect(embed?.image?.url).toBe(`attachment://${name}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is the same for the same content, and for content that comes back from the database', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const kept = readWeekContent(JSON.parse(JSON.stringify(content)));
        expect(digestView(kept, frame, wordsOf(kept.locale))).toEqual(
          digestView(content, frame, wordsOf(content.locale)),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('shows estimates with their 80 % range, and what was counted as counted', () => {
    expect(field(ofWeek(), 'The week in numbers')).toContain('**0.61 %** (0.4 to 0.9 %)');
    expect(behind(ofWeek(), 'The week in numbers')).toContain(
      'about **0.61 %** of views (0.4 to 0.9 %)',
    );
    expect(field(ofWeek(), 'Saved most, by estimates')).toBe(
      '**1. Knots**\n<@1>: **92 / 100** (71 to 99)\n3,100 saves (1,500 to 6,500)',
    );
    const told = { value: 3120, low: 3120, high: 3120 };
    const [video] = ofWeek().videos;
    if (video === undefined) throw new Error('There is one.');
    expect(
      field(
        ofWeek({ videos: [{ ...video, told: true, saves: told, url }] }),
        'Saved most, by estimates',
      ),
    ).toBeUndefined();
    expect(
      field(
        ofWeek({ videos: [{ ...video, told: true, saves: told, url }] }),
        'Saved most for their size',
      ),
    ).toContain(`3,120 saves, counted · [watch](${url})`);
  });

  test('writes numbers and dates as the server’s language does', () => {
    const german = ofWeek({ locale: 'de', zone: 'Europe/Berlin' });
    expect(field(german, 'Saved most, by estimates')).toContain('3.100');
    expect(digestView(german, frame, wordsOf(german.locale)).embeds[0]?.title).toMatch(
      /15\..22\. Nov\. 2026/,
    );
    expect(chartAlt(german, wordsOf(german.locale))).toContain('0,61');
    expect(digestChart(german, wordsOf(german.locale)).locale).toBe('de');
  });

  test('holds improvements by counts and by estimates apart, the counted ones first', () => {
    const gains = (basis: 'counted' | 'estimated', first: number) =>
      [0, 1, 2, 3].map((n) => ({
        ...{ creatorId: String(first + n), before: 40, now: 80 - n, videos: 3, basis },
      }));
    const all = { videos: [], improved: [...gains('estimated', 11), ...gains('counted', 21)] };
    const { improved } = topOf(all);
    expect(improved.map(({ creatorId }) => Number(creatorId))).toEqual([21, 22, 23, 11, 12, 13]);
    expect(field(ofWeek({ improved }), 'Most improved')?.split('\n')).toHaveLength(3);
    const lines = behind(ofWeek({ improved }), 'Most improved')?.split('\n') ?? [];
    expect(lines[0]).toMatch(/, counted\)$/);
    expect(lines[3]).toMatch(/, estimated\)$/);
    const few = improved.slice(2, 4);
    expect(field(ofWeek({ improved: few }), 'Most improved')).toContain('<@23>');
    expect(field(ofWeek({ improved: few }), 'Improved, by estimates')).toContain('<@11>');
  });

  test('draws and tells counted weeks without a range', () => {
    const counted = { value: 0.0061, low: 0.0061, high: 0.0061 };
    const content = ofWeek({ chart: [{ until: '2026-11-22T18:00:00.000Z', rate: counted }] });
    expect(chartAlt(content, wordsOf(content.locale))).toContain(': 0.61, all counted.');
    expect(digestChart(content, wordsOf(content.locale))).not.toHaveProperty('bars.0.range');
  });

  test('begins with the videos and who improved, and has no section with nothing in it', () => {
    const names = (content: WeekContent) =>
      digestView(content, frame, wordsOf(content.locale)).embeds[0]?.fields?.map(
        ({ name }) => name,
      );
    const always = ['One thing to try', 'One question'];
    const improved = [{ creatorId: '2', before: 40, now: 80, videos: 3 }];
    expect(names(ofWeek({ improved }))?.slice(0, 3)).toEqual([
      'Saved most, by estimates',
      'Most improved',
      'The week in numbers',
    ]);
    const nothing = ofWeek({
      ...{ now: null, videos: [], improved: [], chart: [] },
      ...{ reportCard: null, worked: null },
    });
    expect(names(nothing)).toEqual(always);
  });

  test('says whom totals cover where that isn’t everybody', () => {
    const now = { videos: 9, creators: 3, everybody: false, isCut: true, rate: null };
    expect(field(ofWeek({ now }), 'The week in numbers')).toContain(
      'More than **9** videos by **3** creators who joined',
    );
    expect(behind(ofWeek({ now }), 'The week in numbers')).toContain(
      'More than **9** videos by **3** creators among those who agreed to be shown',
    );
    const [week] = [ofWeek().now];
    if (week?.rate == null) throw new Error('It has one.');
    const ofSome = { ...week, rate: { ...week.rate, everybody: false } };
    expect(field(ofWeek({ now: ofSome }), 'The week in numbers')).toContain('of those who joined');
  });

  test('says that two weeks whose ranges overlap are about the same, and nothing where they don’t', () => {
    const earlier = (low: number, high: number) => ({
      ...{ videos: 9, creators: 3, everybody: true, isCut: false },
      rate: { value: low, low, high, videos: 9, estimated: 9, everybody: true },
    });
    const alike = ofWeek({ before: earlier(0.008, 0.02) });
    expect(field(alike, 'The week in numbers')).toMatch(/, about the same as the week before$/);
    expect(behind(alike, 'The week in numbers')).toMatch(/about the same$/);
    const other = ofWeek({ before: earlier(0.01, 0.02) });
    expect(field(other, 'The week in numbers')).toMatch(/; the week before 1 % \(1 to 2 %\)$/);
    expect(behind(other, 'The week in numbers')).not.toMatch(/about the same/);
  });

  test('shows three videos, the counted ones first, and the others behind its button', () => {
    const [one] = ofWeek().videos;
    if (one === undefined) throw new Error('There is one.');
    const told = { told: true, saves: { value: 3120, low: 3120, high: 3120 } };
    const videos = ['A', 'B', 'C', 'D', 'E'].map((title, n) => ({
      ...{ ...one, title },
      ...(n < 2 && told),
    }));
    const content = ofWeek({ videos });
    expect(field(content, 'Saved most for their size')?.match(/^\*\*.*$/gm)).toEqual([
      '**1. A**',
      '**2. B**',
    ]);
    expect(field(content, 'Saved most, by estimates')?.match(/^\*\*.*$/gm)).toEqual(['**1. C**']);
    expect(behind(content, 'Saved most, by estimates')?.match(/^\*\*.*$/gm)).toEqual([
      '**2. D**',
      '**3. E**',
    ]);
  });

  test('has its tip and its question in a line each, and the whole behind its button', () => {
    const content = ofWeek();
    expect(field(content, 'One thing to try')).toBe('• Try it *(heuristic)*');
    expect(field(content, 'One question')).toBe('**Q?** Press **How?**');
    expect(behind(content, 'One thing to try, in full')).toContain('Try it on three videos.');
    expect(behind(content, 'Q?')).toMatch(/^A\.\n\*True — .*\*\nS · .*\nChecked 2026-11-23/);
    // What was kept before tips had a short form.
    const { short: _, ...old } = tip;
    expect(field(ofWeek({ tip: old }), 'One thing to try')).toContain('Try it on three videos.');
  });

  test('without a member’s parts says that something was taken back', () => {
    const content = ofWeek();
    expect(shownMembers(content)).toEqual([1n, 2n]);
    expect(redact(content, 3n)).toBe(content);
    const without = redact(content, 1n);
    const text = JSON.stringify(digestView(without, frame, wordsOf(without.locale)));
    expect(text).not.toMatch(/<@1>|Knots/);
    expect(text).toContain('<@2>');
    expect(text).toContain('took back');
  });

  test('explains how it is made inside the limits', () => {
    for (const { value } of how.fields ?? []) expect(value.length).toBeLessThanOrEqual(1024);
    expect(JSON.stringify(how)).toContain('(heuristic)');
  });
});
