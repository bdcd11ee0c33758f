import { parseCount } from '../../lib/counts.js';
import { instantRange, isBeyondTomorrowAnywhere } from '../../lib/dates.js';
import { parsePostedDay } from '../../lib/posted-day.js';
import { type Column, columnOf, nearestColumn } from './columns.js';
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

/** What programs and people write where a value isn't known. */
const NOT_KNOWN = /^(?:|n\/?a|#n\/a|[-–—?]|undefined|null|none|nil|nan|unknown)$/i;

const CATEGORIES = ['educational', 'entertaining', 'inspirational', 'aesthetic', 'valuable'];

/** Twice as many as are used: the creator's own among them are put aside. */
const KEPT_OF_COMMUNITY = 2 * MAX_COMMUNITY_TRUTHS;

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
 *   shares; also read: posted, duration_s, watch_time_s, new_followers, category, community, saves.
 *   Others are left alone.
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
  readonly byCommunity: Map<string, CommunityTruth[]>;
}

function estimateOne(row: Row, known: Told, now: Date): string[] {
  const creator = row.cells.get('creator') ?? '';
  if (creator === '') throw new Unusable('creator is empty');
  const numbers = readNumbers(row);
  const posted = readPosted(row, now);
  const category = optional(row, 'category');
  if (category !== '' && !CATEGORIES.includes(category.toLowerCase())) {
    throw new Unusable(`category "${category}" is none of ${CATEGORIES.join(', ')}`);
  }
  const truth = optional(row, 'saves') === '' ? undefined : readCount(row, 'saves').value;
  if (truth !== undefined && truth > numbers.views) {
    throw new Unusable(`more saves (${truth}) than views (${numbers.views})`);
  }

  const community = optional(row, 'community');
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

function readNumbers(row: Row): Numbers {
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
