import {
  CHANCE,
  type Interval,
  neededInGroup,
  rankTest,
  shiftBetween,
} from '../../lib/statistics.js';
import { inflationOf } from './in-time.js';
import { type Basis, logRateOf, type Saves } from './saves.js';

/** A video of one of two groups. */
export interface Member {
  readonly saves: Saves;
  readonly isFirst: boolean;
}

/** How the save rates of two groups of one creator's videos differ. */
export interface TwoGroups {
  /** How many times the rate of the second group, by the Hodges–Lehmann shift of logarithms, */
  readonly times: number;
  /** and between which factors it may lie; null where the groups are too small to say. */
  readonly interval: Interval | null;
  /** How many times the variance is that of videos in turns: see `inflationOf`. */
  readonly inflation: number;
  /** The last number of videos in each group at which it was concluded; null before the first. */
  readonly concludedAt: number | null;
  /** The next one; null after the last. */
  readonly nextAt: number | null;
  /**
   * As it counts however often somebody looks: two-sided, by the looks so far. Null where nothing
   * was concluded yet.
   */
  readonly p: number | null;
  /** The same for whoever looks but once: at all of these videos. */
  readonly pOnce: number;
  /**
   * The first number of videos in each group, in turns, at which it is concluded and a factor of
   * SHOWN_FACTOR would show in 8 of 10 cases; null where none is enough.
   */
  readonly needed: number | null;
}

/** The difference of which it is said how many videos would show it. */
export const SHOWN_FACTOR = 1.5;

/**
 * Videos in the smaller group at which two groups are concluded, and how much of the 5 in 100 each
 * look may use up. Between them nothing is concluded, so that looking again after each video finds
 * no more by accident. The first gets most, since most get no further.
 */
const LOOKS = [
  { at: 10, share: 0.8 },
  { at: 20, share: 0.15 },
  { at: 40, share: 0.05 },
] as const;

/** Videos in each group at which it is concluded. */
export const LOOK_SIZES: readonly number[] = LOOKS.map(({ at }) => at);

/** Those from which on it is. */
export const FIRST_LOOK = LOOKS[0].at;

/** Where two groups lie more apart in time than this they take no turns: see `inflationOf`. */
export const TAKES_TURNS = 1.25;

/**
 * Compares two groups of one creator's videos, neither of them empty, by their ranks and by how they
 * lie in time.
 *
 * @param members oldest first.
 */
export function compareGroups(members: readonly Member[], basis: Basis): TwoGroups {
  const { first, second, inflation } = sidesOf(members, basis);
  const { shift, interval } = shiftBetween(first, second, inflation);
  const smaller = Math.min(first.length, second.length);
  const reached = LOOKS.filter(({ at }) => at <= smaller);
  const ps = reached.map(({ at, share }) => pOf(untilBothHave(members, at), basis) / share);
  return {
    times: Math.exp(shift),
    interval: interval && { low: Math.exp(interval.low), high: Math.exp(interval.high) },
    inflation,
    concludedAt: reached.at(-1)?.at ?? null,
    nextAt: LOOKS.find(({ at }) => at > smaller)?.at ?? null,
    p: ps.length === 0 ? null : Math.min(1, ...ps),
    pOnce: rankTest(first, second, inflation).p,
    needed: neededToShow(first, second, shift, inflation),
  };
}

function pOf(members: readonly Member[], basis: Basis): number {
  const { first, second, inflation } = sidesOf(members, basis);
  return rankTest(first, second, inflation).p;
}

function sidesOf(members: readonly Member[], basis: Basis) {
  const rates = (wanted: boolean) =>
    members.flatMap(({ saves, isFirst }) => (isFirst === wanted ? [logRateOf(saves, basis)] : []));
  return {
    first: rates(true),
    second: rates(false),
    inflation: inflationOf(members.map(({ isFirst }) => isFirst)),
  };
}

/** The oldest ones, up to the video with which both groups have so many. */
function untilBothHave(members: readonly Member[], many: number): Member[] {
  let [first, second, end] = [0, 0, 0];
  for (const { isFirst } of members) {
    if (isFirst) first += 1;
    else second += 1;
    end += 1;
    if (Math.min(first, second) >= many) break;
  }
  return members.slice(0, end);
}

/**
 * By how much the creator's own videos differ among themselves, and by how strict each look is: the
 * share of it that was used up before is left to those before.
 */
function neededToShow(
  first: readonly number[],
  second: readonly number[],
  shift: number,
  inflation: number,
): number | null {
  const levelled = [...first.map((rate) => rate - shift), ...second];
  let [above, pairs] = [0, 0];
  for (const [i, a] of levelled.entries()) {
    for (const [j, b] of levelled.entries()) {
      if (i === j) continue;
      const raised = a + Math.log(SHOWN_FACTOR);
      above += raised > b ? 1 : raised === b ? 0.5 : 0;
      pairs += 1;
    }
  }
  const inTurns = Math.min(inflation, TAKES_TURNS);
  const shows = ({ at, share }: (typeof LOOKS)[number]) =>
    neededInGroup(above / pairs, share * CHANCE) * inTurns <= at;
  return LOOKS.find(shows)?.at ?? null;
}
