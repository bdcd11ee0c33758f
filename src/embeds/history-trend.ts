import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import type { TimeChart, TimePoint } from '../charts/spec.js';
import { clip } from '../lib/clip.js';
import { formatCount, formatRate } from '../lib/format.js';
import type { HistoryReading } from '../services/history/readings.js';
import type { Trend } from '../services/history/trend.js';
import type { Basis, Measure, Ranged } from '../services/saves/saves.js';
import type { Words } from '../words/words.js';
import { MOST_HEIGHT } from './chart-height.js';
import { colours } from './colours.js';
import { titleOf } from './history.js';

/** Discord's limit, in characters. */
const ALT_TEXT = 1024;

const TITLE_MAX = 60;

/** The chart of a trend: save rate above, score below, each with its 80 % ranges. */
export function trendChart(
  { points, days }: Trend,
  words: Words,
  title: string = words.chart.trend.title,
): TimeChart {
  const phrases = words.chart.trend;
  const marks = (basis: Basis, of: (measure: Measure, views: number) => Ranged | null) =>
    points.flatMap(({ saves, at: published }): TimePoint[] => {
      const found = saves[basis] && of(saves[basis], saves.views);
      if (found === null) return [];
      const { value, low, high } = found;
      const at = published.getTime();
      return [basis === 'counted' ? { at, value } : { at, value, range: [low, high] }];
    });
  const series = (of: (measure: Measure, views: number) => Ranged | null) =>
    seriesOf(marks('estimated', of), marks('counted', of), words);
  const per100 = ({ saves: { value, low, high } }: Measure, views: number): Ranged => ({
    value: (100 * value) / views,
    low: (100 * low) / views,
    high: (100 * high) / views,
  });
  return {
    kind: 'time',
    title,
    subtitle: phrases.subtitle(words.history.list.days(days)),
    locale: words.locale,
    height: MOST_HEIGHT,
    panels: [
      { label: phrases.rate, from: 0, series: series(per100) },
      { label: phrases.score, from: 0, to: 100, series: series(({ score }) => score) },
    ],
  };
}

/** What the chart shows, for whoever can't see it: the finding first; at most 1024 characters. */
export function trendAltText({ points, days, summary }: Trend, words: Words): string {
  const phrases = words.chart.trend;
  const rates = points.map(({ saves }) => (100 * saves.estimated.saves.value) / saves.views);
  const shown = (rate: number) => formatRate(rate, words.locale);
  const about = {
    videos: points.length,
    days: words.history.list.days(days),
    low: shown(Math.min(...rates)),
    high: shown(Math.max(...rates)),
  };
  if (summary === null) return clip(phrases.altShort(about), ALT_TEXT);
  const { olderRate, newerRate, basis } = summary;
  const rate = (one: Ranged) => rangedWords(one, basis, words);
  const told = points.filter(({ told: one }) => one !== null).length;
  return clip(
    phrases.alt({
      ...about,
      ...{ older: rate(olderRate), newer: rate(newerRate), told },
      counted: basis === 'counted',
    }),
    ALT_TEXT,
  );
}

/**
 * `/history trend`: the chart, and the same facts in words.
 *
 * @param picture the name of the file with the chart; null where it couldn't be drawn.
 */
export function trendEmbed(trend: Trend, picture: string | null, words: Words): APIEmbed {
  const phrases = words.history.trend;
  const days = words.history.list.days(trend.days);
  const embed = new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(phrases.title)
    .setDescription(
      [
        ...factsOf(trend, words),
        phrases.description(days),
        ...(picture === null ? [phrases.noPicture] : []),
      ].join('\n'),
    );
  if (picture !== null) embed.setImage(`attachment://${picture}`);
  return embed.toJSON();
}

