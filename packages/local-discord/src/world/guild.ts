import {
  type APIChannel,
  type APIDMChannel,
  type APIGuild,
  type APIGuildForumChannel,
  type APIGuildMember,
  type APIInteractionGuildMember,
  type APIPublicThreadChannel,
  type APIRole,
  type APITextChannel,
  type APIUser,
  ChannelType,
  GatewayDispatchEvents,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  Locale,
  OverwriteType,
} from 'discord-api-types/v10';
import type { Message } from './message.js';
import { type PermissionName, permissionBits, permissionsOf } from './permissions.js';
import type { World } from './world.js';

/** What a new server lets everybody do at Discord, as far as it concerns a bot. */
const everyoneByDefault: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseExternalEmojis',
  'MentionEveryone',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'ChangeNickname',
  'CreateInstantInvite',
];

/** Discord's enumerations of flags have no name for none of them. */
export const noFlags: number = 0;

interface Overwrite {
  readonly type: OverwriteType;
  allow: bigint;
  deny: bigint;
}

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
      id: this.id,
      type: ChannelType.GuildText,
      guild_id: this.guild.id,
      name: this.name,
      position: 0,
      permission_overwrites: this.overwritesToApi(),
      parent_id: null,
      topic: null,
      nsfw: false,
      rate_limit_per_user: 0,
      last_message_id: [...this.messages.keys()].at(-1) ?? null,
      flags: noFlags,
    };
  }

  protected overwritesToApi() {
    return [...this.overwrites].map(([id, { type, allow, deny }]) => ({
      ...{ id, type },
      ...{ allow: String(allow), deny: String(deny) },
    }));
  }

  /** The partial channel an interaction carries, with the member's permissions. */
  toInteraction(member: Member): Partial<APIChannel> & Pick<APIChannel, 'id' | 'type'> {
    return {
      ...this.toApi(),
      ...{ permissions: String(permissionsOf(member, this)) },
    };
  }
}

function localeNamed(name: string | undefined): Locale {
  return Object.values(Locale).find((locale) => locale === name) ?? Locale.EnglishUS;
}

/** How to add somebody to a guild. */
export interface NewMember {
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  readonly owner?: boolean;
  readonly locale?: string;
  /** The same person as in another guild: their user id. */
  readonly userId?: string;
}

/** A server. Its first role is @everyone, whose id is the guild's. */
export class Guild {
  readonly world: World;
  readonly id: string;
  readonly name: string;
  preferredLocale: Locale;
  readonly roles = new Map<string, Role>();
  readonly channels = new Map<string, Channel>();
  readonly members = new Map<string, Member>();
  readonly bot: Member;
  readonly everyone: Role;
  readonly botRole: Role;
  readonly joinedAt: string;
  ownerId: string;
  /** Where Discord itself writes, like of who joins; null where it was turned off. */
  systemChannel: Channel | null = null;
  /** False while Discord has an outage of this guild. */
  available = true;

