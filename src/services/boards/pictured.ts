import type { Database } from '../../db/database.js';
import { scoreRange } from '../saves/saves.js';
import type { WeekVideo } from './best.js';

/** A video of the week as it is shown. */
export interface ShownVideo extends WeekVideo {
  /** Whether a picture showed its counts; one that was typed over since no longer does. */
  readonly pictured: boolean;
  /** The bounds of the score, at those of the saves; null where they were counted. */
  readonly scores: { readonly low: number; readonly high: number } | null;
}

/** Videos of a week, with whether pictures showed their counts, and the bounds of their scores. */
export async function withPictured<T extends WeekVideo>(
  db: Database,
  videos: readonly T[],
): Promise<(T & ShownVideo)[]> {
  if (videos.length === 0) return [];
  const ids = videos.map(({ readingId }) => readingId);
  const rows = await db.prisma.reading.findMany({
    where: { id: { in: ids } },
    select: { id: true, shown: true, views: true, takenAt: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return videos.map((video) => {
    const row = byId.get(video.readingId);
    return { ...video, pictured: row?.shown === true, scores: boundsOf(video, row) };
  });
}

/** A score is kept as it was; what was corrected since moves its bounds at most away from it. */
function boundsOf(
  video: WeekVideo,
  row: { readonly views: bigint; readonly takenAt: Date } | undefined,
): ShownVideo['scores'] {
  const range = video.told || row === undefined ? null : scoreRange(video, row);
  if (range === null) return null;
  return { low: Math.min(range.low, video.score), high: Math.max(range.high, video.score) };
}
