import { type Count, parseCount, readingsOf } from '../../lib/counts.js';
import { isMoreThanShown } from '../estimate/plausible.js';
import type { Unreadable } from '../refusal.js';
import { type Chosen, countFrom, type Doubt } from './doubts.js';
import type { CountOption } from './typed-score.js';

/** The four counts every reading has. */
export type FourCounts = Readonly<Record<'views' | 'likes' | 'comments' | 'shares', Count>>;

/** Whose typing it is, and what they have said it means. */
export interface Typing {
  /** The member's language as a BCP 47 tag; without it a form that differs by language is doubtful. */
  readonly language?: string | undefined;
  readonly chosen?: Chosen | undefined;
}

/** What came up while reading, so that all of it is told at once. */
export interface Findings {
  readonly unreadable: Unreadable[];
  readonly doubts: Doubt[];
}

/** Nothing found yet. */
export const noFindings = (): Findings => ({ unreadable: [], doubts: [] });

/** Reads a count as it was typed; what can't be read, or may mean several things, is noted. */
export function readCount(
  option: CountOption,
  typed: string,
  { language, chosen }: Typing,
  found: Findings,
): Count {
  const said = chosen?.[option];
  if (said !== undefined) return countFrom(said);
  const result = parseCount(typed, language);
  if (result.ok) return result.count;
  if (result.problem === 'ambiguous') {
    found.doubts.push({ option, typed, readings: result.readings });
  } else {
    found.unreadable.push({ option, typed, why: result.problem });
  }
  return { value: 0n, step: 1n };
}

/** Reads the four counts every reading has, in the same way. */
export function readFourCounts(
  typed: Readonly<Record<keyof FourCounts, string>>,
  typing: Typing,
  found: Findings,
): FourCounts {
  return {
    views: readCount('views', typed.views, typing, found),
    likes: readCount('likes', typed.likes, typing, found),
    comments: readCount('comments', typed.comments, typing, found),
    shares: readCount('shares', typed.shares, typing, found),
  };
}

/**
 * Saves against the views: of several readings those above the views fall away, and saves that are
 * more are doubtful where another language means less by them (Indonesian `1,2 M` is 1.2 billion).
 *
 * @param saves as read; what is doubtful or unreadable of them stands in `found`.
 */
export function savesWithin(
  saves: Count,
  typed: string,
  views: Count,
  { language, chosen }: Typing,
  found: Findings,
): Count {
  const isOpen = (option: string) =>
    found.doubts.some((doubt) => doubt.option === option) ||
    found.unreadable.some((one) => one.option === option);
  if (isOpen('views') || chosen?.saves !== undefined) return saves;
  const possible = (readings: readonly Count[]) =>
    readings.filter((one) => !isMoreThanShown(one, views));
  const at = found.doubts.findIndex(({ option }) => option === 'saves');
  const doubt = found.doubts[at];
  if (doubt === undefined || doubt.option === 'posted' || doubt.option === 'title') {
    if (isOpen('saves') || !isMoreThanShown(saves, views)) return saves;
    const readings = possible(readingsOf(typed, language));
    if (readings.length > 0) found.doubts.push({ option: 'saves', typed, readings });
    return saves;
  }
  const readings = possible(doubt.readings);
  const [only, another] = readings;
  if (only === undefined) return saves;
  if (another !== undefined) found.doubts[at] = { ...doubt, readings };
  else found.doubts.splice(at, 1);
  return another === undefined ? only : saves;
}

/** What is doubtful, as one who has other things to mend is told of it. */
export function doubtsAsUnreadable(doubts: readonly Doubt[]): Unreadable[] {
  return doubts.flatMap((doubt): Unreadable[] => {
    const { typed } = doubt;
    switch (doubt.option) {
      case 'posted': {
        const why = { ok: false, problem: 'ambiguous', candidates: doubt.days } as const;
        return [{ option: 'posted', typed, why }];
      }
      case 'title':
        return []; // it can be read
      default:
        return [{ option: doubt.option, typed, why: 'ambiguous' }];
    }
  });
}
