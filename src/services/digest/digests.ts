import { databaseFailure } from '../../db/errors.js';
import { Prisma } from '../../db/generated/sqlite/client.js';
import { readEach, readOrUndefined } from '../../db/readable.js';
import { LockedOut } from '../../lib/locked-out.js';
import { isKnownZone } from '../../lib/time-zones.js';
import {
  nextIfReadable,
  nextOccurrence,
  type Occurrence,
  type WeeklyRule,
} from '../../lib/weekly.js';
import type { PostingContext } from '../context.js';
import { newPostId } from '../posting/ids.js';
import { readTypedTime } from '../posting/typed-time.js';
import { Refusal } from '../refusal.js';
import { createKeptDigests } from './kept-digests.js';
import { languageOf } from './language.js';
import { mended, mendedAhead } from './notices.js';
import {
  type DigestReason,
  type Obstacle,
  readReason,
  UNREADABLE,
  type Unasked,
} from './reason.js';
import { DIGEST_TIMING } from './timing.js';

/** What a week without submissions gets. */
export type QuietWeeks = 'skip' | 'post';

/** `/digest setup` as it was typed. */
export interface TypedSchedule {
  readonly guildId: bigint;
  readonly channelId: bigint;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  readonly time: string;
  readonly timezone: string;
  /** Without it stays what was set; at first quiet weeks are skipped. */
  readonly quietWeeks: QuietWeeks | undefined;
  /** The server's language as a BCP 47 tag. */
  readonly locale: string;
}

/** When a server's digest goes. */
export interface Schedule extends WeeklyRule {
  readonly channelId: bigint;
  readonly quietWeeks: QuietWeeks;
}

/** What `/digest setup` did. */
export interface SetUp {
  readonly schedule: Schedule;
  readonly next: Date;
  /** Whether a digest that was due already goes out now, by the new schedule. */
  readonly goesNow: boolean;
}

/** How one digest went so far. What can't be read of it is told as a fault. */
export interface DigestRecord {
  readonly week: string;
  readonly dueAt: Date;
  readonly state: 'due' | 'sending' | 'posted' | 'skipped' | 'parked';
  readonly channelId: bigint;
  readonly messageId: bigint | null;
  readonly postedAt: Date | null;
  readonly reason: DigestReason | null;
  /** When it is tried again; null where it is settled. */
  readonly nextTryAt: Date | null;
  readonly attempts: number;
}

/** What `/digest status` tells. */
export interface DigestStatus {
  /** Null where none was ever set up; `unreadable` where what stands there can't be. */
  readonly schedule: Schedule | 'unreadable' | null;
  /** Null while it is turned off. */
  readonly next: Date | null;
  /** Whether the schedule's time zone is one this program knows. */
  readonly isZoneKnown: boolean;
  /** What would keep the bot from posting now. */
  readonly obstacle: Obstacle | Unasked | null;
  /** The newest first. */
  readonly last: readonly DigestRecord[];
}

/** So many digests are told of in the status. */
const TOLD = 5;

export type Digests = ReturnType<typeof createDigests>;

