import { z } from 'zod';
import { VERDICTS } from '../content/content-file.js';
import { BASES, CATEGORIES } from '../tips/content.js';

/** A member's Discord id as text: JSON knows no numbers of 64 bits. */
const memberId = z.string().regex(/^\d{1,19}$/);

const instant = z.iso.datetime();

/** A figure with the bounds of its 80 % range; all three are the same where it was counted. */
const ranged = z.object({ value: z.number(), low: z.number(), high: z.number() }).readonly();
export type Ranged = z.infer<typeof ranged>;

/** What a week comes to. There only where it rests on three creators or more. */
const numbers = z
  .object({
    videos: z.number().int(),
    creators: z.number().int(),
    /** Whether that is everybody, or those alone who agreed to be shown. */
    everybody: z.boolean(),
    /** Whether there were more readings than are looked at: then the counts are lower bounds. */
    isCut: z.boolean(),
    /**
     * Saves a view of the middle video that could be judged, and of how many videos; null where it
     * may not be shown.
     */
    rate: ranged
      .unwrap()
      .extend({
        videos: z.number().int(),
        /** How many of them are taken as estimated: none, or all. In older digests some. */
        estimated: z.number().int(),
        everybody: z.boolean(),
      })
      .readonly()
      .nullable(),
  })
  .readonly();
export type WeekNumbers = z.infer<typeof numbers>;

/** One video, shown by name: its creator agreed. */
const video = z
  .object({
    creatorId: memberId,
    title: z.string().nullable(),
    url: z.string().nullable(),
    /** Percentile among comparable videos, 0 to 100. */
    score: z.number().int(),
    /** The score at both ends of the range of an estimate; not in older digests. */
    scoreRange: z.tuple([z.number().int(), z.number().int()]).readonly().optional(),
    views: z.number(),
    saves: ranged,
    /** Whether its creator counted the saves; else they are estimated. */
    told: z.boolean(),
    /** Whether a picture showed its counts; not in older digests. */
    pictured: z.boolean().optional(),
  })
  .readonly();
export type DigestVideo = z.infer<typeof video>;

/** One creator, shown by name: they agreed. Scores are medians, 0 to 100. */
const improvement = z
  .object({
    creatorId: memberId,
    /** Of the creator's videos of the twelve weeks before. */
    before: z.number(),
    /** Of the week's, and how many those are. */
    now: z.number(),
    videos: z.number().int(),
    /** How the saves of all these are known; in older digests it wasn't kept. */
    basis: z.enum(['counted', 'estimated']).optional(),
  })
  .readonly();
export type Improvement = z.infer<typeof improvement>;

/**
 * Why a total isn't shown: of fewer than three creators, or because it would tell of those few who
 * didn't agree to be shown.
 */
const withheld = z.enum(['too few', 'few hidden']);

/** How good the estimates of the week were, where the truth was told. */
const reportCard = z
  .object({
    truths: z.number().int(),
    /** How many of them the 80 % range held, */
    inside: z.number().int(),
    /** of so many whose estimate was large enough to judge that; all of them in older digests. */
    judged: z.number().int().optional(),
    /** The middle estimate was off by this factor, up or down; 1 is exact. */
    factor: z.number(),
    /** Whether it is of everybody, or of those alone who agreed to be shown. */
    everybody: z.boolean(),
  })
  .readonly();
export type ReportCard = z.infer<typeof reportCard>;

/** A kind of video that did better here than the same creators' other videos. */
const worked = z
  .object({
    what: z.enum([...CATEGORIES, 'weekend', 'weekdays']),
    /** Of so many creators who had both kinds, for so many this one did better. */
    better: z.number().int(),
    creators: z.number().int(),
    /**
     * The middle creator's gain in score, in points: in older digests, which took it of creators by
     * counts and by estimates together.
     */
    points: z.number().optional(),
  })
  .readonly();
export type Worked = z.infer<typeof worked>;

const source = z
  .object({ title: z.string(), url: z.string().optional(), date: z.string().optional() })
  .readonly();

