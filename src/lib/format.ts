/** How numbers are shown, by what they are. */
const styles = {
  count: { maximumFractionDigits: 0 },
  about: { maximumSignificantDigits: 2 },
  brief: { maximumSignificantDigits: 2, notation: 'compact' },
  rate: { maximumSignificantDigits: 2 },
  tenths: { maximumFractionDigits: 1 },
  factor: { maximumSignificantDigits: 4 },
  change: { maximumFractionDigits: 0, signDisplay: 'exceptZero' },
  share: { maximumFractionDigits: 0 },
  correlation: {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  },
} satisfies Record<string, Intl.NumberFormatOptions>;

/** Making a formatter costs far more than using it. */
const formatters = new Map<string, Intl.NumberFormat>();

/**
 * A count in full with the digit groups of a language: 541,200. A fraction, as an estimate may be,
 * is rounded.
 *
 * @param locale a BCP 47 tag, as Discord gives it; in place of a malformed one stands English.
 */
export function formatCount(value: number | bigint, locale?: string): string {
  return formatter('count', locale).format(value);
}

/** An estimated count, without digits it can't stand for: 3,069 is shown as 3,100, 87 as 87. */
export function formatAbout(value: number, locale?: string): string {
  return formatter('about', locale).format(Math.round(value));
}

/**
 * As `formatAbout`, in the short form of the language from so many on: 3,100 and 120K. For a line that
 * has no room for more.
 */
export function formatBrief(value: number, from: number, locale?: string): string {
  return formatter(value < from ? 'about' : 'brief', locale).format(Math.round(value));
}

/** A rate, to two digits that count: 0.61. */
export function formatRate(value: number, locale?: string): string {
  return formatter('rate', locale).format(value);
}

/** Points of a score, which may be halves: 12.5. */
export function formatTenths(value: number, locale?: string): string {
  return formatter('tenths', locale).format(value);
}

/** A factor or its result, to four digits that count: 1.604. */
export function formatFactor(value: number, locale?: string): string {
  return formatter('factor', locale).format(value);
}

/** A share with its sign, in per cent: 0.6 is +60 %. */
export function formatChange(value: number, locale?: string): string {
  return formatter('change', locale).format(100 * value) + percentSign(locale);
}

/** A share of a whole, in per cent: 0.79 is 79 %. */
export function formatShare(value: number, locale?: string): string {
  return formatter('share', locale).format(100 * value) + percentSign(locale);
}

/** In these languages of the bot it stands close to the number. */
const CLOSE = /^(?:es|id|ja|pt|vi)\b/;

function percentSign(locale = 'en-US'): string {
  return CLOSE.test(locale) ? '%' : '\u00a0%';
}

/** Some things one after another, with the comma of the language between them. */
export function formatList(things: readonly string[], locale = 'en-US'): string {
  return things.join(/^ja\b/.test(locale) ? '、' : ', ');
}

/** A correlation, between −1 and 1, with its sign: +0.72, −0.30. */
export function formatCorrelation(value: number, locale?: string): string {
  return formatter('correlation', locale).format(value).replace('-', '−');
}

/**
 * A stretch of days with the year: 18 – 25 November 2026, or with the month in short.
 *
 * @param until the first moment after it.
 * @param timezone an IANA name; any other throws a RangeError.
 */
export function formatDays(
  from: Date,
  until: Date,
  timezone: string,
  locale = 'en-US',
  style: 'long' | 'medium' = 'long',
): string {
  const shown = dayFormatter(style, timezone, locale);
  return shown.formatRange(from, new Date(until.getTime() - 1));
}

/**
 * A calendar day in full, 1 November 2026, or with its month in short: 1 Nov 2026.
 *
 * @param day `YYYY-MM-DD`; anything else throws a RangeError.
 */
export function formatDay(
  day: string,
  locale = 'en-US',
  style: 'long' | 'medium' = 'long',
): string {
  return dayFormatter(style, 'UTC', locale).format(new Date(`${day}T00:00:00Z`));
}

/** A day of the year, in UTC: 25 November. */
export function formatDayOfYear(day: Date, locale = 'en-US'): string {
  return dayFormatter('dayOfYear', 'UTC', locale).format(day);
}

/** A day in short, without the year: 25 Nov. */
export function formatShortDay(day: Date, timezone: string, locale = 'en-US'): string {
  return dayFormatter('short', timezone, locale).format(day);
}

const dayStyles = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  dayOfYear: { day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making one takes a hundred times as long as using it. */
const dayFormatters = new Map<string, Intl.DateTimeFormat>();

/** There are many zones and languages, and each formatter takes its memory. */
const DAY_FORMATTERS = 200;

function dayFormatter(
  style: keyof typeof dayStyles,
  timeZone: string,
  locale: string,
): Intl.DateTimeFormat {
  const key = `${style} ${timeZone} ${locale}`;
  const known = dayFormatters.get(key);
  if (known !== undefined) return known;
  const options = { ...dayStyles[style], timeZone };
  const made = new Intl.DateTimeFormat([...supported(locale), 'en-US'], options);
  if (dayFormatters.size >= DAY_FORMATTERS) dayFormatters.clear();
  dayFormatters.set(key, made);
  return made;
}

function formatter(style: keyof typeof styles, locale = 'en-US'): Intl.NumberFormat {
  const key = `${style} ${locale}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat([...supported(locale), 'en-US'], styles[style]);
  formatters.set(key, made);
  return made;
}

function supported(locale: string): string[] {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale);
  } catch {
    return [];
  }
}

/** How much room something takes, as people read it: `3.4 GB`, `120 MB`. */
export function formatBytes(bytes: number): string {
  const gigabytes = bytes / 1024 ** 3;
  return gigabytes >= 1 ? `${gigabytes.toFixed(1)} GB` : `${Math.floor(bytes / 1024 ** 2)} MB`;
}
