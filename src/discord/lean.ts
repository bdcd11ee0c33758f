import { type CacheFactory, type Client, Events, LimitedCollection, Options } from 'discord.js';

/** What Discord tells of a server beside itself, and nobody here looks up. */
const PARTS: readonly string[] = [
  'channels',
  'emojis',
  'guild_scheduled_events',
  'members',
  'presences',
  'roles',
  'soundboard_sounds',
  'stage_instances',
  'stickers',
  'threads',
  'voice_states',
];

/**
 * Events of single channels, roles and members, and of all threads of a channel that the bot may
 * see from now on.
 */
const OF_PARTS =
  /^((CHANNEL|THREAD|GUILD_ROLE|GUILD_MEMBER)_(CREATE|UPDATE)|GUILD_ROLE_DELETE|THREAD_LIST_SYNC)$/;

/**
 * Lets the client remember of a server hardly more than that it is there. discord.js keeps every
 * channel and role of each, and offers no way to leave them out; a hundred servers' are four
 * megabytes. The raw event comes before anything is made of it. What an interaction needs comes
 * with it.
 *
 * A server that removed the bot between two sessions is forgotten, too: discord.js only adds what
 * a new session begins with. One with an outage is among these, and stays.
 *
 * @param onChange hears of each server whose channels or roles change, since the client's own events
 *   of them don't come any more.
 */
export function rememberLittle(client: Client, onChange: (guildId: string) => void): void {
  client.on(Events.Raw, (packet: unknown, shard: unknown) => {
    if (!isRecord(packet) || !isRecord(packet['d'])) return;
    const { t, d } = packet;
    if (t === 'READY' && Array.isArray(d['guilds'])) {
      const present = new Set(d['guilds'].map((guild: unknown) => isRecord(guild) && guild['id']));
      client.guilds.cache.sweep(({ id, shardId }) => shardId === shard && !present.has(id));
    } else if (t === 'GUILD_CREATE' || t === 'GUILD_UPDATE') {
      for (const part of PARTS) if (part in d) d[part] = [];
    } else if (typeof t === 'string' && OF_PARTS.test(t)) {
      // A name that has no handler: nothing is made of it.
      packet['t'] = 'NOT_KEPT';
      if (typeof d['guild_id'] === 'string') onChange(d['guild_id']);
    }
  });
}

/** What keeps something in which nothing is looked up here; most would grow with every member seen. */
const EMPTY = new Set([
  'ApplicationCommandManager',
  'AutoModerationRuleManager',
  'BaseGuildEmojiManager',
  'DMMessageManager',
  'EntitlementManager',
  'GuildApplicationCommandManager',
  'GuildBanManager',
  'GuildEmojiManager',
  'GuildInviteManager',
  'GuildMemberManager',
  'GuildMessageManager',
  'GuildScheduledEventManager',
  'GuildSoundboardSoundManager',
  'GuildStickerManager',
  'MessageManager',
  'PresenceManager',
  'ReactionManager',
  'ReactionUserManager',
  'StageInstanceManager',
  'ThreadManager',
  'ThreadMemberManager',
  'VoiceStateManager',
]);

const itself = Options.cacheWithLimits({
  UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
});

/** Takes nothing in, so that one is enough for whoever needs an empty one. */
const nothing = new LimitedCollection<never, never>({ maxSize: 0 });

/**
 * Caches for the client. discord.js makes a dozen of them for each server; those that stay empty are
 * one and the same here, which halves what a server takes.
 */
export const cacheLittle: CacheFactory = (type, holds, manager) =>
  EMPTY.has(manager.name) || EMPTY.has(type.name) ? nothing : itself(type, holds, manager);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