  constructor(
    world: World,
    o: {
      name: string;
      locale?: string;
      botPermissions: readonly PermissionName[];
      everyone?: readonly PermissionName[];
    },
  ) {
    this.world = world;
    this.id = world.snowflakes.nextGuild();
    this.name = o.name;
    this.preferredLocale = localeNamed(o.locale);
    this.joinedAt = new Date(world.now()).toISOString();
    this.ownerId = world.snowflakes.next();
    this.everyone = this.#role(this.id, '@everyone', o.everyone ?? everyoneByDefault, false, false);
    this.botRole = this.#role(
      world.snowflakes.next(),
      world.botUser.username,
      o.botPermissions,
      false,
      true,
    );
    this.bot = new Member(this, world.botUser, this.joinedAt);
    this.bot.roles.add(this.botRole);
    this.members.set(this.bot.id, this.bot);
  }

  /** Adds a text channel and tells the bot. */
  addChannel(name: string | { readonly name: string }): Channel {
    const plain = typeof name === 'string' ? name : name.name;
    const channel = new Channel(this, plain, this.world.snowflakes.next());
    this.channels.set(channel.id, channel);
    this.world.channels.set(channel.id, channel);
    this.tell(GatewayDispatchEvents.ChannelCreate, channel.toApi());
    return channel;
  }

  /** Adds a role and tells the bot. */
  addRole(o: {
    name: string;
    permissions?: readonly PermissionName[];
    mentionable?: boolean;
  }): Role {
    const id = this.world.snowflakes.next();
    const role = this.#role(id, o.name, o.permissions ?? [], o.mentionable ?? false, false);
    this.tell(GatewayDispatchEvents.GuildRoleCreate, { guild_id: this.id, role: role.toApi() });
    return role;
  }

  /** Adds a person; `permissions` beyond everybody's come by a role of their own. */
  addMember(o: NewMember): Member {
    const user = this.world.user(o.name, o.userId);
    const member = new Member(this, user, new Date(this.world.now()).toISOString());
    if (o.locale !== undefined) member.locale = localeNamed(o.locale);
    if (o.permissions !== undefined && o.permissions.length > 0) {
      member.roles.add(this.addRole({ name: `${o.name}'s role`, permissions: o.permissions }));
    }
    if (o.owner === true) this.ownerId = member.id;
    this.members.set(member.id, member);
    return member;
  }

  /** The bot is removed from the guild. */
  remove(): void {
    this.world.removeGuild(this);
  }

  /** Discord has an outage of this guild, or it is over. */
  setAvailable(available: boolean): void {
    this.available = available;
    if (available) this.tell(GatewayDispatchEvents.GuildCreate, this.toCreate());
    else this.tell(GatewayDispatchEvents.GuildDelete, { id: this.id, unavailable: true });
  }

  /** Sends an event of this guild to the shard that has it. */
  tell(event: string, data: unknown): void {
    if (this.world.guilds.get(this.id) === this) this.world.tell(this.id, event, data);
  }

  #role(
    id: string,
    name: string,
    permissions: readonly PermissionName[],
    mentionable: boolean,
    managed: boolean,
  ): Role {
    const bits = permissionBits(permissions);
    const role = new Role(this, { id, name, permissions: bits, mentionable, managed });
    this.roles.set(id, role);
    return role;
  }

  toApi(): APIGuild {
    return {
      id: this.id,
      name: this.name,
      icon: null,
      splash: null,
      discovery_splash: null,
      owner_id: this.ownerId,
      afk_channel_id: null,
      afk_timeout: 300,
      verification_level: GuildVerificationLevel.Low,
      default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
      explicit_content_filter: GuildExplicitContentFilter.AllMembers,
      roles: [...this.roles.values()].map((role) => role.toApi()),
      emojis: [],
      features: [],
      mfa_level: GuildMFALevel.None,
      application_id: null,
      system_channel_id: this.systemChannel?.id ?? null,
      system_channel_flags: noFlags,
      rules_channel_id: null,
      max_members: 500_000,
      vanity_url_code: null,
      description: null,
      banner: null,
      premium_tier: GuildPremiumTier.None,
      premium_subscription_count: 0,
      preferred_locale: this.preferredLocale,
      public_updates_channel_id: null,
      nsfw_level: GuildNSFWLevel.Default,
      stickers: [],
      premium_progress_bar_enabled: false,
      hub_type: null,
      safety_alerts_channel_id: null,
      incidents_data: null,
    };
  }

  /** GUILD_CREATE as a bot without the members intent gets it: of the members only itself. */
  toCreate(): object {
    const channels = [...this.channels.values()];
    return {
      ...this.toApi(),
      joined_at: this.joinedAt,
      large: false,
      unavailable: false,
      member_count: this.members.size,
      voice_states: [],
      members: [this.bot.toApi()],
      channels: channels.filter(({ kind }) => kind !== 'thread').map((one) => one.toApi()),
      threads: channels.filter(({ kind }) => kind === 'thread').map((one) => one.toApi()),
      presences: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    };
  }
}
