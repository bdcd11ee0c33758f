import { plainTyping, stripInvisible } from './characters.js';
import {
  type CountForm,
  type CountLanguage,
  countLanguage,
  countLanguages,
  formKey,
} from './count-forms.js';
import { withoutCountedThing } from './counted-things.js';

/** A number of people, with how coarsely it was typed. */
export interface Count {
  /** 0 to 2^53 − 1. */
  readonly value: bigint;
  /**
   * Width of the last digit shown: 541.2K is 541200 with a step of 100, 12K has a step of 1000, a
   * plain 541200 a step of 1. It tells only what was typed: a plain 541200 copied from a rounded
   * display can't be told from an exact one.
   */
  readonly step: bigint;
}

/**
 * Why a text is no count.
 * - `empty`: nothing visible was typed.
 * - `negative`: a count below zero.
 * - `fraction`: a part of a person, as 1.5 or 1.2345K; often a forgotten K or M.
 * - `ambiguous`: readings that differ, each in use somewhere (see `parseCount`).
 * - `too large`: above 2^53 − 1, the largest whole number that Discord and JSON carry exactly. It
 *   is millions of times the most viewed video.
 * - `unreadable`: anything else.
 */
export type CountProblem =
  | 'empty'
  | 'negative'
  | 'fraction'
  | 'ambiguous'
  | 'too large'
  | 'unreadable';

export type CountResult =
  | { readonly ok: true; readonly count: Count }
  | {
      readonly ok: false;
      readonly problem: 'ambiguous';
      /** What it may mean, the smallest first; at least two. */
      readonly readings: readonly Count[];
    }
  | { readonly ok: false; readonly problem: Exclude<CountProblem, 'ambiguous'> };

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** The power of ten that hardly a video has ever had views: another language's form for it is none. */
const BILLION = 9;

/** TikTok's own short forms wherever it is shown in English, which is everywhere. */
const EVERYWHERE = ['en-US', 'en-GB'];

/** Longer than any short form with the name of what is counted. */
const LONGEST_FORM = 40;

/**
 * Reads a count as people type it or copy it from TikTok's screen.
 *
 * A mark (`.` or `,`) may group or may start decimals. The rule, in this order:
 *
 * | typed | read as | because |
 * | --- | --- | --- |
 * | `541,200` `541.200` `541 200` `541'200` | 541200, step 1 | groups of exactly three after one to three digits |
 * | `1.234` `1,234` | 1234, step 1 | the same; nobody types 1.234 persons |
 * | `1,23,456` | 123456, step 1 | Indian groups, commas only, at least two of them |
 * | `1.234.567` | 1234567, step 1 | a mark that comes twice groups |
 * | `541200.0` | 541200, step 1 | nothing behind the mark but zeros, and no group |
 * | `1.2K` `1,2K` | 1200, step 100 | the one mark of a short form starts decimals, point or comma |
 * | `541.200K` `1.234 mil` | 541200, 1234, step 1 | the same: 541,200 thousand would be called 541.2M |
 * | `1,234.5K` `1.234,5 Tsd.` | 1234500, step 100 | two different marks: the last starts decimals |
 * | `1.234.567K` | 1234567000, step 1000 | a mark that comes twice groups |
 * | `12.34M` `0,5 Mio.` `.5M` | 12340000 step 10000, 500000 step 100000 (both) | |
 * | `541.2K+` `541.2K views` | 541200, step 100 | what is counted, and that there are a few more, changes nothing |
 * | `1.5` `1,23` `1,234.5` `0.123` | fraction | not groups, and no short form to make it whole |
 * | `1.2345K` | fraction | more decimals than the short form has zeros |
 * | `-5` `−5` `-1.2K` | negative | |
 * | `K` `1e6` `12 34` `5.` `10²` `5-` `1K2` | unreadable | |
 *
 * A short form is one of those that `Intl` writes in any language of Discord, and may mean different
 * things by language:
 *
 * 1. In the member's own language it means what it means there, if the marks are that language's:
 *    `1,2 B` is 1,200 to a Turkish member, `1,234万` is 12,340,000 to a Japanese one.
 * 2. Else, and where the marks are English, it means what it means in English: `1.2B`.
 * 3. Else it is what every language says that writes it with these marks, or may mean with the
 *    marks of the member's. If they differ it is ambiguous: `1.2 mil.` is a million in Czech and a
 *    thousand in Spanish. Another language's form that would make a billion isn't thought of.
 *
 * Capitals, a space before the short form, its dot and accents, a leading `+`, full-width
 * characters, the digits of other scripts, Arabic marks (`٫` decimals, `٬` groups, `،` comma),
 * emoji around it and invisible characters make no difference. Never throws.
 *
 * @param language the member's, as a BCP 47 tag; without one any marks may be theirs.
 */
