import { instantRange } from '../../lib/dates.js';
import { parseTikTokLink } from '../../lib/tiktok-link.js';
import { type Column, columnOf, isLinkColumn, nearestColumn } from './columns.js';
import {
  type CommunityTruth,
  communityTruth,
  estimateSaves,
  judge,
  type KnownTruth,
  MAX_COMMUNITY_MEMBERS,
  MAX_MEMBER_TRUTHS,
  MAX_TRUTHS,
} from './estimate.js';
import {
  optional,
  type Row,
  readCount,
  readNumbers,
  readPosted,
  readVideo,
  Unusable,
} from './row-values.js';

/** The columns added to every row. */
export const RESULT_COLUMNS: readonly string[] = ['estimate', 'low', 'high', 'score'];

const REQUIRED = ['creator', 'views', 'likes', 'comments', 'shares'] as const;

export type RowResult =
  | { readonly ok: true; readonly results: readonly string[] }
  | { readonly ok: false; readonly reason: string };

export type HeaderResult =
  | {
      readonly ok: true;
      readonly estimateRow: (record: readonly string[]) => RowResult;
      /** Columns that are left alone although one is nearly called like them. */
      readonly unknown: readonly { readonly name: string; readonly nearest: string }[];
    }
  | { readonly ok: false; readonly reason: string };

/**
 * Prepares the estimates of a table, to be asked row by row in the order of the file: a row's own
 * `saves` becomes a known truth of its creator, and of the community it names, once the row itself
 * was estimated. Memory grows with the number of creators and communities, never with that of rows.
 *
 * @param header column names, as `columns.ts` knows them; needed: creator (or an address that names it), views, likes, comments,
 *   shares; also read: posted, duration_s, watch_time_s, new_followers, category, community, saves,
 *   and video, which tells rows of one video apart from those of others. Others are left alone.
 * @param now the moment for which age is judged
 * @param language in which counts and days are written, as a BCP 47 tag
 */
export function readHeader(header: readonly string[], now: Date, language?: string): HeaderResult {
  const columns = header.map(columnOf);
  // Scrapers write the day twice, as a number and in words: the rows say whether it is the same.
  const twice = columns.find(
    (name, at) => name !== null && name !== 'posted' && columns.indexOf(name) !== at,
  );
  const links = header.flatMap((name, at) => (isLinkColumn(name) ? [at] : []));
  if (twice != null) {
    const named = header.filter((_, at) => columns[at] === twice).map((name) => `"${name.trim()}"`);
    return {
      ok: false,
      reason: `the column ${twice} is there twice: ${named.join(' and ')}; leave one of them out`,
    };
  }
  const unknown = header.flatMap((name) => {
    const nearest = nearestColumn(name);
    return nearest === null ? [] : [{ name: name.trim(), nearest }];
  });
  const missing = REQUIRED.filter(
    (name) => !columns.includes(name) && !(name === 'creator' && links.length > 0),
  );
  if (missing.length > 0) {
    const are = missing.length === 1 ? 'column X is' : 'columns X are';
    const slips = unknown
      .filter(({ nearest }) => missing.some((name) => name === nearest))
      .map(({ name, nearest }) => `; "${name}" is not known: did you mean ${nearest}?`);
    return {
      ok: false,
      reason: `the ${are.replace('X', missing.join(', '))} missing; the first line must name at least ${REQUIRED.join(',')}${slips.join('')}`,
    };
  }
  // A comma too many at the end of every row names no column.
  const width = header.findLastIndex((name) => name.trim() !== '') + 1;
  const known: Told = { byCreator: new Map(), byCommunity: new Map() };
  return {
    ok: true,
    unknown,
    estimateRow: (record) => {
      try {
        const surplus = record.slice(width);
        if (record.length < width || surplus.some((value) => value.trim() !== '')) {
          throw new Unusable(`${record.length} values where the header has ${width}`);
        }
        // Excel saves rows that were emptied.
        if (record.every((value) => value.trim() === '')) {
          return { ok: true, results: RESULT_COLUMNS.map(() => '') };
        }
        const cells = new Map<Column, string>();
        const days: string[] = [];
        for (const [place, column] of columns.entries()) {
          const value = (record[place] ?? '').trim();
          if (column !== null) cells.set(column, value);
          if (column === 'posted') days.push(value);
        }
        if ((cells.get('creator') ?? '') === '') {
          const handle = handleIn(links.map((place) => record[place] ?? ''));
          if (handle !== null) cells.set('creator', handle);
        }
        return { ok: true, results: estimateOne({ cells, days, language }, known, now) };
      } catch (error) {
        if (error instanceof Unusable) return { ok: false, reason: error.message };
        throw error;
      }
    },
  };
}

