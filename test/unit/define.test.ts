import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ChannelType,
} from 'discord-api-types/v10';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { createChartRenderer } from '../../src/charts/renderer.js';
import type { Answer } from '../../src/commands/answer.js';
import type { Asking } from '../../src/commands/asking.js';
import { type Command, defineCommand, type Runnable, runnable } from '../../src/commands/define.js';
import { type Args, MalformedOptions, type RawOption } from '../../src/commands/options.js';
import { wordsOf } from '../../src/words/languages.js';

const options = {
  note: { type: 'text', description: () => 'A note', maxLength: 50 },
  views: { type: 'text', description: () => 'Views', maxLength: 20, required: true },
  mood: {
    type: 'choice',
    description: () => 'Mood',
    choices: () => ({ good: 'Good', bad: 'Not so good' }),
  },
  length: { type: 'number', description: () => 'Seconds', min: 0, max: 60 },
  plan: { type: 'choice', description: () => 'Plan', choices: () => ({ a: 'A' }), required: true },
  secret: { type: 'boolean', description: () => 'Only you' },
  topic: { type: 'text', description: () => 'Topic', maxLength: 9, autocomplete: () => [] },
} as const;

const answer: Answer = { kind: 'message', view: { content: 'Hello' }, ephemeral: false };

/** A runnable that keeps what its handler was given. */
function recording() {
  const given: Args<typeof options>[] = [];
  const made = runnable({
    description: () => 'Does it',
    options,
    ephemeral: (args) => args.secret ?? false,
    run: (args) => {
      given.push(args);
      return answer;
    },
  });
  return { given, made };
}

/** Handlers here look at nothing of who asks. */
const asking: Asking = {
  interactionId: 1n,
  callerId: 2n,
  guildId: null,
  forCallerAlone: false,
  at: new Date(),
  managesServer: false,
  words: wordsOf('en-US'),
  channelWords: wordsOf('en-US'),
  source: null,
  // Never there: a handler that waited for them would not end.
  services: new Promise<never>(() => undefined),
  charts: createChartRenderer(),
  files: { bytesOf: () => Promise.resolve('gone') },
  pictures: { areRead: false, read: () => Promise.resolve({ ok: false, why: 'off' }) },
};

const required: RawOption[] = [
  { name: 'views', value: '541.2K' },
  { name: 'plan', value: 'a' },
];

