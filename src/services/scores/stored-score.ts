import { z } from 'zod';
import type { Database } from '../../db/database.js';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import type { EstimateModel } from '../../db/generated/sqlite/models.js';
import { parseTikTokLink, type TikTokLink } from '../../lib/tiktok-link.js';
import { CATEGORIES, type Category, judge, type Part } from '../estimate/estimate.js';
import { experimentProgress } from '../insights/experiments.js';
import { missOf } from '../readings/report-card.js';
import { sharedIn } from '../readings/told-in-server.js';
import { Refusal } from '../refusal.js';
import { wantedIn } from '../settings.js';
import { tipById } from '../tips/content.js';
import { nextTip } from '../tips/turns.js';
import { type OverTime, overTime } from './over-time.js';
import { accountsOf, poolOf } from './pool.js';
import type { Score } from './score.js';
import { postedWindow, type Submission } from './submission.js';
import { countsOf, shownBefore } from './videos.js';
import { withVideos } from './with-videos.js';

/**
 * A stored reading as it was shown.
 *
 * @throws Refusal if there is none.
 */
export async function loadScore(db: Database, readingId: bigint): Promise<Score> {
  const [row] = await withVideos(() =>
    db.prisma.reading.findMany({
      where: { id: readingId },
      include: {
        video: true,
        trueSaves: true,
        estimates: { orderBy: { createdAt: 'asc' }, take: 1 },
      },
    }),
  );
  // The one that was shown first: a score doesn't change under its reader.
  const estimate = row?.estimates[0];
  if (row === undefined || estimate === undefined) throw new Refusal({ kind: 'reading gone' });
  const { video } = row;
  const { last: previous, told } = await shownBefore(db, row, video);
  const known = sharedIn(row) === null || !video.toldInPrivate ? video : null;
  const score = judged({
    readingId,
    creatorId: row.creatorId,
    guildId: row.guildId,
    private: row.private,
    takenAt: row.takenAt,
    title: row.title ?? told.title,
    url: row.link ?? told.link,
    kind: row.kind,
    category: row.category ?? told.category,
    counts: countsOf(row),
    posted: postedWindow(
      linkOf(row.link)?.id ?? known?.tiktokId ?? null,
      row.posted ?? known?.posted ?? null,
      row.takenAt,
    ),
    estimate,
    parts: storedParts.parse(estimate.parts),
    modelVersion: estimate.modelVersion,
    learnedFrom: estimate.learnedFrom,
    learnedHere: estimate.learnedHere,
    trueSaves: row.trueSaves?.saves ?? null,
    accountUnknown: poolOf(await accountsOf(db, row.creatorId), video.handle).of === 'unknown',
    previous,
  });
  // What was said stays said, also when a later model would say something else.
  const shown =
    score.trueSaves === null
      ? { ...score, value: estimate.score, verdict: estimate.verdict }
      : score;
  const experiment = await experimentProgress(db, {
    readingId,
    creatorId: row.creatorId,
    guildId: row.guildId,
    private: row.private,
    takenAt: row.takenAt,
    videoId: row.videoId,
    handle: linkOf(row.link)?.handle ?? video.handle,
    trying: row.trying,
    counts: shown.verdict === 'scored' && shown.kind === 'video',
  });
  const looked = { ...row, previous, posted: shown.posted, server: sharedIn(row) };
  const beside = await overTime(db, looked, row.takenAt);
  const tip = tipById(row.tip) ?? nextTip(shown, null);
  return { ...shown, ...beside, experiment, tip, wanted: await wantedIn(db, sharedIn(row)) };
}

export type ScoreFacts = Omit<
  Score,
  | ('verdict' | 'value' | 'range' | 'reference' | 'comeBackAt' | 'miss')
  | (keyof OverTime | 'experiment' | 'tip' | 'wanted')
>;

const storedParts = z.array(
  z.object({
    signal: z.enum([
      'level',
      'views',
      'likes',
      'comments',
      'shares',
      'watch time',
      'follower growth',
      'category',
      'your community',
      'your own videos',
      'limit',
    ]),
    effect: z.number(),
    category: z.enum(CATEGORIES).exactOptional(),
    fromLastVideo: z.boolean().exactOptional(),
  }) satisfies z.ZodType<Part>,
);

/** A score is as of its reading: looked at later, it is still the same. */
export function judged(
  facts: ScoreFacts,
): Omit<Score, keyof OverTime | 'experiment' | 'tip' | 'wanted'> {
  const { trueSaves, estimate } = facts;
  const saves =
    trueSaves === null
      ? { saves: estimate.saves, low: estimate.low, high: estimate.high }
      : { saves: Number(trueSaves) };
  const { verdict, score, range, reference, comeBackAt } = judge(
    {
      views: Number(facts.counts.views.value),
      ...saves,
      ...(facts.posted && { posted: facts.posted }),
    },
    facts.takenAt,
    { category: categoryIn(facts.parts), modelVersion: facts.modelVersion },
  );
  const miss = trueSaves === null ? null : missOf(estimate, Number(trueSaves));
  const known = trueSaves === null ? range : null;
  return { ...facts, miss, verdict, value: score, range: known, reference, comeBackAt };
}

/** What a stored estimate was compared with, for `judge`; with everything where that can't be read. */
export function judgedBy({
  parts,
  modelVersion,
}: Pick<EstimateModel, 'parts' | 'modelVersion'>): Exclude<Parameters<typeof judge>[2], undefined> {
  const read = storedParts.safeParse(parts);
  return { category: read.success ? categoryIn(read.data) : undefined, modelVersion };
}

function categoryIn(parts: readonly Part[]): Category | undefined {
  return parts.find(({ signal }) => signal === 'category')?.category;
}

/** What was told with a stored reading. */
export function storedSubmission(
  row: Prisma.ReadingGetPayload<{ include: { trueSaves: true } }>,
): Submission {
  const { trueSaves: truth, newFollowers } = row;
  return {
    counts: countsOf(row),
    saves: truth && { value: truth.saves, step: truth.savesStep },
    newFollowers:
      newFollowers === null ? null : { value: newFollowers, step: row.newFollowersStep ?? 1n },
    link: linkOf(row.link),
    title: row.title,
    posted: row.posted,
    category: row.category,
    duration: null,
    watchTime: row.watchTime,
    trying: row.trying,
    private: row.private,
  };
}

/** A stored link, which was read before it was stored. */
export function linkOf(url: string | null): TikTokLink | null {
  const result = url === null ? null : parseTikTokLink(url);
  return result?.ok ? result.link : null;
}

/** The category that a stored estimate took from the account's last video; null if none. */
export async function categoryFromLastVideo(
  db: Database,
  readingId: bigint,
): Promise<Category | null> {
  const row = await db.prisma.estimate.findFirst({
    where: { readingId },
    orderBy: { createdAt: 'asc' },
    select: { parts: true },
  });
  const parts = row === null ? [] : storedParts.parse(row.parts);
  return parts.find(({ fromLastVideo }) => fromLastVideo === true)?.category ?? null;
}
