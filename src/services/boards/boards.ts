import { isOvertaken } from '../../db/errors.js';
import type { Board } from '../../db/generated/sqlite/enums.js';
import type { Write } from '../../db/write.js';
import { parseWeek, type Week, weekOf, weeksLater } from '../../lib/weeks.js';
import type { Consents } from '../consent.js';
import type { ServiceContext } from '../context.js';
import { judge } from '../estimate/estimate.js';
import { Refusal } from '../refusal.js';
import { DRAFT_LIFE } from '../scores/draft-input.js';
import { toldInServer } from '../scores/told-in-server.js';
import { isUnconfirmed } from '../unavailable.js';
import {
  BOARDS,
  byId,
  countingReadings,
  goodness,
  type JudgedReading,
  type Placed,
  placed,
  type Result,
  resultsOf,
  WEEKS_BEFORE,
  withPlaces,
} from './ranking.js';
import { type MeasuredVideo, type Totals, totalsOf } from './totals.js';

/** A video of the week, as it was when the result was made. */
export interface WeekVideo {
  readonly readingId: bigint;
  readonly creatorId: bigint;
  /** As typed: it may hold anything. Null where none was told in public in the server. */
  readonly title: string | null;
  /** 0 to 100: among videos of the same number of views. */
  readonly score: number;
  /** Saves: the true count, else the estimate and its 80 % range. */
  readonly saves: number;
  readonly low: number;
  readonly high: number;
  /** Whether the true count is known. */
  readonly told: boolean;
}

/** A server's week. Everybody named in it agreed to be shown there and is a member. */
export interface WeekResult {
  readonly week: Week;
  /** Whether it is over and kept, or may still change. */
  readonly kept: boolean;
  /** Best first, at most MOST_PLACES each. */
  readonly boards: Readonly<Record<Board, readonly Placed<Result>[]>>;
  /** The videos saved most for their size, best first, at most MOST_VIDEOS. */
  readonly videos: readonly Placed<WeekVideo>[];
  /** Null where fewer than three creators count. */
  readonly totals: Totals | null;
}

/** What is kept of each board, and of the videos of a week. */
export const MOST_PLACES = 25;
export const MOST_VIDEOS = 10;

/**
 * Readings looked at for one result, newest first, so that the work stays bounded in the largest
 * server: a thousand creators with three videos a week for six weeks and more.
 */
const MOST_READINGS = 20_000;

/** Weeks offered while typing: Discord shows at most 25; those looked through are of ten years. */
const MOST_WEEKS = 25;
const MOST_LOOKED_THROUGH = 520;

/** Members who leave, or somebody faster, while a result is made: then it is made again. */
const ATTEMPTS = 3;

/** A result with everybody in it who agreed, whether a member still or not. */
interface Made {
  readonly results: readonly Result[];
  readonly videos: readonly WeekVideo[];
  readonly totals: Totals | null;
}

export type Boards = ReturnType<typeof createBoards>;

/**
 * The boards of a server, week by week: Monday 00:00 UTC to the next. A week that is over is worked
 * out when it is first asked for, and kept: what is corrected afterwards changes nothing in it. Who
 * takes back the agreement to be shown disappears from all of them.
 */
