import { z } from 'zod';
import type { Count } from '../../lib/counts.js';
import type { CountOption } from './typed-score.js';

/** Something typed that may mean several things: its author says which. */
export type Doubt =
  | {
      readonly option: CountOption;
      readonly typed: string;
      /** At least two, the smallest first. */
      readonly readings: readonly Count[];
    }
  | {
      readonly option: 'posted';
      readonly typed: string;
      /** At least two, as `YYYY-MM-DD`. */
      readonly days: readonly string[];
    }
  | {
      /** A title alone that a video known already has. */
      readonly option: 'title';
      readonly typed: string;
      /** At least one, the newest first. */
      readonly namesakes: readonly Namesake[];
    };

/** A known video with the title that was typed. */
export interface Namesake {
  readonly videoId: bigint;
  /** `YYYY-MM-DD`; null where it isn't known. */
  readonly posted: string | null;
  /** When its last reading was taken. */
  readonly takenAt: Date;
}

/** In place of a video's id: it is none of those that are known. */
export const NEW_VIDEO = 'new';

const chosenCount = z.object({ value: z.string().regex(/^\d+$/), step: z.string().regex(/^\d+$/) });

/** As a draft keeps it: 64-bit numbers don't fit into JSON. */
export const chosenSchema = z.object({
  views: chosenCount.exactOptional(),
  likes: chosenCount.exactOptional(),
  comments: chosenCount.exactOptional(),
  shares: chosenCount.exactOptional(),
  saves: chosenCount.exactOptional(),
  new_followers: chosenCount.exactOptional(),
  posted: z.string().exactOptional(),
  /** The id of the known video that is meant, or `new`. */
  title: z.string().exactOptional(),
});

/** One way to read what was typed: what each doubtful option means. */
export type Chosen = z.infer<typeof chosenSchema>;

/** More than can be offered as buttons is asked for in other words. */
const MOST_CHOICES = 10;

/** More at once is asked one thing after the other. */
const MOST_TOGETHER = 4;

/** What is asked first of what is doubtful, with its choices: the rest is asked after that. */
export function askedFirst(doubts: readonly Doubt[]): {
  readonly doubts: readonly Doubt[];
  readonly choices: readonly Chosen[];
} {
  const choices = choicesOf(doubts);
  const [first] = choices;
  if (first === undefined) return { doubts, choices };
  return { doubts: doubts.filter(({ option }) => first[option] !== undefined), choices };
}

/**
 * Ways to read what is doubtful, each for one button: of the first thing, and of the next ones as
 * long as they are few together. Counts with the same short form are read alike: whoever writes
 * `1,2 mil.` and `48 mil.` means the same by both.
 *
 * @returns none where there are too many.
 */
export function choicesOf(doubts: readonly Doubt[]): Chosen[] {
  let choices: { chosen: Chosen; alike: ReadonlyMap<string, number> }[] = [
    { chosen: {}, alike: new Map() },
  ];
  for (const doubt of doubts) {
    const kind = kindOf(doubt);
    const ways = waysOf(doubt);
    const isAlike = choices.some(({ alike }) => alike.has(kind));
    const isFirst = choices.every(({ alike }) => alike.size === 0);
    if (!isAlike && !isFirst && choices.length * ways > MOST_TOGETHER) continue;
    choices = choices.flatMap(({ chosen, alike }) => {
      const already = alike.get(kind);
      const places = already === undefined ? [...Array(ways).keys()] : [already];
      return places.map((place) => ({
        chosen: { ...chosen, ...chosenIn(doubt, place) },
        alike: new Map([...alike, [kind, place]]),
      }));
    });
  }
  return choices.length > MOST_CHOICES ? [] : choices.map(({ chosen }) => chosen);
}

/** A count as it is kept in a draft, and as it comes back. */
export const keptCount = ({ value, step }: Count) => ({ value: String(value), step: String(step) });
export const countFrom = ({ value, step }: z.infer<typeof chosenCount>): Count => ({
  value: BigInt(value),
  step: BigInt(step),
});

function waysOf(doubt: Doubt): number {
  switch (doubt.option) {
    case 'posted':
      return doubt.days.length;
    case 'title':
      return doubt.namesakes.length + 1;
    default:
      return doubt.readings.length;
  }
}

function chosenIn(doubt: Doubt, place: number): Chosen {
  if (doubt.option === 'title') {
    const known = doubt.namesakes[place]?.videoId;
    return { title: known === undefined ? NEW_VIDEO : String(known) };
  }
  if (doubt.option === 'posted') {
    const posted = doubt.days[place];
    return posted === undefined ? {} : { posted };
  }
  const count = doubt.readings[place];
  return count === undefined ? {} : { [doubt.option]: keptCount(count) };
}

/** What has the same is read alike. */
function kindOf(doubt: Doubt): string {
  if (doubt.option === 'title') return 'title';
  return doubt.option === 'posted' ? 'posted' : doubt.typed.replace(/[\d.,\s]/g, '').toLowerCase();
}
