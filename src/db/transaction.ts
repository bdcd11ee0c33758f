import { setTimeout } from 'node:timers/promises';
import type { Database } from './database.js';
import { isOvertaken, Unconfirmed, wasSent } from './errors.js';
import type { Prisma } from './generated/sqlite/client.js';

/** The database inside a transaction. */
export type Transaction = Prisma.TransactionClient;

/** How often it is done again where somebody else changed the same rows meanwhile. */
const ATTEMPTS = 6;

/** Milliseconds at most before it is done again for the first time; each time a little longer. */
const PAUSE = 20;

/** Milliseconds: for its turn to begin, and for all of it. */
const PATIENCE = { maxWait: 1_500, timeout: 2_500 };

/**
 * Looks and changes in one step: all of it or nothing, as if nobody else did anything meanwhile. It
 * is done again where somebody did, so `work` changes nothing outside the database.
 *
 * @param patience milliseconds, where there is more to write than usual.
 * @throws Unconfirmed if the connection was lost before the database said what became of it.
 */
export async function inOneStep<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  patience = PATIENCE,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.prisma.$transaction(work, { isolationLevel: 'Serializable', ...patience });
    } catch (error) {
      if (!isOvertaken(error) || attempt === ATTEMPTS) throw asUnconfirmed(db, error);
      // Those who came in each other's way shouldn't meet again.
      await setTimeout(Math.random() * PAUSE * attempt);
    }
  }
}

/**
 * Changes all of it or nothing, for work that begins by holding the row that everything in it hangs
 * on: an update that leaves it as it is. Whoever changes that row comes before or after, so what is
 * looked at behind it stays true until the end.
 *
 * @throws Unconfirmed if the connection was lost before the database said what became of it.
 */
export async function holdingARow<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return db.prisma.$transaction(work, PATIENCE).catch((error: unknown) => {
    throw asUnconfirmed(db, error);
  });
}

/**
 * Does again what somebody else came in the way of, a deadlock included: for work that does no harm
 * when part of it is done twice.
 */
export async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isOvertaken(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

function asUnconfirmed({ provider }: Database, error: unknown): unknown {
  return provider === 'postgresql' && wasSent(error) ? new Unconfirmed(error) : error;
}
