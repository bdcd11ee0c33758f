import type { Prisma } from '../../db/generated/sqlite/client.js';
import type { DigestScheduleModel } from '../../db/generated/sqlite/models.js';
import { readEach } from '../../db/readable.js';
import { nextIfReadable, type Occurrence, weekUntil } from '../../lib/weekly.js';
import type { ServiceContext } from '../context.js';
import { isAnyDue } from '../posting/any-due.js';
import { newPostId } from '../posting/ids.js';
import type { DigestRequest } from './content-port.js';
import { DIGEST_TIMING } from './timing.js';
import { weekOf } from './week.js';

const WEEK = 7 * 24 * 3_600_000;

/** Hears of rows that hold what can't be, and were put off so that they hold up nobody. */
export type OnUnreadable = (row: { readonly guildId: bigint }, error: unknown) => void;

const SCHEDULES = ['DigestSchedule', 'nextDueAt'] as const;

/** What is done ahead of the hour: the column that says for which, and how long before. */
const AHEAD = {
  ask: ['askedFor', DIGEST_TIMING.askAhead],
  draw: ['drawnFor', DIGEST_TIMING.drawAhead],
} as const;

/** What the schedules say is to be done: digests that are due, and what can be done before. */
export function createDueDigests({ db, clock }: ServiceContext) {
  const { prisma } = db;

  /**
   * Makes digests of schedules whose time has come, and gives each schedule its next time; both or
   * neither, and only if the schedule is still as it was read.
   *
   * @param most how many schedules at once.
   * @returns how many schedules there were.
   */
  async function takeDue(most: number, onUnreadable: OnUnreadable = ignore): Promise<number> {
    const now = clock();
    if (!(await isAnyDue(db, SCHEDULES, now))) return 0;
    const { schedules, unreadable } = await readSchedules(most, onUnreadable, {
      where: { nextDueAt: { lte: now } },
      // Looked at again then: whoever mends it needn't know of this.
      putOff: { nextDueAt: new Date(now.getTime() + DIGEST_TIMING.parkedPause) },
    });
    if (schedules.length === 0) return unreadable;
    await prisma.$transaction(async (tx) => {
      const taken: Prisma.DigestCreateManyInput[] = [];
      for (const schedule of schedules) {
        const { guildId, channelId, timezone, locale, quietWeeks, version, nextDueAt } = schedule;
        if (nextDueAt === null) continue;
        const { from, week } = occurrenceAt(schedule, nextDueAt);
        const { count } = await tx.digestSchedule.updateMany({
          where: { guildId, version, nextDueAt },
          data: { nextDueAt: nextAfter(schedule, nextDueAt) },
        });
        if (count === 0) continue;
        taken.push({
          id: newPostId(clock()),
          ...{ guildId, week, weekFrom: from, dueAt: nextDueAt, timezone, locale, quietWeeks },
          ...{ channelId, state: 'due', nextTryAt: nextDueAt, attempts: 0 },
        });
      }
      const there = await tx.digest.findMany({
        where: {
          guildId: { in: schedules.map(({ guildId }) => guildId) },
          week: { in: [...new Set(taken.map(({ week }) => week))] },
        },
        select: { guildId: true, week: true },
      });
      const isThere = (one: { guildId: bigint | number; week: string }) =>
        there.some(({ guildId, week }) => guildId === one.guildId && week === one.week);
      await tx.digest.createMany({ data: taken.filter((one) => !isThere(one)) });
    });
    return schedules.length + unreadable;
  }

  /**
   * Takes up to so many digests that something can be done for ahead of the hour: `draw` their
   * charts, `ask` Discord for their members. Each is taken once for each; whoever dies over it
   * leaves it to be done at the hour.
   */
  async function takeAhead(
    what: 'ask' | 'draw',
    most: number,
    onUnreadable: OnUnreadable = ignore,
  ): Promise<DigestRequest[]> {
    const now = clock();
    const [column, ahead] = AHEAD[what];
    const until = new Date(now.getTime() + ahead);
    if (!(await isAnyDue(db, SCHEDULES, until))) return [];
    const { schedules } = await readSchedules(most, onUnreadable, {
      where: {
        nextDueAt: { gt: now, lte: until },
        // In a server that removed the bot nobody can be asked for, and nothing will be posted.
        guild: { leftAt: null },
        OR: [{ [column]: null }, { [column]: { lte: now } }],
      },
      putOff: { [column]: until },
    });
    const taken: DigestRequest[] = [];
    for (const schedule of schedules) {
      const { guildId, version, nextDueAt, timezone, locale } = schedule;
      if (nextDueAt === null) continue;
      const { count } = await prisma.digestSchedule.updateMany({
        where: { guildId, version, nextDueAt, [column]: schedule[column] },
        data: { [column]: nextDueAt },
      });
      if (count === 0 || nextIfReadable(schedule, before(nextDueAt)) === null) continue;
      const week = weekOf(occurrenceAt(schedule, nextDueAt));
      taken.push({ guildId, week, timezone, locale });
    }
    return taken;
  }

  return { takeDue, takeAhead };

  /** @param putOff what is changed in those that can't be read, so that they hold up nobody. */
  async function readSchedules(
    most: number,
    onUnreadable: OnUnreadable,
    {
      where,
      putOff,
    }: {
      readonly where: Prisma.DigestScheduleWhereInput;
      readonly putOff: Prisma.DigestScheduleUpdateManyMutationInput;
    },
  ): Promise<{ schedules: readonly DigestScheduleModel[]; unreadable: number }> {
    const some = {
      where,
      orderBy: [{ nextDueAt: 'asc' as const }, { guildId: 'asc' as const }],
      take: most,
    };
    const { rows, unreadable } = await readEach({
      all: () => prisma.digestSchedule.findMany(some),
      keys: () => prisma.digestSchedule.findMany({ ...some, select: { guildId: true } }),
      one: (key) => prisma.digestSchedule.findUnique({ where: key }),
    });
    for (const { key, error } of unreadable) {
      onUnreadable(key, error);
      await prisma.digestSchedule.updateMany({ where: key, data: putOff });
    }
    return { schedules: rows, unreadable: unreadable.length };
  }
}

function ignore(): void {}

function before(at: Date): Date {
  return new Date(at.getTime() - 1);
}

/** What the digest due at that moment tells about; by UTC where the rule can't be read. */
function occurrenceAt(schedule: DigestScheduleModel, dueAt: Date): Occurrence {
  return nextIfReadable(schedule, before(dueAt)) ?? weekUntil(dueAt, 'UTC');
}

/** When it is due again; a week later where the rule can't be read, so that it is told each week. */
function nextAfter(schedule: DigestScheduleModel, dueAt: Date): Date {
  return nextIfReadable(schedule, dueAt)?.at ?? new Date(dueAt.getTime() + WEEK);
}
