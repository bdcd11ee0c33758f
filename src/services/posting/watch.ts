import { Prisma } from '../../db/generated/sqlite/client.js';
import type { DigestWatchModel } from '../../db/generated/sqlite/models.js';
import type { ServiceContext } from '../context.js';
import { POSTING_TIMING } from './timing.js';

/** The row that keeps it. */
const NAME = 'digests';

export type PostingWatch = ReturnType<typeof createPostingWatch>;

/**
 * Finds out whether posts may be with Discord of which the database doesn't know: it was brought
 * back from a backup, or nobody looked for a while, in which the same may have happened unseen. A
 * process has one: of two, the first look of the one would seem to come after a long time.
 */
export function createPostingWatch({ db, clock }: ServiceContext) {
  /** What this process has last found there. */
  let known: Date | null = null;

  /**
   * Looks, and notes that somebody does.
   *
   * @returns the moment up to which what was due may be in its channel already.
   */
  async function look(): Promise<Date> {
    for (;;) {
      const [row = null] = await db.rows<DigestWatchModel>(
        Prisma.sql`SELECT "name", "seenAt", "lookUntil" FROM "DigestWatch" WHERE "name" = ${NAME}`,
      );
      const now = clock();
      const since = row === null || isAnother(row, now) ? null : row;
      if (since !== null && now.getTime() - since.seenAt.getTime() < POSTING_TIMING.seen) {
        known = since.seenAt;
        return since.lookUntil;
      }
      const next = { seenAt: now, lookUntil: since?.lookUntil ?? now };
      if (!(await replaced(row, next))) continue;
      known = next.seenAt;
      return next.lookUntil;
    }
  }

  /** Whether the database isn't what it was when somebody last looked, or that is too long ago. */
  function isAnother({ seenAt }: DigestWatchModel, now: Date): boolean {
    if (known !== null) return seenAt < known;
    const ago = now.getTime() - seenAt.getTime();
    return ago > POSTING_TIMING.unseen || ago < -POSTING_TIMING.clocksApart;
  }

  /** False if another process, or a backup, was faster. */
  async function replaced(
    before: DigestWatchModel | null,
    next: Omit<DigestWatchModel, 'name'>,
  ): Promise<boolean> {
    const { seenAt, lookUntil } = next;
    const written = await db.rows(
      before === null
        ? Prisma.sql`INSERT INTO "DigestWatch" ("name", "seenAt", "lookUntil") VALUES (${NAME}, ${seenAt}, ${lookUntil})
            ON CONFLICT DO NOTHING RETURNING "name"`
        : Prisma.sql`UPDATE "DigestWatch" SET "seenAt" = ${seenAt}, "lookUntil" = ${lookUntil}
            WHERE "name" = ${NAME} AND "seenAt" = ${before.seenAt} RETURNING "name"`,
    );
    return written.length > 0;
  }

  return { look };
}
