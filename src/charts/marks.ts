import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Chart, Plugin } from 'chart.js';
import { type BarChart, chartColours, LETTERS, type TimeChart } from './spec.js';
import { cssFont, fitted } from './words.js';

/** Between a heading and its panel, where the highest number reaches up to. */
const ABOVE = 16;

/** Half the width of a whisker's ends. */
const CAP = 5;

/** How wide the range of a video may be, and how it shines through. */
const RANGE = { narrowest: 2, widest: 7, shareOfRoom: 0.5, alpha: 0.38 };

/** The dark card everything stands on. */
export const card: Plugin = {
  id: 'card',
  beforeDraw({ ctx, width, height }) {
    ctx.save();
    ctx.fillStyle = chartColours.card;
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
};

/** What each panel measures, above it: beside it there is no room on a phone. */
export function headings({ panels }: TimeChart, left: number): Plugin {
  return {
    id: 'headings',
    afterDraw({ ctx, scales, width }) {
      ctx.save();
      ctx.font = cssFont(LETTERS.small);
      ctx.fillStyle = chartColours.text;
      ctx.textBaseline = 'bottom';
      for (const [index, { label }] of panels.entries()) {
        const [line = ''] = fitted(label, {
          size: LETTERS.small,
          width: width - 2 * left,
          lines: 1,
        });
        ctx.fillText(line, left, (scales[`h${index}`]?.bottom ?? 0) - ABOVE);
      }
      ctx.restore();
    },
  };
}

/** The ranges of videos, behind their marks: as wide as there is room, so that many can be told apart. */
export function timeRanges(spec: TimeChart): Plugin {
  return {
    id: 'ranges',
    beforeDatasetsDraw({ ctx, scales, chartArea }) {
      for (const [panel, { series }] of spec.panels.entries()) {
        for (const { colour, points } of series) {
          const room = (chartArea.width / Math.max(1, points.length)) * RANGE.shareOfRoom;
          const width = Math.min(RANGE.widest, Math.max(RANGE.narrowest, room));
          for (const { at, range } of points) {
            const x = scales['x']?.getPixelForValue(at);
            const [low, high] =
              range?.map((end) => scales[`y${panel}`]?.getPixelForValue(end)) ?? [];
            if (x === undefined || low === undefined || high === undefined) continue;
            drawRange(ctx, { x, low, high, width, colour: chartColours[colour] });
          }
        }
      }
    },
  };
}

function drawRange(
  ctx: SKRSContext2D,
  o: { x: number; low: number; high: number; width: number; colour: string },
): void {
  ctx.save();
  ctx.globalAlpha = RANGE.alpha;
  ctx.lineCap = 'round';
  ctx.lineWidth = o.width;
  ctx.strokeStyle = o.colour;
  ctx.beginPath();
  ctx.moveTo(o.x, o.low);
  ctx.lineTo(o.x, o.high);
  ctx.stroke();
  ctx.restore();
}

/** The ranges of bars, on them: a bar would hide the lower half. */
export function barRanges({ bars }: BarChart): Plugin {
  return {
    id: 'ranges',
    afterDatasetsDraw({ ctx, scales }: Chart) {
      for (const [index, { range }] of bars.entries()) {
        const y = scales['y']?.getPixelForValue(index);
        const [low, high] = range?.map((end) => scales['x']?.getPixelForValue(end)) ?? [];
        if (y === undefined || low === undefined || high === undefined) continue;
        drawWhisker(ctx, y, low, high);
      }
    },
  };
}

function drawWhisker(ctx: SKRSContext2D, y: number, low: number, high: number): void {
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(low, y);
  ctx.lineTo(high, y);
  for (const x of [low, high]) {
    ctx.moveTo(x, y - CAP);
    ctx.lineTo(x, y + CAP);
  }
  // Edged, so that it stands out from the bar it lies on.
  for (const [width, style] of [
    [5, chartColours.card],
    [2, chartColours.text],
  ] as const) {
    ctx.lineWidth = width;
    ctx.strokeStyle = style;
    ctx.stroke();
  }
  ctx.restore();
}
