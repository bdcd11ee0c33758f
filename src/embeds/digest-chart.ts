import type { ChartSpec } from '../charts/spec.js';
import { clip } from '../lib/clip.js';
import { formatRate, formatShortDay } from '../lib/format.js';
import type { FullWeek, Ranged } from '../services/digest/parts.js';
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
      ...(isCounted(rate) ? {} : { range: [rate.low * 100, rate.high * 100] as const }),
      colour: end === until ? 'green' : 'blue',
    })),
  };
}

/** The same in words. */
export function chartAlt({ chart, locale, zone }: FullWeek): string {
  const { alt, altBar, altCounted } = digestPost.chart;
  const shown = (value: number) => formatRate(value * 100, locale);
  const bars = chart.map(({ until, rate }) => {
    const day = formatShortDay(new Date(until), zone, locale);
    return isCounted(rate)
      ? altCounted(day, shown(rate.value))
      : altBar(day, shown(rate.value), shown(rate.low), shown(rate.high));
  });
  return clip(alt(bars), DESCRIPTION);
}

/** What was counted has no range. */
function isCounted({ low, high }: Ranged): boolean {
  return low === high;
}
