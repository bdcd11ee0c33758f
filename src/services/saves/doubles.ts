/** Two readings with the same four counts this close together are of one video. */
const SAME_WITHIN = 24 * 3_600_000;

interface OfVideo {
  readonly creatorId: bigint;
  readonly videoId: bigint;
  /** What makes its readings one entry: see `identityOf`. */
  readonly identity: string;
  readonly takenAt: Date;
  readonly views: bigint;
  readonly likes: bigint;
  readonly comments: bigint;
  readonly shares: bigint;
}

/**
 * Leaves out what is one video told as several: of a creator's readings of different entries with
 * the same four counts within a day, those of the entry that was told first stay. In the order given.
 *
 * @param readings in any order.
 * @param certain what tells two videos apart for sure: a `link` of each; or a `name` of each, which
 *   is a link, or a title with a date, where nobody gains from a second name.
 */
export function withoutDoubles<T extends OfVideo>(
  readings: readonly T[],
  certain: 'link' | 'name',
): T[] {
  const isCertain = ({ identity }: OfVideo) =>
    certain === 'link' ? identity.startsWith('tiktok:') : !identity.startsWith('reading:');
  const doubles = new Set<bigint>();
  const known = new Map<string, T>();
  const oldestFirst = readings.toSorted((a, b) => a.takenAt.getTime() - b.takenAt.getTime());
  for (const reading of oldestFirst) {
    const { creatorId, videoId, takenAt, views, likes, comments, shares } = reading;
    const key = `${creatorId} ${views} ${likes} ${comments} ${shares}`;
    const before = known.get(key);
    const isNear =
      before !== undefined && takenAt.getTime() - before.takenAt.getTime() <= SAME_WITHIN;
    const areTwo = isNear && isCertain(before) && isCertain(reading);
    if (isNear && before.videoId !== videoId && !areTwo) doubles.add(videoId);
    else known.set(key, reading);
  }
  return readings.filter(({ videoId }) => !doubles.has(videoId));
}
