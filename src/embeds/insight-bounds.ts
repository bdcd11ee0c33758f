/** From how many on something is said, and how many are looked at. */
export interface InsightBounds {
  /** Videos for a correlation, and with real saves for comparing with these. */
  readonly videos: number;
  /** Videos in each of two groups. */
  readonly group: number;
  readonly experiment: number;
  /** On each side, at which it is concluded. */
  readonly concluded: readonly number[];
  readonly category: number;
  /** Videos with real saves, to judge the range and the trend. */
  readonly judge: number;
  /** Estimated saves from which on the range is judged. */
  readonly judgedFrom: number;
  /** Real counts looked at. */
  readonly mostTruths: number;
  /** The difference of which it is said how many videos would show it. */
  readonly shownFactor: number;
}
