import { parseCount } from '../../lib/counts.js';
import { instantRange, isBeyondTomorrowAnywhere, parseDate } from '../../lib/dates.js';
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

export type RowResult =
  | { readonly ok: true; readonly results: readonly string[] }
  | { readonly ok: false; readonly reason: string };

export type HeaderResult =
  | { readonly ok: true; readonly estimateRow: (record: readonly string[]) => RowResult }
  | { readonly ok: false; readonly reason: string };

/** Why a value cannot be used; caught where the row is answered. */
class Unusable extends Error {}

/**
 * Prepares the estimates of a table, to be asked row by row in the order of the file: a row's own
 * `saves` becomes a known truth of its creator, and of the community it names, once the row itself
 * was estimated. Memory grows with the number of creators and communities, never with that of rows.
 *
 * @param header column names; needed: creator, views, likes, comments, shares; also read: posted,
 *   duration_s, watch_time_s, new_followers, category, community, saves, and video, which tells rows
 *   of one video apart from those of others. Others are left alone.
 * @param now the moment for which age is judged
 */
export function readHeader(header: readonly string[], now: Date): HeaderResult {
  const names = header.map((name) => name.trim().toLowerCase());
  const missing = REQUIRED.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const columns = missing.length === 1 ? 'column' : 'columns';
    return {
      ok: false,
      reason: `the ${columns} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing; the first line must name at least ${REQUIRED.join(',')}`,
    };
  }
  const known: Told = { byCreator: new Map(), byCommunity: new Map() };
  return {
    ok: true,
    estimateRow: (record) => {
      try {
        if (record.length !== header.length) {
          throw new Unusable(`${record.length} values where the header has ${header.length}`);
        }
        const cells = new Map(names.map((name, i) => [name, (record[i] ?? '').trim()]));
        return { ok: true, results: estimateOne(cells, known, now) };
      } catch (error) {
        if (error instanceof Unusable) return { ok: false, reason: error.message };
        throw error;
      }
    },
  };
}

type Cells = ReadonlyMap<string, string>;

/** True counts of the rows so far, newest first. */
interface Told {
  readonly byCreator: Map<string, KnownTruth[]>;
  /** By community, then by member: who told one last comes last. */
  readonly byCommunity: Map<string, Map<string, MemberTruth[]>>;
}

interface MemberTruth extends CommunityTruth {
  readonly video: string;
}

function estimateOne(cells: Cells, known: Told, now: Date): string[] {
  const creator = cells.get('creator') ?? '';
  if (creator === '') throw new Unusable('creator is empty');
  const numbers = readNumbers(cells);
  const posted = readPosted(cells, now);
  const truth = (cells.get('saves') ?? '') === '' ? undefined : readCount(cells, 'saves').value;
  if (truth !== undefined && truth > numbers.views) {
    throw new Unusable(`more saves (${truth}) than views (${numbers.views})`);
  }

  const truths = known.byCreator.get(creator) ?? [];
  const community = membersOf(known, cells.get('community') ?? '');
  const others = [...community]
    .reverse()
    .flatMap(([member, told]) => (member === creator ? [] : told));
  const video = videoOf(cells);
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
function videoOf(cells: Cells): string {
  const named = cells.get('video') ?? '';
  const counts = REQUIRED.map((name) => cells.get(name) ?? '');
  return named === '' ? JSON.stringify([...counts, cells.get('posted') ?? '']) : `video:${named}`;
}

function readCategory(cells: Cells): Category | undefined {
  const text = cells.get('category') ?? '';
  if (text === '') return undefined;
  const category = CATEGORIES.find((name) => name === text.toLowerCase());
  if (category !== undefined) return category;
  throw new Unusable(`category "${text}" is none of ${CATEGORIES.join(', ')}`);
}

function readNumbers(cells: Cells): Numbers {
  const counts = {
    views: readCount(cells, 'views'),
    likes: readCount(cells, 'likes'),
    comments: readCount(cells, 'comments'),
    shares: readCount(cells, 'shares'),
  };
  const pick = (of: 'value' | 'step'): Counts => ({
    views: counts.views[of],
    likes: counts.likes[of],
    comments: counts.comments[of],
    shares: counts.shares[of],
  });
  const duration = readSeconds(cells, 'duration_s');
  const watchTime = readSeconds(cells, 'watch_time_s');
  const hasFollowers = (cells.get('new_followers') ?? '') !== '';
  const category = readCategory(cells);
  return {
    ...pick('value'),
    steps: pick('step'),
    kind: 'video',
    ...(category && { category }),
    ...(duration !== undefined && { duration }),
    ...(watchTime !== undefined && { watchTime }),
    ...(hasFollowers && { newFollowers: readCount(cells, 'new_followers').value }),
  };
}

function readCount(cells: Cells, name: string): { value: number; step: number } {
  const text = cells.get(name) ?? '';
  if (text === '') throw new Unusable(`${name} is empty`);
  const read = parseCount(text);
  if (!read.ok) throw new Unusable(`${name} "${text}" is not a count (${read.problem})`);
  return { value: Number(read.count.value), step: Number(read.count.step) };
}

function readSeconds(cells: Cells, name: string): number | undefined {
  const text = cells.get(name) ?? '';
  if (text === '') return undefined;
  if (!/^\d+([.,]\d+)?$/.test(text)) throw new Unusable(`${name} "${text}" is not in seconds`);
  return Number(text.replace(',', '.'));
}

function readPosted(cells: Cells, now: Date): { earliest: Date; latest: Date } | undefined {
  const text = cells.get('posted') ?? '';
  if (text === '') return undefined;
  const read = parseDate(text);
  if (!read.ok) throw new Unusable(`posted "${text}" is not a date like 2026-01-31`);
  if (isBeyondTomorrowAnywhere(read.date, now)) {
    throw new Unusable(`posted "${text}" is in the future`);
  }
  return instantRange(read.date);
}
