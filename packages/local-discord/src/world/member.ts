import {
  type APIGuildMember,
  type APIInteractionGuildMember,
  type APIUser,
  GatewayDispatchEvents,
  type Locale,
} from 'discord-api-types/v10';
import type { Channel } from './channel.js';
import { noFlags } from './flags.js';
import type { Guild } from './guild.js';
import { permissionsOf } from './permissions.js';
import type { Role } from './role.js';

/** A person, or the bot, in one guild. */
export class Member {
  readonly guild: Guild;
  readonly user: APIUser;
  readonly roles = new Set<Role>();
  readonly joinedAt: string;
  /** The language this person's Discord is set to. */
  locale: Locale;
  nick: string | null = null;
  /** Until when the member is in a time-out, in milliseconds since 1970. */
  #timedOutUntil = 0;

  constructor(guild: Guild, user: APIUser, joinedAt: string) {
    this.guild = guild;
    this.user = user;
    this.joinedAt = joinedAt;
    this.locale = guild.preferredLocale;
  }

  get id(): string {
    return this.user.id;
  }

  /** The name others see: nickname, display name, or user name. */
  get name(): string {
    return this.nick ?? this.user.global_name ?? this.user.username;
  }

  /** Whether somebody has put the member into a time-out that isn't over. */
  get isTimedOut(): boolean {
    return this.#timedOutUntil > this.guild.world.now();
  }

  /** Puts the member into a time-out of so many milliseconds; the bot is told of its own. */
  timeOut(ms: number): void {
    this.#timedOutUntil = this.guild.world.now() + ms;
    if (this.user.id !== this.guild.world.botUser.id) return;
    this.guild.tell(GatewayDispatchEvents.GuildMemberUpdate, {
      guild_id: this.guild.id,
      ...this.toApi(),
    });
  }

  /** The person leaves. A bot without the members intent isn't told. */
  leave(): void {
    this.guild.members.delete(this.id);
  }

  toApi(): APIGuildMember {
    return {
      user: this.user,
      nick: this.nick,
      avatar: null,
      banner: null,
      roles: [...this.roles].map((role) => role.id),
      joined_at: this.joinedAt,
      premium_since: null,
      deaf: false,
      mute: false,
      flags: noFlags,
      pending: false,
      communication_disabled_until: this.isTimedOut
        ? new Date(this.#timedOutUntil).toISOString()
        : null,
    };
  }

  /** The member as an interaction carries it: with the permissions in that channel. */
  toInteraction(channel: Channel): APIInteractionGuildMember {
    return { ...this.toApi(), user: this.user, permissions: String(permissionsOf(this, channel)) };
  }
}
