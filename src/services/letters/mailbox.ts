import type { MailboxModel } from '../../db/generated/sqlite/models.js';
import type { Transaction } from '../../db/transaction.js';
import { calendarDay, type DailyHours, nextWithin } from '../../lib/daily-hours.js';
import { nextIfReadable } from '../../lib/weekly.js';

/** When messages may come, as long as the member has said nothing else. */
export const USUAL_HOURS = { fromTime: '09:00', toTime: '21:00' } as const;

/** Every hour of a day. */
const ANY_HOUR = { from: '00:00', to: '00:00' } as const;

type Rule = Pick<MailboxModel, 'fromTime' | 'toTime' | 'timezone'>;
type WeeklyRule = Pick<MailboxModel, 'weekday' | 'weeklyTime' | 'timezone'>;

/** The hours of a mailbox. */
export function hoursOf({ fromTime, toTime, timezone }: Rule): DailyHours {
  return { from: fromTime, to: toTime, timezone };
}

/** When the weekly note comes next; null while it is off, or where its rule can't be read. */
export function nextWeekly(
  { weekday, weeklyTime, timezone }: WeeklyRule,
  after: Date,
): Date | null {
  if (weekday === null || weeklyTime === null || timezone === null) return null;
  return nextIfReadable({ weekday, time: weeklyTime, timezone }, after)?.at ?? null;
}

/**
 * When the next letter is due: within the member's hours, on a day that has none yet; on the day of
 * the weekly note with it, so that nobody gets two. Null if nothing waits.
 *
 * @param reminder when the first reminder that waits is due.
 * @param lastDay the day of the last letter, `YYYY-MM-DD`.
 */
export function nextLetterAt(
  box: Rule & Pick<MailboxModel, 'weeklyDueAt'>,
  reminder: Date | null,
  lastDay: string | null,
): Date | null {
  const { timezone, weeklyDueAt } = box;
  const weekly =
    weeklyDueAt === null ? null : nextWithin(weeklyDueAt, { ...ANY_HOUR, timezone }, lastDay);
  if (reminder === null) return weekly;
  const at = nextWithin(reminder, hoursOf(box), lastDay);
  if (weekly === null) return at;
  const isSameDay = calendarDay(weekly, timezone) === calendarDay(at, timezone);
  return isSameDay || weekly < at ? weekly : at;
}

/** The day that had a letter last; null where there was none. */
export async function lastDayOf(
  tx: Pick<Transaction, 'letter'>,
  { creatorId, timezone }: Pick<MailboxModel, 'creatorId' | 'timezone'>,
): Promise<string | null> {
  const last = await tx.letter.findFirst({
    where: { creatorId },
    orderBy: { dueAt: 'desc' },
    select: { day: true, postedAt: true },
  });
  if (last === null) return null;
  const sent = last.postedAt === null ? last.day : calendarDay(last.postedAt, timezone);
  return sent > last.day ? sent : last.day;
}

/**
 * Sets anew when the member's next letter is due; the last step of whatever changes what waits for
 * it, or its rules. It holds the mailbox, so whoever takes up what is due comes before or after.
 */
export async function reschedule(tx: Transaction, creatorId: bigint): Promise<MailboxModel> {
  const box = await tx.mailbox.update({
    where: { creatorId },
    data: { version: { increment: 1 } },
  });
  const first = await tx.reminder.findFirst({
    where: { creatorId, letterId: null },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  const nextDueAt = nextLetterAt(box, first?.dueAt ?? null, await lastDayOf(tx, box));
  return tx.mailbox.update({ where: { creatorId }, data: { nextDueAt } });
}

/** Holds a mailbox to the end of a transaction, and makes one where there is none. */
export async function holdMailbox(
  tx: Transaction,
  creatorId: bigint,
  { locale, at }: { readonly locale: string; readonly at: Date },
): Promise<MailboxModel> {
  await tx.creator.upsert({
    where: { id: creatorId },
    create: { id: creatorId, createdAt: at },
    update: {},
  });
  return tx.mailbox.upsert({
    where: { creatorId },
    create: { creatorId, locale, ...USUAL_HOURS, version: 0 },
    update: { version: { increment: 1 } },
  });
}
