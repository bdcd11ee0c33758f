import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  Legend,
  LinearScale,
  LineElement,
  type Plugin,
  PointElement,
  ScatterController,
  SubTitle,
  Title,
} from 'chart.js';
import { fontFamilies } from './fonts.js';
import { printable } from './printable.js';
import {
  type BarChart,
  type ChartSize,
  type ChartSpec,
  chartColours,
  type TimeChart,
} from './spec.js';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
  SubTitle,
  Title,
);

const SIZE: ChartSize = { width: 800, height: 450 };

/** Pixels of the picture for one of Discord's, so that letters stay sharp on any screen. */
const RATIO = 2;

/** The most characters of each kind of text. */
const LONGEST = { title: 70, subtitle: 110, label: 40, name: 28 };

const DAY = 86_400_000;

/** Below this distance of first and last, the axis tells hours, too. */
const SHORT = 2 * DAY;

/** From this distance on, it tells months and years instead of days. */
const LONG = 300 * DAY;

/** Half the width of a whisker's ends. */
const CAP = 4;

/** One chart as PNG. Costs 40 to 200 milliseconds, all of them of the processor. */
export function drawChart(spec: ChartSpec): Uint8Array {
  const { width, height } = spec.size ?? SIZE;
  const canvas = createCanvas(width, height);
  const chart =
    spec.kind === 'time' ? new Chart(canvas, timeChart(spec)) : new Chart(canvas, barChart(spec));
  try {
    return canvas.toBuffer('image/png');
  } finally {
    chart.destroy();
    // Its pixels are memory that the engine doesn't see, and would let pile up before it cleans.
    canvas.width = 0;
    canvas.height = 0;
  }
}

function timeChart(spec: TimeChart): ChartConfiguration<'scatter'> {
  const datasets = spec.panels.flatMap(({ series }, panel) =>
    series.map(
      ({ name, colour, mark, joined, points }): ChartDataset<'scatter'> => ({
        label: printable(name, LONGEST.label),
        yAxisID: `y${panel}`,
        data: points.map(({ at, value }) => ({ x: at, y: value })),
        showLine: joined,
        borderColor: chartColours[colour],
        borderWidth: 2,
        backgroundColor: chartColours[colour],
        pointStyle: mark === 'diamond' ? 'rectRot' : mark === 'dot' ? 'circle' : false,
        pointRadius: mark === 'diamond' ? 6 : 4,
        clip: false,
      }),
    ),
  );
  const times = spec.panels.flatMap(({ series }) =>
    series.flatMap(({ points }) => points.map(({ at }) => at)),
  );
  const { first, last, ticks } = timeAxis(times);
  const tell = timeTeller(spec.locale, last - first);
  return {
    type: 'scatter',
    data: { datasets },
    plugins: [
      card,
      // Behind the dots they belong to.
      { id: 'ranges', beforeDatasetsDraw: (it) => drawAll(it.ctx, timeWhiskers(spec, it)) },
    ],
    options: {
      ...common(spec),
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
            callback: (value) => tell(Number(value)),
          },
          afterBuildTicks: (axis) => {
            axis.ticks = ticks.map((value) => ({ value }));
          },
        },
        ...Object.fromEntries(
          // Stacked axes stand on each other from the last to the first.
          [...spec.panels.entries()].reverse().map(([index, panel]) => [
            `y${index}`,
            {
              ...valueAxis(panel.label, panel, boundsOf(panel), spec.locale),
              axis: 'y',
              border: { display: false },
              stack: 'panels',
              stackWeight: 1,
              offset: spec.panels.length > 1,
            },
          ]),
        ),
      },
    },
  };
}

