import {
  ApplicationCommandOptionType,
  type APIApplicationCommandInteractionDataOption as DataOption,
} from 'discord-api-types/v10';
import fc from 'fast-check';
import type { CommandData, Message, RegisteredCommand } from 'local-discord';
import { type Block, type Inline, parseBlocks, parseInline } from 'local-discord/markdown';

/** What somebody without good intentions sends. */
export type Attack =
  | { readonly kind: 'command' | 'suggestions'; readonly data: CommandData }
  | { readonly kind: 'button'; readonly customId: string }
  | { readonly kind: 'menu'; readonly customId: string; readonly values: readonly string[] }
  | {
      readonly kind: 'modal';
      readonly customId: string;
      /** A list stands for a menu in place of the input. */
      readonly values: Readonly<Record<string, string | readonly string[]>>;
    };

/** Stands in a custom id for the id of whoever sends it. */
export const ME = '{me}';

/** What there is to aim at. */
export interface Targets {
  readonly commands: readonly RegisteredCommand[];
  /** Names of buttons, menus and modals, with the version that is in use. */
  readonly components: readonly { readonly name: string; readonly version: number }[];
  /** Custom ids of buttons, menus and modals that somebody else was shown, and whose they are. */
  readonly customIds: readonly string[];
  readonly owner: string;
  /** What their menus offer. */
  readonly offered: readonly string[];
  /** Names of modals' inputs, each with what nobody would doubt. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Ids of people, channels, servers and rows, also of those the attacker has no business with. */
  readonly ids: readonly string[];
}

/**
 * Words with the sign of Discord's markup they stand in. Where a word is shown, so must its sign
 * be: if the sign was taken for markup, it is gone from what is seen.
 */
const MARKED = [
  ['**', 'zzbold', '**'],
  ['__', 'zzunder', '__'],
  ['*', 'zzstar', '*'],
  ['_', 'zzline', '_'],
  ['~~', 'zzstrike', '~~'],
  ['||', 'zzspoil', '||'],
  ['[', 'zzlink', '](https://evil.example/)'],
  ['`', 'zzcode', '`'],
] as const;

/** Signs that mean something at the start of a line only. */
const LINES = [
  ['# ', 'zzhead', ''],
  ['> ', 'zzquote', ''],
  ['-# ', 'zzsmall', ''],
] as const;

const FORGED_ID = '666666666666666666';
const FORGED_TIME = 666;

const PAYLOADS: readonly string[] = [
  ...[...MARKED, ...LINES].flatMap(([before, word, after]) => {
    const whole = `${before}${word}${after}`;
    return [whole, `x\n${whole}`, `\u200b${whole}`];
  }),
  '```\nzz\n```',
  '\\',
  '\\*\\*',
  'https://evil.example/path',
  '<https://evil.example/path>',
  'javascript:alert(1)',
  'https://www.tiktok.com/@zz/video/7298765432109876543',
  'https://www.tiktok.com@evil.example/@zz/video/7298765432109876543',
  '@everyone @here',
  `<@${FORGED_ID}> <@!${FORGED_ID}> <@&${FORGED_ID}> <#${FORGED_ID}>`,
  `<t:${FORGED_TIME}:R>`,
  `</score:${FORGED_ID}>`,
  `<:zzemoji:${FORGED_ID}> <a:zzemoji:${FORGED_ID}>`,
  '\u202e\u2066zz\u2069',
  'Z̴̢̛̭͇̪̣̥͍͙̀̈́̾͌̾̈́͐a\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '\0',
  '\ud800',
  '👩‍👩‍👧‍👦'.repeat(20),
  `'; DROP TABLE "Reading"; --`,
  '" OR 1=1 --',
  '%s %n {0} {{constructor}} __proto__ constructor toString',
  '=HYPERLINK("https://evil.example")',
  '../../../../etc/passwd',
  'a'.repeat(6000),
  '9'.repeat(400),
  '1e309',
  'NaN',
  '-0',
  '٣٤١٢',
  '541.2K',
  '12万',
  '2026-11-01',
  '9999-99-99',
  'Europe/Berlin',
  '24:61',
];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PAYLOADS) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...PAYLOADS.filter(({ length }) => length < 100)), { maxLength: 5 })
      .map((parts) => parts.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
);

