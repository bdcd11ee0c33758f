import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { card, headings, timeRanges } from './marks.js';
import { common, EDGE, known, tickStyle, valueAxis } from './options.js';
import { type ChartSize, chartColours, LETTERS, type Panel, type TimeChart } from './spec.js';
import { timeAxis } from './time-axis.js';
import { fitted, font } from './words.js';

/** How high the heading of a panel is beside the panel itself where there are two: as high for more. */
const HEADING = 0.5;

/** From so many points on their marks are smaller. */
const MANY = 25;

/** What the numbers beside a panel take of the width. */
const NUMBERS = 50;

/** Values over time, as Chart.js takes them. */
export function timeChart(spec: TimeChart, size: ChartSize): ChartConfiguration<'scatter'> {
  const datasets = spec.panels.flatMap(({ series }, panel) =>
    series.map(
      ({ name, colour, mark, joined, points }): ChartDataset<'scatter'> => ({
        label: fitted(name, { size: LETTERS.small, width: size.width - 60, lines: 1 })[0] ?? '',
        yAxisID: `y${panel}`,
        data: points.map(({ at, value }) => ({ x: at, y: value })),
        showLine: joined,
        borderColor: chartColours[colour],
        borderWidth: mark === 'diamond' ? 1.5 : 2.5,
        backgroundColor: chartColours[colour],
        pointStyle: mark === 'diamond' ? 'rectRot' : mark === 'dot' ? 'circle' : false,
        pointRadius: (mark === 'diamond' ? 6.5 : 4.5) * (points.length > MANY ? 0.65 : 1),
        clip: false,
      }),
    ),
  );
  const times = spec.panels.flatMap(({ series }) =>
    series.flatMap(({ points }) => points.map(({ at }) => at)),
  );
  const width = size.width - EDGE.left - EDGE.right - NUMBERS;
  const { first, last, ticks, tell } = timeAxis(times, width, known(spec.locale));
  const base = common(spec, size);
  return {
    type: 'scatter',
    data: { datasets },
    plugins: [card, timeRanges(spec), headings(spec, EDGE.left)],
    options: {
      ...base,
      plugins: {
        ...base.plugins,
        legend: {
          // A mere line has no mark to stand beside its name; its panel is called like it.
          display: spec.panels.some(({ series }) => series.some(({ mark }) => mark !== 'none')),
          position: 'bottom',
          align: 'start',
          labels: {
            color: chartColours.text,
            font: font(LETTERS.small),
            usePointStyle: true,
            boxHeight: 9,
            padding: 10,
            filter: onceEach(),
          },
        },
      },
      scales: {
        x: {
          type: 'linear',
          min: first,
          max: last,
          grid: { color: chartColours.grid },
          border: { color: chartColours.grid },
          ticks: {
            ...tickStyle,
            maxRotation: 0,
            autoSkip: false,
            callback: (value) => tell(Number(value)),
          },
          afterBuildTicks: (axis) => {
            axis.ticks = ticks.map((value) => ({ value }));
          },
        },
        ...panelAxes(spec),
      },
    },
  };
}

/** For each panel its axis, and an empty one above it that keeps its heading's room. */
function panelAxes({ panels, locale }: TimeChart) {
  const stacked = { axis: 'y' as const, stack: 'panels' };
  const empty = { display: false };
  return Object.fromEntries(
    // Stacked axes stand on each other from the last to the first.
    [...panels.entries()].reverse().flatMap(([index, panel]) => [
      [
        `y${index}`,
        {
          ...valueAxis(panel, boundsOf(panel), { locale, mostTicks: 4 }),
          ...stacked,
          border: empty,
          stackWeight: 1,
          // Axes that stand on each other would all be as wide as one of them needs.
          afterFit: (axis: { width: number }) => {
            axis.width = NUMBERS;
          },
        },
      ],
      [
        `h${index}`,
        {
          ...stacked,
          type: 'linear' as const,
          ...{ min: 0, max: 1, stackWeight: (HEADING * panels.length) / 2 },
          ...{ ticks: empty, grid: empty, border: empty },
        },
      ],
    ]),
  );
}

/** The lowest and highest a panel has to show, ranges included. */
function boundsOf({ series }: Panel) {
  const ends = series.flatMap(({ points }) =>
    points.flatMap(({ value, range }) => [value, ...(range ?? [])]),
  );
  return ends.length === 0
    ? { low: 0, high: 1 }
    : { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Series of the same name in several panels stand in the legend once. */
function onceEach() {
  const seen = new Map<string, number>();
  return ({ text, datasetIndex = 0 }: { text: string; datasetIndex?: number }) => {
    const first = seen.get(text) ?? datasetIndex;
    seen.set(text, first);
    return text !== '' && first === datasetIndex;
  };
}
