import { median } from 'simple-statistics';
import type { TypicalRates } from '../estimate/comparable.js';
import type { InsightVideo } from '../insights/videos.js';
import { alike } from '../saves/alike.js';
import { type Basis, measured } from '../saves/saves.js';
import type { Pattern } from './content.js';
import { isSurelyGood } from './surely-good.js';

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
  /** Log ratio to one's own median, which says most; null where that is unknown. */
  readonly besideOwn: number | null;
  /** Log ratio to comparable videos; null where nothing is known of them. */
  readonly besideOthers: number | null;
}

/** Saves that stand below or above the usual, but not far or surely enough for a pattern. */
export type Maybe = 'lower' | 'higher';

export interface Diagnosis {
  readonly video: InsightVideo;
  /** Those of which something is known, in the order of `STEPS`. */
  readonly steps: readonly Step[];
  /** Null where nothing stands out. */
  readonly pattern: Pattern | null;
  /** Where nothing stands out for sure: what the saves look like; null where they are as usual. */
  readonly maybe: Maybe | null;
  /** Whether any step is clearly below the usual, whatever that says. */
  readonly hasLow: boolean;
  /** What the pattern, or that, was seen beside. */
  readonly beside: 'own' | 'others';
  /** How the saves of the video and of those it is held against are known. */
  readonly basis: Basis;
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

const pairs: Record<StepName, (video: InsightVideo, basis: Basis) => Pair | null> = {
  likes: ({ likes, views }) => [likes, views],
  shares: ({ shares, likes }) => (likes > 0 ? [shares, likes] : null),
  watch: ({ watched }) => watched && [watched.seconds, watched.length],
  saves: ({ saves, views }, basis) => [measured(saves, basis).saves.value, views],
  followers: ({ followers }) => followers && [followers.gained, followers.views],
};

/**
 * Where a video loses people: beside the creator's own median, and only where nothing stands out
 * there beside comparable videos, since the two can say the opposite. A heuristic: it names the step
 * that stands furthest below the usual while the one before it doesn't.
 *
 * @param others the creator's other judged videos, at least FEWEST_OTHERS.
 */
export function diagnose(
  video: InsightVideo,
  others: readonly InsightVideo[],
  typical: TypicalRates,
): Diagnosis {
  const { basis, groups } = alike([[video], others], [1, FEWEST_OTHERS]);
  const alikeOthers = new Set(groups[1]);
  const comparable: Record<StepName, number | null> = {
    likes: typical.likesPerView,
    shares: typical.sharesPerLike,
    watch: null,
    // What is known of comparable videos was counted.
    saves: typical.savesPerView,
    followers: null,
  };
  const steps = STEPS.flatMap((name) => {
    const beside = name === 'saves' ? others.filter((one) => alikeOthers.has(one)) : others;
    return stepOf(name, video, beside, comparable[name], basis) ?? [];
  });
  const { counted, estimated } = video.saves;
  const isGood = isSurelyGood((counted ?? estimated).score?.low ?? null);
  const own = patternOf(steps, ({ besideOwn }) => besideOwn, isGood);
  const pattern =
    own ??
    patternOf(
      // An estimate is made of likes and shares: beside counts it says nothing of its own.
      basis === 'counted' ? steps : steps.filter(({ name }) => name !== 'saves'),
      ({ besideOthers }) => besideOthers,
      isGood,
    );
  const saves = steps.find(({ name }) => name === 'saves');
  const [besideOwn, besideOthers] = [maybeOf(saves?.besideOwn), maybeOf(saves?.besideOthers)];
  const maybe = pattern === null ? (besideOwn ?? besideOthers) : null;
  return {
    video,
    steps,
    pattern,
    maybe,
    hasLow: steps.some((step) => [step.besideOwn, step.besideOthers].some(isBelow)),
    beside: own === null && (maybe === null || besideOwn === null) ? 'others' : 'own',
    basis,
    lookedAt: others.length + 1,
  };
}

function stepOf(
  name: StepName,
  video: InsightVideo,
  others: readonly InsightVideo[],
  comparable: number | null,
  basis: Basis,
): Step | null {
  const own = pairs[name](video, basis);
  if (own === null) return null;
  const theirs = others.flatMap((other) => {
    const pair = pairs[name](other, basis);
    return pair === null ? [] : [pair];
  });
  const [part, whole] = own;
  const isKnown = theirs.length >= FEWEST_OTHERS;
  const rate = smooth(part, whole);
  return {
    name,
    value: part / whole,
    median: isKnown ? median(theirs.map(([some, of]) => some / of)) : null,
    others: theirs.length,
    comparable,
    besideOwn: isKnown ? Math.log(rate / median(theirs.map((pair) => smooth(...pair)))) : null,
    besideOthers: comparable === null ? null : Math.log(rate / comparable),
  };
}

function isBelow(standing: number | null): boolean {
  return standing !== null && standing <= LOW;
}

function maybeOf(standing: number | null | undefined): Maybe | null {
  if (standing == null || (standing > LOW && standing < HIGH)) return null;
  return standing <= LOW ? 'lower' : 'higher';
}

function patternOf(
  steps: readonly Step[],
  standingOf: (step: Step) => number | null,
  isGood: boolean,
): Pattern | null {
  const standing = (name: StepName) => {
    const step = steps.find((one) => one.name === name);
    return step === undefined ? null : standingOf(step);
  };
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
  return isGood && (standing('saves') ?? 0) >= HIGH ? 'doing-well' : null;
}
