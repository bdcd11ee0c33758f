import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { attachmentLimit, type Upload } from '../world/attachments.js';
import type { Channel } from '../world/channel.js';
import { DirectMessage } from '../world/direct-message.js';
import type { Member } from '../world/member.js';
import { permissionsOf } from '../world/permissions.js';
import type { World } from '../world/world.js';
import { CannotSend } from './cannot-send.js';

/** People, roles, channels and files that options name, as an interaction carries them. */
export type Resolved = Record<
  'users' | 'members' | 'roles' | 'channels' | 'attachments',
  Record<string, unknown>
>;

/** An option that holds a value, and no subcommand. */
export type ValueOption = Exclude<
  APIApplicationCommandOption,
  {
    type: ApplicationCommandOptionType.Subcommand | ApplicationCommandOptionType.SubcommandGroup;
  }
>;

/** Where a command is typed, by whom, and with which files. */
export interface Place {
  readonly world: World;
  readonly member: Member;
  readonly channel: Channel;
  /** By the name of the option they are dropped on. */
  readonly files: Readonly<Record<string, Upload>>;
}

/** What an interaction carries before any option has named somebody or something. */
export function nobodyResolved(): Resolved {
  return { users: {}, members: {}, roles: {}, channels: {}, attachments: {} };
}

/**
 * What an option holds once its text is understood: a choice by its name, a member by theirs.
 *
 * @param resolved whom and what the text names is added here.
 * @throws CannotSend where Discord wouldn't take the text for this option.
 */
export function optionValue(
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
