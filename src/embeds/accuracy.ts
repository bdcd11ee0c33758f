import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { plainAtWord } from '../lib/clip.js';
import { formatAbout, formatCount, formatRate, formatShare } from '../lib/format.js';
import type { MedianFound } from '../lib/statistics.js';
import type { AccuracyInsight, TruthBeside } from '../services/insights/accuracy.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import type { InsightBounds } from './insight-bounds.js';
import { paragraphs, rangeOf } from './insight-lines.js';

/** Long enough to know a video again. */
const TITLE_MAX = 60;

/** `/insights accuracy`: the estimate's report card; null where no truth was ever told. */
export function accuracyEmbed(
  found: AccuracyInsight | null,
  bounds: InsightBounds,
  words: Words,
): APIEmbed {
  const phrases = words.insights.accuracy;
  if (found === null) {
    return new EmbedBuilder()
      .setColor(colours.neutral)
      .setTitle(phrases.noneTitle)
      .setDescription(`${phrases.none}\n\`\`\`\n${phrases.example}\n\`\`\``)
      .toJSON();
  }
  const { inside, videos, truths, latest, trend } = found;
  return new EmbedBuilder()
    .setColor(inside?.holds === 'less' ? colours.middling : colours.good)
    .setTitle(phrases.title)
    .setDescription(
      [
        paragraphs(
          words,
          inside === null
            ? phrases.allSmall(bounds.judgedFrom)
            : insideLines(inside, bounds, words),
          phrases.off(
            formatRate(found.off.median, words.locale),
            rangeOf(found.off.interval, words),
          ),
          leanOf(found.lean, words),
          phrases.intro(videos, bounds.mostTruths, truths),
        ),
        '',
        `**${phrases.latest}**`,
        ...latest.map((one) => truthLine(one, words)),
      ].join('\n'),
    )
    .addFields({
      name: phrases.fields.trend,
      value:
        trend === null
          ? phrases.noTrend(bounds.judge - videos)
          : phrases.trend(
              formatRate(trend.first, words.locale),
              formatRate(trend.last, words.locale),
            ),
    })
    .toJSON();
}

function insideLines(
  inside: NonNullable<AccuracyInsight['inside']>,
  bounds: InsightBounds,
  words: Words,
): string {
  const phrases = words.insights.accuracy;
  const { videos, hits, interval, holds } = inside;
  const share = (value: number) => formatShare(value, words.locale);
  return [
    phrases.share(hits, videos, share(hits / videos), share(interval.low), share(interval.high)),
    holds === null ? phrases.tooFew(bounds.judge - videos) : phrases.holds[holds],
  ].join('\n');
}

function truthLine(one: TruthBeside, words: Words): string {
  const phrases = words.insights.accuracy;
  const { saves, low, high } = one.estimate;
  return phrases.line(
    one.title === null
      ? phrases.views(formatCount(one.views, words.locale))
      : plainAtWord(one.title, TITLE_MAX),
    formatCount(one.saves, words.locale),
    formatAbout(saves, words.locale),
    // In whole saves, so that nobody sees a truth inside a range that was rounded.
    formatCount(Math.floor(low), words.locale),
    formatCount(Math.ceil(high), words.locale),
    one.inside ? phrases.inside : phrases.outside,
  );
}

/** Whether the estimates lean one way, where the interval leaves no doubt. */
function leanOf({ median, interval }: MedianFound, words: Words): string {
  const { lean } = words.insights.accuracy;
  if (interval !== null && interval.low > 1) {
    return lean.low(formatRate(median, words.locale), rangeOf(interval, words));
  }
  if (interval !== null && interval.high < 1) {
    const turned = { low: 1 / interval.high, high: 1 / interval.low };
    return lean.high(formatRate(1 / median, words.locale), rangeOf(turned, words));
  }
  return lean.none;
}
