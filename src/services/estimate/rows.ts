import { parseCount } from '../../lib/counts.js';
import { instantRange, isBeyondTomorrowAnywhere, parseDate } from '../../lib/dates.js';
import {
  type CommunityTruth,
  type Counts,
  communityTruth,
  estimateSaves,
  judge,
  type KnownTruth,
  MAX_COMMUNITY_TRUTHS,
  MAX_TRUTHS,
  type Numbers,
} from './estimate.js';

/** The columns added to every row. */
export const RESULT_COLUMNS: readonly string[] = ['estimate', 'low', 'high', 'score'];

const REQUIRED = ['creator', 'views', 'likes', 'comments', 'shares'] as const;
const CATEGORIES = ['educational', 'entertaining', 'inspirational', 'aesthetic', 'valuable'];

/** Twice as many as are used: the creator's own among them are put aside. */
const KEPT_OF_COMMUNITY = 2 * MAX_COMMUNITY_TRUTHS;

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
 *   duration_s, watch_time_s, new_followers, category, community, saves. Others are left alone.
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
  readonly byCommunity: Map<string, CommunityTruth[]>;
}

function estimateOne(cells: Cells, known: Told, now: Date): string[] {
  const creator = cells.get('creator') ?? '';
  if (creator === '') throw new Unusable('creator is empty');
  const numbers = readNumbers(cells);
  const posted = readPosted(cells, now);
  const category = cells.get('category') ?? '';
  if (category !== '' && !CATEGORIES.includes(category.toLowerCase())) {
    throw new Unusable(`category "${category}" is none of ${CATEGORIES.join(', ')}`);
  }
  const truth = (cells.get('saves') ?? '') === '' ? undefined : readCount(cells, 'saves').value;
  if (truth !== undefined && truth > numbers.views) {
    throw new Unusable(`more saves (${truth}) than views (${numbers.views})`);
  }

  const community = cells.get('community') ?? '';
  const truths = known.byCreator.get(creator) ?? [];
  const told = known.byCommunity.get(community) ?? [];
  const others = told.filter(({ member }) => member !== creator).slice(0, MAX_COMMUNITY_TRUTHS);
  const { saves, low, high } = estimateSaves(numbers, truths, others);
  const { score } = judge({ views: numbers.views, saves, ...(posted && { posted }) }, now);
  if (truth !== undefined) {
    const own = { numbers, saves: truth };
    known.byCreator.set(creator, [own, ...truths].slice(0, MAX_TRUTHS));
    if (community !== '') {
      known.byCommunity.set(
        community,
        [communityTruth(creator, own), ...told].slice(0, KEPT_OF_COMMUNITY),
      );
    }
  }
  return [...[saves, low, high].map((figure) => String(Math.round(figure))), String(score ?? '')];
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
  return {
    ...pick('value'),
    steps: pick('step'),
    kind: 'video',
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
