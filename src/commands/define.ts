import {
  SlashCommandBuilder,
  type SlashCommandOptionsOnlyBuilder,
  SlashCommandSubcommandBuilder,
} from '@discordjs/builders';
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIModalInteractionResponseCallbackData,
  ApplicationIntegrationType,
  type ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { ChartRenderer } from '../charts/renderer.js';
import { decodeSnowflake } from '../lib/custom-id.js';
import { Refusal } from '../services/refusal.js';
import type { Services } from '../services/services.js';

/** Who asks, where and when: everything a handler may know of an interaction. */
export interface Asking {
  /** Discord's id of the interaction; unique for ever, and it tells the time of the asking. */
  readonly interactionId: bigint;
  readonly callerId: bigint;
  /** Null in a direct message. */
  readonly guildId: bigint | null;
  /** Whether the caller may manage the server; nobody may in a direct message. */
  readonly managesServer: boolean;
  readonly at: Date;
  /** The caller's own language, as a BCP 47 tag. */
  readonly locale: string;
  /** The language for what everybody in the channel sees. */
  readonly channelLocale: string;
  /** The message a button or a modal belongs to. */
  readonly source: { readonly channelId: string; readonly messageId: string } | null;
  /** There once the database is open. */
  readonly services: Promise<Services>;
  readonly charts: ChartRenderer;
}

/** A file shown with a message. */
export interface MessageFile {
  /** What an embed refers to as `attachment://<name>`. */
  readonly name: string;
  readonly data: Uint8Array;
  /** What the picture shows, for whoever can't see it; at most 1024 characters. */
  readonly description: string;
}

/** What a message shows. */
export interface MessageView {
  readonly content?: string;
  readonly files?: readonly MessageFile[];
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
}

/** The one visible outcome of an interaction. */
export type Answer =
  | { readonly kind: 'message'; readonly view: MessageView; readonly ephemeral: boolean }
  /** Changes the message that the pressed button or the sent modal belongs to. */
  | { readonly kind: 'update'; readonly view: MessageView; readonly also?: MessageEdit }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData };

/** Another message of the bot that changes too; where it can't, the caller alone sees the view. */
export interface MessageEdit {
  readonly channelId: string;
  readonly messageId: string;
  readonly view: MessageView;
}

/** One entry of an autocomplete list. */
export interface Choice {
  /** Shown; at most 100 characters. */
  readonly name: string;
  /** Sent back; at most 100 characters. */
  readonly value: string;
}

interface Common {
  readonly description: string;
  readonly required?: boolean;
}
export type OptionSpec =
  | (Common & {
      readonly type: 'text';
      readonly maxLength: number;
      readonly autocomplete?: (typed: string, asking: Asking) => Promise<Choice[]> | Choice[];
    })
  | (Common & { readonly type: 'choice'; readonly choices: Readonly<Record<string, string>> })
  | (Common & { readonly type: 'number'; readonly min?: number; readonly max?: number })
  /** A whole number. */
  | (Common & { readonly type: 'whole'; readonly min?: number; readonly max?: number })
  | (Common & { readonly type: 'boolean' })
  /** A person, by Discord's id. */
  | (Common & { readonly type: 'member' })
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
  : S extends { type: 'choice'; choices: infer C }
    ? keyof C & string
    : S extends { type: 'number' | 'whole' }
      ? number
      : S extends { type: 'member' | 'channel' }
        ? bigint
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
}

/**
 * What an answer costs the bot, which decides how often one member, and one server, may ask for it
 * (the limits are in `discord/limits.ts`).
 * - `light`: texts that are looked up. Never limited.
 * - `ordinary`: a few statements, or a search. Limited only beyond anything a person can type.
 * - `costly`: many rows, a picture, or a question to Discord.
 * - `rare`: everything there is of somebody.
 */
export type Cost = 'light' | 'ordinary' | 'costly' | 'rare';

