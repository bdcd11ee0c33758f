import { dayWords, wordKey } from '../../lib/day-words.js';

/** A day of a year that isn't told, or is. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
  readonly year: number | null;
}

/**
 * Languages whose names of months are known here. In these no name means two months; Croatian would
 * change that: its `listopad` is October, and the Polish one November.
 */
const LANGUAGES = [
  ...['en', 'ru', 'el', 'de', 'fr', 'es', 'pt', 'it', 'id', 'tr', 'pl', 'nl', 'uk', 'vi'],
  ...['ro', 'sv', 'ar', 'th'],
] as const;

/** TikTok writes Vietnamese months in words, which CLDR writes in digits. */
const VIETNAMESE = [
  ...['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một'],
  'mười hai',
];

/** What stands between the parts: `18 de agosto`, `ngày 18 tháng 8`. */
const BETWEEN = /(?<=^|\s)(?:de|del|of|the|ngay)(?=\s|$)/g;

const TIME = /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?!\d)/gi;

const MOST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

let known: ReadonlyMap<string, number> | undefined;

/**
 * Reads a day as TikTok Studio writes it in its own language, without a year: `August 31`,
 * `28 August`, `18 января`, `9月13日`, `18 tháng Tám`, `8 Juli`; with a year where one stands there,
 * and in digits as `2026-08-31`. Null for anything else. Never throws.
 */
export function readMonthDay(text: string): MonthDay | null {
  const plain = text.normalize('NFKC').trim();
  if (plain.length > 60) return null;
  const [, isoYear, isoMonth, isoDay] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(plain) ?? [];
  if (isoYear !== undefined) return checked(Number(isoMonth), Number(isoDay), Number(isoYear));
  const [, eastYear, eastMonth, eastDay] =
    /^(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]/.exec(plain) ?? [];
  if (eastMonth !== undefined) {
    return checked(Number(eastMonth), Number(eastDay), eastYear ? Number(eastYear) : null);
  }
  const key = wordKey(plain.replace(TIME, ' '));
  const numbers = (key.match(/\d+/g) ?? []).map(Number);
  const year = numbers.find((number) => number >= 1_000) ?? null;
  const [first, second, ...more] = numbers.filter((number) => number !== year);
  if (first === undefined || more.length > 0) return null;
  const word = key
    .replace(/(\d)(?:st|nd|rd|th|er)(?![a-z])/g, '$1')
    .replace(/[\d,،]+/g, ' ')
    .replace(BETWEEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(BETWEEN, ' ')
    .trim();
  if (second !== undefined) return word === 'thang' ? checked(second, first, year) : null;
  const month = monthNames().get(word);
  return month === undefined ? null : checked(month, first, year);
}

/** Whether a day exists in a year: 29 February doesn't in most. */
export function isInYear({ month, day }: MonthDay, year: number): boolean {
  return month !== 2 || day !== 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

function checked(month: number, day: number, year: number | null): MonthDay | null {
  const most = MOST_DAYS[month - 1];
  if (most === undefined || day < 1 || day > most) return null;
  const found = { month, day, year };
  return year === null || (year >= 2014 && year < 2100 && isInYear(found, year)) ? found : null;
}

function monthNames(): ReadonlyMap<string, number> {
  if (known !== undefined) return known;
  const names = new Map<string, number>();
  for (const [place, word] of VIETNAMESE.entries()) names.set(wordKey(`tháng ${word}`), place + 1);
  for (const language of LANGUAGES) {
    for (const [name, month] of dayWords(language)?.months ?? []) {
      const bare = name
        .replace(/[\d,]+/g, ' ')
        .replace(BETWEEN, ' ')
        .trim();
      if (!names.has(bare)) names.set(bare, month);
    }
  }
  known = names;
  return names;
}
