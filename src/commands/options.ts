import type {
  ApplicationCommandOptionBase,
  SlashCommandIntegerOption,
  SlashCommandNumberOption,
  SlashCommandOptionsOnlyBuilder,
  SlashCommandSubcommandBuilder,
} from '@discordjs/builders';
import type { ChannelType } from 'discord-api-types/v10';
import { decodeSnowflake } from '../lib/custom-id.js';
import type { Asking } from './asking.js';
import type { AttachedFile } from './attached-file.js';
import { inEnglish, inOthers, type Said } from './localizations.js';

/** One entry of an autocomplete list. */
export interface Choice {
  /** Shown; at most 100 characters. */
  readonly name: string;
  /** Sent back; at most 100 characters. */
  readonly value: string;
}

interface Common {
  readonly description: Said;
  readonly required?: boolean;
}
export type OptionSpec =
  | (Common & {
      readonly type: 'text';
      readonly maxLength: number;
      readonly autocomplete?: (typed: string, asking: Asking) => Promise<Choice[]> | Choice[];
    })
  | (Common & { readonly type: 'choice'; readonly choices: Said<Readonly<Record<string, string>>> })
  | (Common & { readonly type: 'number'; readonly min?: number; readonly max?: number })
  /** A whole number. */
  | (Common & { readonly type: 'whole'; readonly min?: number; readonly max?: number })
  | (Common & { readonly type: 'boolean' })
  /** A person, by Discord's id. */
  | (Common & { readonly type: 'member' })
  /** A file that goes along. */
  | (Common & { readonly type: 'attachment' })
  /** A channel of the server, by Discord's id. */
  | (Common & {
      readonly type: 'channel';
      readonly kinds: readonly Extract<
        ChannelType,
        ChannelType.GuildText | ChannelType.GuildAnnouncement
      >[];
    });

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ValueOf<S extends OptionSpec> = S extends { type: 'text' }
  ? string
  : S extends { type: 'choice'; choices: Said<infer C> }
    ? keyof C & string
    : S extends { type: 'number' | 'whole' }
      ? number
      : S extends { type: 'member' | 'channel' }
        ? bigint
        : S extends { type: 'attachment' }
          ? AttachedFile
          : boolean;

/** The options of a command as its handler gets them: required ones are there, others may be. */
export type Args<O extends OptionSpecs> = {
  readonly [K in keyof O as O[K] extends { required: true } ? K : never]: ValueOf<O[K]>;
} & {
  readonly [K in keyof O as O[K] extends { required: true } ? never : K]?: ValueOf<O[K]>;
};

/** What Discord sends of one option, before anything is known of it. */
export interface RawOption {
  readonly name: string;
  readonly value?: string | number | boolean | undefined;
  /** What the value, an id, stands for where the option takes a file. */
  readonly file?: AttachedFile | undefined;
}

/** Adds options to a command, or a subcommand, that is registered at Discord. */
export function addOptions(
  builder: SlashCommandOptionsOnlyBuilder | SlashCommandSubcommandBuilder,
  options: OptionSpecs,
): void {
  // Discord wants the required ones first; the order is otherwise the definition's.
  const inOrder = Object.entries(options).sort(
    ([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false),
  );
  for (const [name, spec] of inOrder) {
    const { description, required = false } = spec;
    const described = <Option extends ApplicationCommandOptionBase>(option: Option): Option =>
      option
        .setName(name)
        .setDescription(inEnglish(description))
        .setDescriptionLocalizations(inOthers(description))
        .setRequired(required);
    switch (spec.type) {
      case 'text':
        builder.addStringOption((option) =>
          described(option)
            .setMaxLength(spec.maxLength)
            .setAutocomplete(spec.autocomplete !== undefined),
        );
        break;
      case 'choice':
        builder.addStringOption((option) =>
          described(option).addChoices(
            Object.entries(inEnglish(spec.choices)).map(([value, name]) => ({
              name,
              value,
              name_localizations: inOthers((words) => spec.choices(words)[value] ?? name),
            })),
          ),
        );
        break;
      case 'number':
        builder.addNumberOption((option) => bounded(described(option), spec));
        break;
      case 'whole':
        builder.addIntegerOption((option) => bounded(described(option), spec));
        break;
      case 'boolean':
        builder.addBooleanOption(described);
        break;
      case 'member':
        builder.addUserOption(described);
        break;
      case 'attachment':
        builder.addAttachmentOption(described);
        break;
      case 'channel':
        builder.addChannelOption((option) => described(option).addChannelTypes(...spec.kinds));
        break;
      default:
        spec satisfies never;
    }
  }
}

function bounded<Option extends SlashCommandNumberOption | SlashCommandIntegerOption>(
  option: Option,
  { min, max }: { readonly min?: number; readonly max?: number },
): Option {
  if (min !== undefined) option.setMinValue(min);
  if (max !== undefined) option.setMaxValue(max);
  return option;
}

/**
 * What a handler gets of what was sent. Discord's clients check options before they send them; what
 * comes from elsewhere may be anything.
 *
 * @throws MalformedOptions
 */
export function readArgs<O extends OptionSpecs>(options: O, raw: readonly RawOption[]): Args<O> {
  const args: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(options)) {
    const { value, file } = raw.find((option) => option.name === name) ?? {};
    if (spec.type === 'attachment' && file !== undefined) args[name] = file;
    else if (value !== undefined && fits(spec, value)) args[name] = valueIn(spec, value);
    else if (value !== undefined || spec.required === true) {
      throw new MalformedOptions(`${name} is ${value === undefined ? 'missing' : 'malformed'}`);
    }
  }
  // Each key was checked against its own spec, which is what Args<O> says of it.
  return args as Args<O>;
}

function fits(spec: OptionSpec, value: string | number | boolean): boolean {
  switch (spec.type) {
    case 'text':
      return typeof value === 'string';
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(inEnglish(spec.choices), value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && isWithin(spec, value);
    case 'whole':
      return typeof value === 'number' && Number.isSafeInteger(value) && isWithin(spec, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'member':
    case 'channel':
      return typeof value === 'string' && decodeSnowflake(value) !== null;
    case 'attachment':
      // An id without its file.
      return false;
  }
}

function isWithin({ min, max }: { min?: number; max?: number }, value: number): boolean {
  return value >= (min ?? value) && value <= (max ?? value);
}

function valueIn(spec: OptionSpec, value: string | number | boolean) {
  return spec.type === 'member' || spec.type === 'channel' ? BigInt(value) : value;
}

/** Options that don't fit the definition: the command has changed since Discord learned of it. */
export class MalformedOptions extends Error {
  override readonly name = 'MalformedOptions';
}
