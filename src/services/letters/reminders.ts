import type { MailboxModel } from '../../db/generated/sqlite/models.js';
import { holdingARow, type Transaction, untilDone } from '../../db/transaction.js';
import { parseClockTime } from '../../lib/clock-time.js';
import { findTimeZone } from '../../lib/time-zones.js';
import type { WritingContext } from '../context.js';
import { Refusal, type UnreadableSchedule } from '../refusal.js';
import { postedWindow } from '../scores/submission.js';
import { withVideos } from '../scores/with-videos.js';
import { holdMailbox, hoursOf, nextWeekly, reschedule } from './mailbox.js';
import { type LetterReason, readLetterReason } from './reason.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours after posting at which another reading says something. */
export const AGES = [24, 72, 168] as const;

/** Reminders that may wait for one member: more videos than anybody follows. */
const MOST_WAITING = 100;

/** Letters that are told of. */
const MOST_TOLD = 5;

/** How a member may be written to. */
export interface Hours {
  readonly from: string;
  readonly to: string;
  readonly timezone: string | null;
}

/** When reminders may come from now on. */
export interface HoursSet {
  readonly hours: Hours;
  /** When the next message comes; null where nothing waits. */
  readonly next: Date | null;
}

/** What became of `Remind me`. */
export type Reminded =
  | {
      readonly kind: 'set';
      readonly age: number;
      /** When it comes at the earliest. */
      readonly dueAt: Date;
      /** Ages that lie ahead and weren't asked for yet. */
      readonly more: readonly number[];
      readonly hours: Hours;
    }
  /** The member takes no messages: nothing was stored. */
  | { readonly kind: 'closed' }
  /** Discord didn't say: nothing was stored. */
  | { readonly kind: 'unreachable' }
  /** Nothing worth a reading lies ahead, or when it went public isn't known. */
  | { readonly kind: 'nothing ahead' }
  | { readonly kind: 'too many' };

/** One that waits. */
export interface WaitingReminder {
  readonly title: string | null;
  readonly url: string | null;
  readonly age: number;
  readonly dueAt: Date;
}

/** What `/reminders list` tells. */
export interface ReminderList {
  readonly waiting: readonly WaitingReminder[];
  readonly hours: Hours | null;
  /** When the next message comes at the earliest; null if nothing waits. */
  readonly next: Date | null;
  readonly weekly: { readonly weekday: number; readonly time: string; readonly at: Date } | null;
  /** Since when Discord says that the member takes no messages. */
  readonly closedAt: Date | null;
  /** The newest first: those that wait for another try, or didn't go. */
  readonly troubled: readonly {
    readonly dueAt: Date;
    readonly reason: LetterReason;
    readonly nextTryAt: Date | null;
  }[];
}

/** Who presses, and in which language. */
interface Asker {
  readonly callerId: bigint;
  readonly locale: string;
  readonly interactionId: bigint;
}

export type Reminders = ReturnType<typeof createReminders>;

