import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { formatCorrelation, formatList, formatRate } from '../lib/format.js';
import type { CategoryFound } from '../services/insights/categories.js';
import type { OwnCategories, OwnSignals } from '../services/insights/insights.js';
import type { SignalFound } from '../services/insights/signals.js';
import type { Basis } from '../services/saves/saves.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { experimentLines } from './experiments.js';
import type { InsightBounds } from './insight-bounds.js';
import { lines, paragraphs, rangeOf } from './insight-lines.js';

/** `/insights signals`: what moves with the caller's saves, what can't be told, and experiments. */
export function signalsEmbed(own: OwnSignals, bounds: InsightBounds, words: Words): APIEmbed {
  const { signals, experiments, waiting, someDays } = own;
  const phrases = words.insights.signals;
  const embed = new EmbedBuilder();
  if (signals.kind === 'too little') {
    embed
      .setColor(colours.neutral)
      .setTitle(words.insights.needs.title)
      .setDescription(
        paragraphs(
          words,
          phrases.tooLittle(signals.judged, bounds.videos),
          waitingLine(waiting, words),
          accountLines(own, words),
          someDays ? words.insights.needs.days : '',
        ),
      )
      .addFields(addOne(phrases.example, words));
  } else {
    const { basis, videos, told } = signals;
    const isSure = (one: SignalFound) => 'moreThanChance' in one && one.moreThanChance;
    const isUnsure = (one: SignalFound) => 'moreThanChance' in one && !one.moreThanChance;
    const line = (one: SignalFound) => signalLine(one, bounds, words);
    const sure = signals.signals.filter(isSure).map(line);
    const unsure = signals.signals.filter(isUnsure).map(line);
    const fewer = signals.signals.filter((one) => !('moreThanChance' in one)).map(line);
    embed
      .setColor(sure.length > 0 ? colours.good : colours.neutral)
      .setTitle(phrases.title)
      .setDescription(
        paragraphs(
          words,
          sure.length > 0
            ? phrases.found(
                formatList(
                  signals.signals.filter(isSure).map(({ signal }) => phrases.names[signal]),
                  words.locale,
                ),
              )
            : phrases.nothing,
          basis === 'counted'
            ? phrases.told(videos)
            : phrases.estimated(videos, told, bounds.videos),
          waitingLine(waiting, words),
          accountLines(own, words),
        ),
      )
      .addFields(
        ...fieldOf(phrases.fields.more, sure),
        ...fieldOf(phrases.fields.chance, unsure),
        ...fieldOf(phrases.fields.fewer, fewer),
      );
  }
  if (experiments.length > 0) {
    const tried = experiments.map((one) => experimentLines(one, bounds, words));
    embed.addFields(
      ...tried.map((value, index) => ({
        name: index === 0 ? phrases.fields.experiments : NO_NAME,
        value,
      })),
    );
  }
  return embed.toJSON();
}

/** `/insights categories`: each with its median save rate, and whether it stands out. */
export function categoriesEmbed(own: OwnCategories, bounds: InsightBounds, words: Words): APIEmbed {
  const phrases = words.insights.categories;
  const { categories, basis, missing, without, waiting, someDays } = own;
  const isEnough = ({ n }: CategoryFound) => n >= bounds.category;
  const all = categories.reduce((sum, { n }) => sum + n, 0);
  const isCounted = basis === 'counted';
  const line = (one: CategoryFound) =>
    categoryLine(one, isCounted ? all - one.n : null, bounds, words);
  const enough = categories.filter(isEnough);
  const isSure = ({ comparison }: CategoryFound) => comparison?.moreThanChance === true;
  const isOpen = ({ comparison }: CategoryFound) => isCounted && comparison?.concludedAt == null;
  const sure = enough.filter(isSure).map(line);
  const unsure = enough.filter((one) => !isSure(one) && !isOpen(one)).map(line);
  const open = enough.filter(isOpen).map(line);
  const fewer = categories.filter((one) => !isEnough(one)).map(line);
  const intro =
    all === 0 ? phrases.none : isCounted ? phrases.told(all) : phrases.estimated(all, missing);
  const embed = new EmbedBuilder()
    .setColor(sure.length > 0 ? colours.good : colours.neutral)
    .setTitle(enough.length > 0 ? phrases.title : words.insights.needs.title)
    .setDescription(
      paragraphs(
        words,
        sure.length > 0
          ? phrases.found(
              formatList(
                enough.filter(isSure).map((one) => nameOf(one, words)),
                words.locale,
              ),
            )
          : unsure.length > 0 && isCounted
            ? phrases.nothing
            : highestOf(enough, basis, words),
        intro,
        enough.length === 0 ? phrases.needed(bounds.category) : '',
        without > 0 ? phrases.without(without) : '',
        waitingLine(waiting, words),
        accountLines(own, words),
        someDays && enough.length === 0 ? words.insights.needs.days : '',
      ),
    );
  embed.addFields(
    ...fieldOf(phrases.fields.more, sure),
    ...fieldOf(isCounted ? phrases.fields.chance : phrases.fields.described, unsure),
    ...fieldOf(phrases.fields.unconcluded, open),
    ...fieldOf(phrases.fields.fewer, fewer),
  );
  if (enough.length === 0) embed.addFields(addOne(phrases.example, words));
  return embed.toJSON();
}

