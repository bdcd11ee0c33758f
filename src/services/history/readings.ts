import type { Prisma } from '../../db/generated/sqlite/client.js';
import { judge } from '../estimate/estimate.js';
import type { FourCounts } from '../scores/count-input.js';
import { linkOf } from '../scores/stored-score.js';
import { postedWindow } from '../scores/submission.js';
import type { Told } from '../scores/told-in-server.js';
import { countsOf } from '../scores/videos.js';

/** One reading as a history shows it. */
export interface HistoryReading {
  readonly readingId: bigint;
  readonly videoId: bigint;
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
  const { video, estimates } = row;
  const known = told === video || !video.toldInPrivate ? video : null;
  // A reading is never stored without what was estimated.
  const [estimate = { saves: 0, low: 0, high: 0, score: null, verdict: 'too_early' as const }] =
    estimates;
  const counted = row.trueSaves?.saves ?? null;
  const posted = postedWindow(
    linkOf(row.link)?.id ?? known?.tiktokId ?? null,
    row.posted ?? known?.posted ?? null,
    row.takenAt,
  );
  const judged = (saves: number) =>
    judge({ views: Number(row.views), saves, ...(posted && { posted }) }, row.takenAt);
  const { saves, low, high } = estimate;
  const rateOf = (count: number) => (row.views > 0n ? (100 * count) / Number(row.views) : 0);
  const atTruth = counted === null ? null : judged(Number(counted));
  const [atLow, atHigh] =
    counted === null && estimate.score !== null ? [judged(low).score, judged(high).score] : [];
  return {
    readingId: row.id,
    videoId: row.videoId,
    takenAt: row.takenAt,
    private: row.private,
    title: row.title ?? told.title,
    url: row.link ?? told.link,
    kind: row.kind,
    handle: video.handle,
    counts: countsOf(row),
    estimate: { saves, low, high },
    told: counted,
    rate: rateOf(counted === null ? saves : Number(counted)),
    rateRange: counted === null ? [rateOf(low), rateOf(high)] : null,
    verdict: atTruth?.verdict ?? estimate.verdict,
    score: atTruth === null ? estimate.score : atTruth.score,
    scoreRange: atLow == null || atHigh == null ? null : [atLow, atHigh],
  };
}
