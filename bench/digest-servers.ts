import type { Channel, LocalDiscord } from 'local-discord';
import { type Database, openDatabase } from '../src/db/database.js';
import { fill } from './fill.js';
import { creatorIdOf, READINGS_EACH } from './fill-plan.js';

/** Creators of each server, who sent two readings a week for ten weeks and agreed to be shown. */
const CREATORS = 5;

/** Longer ago than Discord's word about a member is good for, in milliseconds. */
const LONG_AGO = 3 * 24 * 3_600_000;

/** Which servers the digests are due in. */
export interface DueServers {
  readonly servers: number;
  /**
   * Every so many-th server can't be posted in: of these, every other one's channel is gone, in the
   * others the bot may not write any more.
   */
  readonly brokenEvery: number;
  /** Of every so many-th server Discord has to be asked who is still a member. */
  readonly staleEvery: number;
}

/** A server whose digest is due. */
export interface DueServer {
  readonly guildId: string;
  readonly channel: Channel;
  readonly isBroken: boolean;
}

/**
 * Makes the servers at the local Discord and what is stored of them: readings, agreements, and a
 * digest in each that is due at the same moment.
 *
 * @param due the beginning of a minute, in milliseconds since 1970.
 */
export async function prepareServers(
  discord: LocalDiscord,
  url: string,
  { servers, brokenEvery, staleEvery }: DueServers,
  due: number,
): Promise<DueServer[]> {
  const isStale = (server: number) => server % staleEvery === staleEvery - 1;
  const made = Array.from({ length: servers }, (_, server): DueServer => {
    const guild = discord.addGuild({ name: `Server ${server}` });
    const channel = guild.addChannel('weekly');
    const isBroken = server % brokenEvery === brokenEvery - 1;
    // Nobody else is ever asked for: whoever isn't here would be taken for gone.
    if (isStale(server)) {
      for (let n = 0; n < CREATORS; n += 1) {
        const userId = String(creatorIdOf(server * CREATORS + n));
        guild.addMember({ name: `creator${n}`, userId });
      }
    }
    if (isBroken && server % (2 * brokenEvery) === brokenEvery - 1) channel.delete();
    else if (isBroken) channel.deny(guild.bot, 'SendMessages');
    return { guildId: guild.id, channel, isBroken };
  });
  const idOf = (server: number) => BigInt(made[server]?.guildId ?? 0);
  const now = new Date(discord.now());
  await fill(url, servers * CREATORS * READINGS_EACH, now, { size: CREATORS, idOf });
  const { prisma, close } = await openDatabase(url, () => undefined);
  try {
    await scheduleDigests(prisma, made, due);
    const stale = made.flatMap(({ guildId }, n) => (isStale(n) ? [BigInt(guildId)] : []));
    await prisma.consent.updateMany({
      where: { guildId: { in: stale } },
      data: { memberAt: new Date(now.getTime() - LONG_AGO) },
    });
  } finally {
    await close();
  }
  return made;
}

/**
 * Stores a digest for each of these servers, due at the same moment each week in UTC, quiet weeks too.
 *
 * @param due the beginning of a minute, in milliseconds since 1970.
 */
export async function scheduleDigests(
  prisma: Database['prisma'],
  servers: readonly { readonly guildId: string; readonly channel: Channel }[],
  due: number,
): Promise<void> {
  const at = new Date(due);
  await prisma.digestSchedule.createMany({
    data: servers.map(({ guildId, channel }) => ({
      guildId: BigInt(guildId),
      channelId: BigInt(channel.id),
      weekday: at.getUTCDay() || 7,
      time: at.toISOString().slice(11, 16),
      ...{ timezone: 'UTC', quietWeeks: 'post', locale: 'en-US', nextDueAt: at, version: 1 },
    })),
  });
}
