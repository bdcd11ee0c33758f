import { COUNT_NAMES, SHOWN_COUNTS, type ShownCount } from '../../lib/count-names.js';
import { parseCount } from '../../lib/counts.js';
import type { FourCounts } from './count-input.js';
import type { TypedTruth } from './truth.js';
import type { TypedScore } from './typed-score.js';

/** Counts as pictures show them, each as it is written there. */
export type ShownTexts = Readonly<Partial<Record<ShownCount, string>>>;

/** The counts of a picture as its author typed them over. */
export type CorrectedCounts = Readonly<Record<ShownCount, string>>;

/** What was typed and what pictures show, put together. */
export interface Together {
  /** Everything as if it had been typed; a count that nobody told is empty. */
  readonly typed: TypedScore;
  /** What of it pictures show. */
  readonly shown: readonly ShownCount[];
  /** What was typed otherwise than a picture shows it: what was typed counts. */
  readonly overruled: readonly { count: ShownCount; typed: string; shown: string }[];
  /** What two pictures show differently: neither counts. */
  readonly torn: readonly ShownCount[];
}

/** Puts together what was typed and what pictures show: what was typed wins, and two pictures must agree. */
export function putTogether(
  typed: Partial<TypedScore>,
  pictures: readonly ShownTexts[],
  language?: string,
): Together {
  const texts: Partial<Record<ShownCount, string>> = {};
  const shown: ShownCount[] = [];
  const overruled: Together['overruled'][number][] = [];
  const torn: ShownCount[] = [];
  for (const count of SHOWN_COUNTS) {
    const seen = pictures.flatMap((picture) => picture[count] ?? []);
    const [first] = seen;
    const own = typed[count];
    if (first === undefined) continue;
    const isTorn = seen.some((text) => !isSame(text, first, language));
    if (own !== undefined) {
      if (!isTorn && !isSame(own, first, language)) {
        overruled.push({ count, typed: own, shown: first });
      } else if (!isTorn) shown.push(count);
    } else if (isTorn) torn.push(count);
    else {
      texts[count] = first;
      shown.push(count);
    }
  }
  const none = { views: '', likes: '', comments: '', shares: '' };
  return { typed: { ...none, ...texts, ...typed }, shown, overruled, torn };
}

/** What is left to be told before a video can be scored. */
export function missingIn(typed: TypedScore): ShownCount[] {
  return COUNT_NAMES.filter((name) => typed[name] === '');
}

/** Whether pictures show all four counts of a reading. */
export function isShown(shown: readonly ShownCount[] | undefined): boolean {
  return COUNT_NAMES.every((name) => shown?.includes(name));
}

/** What waits, with the counts as they were typed over: these are no longer what a picture shows. */
export function withCorrected(
  waits: { readonly typed: TypedScore; readonly shown?: readonly ShownCount[] | undefined },
  corrected: CorrectedCounts,
): { typed: TypedScore; shown: ShownCount[] } {
  const { saves, ...counts } = corrected;
  const { saves: before, ...rest } = waits.typed;
  const typed = { ...rest, ...counts, ...(saves.trim() !== '' && { saves }) };
  const shown = (waits.shown ?? []).filter(
    (count) => corrected[count].trim() === (count === 'saves' ? before : rest[count]),
  );
  return { typed, shown };
}

/** What is told of a video that is known: its saves, and its counts of now where all four are there. */
export function truthOf({ saves = '', views, likes, comments, shares }: TypedScore): TypedTruth {
  const counts = { views, likes, comments, shares };
  const isWhole = COUNT_NAMES.every((name) => counts[name] !== '');
  return { saves, counts: isWhole ? counts : null };
}

/** Without the counts where they are those of the reading: they tell nothing new of the video then. */
export function withoutKnown(
  { saves, counts }: TypedTruth,
  known: FourCounts,
  language?: string,
): TypedTruth {
  const isKnown = COUNT_NAMES.every((name) => {
    const read = parseCount(counts?.[name] ?? '', language);
    return read.ok && read.count.value === known[name].value;
  });
  return { saves, counts: isKnown ? null : counts };
}

/** As `withCorrected`, of a video that is known. */
export function withCorrectedTruth(
  waits: { readonly typed: TypedTruth; readonly shown?: readonly ShownCount[] | undefined },
  { saves, ...counts }: CorrectedCounts,
): { typed: TypedTruth; shown: ShownCount[] } {
  const before: Partial<CorrectedCounts> = { ...waits.typed.counts, saves: waits.typed.saves };
  const now = { ...counts, saves };
  const shown = (waits.shown ?? []).filter((count) => now[count].trim() === before[count]);
  return { typed: { saves, counts: waits.typed.counts && counts }, shown };
}

function isSame(a: string, b: string, language?: string): boolean {
  if (a.trim() === b.trim()) return true;
  const [one, other] = [parseCount(a, language), parseCount(b, language)];
  return one.ok && other.ok && one.count.value === other.count.value;
}
