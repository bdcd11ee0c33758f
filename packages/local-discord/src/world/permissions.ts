import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel } from './channel.js';
import type { Member } from './member.js';

/** A permission by the name Discord's documentation and discord.js use. */
export type PermissionName = keyof typeof PermissionFlagsBits;

/** Every permission there is, what an owner and an administrator have. */
const allPermissions = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What a member in a time-out may still do. */
const inTimeOut = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/** The sum of named permissions as Discord's bit field. */
export function permissionBits(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}

/**
 * What a member may do, in a channel if one is given, by Discord's documented order: owner,
 * @everyone and roles, administrator, then the channel's overwrites for @everyone, for roles,
 * for the member; of that a time-out leaves seeing and reading.
 */
export function permissionsOf(member: Member, channel?: Channel): bigint {
  const { guild } = member;
  if (guild.ownerId === member.id) return allPermissions;
  let bits = guild.everyone.permissions;
  for (const role of member.roles) bits |= role.permissions;
  if ((bits & PermissionFlagsBits.Administrator) !== 0n) return allPermissions;
  const left = member.isTimedOut ? inTimeOut : allPermissions;
  if (channel === undefined) return bits & left;
  // A thread has none of its own.
  const { overwrites } = channel.parent ?? channel;
  const everyone = overwrites.get(guild.id);
  if (everyone !== undefined) bits = (bits & ~everyone.deny) | everyone.allow;
  let deny = 0n;
  let allow = 0n;
  for (const role of member.roles) {
    const overwrite = overwrites.get(role.id);
    if (overwrite === undefined || overwrite.type !== OverwriteType.Role) continue;
    deny |= overwrite.deny;
    allow |= overwrite.allow;
  }
  bits = (bits & ~deny) | allow;
  const own = overwrites.get(member.id);
  return left & (own === undefined ? bits : (bits & ~own.deny) | own.allow);
}

/** Whether a member has every one of the named permissions, in a channel if one is given. */
export function may(member: Member, names: readonly PermissionName[], channel?: Channel): boolean {
  const wanted = permissionBits(names);
  return (permissionsOf(member, channel) & wanted) === wanted;
}
