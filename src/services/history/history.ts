import { median } from 'simple-statistics';
import type { Consents } from '../consent.js';
import type { ServiceContext } from '../context.js';
import { ofOneAccount } from '../insights/one-account.js';
import { Refusal } from '../refusal.js';
import { alike } from '../saves/alike.js';
import { withoutDoubles } from '../saves/doubles.js';
import { type Basis, measured, rateOf } from '../saves/saves.js';
import { postedWindow } from '../scores/submission.js';
import { NOTHING_TOLD, type Told, toldInServer } from '../scores/told-in-server.js';
import { withVideos } from '../scores/with-videos.js';
import { type Cursor, readPage } from './pages.js';
import { type HistoryReading, historyColumns, historyReading } from './readings.js';
import { compareAtSameAge, type SameAge } from './same-age.js';
import { findOwnVideo, likelySame, searchVideos, type VideoChoice } from './videos.js';

/** Readings shown at once. */
const LIST_PAGE = 8;
const VIDEO_PAGE = 5;

/** Days a trend looks back where nothing is said. */
export const TREND_DAYS = 90;

/** Readings a trend looks at, and videos it shows: the newest. */
const TREND_READINGS = 500;
const TREND_VIDEOS = 60;

/** Fewer videos make no line. */
export const FEWEST_IN_TREND = 3;

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

/** The last reading of each video of some days, oldest first. */
export interface Trend {
  readonly days: number;
  readonly points: readonly HistoryReading[];
  /** Null where there are fewer than FEWEST_IN_TREND. */
  readonly summary: {
    /** How the saves of the videos below are known, and how many they are. */
    readonly basis: Basis;
    readonly videos: number;
    /** The one with the highest save rate, and that rate for 100 views. */
    readonly best: HistoryReading;
    readonly bestRate: number;
    /** Medians of the save rate: of all, of the older half and of the newer one. */
    readonly rate: number;
    readonly olderRate: number;
    readonly newerRate: number;
    readonly score: { readonly low: number; readonly median: number; readonly high: number };
  } | null;
  /** Videos that are too early or too small to judge, */
  readonly waiting: number;
  /** of another TikTok account than the newest one's, */
  readonly ofOthers: number;
  /** of which it isn't known which account they are of, where there are several, */
  readonly ofUnknown: number;
  /** and photo posts, for which the estimate wasn't fitted. */
  readonly photos: number;
  /** Whether there are more than the newest, which are shown. */
  readonly isCut: boolean;
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

  /** How the creator's own videos of some days did, each as last read. */
  async function trend(creatorId: bigint, days: number): Promise<Trend> {
    const rows = await withVideos(() =>
      db.prisma.reading.findMany({
        where: { creatorId, takenAt: { gte: since(days) } },
        orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
        take: TREND_READINGS,
        include: historyColumns,
      }),
    );
    const readings = rows.map((row) => ({
      ...historyReading(row, row.video),
      identity: row.video.identity,
      ...{ likes: row.likes, comments: row.comments, shares: row.shares, views: row.views },
    }));
    const videos = withoutDoubles(
      readings.filter(({ kind }) => kind === 'video'),
      'name',
    );
    const newest = newestOfEachVideo(videos);
    const judged = newest.filter(({ verdict }) => verdict === 'scored');
    const { videos: own, ofOthers, ofUnknown } = ofOneAccount(judged);
    const points = own.slice(0, TREND_VIDEOS).reverse();
    return {
      days,
      points,
      summary: summaryOf(points),
      waiting: newest.length - judged.length,
      ofOthers,
      ofUnknown,
      photos: newestOfEachVideo(readings.filter(({ kind }) => kind === 'photo')).length,
      isCut: own.length > TREND_VIDEOS || rows.length === TREND_READINGS,
    };
  }

  return { list, video, find, choices, sameCandidates, reading, trend };

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

/** @param readings newest first. */
function newestOfEachVideo<T extends { readonly videoId: bigint }>(readings: readonly T[]): T[] {
  const newest = new Map<bigint, T>();
  for (const one of readings) if (!newest.has(one.videoId)) newest.set(one.videoId, one);
  return [...newest.values()];
}

/** By true counts where both halves have enough of them, else all by estimates. */
function summaryOf(points: readonly HistoryReading[]): Trend['summary'] {
  const half = Math.floor(points.length / 2);
  const halves = [points.slice(0, half), points.slice(half)];
  const { basis } = alike(halves, FEWEST_IN_TREND);
  const all = basis === 'counted' ? points.filter(({ saves }) => saves.counted !== null) : points;
  const [best] = all.toSorted((a, b) => rateOf(b.saves, basis) - rateOf(a.saves, basis));
  if (best === undefined || all.length < FEWEST_IN_TREND) return null;
  const rates = all.map(({ saves }) => 100 * rateOf(saves, basis));
  const scores = all.flatMap(({ saves }) => measured(saves, basis).score?.value ?? []);
  const middle = Math.floor(all.length / 2);
  return {
    basis,
    videos: all.length,
    best,
    bestRate: 100 * rateOf(best.saves, basis),
    rate: median(rates),
    olderRate: median(rates.slice(0, middle)),
    newerRate: median(rates.slice(-middle)),
    score: { low: Math.min(...scores), median: median(scores), high: Math.max(...scores) },
  };
}

/** When a post went public: for a date the middle of all that it can mean. */
function postedMiddle(
  { tiktokId, posted }: { readonly tiktokId: bigint | null; readonly posted: string | null },
  now: Date,
): number | null {
  const window = postedWindow(tiktokId, posted, now);
  return window === undefined ? null : (window.earliest.getTime() + window.latest.getTime()) / 2;
}
