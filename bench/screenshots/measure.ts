import { SHOWN_COUNTS } from '../../src/lib/count-names.js';
import { parseCount } from '../../src/lib/counts.js';
import { createPictureReader } from '../../src/pictures/reader.js';
import type { PictureOutcome } from '../../src/pictures/spec.js';
import { pictureText } from '../../src/words/en/pictures.js';
import { type Usage, usageOf } from '../usage.js';
import { isDecoy, type Taken } from './taken.js';

/** Numbers of some pictures: read right, read wrong, and asked for. */
export interface Tally {
  readonly pictures: number;
  readonly right: number;
  readonly wrong: number;
  readonly asked: number;
}

type Tallies = Readonly<Record<string, Tally>>;

/** What was measured. */
export interface ScreenshotFigures {
  readonly byKind: Tallies;
  readonly byLanguage: Tallies;
  readonly english: Tallies;
  readonly decoys: Readonly<
    Record<string, { readonly pictures: number; readonly refused: number }>
  >;
  /** Milliseconds from sending a picture to what was read of it; the first loads the models. */
  readonly ms: { readonly median: number; readonly p95: number; readonly first: number };
  /** Processor time of a picture, in milliseconds: the median. Busy machines change it little. */
  readonly processorMs: number;
  /** The largest the reading process was between two pictures, in MiB. */
  readonly memoryMiB: number;
  /** What was read wrong, to be looked at; and other screens that were read. */
  readonly wrong: readonly { label: string; count: string; shown: string; read: string }[];
}

/** Has pictures read by the process that reads them for members. */
export async function measureScreenshots(
  pictures: Iterable<Taken>,
  tell: (progress: string) => void,
): Promise<ScreenshotFigures> {
  let pid: number | undefined;
  const reader = createPictureReader(true, (started) => {
    pid = started;
  });
  if (reader.obstacle !== null) throw new Error(`Pictures can't be read here: ${reader.obstacle}.`);
  const byKind = new Map<string, Mutable<Tally>>();
  const byLanguage = new Map<string, Mutable<Tally>>();
  const english = new Map<string, Mutable<Tally>>();
  const decoys = new Map<string, { pictures: number; refused: number }>();
  const wrong: ScreenshotFigures['wrong'][number][] = [];
  const [times, processor]: [number[], number[]] = [[], []];
  let memoryMiB = 0;
  const read = async ({ bytes }: Taken): Promise<PictureOutcome> => {
    const before = { pid, usage: usageNow(pid) };
    const began = performance.now();
    const outcome = await reader.read({ bytes, names: pictureText.counts });
    times.push(performance.now() - began);
    const usage = usageNow(pid);
    memoryMiB = Math.max(memoryMiB, usage?.memoryMiB ?? 0);
    // One that was just started loads the models, too.
    if (usage !== null && before.usage !== null && before.pid === pid) {
      processor.push(usage.processorMs - before.usage.processorMs);
    }
    return outcome;
  };
  try {
    let done = 0;
    for (const picture of pictures) {
      const { label, kind, language } = picture;
      const outcome = await read(picture);
      const found = judged(picture, outcome);
      wrong.push(...found.mistakes.map((mistake) => ({ label, ...mistake })));
      if (isDecoy(picture)) {
        const known = decoys.get(kind) ?? { pictures: 0, refused: 0 };
        known.pictures += 1;
        known.refused += outcome.ok ? 0 : 1;
        decoys.set(kind, known);
      } else {
        add(byKind, kind, found);
        add(byLanguage, language, found);
        if (language === 'en') add(english, kind, found);
      }
      done += 1;
      if (done % 50 === 0) tell(`${done} read`);
    }
  } finally {
    await reader.close();
  }
  const [first = 0, ...rest] = times;
  return {
    byKind: Object.fromEntries(byKind),
    byLanguage: Object.fromEntries(byLanguage),
    english: Object.fromEntries(english),
    decoys: Object.fromEntries(decoys),
    ms: { median: quantile(rest, 0.5), p95: quantile(rest, 0.95), first },
    processorMs: quantile(processor, 0.5),
    memoryMiB,
    wrong,
  };
}

/** The value under which such a part of them lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

/** Null where it has ended, and where nothing can be said of it. */
function usageNow(pid: number | undefined): Usage | null {
  try {
    return usageOf(pid);
  } catch {
    return null;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Judged extends Omit<Tally, 'pictures'> {
  readonly mistakes: readonly { count: string; shown: string; read: string }[];
}

/** What became of the numbers of one picture. */
export function judged({ counts: shown }: Pick<Taken, 'counts'>, outcome: PictureOutcome): Judged {
  const mistakes: Judged['mistakes'][number][] = [];
  let [right, asked] = [0, 0];
  for (const count of SHOWN_COUNTS) {
    const truth = shown[count];
    const read = outcome.ok ? outcome.reading.counts[count]?.text : undefined;
    if (read === undefined) asked += truth === undefined ? 0 : 1;
    else if (truth !== undefined && meant(truth) === meant(read)) right += 1;
    else mistakes.push({ count, shown: truth ?? 'nothing', read });
  }
  return { right, wrong: mistakes.length, asked, mistakes };
}

function meant(text: string): bigint | string {
  const read = parseCount(text, 'en');
  return read.ok ? read.count.value : text;
}

function add(tallies: Map<string, Mutable<Tally>>, kind: string, found: Judged): void {
  const tally = tallies.get(kind) ?? { pictures: 0, right: 0, wrong: 0, asked: 0 };
  tally.pictures += 1;
  tally.right += found.right;
  tally.wrong += found.wrong;
  tally.asked += found.asked;
  tallies.set(kind, tally);
}
