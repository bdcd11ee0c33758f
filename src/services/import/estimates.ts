import type { Database } from '../../db/database.js';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import {
  type CommunityTruth,
  type Estimate,
  estimateSaves,
  judge,
  type KnownTruth,
  MAX_TRUTHS,
} from '../estimate/estimate.js';
import { missOf } from '../readings/report-card.js';
import { knownTruths } from '../scores/known-truths.js';
import { accountsOf, poolOf } from '../scores/pool.js';
import { numbersOf, postedWindow } from '../scores/submission.js';
import type { ImportedVideo } from './drop.js';
import type { StoredVideo } from './news.js';

/** Who imports, where, and with which interaction. */
export interface Importer {
  readonly importId: bigint;
  readonly creatorId: bigint;
  readonly guildId: bigint | null;
  readonly private: boolean;
  readonly at: Date;
}

/** A reading to be estimated, with what it will be stored as. */
export interface ToEstimate {
  readonly video: ImportedVideo;
  readonly stored: StoredVideo | null;
  readonly readingId: bigint;
  readonly videoId: bigint;
  readonly takenAt: Date;
}

/** The rows that keep an estimate, and the real saves where the table tells them. */
export interface Estimated {
  readonly estimate: Prisma.EstimateCreateManyInput;
  readonly truth: Prisma.TrueSaveCreateManyInput | null;
}

/** Readings estimated in one go: others get their turn in between. */
const AT_ONCE = 50;

/**
 * Estimates readings with the real counts that are known now, and one after the other with those that
 * stand in the same tables, each only after its own reading was estimated.
 */
export async function estimateAll(
  db: Database,
  readings: readonly ToEstimate[],
  who: Importer,
): Promise<Estimated[]> {
  const known = await accountsOf(db, who.creatorId);
  const handles = readings.flatMap(({ video }) => video.handle ?? []);
  const all = [known.first, known.last, ...handles].filter((handle) => handle !== null).sort();
  const accounts = { first: all.at(0) ?? null, last: all.at(-1) ?? null };
  const pools = new Map<
    string,
    { own: readonly KnownTruth[]; others: readonly CommunityTruth[] }
  >();
  const estimated: Estimated[] = [];
  for (const [turn, reading] of readings.entries()) {
    if (turn % AT_ONCE === AT_ONCE - 1) await new Promise(setImmediate);
    const { video, stored } = reading;
    const handle = video.handle ?? stored?.handle ?? null;
    const pool = poolOf(accounts, handle);
    const key = JSON.stringify([pool, video.kind]);
    let truths = pools.get(key);
    if (truths === undefined) {
      const { creatorId, importId, guildId } = who;
      const asked = { creatorId, guildId, interactionId: importId, pool, kind: video.kind };
      const { own, community } = await knownTruths(db, asked, who.at);
      truths = { own, others: community };
    }
    const { rows, own } = estimateOne(reading, truths, who);
    estimated.push(rows);
    const more = own === null ? truths.own : [own, ...truths.own].slice(0, MAX_TRUTHS);
    pools.set(key, { ...truths, own: more });
  }
  return estimated;
}

function estimateOne(
  { video, stored, readingId, videoId, takenAt }: ToEstimate,
  { own, others }: { own: readonly KnownTruth[]; others: readonly CommunityTruth[] },
  who: Importer,
): { rows: Estimated; own: KnownTruth | null } {
  const isShared = who.guildId !== null && !who.private;
  // What was told in private isn't used where it would show.
  const known = !isShared || stored?.toldInPrivate !== true ? stored : null;
  const numbers = numbersOf(video.counts, {
    watchTime: video.watchTime,
    duration: video.duration ?? known?.duration ?? null,
    newFollowers: video.newFollowers?.value ?? null,
    kind: video.kind,
    category: video.category ?? known?.category ?? null,
  });
  const estimate = estimateSaves(numbers, own, others, String(videoId));
  const { creatorId, at, importId } = who;
  const saves = video.saves === null ? null : Number(video.saves.value);
  return {
    rows: {
      estimate: estimateRow(estimate, { video, readingId, takenAt, numbers, at }),
      truth:
        video.saves === null || saves === null
          ? null
          : {
              readingId,
              creatorId,
              guildId: who.private ? null : who.guildId,
              saves: video.saves.value,
              savesStep: video.saves.step,
              ...missOf(estimate, saves),
              toldAt: at,
              toldBy: importId,
            },
    },
    own: saves === null ? null : { numbers, saves, video: String(videoId) },
  };
}

function estimateRow(
  { saves, low, high, parts, modelVersion, truthsUsed, communityUsed }: Estimate,
  o: Pick<ToEstimate, 'video' | 'readingId' | 'takenAt'> & {
    numbers: Parameters<typeof estimateSaves>[0];
    at: Date;
  },
): Prisma.EstimateCreateManyInput {
  const posted = postedWindow(o.video.tiktokId, o.video.posted, o.takenAt);
  const judged = judge(
    { views: o.numbers.views, saves, low, high, ...(posted && { posted }) },
    o.takenAt,
    { category: o.numbers.category, modelVersion },
  );
  return {
    readingId: o.readingId,
    modelVersion,
    ...{ saves, low, high },
    score: judged.score,
    verdict: judged.verdict,
    parts: parts.map((part) => ({ ...part })),
    learnedFrom: truthsUsed,
    learnedHere: communityUsed,
    createdAt: o.at,
  };
}
