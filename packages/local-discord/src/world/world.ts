import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommand,
  type APIAttachment,
  type APIUser,
  GatewayDispatchEvents,
} from 'discord-api-types/v10';
import type { RecordedRequest } from '../rest/server.js';
import { type StoredAttachment, stored, toApi, type Upload } from './attachments.js';
import type { Channel } from './channel.js';
import { DirectMessage } from './direct-message.js';
import { Guild } from './guild.js';
import type { Member } from './member.js';
import type { Message } from './message.js';
import type { PermissionName } from './permissions.js';
import { Snowflakes } from './snowflakes.js';

/** A command as the bot registered it, completed with Discord's defaults. */
export type RegisteredCommand = APIApplicationCommand;

/** Something by which the bot broke a rule of Discord. */
export interface Violation {
  readonly rule: string;
  readonly detail: string;
  /** The request it happened in, as `METHOD /path`, or the interaction. */
  readonly request: string;
}

/** How to add a server the bot is in. */
export interface NewGuild {
  readonly name: string;
  readonly locale?: string;
  /** What the bot was invited with; by default what a bot that posts embeds needs. */
  readonly botPermissions?: readonly PermissionName[];
  /** What everybody may do; by default what a new server allows. */
  readonly everyone?: readonly PermissionName[];
}

const botByDefault: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
];

const violationsKept = 1000;
/** Bytes of files from people that are kept; the oldest go first. */
const uploadsKept = 100 * 1024 * 1024;
const oneDayMs = 86_400_000;

/** Something happened that a page or a test may want to hear of at once. */
export type Change =
  | {
      readonly kind: 'message';
      readonly what: 'posted' | 'changed' | 'deleted';
      readonly message: Message;
    }
  | { readonly kind: 'violation'; readonly violation: Violation }
  | { readonly kind: 'request'; readonly request: RecordedRequest }
  | { readonly kind: 'interaction'; readonly payload: unknown; readonly delivered: boolean };

/** Everything that exists at the local Discord, without the wires to it. */
export class World {
  readonly now: () => number;
  readonly snowflakes: Snowflakes;
  readonly token: string;
  readonly applicationId: string;
  readonly botUser: APIUser;
  /** What its owner has switched on for the application, which says so of itself. */
  readonly application = { flags: 0, requiresCodeGrant: false };
  readonly keepMessages: number;
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  /** Ids of channels in servers the bot was removed from: there, but not for it. */
  readonly outOfReach = new Set<string>();
  /** Conversations with the bot, by the person's user id. */
  readonly directMessages = new Map<string, DirectMessage>();
  readonly users = new Map<string, APIUser>();
  /** Ids of people who have installed the bot for themselves. */
  readonly userInstalls = new Set<string>();
  readonly globalCommands = new Map<string, RegisteredCommand>();
  readonly guildCommands = new Map<string, Map<string, RegisteredCommand>>();
  readonly violations: Violation[] = [];
  /** Files people attached to commands, by id. */
  readonly uploads = new Map<string, StoredAttachment>();
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin = '';
  /** When a connection last ended without a goodbye, by the machine's steady clock. */
  connectionBrokeAt = Number.NEGATIVE_INFINITY;
  /**
   * Sends an event to the shard of a guild, or to the one of direct messages; true if a live
   * connection took it.
   */
  tell: (guildId: string | undefined, event: string, data: unknown) => boolean = () => false;
  /** Called when the registered commands have changed. */
  commandsChanged: () => void = () => undefined;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #creates = new Map<string, { count: number; since: number }>();

  constructor(o: { now: () => number; token: string | undefined; keepMessages: number }) {
    this.now = o.now;
    this.snowflakes = new Snowflakes(o.now);
    this.keepMessages = o.keepMessages;
    this.applicationId = this.snowflakes.next();
    this.token = o.token ?? madeToken(this.applicationId);
    this.botUser = {
      ...person(this.applicationId, 'Keepsake'),
      bot: true,
    };
    this.users.set(this.botUser.id, this.botUser);
  }