export function createBoards({ db, clock }: ServiceContext, consents: Consents) {
  /**
   * A server's week: kept, where it is over. Both `/leaderboard show` and the weekly digest show it.
   *
   * @throws Refusal for a week to come, and for one that was over before the bot knew the server.
   */
  async function ofWeek(guildId: bigint, week: Week): Promise<WeekResult> {
    const now = clock();
    if (week.from > now) throw new Refusal({ kind: 'week to come', week: week.name });
    const isOver = isFinal(week, now);
    const made = isOver ? await kept(guildId, week) : await make(guildId, week);
    return shown(guildId, week, isOver, made);
  }

  /** The week that runs now, as far as it has come. */
  function thisWeek(guildId: bigint): Promise<WeekResult> {
    return ofWeek(guildId, weekOf(clock()));
  }

  /**
   * Weeks of a server that contain what was typed, newest first: the one that runs, the last that is
   * over, and those that are kept.
   */
  async function weeks(guildId: bigint, typed: string): Promise<Week[]> {
    const [rows, known] = await Promise.all([
      db.prisma.boardWeek.findMany({
        where: { guildId },
        orderBy: { week: 'desc' },
        take: MOST_LOOKED_THROUGH,
        select: { week: true },
      }),
      db.prisma.guild.findUnique({ where: { id: guildId } }),
    ]);
    const running = weekOf(clock());
    const names = new Set([running.name]);
    const last = weeksLater(running, -1);
    if (known !== null && last.to > known.createdAt) names.add(last.name);
    for (const { week } of rows) names.add(week);
    const wanted = typed.trim().toLowerCase();
    return [...names]
      .filter((name) => name.toLowerCase().includes(wanted))
      .slice(0, MOST_WEEKS)
      .flatMap((name) => parseWeek(name) ?? []);
  }

  return { ofWeek, thisWeek, weeks };

  /** The kept result, made now if nobody asked before. */
  async function kept(guildId: bigint, week: Week): Promise<Made> {
    for (let attempt = 1; ; attempt += 1) {
      const found = await find(guildId, week);
      if (found !== null) return found;
      const guild = await db.prisma.guild.findUnique({ where: { id: guildId } });
      if (guild === null || guild.createdAt >= week.to) {
        throw new Refusal({ kind: 'week before', week: week.name });
      }
      try {
        await db.writeTogether(rowsOf(guildId, week, await make(guildId, week), clock()));
      } catch (error) {
        const again = isOvertaken(error) || isUnconfirmed(error);
        if (!again || attempt === ATTEMPTS) throw error;
      }
    }
  }

  async function find(guildId: bigint, { name: week }: Week): Promise<Made | null> {
    const row = await db.prisma.boardWeek.findUnique({
      where: { guildId_week: { guildId, week } },
      include: { entries: true, bestVideos: true },
    });
    if (row === null) return null;
    const { creators, everybody, videos, told, saves, low, high } = row;
    const totals = { creators, everybody, videos, told, saves, low, high };
    return {
      results: row.entries.toSorted(
        (a, b) => goodness(b) - goodness(a) || byId(a.creatorId, b.creatorId),
      ),
      videos: row.bestVideos.toSorted(bestFirst),
      totals: creators === 0 ? null : totals,
    };
  }

  async function make(guildId: bigint, week: Week): Promise<Made> {
    const [readings, measured] = await Promise.all([
      judgedReadings(guildId, weeksLater(week, -WEEKS_BEFORE).from, week.to),
      measuredVideos(guildId, week),
    ]);
    const counting = countingReadings(readings, week, weekOf);
    const results = resultsOf(counting, week);
    const best = counting.ofWeek.toSorted(bestFirst).slice(0, MOST_VIDEOS);
    return {
      results: BOARDS.flatMap((board) =>
        results.filter((result) => result.board === board).slice(0, MOST_PLACES),
      ),
      videos: await describe(guildId, week, best),
      totals: totalsOf(measured),
    };
  }

  /** Only who may be shown now; whoever is left moves up. */
  async function shown(
    guildId: bigint,
    week: Week,
    isKept: boolean,
    { results, videos, totals }: Made,
  ): Promise<WeekResult> {
    const named = new Set([...results, ...videos].map(({ creatorId }) => creatorId));
    const members =
      named.size === 0 ? new Set<bigint>() : await consents.shownIn(guildId, [...named]);
    const may = ({ creatorId }: { creatorId: bigint }) => members.has(creatorId);
    const on = (board: Board) => placed(results.filter((one) => one.board === board && may(one)));
    return {
      week,
      kept: isKept,
      boards: {
        improvement: on('improvement'),
        saved: on('saved'),
        consistency: on('consistency'),
      },
      videos: withPlaces(videos.filter(may), ({ score }) => score),
      totals,
    };
  }

  /** Public readings of videos in the server by those who agreed to be shown, where they could be judged. */
  async function judgedReadings(guildId: bigint, from: Date, to: Date): Promise<JudgedReading[]> {
    const rows = await db.prisma.$queryRaw<JudgedRow[]>`
      SELECT r."id", r."videoId", r."creatorId", r."takenAt", r."views", e."score",
             s."saves" AS "told"
      FROM "Reading" r
      JOIN "Consent" c ON c."guildId" = r."guildId" AND c."creatorId" = r."creatorId"
      JOIN "Estimate" e ON e."readingId" = r."id" AND e."createdAt" = (
        SELECT MIN(f."createdAt") FROM "Estimate" f WHERE f."readingId" = r."id"
      )
      LEFT JOIN "TrueSave" s ON s."readingId" = r."id"
      WHERE r."guildId" = ${guildId} AND r."takenAt" >= ${from} AND r."takenAt" < ${to}
        AND r."private" = FALSE AND r."kind" = 'video' AND e."verdict" = 'scored'
      ORDER BY r."takenAt" DESC
      LIMIT ${MOST_READINGS}`;
    return rows.flatMap(({ id, videoId, creatorId, takenAt, views, score, told }) => {
      const value = told === null ? score : truthful(views, told, takenAt);
      return value === null
        ? []
        : [{ readingId: id, videoId, creatorId, takenAt, score: value, told: told !== null }];
    });
  }

  /** The last public reading of the week of each video in the server, whoever sent it. */
  async function measuredVideos(guildId: bigint, { from, to }: Week): Promise<MeasuredVideo[]> {
    const rows = await db.prisma.$queryRaw<MeasuredRow[]>`
      SELECT r."id", r."videoId", r."creatorId", c."creatorId" AS "agreed",
             e."saves", e."low", e."high", s."saves" AS "told"
      FROM "Reading" r
      JOIN "Estimate" e ON e."readingId" = r."id" AND e."createdAt" = (
        SELECT MIN(f."createdAt") FROM "Estimate" f WHERE f."readingId" = r."id"
      )
      LEFT JOIN "TrueSave" s ON s."readingId" = r."id"
      LEFT JOIN "Consent" c ON c."guildId" = r."guildId" AND c."creatorId" = r."creatorId"
      WHERE r."guildId" = ${guildId} AND r."takenAt" >= ${from} AND r."takenAt" < ${to}
        AND r."private" = FALSE AND r."kind" = 'video'
      ORDER BY r."takenAt" DESC
      LIMIT ${MOST_READINGS}`;
    const last = new Map<bigint, MeasuredRow>();
    for (const row of rows) if (!last.has(row.videoId)) last.set(row.videoId, row);
    return [...last.values()].map(({ creatorId, agreed, ...row }) => ({
      creatorId,
      joined: agreed !== null,
      ...savesOf(row.told, row),
    }));
  }

  /** What is shown of the best videos of a week. */
  async function describe(
    guildId: bigint,
    week: Week,
    best: readonly JudgedReading[],
  ): Promise<WeekVideo[]> {
    if (best.length === 0) return [];
    const [rows, told] = await Promise.all([
      db.prisma.reading.findMany({
        where: { id: { in: best.map(({ readingId }) => readingId) } },
        include: {
          trueSaves: { select: { saves: true } },
          estimates: { orderBy: { createdAt: 'asc' }, take: 1 },
        },
      }),
      toldInServer(
        db,
        guildId,
        best.map(({ videoId }) => videoId),
        { takenAt: { lt: week.to } },
      ),
    ]);
    const byReading = new Map(rows.map((row) => [row.id, row]));
    return best.flatMap(({ readingId, videoId, creatorId, score }) => {
      const row = byReading.get(readingId);
      const [estimate] = row?.estimates ?? [];
      if (row === undefined || estimate === undefined) return [];
      const title = told.get(videoId)?.title ?? null;
      const saves = savesOf(row.trueSaves?.saves ?? null, estimate);
      return [{ readingId, creatorId, title, score, ...saves }];
    });
  }
}

