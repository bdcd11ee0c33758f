import { type Count, parseCount } from '../../lib/counts.js';

/** What Studio writes where a number isn't known yet, or the account wasn't there. Never a zero. */
const NOT_KNOWN = /^(?:|undefined|null|nan|n\/?a|[-–—])$/i;

/** A number of an export: known, not known, or none. */
export type Cell =
  | { readonly is: 'known'; readonly count: Count; readonly isNegative: boolean }
  | { readonly is: 'not known' }
  | { readonly is: 'wrong' };

/** Reads a number; comments that were deleted make a day's below zero. */
export function readCell(text: string | undefined): Cell {
  const typed = (text ?? '').trim();
  if (NOT_KNOWN.test(typed)) return { is: 'not known' };
  const isNegative = /^[-−–]\s?(?=\d)/.test(typed);
  const read = parseCount(isNegative ? typed.slice(1) : typed);
  return read.ok ? { is: 'known', count: read.count, isNegative } : { is: 'wrong' };
}
