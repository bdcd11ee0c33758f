import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import type { RegisteredCommand } from '../world/world.js';
import { CannotSend } from './cannot-send.js';
import { allCommands, commandsFor } from './offered-commands.js';
import {
  nobodyResolved,
  optionValue,
  type Place,
  type Resolved,
  type ValueOption,
} from './option-values.js';

/** A command as typed, understood by its registered definition. */
export interface TypedCommand {
  readonly command: RegisteredCommand;
  readonly options: APIApplicationCommandInteractionDataOption[];
  readonly resolved: Resolved | undefined;
}

/** What was typed into options, by their names. */
type Values = Readonly<Record<string, string>>;

/** A command, or a subcommand of one, with its options and the text that follows its name. */
interface Found {
  readonly command: RegisteredCommand;
  readonly leaf: readonly ValueOption[];
  readonly path: readonly { name: string; type: ApplicationCommandOptionType }[];
  readonly rest: string;
}

/**
 * Understands a command typed as in Discord: `/name [group] [subcommand] option:value …`, where a
 * value runs until the next known option. A file is chosen beside the line. Throws `CannotSend` with what is wrong, as Discord
 * would refuse to send it.
 */
export function parseCommand(line: string, place: Place): TypedCommand {
  const found = findLeaf(line, place);
  return typedCommand(found, withFiles(splitOptions(found.rest, found.leaf), found, place), place);
}

/**
 * Understands a command whose options were filled in one by one: `/name [group] [subcommand]` and
 * what stands in each option. Throws as `parseCommand` does.
 */
export function fillCommand(name: string, values: Values, place: Place): TypedCommand {
  const found = findWhole(name, place);
  return typedCommand(found, withFiles(givenValues(found, values), found, place), place);
}

/** What is wrong with what stands in each option of a command, by the option's name. */
export function wrongValues(name: string, values: Values, place: Place): Record<string, string> {
  const found = findWhole(name, place);
  const given = givenValues(found, values);
  const wrong: Record<string, string> = {};
  for (const option of found.leaf) {
    const text = given.get(option.name);
    // A file is chosen and not typed: it can't be wrong before it is sent.
    if (text === undefined || option.type === ApplicationCommandOptionType.Attachment) continue;
    try {
      optionValue(option, text, place, nobodyResolved());
    } catch (error) {
      if (!(error instanceof CannotSend)) throw error;
      wrong[option.name] = error.message;
    }
  }
  return wrong;
}

/**
 * The options of a command that is still being typed, for autocomplete: values that don't hold
 * yet are sent as they are, the one being typed is marked as focused.
 */
export function parseUnfinished(
  line: string,
  focused: string,
  typed: string,
  place: Place,
): TypedCommand {
  const found = findLeaf(line, place);
  const given = splitOptions(found.rest, found.leaf);
  given.set(focused, typed);
  return unfinishedCommand(found, given, focused);
}

/** As `parseUnfinished`, with options that were filled in one by one. */
export function fillUnfinished(
  name: string,
  values: Values,
  focused: string,
  place: Place,
): TypedCommand {
  const found = findWhole(name, place);
  const given = givenValues(found, values);
  given.set(focused, values[focused] ?? '');
  return unfinishedCommand(found, given, focused);
}

/** What stands in the options, with the names of the files that go along. */
function withFiles(given: Map<string, string>, { leaf }: Found, place: Place): Map<string, string> {
  for (const [name, file] of Object.entries(place.files)) {
    const takes = leaf.some((one) => one.name === name && isFile(one));
    if (!takes) throw new CannotSend(`There is no option ${name} that takes a file.`);
    given.set(name, file.name);
  }
  return given;
}

function typedCommand(
  { command, leaf, path }: Found,
  given: ReadonlyMap<string, string>,
  place: Place,
): TypedCommand {
  const resolved = nobodyResolved();
  const options: APIApplicationCommandInteractionDataBasicOption[] = [];
  for (const option of leaf) {
    const text = given.get(option.name);
    if (text === undefined) {
      if (option.required === true) throw new CannotSend(`The option ${option.name} is required.`);
      continue;
    }
    options.push(optionValue(option, text, place, resolved));
  }
  const named = Object.values(resolved).some((kind) => Object.keys(kind).length > 0);
  return { command, options: nested(path, options), resolved: named ? resolved : undefined };
}

