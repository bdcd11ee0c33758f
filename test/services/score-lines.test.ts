import { describe, expect, test } from 'vitest';
import { scoreEmbed } from '../../src/embeds/score.js';
import { wordsOf } from '../../src/words/languages.js';
import { providers } from '../support/databases.js';
import { phoneLines } from '../support/phone-lines.js';
import { ada, DAY, linkTo, scoreOf, useScoring } from '../support/scoring.js';

/** A phone shows the verdict in the first lines, and the whole without scrolling. */
const VERDICT = 3;
const WHOLE = 14;

describe.each(providers)('a score on a phone, on %s', (provider) => {
  const at = useScoring(provider);
  const shown = async (typed: Parameters<typeof at.submit>[0], creatorId = ada) => {
    const embed = scoreEmbed(await scoreOf(at.submit(typed, { creatorId })), wordsOf('en-US'));
    return { embed, lines: phoneLines(embed) };
  };

  const states = {
    estimated: [{}, 'About 2,700 saves (1,200 to 14,000): good, above'],
    counted: [{ saves: '5.1K' }, '5,100 saves, counted: great, above'],
    'too early': [{ posted: '2026-11-23' }, 'so far: too early to judge'],
    'too small': [
      { views: '640', likes: '61', comments: '2', shares: '3' },
      'too few views to judge, I need 1,000',
    ],
    'counted too small': [
      { views: '640', likes: '61', comments: '2', shares: '3', saves: '12' },
      '12 saves, counted: too few views to judge',
    ],
    'without a view': [
      { views: '0', likes: '0', comments: '0', shares: '0' },
      'Nobody has seen it yet.',
    ],
  } satisfies Record<string, [Parameters<typeof at.submit>[0], string]>;

  test.each(Object.entries(states))(
    '%s: the verdict comes first, and the whole is 14 lines',
    async (_, [typed, verdict]) => {
      const { lines } = await shown(typed);
      expect(lines.slice(0, VERDICT).join(' ')).toContain(verdict);
      expect(lines.indexOf('Save Proxy')).toBeLessThanOrEqual(VERDICT);
      expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(WHOLE);
    },
  );

  test.each([
    [29, { low: 10, high: 50 }, 'low'],
    [30, { low: 10, high: 50 }, 'usual'],
    [59, { low: 10, high: 70 }, 'usual'],
    [60, { low: 10, high: 70 }, 'good'],
    [85, { low: 59, high: 95 }, 'good'],
    [85, { low: 60, high: 95 }, 'great'],
  ])('a score of %i with a range of %o is called %s', async (value, range, word) => {
    const score = await scoreOf(at.submit({}, { creatorId: ada }));
    expect(scoreEmbed({ ...score, value, range }, wordsOf('en-US')).description).toContain(
      `: ${word}, `,
    );
  });

  test('tiny rates have no noughts, and Why names as many signals as a line holds', async () => {
    const few = { views: '541.2K', likes: '300', comments: '2', shares: '1' } as const;
    const { embed, lines } = await shown(few);
    expect(lines.slice(0, VERDICT).join(' ')).toMatch(/below \d\d % of videos this size/);
    expect(embed.fields?.map(({ value }) => value)).toContain('less than 0.01 % of views');
    expect(lines[lines.indexOf('Why') + 2]).toBe('Try next');
    expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(WHOLE);
  });

  test('a title, or a link alone, is one line more', async () => {
    for (const typed of [
      { title: 'Three knots every camper needs', posted: '2026-11-01' },
      { link: linkTo(1, { kind: 'photo' }) },
    ] as const) {
      const { embed, lines } = await shown(typed);
      expect(lines[0]).toBe(embed.title);
      expect(lines.slice(0, VERDICT).join(' ')).toMatch(/About [\d,]+ saves \([\d,]+ to [\d,]+\)/);
      expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(WHOLE + 1);
    }
  });

  test('says of a count what it has taught, in the same sense everywhere', async () => {
    for (const [saves, guess, than] of [
      ['9000', 'low', 'more'],
      ['1000', 'high', 'less'],
    ] as const) {
      at.pass(DAY);
      const { embed } = await shown({ saves });
      const field = (name: string) => embed.fields?.find((one) => one.name === name)?.value ?? '';
      const count = Number(saves).toLocaleString('en-US');
      expect(embed.description).toMatch(
        new RegExp(`^\\*\\*${count} saves, counted\\*\\*: .*\\. I guessed ${guess}\\.$`),
      );
      expect(field('Save Proxy')).toMatch(/^\d+ \/ 100$/);
      expect(field('Estimated saves')).toMatch(
        new RegExp(`^\\*\\*${count}\\*\\*, guess [\\d,]+ \\(80 %: `),
      );
      expect(field('Save rate')).toMatch(/ % of views, by your count$/);
      expect(field('Why')).toMatch(
        new RegExp(
          `^([A-Z][a-z ]+ [+-]\\d+\\s%, .*counted \\d+\\s% ${than}|You counted \\d+\\s% ${than} than I guessed)$`,
        ),
      );
      expect(embed.footer?.text).toMatch(/^541,200 views, /);
      expect(JSON.stringify(embed)).not.toContain('About');
    }
  });
});
