import type { SearchSets } from './faq-search.js';
import type { LoadResult } from './load.js';

/** Everything measured of one bot. */
export interface BotFigures {
  /** Milliseconds from the start of the process to its first answer, with nothing there yet. */
  readonly firstEver: number;
  /** The same at the next start: the database is there, the commands are registered. */
  readonly firstAnswer: number;
  readonly idleMiB: number | null;
  readonly loads: Readonly<Record<string, readonly LoadResult[]>>;
}

/** Everything one run of the benchmarks measured. */
export interface Figures {
  readonly machine: string;
  /** How long each load lasted. */
  readonly seconds: number;
  readonly bare: BotFigures;
  readonly keepsake: BotFigures;
  /** Round trips to the database for the first `/score` of a video, and for a second one. */
  readonly roundTrips: { readonly first: number; readonly second: number };
  readonly search: SearchSets;
}
