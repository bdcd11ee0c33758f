import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import { attachmentLimit, type Upload } from '../world/attachments.js';
import type { Channel } from '../world/channel.js';
import { DirectMessage } from '../world/direct-message.js';
import type { Member } from '../world/member.js';
import { permissionsOf } from '../world/permissions.js';
import type { RegisteredCommand, World } from '../world/world.js';

/** What a person's Discord says instead of sending something that can't be sent. */
export class CannotSend extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotSend';
  }
}

/** A command as typed, understood by its registered definition. */
export interface TypedCommand {
  readonly command: RegisteredCommand;
  readonly options: APIApplicationCommandInteractionDataOption[];
  readonly resolved: Resolved | undefined;
}

/** People, roles, channels and files that options name, as an interaction carries them. */
type Resolved = Record<
  'users' | 'members' | 'roles' | 'channels' | 'attachments',
  Record<string, unknown>
>;

type ValueOption = Exclude<
  APIApplicationCommandOption,
  {
    type: ApplicationCommandOptionType.Subcommand | ApplicationCommandOptionType.SubcommandGroup;
  }
>;

/** What was typed into options, by their names. */
type Values = Readonly<Record<string, string>>;

/** A command, or a subcommand of one, with its options and the text that follows its name. */
interface Found {
  readonly command: RegisteredCommand;
  readonly leaf: readonly ValueOption[];
  readonly path: readonly { name: string; type: ApplicationCommandOptionType }[];
  readonly rest: string;
}

interface Place {
  readonly world: World;
  readonly member: Member;
  readonly channel: Channel;
  /** By the name of the option they are dropped on. */
  readonly files: Readonly<Record<string, Upload>>;
}

/**
 * The commands a person is offered in a channel, as Discord's list shows them after `/`; of another
 * kind, in the menu of a message.
 */
export function commandsFor(
  world: World,
  member: Member,
  channel: Channel,
  kind: ApplicationCommandType = ApplicationCommandType.ChatInput,
): RegisteredCommand[] {
  const isDirect = channel instanceof DirectMessage;
  const context = isDirect ? InteractionContextType.BotDM : InteractionContextType.Guild;
  const bits = permissionsOf(member, channel);
  return allCommands(world, channel, member).filter((command) => {
    if (command.type !== kind) return false;
    const contexts = command.contexts ?? null;
    if (contexts !== null && !contexts.includes(context)) return false;
    // Members have permissions in a server alone.
    if (isDirect) return true;
    const needed = command.default_member_permissions;
    if (needed === null || needed === undefined) return true;
    // "0" leaves a command to administrators, who have every permission.
    const wanted = BigInt(needed);
    const administrator = 8n;
    return wanted === 0n ? (bits & administrator) !== 0n : (bits & wanted) === wanted;
  });
}