/** When servers get their weekly digest, and how the last ones went. */
export function createDigests({ db, clock, channels }: PostingContext) {
  const { prisma } = db;

  /**
   * Turns the digest on or changes it; nothing is stored unless all of it is right and the bot can
   * post in the channel.
   *
   * A digest that was due already and can't be with Discord yet follows the change: it goes out now
   * as newly set, unless the new schedule comes again in the same week; then it goes then. So each
   * week keeps exactly one.
   *
   * @throws Refusal for what can't be read, and for a channel the bot can't post in.
   */
  async function setUp(typed: TypedSchedule): Promise<SetUp> {
    const rule = { weekday: typed.weekday, ...readTypedTime(typed) };
    const obstacle = await obstacleIn(typed.guildId, typed.channelId);
    if (obstacle !== null) {
      throw new Refusal({ kind: 'cannot post', channelId: typed.channelId, obstacle });
    }
    try {
      return await store(typed, rule);
    } catch (error) {
      // Somebody else set it up for the first time in the same moment.
      if (databaseFailure(error) !== 'conflict') throw error;
      return store(typed, rule);
    }
  }

  function store(typed: TypedSchedule, rule: WeeklyRule): Promise<SetUp> {
    const { guildId, channelId } = typed;
    return prisma.$transaction(async (tx) => {
      const locale = await languageOf(tx, typed);
      const now = clock();
      await tx.guild.upsert({
        where: { id: guildId },
        create: { id: guildId, createdAt: now },
        update: {},
      });
      // Raising the version first holds the row: whoever takes what is due comes before or after.
      await tx.digestSchedule.updateMany({
        where: { guildId },
        data: { version: { increment: 1 } },
      });
      // What can't be read is written anew.
      const before = await readOrUndefined(() =>
        tx.digestSchedule.findUnique({ where: { guildId } }),
      );
      const quietWeeks = typed.quietWeeks ?? before?.quietWeeks ?? 'skip';
      const recent = { guildId, dueAt: { gt: new Date(now.getTime() - LOOK_BACK) } };
      // Holds these, too: what is found open can't be begun to be sent until all of this is done.
      await tx.digest.updateMany({ where: recent, data: { attempts: { increment: 0 } } });
      const { rows: weeks, unreadable } = await readEach({
        all: () => tx.digest.findMany({ where: recent, select: WAITING }),
        keys: () => tx.digest.findMany({ where: recent, select: { id: true, week: true } }),
        one: ({ id }) => tx.digest.findUnique({ where: { id }, select: WAITING }),
      });
      // What can't be read may be with Discord, or on its way.
      const unread = unreadable.map(({ key }) => key.week);
      const settled = weeks.filter((one) => !isOpen(one)).map(({ week }) => week);
      const taken = new Set([...unread, ...settled]);
      const next = nextNotIn(taken, rule, now);
      const data = { ...{ channelId, quietWeeks, locale }, ...rule };
      await tx.digest.deleteMany({
        where: { guildId, week: next.week, OR: [OPEN, { state: 'skipped' }] },
      });
      await tx.digest.updateMany({
        where: { guildId, ...OPEN },
        data: {
          ...{ channelId, quietWeeks, locale, state: 'due', nextTryAt: now, claim: null },
          // In the new zone: the old one may be unknown.
          ...{ timezone: rule.timezone, attempts: 0, reason: Prisma.DbNull, lastError: null },
        },
      });
      const stillDue = weeks
        .filter((one) => isOpen(one) && one.state !== 'skipped' && one.week !== next.week)
        .map(({ dueAt }) => dueAt);
      const overdue = await keepOverdue();
      if (overdue !== null) stillDue.push(overdue);
      await tx.digestSchedule.upsert({
        where: { guildId },
        create: { guildId, ...data, nextDueAt: next.at, version: 1 },
        update: { ...data, nextDueAt: next.at, drawnFor: null, askedFor: null },
      });
      await tx.digestChart.deleteMany({ where: { guildId } });
      await mended(tx, guildId);
      return {
        schedule: { ...rule, channelId, quietWeeks },
        next: next.at,
        goesNow: stillDue.some((at) => now.getTime() - at.getTime() <= DIGEST_TIMING.catchUp),
      };

      /**
       * What the old schedule owed, and nobody has taken from it yet, isn't forgotten, unless the
       * new one comes in the same week.
       */
      async function keepOverdue(): Promise<Date | null> {
        const dueAt = before?.nextDueAt ?? null;
        if (before === null || before === undefined || dueAt === null || dueAt > now) return null;
        const owed = nextIfReadable(before, new Date(dueAt.getTime() - 1));
        if (owed === null) return null;
        const { week, from } = owed;
        const isThere = taken.has(week) || weeks.some((one) => one.week === week);
        if (week === next.week || isThere) return null;
        await tx.digest.create({
          data: {
            id: newPostId(now),
            ...{ guildId, week, weekFrom: from, dueAt, timezone: before.timezone },
            ...{ locale, quietWeeks, channelId, state: 'due', nextTryAt: now, attempts: 0 },
          },
        });
        return dueAt;
      }
    });
  }

  /** Turns the digest off; what is already on its way to Discord still comes. False if it was off. */
  async function turnOff(guildId: bigint): Promise<boolean> {
    return prisma.$transaction(async (tx) => {
      const { count } = await tx.digestSchedule.updateMany({
        where: { guildId, nextDueAt: { not: null } },
        data: { nextDueAt: null, version: { increment: 1 } },
      });
      const reason: DigestReason = { kind: 'turned off' };
      await tx.digest.updateMany({
        where: { guildId, ...OPEN },
        data: { state: 'skipped', reason, nextTryAt: null, claim: null },
      });
      await tx.digestChart.deleteMany({ where: { guildId } });
      await mended(tx, guildId);
      return count > 0;
    });
  }

  /** How it stands, with a look at the channel; what was parked and can be posted now is woken. */
  async function status(guildId: bigint): Promise<DigestStatus> {
    const [row, last] = await Promise.all([
      readOrUndefined(() => prisma.digestSchedule.findUnique({ where: { guildId } })),
      lastOf(guildId),
    ]);
    const nothing = { next: null, obstacle: null, isZoneKnown: true, last };
    if (row === undefined) return { schedule: 'unreadable', ...nothing };
    if (row === null) return { schedule: null, ...nothing };
    const { channelId, quietWeeks, weekday, time, timezone, nextDueAt } = row;
    const schedule = { channelId, quietWeeks, weekday, time, timezone };
    const isZoneKnown = isKnownZone(timezone);
    if (isZoneKnown && nextIfReadable(schedule, clock()) === null) {
      return { schedule: 'unreadable', ...nothing };
    }
    if (nextDueAt === null) return { ...nothing, schedule, isZoneKnown };
    const obstacle = await obstacleIn(guildId, channelId);
    if (obstacle === null) await Promise.all([lookAgain(guildId), mendedAhead(prisma, guildId)]);
    return { schedule, next: nextDueAt, obstacle, isZoneKnown, last };
  }

  /** The last digests, the newest first. */
  async function lastOf(guildId: bigint): Promise<DigestRecord[]> {
    const newest = { where: { guildId }, orderBy: { dueAt: 'desc' as const }, take: TOLD };
    const { rows, unreadable } = await readEach({
      all: () => prisma.digest.findMany({ ...newest, omit: { content: true } }),
      keys: () => prisma.digest.findMany({ ...newest, select: { id: true, week: true } }),
      one: ({ id }) => prisma.digest.findUnique({ where: { id }, omit: { content: true } }),
    });
    const now = clock();
    return [
      ...rows.map(({ reason, ...digest }) => ({ ...digest, reason: readReason(reason) })),
      ...unreadable.map(({ key: { week } }) => ({
        ...{ week, dueAt: now, state: 'parked' as const, channelId: 0n, messageId: null },
        ...{ postedAt: null, reason: UNREADABLE, nextTryAt: now, attempts: 0 },
      })),
    ];
  }

  function obstacleIn(guildId: bigint, channelId: bigint): Promise<Obstacle | Unasked | null> {
    return channels
      .obstacle(guildId, channelId)
      .catch((error: unknown) => (error instanceof LockedOut ? 'locked out' : 'unknown'));
  }

  /** Something has changed in the server: what is parked there is tried at once. */
  async function lookAgain(guildId: bigint): Promise<void> {
    await prisma.digest.updateMany({
      where: { guildId, state: 'parked', claim: null, nextTryAt: { gt: clock() } },
      data: { nextTryAt: clock() },
    });
  }

  /** The server speaks another language now, or wants posts in another one. */
  async function localeChanged(guildId: bigint, locale: string): Promise<void> {
    const data = { locale: await languageOf(prisma, { guildId, locale }) };
    await prisma.digestSchedule.updateMany({ where: { guildId }, data });
  }

  return { setUp, turnOff, status, lookAgain, localeChanged, ...createKeptDigests({ db, clock }) };
}

/** How far back digests are looked at for the weeks they belong to: more than any week's shift. */
const LOOK_BACK = 15 * 24 * 3_600_000;

/** What says of a digest whether it is open. */
const WAITING = { week: true, state: true, doubtSince: true, dueAt: true, reason: true } as const;

/** Digests that wait, and can't be with Discord yet. */
const OPEN = { state: { in: ['due', 'parked'] as ('due' | 'parked')[] }, doubtSince: null };

/** Whether a digest can still become another one: it waits, or was only turned off. */
function isOpen({ state, doubtSince, reason }: Waiting): boolean {
  if (state === 'skipped') return readReason(reason)?.kind === 'turned off';
  return (state === 'due' || state === 'parked') && doubtSince === null;
}

interface Waiting {
  readonly state: string;
  readonly doubtSince: Date | null;
  readonly reason: unknown;
}

/** The next time in a week that has no digest yet. */
function nextNotIn(weeks: ReadonlySet<string>, rule: WeeklyRule, after: Date): Occurrence {
  let next = nextOccurrence(rule, after);
  while (weeks.has(next.week)) next = nextOccurrence(rule, next.at);
  return next;
}