export function parseCount(text: string, language?: string): CountResult {
  const typed = typedNumber(text);
  if (typeof typed === 'string') return refuse(typed);
  const { digits, form, isNegative } = typed;
  const result = form === '' ? readPlain(digits) : readShort(digits, form, language);
  const isReadable = result.ok || result.problem !== 'unreadable';
  return isNegative && isReadable ? refuse('negative') : result;
}

/**
 * Everything a text may mean as a count to anybody, the smallest first; empty for what is no count.
 * For asking back: `5B` is 5,000 in Turkish, and five billion in English.
 */
export function readingsOf(text: string, language?: string): readonly Count[] {
  const typed = typedNumber(text);
  if (typeof typed === 'string' || typed.isNegative) return [];
  const { digits, form } = typed;
  if (form === '') {
    const plain = readPlain(digits);
    return plain.ok ? [plain.count] : [];
  }
  const own = language === undefined ? null : countLanguage(language);
  const everywhere = [...countLanguages().values()];
  const languages = own === null ? everywhere : [own, ...everywhere];
  const readings = (key: string) =>
    languages.flatMap((one) => {
      const read = readAs(digits, key, one, 'any');
      return read?.ok ? [read.count] : [];
    });
  const found = readings(form);
  return distinct(found.length > 0 ? found : readings(withoutCountedThing(form) ?? form));
}

interface TypedNumber {
  readonly digits: string;
  /** What stands behind them, lower-case; empty for nothing that counts. */
  readonly form: string;
  readonly isNegative: boolean;
}

/** Parts the digits from what stands behind them. */
function typedNumber(text: string): TypedNumber | 'empty' | 'unreadable' {
  // Superscripts, circled digits and Roman numerals would turn into plain ones: 10² is not 102.
  if (/[\p{No}\p{Nl}]|\u20e3/u.test(text)) return 'unreadable';
  const undecorated = stripInvisible(text)
    .replace(/^(?:\p{Extended_Pictographic}|\p{Emoji_Presentation}|\s)+/u, '')
    .replace(/(?:\p{Extended_Pictographic}|\p{Emoji_Presentation}|\s)+$/u, '');
  const typed = plainTyping(undecorated)
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[،、]/g, ',')
    .replace(/。/g, '.');
  if (typed === '') return plainTyping(text) === '' ? 'empty' : 'unreadable';
  const isNegative = typed.startsWith('-');
  const unsigned = typed.replace(/^[-+]/, '').trimStart();
  const end = unsigned.search(/[^0-9.,٫٬' ]/);
  const digits = (end < 0 ? unsigned : unsigned.slice(0, end)).trimEnd();
  const behind = end < 0 ? '' : unsigned.slice(end);
  if (behind.length > LONGEST_FORM || /[\n\r\t\0]/.test(behind)) return 'unreadable';
  // "A few more": 541.2K+
  const exact = behind.replace(/ ?\+$/, '');
  return { digits, form: formKey(exact), isNegative };
}

function readPlain(digits: string): CountResult {
  const numeral = readNumeral(digits, false);
  if (numeral === null) return refuse('unreadable');
  // 541200.0, as spreadsheets and programs write whole numbers.
  const isWhole = /^0*$/.test(numeral.decimals);
  return isWhole ? counted(numeral.whole, '', 0) : refuse('fraction');
}

function readShort(digits: string, form: string, language: string | undefined): CountResult {
  const own = language === undefined ? null : countLanguage(language);
  const bare = withoutCountedThing(form);
  const found = readForm(digits, form, own);
  if (found !== null) return found;
  if (bare === null) return refuse('unreadable');
  if (bare === '') return digits === '' ? refuse('unreadable') : readPlain(digits);
  return readForm(digits, bare, own) ?? refuse('unreadable');
}

/** What a number with a short form means; null where no language has the form. */
function readForm(digits: string, form: string, own: CountLanguage | null): CountResult | null {
  const asOwn = own === null ? null : readAs(digits, form, own, own);
  if (asOwn !== null) return asOwn;
  // With the marks of other languages it may still be meant as in the member's own.
  const loosely = own === null ? null : readAs(digits, form, own, 'any');
  const mayBeOwn = loosely?.ok === true && loosely.count.value < 10n ** BigInt(BILLION);
  for (const english of EVERYWHERE.map(countLanguage)) {
    const read = english === null ? null : readAs(digits, form, english, english);
    if (read !== null && (!mayBeOwn || isSame(read, loosely))) return read;
  }
  return readAnywhere(digits, form, own, loosely);
}

function readAnywhere(
  digits: string,
  form: string,
  own: CountLanguage | null,
  loosely: CountResult | null,
): CountResult | null {
  const all = [...countLanguages().entries()];
  // `mil` is a form of its own: `mil.` without its dot is thought of only where nothing else fits.
  const isForm = !form.endsWith('.') && all.some(([, { forms }]) => forms.get(form)?.isExact);
  const fitting: CountResult[] = loosely === null ? [] : [loosely];
  const loose: CountResult[] = [];
  const unheardOf: CountResult[] = [];
  for (const [tag, one] of all) {
    if (isForm && one.forms.get(form)?.isExact !== true) continue;
    const standsForMore = (formOf(one, form)?.exponent ?? 0) >= BILLION;
    for (const marks of [one, own ?? 'any'] as const) {
      const read = readAs(digits, form, one, marks);
      if (read === null) continue;
      const isMore = standsForMore || (read.ok && read.count.value >= 10n ** BigInt(BILLION));
      (isMore && !EVERYWHERE.includes(tag) ? unheardOf : fitting).push(read);
    }
    const whatever = readAs(digits, form, one, 'any');
    if (whatever !== null) loose.push(whatever);
  }
  for (const results of [fitting, unheardOf, loose]) {
    const counts = distinct(results.flatMap((read) => (read.ok ? [read.count] : [])));
    const [count, another] = counts;
    if (count === undefined) continue;
    return another === undefined
      ? { ok: true, count }
      : { ok: false, problem: 'ambiguous', readings: counts };
  }
  return fitting[0] ?? unheardOf[0] ?? loose[0] ?? null;
}

function isSame(one: CountResult, other: CountResult | null): boolean {
  return one.ok && other?.ok === true && one.count.value === other.count.value;
}

/**
 * A number with a short form as one language means it; null where that language has no such form or
 * no such number, or writes it with other marks.
 *
 * @param marks whose marks it has to be written with.
 */
function readAs(
  digits: string,
  key: string,
  language: CountLanguage,
  marks: CountLanguage | 'any',
): CountResult | null {
  if (digits === '') {
    const value = language.words.get(key);
    return value === undefined ? null : counted(String(value), '', 0, BigInt(value));
  }
  const form = formOf(language, key);
  if (form === null) return null;
  const isGrouped =
    form.countsOn && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) && marks !== 'any'
      ? digits.includes(marks.group === '' ? ' ' : marks.group)
      : false;
  const numeral = isGrouped
    ? { whole: digits.replace(/[.,]/, ''), decimals: '', mark: '' }
    : readNumeral(digits, true);
  if (numeral === null) return null;
  const { mark } = numeral;
  if (marks !== 'any' && (mark === '.' || mark === ',') && mark !== decimalOf(marks)) return null;
  return counted(numeral.whole, numeral.decimals, form.exponent);
}

