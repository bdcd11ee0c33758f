import type { Count } from '../../lib/counts.js';
import { Refusal, type Unreadable } from '../refusal.js';
import { type FourCounts, readCount, readFourCounts } from './count-input.js';
import { isMoreThanShown } from './submission.js';
import type { TypedScore } from './typed-score.js';

/** What a member types into the modal behind `Add real saves`. */
export interface TypedTruth {
  readonly saves: string;
  /** The counts of now, where the reading is older than a day; null where it is fresh. */
  readonly counts: Pick<TypedScore, 'views' | 'likes' | 'comments' | 'shares'> | null;
}

/**
 * Reads a truth.
 *
 * @param counts those of the reading, which hold where no new ones came.
 * @param needNew whether the reading is too old for that: a truth never meets old counts.
 * @throws Refusal naming everything that can't be read or can't be true.
 */
export function readTruth(
  typed: TypedTruth,
  counts: FourCounts,
  needNew: boolean,
): { saves: Count; counts: FourCounts } {
  const unreadable: Unreadable[] = [];
  const saves = readCount('saves', typed.saves, unreadable);
  const given =
    typed.counts ?? (needNew ? { views: '', likes: '', comments: '', shares: '' } : null);
  const current = given === null ? counts : readFourCounts(given, unreadable);
  if (unreadable.length > 0) {
    throw new Refusal({ kind: 'input', unreadable, impossible: [], corrected: null });
  }
  if (isMoreThanShown(saves, current.views)) {
    const views = given?.views ?? String(counts.views.value);
    throw new Refusal({
      kind: 'input',
      unreadable: [],
      impossible: [{ what: 'more saves than views', saves: typed.saves, views }],
      corrected: null,
    });
  }
  return { saves, counts: current };
}