/** Reminders that members ask for, one by one, and the end of them. */
export function createReminders({ db, clock, directMessages }: WritingContext) {
  const { prisma } = db;

  /**
   * Reminds the author of a reading at an age of its video. The first time the bot says hello in the
   * conversation with them, so that closed messages are noticed at once.
   *
   * @param age one of those that lie ahead; the next where it is left out.
   * @throws Refusal where the reading has gone, or is another member's.
   */
  async function remind(readingId: bigint, asker: Asker, age?: number): Promise<Reminded> {
    const { callerId, interactionId, locale } = asker;
    const [reading] = await withVideos(() =>
      prisma.reading.findMany({ where: { id: readingId }, include: { video: true } }),
    );
    if (reading === undefined) throw new Refusal({ kind: 'reading gone' });
    if (reading.creatorId !== callerId) throw new Refusal({ kind: 'only the author' });
    const { video } = reading;
    const posted = postedWindow(video.tiktokId, video.posted, clock());
    const known = await prisma.reminder.findMany({ where: { videoId: video.id } });
    const isAsked = (one: number) => known.some((row) => row.age === one && row.dueAt > clock());
    const ahead = posted === undefined ? [] : agesAhead(posted.latest, clock());
    const wanted = age === undefined ? (ahead.find((one) => !isAsked(one)) ?? ahead[0]) : age;
    if (posted === undefined || wanted === undefined || !ahead.includes(wanted)) {
      return { kind: 'nothing ahead' };
    }
    const channelId = await conversation(callerId, locale);
    if (typeof channelId === 'string') return { kind: channelId };
    const dueAt = new Date(posted.latest.getTime() + wanted * HOUR);
    const box = await write(async (tx) => {
      await holdMailbox(tx, callerId, { locale, at: clock() });
      await tx.mailbox.update({
        where: { creatorId: callerId },
        data: { channelId, closedAt: null, locale },
      });
      const asked = { creatorId: callerId, letterId: null };
      if ((await tx.reminder.count({ where: asked })) >= MOST_WAITING) return null;
      const same = { ...asked, videoId: video.id, age: wanted };
      if ((await tx.reminder.count({ where: same })) === 0) {
        await tx.reminder.create({ data: { ...same, id: interactionId, dueAt } });
      }
      return reschedule(tx, callerId);
    });
    if (box === null) return { kind: 'too many' };
    return {
      ...{ kind: 'set', age: wanted, dueAt, hours: hoursOf(box) },
      more: ahead.filter((one) => one !== wanted && !isAsked(one)),
    };
  }

  /** The conversation with a member, which is opened where there is none, or it was closed. */
  async function conversation(
    callerId: bigint,
    locale: string,
  ): Promise<bigint | 'closed' | 'unreachable'> {
    const box = await prisma.mailbox.findUnique({ where: { creatorId: callerId } });
    if (box !== null && box.channelId !== null && box.closedAt === null) return box.channelId;
    return directMessages.greet(callerId, locale);
  }

  /**
   * Sets when messages may come.
   *
   * @throws Refusal naming everything that can't be read.
   */
  async function setHours(
    typed: { readonly from?: string; readonly to?: string; readonly timezone?: string },
    { callerId, locale }: Pick<Asker, 'callerId' | 'locale'>,
  ): Promise<HoursSet> {
    const read = readHours(typed);
    const box = await write(async (tx) => {
      const held = await holdMailbox(tx, callerId, { locale, at: clock() });
      const changed = { ...held, ...read };
      await tx.mailbox.update({
        where: { creatorId: callerId },
        data: { ...read, weeklyDueAt: nextWeekly(changed, clock()) },
      });
      return reschedule(tx, callerId);
    });
    return { hours: hoursOf(box), next: box.nextDueAt };
  }

  /** What waits, and how the last ones went; what is parked is tried again at once. */
  async function list(callerId: bigint): Promise<ReminderList> {
    const now = clock();
    await prisma.letter.updateMany({
      where: { creatorId: callerId, state: 'parked', claim: null, nextTryAt: { gt: now } },
      data: { nextTryAt: now },
    });
    const box = await prisma.mailbox.findUnique({ where: { creatorId: callerId } });
    const waiting = await prisma.reminder.findMany({
      where: { creatorId: callerId, letterId: null },
      orderBy: { dueAt: 'asc' },
      include: { video: { select: { title: true, link: true } } },
    });
    const letters = await prisma.letter.findMany({
      where: { creatorId: callerId, state: { in: ['parked', 'skipped'] } },
      orderBy: { dueAt: 'desc' },
      take: MOST_TOLD,
    });
    return {
      waiting: waiting.map(({ age, dueAt, video }) => ({
        ...{ age, dueAt, title: video.title, url: video.link },
      })),
      hours: box === null ? null : hoursOf(box),
      next: box?.nextDueAt ?? null,
      weekly: weeklyOf(box),
      closedAt: box?.closedAt ?? null,
      troubled: letters.flatMap(({ dueAt, reason, nextTryAt }) => {
        const read = readLetterReason(reason);
        return read === null || read.kind === 'nothing left'
          ? []
          : [{ dueAt, reason: read, nextTryAt }];
      }),
    };
  }

  /**
   * Calls off every reminder, and with `weekly` the weekly note, too. What is on its way to Discord
   * in this moment arrives.
   *
   * @returns how many waited.
   */
  async function stop(callerId: bigint, what: 'reminders' | 'everything'): Promise<number> {
    return write(async (tx) => {
      const creatorId = callerId;
      const there = await tx.mailbox.updateMany({
        where: { creatorId },
        data: { version: { increment: 1 } },
      });
      if (there.count === 0) return 0;
      const unsent = { letter: { nextTryAt: { not: null } } };
      const { count } = await tx.reminder.deleteMany({
        where: { creatorId, OR: [{ letterId: null }, unsent] },
      });
      if (what === 'everything') await endWeekly(tx, creatorId);
      await reschedule(tx, creatorId);
      return count;
    });
  }

  /**
   * Reminds a day later of what a letter was about.
   *
   * @returns how many of them; 0 where that was asked before, or nothing of it is left.
   */
  async function later(letterId: bigint, callerId: bigint): Promise<number> {
    return write(async (tx) => {
      const creatorId = callerId;
      const there = await tx.mailbox.updateMany({
        where: { creatorId },
        data: { version: { increment: 1 } },
      });
      if (there.count === 0) return 0;
      const { count } = await tx.reminder.updateMany({
        where: { creatorId, letterId },
        data: { letterId: null, dueAt: new Date(clock().getTime() + DAY) },
      });
      if (count > 0) await reschedule(tx, creatorId);
      return count;
    });
  }

  return { remind, setHours, list, stop, later, conversation };

  function write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return untilDone(() => holdingARow(db, work));
  }
}

