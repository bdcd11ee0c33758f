import {
  type APIGuild,
  GatewayDispatchEvents,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  Locale,
} from 'discord-api-types/v10';
import { Channel } from './channel.js';
import { noFlags } from './flags.js';
import { Member } from './member.js';
import { type PermissionName, permissionBits } from './permissions.js';
import { Role } from './role.js';
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
