import { type Count, MOST_VIEWS, parseCount, readingsOf } from '../../lib/counts.js';
import { isBeyondTomorrowAnywhere } from '../../lib/dates.js';
import { parsePostedDay } from '../../lib/posted-day.js';
import type { Column } from './columns.js';
import { CATEGORIES, type Category, type Counts, type Numbers } from './estimate.js';
import { isMoreThanShown, MOST_REPLAYS, SELDOM_AS_MANY } from './plausible.js';

/** Why a value cannot be used; caught where the row is answered. */
export class Unusable extends Error {}

/** The values of a row by their columns, and in which language they are written. */
export interface Row {
  readonly cells: ReadonlyMap<Column, string>;
  /** Everything in columns for the day, which some exports have twice. */
  readonly days: readonly string[];
  readonly language: string | undefined;
}

/** What programs and people write where a value isn't known. */
const NOT_KNOWN = /^(?:|n\/?a|#n\/a|[-–—?]|undefined|null|none|nil|nan|unknown)$/i;

/** What Excel makes of a long number: 7.41235E+18, or zeros from its sixteenth digit on. */
const CUT_BY_EXCEL = /^\d(?:[.,]\d+)?e\+?\d+$|^\d{15}0{2,5}$/i;

/** An optional value; nothing where it isn't known. */
export function optional({ cells }: Row, column: Column): string {
  const text = cells.get(column) ?? '';
  return NOT_KNOWN.test(text) ? '' : text;
}

/** What names the video of a row; empty where nothing does. */
export function readVideo(row: Row): string {
  const named = optional(row, 'video');
  if (CUT_BY_EXCEL.test(named)) {
    throw new Unusable(
      `video "${named}" has lost its last digits in a spreadsheet, and others would share it: format the column as text before the file is saved`,
    );
  }
  return named;
}

/** @throws Unusable for what can't be read, can't be true or may mean several things. */
export function readNumbers(row: Row): Numbers {
  const category = readCategory(row);
  const counts = {
    views: readCount(row, 'views'),
    likes: readCount(row, 'likes'),
    comments: readCount(row, 'comments'),
    shares: readCount(row, 'shares'),
  };
  const { views } = counts;
  const shown = (column: Column) => `${column} "${row.cells.get(column) ?? ''}"`;
  if (views.value > MOST_VIEWS) {
    throw new Unusable(`${shown('views')} is ${views.value}, more than any video has ever had`);
  }
  for (const column of ['likes', 'comments', 'shares'] as const) {
    if (!isMoreThanShown(counts[column], views)) continue;
    throw new Unusable(
      `${shown(column)} is ${counts[column].value}, more than the ${views.value} views: look at both, and at what the short form means in its language`,
    );
  }
  const pick = (of: 'value' | 'step'): Counts => ({
    views: Number(counts.views[of]),
    likes: Number(counts.likes[of]),
    comments: Number(counts.comments[of]),
    shares: Number(counts.shares[of]),
  });
  const duration = readSeconds(row, 'duration_s');
  const watchTime = readSeconds(row, 'watch_time_s');
  if (duration !== undefined && watchTime !== undefined && watchTime > MOST_REPLAYS * duration) {
    throw new Unusable(
      `${shown('watch_time_s')} is more than ${MOST_REPLAYS} times the ${duration} seconds of the video: it must be the average of a view, in seconds`,
    );
  }
  const hasFollowers = optional(row, 'new_followers') !== '';
  return {
    ...pick('value'),
    steps: pick('step'),
    kind: 'video',
    ...(category && { category }),
    ...(duration !== undefined && { duration }),
    ...(watchTime !== undefined && { watchTime }),
    ...(hasFollowers && { newFollowers: Number(readCount(row, 'new_followers').value) }),
  };
}

/** @throws Unusable for what is no count, or may be several. */
export function readCount({ cells, language }: Row, column: Column): Count {
  const text = cells.get(column) ?? '';
  if (text === '') throw new Unusable(`${column} is empty`);
  const read = parseCount(text, language);
  if (!read.ok) {
    const why = read.problem === 'ambiguous' ? doubtful(read.readings) : read.problem;
    throw new Unusable(`${column} "${text}" is not a count (${why})`);
  }
  const { value } = read.count;
  if (language === undefined && value >= SELDOM_AS_MANY) {
    const less = readingsOf(text).filter((one) => one.value * 100n <= value);
    if (less.length > 0) {
      throw new Unusable(`${column} "${text}" is doubtful (${doubtful([...less, read.count])})`);
    }
  }
  return read.count;
}

function doubtful(readings: readonly Count[]): string {
  return `it can be ${readings.map(({ value }) => value).join(' or ')}: write all digits, or name its language with --language`;
}

function readCategory(row: Row): Category | undefined {
  const text = optional(row, 'category');
  if (text === '') return undefined;
  const category = CATEGORIES.find((name) => name === text.toLowerCase());
  if (category !== undefined) return category;
  throw new Unusable(`category "${text}" is none of ${CATEGORIES.join(', ')}`);
}

/** Seconds, with or without the word; or hours, minutes and seconds as in 1:05 or 00:01:05. */
function readSeconds(row: Row, column: Column): number | undefined {
  const text = optional(row, column);
  if (text === '') return undefined;
  const [, hours, minutes, seconds] =
    /^(?:(?:(\d+):(?=\d{1,2}:))?(\d+):(?=\d{2}(?!\d)))?(\d+(?:[.,]\d+)?) ?(?:s|secs?|seconds?)?\.?$/i.exec(
      text,
    ) ??
    /^(?:(\d+) ?h(?:ours?|rs?)? ?)?(?:(\d+) ?m(?:in(?:utes?|s)?)? ?)?(?:(\d+) ?s(?:ec(?:onds?|s)?)?)?$/i.exec(
      text,
    ) ??
    [];
  if (hours === undefined && minutes === undefined && seconds === undefined) {
    throw new Unusable(`${column} "${text}" is not in seconds`);
  }
  return (
    Number(hours ?? 0) * 3600 +
    Number(minutes ?? 0) * 60 +
    Number((seconds ?? '0').replace(',', '.'))
  );
}

/** The day a row was posted, `YYYY-MM-DD`; undefined where it isn't known. */
export function readPosted({ days, language }: Row, now: Date): string | undefined {
  const read = days
    .filter((text) => !NOT_KNOWN.test(text))
    .map((text) => ({ text, day: readDay(text, now, language) }));
  const [first] = read;
  const other = read.find(({ day }) => day !== first?.day);
  if (first !== undefined && other !== undefined) {
    throw new Unusable(
      `posted is there twice: "${first.text}" is ${first.day}, and "${other.text}" ${other.day}`,
    );
  }
  return first?.day;
}

function readDay(text: string, now: Date, language: string | undefined): string {
  const read = parsePostedDay(text, now, language);
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
  return read.date;
}