const likelyCount = fc.constantFrom('541.2K', '48100', '1,204', '3.9K', '0', '12', '900', '5M');

const extreme = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, -1, 1e308, Number.MAX_SAFE_INTEGER, 86_400, 86_401, 0.1),
);

/** Any attack on these targets; every command, button, menu and modal that is registered is among them. */
export function attacks(targets: Targets): fc.Arbitrary<Attack> {
  return fc.oneof(
    { weight: 6, arbitrary: command(targets) },
    { weight: 2, arbitrary: suggestions(targets) },
    {
      weight: 3,
      arbitrary: customId(targets).map((id): Attack => ({ kind: 'button', customId: id })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(customId(targets), chosen(targets))
        .map(([id, values]): Attack => ({ kind: 'menu', customId: id, values })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(customId(targets), typed(targets))
        .map(([id, values]): Attack => ({ kind: 'modal', customId: id, values })),
    },
  );
}

/** What a modal's input holds: nearly always text. */
const input = fc.oneof(
  { weight: 4, arbitrary: likelyCount },
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: fc.array(text, { maxLength: 3 }) },
);

/** What stands in a modal: what nobody would doubt, or anything in some inputs. */
function typed(targets: Targets): fc.Arbitrary<Record<string, string | string[]>> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant({ ...targets.inputs }) },
    { weight: 2, arbitrary: fc.dictionary(inputName(targets), input, { maxKeys: 6 }) },
  );
}

/** What is chosen from a menu: one thing most of the time, else nothing, or more than fits. */
function chosen(targets: Targets): fc.Arbitrary<string[]> {
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...targets.offered) },
    { weight: 4, arbitrary: idOf(targets) },
    { weight: 1, arbitrary: text },
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(value) },
    { weight: 1, arbitrary: fc.array(value, { maxLength: 60 }) },
  );
}

function inputName({ inputs }: Targets): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...Object.keys(inputs)) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'x', '') },
  );
}

function idOf({ ids }: Targets): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ids) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '0',
        '-1',
        '1.5',
        '9223372036854775807',
        '9223372036854775808',
        '99999999999999999999999',
        'x',
        '',
        '０',
        '__proto__',
      ),
    },
    { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 2n ** 63n }).map(String) },
  );
}

/** Discord lets through custom ids of 1 to 100 characters. */
function customId(targets: Targets): fc.Arbitrary<string> {
  const field = fc.oneof(
    { weight: 4, arbitrary: idOf(targets) },
    { weight: 2, arbitrary: fc.constant(ME) },
    { weight: 2, arbitrary: fc.constantFrom('public', 'private', 'truth', '1', '2', '30') },
    { weight: 1, arbitrary: text },
  );
  const known = fc
    .tuple(
      fc.constantFrom(...targets.components),
      fc.constantFrom(0, 0, 0, 0, 1, -1, 9_998),
      fc.array(field, { maxLength: 5 }),
    )
    .map(([{ name, version }, off, fields]) => [name, `v${version + off}`, ...fields].join(':'));
  const shown = fc.constantFrom(...targets.customIds);
  return fc
    .oneof(
      { weight: 6, arbitrary: known },
      { weight: 2, arbitrary: shown },
      { weight: 3, arbitrary: shown.map((id) => id.replaceAll(targets.owner, ME)) },
      { weight: 1, arbitrary: text },
    )
    .map((id) => id.slice(0, 100) || ':');
}

