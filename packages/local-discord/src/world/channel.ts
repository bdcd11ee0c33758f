import {
  type APIChannel,
  type APIDMChannel,
  type APIGuildForumChannel,
  type APIPublicThreadChannel,
  type APITextChannel,
  ChannelType,
  GatewayDispatchEvents,
  OverwriteType,
} from 'discord-api-types/v10';
import { noFlags } from './flags.js';
import type { Guild } from './guild.js';
import type { Member } from './member.js';
import type { Message } from './message.js';
import { type PermissionName, permissionBits, permissionsOf } from './permissions.js';
import { Role } from './role.js';

interface Overwrite {
  readonly type: OverwriteType;
  allow: bigint;
  deny: bigint;
}

/** A channel with text, and its newest messages. */
export class Channel {
  readonly guild: Guild;
  readonly id: string;
  readonly overwrites = new Map<string, Overwrite>();
  /** Messages by id, oldest first; the oldest are dropped beyond the world's `keepMessages`. */
  readonly messages = new Map<string, Message>();
  name: string;
  /** Of a thread the channel or forum it belongs to. */
  readonly parent: Channel | undefined;

  constructor(guild: Guild, name: string, id: string) {
    this.guild = guild;
    this.name = name;
    this.id = id;
  }

  get kind(): 'text' | 'forum' | 'thread' {
    return 'text';
  }

  /** Whether the bot can be spoken to here. */
  get reachable(): boolean {
    return this.guild.world.guilds.has(this.guild.id);
  }

  /** Tells the bot of something that happens in this channel. */
  tell(event: string, data: object): void {
    this.guild.tell(event, { ...data, guild_id: this.guild.id });
  }

  /** Allows a role or member permissions in this channel and tells the bot. */
  allow(who: Role | Member, ...names: PermissionName[]): void {
    const overwrite = this.#overwrite(who);
    const bits = permissionBits(names);
    overwrite.allow |= bits;
    overwrite.deny &= ~bits;
    this.#updated();
  }

  /** Denies a role or member permissions in this channel and tells the bot. */
  deny(who: Role | Member, ...names: PermissionName[]): void {
    const overwrite = this.#overwrite(who);
    const bits = permissionBits(names);
    overwrite.deny |= bits;
    overwrite.allow &= ~bits;
    this.#updated();
  }

  /** Takes back what `allow` and `deny` set for a role or member, and tells the bot. */
  reset(who: Role | Member): void {
    this.overwrites.delete(who.id);
    this.#updated();
  }

  /** Deletes the channel and tells the bot. */
  delete(): void {
    this.forget();
    this.guild.tell(GatewayDispatchEvents.ChannelDelete, this.toApi());
  }

  /** It is no longer there, and with it what belongs to it. */
  protected forget(): void {
    for (const one of this.guild.channels.values()) if (one.parent === this) one.forget();
    this.guild.channels.delete(this.id);
    this.guild.world.channels.delete(this.id);
  }

  #overwrite(who: Role | Member): Overwrite {
    const known = this.overwrites.get(who.id);
    if (known !== undefined) return known;
    const type = who instanceof Role ? OverwriteType.Role : OverwriteType.Member;
    const created = { type, allow: 0n, deny: 0n };
    this.overwrites.set(who.id, created);
    return created;
  }

  #updated(): void {
    this.guild.tell(GatewayDispatchEvents.ChannelUpdate, this.toApi());
  }

  toApi(): APITextChannel | APIDMChannel | APIGuildForumChannel | APIPublicThreadChannel {
    return {
      ...this.placeToApi(),
      type: ChannelType.GuildText,
      rate_limit_per_user: 0,
      last_message_id: [...this.messages.keys()].at(-1) ?? null,
    };
  }

  /** What every channel in a server’s list has, whatever its kind. */
  protected placeToApi() {
    return {
      id: this.id,
      guild_id: this.guild.id,
      name: this.name,
      position: 0,
      permission_overwrites: [...this.overwrites].map(([id, { type, allow, deny }]) => ({
        ...{ id, type },
        ...{ allow: String(allow), deny: String(deny) },
      })),
      parent_id: null,
      topic: null,
      nsfw: false,
      flags: noFlags,
    };
  }

  /** The partial channel an interaction carries, with the member's permissions. */
  toInteraction(member: Member): Partial<APIChannel> & Pick<APIChannel, 'id' | 'type'> {
    return {
      ...this.toApi(),
      ...{ permissions: String(permissionsOf(member, this)) },
    };
  }
}
