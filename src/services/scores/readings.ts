import type { Database } from '../../db/database.js';
import type { Write } from '../../db/write.js';
import { type Estimate, estimateSaves } from '../estimate/estimate.js';
import { experimentProgress } from '../insights/experiments.js';
import { missOf } from '../readings/report-card.js';
import { sharedIn } from '../readings/told-in-server.js';
import { nextTip } from '../tips/turns.js';
import { knownTruths } from './known-truths.js';
import { NOT_YET } from './over-time.js';
import { poolOf } from './pool.js';
import type { Score } from './score.js';
import { judged, type ScoreFacts } from './stored-score.js';
import {
  identityOf,
  numbersOf,
  postedWindow,
  type Submission,
  type Submitter,
  shortIdentity,
} from './submission.js';
import { type Known, type KnownVideo, videoChanges } from './videos.js';

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
  { video, mayHaveTruths, lastTip, lastCategory, accounts, wanted }: Known,
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
    ? await knownTruths(db, { ...who, pool, kind }, at)
    : { own: [], community: [] };
  const told = submission.category ?? video?.told.category ?? null;
  const numbers = numbersOf(counts, {
    watchTime: submission.watchTime,
    duration: submission.duration ?? known?.duration ?? null,
    newFollowers: submission.newFollowers?.value ?? null,
    kind,
    category: told ?? lastCategory,
  });
  const estimate = marked(
    estimateSaves(numbers, own, community, video === null ? undefined : String(video.id)),
    told === null,
  );
  const facts: ScoreFacts = {
    readingId: who.interactionId,
    creatorId: who.creatorId,
    guildId: who.guildId,
    private: submission.private,
    takenAt: at,
    title: submission.title ?? video?.told.title ?? null,
    url: link?.url ?? video?.told.link ?? null,
    kind,
    category: told,
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
    // Told once it is stored: it is compared as a row among rows.
    score: { ...score, ...NOT_YET, experiment, tip: nextTip(score, lastTip), wanted },
    tipTurn: (lastTip?.turn ?? 0) + 1,
  };
}

/** The estimate, with a word of where its category comes from if it wasn't told of this video. */
function marked(estimate: Estimate, fromLastVideo: boolean): Estimate {
  if (!fromLastVideo) return estimate;
  const parts = estimate.parts.map((part) =>
    part.signal === 'category' ? { ...part, fromLastVideo } : part,
  );
  return { ...estimate, parts };
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
  if (submission.shortLink !== undefined) {
    // The same short link is this video, too, when TikTok can't be asked.
    const identity = shortIdentity(submission.shortLink);
    rows.push({ into: 'VideoAlias', row: { creatorId, identity, videoId }, unlessThere: true });
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
        shown: submission.shown ?? false,
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
    parts: estimate.parts.map((part) => ({ ...part })),
    learnedFrom: score.learnedFrom,
    learnedHere: score.learnedHere,
    createdAt: at,
  };
}
