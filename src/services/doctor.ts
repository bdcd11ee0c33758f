import { type Inspection, inspectDatabase, openDatabase } from '../db/database.js';
import { DatabaseProblem } from '../db/errors.js';
import type { Problem } from '../lib/problem.js';
import { ContentError } from './content/content-file.js';
import type { Channels } from './context.js';
import type { Obstacle } from './digest/reason.js';
import { type Due, dueForReview, loadContent } from './knowledge/content.js';

/** What a look at the content found. */
export type ContentFindings =
  | { readonly ok: true; readonly files: number; readonly due: readonly Due[] }
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
    return {
      ok: true,
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

/** A channel that a digest is set up for, and what keeps the bot from posting there. */
export interface ChannelFinding {
  readonly guildId: bigint;
  readonly channelId: bigint;
  /** `unknown` where Discord couldn't be asked. */
  readonly obstacle: Obstacle | 'unknown' | null;
}

/**
 * Looks at every channel that a digest is set up for.
 *
 * @param url of a database that is as this version needs it.
 */
export async function examineChannels(url: string, channels: Channels): Promise<ChannelFinding[]> {
  const db = await openDatabase(url, () => undefined);
  try {
    const configured = await db.prisma.digestSchedule.findMany({
      where: { nextDueAt: { not: null } },
      select: { guildId: true, channelId: true },
      orderBy: { guildId: 'asc' },
    });
    const found: ChannelFinding[] = [];
    for (const one of configured) {
      const obstacle = await channels
        .obstacle(one.guildId, one.channelId)
        .catch(() => 'unknown' as const);
      found.push({ ...one, obstacle });
    }
    return found;
  } finally {
    await db.close();
  }
}