/** As it stood in the content then. */
const tip = z
  .object({
    id: z.string(),
    basis: z.enum(BASES),
    source: source.optional(),
    checked: z.string().optional(),
    categories: z.array(z.enum(CATEGORIES)).readonly(),
    /** In a few words; older digests have the whole alone. */
    short: z.string().optional(),
    body: z.string(),
  })
  .readonly();
export type DigestTip = z.infer<typeof tip>;

/** As it stood in the content then. */
const question = z
  .object({
    id: z.string(),
    question: z.string(),
    short: z.string(),
    verdict: z.enum(VERDICTS),
    source,
    checked: z.string(),
    review: z.string(),
  })
  .readonly();
export type DigestQuestion = z.infer<typeof question>;

/** One bar of the chart. */
const bar = z.object({ until: instant, rate: ranged }).readonly();
export type DigestBar = z.infer<typeof bar>;

const common = {
  /** Raised when the fields change; older ones stay readable. */
  version: z.literal(1),
  /** The ISO week of the day it is due on: `2026-W48`. */
  week: z.string(),
  /** The language of the server's settings, for numbers and dates; a BCP 47 tag. */
  locale: z.string(),
  /** The zone of the schedule: an IANA name. */
  zone: z.string(),
  /** The week: its first moment, and the first one after it. */
  from: instant,
  until: instant,
  tip,
  question,
};

const quietWeek = z.object({ quiet: z.literal(true), ...common }).readonly();

const fullWeek = z
  .object({
    quiet: z.literal(false),
    ...common,
    /** This week and the one before; null where fewer than three creators took part. */
    now: numbers.nullable(),
    /** Of the same people as this week, and by saves known in the same way. */
    before: numbers.nullable(),
    /** Why there is none of a part; later than the first digests. */
    missing: z
      .object({
        now: withheld.nullable(),
        rate: withheld.nullable(),
        before: z.enum(['nobody', 'too few', 'others']).nullable(),
        card: withheld.nullable(),
      })
      .readonly()
      .optional(),
    /** At most three that were counted and three that were estimated, the highest score first. */
    videos: z.array(video).readonly(),
    /**
     * At most three by counts and three by estimates whose week stands out from chance, each the
     * largest gain first.
     */
    improved: z.array(improvement).readonly(),
    /** Null where fewer than three creators told a truth. */
    reportCard: reportCard.nullable(),
    worked: worked.nullable(),
    /** Oldest first; a week of fewer than three creators has none. */
    chart: z.array(bar).readonly(),
    /** Whether a member's part was taken out since. */
    isRedacted: z.boolean(),
  })
  .readonly();

const schema = z.discriminatedUnion('quiet', [fullWeek, quietWeek]);

/** What one digest says: everything but its words. Parts of a member carry the member's id. */
export type WeekContent = z.infer<typeof schema>;
export type FullWeek = z.infer<typeof fullWeek>;

/**
 * A digest's content as it was kept.
 *
 * @throws if it is none of a version that this program knows.
 */
export function readWeekContent(kept: unknown): WeekContent {
  return schema.parse(kept);
}

/** The members who are shown by name. */
export function shownMembers(content: WeekContent): bigint[] {
  if (content.quiet) return [];
  const ids = [...content.videos, ...content.improved].map(({ creatorId }) => creatorId);
  return [...new Set(ids)].map(BigInt);
}

/** A member's parts. */
export function partsOf(
  content: WeekContent,
  creatorId: bigint,
): Pick<FullWeek, 'videos' | 'improved'> {
  if (content.quiet) return { videos: [], improved: [] };
  const isTheirs = (part: { readonly creatorId: string }) => part.creatorId === String(creatorId);
  return {
    videos: content.videos.filter(isTheirs),
    improved: content.improved.filter(isTheirs),
  };
}

/** The content without a member's parts; the same where it has none. */
export function redact(content: WeekContent, creatorId: bigint): WeekContent {
  if (content.quiet || !shownMembers(content).includes(creatorId)) return content;
  const isOther = (part: { readonly creatorId: string }) => part.creatorId !== String(creatorId);
  return {
    ...content,
    videos: content.videos.filter(isOther),
    improved: content.improved.filter(isOther),
    isRedacted: true,
  };
}
