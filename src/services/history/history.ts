import type { Consents } from '../consent.js';
import type { ServiceContext } from '../context.js';
import { compareAtSameAge, type SameAge } from '../readings/same-age.js';
import { NOTHING_TOLD, type Told, toldInServer } from '../readings/told-in-server.js';
import { Refusal } from '../refusal.js';
import { postedWindow } from '../scores/submission.js';
import { withVideos } from '../scores/with-videos.js';
import { accountHistory, accountsByDay } from './account.js';
import { type Cursor, readPage } from './pages.js';
import { type HistoryReading, historyColumns, historyReading } from './readings.js';
import { TREND_READINGS, type Trend, trendOf } from './trend.js';
import { findOwnVideo, likelySame, searchVideos, type VideoChoice } from './videos.js';

/** Readings shown at once. */
const LIST_PAGE = 8;
const VIDEO_PAGE = 5;

/** Days a trend looks back where nothing is said. */
export const TREND_DAYS = 90;

/** Other videos, and readings of theirs, that one is compared with: the newest. */
const COMPARED_VIDEOS = 100;
const COMPARED_READINGS = 2_000;

const DAY = 86_400_000;

/** A page of a member's readings, newest first. */
export interface HistoryList {
  readonly subjectId: bigint;
  /** Whether the subject looks: then private readings and those of other servers are there, too. */
  readonly isOwn: boolean;
  readonly days: number | null;
  readonly readings: readonly HistoryReading[];
  readonly total: number;
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
  /** Where nothing is in these days: whether there is anything before them. */
  readonly hasEarlier: boolean;
}

/** One video over time. */
export interface VideoHistory {
  readonly videoId: bigint;
  readonly title: string | null;
  readonly url: string | null;
  readonly kind: 'video' | 'photo';
  readonly posted: string | null;
  /** Newest first. */
  readonly readings: readonly (HistoryReading & {
    /** Views since the reading before, and the time between in milliseconds; null for the first. */
    readonly growth: { readonly views: bigint; readonly time: number } | null;
  })[];
  readonly total: number;
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
  readonly sameAge: SameAge;
  /** Whether there are other entries that could be the same video. */
  readonly hasOthers: boolean;
}

export type History = ReturnType<typeof createHistory>;

