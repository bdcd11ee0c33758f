import { COUNT_NAMES } from '../../lib/count-names.js';
import { type Count, MOST_VIEWS, readingsOf } from '../../lib/counts.js';
import type { Estimate } from '../estimate/estimate.js';
import { isMoreThanShown, MOST_REPLAYS, SELDOM_AS_MANY } from '../estimate/plausible.js';
import type { Improbable } from '../refusal.js';
import type { FourCounts } from './count-input.js';
import { type Chosen, keptCount } from './doubts.js';
import type { Questions } from './drafts.js';
import type { Submission } from './submission.js';
import type { TypedScore } from './typed-score.js';
import type { UsualCounts } from './usual-counts.js';

/** How far from the range a truth has to lie to be asked about once more. */
const FAR_FROM_RANGE = { factor: 4, saves: 50 };

/** A thousandfold is a short form too many or too few, or the start of something large. */
const UNLIKE = 1_000n;

/** Below this a thousandfold is only that there was next to nothing before. */
const NEXT_TO_NOTHING = 10n;

/** What is known of a reading beside what was typed. */
interface Context {
  readonly estimate: Pick<Estimate, 'low' | 'high'>;
  /** Null where the creator has no other reading yet. */
  readonly usual: UsualCounts | null;
  /** Whether the video is too young to have reached what is usual. */
  readonly isYoung: boolean;
  /** The member's language. */
  readonly language: string | undefined;
}

type TypedCounts = Pick<TypedScore, 'views' | 'likes' | 'comments' | 'shares'>;

/**
 * What a reading says that is hardly true, and other ways to read it. Null if there is nothing to
 * ask.
 *
 * @param chosen what its author has said already: that isn't asked again.
 */
export function improbabilities(
  typed: TypedCounts,
  { counts, saves, watchTime, duration }: Submission,
  context: Context,
  chosen: Chosen = {},
): Questions | null {
  const found: Improbable[] = [];
  const others: Chosen[] = [];
  for (const option of COUNT_NAMES) {
    if (chosen[option] !== undefined) continue;
    const unlike = unlikeBefore(option, typed[option], counts[option], context);
    const { value: read } = counts[option];
    // What it means elsewhere takes longer to find than all else here, and few have that many.
    if (unlike === null && read < SELDOM_AS_MANY) continue;
    const less = othersOf(typed[option], counts[option], context.language);
    if (unlike !== null) found.push(unlike);
    else if (less.some(({ value }) => value < read)) {
      // Of more than ever is told below.
      if (option !== 'views' || read <= MOST_VIEWS) {
        found.push({ what: 'may be less', option, typed: typed[option], read });
      }
    } else continue;
    others.push(...less.map((count) => ({ [option]: keptCount(count) })));
  }
  const { value: views } = counts.views;
  if (views > MOST_VIEWS) found.push({ what: 'more than ever', typed: typed.views, views });
  for (const option of ['likes', 'comments', 'shares'] as const) {
    if (!isMoreThanShown(counts[option], counts.views)) continue;
    found.push({ what: 'more than views', option, typed: typed[option], views: typed.views });
  }
  if (watchTime !== null && duration !== null && watchTime > MOST_REPLAYS * duration) {
    found.push({ what: 'watch time', watchTime, duration });
  }
  if (saves !== null) found.push(...improbableTruth(saves.value, context.estimate));
  return questionsOf(found, others);
}

/** What there is to ask; null if nothing. */
export function questionsOf(
  improbable: readonly Improbable[],
  choices: readonly Chosen[] = [],
): Questions | null {
  return improbable.length === 0 ? null : { improbable, doubts: [], choices };
}

function unlikeBefore(
  option: keyof FourCounts,
  typed: string,
  { value: read }: Count,
  { usual, isYoung }: Context,
): Improbable | null {
  if (usual === null) return null;
  const { least, most } = usual[option];
  const floor = (count: bigint) => (count > NEXT_TO_NOTHING ? count : NEXT_TO_NOTHING);
  const isFarMore = read >= UNLIKE * floor(most);
  const isFarLess = !isYoung && least >= UNLIKE * floor(read);
  if (!isFarMore && !isFarLess) return null;
  return { what: 'unlike before', option, typed, read, least, most };
}

/** What a count may mean elsewhere, if that is something else by far; never more than a video has. */
function othersOf(typed: string, { value }: Count, language: string | undefined): Count[] {
  return readingsOf(typed, language).filter(
    (one) => one.value <= MOST_VIEWS && (one.value >= 100n * value || value >= 100n * one.value),
  );
}

/** Whether a true count lies so far outside the range that a slip of the finger is likelier. */
export function improbableTruth(
  saves: bigint,
  { low, high }: Pick<Estimate, 'low' | 'high'>,
): Improbable[] {
  const { factor, saves: margin } = FAR_FROM_RANGE;
  const told = Number(saves);
  const far = told > high * factor + margin || told < low / factor - margin;
  return far ? [{ what: 'saves far from the estimate', saves, low, high }] : [];
}
