import { type Inspection, inspectDatabase, openDatabase } from '../db/database.js';
import { DatabaseProblem } from '../db/errors.js';
import { type Upkeep, upkeepOf } from '../db/upkeep.js';
import { OTHER_LANGUAGES } from '../lib/languages.js';
import type { Problem } from '../lib/problem.js';
import { ContentError } from './content/content-file.js';
import type { Channels } from './context.js';
import { NOTICE_PERMISSIONS } from './digest/notices.js';
import type { Obstacle } from './digest/reason.js';
import { type Due, dueForReview, loadContent } from './knowledge/content.js';
import { findingsOf } from './knowledge/translations.js';
import { noticeChannels } from './settings.js';

/** What a look at the content found. */
export type ContentFindings =
  | {
      readonly ok: true;
      readonly files: number;
      readonly due: readonly Due[];
      /** What is missing or wrong in other languages; and files whose English has other words by now. */
      readonly translations: readonly string[];
      readonly stale: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What a look at the database found. */
export type DatabaseFindings =
  | ({ readonly ok: true } & Inspection)
  | { readonly ok: false; readonly problem: Problem };

/** Looks at everything in `content/`, and what of it is past its review date as of `now`. */
export function examineContent(now: Date): ContentFindings {
  try {
    const content = loadContent();
    const { knowledge, guide, tips } = content;
    const found = OTHER_LANGUAGES.map((language) => findingsOf(language, content));
    return {
      ok: true,
      translations: found.flatMap(({ problems }) => problems),
      stale: found.flatMap(({ stale }) => stale),
      files: knowledge.entries.length + guide.pages.length + tips.length,
      due: dueForReview(content, now),
    };
  } catch (error) {
    if (error instanceof ContentError) return { ok: false, problems: error.problems };
    throw error;
  }
}

/**
 * Looks at the database, without changing anything in it.
 *
 * @param o.thorough reads all of an embedded one, too, for damage.
 */
export async function examineDatabase(
  url: string,
  o: { thorough?: boolean } = {},
): Promise<DatabaseFindings> {
  try {
    return { ok: true, ...(await inspectDatabase(url, o)) };
  } catch (error) {
    if (error instanceof DatabaseProblem) return { ok: false, problem: error };
    throw error;
  }
}

/** What is to be said of how an embedded database is kept. */
export interface UpkeepFindings {
  /** Bytes that are free, and how many there should be; `isShort` where they are fewer. */
  readonly free: number;
  readonly wanted: number;
  readonly isShort: boolean;
  /** Days since the last backup; null if none is known. */
  readonly backupDays: number | null;
  /** Whether a backup is overdue. */
  readonly isOverdue: boolean;
}

/** Bytes that should be free, however small the database is. */
const LEAST_FREE = 256 * 1024 ** 2;

/** Days that may pass between two backups, and before the first. */
const BACKUP_DAYS = 8;

const DAY_MS = 86_400_000;

/** Looks at disk and backups of an embedded database; null where there is none to look at. */
export function examineUpkeep(url: string, now: Date): UpkeepFindings | null {
  const found = upkeepOf(url);
  return found === null ? null : judgeUpkeep(found, now);
}

/** A backup takes as much room as the database, and so does writing it anew. */
export function judgeUpkeep({ size, free, since, backedUp }: Upkeep, now: Date): UpkeepFindings {
  const wanted = Math.max(LEAST_FREE, 2 * size);
  const days = (from: Date) => Math.floor((now.getTime() - from.getTime()) / DAY_MS);
  return {
    ...{ free, wanted, isShort: free < wanted },
    backupDays: backedUp === null ? null : Math.max(0, days(backedUp)),
    isOverdue: days(backedUp ?? since) > BACKUP_DAYS,
  };
}

/** A channel that a digest is set up for, and what keeps the bot from posting there. */
export interface ChannelFinding {
  readonly guildId: bigint;
  readonly channelId: bigint;
  /** `unknown` where Discord couldn't be asked. */
  readonly obstacle: Obstacle | 'unknown' | null;
}

/** What a look at the channels found. */
export interface ChannelFindings {
  readonly digests: readonly ChannelFinding[];
  /** Where notices go, of all servers that have a channel for them; */
  readonly notices: readonly ChannelFinding[];
  /** and servers with a digest that have none. */
  readonly without: readonly bigint[];
}

/**
 * Looks at every channel that a digest is set up for, and at those for notices.
 *
 * @param url of a database that is as this version needs it.
 */
export async function examineChannels(url: string, channels: Channels): Promise<ChannelFindings> {
  const db = await openDatabase(url, () => undefined);
  try {
    const configured = await db.prisma.digestSchedule.findMany({
      where: { nextDueAt: { not: null } },
      select: { guildId: true, channelId: true },
      orderBy: { guildId: 'asc' },
    });
    const look = async (
      places: readonly Omit<ChannelFinding, 'obstacle'>[],
      needed?: typeof NOTICE_PERMISSIONS,
    ) => {
      const found: ChannelFinding[] = [];
      for (const { guildId, channelId } of places) {
        const obstacle = await channels
          .obstacle(guildId, channelId, needed)
          .catch(() => 'unknown' as const);
        found.push({ guildId, channelId, obstacle });
      }
      return found;
    };
    const noticesIn = await noticeChannels(db);
    return {
      digests: await look(configured),
      notices: await look(
        [...noticesIn].map(([guildId, channelId]) => ({ guildId, channelId })),
        NOTICE_PERMISSIONS,
      ),
      without: configured.map(({ guildId }) => guildId).filter((id) => !noticesIn.has(id)),
    };
  } finally {
    await db.close();
  }
}
