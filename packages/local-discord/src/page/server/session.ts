import type { LocalDiscord } from '../../local-discord.js';
import { CannotSend } from '../../people/cannot-send.js';
import type { Person } from '../../people/person.js';
import type { Channel } from '../../world/channel.js';
import type { Guild } from '../../world/guild.js';
import type { TourStep } from '../protocol.js';
import { FaultSwitches } from './fault-switches.js';

/** A file that the page offers to whoever has none at hand. */
export interface SampleFile {
  readonly name: string;
  readonly contentType: string;
  bytes(): Uint8Array;
}

/** What the page shows: a Discord with servers, people in them, and a bot. */
export interface PageSession {
  readonly discord: LocalDiscord;
  readonly guilds: readonly Guild[];
  readonly faults: FaultSwitches;
  /** Commands to begin with. */
  readonly tour: readonly TourStep[];
  /** The local Discord's clock, in milliseconds since 1970. */
  now(): number;
  /** What a member is in their server, in a word for people. */
  standing(guild: Guild, memberId: string): string;
  /** Somebody in front of a channel. Throws `CannotSend` if there is no such member or channel. */
  person(memberId: string, channelId: string): Person;
  /** The first member of the first server, in its first channel. */
  somebody(): Person;
  /** Whether the bot's process has ended. */
  readonly botEnded: boolean;
  /** Lets time pass, in milliseconds; absent where it can't. */
  readonly passTime?: (ms: number) => Promise<void>;
  /** Files to try with, where an option takes one; drawn or read when they are asked for. */
  readonly samples?: readonly SampleFile[];
  /** Fills the first server with sample data; absent where there is none. */
  readonly fillSample?: (report: (text: string) => void) => Promise<void>;
}

/** The servers, and the conversations of people with the bot, each as one of its own. */
export function serversOf({
  guilds,
  discord,
}: Pick<PageSession, 'guilds' | 'discord'>): readonly Guild[] {
  return [...guilds, ...discord.conversations];
}

/**
 * The parts of a session that a local Discord alone gives, whichever bot is logged in to it.
 *
 * @param standings what members are in their server, by id; `member` where it isn't said.
 */
export function sessionOf(
  discord: LocalDiscord,
  guilds: readonly Guild[],
  standings: ReadonlyMap<string, string> = new Map(),
  tour: readonly TourStep[] = [],
): Omit<PageSession, 'botEnded'> {
  const person = (memberId: string, channelId: string): Person => {
    const channel = serversOf({ guilds, discord })
      .map((guild) => guild.channels.get(channelId))
      .find(isThere);
    const member = channel?.guild.members.get(memberId);
    if (channel === undefined || member === undefined || member.user.bot === true) {
      throw new CannotSend('There is no such member or channel.');
    }
    return discord.person(member, channel);
  };
  return {
    discord,
    guilds,
    faults: new FaultSwitches(discord),
    tour,
    now: () => discord.now(),
    standing: (_guild, memberId) => standings.get(memberId) ?? 'member',
    person,
    somebody() {
      const [guild] = guilds;
      const members = [...(guild?.members.values() ?? [])];
      const member = members.find(({ user }) => user.bot !== true);
      const [channelId] = guild?.channels.keys() ?? [];
      return person(member?.id ?? '', channelId ?? '');
    },
  };
}

function isThere(channel: Channel | undefined): channel is Channel {
  return channel !== undefined;
}
