import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, letTimePass, type Person, startLocalDiscord } from 'local-discord';
import { environmentFor, KeepsakeProcess } from '../playground/keepsake-process.js';
import { openDatabase } from '../src/db/database.js';
import { snowflakeAt } from '../src/lib/snowflake.js';
import { type Load, type LoadResult, run, scoreCommand } from './load.js';
import { servicesOver } from './services.js';
import { until } from './until.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** Members who send commands meanwhile, and how many commands a second come from them together. */
const SENDERS = 200;
const COMMANDS_A_SECOND = 5;

/** Hours after posting at which the first reminder is due, and at which it is asked for. */
const DUE_AT = 24;
const ASKED_AT = 2;

/** How reminders of many members that were due in the same minute went. */
export interface LetterFigures {
  readonly members: number;
  /** Members with exactly one message, with none, and with more. */
  readonly once: number;
  readonly never: number;
  readonly twice: number;
  /** Seconds from the first to the last, and how many arrived a second. */
  readonly seconds: number;
  readonly perSecond: number;
  /** Requests that Discord answered with 429. */
  readonly limited: number;
  /** Commands just before, and while they were sent. */
  readonly before: LoadResult;
  readonly during: LoadResult;
  /** Rules of Discord that the bot broke, beyond what is counted above. */
  readonly violations: number;
  /** What else wanted the cores: the system's mean of the minute before. */
  readonly load: number;
}

/** What the measurement needs. */
export interface LetterBench {
  readonly members: number;
  /** Seconds that commands are sent for, before and during. */
  readonly seconds: number;
  /** Hears how far it has come. */
  readonly tell?: (progress: string) => void;
}

/** Measures the real bot when reminders of many members are due in the same minute. */
export async function measureLetters({
  members,
  seconds,
  tell = () => undefined,
}: LetterBench): Promise<LetterFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'keepsake-letters-'));
  const url = `file:${join(folder, 'keepsake.db')}`;
  const discord = await startLocalDiscord({ keepRequests: 1 });
  discord.gateway.identifyIntervalMs = 0;
  let bot: KeepsakeProcess | undefined;
  try {
    const guild = discord.addGuild({ name: 'Bench' });
    const channel = guild.addChannel('bench');
    tell(`${members} members ask to be reminded`);
    const boxes = Array.from({ length: members }, (_, n) =>
      discord.directMessage(guild.addMember({ name: `creator${n}` })),
    );
    await askForReminders(discord, url, BigInt(guild.id), boxes);
    const senders = Array.from({ length: SENDERS }, (_, n) => ({
      channel,
      member: guild.addMember({ name: `member${n}` }),
    }));
    bot = new KeepsakeProcess({
      cwd: folder,
      env: environmentFor(discord, url),
      clockShift: discord.clockShift,
    });
    await bot.ready();
    const load: Load = { discord, senders, pids: [bot.child.pid], command: scoreCommand };
    await run(load, 50, 3); // compiled by the engine
    tell('commands before');
    const before = await run(load, COMMANDS_A_SECOND, seconds);
    const [otherLoad = Number.NaN] = loadavg();

    const counting = count(discord, new Set(boxes.map(({ channel: { id } }) => id)));
    await letTimePass(discord, bot, (DUE_AT - ASKED_AT) * HOUR + SECOND);
    await until(
      () => counting.sent > 0,
      tell,
      () => 0,
    );
    const lasts = members / 50;
    const commands = run(load, COMMANDS_A_SECOND, Math.min(seconds, Math.max(1, 0.9 * lasts)));
    await until(
      () => counting.sent >= members,
      tell,
      () => counting.sent,
    );
    const during = await commands;
    const each = boxes.map((box) => box.sees().length);
    const span = (counting.last - counting.first) / SECOND;
    return {
      ...{ members, before, during },
      once: each.filter((n) => n === 1).length,
      never: each.filter((n) => n === 0).length,
      twice: each.filter((n) => n > 1).length,
      ...{ seconds: span, perSecond: (counting.sent - 1) / span, limited: counting.limited },
      ...{ violations: discord.violations.length, load: otherLoad },
    };
  } finally {
    await bot?.stop();
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Each scores a video of two hours ago and asks to be reminded of it at these ages: all are due at
 * once, the first 22 hours from now.
 *
 * @param boxes the members in their conversations with the bot.
 * @param ages hours after posting.
 */
export async function askForReminders(
  discord: LocalDiscord,
  url: string,
  guildId: bigint,
  boxes: readonly Person[],
  ages: readonly number[] = [DUE_AT],
): Promise<void> {
  const db = await openDatabase(url, () => undefined);
  const at = new Date(discord.now());
  const channelOf = new Map(
    boxes.map(({ member, channel }) => [BigInt(member.id), BigInt(channel.id)]),
  );
  const greet = (memberId: bigint) =>
    Promise.resolve(channelOf.get(memberId) ?? ('unreachable' as const));
  const { scores, reminders } = servicesOver(db, () => at, { greet });
  let made = 0n;
  const nextId = () => {
    made += 1n;
    return snowflakeAt(at, made);
  };
  const posted = BigInt(Math.floor((at.getTime() - ASKED_AT * HOUR) / SECOND)) << 32n;
  try {
    for (const [n, { member }] of boxes.entries()) {
      const callerId = BigInt(member.id);
      const counts = { views: '12.3K', likes: '1204', comments: '88', shares: '41' };
      const link = `https://www.tiktok.com/@creator${n}/video/${posted + BigInt(n)}`;
      const who = { interactionId: nextId(), creatorId: callerId, guildId };
      const outcome = await scores.submit({ ...counts, link }, who);
      if (outcome.kind !== 'score') throw new Error('A score is doubtful that should not be.');
      for (const age of ages) {
        const asker = { callerId, locale: 'en-US', interactionId: nextId() };
        const { kind } = await reminders.remind(outcome.score.readingId, asker, age);
        if (kind !== 'set') throw new Error(`A reminder wasn’t set: ${kind}`);
      }
    }
  } finally {
    await db.close();
  }
}

/** Counts what arrives in these conversations. */
function count(discord: LocalDiscord, channels: ReadonlySet<string>) {
  const counted = { sent: 0, first: 0, last: 0, limited: 0 };
  discord.watch((change) => {
    if (change.kind !== 'request') return;
    const { method, path, status } = change.request;
    if (status === 429) counted.limited += 1;
    const [, kind, id = '', part] = path.split('/');
    if (method !== 'POST' || kind !== 'channels' || part !== 'messages') return;
    if (status !== 200 || !channels.has(id)) return;
    counted.sent += 1;
    counted.last = performance.now();
    if (counted.sent === 1) counted.first = counted.last;
  });
  return counted;
}
