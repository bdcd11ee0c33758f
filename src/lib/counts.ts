import { compoundParts, formAsMark } from './compound-counts.js';
import {
  type CountLanguage,
  countLanguage,
  countLanguages,
  ENGLISH_SLANG,
  formOf,
} from './count-forms.js';
import {
  type Count,
  type CountResult,
  counted,
  distinct,
  isSame,
  LARGEST,
  oneOf,
  refuse,
} from './count-result.js';
import { withoutCountedThing } from './counted-things.js';
import { readNumeral } from './numerals.js';
import { typedNumber } from './typed-number.js';

export { type Count, type CountProblem, type CountResult, MOST_VIEWS } from './count-result.js';

/** The power of ten that hardly a video has ever had views: another language's form for it is none. */
const BILLION = 9;

/** TikTok's own short forms wherever it is shown in English, which is everywhere. */
const EVERYWHERE = ['en-US', 'en-GB'];

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
 * | `541.200K` | 541200, step 1 | the same: 541,200 thousand would be called 541.2M |
 * | `1,234K` | ambiguous: 1234 or 1234000 | the mark groups in the member's language, or in English |
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
 * 4. English `mil`, slang for a million, is ambiguous to whoever doesn't write it for a thousand.
 * 5. Of several readings those above ten billion are dropped. Parts are added up: `1万2千`, `1tr8`.
 *
 * Capitals, a space before the short form, its dot and accents, a leading `+` or `~`, full-width
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
  const read = readShort(digits, form, language);
  const meant = read.ok ? [read.count] : read.problem === 'ambiguous' ? read.readings : [];
  const found = readings(form);
  const others = found.length > 0 ? found : readings(withoutCountedThing(form) ?? form);
  return distinct([...meant, ...others]);
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
  if (bare === '') return digits === '' ? refuse('unreadable') : readPlain(digits);
  return (
    (bare === null ? null : readForm(digits, bare, own)) ??
    readCompound(digits, bare ?? form, own) ??
    refuse('unreadable')
  );
}

/** What a number with one short form means; null where no language has the form. */
function readForm(digits: string, form: string, own: CountLanguage | null): CountResult | null {
  const read = readOneForm(digits, form, own);
  return read === null ? null : orInGroups(read, digits, form, own);
}

/**
 * `1,234K` is 1,234 thousand by the marks of English, and to whom a comma starts decimals 1,234: a
 * mark that groups in the member's language leaves both open.
 */
function orInGroups(
  read: CountResult,
  digits: string,
  form: string,
  own: CountLanguage | null,
): CountResult {
  const readings = read.ok ? [read.count] : read.problem === 'ambiguous' ? read.readings : [];
  const marks = own ?? countLanguage('en-US');
  const [, mark] = /^[1-9]\d{0,2}([.,])\d{3}$/.exec(digits) ?? [];
  if (mark === undefined || marks === null || marks.group !== mark) return read;
  const known = formOf(marks, form);
  // Whose form it is not doesn't write it with these marks either.
  if (own === null ? known === null : known?.countsOn) return read;
  const isThere = (value: bigint) => readings.some((one) => one.value === value);
  const grouped = readings
    .filter(
      ({ value }) => !isThere(value * 1000n) && !(value % 1000n === 0n && isThere(value / 1000n)),
    )
    .map(({ value, step }) => ({ value: value * 1000n, step: step * 1000n }));
  return oneOf([...readings, ...grouped]) ?? read;
}

/** What a number with a short form means; null where no language has the form. */
function readOneForm(digits: string, form: string, own: CountLanguage | null): CountResult | null {
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

/** A comma that groups no thousands: whoever writes decimals with a point doesn't mean their own slang. */
const DECIMAL_COMMA = /,(?!\d{3}(?:\D|$))/;

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
  const slang = ENGLISH_SLANG[form];
  // Without a language only the English mark tells that English may be meant.
  const isForeign = own?.decimal === '.' && DECIMAL_COMMA.test(digits);
  if (slang !== undefined && !isForeign && (own !== null || digits.includes('.'))) {
    const numeral = own?.forms.get(form) === undefined ? readNumeral(digits, true) : null;
    if (numeral !== null) fitting.push(counted(numeral.whole, numeral.decimals, slang));
  }
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
    const counts = oneOf(results.flatMap((read) => (read.ok ? [read.count] : [])));
    if (counts !== null) return counts;
  }
  return fitting[0] ?? unheardOf[0] ?? loose[0] ?? null;
}

/** `1万2千`, `1tr8`: a number in several parts, the larger first; null for other texts. */
function readCompound(
  digits: string,
  behind: string,
  own: CountLanguage | null,
): CountResult | null {
  const vietnamese = countLanguage('vi');
  const marked = formAsMark(digits, behind);
  if (marked !== null && vietnamese !== null) {
    const isTheirs = own === vietnamese || formOf(vietnamese, marked.form)?.isExact === true;
    const isLatinLetter = own !== vietnamese && marked.form === 'k';
    const read = readAs(marked.digits, marked.form, vietnamese, 'any');
    if (read !== null && isTheirs && !isLatinLetter) return read;
  }
  const parts = compoundParts(digits, behind);
  if (parts === null) return null;
  const sums = [...(own === null ? [] : [own]), ...countLanguages().values()].flatMap((one) => {
    let before = LARGEST;
    let sum = 0n;
    for (const { digits: some, form } of parts) {
      // Only these write what is left without a form: 1万2345.
      if (form === '' && !/[\p{sc=Han}\p{sc=Hangul}]/u.test(behind)) return [];
      const exponent = form === '' ? 0 : formOf(one, form)?.exponent;
      if (some.startsWith('0')) return [];
      const value = exponent === undefined ? LARGEST : BigInt(some) * 10n ** BigInt(exponent);
      if (exponent === undefined || value >= before) return [];
      sum += value;
      before = 10n ** BigInt(exponent);
    }
    return [{ value: sum, step: before }];
  });
  return oneOf(sums);
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
