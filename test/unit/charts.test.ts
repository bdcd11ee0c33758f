import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, describe, expect, it } from 'vitest';
import { registerFontsFor } from '../../src/charts/fonts.js';
import { printable } from '../../src/charts/printable.js';
import { ChartUnavailable, createChartRenderer } from '../../src/charts/renderer.js';
import {
  CHART_WIDTH,
  type ChartSpec,
  chartColours,
  LETTERS,
  type TimeChart,
} from '../../src/charts/spec.js';
import { timeAxis } from '../../src/charts/time-axis.js';
import { fitted, widthOf } from '../../src/charts/words.js';
import { digestChart } from '../../src/embeds/digest-chart.js';
import { wordsOf } from '../../src/words/languages.js';

const DAY = 86_400_000;

registerFontsFor('日本語');

const failures: unknown[] = [];
const charts = createChartRenderer((error) => failures.push(error));
afterAll(() => charts.close());

const trend: TimeChart = {
  kind: 'time',
  title: 'Save rate and score',
  panels: [
    {
      label: 'saves per 100 views',
      from: 0,
      series: [
        {
          name: 'estimate with its 80 % range',
          colour: 'blue',
          mark: 'dot',
          joined: true,
          points: [0, 1, 2, 3].map((n) => ({
            at: Date.UTC(2026, 0, 1) + n * DAY,
            value: 1 + n / 2,
            range: [0.5 + n / 2, 2 + n],
          })),
        },
      ],
    },
  ],
};

describe('the colours of a chart', () => {
  it.each(Object.entries(chartColours).filter(([name]) => name !== 'card' && name !== 'grid'))(
    'are readable on its card: %s',
    (_, colour) => {
      expect(contrast(colour, chartColours.card)).toBeGreaterThanOrEqual(4.5);
    },
  );
});

describe('a text in a chart', () => {
  it.each([
    ['Three knots every camper needs', 'Three knots every camper needs'],
    ['Cà phê sữa đá · Žluťoučký · Ωραία · Привет', 'Cà phê sữa đá · Žluťoučký · Ωραία · Привет'],
    ['My cat 🐈‍⬛ sleeps 😴', 'My cat sleeps'],
    ['हिन्दी में', 'हिन्दी में'],
    ['猫の一日、ヴァイオリンと〜「昼」', '猫の一日、ヴァイオリンと〜「昼」'],
    ['My 猫 の day', 'My 猫 の day'],
    ['고양이의 하루', '…'],
    ['My 고양이 day', 'My … day'],
    ['שלום hello', '… hello'],
    ['\u202eevil\u0000\n\ttwo', 'evil two'],
    ['🎉🎉', ''],
    ['x'.repeat(5_000), `${'x'.repeat(44)}…`],
  ])('keeps what the font has shapes for: %s', (typed, shown) => {
    expect(printable(typed, 45)).toBe(shown);
  });
});

describe('the letters of a chart', () => {
  /** What an embed has room for on a phone 375 pixels wide, in Discord's pixels. */
  const onPhone = 375 - 64 - 12 - 2 * 16;

  it.each(Object.entries(LETTERS))('are at least 11 pixels on a phone: %s', (_, size) => {
    expect((size * onPhone) / CHART_WIDTH).toBeGreaterThanOrEqual(11);
  });

  it.each([
    'Save rate and score',
    'Middle save rate of every single week in which anybody at all scored anything here',
    'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde',
    'w'.repeat(5_000),
  ])('fit into their lines: %s', (text) => {
    const lines = fitted(text, { size: LETTERS.title, weight: 'bold', width: 374, lines: 2 });
    expect(lines.length).toBeLessThanOrEqual(2);
    for (const line of lines) {
      expect(widthOf(line, LETTERS.title, 'bold')).toBeLessThanOrEqual(374);
    }
    const all = lines.join(' ');
    expect(all === text || all.endsWith('…')).toBe(true);
  });
});

describe('the time axis', () => {
  const at = Date.UTC(2026, 10, 23, 10);

  it.each([
    ['one moment', [at]],
    ['an hour', [at, at + DAY / 24]],
    ['three days', [at, at + 3 * DAY]],
    ['three weeks', [at, at + 21 * DAY]],
    ['a year', [at, at + 365 * DAY]],
    ['three years', [at, at + 1_095 * DAY]],
  ])('has at least two dates that stand apart: %s', (_, times) => {
    for (const locale of ['en-US', 'de', 'vi', 'pt-BR']) {
      const { first, last, ticks, tell } = timeAxis(times, 330, [locale]);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      const words = ticks.map(tell);
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(word).toMatch(/\p{L}/u);
      const place = (tick: number) => (330 * (tick - first)) / (last - first);
      const half = (tick: number) => widthOf(tell(tick), LETTERS.small) / 2;
      for (const [index, tick] of ticks.entries()) {
        const next = ticks[index + 1];
        if (next === undefined) continue;
        expect(place(next) - place(tick)).toBeGreaterThan(half(tick) + half(next));
      }
    }
  });
});

