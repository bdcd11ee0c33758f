import { SHOWN_COUNTS } from '../../src/lib/count-names.js';
import { parseCount } from '../../src/lib/counts.js';
import { createPictureReader } from '../../src/pictures/reader.js';
import type { PictureOutcome } from '../../src/pictures/spec.js';
import { pictureText } from '../../src/words/en/pictures.js';
import { usageOf } from '../usage.js';
import { drawShot } from './draw.js';
import { DECOYS, SCREENS, type Shot, shotOf } from './shot.js';

/** Numbers of some pictures: read right, read wrong, and asked for. */
export interface Tally {
  readonly pictures: number;
  readonly right: number;
  readonly wrong: number;
  readonly asked: number;
}

/** What was measured. */
export interface ScreenshotFigures {
  readonly byKind: Readonly<Record<string, Tally>>;
  readonly english: Readonly<Record<string, Tally>>;
  readonly decoys: Readonly<
    Record<string, { readonly pictures: number; readonly refused: number }>
  >;
  /** Milliseconds from sending a picture to what was read of it; the first loads the models. */
  readonly ms: { readonly median: number; readonly p95: number; readonly first: number };
  /** The largest the reading process was between two pictures, in MiB. */
  readonly memoryMiB: number;
  /** What was read wrong, to be looked at: the seed draws the same picture again. */
  readonly wrong: readonly { seed: number; count: string; shown: string; read: string }[];
}

/**
 * Draws so many screenshots, a quarter as many of other screens, and has them read by the process
 * that reads them for members.
 */
export async function measureScreenshots(
  pictures: number,
  tell: (progress: string) => void,
): Promise<ScreenshotFigures> {
  let pid: number | undefined;
  const reader = createPictureReader(true, (started) => {
    pid = started;
  });
  if (reader.obstacle !== null) throw new Error(`Pictures can't be read here: ${reader.obstacle}.`);
  const byKind = new Map<string, Mutable<Tally>>();
  const english = new Map<string, Mutable<Tally>>();
  const decoys = new Map<string, { pictures: number; refused: number }>();
  const wrong: ScreenshotFigures['wrong'][number][] = [];
  const times: number[] = [];
  let memoryMiB = 0;
  const read = async (shot: Shot): Promise<PictureOutcome> => {
    const bytes = drawShot(shot);
    const began = performance.now();
    const outcome = await reader.read({ bytes, names: pictureText.counts });
    times.push(performance.now() - began);
    memoryMiB = Math.max(memoryMiB, usageOf(pid)?.memoryMiB ?? 0);
    return outcome;
  };
  try {
    for (let seed = 1; seed <= pictures; seed += 1) {
      const shot = shotOf(seed, SCREENS);
      const outcome = await read(shot);
      const found = judged(shot, outcome);
      add(byKind, shot.kind, found);
      if (shot.language === 'en') add(english, shot.kind, found);
      wrong.push(...found.mistakes.map((mistake) => ({ seed, ...mistake })));
      if (seed % 50 === 0) tell(`${seed} of ${pictures}`);
    }
    for (let seed = 1; seed <= Math.ceil(pictures / 4); seed += 1) {
      const shot = shotOf(1_000_000 + seed, DECOYS);
      const outcome = await read(shot);
      const known = decoys.get(shot.kind) ?? { pictures: 0, refused: 0 };
      known.pictures += 1;
      known.refused += outcome.ok ? 0 : 1;
      decoys.set(shot.kind, known);
    }
  } finally {
    await reader.close();
  }
  const [first = 0, ...rest] = times;
  const sorted = rest.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    byKind: Object.fromEntries(byKind),
    english: Object.fromEntries(english),
    decoys: Object.fromEntries(decoys),
    ms: { median: at(0.5), p95: at(0.95), first },
    memoryMiB,
    wrong,
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Judged extends Omit<Tally, 'pictures'> {
  readonly mistakes: readonly { count: string; shown: string; read: string }[];
}

/** What became of the numbers of one picture. */
export function judged({ counts: shown }: Shot, outcome: PictureOutcome): Judged {
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
