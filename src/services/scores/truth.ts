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
 * @returns what may mean several things, if anything does.
 * @throws Refusal naming everything that can't be read or can't be true.
 */
export function readTruth(
  typed: TypedTruth,
  counts: FourCounts,
  needNew: boolean,
  typing: Typing,
): { doubts: readonly Doubt[] } | { doubts: null; saves: Count; counts: FourCounts } {
  const found = noFindings();
  const typedSaves = readCount('saves', typed.saves, typing, found);
  const given =
    typed.counts ?? (needNew ? { views: '', likes: '', comments: '', shares: '' } : null);
  const current = given === null ? counts : readFourCounts(given, typing, found);
  const saves = savesWithin(typedSaves, typed.saves, current.views, typing, found);
  if (found.unreadable.length > 0) {
    const unreadable = [...found.unreadable, ...doubtsAsUnreadable(found.doubts)];
    throw new Refusal({ kind: 'input', unreadable, impossible: [], corrected: null });
  }
  if (found.doubts.length > 0) return { doubts: found.doubts };
  if (isMoreThanShown(saves, current.views)) {
    const views = given?.views ?? String(counts.views.value);
    throw new Refusal({
      kind: 'input',
      unreadable: [],
      impossible: [{ what: 'more saves than views', saves: typed.saves, views }],
      corrected: null,
    });
  }
  return { doubts: null, saves, counts: current };
}
