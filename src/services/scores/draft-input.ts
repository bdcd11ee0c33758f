import { z } from 'zod';
import { SHOWN_COUNTS } from '../../lib/count-names.js';
import { CATEGORIES } from '../estimate/estimate.js';
import { chosenSchema } from './doubts.js';

/** Milliseconds for which a draft waits. */
export const DRAFT_LIFE = 15 * 60_000;

const typedScore = z.object({
  views: z.string(),
  likes: z.string(),
  comments: z.string(),
  shares: z.string(),
  saves: z.string().exactOptional(),
  link: z.string().exactOptional(),
  title: z.string().exactOptional(),
  posted: z.string().exactOptional(),
  category: z.enum(CATEGORIES).exactOptional(),
  duration: z.number().exactOptional(),
  watch_time: z.number().exactOptional(),
  new_followers: z.string().exactOptional(),
  trying: z.string().exactOptional(),
  private: z.boolean().exactOptional(),
});
/** Whose typing it is, what they said of it before, and what can be said of it now. */
const reading = {
  language: z.string().optional(),
  chosen: chosenSchema.optional(),
  choices: z.array(chosenSchema).optional(),
};
const typedCounts = typedScore.pick({ views: true, likes: true, comments: true, shares: true });

/** The message that changes with what is stored. */
const message = z.object({ channelId: z.string(), messageId: z.string() });

/** What a draft keeps: everything as typed, so that nothing has to be typed again. */
export const draftInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('score'),
    typed: typedScore,
    guildId: z.string().nullable(),
    /** What of it a picture shows; missing where none was sent. */
    shown: z.array(z.enum(SHOWN_COUNTS)).optional(),
    ...reading,
  }),
  z.object({
    kind: z.literal('truth'),
    readingId: z.string(),
    typed: z.object({
      saves: z.string(),
      counts: typedCounts.nullable(),
    }),
    message: message.nullable(),
    /** What of it a picture shows; missing where none was sent. */
    shown: z.array(z.enum(SHOWN_COUNTS)).optional(),
    ...reading,
  }),
  z.object({
    kind: z.literal('correction'),
    readingId: z.string(),
    typed: typedCounts,
    /** A version before didn't keep it. */
    message: message.nullable().optional(),
    ...reading,
  }),
]);
export type DraftInput = z.infer<typeof draftInput>;
