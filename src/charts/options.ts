import { type ChartSize, type ChartSpec, chartColours, LETTERS } from './spec.js';
import { fitted, font } from './words.js';

/** Pixels of the picture for one of Discord's, so that letters stay sharp on any screen. */
const RATIO = 3;

/** Room around everything, in Discord's pixels. */
export const EDGE = { top: 8, right: 14, bottom: 8, left: 12 };

/** Lines that a title and what stands below it may take. */
const LINES = 2;

export const tickStyle = { color: chartColours.muted, font: font(LETTERS.small) };

/** What all charts have alike. */
export function common({ title, subtitle }: ChartSpec, { width }: ChartSize) {
  const room = width - EDGE.left - EDGE.right;
  return {
    animation: false as const,
    responsive: false,
    devicePixelRatio: RATIO,
    layout: { padding: EDGE },
    plugins: {
      title: {
        display: true,
        text: fitted(title, { size: LETTERS.title, weight: 'bold', width: room, lines: LINES }),
        align: 'start' as const,
        color: chartColours.text,
        font: font(LETTERS.title, 'bold'),
        padding: { top: 2, bottom: subtitle === undefined ? 10 : 2 },
      },
      subtitle: {
        display: subtitle !== undefined,
        text: fitted(subtitle ?? '', { size: LETTERS.small, width: room, lines: LINES }),
        align: 'start' as const,
        color: chartColours.muted,
        font: font(LETTERS.small),
        padding: { bottom: 8 },
      },
    },
  };
}

/** An axis of numbers, in the reader's own writing. */
export function valueAxis(
  wanted: { from?: number; to?: number },
  { low, high }: { low: number; high: number },
  o: { locale: string | undefined; mostTicks: number },
) {
  const format = new Intl.NumberFormat(known(o.locale), {
    notation: 'compact',
    maximumSignificantDigits: 3,
  });
  return {
    type: 'linear' as const,
    ...(wanted.from === undefined ? { suggestedMin: low } : { min: wanted.from }),
    ...(wanted.to === undefined ? { suggestedMax: high } : { max: wanted.to }),
    grid: { color: chartColours.grid },
    border: { color: chartColours.grid },
    ticks: {
      ...tickStyle,
      maxTicksLimit: o.mostTicks,
      maxRotation: 0,
      callback: (value: number | string) => format.format(Number(value)),
    },
  };
}

/** Languages whose script the font lacks get the dates and numbers of English. */
export function known(locale: string | undefined): string[] {
  try {
    const supported = Intl.DateTimeFormat.supportedLocalesOf(locale ?? []);
    return [...supported.filter((tag) => !/^(ar|fa|he|ko|th|ur|zh)\b/.test(tag)), 'en-GB'];
  } catch {
    return ['en-GB'];
  }
}
