import { z } from 'zod';

const numbers = z.array(z.number()).min(2);
const curveSchema = z.object({ knots: numbers, values: numbers }).readonly();
const assumptionSchema = z.object({
  slope: z.number(),
  typical: z.number(),
  bound: z.number().positive(),
});

/** What `model/fit.ts` writes and the product reads: every fitted number, with its origin. */
export const modelSchema = z.object({
  version: z.string(),
  provenance: z.object({
    rows: z.number().int(),
    creators: z.number().int(),
    sources: z.array(z.object({ what: z.string(), rows: z.number().int() })),
    dataUntil: z.string(),
    notes: z.array(z.string()),
  }),
  /** Saves of everybody's typical video, natural log of saves + 1, before the curves are added. */
  intercept: z.number(),
  /** One smooth curve per log rate; between knots straight lines, outside them the end's slope. */
  curves: z.object({
    likesPerView: curveSchema,
    commentsPerLike: curveSchema,
    sharesPerLike: curveSchema,
    sharesPerView: curveSchema,
    views: curveSchema,
  }),
  /** What a typical video of that many views has, by natural log of views + 1. */
  typical: z.object({ likes: curveSchema, comments: curveSchema, shares: curveSchema }),
  /** The 80 % range of the log error of an estimate, by that estimate's natural log. */
  range: z.object({ low: curveSchema, high: curveSchema }),
  /** Where 998 of 1000 fitted videos lie: what is further out gets a wider range. */
  familiar: z.record(z.string(), z.tuple([z.number(), z.number()])),
  /** A creator's own level: variance between creators and of one video, on the log scale. */
  learning: z.object({ betweenCreators: z.number(), withinCreator: z.number() }),
  /** Weak assumptions from one creator's videos. */
  assumptions: z.object({ watchTime: assumptionSchema, followerGrowth: assumptionSchema }),
  /** Log save rates of the reference videos at 0, 1, … 100 %, one row per knot of log views. */
  reference: z.object({
    /** In words, for the reader of a score. */
    name: z.string(),
    knots: numbers,
    quantiles: z.array(z.array(z.number()).length(101)),
  }),
  /** What was measured on creators the fit had not seen. */
  measured: z.record(z.string(), z.number()),
});

export type Model = z.infer<typeof modelSchema>;
export type Curve = z.infer<typeof curveSchema>;

/** The curve's height at `x`: straight between knots, the outermost slope carried on outside. */
export function heightOf(curve: Curve, x: number): number {
  const { knots, values } = curve;
  let right = 1;
  while (right < knots.length - 1 && x > at(knots, right)) right += 1;
  const [x0, x1] = [at(knots, right - 1), at(knots, right)];
  const [y0, y1] = [at(values, right - 1), at(values, right)];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** As `heightOf`, but level outside the knots: for tables that must not run away. */
export function levelledHeightOf(curve: Curve, x: number): number {
  const first = at(curve.knots, 0);
  const last = at(curve.knots, curve.knots.length - 1);
  return heightOf(curve, Math.min(last, Math.max(first, x)));
}

/** The element that the schema promises to be there. */
export function at(list: readonly number[], index: number): number {
  const value = list[index];
  if (value === undefined) throw new Error(`No element ${index} in a list of ${list.length}.`);
  return value;
}
