import type { Count } from '../../lib/counts.js';
import { isMoreThanShown } from '../estimate/plausible.js';
import { Refusal } from '../refusal.js';
import {
  doubtsAsUnreadable,
  type FourCounts,
  noFindings,
  readCount,
  readFourCounts,
  savesWithin,
  type Typing,
} from './count-input.js';
import type { Doubt } from './doubts.js';
import type { TypedScore } from './typed-score.js';

/** What a member types into the modal behind `Add real saves`, or behind `New numbers`. */
export interface TypedTruth {
  /** Nothing where new counts alone are told. */
  readonly saves: string;
  /** The counts of now, where the reading is older than a day; null where it is fresh. */
  readonly counts: Pick<TypedScore, 'views' | 'likes' | 'comments' | 'shares'> | null;
}

/**
 * Reads a truth.
 *
 * @param counts those of the reading, which hold where no new ones came.
 * @param needNew whether the reading is too old for that: a truth never meets old counts.
 * @param corrected what can be sent in its place where it is refused; null where nothing is known.
 * @returns what may mean several things, if anything does; no saves where new counts alone are told.
 * @throws Refusal naming everything that can't be read or can't be true.
 */
export function readTruth(
  typed: TypedTruth,
  counts: FourCounts,
  needNew: boolean,
  typing: Typing,
  corrected: TypedScore | null = null,
): { doubts: readonly Doubt[] } | { doubts: null; saves: Count | null; counts: FourCounts } {
  const found = noFindings();
  const isTold = typed.counts === null || typed.saves.trim() !== '';
  const typedSaves = isTold ? readCount('saves', typed.saves, typing, found) : null;
  const given =
    typed.counts ?? (needNew ? { views: '', likes: '', comments: '', shares: '' } : null);
  const current = given === null ? counts : readFourCounts(given, typing, found);
  const saves = typedSaves && savesWithin(typedSaves, typed.saves, current.views, typing, found);
  if (found.unreadable.length > 0) {
    const unreadable = [...found.unreadable, ...doubtsAsUnreadable(found.doubts)];
    throw new Refusal({ kind: 'input', unreadable, impossible: [], corrected });
  }
  if (found.doubts.length > 0) return { doubts: found.doubts };
  if (saves !== null && isMoreThanShown(saves, current.views)) {
    const views = given?.views ?? String(counts.views.value);
    throw new Refusal({
      kind: 'input',
      unreadable: [],
      impossible: [{ what: 'more saves than views', saves: typed.saves, views }],
      corrected,
    });
  }
  return { doubts: null, saves, counts: current };
}
