import { createHash } from 'node:crypto';
import { clip, oneLine } from '../../lib/clip.js';
import { COUNT_NAMES, type CountName } from '../../lib/count-names.js';
import type { Count } from '../../lib/counts.js';
import { titleKey } from '../../lib/normalise.js';
import { parseTikTokLink, postedAt, type TikTokLink } from '../../lib/tiktok-link.js';
import { isMoreThanShown } from '../estimate/plausible.js';
import { readCell } from './cells.js';
import type { Assumed, ImportedVideo, LeftOut, LeftWhy, RawRow, RawTable } from './drop.js';
import type { Header, StudioColumn } from './headers.js';
import { readMonthDay } from './month-days.js';
import { dayNear, latestSuchDay } from './years.js';

/** Characters of a title that are kept: TikTok allows more, and no answer shows as many. */
const TITLE_MAX = 500;

/** What a table of videos tells. */
export interface ReadVideos {
  readonly videos: readonly ImportedVideo[];
  readonly left: readonly LeftOut[];
  readonly assumed: readonly Assumed[];
}

/** Why a row isn't taken; caught where the row is read. */
export class Unreadable extends Error {
  readonly why: LeftWhy;

  constructor(why: LeftWhy) {
    super(why.why);
    this.why = why;
  }
}

/** Reads Content: a video a row, with its lifetime counts as of the day of the export. */
export function readContent(table: RawTable, header: Header, now: Date): ReadVideos {
  const { file } = table;
  const videos: ImportedVideo[] = [];
  const left: LeftOut[] = [];
  for (const row of table.rows.slice(1)) {
    try {
      videos.push(contentRow(row, header, now));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      left.push({ file, line: row.line, why: error.why });
    }
  }
  const exports = [...new Set(videos.map(({ readOn }) => readOn))].filter((day) => day !== null);
  return {
    videos,
    left,
    assumed: [
      ...exports.map((day) => ({ what: 'export day', file, day }) as const),
      ...(videos.length > 0 ? [{ what: 'years from ids', videos: videos.length } as const] : []),
    ],
  };
}

function contentRow(row: RawRow, { columns, width }: Header, now: Date): ImportedVideo {
  const { cells } = row;
  const surplus = cells.slice(width);
  if (cells.length < width || surplus.some((cell) => cell.trim() !== '')) {
    throw new Unreadable({ why: 'columns', found: cells.length, wanted: width });
  }
  const cell = (column: StudioColumn) => cells[columns.get(column) ?? -1] ?? '';
  const parsed = parseTikTokLink(cell('link'));
  if (!parsed.ok || parsed.link.id === null) {
    throw new Unreadable({ why: 'no link', cell: cell('link') });
  }
  const { link } = parsed;
  const counts = countsIn((name) => cell(name));
  const time = readMonthDay(cell('time'));
  const readOn = time === null ? null : latestSuchDay(time, now);
  if (readOn === null) throw new Unreadable({ why: 'no day', cell: cell('time') });
  const uploaded = postedAt(parsed.link.id, now);
  if (uploaded !== null && uploaded.getTime() > Date.parse(`${readOn}T23:59:59Z`) + DAY) {
    throw new Unreadable({ why: 'posted after the export' });
  }
  const typed = readMonthDay(cell('posted'));
  const near = uploaded === null || typed === null ? null : dayNear(typed, uploaded);
  return {
    ...videoOf(link, titleIn(cell('title')), near ?? uploaded?.toISOString().slice(0, 10) ?? null),
    ...{ category: null, duration: null, watchTime: null, newFollowers: null },
    counts,
    saves: savesIn(cell('saves'), counts.views),
    readOn,
  };
}

const DAY = 86_400_000;

/** @throws Unreadable for a count that isn't known, is none or can't be true. */
function countsIn(cellOf: (name: CountName) => string): ImportedVideo['counts'] {
  const read = COUNT_NAMES.map((name) => {
    const text = cellOf(name);
    const cell = readCell(text);
    if (cell.is === 'not known') throw new Unreadable({ why: 'not available yet' });
    if (cell.is === 'wrong') throw new Unreadable({ why: 'not a count', cell: text });
    if (cell.isNegative) throw new Unreadable({ why: 'negative', cell: text });
    return [name, cell.count] as const;
  });
  const counts = Object.fromEntries(read) as Record<CountName, Count>; // one entry a name
  for (const name of COUNT_NAMES) {
    if (name === 'views' || !isMoreThanShown(counts[name], counts.views)) continue;
    const why = { why: 'more than views', cell: cellOf(name), views: cellOf('views') } as const;
    throw new Unreadable(why);
  }
  return counts;
}

/** Only tables that some tool has changed have them; what can't be true is as good as none. */
function savesIn(text: string, views: Count): Count | null {
  const cell = readCell(text);
  if (cell.is !== 'known' || cell.isNegative || isMoreThanShown(cell.count, views)) return null;
  return cell.count;
}

/** A title as it is kept; null where nothing of it can be seen. */
export function titleIn(text: string): string | null {
  const shown = clip(oneLine(text), TITLE_MAX);
  return shown === '' ? null : shown;
}

/** What a link, else a title with its day, tells of a video. */
export function videoOf(
  link: TikTokLink | null,
  title: string | null,
  posted: string | null,
  rest: readonly unknown[] = [],
): Pick<ImportedVideo, 'identity' | 'handle' | 'tiktokId' | 'kind' | 'link' | 'title' | 'posted'> {
  const key = title !== null && posted !== null ? titleKey(title, posted) : null;
  return {
    identity: identityIn(link, key, rest),
    handle: link?.handle ?? null,
    tiktokId: link?.id ?? null,
    kind: link?.kind === 'photo' ? 'photo' : 'video',
    link: link?.url ?? null,
    title,
    posted,
  };
}

/** As `identityOf` of a typed score; a row that nothing names is known by what stands in it. */
function identityIn(link: TikTokLink | null, key: string | null, rest: readonly unknown[]): string {
  if (link?.id != null) return `tiktok:${link.id}`;
  if (link?.shortCode != null) return `short:${link.shortCode}`;
  if (key !== null) return `title:${key}`;
  const digest = createHash('sha256').update(JSON.stringify(rest)).digest('base64url');
  return `reading:row-${digest.slice(0, 22)}`;
}
