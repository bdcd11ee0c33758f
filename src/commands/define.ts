import { SlashCommandBuilder, SlashCommandSubcommandBuilder } from '@discordjs/builders';
import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Answer } from './answer.js';
import { type Asking, requireManager, serverOf } from './asking.js';
import type { Button, Menu, Modal } from './components.js';
import type { Cost } from './cost.js';
import { inEnglish, inOthers, type Said } from './localizations.js';
import type { MessageCommand } from './message-command.js';
import { type Args, addOptions, type OptionSpecs, type RawOption, readArgs } from './options.js';

/** Something that runs when a command is used: a command without subcommands, or one of them. */
export interface Runnable {
  readonly description: Said;
  readonly options: OptionSpecs;
  readonly cost: Cost;
  /**
   * Whether "thinking…" is shown at once: large files don't travel within Discord's three seconds.
   * A text is shown in its place.
   */
  slow(raw: readonly RawOption[]): boolean | Said;
  /** Whether only the caller sees the answer; asked first, since a late answer can't change it. */
  ephemeral(raw: readonly RawOption[]): boolean;
  run(raw: readonly RawOption[], asking: Asking): Promise<Answer>;
}

/** One slash command. */
export interface Command {
  readonly name: string;
  readonly description: Said;
  /** The runnable by the name of its subcommand; `''` for a command without subcommands. */
  readonly runnables: ReadonlyMap<string, Runnable>;
  /** Whether it is for those alone who may manage the server. */
  readonly forManagers: boolean;
  /**
   * As registered at Discord, in the languages that were read.
   *
   * @throws if Discord would refuse the definition (names, lengths, numbers of options), where the
   *   builders check: in tests, and not in a bot that runs.
   */
  registration(): RESTPostAPIChatInputApplicationCommandsJSONBody;
}

/**
 * A subcommand, or the whole of a command that has none.
 *
 * @param spec.cost `ordinary` where it is left out.
 */
export function runnable<const O extends OptionSpecs>(spec: {
  description: Said;
  options: O;
  cost?: Cost;
  slow?: boolean | ((args: Args<O>) => boolean | Said);
  ephemeral: boolean | ((args: Args<O>) => boolean);
  run: (args: Args<O>, asking: Asking) => Promise<Answer> | Answer;
}): Runnable {
  const { description, options, cost = 'ordinary', slow = false, ephemeral, run } = spec;
  return {
    description,
    options,
    cost,
    slow: (raw) => (typeof slow === 'function' ? slow(readArgs(options, raw)) : slow),
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
 * @param spec.forOneAlone whether it also comes along with a member who has installed the bot for
 *   themselves, wherever they are: only they see the answers there.
 */
export function defineCommand(
  spec: {
    name: string;
    description: Said;
    where?: 'server' | 'anywhere';
    forManagers?: boolean;
    forOneAlone?: boolean;
  } & ({ runnable: Runnable } | { subcommands: Readonly<Record<string, Runnable>> }),
): Command {
  const { name, description, forManagers = false, forOneAlone = false } = spec;
  const inServer = spec.where === 'server' || forManagers;
  const guarded = (one: Runnable): Runnable =>
    inServer
      ? {
          ...one,
          run: async (raw, asking) => {
            serverOf(asking);
            if (forManagers) requireManager(asking);
            return one.run(raw, asking);
          },
        }
      : one;
  const subcommands = 'subcommands' in spec ? spec.subcommands : { '': spec.runnable };
  const runnables = new Map(
    Object.entries(subcommands).map(([subcommand, one]) => [subcommand, guarded(one)]),
  );
  const registration = () => {
    const builder = new SlashCommandBuilder()
      .setName(name)
      .setDescription(inEnglish(description))
      .setDescriptionLocalizations(inOthers(description))
      .setContexts(
        InteractionContextType.Guild,
        ...(inServer ? [] : [InteractionContextType.BotDM]),
        ...(forOneAlone ? [InteractionContextType.PrivateChannel] : []),
      )
      .setIntegrationTypes(
        ApplicationIntegrationType.GuildInstall,
        ...(forOneAlone ? [ApplicationIntegrationType.UserInstall] : []),
      );
    if (forManagers) builder.setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild);
    for (const [subcommand, one] of runnables) {
      if (subcommand === '') {
        addOptions(builder, one.options);
        continue;
      }
      const inner = new SlashCommandSubcommandBuilder()
        .setName(subcommand)
        .setDescription(inEnglish(one.description))
        .setDescriptionLocalizations(inOthers(one.description));
      addOptions(inner, one.options);
      builder.addSubcommand(inner);
    }
    return builder.toJSON();
  };
  return { name, description, forManagers, runnables, registration };
}

/** What one file of `commands/` brings. */
export interface CommandModule {
  readonly command: Command;
  readonly messageCommands?: readonly MessageCommand[];
  readonly buttons?: readonly Button[];
  readonly menus?: readonly Menu[];
  readonly modals?: readonly Modal[];
}
