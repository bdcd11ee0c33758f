import type { Category } from '../../db/generated/sqlite/enums.js';
import type { ServiceContext } from '../context.js';
import { typicalRates } from '../estimate/estimate.js';
import { type InsightVideos, insightVideos, lastReadings } from '../insights/videos.js';
import { chooseTip, type Tip, tipsFor } from './content.js';
import { type Diagnosis, diagnose, FEWEST_OTHERS } from './diagnosis.js';

/** What `/tips` says of the caller's own numbers. */
export type OwnTips =
  | {
      readonly kind: 'too little';
      /** Videos that could be judged, and how many are needed. */
      readonly judged: number;
      readonly needed: number;
      /** Videos that are too small or were too early to judge. */
      readonly waiting: number;
      readonly leftOut: LeftOut;
    }
  | {
      readonly kind: 'diagnosis';
      readonly diagnosis: Diagnosis;
      readonly tip: Tip;
      readonly leftOut: LeftOut;
    };

/** Videos of other accounts, and those of which it isn't known which of several they are of. */
export type LeftOut = Pick<InsightVideos, 'ofOthers' | 'ofUnknown'>;

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
   * One thing to try next, from the creator's last videos of one TikTok account: private ones too,
   * since only the creator sees it. Photo posts are left out. Each is looked at as `insightVideos`
   * has it: as of its last reading with a true count, if there is one.
   */
  async function fromOwnNumbers(creatorId: bigint): Promise<OwnTips> {
    const readings = await lastReadings(db, creatorId);
    const { videos, waiting, ...leftOut } = insightVideos(readings, clock());
    const [video, ...others] = videos.slice(0, MOST_VIDEOS);
    if (video === undefined || others.length < FEWEST_OTHERS) {
      return {
        kind: 'too little',
        judged: videos.length,
        needed: FEWEST_VIDEOS,
        waiting,
        leftOut,
      };
    }
    const diagnosis = diagnose(video, others, typicalRates(video.views));
    const { pattern } = diagnosis;
    // What the numbers say comes before what kind of video it is.
    const hasComments = video.comments > 0;
    const fit =
      pattern === null
        ? { patterns: [], category: video.category, hasComments }
        : { patterns: [pattern], category: null, hasComments };
    // Another one than the score showed.
    const tip = chooseTip(fit, readings[0]?.tip ?? null, clock().getTime());
    return { kind: 'diagnosis', diagnosis, tip, leftOut };
  }

  /** What there is for a kind of video. */
  function forCategory(category: Category): CategoryTips {
    return { category, ...tipsFor(category) };
  }

  return { fromOwnNumbers, forCategory };
}
