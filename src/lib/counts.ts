import { plainTyping } from './characters.js';

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
 * - `ambiguous`: two readings a thousandfold apart, both in use (see `parseCount`).
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
  | { readonly ok: false; readonly problem: CountProblem };

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** Short forms, lower-case and without their dot, and the power of ten each stands for. */
const SHORT_FORMS: ReadonlyMap<string, number> = new Map([
  // English and most of the world; the Cyrillic letters look the same and are typed for them.
  ['k', 3],
  ['m', 6],
  ['b', 9],
  ['к', 3],
  ['м', 6],
  // German
  ['tsd', 3],
  ['mio', 6],
  ['mrd', 9],
  // Portuguese, Spanish
  ['mil', 3],
  ['mi', 6],
  ['bi', 9],
  // French
  ['md', 9],
  // Polish, Italian, Dutch
  ['tys', 3],
  ['mln', 6],
  ['mld', 9],
  // Indonesian
  ['rb', 3],
  ['jt', 6],
  // Russian, Ukrainian
  ['тыс', 3],
  ['тис', 3],
  ['млн', 6],
  ['млрд', 9],
  // Arabic, with and without the hamza; three to ten thousand take the plural
  ['ألف', 3],
  ['الف', 3],
  ['آلاف', 3],
  ['الاف', 3],
  ['مليون', 6],
  ['مليار', 9],
  // Japanese, Chinese, Korean; w is how 万 is typed in Latin letters
  ['千', 3],
  ['천', 3],
  ['万', 4],
  ['萬', 4],
  ['만', 4],
  ['w', 4],
  ['億', 8],
  ['亿', 8],
  ['억', 8],
]);

/** Languages that write these never use a decimal comma. */
const EAST_ASIAN = /^[千천万萬만w億亿억]$/;

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
 * | `1.2K` `1,2K` | 1200, step 100 | the one mark of a short form starts decimals, point or comma |
 * | `541.200K` `1.234 mil` | 541200, 1234, step 1 | the same: 541,200 thousand would be called 541.2M |
 * | `1,234.5K` `1.234,5 Tsd.` | 1234500, step 100 | two different marks: the last starts decimals |
 * | `1.234.567K` | 1234567000, step 1000 | a mark that comes twice groups |
 * | `12.34M` `0,5 Mio.` `.5M` | 12340000 step 10000, 500000 step 100000 (both) | |
 * | `1,234万` | ambiguous | 12,340,000 to a Japanese reader, 12,340 with a decimal comma |
 * | `1.2 mil.` | ambiguous | `mil` is a thousand in Portuguese and Spanish, `mil.` a million in Czech, Croatian, Romanian |
 * | `1.5` `1,23` `1,234.5` `0.123` | fraction | not groups, and no short form to make it whole |
 * | `1.2345K` | fraction | more decimals than the short form has zeros |
 * | `-5` `−5` `-1.2K` | negative | |
 * | `K` `1e6` `12 34` `5.` `10²` `5-` `1K2` | unreadable | |
 *
 * Capitals, a space before the short form, its trailing dot, a leading `+`, full-width characters,
 * the digits of other scripts, Arabic marks (`٫` decimals, `٬` groups, `،` comma) and invisible
 * characters make no difference. Never throws.
 */
export function parseCount(text: string): CountResult {
  // Superscripts, circled digits and Roman numerals would turn into plain ones: 10² is not 102.
  if (/[\p{No}\p{Nl}]/u.test(text)) return refuse('unreadable');
  const typed = plainTyping(text)
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[،、]/g, ',')
    .replace(/。/g, '.');
  if (typed === '') return refuse('empty');
  const unsigned = parseUnsigned(typed.replace(/^[-+]/, '').trimStart());
  const readable = unsigned.ok || unsigned.problem !== 'unreadable';
  return typed.startsWith('-') && readable ? refuse('negative') : unsigned;
}

function parseUnsigned(typed: string): CountResult {
  const end = typed.search(/[^0-9.,٫٬' ]/);
  const digits = (end < 0 ? typed : typed.slice(0, end)).trimEnd();
  const suffix = end < 0 ? '' : typed.slice(end);
  const numeral = readNumeral(digits, suffix !== '');
  const exponent = suffix === '' ? 0 : SHORT_FORMS.get(suffix.replace(/\.$/, ''));
  if (numeral === null || exponent === undefined) return refuse('unreadable');
  if (suffix === 'mil.') return refuse('ambiguous');
  if (EAST_ASIAN.test(suffix) && /^[1-9]\d{0,2},\d{3}$/.test(digits)) return refuse('ambiguous');
  if (numeral.decimals.length > exponent) return refuse('fraction');
  const step = 10n ** BigInt(exponent - numeral.decimals.length);
  const value = BigInt(numeral.whole + numeral.decimals) * step;
  return value > LARGEST ? refuse('too large') : { ok: true, count: { value, step } };
}

/** Splits `1,234.5` into `1234` and `5`; null where the marks make no sense. */
function readNumeral(
  digits: string,
  isShortForm: boolean,
): { whole: string; decimals: string } | null {
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
  return isWhole ? { whole: parts.join(''), decimals } : null;
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

function refuse(problem: CountProblem): CountResult {
  return { ok: false, problem };
}
