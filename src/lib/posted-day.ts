import { numbersInWords, type Unit, unitAgo } from './ago-words.js';
import { foldLetters, plainTyping } from './characters.js';
import { type DateProblem, isBeyondTomorrowAnywhere, parseDate } from './dates.js';
import { DAY_LANGUAGES, type DayWords, dayWords, phraseKey } from './day-words.js';

/**
 * The day a text means, `YYYY-MM-DD`; `ambiguous` where it may mean several, each of which can have
 * been; else why it is no day.
 */
export type PostedDay =
  | { readonly ok: true; readonly date: string }
  | {
      readonly ok: false;
      readonly problem: 'ambiguous';
      /** At least two, that of the member's own order first. */
      readonly candidates: readonly string[];
    }
  | { readonly ok: false; readonly problem: DateProblem };

const DAY = 86_400_000;

const MILLISECONDS: Readonly<Record<Unit, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
};

/** Words between the parts of a date, and the endings of ordinal numbers. */
const BETWEEN = new Set([
  ...['the', 'of', 'on', 'at', 'de', 'del', 'el', 'le', 'den', 'der', 'am', 'vom', 'em', 'dia'],
  ...['ngay', 'nam', 'tanggal', 'tahun', 'st', 'nd', 'rd', 'th', 'er', 'º', 'ª', 'o', 'a', 'luc'],
  ...['-', 'm', 'd', 'г', 'р'],
]);

/** A time of day before a date. */
const TIME_BEFORE =
  /^(?:luc )?\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?(?:am|pm|sa|ch|uhr))?(?: ?(?:z|utc|gmt)(?:[+-]\d{1,2})?)?,? /;

/**
 * Reads the day a video went public, as people write days:
 *
 * | typed | read as |
 * | --- | --- |
 * | `2026-11-01` `2026/11/1` `20261101` `2026年11月1日` | 1 November 2026 |
 * | `31.12.2025` `12/31/2025` `31-12-25` | 31 December 2025: any order that makes a day |
 * | `01.11.2026` `11/1/2026` | 1 November or 11 January: ambiguous, unless one is still to come |
 * | `11-28` `1 Nov` `11月1日` | the last day of that name that isn't to come |
 * | `1 November 2026` `Nov 1st, 2026` `1 tháng 11, 2026` `1 de noviembre de 2026` | months by name |
 * | `3 ก.พ. 2569` `2569-02-03` | 3 February 2026: from 2500 on years are counted from the Buddha |
 * | `today` `yesterday` `hôm qua` `3d ago` `vor 3 Tagen` `2w ago` `5 hours ago` | counted back from now, in UTC |
 * | `2026-11-01T23:30:00+07:00` `11/28/2026 6:30 PM` `<t:1793491200:D>` `1793491200` | the day in the time stamp |
 *
 * Names of months and words for days are those of the eight languages in `DAY_LANGUAGES` and of the
 * member's own, with or without their accents, with a weekday or a time of day beside them. A
 * month ago is no day. A day that is still to come everywhere on earth is read where nothing else can be
 * meant: see `isBeyondTomorrowAnywhere`. Never throws.
 *
 * @param language the member's, as a BCP 47 tag.
 */
export function parsePostedDay(text: string, now: Date, language?: string): PostedDay {
  const exact = parseDate(text);
  if (exact.ok || exact.problem !== 'unreadable') {
    const [, year = '', rest = ''] = /^(\d{4})(-.*)$/.exec(plainTyping(text)) ?? [];
    return Number(year) < BUDDHIST ? exact : parseDate(`${Number(year) - ERA}${rest}`);
  }
  const typed = foldLetters(plainTyping(text)).replace(/\s+/g, ' ');
  if (typed.length > LONGEST) return { ok: false, problem: 'unreadable' };
  const stamp = momentOf(typed);
  if (stamp !== null) return parseDate(dayOf(stamp));
  const all = [...(language === undefined ? [] : [language]), ...DAY_LANGUAGES].flatMap((tag) => {
    const words = dayWords(tag);
    return words === null ? [] : [words];
  });
  const back = daysBack(typed, all, now);
  if (back !== null) return parseDate(back);
  const own = all[0];
  for (const bare of withoutTime(typed, all)) {
    const readings = readAs(bare, all, own?.monthFirst ?? false);
    if (readings !== null)
      return oneOf(
        readings.map((one) => inOurEra(one, own)),
        now,
      );
  }
  return { ok: false, problem: 'unreadable' };
}

/** From this year on years are counted from the Buddha, as in Thailand, and so many are between. */
const BUDDHIST = 2500;
const ERA = 543;

/** Two digits of a Buddhist year from here on are of none that TikTok has seen in ours. */
const BUDDHIST_SHORT = 2057;

function inOurEra([year, month, day]: Parts, own: DayWords | undefined): Parts {
  if (year === null) return [year, month, day];
  if (year >= BUDDHIST) return [year - ERA, month, day];
  const isShort = own?.isBuddhist === true && year >= BUDDHIST_SHORT;
  return [isShort ? year + 500 - ERA : year, month, day];
}

