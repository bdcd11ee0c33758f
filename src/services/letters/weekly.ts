import type { ServiceContext } from '../context.js';
import { accuracyInsight, lastTruths } from '../insights/accuracy.js';
import { type InsightReading, lastReadings } from '../insights/videos.js';
import { bestKnown } from '../saves/saves.js';
import { atSameAge } from '../scores/at-same-age.js';
import { postedWindow } from '../scores/submission.js';
import { createTips } from '../tips/tips.js';
import type { WeeklyContent } from './content.js';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Videos that are told of, and whose real counts are asked for. */
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
  if (ofWeek.length === 0 && week === 0) return null;
  const card = accuracyInsight(await lastTruths(db, creatorId));
  const tips = await createTips(context).fromOwnNumbers(creatorId);
  return {
    videos: ofWeek
      .flatMap(({ id, title, videoTitle, tiktokId, posted: day }) => {
        const posted = postedWindow(tiktokId, day, clock());
        const found = atSameAge(readings, { id, posted, server: null }, clock());
        if (found === null) return [];
        const { age, times, saves } = found;
        return [{ title: title ?? videoTitle, age, times, saves }];
      })
      .slice(0, MOST_VIDEOS),
    scored: ofWeek.length,
    card: { week, ever: card?.inside?.videos ?? 0, inside: card?.inside?.hits ?? 0 },
    tip: tips.kind === 'diagnosis' ? tips.tip.id : null,
    ask: unsurest(newest, to).map(({ title, videoTitle, tiktokId, handle }) => ({
      title: title ?? videoTitle,
      url:
        tiktokId === null || handle === null
          ? null
          : `https://www.tiktok.com/@${handle}/video/${tiktokId}`,
    })),
  };
}

/** Videos without a real count whose estimates are the least sure: a count tells most there. */
function unsurest(newest: readonly InsightReading[], to: Date): InsightReading[] {
  const since = to.getTime() - ASKED_WITHIN;
  const width = (one: InsightReading) => {
    const { low, high } = bestKnown(one);
    return Math.log1p(high) - Math.log1p(low);
  };
  return newest
    .filter(
      ({ told, verdict, takenAt }) =>
        told === null && verdict === 'scored' && takenAt.getTime() >= since,
    )
    .toSorted((a, b) => width(b) - width(a))
    .slice(0, MOST_VIDEOS);
}

/** @param readings newest first. */
function newestOfEachVideo(readings: readonly InsightReading[]): InsightReading[] {
  const byVideo = new Map<bigint, InsightReading>();
  for (const one of readings) if (!byVideo.has(one.videoId)) byVideo.set(one.videoId, one);
  return [...byVideo.values()];
}
