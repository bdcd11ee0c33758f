import type {
  Assumed,
  DayPart,
  Drop,
  DroppedFile,
  ImportedDay,
  ImportedHour,
  ImportedVideo,
  LeftOut,
  RawTable,
  ReadFile,
} from './drop.js';
import { recogniseHeader } from './headers.js';
import { mergeDays, mergeHours, mergeVideos } from './merge.js';
import { readOwnTable } from './own-table.js';
import { openFiles } from './read-files.js';
import { type ReadDays, readActivity, readDayTable } from './studio-days.js';
import { readContent } from './videos.js';
import { type Hints, whoseTable } from './whose.js';

/** What a drop is read with. */
export interface ReadOptions extends Hints {
  /** When it was dropped: nothing in it is later. */
  readonly now: Date;
  /** The member's language, as a BCP 47 tag: for short forms in a table of their own. */
  readonly language: string | undefined;
}

/**
 * Reads everything that some files tell, each told apart by its header: in whatever order they come,
 * the same comes of it.
 *
 * @throws Personal where any of it is the personal archive.
 */
export async function readDrop(files: readonly DroppedFile[], o: ReadOptions): Promise<Drop> {
  const opened = await openFiles(files, o.language);
  const left: LeftOut[] = [...opened.left];
  const assumed: Assumed[] = [...opened.assumed];
  const read: ReadFile[] = [];
  const videos: (readonly [number, ImportedVideo])[] = [];
  const ofDays: { readonly table: RawTable; readonly found: ReadDays }[] = [];
  for (const table of opened.tables) {
    const { file, group, rows } = table;
    const [first] = rows;
    const header = first === undefined ? null : recogniseHeader(first.cells);
    if (first === undefined || header === null) {
      const why = first === undefined ? 'empty' : 'unknown header';
      left.push({ file, line: first?.line ?? null, why: { why } });
      continue;
    }
    const { kind } = header;
    read.push({ file, kind, rows: rows.length - 1 });
    if (header.isTranslated) assumed.push({ what: 'translated header', file });
    if (kind === 'gender' || kind === 'territories') assumed.push({ what: 'not kept', file });
    else if (kind === 'content' || kind === 'own') {
      const found =
        kind === 'own' ? readOwnTable(table, o.now, o.language) : readContent(table, header, o.now);
      videos.push(...found.videos.map((video) => [group, video] as const));
      left.push(...found.left);
      assumed.push(...found.assumed);
    } else {
      const found =
        kind === 'activity'
          ? readActivity(table, header, o.now)
          : readDayTable(kind satisfies DayPart, table, header, o.now);
      left.push(...found.left);
      assumed.push(...found.assumed);
      ofDays.push({ table, found });
    }
  }
  const { days, hours } = ofAccounts(ofDays, videos, o, left, assumed);
  return {
    files: read.sort((a, b) => compare(a.file, b.file)),
    videos: mergeVideos(videos.map(([, video]) => withHandle(video, o.told))),
    days: mergeDays(days),
    hours: mergeHours(hours),
    left: left.sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0)),
    assumed: assumed.sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))),
  };
}

/** Gives the tables of days to their accounts; what is nobody's is left out. */
function ofAccounts(
  tables: readonly { readonly table: RawTable; readonly found: ReadDays }[],
  videos: readonly (readonly [number, ImportedVideo])[],
  hints: Hints,
  left: LeftOut[],
  assumed: Assumed[],
) {
  const days: ImportedDay[] = [];
  const hours: ImportedHour[] = [];
  for (const { table, found } of tables) {
    const whose = whoseTable(table, videos, hints);
    if (whose === null) {
      left.push({ file: table.file, line: null, why: { why: 'no account' } });
      continue;
    }
    const { handle } = whose;
    if (whose.assumed !== null) assumed.push(whose.assumed);
    days.push(...found.days.map((day) => ({ ...day, handle })));
    hours.push(...found.hours.map((hour) => ({ ...hour, handle })));
  }
  return { days, hours };
}

/** What the member says is of account counts only where nothing else tells it. */
function withHandle(video: ImportedVideo, told: string | null): ImportedVideo {
  return video.handle === null && told !== null ? { ...video, handle: told } : video;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
