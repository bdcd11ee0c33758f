import { z } from 'zod';
import type { Database } from '../../db/database.js';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import type { Write } from '../../db/write.js';
import { parseTikTokLink, type TikTokLink } from '../../lib/tiktok-link.js';
import { type Estimate, estimateSaves, judge, type Part } from '../estimate/estimate.js';
import { experimentProgress } from '../insights/experiments.js';
import { Refusal } from '../refusal.js';
import { tipById } from '../tips/content.js';
import { nextTip } from '../tips/turns.js';
import { missOf } from './report-card.js';
import type { Score } from './score.js';
import {
  identityOf,
  numbersOf,
  postedWindow,
  type Submission,
  type Submitter,
} from './submission.js';
import { sharedIn } from './told-in-server.js';
import {
  accountsOf,
  countsOf,
  type Known,
  type KnownVideo,
  knownTruths,
  poolOf,
  shownBefore,
  videoChanges,
} from './videos.js';

/** What becomes of a submission: the estimate in full, and the score that shows it. */
export interface NewReading {
  readonly estimate: Estimate;
  readonly score: Score;
  /** Which of the creator's tips is shown with it, from 1; null where that isn't to be kept. */
  readonly tipTurn: number | null;
}

/**
 * Estimates a submission with what its creator told before, and judges it as of `at`.
 */
export async function estimateReading(
  db: Database,
  submission: Submission,
  { video, mayHaveTruths, lastTip, accounts }: Known,
  who: Submitter,
  at: Date,
): Promise<NewReading> {
  const { counts, link } = submission;
  const pool = poolOf(accounts, link?.handle ?? video?.handle ?? null);
  const isShared = sharedIn({ guildId: who.guildId, private: submission.private }) !== null;
  // What was told in private isn't used where it would show.
  const known = !isShared || video?.toldInPrivate !== true ? video : null;
  const kind = link !== null && link.kind !== 'unknown' ? link.kind : (known?.kind ?? 'video');
  const { own, community } = mayHaveTruths
    ? await knownTruths(db, { ...who, pool }, at)
    : { own: [], community: [] };
  const numbers = numbersOf(counts, {
    watchTime: submission.watchTime,
    duration: submission.duration ?? known?.duration ?? null,
    newFollowers: submission.newFollowers?.value ?? null,
    kind,
  });
  const estimate = estimateSaves(numbers, own, community);
  const facts: ScoreFacts = {
    readingId: who.interactionId,
    creatorId: who.creatorId,
    guildId: who.guildId,
    private: submission.private,
    takenAt: at,
    title: submission.title ?? video?.told.title ?? null,
    url: link?.url ?? video?.told.link ?? null,
    kind,
    category: submission.category ?? video?.told.category ?? null,
    counts,
    posted: postedWindow(
      link?.id ?? known?.tiktokId ?? null,
      submission.posted ?? known?.posted ?? null,
      at,
    ),
    estimate,
    parts: estimate.parts,
    modelVersion: estimate.modelVersion,
    learnedFrom: estimate.truthsUsed,
    learnedHere: estimate.communityUsed,
    trueSaves: submission.saves?.value ?? null,
    accountUnknown: pool.of === 'unknown',
    previous: video?.last ?? null,
  };
  const score = judged(facts);
  const experiment = await experimentProgress(db, {
    readingId: facts.readingId,
    creatorId: facts.creatorId,
    guildId: facts.guildId,
    private: facts.private,
    takenAt: at,
    videoId: video?.id ?? null,
    handle: link?.handle ?? video?.handle ?? null,
    trying: submission.trying,
    counts: score.verdict === 'scored' && score.kind === 'video',
  });
  return {
    estimate,
    score: { ...score, experiment, tip: nextTip(score, lastTip) },
    tipTurn: (lastTip?.turn ?? 0) + 1,
  };
}

