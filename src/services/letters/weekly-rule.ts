import { holdingARow, untilDone } from '../../db/transaction.js';
import type { WritingContext } from '../context.js';
import { readTypedTime } from '../posting/typed-time.js';
import type { WeeklyContent } from './content.js';
import { holdMailbox, nextWeekly, reschedule } from './mailbox.js';
import { createReminders, endWeekly } from './reminders.js';
import { weeklyNote } from './weekly.js';

/** What became of `/weekly on`. */
export type WeeklySet =
  | {
      readonly kind: 'on';
      readonly weekday: number;
      readonly time: string;
      readonly timezone: string;
      readonly next: Date;
    }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unreachable' };

export type Weekly = ReturnType<typeof createWeekly>;

/** The weekly note: on only for who turned it on. */
export function createWeekly(context: WritingContext) {
  const { db, clock } = context;
  const { conversation } = createReminders(context);

  /**
   * Turns it on, or changes when it comes; says hello first where there is no conversation yet.
   *
   * @param typed.weekday 1 is Monday.
   * @throws Refusal naming everything that can't be read.
   */
  async function turnOn(
    typed: { readonly weekday: number; readonly time: string; readonly timezone: string },
    { callerId, locale }: { readonly callerId: bigint; readonly locale: string },
  ): Promise<WeeklySet> {
    const { weekday } = typed;
    const { time, timezone } = readTypedTime(typed);
    const channelId = await conversation(callerId, locale);
    if (typeof channelId === 'string') return { kind: channelId };
    const rule = { weekday, weeklyTime: time, timezone };
    const next = nextWeekly(rule, clock());
    if (next === null) throw new Error('A rule that was read has a next time.');
    await untilDone(() =>
      holdingARow(db, async (tx) => {
        await holdMailbox(tx, callerId, { locale, at: clock() });
        await tx.mailbox.update({
          where: { creatorId: callerId },
          data: { ...rule, channelId, closedAt: null, locale, weeklyDueAt: next },
        });
        return reschedule(tx, callerId);
      }),
    );
    return { kind: 'on', weekday, time, timezone, next };
  }

  /** What would come now; null where nothing is new. */
  function preview(callerId: bigint): Promise<WeeklyContent | null> {
    return weeklyNote(context, callerId, clock());
  }

  /** Turns it off. @returns whether it was on. */
  async function turnOff(callerId: bigint): Promise<boolean> {
    return untilDone(() =>
      holdingARow(db, async (tx) => {
        const where = { creatorId: callerId, weekday: { not: null } };
        const data = { version: { increment: 1 } };
        if ((await tx.mailbox.updateMany({ where, data })).count === 0) return false;
        await endWeekly(tx, callerId);
        await reschedule(tx, callerId);
        return true;
      }),
    );
  }

  return { turnOn, preview, turnOff };
}
