import type { Database } from '../../db/database.js';
import { holdingARow } from '../../db/transaction.js';
import { missOf } from '../readings/report-card.js';
import { type Improbable, Refusal } from '../refusal.js';
import { improbableTruth } from './improbable.js';
import type { TruthTeller } from './outcome.js';
import { readTruth, type TypedTruth } from './truth.js';
import { countsOf } from './videos.js';

/**
 * Puts a truth beside a reading, held against the counts and the estimate that the reading has in
 * that moment: it may have been corrected since it was looked at.
 *
 * @returns what is hardly true of it; then nothing was stored.
 * @throws Refusal if the reading has gone, or the truth can't be true.
 */
export function keepTruth(
  db: Database,
  typed: TypedTruth,
  readingId: bigint,
  { interactionId, callerId: creatorId, at, confirmed, language, chosen }: TruthTeller,
): Promise<readonly Improbable[]> {
  return holdingARow(db, async (tx) => {
    await tx.reading.updateMany({
      where: { id: readingId },
      data: { viewsStep: { increment: 0 } },
    });
    const reading = await tx.reading.findUnique({ where: { id: readingId } });
    // The one that was shown first: a truth is held against what was said.
    const estimate = await tx.estimate.findFirst({
      where: { readingId },
      orderBy: { createdAt: 'asc' },
    });
    if (reading === null || estimate === null) throw new Refusal({ kind: 'reading gone' });
    const read = readTruth(typed, countsOf(reading), false, { language, chosen });
    if (read.doubts !== null) throw new Error('What it means is asked before it is kept.');
    const { saves } = read;
    if (saves === null) throw new Error('Nothing was told beside this reading.');
    const improbable = improbableTruth(saves.value, estimate);
    if (!confirmed && improbable.length > 0) return improbable;
    const told = {
      guildId: reading.private ? null : reading.guildId,
      saves: saves.value,
      savesStep: saves.step,
      ...missOf(estimate, Number(saves.value)),
      toldBy: interactionId,
    };
    await tx.trueSave.upsert({
      where: { readingId },
      // A count that is changed stays told when it was: what closed since had it counted.
      create: { readingId, creatorId, ...told, toldAt: at },
      update: told,
    });
    return [];
  });
}
