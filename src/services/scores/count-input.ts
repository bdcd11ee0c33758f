import { type Count, parseCount } from '../../lib/counts.js';
import type { Unreadable } from '../refusal.js';
import type { CountOption } from './typed-score.js';

/** The four counts every reading has. */
export type FourCounts = Readonly<Record<'views' | 'likes' | 'comments' | 'shares', Count>>;

/** Reads a count as it was typed; what can't be read joins `unreadable`, so that all is told at once. */
export function readCount(option: CountOption, typed: string, unreadable: Unreadable[]): Count {
  const result = parseCount(typed);
  if (result.ok) return result.count;
  unreadable.push({ option, typed, why: result.problem });
  return { value: 0n, step: 1n };
}

/** Reads the four counts every reading has, in the same way. */
export function readFourCounts(
  typed: Readonly<Record<keyof FourCounts, string>>,
  unreadable: Unreadable[],
): FourCounts {
  return {
    views: readCount('views', typed.views, unreadable),
    likes: readCount('likes', typed.likes, unreadable),
    comments: readCount('comments', typed.comments, unreadable),
    shares: readCount('shares', typed.shares, unreadable),
  };
}