/** The rows that keep a submission: parents before their children. */
export function rowsOf(
  submission: Submission,
  video: KnownVideo | null,
  who: Submitter,
  at: Date,
  { estimate, score, tipTurn }: NewReading,
): Write[] {
  const { counts, link, saves, newFollowers } = submission;
  const { creatorId, guildId, interactionId: readingId } = who;
  const videoId = video?.id ?? readingId;
  const handle = link?.handle ?? video?.handle ?? null;
  const rows: Write[] = [
    { into: 'Creator', row: { id: creatorId, createdAt: at }, unlessThere: true },
  ];
  if (guildId !== null) {
    rows.push({ into: 'Guild', row: { id: guildId, createdAt: at }, unlessThere: true });
  }
  if (video === null) {
    rows.push({
      into: 'Video',
      row: {
        id: videoId,
        creatorId,
        ...identityOf(submission, readingId),
        tiktokId: link?.id ?? null,
        handle,
        kind: score.kind,
        link: link?.url ?? null,
        title: submission.title,
        posted: submission.posted,
        category: submission.category,
        duration: submission.duration,
        toldInPrivate: submission.private,
        createdAt: at,
      },
    });
  } else {
    const set = videoChanges(video, submission);
    if (set !== null) rows.push({ updateVideo: video.id, set });
  }
  rows.push(
    {
      into: 'Reading',
      row: {
        id: readingId,
        videoId,
        creatorId,
        guildId,
        takenAt: at,
        views: counts.views.value,
        viewsStep: counts.views.step,
        likes: counts.likes.value,
        likesStep: counts.likes.step,
        comments: counts.comments.value,
        commentsStep: counts.comments.step,
        shares: counts.shares.value,
        sharesStep: counts.shares.step,
        newFollowers: newFollowers?.value ?? null,
        newFollowersStep: newFollowers?.step ?? null,
        watchTime: submission.watchTime,
        title: submission.title,
        link: link?.url ?? null,
        posted: submission.posted,
        category: submission.category,
        kind: score.kind,
        trying: submission.trying,
        private: submission.private,
        tip: score.tip.id,
        tipTurn,
      },
    },
    { into: 'Estimate', row: estimateRow({ estimate, score }, at) },
  );
  if (saves !== null) {
    rows.push({
      into: 'TrueSave',
      row: {
        readingId,
        creatorId,
        guildId: submission.private ? null : guildId,
        handle: handle ?? '',
        saves: saves.value,
        savesStep: saves.step,
        ...missOf(estimate, Number(saves.value)),
        toldAt: at,
        toldBy: readingId,
      },
    });
  }
  return rows;
}

/** The row that keeps what was estimated, and how it was judged. */
export function estimateRow({ estimate, score }: Omit<NewReading, 'tipTurn'>, at: Date) {
  return {
    readingId: score.readingId,
    modelVersion: estimate.modelVersion,
    saves: estimate.saves,
    low: estimate.low,
    high: estimate.high,
    // A truth is told beside the estimate, and never becomes part of it.
    score: judged({ ...score, trueSaves: null }).value,
    verdict: score.verdict,
    parts: estimate.parts.map(({ signal, effect }) => ({ signal, effect })),
    learnedFrom: score.learnedFrom,
    learnedHere: score.learnedHere,
    createdAt: at,
  };
}

/**
 * A stored reading as it was shown.
 *
 * @throws Refusal if there is none.
 */
export async function loadScore(db: Database, readingId: bigint): Promise<Score> {
  const row = await db.prisma.reading.findUnique({
    where: { id: readingId },
    include: {
      video: true,
      trueSaves: true,
      estimates: { orderBy: { createdAt: 'asc' }, take: 1 },
    },
  });
  // The one that was shown first: a score doesn't change under its reader.
  const estimate = row?.estimates[0];
  if (row === null || estimate === undefined) throw new Refusal({ kind: 'reading gone' });
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
  return { ...shown, experiment, tip: tipById(row.tip) ?? nextTip(shown, null) };
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

type ScoreFacts = Omit<
  Score,
  'verdict' | 'value' | 'reference' | 'comeBackAt' | 'miss' | 'experiment' | 'tip'
>;

const storedParts: z.ZodType<Part[]> = z.array(
  z.object({
    signal: z.enum([
      'level',
      'views',
      'likes',
      'comments',
      'shares',
      'watch time',
      'follower growth',
      'your community',
      'your own videos',
      'limit',
    ]),
    effect: z.number(),
  }),
);

/** A score is as of its reading: looked at later, it is still the same. */
function judged(facts: ScoreFacts): Omit<Score, 'experiment' | 'tip'> {
  const { verdict, score, reference, comeBackAt } = judge(
    {
      views: Number(facts.counts.views.value),
      saves: facts.trueSaves === null ? facts.estimate.saves : Number(facts.trueSaves),
      ...(facts.posted && { posted: facts.posted }),
    },
    facts.takenAt,
  );
  const miss = facts.trueSaves === null ? null : missOf(facts.estimate, Number(facts.trueSaves));
  return { ...facts, miss, verdict, value: score, reference, comeBackAt };
}

/** A stored link, which was read before it was stored. */
export function linkOf(url: string | null): TikTokLink | null {
  const result = url === null ? null : parseTikTokLink(url);
  return result?.ok ? result.link : null;
}
