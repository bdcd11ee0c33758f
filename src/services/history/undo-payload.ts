import { z } from 'zod';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import { Category, type ChangeKind, PostKind, Verdict } from '../../db/generated/sqlite/enums.js';
import { readPacked } from '../../lib/packed.js';
import type { Imported } from '../import/store.js';

/** What each kind of change keeps: whole rows, so that a column that comes later is kept too. */
export interface Payloads {
  readonly removed: {
    readonly title: string | null;
    readonly video: Prisma.VideoCreateManyInput;
    readonly aliases: readonly Prisma.VideoAliasCreateManyInput[];
    readonly reading: Prisma.ReadingCreateManyInput;
    readonly estimates: Prisma.EstimateCreateManyInput[];
    readonly truth: Prisma.TrueSaveCreateManyInput | null;
  };
  readonly corrected: {
    readonly title: string | null;
    readonly reading: Prisma.ReadingCreateManyInput;
    readonly estimates: Prisma.EstimateCreateManyInput[];
  };
  readonly merged: {
    readonly title: string | null;
    /** The entry that went. */
    readonly video: Prisma.VideoCreateManyInput;
    /** The entry that stayed. */
    readonly intoId: bigint;
    readonly readingIds: readonly bigint[];
    /** What else the entry that went was known by, */
    readonly movedAliases: readonly string[];
    /** and what the one that stayed is known by since. */
    readonly newAliases: readonly string[];
    /** What the entry that stayed took over: its columns before and after. */
    readonly before: Prisma.VideoUncheckedUpdateManyInput;
    readonly after: Prisma.VideoUncheckedUpdateManyInput;
  };
  readonly imported: Imported;
}

/** What stays of a change that was undone. */
export interface Undone {
  readonly title: string | null;
  /** The entry that it belongs to now; null for an import, which belongs to none. */
  readonly videoId: bigint | null;
}

/** A row of a table: these of its columns are what they have to be, others are taken as they are. */
function rowOf<T>(columns: z.ZodRawShape): z.ZodType<T> {
  const row = z.looseObject(columns);
  return z.custom<T>((value) => row.safeParse(value).success);
}

/** A column that may be empty, or that an earlier version didn't have. */
const maybe = <T extends z.ZodType>(type: T) => type.nullish();

const videoColumns = {
  id: z.bigint(),
  creatorId: z.bigint(),
  identity: z.string(),
  titleKey: maybe(z.string()),
  tiktokId: maybe(z.bigint()),
  handle: maybe(z.string()),
  kind: z.enum(PostKind).optional(),
  link: maybe(z.string()),
  title: maybe(z.string()),
  posted: maybe(z.string()),
  category: maybe(z.enum(Category)),
  duration: maybe(z.number()),
  toldInPrivate: z.boolean().optional(),
  createdAt: z.date(),
};

const video = rowOf<Prisma.VideoCreateManyInput>(videoColumns);

const changedColumns = rowOf<Prisma.VideoUncheckedUpdateManyInput>(
  z.object(videoColumns).partial().shape,
);

const reading = rowOf<Prisma.ReadingCreateManyInput>({
  id: z.bigint(),
  videoId: z.bigint(),
  creatorId: z.bigint(),
  guildId: maybe(z.bigint()),
  takenAt: z.date(),
  views: z.bigint(),
  viewsStep: z.bigint(),
  likes: z.bigint(),
  likesStep: z.bigint(),
  comments: z.bigint(),
  commentsStep: z.bigint(),
  shares: z.bigint(),
  sharesStep: z.bigint(),
  newFollowers: maybe(z.bigint()),
  newFollowersStep: maybe(z.bigint()),
  watchTime: maybe(z.number()),
  title: maybe(z.string()),
  link: maybe(z.string()),
  posted: maybe(z.string()),
  category: maybe(z.enum(Category)),
  kind: z.enum(PostKind).optional(),
  trying: maybe(z.string()),
  private: z.boolean(),
  shown: z.boolean().optional(),
  tip: maybe(z.string()),
  tipTurn: maybe(z.int()),
});

const countColumns = rowOf<Prisma.ReadingUncheckedUpdateManyInput>({
  ...{ views: z.bigint(), viewsStep: z.bigint(), likes: z.bigint(), likesStep: z.bigint() },
  ...{ comments: z.bigint(), commentsStep: z.bigint() },
  ...{ shares: z.bigint(), sharesStep: z.bigint() },
});

const estimate = rowOf<Prisma.EstimateCreateManyInput>({
  readingId: z.bigint(),
  modelVersion: z.string(),
  saves: z.number(),
  low: z.number(),
  high: z.number(),
  score: maybe(z.int()),
  verdict: z.enum(Verdict),
  parts: z.array(z.unknown()),
  learnedFrom: z.int(),
  learnedHere: z.int().optional(),
  createdAt: z.date(),
});

const truth = rowOf<Prisma.TrueSaveCreateManyInput>({
  readingId: z.bigint(),
  creatorId: z.bigint(),
  guildId: maybe(z.bigint()),
  saves: z.bigint(),
  savesStep: z.bigint(),
  miss: z.number(),
  inside: z.boolean(),
  toldAt: z.date(),
  toldBy: z.bigint(),
});

const alias = rowOf<Prisma.VideoAliasCreateManyInput>({
  creatorId: z.bigint(),
  identity: z.string(),
  videoId: z.bigint(),
});

const title = z.string().nullable();

const payloads: { readonly [K in ChangeKind]: z.ZodType<Payloads[K]> } = {
  removed: z.object({
    ...{ title, video, reading },
    aliases: z.array(alias),
    estimates: z.array(estimate),
    truth: truth.nullable(),
  }),
  corrected: z.object({ title, reading, estimates: z.array(estimate) }),
  merged: z.object({
    ...{ title, video },
    intoId: z.bigint(),
    readingIds: z.array(z.bigint()),
    movedAliases: z.array(z.string()),
    newAliases: z.array(z.string()),
    ...{ before: changedColumns, after: changedColumns },
  }),
  imported: z.object({
    title: z.null(),
    importId: z.bigint(),
    videoIds: z.array(z.bigint()),
    raised: z.array(
      z.object({
        readingId: z.bigint(),
        before: countColumns,
        estimates: z.array(estimate),
      }),
    ),
    filled: z.array(
      z.object({ videoId: z.bigint(), before: changedColumns, after: changedColumns }),
    ),
  }),
};

const undone = z.object({ title, videoId: z.bigint().nullable() });

/** What a change kept; null where it can't be read: another version wrote it, or it is damaged. */
export function readPayload<K extends ChangeKind>(kind: K, packed: unknown): Payloads[K] | null {
  return readPacked(payloads[kind], packed);
}

/** What was kept of a change when it was undone; null where that can't be read. */
export function readUndone(packed: unknown): Undone | null {
  return readPacked(undone, packed);
}
