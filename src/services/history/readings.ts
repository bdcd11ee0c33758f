import type { Prisma } from '../../db/generated/sqlite/client.js';
import { type Saves, savesOf, scoreBounds } from '../saves/saves.js';
import type { FourCounts } from '../scores/count-input.js';
import type { Told } from '../scores/told-in-server.js';
import { countsOf } from '../scores/videos.js';

/** One reading as a history shows it. */
export interface HistoryReading {
  readonly readingId: bigint;
  readonly videoId: bigint;
  readonly creatorId: bigint;
  readonly takenAt: Date;
  readonly private: boolean;
  readonly title: string | null;
  readonly url: string | null;
  readonly kind: 'video' | 'photo';
  readonly handle: string | null;
  readonly counts: FourCounts;
  /** Saves and the bounds of the 80 % range, as they were shown first. */
  readonly estimate: { readonly saves: number; readonly low: number; readonly high: number };
  /** The real count, where the creator told it. */
  readonly told: bigint | null;
  /** How they are known, for comparing. */
  readonly saves: Saves;
  /** Saves for 100 views: by the real count where it is known, else estimated; 0 without views. */
  readonly rate: number;
  /** Its 80 % range; null where the real count is known. */
  readonly rateRange: readonly [low: number, high: number] | null;
  readonly verdict: 'scored' | 'too_early' | 'too_small';
  /** 0 to 100, from the real count where it is known; null unless `scored`. */
  readonly score: number | null;
  /** The score at both bounds of the range; null where the real count is known, and unless `scored`. */
  readonly scoreRange: readonly [low: number, high: number] | null;
}

/** What is read of each reading. */
export const historyColumns = {
  video: true,
  trueSaves: true,
  // The one that was shown first: what was said stays said.
  estimates: { orderBy: { createdAt: 'asc' }, take: 1 },
} satisfies Prisma.ReadingInclude;

type Row = Prisma.ReadingGetPayload<{ include: typeof historyColumns }>;

/**
 * A row as a history shows it.
 *
 * @param told what may be shown of its video; its creator alone is shown the video's own row.
 */
export function historyReading(row: Row, told: Pick<Told, 'title' | 'link'>): HistoryReading {
  const [estimate = NO_ESTIMATE] = row.estimates;
  const counted = row.trueSaves?.saves ?? null;
  const { saves: estimated, low, high, score, verdict } = estimate;
  const saves = savesOf({ ...row, ...estimate, estimated, told: counted });
  const rateOf = (count: number) => (row.views > 0n ? (100 * count) / Number(row.views) : 0);
  return {
    readingId: row.id,
    videoId: row.videoId,
    creatorId: row.creatorId,
    takenAt: row.takenAt,
    private: row.private,
    title: row.title ?? told.title,
    url: row.link ?? told.link,
    kind: row.kind,
    handle: row.video.handle,
    counts: countsOf(row),
    estimate: { saves: estimated, low, high },
    told: counted,
    saves,
    rate: rateOf(counted === null ? estimated : Number(counted)),
    rateRange: counted === null ? [rateOf(low), rateOf(high)] : null,
    verdict,
    score: saves.counted === null ? score : (saves.counted.score?.value ?? null),
    scoreRange:
      counted === null && score !== null
        ? scoreBounds(saves.views, { low, high }, row.takenAt)
        : null,
  };
}

/** A reading is never stored without what was estimated. */
const NO_ESTIMATE = {
  saves: 0,
  low: 0,
  high: 0,
  score: null,
  verdict: 'too_early' as const,
  modelVersion: '',
  learnedFrom: 0,
  learnedHere: 0,
};
