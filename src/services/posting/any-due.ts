import type { Database } from '../../db/database.js';
import { Prisma } from '../../db/generated/sqlite/client.js';

/** Where moments stand: a table of ours and its column. */
export type Moments =
  | readonly ['DigestSchedule' | 'Mailbox', 'nextDueAt']
  | readonly ['Digest' | 'Letter' | 'Notice', 'nextTryAt'];

/**
 * Whether the moment of any row has come. Asked every second of every table, and nearly always in
 * vain: by the shortest way, before what is due is read through the models.
 */
export async function isAnyDue(
  { rows }: Pick<Database, 'rows'>,
  [table, column]: Moments,
  until: Date,
): Promise<boolean> {
  const [place, moment] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)];
  // Not the moment itself: one that can't be read would hold up everybody.
  const found = await rows(
    Prisma.sql`SELECT 1 AS "due" FROM ${place} WHERE ${moment} <= ${until} LIMIT 1`,
  );
  return found.length > 0;
}
