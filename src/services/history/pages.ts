import type { Database } from '../../db/database.js';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import { withVideos } from '../scores/with-videos.js';
import { historyColumns } from './readings.js';

/** A place in a history, newest first, and which way to go on from it. */
export interface Cursor {
  readonly direction: 'older' | 'newer';
  readonly takenAt: Date;
  readonly readingId: bigint;
}

/** Where a reading stands in a history; the id parts what came in the same moment. */
type Place = Pick<Cursor, 'takenAt' | 'readingId'>;

type Rows = Prisma.ReadingGetPayload<{ include: typeof historyColumns }>[];

/** Some readings, newest first. */
export interface Page {
  readonly rows: Rows;
  /** The reading after the last one, which its growth is counted from. */
  readonly before: Rows[number] | null;
  /** Whether there is more on either side. */
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
  /** Of all pages. */
  readonly total: number;
}

/**
 * A page of a history. A cursor names a place and no number of a page, so nothing is skipped or
 * shown twice where readings came or went meanwhile; past either end is the page at that end.
 */
export async function readPage(
  db: Database,
  where: Prisma.ReadingWhereInput,
  cursor: Cursor | null,
  size: number,
): Promise<Page> {
  const newestFirst = [{ takenAt: 'desc' }, { id: 'desc' }] as const;
  const oldestFirst = [{ takenAt: 'asc' }, { id: 'asc' }] as const;
  const read = async (place: Prisma.ReadingWhereInput, isDescending: boolean) => {
    const rows = await withVideos(() =>
      db.prisma.reading.findMany({
        where: { AND: [where, place] },
        orderBy: [...(isDescending ? newestFirst : oldestFirst)],
        take: size,
        include: historyColumns,
      }),
    );
    return isDescending ? rows : rows.reverse();
  };
  let rows =
    cursor === null
      ? await read({}, true)
      : cursor.direction === 'older'
        ? await read(olderThan(cursor), true)
        : await read(newerThan(cursor), false);
  if (cursor?.direction === 'older' && rows.length === 0) rows = await read({}, false);
  // The first page is full, also where it is come to from below.
  if (cursor?.direction === 'newer' && rows.length < size) rows = await read({}, true);
  const [first, last] = [rows.at(0), rows.at(-1)];
  const [newer, before, total] = await Promise.all([
    first &&
      db.prisma.reading.findFirst({
        where: { AND: [where, newerThan(placeOf(first))] },
        select: { id: true },
      }),
    last &&
      withVideos(() =>
        db.prisma.reading.findMany({
          where: { AND: [where, olderThan(placeOf(last))] },
          orderBy: [...newestFirst],
          take: 1,
          include: historyColumns,
        }),
      ),
    db.prisma.reading.count({ where }),
  ]);
  return {
    rows,
    before: before?.[0] ?? null,
    hasNewer: newer != null,
    hasOlder: before?.[0] !== undefined,
    total,
  };
}

function placeOf({ takenAt, id }: Rows[number]): Place {
  return { takenAt, readingId: id };
}

// The bound on the time alone is what the index is searched by.
function olderThan({ takenAt, readingId }: Place): Prisma.ReadingWhereInput {
  return {
    takenAt: { lte: takenAt },
    OR: [{ takenAt: { lt: takenAt } }, { id: { lt: readingId } }],
  };
}

function newerThan({ takenAt, readingId }: Place): Prisma.ReadingWhereInput {
  return {
    takenAt: { gte: takenAt },
    OR: [{ takenAt: { gt: takenAt } }, { id: { gt: readingId } }],
  };
}
