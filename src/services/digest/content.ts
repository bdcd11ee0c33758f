import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Consents } from '../consent.js';
import type { ServiceContext } from '../context.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { firstOfEachVideo, type OfVideo } from '../saves/doubles.js';
import { allTips, type Pattern } from '../tips/content.js';
import type { DigestComposer, DigestRequest } from './content-port.js';
import {
  bestOf,
  chartBars,
  numbersOfWeeks,
  reportCardOf,
  type ToldTruth,
  topOf,
} from './figures.js';
import {
  type DigestQuestion,
  type DigestTip,
  type FullWeek,
  readWeekContent,
  shownMembers,
  type WeekContent,
} from './parts.js';
import { MOST_READINGS, readWeeks } from './readings.js';
import { noteShown } from './redaction.js';
import { workedHere } from './worked.js';

export type { WeekContent } from './parts.js';

/** What composing needs beside the database. */
export interface ComposerContext extends Pick<ServiceContext, 'db'> {
  readonly consents: Pick<Consents, 'shownIn' | 'areCertain'>;
  readonly knowledge: Pick<Knowledge, 'entries'>;
  /** Draws the chart of a content that has one, as PNG. */
  readonly draw: (content: FullWeek) => Promise<Uint8Array>;
}

/** Composes digests, and what one would be. */
export interface WeekComposer extends DigestComposer<WeekContent> {
  /** As `compose`, for what isn't going to be kept. */
  preview(request: DigestRequest): Promise<Preview>;
}

interface Preview {
  readonly content: WeekContent;
  /** Whether nothing would be posted, since the week is quiet and quiet weeks are skipped. */
  readonly isSkipped: boolean;
}

/** Rounds of asking who is still a member; whoever is uncertain after that isn't shown. */
const ROUNDS = 4;

/** A tip for these helps nobody who isn't in that very situation. */
const TOO_SPECIAL: readonly Pattern[] = ['too-early', 'few-views'];

