import { median } from 'simple-statistics';
import { Prisma } from '../../db/generated/sqlite/client.js';
import { estimateCold, judge, MODEL_VERSION, type Numbers } from '../estimate/estimate.js';

/*
 * Saves, and how they are known. A number of saves is either counted by its creator, or estimated
 * with what was known at some moment: by a version of the model, and with the true counts told until
 * then. Two of them can be compared only where both were counted, or both estimated with the same
 * knowledge. Whoever compares saves does it with what stands here; a test holds that nobody else
 * reads the columns they are stored in.
 */

/** How the saves of all sides of a comparison are known. */
export type Basis = 'counted' | 'estimated';

/** A figure with the bounds of its 80 % range; all three are the same where it was counted. */
export interface Ranged {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The saves of one reading, known in one way. */
export interface Measure {
  readonly saves: Ranged;
  /** 0 to 100, at the same bounds; null where the reading can't be judged. */
  readonly score: Ranged | null;
}

/** The saves of one reading, and how they are known. */
export interface Saves {
  readonly views: number;
  /** Null where its creator told no count. */
  readonly counted: Measure | null;
  /**
   * Estimated with one knowledge for all: by the version of the model that runs now, from the four
   * counts alone. What true counts taught isn't in it, nor what only some readings tell, as what a
   * video is for.
   */
  readonly estimated: Measure;
  /** Whether the reading could be judged: enough views, and old enough. */
  readonly isJudged: boolean;
}

/** What is read of a reading to know its saves. */
export interface SavesRow {
  readonly takenAt: Date;
  readonly views: bigint;
  readonly viewsStep: bigint;
  readonly likes: bigint;
  readonly likesStep: bigint;
  readonly comments: bigint;
  readonly commentsStep: bigint;
  readonly shares: bigint;
  readonly sharesStep: bigint;
  readonly watchTime: number | null;
  readonly newFollowers: bigint | null;
  /** The estimate that was shown first, and what it knew. */
  readonly estimated: number;
  readonly low: number;
  readonly high: number;
  readonly score: number | null;
  readonly verdict: 'scored' | 'too_early' | 'too_small';
  readonly modelVersion: string;
  readonly learnedFrom: number;
  readonly learnedHere: number;
  /** SQLite has no truth values of its own. */
  readonly knewCategory: boolean | bigint | number;
  readonly told: bigint | null;
}

/** The columns of a `SavesRow`, from a reading `r` with `savesJoins`. */
export const savesColumns = Prisma.sql`
  r."takenAt", r."views", r."viewsStep", r."likes", r."likesStep", r."comments", r."commentsStep",
  r."shares", r."sharesStep", r."watchTime", r."newFollowers", e."saves" AS "estimated", e."low",
  e."high", e."score", e."verdict", e."modelVersion", e."learnedFrom", e."learnedHere",
  CAST(e."parts" AS TEXT) LIKE '%"category"%' AS "knewCategory", t."saves" AS "told"`;

/**
 * Joins to a reading `r` the estimate `e` that was shown first, and the true count `t`.
 *
 * @param until counts told later aren't known yet.
 */
export function savesJoins(until?: Date): Prisma.Sql {
  const inTime = until === undefined ? Prisma.empty : Prisma.sql`AND t."toldAt" < ${until}`;
  return Prisma.sql`
    JOIN "Estimate" e ON e."readingId" = r."id" AND e."createdAt" = (
      SELECT MIN(f."createdAt") FROM "Estimate" f WHERE f."readingId" = r."id"
    )
    LEFT JOIN "TrueSave" t ON t."readingId" = r."id" ${inTime}`;
}

/** The saves of a reading of a video. */
export function savesOf(row: SavesRow): Saves {
  const count = row.told === null ? null : Number(row.told);
  return {
    views: Number(row.views),
    isJudged: row.verdict === 'scored',
    counted: count === null ? null : measure(row, { saves: count }),
    estimated: knewTheCountsAlone(row)
      ? measure(row, { saves: row.estimated, low: row.low, high: row.high }, row.score)
      : measure(row, estimateCold(fourCounts(row))),
  };
}

/** The best that is known of the saves, to be shown or summed up, never to be compared. */
export function bestKnown({
  told,
  estimated,
  low,
  high,
}: Pick<SavesRow, 'told' | 'estimated' | 'low' | 'high'>): Ranged {
  const count = told === null ? null : Number(told);
  return count === null
    ? { value: estimated, low, high }
    : { value: count, low: count, high: count };
}

/** The score at both ends of a range of saves. */
export function scoreRange(
  saves: Pick<Ranged, 'low' | 'high'> & { readonly saves: number },
  { views, takenAt }: { readonly views: bigint; readonly takenAt: Date },
): Pick<Ranged, 'low' | 'high'> | null {
  const { saves: value, low, high } = saves;
  return judge({ views: Number(views), saves: value, low, high }, takenAt).range;
}

/** The saves in the way of `basis`. @throws where they weren't counted and should have been. */
export function measured({ counted, estimated }: Saves, basis: Basis): Measure {
  const found = basis === 'counted' ? counted : estimated;
  if (found === null) throw new Error('What was not counted can’t be compared with counts.');
  return found;
}

/** Saves a view. */
export function rateOf(saves: Saves, basis: Basis): number {
  return measured(saves, basis).saves.value / saves.views;
}

/**
 * Saves a view of the middle reading of some. The range goes from the middle of all lower bounds to
 * the middle of all upper ones: that is the 80 % range of the median if all estimates are off
 * together, and wider than it if they are off independently of each other.
 */
export function medianRate(readings: readonly { readonly saves: Saves }[], basis: Basis): Ranged {
  const rates = readings.map(({ saves }) => rangedRateOf(saves, basis));
  const middle = (bound: keyof Ranged) => median(rates.map((rate) => rate[bound]));
  return { value: middle('value'), low: middle('low'), high: middle('high') };
}

/** Saves a view, with its range: nobody saves more often than they see. */
export function rangedRateOf(saves: Saves, basis: Basis): Ranged {
  const found = measured(saves, basis).saves;
  const rate = (bound: keyof Ranged) => Math.min(1, found[bound] / saves.views);
  return { value: rate('value'), low: rate('low'), high: rate('high') };
}

/** The logarithm of the save rate; none counts as half a save, since none has no logarithm. */
export function logRateOf(saves: Saves, basis: Basis): number {
  return Math.log(Math.max(measured(saves, basis).saves.value, 0.5) / saves.views);
}

/**
 * Everything is judged beside videos of all kinds: scores within different ones aren't alike.
 *
 * @param shown the score, where it was shown with these saves.
 */
function measure(
  { views, takenAt, verdict }: SavesRow,
  saves: { saves: number; low?: number; high?: number },
  shown: number | null = null,
): Measure {
  const { saves: value, low = value, high = value } = saves;
  const { score, range } =
    verdict === 'scored'
      ? judge({ views: Number(views), ...saves }, takenAt)
      : { score: null, range: null };
  return {
    saves: { value, low, high },
    score: score === null || range === null ? null : { value: shown ?? score, ...range },
  };
}

function fourCounts(row: SavesRow): Numbers {
  return {
    views: Number(row.views),
    likes: Number(row.likes),
    comments: Number(row.comments),
    shares: Number(row.shares),
    steps: {
      views: Number(row.viewsStep),
      likes: Number(row.likesStep),
      comments: Number(row.commentsStep),
      shares: Number(row.sharesStep),
    },
    kind: 'video',
  };
}

/** Whether what was shown is what is estimated anew, so that it needn't be. */
function knewTheCountsAlone(row: SavesRow): boolean {
  return (
    row.modelVersion === MODEL_VERSION &&
    row.learnedFrom === 0 &&
    row.learnedHere === 0 &&
    row.watchTime === null &&
    row.newFollowers === null &&
    !row.knewCategory
  );
}
