import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotProcess, environmentFor } from './bot-process.js';
import { FaultSwitches } from './fault-switches.js';
import { letTimePass } from './let-time-pass.js';
import {
  CannotSend,
  type Channel,
  type Guild,
  type LocalDiscord,
  startLocalDiscord,
} from './local-discord.js';
import type { Person } from './person.js';
import { bringSampleCommunity } from './sample-community.js';
import { sampleWeeks } from './sample-plan.js';

/** A demo that runs: a Discord with two servers, people in them, and the real bot. */
export interface DemoSession {
  readonly discord: LocalDiscord;
  readonly guilds: readonly Guild[];
  readonly faults: FaultSwitches;
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
  /** Lets time pass, in milliseconds; absent where the demo can't. */
  readonly passTime?: (ms: number) => Promise<void>;
  /** Fills the first server with sample data; absent where the demo can't. */
  readonly fillSample?: (report: (text: string) => void) => Promise<void>;
  /** Ends the bot and the local Discord and removes what they stored. */
  close(): Promise<void>;
}

/** What a demo may be told. */
export interface DemoOptions {
  /** Called when the bot's process has ended by itself, with its exit code and last words. */
  readonly onBotEnded?: (code: number | null, errors: string) => void;
}

/** Starts a Discord with two servers, the real bot in both, and waits until it is ready. */
export async function openDemo(options: DemoOptions = {}): Promise<DemoSession> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-demo-'));
  const discord = await startLocalDiscord({ clockShift: 0 });
  const { guilds, standings } = settle(discord);
  const bot = new BotProcess({
    cwd: folder,
    env: environmentFor(discord, `file:${join(folder, 'keepsake.db')}`),
    clockShift: 0,
  });
  let closing = false;
  let botEnded = false;
  void bot.exited.then((code) => {
    botEnded = true;
    if (!closing) options.onBotEnded?.(code, bot.errors);
  });
  const close = async (): Promise<void> => {
    closing = true;
    await bot.stop();
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await bot.ready();
  } catch (error) {
    await close();
    throw error;
  }
  const parts = sessionOf(discord, guilds, standings);
  let turning = false;
  /** Whatever turns the clock goes on alone, and only while there is a bot to take along. */
  const alone = async (work: () => Promise<void>): Promise<void> => {
    if (botEnded) throw new CannotSend('The bot has ended. Start the demo again.');
    if (turning) throw new CannotSend('The clock is being turned already. Try again in a moment.');
    turning = true;
    try {
      await work();
    } finally {
      turning = false;
    }
  };
  const fill = sampleFiller(parts, bot);
  return {
    ...parts,
    get botEnded() {
      return botEnded;
    },
    passTime: (ms) => alone(() => letTimePass(discord, bot, ms)),
    fillSample: (report) => alone(() => fill(report)),
    close,
  };
}

/** Brings the sample community into the first server, once. */
function sampleFiller(
  { discord, guilds, faults }: Pick<DemoSession, 'discord' | 'guilds' | 'faults'>,
  bot: BotProcess,
): (report: (text: string) => void) => Promise<void> {
  let begun = false;
  return async (report) => {
    const [channel] = guilds[0]?.channels.values() ?? [];
    if (channel === undefined) throw new CannotSend('There is no channel for a community.');
    if (begun) throw new CannotSend('The sample community is here already.');
    if (Object.values(faults.modes).some((mode) => mode !== 'off')) {
      throw new CannotSend(
        'Switch the troubles off first: the sample community needs its answers.',
      );
    }
    begun = true;
    const { readings } = await bringSampleCommunity({
      discord,
      bot,
      channel,
      onProgress: (done, of) => report(`Sample community: ${done} of ${of} scores typed …`),
    });
    report(
      `The sample community is here: ${readings} invented scores. They came in over ${sampleWeeks} weeks.`,
    );
  };
}

/** The parts of a session that a local Discord alone gives, whichever bot is logged in to it. */
export function sessionOf(
  discord: LocalDiscord,
  guilds: readonly Guild[],
  standings: ReadonlyMap<string, string>,
): Omit<DemoSession, 'close' | 'botEnded'> {
  const person = (memberId: string, channelId: string): Person => {
    const channel = guilds.map((guild) => guild.channels.get(channelId)).find(isThere);
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

/** Two servers that know nothing of each other, with a few people in each. */
export function settle(discord: LocalDiscord): {
  readonly guilds: readonly Guild[];
  readonly standings: ReadonlyMap<string, string>;
} {
  const standings = new Map<string, string>();
  const creators = discord.addGuild({ name: 'Creators' });
  for (const name of ['saves', 'lounge']) creators.addChannel({ name });
  const team = creators.addChannel({ name: 'team' });
  creators.addMember({ name: 'Mia' });
  creators.addMember({ name: 'Leo' });
  const moderator = creators.addMember({
    name: 'Ada',
    permissions: ['ManageGuild', 'ManageMessages'],
  });
  const owner = creators.addMember({ name: 'Sam', owner: true });
  standings.set(moderator.id, 'moderator').set(owner.id, 'owner');
  team.deny(creators.everyone, 'ViewChannel');
  for (const role of moderator.roles) team.allow(role, 'ViewChannel');
  team.allow(creators.botRole, 'ViewChannel');

  const elsewhere = discord.addGuild({ name: 'Elsewhere' });
  elsewhere.addChannel({ name: 'general' });
  elsewhere.addMember({ name: 'Noa' });
  const host = elsewhere.addMember({ name: 'Kit', owner: true });
  standings.set(host.id, 'owner');
  return { guilds: [creators, elsewhere], standings };
}