/** Something that runs when a command is used: a command without subcommands, or one of them. */
export interface Runnable {
  readonly description: string;
  readonly options: OptionSpecs;
  readonly cost: Cost;
  /** Whether "thinking…" is shown at once: large files don't travel within Discord's three seconds. */
  readonly slow: boolean;
  /** Whether only the caller sees the answer; asked first, since a late answer can't change it. */
  ephemeral(raw: readonly RawOption[]): boolean;
  run(raw: readonly RawOption[], asking: Asking): Promise<Answer>;
}

/** One slash command. */
export interface Command {
  readonly name: string;
  readonly description: string;
  /** The runnable by the name of its subcommand; `''` for a command without subcommands. */
  readonly runnables: ReadonlyMap<string, Runnable>;
  /** Whether it is for those alone who may manage the server. */
  readonly forManagers: boolean;
  /** As registered at Discord. */
  readonly json: RESTPostAPIChatInputApplicationCommandsJSONBody;
}

/**
 * A subcommand, or the whole of a command that has none.
 *
 * @param spec.cost `ordinary` where it is left out.
 */
export function runnable<const O extends OptionSpecs>(spec: {
  description: string;
  options: O;
  cost?: Cost;
  slow?: boolean;
  ephemeral: boolean | ((args: Args<O>) => boolean);
  run: (args: Args<O>, asking: Asking) => Promise<Answer> | Answer;
}): Runnable {
  const { description, options, cost = 'ordinary', slow = false, ephemeral, run } = spec;
  return {
    description,
    options,
    cost,
    slow,
    ephemeral: (raw) =>
      typeof ephemeral === 'boolean' ? ephemeral : ephemeral(readArgs(options, raw)),
    run: async (raw, asking) => run(readArgs(options, raw), asking),
  };
}

/**
 * A slash command: either one `runnable` or several `subcommands`.
 *
 * @param spec.where `server` for what makes no sense in a direct message.
 * @param spec.forManagers whether only members who may manage the server can use it. Discord hides
 *   it from others, unless a server's settings say otherwise; therefore the bot looks, too.
 * @throws if Discord would refuse the definition (names, lengths, numbers of options).
 */
export function defineCommand(
  spec: {
    name: string;
    description: string;
    where?: 'server' | 'anywhere';
    forManagers?: boolean;
  } & ({ runnable: Runnable } | { subcommands: Readonly<Record<string, Runnable>> }),
): Command {
  const inServer = spec.where === 'server' || spec.forManagers === true;
  const builder = new SlashCommandBuilder()
    .setName(spec.name)
    .setDescription(spec.description)
    .setContexts(InteractionContextType.Guild, ...(inServer ? [] : [InteractionContextType.BotDM]))
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
  if (spec.forManagers === true) {
    builder.setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild);
  }
  const guard = (asking: Asking) => {
    if (asking.guildId === null) throw new Refusal({ kind: 'only in a server' });
    if (spec.forManagers === true) requireManager(asking);
  };
  const guarded = (one: Runnable): Runnable =>
    inServer
      ? {
          ...one,
          run: async (raw, asking) => {
            guard(asking);
            return one.run(raw, asking);
          },
        }
      : one;
  const { name, description, forManagers = false } = spec;
  if ('runnable' in spec) {
    addOptions(builder, spec.runnable.options);
    const runnables = new Map([['', guarded(spec.runnable)]]);
    return { name, description, forManagers, runnables, json: builder.toJSON() };
  }
  for (const [subcommand, one] of Object.entries(spec.subcommands)) {
    const inner = new SlashCommandSubcommandBuilder()
      .setName(subcommand)
      .setDescription(one.description);
    addOptions(inner, one.options);
    builder.addSubcommand(inner);
  }
  const runnables = new Map(
    Object.entries(spec.subcommands).map(([subcommand, one]) => [subcommand, guarded(one)]),
  );
  return { name, description, forManagers, runnables, json: builder.toJSON() };
}

/** @throws Refusal unless the caller may manage the server. */
export function requireManager({ managesServer }: Asking): void {
  if (!managesServer) throw new Refusal({ kind: 'only managers' });
}

/** A late answer begins as a new message, or as a change of the one with the button. */
export interface Late {
  readonly as: 'message' | 'update';
  readonly ephemeral: boolean;
  /** Whether every answer counts as late. */
  readonly always?: boolean;
}