/** Takes the weekly note out of a mailbox that is held, and out of what hasn't gone yet. */
export async function endWeekly(tx: Transaction, creatorId: bigint): Promise<void> {
  await tx.mailbox.update({
    where: { creatorId },
    data: { weekday: null, weeklyTime: null, weeklyDueAt: null },
  });
  const open = { creatorId, nextTryAt: { not: null } };
  await tx.letter.updateMany({ where: open, data: { weeklyTo: null } });
}

/** The ages that a video will only reach. */
export function agesAhead(posted: Date, now: Date): number[] {
  return AGES.filter((age) => posted.getTime() + age * HOUR > now.getTime());
}

function weeklyOf(box: MailboxModel | null): ReminderList['weekly'] {
  if (box === null || box.weekday === null || box.weeklyTime === null) return null;
  if (box.weeklyDueAt === null) return null;
  return { weekday: box.weekday, time: box.weeklyTime, at: box.weeklyDueAt };
}

/** @throws Refusal naming everything that can't be read. */
function readHours(typed: { from?: string; to?: string; timezone?: string }) {
  const unreadable: UnreadableSchedule[] = [];
  const time = (text: string | undefined) => {
    const read = text === undefined ? undefined : parseClockTime(text);
    if (text !== undefined && read === null) unreadable.push({ option: 'time', typed: text });
    return read ?? undefined;
  };
  const [fromTime, toTime] = [time(typed.from), time(typed.to)];
  const { timezone: zone } = typed;
  const timezone = zone === undefined ? undefined : findTimeZone(zone);
  if (zone !== undefined && timezone === null) {
    unreadable.push({ option: 'timezone', typed: zone });
  }
  if (unreadable.length > 0) throw new Refusal({ kind: 'schedule', unreadable });
  return {
    ...(fromTime !== undefined && { fromTime }),
    ...(toTime !== undefined && { toTime }),
    ...(timezone !== undefined && timezone !== null && { timezone }),
  };
}
