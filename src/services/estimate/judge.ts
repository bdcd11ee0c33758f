import { at } from '../../lib/at.js';
import type { Reference } from './model.js';

/** When a post went public: one instant from its id, or all that a calendar date can mean. */
export interface PostedWindow {
  earliest: Date;
  latest: Date;
}

/** What is judged. */
export interface Post {
  views: number;
  saves: number;
  low?: number;
  high?: number;
  posted?: PostedWindow;
}

export interface Judgement {
  verdict: 'scored' | 'too_early' | 'too_small';
  /** 0 to 100, whole; null unless `scored`. */
  score: number | null;
  /** The scores of the ends of the 80 % range of the saves, around `score`; null unless `scored`. */
  range: { low: number; high: number } | null;
  /** What the score compares with, in words. */
  reference: string;
  /** When a score is worth asking for again; null when `scored`. */
  comeBackAt: Date | null;
}

/** Below so many views one save more or less moves the score too far: see `model/report.md`. */
export const MIN_VIEWS = 1000;

const HOUR = 3_600_000;
/** Hours after posting at which looking again is worth it. */
const MARKS = [24, 72, 168];
/** A post counts as young for so long. */
const YOUNG = 24 * HOUR;

/**
 * Where a post's save rate stands among comparable videos.
 *
 * Too early: no views yet, or possibly posted less than 24 hours ago. A calendar date is judged by
 * the latest instant it can mean (but not later than now), because a score that moves tomorrow is
 * worth less than a wait. Without a posting time the counts are taken as they are.
 * Too small: fewer than MIN_VIEWS views.
 *
 * @param post `saves` may be an estimate with its 80 % range, or the truth, which has none
 * @param now the moment at which the counts were read
 */
export function judgeWith(reference: Reference, post: Post, now: Date): Judgement {
  const posted = post.posted && Math.min(post.posted.latest.getTime(), now.getTime());
  const notYet = (verdict: 'too_early' | 'too_small', comeBack: number): Judgement => ({
    verdict,
    score: null,
    range: null,
    reference: reference.name,
    comeBackAt: new Date(comeBack),
  });

  if (posted !== undefined && now.getTime() - posted < YOUNG) {
    return notYet('too_early', posted + YOUNG);
  }
  if (post.views <= 0) return notYet('too_early', now.getTime() + YOUNG);
  if (post.views < MIN_VIEWS) return notYet('too_small', nextMark(posted, now.getTime()));
  const scoreOf = (saves: number) => percentOf(reference, post.views, saves);
  return {
    verdict: 'scored',
    score: scoreOf(post.saves),
    range: { low: scoreOf(post.low ?? post.saves), high: scoreOf(post.high ?? post.saves) },
    reference: reference.name,
    comeBackAt: null,
  };
}

/** The next mark after posting; a day ahead where the posting is unknown, a week where all passed. */
function nextMark(posted: number | undefined, now: number): number {
  if (posted === undefined) return now + YOUNG;
  const marks = MARKS.map((hours) => posted + hours * HOUR);
  return marks.find((mark) => mark > now) ?? now + 168 * HOUR;
}

/**
 * The share of reference videos, in percent, whose save rate is lower. Between two sizes the
 * shares at both are blended, so that one view more never makes the score jump.
 */
function percentOf({ knots, quantiles }: Reference, views: number, saves: number): number {
  const size = Math.log1p(views);
  const rate = Math.log1p(Math.min(saves, views)) - size;
  let right = 0;
  while (right < knots.length - 1 && size > at(knots, right)) right += 1;
  const left = Math.max(0, right - 1);
  const span = at(knots, right) - at(knots, left);
  const weight = span === 0 ? 0 : Math.min(1, Math.max(0, (size - at(knots, left)) / span));
  const here = percentileIn(quantiles[left] ?? [], rate);
  const there = percentileIn(quantiles[right] ?? [], rate);
  return Math.round(here + weight * (there - here));
}

/** 0 to 100: where `value` lies in a table of the values at 0, 1, … 100 %. Ties count half. */
function percentileIn(table: readonly number[], value: number): number {
  const below = table.findLastIndex((entry) => entry < value);
  const above = table.findIndex((entry) => entry > value);
  if (above === -1) return below === table.length - 1 ? 100 : (below + 1 + table.length - 1) / 2;
  if (below === -1) return above === 0 ? 0 : (above - 1) / 2;
  if (above - below > 1) return (above + below) / 2;
  return below + (value - at(table, below)) / (at(table, above) - at(table, below));
}
