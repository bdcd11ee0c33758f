import type { SearchSets } from './faq-search.js';
import type { LoadResult } from './load.js';

/** What a start cost until its first `/score` was answered. */
export interface StartFigures {
  /** Milliseconds on the clock. */
  readonly ms: number;
  /** Milliseconds of the processor; null where they can’t be read. */
  readonly processorMs: number | null;
  /** Resident memory then. */
  readonly memoryMiB: number | null;
}

/** Everything measured of one bot. */
export interface BotFigures {
  /** With nothing there yet. */
  readonly firstEver: StartFigures;
  /** The middle one of several later starts: the database is there, the commands are registered. */
  readonly start: StartFigures;
  /** Processor time of an answer in milliseconds, for each part of the answers that warm the bot up. */
  readonly warming: readonly (number | null)[];
  /** The rounds of each load, in the order in which they were measured. */
  readonly loads: Readonly<Record<string, readonly LoadResult[]>>;
}

/** Keepsake and the bare bot, measured in turns. */
export interface Beside {
  readonly bare: BotFigures;
  readonly keepsake: BotFigures;
}

/** Everything one run of the benchmarks measured. */
export interface Figures extends Beside {
  readonly machine: string;
  /** How long each load of a round lasted. */
  readonly seconds: number;
  /** Keepsake alone: rising rates up to the first at which somebody is turned away, and far too many. */
  readonly capacity: readonly LoadResult[];
  readonly overload: LoadResult;
  /** Round trips to the database for the first `/score` of a video, and for a second one. */
  readonly roundTrips: { readonly first: number; readonly second: number };
  readonly search: SearchSets;
}

/** The middle one of several numbers; NaN of none. */
export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The same where one may not have been measured; then nothing was. */
export function middleOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length < values.length || known.length === 0 ? null : middle(known);
}
