import {
  formatAbout,
  formatChange,
  formatCount,
  formatFactor,
  formatList,
  formatRate,
  formatShare,
} from '../lib/format.js';
import { MIN_VIEWS, type Part } from '../services/estimate/estimate.js';
import type { Score } from '../services/scores/score.js';
import type { Words } from '../words/words.js';

/** A part that moves the estimate by less than this (log units, about 3 %) isn't worth a line. */
const NOTICEABLE = 0.03;

/** Fewer saves than this can't be a hundred per cent of anything. */
const COUNTABLE = 1;

/** A miss by less than this factor isn't worth a word. */
export const AS_GOOD_AS_RIGHT = 1.05;

/** Nor, at a glance, is a part that moves the saves by less. */
const WORTH_A_WORD = Math.log(AS_GOOD_AS_RIGHT);

/** From which factor of the saves on a signal is said to do how much. */
const SIZES = [
  [3.5, 'many times'],
  [2.5, 'three times'],
  [1.8, 'twice'],
  [1.25, 'much more'],
  [1, 'more'],
  [0.8, 'less'],
  [0.6, 'much less'],
  [0.4, 'half'],
  [0, 'far less'],
] as const satisfies readonly (readonly [number, keyof Words['score']['sizes']])[];

/** More of them are behind `How?`. */
const MOST_NAMED = 3;

/** A smaller share is shown as nothing. */
const SEEN = 0.005;

/** Room of a line on a phone 375 pixels wide, in letters of an ordinary width. */
const LINE = 32;

/** Letters about half as wide as others, and half as wide again. */
const NARROW = /[\s.,:()’ijlrtf-]/;
const WIDE = /[mwMW%]/;
/** Letters that are as wide as two. */
const DOUBLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

/**
 * What moved the number most, in one line: the strongest signal with a word for it, then those there
 * is room for; and where there is a count, how far that is from the estimate.
 */
export function whyOf(score: Score, words: Words): string {
  const { counts, trueSaves, estimate, parts } = score;
  const views = counts.views.value;
  if (views === 0n) return words.score.whyNoViews;
  if (views < MIN_VIEWS) return words.score.whySmall(formatCount(views, words.locale));
  if (hasNoProduct(views, parts, estimate.saves)) return words.score.whyFew;
  const [first, ...others] = moved(score, WORTH_A_WORD).sort(
    (a, b) => Math.abs(b.log) - Math.abs(a.log),
  );
  const percent = (log: number) => formatChange(Math.expm1(log), words.locale);
  const named = ({ part, log }: Moved) =>
    words.score.whyPart(shortNameOf(part, words), percent(log));
  if (trueSaves !== null) {
    const change = Number(trueSaves) / shownAs(estimate.saves) - 1;
    const told = [
      formatShare(Math.abs(change), words.locale),
      Math.abs(change) < SEEN ? 'same' : change > 0 ? 'more' : 'less',
    ] as const;
    const count = words.score.whyCount(...told);
    const signals = fitting(first === undefined ? [] : [first, ...others].map(named), count, words);
    if (signals.length === 0) return words.score.whyCountAlone(...told);
    return capitalised(formatList([...signals, count], words.locale));
  }
  if (first === undefined) return words.score.whyEven;
  const factor = Math.exp(first.log);
  const size = words.score.sizes[SIZES.find(([from]) => factor >= from)?.[1] ?? 'far less'];
  const strongest = words.score.whyFirst(shortNameOf(first.part, words), size, percent(first.log));
  return capitalised(
    formatList([strongest, ...fitting(others.map(named), strongest, words)], words.locale),
  );
}

/** As many of the first signals as there is room for in a line beside what stands there anyway. */
function fitting(signals: readonly string[], beside: string, words: Words): string[] {
  const kept: string[] = [];
  for (const signal of signals) {
    const line = formatList([beside, ...kept, signal], words.locale);
    if (kept.length + 1 >= MOST_NAMED || widthOf(line) > LINE) break;
    kept.push(signal);
  }
  return kept;
}