/** The text without its time of day, as any of the languages writes it. */
function withoutTime(typed: string, all: readonly DayWords[]): Set<string> {
  const bare = all.map(({ timeBehind }) =>
    typed
      .replace(timeBehind, '')
      .replace(TIME_BEFORE, '')
      // "Year", in Bulgarian, Russian and Ukrainian.
      .replace(/(?<=\d) ?[гр]\.?$/u, '')
      .trim()
      .replace(/,$/, ''),
  );
  return new Set(bare.sort((a, b) => a.length - b.length));
}

/** Every day that a text without a time may mean; null for what is none. */
function readAs(typed: string, all: readonly DayWords[], monthFirst: boolean): Parts[] | null {
  // A weekday with a number of its own, as Vietnamese has them, is none of the date's.
  const counted = all.find(({ weekdays }) =>
    weekdays.some((name) => /\d/.test(name) && typed.startsWith(name)),
  );
  const text = counted === undefined ? typed : withoutWeekday(typed, counted);
  const plain = inNumbers(text, monthFirst) ?? inWords(text, all);
  if (plain !== null) return plain;
  for (const words of all) {
    const bare = withoutWeekday(typed, words);
    const read = inNumbers(bare, monthFirst) ?? (bare === typed ? null : inWords(bare, [words]));
    if (read !== null) return read;
  }
  return null;
}