/** What a creator told so far, shown well. */
export function createHistory({ db, clock }: ServiceContext, consents: Consents) {
  /**
   * A page of a member's readings: one's own all of them, another's only those that were submitted
   * in this server and aren't private, and only if they agreed.
   *
   * @throws Refusal if the member isn't to be shown here.
   */
  async function list(
    viewer: { readonly id: bigint; readonly guildId: bigint | null },
    subjectId: bigint,
    days: number | null,
    cursor: Cursor | null,
  ): Promise<HistoryList> {
    const isOwn = viewer.id === subjectId;
    if (!isOwn) await requireShown(viewer.guildId, subjectId);
    const visible = {
      creatorId: subjectId,
      ...(!isOwn && { guildId: viewer.guildId, private: false }),
    };
    const where = { ...visible, ...(days !== null && { takenAt: { gte: since(days) } }) };
    const page = await readPage(db, where, cursor, LIST_PAGE);
    const videoIds = [...new Set(page.rows.map(({ videoId }) => videoId))];
    const told = isOwn ? null : await toldIn(viewer.guildId, videoIds);
    const hasEarlier =
      page.rows.length === 0 &&
      days !== null &&
      (await db.prisma.reading.findFirst({ where: visible, select: { id: true } })) !== null;
    return {
      subjectId,
      isOwn,
      days,
      readings: page.rows.map((row) =>
        historyReading(row, told === null ? row.video : (told.get(row.videoId) ?? NOTHING_TOLD)),
      ),
      total: page.total,
      hasNewer: page.hasNewer,
      hasOlder: page.hasOlder,
      hasEarlier,
    };
  }

  /**
   * One of the creator's own videos.
   *
   * @throws Refusal if it has gone or isn't theirs.
   */
  async function video(
    creatorId: bigint,
    videoId: bigint,
    cursor: Cursor | null,
  ): Promise<VideoHistory> {
    const row = await db.prisma.video.findFirst({ where: { id: videoId, creatorId } });
    if (row === null) throw new Refusal({ kind: 'video gone' });
    const [page, sameAge, other] = await Promise.all([
      readPage(db, { videoId }, cursor, VIDEO_PAGE),
      atSameAge(row),
      db.prisma.video.findFirst({
        where: {
          creatorId,
          id: { not: videoId },
          ...(row.tiktokId !== null && { tiktokId: null }),
        },
        select: { id: true },
      }),
    ]);
    const older = [...page.rows.slice(1), page.before];
    return {
      videoId,
      title: row.title,
      url: row.link,
      kind: row.kind,
      posted: row.posted,
      readings: page.rows.map((reading, place) => {
        const before = older[place] ?? null;
        return {
          ...historyReading(reading, reading.video),
          growth: before && {
            views: reading.views - before.views,
            time: reading.takenAt.getTime() - before.takenAt.getTime(),
          },
        };
      }),
      total: page.total,
      hasNewer: page.hasNewer,
      hasOlder: page.hasOlder,
      sameAge,
      hasOthers: other !== null,
    };
  }

  /** The creator's own video that is meant. @throws Refusal if there is none. */
  async function find(creatorId: bigint, typed: string): Promise<bigint> {
    const videoId = await findOwnVideo(db, creatorId, typed);
    if (videoId === null) throw new Refusal({ kind: 'video gone' });
    return videoId;
  }

  /** The creator's own videos that fit what was typed so far. */
  function choices(creatorId: bigint, typed: string): Promise<VideoChoice[]> {
    return searchVideos(db, creatorId, typed);
  }

  /** The creator's other entries that may be the same video. */
  function sameCandidates(creatorId: bigint, videoId: bigint): Promise<VideoChoice[]> {
    return likelySame(db, creatorId, videoId);
  }

  /**
   * One of the creator's own readings.
   *
   * @throws Refusal if it has gone or is another member's.
   */
  async function reading(creatorId: bigint, readingId: bigint): Promise<HistoryReading> {
    const [row] = await withVideos(() =>
      db.prisma.reading.findMany({ where: { id: readingId }, include: historyColumns }),
    );
    if (row === undefined) throw new Refusal({ kind: 'reading gone' });
    if (row.creatorId !== creatorId) throw new Refusal({ kind: 'only the author' });
    return historyReading(row, row.video);
  }

  /** How the creator's own videos of some days did. */
  async function trend(creatorId: bigint, days: number): Promise<Trend> {
    const rows = await withVideos(() =>
      db.prisma.reading.findMany({
        where: { creatorId, takenAt: { gte: since(days) } },
        orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
        take: TREND_READINGS,
        include: historyColumns,
      }),
    );
    return trendOf(rows, days, clock());
  }

  /** The creator's accounts of which days were imported, the last one first. */
  function accounts(creatorId: bigint): Promise<string[]> {
    return accountsByDay(db, creatorId);
  }

  /** One of them by day: see `accountHistory`. */
  function account(creatorId: bigint, handle: string | null, days: number) {
    return accountHistory(db, creatorId, handle, days, clock());
  }

  return { list, video, find, choices, sameCandidates, reading, trend, accounts, account };

  function since(days: number): Date {
    return new Date(clock().getTime() - days * DAY);
  }

  async function toldIn(guildId: bigint | null, videoIds: readonly bigint[]) {
    return guildId === null ? new Map<bigint, Told>() : toldInServer(db, guildId, videoIds);
  }

  async function requireShown(guildId: bigint | null, subjectId: bigint): Promise<void> {
    if (guildId === null) throw new Refusal({ kind: 'only in a server' });
    const shown = await consents.shownIn(guildId, [subjectId]);
    if (!shown.has(subjectId)) throw new Refusal({ kind: 'not shown here' });
  }

  /** Beside the creator's other videos of the same kind and account. */
  async function atSameAge(video: {
    readonly id: bigint;
    readonly creatorId: bigint;
    readonly kind: 'video' | 'photo';
    readonly handle: string | null;
    readonly tiktokId: bigint | null;
    readonly posted: string | null;
  }): Promise<SameAge> {
    const { creatorId, kind, handle } = video;
    const others = await db.prisma.video.findMany({
      where: {
        creatorId,
        kind,
        id: { not: video.id },
        ...(handle !== null && { OR: [{ handle }, { handle: null }] }),
      },
      orderBy: { id: 'desc' },
      take: COMPARED_VIDEOS,
      select: { id: true, tiktokId: true, posted: true },
    });
    const posted = new Map(
      [video, ...others].map((one) => [one.id, postedMiddle(one, clock())] as const),
    );
    const rows = await db.prisma.reading.findMany({
      where: { videoId: { in: [...posted.keys()] } },
      orderBy: { takenAt: 'desc' },
      take: COMPARED_READINGS,
      select: { videoId: true, takenAt: true, views: true },
    });
    const growths = new Map<bigint, { age: number; views: number }[]>();
    for (const { videoId, takenAt, views } of rows) {
      const since = posted.get(videoId) ?? null;
      if (since === null) continue;
      const one = { age: takenAt.getTime() - since, views: Number(views) };
      growths.set(videoId, [...(growths.get(videoId) ?? []), one]);
    }
    const own = growths.get(video.id) ?? [];
    growths.delete(video.id);
    return compareAtSameAge(own, [...growths.values()]);
  }
}

/** When a post went public: for a date the middle of all that it can mean. */
function postedMiddle(
  { tiktokId, posted }: { readonly tiktokId: bigint | null; readonly posted: string | null },
  now: Date,
): number | null {
  const window = postedWindow(tiktokId, posted, now);
  return window === undefined ? null : (window.earliest.getTime() + window.latest.getTime()) / 2;
}
