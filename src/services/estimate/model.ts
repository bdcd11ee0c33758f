import { z } from 'zod';
import { CATEGORIES } from './category.js';

const numbers = z.array(z.number()).min(2);
const curveSchema = z.object({ knots: numbers, values: numbers }).readonly();
const assumptionSchema = z.object({
  slope: z.number(),
  typical: z.number(),
  bound: z.number().positive(),
});

const RATES = [
  'views',
  'likesPerView',
  'commentsPerLike',
  'sharesPerLike',
  'sharesPerView',
] as const;

const surfaceSchema = z.object({
  intercept: z.number(),
  /** One smooth curve per log rate; between knots straight lines, outside them the end's slope. */
  curves: z.record(z.enum(RATES), curveSchema),
  /** How four rates act together, beyond the curves: entries by the last axis first. */
  together: z.object({
    knots: z.object({
      views: numbers,
      likesPerView: numbers,
      commentsPerLike: numbers,
      sharesPerLike: numbers,
    }),
    values: z.array(z.number()),
  }),
});

/** Log save rates of the reference videos at 0, 1, … 100 %, one row per knot of log views. */
export const referenceSchema = z.object({
  /** In words, for the reader of a score. */
  name: z.string(),
  knots: numbers,
  quantiles: z.array(z.array(z.number()).length(101)),
});

/** What `model/fit.ts` writes and the product reads: every fitted number, with its origin. */
export const modelSchema = z.object({
  version: z.string(),
  provenance: z.object({
    rows: z.number().int(),
    creators: z.number().int(),
    sources: z.array(z.object({ what: z.string(), rows: z.number().int() })),
    dataUntil: z.string(),
    /** Commit of the scripts that fitted it, as `git log` names it. */
    commit: z.string(),
    notes: z.array(z.string()),
  }),
  /** ln(saves + 1) of a video of whose creator nothing is known. */
  everybody: surfaceSchema,
  /** The same among the videos of one creator, whose level is known otherwise. */
  withinCreator: surfaceSchema,
  /** Log shares per like at which the estimate is held from falling with more shares. */
  shareSteps: numbers,
  /** What a typical video of that many views has, by natural log of views + 1. */
  typical: z.object({ likes: curveSchema, comments: curveSchema, shares: curveSchema }),
  /**
   * The ends of the 80 % range in predicted standard deviations: a row per number of known truths,
   * a column per log estimate.
   */
  range: z.object({
    truths: numbers,
    estimates: numbers,
    low: z.array(numbers),
    high: z.array(numbers),
  }),
  /** Where 998 of 1000 fitted videos lie: what is further out gets a wider range. */
  familiar: z.record(z.string(), z.tuple([z.number(), z.number()])),
  /**
   * How much higher ln(saves + 1) is in a category than where none is known, and as variances how
   * far places and niches differ within one, and how far the categories lie apart.
   */
  categories: z.object({
    levels: z.record(z.enum(CATEGORIES), z.number()),
    place: z.number().positive(),
    between: z.number().nonnegative(),
  }),
  /** How creators deviate from `withinCreator`: variances on the log scale. */
  learning: z.object({
    level: z.number().positive(),
    /** Degrees of freedom of Student's t: how far off a few creators' levels lie. */
    levelTails: z.number().positive(),
    /** The share of a video's noise that two readings of it have in common. */
    sameVideo: z.number().min(0).max(1),
    similar: z.number().positive(),
    rates: z.array(
      z.object({
        rate: z.enum(RATES),
        centre: z.number(),
        scale: z.number().positive(),
        slope: z.number().nonnegative(),
        similarity: z.number().nonnegative(),
      }),
    ),
    /** Noise of one video: `noise + smallNoise · e^(-smallDecay · log estimate)`. */
    noise: z.number().positive(),
    smallNoise: z.number().nonnegative(),
    smallDecay: z.number().positive(),
    /** Degrees of freedom of Student's t: how little a truth counts that fits nothing else. */
    tails: z.number().positive(),
    /** As how many truths the belief counts that a creator's videos scatter like all others'. */
    spreadBelief: z.number().positive(),
    /** Variances on the log scale: of the members of a community, of a member's videos. */
    community: z.object({
      member: z.number().positive(),
      video: z.number().positive(),
    }),
  }),
  /** Weak assumptions from one creator's videos. */
  assumptions: z.object({ watchTime: assumptionSchema, followerGrowth: assumptionSchema }),
  /** What the score compares with. */
  references: z.object({
    /** Videos of every kind. */
    all: referenceSchema,
    /** Videos of one category, where there are enough of them. */
    categories: z.partialRecord(z.enum(CATEGORIES), referenceSchema),
  }),
  /** What was measured on creators the fit had not seen. */
  measured: z.record(z.string(), z.number()),
});

export type Model = z.infer<typeof modelSchema>;
export type Reference = z.infer<typeof referenceSchema>;
export type Surface = z.infer<typeof surfaceSchema>;
export type Curve = z.infer<typeof curveSchema>;
