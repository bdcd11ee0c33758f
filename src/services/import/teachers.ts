import type { Database } from '../../db/database.js';
import { type KnownTruth, MOST_WEIGHED, mostTelling, narrowerBy } from '../estimate/estimate.js';
import { ofOneAccount } from '../insights/one-account.js';
import type { InsightReading } from '../insights/videos.js';
import { numbersOf } from '../scores/submission.js';
import { countsOf } from '../scores/videos.js';

/** Videos that are named at once. */
const MOST_NAMED = 3;

/** Narrower by less isn't worth a look at TikTok. */
const LEAST_GAIN = 0.01;

/** A video whose real saves would teach much. */
export interface Teacher {
  readonly readingId: bigint;
  readonly title: string | null;
  readonly link: string | null;
  readonly views: bigint;
}

/** Which videos of a creator would teach most, and what those taught that are told. */
export interface Teaching {
  readonly teachers: readonly Teacher[];
  /** How much narrower the ranges of the others would be with all of them, as a share. */
  readonly gain: number;
  /** Videos of the account without real saves, those that were weighed. */
  readonly others: number;
  /** How many videos' real saves are told, and how much narrower the others' ranges are by them. */
  readonly told: number;
  readonly narrower: number;
}

/**
 * Among the judged videos of the account that was read last, those whose real saves would make the
 * ranges of the others narrowest, by the model's own variance.
 */
export async function teachers(
  db: Database,
  readings: readonly InsightReading[],
): Promise<Teaching> {
  const { videos, truths } = gathered(readings);
  const known = videos.flatMap(({ videoId }) => truths.get(videoId) ?? []);
  const open = videos.filter(({ videoId }) => !truths.has(videoId)).slice(0, MOST_WEIGHED);
  const numbers = open.map(numbersIn);
  const found = mostTelling(numbers, known, MOST_NAMED);
  const gain = found.at(-1)?.narrower ?? 0;
  const named = gain < LEAST_GAIN ? [] : found.flatMap(({ place }) => open[place] ?? []);
  const links = await db.prisma.video.findMany({
    where: { id: { in: named.map(({ videoId }) => videoId) } },
    select: { id: true, link: true },
  });
  const linkOf = new Map(links.map(({ id, link }) => [id, link]));
  return {
    teachers: named.map(({ id, title, videoTitle, videoId, views }) => ({
      readingId: id,
      title: title ?? videoTitle,
      link: linkOf.get(videoId) ?? null,
      views,
    })),
    gain,
    others: open.length,
    told: known.length,
    narrower: known.length === 0 ? 0 : narrowerBy(numbers, [], known),
  };
}

/** How much narrower the others' ranges are by the real saves of one video. */
export function taughtBy(
  readings: readonly InsightReading[],
  readingId: bigint,
): { readonly others: number; readonly narrower: number } {
  const told = readings.find(({ id }) => id === readingId)?.videoId;
  const { videos, truths } = gathered(readings);
  const open = videos.filter(({ videoId }) => !truths.has(videoId));
  const ofAccount = new Set(videos.map(({ videoId }) => videoId));
  const known = [...truths].filter(([videoId]) => ofAccount.has(videoId));
  const without = known.filter(([videoId]) => videoId !== told).map(([, truth]) => truth);
  const all = known.map(([, truth]) => truth);
  return {
    others: open.length,
    narrower: open.length === 0 ? 0 : narrowerBy(open.map(numbersIn), without, all),
  };
}

/**
 * The judged videos of the account that was read last, each with its newest reading, and the real
 * saves that were told last of each video of any account, by its id.
 *
 * @param readings newest first.
 */
function gathered(readings: readonly InsightReading[]) {
  const newest = new Map<bigint, InsightReading>();
  const truths = new Map<bigint, KnownTruth>();
  for (const reading of readings) {
    const { videoId, told } = reading;
    if (!newest.has(videoId) && reading.verdict === 'scored') newest.set(videoId, reading);
    if (told === null || truths.has(videoId)) continue;
    const numbers = numbersIn(reading);
    truths.set(videoId, { numbers, saves: Number(told), video: String(videoId) });
  }
  return { videos: ofOneAccount([...newest.values()]).videos, truths };
}

function numbersIn(row: InsightReading) {
  return numbersOf(countsOf(row), {
    ...{ watchTime: row.watchTime, duration: row.duration, newFollowers: row.newFollowers },
    ...{ kind: 'video', category: row.category },
  });
}
