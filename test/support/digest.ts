import type { Channel, Guild, LocalDiscord, Message, Person } from 'local-discord';
import { letTimePass } from 'local-discord';
import { expect } from 'vitest';
import { scheduleDigests } from '../../bench/digest-servers.js';
import type { Database } from '../../src/db/database.js';
import { weekdays } from '../../src/words/en/digest.js';
import type { Bot, Stage } from './bot.js';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** Somebody who may manage the server. */
export function manager(
  stage: Pick<Stage, 'discord' | 'general'>,
  channel = stage.general,
): Person {
  const member = channel.guild.addMember({ name: 'Mia', permissions: ['ManageGuild'] });
  return stage.discord.person(member, channel);
}

/** The options of `/digest setup` for a moment, in UTC: a minute's beginning. */
export function dueAt(at: number): string {
  const moment = new Date(at);
  const day = Object.values(weekdays)[(moment.getUTCDay() + 6) % 7];
  return `day:${day} time:${moment.toISOString().slice(11, 16)} timezone:UTC`;
}

/** The beginning of the minute that is at least so many milliseconds ahead. */
export function minuteAfter(now: number, ahead: number): number {
  return Math.ceil((now + ahead) / MINUTE) * MINUTE;
}

/** The middle of a week, in UTC, at least half a day ahead: hours later it is still the same week. */
export function wednesdayNoonAfter(now: number): number {
  const noon = new Date(now + DAY);
  noon.setUTCHours(12, 0, 0, 0);
  noon.setUTCDate(noon.getUTCDate() + ((3 - noon.getUTCDay() + 7) % 7));
  return noon.getTime();
}

/** The digests in a channel, oldest first. */
export function digestsIn(channel: Channel): Message[] {
  return [...channel.messages.values()].filter((message) =>
    JSON.stringify(message.components).includes('"digest:v1:'),
  );
}

/** A digest as it stands in the database. */
export interface DigestRow {
  readonly id: bigint;
  readonly guildId: bigint;
  readonly week: string;
  readonly state: string;
  readonly reason: string | null;
  readonly attempts: bigint;
  readonly messageId: bigint | null;
  readonly doubtSince: string | null;
  readonly claim: string | null;
  readonly content: string | null;
}

/** The digests of the stage's database, oldest first. */
export function digestRows(stage: Stage): DigestRow[] {
  return stage.rows<DigestRow>(
    'SELECT "id", "guildId", "week", "state", "reason", "attempts", "messageId", "doubtSince", "claim", "content" FROM "Digest" ORDER BY "dueAt"',
  );
}

/** Waits until the newest digest is in a state. */
export async function untilState(
  stage: Stage,
  state: string,
  timeout = 15_000,
): Promise<DigestRow> {
  await expect.poll(() => digestRows(stage).at(-1)?.state, { timeout, interval: 20 }).toBe(state);
  const row = digestRows(stage).at(-1);
  if (row === undefined) throw new Error('There is no digest.');
  return row;
}

/** Rows written by one statement: few enough for the time that a serving database gives it. */
const AT_ONCE = 1_000;

/** Stores a digest for each of these servers' first channel that is due at the same moment, in UTC. */
export async function scheduleEach(
  { prisma }: Pick<Database, 'prisma'>,
  guilds: readonly Guild[],
  due: number,
): Promise<void> {
  for (let from = 0; from < guilds.length; from += AT_ONCE) {
    const some = guilds.slice(from, from + AT_ONCE);
    await prisma.guild.createMany({ data: some.map(({ id }) => ({ id: BigInt(id) })) });
    const servers = some.flatMap((guild) =>
      [...guild.channels.values()].slice(0, 1).map((channel) => ({ guildId: guild.id, channel })),
    );
    await scheduleDigests(prisma, servers, due);
  }
}

/** Lets time pass for several processes at once. */
export function letAllTimePass(
  discord: LocalDiscord,
  bots: readonly Pick<Bot, 'passTime'>[],
  ms: number,
): Promise<void> {
  const all = {
    passTime: async () => void (await Promise.all(bots.map((bot) => bot.passTime(ms)))),
  };
  return letTimePass(discord, all, ms);
}

/** Sets the digest up for a minute that is near, and lets time pass until it is due. */
export async function setUpAndDue(
  stage: Stage,
  mia: Person,
  { channel = 'general', more = '' } = {},
): Promise<void> {
  const at = minuteAfter(stage.discord.now(), 5 * SECOND);
  const shown = await mia.command(`/digest setup channel:#${channel} ${dueAt(at)} ${more}`);
  expect(shown.text()).toContain('The weekly digest is on');
  await stage.letTimePass(at - stage.discord.now() + SECOND);
}
