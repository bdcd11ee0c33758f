import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { plainAtWord } from '../lib/clip.js';
import {
  formatAbout,
  formatCorrelation,
  formatCount,
  formatRate,
  formatShare,
} from '../lib/format.js';
import type { Interval, MedianFound } from '../lib/statistics.js';
import type { AccuracyInsight, TruthBeside } from '../services/insights/accuracy.js';
import type { CategoryFound } from '../services/insights/categories.js';
import type { OwnCategories, OwnSignals } from '../services/insights/insights.js';
import type { SignalFound } from '../services/insights/signals.js';
import type { Basis } from '../services/saves/saves.js';
import { commandText } from '../text/commands.js';
import { insightsText } from '../text/insights.js';
import { colours } from './colours.js';
import { experimentLines } from './experiments.js';
import type { InsightBounds } from './insight-bounds.js';

/** Long enough to know a video again. */
const TITLE_MAX = 60;

/** `/insights signals`: what moves with the caller's saves, what can't be told, and experiments. */
export function signalsEmbed(own: OwnSignals, bounds: InsightBounds, locale: string): APIEmbed {
  const { signals, experiments, waiting, someDays } = own;
  const words = insightsText.signals;
  const embed = new EmbedBuilder();
  if (signals.kind === 'too little') {
    embed
      .setColor(colours.neutral)
      .setTitle(insightsText.needs.title)
      .setDescription(
        paragraphs(
          words.tooLittle(signals.judged, bounds.videos),
          waitingLine(waiting),
          accountLines(own),
          someDays ? insightsText.needs.days : '',
        ),
      )
      .addFields(addOne(words.example));
  } else {
    const { basis, videos, told } = signals;
    const isSure = (one: SignalFound) => 'moreThanChance' in one && one.moreThanChance;
    const isUnsure = (one: SignalFound) => 'moreThanChance' in one && !one.moreThanChance;
    const line = (one: SignalFound) => signalLine(one, bounds, locale);
    const sure = signals.signals.filter(isSure).map(line);
    const unsure = signals.signals.filter(isUnsure).map(line);
    const fewer = signals.signals.filter((one) => !('moreThanChance' in one)).map(line);
    embed
      .setColor(sure.length > 0 ? colours.good : colours.neutral)
      .setTitle(words.title)
      .setDescription(
        paragraphs(
          sure.length > 0
            ? words.found(
                signals.signals
                  .filter(isSure)
                  .map(({ signal }) => words.names[signal])
                  .join(', '),
              )
            : words.nothing,
          basis === 'counted' ? words.told(videos) : words.estimated(videos, told, bounds.videos),
          waitingLine(waiting),
          accountLines(own),
        ),
      )
      .addFields(
        ...fieldOf(words.fields.more, sure),
        ...fieldOf(words.fields.chance, unsure),
        ...fieldOf(words.fields.fewer, fewer),
      );
  }
  if (experiments.length > 0) {
    const tried = experiments.map((one) => experimentLines(one, bounds, locale));
    embed.addFields(
      ...tried.map((value, index) => ({
        name: index === 0 ? words.fields.experiments : NO_NAME,
        value,
      })),
    );
  }
  return embed.toJSON();
}