/** Composes digests from what was submitted in a server. */
export function createDigestComposer({
  db,
  consents,
  knowledge,
  draw,
}: ComposerContext): WeekComposer {
  async function make(request: DigestRequest): Promise<WeekContent> {
    const { guildId, week, timezone, locale } = request;
    const { from, to: until, label } = week;
    const weeks = await readWeeks(db, { guildId, until, timezone });
    const turn = turnOf(request);
    const common = {
      version: 1,
      week: label,
      locale,
      zone: timezone,
      from: from.toISOString(),
      until: until.toISOString(),
      tip: tipOf(turn),
      question: questionOf(turn),
    } as const;
    const last = weeks.at(-1);
    if (last === undefined || last.videos.length === 0) return { quiet: true, ...common };
    const { now, before, missing } = numbersOfWeeks(weeks);
    const { card, missing: noCard } = reportCardOf(await truthsOf(request));
    return {
      quiet: false,
      ...common,
      now,
      before,
      missing: { ...missing, card: noCard },
      ...(await shown(guildId, weeks, until)),
      reportCard: card,
      worked: workedHere(weeks),
      chart: chartBars(weeks),
      isRedacted: false,
    };
  }

  return {
    async preview(request) {
      const content = await make(request);
      if (!content.quiet) return { content, isSkipped: false };
      const schedule = await db.prisma.digestSchedule.findUnique({
        where: { guildId: request.guildId },
        select: { quietWeeks: true },
      });
      return { content, isSkipped: schedule?.quietWeeks !== 'post' };
    },
    async compose(request) {
      const content = await make(request);
      await noteShown(db, request, shownMembers(content));
      return content;
    },
    async askAhead(request) {
      // Composing asks for nobody but those who would be shown.
      if (!(await consents.areCertain(request.guildId, request.week.to))) await make(request);
    },
    shown: shownMembers,
    read: readWeekContent,
    chartKey: (content) =>
      content.quiet || content.chart.length === 0
        ? null
        : createHash('sha256')
            .update(JSON.stringify([content.version, content.chart, content.locale, content.zone]))
            .digest('hex'),
    async drawChart(content) {
      if (content.quiet) throw new Error('A quiet week has no chart.');
      return draw(content);
    },
  };

  /** Who and what is shown by name: of creators who agreed and are still members. */
  async function shown(
    guildId: bigint,
    weeks: Awaited<ReturnType<typeof readWeeks>>,
    until: Date,
  ): Promise<Pick<FullWeek, 'videos' | 'improved'>> {
    let { videos, improved } = bestOf(
      weeks.map((week) => ({ ...week, videos: week.videos.filter(({ joined }) => joined) })),
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      const best = topOf({ videos, improved });
      const ids = [...best.videos, ...best.improved].map(({ creatorId }) => creatorId);
      if (ids.length === 0) return best;
      const members = await consents.shownIn(guildId, [...new Set(ids)].map(BigInt), until);
      const gone = new Set(ids.filter((id) => !members.has(BigInt(id))));
      if (gone.size === 0) return best;
      videos = videos.filter(({ creatorId }) => !gone.has(creatorId));
      improved = improved.filter(({ creatorId }) => !gone.has(creatorId));
    }
    return { videos: [], improved: [] };
  }

  /**
   * The first true count of each video, where it was told in the week and not in private. A video
   * that was counted before is left out: its estimate had learned from that.
   */
  async function truthsOf({ guildId, week }: DigestRequest): Promise<ToldTruth[]> {
    const rows = await db.prisma.$queryRaw<TruthRow[]>`
      SELECT r."videoId", t."creatorId", v."identity", r."takenAt", r."views", r."likes",
             r."comments", r."shares", t."saves" AS "told", t."miss", t."inside",
             e."saves" AS "estimated", c."creatorId" AS "agreed"
      FROM "TrueSave" t
      JOIN "Reading" r ON r."id" = t."readingId"
      JOIN "Video" v ON v."id" = r."videoId"
      JOIN "Estimate" e ON e."readingId" = r."id" AND e."createdAt" = (
        SELECT MIN(f."createdAt") FROM "Estimate" f WHERE f."readingId" = r."id"
      )
      LEFT JOIN "Consent" c ON c."guildId" = t."guildId" AND c."creatorId" = t."creatorId"
      WHERE t."guildId" = ${guildId} AND t."toldAt" >= ${week.from} AND t."toldAt" < ${week.to}
        AND v."kind" = 'video' AND NOT EXISTS (
          SELECT 1 FROM "TrueSave" b JOIN "Reading" o ON o."id" = b."readingId"
          WHERE o."videoId" = r."videoId" AND b."toldAt" < ${week.from}
        )
      ORDER BY t."toldAt"
      LIMIT ${MOST_READINGS}`;
    const first = firstOfEachVideo(rows, 'name');
    return first.map(({ creatorId, miss, inside, estimated, agreed }) => ({
      creatorId,
      miss,
      inside: Boolean(inside),
      estimated,
      joined: agreed !== null,
    }));
  }

  function questionOf(turn: number): DigestQuestion {
    const inOrder = knowledge.entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const { sources, answer, ...entry } = inTurn(inOrder, turn);
    const { id, question, verdict, checked, review } = entry;
    const short = answer === undefined ? entry.short : `${answer}. ${entry.short}`;
    const [source] = sources;
    if (source === undefined) throw new Error(`${id} names no source.`);
    return { id, question, short, verdict, source, checked, review };
  }
}

interface TruthRow extends OfVideo {
  /** Saves, as they were estimated first. */
  readonly estimated: number;
  readonly miss: number;
  /** SQLite has no truth values of its own. */
  readonly inside: boolean | bigint | number;
  readonly agreed: bigint | null;
}

function tipOf(turn: number): DigestTip {
  const { id, basis, source, checked, categories, short, body } = inTurn(
    allTips().filter(({ patterns }) => !patterns.some((one) => TOO_SPECIAL.includes(one))),
    turn,
  );
  return {
    id,
    basis,
    ...(source && { source }),
    ...(checked !== undefined && { checked }),
    categories,
    short,
    body,
  };
}

/** Goes on by one each week, and begins at another place in each server. */
function turnOf({ guildId, week: { to }, timezone }: DigestRequest): number {
  const day = Temporal.Instant.fromEpochMilliseconds(to.getTime())
    .toZonedDateTimeISO(timezone)
    .toPlainDate();
  const weeks = Math.floor(day.since('1970-01-01', { largestUnit: 'days' }).days / 7);
  // The upper bits of a snowflake are the moment it was made, as good as drawn by lot.
  return weeks + Number((guildId >> 22n) % 1_000_000n);
}

function inTurn<T>(items: readonly T[], turn: number): T {
  const item = items[turn % items.length];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}
