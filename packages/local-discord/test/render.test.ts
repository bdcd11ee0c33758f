import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderMarkup, renderMessage } from '../src/people/render.js';
import { Message } from '../src/world/message.js';
import { World } from '../src/world/world.js';

const world = new World({ now: () => 1_790_000_000_000, token: undefined, keepMessages: 10 });
const guild = world.addGuild({ name: 'Creators' });
const channel = guild.addChannel('general');
const mia = guild.addMember({ name: 'Mia' });
const moment = { now: 1_790_000_000_000, timeZone: 'UTC' };
const names = {
  user: (id: string) => guild.members.get(id)?.name,
  channel: (id: string) => guild.channels.get(id)?.name,
  role: (id: string) => guild.roles.get(id)?.name,
};

function message(parts: Partial<ConstructorParameters<typeof Message>[1]>): Message {
  const whole = { content: '', embeds: [], components: [], attachments: [], flags: 0, ...parts };
  return new Message(channel, whole, {
    id: '1',
    author: world.botUser,
    createdAt: new Date(moment.now).toISOString(),
  });
}

it('shows mentions, times and emphasis as people read them', () => {
  const text = `**Hi** <@${mia.id}> in <#${channel.id}>, <t:1789996400:R>, <t:1790000000:f>, </score:12>, \\*1\\*`;
  expect(renderMarkup(text, names, moment)).toBe(
    'Hi @Mia in #general, 1 hour ago, 21 September 2026 at 14:13, /score, *1*',
  );
});

it('shows an embed in a frame with its fields, buttons below', () => {
  const shown = renderMessage(
    message({
      embeds: [
        {
          title: 'Score 71',
          description: 'Good.',
          fields: [{ name: 'Saves', value: '12,000\n(9,000 to 15,000)' }],
          footer: { text: 'Model 1' },
        },
      ],
      components: [
        {
          type: 1,
          components: [
            { type: 2, style: 1, label: 'How?', custom_id: 'a' },
            { type: 2, style: 2, label: 'Later', custom_id: 'b', disabled: true },
            { type: 2, style: 5, label: 'Read', url: 'https://example.org' },
          ],
        },
      ],
    }),
  );
  expect(shown).toBe(
    [
      '│ Score 71',
      '│ Good.',
      '│',
      '│ Saves',
      '│   12,000',
      '│   (9,000 to 15,000)',
      '│',
      '│ Model 1',
      '[ How? ]  (Later)  [ Read → https://example.org ]',
    ].join('\n'),
  );
});

const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('<t:99999999999999999:R>', '<t:-1:F>', '<@1>', '**', '\\', '<t:1:x>', '~~a~~'),
);

it('never fails, whatever a message holds', () => {
  fc.assert(
    fc.property(
      words,
      words,
      words,
      fc.array(fc.record({ name: words, value: words })),
      fc.jsonValue(),
      (content, title, timestamp, fields, loose) => {
        const embeds = [
          { title, description: content, timestamp, fields, footer: { text: title } },
        ];
        const shown = renderMessage(message({ content, embeds }));
        expect(typeof shown).toBe('string');
        // Components come from a bot as JSON: any shape of them may be in memory.
        const components = [
          { type: 1, components: [loose] },
          loose,
          { type: 17, components: loose },
        ];
        const odd = message({ content });
        Object.assign(odd, { components });
        expect(typeof renderMessage(odd)).toBe('string');
      },
    ),
    { numRuns: 500 },
  );
});