/** `/insights categories`: each with its median save rate, and whether it stands out. */
export function categoriesEmbed(
  own: OwnCategories,
  bounds: InsightBounds,
  locale: string,
): APIEmbed {
  const words = insightsText.categories;
  const { categories, basis, missing, without, waiting, someDays } = own;
  const isEnough = ({ n }: CategoryFound) => n >= bounds.category;
  const all = categories.reduce((sum, { n }) => sum + n, 0);
  const isCounted = basis === 'counted';
  const line = (one: CategoryFound) =>
    categoryLine(one, isCounted ? all - one.n : null, bounds, locale);
  const enough = categories.filter(isEnough);
  const isSure = ({ comparison }: CategoryFound) => comparison?.moreThanChance === true;
  const isOpen = ({ comparison }: CategoryFound) => isCounted && comparison?.concludedAt == null;
  const sure = enough.filter(isSure).map(line);
  const unsure = enough.filter((one) => !isSure(one) && !isOpen(one)).map(line);
  const open = enough.filter(isOpen).map(line);
  const fewer = categories.filter((one) => !isEnough(one)).map(line);
  const intro =
    all === 0 ? words.none : isCounted ? words.told(all) : words.estimated(all, missing);
  const embed = new EmbedBuilder()
    .setColor(sure.length > 0 ? colours.good : colours.neutral)
    .setTitle(enough.length > 0 ? words.title : insightsText.needs.title)
    .setDescription(
      paragraphs(
        sure.length > 0
          ? words.found(enough.filter(isSure).map(nameOf).join(', '))
          : unsure.length > 0 && isCounted
            ? words.nothing
            : highestOf(enough, basis, locale),
        intro,
        enough.length === 0 ? words.needed(bounds.category) : '',
        without > 0 ? words.without(without) : '',
        waitingLine(waiting),
        accountLines(own),
        someDays && enough.length === 0 ? insightsText.needs.days : '',
      ),
    );
  embed.addFields(
    ...fieldOf(words.fields.more, sure),
    ...fieldOf(isCounted ? words.fields.chance : words.fields.described, unsure),
    ...fieldOf(words.fields.unconcluded, open),
    ...fieldOf(words.fields.fewer, fewer),
  );
  if (enough.length === 0) embed.addFields(addOne(words.example));
  return embed.toJSON();
}

/** `/insights accuracy`: the estimate's report card; null where no truth was ever told. */
export function accuracyEmbed(
  found: AccuracyInsight | null,
  bounds: InsightBounds,
  locale: string,
): APIEmbed {
  const words = insightsText.accuracy;
  if (found === null) {
    return new EmbedBuilder()
      .setColor(colours.neutral)
      .setTitle(words.noneTitle)
      .setDescription(`${words.none}\n\`\`\`\n${words.example}\n\`\`\``)
      .toJSON();
  }
  const { inside, videos, truths, latest, trend } = found;
  return new EmbedBuilder()
    .setColor(inside?.holds === 'less' ? colours.middling : colours.good)
    .setTitle(words.title)
    .setDescription(
      [
        paragraphs(
          inside === null ? words.allSmall(bounds.judgedFrom) : insideLines(inside, bounds, locale),
          words.off(formatRate(found.off.median, locale), rangeOf(found.off.interval, locale)),
          leanOf(found.lean, locale),
          words.intro(videos, bounds.mostTruths, truths),
        ),
        '',
        `**${words.latest}**`,
        ...latest.map((one) => truthLine(one, locale)),
      ].join('\n'),
    )
    .addFields({
      name: words.fields.trend,
      value:
        trend === null
          ? words.noTrend(bounds.judge - videos)
          : words.trend(formatRate(trend.first, locale), formatRate(trend.last, locale)),
    })
    .toJSON();
}

function insideLines(
  inside: NonNullable<AccuracyInsight['inside']>,
  bounds: InsightBounds,
  locale: string,
): string {
  const words = insightsText.accuracy;
  const { videos, hits, interval, holds } = inside;
  const share = (value: number) => formatShare(value, locale);
  return [
    words.share(hits, videos, share(hits / videos), share(interval.low), share(interval.high)),
    holds === null ? words.tooFew(bounds.judge - videos) : words.holds[holds],
  ].join('\n');
}

/** Discord wants a name for each field; this one takes no room. */
const NO_NAME = '\u200b';

function signalLine(found: SignalFound, bounds: InsightBounds, locale: string): string {
  const words = insightsText.signals;
  const name = words.names[found.signal];
  const number = (value: number) => formatCorrelation(value, locale);
  switch (found.kind) {
    case 'correlation': {
      const { rho, interval, n, moreThanChance } = found;
      const direction = moreThanChance ? words.direction(rho) : null;
      const [low, high] = [number(interval.low), number(interval.high)];
      return words.correlation(name, direction, number(rho), low, high, n);
    }
    case 'weekend': {
      const { times, interval, weekends, weekdays } = found;
      const range = rangeOf(interval, locale);
      return words.weekend(name, formatRate(times, locale), range, weekends, weekdays);
    }
    case 'constant':
      return words.constant(name, found.n);
    case 'too few': {
      const how: Partial<Record<SignalFound['signal'], string>> = words.how;
      return words.tooFew(name, found.n, bounds.videos, how[found.signal] ?? '');
    }
    case 'too few days':
      return words.tooFewDays(name, found.weekends, found.weekdays, bounds.group);
  }
}

