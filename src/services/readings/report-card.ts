/** Estimated saves from which on a range of whole numbers can be as narrow as is promised. */
export const FEWEST_SAVES_TO_JUDGE = 10;

/** How far off an estimate was, once the truth is known. */
export interface Miss {
  /** ln((truth + 1) / (estimate + 1)); one save more on both sides, so that none isn't infinitely far. */
  readonly miss: number;
  /** Whether the 80 % range, as it was shown, held the truth. */
  readonly inside: boolean;
}

/** Holds an estimate against the truth; both in saves. */
export function missOf(
  estimate: { readonly saves: number; readonly low: number; readonly high: number },
  truth: number,
): Miss {
  return {
    miss: Math.log1p(truth) - Math.log1p(estimate.saves),
    // The range is shown in whole saves.
    inside: truth >= Math.floor(estimate.low) && truth <= Math.ceil(estimate.high),
  };
}
