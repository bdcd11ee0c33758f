/** Two readings with the same four counts this close together are of one video. */
const SAME_WITHIN = 24 * 3_600_000;

/** A reading, as far as it matters which video it is of. */
export interface OfVideo {
  readonly creatorId: bigint;
  readonly videoId: bigint;
  /** What makes its readings one entry: see `identityOf`. */
  readonly identity: string;
  readonly takenAt: Date;
  readonly views: bigint;
  readonly likes: bigint;
  readonly comments: bigint;
  readonly shares: bigint;
  /** The true count told with it, if there is one. */
  readonly told: bigint | null;
}

/**
 * What tells two videos apart for sure: a `link` of each; or a `name` of each, which is a link, or a
 * title with a date, where nobody gains from a second name.
 */
type Certain = 'link' | 'name';

/**
 * Leaves out what is one video told as several: of a creator's readings of different entries with
 * the same four counts within a day those of one entry stay. What is told of the others at another
 * moment stays, too. In the order given.
 *
 * @param readings in any order.
 */
export function withoutDoubles<T extends OfVideo>(readings: readonly T[], certain: Certain): T[] {
  const videoOf = videosBehind(readings, certain);
  return readings.filter((reading) => videoOf(reading) === reading.videoId);
}

/**
 * The entry for which each reading stands: its own, or the one of which it is a double. Where names
 * suffice a counted entry stands for the others, since the count is what is looked for; where links
 * are needed the one that says best which video it is. Of equals the one that was told first.
 *
 * @param readings in any order.
 */
function videosBehind<T extends OfVideo>(
  readings: readonly T[],
  certain: Certain,
): (reading: T) => bigint {
  const standsFor = new Map<T, bigint>();
  for (const alike of alikeInADay(readings)) {
    const entries = new Map<bigint, T[]>();
    for (const one of alike) entries.set(one.videoId, [...(entries.get(one.videoId) ?? []), one]);
    if (entries.size === 1) continue;
    const [best, ...others] = [...entries.values()].toSorted(
      certain === 'name'
        ? (a, b) => isCounted(b) - isCounted(a) || nameOf(b) - nameOf(a)
        : (a, b) => nameOf(b) - nameOf(a) || isCounted(b) - isCounted(a),
    );
    if (best?.[0] === undefined) continue;
    const { videoId } = best[0];
    const isCertain = (entry: readonly T[]) => nameOf(entry) >= (certain === 'name' ? 1 : 2);
    // A best one without a name is the same as the first that has one.
    const named = others.filter(isCertain).slice(isCertain(best) ? 0 : 1);
    for (const entry of others) {
      if (!named.includes(entry)) for (const one of entry) standsFor.set(one, videoId);
    }
  }
  return (reading) => standsFor.get(reading) ?? reading.videoId;
}

/** Of each video behind the readings the first in the order given. */
export function firstOfEachVideo<T extends OfVideo>(readings: readonly T[], certain: Certain): T[] {
  const videoOf = videosBehind(readings, certain);
  const first = new Map<bigint, T>();
  for (const one of readings) if (!first.has(videoOf(one))) first.set(videoOf(one), one);
  return [...first.values()];
}

/** Readings of one creator with the same four counts, oldest first, none a day after the first. */
function alikeInADay<T extends OfVideo>(readings: readonly T[]): T[][] {
  const groups: T[][] = [];
  const newest = new Map<string, T[]>();
  for (const reading of readings.toSorted((a, b) => a.takenAt.getTime() - b.takenAt.getTime())) {
    const { creatorId, views, likes, comments, shares, takenAt } = reading;
    const key = `${creatorId} ${views} ${likes} ${comments} ${shares}`;
    const group = newest.get(key);
    const since = group?.[0]?.takenAt.getTime() ?? Number.NEGATIVE_INFINITY;
    if (group !== undefined && takenAt.getTime() - since <= SAME_WITHIN) group.push(reading);
    else {
      const begun = [reading];
      newest.set(key, begun);
      groups.push(begun);
    }
  }
  return groups;
}

function isCounted(entry: readonly OfVideo[]): number {
  return Number(entry.some(({ told }) => told !== null));
}

/** How well an entry says which video it is: by a link, by another name, or not at all. */
function nameOf([first]: readonly OfVideo[]): 0 | 1 | 2 {
  if (first === undefined || first.identity.startsWith('reading:')) return 0;
  return first.identity.startsWith('tiktok:') ? 2 : 1;
}
