import type { Prisma } from '../../db/generated/sqlite/client.js';
import { judge } from '../estimate/estimate.js';
import type { Told } from '../readings/told-in-server.js';
import { type Saves, savesOf } from '../saves/saves.js';
import type { FourCounts } from '../scores/count-input.js';
import { judgedBy } from '../scores/stored-score.js';
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

/** A reading with what belongs to it. */
export type HistoryRow = Prisma.ReadingGetPayload<{ include: typeof historyColumns }>;

/**
 * A row as a history shows it.
 *
 * @param told what may be shown of its video; its creator alone is shown the video's own row.
 */
export function historyReading(
  row: HistoryRow,
  told: Pick<Told, 'title' | 'link'>,
): HistoryReading {
  const [estimate = NO_ESTIMATE] = row.estimates;
  const counted = row.trueSaves?.saves ?? null;
  const { saves: estimated, low, high, verdict } = estimate;
  const views = Number(row.views);
  const shown = counted === null ? { saves: estimated, low, high } : { saves: Number(counted) };
  const by = judgedBy(estimate);
  const knewCategory = by.category !== undefined;
  const { score, range } =
    verdict === 'scored'
      ? judge({ views, ...shown }, row.takenAt, by)
      : { score: null, range: null };
  const rateOf = (count: number) => (views > 0 ? (100 * count) / views : 0);
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
    saves: savesOf({ ...row, ...estimate, estimated, knewCategory, told: counted }),
    rate: rateOf(shown.saves),
    verdict,
    // What was said stays said.
    score: counted === null ? estimate.score : score,
    scoreRange: counted === null && range !== null ? [range.low, range.high] : null,
  };
}

/** A reading is never stored without what was estimated. */
const NO_ESTIMATE = {
  ...{ saves: 0, low: 0, high: 0, score: null, verdict: 'too_early' as const },
  ...{ modelVersion: '', parts: [], learnedFrom: 0, learnedHere: 0 },
};
