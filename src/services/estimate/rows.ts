import { parseCount } from '../../lib/counts.js';
import { instantRange, isBeyondTomorrowAnywhere } from '../../lib/dates.js';
import { parsePostedDay } from '../../lib/posted-day.js';
import { type Column, columnOf, nearestColumn } from './columns.js';
import {
  CATEGORIES,
  type Category,
  type CommunityTruth,
  type Counts,
  communityTruth,
  estimateSaves,
  judge,
  type KnownTruth,
  MAX_COMMUNITY_MEMBERS,
  MAX_MEMBER_TRUTHS,
  MAX_TRUTHS,
  type Numbers,
} from './estimate.js';

/** The columns added to every row. */
export const RESULT_COLUMNS: readonly string[] = ['estimate', 'low', 'high', 'score'];

const REQUIRED = ['creator', 'views', 'likes', 'comments', 'shares'] as const;

/** What programs and people write where a value isn't known. */
const NOT_KNOWN = /^(?:|n\/?a|#n\/a|[-–—?]|undefined|null|none|nil|nan|unknown)$/i;

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

/** Why a value cannot be used; caught where the row is answered. */
class Unusable extends Error {}

/**
 * Prepares the estimates of a table, to be asked row by row in the order of the file: a row's own
 * `saves` becomes a known truth of its creator, and of the community it names, once the row itself
 * was estimated. Memory grows with the number of creators and communities, never with that of rows.
 *
 * @param header column names, as `columns.ts` knows them; needed: creator, views, likes, comments,
 *   shares; also read: posted, duration_s, watch_time_s, new_followers, category, community, saves,
 *   and video, which tells rows of one video apart from those of others. Others are left alone.
 * @param now the moment for which age is judged
 * @param language in which counts and days are written, as a BCP 47 tag
 */
export function readHeader(header: readonly string[], now: Date, language?: string): HeaderResult {
  const columns = header.map(columnOf);
  const twice = columns.find((name, at) => name !== null && columns.indexOf(name) !== at);
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
  const missing = REQUIRED.filter((name) => !columns.includes(name));
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
        const cells = new Map<Column, string>();
        for (const [place, column] of columns.entries()) {
          if (column !== null) cells.set(column, (record[place] ?? '').trim());
        }
        return { ok: true, results: estimateOne({ cells, language }, known, now) };
      } catch (error) {
        if (error instanceof Unusable) return { ok: false, reason: error.message };
        throw error;
      }
    },
  };
}

/** The values of a row by their columns, and in which language they are written. */
interface Row {
  readonly cells: ReadonlyMap<Column, string>;
  readonly language: string | undefined;
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
  const posted = readPosted(row, now);
  const truth = optional(row, 'saves') === '' ? undefined : readCount(row, 'saves').value;
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
  const named = optional(row, 'video');
  const counts = REQUIRED.map((name) => row.cells.get(name) ?? '');
  return named === '' ? JSON.stringify([...counts, optional(row, 'posted')]) : `video:${named}`;
}

function readCategory(row: Row): Category | undefined {
  const text = optional(row, 'category');
  if (text === '') return undefined;
  const category = CATEGORIES.find((name) => name === text.toLowerCase());
  if (category !== undefined) return category;
  throw new Unusable(`category "${text}" is none of ${CATEGORIES.join(', ')}`);
}

function readNumbers(row: Row): Numbers {
  const category = readCategory(row);
  const counts = {
    views: readCount(row, 'views'),
    likes: readCount(row, 'likes'),
    comments: readCount(row, 'comments'),
    shares: readCount(row, 'shares'),
  };
  const pick = (of: 'value' | 'step'): Counts => ({
    views: counts.views[of],
    likes: counts.likes[of],
    comments: counts.comments[of],
    shares: counts.shares[of],
  });
  const duration = readSeconds(row, 'duration_s');
  const watchTime = readSeconds(row, 'watch_time_s');
  const hasFollowers = optional(row, 'new_followers') !== '';
  return {
    ...pick('value'),
    steps: pick('step'),
    kind: 'video',
    ...(category && { category }),
    ...(duration !== undefined && { duration }),
    ...(watchTime !== undefined && { watchTime }),
    ...(hasFollowers && { newFollowers: readCount(row, 'new_followers').value }),
  };
}

/** An optional value; nothing where it isn't known. */
function optional({ cells }: Row, column: Column): string {
  const text = cells.get(column) ?? '';
  return NOT_KNOWN.test(text) ? '' : text;
}

function readCount({ cells, language }: Row, column: Column): { value: number; step: number } {
  const text = cells.get(column) ?? '';
  if (text === '') throw new Unusable(`${column} is empty`);
  const read = parseCount(text, language);
  if (!read.ok) {
    const why =
      read.problem === 'ambiguous'
        ? `it can be ${read.readings.map(({ value }) => value).join(' or ')}: write all digits, or name its language with --language`
        : read.problem;
    throw new Unusable(`${column} "${text}" is not a count (${why})`);
  }
  return { value: Number(read.count.value), step: Number(read.count.step) };
}

/** Seconds, or minutes and seconds as in 1:05. */
function readSeconds(row: Row, column: Column): number | undefined {
  const text = optional(row, column);
  if (text === '') return undefined;
  const [, minutes, seconds] =
    /^(?:(\d+):(?=\d{2}(?!\d)))?(\d+(?:[.,]\d+)?) ?s?$/i.exec(text) ?? [];
  if (seconds === undefined) throw new Unusable(`${column} "${text}" is not in seconds`);
  return Number(minutes ?? 0) * 60 + Number(seconds.replace(',', '.'));
}

function readPosted(row: Row, now: Date): { earliest: Date; latest: Date } | undefined {
  const text = optional(row, 'posted');
  if (text === '') return undefined;
  const read = parsePostedDay(text, now, row.language);
  if (!read.ok) {
    throw new Unusable(
      read.problem === 'ambiguous'
        ? `posted "${text}" can be ${read.candidates.join(' or ')}`
        : `posted "${text}" is not a date like 2026-01-31`,
    );
  }
  if (isBeyondTomorrowAnywhere(read.date, now)) {
    throw new Unusable(`posted "${text}" is in the future`);
  }
  return instantRange(read.date);
}
