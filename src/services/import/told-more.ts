import type { Prisma } from '../../db/generated/sqlite/client.js';
import { titleKeyOf } from '../scores/videos.js';
import type { ImportedVideo } from './drop.js';
import type { Importer } from './estimates.js';
import type { News, Raised, StoredVideo } from './news.js';

/** A known video of which an import told more: its columns before and after. */
export interface Filled {
  readonly videoId: bigint;
  readonly before: Prisma.VideoUncheckedUpdateManyInput;
  readonly after: Prisma.VideoUncheckedUpdateManyInput;
}

/** What known videos hadn't told: the newest title, and what nobody told of them. */
export function filledBy({ readings, raised }: News, who: Importer): Filled[] {
  const told = new Map<bigint, { readonly stored: StoredVideo; readonly told: Told }>();
  const raises = new Map(raised.map((one) => [one.video, one]));
  for (const { video, stored } of [...readings, ...raised]) {
    if (stored === null) continue;
    const before = told.get(stored.id)?.told ?? {};
    const isNewest =
      newestTitle(stored) <= takenAtOf(video, who.at).getTime() &&
      (!raises.has(video) || isLater(raises.get(video)));
    const more = toldLater({ ...stored, ...before }, video, isNewest);
    told.set(stored.id, { stored, told: { ...before, ...more } });
  }
  return [...told.values()].flatMap(({ stored, told: columns }) => {
    if (Object.keys(columns).length === 0) return [];
    const key = titleKeyOf(columns.title ?? stored.title, columns.posted ?? stored.posted);
    const after = {
      ...columns,
      ...(key !== null && key !== stored.titleKey && { titleKey: key }),
      ...(who.private && !stored.toldInPrivate && { toldInPrivate: true }),
    };
    const before = Object.fromEntries(
      Object.keys(after).map((column) => [column, stored[column as keyof typeof after]]), // keys of `after` alone
    ) as Prisma.VideoUncheckedUpdateManyInput; // the same columns as `after`
    return [{ videoId: stored.id, before, after }];
  });
}

/** Whether a download of the same day was made later: then it has more views. */
export function isLater(one: Raised | undefined): boolean {
  return one !== undefined && one.video.counts.views.value > one.reading.views;
}

/** When the title that is known was told, in Unix milliseconds. */
function newestTitle({ readings }: StoredVideo): number {
  return Math.max(
    0,
    ...readings.filter(({ title }) => title !== null).map((one) => one.takenAt.getTime()),
  );
}

interface Told {
  title?: string;
  posted?: string;
  handle?: string;
  duration?: number;
  category?: NonNullable<ImportedVideo['category']>;
}

/** What a row tells of a video that isn't known of it. */
export function toldLater(
  known: {
    readonly title?: string | null | undefined;
    readonly posted?: string | null | undefined;
    readonly handle?: string | null | undefined;
    readonly duration?: number | null | undefined;
    readonly category?: ImportedVideo['category'] | undefined;
  },
  video: ImportedVideo,
  isNewest = true,
): Told {
  const told: Told = {};
  if (video.title !== null && video.title !== known.title && (isNewest || known.title == null)) {
    told.title = video.title;
  }
  if (video.posted !== null && known.posted == null) told.posted = video.posted;
  if (video.handle !== null && known.handle == null) told.handle = video.handle;
  if (video.duration !== null && known.duration == null) told.duration = video.duration;
  if (video.category !== null && known.category == null) told.category = video.category;
  return told;
}

/** Midday of the export's day, which is one of the account's own clock; now where none is told. */
export function takenAtOf({ readOn }: ImportedVideo, at: Date): Date {
  const noon = readOn === null ? at : new Date(`${readOn}T12:00:00Z`);
  return noon < at ? noon : at;
}