describe('the options of a command', () => {
  test('have the types of their definition', () => {
    type A = Args<typeof options>;
    expectTypeOf<A['views']>().toEqualTypeOf<string>();
    expectTypeOf<A['plan']>().toEqualTypeOf<'a'>();
    expectTypeOf<A['note']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<A['mood']>().toEqualTypeOf<'good' | 'bad' | undefined>();
    expectTypeOf<A['length']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<A['secret']>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<A>().not.toHaveProperty('other');
  });

  test('reach the handler as they were sent', async () => {
    const { given, made } = recording();
    const all: RawOption[] = [
      ...required,
      { name: 'note', value: '' },
      { name: 'mood', value: 'bad' },
      { name: 'length', value: 0 },
      { name: 'secret', value: false },
      { name: 'topic', value: 'x' },
    ];
    expect(await made.run(all, asking)).toBe(answer);
    await made.run(required, asking);
    expect(given).toEqual([
      { views: '541.2K', plan: 'a', note: '', mood: 'bad', length: 0, secret: false, topic: 'x' },
      { views: '541.2K', plan: 'a' },
    ]);
  });

  test('that name a member, a channel or a whole number are read as such', async () => {
    const given: unknown[] = [];
    const made = runnable({
      description: () => 'Does it',
      options: {
        who: { type: 'member', description: () => 'Who' },
        where: { type: 'channel', description: () => 'Where', kinds: [ChannelType.GuildText] },
        days: { type: 'whole', description: () => 'Days', min: 1 },
      },
      ephemeral: true,
      run: (args) => {
        given.push(args);
        return answer;
      },
    });
    await made.run(
      [
        { name: 'who', value: '300000000000000001' },
        { name: 'where', value: '5' },
        { name: 'days', value: 30 },
      ],
      asking,
    );
    expect(given).toEqual([{ who: 300_000_000_000_000_001n, where: 5n, days: 30 }]);
    for (const [name, value] of [
      ['who', 'Ada'],
      ['who', '9223372036854775808'],
      ['where', '-1'],
      ['where', '18446744073709551615'],
      ['days', 1.5],
    ] as const) {
      await expect(made.run([{ name, value }], asking)).rejects.toThrow(MalformedOptions);
    }
  });

  test('that the definition doesn’t know are left out', async () => {
    const { given, made } = recording();
    await made.run(
      [...required, { name: 'gone', value: 'x' }, { name: '__proto__', value: 'x' }],
      asking,
    );
    expect(given).toEqual([{ views: '541.2K', plan: 'a' }]);
  });

  test.each<[string, RawOption[]]>([
    ['a required one missing', [{ name: 'views', value: '1' }]],
    ['a required one without a value', [{ name: 'views' }, { name: 'plan', value: 'a' }]],
    [
      'a number for a text',
      [
        { name: 'views', value: 5 },
        { name: 'plan', value: 'a' },
      ],
    ],
    ['a choice there isn’t', [...required, { name: 'mood', value: 'awful' }]],
    ['a choice every object has', [...required, { name: 'mood', value: 'toString' }]],
    ['a text for a number', [...required, { name: 'length', value: '5' }]],
    ['no number', [...required, { name: 'length', value: Number.NaN }]],
    ['an endless number', [...required, { name: 'length', value: Number.POSITIVE_INFINITY }]],
    ['a text for yes or no', [...required, { name: 'secret', value: 'true' }]],
  ])('with %s reach nobody', async (_what, raw) => {
    const { given, made } = recording();
    await expect(made.run(raw, asking)).rejects.toThrow(MalformedOptions);
    expect(() => made.ephemeral(raw)).toThrow(MalformedOptions);
    expect(given).toEqual([]);
  });

  test('decide who sees the answer', () => {
    const { made } = recording();
    expect(made.ephemeral(required)).toBe(false);
    expect(made.ephemeral([...required, { name: 'secret', value: true }])).toBe(true);
    const always = runnable({
      description: () => 'x',
      options: {},
      ephemeral: true,
      run: () => answer,
    });
    expect(always.ephemeral([])).toBe(true);
  });
});