function widthOf(text: string): number {
  return [...text].reduce(
    (sum, one) => sum + (NARROW.test(one) ? 0.5 : WIDE.test(one) ? 1.5 : DOUBLE.test(one) ? 2 : 1),
    0,
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How far off the guess was, by a count; null where there is none, or too few people decide. */
export function lessonOf(score: Score): keyof Words['score']['lessons'] | null {
  const { counts, trueSaves, estimate, parts, accountUnknown } = score;
  if (trueSaves === null || hasNoProduct(counts.views.value, parts, estimate.saves)) return null;
  const factor = Number(trueSaves) / shownAs(estimate.saves);
  if (Math.abs(Math.log(factor)) < WORTH_A_WORD) return 'close';
  if (accountUnknown) return 'which account';
  return factor > 1 ? 'low' : 'high';
}

function shortNameOf({ signal, category }: Part, words: Words): string {
  return category === undefined ? words.score.signals[signal] : words.score.kinds[category];
}

/** A part of an estimate, and the factor by which it moves the saves, as a natural logarithm. */
interface Moved {
  readonly part: Part;
  readonly log: number;
}

/** The parts that move the saves by so much at least. */
function moved({ parts, estimate }: Score, least: number): Moved[] {
  return multiplied(parts, baseOf(parts), estimate.saves).filter(
    ({ log }) => Math.abs(log) >= least,
  );
}

/**
 * What an estimate is made of: the saves of a typical video and the per cent by which each signal
 * changes them, which multiply to what is shown. Where few people decide, a plain sentence.
 */
export function partsOf(score: Score, words: Words): string {
  return [estimated(score, words), ...counted(score, words)].join('\n');
}

/** What leads from the estimate to the count, where there is one. */
function counted({ trueSaves, counts, estimate, parts }: Score, words: Words): string[] {
  if (trueSaves === null || counts.views.value === 0n) return [];
  const count = formatCount(trueSaves, words.locale);
  if (hasNoProduct(counts.views.value, parts, estimate.saves)) {
    return [words.how.parts.countSmall(count)];
  }
  const change = Number(trueSaves) / shownAs(estimate.saves) - 1;
  return [
    words.how.parts.estimate(formatAbout(estimate.saves, words.locale)),
    words.how.parts.count(formatChange(change, words.locale), count),
  ];
}

function estimated(score: Score, words: Words): string {
  const views = score.counts.views.value;
  const { saves, low, high } = score.estimate;
  const about = (value: number) => formatAbout(value, words.locale);
  if (views === 0n) return words.score.whyNoViews;
  if (views < MIN_VIEWS) {
    return words.how.parts.small(formatCount(views, words.locale), about(low), about(high));
  }
  if (hasNoProduct(views, score.parts, saves)) {
    return words.how.parts.few(about(saves), about(low), about(high));
  }
  const base = baseOf(score.parts);
  const lines = [words.how.parts.base(about(base), formatCount(views, words.locale))];
  let shown = Math.log(shownAs(base));
  for (const { part, log } of moved(score, NOTICEABLE)) {
    const change = Math.round(100 * Math.expm1(log)) / 100;
    shown += Math.log1p(change);
    lines.push(lineOf(part, change, words));
  }
  const rest = Math.log(shownAs(saves)) - shown;
  if (Math.abs(rest) >= NOTICEABLE) {
    lines.push(words.how.parts.rest(formatChange(Math.expm1(rest), words.locale)));
  }
  if (lines.length === 1) lines.push(words.how.parts.even);
  return lines.join('\n');
}

/** The same as a product with all its digits, for who wants to check it. */
export function factorsOf({ parts, estimate, counts }: Score, words: Words): string {
  if (counts.views.value < MIN_VIEWS) return words.how.formulaSmall;
  const number = (value: number) => formatFactor(value, words.locale);
  const start = number(Math.exp(logOf(parts.filter(isBase))));
  const factors = parts
    .filter((part) => !isBase(part))
    .map(({ signal, effect }) => ` × ${number(Math.exp(effect))} (${words.how.signals[signal]})`);
  return `${words.how.factors}\n${start}${factors.join('')} = ${number(estimate.saves + 1)}`;
}

/**
 * Each part as a factor of saves. Parts are factors of saves + 1, which comes to the same but where
 * saves are few: there each is stretched alike, so that all of them lead from the one to the other.
 */
function multiplied(parts: readonly Part[], base: number, saves: number): Moved[] {
  const others = parts.filter((part) => !isBase(part));
  const whole = logOf(others);
  const stretch = Math.abs(whole) < 1e-9 ? 1 : Math.log(saves / base) / whole;
  return others.map((part) => ({ part, log: part.effect * stretch }));
}

function lineOf({ signal, category }: Part, change: number, words: Words): string {
  const percent = formatChange(change, words.locale);
  return category === undefined
    ? words.how.parts.part(percent, words.how.signals[signal])
    : words.how.parts.category(
        percent,
        words.score.category[category],
        formatRate(1 + change, words.locale),
      );
}

/** A number as `formatAbout` shows it: whole, and to two digits that count. */
function shownAs(value: number): number {
  return Number(Math.max(1, Math.round(value)).toPrecision(2));
}

/** Whether too few people decide for a product of percentages. */
function hasNoProduct(views: bigint, parts: readonly Part[], saves: number): boolean {
  return views < MIN_VIEWS || baseOf(parts) < COUNTABLE || saves < COUNTABLE;
}

/** Saves of a typical video of this size. */
function baseOf(parts: readonly Part[]): number {
  return Math.expm1(logOf(parts.filter(isBase)));
}

function logOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { effect }) => sum + effect, 0);
}

/** Saves of a typical video of this size: what the parts that speak of size alone say. */
function isBase({ signal }: Part): boolean {
  return signal === 'level' || signal === 'views';
}