  /** Tells of changes until the returned function is called. */
  watch(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells everybody who watches. */
  changed(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Writes down a broken rule; the newest thousand are kept. */
  violation(rule: string, detail: string, request: string): void {
    const violation = { rule, detail, request };
    this.violations.push(violation);
    this.changed({ kind: 'violation', violation });
    if (this.violations.length > violationsKept) this.violations.shift();
  }

  /** A user by id if known, otherwise a new one of this name. */
  user(name: string, id?: string): APIUser {
    const known = id === undefined ? undefined : this.users.get(id);
    if (known !== undefined) return known;
    const user = person(id ?? this.snowflakes.next(), name);
    this.users.set(user.id, user);
    return user;
  }

  /** Makes a server with the bot in it and tells the bot. */
  addGuild(o: NewGuild): Guild {
    const guild = new Guild(this, { botPermissions: botByDefault, ...o });
    this.guilds.set(guild.id, guild);
    this.tell(guild.id, GatewayDispatchEvents.GuildCreate, guild.toCreate());
    return guild;
  }

  /** The conversation of a person with the bot, which is made at the first time. */
  directMessage({ user, locale }: Pick<Member, 'user' | 'locale'>): DirectMessage {
    const known = this.directMessages.get(user.id);
    if (known !== undefined) return known;
    const made = new DirectMessage(this, user, locale);
    this.directMessages.set(user.id, made);
    this.channels.set(made.id, made);
    return made;
  }

  /** The bot is no longer in the server: GUILD_DELETE, and its channels are out of reach. */
  removeGuild(guild: Guild): void {
    if (!this.guilds.delete(guild.id)) return;
    this.guildCommands.delete(guild.id);
    for (const id of guild.channels.keys()) {
      this.channels.delete(id);
      this.outOfReach.add(id);
    }
    this.tell(guild.id, GatewayDispatchEvents.GuildDelete, { id: guild.id });
  }

  /** The bot is invited again to a server it had been removed from. */
  readdGuild(guild: Guild): void {
    this.guilds.set(guild.id, guild);
    for (const channel of guild.channels.values()) {
      this.channels.set(channel.id, channel);
      this.outOfReach.delete(channel.id);
    }
    this.tell(guild.id, GatewayDispatchEvents.GuildCreate, guild.toCreate());
  }

  /** Puts a message into its channel, dropping the oldest beyond `keepMessages`. */
  post(message: Message): void {
    const { messages } = message.channel;
    messages.set(message.id, message);
    if (messages.size > this.keepMessages) {
      const oldest = messages.keys().next().value;
      if (oldest !== undefined) messages.delete(oldest);
    }
    this.changed({ kind: 'message', what: 'posted', message });
    if (message.visibleTo === undefined) {
      message.channel.tell(GatewayDispatchEvents.MessageCreate, message.toApi());
    }
  }

  /** Takes a file from a person, as Discord does before a command is sent. */
  upload(file: Upload): APIAttachment {
    // Such a file belongs to no channel.
    const attachment = stored(this, '0', file);
    this.uploads.set(attachment.id, attachment);
    let size = [...this.uploads.values()].reduce((sum, one) => sum + one.size, 0);
    for (const one of this.uploads.values()) {
      if (size <= uploadsKept) break;
      this.uploads.delete(one.id);
      size -= one.size;
    }
    return { ...toApi(attachment), ephemeral: true };
  }

  /** The commands of a scope: global without a guild, else that guild's own. */
  commandsOf(guildId?: string): Map<string, RegisteredCommand> {
    if (guildId === undefined) return this.globalCommands;
    const known = this.guildCommands.get(guildId);
    if (known !== undefined) return known;
    const created = new Map<string, RegisteredCommand>();
    this.guildCommands.set(guildId, created);
    return created;
  }

  /** Counts a created command; how many of the day's 200 are left, below zero if too many. */
  countCreate(guildId?: string): number {
    const key = guildId ?? 'global';
    const now = this.now();
    const entry = this.#creates.get(key);
    if (entry === undefined || now - entry.since >= oneDayMs) {
      this.#creates.set(key, { count: 1, since: now });
      return 199;
    }
    entry.count += 1;
    return 200 - entry.count;
  }
}

// The form of Discord's tokens: the bot's id, then two random parts.
function madeToken(id: string): string {
  const part = (bytes: number): string => randomBytes(bytes).toString('base64url');
  return `${Buffer.from(id).toString('base64url')}.${part(4)}.${part(28)}`;
}

function person(id: string, name: string): APIUser {
  return {
    id,
    username: name.toLowerCase().replaceAll(/[^a-z0-9_.]/g, '') || 'someone',
    global_name: name,
    discriminator: '0',
    avatar: null,
  };
}
