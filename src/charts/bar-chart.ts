import type { ChartConfiguration } from 'chart.js';
import { barRanges, card } from './marks.js';
import { common, tickStyle, valueAxis } from './options.js';
import { type BarChart, type ChartSize, chartColours, LETTERS } from './spec.js';
import { fitted, font } from './words.js';

/** The most of the width that names take. */
const NAMES = 0.4;

/** Named things beside each other, as Chart.js takes them. */
export function barChart(spec: BarChart, size: ChartSize): ChartConfiguration<'bar'> {
  const ends = spec.bars.flatMap(({ value, range }) => [value ?? 0, ...(range ?? [])]);
  const lineOf = (text: string, width: number) =>
    fitted(text, { size: LETTERS.small, width, lines: 1 })[0] ?? '';
  const base = common(spec, size);
  return {
    type: 'bar',
    data: {
      labels: spec.bars.map(({ name }) => lineOf(name, size.width * NAMES)),
      datasets: [
        {
          data: spec.bars.map(({ value }) => value),
          backgroundColor: spec.bars.map(({ colour }) => chartColours[colour]),
          borderRadius: 3,
          maxBarThickness: 26,
        },
      ],
    },
    plugins: [card, barRanges(spec)],
    options: {
      ...base,
      plugins: { ...base.plugins, legend: { display: false } },
      indexAxis: 'y',
      scales: {
        x: {
          ...valueAxis(
            {},
            { low: 0, high: Math.max(0, ...ends) },
            { locale: spec.locale, mostTicks: 5 },
          ),
          title: {
            display: true,
            text: lineOf(spec.label, size.width),
            color: chartColours.muted,
            font: font(LETTERS.small),
            padding: 0,
          },
        },
        y: {
          grid: { display: false },
          border: { color: chartColours.grid },
          ticks: { ...tickStyle, color: chartColours.text, autoSkip: false },
        },
      },
    },
  };
}
