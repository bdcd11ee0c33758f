import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../db/database.js';
import { databaseFailure, Unconfirmed } from '../../db/errors.js';
import { Prisma } from '../../db/generated/sqlite/client.js';
import type { Write } from '../../db/write.js';
import { Refusal } from '../refusal.js';

/**
 * Milliseconds for which a write whose confirmation got lost is sent again, and the pause between.
 * The member sees "thinking…" meanwhile.
 */
const CONFIRMATION_PATIENCE = 8_000;
const CONFIRMATION_PAUSE = 250;

/**
 * Writes a reading. Its id makes it safe to send again what was never confirmed.
 *
 * @throws Refusal if another interaction's work has stored it already.
 */
export async function writeOnce(
  db: Database,
  rows: readonly Write[],
  readingId: bigint,
): Promise<void> {
  const until = performance.now() + CONFIRMATION_PATIENCE;
  for (let unconfirmed = false; ; unconfirmed = true) {
    try {
      await db.writeTogether(rows);
      return;
    } catch (error) {
      if (databaseFailure(error) === 'conflict') {
        const isThere = await isStored(db, readingId).catch((lost: unknown) => {
          throw unconfirmed ? new Unconfirmed(lost) : lost;
        });
        if (isThere && unconfirmed) return;
        if (isThere) throw new Refusal({ kind: 'stored already' });
      }
      const again = unconfirmed
        ? databaseFailure(error) === 'unavailable'
        : error instanceof Unconfirmed;
      if (!again) throw error;
      if (performance.now() > until) throw new Unconfirmed(error);
    }
    await setTimeout(CONFIRMATION_PAUSE);
  }
}

/** Whether an interaction has stored something: a reading of its own, a truth, or a correction. */
export async function isStored(db: Database, interactionId: bigint): Promise<boolean> {
  // A row where there is something: the two databases have different truth values.
  const rows = await db.rows<unknown>(Prisma.sql`
    SELECT 1 AS "stored"
    WHERE EXISTS (SELECT 1 FROM "Reading" WHERE "id" = ${interactionId})
       OR EXISTS (SELECT 1 FROM "TrueSave" WHERE "toldBy" = ${interactionId})
       OR EXISTS (SELECT 1 FROM "Undo" WHERE "id" = ${interactionId})`);
  return rows.length > 0;
}
