/** A score from which on a video does better than most of its size. */
const WELL = 60;

/**
 * Whether it can be said that a video does well: even the low end of its score does.
 *
 * @param lowest that end; for counted saves it is the score. Null where it can't be judged.
 */
export function isSurelyGood(lowest: number | null): boolean {
  return lowest !== null && lowest >= WELL;
}
