import type { Category } from '../../db/generated/sqlite/enums.js';
import type { ServiceContext } from '../context.js';
import { typicalRates } from '../estimate/comparable.js';
import { ofOneAccount } from '../insights/one-account.js';
import { chooseTip, type Tip, tipsFor } from './content.js';
import { type Diagnosis, diagnose, FEWEST_OTHERS, type OwnVideo } from './diagnosis.js';

/** What `/tips` says of the caller's own numbers. */
export type OwnTips =
  | {
      readonly kind: 'too little';
      /** Videos that could be judged, and how many are needed. */
      readonly judged: number;
      readonly needed: number;
      /** Videos that are too small or were too early to judge. */
      readonly waiting: number;
    }
  | { readonly kind: 'diagnosis'; readonly diagnosis: Diagnosis; readonly tip: Tip };

/** What `/tips` says of a kind of video. */
export interface CategoryTips {
  readonly category: Category;
  /** Written for it, */
  readonly own: readonly Tip[];
  /** and for whatever is meant to be kept. */
  readonly keeping: readonly Tip[];
}

/** At most so many of the creator's last videos are looked at, so that the work stays bounded. */
export const MOST_VIDEOS = 30;

/** Judged videos that a diagnosis needs: the newest, and enough others for a median. */
const FEWEST_VIDEOS = FEWEST_OTHERS + 1;

export type Tips = ReturnType<typeof createTips>;

/** Tips from a creator's own numbers, and for kinds of videos. */
export function createTips({ db, clock }: ServiceContext) {
  /**
   * One thing to try next, from the last reading of each of the creator's last videos: private
   * ones too, since only the creator sees it. Photo posts are left out, and so are videos of
   * another TikTok account than the newest one's.
   */
  async function fromOwnNumbers(creatorId: bigint): Promise<OwnTips> {
    const rows = await db.prisma.$queryRaw<Row[]>`
      SELECT r."takenAt", r."views", r."likes", r."shares", r."newFollowers", r."watchTime",
             r."tip", r."title", v."title" AS "videoTitle", v."handle", v."category",
             v."duration", e."saves" AS "estimated", e."verdict", s."saves" AS "told"
      FROM "Video" v
      JOIN "Reading" r ON r."id" = (
        SELECT MAX(l."id") FROM "Reading" l WHERE l."videoId" = v."id"
      )
      JOIN "Estimate" e ON e."readingId" = r."id" AND e."createdAt" = (
        SELECT MIN(f."createdAt") FROM "Estimate" f WHERE f."readingId" = r."id"
      )
      LEFT JOIN "TrueSave" s ON s."readingId" = r."id"
      WHERE v."creatorId" = ${creatorId} AND v."kind" = 'video'
      ORDER BY r."id" DESC
      LIMIT ${MOST_VIDEOS}`;
    const judged = rows.filter(({ verdict }) => verdict === 'scored');
    const [video, ...others] = ofOneAccount(judged).map(ownVideo);
    if (video === undefined || others.length < FEWEST_OTHERS) {
      return {
        kind: 'too little',
        judged: video === undefined ? 0 : others.length + 1,
        needed: FEWEST_VIDEOS,
        waiting: rows.length - judged.length,
      };
    }
    const diagnosis = diagnose(video, others, typicalRates(video.views));
    const { pattern } = diagnosis;
    // What the numbers say comes before what kind of video it is.
    const fit =
      pattern === null
        ? { patterns: [], category: video.category }
        : { patterns: [pattern], category: null };
    // Another one than the score showed.
    const tip = chooseTip(fit, rows[0]?.tip ?? null, clock().getTime());
    return { kind: 'diagnosis', diagnosis, tip };
  }

  /** What there is for a kind of video. */
  function forCategory(category: Category): CategoryTips {
    return { category, ...tipsFor(category) };
  }

  return { fromOwnNumbers, forCategory };
}

interface Row {
  readonly takenAt: Date;
  readonly views: bigint;
  readonly likes: bigint;
  readonly shares: bigint;
  readonly newFollowers: bigint | null;
  readonly watchTime: number | null;
  readonly tip: string | null;
  readonly title: string | null;
  readonly videoTitle: string | null;
  readonly handle: string | null;
  readonly category: Category | null;
  readonly duration: number | null;
  readonly estimated: number;
  readonly verdict: 'scored' | 'too_early' | 'too_small';
  readonly told: bigint | null;
}

function ownVideo(row: Row): OwnVideo {
  const { watchTime, duration, newFollowers, told } = row;
  return {
    title: row.title ?? row.videoTitle,
    takenAt: row.takenAt,
    category: row.category,
    views: Number(row.views),
    likes: Number(row.likes),
    shares: Number(row.shares),
    saves: told === null ? row.estimated : Number(told),
    savesTold: told !== null,
    watched:
      watchTime !== null && duration !== null && duration > 0
        ? { seconds: watchTime, length: duration }
        : null,
    newFollowers: newFollowers === null ? null : Number(newFollowers),
  };
}
