import type { ChartSpec } from '../charts/spec.js';
import { clip } from '../lib/clip.js';
import { formatRate, formatShortDay } from '../lib/format.js';
import type { FullWeek } from '../services/digest/parts.js';
import { digestPost } from '../text/digest-post.js';

/** Discord's limit of a file's description, in characters. */
const DESCRIPTION = 1024;

/** The picture of a digest: a bar for each week that may be shown, the newest in green. */
export function digestChart({ chart, locale, zone, until }: FullWeek): ChartSpec {
  const { title, subtitle, label, bar } = digestPost.chart;
  return {
    kind: 'bars',
    title,
    subtitle,
    label,
    locale,
    bars: chart.map(({ until: end, rate }) => ({
      name: bar(formatShortDay(new Date(end), zone, locale)),
      value: rate.value * 100,
      range: [rate.low * 100, rate.high * 100],
      colour: end === until ? 'green' : 'blue',
    })),
  };
}

/** The same in words. */
export function chartAlt({ chart, locale, zone }: FullWeek): string {
  const { alt, altBar } = digestPost.chart;
  const bars = chart.map(({ until, rate: { value, low, high } }) =>
    altBar(
      formatShortDay(new Date(until), zone, locale),
      formatRate(value * 100, locale),
      formatRate(low * 100, locale),
      formatRate(high * 100, locale),
    ),
  );
  return clip(alt(bars), DESCRIPTION);
}
