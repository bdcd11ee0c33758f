import type { Assumed, ImportedVideo, RawTable } from './drop.js';

/** What tells whose numbers a table without links holds. */
export interface Hints {
  /** As the member says. */
  readonly told: string | null;
  /** TikTok accounts of the member that are known already. */
  readonly known: readonly string[];
}

/** Whose a table is, and what was assumed for that; null where nothing tells it. */
export interface Whose {
  readonly handle: string;
  readonly assumed: Assumed | null;
}

/**
 * Whose a table of days is. In this order: the one account that the videos of the same file are of,
 * what the member says, what TikTok wrote into the name of the archive, the one account that all
 * files are of, the one that is known of the member.
 */
export function whoseTable(
  { file, group }: Pick<RawTable, 'file' | 'group'>,
  videos: readonly (readonly [group: number, video: ImportedVideo])[],
  { told, known }: Hints,
): Whose | null {
  const inFile = handlesOf(videos.filter(([of]) => of === group));
  const [only] = inFile;
  if (only !== undefined && inFile.length === 1) return { handle: only, assumed: null };
  if (told !== null) return { handle: told, assumed: null };
  const inAll = handlesOf(videos);
  const named = namedIn(file, new Set([...inAll, ...known]));
  if (named !== null) {
    return { handle: named, assumed: { what: 'account by name', file, handle: named } };
  }
  for (const some of [inAll, known]) {
    const [one] = some;
    if (one !== undefined && some.length === 1) {
      return { handle: one, assumed: { what: 'only account', file, handle: one } };
    }
  }
  return null;
}

function handlesOf(videos: readonly (readonly [number, ImportedVideo])[]): string[] {
  return [...new Set(videos.flatMap(([, { handle }]) => handle ?? []))];
}

/**
 * The account in the name that TikTok gives: `Overview_2026-06-18_1787011200_mia.zip`,
 * `Viewers_mia.zip`. A browser, and Discord after it, makes `Viewers_mia_1.zip` of a second one.
 */
function namedIn(file: string, known: ReadonlySet<string>): string | null {
  const [, name] =
    /^(?:Overview|Viewers|Followers|Content)_(?:20\d{2}-\d{2}-\d{2}_)?(?:\d{9,11}_)?([\w.]{2,28}?)(?:[ _]?\(\d{1,2}\))?\.(?:zip|csv|xlsx)/i.exec(
      file,
    ) ?? [];
  if (name === undefined) return null;
  const handle = name.toLowerCase();
  const shorter = handle.replace(/_+\d{1,2}_?$/, '');
  if (!known.has(handle) && known.has(shorter)) return shorter;
  return /^[a-z0-9_.]{2,24}$/.test(handle) ? handle : null;
}
