import type { CountName } from '../../lib/count-names.js';
import type { Count } from '../../lib/counts.js';
import type { Category } from '../estimate/estimate.js';
import type { Limit } from './budget.js';
import type { Day } from './years.js';

/** A file as it was dropped. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a table is, by its header. */
export type TableKind =
  | 'content'
  | 'overview'
  | 'viewers'
  | 'followers'
  | 'activity'
  | 'gender'
  | 'territories'
  | 'own';

/** The tables that hold numbers of an account, a day a row. */
export const DAY_PARTS = ['overview', 'viewers', 'followers'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** A video as one table tells of it. */
export interface ImportedVideo {
  /** What makes two rows the same video: as the identity of stored videos. */
  readonly identity: string;
  readonly handle: string | null;
  readonly tiktokId: bigint | null;
  readonly kind: 'video' | 'photo';
  readonly link: string | null;
  readonly title: string | null;
  readonly posted: Day | null;
  readonly category: Category | null;
  /** Seconds. */
  readonly duration: number | null;
  readonly watchTime: number | null;
  readonly newFollowers: Count | null;
  readonly counts: Readonly<Record<CountName, Count>>;
  readonly saves: Count | null;
  /** The day of the export; null where the table doesn't tell when its counts were read. */
  readonly readOn: Day | null;
}

/** What the columns of the daily tables become; the same names as in the database. */
export const METRICS = {
  overview: ['views', 'profileViews', 'likes', 'comments', 'shares'],
  viewers: ['viewers', 'newViewers', 'returningViewers'],
  followers: ['followers'],
} as const satisfies Readonly<Record<DayPart, readonly string[]>>;
export type Metric = (typeof METRICS)[DayPart][number];

/** What one table says of one day of an account; a number that isn't known is left out. */
export interface ImportedDay {
  readonly handle: string;
  readonly part: DayPart;
  readonly day: Day;
  /** The last day of the table: what comes from a later one is newer. */
  readonly asOf: Day;
  readonly values: Readonly<Partial<Record<Metric, bigint>>>;
}

/** How many followers were there in one hour, on the account's own clock. */
export interface ImportedHour {
  readonly handle: string;
  readonly day: Day;
  /** 0 to 23. */
  readonly hour: number;
  readonly active: bigint;
  readonly asOf: Day;
}

/** Why a row, or a whole file, isn't taken. */
export type LeftWhy =
  | { readonly why: 'no day' | 'not a count' | 'negative' | 'no link'; readonly cell: string }
  | { readonly why: 'more than views'; readonly cell: string; readonly views: string }
  /** In words, as `npm run estimate` has them. */
  | { readonly why: 'table'; readonly said: string }
  | { readonly why: 'columns'; readonly found: number; readonly wanted: number }
  | { readonly why: 'too much'; readonly limit: Limit }
  | {
      readonly why:
        | 'not available yet'
        | 'posted after the export'
        | 'no hour'
        | 'unknown header'
        | 'empty'
        | 'not a table'
        | 'damaged'
        | 'open quote'
        | 'archive inside'
        | 'nothing inside'
        | 'macros'
        | 'no account'
        | 'too large'
        | 'gone';
    };

/** A row that isn't taken, or a file; `line` is null for a whole one. */
export interface LeftOut {
  readonly file: string;
  readonly line: number | null;
  readonly why: LeftWhy;
}

/** What was taken for true although no file says so. */
export type Assumed =
  | { readonly what: 'years from ids'; readonly videos: number }
  | { readonly what: 'export day'; readonly file: string; readonly day: Day }
  | { readonly what: 'days'; readonly file: string; readonly from: Day; readonly to: Day }
  | { readonly what: 'today'; readonly file: string }
  | { readonly what: 'account by name'; readonly file: string; readonly handle: string }
  | { readonly what: 'only account'; readonly file: string; readonly handle: string }
  | { readonly what: 'translated header'; readonly file: string }
  | { readonly what: 'stored results'; readonly file: string }
  | { readonly what: 'not kept'; readonly file: string }
  | { readonly what: 'not available'; readonly file: string; readonly days: number }
  | { readonly what: 'last hours'; readonly file: string; readonly day: Day };

/** A file, or a table in one, and what it was taken for. */
export interface ReadFile {
  readonly file: string;
  readonly kind: TableKind;
  readonly rows: number;
}

/** Everything that a drop of files tells. */
export interface Drop {
  readonly files: readonly ReadFile[];
  /** One a video and day of export. */
  readonly videos: readonly ImportedVideo[];
  readonly days: readonly ImportedDay[];
  readonly hours: readonly ImportedHour[];
  readonly left: readonly LeftOut[];
  readonly assumed: readonly Assumed[];
}

/** A table of a file, before anything of it is understood. */
export interface RawTable {
  /** How it is called to people: the file, and within an archive the entry. */
  readonly file: string;
  /** The place of its file in the drop. */
  readonly group: number;
  readonly rows: readonly RawRow[];
}

export interface RawRow {
  /** The first line of the row, or its number in a sheet, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}
