import { describe, expect, test } from 'vitest';
import { CommandLinks } from '../../src/discord/command-links.js';

const commands = new Map([
  ['score', { runnables: new Map([['', runnable()]]) }],
  [
    'history',
    {
      runnables: new Map([
        ['list', runnable()],
        ['trend', runnable()],
      ]),
    },
  ],
]);

function runnable() {
  const run = () => Promise.reject(new Error('Nobody runs it here.'));
  const what = { description: () => '', options: {}, cost: 'light', slow: () => false } as const;
  return { ...what, ephemeral: () => true, run };
}

function known(): CommandLinks {
  const links = new CommandLinks(commands);
  links.know([
    { id: '71', name: 'score' },
    { id: '72', name: 'history' },
    { id: '73', name: 'gone' },
  ]);
  return links;
}

describe('commands in a message', () => {
  test('can be tapped in its text, its description and its fields', () => {
    const view = known().in({
      content: 'Use `/score` again.',
      embeds: [
        {
          title: '`/score`',
          description: 'See `/history trend`.',
          fields: [{ name: '/score', value: '`/history list`, then `/score`' }],
          footer: { text: '`/score`' },
        },
      ],
    });
    expect(view.content).toBe('Use </score:71> again.');
    const [embed] = view.embeds ?? [];
    expect(embed?.description).toBe('See </history trend:72>.');
    expect(embed?.fields?.[0]?.value).toBe('</history list:72>, then </score:71>');
    // Discord shows no mentions in titles and footers.
    expect(embed?.title).toBe('`/score`');
    expect(embed?.footer?.text).toBe('`/score`');
  });

  test('stay as they are with an option behind them, in a block, and where nobody has them', () => {
    const content = 'Send `/score views:1`.\n```\n`/score`\n```\n`/history`, `/gone`, `/nobody`';
    expect(known().in({ content }).content).toBe(content);
    expect(new CommandLinks(commands).in({ content: '`/score`' }).content).toBe('`/score`');
  });

  test('stay as they are where there is no room for more', () => {
    const full = { name: 'Full', value: `${'x'.repeat(1_014)} \`/score\`` };
    const embeds = [{ description: '`/score`', fields: [full] }];
    const [embed] = known().in({ embeds }).embeds ?? [];
    expect(embed?.fields?.[0]).toEqual(full);
    expect(embed?.description).toBe('</score:71>');
    const long = Array.from({ length: 6 }, () => ({
      name: 'x',
      value: `${'x'.repeat(985)}\`/score\``,
    }));
    const all = [{ description: 'x'.repeat(26), fields: long }];
    expect(known().in({ embeds: all }).embeds).toEqual(all);
  });
});
