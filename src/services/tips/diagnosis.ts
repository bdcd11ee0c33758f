import type { Category } from '../../db/generated/sqlite/enums.js';
import type { TypicalRates } from '../estimate/comparable.js';
import type { Pattern } from './content.js';

/** A judged video of one creator, as last read. */
export interface OwnVideo {
  readonly title: string | null;
  readonly takenAt: Date;
  readonly category: Category | null;
  readonly views: number;
  readonly likes: number;
  readonly shares: number;
  readonly saves: number;
  /** Whether the creator counted them; else they are estimated. */
  readonly savesTold: boolean;
  /** Average seconds a view and length in seconds, where both were told. */
  readonly watched: { readonly seconds: number; readonly length: number } | null;
  readonly newFollowers: number | null;
}

/** The steps from being seen to being followed. */
const STEPS = ['likes', 'shares', 'watch', 'saves', 'followers'] as const;
export type StepName = (typeof STEPS)[number];

/** One rate of a video beside the creator's own and beside comparable videos. */
export interface Step {
  readonly name: StepName;
  /** Likes a view, shares a like, the share of the length watched, saves a view, followers a view. */
  readonly value: number;
  /** The median of the creator's other videos; null where too few say anything of it. */
  readonly median: number | null;
  /** How many other videos say something of it. */
  readonly others: number;
  /** The middle of comparable videos; null where nothing is known of them. */
  readonly comparable: number | null;
  /** Mean log ratio to the median and to comparable videos; null where both are unknown. */
  readonly standing: number | null;
}

export interface Diagnosis {
  readonly video: OwnVideo;
  /** Those of which something is known, in the order of `STEPS`. */
  readonly steps: readonly Step[];
  /** Null where nothing stands out. */
  readonly pattern: Pattern | null;
  /** How many of the videos looked at have estimated saves. */
  readonly estimated: number;
  readonly lookedAt: number;
}

/** A median of fewer videos says nothing. */
export const FEWEST_OTHERS = 4;

/** How far a rate has to stand below or above the usual to say something: a heuristic. */
const LOW = Math.log(0.8);
const HIGH = Math.log(1.25);

/** Shares what is below by above, with half a count more, so that none isn't infinitely few. */
const smooth = (part: number, whole: number) => (part + 0.5) / (whole + 1);

/** A part and its whole: the rate is one by the other. */
type Pair = readonly [part: number, whole: number];

const pairs: Record<StepName, (video: OwnVideo) => Pair | null> = {
  likes: ({ likes, views }) => [likes, views],
  shares: ({ shares, likes }) => (likes > 0 ? [shares, likes] : null),
  watch: ({ watched }) => watched && [watched.seconds, watched.length],
  saves: ({ saves, views }) => [saves, views],
  followers: ({ newFollowers, views }) => (newFollowers === null ? null : [newFollowers, views]),
};

/**
 * Where a video loses people, against the creator's own median and comparable videos. A heuristic:
 * it names the step that stands furthest below the usual while the one before it doesn't.
 *
 * @param others the creator's other judged videos, at least FEWEST_OTHERS.
 */
export function diagnose(
  video: OwnVideo,
  others: readonly OwnVideo[],
  typical: TypicalRates,
): Diagnosis {
  const comparable: Record<StepName, number | null> = {
    likes: typical.likesPerView,
    shares: typical.sharesPerLike,
    watch: null,
    saves: typical.savesPerView,
    followers: null,
  };
  const steps = STEPS.flatMap((name) => stepOf(name, video, others, comparable[name]) ?? []);
  const all = [video, ...others];
  return {
    video,
    steps,
    pattern: patternOf(steps),
    estimated: all.filter(({ savesTold }) => !savesTold).length,
    lookedAt: all.length,
  };
}

function stepOf(
  name: StepName,
  video: OwnVideo,
  others: readonly OwnVideo[],
  comparable: number | null,
): Step | null {
  const own = pairs[name](video);
  if (own === null) return null;
  const theirs = others.flatMap((other) => {
    const pair = pairs[name](other);
    return pair === null ? [] : [pair];
  });
  const [part, whole] = own;
  const isKnown = theirs.length >= FEWEST_OTHERS;
  const ratios = [
    ...(isKnown ? [smooth(part, whole) / median(theirs.map((pair) => smooth(...pair)))] : []),
    ...(comparable !== null ? [smooth(part, whole) / comparable] : []),
  ];
  return {
    name,
    value: part / whole,
    median: isKnown ? median(theirs.map(([some, of]) => some / of)) : null,
    others: theirs.length,
    comparable,
    standing:
      ratios.length === 0
        ? null
        : ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length,
  };
}

function patternOf(steps: readonly Step[]): Pattern | null {
  const standing = (name: StepName) => steps.find((step) => step.name === name)?.standing ?? null;
  const isLow = (name: StepName) => (standing(name) ?? 0) <= LOW;
  const holds = (name: StepName) => (standing(name) ?? LOW) > LOW;
  const found: [StepName, Pattern][] = [];
  if (isLow('likes')) found.push(['likes', 'seen-not-liked']);
  if (isLow('shares') && holds('likes')) found.push(['shares', 'liked-not-shared']);
  if (isLow('saves') && (holds('watch') || holds('shares'))) {
    // Both fit where both hold: the one that stands higher tells more.
    const watched = holds('watch') && (standing('watch') ?? 0) >= (standing('shares') ?? 0);
    found.push(['saves', watched || !holds('shares') ? 'watched-not-saved' : 'shared-not-saved']);
  }
  if (isLow('followers') && holds('saves')) found.push(['followers', 'saved-no-follows']);
  const [worst] = found.sort(([a], [b]) => (standing(a) ?? 0) - (standing(b) ?? 0));
  if (worst !== undefined) return worst[1];
  return (standing('saves') ?? 0) >= HIGH ? 'doing-well' : null;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
}
