import type { Database } from '../../db/database.js';
import type { WeekVideo } from './best.js';

/** A video of the week as it is shown. */
export interface ShownVideo extends WeekVideo {
  /** Whether a picture showed its counts; one that was typed over since no longer does. */
  readonly pictured: boolean;
}

/** Videos of a week, with whether pictures showed their counts. */
export async function withPictured<T extends WeekVideo>(
  db: Database,
  videos: readonly T[],
): Promise<(T & ShownVideo)[]> {
  if (videos.length === 0) return [];
  const ids = videos.map(({ readingId }) => readingId);
  const rows = await db.prisma.reading.findMany({
    where: { id: { in: ids }, shown: true },
    select: { id: true },
  });
  const pictured = new Set(rows.map(({ id }) => id));
  return videos.map((video) => ({ ...video, pictured: pictured.has(video.readingId) }));
}
