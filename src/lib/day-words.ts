/** The languages whose words for months and days are read, beside the member's own. */
export const DAY_LANGUAGES = ['en', 'vi', 'es', 'pt', 'de', 'fr', 'id', 'ja'] as const;

/** How long ago something was: a number of one of these. */
export type Unit = 'minute' | 'hour' | 'day' | 'week';

/** The words of one language for days. */
export interface DayWords {
  /** 1 to 12, by every name of the month. */
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
  /** Days back, by words for them: `yesterday` is 1. */
  readonly days: ReadonlyMap<string, number>;
  /** The unit, by the phrase with `#` for its number: `# days ago`. */
  readonly ago: ReadonlyMap<string, Unit>;
  /** Whether 11/1 is written for 1 November. */
  readonly monthFirst: boolean;
}

const UNITS: readonly Unit[] = ['minute', 'hour', 'day', 'week'];
const STYLES = ['long', 'short', 'narrow'] as const;

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

/** A word as it is looked up: lower-case, without the dot of a short form. */
export function wordKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/’/g, "'").replace(/\./g, '').trim();
}

/** A phrase as it is looked up, with `#` for each number. */
export function phraseKey(text: string): string {
  return wordKey(text)
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
    const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' });
    for (let day = 1; day <= 7; day += 1) {
      weekdays.add(wordKey(format.format(Date.UTC(2026, 10, day))));
    }
  }
  const days = new Map<string, number>();
  const ago = new Map<string, Unit>();
  for (const style of STYLES) {
    const words = new Intl.RelativeTimeFormat(tag, { style, numeric: 'auto' });
    for (const back of [0, 1, 2, 3]) {
      const phrase = phraseKey(words.format(-back, 'day'));
      if (!phrase.includes('#')) days.set(phrase, back);
    }
    const numbers = new Intl.RelativeTimeFormat(tag, { style, numeric: 'always' });
    for (const unit of UNITS) {
      for (const count of [1, 2, 3, 5, 11, 21]) {
        const phrase = phraseKey(numbers.format(-count, unit));
        if (phrase.includes('#') && !ago.has(phrase)) ago.set(phrase, unit);
      }
    }
  }
  const order = new Intl.DateTimeFormat(tag, { month: 'numeric', day: 'numeric' })
    .formatToParts(0)
    .map(({ type }) => type);
  const monthFirst = order.indexOf('month') < order.indexOf('day');
  return { months, weekdays, days, ago, monthFirst };
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