function barChart(spec: BarChart): ChartConfiguration<'bar'> {
  const ends = spec.bars.flatMap(({ value, range }) => [value, ...(range ?? [])]);
  return {
    type: 'bar',
    data: {
      labels: spec.bars.map(({ name }) => printable(name, LONGEST.name)),
      datasets: [
        {
          label: printable(spec.label, LONGEST.label),
          data: spec.bars.map(({ value }) => value),
          backgroundColor: spec.bars.map(({ colour }) => chartColours[colour]),
          borderRadius: 3,
          maxBarThickness: 34,
        },
      ],
    },
    plugins: [
      card,
      // On their bars, which would hide the lower half.
      { id: 'ranges', afterDatasetsDraw: (it) => drawAll(it.ctx, barWhiskers(spec, it)) },
    ],
    options: {
      ...common(spec),
      indexAxis: 'y',
      scales: {
        x: valueAxis(spec.label, {}, { low: 0, high: Math.max(0, ...ends) }, spec.locale),
        y: {
          grid: { display: false },
          border: { color: chartColours.grid },
          ticks: { ...tickStyle, color: chartColours.text },
        },
      },
    },
  };
}

const font = (size: number, weight: 'normal' | 'bold' = 'normal') => ({
  family: fontFamilies,
  size,
  weight,
});

const tickStyle = { color: chartColours.muted, font: font(13) };

