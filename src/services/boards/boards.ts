import { isOvertaken } from '../../db/errors.js';
import type { Board } from '../../db/generated/sqlite/enums.js';
import { parseWeek, type Week, weekOf, weeksLater } from '../../lib/weeks.js';
import type { Consents } from '../consent.js';
import type { ServiceContext } from '../context.js';
import { breakOff, eachServer, type OnServerFailure } from '../each-server.js';
import { toldInServer } from '../readings/told-in-server.js';
import { Refusal } from '../refusal.js';
import { withoutDoubles } from '../saves/doubles.js';
import { bestKnown, type SavesRow, savesColumns, savesJoins, savesOf } from '../saves/saves.js';
import { DRAFT_LIFE } from '../scores/draft-input.js';
import { isUnconfirmed } from '../unavailable.js';
import { bestVideos, type WeekVideo } from './best.js';
import { keptWeek, type Made, rowsOfWeek } from './kept-weeks.js';
import { type ShownVideo, withPictured } from './pictured.js';
import {
  BASES,
  BOARDS,
  basisOf,
  countingReadings,
  type JudgedReading,
  type Placed,
  placed,
  type Result,
  resultsOf,
  WEEKS_BEFORE,
  withPlaces,
} from './ranking.js';
import { type MeasuredVideo, type Totals, totalsOf } from './totals.js';

/** A server's week. Everybody named in it agreed to be shown there and is a member. */
export interface WeekResult {
  readonly week: Week;
  /** Whether it is over and kept, or may still change. */
  readonly kept: boolean;
  /** By true counts, then by estimates, each best first and at most MOST_PLACES. */
  readonly boards: Readonly<Record<Board, readonly Placed<Result>[]>>;
  /** The videos saved most for their size: by counts, then by estimates, best first. */
  readonly videos: readonly Placed<ShownVideo>[];
  /** Null where fewer than three creators count. */
  readonly totals: Totals | null;
}

/** What is kept of each board, by counts and by estimates each. */
export const MOST_PLACES = 25;

/**
 * Readings looked at for one result, newest first, so that the work stays bounded in the largest
 * server: a thousand creators with three videos a week for six weeks and more.
 */
const MOST_READINGS = 20_000;

/** Weeks offered while typing: Discord shows at most 25; those looked through are of ten years. */
const MOST_WEEKS = 25;
const MOST_LOOKED_THROUGH = 520;

/** Servers of which a week is closed at once: the other things a process does come between. */
const MOST_CLOSED = 20;

/** Weeks that are closed after a time in which no process ran; older ones wait for who asks. */
export const WEEKS_CLOSED = 12;

/** Members who leave, or somebody faster, while a result is made: then it is made again. */
const ATTEMPTS = 3;

export type Boards = ReturnType<typeof createBoards>;

/**
 * The boards of a server, week by week: Monday 00:00 UTC to the next. A week is worked out and kept as
 * it was at its end: what is told, corrected or agreed to afterwards changes nothing in it. Who takes
 * back the agreement to be shown disappears from all of them.
 */