function command(targets: Targets): fc.Arbitrary<Attack> {
  return fc.constantFrom(...targets.commands).chain((one) =>
    withOptions(one, targets, false).map(
      (options): Attack => ({
        kind: 'command',
        data: { name: one.name, options, resolved: resolvedOf(options) },
      }),
    ),
  );
}

function suggestions(targets: Targets): fc.Arbitrary<Attack> {
  const offering = targets.commands.filter((one) =>
    JSON.stringify(one).includes('"autocomplete":true'),
  );
  return fc.constantFrom(...offering).chain((one) =>
    withOptions(one, targets, true).map(
      (options): Attack => ({
        kind: 'suggestions',
        data: { name: one.name, options, unfinished: true },
      }),
    ),
  );
}

interface Definition {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly required?: boolean;
  readonly choices?: readonly { readonly value: string | number }[];
  readonly autocomplete?: boolean;
  readonly options?: readonly Definition[];
}

function withOptions(
  { options = [] }: RegisteredCommand,
  targets: Targets,
  focused: boolean,
): fc.Arbitrary<DataOption[]> {
  const definitions = options as readonly Definition[]; // the union is told apart by `type` below
  const subcommands = definitions.filter(
    ({ type }) => type === ApplicationCommandOptionType.Subcommand,
  );
  if (subcommands.length === 0) return values(definitions, targets, focused);
  const fitting = focused
    ? subcommands.filter((one) => one.options?.some(({ autocomplete }) => autocomplete))
    : subcommands;
  return fc
    .constantFrom(...fitting)
    .chain((one) =>
      fc
        .tuple(
          values(one.options ?? [], targets, focused),
          fc.constantFrom(one.name, one.name, one.name, one.name, one.name, 'nothing'),
        )
        .map(([inner, name]): DataOption[] => [
          { type: ApplicationCommandOptionType.Subcommand, name, options: inner as never },
        ]),
    );
}

/** Each option of its own type nearly always, else of any; required ones are there nearly always. */
function values(
  definitions: readonly Definition[],
  targets: Targets,
  focused: boolean,
): fc.Arbitrary<DataOption[]> {
  const each = definitions.map((definition) =>
    fc
      .tuple(
        fc.nat(99),
        fc.oneof(
          { weight: 12, arbitrary: fitting(definition, targets) },
          { weight: 1, arbitrary: anything(targets) },
        ),
      )
      .map(([chance, option]): DataOption[] => {
        const isFocused = focused && definition.autocomplete === true;
        // Now and then nothing has the focus, or too much.
        const hasFocus = isFocused && chance > 4;
        const isThere = isFocused || chance < (definition.required === true ? 97 : 40);
        return isThere
          ? ([{ name: definition.name, ...option, ...(hasFocus && { focused: true }) }] as never)
          : [];
      }),
  );
  const stranger = fc
    .tuple(fc.nat(19), anything(targets))
    .map(([chance, option]): DataOption[] =>
      chance === 0 ? ([{ name: 'stranger', ...option }] as never) : [],
    );
  return fc.tuple(...each, stranger).map((lists) => lists.flat());
}

interface Value {
  readonly type: ApplicationCommandOptionType;
  readonly value: string | number | boolean;
}

function fitting({ type, choices, name }: Definition, targets: Targets): fc.Arbitrary<Value> {
  const of = (value: fc.Arbitrary<string | number | boolean>) =>
    value.map((v) => ({ type, value: v }));
  switch (type) {
    case ApplicationCommandOptionType.Boolean:
      return of(fc.boolean());
    case ApplicationCommandOptionType.Number:
    case ApplicationCommandOptionType.Integer:
      return of(extreme);
    case ApplicationCommandOptionType.User:
    case ApplicationCommandOptionType.Channel:
      return of(idOf(targets));
    default: {
      if (choices !== undefined) {
        return of(fc.constantFrom(...choices.map(({ value }) => value), 'not a choice'));
      }
      const isCount = /^(views|likes|comments|shares|saves|new_followers)$/.test(name);
      return of(isCount ? fc.oneof({ weight: 5, arbitrary: likelyCount }, text) : text);
    }
  }
}