function unfinishedCommand(
  { command, leaf, path }: Found,
  given: ReadonlyMap<string, string>,
  focused: string,
): TypedCommand {
  const target = leaf.find((option) => option.name === focused);
  if (target === undefined) throw new CannotSend(`There is no option ${focused}.`);
  if (!('autocomplete' in target) || target.autocomplete !== true) {
    throw new CannotSend(`The option ${focused} has no autocomplete.`);
  }
  const options: APIApplicationCommandInteractionDataBasicOption[] = [];
  for (const option of leaf) {
    const text = given.get(option.name);
    if (text === undefined) continue;
    // What is half typed travels as text whatever its type; the types know only finished values.
    const partial = { name: option.name, type: option.type, value: text };
    options.push(
      (option.name === focused
        ? { ...partial, focused: true }
        : partial) as APIApplicationCommandInteractionDataBasicOption,
    );
  }
  return { command, options: nested(path, options), resolved: undefined };
}

function findWhole(name: string, place: Place): Found {
  const found = findLeaf(name, place);
  if (found.rest !== '') throw new CannotSend(`"${found.rest}" belongs to no option.`);
  return found;
}

/** What was filled in; an option that was left empty isn't sent. */
function givenValues({ leaf }: Found, values: Values): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, text] of Object.entries(values)) {
    if (!leaf.some((option) => option.name === name)) {
      throw new CannotSend(`There is no option ${name} here.`);
    }
    if (text.trim() !== '') given.set(name, text.trim());
  }
  return given;
}

function findLeaf(line: string, place: Place): Found {
  const words = /^\/(\S+)\s*([\s\S]*)$/.exec(line.trim());
  if (words === null) throw new CannotSend('A command starts with a slash, like /help.');
  const [, name = '', after = ''] = words;
  const { world, member, channel } = place;
  const command = commandsFor(world, member, channel).find((one) => one.name === name);
  if (command === undefined) {
    const hidden = allCommands(world, channel, member).some((one) => one.name === name);
    throw new CannotSend(
      hidden ? `You may not use /${name} here.` : `There is no command /${name}.`,
    );
  }
  const path: { name: string; type: ApplicationCommandOptionType }[] = [];
  let options: readonly APIApplicationCommandOption[] = command.options ?? [];
  let rest = after;
  for (;;) {
    const subs = options.filter(isGroup);
    if (subs.length === 0) break;
    const [, word = '', remaining = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
    const sub = subs.find((one) => one.name === word);
    if (sub === undefined) {
      const names = subs.map((one) => one.name).join(', ');
      throw new CannotSend(`/${name} needs one of: ${names}.`);
    }
    path.push({ name: sub.name, type: sub.type });
    options = sub.options ?? [];
    rest = remaining;
  }
  return { command, leaf: options.filter((option) => !isGroup(option)), path, rest };
}

function isFile({ type }: ValueOption): boolean {
  return type === ApplicationCommandOptionType.Attachment;
}

function isGroup(
  option: APIApplicationCommandOption,
): option is Exclude<APIApplicationCommandOption, ValueOption> {
  return (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  );
}

function splitOptions(rest: string, leaf: readonly ValueOption[]): Map<string, string> {
  const given = new Map<string, string>();
  if (rest.trim() === '') return given;
  const names = leaf.map((option) => option.name).toSorted((a, b) => b.length - a.length);
  const starts =
    names.length === 0
      ? []
      : [...rest.matchAll(new RegExp(`(?<=^|\\s)(${names.join('|')}):`, 'gu'))];
  const firstAt = starts[0]?.index ?? rest.length;
  const before = rest.slice(0, firstAt).trim();
  if (before !== '') {
    const option = /^([^\s:]+):/.exec(before)?.[1];
    throw new CannotSend(
      option === undefined
        ? `"${before}" belongs to no option.`
        : `There is no option ${option} here.`,
    );
  }
  for (const [index, start] of starts.entries()) {
    const name = start[1] ?? '';
    if (given.has(name)) throw new CannotSend(`The option ${name} is given twice.`);
    const from = start.index + start[0].length;
    given.set(name, rest.slice(from, starts[index + 1]?.index ?? rest.length).trim());
  }
  return given;
}

function nested(
  path: readonly { name: string; type: ApplicationCommandOptionType }[],
  options: APIApplicationCommandInteractionDataBasicOption[],
): APIApplicationCommandInteractionDataOption[] {
  let inner: APIApplicationCommandInteractionDataOption[] = options;
  for (const { name, type } of path.toReversed()) {
    // A subcommand holds values and a group holds subcommands; the path keeps that order.
    inner = [{ name, type, options: inner } as APIApplicationCommandInteractionDataOption];
  }
  return inner;
}

/** The `data` of a command's interaction. */
export function commandData(
  command: RegisteredCommand,
  options: readonly unknown[],
  resolved: object | undefined,
): object {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(options.length === 0 ? {} : { options }),
    ...(resolved === undefined ? {} : { resolved }),
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
  };
}