export function createBoards({ db, clock }: ServiceContext, consents: Consents) {
  /** Weeks of which nothing is left to close, so that nobody has to look again. */
  const allClosed = new Set<string>();
  /** By week: where the round through the servers goes on, and whether one of it has failed. */
  const rounds = new Map<string, { readonly upTo: bigint; readonly someFailed: boolean }>();

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

  /**
   * Closes weeks in servers whose members agreed to be shown, so that they are kept as they were at
   * their end: some servers at a time, the last week first, then what ended while no process ran.
   *
   * @param onFailure hears of a server whose week can't be closed: it is tried again after the others.
   * @returns how many were closed.
   */
  async function closeWeeks(onFailure: OnServerFailure = breakOff): Promise<number> {
    const running = weekOf(clock());
    for (let ago = 1; ago <= WEEKS_CLOSED; ago += 1) {
      const week = weeksLater(running, -ago);
      if (!isFinal(week, clock()) || allClosed.has(week.name)) continue;
      const closed = await close(week, onFailure);
      if (closed > 0) return closed;
    }
    return 0;
  }

  async function close(week: Week, onFailure: OnServerFailure): Promise<number> {
    const { upTo, someFailed } = rounds.get(week.name) ?? { upTo: 0n, someFailed: false };
    const open = await db.prisma.guild.findMany({
      where: {
        id: { gt: upTo },
        createdAt: { lt: week.to },
        consents: { some: { since: { lt: week.to } } },
        boards: { none: { week: week.name } },
      },
      orderBy: { id: 'asc' },
      take: MOST_CLOSED,
      select: { id: true },
    });
    const closed = await eachServer(open, (id) => kept(id, week), onFailure);
    const isFailing = someFailed || closed < open.length;
    const last = open.length < MOST_CLOSED ? undefined : open.at(-1);
    if (last !== undefined) rounds.set(week.name, { upTo: last.id, someFailed: isFailing });
    else {
      rounds.delete(week.name);
      if (!isFailing) allClosed.add(week.name);
    }
    return closed;
  }

  return { ofWeek, thisWeek, weeks, closeWeeks };

  /** The kept result, made now where it wasn't yet. */
  async function kept(guildId: bigint, week: Week): Promise<Made> {
    for (let attempt = 1; ; attempt += 1) {
      const found = await keptWeek(db, guildId, week);
      if (found !== null) return found;
      const guild = await db.prisma.guild.findUnique({ where: { id: guildId } });
      if (guild === null || guild.createdAt >= week.to) {
        throw new Refusal({ kind: 'week before', week: week.name });
      }
      try {
        await db.writeTogether(rowsOfWeek(guildId, week, await make(guildId, week), clock()));
      } catch (error) {
        const again = isOvertaken(error) || isUnconfirmed(error);
        if (!again || attempt === ATTEMPTS) throw error;
      }
    }
  }

  async function make(guildId: bigint, week: Week): Promise<Made> {
    const [readings, summed] = await Promise.all([
      judgedReadings(guildId, weeksLater(week, -WEEKS_BEFORE).from, week.to),
      measuredVideos(guildId, week),
    ]);
    const counting = countingReadings(readings, week, weekOf);
    const results = resultsOf(counting, week);
    return {
      results: BOARDS.flatMap((board) =>
        BASES.flatMap((basis) =>
          results
            .filter((result) => result.board === board && basisOf(result) === basis)
            .slice(0, MOST_PLACES),
        ),
      ),
      videos: await describe(guildId, week, counting.ofWeek),
      totals: totalsOf(summed),
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
    const allowed = await withPictured(db, videos.filter(may));
    const on = (board: Board) => placed(results.filter((one) => one.board === board && may(one)));
    return {
      week,
      kept: isKept,
      boards: {
        improvement: on('improvement'),
        saved: on('saved'),
        consistency: on('consistency'),
      },
      videos: BASES.flatMap((basis) =>
        withPlaces(
          allowed.filter((one) => one.told === (basis === 'counted')),
          ({ score }) => score,
        ),
      ),
      totals,
    };
  }

  /**
   * Public readings of videos in the server by those who agreed to be shown, where they could be
   * judged and it is known of which video they are: by a link, or a title and a date. What was
   * agreed to or told after the end of the time isn't known yet.
   */
  async function judgedReadings(guildId: bigint, from: Date, to: Date): Promise<JudgedReading[]> {
    const rows = await db.prisma.$queryRaw<JudgedRow[]>`
      SELECT r."id", r."videoId", r."creatorId", v."identity", ${savesColumns}
      FROM "Reading" r
      JOIN "Consent" c ON c."guildId" = r."guildId" AND c."creatorId" = r."creatorId"
      JOIN "Video" v ON v."id" = r."videoId"
      ${savesJoins(to)}
      WHERE r."guildId" = ${guildId} AND r."takenAt" >= ${from} AND r."takenAt" < ${to}
        AND r."private" = FALSE AND v."kind" = 'video' AND e."verdict" = 'scored'
        AND c."since" < ${to} AND v."identity" NOT LIKE 'reading:%'
      ORDER BY r."takenAt" DESC
      LIMIT ${MOST_READINGS}`;
    return withoutDoubles(rows, 'link').map((row) => ({
      readingId: row.id,
      videoId: row.videoId,
      creatorId: row.creatorId,
      takenAt: row.takenAt,
      saves: savesOf(row),
    }));
  }

  /** The last public reading of the week of each video in the server, whoever sent it. */
  async function measuredVideos(guildId: bigint, { from, to }: Week): Promise<MeasuredVideo[]> {
    const rows = await db.prisma.$queryRaw<MeasuredRow[]>`
      SELECT r."id", r."videoId", r."creatorId", v."identity", c."creatorId" AS "agreed",
             ${savesColumns}
      FROM "Reading" r
      JOIN "Video" v ON v."id" = r."videoId"
      ${savesJoins(to)}
      LEFT JOIN "Consent" c ON c."guildId" = r."guildId" AND c."creatorId" = r."creatorId"
        AND c."since" < ${to}
      WHERE r."guildId" = ${guildId} AND r."takenAt" >= ${from} AND r."takenAt" < ${to}
        AND r."private" = FALSE AND v."kind" = 'video'
      ORDER BY r."takenAt" DESC
      LIMIT ${MOST_READINGS}`;
    const last = new Map<bigint, MeasuredRow>();
    for (const row of withoutDoubles(rows, 'link'))
      if (!last.has(row.videoId)) last.set(row.videoId, row);
    return [...last.values()].map((row) => {
      const { value: saves, low, high } = bestKnown(row);
      const { creatorId, agreed, told } = row;
      return { creatorId, joined: agreed !== null, saves, low, high, told: told !== null };
    });
  }

  /** The best videos of a week, by counts and by estimates each, with what is shown of them. */
  async function describe(
    guildId: bigint,
    week: Week,
    ofWeek: readonly JudgedReading[],
  ): Promise<WeekVideo[]> {
    const best = bestVideos(ofWeek);
    if (best.length === 0) return [];
    const told = await toldInServer(
      db,
      guildId,
      best.map(({ videoId }) => videoId),
      { takenAt: { lt: week.to } },
    );
    return best.map(({ videoId, ...video }) => ({
      ...video,
      title: told.get(videoId)?.title ?? null,
    }));
  }
}

/**
 * Whether nothing can come into a week any more: a draft counts as of when it was typed, for as long
 * as its author can still say that it is right.
 */
function isFinal(week: Week, now: Date): boolean {
  return now.getTime() >= week.to.getTime() + DRAFT_LIFE;
}

interface JudgedRow extends SavesRow {
  readonly id: bigint;
  readonly videoId: bigint;
  readonly creatorId: bigint;
  readonly identity: string;
}

interface MeasuredRow extends JudgedRow {
  readonly agreed: bigint | null;
}