/** Whose post the first address is that names its creator; null where none does. */
function handleIn(addresses: readonly string[]): string | null {
  for (const address of addresses) {
    const read = parseTikTokLink(address);
    if (read.ok && read.link.handle !== null) return read.link.handle;
  }
  return null;
}

/** True counts of the rows so far, newest first. */
interface Told {
  readonly byCreator: Map<string, KnownTruth[]>;
  /** By community, then by member: who told one last comes last. */
  readonly byCommunity: Map<string, Map<string, MemberTruth[]>>;
}

interface MemberTruth extends CommunityTruth {
  readonly video: string;
}

function estimateOne(row: Row, known: Told, now: Date): string[] {
  const creator = row.cells.get('creator') ?? '';
  if (creator === '') throw new Unusable('creator is empty');
  const numbers = readNumbers(row);
  const day = readPosted(row, now);
  const posted = day === undefined ? undefined : instantRange(day);
  const truth = optional(row, 'saves') === '' ? undefined : Number(readCount(row, 'saves').value);
  if (truth !== undefined && truth > numbers.views) {
    throw new Unusable(`more saves (${truth}) than views (${numbers.views})`);
  }

  const truths = known.byCreator.get(creator) ?? [];
  const community = membersOf(known, optional(row, 'community'));
  const others = [...community]
    .reverse()
    .flatMap(([member, told]) => (member === creator ? [] : told));
  const video = videoOf(row);
  const { saves, low, high } = estimateSaves(numbers, truths, others, video);
  const { score } = judge(
    { views: numbers.views, saves, low, high, ...(posted && { posted }) },
    now,
    { category: numbers.category },
  );
  if (truth !== undefined) {
    const own: KnownTruth = { numbers, saves: truth, video };
    known.byCreator.set(creator, withNewest(own, truths, MAX_TRUTHS));
    const told = community.get(creator) ?? [];
    community.delete(creator);
    const newest = { ...communityTruth(creator, own), video };
    community.set(creator, withNewest(newest, told, MAX_MEMBER_TRUTHS));
    // One more than are used: the creator's own are put aside.
    for (const [member] of community) {
      if (community.size > MAX_COMMUNITY_MEMBERS + 1) community.delete(member);
    }
  }
  return [...[saves, low, high].map((figure) => String(Math.round(figure))), String(score ?? '')];
}

/** Truths with one more: of a video only the newest is kept. */
function withNewest<T extends { readonly video?: string }>(
  newest: T,
  before: readonly T[],
  most: number,
): T[] {
  return [newest, ...before.filter(({ video }) => video !== newest.video)].slice(0, most);
}

/** What the members of a community told; where none is named, nothing is kept. */
function membersOf({ byCommunity }: Told, name: string): Map<string, MemberTruth[]> {
  const members = byCommunity.get(name) ?? new Map<string, MemberTruth[]>();
  if (name !== '') byCommunity.set(name, members);
  return members;
}

/**
 * What makes rows of a creator one video: the name in the column `video`, else the same four
 * counts and day, which two videos hardly ever share.
 */
function videoOf(row: Row): string {
  const named = readVideo(row);
  const counts = REQUIRED.map((name) => row.cells.get(name) ?? '');
  return named === '' ? JSON.stringify([...counts, optional(row, 'posted')]) : `video:${named}`;
}
