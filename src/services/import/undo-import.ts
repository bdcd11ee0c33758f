import type { Transaction } from '../../db/transaction.js';
import type { Imported } from './store.js';

/** Ids named in one statement. */
const AT_ONCE = 500;

/** Takes out what came with an import, beside whatever came since; what it changed is as it was. */
export async function undoImport(
  tx: Transaction,
  { importId, videoIds, raised, filled }: Imported,
): Promise<void> {
  // Estimates and real saves go with their readings, days and hours with the import.
  await tx.reading.deleteMany({ where: { importId } });
  await tx.import.deleteMany({ where: { id: importId } });
  for (let at = 0; at < videoIds.length; at += AT_ONCE) {
    const id = { in: videoIds.slice(at, at + AT_ONCE) };
    // Whatever was scored since stays, with its video.
    await tx.video.deleteMany({ where: { id, readings: { none: {} } } });
  }
  for (const { readingId, before, estimates } of raised) {
    const { count } = await tx.reading.updateMany({ where: { id: readingId }, data: before });
    if (count === 0) continue;
    await tx.estimate.deleteMany({ where: { readingId } });
    await tx.estimate.createMany({ data: estimates });
  }
  for (const { videoId, before, after } of filled) {
    const now = await tx.video.findUnique({ where: { id: videoId } });
    if (now === null) continue;
    const columns = Object.keys(after) as (keyof typeof now & keyof typeof after)[]; // of `Video`
    const asTold = columns.filter((column) => now[column] === after[column]);
    const data = Object.fromEntries(asTold.map((column) => [column, before[column]]));
    await tx.video.update({ where: { id: videoId }, data });
  }
}
