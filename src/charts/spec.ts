/**
 * The colours of a chart. It brings its own dark card, so that it reads alike in Discord's dark and
 * light; each colour but the grid's has a contrast of at least 4.5 : 1 on it.
 */
export const chartColours = {
  card: '#1e1f26',
  grid: '#3a3c47',
  text: '#f2f3f5',
  muted: '#b5bac1',
  blue: '#6cb4f5',
  green: '#58c98d',
  amber: '#f0b849',
  pink: '#f28fb5',
  violet: '#b9a1f7',
} as const;

/**
 * How wide a chart is laid out, in Discord's pixels: as wide as Discord shows one on a large screen.
 * On a phone 375 pixels wide an embed has room for 267 of them, and everything is shown smaller.
 */
export const CHART_WIDTH = 400;

/** The sizes of letters, in Discord's pixels: none is below 11 on such a phone. */
export const LETTERS = { title: 19, small: 17 } as const;

/** A colour that a series may have. */
export type SeriesColour = Exclude<keyof typeof chartColours, 'card' | 'grid' | 'text' | 'muted'>;

/** What a chart shows: plain data, so that it can go to another thread. */
export type ChartSpec = TimeChart | BarChart;

interface Common {
  /** What the font lacks is left out; what two lines can't hold is cut, here and below. */
  readonly title: string;
  /** Below the title: the period, what a mark means, that something is invented. */
  readonly subtitle?: string;
  /**
   * In Discord's pixels, as CHART_WIDTH is; the picture has three times as many each way. Without it
   * 300.
   */
  readonly height?: number;
  /** For dates and numbers, a BCP 47 tag; without it English. */
  readonly locale?: string;
}

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** Values over time, in one panel or several above each other over the same days. */
export interface TimeChart extends Common {
  readonly kind: 'time';
  readonly panels: readonly Panel[];
}

export interface Panel {
  /** What the panel measures, written above it. */
  readonly label: string;
  /** Where the axis begins and ends; without them where the values and their ranges do. */
  readonly from?: number;
  readonly to?: number;
  readonly series: readonly TimeSeries[];
}

export interface TimeSeries {
  /** Shown in the legend; series of the same name and colour stand in it once. */
  readonly name: string;
  readonly colour: SeriesColour;
  readonly mark: 'dot' | 'diamond' | 'none';
  /** Whether a line joins its points. */
  readonly joined: boolean;
  readonly points: readonly TimePoint[];
}

export interface TimePoint {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number;
  /** The range around the value, drawn as a whisker. */
  readonly range?: readonly [low: number, high: number];
}

/** Named things beside each other, as bars from left to right. */
export interface BarChart extends Common {
  readonly kind: 'bars';
  /** What the length of a bar measures. */
  readonly label: string;
  /** At most about twelve; from top to bottom. A name is cut where it is too long. */
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly name: string;
  /** Null where nothing is known: there is no bar. */
  readonly value: number | null;
  readonly colour: SeriesColour;
  /** The range around the value, drawn as a whisker. */
  readonly range?: readonly [low: number, high: number];
}
