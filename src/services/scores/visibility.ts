import type { ServiceContext } from '../context.js';
import { changeOwn, estimateAnew } from './estimate-anew.js';
import type { Score } from './score.js';
import { loadScore } from './stored-score.js';

/**
 * Says who sees a stored reading: everybody in its server, or its creator alone. It is estimated anew
 * with what may be used for that; what was posted of it before stays posted.
 *
 * @throws Refusal if the reading has gone or is another member's.
 */
export async function setPrivate(
  { db, clock }: ServiceContext,
  isPrivate: boolean,
  readingId: bigint,
  callerId: bigint,
): Promise<Score> {
  await changeOwn(db, readingId, callerId, async (seen) => {
    if (seen.private === isPrivate) return null;
    return {
      anew: await estimateAnew(db, { ...seen, private: isPrivate }, {}),
      at: clock(),
      async write(tx) {
        const { videoId, guildId } = seen;
        // One after the other: a transaction has one connection.
        await tx.reading.update({ where: { id: readingId }, data: { private: isPrivate } });
        const others = await tx.reading.count({
          where: { videoId, private: true, id: { not: readingId } },
        });
        await tx.video.update({
          where: { id: videoId },
          data: { toldInPrivate: isPrivate || others > 0 },
        });
        await tx.trueSave.updateMany({
          where: { readingId },
          data: { guildId: isPrivate ? null : guildId },
        });
        if (isPrivate) await tx.boardVideo.deleteMany({ where: { readingId } });
      },
    };
  });
  return loadScore(db, readingId);
}
