import { type APIRole, GatewayDispatchEvents } from 'discord-api-types/v10';
import { noFlags } from './flags.js';
import type { Guild } from './guild.js';
import { type PermissionName, permissionBits } from './permissions.js';

/** A role of a guild; `permissions` may be changed at any time. */
export class Role {
  readonly id: string;
  readonly guild: Guild;
  readonly name: string;
  readonly mentionable: boolean;
  readonly managed: boolean;
  permissions: bigint;

  constructor(
    guild: Guild,
    o: { id: string; name: string; permissions: bigint; mentionable: boolean; managed: boolean },
  ) {
    this.guild = guild;
    this.id = o.id;
    this.name = o.name;
    this.permissions = o.permissions;
    this.mentionable = o.mentionable;
    this.managed = o.managed;
  }

  /** Gives the role other permissions and tells the bot. */
  setPermissions(names: readonly PermissionName[]): void {
    this.permissions = permissionBits(names);
    this.guild.tell(GatewayDispatchEvents.GuildRoleUpdate, {
      guild_id: this.guild.id,
      role: this.toApi(),
    });
  }

  toApi(): APIRole {
    return {
      id: this.id,
      name: this.name,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      icon: null,
      unicode_emoji: null,
      position: [...this.guild.roles.keys()].indexOf(this.id),
      permissions: String(this.permissions),
      managed: this.managed,
      mentionable: this.mentionable,
      flags: noFlags,
    };
  }
}
