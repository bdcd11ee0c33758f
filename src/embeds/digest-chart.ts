import type { ChartSpec } from '../charts/spec.js';
import { clip } from '../lib/clip.js';
import { formatRate, formatShortDay } from '../lib/format.js';
import type { FullWeek, Ranged } from '../services/digest/parts.js';
import type { Words } from '../words/words.js';

/** Discord's limit of a file's description, in characters. */
const DESCRIPTION = 1024;

const WEEK = 7 * 86_400_000;

/** In Discord's pixels: what stands around the bars, and what each of them takes. */
const AROUND = 146;
const BAR = 27;

/**
 * The picture of a digest: a bar for each week that may be shown, the newest in green. A week between
 * them that may not be shown keeps its place, so that equal steps are equal times.
 */
export function digestChart({ chart, zone, until }: FullWeek, words: Words): ChartSpec {
  const { locale } = words;
  const { title, subtitle, counted, label, bar } = words.chart.digest;
  const weeks = withGaps(chart);
  return {
    kind: 'bars',
    title,
    subtitle: chart.every(({ rate }) => isCounted(rate)) ? counted : subtitle,
    label,
    locale,
    height: AROUND + BAR * Math.max(2, weeks.length),
    bars: weeks.map(({ until: end, rate }) => ({
      name: bar(formatShortDay(new Date(end), zone, locale)),
      value: rate === null ? null : rate.value * 100,
      ...(rate === null || isCounted(rate)
        ? {}
        : { range: [rate.low * 100, rate.high * 100] as const }),
      colour: end === until ? 'green' : 'blue',
    })),
  };
}

/** The same in words, the finding first. */
export function chartAlt({ chart, zone, until }: FullWeek, words: Words): string {
  const { locale } = words;
  const { alt, altBar, altCounted } = words.chart.digest;
  const shown = (value: number) => formatRate(value * 100, locale);
  const bars = chart.map(({ until: end, rate }) => {
    const day = formatShortDay(new Date(end), zone, locale);
    return isCounted(rate)
      ? altCounted(day, shown(rate.value))
      : altBar(day, shown(rate.value), shown(rate.low), shown(rate.high));
  });
  return clip(alt(finding(chart, until, shown, words), bars), DESCRIPTION);
}

type Bar = FullWeek['chart'][number];

function finding(
  chart: readonly Bar[],
  until: string,
  shown: (value: number) => string,
  words: Words,
): string {
  const { up, down, even, first, missing } = words.chart.digest;
  const now = chart.find((one) => one.until === until)?.rate;
  if (now === undefined) return missing;
  const before = chart.findLast((one) => Date.parse(one.until) < Date.parse(until))?.rate;
  if (before === undefined) return first(shown(now.value));
  const phrases = isAbove(now, before) ? up : isAbove(before, now) ? down : even;
  return phrases(shown(now.value), shown(before.value));
}

/** Whether the ranges leave no doubt, and it is worth a word. */
function isAbove(one: Ranged, other: Ranged): boolean {
  return one.low > other.high && one.value > 1.1 * other.value;
}

/** Oldest first, with null for each week that is left out between two. */
function withGaps(chart: readonly Bar[]): { until: string; rate: Bar['rate'] | null }[] {
  return chart.flatMap((bar, index) => {
    const after = chart[index - 1];
    if (after === undefined) return [bar];
    const end = Date.parse(bar.until);
    // Where the clock changes a week has an hour more or less.
    const between = Math.round((end - Date.parse(after.until)) / WEEK) - 1;
    const gaps = Array.from({ length: Math.max(0, between) }, (_, n) => ({
      until: new Date(end - (between - n) * WEEK).toISOString(),
      rate: null,
    }));
    return [...gaps, bar];
  });
}

/** What was counted has no range. */
function isCounted({ low, high }: Ranged): boolean {
  return low === high;
}