/**
 * Whether nothing can come into a week any more: a draft counts as of when it was typed, for as long
 * as its author can still say that it is right.
 */
function isFinal(week: Week, now: Date): boolean {
  return now.getTime() >= week.to.getTime() + DRAFT_LIFE;
}

/** The rows that keep a week: all or none, so that there is one result. */
function rowsOf(guildId: bigint, { name: week }: Week, made: Made, keptAt: Date): Write[] {
  const nothing = { creators: 0, everybody: false, videos: 0, told: 0, saves: 0, low: 0, high: 0 };
  return [
    { into: 'BoardWeek', row: { guildId, week, keptAt, ...(made.totals ?? nothing) } },
    ...made.results.map(
      (result): Write => ({ into: 'BoardEntry', row: { guildId, week, ...result } }),
    ),
    ...made.videos.map(
      (video): Write => ({ into: 'BoardVideo', row: { guildId, week, ...video } }),
    ),
  ];
}

/** The score that a true count gives; readings that could be judged have enough views for one. */
function truthful(views: bigint, saves: bigint, at: Date): number | null {
  return judge({ views: Number(views), saves: Number(saves) }, at).score;
}

function savesOf(
  told: bigint | null,
  { saves, low, high }: { saves: number; low: number; high: number },
): Pick<WeekVideo, 'saves' | 'low' | 'high' | 'told'> {
  if (told === null) return { saves, low, high, told: false };
  const count = Number(told);
  return { saves: count, low: count, high: count, told: true };
}

/** The best score first; equals in the order they came. */
function bestFirst(
  a: { score: number; readingId: bigint },
  b: { score: number; readingId: bigint },
): number {
  return b.score - a.score || byId(a.readingId, b.readingId);
}

interface JudgedRow {
  readonly id: bigint;
  readonly videoId: bigint;
  readonly creatorId: bigint;
  readonly takenAt: Date;
  readonly views: bigint;
  readonly score: number | null;
  readonly told: bigint | null;
}

interface MeasuredRow {
  readonly id: bigint;
  readonly videoId: bigint;
  readonly creatorId: bigint;
  readonly agreed: bigint | null;
  readonly saves: number;
  readonly low: number;
  readonly high: number;
  readonly told: bigint | null;
}