function common(spec: ChartSpec) {
  const { title, subtitle } = spec;
  return {
    animation: false as const,
    responsive: false,
    devicePixelRatio: RATIO,
    layout: { padding: { top: 8, right: 28, bottom: 12, left: 16 } },
    plugins: {
      title: {
        display: true,
        text: printable(title, LONGEST.title),
        align: 'start' as const,
        color: chartColours.text,
        font: font(20, 'bold'),
        padding: { top: 6, bottom: subtitle === undefined ? 14 : 2 },
      },
      legend: {
        display: spec.kind === 'time',
        position: 'bottom' as const,
        labels: {
          color: chartColours.text,
          font: font(14),
          usePointStyle: true,
          boxHeight: 8,
          padding: 16,
          filter: onceEach(),
        },
      },
      subtitle: {
        display: subtitle !== undefined,
        text: printable(subtitle ?? '', LONGEST.subtitle),
        align: 'start' as const,
        color: chartColours.muted,
        font: font(14),
        padding: { bottom: 14 },
      },
    },
  };
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

function valueAxis(
  label: string,
  wanted: { from?: number; to?: number },
  { low, high }: { low: number; high: number },
  locale: string | undefined,
) {
  const format = new Intl.NumberFormat(known(locale), { maximumSignificantDigits: 3 });
  return {
    type: 'linear' as const,
    ...(wanted.from === undefined ? { suggestedMin: low } : { min: wanted.from }),
    ...(wanted.to === undefined ? { suggestedMax: high } : { max: wanted.to }),
    grid: { color: chartColours.grid },
    border: { color: chartColours.grid },
    title: {
      display: true,
      text: printable(label, LONGEST.label),
      color: chartColours.muted,
      font: font(13),
    },
    ticks: {
      ...tickStyle,
      maxTicksLimit: 6,
      callback: (value: number | string) => format.format(Number(value)),
    },
  };
}

/** The lowest and highest a panel has to show, ranges included. */
function boundsOf({ series }: TimeChart['panels'][number]) {
  const ends = series.flatMap(({ points }) =>
    points.flatMap(({ value, range }) => [value, ...(range ?? [])]),
  );
  return ends.length === 0
    ? { low: 0, high: 1 }
    : { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Whole days (or hours) to write on the axis, at most eight, and where it begins and ends. */
function timeAxis(times: readonly number[]) {
  const earliest = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const latest = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (times.length === 0) return { first: 0, last: DAY, ticks: [] };
  // A single moment still needs some room around it.
  const room = Math.max((latest - earliest) * 0.04, latest === earliest ? DAY : 0);
  const first = earliest - room;
  const last = latest + room;
  if (last - first >= LONG) return { first, last, ticks: monthsBetween(first, last) };
  const unit = last - first < SHORT ? DAY / 24 : DAY;
  const step = unit * Math.max(1, Math.ceil((last - first) / unit / 8));
  const ticks: number[] = [];
  for (let at = Math.ceil(first / unit) * unit; at <= last; at += step) ticks.push(at);
  return { first, last, ticks };
}

/** The beginnings of months, at most eight of them, evenly apart. */
function monthsBetween(first: number, last: number): number[] {
  const begin = new Date(first);
  const month = begin.getUTCFullYear() * 12 + begin.getUTCMonth() + 1;
  const step = Math.max(1, Math.ceil((last - first) / DAY / 30.4 / 8));
  const ticks: number[] = [];
  const startOf = (n: number) => Date.UTC(Math.floor(n / 12), n % 12, 1);
  for (let n = month; startOf(n) <= last; n += step) ticks.push(startOf(n));
  return ticks;
}

/** How a moment is written on the axis; in UTC, as everything that is stored. */
function timeTeller(locale: string | undefined, span: number): (at: number) => string {
  const style: Intl.DateTimeFormatOptions =
    span < SHORT
      ? { hour: 'numeric', minute: '2-digit' }
      : span < LONG
        ? { day: 'numeric', month: 'short' }
        : { month: 'short', year: 'numeric' };
  const format = new Intl.DateTimeFormat(known(locale), { ...style, timeZone: 'UTC' });
  return (at) => printable(format.format(at), LONGEST.label);
}

/** Languages whose script the font lacks get the dates and numbers of English. */
function known(locale: string | undefined): string[] {
  try {
    const supported = Intl.DateTimeFormat.supportedLocalesOf(locale ?? []);
    return [...supported.filter((tag) => !/^(ar|fa|he|ja|ko|th|ur|zh)\b/.test(tag)), 'en-GB'];
  } catch {
    return ['en-GB'];
  }
}

/** A line from one end of a range to the other, in the chart's own pixels. */
interface Whisker {
  readonly colour: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

const card: Plugin = {
  id: 'card',
  beforeDraw({ ctx, width, height }) {
    ctx.save();
    ctx.fillStyle = chartColours.card;
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
};

function drawAll(ctx: SKRSContext2D, whiskers: readonly Whisker[]): void {
  for (const whisker of whiskers) drawWhisker(ctx, whisker);
}

function timeWhiskers(spec: TimeChart, { scales }: Chart): Whisker[] {
  return spec.panels.flatMap(({ series }, panel) =>
    series.flatMap(({ colour, points }) =>
      points.flatMap(({ at, range }) => {
        const x = scales['x']?.getPixelForValue(at);
        const ends = range?.map((end) => scales[`y${panel}`]?.getPixelForValue(end));
        const [low, high] = ends ?? [];
        if (x === undefined || low === undefined || high === undefined) return [];
        return [{ colour: chartColours[colour], from: { x, y: low }, to: { x, y: high } }];
      }),
    ),
  );
}

function barWhiskers({ bars }: BarChart, { scales }: Chart): Whisker[] {
  return bars.flatMap(({ range }, index) => {
    const y = scales['y']?.getPixelForValue(index);
    const [low, high] = range?.map((end) => scales['x']?.getPixelForValue(end)) ?? [];
    if (y === undefined || low === undefined || high === undefined) return [];
    return [{ colour: chartColours.text, from: { x: low, y }, to: { x: high, y } }];
  });
}

function drawWhisker(ctx: SKRSContext2D, { colour, from, to }: Whisker): void {
  const isUpright = from.x === to.x;
  const [dx, dy] = isUpright ? [CAP, 0] : [0, CAP];
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  for (const { x, y } of [from, to]) {
    ctx.moveTo(x - dx, y - dy);
    ctx.lineTo(x + dx, y + dy);
  }
  // Edged, so that it stands out from a bar it lies on.
  for (const [width, style] of [
    [4, chartColours.card],
    [1.5, colour],
  ] as const) {
    ctx.lineWidth = width;
    ctx.strokeStyle = style;
    ctx.stroke();
  }
  ctx.restore();
}
