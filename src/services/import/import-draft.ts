import { z } from 'zod';
import type { Prisma } from '../../db/generated/sqlite/client.js';
import { DayPart } from '../../db/generated/sqlite/enums.js';
import { pack, readPacked } from '../../lib/packed.js';
import { CATEGORIES } from '../estimate/estimate.js';
import { type Drop, type ImportedDay, type ImportedVideo, METRICS } from './drop.js';

const count = z.object({ value: z.bigint(), step: z.bigint() });
const text = z.string().nullable();

const video = z.object({
  identity: z.string(),
  handle: text,
  tiktokId: z.bigint().nullable(),
  kind: z.enum(['video', 'photo']),
  link: text,
  title: text,
  posted: text,
  category: z.enum(CATEGORIES).nullable(),
  duration: z.number().nullable(),
  watchTime: z.number().nullable(),
  newFollowers: count.nullable(),
  counts: z.object({ views: count, likes: count, comments: count, shares: count }),
  saves: count.nullable(),
  readOn: text,
}) satisfies z.ZodType<ImportedVideo>;

const metrics = Object.values(METRICS).flat();

const day = z.object({
  ...{ handle: z.string(), part: z.enum(DayPart), day: z.string(), asOf: z.string() },
  values: z.partialRecord(z.enum(metrics), z.bigint()),
}) satisfies z.ZodType<ImportedDay>;

const hour = z.object({
  ...{ handle: z.string(), day: z.string(), hour: z.int(), active: z.bigint(), asOf: z.string() },
});

const importDraft = z.object({
  kind: z.literal('import'),
  videos: z.array(video),
  days: z.array(day),
  hours: z.array(hour),
  guildId: z.bigint().nullable(),
  private: z.boolean(),
});

/** What an import keeps until its author has looked at it: what was read, never a file. */
export type ImportDraft = Pick<Drop, 'videos' | 'days' | 'hours'> & {
  readonly guildId: bigint | null;
  readonly private: boolean;
};

/** A draft as its row keeps it. */
export function packDraft(draft: ImportDraft): Prisma.InputJsonObject {
  // Nothing but an object comes of an object.
  return pack({ kind: 'import', ...draft }) as Prisma.InputJsonObject;
}

/** A draft of an import; null for any other, and for one that can't be read. */
export function unpackDraft(packed: unknown): ImportDraft | null {
  return readPacked(importDraft, packed);
}
