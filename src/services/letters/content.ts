import * as z from 'zod';

const count = z.object({ value: z.string().regex(/^\d+$/), step: z.string().regex(/^\d+$/) });

const reminder = z.object({
  /** The reminder's id. */
  id: z.string().regex(/^\d+$/),
  readingId: z.string().regex(/^\d+$/),
  title: z.string().nullable(),
  url: z.string().nullable(),
  /** Hours after posting. */
  age: z.number(),
  /** When the numbers were read last. */
  takenAt: z.string(),
  counts: z.object({ views: count, likes: count, comments: count, shares: count }),
});

/** The middle of how many times the usual views of their age some videos have. */
const standing = z.object({ times: z.number(), videos: z.number() });

const weekly = z.object({
  /** The newest videos of the week beside the member's others at the same age. */
  videos: z.array(
    z.object({
      title: z.string().nullable(),
      age: z.number(),
      times: z.number(),
      saves: z.enum(['more', 'usual', 'fewer']).nullable(),
      /** How the saves are known; earlier programs didn't say it. */
      basis: z.enum(['counted', 'estimated']).nullable().default(null),
    }),
  ),
  /** All of the week's beside those of the week before; earlier programs didn't say it. */
  weeks: z.object({ now: standing, before: standing }).nullable().default(null),
  /** Videos scored in the week. */
  scored: z.number(),
  /** How many real counts were told in the week, and ever; how many of those the range held. */
  card: z.object({ week: z.number(), ever: z.number(), inside: z.number() }),
  /** The id of one tip. */
  tip: z.string().nullable(),
  /** Videos whose real counts would help most. */
  ask: z.array(z.object({ title: z.string().nullable(), url: z.string().nullable() })),
});

const letter = z.object({
  /** Of its form: a later program reads earlier ones. */
  version: z.literal(1),
  reminders: z.array(reminder),
  weekly: weekly.nullable(),
});

/** What a letter says, as plain JSON: it is stored before it is sent. */
export type LetterContent = z.infer<typeof letter>;

/** One video that somebody wanted to be reminded of. */
export type ReminderContent = LetterContent['reminders'][number];

/** The weekly note. */
export type WeeklyContent = z.infer<typeof weekly>;

/** Content as it comes back from the database. @throws if it is of no version it knows. */
export function readLetter(stored: unknown): LetterContent {
  return letter.parse(stored);
}
