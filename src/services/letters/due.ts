import type { MailboxModel } from '../../db/generated/sqlite/models.js';
import { readEach } from '../../db/readable.js';
import type { Transaction } from '../../db/transaction.js';
import { calendarDay } from '../../lib/daily-hours.js';
import type { ServiceContext } from '../context.js';
import { isAnyDue } from '../posting/any-due.js';
import { newPostId } from '../posting/ids.js';
import { POSTING_TIMING } from '../posting/timing.js';
import { lastDayOf, nextLetterAt, nextWeekly } from './mailbox.js';

/** Hears of rows that hold what can't be, and were put off so that they hold up nobody. */
export type OnUnreadableLetter = (row: { readonly creatorId: bigint }, error: unknown) => void;

/** What the mailboxes say is due. */
export function createDueLetters({ db, clock }: ServiceContext) {
  const { prisma } = db;

  /**
   * Makes letters of mailboxes whose time has come, and gives each its next time; both or neither,
   * and only if the mailbox is still as it was read.
   *
   * @param most how many mailboxes at once.
   * @returns how many mailboxes there were.
   */
  async function takeDue(
    most: number,
    onUnreadable: OnUnreadableLetter = () => undefined,
  ): Promise<number> {
    const now = clock();
    if (!(await isAnyDue(db, ['Mailbox', 'nextDueAt'], now))) return 0;
    const some = {
      where: { nextDueAt: { lte: now } },
      orderBy: [{ nextDueAt: 'asc' as const }, { creatorId: 'asc' as const }],
      take: most,
    };
    const { rows, unreadable } = await readEach({
      all: () => prisma.mailbox.findMany(some),
      keys: () => prisma.mailbox.findMany({ ...some, select: { creatorId: true } }),
      one: (key) => prisma.mailbox.findUnique({ where: key }),
    });
    for (const { key, error } of unreadable) {
      onUnreadable(key, error);
      await prisma.mailbox.updateMany({ where: key, data: { nextDueAt: later(now) } });
    }
    if (rows.length === 0) return unreadable.length;
    await prisma.$transaction(
      async (tx) => {
        for (const box of rows) await takeOne(tx, box, now);
      },
      { maxWait: 5_000, timeout: 10_000 },
    );
    return rows.length + unreadable.length;
  }

  return { takeDue };
}

/** One after the other: a transaction has one connection. */
async function takeOne(tx: Transaction, box: MailboxModel, now: Date): Promise<void> {
  const { creatorId, version, nextDueAt, timezone, channelId, weeklyDueAt } = box;
  const day = calendarDay(now, timezone);
  const lastDay = await lastDayOf(tx, box);
  // One that waits goes first, with whatever it is about; and no day has two.
  const open = { creatorId, nextTryAt: { not: null } };
  const isOpen = (await tx.letter.findFirst({ where: open, select: { id: true } })) !== null;
  const mayGo = channelId !== null && !isOpen && (lastDay === null || lastDay < day);
  const isWeekly = mayGo && weeklyDueAt !== null && weeklyDueAt <= now;
  const waiting = await tx.reminder.findMany({
    where: { creatorId, letterId: null },
    orderBy: { dueAt: 'asc' },
    select: { id: true, dueAt: true },
  });
  const due = waiting.filter(({ dueAt }) => dueAt <= now);
  const left = mayGo ? waiting.filter(({ dueAt }) => dueAt > now) : waiting;
  const next = { ...box, ...(isWeekly && { weeklyDueAt: nextWeekly(box, now) }) };
  const nextTime = nextLetterAt(next, left[0]?.dueAt ?? null, mayGo ? day : lastDay);
  const isStuck = nextTime !== null && nextTime <= now;
  const { count } = await tx.mailbox.updateMany({
    where: { creatorId, version, nextDueAt },
    data: { weeklyDueAt: next.weeklyDueAt, nextDueAt: isStuck ? later(now) : nextTime },
  });
  if (count === 0 || !mayGo || (due.length === 0 && !isWeekly)) return;
  const id = newPostId(now);
  await tx.letter.create({
    data: {
      ...{ id, creatorId, day, dueAt: nextDueAt ?? now, channelId },
      ...{ weeklyTo: isWeekly ? weeklyDueAt : null },
      ...{ state: 'due', nextTryAt: nextDueAt ?? now, attempts: 0 },
    },
  });
  await tx.reminder.updateMany({
    where: { id: { in: due.map((one) => one.id) } },
    data: { letterId: id },
  });
}

/** When what can't go now is looked at again. */
function later(now: Date): Date {
  return new Date(now.getTime() + POSTING_TIMING.parkedPause);
}