/** Discord wants a name for each field; this one takes no room. */
const NO_NAME = '\u200b';

function signalLine(found: SignalFound, bounds: InsightBounds, words: Words): string {
  const phrases = words.insights.signals;
  const name = phrases.names[found.signal];
  const number = (value: number) => formatCorrelation(value, words.locale);
  switch (found.kind) {
    case 'correlation': {
      const { rho, interval, n, moreThanChance } = found;
      const direction = moreThanChance ? phrases.direction(rho) : null;
      const [low, high] = [number(interval.low), number(interval.high)];
      return phrases.correlation(name, direction, number(rho), low, high, n);
    }
    case 'weekend': {
      const { times, interval, weekends, weekdays } = found;
      const range = rangeOf(interval, words);
      return phrases.weekend(name, formatRate(times, words.locale), range, weekends, weekdays);
    }
    case 'constant':
      return phrases.constant(name, found.n);
    case 'too few': {
      const how: Partial<Record<SignalFound['signal'], string>> = phrases.how;
      return phrases.tooFew(name, found.n, bounds.videos, how[found.signal] ?? '');
    }
    case 'too few days':
      return phrases.tooFewDays(name, found.weekends, found.weekdays, bounds.group);
  }
}

function nameOf({ category }: CategoryFound, words: Words): string {
  return words.commands.score.categories[category];
}

/** The category with the highest save rate; nothing where there is none beside it. */
function highestOf(enough: readonly CategoryFound[], basis: Basis, words: Words): string {
  const [highest, ...others] = enough.toSorted((a, b) => b.median - a.median);
  if (highest === undefined || others.length === 0) return '';
  const { median, interval } = highest;
  const rate = formatRate(100 * median, words.locale);
  return words.insights.categories.highest(
    nameOf(highest, words),
    rate,
    per100Range(interval, words),
    basis,
  );
}

/** The interval of a save rate, in per cent of the views. */
function per100Range(interval: CategoryFound['interval'], words: Words): string {
  if (interval === null) return words.insights.noRange;
  const [low, high] = [interval.low, interval.high].map((rate) =>
    formatRate(100 * rate, words.locale),
  );
  return words.insights.range(low ?? '', high ?? '');
}

/** @param others how many counted videos it is held against; null where it won't be concluded. */
function categoryLine(
  found: CategoryFound,
  others: number | null,
  bounds: InsightBounds,
  words: Words,
): string {
  const phrases = words.insights.categories;
  const { n, median, interval, comparison } = found;
  const name = nameOf(found, words);
  const per100 = (rate: number) => formatRate(100 * rate, words.locale);
  if (n < bounds.category) return phrases.tooFew(name, per100(median), n, bounds.category);
  const range = per100Range(interval, words);
  const times =
    comparison === null
      ? phrases.alone
      : phrases.times(
          formatRate(comparison.times, words.locale),
          rangeOf(comparison.interval, words),
        );
  const [needed = 0] = bounds.concluded;
  const until =
    others === null || comparison?.concludedAt != null
      ? ''
      : phrases.until(Math.max(0, needed - n), Math.max(0, needed - others));
  return phrases.compared(name, per100(median), range, n, times + until);
}

function addOne(example: string, words: Words): APIEmbedField {
  const { add, addHow } = words.insights.needs;
  return { name: add, value: addHow(example) };
}

function waitingLine(waiting: number, words: Words): string {
  return waiting > 0 ? words.insights.needs.waiting(waiting) : '';
}

/** How many videos are left out, since one account is looked at. */
function accountLines(
  { ofOthers, ofUnknown }: Pick<OwnSignals, 'ofOthers' | 'ofUnknown'>,
  words: Words,
): string {
  const { otherAccounts, unknownAccount } = words.insights.needs;
  return lines([
    ofOthers > 0 ? otherAccounts(ofOthers) : '',
    ofUnknown > 0 ? unknownAccount(ofUnknown) : '',
  ]);
}

function fieldOf(name: string, values: readonly string[]): APIEmbedField[] {
  return values.length === 0 ? [] : [{ name, value: lines(values) }];
}