// Those of the bot, and in a server its own; where the bot is out of reach, those of who installed it.
function allCommands(world: World, channel: Channel, { id }: Member): RegisteredCommand[] {
  if (!channel.reachable) {
    const isInstalled = world.userInstalls.has(id);
    return [...world.globalCommands.values()].filter(
      ({ integration_types: types = [] }) =>
        isInstalled && types.includes(ApplicationIntegrationType.UserInstall),
    );
  }
  return [...world.globalCommands.values(), ...world.commandsOf(channel.guild.id).values()];
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

function nobodyResolved(): Resolved {
  return { users: {}, members: {}, roles: {}, channels: {}, attachments: {} };
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

function optionValue(
  option: ValueOption,
  text: string,
  place: Place,
  resolved: Resolved,
): APIApplicationCommandInteractionDataBasicOption {
  const { name } = option;
  switch (option.type) {
    case ApplicationCommandOptionType.String:
      return { name, type: option.type, value: stringValue(option, text) };
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return { name, type: option.type, value: numberValue(option, text) };
    case ApplicationCommandOptionType.Boolean: {
      if (!/^(true|false)$/i.test(text)) throw new CannotSend(`${name} is either true or false.`);
      return { name, type: option.type, value: text.toLowerCase() === 'true' };
    }
    case ApplicationCommandOptionType.User:
      return { name, type: option.type, value: memberId(name, text, place, resolved) };
    case ApplicationCommandOptionType.Role:
      return { name, type: option.type, value: roleId(name, text, place, resolved) };
    case ApplicationCommandOptionType.Mentionable: {
      const { guild } = place.channel;
      const bare = bareName(text);
      const isRole = [...guild.roles.values()].some((r) => r.id === bare || r.name === bare);
      const id = isRole
        ? roleId(name, text, place, resolved)
        : memberId(name, text, place, resolved);
      return { name, type: option.type, value: id };
    }
    case ApplicationCommandOptionType.Channel:
      return { name, type: option.type, value: channelId(option, text, place, resolved) };
    default:
      return { name, type: option.type, value: attachmentId(name, text, place, resolved) };
  }
}

function stringValue(
  option: Extract<ValueOption, { type: ApplicationCommandOptionType.String }>,
  text: string,
): string {
  const { name } = option;
  if ('choices' in option && option.choices !== undefined && option.choices.length > 0) {
    const lower = text.toLowerCase();
    const choice = option.choices.find(
      (one) => one.value === text || one.name.toLowerCase() === lower,
    );
    if (choice !== undefined) return choice.value;
    throw new CannotSend(`${name} is one of: ${option.choices.map((one) => one.name).join(', ')}.`);
  }
  const least = 'min_length' in option ? (option.min_length ?? 0) : 0;
  const most = 'max_length' in option ? (option.max_length ?? 6000) : 6000;
  if (text.length < Math.max(least, 1)) throw new CannotSend(`${name} is too short.`);
  if (text.length > most) throw new CannotSend(`${name} is longer than ${most} characters.`);
  return text;
}

function numberValue(
  option: Extract<
    ValueOption,
    { type: ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number }
  >,
  text: string,
): number {
  const { name } = option;
  if ('choices' in option && option.choices !== undefined && option.choices.length > 0) {
    const lower = text.toLowerCase();
    const choice = option.choices.find(
      (one) => String(one.value) === text || one.name.toLowerCase() === lower,
    );
    if (choice !== undefined) return choice.value;
    throw new CannotSend(`${name} is one of: ${option.choices.map((one) => one.name).join(', ')}.`);
  }
  const whole = option.type === ApplicationCommandOptionType.Integer;
  const form = whole ? /^[+-]?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
  const value = Number(text);
  if (!form.test(text) || !Number.isFinite(value)) {
    throw new CannotSend(`${name} is ${whole ? 'a whole number' : 'a number'}.`);
  }
  const bound = whole ? Number.MAX_SAFE_INTEGER : 2 ** 53;
  const least = 'min_value' in option ? (option.min_value ?? -bound) : -bound;
  const most = 'max_value' in option ? (option.max_value ?? bound) : bound;
  if (value < least) throw new CannotSend(`${name} is at least ${least}.`);
  if (value > most) throw new CannotSend(`${name} is at most ${most}.`);
  return value;
}

function bareName(text: string): string {
  return /^<[@#][!&]?(\d+)>$/.exec(text)?.[1] ?? text.replace(/^[@#]/, '');
}

function memberId(option: string, text: string, place: Place, resolved: Resolved): string {
  const bare = bareName(text).toLowerCase();
  const { guild } = place.channel;
  const member = [...guild.members.values()].find(
    (one) => one.id === bare || one.name.toLowerCase() === bare || one.user.username === bare,
  );
  if (member === undefined) throw new CannotSend(`${option}: nobody here is called ${text}.`);
  const { user: _user, mute: _mute, deaf: _deaf, ...partial } = member.toApi();
  resolved.users[member.id] = member.user;
  if (place.channel instanceof DirectMessage) return member.id;
  resolved.members[member.id] = {
    ...partial,
    permissions: String(permissionsOf(member, place.channel)),
  };
  return member.id;
}

function roleId(option: string, text: string, place: Place, resolved: Resolved): string {
  const bare = bareName(text);
  const role = [...place.channel.guild.roles.values()].find(
    (one) => one.id === bare || one.name === bare || one.name === text,
  );
  if (role === undefined) throw new CannotSend(`${option}: there is no role ${text}.`);
  resolved.roles[role.id] = role.toApi();
  return role.id;
}

function channelId(
  option: Extract<ValueOption, { type: ApplicationCommandOptionType.Channel }>,
  text: string,
  place: Place,
  resolved: Resolved,
): string {
  const bare = bareName(text);
  const channel = [...place.channel.guild.channels.values()].find(
    (one) => one.id === bare || one.name === bare,
  );
  if (channel === undefined) throw new CannotSend(`${option.name}: there is no channel ${text}.`);
  const api = channel.toApi();
  const kinds: readonly number[] = option.channel_types ?? [];
  if (kinds.length > 0 && !kinds.includes(api.type)) {
    throw new CannotSend(`${option.name}: ${text} is not the right kind of channel.`);
  }
  resolved.channels[channel.id] = {
    ...api,
    permissions: String(permissionsOf(place.member, channel)),
    app_permissions: String(permissionsOf(channel.guild.bot, channel)),
  };
  return channel.id;
}

function attachmentId(option: string, text: string, place: Place, resolved: Resolved): string {
  const file = place.files[option];
  if (file === undefined) throw new CannotSend(`${option}: no file ${text} was attached.`);
  if (file.bytes.length > attachmentLimit) {
    const most = `${attachmentLimit / 1024 / 1024} MB`;
    throw new CannotSend(`Your files are too powerful. The max file size is ${most}.`);
  }
  const attachment = place.world.upload(file);
  resolved.attachments[attachment.id] = attachment;
  return attachment.id;
}
