import { GatewayIntentBits, type REST } from 'discord.js';
import { ApplicationFlags, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Discord, INTENTS } from './client.js';
import {
  compareCommands,
  fittingCommands,
  type Registered,
  type WantedCommand,
} from './registration.js';

const applicationSchema = z.object({
  id: z.string(),
  name: z.string(),
  approximate_guild_count: z.number().optional(),
  flags: z.number().optional(),
  bot_require_code_grant: z.boolean().optional(),
});

const gatewaySchema = z.object({
  shards: z.number(),
  session_start_limit: z.object({
    total: z.number(),
    remaining: z.number(),
    reset_after: z.number(),
  }),
});

/** What Discord says of the application a token belongs to. */
export interface ApplicationFound {
  readonly id: string;
  readonly name: string;
  /** About how many; null where Discord doesn't say. */
  readonly servers: number | null;
  /** Privileged intents by Discord’s names: those the bot lacks, and those it has without need. */
  readonly intents: { readonly missing: readonly string[]; readonly spare: readonly string[] };
  /** Whether Discord wants a code for each invitation, so that the invite link doesn’t work. */
  readonly requiresCodeGrant: boolean;
}

/** What Discord grants only where its owner switches it on, each with the flags that say it is. */
const PRIVILEGED = [
  {
    name: 'Presence Intent',
    bit: GatewayIntentBits.GuildPresences,
    flags: ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited,
  },
  {
    name: 'Server Members Intent',
    bit: GatewayIntentBits.GuildMembers,
    flags: ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  },
  {
    name: 'Message Content Intent',
    bit: GatewayIntentBits.MessageContent,
    flags: ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
  },
] as const;

/** Privileged intents that are asked for without being granted, and those granted that nobody asks for. */
export function compareIntents(
  asked: number,
  granted: number,
): { readonly missing: string[]; readonly spare: string[] } {
  const named = (isOne: (one: (typeof PRIVILEGED)[number]) => boolean) =>
    PRIVILEGED.filter(isOne).map(({ name }) => name);
  return {
    missing: named(({ bit, flags }) => (asked & bit) !== 0 && (granted & flags) === 0),
    spare: named(({ bit, flags }) => (asked & bit) === 0 && (granted & flags) !== 0),
  };
}

/** How the bot stands with Discord, as an operator asks before or while it runs. */
export interface Standing {
  readonly application: ApplicationFound;
  /** What the next start would change in the list of commands. */
  readonly commands: Registered;
  /** Sessions that may still be started, of how many; all are there again after so many milliseconds. */
  readonly sessions: { readonly left: number; readonly total: number; readonly resetAfter: number };
  /** Shards that Discord recommends: each start takes a session for each. */
  readonly shards: number;
  /** Seconds by which this machine's clock is ahead of Discord's; null where Discord doesn't say. */
  readonly clockAhead: number | null;
}

/** @throws whatever `loginProblem` puts into words. */
export async function askForApplication(rest: REST): Promise<ApplicationFound> {
  const found = applicationSchema.parse(await rest.get(Routes.currentApplication()));
  const { id, name, approximate_guild_count, flags = 0, bot_require_code_grant } = found;
  return {
    ...{ id, name, servers: approximate_guild_count ?? null },
    intents: compareIntents(INTENTS, flags),
    requiresCodeGrant: bot_require_code_grant === true,
  };
}

/**
 * Asks Discord how the bot stands with it, and changes nothing.
 *
 * @param now of this machine's clock.
 * @param devGuild the one server that has the commands, if it is one.
 * @throws whatever `loginProblem` puts into words.
 */
export async function askForStanding(
  { bot, time }: Pick<Discord, 'bot' | 'time'>,
  wanted: readonly WantedCommand[],
  now: () => Date,
  devGuild: string | undefined,
): Promise<Standing> {
  const application = await askForApplication(bot);
  const place = { applicationId: application.id, guildId: devGuild };
  const fitting = await fittingCommands(bot, wanted);
  const { changed, removed } = await compareCommands(bot, place, fitting);
  const gateway = gatewaySchema.parse(await bot.get(Routes.gatewayBot()));
  const { remaining, total, reset_after } = gateway.session_start_limit;
  const told = time.atLeast();
  return {
    application,
    commands: { changed, removed },
    sessions: { left: remaining, total, resetAfter: reset_after },
    shards: gateway.shards,
    clockAhead: told === null ? null : (now().getTime() - told) / 1000,
  };
}
