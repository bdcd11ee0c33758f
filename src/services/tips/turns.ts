import type { Database } from '../../db/database.js';
import { timeOfSnowflake } from '../../lib/snowflake.js';
import type { Category, Judgement, Part, Signal } from '../estimate/estimate.js';
import { chooseTip, type Fit, type Pattern, type Tip } from './content.js';
import { isSurelyGood } from './surely-good.js';

/** The tip a creator was shown last. */
export interface LastTip {
  /** Null where the reading says nothing of it. */
  readonly id: string | null;
  /** Counted from 1. */
  readonly turn: number;
}

/** A signal this far below a typical video (log units, about a tenth) counts as weak. */
const WEAK = -0.1;

/** A score up to which a video does worse than most of its size. */
const POORLY = 40;

const patternOfSignal: Partial<Record<Signal, Pattern>> = {
  likes: 'seen-not-liked',
  shares: 'liked-not-shared',
};

/** What of a score decides which tip goes with it. */
interface Judged {
  readonly readingId: bigint;
  readonly verdict: Judgement['verdict'];
  readonly value: number | null;
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly parts: readonly Part[];
  readonly category: Category | null;
  readonly counts: { readonly comments: { readonly value: bigint } };
}

/** The one thing to try next after a score, another one than the tip before. */
export function nextTip(score: Judged, last: LastTip | null): Tip {
  return chooseTip(fitOf(score), last?.id ?? null, timeOfSnowflake(score.readingId).getTime());
}

/** What a single score says of where a video loses people: a heuristic. */
function fitOf(score: Judged): Fit {
  const { verdict, value, range, parts, category } = score;
  const hasComments = score.counts.comments.value > 0n;
  if (verdict === 'too_early') return { patterns: ['too-early'], category, hasComments };
  if (verdict === 'too_small') return { patterns: ['few-views'], category, hasComments };
  const patterns: Pattern[] = [];
  const [weakest] = parts
    .filter(({ signal, effect }) => signal in patternOfSignal && effect < WEAK)
    .sort((a, b) => a.effect - b.effect);
  const pattern = weakest && patternOfSignal[weakest.signal];
  if (pattern !== undefined) patterns.push(pattern);
  if (isSurelyGood(range?.low ?? value)) patterns.push('doing-well');
  const shares = parts.find(({ signal }) => signal === 'shares');
  if (value !== null && value < POORLY && shares !== undefined && shares.effect >= 0) {
    patterns.push('shared-not-saved');
  }
  return { patterns, category, hasComments };
}

/** The tip a creator was shown last; null for the first one. */
export async function lastTip(db: Database, creatorId: bigint): Promise<LastTip | null> {
  const row = await db.prisma.reading.findFirst({
    where: { creatorId, tipTurn: { not: null } },
    orderBy: { tipTurn: 'desc' },
    select: { tip: true, tipTurn: true },
  });
  return row === null || row.tipTurn === null ? null : { id: row.tip, turn: row.tipTurn };
}