/** The Persian mark is its own; who has no such key types a point. */
function decimalOf({ decimal }: CountLanguage): string {
  return decimal === '٫' ? '.' : decimal;
}

function formOf({ forms }: CountLanguage, key: string): CountForm | null {
  return forms.get(key) ?? forms.get(key.replace(/\.$/, '')) ?? null;
}

/** @param step where the number has no digits to tell it. */
function counted(whole: string, decimals: string, exponent: number, step?: bigint): CountResult {
  if (decimals.length > exponent) return refuse('fraction');
  const width = 10n ** BigInt(exponent - decimals.length);
  const value = BigInt(whole + decimals) * width;
  return value > LARGEST
    ? refuse('too large')
    : { ok: true, count: { value, step: step ?? width } };
}

/** Each once, the smallest first. */
function distinct(counts: readonly Count[]): Count[] {
  const byText = new Map(counts.map((count) => [`${count.value} ${count.step}`, count]));
  return [...byText.values()].sort((a, b) => Number(a.value - b.value) || Number(a.step - b.step));
}

/** Splits `1,234.5` into `1234` and `5`, with the mark between; null where the marks make no sense. */
function readNumeral(
  digits: string,
  isShortForm: boolean,
): { whole: string; decimals: string; mark: string } | null {
  const parts = digits.split(/[.,٫٬' ]/);
  const marks = digits.replace(/[0-9]/g, '');
  const last = marks.at(-1) ?? '';
  const startsDecimals =
    /^[.,٫]$/.test(last) &&
    marks.indexOf(last) === marks.length - 1 &&
    (isShortForm || marks.length > 1 || !areGroups(parts, marks));
  const decimals = startsDecimals ? (parts.pop() ?? '') : '';
  if (startsDecimals && decimals === '') return null;
  const isWhole =
    parts.length > 1
      ? areGroups(parts, startsDecimals ? marks.slice(0, -1) : marks)
      : startsDecimals || parts[0] !== '';
  return isWhole ? { whole: parts.join(''), decimals, mark: startsDecimals ? last : '' } : null;
}

/** Whether digits parted by these marks are groups as people write them: one kind of mark, even groups. */
function areGroups(parts: readonly string[], marks: string): boolean {
  const mark = marks.charAt(0);
  if (mark === '٫' || marks !== mark.repeat(marks.length)) return false;
  const joined = parts.join(',');
  const isWestern = /^[1-9]\d{0,2}(?:,\d{3})+$/.test(joined);
  const isIndian = mark === ',' && /^[1-9]\d?(?:,\d{2})+,\d{3}$/.test(joined);
  return isWestern || isIndian;
}

function refuse(problem: Exclude<CountProblem, 'ambiguous'>): CountResult {
  return { ok: false, problem };
}
