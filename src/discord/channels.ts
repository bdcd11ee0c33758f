import { DiscordAPIError } from 'discord.js';
import {
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import type { Channels } from '../services/context.js';
import { DIGEST_PERMISSIONS, type DigestPermission } from '../services/digest/reason.js';
import {
  type ChannelAnswer,
  channelAnswer,
  type GuildAnswer,
  guildAnswer,
  type MemberAnswer,
  memberAnswer,
  readAnswer,
  userAnswer,
} from './answers.js';
import type { BotRest } from './paced.js';

const BITS: Readonly<Record<DigestPermission, bigint>> = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Attach Files': PermissionFlagsBits.AttachFiles,
};

/** What a digest needs, as Discord's bit field. */
export const DIGEST_BITS = DIGEST_PERMISSIONS.reduce((all, name) => all | BITS[name], 0n);

/** Discord's answers to a bot that isn't in the server. */
const NOT_IN_SERVER = new Set<number | string>([
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.UnknownMember,
]);

/**
 * Looks up at Discord what the bot may do: intents for it would tell only the process that has the
 * server's shard.
 */
export function channelsOf(rest: Pick<BotRest, 'get'>, clock: () => Date): Channels {
  let ownId: string | undefined;

  /** The server and the bot in it; null where it isn't. */
  async function standing(guildId: string): Promise<Standing | null> {
    ownId ??= readAnswer(userAnswer, await rest.get(Routes.user())).id;
    try {
      const [guild, bot] = await Promise.all([
        rest.get(Routes.guild(guildId)),
        rest.get(Routes.guildMember(guildId, ownId)),
      ]);
      const member = readAnswer(memberAnswer, bot);
      return { guild: readAnswer(guildAnswer, guild), bot: { ...member, id: ownId } };
    } catch (error) {
      if (isCode(error, NOT_IN_SERVER)) return null;
      throw error;
    }
  }

  async function channelBy(id: string): Promise<ChannelAnswer | 'hidden' | null> {
    try {
      return readAnswer(channelAnswer, await rest.get(Routes.channel(id)));
    } catch (error) {
      if (isCode(error, new Set([RESTJSONErrorCodes.MissingAccess]))) return 'hidden';
      if (isCode(error, new Set([RESTJSONErrorCodes.UnknownChannel]))) return null;
      throw error;
    }
  }

  return {
    async obstacle(guildId, channelId, needed = DIGEST_PERMISSIONS) {
      const found = await standing(String(guildId));
      if (found === null) return { kind: 'not in the server' };
      const { guild, bot } = found;
      const channel = await channelBy(String(channelId));
      if (channel === 'hidden')
        return { kind: 'missing permissions', permissions: ['View Channel'] };
      if (channel === null || !takesPosts(channel, guild)) return { kind: 'no such channel' };
      const bits = permissionsIn(guild, bot, channel);
      const permissions = needed.filter((name) => (bits & BITS[name]) === 0n);
      if (permissions.length > 0) return { kind: 'missing permissions', permissions };
      return isInTimeOut(bot, bits, clock()) ? { kind: 'timed out' } : null;
    },
  };
}

/** The bot in a server. */
interface Own extends MemberAnswer {
  readonly id: string;
}

interface Standing {
  readonly guild: GuildAnswer;
  readonly bot: Own;
}

function takesPosts(channel: ChannelAnswer, guild: GuildAnswer): boolean {
  const isText =
    channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;
  return isText && channel.guild_id === guild.id;
}

/** Every permission there is. */
const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/**
 * What the bot may do in a channel, in the order of Discord's documentation: owner, @everyone and
 * roles, administrator, then the channel's overwrites for @everyone, for roles, for the bot.
 */
function permissionsIn(guild: GuildAnswer, bot: Own, channel: ChannelAnswer): bigint {
  const roles = new Set([guild.id, ...bot.roles]);
  const base = guild.roles
    .filter(({ id }) => roles.has(id))
    .reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ALL;
  const overwrites = channel.permission_overwrites ?? [];
  const own = new Set(bot.roles);
  const steps = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id, type }) => type === OverwriteType.Role && own.has(id)),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === bot.id),
  ];
  return steps.reduce((bits, step) => {
    const deny = step.reduce((all, one) => all | BigInt(one.deny), 0n);
    const allow = step.reduce((all, one) => all | BigInt(one.allow), 0n);
    return (bits & ~deny) | allow;
  }, base);
}

function isInTimeOut(bot: Own, bits: bigint, now: Date): boolean {
  const until = bot.communication_disabled_until;
  const isIn = typeof until === 'string' && Date.parse(until) > now.getTime();
  // Administrators can't be put into one.
  return isIn && (bits & PermissionFlagsBits.Administrator) === 0n;
}

function isCode(error: unknown, codes: ReadonlySet<number | string>): boolean {
  return error instanceof DiscordAPIError && codes.has(error.code);
}