/** A button that works for as long as its message stands. */
export interface Button {
  readonly name: string;
  readonly version: number;
  /** `ordinary` where it is left out. */
  readonly cost?: Cost;
  /** How a late answer begins. */
  late(fields: readonly string[]): Late;
  press(fields: readonly string[], asking: Asking): Promise<Answer>;
}

/** A menu to choose from, that works for as long as its message stands. */
export interface Menu {
  readonly name: string;
  readonly version: number;
  /** `ordinary` where it is left out. */
  readonly cost?: Cost;
  /** How a late answer begins. */
  late(fields: readonly string[]): Late;
  /** @param values of the options that were chosen. */
  choose(fields: readonly string[], values: readonly string[], asking: Asking): Promise<Answer>;
}

/** A modal's answer, by the custom ids of its fields. */
export interface Modal {
  readonly name: string;
  readonly version: number;
  /** `ordinary` where it is left out. */
  readonly cost?: Cost;
  submit(
    fields: readonly string[],
    values: ReadonlyMap<string, string>,
    asking: Asking,
  ): Promise<Answer>;
}

/** What one file of `commands/` brings. */
export interface CommandModule {
  readonly command: Command;
  readonly buttons?: readonly Button[];
  readonly menus?: readonly Menu[];
  readonly modals?: readonly Modal[];
}

function addOptions(
  builder: SlashCommandOptionsOnlyBuilder | SlashCommandSubcommandBuilder,
  options: OptionSpecs,
): void {
  // Discord wants the required ones first; the order is otherwise the definition's.
  const inOrder = Object.entries(options).sort(
    ([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false),
  );
  for (const [name, spec] of inOrder) {
    const { description, required = false } = spec;
    switch (spec.type) {
      case 'text':
        builder.addStringOption((option) =>
          option
            .setName(name)
            .setDescription(description)
            .setRequired(required)
            .setMaxLength(spec.maxLength)
            .setAutocomplete(spec.autocomplete !== undefined),
        );
        break;
      case 'choice':
        builder.addStringOption((option) =>
          option
            .setName(name)
            .setDescription(description)
            .setRequired(required)
            .addChoices(
              Object.entries(spec.choices).map(([value, label]) => ({ name: label, value })),
            ),
        );
        break;
      case 'number':
        builder.addNumberOption((option) => {
          option.setName(name).setDescription(description).setRequired(required);
          if (spec.min !== undefined) option.setMinValue(spec.min);
          if (spec.max !== undefined) option.setMaxValue(spec.max);
          return option;
        });
        break;
      case 'whole':
        builder.addIntegerOption((option) => {
          option.setName(name).setDescription(description).setRequired(required);
          if (spec.min !== undefined) option.setMinValue(spec.min);
          if (spec.max !== undefined) option.setMaxValue(spec.max);
          return option;
        });
        break;
      case 'boolean':
        builder.addBooleanOption((option) =>
          option.setName(name).setDescription(description).setRequired(required),
        );
        break;
      case 'member':
        builder.addUserOption((option) =>
          option.setName(name).setDescription(description).setRequired(required),
        );
        break;
      case 'channel':
        builder.addChannelOption((option) =>
          option
            .setName(name)
            .setDescription(description)
            .setRequired(required)
            .addChannelTypes(...spec.kinds),
        );
        break;
      default:
        spec satisfies never;
    }
  }
}

/** Discord's clients check options before they send them; what comes from elsewhere may be anything. */
function readArgs<O extends OptionSpecs>(options: O, raw: readonly RawOption[]): Args<O> {
  const args: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(options)) {
    const value = raw.find((option) => option.name === name)?.value;
    if (value !== undefined && fits(spec, value)) args[name] = valueIn(spec, value);
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
      return typeof value === 'string' && Object.hasOwn(spec.choices, value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && isWithin(spec, value);
    case 'whole':
      return typeof value === 'number' && Number.isSafeInteger(value) && isWithin(spec, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'member':
    case 'channel':
      return typeof value === 'string' && decodeSnowflake(value) !== null;
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
