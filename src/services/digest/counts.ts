import type { ServiceContext } from '../context.js';

/** Milliseconds after its time from which a digest counts as late. */
const LATE_AFTER = 10 * 60_000;

/** Digests of all servers by how they stand; settled ones aren't looked at, however many there are. */
export interface DigestCounts {
  /** Whose time has come and that weren't posted yet, those that wait for another try included. */
  readonly due: number;
  /** Those of them whose time came more than ten minutes ago. */
  readonly late: number;
  /** Given up until somebody mends what is wrong. */
  readonly parked: number;
}

/** Counts the digests that aren't settled, for whoever runs the bot. */
export async function countDigests({ db, clock }: ServiceContext): Promise<DigestCounts> {
  const { prisma } = db;
  const now = clock();
  const longAgo = new Date(now.getTime() - LATE_AFTER);
  // Only what is settled has no next try. SQLite takes the index for a bound, but not for "not null".
  const nextTryAt = { gt: new Date(0) };
  const unsettled = { nextTryAt, state: { not: 'parked' as const } };
  const [taken, untaken, late, lateUntaken, parked] = await Promise.all([
    prisma.digest.count({ where: unsettled }),
    prisma.digestSchedule.count({ where: { nextDueAt: { lte: now } } }),
    prisma.digest.count({ where: { ...unsettled, dueAt: { lt: longAgo } } }),
    prisma.digestSchedule.count({ where: { nextDueAt: { lt: longAgo } } }),
    prisma.digest.count({ where: { nextTryAt, state: 'parked' } }),
  ]);
  return { due: taken + untaken, late: late + lateUntaken, parked };
}