/** What is still needed for a chart, and how to add it. */
export function noTrendEmbed(trend: Trend, needed: number, words: Words): APIEmbed {
  const phrases = words.history.trend;
  const lines = [
    phrases.tooLittle(trend.points.length, needed, words.history.list.days(trend.days)),
    ...(trend.waiting > 0 ? [phrases.waiting(trend.waiting)] : []),
    ...(trend.ofOthers > 0 ? [phrases.ofOthers(trend.ofOthers)] : []),
    ...(trend.ofUnknown > 0 ? [phrases.ofUnknown(trend.ofUnknown)] : []),
    ...(trend.photos > 0 ? [phrases.photos(trend.photos)] : []),
  ];
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(phrases.tooLittleTitle)
    .setDescription(lines.join('\n'))
    .addFields({ name: words.history.nothing.first, value: words.history.nothing.addHow })
    .toJSON();
}

/**
 * Estimates on one line, with their ranges, and real counts on another: each is joined with its like,
 * and nobody takes one for the other.
 */
function seriesOf(estimated: readonly TimePoint[], told: readonly TimePoint[], words: Words) {
  const phrases = words.chart.trend;
  const line = { colour: 'blue', mark: 'dot', joined: true } as const;
  const apart = { colour: 'amber', mark: 'diamond', joined: true } as const;
  return [
    ...(estimated.length > 0 ? [{ name: phrases.estimated, ...line, points: estimated }] : []),
    ...(told.length > 0 ? [{ name: phrases.counted, ...apart, points: told }] : []),
  ];
}

function factsOf(trend: Trend, words: Words): string[] {
  const phrases = words.history.trend;
  const { points, summary } = trend;
  const rate = (one: Ranged) => rangedWords(one, summary?.basis ?? 'estimated', words);
  const newest = points.at(-1);
  return [
    ...(summary
      ? [
          phrases.halves(
            rate(summary.olderRate),
            rate(summary.newerRate),
            summary.basis === 'estimated',
          ),
        ]
      : []),
    ...(newest
      ? [
          phrases.newest(
            titleOf(newest, TITLE_MAX, words),
            rateWords(newest, summary?.basis ?? null, words),
          ),
        ]
      : []),
    ...(summary
      ? [
          phrases.usual(rate(summary.rate), summary.videos, summary.basis),
          phrases.best(
            titleOf(summary.best, TITLE_MAX, words),
            rate(summary.bestRate),
            summary.basis === 'estimated',
          ),
          phrases.scores(
            summary.score.low,
            summary.score.high,
            formatCount(summary.score.median, words.locale),
          ),
        ]
      : []),
    ...(trend.waiting > 0 ? [phrases.waiting(trend.waiting)] : []),
    ...(trend.ofOthers > 0 ? [phrases.ofOthers(trend.ofOthers)] : []),
    ...(trend.ofUnknown > 0 ? [phrases.ofUnknown(trend.ofUnknown)] : []),
    ...(trend.photos > 0 ? [phrases.photos(trend.photos)] : []),
    ...(trend.isCut ? [phrases.isCut(points.length)] : []),
  ];
}

/** A rate of saves a view, with its range where it is estimated. */
function rangedWords({ value, low, high }: Ranged, basis: Basis, words: Words): string {
  const phrases = words.history.trend;
  const shown = (rate: number) => formatRate(100 * rate, words.locale);
  return basis === 'counted'
    ? phrases.rate(shown(value))
    : phrases.rateRanged(shown(value), shown(low), shown(high));
}

/** The save rate as it was counted, and estimated where that is what the others are held against. */
function rateWords({ saves: known }: HistoryReading, basis: Basis | null, words: Words): string {
  const phrases = words.history.trend;
  const rate = (count: number) => formatRate((100 * count) / known.views, words.locale);
  const { value, low, high } = known.estimated.saves;
  const estimated = phrases.rateEstimated(rate(value), rate(low), rate(high));
  if (known.counted === null) return estimated;
  const counted = phrases.rateTold(rate(known.counted.saves.value));
  return basis === 'estimated' ? phrases.rateBoth(counted, estimated) : counted;
}