describe('the chart of a digest', () => {
  it('keeps the place of a week that may not be shown', () => {
    const rate = { value: 0.01, low: 0.005, high: 0.02 };
    const end = Date.UTC(2026, 10, 23);
    const weeks = [4, 1, 0].map((ago) => new Date(end - ago * 7 * DAY).toISOString());
    const chart = weeks.map((until) => ({ until, rate }));
    const week = { chart, locale: 'en-US', zone: 'UTC', until: weeks[2] };
    // Of a week the chart takes no more.
    const spec = digestChart(
      week as unknown as Parameters<typeof digestChart>[0],
      wordsOf(week.locale),
    );
    expect(spec.kind === 'bars' && spec.bars.map(({ value }) => value !== null)).toEqual([
      ...[true, false, false],
      ...[true, true],
    ]);
    expect(spec.kind === 'bars' && spec.bars.map(({ name }) => name).at(1)).toBe('to Nov 2');
  });
});

describe('the renderer', () => {
  it('draws a picture of three times the size, opaque to its corners', async () => {
    const png = await charts.render({ ...trend, height: 350 });
    const { width, height, at } = await pixels(png);
    expect([width, height]).toEqual([3 * CHART_WIDTH, 3 * 350]);
    const card = [0x1e, 0x1f, 0x26, 0xff];
    for (const [x, y] of [
      [0, 0],
      [width - 1, 0],
      [0, height - 1],
      [width - 1, height - 1],
    ] as const) {
      expect(at(x, y)).toEqual(card);
    }
  });

  it('draws ranges, marks and words: each of them changes the picture', async () => {
    const [panel] = trend.panels;
    const [series] = panel?.series ?? [];
    if (panel === undefined || series === undefined) throw new Error('The sample is empty.');
    const changed = (one: Partial<typeof series>): ChartSpec => ({
      ...trend,
      panels: [{ ...panel, series: [{ ...series, ...one }] }],
    });
    const pictures = await Promise.all(
      [
        trend,
        { ...trend, title: 'Another title' },
        { ...trend, subtitle: 'The last 30 days' },
        changed({ points: series.points.map(({ at, value }) => ({ at, value })) }),
        changed({ mark: 'diamond' }),
        changed({ joined: false }),
        changed({ colour: 'amber' }),
      ].map(async (spec) => Buffer.from(await charts.render(spec)).toString('base64')),
    );
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it('draws bars, whose names may hold anything', async () => {
    const png = await charts.render({
      kind: 'bars',
      title: `@everyone 🎉 ${'w'.repeat(5_000)}`,
      label: 'saves per 100 views',
      bars: ['猫', 'plain', '# heading', '‮rtl', ''].map((name, n) => ({
        name,
        value: n,
        colour: 'green',
        range: [n / 2, n * 2],
      })),
    });
    expect((await pixels(png)).width).toBe(3 * CHART_WIDTH);
  });

  it('draws a chart of nothing, of one moment, and of a language nobody knows', async () => {
    const [panel] = trend.panels;
    if (panel === undefined) throw new Error('The sample is empty.');
    const one = { at: 0, value: 0 };
    for (const points of [[], [one], [one, one]]) {
      const series = panel.series.map((rest) => ({ ...rest, points }));
      const spec = { ...trend, locale: 'no such tag', panels: [{ ...panel, series }] };
      expect((await charts.render(spec)).length).toBeGreaterThan(1_000);
    }
  });

  it('refuses what would wait too long, and draws what was taken', async () => {
    const before = failures.length;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, () => charts.render(trend)),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(outcomes.length);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(ChartUnavailable);
    expect(failures.length - before).toBe(refused.length);
    expect((await charts.render(trend)).length).toBeGreaterThan(1_000);
  });

  it('goes on after a chart that can not be drawn', async () => {
    await expect(charts.render({ ...trend, height: 1e7 })).rejects.toThrow(ChartUnavailable);
    expect((await charts.render(trend)).length).toBeGreaterThan(1_000);
  });

  it('draws nothing once it is closed', async () => {
    const closed = createChartRenderer();
    await closed.render(trend);
    await closed.close();
    await expect(closed.render(trend)).rejects.toThrow(ChartUnavailable);
  });
});

async function pixels(png: Uint8Array) {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return {
    width: image.width,
    height: image.height,
    at: (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data],
  };
}

/** As WCAG 2 defines it, for two colours `#rrggbb`. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
