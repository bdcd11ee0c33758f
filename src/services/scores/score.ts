import type { Category, PostKind } from '../../db/generated/sqlite/enums.js';
import type { Part, PostedWindow } from '../estimate/estimate.js';
import type { ExperimentProgress } from '../insights/experiments.js';
import type { Miss } from '../readings/report-card.js';
import type { Wanted } from '../settings.js';
import type { Tip } from '../tips/content.js';
import type { FourCounts } from './count-input.js';
import type { OverTime } from './over-time.js';

/** One scored reading: what the score embed and its buttons show. */
export interface Score extends OverTime {
  readonly readingId: bigint;
  readonly creatorId: bigint;
  readonly guildId: bigint | null;
  readonly private: boolean;
  readonly takenAt: Date;
  readonly title: string | null;
  readonly url: string | null;
  readonly kind: PostKind;
  readonly category: Category | null;
  readonly counts: FourCounts;
  readonly posted: PostedWindow | undefined;
  /** Saves and the bounds of the 80 % range, as they were estimated before any truth was told. */
  readonly estimate: { readonly saves: number; readonly low: number; readonly high: number };
  readonly parts: readonly Part[];
  readonly modelVersion: string;
  /** How many of the creator's own true counts the estimate has learned from. */
  readonly learnedFrom: number;
  /** How many true counts of other members of the server it has learned from. */
  readonly learnedHere: number;
  readonly trueSaves: bigint | null;
  /** Whether it isn't known which of the creator's accounts it is of: then no true counts teach it. */
  readonly accountUnknown: boolean;
  /** How far off the estimate was; null until the truth is told. */
  readonly miss: Miss | null;
  readonly verdict: 'scored' | 'too_early' | 'too_small';
  /** 0 to 100, from the truth where it is known, else from the estimate; null unless `scored`. */
  readonly value: number | null;
  /** The scores of the ends of the 80 % range; null where the truth is known, and unless `scored`. */
  readonly range: { readonly low: number; readonly high: number } | null;
  /** What the value compares with, in words. */
  readonly reference: string;
  readonly comeBackAt: Date | null;
  /** The reading of the same video before this one. */
  readonly previous: { readonly takenAt: Date; readonly views: bigint } | null;
  /** The experiment that was named with it; null where none was. */
  readonly experiment: ExperimentProgress | null;
  /** The one thing to try next; never the one before of this creator. */
  readonly tip: Tip;
  /** How the server that sees it wants to be answered. */
  readonly wanted: Wanted;
}
