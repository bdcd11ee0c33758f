import { type ExpectedViews, GROWTH_AGES, viewsOnDaySeven } from '../estimate/growth.js';
import { ofOneAccount } from '../insights/one-account.js';
import { type InsightReading, toldTo } from '../insights/videos.js';
import { FEWEST_SAME_AGE } from '../readings/same-age.js';
import { ageOf, type Looked, since } from './at-same-age.js';

/** What a video may have on its seventh day. A heuristic, with its own record. */
export interface DaySeven extends ExpectedViews {
  /** Of the creator's own videos: how many were known at both ages, and how many the range held. */
  readonly videos: number;
  readonly held: number;
}

const DAY = 86_400_000;

/** Ages in days that count as the seventh day. */
const SEVENTH = { from: 6.5, until: 8 } as const;

/**
 * The views of a video on its seventh day, as a range; null below five others with two readings or
 * more, before a day has passed and after the sixth.
 *
 * @param readings the creator's last ones, newest first.
 */
export function daySeven(
  readings: readonly InsightReading[],
  looked: Looked,
  now: Date,
): DaySeven | null {
  const told = toldTo(readings, looked.server);
  const own = told.find(({ id }) => id === looked.id);
  if (own === undefined || looked.posted === undefined || own.views <= 0n) return null;
  const days = since(looked.posted, own.takenAt) / DAY;
  if (!isWithin(days, GROWTH_AGES)) return null;
  const byVideo = new Map<bigint, InsightReading[]>();
  for (const one of ofOneAccount(told, own.handle).videos) {
    if (one.videoId === own.videoId) continue;
    byVideo.set(one.videoId, [...(byVideo.get(one.videoId) ?? []), one]);
  }
  const twice = [...byVideo.values()].filter((all) => all.length > 1);
  if (twice.length < FEWEST_SAME_AGE) return null;
  const known = twice.flatMap((all) => heldOn(all, now));
  return {
    ...viewsOnDaySeven(Number(own.views), days),
    ...{ videos: known.length, held: known.filter((held) => held).length },
  };
}

/** Whether the range of a video's first usable reading held what it had; nothing where it isn't known. */
function heldOn(all: readonly InsightReading[], now: Date): boolean[] {
  const aged = all.flatMap((one) => {
    const age = ageOf(one, now);
    return age === null ? [] : [{ days: age / DAY, views: Number(one.views) }];
  });
  const before = aged.findLast(({ days, views }) => views > 0 && isWithin(days, GROWTH_AGES));
  const after = aged.find(({ days }) => isWithin(days, SEVENTH));
  if (before === undefined || after === undefined) return [];
  const { low, high } = viewsOnDaySeven(before.views, before.days);
  return [after.views >= low && after.views <= high];
}

function isWithin(days: number, { from, until }: { from: number; until: number }): boolean {
  return days >= from && days <= until;
}
