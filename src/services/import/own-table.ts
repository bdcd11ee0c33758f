import { COUNT_NAMES, type CountName } from '../../lib/count-names.js';
import { parseTikTokLink, postedAt, type TikTokLink } from '../../lib/tiktok-link.js';
import { type Column, columnOf, isLinkColumn } from '../estimate/columns.js';
import type { Counts } from '../estimate/estimate.js';
import { isMoreThanShown } from '../estimate/plausible.js';
import {
  optional,
  type Row,
  readCount,
  readNumbers,
  readPosted,
  readVideo,
  Unusable,
} from '../estimate/row-values.js';
import type { ImportedVideo, LeftOut, RawTable } from './drop.js';
import { type ReadVideos, titleIn, Unreadable, videoOf } from './videos.js';

/** Days a spreadsheet counts from 30 December 1899: this many are 2014, and these 2100. */
const SERIAL_DAYS = { from: 41_640, to: 73_050 };
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

const HANDLE = /^[a-z0-9_.]{2,24}$/;

/** Headers of a creator's own table that hold a title. */
const TITLES = /^(?:title|video ?title|caption|description)$/i;

/**
 * Reads a table with the header of `npm run estimate`: creator, views, likes, comments and shares, and
 * whatever else of its columns is there.
 *
 * @param language in which counts and days are written, as a BCP 47 tag.
 */
export function readOwnTable(table: RawTable, now: Date, language: string | undefined): ReadVideos {
  const { file } = table;
  const header = table.rows[0]?.cells ?? [];
  const columns = header.map(columnOf);
  const links = header.flatMap((name, place) => (isLinkColumn(name) ? [place] : []));
  const titleAt = header.findIndex((name) => TITLES.test(name.trim()));
  const twice = columns.find(
    (name, place) => name !== null && name !== 'posted' && columns.indexOf(name) !== place,
  );
  if (twice != null) {
    const said = `the column ${twice} is there twice; leave one of them out`;
    return { videos: [], left: [{ file, line: 1, why: { why: 'table', said } }], assumed: [] };
  }
  const width = header.findLastIndex((name) => name.trim() !== '') + 1;
  const videos: ImportedVideo[] = [];
  const left: LeftOut[] = [];
  for (const { line, cells: record } of table.rows.slice(1)) {
    try {
      const surplus = record.slice(width);
      // A sheet leaves out empty cells at the end of a row.
      if (surplus.some((value) => value.trim() !== '')) {
        throw new Unreadable({ why: 'columns', found: record.length, wanted: width });
      }
      const cells = new Map<Column, string>();
      const days: string[] = [];
      for (const [place, column] of columns.entries()) {
        const value = (record[place] ?? '').trim();
        if (column !== null) cells.set(column, value);
        if (column === 'posted') days.push(fromSerial(value));
      }
      const link = linkIn(links.map((place) => record[place] ?? ''));
      const title = titleAt < 0 ? null : titleIn(record[titleAt] ?? '');
      videos.push(ownRow({ cells, days, language }, link, title, now));
    } catch (error) {
      if (error instanceof Unreadable) left.push({ file, line, why: error.why });
      else if (error instanceof Unusable) {
        left.push({ file, line, why: { why: 'table', said: error.message } });
      } else throw error;
    }
  }
  return { videos, left, assumed: videos.length > 0 ? [{ what: 'today', file }] : [] };
}

function ownRow(row: Row, link: TikTokLink | null, title: string | null, now: Date): ImportedVideo {
  const numbers = readNumbers(row);
  const { steps = numbers } = numbers;
  const views = countIn(numbers, steps, 'views');
  const counts = Object.fromEntries(
    COUNT_NAMES.map((name) => [name, countIn(numbers, steps, name)]),
  ) as ImportedVideo['counts']; // one entry a name
  const saves = optional(row, 'saves') === '' ? null : readCount(row, 'saves');
  if (saves !== null && isMoreThanShown(saves, views)) {
    throw new Unusable(`more saves (${saves.value}) than views (${views.value})`);
  }
  const told = optional(row, 'creator').replace(/^@/, '').toLowerCase();
  const uploaded = link?.id == null ? null : postedAt(link.id, now);
  const posted = readPosted(row, now) ?? uploaded?.toISOString().slice(0, 10) ?? null;
  const handle = link?.handle ?? (HANDLE.test(told) ? told : null);
  const named = readVideo(row);
  const rest = [
    handle,
    named === '' ? [posted, ...COUNT_NAMES.map((name) => Number(counts[name].value))] : named,
  ];
  const hasFollowers = numbers.newFollowers !== undefined;
  return {
    ...videoOf(link, title ?? (titleIn(named) || null), posted, rest),
    handle,
    category: numbers.category ?? null,
    duration: numbers.duration ?? null,
    watchTime: numbers.watchTime ?? null,
    newFollowers: hasFollowers ? readCount(row, 'new_followers') : null,
    counts,
    saves,
    readOn: null,
  };
}

function countIn(numbers: Counts, steps: Counts, name: CountName) {
  return { value: BigInt(numbers[name]), step: BigInt(steps[name]) };
}

function linkIn(addresses: readonly string[]): TikTokLink | null {
  for (const address of addresses) {
    const read = parseTikTokLink(address);
    if (read.ok) return read.link;
  }
  return null;
}

/** A workbook keeps days as numbers. */
function fromSerial(text: string): string {
  const days = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (days < SERIAL_DAYS.from || days > SERIAL_DAYS.to) return text;
  return new Date(EPOCH + days * DAY).toISOString().slice(0, 10);
}