function nameOf({ category }: CategoryFound): string {
  return commandText.score.categories[category];
}

/** @param others how many counted videos it is held against; null where it won't be concluded. */
/** The category with the highest save rate; nothing where there is none beside it. */
function highestOf(enough: readonly CategoryFound[], basis: Basis, locale: string): string {
  const [highest, ...others] = enough.toSorted((a, b) => b.median - a.median);
  if (highest === undefined || others.length === 0) return '';
  const { median, interval } = highest;
  const rate = formatRate(100 * median, locale);
  const { highest: words } = insightsText.categories;
  return words(nameOf(highest), rate, per100Range(interval, locale), basis);
}

/** The interval of a save rate, in per cent of the views. */
function per100Range(interval: CategoryFound['interval'], locale: string): string {
  if (interval === null) return insightsText.noRange;
  const [low, high] = [interval.low, interval.high].map((rate) => formatRate(100 * rate, locale));
  return insightsText.range(low ?? '', high ?? '');
}

function categoryLine(
  found: CategoryFound,
  others: number | null,
  bounds: InsightBounds,
  locale: string,
): string {
  const words = insightsText.categories;
  const { n, median, interval, comparison } = found;
  const name = nameOf(found);
  const per100 = (rate: number) => formatRate(100 * rate, locale);
  if (n < bounds.category) return words.tooFew(name, per100(median), n, bounds.category);
  const range = per100Range(interval, locale);
  const times =
    comparison === null
      ? words.alone
      : words.times(formatRate(comparison.times, locale), rangeOf(comparison.interval, locale));
  const [needed = 0] = bounds.concluded;
  const until =
    others === null || comparison?.concludedAt != null
      ? ''
      : words.until(Math.max(0, needed - n), Math.max(0, needed - others));
  return words.compared(name, per100(median), range, n, times + until);
}

function truthLine(one: TruthBeside, locale: string): string {
  const words = insightsText.accuracy;
  const { saves, low, high } = one.estimate;
  return words.line(
    one.title === null
      ? words.views(formatCount(one.views, locale))
      : plainAtWord(one.title, TITLE_MAX),
    formatCount(one.saves, locale),
    formatAbout(saves, locale),
    // In whole saves, so that nobody sees a truth inside a range that was rounded.
    formatCount(Math.floor(low), locale),
    formatCount(Math.ceil(high), locale),
    one.inside ? words.inside : words.outside,
  );
}

/** Whether the estimates lean one way, where the interval leaves no doubt. */
function leanOf({ median, interval }: MedianFound, locale: string): string {
  const { lean } = insightsText.accuracy;
  if (interval !== null && interval.low > 1) {
    return lean.low(formatRate(median, locale), rangeOf(interval, locale));
  }
  if (interval !== null && interval.high < 1) {
    const turned = { low: 1 / interval.high, high: 1 / interval.low };
    return lean.high(formatRate(1 / median, locale), rangeOf(turned, locale));
  }
  return lean.none;
}

function rangeOf(interval: Interval | null, locale: string): string {
  return interval === null
    ? insightsText.noRange
    : insightsText.range(formatRate(interval.low, locale), formatRate(interval.high, locale));
}

function addOne(example: string): APIEmbedField {
  const { add, addHow } = insightsText.needs;
  return { name: add, value: addHow(example) };
}

function waitingLine(waiting: number): string {
  return waiting > 0 ? insightsText.needs.waiting(waiting) : '';
}

/** How many videos are left out, since one account is looked at. */
function accountLines({ ofOthers, ofUnknown }: Pick<OwnSignals, 'ofOthers' | 'ofUnknown'>): string {
  const { otherAccounts, unknownAccount } = insightsText.needs;
  return lines([
    ofOthers > 0 ? otherAccounts(ofOthers) : '',
    ofUnknown > 0 ? unknownAccount(ofUnknown) : '',
  ]);
}

/** What is said first, whatever is said: who sees it. */
function paragraphs(...parts: readonly string[]): string {
  return lines([...parts, insightsText.onlyYou]);
}

function fieldOf(name: string, values: readonly string[]): APIEmbedField[] {
  return values.length === 0 ? [] : [{ name, value: lines(values) }];
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
