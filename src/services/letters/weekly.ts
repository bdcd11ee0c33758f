import { median } from 'simple-statistics';
import type { Database } from '../../db/database.js';
import type { ServiceContext } from '../context.js';
import { teachers } from '../import/teachers.js';
import { accuracyInsight, lastTruths } from '../insights/accuracy.js';
import { type InsightReading, lastReadings } from '../insights/videos.js';
import { atSameAge } from '../scores/at-same-age.js';
import { postedWindow } from '../scores/submission.js';
import { chooseTip } from '../tips/content.js';
import { createTips } from '../tips/tips.js';
import type { WeeklyContent } from './content.js';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Videos that are told of. */
const MOST_VIDEOS = 3;

/** A count of an older video is hard to find, and helps the next estimates less. */
const ASKED_WITHIN = 30 * DAY;

/**
 * What a creator's week came to, for them alone; null where nothing new was told in it.
 *
 * @param to the week's end.
 */
export async function weeklyNote(
  context: ServiceContext,
  creatorId: bigint,
  to: Date,
): Promise<WeeklyContent | null> {
  const { db, clock } = context;
  const from = new Date(to.getTime() - WEEK);
  const told = { gte: from, lt: to };
  const week = await db.prisma.trueSave.count({ where: { creatorId, toldAt: told } });
  const readings = await lastReadings(db, creatorId);
  const newest = newestOfEachVideo(readings.filter(({ takenAt }) => takenAt < to));
  const ofWeek = newest.filter(({ takenAt }) => takenAt >= from);
  const before = new Date(from.getTime() - WEEK);
  const ofWeekBefore = newestOfEachVideo(
    readings.filter(({ takenAt }) => takenAt >= before && takenAt < from),
  );
  if (ofWeek.length === 0 && week === 0) return null;
  const card = accuracyInsight(await lastTruths(db, creatorId));
  const tips = await createTips(context).fromOwnNumbers(creatorId);
  const standings = (some: readonly InsightReading[]) =>
    some.flatMap(({ id, title, videoTitle, tiktokId, posted: day }) => {
      const posted = postedWindow(tiktokId, day, clock());
      const found = atSameAge(readings, { id, posted, server: null }, clock());
      if (found === null) return [];
      const { age, times, saves, basis } = found;
      return [{ title: title ?? videoTitle, age, times, saves, basis }];
    });
  const now = standings(ofWeek);
  return {
    videos: now.slice(0, MOST_VIDEOS),
    weeks: weeksOf(now, standings(ofWeekBefore)),
    scored: ofWeek.length,
    card: { week, ever: card?.inside?.videos ?? 0, inside: card?.inside?.hits ?? 0 },
    tip: tips.kind === 'diagnosis' ? tips.tip.id : tipFor(newest[0], to),
    ask: await asked(db, readings, to),
  };
}

/** How the videos of two weeks stand at the same age, in the middle; null where one of them has none. */
function weeksOf(
  now: readonly { readonly times: number }[],
  before: readonly { readonly times: number }[],
): WeeklyContent['weeks'] {
  if (now.length === 0 || before.length === 0) return null;
  const middle = (some: typeof now) => ({
    times: median(some.map(({ times }) => times)),
    videos: some.length,
  });
  return { now: middle(now), before: middle(before) };
}

/** The newer videos whose real counts would make the ranges of the others narrowest. */
async function asked(
  db: Database,
  readings: readonly InsightReading[],
  to: Date,
): Promise<WeeklyContent['ask']> {
  const since = new Date(to.getTime() - ASKED_WITHIN);
  const known = readings.filter(({ takenAt, told }) => told !== null || takenAt >= since);
  const found = await teachers(db, known);
  if (found.teachers.length > 0) {
    return found.teachers.map(({ title, link }) => ({ title, url: link }));
  }
  // With few videos no count tells much of the others, but each of the next one.
  const untold = newestOfEachVideo(known).filter(
    ({ told, verdict }) => told === null && verdict === 'scored',
  );
  return untold
    .slice(0, MOST_VIDEOS)
    .map(({ title, videoTitle }) => ({ title: title ?? videoTitle, url: null }));
}

/** What fits the kind of the newest video, while too few can be told apart; another one each week. */
function tipFor(newest: InsightReading | undefined, to: Date): string | null {
  if (newest === undefined) return null;
  const { category, comments, tip } = newest;
  const fit = { patterns: [], category, hasComments: comments > 0n };
  return chooseTip(fit, tip, Math.floor(to.getTime() / WEEK)).id;
}

/** @param readings newest first. */
function newestOfEachVideo(readings: readonly InsightReading[]): InsightReading[] {
  const byVideo = new Map<bigint, InsightReading>();
  for (const one of readings) if (!byVideo.has(one.videoId)) byVideo.set(one.videoId, one);
  return [...byVideo.values()];
}