describe('a command', () => {
  const plain = (more: Partial<Runnable> = {}): Runnable => ({
    ...runnable({ description: () => 'Does it', options: {}, ephemeral: false, run: () => answer }),
    ...more,
  });

  test('is registered for servers and direct messages, required options first', () => {
    const { made } = recording();
    const command = defineCommand({ name: 'score', description: () => 'Scores', runnable: made });
    expect(command.registration()).toMatchObject({
      name: 'score',
      description: 'Scores',
      contexts: [0, 1],
      integration_types: [0],
    });
    const registered: APIApplicationCommandOption[] = command.registration().options ?? [];
    expect(registered.map(({ name, type, required: needed }) => [name, type, needed])).toEqual([
      ['views', ApplicationCommandOptionType.String, true],
      ['plan', ApplicationCommandOptionType.String, true],
      ['note', ApplicationCommandOptionType.String, false],
      ['mood', ApplicationCommandOptionType.String, false],
      ['length', ApplicationCommandOptionType.Number, false],
      ['secret', ApplicationCommandOptionType.Boolean, false],
      ['topic', ApplicationCommandOptionType.String, false],
    ]);
    expect(registered).toMatchObject([
      { max_length: 20 },
      { choices: [{ name: 'A', value: 'a' }] },
      { max_length: 50, autocomplete: false },
      {
        choices: [
          { name: 'Good', value: 'good' },
          { name: 'Not so good', value: 'bad' },
        ],
      },
      { min_value: 0, max_value: 60 },
      {},
      { autocomplete: true },
    ]);
    expect([...command.runnables]).toEqual([['', made]]);
  });

  test('may have subcommands, each with its own options', () => {
    const { made } = recording();
    const saves = plain();
    const command = defineCommand({
      name: 'faq',
      description: () => 'Questions',
      subcommands: { ask: made, saves },
    });
    expect(command.registration().options).toMatchObject([
      { type: 1, name: 'ask', description: 'Does it', options: expect.any(Array) },
      { type: 1, name: 'saves', options: [] },
    ]);
    expect([...command.runnables]).toEqual([
      ['ask', made],
      ['saves', saves],
    ]);
  });

  test.each<[string, () => Command]>([
    [
      'a name with a capital',
      () => defineCommand({ name: 'Score', description: () => 'x', runnable: plain() }),
    ],
    [
      'a name with a space',
      () => defineCommand({ name: 'my score', description: () => 'x', runnable: plain() }),
    ],
    ['no name', () => defineCommand({ name: '', description: () => 'x', runnable: plain() })],
    [
      'a name of 33 characters',
      () => defineCommand({ name: 'x'.repeat(33), description: () => 'x', runnable: plain() }),
    ],
    [
      'no description',
      () => defineCommand({ name: 'x', description: () => '', runnable: plain() }),
    ],
    [
      'a description of 101 characters',
      () => defineCommand({ name: 'x', description: () => 'x'.repeat(101), runnable: plain() }),
    ],
    [
      'a subcommand with a capital',
      () => defineCommand({ name: 'x', description: () => 'x', subcommands: { Ask: plain() } }),
    ],
    [
      'an option with a capital',
      () =>
        defineCommand({
          name: 'x',
          description: () => 'x',
          runnable: plain({ options: { Views: options.views } }),
        }),
    ],
    [
      'an option without a description',
      () =>
        defineCommand({
          name: 'x',
          description: () => 'x',
          runnable: plain({ options: { views: { ...options.views, description: () => '' } } }),
        }),
    ],
    [
      '26 options',
      () =>
        defineCommand({
          name: 'x',
          description: () => 'x',
          runnable: plain({
            options: Object.fromEntries(
              Array.from({ length: 26 }, (_, n) => [`o${n}`, options.note]),
            ),
          }),
        }),
    ],
    [
      '26 choices',
      () =>
        defineCommand({
          name: 'x',
          description: () => 'x',
          runnable: plain({
            options: {
              mood: {
                ...options.mood,
                choices: () =>
                  Object.fromEntries(Array.from({ length: 26 }, (_, n) => [`c${n}`, `${n}`])),
              },
            },
          }),
        }),
    ],
  ])('with %s can’t be defined', (_what, define) => {
    expect(() => define().registration()).toThrow();
  });
});

describe('a command for those who manage a server', () => {
  const { made } = recording();
  const { registration, runnables, forManagers } = defineCommand({
    name: 'plan',
    description: () => 'Plans',
    forManagers: true,
    runnable: made,
  });
  const use = (who: Partial<Asking>) => runnables.get('')?.run(required, { ...asking, ...who });

  test('is registered for servers and Manage Server alone', () => {
    expect(forManagers).toBe(true);
    expect(registration()).toMatchObject({ contexts: [0], default_member_permissions: '32' });
  });

  test('is refused to others whatever Discord lets through', async () => {
    await expect(use({ guildId: 1n })).rejects.toMatchObject({ reason: { kind: 'only managers' } });
    await expect(use({ managesServer: true })).rejects.toMatchObject({
      reason: { kind: 'only in a server' },
    });
    await expect(use({ guildId: 1n, managesServer: true })).resolves.toBe(answer);
  });
});
