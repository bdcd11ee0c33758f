import type { ServiceContext } from '../context.js';
import { type AccuracyInsight, accuracyInsight, lastTruths } from './accuracy.js';
import { type CategoriesInsight, categoriesInsight } from './categories.js';
import { type ExperimentFound, experimentsOf } from './experiments.js';
import { type SignalsInsight, signalsInsight } from './signals.js';
import { insightVideos, lastReadings, newestTrying, withinDays } from './videos.js';

/** What moves with a creator's saves, and what came of the changes they tried. */
export interface OwnSignals {
  readonly signals: SignalsInsight;
  readonly experiments: readonly ExperimentFound[];
  /** Videos that are too small, or were too early when they were typed. */
  readonly waiting: number;
  /** Videos of other accounts, and those of which it isn't known which of several they are of. */
  readonly ofOthers: number;
  readonly ofUnknown: number;
  /** Whether only the readings of some days were looked at. */
  readonly someDays: boolean;
}

/** The creator's categories compared. */
export interface OwnCategories extends CategoriesInsight {
  readonly waiting: number;
  readonly ofOthers: number;
  readonly ofUnknown: number;
  readonly someDays: boolean;
}

export type Insights = ReturnType<typeof createInsights>;

/**
 * What a creator's own numbers say, with how sure that is: from their last readings, private ones
 * too, since only they see it.
 */
export function createInsights({ db, clock }: ServiceContext) {
  /**
   * Which signals move with saves, over the readings of the last `days`; and each experiment beside
   * what was before it, however long ago that is.
   */
  async function signals(creatorId: bigint, days?: number): Promise<OwnSignals> {
    const now = clock();
    const readings = await lastReadings(db, creatorId);
    const { videos, ...left } = insightVideos(withinDays(readings, days, now), now);
    return {
      signals: signalsInsight(videos),
      experiments: experimentsOf(insightVideos(readings, now).videos, newestTrying(readings, now)),
      ...left,
      someDays: days !== undefined,
    };
  }

  /** The save rates of the creator's categories, over the readings of the last `days`. */
  async function categories(creatorId: bigint, days?: number): Promise<OwnCategories> {
    const now = clock();
    const readings = withinDays(await lastReadings(db, creatorId), days, now);
    const { videos, ...left } = insightVideos(readings, now);
    return { ...categoriesInsight(videos), ...left, someDays: days !== undefined };
  }

  /** How far off the estimates were, of all accounts; null where no truth was ever told. */
  async function accuracy(creatorId: bigint): Promise<AccuracyInsight | null> {
    return accuracyInsight(await lastTruths(db, creatorId));
  }

  return { signals, categories, accuracy };
}
