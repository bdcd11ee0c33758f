import { figuresOf, type Trial } from './measuring.js';

const WIDTH = 640;
const HEIGHT = 320;
const MARGIN = 48;
/** Estimates between which the points of the chart lie. */
const SIZES = [10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000];
const LINES = [
  { truths: 0, colour: '#c0392b' },
  { truths: 1, colour: '#d68910' },
  { truths: 3, colour: '#1e8449' },
  { truths: 10, colour: '#2471a3' },
];
const [LOWEST, HIGHEST] = [0.6, 1];

/** An SVG: how often the 80 % range holds, by the size of the estimate and the known truths. */
export function calibrationChart(trials: readonly Trial[]): string {
  const x = (i: number) => (MARGIN + ((WIDTH - 2 * MARGIN) * i) / (SIZES.length - 2)).toFixed(1);
  const y = (share: number) =>
    (HEIGHT - MARGIN - ((HEIGHT - 2 * MARGIN) * (share - LOWEST)) / (HIGHEST - LOWEST)).toFixed(1);
  const level = (share: number, dash: string) =>
    `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${y(share)}" y2="${y(share)}" stroke="#999" ${dash}/>
<text x="${MARGIN - 6}" y="${y(share)}" dy="4" text-anchor="end">${Math.round(share * 100)} %</text>`;
  const labels = SIZES.slice(0, -1).map(
    (from, i) =>
      `<text x="${x(i)}" y="${HEIGHT - MARGIN + 18}" text-anchor="middle">${from}+</text>`,
  );
  const lines = LINES.map(({ truths, colour }, k) => {
    const points = SIZES.slice(0, -1).flatMap((from, i) => {
      const near = trials.filter(
        (trial) =>
          trial.truths === truths &&
          trial.saves >= from &&
          trial.saves < (SIZES[i + 1] ?? Infinity),
      );
      return near.length < 50 ? [] : [`${x(i)},${y(figuresOf(near).coverage)}`];
    });
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>
<text x="${MARGIN + 8 + k * 130}" y="${MARGIN - 14}" fill="${colour}">${truths} known truths</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>Share of truths inside the 80 % range, by size of the estimate</title>
<rect width="100%" height="100%" fill="#fff"/>
${[level(0.6, 'stroke-dasharray="2 4"'), level(0.8, ''), level(1, 'stroke-dasharray="2 4"')].join('\n')}
${labels.join('\n')}
<text x="${WIDTH / 2}" y="${HEIGHT - 8}" text-anchor="middle">estimated saves</text>
${lines.join('\n')}
</svg>
`;
}
