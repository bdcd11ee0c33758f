import { type AgoWords, agoWords, numbersInWords } from './ago-words.js';
import { foldLetters } from './characters.js';
import { timeBehind } from './day-times.js';

/** The languages whose words for months and days are read, beside the member's own. */
export const DAY_LANGUAGES = ['en', 'vi', 'es', 'pt', 'de', 'fr', 'id', 'ja'] as const;

/** The words of one language for days, as they are looked up: see `wordKey`. */
export interface DayWords {
  /** 1 to 12, by every name of the month. */
  readonly months: ReadonlyMap<string, number>;
  /** The longest first. */
  readonly weekdays: readonly string[];
  /** Days back, by words for them: `yesterday` is 1. */
  readonly days: ReadonlyMap<string, number>;
  readonly ago: AgoWords;
  /** What stands between the parts of a date: `de`, `ngày`, `พ.ศ.`. */
  readonly between: ReadonlySet<string>;
  /** A time of day at the end of a text, as the language writes it. */
  readonly timeBehind: RegExp;
  /** Whether 11/1 is written for 1 November. */
  readonly monthFirst: boolean;
  /** Whether its years are counted from the Buddha: 2569 is 2026. */
  readonly isBuddhist: boolean;
}

const STYLES = ['long', 'short', 'narrow'] as const;

/** Words for days that CLDR writes in another way. */
const ALSO_TYPED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: { 'last night': 1, 'this morning': 0, tonight: 0, 'day before yesterday': 2 },
  es: { 'ayer por la noche': 1, anoche: 1 },
  fr: { 'hier soir': 1 },
  id: { kemaren: 1, semalam: 1 },
  uk: { вчора: 1 },
  vi: { 'tối qua': 1, 'hôm kia': 2 },
};

const made = new Map<string, DayWords>();

/** The words of a language, as `Intl` knows them on this machine; null for what is no language. */
export function dayWords(tag: string): DayWords | null {
  const known = made.get(tag);
  if (known !== undefined) return known;
  if (!isLanguage(tag)) return null;
  const words = makeWords(tag);
  made.set(tag, words);
  return words;
}

/** A word as it is looked up: lower-case, without accents and the dots of a short form. */
export function wordKey(text: string): string {
  return foldLetters(text.normalize('NFKC')).replace(/’/g, "'").replace(/\./g, '').trim();
}

/** A phrase as it is looked up, with `#` for each number. */
export function phraseKey(text: string): string {
  return numbersInWords(wordKey(text))
    .replace(/^[-−]\s?(?=\d)/, '-')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .replace(/# (?=[^\sa-z])/g, '#')
    .replace(/#(?=[a-z])/g, '# ');
}

function makeWords(tag: string): DayWords {
  const months = new Map<string, number>();
  for (const month of ['long', 'short'] as const) {
    for (const withDay of [true, false]) {
      const format = new Intl.DateTimeFormat(tag, {
        month,
        timeZone: 'UTC',
        ...(withDay && { day: 'numeric' }),
      });
      for (let number = 1; number <= 12; number += 1) {
        const parts = format.formatToParts(Date.UTC(2026, number - 1, 1));
        const name = wordKey(withDay ? named(parts) : parts.map(({ value }) => value).join(''));
        // What is only a number is read as one.
        if (!/^\d*\D?$/.test(name)) months.set(name, number);
      }
    }
  }
  const weekdays = new Set<string>();
  for (const weekday of ['long', 'short'] as const) {
    // Beside a date some languages inflect it: Finnish lauantai, lauantaina.
    for (const date of [{}, { day: 'numeric', month: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(tag, { weekday, ...date, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day += 1) {
        const parts = format.formatToParts(Date.UTC(2026, 10, day));
        weekdays.add(wordKey(parts.find(({ type }) => type === 'weekday')?.value ?? ''));
      }
    }
  }
  weekdays.delete('');
  const days = new Map<string, number>();
  for (const style of STYLES) {
    const words = new Intl.RelativeTimeFormat(tag, { style, numeric: 'auto' });
    for (const back of [0, 1, 2, 3]) {
      const phrase = phraseKey(words.format(-back, 'day'));
      if (!phrase.includes('#')) days.set(phrase, back);
    }
  }
  const base = tag.replace(/-.*/, '');
  for (const [word, back] of Object.entries(ALSO_TYPED[base] ?? {}))
    days.set(phraseKey(word), back);
  const short = new Intl.DateTimeFormat(tag, { month: 'numeric', day: 'numeric' });
  const order = short.formatToParts(0).map(({ type }) => type);
  return {
    months,
    weekdays: [...weekdays].sort((a, b) => b.length - a.length),
    days,
    ago: agoWords(tag, phraseKey),
    between: wordsBetween(tag),
    timeBehind: timeBehind(tag),
    monthFirst: order.indexOf('month') < order.indexOf('day'),
    isBuddhist: short.resolvedOptions().calendar === 'buddhist',
  };
}

/** What the language writes between day, month and year, and the name of its era. */
function wordsBetween(tag: string): Set<string> {
  const words = new Set<string>();
  for (const dateStyle of ['full', 'long', 'medium', 'short'] as const) {
    const format = new Intl.DateTimeFormat(tag, { dateStyle, timeZone: 'UTC' });
    for (const { type, value } of format.formatToParts(Date.UTC(2026, 10, 1))) {
      if (type !== 'literal' && type !== 'era') continue;
      for (const word of wordKey(value).match(/[^\s,/()]+/g) ?? []) words.add(word);
    }
  }
  return words;
}

/** The name of the month with what belongs to it: Vietnamese writes `tháng 11`, Japanese `11月`. */
function named(parts: readonly Intl.DateTimeFormatPart[]): string {
  return parts.find(({ type }) => type === 'month')?.value ?? '';
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
