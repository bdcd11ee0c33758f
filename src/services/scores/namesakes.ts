import type { Database } from '../../db/database.js';
import { sameTitle } from '../../lib/normalise.js';
import type { Namesake } from './doubts.js';
import type { Submission } from './submission.js';

/** So many of a creator's videos are looked through: the newest. */
const MOST_LOOKED_THROUGH = 500;

/** So many are offered to choose from. */
const MOST_OFFERED = 3;

/**
 * The creator's known videos that have the title of a submission, where nothing but a title says
 * which video it is; none otherwise.
 */
export async function namesakesOf(
  db: Database,
  creatorId: bigint,
  { title, link, posted }: Submission,
): Promise<Namesake[]> {
  if (title === null || link !== null || posted !== null) return [];
  const videos = await db.prisma.video.findMany({
    where: { creatorId, title: { not: null } },
    orderBy: { id: 'desc' },
    take: MOST_LOOKED_THROUGH,
    select: { id: true, title: true, posted: true },
  });
  const named = videos.filter((video) => video.title !== null && sameTitle(video.title, title));
  const offered = named.slice(0, MOST_OFFERED);
  if (offered.length === 0) return [];
  const last = await db.prisma.reading.groupBy({
    by: ['videoId'],
    where: { videoId: { in: offered.map(({ id }) => id) } },
    _max: { takenAt: true },
  });
  return offered.flatMap(({ id, posted: day }) => {
    const takenAt = last.find(({ videoId }) => videoId === id)?._max.takenAt;
    return takenAt == null ? [] : [{ videoId: id, posted: day, takenAt }];
  });
}