/** Without the name of the weekday and the words before a date in numbers: `le 28/11`, `Sa, 28.11.` */
function withoutWeekday(typed: string, { weekdays, between }: DayWords): string {
  const isBetween = (word: string) => BETWEEN.has(word) || between.has(word);
  let bare = typed.replace(/(?<=[\p{L}\p{M}])\.(?=[\p{L}\p{M}])/gu, '');
  const first = weekdays.find((name) =>
    new RegExp(`^${escaped(name)}${/\p{sc=Thai}/u.test(name) ? '' : '(?!\\p{L})'}`, 'u').test(bare),
  );
  const last = weekdays.find((name) =>
    new RegExp(`(?<=[\\d ,(])${escaped(name)}\\)?$`, 'u').test(bare),
  );
  if (first !== undefined) bare = bare.slice(first.length);
  else if (last !== undefined) bare = bare.replace(/\)$/, '').slice(0, -last.length);
  bare = bare.replace(/^[ .,(]+|[ ,(]+$/g, '');
  for (;;) {
    const [, word = '', rest = ''] = /^([^\s\d]+) ?(\d.*|[^\s\d]+ .*)$/u.exec(bare) ?? [];
    if (word === '' || !isBetween(word)) return bare;
    bare = rest;
  }
}

/** Longer than any day in words with its time and zone. */
const LONGEST = 80;

/** Year, month and day as typed; no year for the last day of that name. */
type Parts = readonly [year: number | null, month: number, day: number];

function oneOf(readings: readonly Parts[], now: Date): PostedDay {
  if (readings.length === 0) return { ok: false, problem: 'unreadable' };
  const read = readings.map((parts) => parseDate(isoOf(parts, now)));
  const days = [...new Set(read.flatMap((one) => (one.ok ? [one.date] : [])))];
  const past = days.filter((day) => !isToCome(day, now));
  const [date, another] = past.length > 0 ? past : days.slice(0, 1);
  if (date === undefined) {
    const isEarly = read.some((one) => !one.ok && one.problem === 'before TikTok');
    return { ok: false, problem: isEarly ? 'before TikTok' : 'no such day' };
  }
  return another === undefined
    ? { ok: true, date }
    : { ok: false, problem: 'ambiguous', candidates: past };
}

/** Whether a day hasn't begun anywhere on earth. */
function isToCome(day: string, now: Date): boolean {
  return isBeyondTomorrowAnywhere(day, new Date(now.getTime() - DAY));
}

/** `YYYY-MM-DD`; without a year the last such day that isn't to come. */
function isoOf([year, month, day]: Parts, now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const inYear = (one: number) => `${String(one).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (year !== null) return inYear(year);
  const latest = now.getUTCFullYear() + 1;
  for (let one = latest; one > latest - 9; one -= 1) {
    const read = parseDate(inYear(one));
    if (read.ok && !isToCome(read.date, now)) return read.date;
  }
  return inYear(latest);
}

/** A moment: Discord's own time stamps, or Unix time in seconds or milliseconds. */
function momentOf(typed: string): Date | null {
  const [, tagged, seconds, milliseconds] =
    /^(?:<t:(\d{9,11})(?::[a-z])?>|(\d{10})(?:\.0+)?|(\d{13})(?:\.0+)?)$/.exec(typed) ?? [];
  const whole = tagged ?? seconds;
  if (whole === undefined && milliseconds === undefined) return null;
  return new Date(whole === undefined ? Number(milliseconds) : Number(whole) * 1000);
}

function daysBack(typed: string, all: readonly DayWords[], now: Date): string | null {
  const phrase = phraseKey(typed);
  for (const { days, ago } of all) {
    const back = days.get(phrase);
    if (back !== undefined) return dayOf(new Date(now.getTime() - back * DAY));
    const unit = unitAgo(phrase, ago);
    const count = Number(/\d+/.exec(numbersInWords(typed))?.[0]);
    if (unit === undefined || unit === null || count > MOST_AGO) continue;
    return dayOf(new Date(now.getTime() - count * MILLISECONDS[unit]));
  }
  return null;
}

/** More of any unit is a slip. */
const MOST_AGO = 5_000;

/** Every day that numbers alone may mean; null for what isn't numbers alone. */
function inNumbers(typed: string, monthFirst: boolean): Parts[] | null {
  const [, cjkYear, cjkMonth, cjkDay] =
    /^(?:(\d{2,4})[年년] ?)?(\d{1,2})[月월] ?(\d{1,2})[日号일](?: ?\(?\p{L}{1,3}\)?)?$/u.exec(
      typed,
    ) ?? [];
  if (cjkMonth !== undefined && cjkDay !== undefined) {
    return [[cjkYear === undefined ? null : yearOf(cjkYear), Number(cjkMonth), Number(cjkDay)]];
  }
  const [, a, b, c] =
    /^(\d{1,4})[-./, ]{1,3}(\d{1,2})[-./, ]{1,3}(\d{1,4})\.?$/.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ??
    /^(\d{1,2})[-./] ?(\d{1,2})\.?$/.exec(typed) ??
    [];
  if (a === undefined || b === undefined) return null;
  const byOrder = <T>(dayFirst: T, other: T) =>
    monthFirst ? [other, dayFirst] : [dayFirst, other];
  if (c === undefined) {
    return byOrder<Parts>([null, Number(b), Number(a)], [null, Number(a), Number(b)]);
  }
  const readings: Parts[] = [];
  if (a.length === 4 && c.length <= 2) {
    // Nobody has a thirteenth month: 2026/28/11 can only be 28 November.
    const isDayFirst = Number(b) > 12 && Number(c) <= 12;
    readings.push(
      isDayFirst ? [Number(a), Number(c), Number(b)] : [Number(a), Number(b), Number(c)],
    );
  }
  if (a.length <= 2 && (c.length === 4 || c.length === 2)) {
    const year = yearOf(c);
    readings.push(...byOrder<Parts>([year, Number(b), Number(a)], [year, Number(a), Number(b)]));
  }
  if (a.length === 2 && c.length <= 2) readings.push([yearOf(a), Number(b), Number(c)]);
  return readings;
}

/** Every day that a month's name with one or two numbers may mean; null for other texts. */
function inWords(typed: string, all: readonly DayWords[]): Parts[] | null {
  for (const words of all) {
    const [month, rest] = takeMonth(typed, words.months);
    if (month === null) continue;
    const tokens = rest.match(/\d+|[^\s\d,./()]+/g) ?? [];
    const numbers = tokens.filter((token) => /^\d+$/.test(token));
    const strange = tokens.some(
      (token) =>
        !/^\d+$/.test(token) &&
        !BETWEEN.has(token) &&
        !words.between.has(token) &&
        // Of the same language: in `1 mo ago` neither a Monday nor August is meant.
        !isWeekday(token, words.weekdays),
    );
    const [first, second, third] = numbers;
    if (strange || first === undefined || third !== undefined) continue;
    if (second === undefined) {
      if (first.length <= 2) return [[null, month, Number(first)]];
      continue;
    }
    if (first.length === 4 && second.length <= 2) return [[Number(first), month, Number(second)]];
    if (first.length <= 2 && (second.length === 2 || second.length === 4)) {
      return [[yearOf(second), month, Number(first)]];
    }
  }
  return null;
}

/** The month that a text names, the longest name first, and the rest of the text. */
function takeMonth(
  typed: string,
  months: ReadonlyMap<string, number>,
): [month: number | null, rest: string] {
  const text = typed
    .replace(/’/g, "'")
    .replace(/(?<=[\p{L}\p{M}])\.(?=\d)/gu, ' ')
    .replace(/(?<=[\p{L}\p{M}])\./gu, '');
  const names = [...months.keys()].sort((a, b) => b.length - a.length);
  for (const name of names) {
    const at = text.search(
      new RegExp(`(?<![\\p{L}\\p{M}])${escaped(name)}(?![\\p{L}\\p{M}\\p{N}])`, 'u'),
    );
    if (at < 0) continue;
    return [months.get(name) ?? null, `${text.slice(0, at)} ${text.slice(at + name.length)}`];
  }
  return [null, typed];
}

function isWeekday(token: string, weekdays: readonly string[]): boolean {
  return weekdays.some((name) => name === token || name.split(' ').includes(token));
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function yearOf(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function dayOf(moment: Date): string {
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10);
}