/** A value of any type, files that aren't what they say among them. */
function anything(targets: Targets): fc.Arbitrary<Value> {
  return fc.oneof(
    text.map((value) => ({ type: ApplicationCommandOptionType.String, value })),
    extreme.map((value) => ({ type: ApplicationCommandOptionType.Number, value })),
    fc.boolean().map((value) => ({ type: ApplicationCommandOptionType.Boolean, value })),
    idOf(targets).map((value) => ({ type: ApplicationCommandOptionType.User, value })),
    fc.constant({ type: ApplicationCommandOptionType.Attachment, value: FORGED_ID }),
  );
}

/** The file behind an attachment's id: a program that says it is a picture of minus one byte. */
function resolvedOf(options: readonly DataOption[]): object {
  if (!JSON.stringify(options).includes(`"value":"${FORGED_ID}"`)) return {};
  return {
    attachments: {
      [FORGED_ID]: {
        id: FORGED_ID,
        filename: '../../**zzbold**.png\u202egpj.exe',
        content_type: 'image/png; charset=\0',
        description: '[zzlink](https://evil.example/) @everyone',
        size: -1,
        width: -1,
        height: 1e9,
        url: 'file:///etc/passwd',
        proxy_url: 'http://127.0.0.1:1/',
      },
    },
  };
}

/** Where something of an attacker's took effect in a message, in words; empty if nowhere. */
export function escapesIn({ content, embeds }: Pick<Message, 'content' | 'embeds'>): string[] {
  const found: string[] = [];
  const look = (pieces: readonly Block[] | readonly Inline[], where: string) => {
    const seen = { text: '' };
    walk(pieces, seen, (what) => found.push(`${what} in ${where}`));
    for (const [before, word] of [...MARKED, ...LINES]) {
      for (let at = seen.text.indexOf(word); at >= 0; at = seen.text.indexOf(word, at + 1)) {
        const ahead = seen.text.slice(Math.max(0, at - before.length), at).replaceAll('ˋ', '`');
        // A mark may be missing where the text was taken apart, but not its last sign.
        if (!ahead.trimEnd().endsWith(before.trimEnd().slice(-1))) {
          found.push(`${JSON.stringify(before)} took effect on ${word} in ${where}`);
        }
      }
    }
  };
  look(parseBlocks(content), 'the content');
  for (const { title = '', description = '', fields = [], author } of embeds) {
    look(parseInline(title), 'a title');
    look(parseInline(author?.name ?? ''), 'an author');
    look(parseBlocks(description), 'a description');
    for (const { name, value } of fields) {
      look(parseInline(name), 'a field’s name');
      look(parseBlocks(value), `the field ${name}`);
    }
  }
  return found;
}

function walk(
  pieces: readonly Block[] | readonly Inline[],
  seen: { text: string },
  report: (what: string) => void,
): void {
  for (const piece of pieces) {
    if ('id' in piece && piece.id === FORGED_ID) report(`a forged ${piece.kind}`);
    if (piece.kind === 'everyone') report('@everyone');
    if (piece.kind === 'time' && piece.ms === FORGED_TIME * 1000) report('a forged time');
    if (piece.kind === 'link' && piece.url.includes('evil.example'))
      report(`a link to ${piece.url}`);
    if ('text' in piece) seen.text += piece.text;
    if ('inside' in piece) walk(piece.inside, seen, report);
    if ('blocks' in piece) walk(piece.blocks, seen, report);
    if ('items' in piece) for (const { inside } of piece.items) walk(inside, seen, report);
    if (!('id' in piece) && /^(paragraph|heading|quote|subtext|list|code)$/.test(piece.kind)) {
      seen.text += '\n';
    }
  }
}
